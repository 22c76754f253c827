"""Small charts as inline SVG: one definition for page, browser and book.

Colours are presentation attributes, so that a chart stands without a style sheet; the classes let
one recolour it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from .money import Money, pounds

WIDTH = 400
BAR = 18
LEFT_INK = "#a5451c"
RIGHT_INK = "#1d6b48"


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What goes out and what comes back in one case, in pounds."""

    label: str
    out: Money
    back: Money


def two_way_bars(title: str, out_name: str, back_name: str, pairs: Sequence[Pair]) -> str:
    """For each case, a bar of what goes out over a bar of what comes back, on one scale."""
    most = max((max(pair.out, pair.back) for pair in pairs), default=Decimal(0)) or Decimal(1)
    rows = [_pair(pair, 34 + number * 72, most) for number, pair in enumerate(pairs)]
    height = 34 + len(pairs) * 72
    return (
        f'<svg class="bars" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}"'
        f' xmlns="http://www.w3.org/2000/svg" font-family="inherit" font-size="14" fill="currentColor">'
        f"{_key(0, 'out', LEFT_INK, out_name)}{_key(WIDTH // 2, 'back', RIGHT_INK, back_name)}{''.join(rows)}</svg>"
    )


def _key(x: int, name: str, ink: str, label: str) -> str:
    return (
        f'<rect class="{name}" x="{x}" y="2" width="12" height="12" rx="2" fill="{ink}"/>'
        f'<text x="{x + 18}" y="13">{escape(label)}</text>'
    )


def _pair(pair: Pair, y: int, most: Decimal) -> str:
    return (
        f'<text x="0" y="{y + 12}" font-weight="600">{escape(pair.label)}</text>'
        f"{_bar('out', LEFT_INK, pair.out, y + 20, most)}{_bar('back', RIGHT_INK, pair.back, y + 41, most)}"
    )


def _bar(name: str, ink: str, amount: Money, y: int, most: Decimal) -> str:
    """A bar and its amount; the longest leaves room for the words beside it."""
    length = max(2, int(amount / most * (WIDTH - 100)))
    return (
        f'<rect class="{name}" x="0" y="{y}" width="{length}" height="{BAR}" rx="2" fill="{ink}"/>'
        f'<text x="{length + 6}" y="{y + 14}">{pounds(amount)}</text>'
    )
