"""The columns of a table: which heading answers which question, by what accounting systems call it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kernel.base.money import to_pence
from calculators.kernel.base.schema import Item, is_choice, items

from .csv_import import choice_code, plain, unguarded

Cells = Sequence[str]
Known = Mapping[str, Any]
"""By product: the `headings` of its export, each with the name of our field, and its `source`."""

DEEPEST_HEADINGS = 25
"""Rows above the headings that a report may have: its title, its date and so on."""

FEWEST = 2
"""Headings that a row must have to count as the row of headings."""

FEWEST_OF_PRODUCT = 3
"""Headings of a product that a row must have to be its own, one of them not an ordinary word."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What the columns of a table mean: a field's name or nothing for each, and the row that names them."""

    product: str
    header: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]


def recognise(record: type, lines: Sequence[Cells], known: Known, labels: Mapping[str, str]) -> Columns | None:
    """The columns of the row that has the most headings we know, or None where no row has two."""
    ours = _ours(record, labels)
    best: tuple[int, int, str, tuple[str, ...]] = (0, 0, "", ())
    for number, line in enumerate(lines[:DEEPEST_HEADINGS]):
        for product, headings in ({"": {}} | {name: one["headings"] for name, one in known.items()}).items():
            fields = _fields(line, {plain(head): field for head, field in headings.items()}, ours)
            own = {plain(head) for head in line} & {plain(one) for one in headings}
            count = sum(map(bool, fields))
            score = (count + len(own), count)
            is_product = len(own) >= FEWEST_OF_PRODUCT and not own <= ours.keys()
            if count >= FEWEST and (is_product or not product) and score > best[:2]:
                best, header = (*score, product, fields), number
    if not best[3]:
        return None
    product, fields = best[2:]
    headings = tuple(one.strip() for one in lines[header])
    return Columns(product=product.rpartition(" ")[0], header=header, headings=headings, fields=fields)


def _ours(record: type, labels: Mapping[str, str]) -> dict[str, str]:
    """Every name of a field that any table may use: its own, its question and the labels of an answer."""
    found = {plain(label): field for label, field in labels.items()}
    for item in items(record):
        found |= {plain(item.name): item.name} | ({plain(item.ask.question): item.name} if item.ask else {})
    return found


def _fields(line: Cells, *names: Mapping[str, str]) -> tuple[str, ...]:
    """The field of each column; of two for the same field the first counts, and a product's own names come first."""
    found = [""] * len(line)
    for known in names:
        for place, head in enumerate(line):
            field = known.get(plain(head), "")
            if field and not found[place] and field not in found:
                found[place] = field
    return tuple(found)


# The rows


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows of a table as they would be typed, and how many lines were headings or totals."""

    rows: tuple[Mapping[str, str], ...]
    skipped: int
    american_dates: bool


def read(record: type, lines: Sequence[Cells], columns: Columns, row_field: str = "", group_field: str = "") -> Table:
    """The rows below the headings.

    `row_field` gets the number of the row. Where no column is `group_field`, a line with nothing but its first cell
    names it for the lines below, as reports do that are grouped by customer.
    """
    known = {item.name: item for item in items(record)}
    body = list(enumerate(lines[columns.header + 1 :], columns.header + 2))
    american = _is_american(_dates(columns, known, (line for _, line in body)))
    grouped, group, skipped = group_field not in columns.fields, "", 0
    rows: list[Mapping[str, str]] = []
    for number, line in body:
        filled = [cell for cell in line if cell.strip()]
        if not filled:
            continue
        if grouped and len(filled) == 1 and line[0].strip():
            group = line[0].strip()
        row = _row(line, columns.fields, known, american)
        if len(row) < FEWEST or _is_total(line, row):
            skipped += 1
            continue
        own = ({group_field: group} if grouped and group_field and group else {}) | row
        rows.append(own | ({row_field: str(number)} if row_field else {}))
    return Table(rows=tuple(rows), skipped=skipped, american_dates=american)


def _is_total(line: Cells, row: Mapping[str, str]) -> bool:
    """Whether a line adds up others: it begins with that word, and has no date."""
    first = next(cell.strip() for cell in line if cell.strip())
    dated = any("date" in name and cell != first for name, cell in row.items())
    return first.casefold().startswith(("total", "grand total")) and not dated


def _row(line: Cells, fields: Cells, known: Mapping[str, Item], american: bool) -> dict[str, str]:
    cells = (
        (name, _as_typed(known[name], cell, american)) for name, cell in zip(fields, line, strict=False) if name
    )  # fmt: skip
    return {name: cell for name, cell in cells if cell}


def _as_typed(item: Item, cell: str, american: bool) -> str:
    """A cell as a person would type it."""
    text = unguarded(" ".join(cell.split()))
    if item.kind == "money":
        return as_amount(text)
    if item.kind is date:
        return as_day(text, american=american)
    if is_choice(item.kind):
        return choice_code(item, text)
    high = item.ask.high if item.ask and item.kind is str else None
    return text[: int(high)] if high else text


_BRACKETS = re.compile(r"\((.*)\)")
_LONG_FRACTION = re.compile(r"-?\d+\.\d{7,}")


def as_amount(text: str) -> str:
    """An amount with its sign in front, as accounts write it behind or as brackets; a computer's fraction cut short."""
    bare = text.replace("£", "").replace("−", "-").strip()
    inside = _BRACKETS.fullmatch(bare)
    if inside or bare.endswith("-"):
        bare = f"-{(inside[1] if inside else bare[:-1]).strip()}"
    bare = f"-{bare[1:].strip()}" if bare.startswith("-") else bare
    if _LONG_FRACTION.fullmatch(bare):
        return str(to_pence(Decimal(bare)))
    return "" if bare == "-" else bare


_TIME = re.compile(r"(\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})[T ]\d\d:.*")
_NAMED_MONTH = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ ,-]+(\d{2}|\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d\d)")


def as_day(text: str, *, american: bool) -> str:
    """A date as people in Britain write it."""
    text = found[1] if (found := _TIME.fullmatch(text)) else text
    if found := _NAMED_MONTH.fullmatch(text):
        return f"{found[1]} {found[2]} {_year(found[3])}"
    if found := _MONTH_FIRST.fullmatch(text):
        return f"{found[2]} {found[1]} {found[3]}"
    if found := _NUMBERS.fullmatch(text):
        day, month = (found[3], found[1]) if american else (found[1], found[3])
        return f"{day}/{month}/{_year(found[4])}"
    return text


def _year(text: str) -> str:
    return text if len(text) > len("26") else f"20{text}"


def _dates(columns: Columns, known: Mapping[str, Item], lines: Iterable[Cells]) -> Iterator[str]:
    places = [place for place, name in enumerate(columns.fields) if name and known[name].kind is date]
    for line in lines:
        yield from (line[place].strip() for place in places if place < len(line))


MONTHS = 12


def _is_american(dates: Iterable[str]) -> bool:
    """Whether the month comes first: only where that's the one way to read every date."""
    numbers = [found for text in dates if (found := _NUMBERS.match(text))]
    month_second = any(int(found[1]) > MONTHS for found in numbers)
    return not month_second and any(int(found[3]) > MONTHS for found in numbers)
