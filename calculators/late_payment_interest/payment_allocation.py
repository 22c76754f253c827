"""Which invoice, or which invoice's interest, a payment goes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from calculators.kernel import NIL, ONE_DAY, Money, Percentage, to_pence

from .input_types import Basis
from .rates import interest_on, rate_from


@dataclass(kw_only=True)
class Account:
    """An invoice while payments are set against it, in date order.

    `pound_days` is the sum of each balance that has earned interest so far times its days.
    """

    row: int
    amount: Money
    last_day: date
    basis: Basis
    contract_rate: Percentage | None
    paid: list[tuple[date, Money]] = field(default_factory=list)
    unpaid: Money = field(init=False)
    interest_paid: Money = NIL
    pound_days: Decimal = Decimal(0)
    counted_to: date = date.min

    def __post_init__(self) -> None:
        self.unpaid = self.amount

    def take(self, day: date, money: Money) -> Money:
        """Pays off the invoice, and returns the rest of the money."""
        part = min(money, self.unpaid)
        if part:
            self.paid.append((day, part))
            self.unpaid -= part
        return money - part

    def take_for_interest(self, day: date, money: Money) -> Money:
        """Pays off the interest up to and including that date, and returns the rest of the money. Raises NoFigure."""
        self._count(day)
        if not self.pound_days:
            return money
        rate = rate_from(self.basis, self.contract_rate, self.last_day + ONE_DAY)
        part = min(money, to_pence(interest_on(self.pound_days, rate)) - self.interest_paid)
        self.interest_paid += part
        return money - part

    def _count(self, day: date) -> None:
        since = max(self.counted_to, self.last_day)
        if day > since:
            self.pound_days += self.unpaid * (day - since).days
        self.counted_to = day


def share_out(
    accounts: Sequence[Account], payments: Iterable[tuple[date, Money, int | None]], *, interest_first: bool
) -> Money:
    """Sets each payment against the invoice it names, then the oldest ones; returns the total left over.

    With `interest_first`, interest is paid off before the invoices, as when neither side says what a payment is for:
    Parr's Banking Co v Yates [1898] 2 QB 460.
    """
    left_over = NIL
    for day, money, row in sorted(payments, key=lambda one: one[:2]):
        rest = money
        for group in ([one for one in accounts if one.row == row], accounts):
            if interest_first:
                for one in group:
                    rest = one.take_for_interest(day, rest)
            for one in group:
                rest = one.take(day, rest)
        left_over += rest
    return left_over
