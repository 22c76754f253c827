"""Texts for a claim: what to put into each box of the courts’ online services and forms."""

from collections.abc import Iterator

from calculators.kernel import Action, Download, Event, letter_files, letters

from .advice import answer_by, cautions, headline, lead, next_steps
from .boxes import boxes
from .case import case_of
from .examples import EXAMPLES
from .particulars import particulars
from .questions import Inputs, Service
from .result_types import Form, Result
from .short_particulars import IN_PARTS
from .working import sources, working

TITLE = "Wording for your claim"
ACTION = "Show the wording"
LEADS_TO = ("statement_of_account", "court_costs", "deadlines")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "Form", "Inputs", "Result", "Service", "action", "calculate",
    "downloads", "events",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """The wording for each box of the form, with interest to the date of the claim and the court fee on that date.

    Uses the amounts from `late_payment_interest` and `court_costs`. Raises NoFigure for a date outside the figures for
    England and Wales.
    """
    case = case_of(inputs)
    texts = boxes(case)
    document = tuple(particulars(case)) if case.form is Form.form_n1 or texts[0].note == IN_PARTS else ()
    return Result(
        headline=headline(case),
        lead=lead(case),
        claim_value=case.value,
        issue_fee=case.court.issue_fee,
        total_with_fee=case.with_fee,
        daily_interest=case.found.daily_interest,
        form_to_use=case.form,
        court_track=case.court.track,
        amount_owed=case.found.amount_owed,
        interest_and_compensation=case.value - case.found.amount_owed,
        interest_counted_to=inputs.claim_date,
        answer_by=answer_by(case),
        due_date=case.found.due_date,
        invoice_numbers=case.found.invoice_numbers,
        boxes=texts,
        paragraphs=document,
        blanks=letters.blanks((*document, *(letters.Paragraph(one.text, "") for one in texts))),
        email_to="",
        working=working(case),
        cautions=tuple(cautions(case, texts)),
        next_steps=tuple(next_steps(case, in_parts=texts[0].note == IN_PARTS)),
        sources=tuple(sources(case)),
    )


def action(_: Result) -> Action:
    """A link to what happens after the claim is made."""
    return Action(label="See what happens after you claim", page="court")


def events(result: Result) -> Iterator[Event]:
    """The customer's deadline to reply to a letter before claim that was sent; then the claim, if it's later."""
    if not result.answer_by:
        return
    yield Event(
        key="claim-answer-by", day=result.answer_by, title="Deadline for their reply to your letter before claim"
    )
    if result.interest_counted_to > result.answer_by:
        yield Event(
            key="claim-start", day=result.interest_counted_to, title="Start the claim",
            note="The interest and the court fee are worked out to this date.",
        )  # fmt: skip


def downloads(result: Result) -> tuple[Download, ...]:
    """All the wording in one text file, and the particulars as a document if the form takes one."""
    texts = Download(
        name="claim-texts.txt", label="Save all the wording as one file", type="text/plain",
        make=lambda: letters.boxes_as_text(result.boxes),
    )  # fmt: skip
    return (texts, *(letter_files("claim_pack")(result) if result.paragraphs else ()))
