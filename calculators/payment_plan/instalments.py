"""The arithmetic of one plan: payments that pay off a debt with simple interest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from calculators.kernel import NIL, Money, Percentage, to_pence

from .result_types import Instalment

BOUND = Decimal(10) ** 15
"""The largest balance worked out: beyond it no plan makes sense, and Decimal would have no room for the pennies."""

YEAR = 365
"""The number of days in a year for working out interest, in leap years too."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The terms of a plan: the debt, the interest rate, the start date, the due dates and any unequal payments.

    `deposit` is in pound-days: the deposit times the days until it's paid, which is never after the first payment.
    `steps` has the payments, counted from 1, at which the amount changes, in order, with the new amounts; `balloon` is
    a larger last payment.
    """

    debt: Money
    rate: Percentage
    starts: date
    dues: tuple[date, ...]
    deposit: Decimal
    steps: tuple[tuple[int, Money], ...] = ()
    balloon: Money | None = None

    @cached_property
    def changed(self) -> list[Money | None]:
        """The amount of each payment as set by the changes, or None before the first change."""
        amounts, found = dict(self.steps), list[Money | None]()
        for number in range(1, len(self.dues) + 1):
            found.append(amounts.get(number, found[-1] if found else None))
        return found

    @cached_property
    def last_amount(self) -> Money | None:
        """The least that the last payment should be, or None if it's like the ordinary ones."""
        return self.balloon or self.changed[-1]

    @cached_property
    def spells(self) -> list[tuple[int, Decimal]]:
        """For each payment, the days of interest before it and the pound-days that the deposit adds."""
        days = [(due - before).days for before, due in pairwise((self.starts, *self.dues))]
        return [(days[0], self.deposit), *((number, Decimal(0)) for number in days[1:])]


def owed_each_day(terms: Terms, amount: Money) -> Iterator[Money]:
    """The amount owed on each due date, with interest, if `amount` is paid on each until the amount changes.

    A balance that grows without limit is capped at BOUND, so there's still room for the pennies.
    """
    balance = terms.debt
    for (days, deposit), changed in zip(terms.spells, terms.changed, strict=True):
        owed = balance + _interest(terms, balance * days + deposit)
        yield owed
        balance = max(-BOUND, min(BOUND, owed - (changed or amount)))


def _interest(terms: Terms, pound_days: Decimal) -> Money:
    """Simple daily interest on the debt still owed, rounded to the penny for each payment so the column adds up."""
    return to_pence(pound_days * terms.rate / (100 * YEAR)) if terms.rate else NIL


def level_payment(terms: Terms) -> Money:
    """The largest ordinary payment, in whole pennies, that leaves the last payment no smaller than it should be.

    Without interest, that's the part of the debt that the other payments leave, divided by the number of ordinary
    payments and rounded down to the penny. Zero if the other payments leave nothing.
    """
    days, last = (terms.dues[-1] - terms.starts).days, terms.last_amount
    others = [*terms.changed[:-1], last]
    number, fixed = others.count(None), sum((one for one in others if one), NIL)
    most = (terms.debt - fixed + (terms.debt * days + terms.deposit) * terms.rate / (100 * YEAR)) / number
    low, high = max(0, int((terms.debt - fixed) * 100 // number)), int(most * 100) + (1 if terms.rate else 0)

    def spare(pence: int) -> Decimal:
        return last_payment_of(terms, _pounds(pence)) - (last or _pounds(pence))

    if high <= 0 or (low == 0 and spare(low) < 0):
        return NIL
    return _pounds(_most_that_fits(spare, low, high))


def _most_that_fits(spare: Callable[[int], Decimal], low: int, high: int) -> int:
    """The highest number from `low` to `high` for which `spare` isn't negative; it must not be negative for `low`.

    `spare` mostly falls almost in a straight line, so each guess is where that line meets zero. After a guess that
    hasn't halved the range, the next guess is in the middle.
    """
    if low == high:
        return low
    over, under = spare(low), spare(high)
    if under >= 0:
        return high
    halve = False
    while low < high:
        width = high - low
        guess = width // 2 if halve else int(over / (over - under) * width)
        middle = low + min(width, max(1, guess))
        left = spare(middle)
        low, over, high, under = (middle, left, high, under) if left >= 0 else (low, over, middle - 1, left)
        halve = 2 * (high - low) > width
    return low


def _pounds(pence: int) -> Money:
    return to_pence(Decimal(pence) / 100)


def last_payment_of(terms: Terms, amount: Money) -> Money:
    """What the last payment comes to if `amount` is the ordinary payment."""
    last = NIL
    for last in owed_each_day(terms, amount):  # noqa: B007 only the last one is looked at
        pass
    return last


def instalments_of(terms: Terms, amount: Money) -> Iterator[Instalment]:
    """The payments of the schedule; the last one pays off what remains."""
    balance = terms.debt
    plan = zip(terms.spells, terms.dues, terms.changed, strict=True)
    for number, ((days, deposit), due, changed) in enumerate(plan, 1):
        interest = _interest(terms, balance * days + deposit)
        principal = balance if number == len(terms.dues) else (changed or amount) - interest
        balance -= principal
        yield Instalment(
            number=number,
            due=due,
            payment=principal + interest,
            interest=interest,
            principal=principal,
            balance=balance,
        )
