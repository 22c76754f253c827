"""What changes an answer most: each number is moved a little while the others stay as they are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import to_pence
from calculators.kernel.base.schema import Item, items, show
from calculators.kernel.contract.calculator import Calculator, label_of, shown
from calculators.kernel.figures.reference import NoFigure
from calculators.kernel.output.answer_html import scrolling
from calculators.kernel.output.chart import Spread, spreads

TITLE = "What makes the most difference?"
POINTS = Decimal(10)
"""How many points a chance or other percentage is moved, up and down: our choice."""

SHARE = Decimal("0.1")
"""The fraction by which any other amount is moved; a whole number moves by one."""

HOW = (
    "We changed each number that you entered or we assumed, one at a time: percentages by 10 points, whole numbers by "
    "one, and anything else by a tenth."
)
SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class Move:
    """One number moved down and up, and the answer in each case."""

    noun: str
    lower: str
    higher: str
    low: Decimal
    high: Decimal

    @property
    def spread(self) -> Decimal:
        """How far apart the two answers are."""
        return abs(self.high - self.low)


def turns_on(calculator: Calculator) -> Item | None:
    """The main figure of an answer, if the calculator names one in `TURNS_ON`."""
    name = getattr(calculator, "TURNS_ON", None)
    return next((item for item in items(calculator.Result) if item.name == name), None)


def moves(calculator: Calculator, main: Item, inputs: Any) -> tuple[Move, ...]:
    """Every number that can be moved, starting with the one that changes the answer most."""
    found = (_move(calculator, main, inputs, item) for item in items(type(inputs)))
    return tuple(sorted((one for one in found if one), key=lambda one: -one.spread))


def _move(calculator: Calculator, main: Item, inputs: Any, item: Item) -> Move | None:
    value = getattr(inputs, item.name)
    if not item.ask or isinstance(value, bool) or not isinstance(value, (Decimal, int)) or not value:
        return None
    down, up = (_held(item, moved) for moved in _around(item, value))
    low, high = (_figure(calculator, main, replace(inputs, **{item.name: moved})) for moved in (down, up))
    if low is None or high is None:
        return None
    return Move(noun=item.ask.noun, lower=show(item.kind, down), higher=show(item.kind, up), low=low, high=high)


def _around(item: Item, value: Any) -> tuple[Any, Any]:
    if item.kind is int:
        return value - 1, value + 1
    by = POINTS if item.kind == "percentage" else value * SHARE
    return tuple(to_pence(moved) if item.kind == "money" else moved for moved in (value - by, value + by))  # type: ignore[return-value]


def _held(item: Item, value: Any) -> Any:
    """The value, kept within the bounds of its question."""
    low, high = (item.ask.low, item.ask.high) if item.ask else (None, None)
    kind = type(value)
    value = kind(low) if low is not None and value < low else value
    return kind(high) if high is not None and value > high else value


def _figure(calculator: Calculator, main: Item, inputs: Any) -> Decimal | None:
    """The main figure for these answers; None if they contradict each other or a figure isn't known."""
    try:
        if list(getattr(inputs, "problems", tuple)()):
            return None
        figure: Decimal | None = getattr(calculator.calculate(inputs), main.name)
    except NoFigure:
        return None
    return figure


# Drawing


def as_html(calculator: Calculator, inputs: Any, result: Any) -> str:
    """A sentence about the number that matters most, then all of them as a chart and a table."""
    main = turns_on(calculator)
    base = getattr(result, main.name) if main else None
    if main is None or base is None:
        return _section("<p>We can’t work this out, because we couldn’t confirm one of the fees.</p>")
    found = moves(calculator, main, inputs)
    told = [one for one in found if one.spread]
    if not told:
        return _section("<p>Changing any of your numbers a little makes no difference.</p>")
    still = [one.noun for one in found if not one.spread]
    return _section(
        f'<p class="most">{escape(_most(main, base, told[0]))}</p><p>{HOW}</p>'
        f'<figure class="chart">{spreads(TITLE, base, tuple(_spreads(told[:SHOWN])))}</figure>'
        f"{_table(main, told)}"
        + (f"<p>Changing these a little makes no difference: {escape('; '.join(still))}.</p>" if still else "")
    )


def _section(drawn: str) -> str:
    return f'<section class="moves" tabindex="-1"><h3>{TITLE}</h3>{drawn}</section>'


def _most(main: Item, base: Decimal, first: Move) -> str:
    low, high = sorted((first.low, first.high))
    return (
        f"{_begun(first.noun)} makes the most difference. If it goes from {first.lower} to {first.higher}, "
        f"“{label_of(main)}” goes from {shown(main, low)} to {shown(main, high)}. At the moment it’s "
        f"{shown(main, base)}."
    )


def _spreads(told: list[Move]) -> Iterator[Spread]:
    for one in told:
        yield Spread(label=_begun(one.noun), low=one.low, high=one.high)


def _table(main: Item, told: list[Move]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(_begun(one.noun))}</th>'
        f"{_cell(main, one.lower, one.low)}{_cell(main, one.higher, one.high)}</tr>"
        for one in told
    )
    numbers = "".join(f'<th scope="col" class="number">{text}</th>' for text in ("If it’s lower", "If it’s higher"))
    head = f'<tr><th scope="col">Number we changed</th>{numbers}</tr>'
    return scrolling(label_of(main), f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>", of=TITLE)


def _cell(main: Item, moved: str, then: Decimal) -> str:
    return f'<td class="number">{escape(shown(main, then))}<span>at {escape(moved)}</span></td>'


def _begun(noun: str) -> str:
    """A noun with a capital letter, to start a sentence or a label."""
    return noun[0].upper() + noun[1:]
