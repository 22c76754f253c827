"""An answer as the sheets of a workbook: its figures, its tables, its working and what was typed.

A sum of other cells is written as a formula together with its result, for programs that show a workbook without
calculating it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kernel.base.money import NIL, to_pence
from calculators.kernel.base.schema import DECIMAL, Item, is_figure, items, show
from calculators.kernel.contract import answer_headings
from calculators.kernel.contract.calculator import Calculator, answer_parts, label_of, since
from calculators.kernel.contract.working import Step
from calculators.kernel.figures.reference import Figure
from calculators.kernel.output import audit_record
from calculators.kernel.output.csv import written

LONGEST_NAME = 31
"""The most characters that Excel accepts in the name of a sheet."""
NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\")
FIRST = 2
"""The number of the first row under the headings."""
TOTAL = "Total"

Cell = str | dict[str, str]
"""A text of its column's kind, or a `value` with its own `kind` and perhaps a `formula`."""


def sheets(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> list[dict[str, Any]]:
    """Each sheet: its name, its headings, the kind of each column and the rows of cells."""
    tables = ((item, getattr(result, item.name)) for item in answer_parts(result).tables)
    found = [
        _figures(result, f"{calculator.TITLE}. {audit_record.dated(today, version)}"),
        *(_table(item, rows) for item, rows in tables if rows and _columns(rows)),
        *([_working(result.working)] if result.working else []),
        _answers(inputs, today),
    ]
    for sheet, name in zip(found, _names(sheet["name"] for sheet in found), strict=True):
        sheet["name"] = name
    return found


def _names(labels: Iterable[str]) -> Iterator[str]:
    """A name for each sheet, unique and acceptable to Excel."""
    taken = set[str]()
    for label in labels:
        name = label.translate(NOT_IN_NAMES)[:LONGEST_NAME].strip()
        while name.casefold() in taken:
            name = f"{name[: LONGEST_NAME - 2]} 2"
        taken.add(name.casefold())
        yield name


def _sheet(name: str, columns: Sequence[tuple[str, str]], rows: list[list[Cell]]) -> dict[str, Any]:
    names, kinds = zip(*columns, strict=True)
    return {"name": name, "headings": list(names), "kinds": list(kinds), "rows": rows}


def _figures(result: Any, dated: str) -> dict[str, Any]:
    """The sheet with the sentence that sums up the answer, and every figure with its value."""
    parts = answer_parts(result)
    told = [(result, one) for one in parts.figures]
    records = (getattr(result, one.name) for one in parts.records)
    told += [(record, one) for record in records if record for one in items(type(record)) if is_figure(one)]
    rows: list[list[Cell]] = [[parts.headline, ""], *([label_of(one), _typed(record, one)] for record, one in told)]
    return _sheet("Answer", [("Figure", "text"), ("Value", "text")], [*rows, [dated, ""]])


def _typed(record: Any, item: Item) -> Cell:
    value = getattr(record, item.name)
    if value is None:
        return item.tell.absent if item.tell else ""
    return {"kind": cell_kind(item), "value": _text(item, value)}


def _text(item: Item, value: object) -> str:
    """A value as it would be typed; for a figure used as a source, its date and grade in words."""
    if isinstance(value, Figure):
        return since(value)
    return show(item.kind, value) if isinstance(value, bool) else written(item, value)


def _working(steps: tuple[Step, ...]) -> dict[str, Any]:
    """The working, with each total as the sum of the lines since the previous total."""
    rows: list[list[Cell]] = []
    start = FIRST
    for line, one in enumerate(steps, FIRST):
        amount = str(to_pence(one.amount))
        rows.append([one.label, _summed(amount, "B", start, line - 1) if one.total else amount])
        start = line + 1 if one.total else start
    return _sheet(answer_headings.WORKING, [("Step", "text"), ("Amount", "money")], rows)


def _answers(inputs: Any, today: date | None) -> dict[str, Any]:
    """The answers entered and assumed, with a line for each row."""
    record = audit_record.of(inputs, today)
    rows: list[list[Cell]] = [
        [line.ask.question, words, how]
        for lines, how in ((record.said, "Entered"), (record.assumed, "Assumed"))
        for line in lines
        for words in line.words
    ]
    return _sheet("Your answers", [("Question", "text"), ("Answer", "text"), ("Entered or assumed", "text")], rows)


def _table(item: Item, rows: tuple[Any, ...]) -> dict[str, Any]:
    """A table with its formulas and the totals of those columns that have one."""
    columns = _columns(rows)
    letters = {one.name: letter(place) for place, one in enumerate(columns)}
    cells = [[_cell(one, rows, place, letters) for one in columns] for place in range(len(rows))]
    if len(rows) > 1 and any(one.tell and one.tell.totalled for one in columns):
        totals = [_total(one, rows, letters) for one in columns]
        cells.append([{"kind": "text", "value": TOTAL}, *totals[1:]])
    return _sheet(label_of(item).partition(":")[0], [(label_of(one), cell_kind(one)) for one in columns], cells)


def _columns(rows: tuple[Any, ...]) -> list[Item]:
    """The columns of a table: the fields of its rows that have a label."""
    return [one for one in items(type(rows[0])) if one.tell]


def _cell(item: Item, rows: tuple[Any, ...], place: int, letters: dict[str, str]) -> Cell:
    text = _text(item, getattr(rows[place], item.name))
    formula = _formula(item, rows, place, letters)
    return {"kind": cell_kind(item), "value": text, "formula": formula} if formula else text


def _formula(item: Item, rows: tuple[Any, ...], place: int, letters: dict[str, str]) -> str:
    """A cell's formula, or an empty string if it has none, its cells are missing or they don't add up to its value."""
    if not (item.tell and item.tell.formula):
        return ""
    signs = f"+ {item.tell.formula}".split()
    said, amount = "", NIL
    for sign, name in zip(signs[::2], signs[1::2], strict=True):
        above = name.startswith("above.")
        if above and not place:
            return ""
        name = name.removeprefix("above.")
        said += f"{sign}{letters[name]}{place + FIRST - above}"
        amount += _amount(rows[place - above], name) * (-1 if sign == "-" else 1)
    return said.removeprefix("+") if amount == _amount(rows[place], item.name) else ""


def _total(item: Item, rows: tuple[Any, ...], letters: dict[str, str]) -> Cell:
    if not (item.tell and item.tell.totalled):
        return ""
    amount = sum((_amount(row, item.name) for row in rows), NIL)
    return _summed(str(amount), letters[item.name], FIRST, FIRST + len(rows) - 1)


def _amount(row: Any, name: str) -> Decimal:
    """An amount to the penny, as in its cell; an empty cell counts as zero."""
    return to_pence(getattr(row, name) or NIL)


def _summed(amount: str, column: str, first: int, last: int) -> Cell:
    return {"kind": "money", "value": amount, "formula": f"SUM({column}{first}:{column}{last})"}


def letter(place: int) -> str:
    """The letters of a column by its position from 0: A, B, ... Z, AA."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def cell_kind(item: Item) -> str:
    """What a column holds for a spreadsheet: a date, money, a number or text."""
    if item.kind is date:
        return "date"
    if item.kind in ("money", "daily"):
        return "money"
    return "number" if item.kind in (*DECIMAL, int) else "text"
