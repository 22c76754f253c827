"""What the reader is told."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import Choice, CustomerType, Daily, Money, Source, Step, tell
from calculators.next_step import NextStep

SHOWN = 25
"""How many rows of a long table a page shows. The files have them all."""


class State(Choice):
    """The status of an invoice on the date of the answer."""

    late = "Late"
    too_old = "Too old to claim"
    not_due = "Not due yet"
    paid_late = "Paid late"


class Worth(Choice):
    """Whether a claim is likely to pay, by the average result of court_costs."""

    yes = "Yes, on average"
    no = "No, it would cost more than it brings in"
    unknown = "Not known, because we couldn’t confirm a court fee"
    too_old = "No, it may be too late"


@dataclass(frozen=True, kw_only=True)
class InvoiceRow:
    """One invoice that is unpaid or was paid late; `worth_it` is about a claim for everything the customer owes."""

    customer: str = tell("Customer")
    number: str = tell("Invoice", absent="")
    state: State = tell("Status")
    last_day_to_pay: date = tell("Last day to pay")
    paid_on: date | None = tell("Paid on", absent="")
    days_late: int = tell("Days late")
    amount: Money = tell("Amount")
    unpaid: Money = tell("Unpaid", totalled=True)
    rate: Decimal | None = tell("Yearly rate, %", absent="")
    interest: Money = tell("Interest", totalled=True)
    compensation: Money = tell("Fixed compensation", totalled=True)
    total_owed: Money = tell("Total owed", formula="unpaid + interest + compensation", totalled=True)
    last_day_to_claim: date = tell("Last safe day to start a claim")
    next_step: NextStep | None = tell("Next step", absent="")
    worth_it: Worth | None = tell("Is court worth it?", absent="")
    file_row: int | None = tell("Row in your file", absent="")


@dataclass(frozen=True, kw_only=True)
class CustomerRow:
    """What one customer owes on late invoices that are still in time to claim, and what to do."""

    customer: str = tell("Customer")
    next_step: NextStep | None = tell("Next step", absent="nothing late")
    total_owed: Money = tell("Total owed", formula="unpaid + interest + compensation", totalled=True)
    days_late: int = tell("Days late")
    late_invoices: int = tell("Late invoices")
    unpaid: Money = tell("Unpaid", totalled=True)
    interest: Money = tell("Interest", totalled=True)
    compensation: Money = tell("Fixed compensation", totalled=True)
    daily_interest: Daily = tell("Interest for each extra day")
    last_day_to_claim: date | None = tell("Last safe day to claim (earliest)", absent="")
    worth_it: Worth | None = tell("Is court worth it?", absent="")
    court_result: Money | None = tell("Average result of going to court", estimate=True, absent="")
    not_due: Money = tell("Not due yet")
    credit: Money = tell("Credit still to be deducted")
    customer_type: CustomerType = tell("Type of customer")
    due_date: date | None = tell("Oldest due date", absent="")
    invoice_numbers: str = tell("Late invoice numbers", absent="")


@dataclass(frozen=True, kw_only=True)
class FirstRow:
    """A customer to deal with first."""

    customer: str = tell("Customer")
    total_owed: Money = tell("Total owed")
    days_late: int = tell("Days late")
    next_step: NextStep = tell("Next step")


@dataclass(frozen=True, kw_only=True)
class PaidLateRow:
    """What one customer owes for invoices paid late that are still in time to claim."""

    customer: str = tell("Customer")
    invoices: int = tell("Invoices paid late")
    interest: Money = tell("Interest", totalled=True)
    compensation: Money = tell("Fixed compensation", totalled=True)
    total_owed: Money = tell("Interest and compensation", formula="interest + compensation", totalled=True)
    first_time_limit: date = tell("Last safe day to claim (earliest)")


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A row that isn't counted, and why."""

    file_row: int | None = tell("Row in your file", absent="")
    customer: str = tell("Customer", absent="")
    number: str = tell("Invoice", absent="")
    why: str = tell("Why we left it out")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many rows there were of each kind that isn't in a table, or that a caution is about."""

    invoices: int = 0
    paid_on_time: int = 0
    paid_undated: int = 0
    repeated: int = 0
    part_paid_undated: int = 0
    dated_payments: int = 0
    statutory_days: int = 0
    too_old: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """The two tallies added together."""
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__})


@dataclass(frozen=True, kw_only=True)
class Part:
    """The part of an answer for some customers of a ledger; a whole ledger is answered from one or more parts."""

    customers: tuple[CustomerRow, ...]
    invoices: tuple[InvoiceRow, ...]
    paid_late: tuple[PaidLateRow, ...]
    left_out: tuple[LeftOut, ...]
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as at the end of the date `counted_to`."""

    headline: str
    total_owed: Money = tell("Total owed on late invoices", key=True, answers=None)
    unpaid: Money = tell("Amount unpaid on late invoices", answers=None)
    interest_and_compensation: Money = tell("Interest and compensation on unpaid invoices", key=True, answers=None)
    late_customers: int = tell("Customers with late invoices", key=True)
    paid_late_total: Money = tell("Interest and compensation on invoices paid late", key=True)
    not_due: Money = tell("Not due yet")
    counted_to: date = tell("Last date the interest covers")
    invoices_read: int = tell("Invoices loaded")
    paid_on_time: int = tell("Invoices paid on time")
    first: tuple[FirstRow, ...] = tell("What to do first", key=True)
    customers: tuple[CustomerRow, ...] = tell("Breakdown by customer", most_rows=SHOWN)
    invoices: tuple[InvoiceRow, ...] = tell("Breakdown by invoice", most_rows=SHOWN)
    paid_late: tuple[PaidLateRow, ...] = tell("What customers who paid late still owe you", most_rows=SHOWN)
    left_out: tuple[LeftOut, ...] = tell("Rows we left out", most_rows=SHOWN)
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
