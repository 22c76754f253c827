"""Answers each row of a file of cases, and writes it with its answer or problems."""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TextIO

from calculators.answering import work_out
from calculators.catalogue import load
from calculators.kernel.base.schema import Item, is_figure, items
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.output import json
from calculators.kernel.output.csv import safe

from .columns import HEADLINE, VERDICT, Cases, verdict_of
from .csv_file import Row

LONGEST_SHOWN = 60
MOST_IN_A_CELL = 32_767
"""The most characters in a cell of an Excel sheet."""

MORE_CELLS = "This row has more cells than there are headings."
UNCLOSED = (
    "Line {line} has a quotation mark that’s never closed, so we can’t tell where this row ends. That row and any "
    "after it haven’t been answered."
)
SPANS = "We read lines {begins} to {ends} as one row: is a quotation mark missing?"
CUT = "We’ve shortened a cell of {length:,} characters."
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class Answered:
    """The cells of a row that are kept, those of its answer, and every problem with it."""

    given: list[str]
    told: list[str]
    problems: list[str]


def answer_row(cases: Cases, row: Row) -> list[str]:
    """A row of the answered file: its own cells, those of the answer, and any problems."""
    made = answer(cases, row.cells)
    problems = [UNCLOSED.format(line=row.begins)] if row.unclosed else made.problems
    if not problems:
        return [*made.given, *made.told, ""]
    if row.ends > row.begins and not row.unclosed:
        problems = [*problems, SPANS.format(begins=row.begins, ends=row.ends)]
    problems = [*problems, *(CUT.format(length=len(cell)) for cell in made.given if len(cell) > MOST_IN_A_CELL)]
    given = [shortened(cell) if row.unclosed or len(cell) > MOST_IN_A_CELL else cell for cell in made.given]
    return [*given, *("" for _ in made.told), " ".join(problems)]


def answer(cases: Cases, cells: Sequence[str]) -> Answered:
    """One row with its answer or problems; a row of empty cells stays as it is."""
    width = len(cases.heads)
    row = [*cells[:width], *[""] * (width - len(cells))]
    given, empty = [guarded(row[place]) for place in cases.kept], [""] * len(cases.told)
    if not any(cell.strip() for cell in cells):
        return Answered(given, empty, [])
    if any(cell.strip() for cell in cells[width:]):
        return Answered(given, empty, [MORE_CELLS])
    calculator = load(cases.calculator)
    values = {name: cell for name, cell in zip(cases.questions, row, strict=True) if name and cell}
    result = work_out(calculator, with_rows_read(calculator, with_one_row(values)), cases.today)
    if isinstance(result, list):
        return Answered(given, empty, [problem.message for problem in result])
    writers = _writers(cases.calculator)
    return Answered(given, [guarded(writers[name](result)) for name in cases.told], [])


def with_one_row(values: Mapping[str, str]) -> dict[str, object]:
    """The values, with columns such as `invoices.amount` and `invoices.due_date` made into one row of the question."""
    made: dict[str, object] = {name: cell for name, cell in values.items() if "." not in name}
    for whole in dict.fromkeys(name.partition(".")[0] for name in values if "." in name):
        made[whole] = [{name.partition(".")[2]: cell for name, cell in values.items() if name.startswith(f"{whole}.")}]
    return made


def with_rows_read(calculator: Calculator, values: Mapping[str, object]) -> dict[str, object]:
    """The values, with any rows read from JSON such as [{"amount": "1200", "due_date": "1/5/2026"}]."""
    rows = _have_rows(calculator.Inputs)
    return {
        name: list_of(value) if name in rows and isinstance(value, str) else value for name, value in values.items()
    }


@cache
def _have_rows(record: type) -> frozenset[str]:
    return frozenset(item.name for item in items(record) if isinstance(item.kind, list))


def list_of(written: str) -> object:
    """The value of a JSON text, or the text itself if it isn't JSON, for the question to refuse in its own words."""
    try:
        return json.read(written)
    except (ValueError, RecursionError):
        return written


@cache
def _writers(name: str) -> Mapping[str, Callable[[Any], object]]:
    """The functions that write each column: a figure as in a reply, anything larger as JSON."""
    calculator = load(name)
    found = {item.name: _writer(item) for item in items(calculator.Result)}
    verdict = verdict_of(calculator)
    return found | {VERDICT: found[verdict]} if verdict else found


def _writer(item: Item) -> Callable[[Any], object]:
    write = json.writer(item.kind)
    plain = item.name == HEADLINE or is_figure(item)

    def cell(result: Any) -> object:
        value = getattr(result, item.name)
        if value is None:
            return ""
        return write(value) if plain else json.write(write(value))

    return cell


def guarded(cell: object) -> str:
    """A cell that no spreadsheet runs as a formula; a number stays a number."""
    written = {True: "yes", False: "no"}[cell] if isinstance(cell, bool) else str(cell)
    return written if NUMBER.fullmatch(written) else safe(written)


def shortened(text: str) -> str:
    """What someone typed, cut short for a message."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def row_writer(target: TextIO) -> Callable[[Sequence[str]], object]:
    """The function that writes each row of the answered file, as CSV."""
    return csv.writer(target, lineterminator="\n").writerow
