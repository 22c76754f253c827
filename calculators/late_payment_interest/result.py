"""What the reader is told."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import Daily, Money, Source, Step, tell

from .rows import Basis


@dataclass(frozen=True, kw_only=True)
class InvoiceRow:
    """What one invoice brings; the rates are in percent a year, the days those for which interest runs."""

    invoice: int = tell("Invoice")
    amount: Money = tell("Amount")
    last_day: date = tell("Last day to pay")
    interest_starts: date = tell("Interest starts")
    reference_rate: Decimal | None = tell("Reference rate, %")
    rate: Decimal | None = tell("Rate a year, %", absent="not late yet")
    days: int = tell("Days")
    interest: Money = tell("Interest")
    compensation: Money = tell("Compensation")
    unpaid: Money = tell("Still unpaid")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as it stands at the end of `interest_to`.

    `amount_owed` is what is unpaid of the invoices; `working_text` is written for a court.
    """

    headline: str
    interest: Money = tell("Interest so far")
    compensation: Money = tell("Fixed compensation")
    interest_and_compensation: Money = tell("Interest and compensation together")
    extra_costs: Money = tell("Cost of collecting, above the compensation")
    amount_owed: Money = tell("Still unpaid of the invoices")
    total_owed: Money = tell("Owed to you in all")
    daily_interest: Daily = tell("More for each day from then on")
    counted_to: date = tell("Counted up to and including")
    basis_used: Basis = tell("Kind of interest")
    per_invoice: tuple[InvoiceRow, ...] = tell("Invoice by invoice")
    working_text: tuple[str, ...] = tell("Words to paste into an online claim")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
