"""The free mediation that the courts of England and Wales arrange for a small claim, and how long they do."""

from datetime import date

from .claim import Nation
from .money import Money
from .reference import Figure, latest, table

LIMIT = "england_wales.free_mediation_limit"

PILOT_ENDS = date(2027, 4, 6)
"""The last day on which a claim can be started for it: a pilot (Practice Direction 51ZE). What follows is not known."""


def small_enough(nation: Nation, claimed: Money) -> Figure | None:
    """The most that a claim may be for, where this one is for no more; None outside England and Wales."""
    limit = latest(LIMIT)
    return limit if nation is Nation.england_wales and claimed <= limit.value else None


def runs(started: date) -> bool:
    """Whether the pilot takes claims that are started on that day."""
    return table(LIMIT).versions[0].valid_from <= started <= PILOT_ENDS
