"""The steps from a reminder to the first day to claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import ONE_DAY, Figure, Nation, days_to_give, in_words, next_working_day, reminder_schedule

from .questions import Inputs
from .result_types import PlanStep, SetBy, Task
from .statutory_dates import Limit, last_day_to_pay

PLACE = {
    Nation.england_wales: "in England and Wales",
    Nation.scotland: "in Scotland",
    Nation.northern_ireland: "in Northern Ireland",
}


CHASE = (
    (
        Task.reminder,
        reminder_schedule.REMINDER,
        "They may just have forgotten. Be friendly, and send the invoice again.",
    ),
    (
        Task.call,
        reminder_schedule.CALL,
        "A call is harder to ignore. Ask what’s holding it up, agree a date, and note what was said.",
    ),
    (
        Task.second_letter,
        reminder_schedule.SECOND_LETTER,
        "Say what they owe, since when, and the date you want it by.",
    ),
    (
        Task.hold_notice,
        reminder_schedule.HOLD_NOTICE,
        "Only for work still under way, and only if your contract lets you stop.",
    ),
    (
        Task.letter_before_claim,
        reminder_schedule.LETTER_BEFORE_CLAIM,
        "Courts expect one before a claim. Say what you’re claiming and when they must answer by.",
    ),
)
"""The steps before a claim, each with its days after the last day to pay: the gaps are our choice."""


AT_ONCE = ((Task.letter_before_claim, 1, "There’s no time left for reminders. Get advice before you send it."),)


@dataclass(frozen=True, kw_only=True)
class Way:
    """The steps up to the first day to claim, which is None where the time limit leaves no room."""

    steps: tuple[PlanStep, ...]
    first_day: date | None


def way_of(inputs: Inputs, limit: Limit) -> Way:
    """The longest way that still ends by the last safe day."""
    for tasks in ((),) if inputs.letter_sent else (CHASE, AT_ONCE):
        steps = tuple(_chasing(inputs, tasks))
        letter = inputs.letter_sent or steps[-1].day or inputs.plan_from
        first_day = _first_day_to_claim(inputs, letter)
        if first_day <= limit.last_safe:
            return Way(steps=(*steps, _claim_step(inputs, letter, first_day)), first_day=first_day)
    return Way(steps=(), first_day=None)


def _chasing(inputs: Inputs, tasks: Sequence[tuple[Task, int, str]]) -> Iterator[PlanStep]:
    """The steps at their distances from the day after it was due, or from the day of the plan if that is later."""
    late = last_day_to_pay(inputs) + ONE_DAY
    start = max(late, inputs.plan_from)
    for task, after, why in tasks:
        day = next_working_day(start + timedelta(days=after - 1), inputs.nation.name)
        yield PlanStep(step=task, day=day, by=None, why=why, set_by=SetBy.suggestion, source=None)


def reply_days(inputs: Inputs) -> Figure:
    """Their time to answer; outside England and Wales we know no rule and suggest the same."""
    return days_to_give(inputs.customer_type, inputs.plan_from)


def _first_day_to_claim(inputs: Inputs, letter: date) -> date:
    """The first working day after their last day to answer, itself a working day, as in our letter before claim."""
    answered = next_working_day(letter + timedelta(days=int(reply_days(inputs).value)), inputs.nation.name)
    late = last_day_to_pay(inputs) + ONE_DAY
    return next_working_day(max(answered + ONE_DAY, late, inputs.plan_from), inputs.nation.name)


def _claim_step(inputs: Inputs, letter: date, first_day: date) -> PlanStep:
    days = reply_days(inputs)
    ours = inputs.nation is Nation.england_wales
    note = days.note if ours else f"That’s the rule in England and Wales. We know of none {PLACE[inputs.nation]}."
    return PlanStep(
        step=Task.first_day_to_claim,
        day=first_day,
        by=None,
        why=f"They get {days.value} days from your letter of {in_words(letter)} to answer, or to the next working day. "
        f"If your letter names a later one, wait for that. {note}".rstrip(),
        set_by=SetBy.law if ours else SetBy.suggestion,
        source=days if ours else None,
    )
