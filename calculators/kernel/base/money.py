"""Money and percentages: exact decimals, rounded once and half up."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Annotated

Money = Annotated[Decimal, "money"]
"""Pounds, exact to the penny once rounded."""

Percentage = Annotated[Decimal, "percentage"]
"""A percentage: 75 means 75 in 100."""

NIL = Decimal("0.00")
PENNY = Decimal("0.01")

REMEMBERED = 4096
"""The most results that each cache keeps, since the next answer needs most of them again."""


def to_pence(amount: Decimal) -> Money:
    """Pounds to the nearest penny, with half a penny rounded up (away from zero); zero never has a minus sign."""
    return amount.quantize(PENNY, ROUND_HALF_UP) + NIL


def truncate_to_pence(amount: Decimal) -> Money:
    """Pounds with any fraction of a penny dropped, as the courts' fee register does for percentages."""
    return amount.quantize(PENNY, ROUND_DOWN)


def to_percentage(share: Decimal) -> Percentage:
    """A fraction of 1 as a percentage to two decimal places, rounded half up: 0.09867 is 9.87."""
    return (share * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def portion(amount: Decimal, percentage: Percentage) -> Decimal:
    """A percentage of an amount, not rounded."""
    return amount * percentage / 100


def apportion(exact: Sequence[Decimal], unit: Decimal = PENNY) -> list[Decimal]:
    """Rounds parts to the unit and makes them add up to the rounded total.

    Every part is rounded down, then the units still missing go to the parts that lost most.
    """
    total = sum(exact, Decimal(0)).quantize(unit, ROUND_HALF_UP)
    floors = [(part / unit).to_integral_value("ROUND_FLOOR") * unit for part in exact]
    missing = int((total - sum(floors, Decimal(0))) / unit)
    by_loss = sorted(range(len(exact)), key=lambda i: floors[i] - exact[i])
    for i in by_loss[:missing]:
        floors[i] += unit
    return [part.quantize(unit) + 0 for part in floors]


def pounds(amount: Decimal) -> str:
    """Money in a sentence: £115, £1,158.90, −£296."""
    text = pounds_and_pence(amount)
    return text.removesuffix(".00")


def rough(amount: Decimal) -> Money:
    """An estimate rounded half up for display: to £1 under £100, £10 under £1,000, else three significant figures."""
    exponent = 0 if abs(amount) < 100 else max(1, amount.adjusted() - 2)
    unit = Decimal(10) ** exponent
    return ((amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit).quantize(PENNY)


def estimated(amount: Decimal) -> str:
    """An estimate in a sentence: about £4,670. Zero is exact, so it's just £0."""
    return f"about {pounds(rough(amount))}" if amount else pounds(amount)


def span(low: Decimal, high: Decimal) -> str:
    """The range of an estimate in a sentence: £3,820 to £5,100, or one amount if both ends round to it."""
    return estimated(low) if rough(low) == rough(high) else f"{pounds(rough(low))} to {pounds(rough(high))}"


@lru_cache(REMEMBERED)
def pounds_and_pence(amount: Decimal) -> str:
    """Money in a column: £115.00, −£296.00."""
    sign = "−" if amount < 0 else ""
    return f"{sign}£{abs(amount):,.2f}"


def plain(number: Decimal) -> str:
    """The number without trailing zeros or an exponent: 75, 11.3, 5.085."""
    text = str(number)
    text = f"{number:f}" if "E" in text else text
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(number: Percentage) -> str:
    """A percentage in a sentence, to at most one decimal place, half up: 9.9%, 75%."""
    return plain(number.quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


def likelihood(chance: Percentage) -> str:
    """A chance in words: about even from 40% to 60%, likely above, unlikely below; “very” from 90% or up to 10%."""
    if chance == 100:
        return "certain"
    if 40 <= chance <= 60:
        return "about even"
    very = "very " if chance >= 90 or chance <= 10 else ""
    return f"{very}{'likely' if chance > 60 else 'unlikely'}"


def fine_percent(number: Percentage) -> str:
    """A percentage used in a line of working, to four decimal places so that the sum can be checked: 53.22%."""
    return exact_percent(number.quantize(Decimal("0.0001"), ROUND_HALF_UP))


def exact_percent(number: Percentage) -> str:
    """A percentage that was typed or is binding, with all its decimal places: 11.75%, 33.33%."""
    return plain(number) + "%"
