"""Small charts as inline SVG, the same on a built page, in an answer and in the book.

Colours are presentation attributes, so a chart needs no style sheet; its classes let a style sheet recolour it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import NIL, Money, pounds

WIDTH = 340
BAR = 18
DOT = 6
ROW = 42
CASE = 52
AMOUNT = 84
"""Room for an amount beside the longest bar."""
SPREAD = 66
LEFT_INK = "#a5451c"
RIGHT_INK = "#1d6b48"


@dataclass(frozen=True, kw_only=True)
class Bar:
    """The amount that someone ends up with in one case, and how likely that is, in words."""

    label: str
    amount: Money
    chance: str


def bars(title: str, cases: Sequence[Bar]) -> str:
    """A bar from zero for each case, to the right for money gained and to the left for money lost."""
    least, most = (end([NIL, *(case.amount for case in cases)]) for end in (min, max))
    scale = (least, most - least or Decimal(1))
    drawn = (_bar(case, number * CASE, scale) for number, case in enumerate(cases))
    return _svg("bars", title, len(cases) * CASE, "".join(drawn))


def _bar(case: Bar, y: int, scale: tuple[Decimal, Decimal]) -> str:
    """The label and the chance above a bar, and the amount to its right."""
    least, across = scale
    nil, end = (_at(amount - least, across, WIDTH - AMOUNT) for amount in (NIL, case.amount))
    name, ink = ("out", LEFT_INK) if case.amount < 0 else ("back", RIGHT_INK)
    return (
        f'<text x="0" y="{y + 14}">{escape(case.label)}</text>'
        f'<text x="{WIDTH}" y="{y + 14}" text-anchor="end" font-weight="700">{escape(case.chance)}</text>'
        f'<rect class="{name}" x="{min(nil, end)}" y="{y + 21}" width="{max(2, abs(end - nil))}" height="{BAR}" rx="2" '
        f'fill="{ink}"/><text x="{max(nil, end) + 6}" y="{y + 35}">{pounds(case.amount)}</text>'
        f'<line class="axis" x1="{nil}" y1="{y + 19}" x2="{nil}" y2="{y + 41}" stroke="currentColor"/>'
    )


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One amount on a money line; `name` is its class in the style sheet."""

    label: str
    amount: Money
    name: str = "mark"


def money_line(title: str, marks: Sequence[Mark], zone: tuple[Money, Money] | None = None) -> str:
    """Amounts on one scale from zero, smallest first, each on a line of its own under its label; `zone` is shaded."""
    ordered = sorted(marks, key=lambda mark: mark.amount)
    most = max([mark.amount for mark in ordered] + list(zone or ()), default=NIL) or Decimal(1)
    height = len(ordered) * ROW
    shade = _shade(zone, most, height) if zone else ""
    rows = (_row(mark, number * ROW, most) for number, mark in enumerate(ordered))
    return _svg("line", title, height, f"{shade}{''.join(rows)}")


def _row(mark: Mark, y: int, most: Decimal) -> str:
    """A dot on its line, with the label above it."""
    return (
        f'<text x="0" y="{y + 14}">{escape(mark.label)}: {pounds(mark.amount)}</text>'
        f'<line class="axis" x1="0" y1="{y + 28}" x2="{WIDTH}" y2="{y + 28}" stroke="currentColor"/>'
        f'<circle class="{mark.name}" cx="{_along(mark.amount, most)}" cy="{y + 28}" r="{DOT}" fill="{RIGHT_INK}"/>'
    )


def _at(amount: Decimal, most: Decimal, width: int = WIDTH) -> int:
    """The position of an amount on a line that ends at `most`."""
    return max(0, int(amount / most * width))


def _along(amount: Decimal, most: Decimal) -> int:
    """The position of an amount, with room for a whole dot at either end of the line."""
    return DOT + _at(amount, most, WIDTH - 2 * DOT)


def _shade(zone: tuple[Money, Money], most: Decimal, height: int) -> str:
    left, right = (_along(end, most) for end in zone)
    return f'<rect class="zone" x="{left}" y="0" width="{max(2, right - left)}" height="{height}" fill="#d9ede3"/>'


