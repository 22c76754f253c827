"""Rows as cards, with all but the main facts folded inside and every bar on the same scale. Every text is escaped."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import NIL, Money, span
from calculators.kernel.base.schema import Item, items
from calculators.kernel.contract.calculator import label_of, shown
from calculators.kernel.contract.card import Card

from .chart import range_bar

NOT_KNOWN = "not confirmed"


def cards(rows: Sequence[Any], up: str) -> str:
    """The cards of a table; `up` is the relative path from the page to the root of the site."""
    drawn = [(row, row.card) for row in rows]
    ends = [end for _, card in drawn for end in (card.low, card.high) if end is not None]
    scale = (min([*ends, NIL]), max([*ends, NIL]) or Decimal(1))
    return f'<div class="choices">{"".join(_card(row, card, scale, up) for row, card in drawn)}</div>'


def _card(row: Any, card: Card, scale: tuple[Decimal, Decimal], up: str) -> str:
    told = [item for item in items(type(row)) if item.tell and item.name in card.shows]
    facts = "".join(_fact(item, getattr(row, item.name)) for item in told)
    figures = f'<dl class="figures">{facts}</dl>' if facts else ""
    bar = "" if card.low is None or card.high is None else range_bar(card.low, card.likely, card.high, scale)
    return (
        f'<details class="choice-card {card.kind}"><summary><span class="card-name">{escape(card.name)}</span> '
        f'<span class="tag">{escape(card.tag)}</span> <span class="ends">{escape(ends(card))}</span>'
        f"{bar}</summary><p>{escape(card.text)}</p>{figures}"
        f'<p><a href="{address(up, card.page)}" data-carry="*">{escape(card.link)}</a></p></details>'
    )


def address(up: str, place: str) -> str:
    """The link to a page, or to a section of one such as not-simple/company#dissolved."""
    page, _, section = place.partition("#")
    return f"{up}{page}/#{section}" if section else f"{up}{page}/"


def _fact(item: Item, value: Any) -> str:
    return f"<div><dt>{escape(label_of(item))}</dt><dd>{escape(shown(item, value))}</dd></div>"


def ends(card: Card) -> str:
    """The range of money on a card, in words; empty if the card has none."""
    return spread(card.low, card.high) if card.has_money else ""


def spread(low: Money | None, high: Money | None) -> str:
    """A range of money in words, rounded, since it depends on guesses; “not confirmed” if either end is missing."""
    if low is None or high is None:
        return NOT_KNOWN
    return span(low, high)
