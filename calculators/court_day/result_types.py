"""What the calculator for a defended claim tells the reader."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from calculators.contact_log import Paper
from calculators.kernel import Draft, Money, Paragraph, tell


@dataclass(frozen=True, kw_only=True)
class CourtDate:
    """A date to keep, and who sets it."""

    day: date = tell("Date")
    what: str = tell("What to do")
    why: str = tell("Who sets the date")


@dataclass(frozen=True, kw_only=True)
class Result(Draft):
    """What the reader is told; the letter with it is the witness statement, for England and Wales only."""

    LETTER_FIRST: ClassVar[bool] = False

    lead: str
    documents_by: date | None = tell("Send your documents by", absent="see the court’s order", key=True)
    hearing_fee: Money | None = tell("Hearing fee", absent="none that we know of", key=True)
    hearing_date: date | None = tell("Hearing", absent="no date yet", key=True)
    asks_for: Money | None = tell("Amount to ask for at the hearing", key=True, answers="judgment_amount")
    reply_by: date | None = tell("Date to reply by", absent="")
    paragraphs: tuple[Paragraph, ...] = tell("Your witness statement", key=True)
    hearing_fee_by: date | None = tell("Pay the hearing fee by", absent="")
    dates: tuple[CourtDate, ...] = tell("Your dates")
    questionnaire: tuple[str, ...] = tell("What to put in the questionnaire (form N180)")
    mediation_call: tuple[str, ...] = tell("Before the mediation call")
    case_note: tuple[str, ...] = tell("One-page note of your case")
    bundle: tuple[Paper, ...] = tell("Document list for the front of your bundle")
    on_the_day: tuple[str, ...] = tell("At the hearing")
