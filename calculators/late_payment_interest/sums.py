"""The interest and compensation on each invoice, and in total."""

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
    """One invoice: each balance that earns interest with its days, and the rate; neither if the invoice isn't late."""

    debt: Debt
    spans: tuple[tuple[Money, int], ...] = ()
    rate: Rate | None = None
    fixed: Figure | None = None

    @cached_property
    def ends(self) -> date:
        """The last date that earns interest: when it was paid in full, or the date worked out to."""
        return self.debt.last_day + timedelta(days=sum(days for _, days in self.spans))

    @cached_property
    def exact(self) -> Decimal:
        """The interest before rounding, including any that payments have paid off."""
        owed = sum((balance * days for balance, days in self.spans), Decimal(0))
        return interest_on(owed, self.rate) if self.rate else Decimal(0)

    @cached_property
    def all_interest(self) -> Money:
        """The interest, rounded once, including any that payments have paid off."""
        return to_pence(self.exact)

    @cached_property
    def interest(self) -> Money:
        """The interest that is still unpaid."""
        return self.all_interest - self.debt.interest_paid

    @cached_property
    def compensation(self) -> Money:
        """The fixed compensation, or zero if there is none."""
        return self.fixed.value if self.fixed else NIL

    @cached_property
    def unpaid(self) -> Money:
        """What is still unpaid on the invoice."""
        return self.debt.amount - self.debt.before_claim - sum((paid for _, paid in self.debt.paid), NIL)

    @cached_property
    def a_day(self) -> Decimal:
        """The interest for each further day, not rounded; zero if no interest has started."""
        return interest_on(self.unpaid, self.rate) if self.rate else Decimal(0)


def line_of(inputs: "Inputs", debt: Debt) -> Line:
    """The interest and compensation on one invoice, up to `interest_to`. Raises NoFigure."""
    return _worked_out(debt, inputs.interest_to, basis_of(inputs), inputs.contract_rate)


@lru_cache(maxsize=REMEMBERED)
def _worked_out(debt: Debt, until: date, basis: Basis, contract_rate: Percentage | None) -> Line:
    """One invoice; remembered, because most invoices stay the same while the reader types."""
    spans = tuple(_spans(debt, until))
    if not spans:
        return Line(debt=debt)
    owed_when_late, _ = spans[0]
    rate = rate_from(basis, contract_rate, debt.starts)
    fixed = figure("uk.late_payment_compensation", debt.starts, owed_when_late) if basis is Basis.statutory else None
    return Line(debt=debt, spans=spans, rate=rate, fixed=fixed)


def _spans(debt: Debt, until: date) -> Iterator[tuple[Money, int]]:
    """Each balance that earns interest, with its days; an amount still earns interest on the date it's paid."""
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
    """The totals, in pounds."""

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
        """Everything owed, before any overpayment is taken off."""
        return self.unpaid + self.on_top + self.extra_costs

    @property
    def set_off(self) -> Money:
        """The part of any overpayment that pays for interest, compensation and costs."""
        return min(self.paid_beyond, self.before_overpayment)

    @property
    def total(self) -> Money:
        """What is left to ask for."""
        return self.before_overpayment - self.set_off


def sums_of(inputs: "Inputs", lines: Sequence[Line], paid_beyond: Money) -> Sums:
    """The totals of all invoices; costs of recovery only count above the compensation (s5A(2A))."""
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
    """The interest and compensation on each invoice, in the order typed, and the totals. Raises NoFigure."""
    debts, paid_beyond = debts_of(inputs)
    lines = sorted((line_of(inputs, debt) for debt in debts), key=lambda line: line.debt.number)
    return lines, sums_of(inputs, lines, paid_beyond)


REAL_REMEDY = 5
"""Percentage points above Bank Rate that a judge would have accepted: Yuanda v WW Gear [2010] EWHC 720 (TCC)."""


def statutory_beside(inputs: "Inputs") -> tuple[Money, Money] | None:
    """Interest and compensation under the Act, if a contract's rate is lower than a judge would have accepted.

    1998 Act, s8 and s9: a term that gives no substantial remedy has no effect. None for a consumer, if interest isn't
    claimed under a contract, if the contract's rate is high enough, or if a rate isn't known.
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
