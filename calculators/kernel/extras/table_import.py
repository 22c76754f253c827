"""Imports a whole table: first what its columns mean, for the reader to check, then its rows in parts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from calculators.kernel.base.schema import Item, Problem, items
from calculators.kernel.contract.calculator import Calculator

from . import table_columns
from .csv_import import Found, all_lines
from .table_columns import Cells, Columns

MOST_CHARACTERS = 20_000_000
ROWS_IN_PART = 200
"""Rows answered at a time: between parts, a page can show its progress or stop."""

ROW = "file_row"
"""The field for a row's number in the file, if the question has one."""

NOT_A_TABLE = "We can’t read that table. Save it as CSV or as an Excel workbook (.xlsx), and try again."
TOO_BIG = "That file is too big. Save only the table that you need."
NO_HEADINGS = (
    "We can’t find a row of headings. The table needs a heading for each column, such as: {names}. They can be in any "
    "of the first {deepest} rows."
)
TOO_MANY = "The file has {found:,} rows. We can read {most:,} at most, so split it by customer."
NO_ROWS = "There are no rows under the headings."
SKIPPED = "We skipped {skipped} with headings, totals or no amount."
AMERICAN = "The dates have the month first, so we read them that way."


def columns(calculator: Calculator, asked: Mapping[str, Any]) -> dict[str, Any] | Problem:
    """What each column means, with an example of its cells, and every field that a column can mean."""
    item, lines = _asked(calculator, asked)
    if item is None or not lines:
        return Problem("file", TOO_BIG if lines is None else NOT_A_TABLE)
    record, tables = item.kind[0], _tables(calculator)  # type: ignore[index]
    found = table_columns.recognise(record, lines, tables, _labels(calculator))
    if found is None:
        names = ", ".join(_name(one).lower() for one in items(record)[:4])
        return Problem("file", NO_HEADINGS.format(names=names, deepest=table_columns.DEEPEST_HEADINGS))
    return {
        "product": found.product,
        "header": found.header,
        "columns": [
            {"heading": heading, "field": field, "example": _example(lines, found.header, place)}
            for place, (heading, field) in enumerate(zip(found.headings, found.fields, strict=True))
        ],
        "fields": [{"field": one.name, "name": _name(one)} for one in items(record) if one.name != ROW],
    }


def parts(calculator: Calculator, asked: Mapping[str, Any]) -> dict[str, Any] | Problem:
    """The rows of the table in parts, using the meanings of its columns that the reader has checked."""
    item, lines = _asked(calculator, asked)
    header, fields = asked.get("header"), asked.get("columns")
    if item is None or not lines or not isinstance(fields, list):
        return Problem("file", NOT_A_TABLE)
    if not isinstance(header, int) or header not in range(len(lines)):
        return Problem("file", NOT_A_TABLE)
    record: type = item.kind[0]  # type: ignore[index]
    names = {one.name for one in items(record)}
    chosen = tuple(one if one in names else "" for one in fields)
    where = Columns(product="", header=header, headings=tuple(lines[header]), fields=chosen)
    group = getattr(calculator, "GROUPED_BY", "")
    table = table_columns.read(record, lines, where, ROW if ROW in names else "", group)
    most = item.ask.most_rows if item.ask else 0
    if not table.rows or len(table.rows) > most:
        return Problem("file", TOO_MANY.format(found=len(table.rows), most=most) if table.rows else NO_ROWS)
    return {
        "parts": list(_in_parts(table.rows, getattr(calculator, "together", None))),
        "rows": len(table.rows),
        "notes": [
            *([SKIPPED.format(skipped=_lines(table.skipped))] if table.skipped else []),
            *([AMERICAN] if table.american_dates else []),
        ],
    }


def read_table(calculator: Calculator, field: str, text: str) -> Found:
    """The rows of a CSV text as they would be typed for that question, with the columns as we recognise them."""
    found = columns(calculator, {"field": field, "file": text})
    if isinstance(found, Problem):
        return Found((), (found.message,))
    fields = [column["field"] for column in found["columns"]]
    made = parts(calculator, {"field": field, "file": text, "header": found["header"], "columns": fields})
    if isinstance(made, Problem):
        return Found((), (made.message,))
    return Found(tuple(row for one in made["parts"] for row in one), tuple(made["notes"]))


def _lines(number: int) -> str:
    return f"{number:,} row{'' if number == 1 else 's'}"


def _asked(calculator: Calculator, asked: Mapping[str, Any]) -> tuple[Item | None, Sequence[Cells] | None]:
    """The question with rows, and the lines of the CSV text or workbook; the lines are None if the file is too big."""
    lists = [item for item in items(calculator.Inputs) if isinstance(item.kind, list)]
    found = next((item for item in lists if asked.get("field") in (None, item.name)), None)
    text, cells = asked.get("file"), asked.get("cells")
    if isinstance(text, str):
        return found, None if len(text) > MOST_CHARACTERS else all_lines(text)
    if isinstance(cells, list) and all(isinstance(line, list) for line in cells):
        return found, [[str(cell) for cell in line] for line in cells]
    return found, []


def _known(calculator: Calculator) -> dict[str, Any]:
    find: Callable[[], dict[str, Any]] = getattr(calculator, "known_tables", dict)
    return find()


def _tables(calculator: Calculator) -> Mapping[str, Any]:
    known = _known(calculator).get("products", {})
    return {f"{one['name']} {number}": one for of in known.values() for number, one in enumerate(of)}


def _labels(calculator: Calculator) -> dict[str, str]:
    """The fields by the ordinary words used for their columns."""
    other = _known(calculator).get("other", {})
    return {word: field for field, words in other.items() for word in words}


def _name(item: Item) -> str:
    noun = item.ask.noun if item.ask else item.name
    noun = noun.removeprefix("the ")
    return noun[0].upper() + noun[1:]


def _example(lines: Sequence[Cells], header: int, place: int) -> str:
    below = (line[place].strip() for line in lines[header + 1 :] if place < len(line))
    return next((cell[:40] for cell in below if cell), "")


def _in_parts(rows: Iterable[Mapping[str, str]], together: Any) -> Iterable[list[Mapping[str, str]]]:
    """The rows in parts of at most ROWS_IN_PART, or more if that many belong together."""
    groups: dict[object, list[Mapping[str, str]]] = {}
    for number, row in enumerate(rows):
        groups.setdefault(together(row) if together else number, []).append(row)
    part: list[Mapping[str, str]] = []
    for group in groups.values():
        if part and len(part) + len(group) > ROWS_IN_PART:
            yield part
            part = []
        part = [*part, *group]
    if part:
        yield part
