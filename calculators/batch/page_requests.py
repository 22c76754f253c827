"""Answers a page's requests about a file of cases: its rows, its columns, and the answers to some of its rows."""

import io
from binascii import a2b_base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from calculators.catalogue import load, names
from calculators.kernel.base.schema import Problem, items
from calculators.kernel.extras.workbook import cell_kind

from .answers import answer_row, row_writer, shortened
from .column_notes import notes_on, problem_of
from .columns import PROBLEMS, VERDICT, Cases, answerable, row_names
from .csv_file import EMPTY, MARK, NO_CASES, Row, Source, Unreadable, decoded_bytes, rows, until_a_fault

UNKNOWN = "We can’t read that request."


def reply(name: str, asked: Mapping[str, Any], today: date | None) -> dict[str, Any] | Problem:
    """The reply to a page's request; a Problem for a request that no page makes, or a file that can't be read."""
    ask = _ASKS.get(str(asked["batch"]))
    if ask is None or today is None or name not in names():
        return Problem("batch", UNKNOWN)
    try:
        return ask(name, asked, today)
    except Unreadable as why:
        return Problem("file", str(why))
    except (AttributeError, KeyError, TypeError, ValueError):
        return Problem("batch", UNKNOWN)


def read(name: str, asked: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The headings and rows of a file in base64, or of the `cells` of a workbook. Raises Unreadable."""
    notes: list[str] = []
    source, found = _from_cells(asked["cells"]) if "cells" in asked else _from_bytes(asked["file"], notes.append)
    faults: list[Unreadable] = []
    every = list(until_a_fault(found, faults))
    if len(every) < 2:
        raise faults[0] if faults else Unreadable(NO_CASES)
    head, *cases = every
    return {
        "heads": head.cells,
        "examples": [_example(cases, place) for place in range(len(head.cells))],
        "rows": [[*row] for row in cases],
        "mark": MARK if source.marked else "",
        "notes": [*notes, *map(str, faults)],
    }


def columns(name: str, asked: Mapping[str, Any], today: date) -> dict[str, Any]:
    """What each column means and could mean, the columns of the answered file, and any problem or notes."""
    cases = _cases(name, asked, today)
    return {
        "questions": list(cases.questions),
        "fields": [{"field": field, "name": _question(name, field)} for field in answerable(name)],
        "heading": cases.heading,
        "kinds": _kinds(cases),
        "csv": _csv([cases.heading]),
        "problem": problem_of(cases),
        "notes": notes_on(cases),
    }


def answered(name: str, asked: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Some of the rows with their answers, as cells and as CSV. Raises Unreadable."""
    cases = _cases(name, asked, today)
    if wrong := problem_of(cases):
        raise Unreadable(wrong)
    made = [answer_row(cases, Row(*row)) for row in asked["rows"]]
    return {"rows": made, "csv": _csv(made)}


_ASKS: Mapping[str, Callable[[str, Mapping[str, Any], date], dict[str, Any]]] = {
    "read": read,
    "columns": columns,
    "answer": answered,
}


def _cases(name: str, asked: Mapping[str, Any], today: date) -> Cases:
    """How to read a file: each column answers the question chosen for it, or the one that its heading names."""
    chosen = asked.get("chosen")
    known = answerable(name)
    return Cases(
        calculator=name,
        heads=tuple(map(str, asked["heads"])),
        today=today,
        full=asked.get("full") is True,
        chosen=tuple(one if one in known else "" for one in chosen) if isinstance(chosen, list) else None,
    )


def _from_bytes(file: str, note: Callable[[str], None]) -> tuple[Source, Iterator[Row]]:
    source = decoded_bytes(a2b_base64(file), note)
    return source, rows(source.lines)


def _from_cells(cells: Sequence[Sequence[str]]) -> tuple[Source, Iterator[Row]]:
    """The rows of a workbook's cells that aren't empty, each with its number in the sheet."""
    found = [Row(list(row), number, number, unclosed=False) for number, row in enumerate(cells, 1)]
    kept = [row for row in found if any(map(str.strip, row.cells))]
    if not kept:
        raise Unreadable(EMPTY)
    return Source([]), iter(kept)


def _question(name: str, field: str) -> str:
    """The words of a question; for a part of a row, they begin with the name of the row."""
    item, whole = answerable(name)[field], field.partition(".")[0]
    asked = item.ask.question if item.ask else item.name
    return asked if whole == field else f"{row_names(name)[whole].capitalize()}: {asked}"


def _example(cases: Iterable[Row], place: int) -> str:
    """The first cell of a column that isn't empty, cut short."""
    below = (row.cells[place].strip() for row in cases if place < len(row.cells))
    return shortened(next((cell for cell in below if cell), ""))


def _kinds(cases: Cases) -> list[str]:
    """The kind of cells in each column of the answered file, for a workbook."""
    calculator = load(cases.calculator)
    asked = {field: cell_kind(item) for field, item in answerable(cases.calculator).items()}
    told = {item.name: cell_kind(item) for item in items(calculator.Result)} | {VERDICT: "text", PROBLEMS: "text"}
    given = [asked.get(name, "text") for name in cases.questions_that_come_back]
    return [*given, *(told[name] for name in (*cases.told, PROBLEMS))]


def _csv(made: Iterable[Sequence[str]]) -> str:
    target = io.StringIO()
    write = row_writer(target)
    for row in made:
        write(row)
    return target.getvalue()
