"""Money and percentages: exact decimals, rounded once and half up."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Annotated

Money = Annotated[Decimal, "money"]
"""Pounds, exact to the penny once rounded."""

Percentage = Annotated[Decimal, "percentage"]
"""A share of a hundred: 75 means 75 in 100."""

NIL = Decimal("0.00")
PENNY = Decimal("0.01")

REMEMBERED = 4096
"""Texts that are kept, since the next answer says most of them again."""


def to_pence(amount: Decimal) -> Money:
    """Pounds to the nearest penny, a half rounded up (away from nil); nil has no sign."""
    return amount.quantize(PENNY, ROUND_HALF_UP) + NIL


def truncate_to_pence(amount: Decimal) -> Money:
    """Pounds with any part of a penny dropped, as the courts' fee register does for percentages."""
    return amount.quantize(PENNY, ROUND_DOWN)


def to_percentage(share: Decimal) -> Percentage:
    """A share of one as a percentage to two decimals, half up: 0.09867 is 9.87."""
    return (share * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def portion(amount: Decimal, percentage: Percentage) -> Decimal:
    """That percentage of the amount, not rounded."""
    return amount * percentage / 100


def apportion(exact: Sequence[Decimal], unit: Decimal = PENNY) -> list[Decimal]:
    """Each part rounded to the unit so that the parts add up to the rounded total.

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
    """An estimate as a reader should see it: to £1 under £100, to £10 under £1,000, else three significant figures."""
    exponent = 0 if abs(amount) < 100 else max(1, amount.adjusted() - 2)
    unit = Decimal(10) ** exponent
    return ((amount / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit).quantize(PENNY)


def estimated(amount: Decimal) -> str:
    """An estimate in a sentence: about £4,670; nothing is exactly £0."""
    return f"about {pounds(rough(amount))}" if amount else pounds(amount)


def span(low: Decimal, high: Decimal) -> str:
    """The range of an estimate in a sentence: £3,820 to £5,100, or one amount where both round to it."""
    return estimated(low) if rough(low) == rough(high) else f"{pounds(rough(low))} to {pounds(rough(high))}"


@lru_cache(REMEMBERED)
def pounds_and_pence(amount: Decimal) -> str:
    """Money in a column: £115.00, −£296.00."""
    sign = "−" if amount < 0 else ""
    return f"{sign}£{abs(amount):,.2f}"


def plain(number: Decimal) -> str:
    """The number without idle zeros or an exponent: 75, 11.3, 5.085."""
    text = str(number)
    text = f"{number:f}" if "E" in text else text
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(number: Percentage) -> str:
    """A percentage in a sentence, to one decimal at most: 9.9%, 75%."""
    return plain(number.quantize(Decimal("0.1"), ROUND_HALF_UP)) + "%"


def likelihood(chance: Percentage) -> str:
    """The word for a chance: about even from 40% to 60%, likely above that, unlikely below."""
    if chance == 100:
        return "certain"
    if 40 <= chance <= 60:
        return "about even"
    very = "very " if chance >= 90 or chance <= 10 else ""
    return f"{very}{'likely' if chance > 60 else 'unlikely'}"


def fine_percent(number: Percentage) -> str:
    """A percentage that a line of working multiplies by, to four decimals so that the line comes out: 53.22%."""
    return exact_percent(number.quantize(Decimal("0.0001"), ROUND_HALF_UP))


def exact_percent(number: Percentage) -> str:
    """A percentage that somebody typed or that binds, with all its decimals: 11.75%, 33.33%."""
    return plain(number) + "%"