def falling_steps(title: str, balances: Sequence[tuple[str, Money]]) -> str:
    """A balance that falls with each payment: a bar for each, with labels for the first and the last."""
    most = max((balance for _, balance in balances), default=NIL) or Decimal(1)
    width = Decimal(WIDTH) / max(1, len(balances))
    heights = [_at(balance, most, 110) for _, balance in balances]
    bars = [
        f'<rect class="balance" x="{int(number * width)}" y="{130 - height}" '
        f'width="{max(1, int(width) - 1)}" height="{max(1, height)}" fill="{RIGHT_INK}"/>'
        for number, height in enumerate(heights)
    ]
    ends = (
        f'<text x="0" y="148">{escape(balances[0][0])}: {pounds(balances[0][1])}</text>'
        f'<text x="{WIDTH}" y="148" text-anchor="end">{escape(balances[-1][0])}: {pounds(balances[-1][1])}</text>'
        if balances
        else ""
    )
    return _svg("steps", title, 156, f"{''.join(bars)}{ends}")


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How far one input moves a result: the result for its low value and for its high value."""

    label: str
    low: Money
    high: Money


def spreads(title: str, base: Money, rows: Sequence[Spread]) -> str:
    """A bar for each input from its lowest to its highest result, across a line at the base."""
    ends = [base, *(end for row in rows for end in (row.low, row.high))]
    least, most = min(ends), max(ends)
    across = (most - least) or Decimal(1)
    height = 8 + len(rows) * SPREAD
    x = _at(base - least, across)
    drawn = [_spread(row, 8 + number * SPREAD, x, least, across) for number, row in enumerate(rows)]
    return _svg("spreads", title, height, "".join(drawn))


def _spread(row: Spread, y: int, base: int, least: Decimal, across: Decimal) -> str:
    """The label, the bar below it, and the line at the base, which doesn't touch the label."""
    left, right = sorted(_at(end - least, across) for end in (row.low, row.high))
    return (
        f'<text x="0" y="{y + 12}">{escape(row.label)}:</text>'
        f'<text x="0" y="{y + 29}">{pounds(min(row.low, row.high))} to {pounds(max(row.low, row.high))}</text>'
        f'<rect class="balance" x="{left}" y="{y + 36}" width="{max(2, right - left)}" height="{BAR}" rx="2" '
        f'fill="{RIGHT_INK}"/>'
        f'<line class="axis" x1="{base}" y1="{y + 33}" x2="{base}" y2="{y + 39 + BAR}" stroke="currentColor" '
        'stroke-width="2"/>'
    )


def range_bar(low: Money, likely: Money | None, high: Money, scale: tuple[Decimal, Decimal]) -> str:
    """A bar from low to high, with a mark at the likely amount and a line at zero; the text beside it says the same."""
    least, most = scale
    across = most - least or Decimal(1)
    left, right, nil = (_at(end - least, across, WIDTH - 4) for end in (low, high, NIL))
    mark = "" if likely is None else _tick("likely", 2 + _at(likely - least, across, WIDTH - 4), 4)
    return (
        f'<svg class="range" viewBox="0 0 {WIDTH} 16" preserveAspectRatio="none" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">'
        f'<rect class="track" x="0" y="7" width="{WIDTH}" height="2" fill="currentColor" opacity="0.2"/>'
        f'<rect class="balance" x="{left}" y="4" width="{max(4, right - left)}" height="8" rx="4" fill="{RIGHT_INK}"/>'
        f"{_tick('axis', 2 + nil, 1)}{mark}</svg>"
    )


def _tick(name: str, x: int, width: int) -> str:
    return f'<rect class="{name}" x="{x - width // 2}" y="0" width="{width}" height="16" fill="currentColor"/>'


def _svg(name: str, title: str, height: int, drawn: str) -> str:
    return (
        f'<svg class="{name}" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}"'
        f' xmlns="http://www.w3.org/2000/svg" font-family="inherit" font-size="14" fill="currentColor">{drawn}</svg>'
    )
