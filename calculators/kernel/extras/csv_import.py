"""Imports rows from CSV or pasted text: it accepts many ways of writing them, and says what it left out."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from calculators.kernel.base.schema import MOST_ROWS, Choice, Item, is_choice, items
from calculators.kernel.output.csv import FORMULA

MOST_CHARACTERS = 1_000_000
EMPTY = "There’s nothing in that file."
TOO_BIG = "That file is too big for a list of rows. Save only the table that you need."
NO_COLUMN = "We don’t recognise any of the columns. The first line must be the column headings, such as: {names}."
UNKNOWN = "We left out columns we don’t recognise: {names}."
NO_CHOICE = "Line {line}: “{cell}” is not one of {choices}. We left it out."
TOO_MANY = "We read the first {most} rows. The file has {found}."
LONG = 60
MOST_NOTES = 5


@dataclass(frozen=True)
class Found:
    """Rows as they would be typed, notes about the file, and in `names` its answers to other questions."""

    rows: tuple[Mapping[str, str], ...]
    notes: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def read(record: type, text: str, labels: Mapping[str, str]) -> Found:
    """The rows of a CSV text for a question answered with rows; never raises.

    A column's heading may be the field's name, its question or one of the `labels`. Cells are separated by commas,
    semicolons or tabs. A cell that names no choice is left out with a note; the form checks all other cells.
    """
    if len(text) > MOST_CHARACTERS:
        return Found((), (TOO_BIG,))
    lines = lines_of(text)
    if not lines:
        return Found((), (EMPTY,))
    known = {item.name: item for item in items(record)}
    columns = [field_named(head, known, labels) for head in lines[0]]
    if not any(columns):
        names = ", ".join(_headings(known, labels))
        return Found((), (NO_COLUMN.format(names=names),))
    rows = [row for line in lines[1:] if (row := _row(line, columns, known))]
    notes = [*_notes(lines[0], columns, len(rows)), *_no_choices(lines, columns, known)]
    if len(notes) > MOST_NOTES:
        notes = [*notes[:MOST_NOTES], "We left out more cells like these."]
    return Found(tuple(rows[:MOST_ROWS]), tuple(notes))


def lines_of(text: str) -> list[list[str]]:
    """The lines that aren't empty."""
    return [line for line in all_lines(text) if any(cell.strip() for cell in line)]


SAMPLE = 25
"""How many lines to search for the separator, since a report has its title above the headings."""


def all_lines(text: str) -> list[list[str]]:
    """The lines of a CSV text, whichever separator it uses; none if it can't be read."""
    clean = text.removeprefix("\ufeff").replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    first = clean.lstrip("\n").split("\n", SAMPLE)[:SAMPLE]
    try:
        return list(csv.reader(io.StringIO(clean), delimiter=delimiter_of(max(first, key=_marks))))
    except csv.Error:
        return []


def _marks(line: str) -> int:
    """How many commas, semicolons and tabs a line has."""
    return sum(line.count(mark) for mark in ",;\t")


def delimiter_of(first: str) -> str:
    """The separator in a file with that first line: a comma, a semicolon or a tab."""
    return max(",;\t", key=first.count)


def field_named(head: str, known: Mapping[str, Item], labels: Mapping[str, str]) -> str:
    """The name of the field that a heading means, or an empty string."""
    wanted = plain(head)
    for name, item in known.items():
        words = {name, item.ask.question if item.ask else name, *(one for one, of in labels.items() if of == name)}
        if wanted in {plain(one) for one in words}:
            return name
    return ""


def plain(text: str) -> str:
    """A heading or choice without differences in capitals, spaces, underscores and punctuation at either end."""
    return " ".join(text.replace("_", " ").strip(" ?:*'\"").casefold().split())


def _headings(known: Mapping[str, Item], labels: Mapping[str, str]) -> list[str]:
    named = {of: label for label, of in reversed([*labels.items()])}
    return [named.get(name, name) for name in known]


def _row(line: list[str], columns: list[str], known: Mapping[str, Item]) -> dict[str, str]:
    cells = ((name, _cell(known[name], cell)) for name, cell in zip(columns, line, strict=False) if name)
    return {name: cell for name, cell in cells if cell}


def _cell(item: Item, cell: str) -> str:
    """A cell as it would be typed: a choice as its code, and text without an apostrophe that guards a formula."""
    text = unguarded(" ".join(cell.split()))
    return choice_code(item, text) if is_choice(item.kind) else text


def unguarded(text: str) -> str:
    """The text without an apostrophe that stops a spreadsheet running it as a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def choice_code(item: Item, text: str) -> str:
    """The code of the choice that a text names by its code, its words or how they start; empty if there is none."""
    wanted = plain(text)
    every: list[Choice] = list(item.kind)  # type: ignore[call-overload]
    codes = [one.name for one in every if wanted == plain(one.name) or plain(str(one)).startswith(wanted)]
    return codes[0] if wanted and codes else ""


def _no_choices(lines: list[list[str]], columns: list[str], known: Mapping[str, Item]) -> Iterator[str]:
    for number, line in enumerate(lines[1:], 2):
        for name, cell in zip(columns, line, strict=False):
            if name and is_choice(known[name].kind) and cell.strip() and not _cell(known[name], cell):
                choices = ", ".join(str(one) for one in known[name].kind)  # type: ignore[attr-defined]
                yield NO_CHOICE.format(line=number, cell=cell.strip()[:LONG], choices=choices)


def _notes(heads: list[str], columns: list[str], found: int) -> Iterator[str]:
    unknown = [head[:LONG] for head, column in zip(heads, columns, strict=True) if head.strip() and not column]
    if unknown:
        yield UNKNOWN.format(names=", ".join(unknown))
    if found > MOST_ROWS:
        yield TOO_MANY.format(most=MOST_ROWS, found=found)
