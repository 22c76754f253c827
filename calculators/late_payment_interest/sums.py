"""What each invoice brings, and what they come to together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from calculators.kernel import NIL, REMEMBERED, Figure, Money, Percentage, figure, to_pence

from .debts import Debt, basis_of
from .rows import Basis

if TYPE_CHECKING:
    from .questions import Inputs


YEAR = 365
"""Days that a year's interest is spread over, in leap years too; the Act is silent and everybody counts so."""


REFERENCE_RATE = "uk.late_payment_reference_rate"
MARGIN = "uk.late_payment_margin"


@dataclass(frozen=True, kw_only=True)
class _Rate:
    """A rate in percent a year, with the figures that it is made of."""

    a_year: Decimal
    reference: Figure | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Line:
    """One invoice: the balances that bear interest, each with its days, at one rate; none if it is not late."""

    debt: Debt
    spans: tuple[tuple[Money, int], ...] = ()
    rate: _Rate | None = None
    fixed: Figure | None = None

    @cached_property
    def exact(self) -> Decimal:
        """The interest before it is rounded."""
        owed = sum((balance * days for balance, days in self.spans), Decimal(0))
        return owed * self.rate.a_year / 100 / YEAR if self.rate else Decimal(0)

    @cached_property
    def interest(self) -> Money:
        """The interest, rounded once."""
        return to_pence(self.exact)

    @cached_property
    def compensation(self) -> Money:
        """The fixed sum, nil where there is none."""
        return self.fixed.value if self.fixed else NIL

    @cached_property
    def unpaid(self) -> Money:
        """What is still to be paid of the invoice."""
        return self.debt.amount - sum((paid for _, paid in self.debt.paid), NIL)

    @cached_property
    def a_day(self) -> Decimal:
        """What runs each day from now on, not rounded; nil where no interest has started."""
        return self.unpaid * self.rate.a_year / 100 / YEAR if self.rate else Decimal(0)


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
    rate = _rate(basis, contract_rate, debt.starts)
    fixed = figure("uk.late_payment_compensation", debt.starts, owed_when_late) if basis is Basis.statutory else None
    return Line(debt=debt, spans=spans, rate=rate, fixed=fixed)


def _spans(debt: Debt, until: date) -> Iterator[tuple[Money, int]]:
    """The balances that bear interest, each with its days; the day of a payment still counts for what it pays."""
    balance, since = debt.amount, debt.last_day
    for day, paid in debt.paid:
        if day > since:
            yield balance, (day - since).days
            since = day
        balance -= paid
    if balance and until > since:
        yield balance, (until - since).days


def _rate(basis: Basis, contract_rate: Percentage | None, starts: date) -> _Rate:
    """The rate from the day that interest starts; it stays the same until the debt is paid (s4(2), s6)."""
    if basis is Basis.contract:
        return _Rate(a_year=contract_rate or Decimal(0))
    if basis is Basis.court_discretion:
        usual = figure("england_wales.court_interest_rate", starts)
        return _Rate(a_year=usual.value, figures=(usual,))
    reference, margin = figure(REFERENCE_RATE, starts), figure(MARGIN, starts)
    return _Rate(a_year=margin.value + reference.value, reference=reference, figures=(reference, margin))


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
