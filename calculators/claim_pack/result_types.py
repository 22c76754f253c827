"""What the reader is told."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Box, Choice, Daily, Money, Paragraph, Source, Step, Track, tell


class Form(Choice):
    """The service or form to use."""

    online_civil_money_claims = "Online Civil Money Claims"
    money_claim_online = "Money Claim Online"
    form_n1 = "Form N1, on paper"
    simple_procedure = "Simple procedure, form 3A"
    small_claim = "Small claim in Northern Ireland"
    solicitor = "None, so ask a solicitor"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as at the date of the claim.

    `claim_value` is the amount that the court fee is based on. `total_with_fee` is None if the fee isn't confirmed.
    `amount_owed` is what is unpaid on the invoices. `paragraphs` are the particulars as a separate document, if the
    form takes one.
    """

    headline: str
    lead: str
    claim_value: Money = tell("Amount of your claim", key=True)
    issue_fee: Money | None = tell("Court fee to start the claim", key=True, absent="not confirmed")
    total_with_fee: Money | None = tell(
        "Your claim plus the court fee", key=True, absent="", answers="judgment_amount"
    )  # fmt: skip
    daily_interest: Daily = tell("Interest for each extra day", key=True)
    form_to_use: Form = tell("Service or form to use")
    court_track: Track = tell("Court track")
    amount_owed: Money = tell("Amount unpaid on the invoices")
    interest_and_compensation: Money = tell("Interest and compensation")
    interest_counted_to: date = tell("Last date the interest covers")
    answer_by: date | None = tell("Deadline for their reply to your letter before claim", absent="")
    due_date: date | None = tell("Due date of the oldest unpaid invoice", absent="")
    invoice_numbers: str | None = tell("Unpaid invoices", absent="")
    boxes: tuple[Box, ...] = tell("Wording to paste")
    paragraphs: tuple[Paragraph, ...] = tell("Particulars of claim")
    blanks: tuple[str, ...] = tell("Blanks to fill in")
    email_to: str
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
