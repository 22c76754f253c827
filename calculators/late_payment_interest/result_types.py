"""What the reader is told."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from calculators.kernel import Daily, Money, Source, Step, tell

from .input_types import Basis


@dataclass(frozen=True, kw_only=True)
class InvoiceRow:
    """The interest and compensation on one invoice; rates are in per cent a year, `days` those that earn interest.

    `interest` is still unpaid; `interest_paid` is what payments have paid off.
    """

    invoice: int = tell("Invoice")
    number: str = tell("Number", absent="")
    amount: Money = tell("Amount")
    last_day: date = tell("Last day to pay")
    interest_starts: date = tell("Interest starts")
    reference_rate: Decimal | None = tell("Reference rate, %")
    rate: Decimal | None = tell("Yearly rate, %", absent="not late yet")
    days: int = tell("Days")
    interest: Money = tell("Interest", totalled=True)
    interest_paid: Money
    compensation: Money = tell("Compensation", totalled=True)
    unpaid: Money = tell("Still unpaid", totalled=True)

    @property
    def interest_ends(self) -> date:
        """The last date that earns interest: when it was paid in full or, if unpaid, the date worked out to."""
        return self.last_day + timedelta(days=self.days)


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as at the end of `interest_to`.

    `amount_owed` is what is unpaid on the invoices. `statutory_interest` is shown in a caution if the contract's rate
    may be too low to count. `due_date` and `invoice_numbers` fill in those answers in other calculators. `working_text`
    is for a court.
    """

    headline: str
    interest: Money = tell("Interest so far", key=True)
    compensation: Money = tell("Fixed compensation", key=True)
    interest_and_compensation: Money = tell("Interest and compensation together")
    extra_costs: Money = tell("Collection costs above the compensation")
    amount_owed: Money = tell("Amount unpaid on the invoices")
    total_owed: Money = tell("Total owed to you", key=True)
    daily_interest: Daily = tell("Interest for each extra day", key=True)
    statutory_interest: Money | None
    statutory_compensation: Money | None
    due_date: date | None = tell("Due date of the oldest unpaid invoice", absent="")
    invoice_numbers: str | None = tell("Unpaid invoices", absent="")
    counted_to: date = tell("Last date the interest covers", answers="interest_counted_to")
    basis_used: Basis = tell("Kind of interest")
    per_invoice: tuple[InvoiceRow, ...] = tell("Breakdown by invoice")
    working_text: tuple[str, ...] = tell("Wording to paste into an online claim")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
