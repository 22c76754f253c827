"""What the reader is told."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Money, Source, Step, tell


class Outcome(Choice):
    """What to do about the VAT."""

    claim_now = "Yes, you can claim relief now"
    claim_later = "Not yet"
    too_late = "No, it’s too late"
    credit_note = "No, send a credit note"
    pay_back = "You must pay some back"
    nothing = "No, there’s nothing to claim"


class State(Choice):
    """Whether the relief on one invoice can be claimed now."""

    open = "Yes, now"
    not_yet = "Not yet"
    too_late = "Too late"
    paid = "Nothing unpaid"


@dataclass(frozen=True, kw_only=True)
class InvoiceRelief:
    """The relief on one invoice; `relief` is the amount even if it's too late to claim it."""

    invoice: int = tell("Invoice")
    number: str = tell("Number", absent="")
    unpaid: Money = tell("Unpaid", totalled=True)
    relief: Money = tell("VAT relief")  # no total, as it may be too late for some
    state: State = tell("Can you claim relief?")
    opens: date = tell("First date to claim")
    until: date = tell("Last date to claim")
    period_end: date | None = tell("End of the VAT period to claim in", absent="not given")


@dataclass(frozen=True, kw_only=True)
class AccountEntry:
    """One line of the bad debts account that HMRC asks for (VAT Regulations 1995, regulation 168)."""

    number: str = tell("Invoice number", absent="")
    invoice_date: date | None = tell("Invoice date", absent="")
    amount: Money = tell("Invoice including VAT")
    vat_charged: Money = tell("VAT charged")
    period_paid: str = tell("VAT period in which you paid the VAT", absent="")
    received: Money = tell("Payments received")
    unpaid: Money = tell("Amount written off")
    relief: Money = tell("Relief claimed", totalled=True)
    period_claimed: date | None = tell("End of the VAT period of the claim", absent="")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told.

    To be safe, `vat_relief_from` and `vat_relief_until` are a day inside the legal dates. With several invoices, they
    are the earliest of those that the outcome is about; if it's too late for all, the latest last date.
    """

    headline: str
    outcome: Outcome = tell("Can you claim VAT relief?", verdict=True)
    relief: Money | None = tell("VAT to claim back now", absent="", key=True)
    relief_later: Money | None = tell("VAT to claim back later", absent="", key=True)
    period_end: date | None = tell("VAT return for the period ending", absent="", key=True)
    vat_relief_from: date | None = tell("First date to claim", absent="")
    vat_relief_until: date | None = tell("Last date to claim", absent="", key=True)
    last_period_end: date | None = tell("Last VAT return you can use, for the period ending", absent="")
    too_late: Money | None = tell("VAT that’s too late to claim", absent="")
    credit_note_vat: Money | None = tell("VAT on the credit note", absent="", key=True)
    credit_note_amount: Money | None = tell("Credit note including VAT", absent="", key=True)
    credit_note_by: date | None = tell("Last date to send the credit note", absent="", key=True)
    pay_back: Money | None = tell("VAT to pay back", absent="", key=True)
    per_invoice: tuple[InvoiceRelief, ...] = tell("Breakdown by invoice")
    checked_on: date = tell("Date used for this check")
    account: tuple[AccountEntry, ...]
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
