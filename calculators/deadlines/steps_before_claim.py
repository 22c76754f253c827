"""The steps from a reminder to the first date to claim."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    (Task.second_letter, "second_letter_days", "Say what they owe, when it was due and when you want to be paid by."),
    (
        Task.hold_notice,
        "hold_notice_days",
        "You can always turn down new work. Only stop work you’ve promised if your contract lets you.",
    ),
    (
        Task.letter_before_claim,
        "letter_before_claim_days",
        "Courts expect this letter before you claim. Say what you’re claiming, and give them a date to reply by.",
    ),
)
"""The steps before a claim, each with the question that sets its days after the last day to pay."""

OUR_GAPS = {name: getattr(Inputs, name) for _, name, _ in CHASE}

BUILDING_WORK = (
    " Before you use the legal right to stop building work, you must give at least 7 days’ notice (Housing Grants, "
    "Construction and Regeneration Act 1996, section 112)."
)
"""Section 112(2); Northern Ireland has its own Order."""

CHOSEN = "That’s the time you chose to give."
AT_ONCE = "There’s no time left for reminders. Get advice before you send this letter."


@dataclass(frozen=True, kw_only=True)
class Way:
    """The steps up to the first date to claim, which is None if the time limit leaves no room.

    If the reader's own gaps or days to reply don't fit, `inputs` has ours instead.
    """

    inputs: Inputs
    steps: tuple[PlanStep, ...]
    first_day: date | None

    @property
    def has_reminders(self) -> bool:
        """Whether there's time for reminders before the letter before claim."""
        return any(one.step is Task.reminder for one in self.steps)


def way_of(inputs: Inputs, limit: Limit) -> Way:
    """The steps as the reader wants them or, if those don't end by the last safe date, the first fallback that does."""
    for given, steps in _ways(inputs):
        letter = given.letter_sent or steps[-1].day or given.plan_from
        first_day = _first_day_to_claim(given, letter)
        if first_day <= limit.last_safe:
            return Way(inputs=given, steps=(*steps, _claim_step(given, letter, first_day)), first_day=first_day)
    return Way(inputs=inputs, steps=(), first_day=None)


def _ways(inputs: Inputs) -> Iterator[tuple[Inputs, tuple[PlanStep, ...]]]:
    """The steps as the reader wants them, then fallbacks: our own gaps, no reminders, the days that the rules give."""
    if inputs.letter_sent:
        yield inputs, ()
        return
    chosen = inputs.days_to_answer or 0
    for own in (inputs, replace(inputs, days_to_answer=None)) if chosen > reply_days(inputs).value else (inputs,):
        ours = replace(own, **OUR_GAPS)
        yield from ((given, tuple(_chasing(given))) for given in (own, ours))
        yield ours, (_letter_at_once(ours),)


def _chasing(inputs: Inputs) -> Iterator[PlanStep]:
    """The steps with the reader's gaps, each on a later working day than the one before."""
    before = None
    for task, name, why in CHASE:
        day = _day_of(inputs, getattr(inputs, name))
        if before:
            day = max(day, next_working_day(before + ONE_DAY, inputs.nation.name))
        before = day
        building = task is Task.hold_notice and inputs.nation is not Nation.northern_ireland
        why = f"{why}{BUILDING_WORK}" if building else why
        yield _step(task, day, why, SetBy.yours if name in inputs.own_gaps else SetBy.suggestion)


def moved_on(way: Way) -> bool:
    """Whether a step was moved to a later date than its gap gives, because of the step before it."""
    days = {one.step: one.day for one in way.steps}
    return way.has_reminders and any(
        days[task] != _day_of(way.inputs, getattr(way.inputs, name)) for task, name, _ in CHASE
    )


def _letter_at_once(inputs: Inputs) -> PlanStep:
    """The letter before claim on the first possible date, if the time limit leaves no room for reminders."""
    return _step(Task.letter_before_claim, _day_of(inputs, 1), AT_ONCE, SetBy.suggestion)


def _step(task: Task, day: date, why: str, set_by: SetBy) -> PlanStep:
    return PlanStep(step=task, day=day, by=None, why=why, set_by=set_by, source=None)


def _day_of(inputs: Inputs, after: int) -> date:
    """The working day that many days after the last day to pay; if the plan starts later, its start is day 1."""
    start = max(last_day_to_pay(inputs) + ONE_DAY, inputs.plan_from)
    return next_working_day(start + timedelta(days=after - 1), inputs.nation.name)


def reply_days(inputs: Inputs) -> Figure:
    """How many days the customer gets to reply; outside England and Wales we know of no rule and suggest the same."""
    return days_to_give(inputs.customer_type, inputs.plan_from)


def days_to_reply(inputs: Inputs) -> int:
    """The days to reply that the letter before claim gives or, if none were typed, those of the rules."""
    return inputs.days_to_answer or int(reply_days(inputs).value)


def answer_by(inputs: Inputs, letter: date) -> date:
    """The last day to reply, moved to a working day, as in our letter before claim."""
    return next_working_day(letter + timedelta(days=days_to_reply(inputs)), inputs.nation.name)


def _first_day_to_claim(inputs: Inputs, letter: date) -> date:
    """The first working day after the last day to reply."""
    late = last_day_to_pay(inputs) + ONE_DAY
    return next_working_day(max(answer_by(inputs, letter) + ONE_DAY, late, inputs.plan_from), inputs.nation.name)


def _claim_step(inputs: Inputs, letter: date, first_day: date) -> PlanStep:
    days, ours = reply_days(inputs), inputs.nation is Nation.england_wales
    note = days.note if ours else f"That’s the rule in England and Wales. We don’t know of one {PLACE[inputs.nation]}."
    more = f"If your letter gives a later date, wait for that. {note}".rstrip()
    chosen = inputs.days_to_answer
    return PlanStep(
        step=Task.first_day_to_claim,
        day=first_day,
        by=None,
        why=f"They have {days_to_reply(inputs)} days from your letter of {in_words(letter)} to reply, or until the "
        f"next working day if the last day isn’t a working day. {CHOSEN if chosen else more}",
        set_by=SetBy.yours if chosen else SetBy.law if ours else SetBy.suggestion,
        source=days if ours and not chosen else None,
    )
