"""What the reader is told."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Daily, Money, Paragraph, Source, Step, tell


class EntryKind(Choice):
    """What a line of the account records."""

    invoice = "Invoice"
    credit_note = "Credit note"
    payment = "Payment"
    interest = "Interest"
    compensation = "Compensation"
    costs = "Cost of collecting"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the account; `charged` increases the balance, `credited` reduces it."""

    day: date = tell("Date")
    kind: EntryKind = tell("Type of entry")
    invoice: str = tell("Invoice", absent="")
    details: str = tell("Details")
    charged: Money | None = tell("Charged", absent="", totalled=True)
    credited: Money | None = tell("Paid or credited", absent="", totalled=True)
    balance: Money = tell("Balance", formula="above.balance + charged - credited")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as at the end of the statement's date.

    The balance is negative if they've paid more than they owe. `amount_owed` is what is unpaid on the invoices;
    `due_date` and `invoice_numbers` answer those questions in other calculators. Interest that the statement leaves out
    is None: it can still be claimed.
    """

    headline: str
    balance: Money = tell("Balance of the account", key=True)
    amount_owed: Money = tell("Amount unpaid on the invoices", key=True)
    interest_and_compensation: Money | None = tell("Interest and compensation", key=True, absent="left out")
    daily_interest: Daily | None = tell("Interest for each extra day", key=True, absent="left out")
    interest_counted_to: date | None = tell("Last date the interest covers", absent="")
    due_date: date | None = tell("Due date of the oldest unpaid invoice", absent="")
    invoice_numbers: str | None = tell("Unpaid invoices", absent="")
    statement_date: date = tell("Date of the statement")
    paragraphs: tuple[Paragraph, ...] = tell("The statement", key=True)
    entries: tuple[Entry, ...] = tell("Each line of the account")
    blanks: tuple[str, ...] = tell("Blanks to fill in")
    email_to: str
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
