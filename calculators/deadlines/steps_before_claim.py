"""The steps from a reminder to the first day to claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import ONE_DAY, Figure, Nation, days_to_give, in_words, next_working_day

from .questions import Inputs
from .result_types import PlanStep, SetBy, Task
from .statutory_dates import Limit, last_day_to_pay

PLACE = {
    Nation.england_wales: "in England and Wales",
    Nation.scotland: "in Scotland",
    Nation.northern_ireland: "in Northern Ireland",
}


CHASE = (
    (Task.reminder, "reminder_days", "They may just have forgotten. Be friendly, and send the invoice again."),
    (
        Task.call,
        "call_days",
        "A call is harder to ignore. Ask what’s holding it up, agree a date, and note what was said.",
    ),
    (Task.second_letter, "second_letter_days", "Say what they owe, since when, and the date you want it by."),
    (
        Task.hold_notice,
        "hold_notice_days",
        "Only for work still under way, and only if your contract lets you stop.",
    ),
    (
        Task.letter_before_claim,
        "letter_before_claim_days",
        "Courts expect one before a claim. Say what you’re claiming and when they must answer by.",
    ),
)
"""The steps before a claim, each with the question for its days after the last day to pay."""


AT_ONCE = "There’s no time left for reminders. Get advice before you send it."


@dataclass(frozen=True, kw_only=True)
class Way:
    """The steps up to the first day to claim, which is None where the time limit leaves no room."""

    steps: tuple[PlanStep, ...]
    first_day: date | None


def way_of(inputs: Inputs, limit: Limit) -> Way:
    """The longest way that still ends by the last safe day."""
    for steps in ((),) if inputs.letter_sent else (tuple(_chasing(inputs)), (_letter_at_once(inputs),)):
        letter = inputs.letter_sent or steps[-1].day or inputs.plan_from
        first_day = _first_day_to_claim(inputs, letter)
        if first_day <= limit.last_safe:
            return Way(steps=(*steps, _claim_step(inputs, letter, first_day)), first_day=first_day)
    return Way(steps=(), first_day=None)


def _chasing(inputs: Inputs) -> Iterator[PlanStep]:
    """The steps at their distances, which the reader may change."""
    for task, name, why in CHASE:
        after = getattr(inputs, name)
        yield _step(inputs, task, after, why, SetBy.suggestion if after == getattr(Inputs, name) else SetBy.yours)


def _letter_at_once(inputs: Inputs) -> PlanStep:
    """The letter before claim on the first day there is, where the time limit leaves no room for reminders."""
    return _step(inputs, Task.letter_before_claim, 1, AT_ONCE, SetBy.suggestion)


def _step(inputs: Inputs, task: Task, after: int, why: str, set_by: SetBy) -> PlanStep:
    return PlanStep(step=task, day=_day_of(inputs, after), by=None, why=why, set_by=set_by, source=None)


def _day_of(inputs: Inputs, after: int) -> date:
    """So many days after the last day to pay or, where the plan starts later, counted from its start as day 1."""
    start = max(last_day_to_pay(inputs) + ONE_DAY, inputs.plan_from)
    return next_working_day(start + timedelta(days=after - 1), inputs.nation.name)


def reply_days(inputs: Inputs) -> Figure:
    """Their time to answer; outside England and Wales we know no rule and suggest the same."""
    return days_to_give(inputs.customer_type, inputs.plan_from)


def days_to_reply(inputs: Inputs) -> int:
    """The days that the letter before claim gives, or else those of the rules."""
    return inputs.days_to_answer or int(reply_days(inputs).value)


def answer_by(inputs: Inputs, letter: date) -> date:
    """Their last day to answer, a working day, as in our letter before claim."""
    return next_working_day(letter + timedelta(days=days_to_reply(inputs)), inputs.nation.name)


def _first_day_to_claim(inputs: Inputs, letter: date) -> date:
    """The first working day after their last day to answer."""
    late = last_day_to_pay(inputs) + ONE_DAY
    return next_working_day(max(answer_by(inputs, letter) + ONE_DAY, late, inputs.plan_from), inputs.nation.name)


def _claim_step(inputs: Inputs, letter: date, first_day: date) -> PlanStep:
    days, ours = reply_days(inputs), inputs.nation is Nation.england_wales
    note = days.note if ours else f"That’s the rule in England and Wales. We know of none {PLACE[inputs.nation]}."
    more = f"If your letter names a later one, wait for that. {note}".rstrip()
    chosen = inputs.days_to_answer
    return PlanStep(
        step=Task.first_day_to_claim,
        day=first_day,
        by=None,
        why=f"They get {days_to_reply(inputs)} days from your letter of {in_words(letter)} to answer, or to the next "
        f"working day. {'That’s the time you chose to give.' if chosen else more}",
        set_by=SetBy.yours if chosen else SetBy.law if ours else SetBy.suggestion,
        source=days if ours and not chosen else None,
    )
