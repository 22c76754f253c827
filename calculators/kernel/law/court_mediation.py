"""The free mediation that the courts of England and Wales arrange for a small claim, and how long they do."""

from datetime import date

from calculators.kernel.base.money import Money
from calculators.kernel.figures.reference import Figure, NotInForce, figure, latest, table

from .shared_questions import Nation

LIMIT = "england_wales.free_mediation_limit"


def pilot_ends() -> date:
    """The last day on which a claim can be started for it (Practice Direction 51ZE). What follows is not known.

    Raises ValueError where the figure names no last day, for then it is a pilot no more.
    """
    until = table(LIMIT).known_until
    if until is None:
        raise ValueError(f"{LIMIT} has no last day")
    return until


def small_enough(nation: Nation, claimed: Money) -> Figure | None:
    """The most that a claim may be for, where this one is for no more; None outside England and Wales."""
    limit = latest(LIMIT)
    return limit if nation is Nation.england_wales and claimed <= limit.value else None


def runs(started: date) -> bool:
    """Whether the pilot takes claims that are started on that day."""
    try:
        return bool(figure(LIMIT, started))
    except NotInForce:
        return False
