"""The rate of interest on an invoice."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import Figure, Percentage, figure

from .input_types import Basis

YEAR = 365
"""The days that a year's interest is divided by, even in leap years; the Act doesn't say, but this is the usual way."""

REFERENCE_RATE = "uk.late_payment_reference_rate"
MARGIN = "uk.late_payment_margin"


@dataclass(frozen=True, kw_only=True)
class Rate:
    """A rate in per cent a year, with the figures it's made up of."""

    a_year: Decimal
    reference: Figure | None = None
    figures: tuple[Figure, ...] = ()


def rate_from(basis: Basis, contract_rate: Percentage | None, starts: date) -> Rate:
    """The rate on the date that interest starts, which applies until the debt is paid (s4(2), s6)."""
    if basis is Basis.contract:
        return Rate(a_year=contract_rate or Decimal(0))
    if basis is Basis.court_discretion:
        usual = figure("england_wales.court_interest_rate", starts)
        return Rate(a_year=usual.value, figures=(usual,))
    reference, margin = figure(REFERENCE_RATE, starts), figure(MARGIN, starts)
    return Rate(a_year=margin.value + reference.value, reference=reference, figures=(reference, margin))


def interest_on(pound_days: Decimal, rate: Rate) -> Decimal:
    """Simple interest, not rounded, on the sum of balances times days."""
    return pound_days * rate.a_year / 100 / YEAR
