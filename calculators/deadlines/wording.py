"""What to say at each step before a claim, in a line."""

from collections.abc import Iterator, Sequence

from calculators.kernel import in_words

from .questions import Inputs
from .result_types import PlanStep, Task, Wording
from .statutory_dates import last_day_to_pay
from .steps_before_claim import answer_by


def wording_of(inputs: Inputs, steps: Sequence[PlanStep]) -> Iterator[Wording]:
    """A line for each step that is a letter or a call."""
    days = {one.step: one.day for one in steps if one.day}
    due = in_words(last_day_to_pay(inputs))
    for step, day in days.items():
        match step:
            case Task.reminder:
                words = f"The payment that was due on {due} hasn’t reached me yet. When can I expect it?"
            case Task.call:
                words = (
                    f"I’m calling about the payment that was due on {due}. What’s holding it up, and when will you pay?"
                )
            case Task.second_letter:
                reminded = in_words(days[Task.reminder])
                words = (
                    f"I wrote to you on {reminded}, and the payment due on {due} still hasn’t arrived. Please pay it "
                    "now, or tell me which day you will."
                )
            case Task.hold_notice:
                words = "I won’t start anything new until this invoice is paid. Please pay it, or call me today."
            case Task.letter_before_claim:
                last = in_words(answer_by(inputs, day))
                words = f"Please pay or reply by {last}. If you do neither, I may start a court claim."
            case _:
                continue
        yield Wording(step=step, words=words)
