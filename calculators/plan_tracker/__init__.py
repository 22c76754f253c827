"""Plan tracker: what has been paid under an agreed payment plan, what is late, and the letter to send."""

from typing import Any

from calculators.kernel import Action

from .advice import cautions, headline, next_steps
from .examples import EXAMPLES
from .files import dates_of, downloads, events
from .letter import draft_of
from .questions import Inputs
from .result_types import InstalmentState, PlanState, Result
from .sums import Tracked, tracked

TITLE = "How your payment plan is going"
ACTION = "Check the plan"
LEADS_TO = ("payment_plan", "letter_before_claim")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "Inputs", "InstalmentState", "PlanState", "Result", "action",
    "calculate", "downloads", "events",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """The plan as `payment_plan` works it out, with each payment set against the earliest unpaid instalment.

    An instalment is late from the day after its due date or, if that wasn't a working day, after the next working day.
    The amount due on default is the unpaid debt with the plan's simple interest to the date of the answer. Interest is
    rounded half up at each payment and at the end.
    """
    found = tracked(inputs)
    upcoming = found.upcoming
    late = found.state in (PlanState.late, PlanState.warned)
    return Result(
        **_letter(found),
        headline=headline(found),
        state=found.state,
        arrears=found.arrears,
        paid_so_far=found.paid,
        balance=found.balance,
        next_due=upcoming.due if upcoming else None,
        next_amount=upcoming.payment - upcoming.paid if upcoming else None,
        pay_by=found.pay_by if late else None,
        due_on_default=found.on_default if found.late else None,
        days_late=(inputs.letter_date - found.late[0].due).days if found.late else None,
        paid_too_much=found.too_much or None,
        schedule=found.rows,
        checked_on=inputs.letter_date,
        dates=tuple(dates_of(found)),
        next_steps=tuple(next_steps(found)),
    )


def _letter(found: Tracked) -> dict[str, Any]:
    """The fields of the result that belong to the letter; if there's none, they're empty except for the cautions."""
    own = tuple(cautions(found))
    draft = draft_of(found)
    if draft is None:
        return {
            "asks_for": None, "reply_by": None, "paragraphs": (), "blanks": (), "email_to": "", "working": (),
            "cautions": own, "sources": (),
        }  # fmt: skip
    names = ("asks_for", "reply_by", "paragraphs", "blanks", "email_to", "working", "sources")
    return {name: getattr(draft, name) for name in names} | {"cautions": (*own, *draft.cautions)}


def action(result: Result) -> Action | None:
    """A link to what to do once the plan is broken; until then None, as the letter (if any) is the next step."""
    if result.state is PlanState.broken:
        return Action(label="See what to do if the deal breaks down", page="after-agreement#if-the-deal-breaks")
    return None
