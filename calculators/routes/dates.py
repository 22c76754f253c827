"""The dates of the plan: those of the deadlines that are still to come."""

from calculators.deadlines import PlanStep, Task

from .case import Case
from .result import PlanDate, Way
from .ways import best_way

SHOWN = 3
"""How many dates the plan shows; the deadlines have the rest."""


def plan_dates(case: Case) -> tuple[PlanDate, ...]:
    """The next three dates, and the last safe date to claim."""
    if not case.deadlines:
        return ()
    coming = [found for one in case.deadlines.plan if (found := _to_come(case, one))]
    limit = [one for one in coming if one.what is Task.limitation]
    return tuple([one for one in coming if one.what is not Task.limitation][:SHOWN] + limit)


CHASING = (Task.reminder, Task.call, Task.second_letter, Task.hold_notice, Task.letter_before_claim)


def _left_out(case: Case) -> tuple[Task, ...]:
    """Steps that this case is past, and VAT relief for a business that isn't registered."""
    past = () if best_way(case) is Way.chase else CHASING
    return past if case.inputs.vat_registered else (*past, Task.vat_relief)


def _to_come(case: Case, one: PlanStep) -> PlanDate | None:
    day = one.day or one.by
    if day is None or day < case.inputs.plan_from or one.step in _left_out(case):
        return None
    return PlanDate(date=day, what=one.step, why=one.why)
