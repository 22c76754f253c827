"""The tables of an answer as the sheets of a workbook: each cell's text, and the kind of each column."""

from datetime import date
from typing import Any

from calculators.kernel.base.schema import DECIMAL, Item, items
from calculators.kernel.contract.calculator import answer_parts, label_of
from calculators.kernel.output.csv import written

LONGEST_NAME = 31
"""Characters that Excel takes as the name of a sheet."""


def sheets(result: Any) -> list[dict[str, Any]]:
    """Each table that has rows: its name, its headings, the kind of each column and the cells as text."""
    found = ((item, getattr(result, item.name)) for item in answer_parts(result).tables)
    return [_sheet(item, rows) for item, rows in found if rows]


def _sheet(item: Item, rows: tuple[Any, ...]) -> dict[str, Any]:
    columns = [one for one in items(type(rows[0])) if one.tell]
    return {
        "name": label_of(item).partition(":")[0][:LONGEST_NAME],
        "headings": [label_of(one) for one in columns],
        "kinds": [_kind(one) for one in columns],
        "rows": [[written(one, getattr(row, one.name)) for one in columns] for row in rows],
    }


def _kind(item: Item) -> str:
    if item.kind is date:
        return "date"
    if item.kind in ("money", "daily"):
        return "money"
    return "number" if item.kind in (*DECIMAL, int) else "text"
