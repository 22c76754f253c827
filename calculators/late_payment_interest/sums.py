"""What each invoice brings, and what they come to together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from calculators.kernel import NIL, REMEMBERED, CustomerType, Figure, Money, NoFigure, Percentage, figure, to_pence

from .debts import Debt, basis_of, debts_of
from .input_types import Basis, PaymentsGoTo
from .rates import Rate, interest_on, rate_from

if TYPE_CHECKING:
    from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Line:
    """One invoice: the balances that bear interest, each with its days, at one rate; none if it is not late."""

    debt: Debt
    spans: tuple[tuple[Money, int], ...] = ()
    rate: Rate | None = None
    fixed: Figure | None = None

    @cached_property
    def ends(self) -> date:
        """The last day that bears interest: the day it was paid in full, or the day to count to."""
        return self.debt.last_day + timedelta(days=sum(days for _, days in self.spans))

    @cached_property
    def exact(self) -> Decimal:
        """The interest before it is rounded."""
        owed = sum((balance * days for balance, days in self.spans), Decimal(0))
        return interest_on(owed, self.rate) if self.rate else Decimal(0)

    @cached_property
    def all_interest(self) -> Money:
        """The interest, rounded once."""
        return to_pence(self.exact)

    @cached_property
    def interest(self) -> Money:
        """The interest that is still to be paid."""
        return self.all_interest - self.debt.interest_paid

    @cached_property
    def compensation(self) -> Money:
        """The fixed sum, nil where there is none."""
        return self.fixed.value if self.fixed else NIL

    @cached_property
    def unpaid(self) -> Money:
        """What is still to be paid of the invoice."""
        return self.debt.amount - self.debt.before_claim - sum((paid for _, paid in self.debt.paid), NIL)

    @cached_property
    def a_day(self) -> Decimal:
        """What runs each day from now on, not rounded; nil where no interest has started."""
        return interest_on(self.unpaid, self.rate) if self.rate else Decimal(0)


def line_of(inputs: "Inputs", debt: Debt) -> Line:
    """What one invoice brings by the day to count to. Raises NoFigure."""
    return _worked_out(debt, inputs.interest_to, basis_of(inputs), inputs.contract_rate)


@lru_cache(maxsize=REMEMBERED)
def _worked_out(debt: Debt, until: date, basis: Basis, contract_rate: Percentage | None) -> Line:
    """One invoice; while somebody types, most of them stay as they were."""
    spans = tuple(_spans(debt, until))
    if not spans:
        return Line(debt=debt)
    owed_when_late, _ = spans[0]
    rate = rate_from(basis, contract_rate, debt.starts)
    fixed = figure("uk.late_payment_compensation", debt.starts, owed_when_late) if basis is Basis.statutory else None
    return Line(debt=debt, spans=spans, rate=rate, fixed=fixed)


def _spans(debt: Debt, until: date) -> Iterator[tuple[Money, int]]:
    """The balances that bear interest, each with its days; the day of a payment still counts for what it pays."""
    balance, since = debt.amount - debt.before_claim, debt.last_day
    for day, paid in debt.paid:
        if day > since:
            yield balance, (day - since).days
            since = day
        balance -= paid
    if balance and until > since:
        yield balance, (until - since).days


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What it all comes to, in pounds."""

    interest: Money
    compensation: Money
    extra_costs: Money
    unpaid: Money
    paid_beyond: Money
    a_day: Decimal

    @property
    def on_top(self) -> Money:
        """What late payment adds to the invoices."""
        return self.interest + self.compensation

    @property
    def before_overpayment(self) -> Money:
        """All that is owed, before what was paid beyond the invoices is taken off."""
        return self.unpaid + self.on_top + self.extra_costs

    @property
    def set_off(self) -> Money:
        """What was paid beyond the invoices, as far as it pays for the rest."""
        return min(self.paid_beyond, self.before_overpayment)

    @property
    def total(self) -> Money:
        """What is left to ask for."""
        return self.before_overpayment - self.set_off


def sums_of(inputs: "Inputs", lines: Sequence[Line], paid_beyond: Money) -> Sums:
    """All invoices together; costs of recovery count above the compensation (s5A(2A))."""
    compensation = sum((line.compensation for line in lines), NIL)
    return Sums(
        interest=sum((line.interest for line in lines), NIL),
        compensation=compensation,
        extra_costs=max(NIL, inputs.recovery_costs - compensation) if compensation else NIL,  # s5A(2A)
        unpaid=sum((line.unpaid for line in lines), NIL),
        paid_beyond=paid_beyond,
        a_day=sum((line.a_day for line in lines), Decimal(0)).quantize(Decimal("0.0001"), ROUND_HALF_UP),
    )


def work_out(inputs: "Inputs") -> tuple[list[Line], Sums]:
    """What each invoice brings, in the order typed, and what they come to together. Raises NoFigure."""
    debts, paid_beyond = debts_of(inputs)
    lines = sorted((line_of(inputs, debt) for debt in debts), key=lambda line: line.debt.number)
    return lines, sums_of(inputs, lines, paid_beyond)


REAL_REMEDY = 5
"""Points above Bank Rate that a judge would have accepted: Yuanda v WW Gear [2010] EWHC 720 (TCC)."""


def statutory_beside(inputs: "Inputs") -> tuple[Money, Money] | None:
    """Interest and compensation under the Act, where a business's contract gives less than a judge once accepted.

    1998 Act, s8 and s9: a term that is no substantial remedy falls away. None where a rate is not known.
    """
    if inputs.basis is not Basis.contract or inputs.customer_type is CustomerType.consumer:
        return None
    instead = replace(inputs, basis=Basis.statutory, payments_go_to=PaymentsGoTo.invoice_first)
    try:
        lines = [line_of(instead, debt) for debt in debts_of(instead)[0]]
    except NoFigure:
        return None
    references = [line.rate.reference.value for line in lines if line.rate and line.rate.reference]
    if not any((inputs.contract_rate or NIL) < one + REAL_REMEDY for one in references):
        return None
    return sum((one.interest for one in lines), NIL), sum((one.compensation for one in lines), NIL)
