"""All steps of the plan, in date order."""

from collections.abc import Iterator
from datetime import date

from calculators.kernel import Nation, add_months, in_words, previous_working_day, shared

from .questions import Inputs
from .result_types import PlanStep, SetBy, Task
from .statutory_dates import Limit, commissioner_months, commissioner_until, vat_figures, vat_relief
from .steps_before_claim import Way

MONTHS_OF_WARNING = 6
"""How many months before the last safe date we suggest getting advice: our choice."""


def plan_of(inputs: Inputs, limit: Limit, way: Way) -> tuple[PlanStep, ...]:
    """All steps of the plan, in date order."""
    steps = [*way.steps, *_commissioner_step(inputs), _vat_step(inputs), *_limit_steps(inputs, limit, way)]
    return tuple(sorted(steps, key=lambda one: one.day or one.by or date.max))


def _commissioner_step(inputs: Inputs) -> Iterator[PlanStep]:
    until, months = commissioner_until(inputs), commissioner_months(inputs)
    if until is None or inputs.customer_type not in shared.MAY_BE_LARGE:
        return
    yield PlanStep(
        step=Task.commissioner,
        day=None,
        by=until,
        why=_said_if_past(inputs, until, " You may still be able to complain if you have a good reason for being late.")
        + "It’s free, but you can only complain if you have fewer than 50 staff, your customer has 50 or more and an "
        "office in the United Kingdom, and no claim or mediation has started.",
        set_by=SetBy.law,
        source=months,
    )


def _vat_step(inputs: Inputs) -> PlanStep:
    opens, ends = vat_relief(inputs)
    return PlanStep(
        step=Task.vat_relief,
        day=max(opens, inputs.plan_from) if inputs.plan_from <= ends else opens,
        by=ends,
        why=_said_if_past(inputs, ends)
        + "You can only do this if you’re registered for VAT, have paid this VAT to HMRC, and have written off the "
        "debt in your books.",
        set_by=SetBy.law,
        source=vat_figures(inputs)[0],
    )


def _limit_steps(inputs: Inputs, limit: Limit, way: Way) -> Iterator[PlanStep]:
    """The last safe date to claim and, `MONTHS_OF_WARNING` before it, a step to get advice."""
    warning = previous_working_day(add_months(limit.last_safe, -MONTHS_OF_WARNING), inputs.nation.name)
    yield PlanStep(
        step=Task.advice,
        day=max(warning, inputs.plan_from) if way.first_day else inputs.plan_from,
        by=None,
        why="You’re close to the time limit. Ask a solicitor or an advice service how long you really have."
        if inputs.plan_from <= limit.last_safe
        else "The time limit may have run out. Ask a solicitor or an advice service before you do anything else.",
        set_by=SetBy.suggestion,
        source=None,
    )
    yield PlanStep(
        step=Task.limitation,
        day=None,
        by=limit.last_safe,
        why=f"{_said_if_past(inputs, limit.last_safe)}{_why_limit(inputs, limit)}",
        set_by=SetBy.law,
        source=limit.years,
    )


def _why_limit(inputs: Inputs, limit: Limit) -> str:
    gone = f"{limit.years.value} years have passed since {in_words(limit.runs_from)}"
    if inputs.nation is Nation.scotland:
        ends = f"The debt will no longer exist once {gone}."
    else:
        ends = f"Once {gone}, your customer can say you’re too late."
    return f"{ends} To be safe, the date shown is at least a day earlier."


def _said_if_past(inputs: Inputs, until: date, more: str = "") -> str:
    return f"This date has passed.{more} " if until < inputs.plan_from else ""
