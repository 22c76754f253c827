"""Tables of an answer as CSV, for a spreadsheet: exact figures, and no cell that runs as a formula."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kernel.base.schema import Choice, Item, items
from calculators.kernel.contract.calculator import label_of

from .json import writer

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(rows: tuple[Any, ...]) -> str:
    """The rows of one table under their labels; numbers have no symbols, and dates are ISO text."""
    columns = [item for item in items(type(rows[0])) if item.tell] if rows else []
    target = io.StringIO()
    sheet = csv.writer(target, lineterminator="\r\n")
    sheet.writerow([safe(label_of(item)) for item in columns])
    for row in rows:
        sheet.writerow([_cell(item, getattr(row, item.name)) for item in columns])
    return target.getvalue()


def written(item: Item, value: object) -> str:
    """A value as it's written in a cell, with a choice in the reader's words."""
    if value is None:
        return ""
    return str(value) if isinstance(value, Choice) else str(writer(item.kind)(value))


def _cell(item: Item, value: object) -> str:
    """A number or date as it's written; any other text made safe."""
    text = written(item, value)
    return text if isinstance(value, (Decimal, int, date)) else safe(text)


def safe(text: str) -> str:
    """Text that a spreadsheet won't run: if it looks like a formula, it gets an apostrophe in front."""
    return f"'{text}" if text.startswith(FORMULA) else text
