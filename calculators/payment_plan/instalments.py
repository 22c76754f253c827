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
"""What a debt grows to at most: beyond it no plan makes sense, and its pennies would find no room."""

YEAR = 365
"""Days that a year's interest is spread over, in leap years too."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What is spread over which days, at which interest, from which day.

    `deposit` is in pound-days: the deposit times the days until it is paid, which is never after the first payment.
    `steps` are the payments, counted from 1, at which the amount changes, in order; `balloon` is a larger last payment.
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
        """The amount that a step gives each payment, or None before the first step."""
        amounts, found = dict(self.steps), list[Money | None]()
        for number in range(1, len(self.dues) + 1):
            found.append(amounts.get(number, found[-1] if found else None))
        return found

    @cached_property
    def last_amount(self) -> Money | None:
        """What the last payment should come to at least, or None where it is like the ordinary ones."""
        return self.balloon or self.changed[-1]

    @cached_property
    def spells(self) -> list[tuple[int, Decimal]]:
        """Before each payment the days in which interest runs, and the pound-days that the deposit adds."""
        days = [(due - before).days for before, due in pairwise((self.starts, *self.dues))]
        return [(days[0], self.deposit), *((number, Decimal(0)) for number in days[1:])]


def owed_each_day(terms: Terms, amount: Money) -> Iterator[Money]:
    """What is owed on each day, interest included, if that amount is paid on each day before the first step.

    What grows out of all bounds stays at a bound, where its pennies still have room.
    """
    balance = terms.debt
    for (days, deposit), changed in zip(terms.spells, terms.changed, strict=True):
        owed = balance + _interest(terms, balance * days + deposit)
        yield owed
        balance = max(-BOUND, min(BOUND, owed - (changed or amount)))


def _interest(terms: Terms, pound_days: Decimal) -> Money:
    """Simple interest on the debt still owed, by the day, rounded for each payment so that the column adds up."""
    return to_pence(pound_days * terms.rate / (100 * YEAR)) if terms.rate else NIL


def level_payment(terms: Terms) -> Money:
    """The largest ordinary amount, in whole pennies, that leaves the last payment no smaller than it should be.

    Without interest that is what the other payments leave of the debt, divided by the number of ordinary payments and
    cut to the penny. Nothing where the other payments leave nothing.
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
    """What the last payment comes to if that is the ordinary amount."""
    last = NIL
    for last in owed_each_day(terms, amount):  # noqa: B007 only the last one is looked at
        pass
    return last


def instalments_of(terms: Terms, amount: Money) -> Iterator[Instalment]:
    """The payments, the last of which takes what remains."""
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
