"""The arithmetic of one plan: level payments that pay off a debt with simple interest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from calculators.kernel import NIL, Money, Percentage, to_pence

from .result_types import Instalment

BOUND = Decimal(10) ** 15
"""What a debt grows to at most: beyond it no plan makes sense, and its pennies would find no room."""

YEAR = 365
"""Days that a year's interest is spread over, in leap years too."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is spread over which days, at which interest, from which day.

    `deposit` is in pound-days: the deposit times the days until it is paid, which is never after the first payment.
    """

    debt: Money
    rate: Percentage
    starts: date
    dues: tuple[date, ...]
    deposit: Decimal

    @cached_property
    def spells(self) -> list[tuple[int, Decimal]]:
        """Before each payment the days in which interest runs, and the pound-days that the deposit adds."""
        days = [(due - before).days for before, due in pairwise((self.starts, *self.dues))]
        return [(days[0], self.deposit), *((number, Decimal(0)) for number in days[1:])]


def owed_each_day(terms: Terms, amount: Money) -> Iterator[Money]:
    """What is owed on each day, interest included, if that amount is paid on each day before.

    What grows out of all bounds stays at a bound, where its pennies still have room.
    """
    balance = terms.debt
    for days, deposit in terms.spells:
        owed = balance + _interest(terms, balance * days + deposit)
        yield owed
        balance = max(-BOUND, min(BOUND, owed - amount))


def _interest(terms: Terms, pound_days: Decimal) -> Money:
    """Simple interest on the debt still owed, by the day, rounded for each payment so that the column adds up."""
    return to_pence(pound_days * terms.rate / (100 * YEAR)) if terms.rate else NIL


def level_payment(terms: Terms) -> Money:
    """The largest amount, in whole pennies, that leaves the last payment no smaller than the others.

    Without interest that is the debt divided by the number of payments and cut to the penny.
    """
    number, days = len(terms.dues), (terms.dues[-1] - terms.starts).days
    most = (terms.debt + (terms.debt * days + terms.deposit) * terms.rate / (100 * YEAR)) / number
    low, high = int(terms.debt * 100 // number), int(most * 100) + (1 if terms.rate else 0)
    return _pounds(_most_that_fits(lambda pence: last_payment_of(terms, _pounds(pence)) - _pounds(pence), low, high))


def _most_that_fits(spare: Callable[[int], Decimal], low: int, high: int) -> int:
    """The highest number that leaves something to spare, or nothing, but no lack; the lowest does.

    What is left mostly falls almost in a straight line, so a guess is where that line meets nil; after one that has
    not halved what is open, the next is in the middle.
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
    """What the last payment comes to if the others are of that amount."""
    last = NIL
    for last in owed_each_day(terms, amount):  # noqa: B007 only the last one is looked at
        pass
    return last


def instalments_of(terms: Terms, amount: Money) -> Iterator[Instalment]:
    """The payments, the last of which takes what remains."""
    balance = terms.debt
    for number, ((days, deposit), due) in enumerate(zip(terms.spells, terms.dues, strict=True), 1):
        interest = _interest(terms, balance * days + deposit)
        principal = balance if number == len(terms.dues) else amount - interest
        balance -= principal
        yield Instalment(
            number=number,
            due=due,
            payment=principal + interest,
            interest=interest,
            principal=principal,
            balance=balance,
        )
