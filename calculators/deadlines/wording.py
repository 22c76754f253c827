"""A line to say at each step before a claim."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculators.kernel import in_words

from .invoice_time_limits import Dated
from .questions import Inputs
from .result_types import PlanStep, Task, Wording
from .statutory_dates import last_day_to_pay
from .steps_before_claim import answer_by

MOST_NAMED = 2
"""The most due dates that a line lists one by one."""


def wording_of(inputs: Inputs, steps: Sequence[PlanStep], in_time: Sequence[Dated]) -> Iterator[Wording]:
    """A line for each letter or call, about every invoice that is late by then and still in time."""
    days = {one.step: one.day for one in steps if one.day}
    for step, day in days.items():
        due = _late_by(inputs, in_time, day)
        payments, them, invoices = ("payment", "it", "this invoice is")
        if len(due) > 1:
            payments, them, invoices = ("payments", "them", "these invoices are")
        what = f"the {payments} {_were_due(due)}"
        match step:
            case Task.reminder:
                words = f"I have not yet received {what}. When can I expect {them}?"
            case Task.call:
                words = f"I’m calling about {what}. What’s holding {them} up, and when will you pay?"
            case Task.second_letter:
                reminded = in_words(days[Task.reminder])
                words = (
                    f"I wrote to you on {reminded}, and I still have not received {what}. Please pay {them} now, or "
                    "let me know when you will."
                )
            case Task.hold_notice:
                words = f"I will not start any new work until {invoices} paid. Please pay {them}, or call me today."
            case Task.letter_before_claim:
                last = in_words(answer_by(inputs, day))
                words = f"Please pay or reply by {last}. If you do neither, I may start a court claim."
            case _:
                continue
        yield Wording(step=step, words=words)


def _late_by(inputs: Inputs, in_time: Sequence[Dated], day: date) -> list[date]:
    """The last day to pay of each invoice that is late by then or, if none are, of the one the plan is for."""
    due = sorted(last for one in in_time if (last := last_day_to_pay(one.inputs)) < day)
    return due or [last_day_to_pay(inputs)]


def _were_due(due: Sequence[date]) -> str:
    """When the invoices were due: on one date, on two, or between the first and the last."""
    if len(due) == 1:
        return f"that was due on {in_words(due[0])}"
    dates = list(dict.fromkeys(due))
    if len(dates) <= MOST_NAMED:
        return f"that were due on {' and '.join(map(in_words, dates))}"
    return f"that were due between {in_words(dates[0])} and {in_words(dates[-1])}"
