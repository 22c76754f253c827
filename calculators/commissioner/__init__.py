"""Small Business Commissioner: can you complain about a late payment, by when, and the email that does it."""

from typing import Any

from calculators.kernel import Action, Download, Event, ics, shared

from .advice import cautions, next_steps, sources
from .complaint_email import SENDABLE, draft_of
from .decision import Decision, conditions_of, decide
from .examples import EXAMPLES
from .questions import ComplaintAbout, CustomerStaff, Inputs, ToldCustomer, UnderWay, YourStaff
from .result_types import Result, Verdict

TITLE = "Complain to the Small Business Commissioner"
ACTION = "See if I can complain"
LEADS_TO = ("deadlines", "letter_before_claim")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "ComplaintAbout", "CustomerStaff", "Inputs", "Result", "ToldCustomer",
    "UnderWay", "Verdict", "YourStaff", "action", "calculate", "downloads", "events",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """Whether the Commissioner can take the complaint, each condition, and the email.

    The last date to complain is a day before the legal one, to be safe.
    """
    found = decide(inputs)
    return Result(
        **_letter(inputs, found),
        headline=found.headline,
        verdict=found.verdict,
        commissioner_until=found.until,
        conditions=tuple(conditions_of(inputs, found.until)),
        checked_on=inputs.letter_date,
        dates=tuple(_dates(inputs, found)),
        next_steps=tuple(next_steps(found)),
        sources=tuple(sources(inputs, found)),
    )


def _letter(inputs: Inputs, found: Decision) -> dict[str, Any]:
    """The fields of the email.

    `email_to` is empty, because the email goes to the Commissioner, not to the customer.
    """
    own = tuple(cautions(inputs, found))
    draft = draft_of(inputs, found)
    told = {"reply_by": None, "email_to": "", "working": ()}
    if draft is None:
        return told | {"asks_for": None, "paragraphs": (), "blanks": (), "cautions": own}
    return told | {
        "asks_for": draft.asks_for, "paragraphs": draft.paragraphs, "blanks": draft.blanks,
        "cautions": (*own, *draft.cautions),
    }  # fmt: skip


def _dates(inputs: Inputs, found: Decision) -> tuple[Event, ...]:
    until = found.until
    if until is None or until < inputs.letter_date:
        return ()
    title = "Last day to complain to the Small Business Commissioner"
    return (Event(key=f"commissioner-complaint-{inputs.due_date}", day=until, title=title),)


def events(result: Result) -> tuple[Event, ...]:
    """The last date to complain."""
    return result.dates


def downloads(result: Result) -> tuple[Download, ...]:
    """The last date to complain as a calendar file, if it hasn't passed."""
    if not result.dates:
        return ()
    return (
        Download(
            name="commissioner.ics", label="Add the deadline to your calendar", type="text/calendar",
            make=lambda: ics.calendar(TITLE, result.dates, result.checked_on),
        ),
    )  # fmt: skip


def action(result: Result) -> Action | None:
    """What to do instead if there's nothing to send to the Commissioner yet, or at all."""
    if result.verdict in SENDABLE:
        return None
    if result.verdict is Verdict.not_yet:
        return Action(label="Write to your customer first", page="drafts/reminder", fields=shared.CARRIED)
    return Action(label="See your other options", page="calculators/routes", fields=shared.CARRIED)
