"""The audit record of an answer: what was entered, what was assumed, the date and the version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from textwrap import wrap
from typing import Any

from calculators.kernel.base.conditions import asked_in
from calculators.kernel.base.dates import in_words
from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import REMEMBERED, exact_percent
from calculators.kernel.base.schema import Ask, Item, items, show
from calculators.kernel.contract.calculator import Calculator

TITLE = "Check your answers"
ASSUMED = "What we assumed"
LEFT_BLANK = "What you left blank"
UNCHANGED = "You left these as they were. Change any that aren’t right."
WIDTH = 88


@dataclass(frozen=True, eq=False)
class Line:
    """One question and its answer in words, with a text for each row; no text if it was left empty.

    Lines are compared by identity: an answer without rows keeps the same object for as long as it's cached.
    """

    name: str
    ask: Ask
    words: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """The answers that someone gave, those that were assumed for them, and the questions they left empty."""

    said: tuple[Line, ...]
    assumed: tuple[Line, ...]
    empty: tuple[Line, ...]


def of(inputs: Any, today: date | None) -> Record:
    """The answers of a record, sorted; one that is the same as the default counts as assumed."""
    said: list[Line] = []
    assumed: list[Line] = []
    empty: list[Line] = []
    put = asked_in(inputs)
    for item in items(type(inputs)):
        value = getattr(inputs, item.name)
        if not item.ask or item.name not in put:
            continue
        line = _rows(item, item.ask, value) if isinstance(item.kind, list) else _line(item, item.ask, value)
        if not line.words:
            empty.append(line)
        else:
            (assumed if _stood_there(item, value, today) else said).append(line)
    return Record(said=tuple(said), assumed=tuple(assumed), empty=tuple(empty))


def _rows(item: Item, ask: Ask, rows: Iterable[Any]) -> Line:
    return Line(item.name, ask, tuple(text for row in rows if (text := _in_a_row(row))))


@lru_cache(REMEMBERED)
def _line(item: Item, ask: Ask, value: Any) -> Line:
    words = _in_words(item, value)
    return Line(item.name, ask, (words,) if words else ())


def _stood_there(item: Item, value: object, today: date | None) -> bool:
    return value == item.default or bool(item.ask and item.ask.today and value == today)


def _in_words(item: Item, value: object) -> str:
    if item.kind == "percentage" and isinstance(value, Decimal):
        return exact_percent(value)
    text = "" if value is None else show(item.kind, value)
    return text.capitalize() if item.kind is bool else text


@lru_cache(REMEMBERED)
def _in_a_row(row: Any) -> str:
    cells = (_in_words(item, getattr(row, item.name)) for item in items(type(row)) if item.kind is not bool)
    return ", ".join(cell for cell in cells if cell)


# As a page


def parts(inputs: Any, today: date | None, version: str) -> list[str]:
    """Two elements: the answers with a link to change each, folded away, and the line with the date of the answer."""
    record = of(inputs, today)
    assumed = f"<h4>{ASSUMED}</h4><p>{UNCHANGED}</p>{_listed(record.assumed)}" if record.assumed else ""
    blanks = "".join(f"<li>{escape(one)}</li>" for one in _left_blank(record.empty))
    empty = f"<h4>{LEFT_BLANK}</h4><ul>{blanks}</ul>" if blanks else ""
    return [
        f'<details class="checked"><summary>{TITLE}</summary>{_listed(record.said)}{assumed}{empty}</details>',
        f'<p class="dated">{dated(today, version)}</p>',
    ]


def _listed(lines: Iterable[Line]) -> str:
    drawn = "".join(map(_drawn, lines))
    return f"<dl>{drawn}</dl>" if drawn else ""


@lru_cache(REMEMBERED)
def _drawn(line: Line) -> str:
    return (
        f"<div><dt>{escape(line.ask.question)}</dt><dd><span>{'<br>'.join(map(escape, line.words))}</span>"
        f'<a href="#q-{line.name}" data-change="{line.name}" aria-label="Change {escape(line.ask.noun)}">Change</a>'
        "</dd></div>"
    )


def dated(today: date | None, version: str) -> str:
    """When an answer was worked out, and with which version."""
    day = f" on {in_words(today)}" if today else ""
    return f"Worked out{day} with version {version} of these calculators."


def _left_blank(lines: Iterable[Line]) -> Iterator[str]:
    """The name of each question that was left empty, with a capital letter."""
    return (line.ask.noun[:1].upper() + line.ask.noun[1:] for line in lines)


# As text


def as_text(calculator: Calculator, inputs: Any, today: date | None, version: str) -> str:
    """The answers as lines of text, to go below a copied answer."""
    record = of(inputs, today)
    lines = [
        *_under("What you answered", record.said),
        *_under(ASSUMED, record.assumed),
        *(("", LEFT_BLANK, "-" * len(LEFT_BLANK)) if record.empty else ()),
        *(f"- {one}" for one in _left_blank(record.empty)),
        "",
        f"{calculator.TITLE}. {dated(today, version)}",
        "This is information, not legal advice.",
    ]
    return "\n".join(lines) + "\n"


def _under(title: str, lines: tuple[Line, ...]) -> Iterator[str]:
    if lines:
        yield from ("", title, "-" * len(title))
    for line in lines:
        for words in line.words:
            yield from wrap(f"- {line.ask.question} {words}", WIDTH, subsequent_indent="  ")
