"""Matches the columns of a table to questions, by the headings that accounting systems use."""

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
"""For each product, the `headings` of its export, each with the name of our field, and their `source`."""

DEEPEST_HEADINGS = 25
"""How many rows to search for the headings, since a report may have its title, date and so on above them."""

FEWEST = 2
"""The fewest known headings in a row of headings, and the fewest filled fields in a row of data."""

FEWEST_OF_PRODUCT = 3
"""The fewest headings that identify a product's export; at least one of them must not be an ordinary word."""


@dataclass(frozen=True, kw_only=True)
class Columns:
    """What the columns of a table mean: a field's name or an empty string for each, and the row with the headings."""

    product: str
    header: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]


def recognise(record: type, lines: Sequence[Cells], known: Known, labels: Mapping[str, str]) -> Columns | None:
    """The columns of the row with the most headings we know, or None if no row has two."""
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
    """The headings that any table may use for a field: its name, its question and the `labels`."""
    found = {plain(label): field for label, field in labels.items()}
    for item in items(record):
        found |= {plain(item.name): item.name} | ({plain(item.ask.question): item.name} if item.ask else {})
    return found


def _fields(line: Cells, *names: Mapping[str, str]) -> tuple[str, ...]:
    """The field of each column; the first column for a field is used, and a product's own headings are tried first."""
    found = [""] * len(line)
    for known in names:
        for place, head in enumerate(line):
            field = known.get(plain(head), "")
            if field and not found[place] and field not in found:
                found[place] = field
    return tuple(found)


# Rows


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows of a table as they would be typed, and how many lines were skipped as headings or totals."""

    rows: tuple[Mapping[str, str], ...]
    skipped: int
    american_dates: bool


def read(record: type, lines: Sequence[Cells], columns: Columns, row_field: str = "", group_field: str = "") -> Table:
    """The rows below the headings.

    `row_field` is filled with the number of the row. If no column is `group_field`, a line with only its first cell
    filled gives its value for the lines below, as in a report grouped by customer.
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
    """Whether a line is a total: it begins with “total” or “grand total”, and has no date."""
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
    """An amount with its minus sign in front, which accounts may put last or write as brackets.

    A fraction of seven digits or more, as computers write them, is rounded half up to the penny.
    """
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
    """A date as people in Britain write it, without any time of day."""
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
    """Whether the month comes first, which is only assumed if it's the one way to read every date."""
    numbers = [found for text in dates if (found := _NUMBERS.match(text))]
    month_second = any(int(found[1]) > MONTHS for found in numbers)
    return not month_second and any(int(found[3]) > MONTHS for found in numbers)
