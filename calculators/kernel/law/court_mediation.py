"""Free mediation of small claims by the courts of England and Wales, and how long the pilot runs."""

from datetime import date

from calculators.kernel.base.money import Money
from calculators.kernel.figures.reference import Figure, NotInForce, figure, latest, table

from .shared_questions import Nation

LIMIT = "england_wales.free_mediation_limit"


def pilot_ends() -> date:
    """The last date to start a claim that the pilot covers (Practice Direction 51ZE). What follows it isn't known.

    Raises ValueError if the figure has no last date, since it's then no longer a pilot.
    """
    until = table(LIMIT).known_until
    if until is None:
        raise ValueError(f"{LIMIT} has no last day")
    return until


def small_enough(nation: Nation, claimed: Money) -> Figure | None:
    """The limit for free mediation if this claim is within it, else None; always None outside England and Wales."""
    limit = latest(LIMIT)
    return limit if nation is Nation.england_wales and claimed <= limit.value else None


def runs(started: date) -> bool:
    """Whether the pilot covers claims started on that date."""
    try:
        return bool(figure(LIMIT, started))
    except NotInForce:
        return False
