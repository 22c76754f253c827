"""The working of an answer: the lines that add up to it, and the source of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel.base.money import NIL, Money
from calculators.kernel.base.schema import tell
from calculators.kernel.figures.reference import Figure


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the working; a total is the sum of the lines since the previous total."""

    label: str = tell("Step")
    amount: Money = tell("Amount")
    source: Figure | None = tell("Source")
    total: bool = tell("Total")


@dataclass(frozen=True, kw_only=True)
class Source:
    """The dated figure that a field of an answer is based on."""

    field: str
    figure: Figure


def step(label: str, amount: Decimal, source: Figure | None = None) -> Step:
    """A line of the working."""
    return Step(label=label, amount=amount, source=source, total=False)


def adding_up(label: str, steps: Sequence[Step]) -> list[Step]:
    """The steps followed by their total."""
    return [*steps, Step(label=label, amount=total(steps), source=None, total=True)]


def total(steps: Iterable[Step]) -> Money:
    """The sum of the lines, leaving out totals."""
    return sum((one.amount for one in steps if not one.total), NIL)
