"""Tables of an answer as CSV, for a spreadsheet: exact figures, and no cell that runs as a formula."""

import csv
import io
from datetime import date
from decimal import Decimal
from typing import Any

from .calculator import label_of
from .fields import items
from .json import data

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(rows: tuple[Any, ...]) -> str:
    """The rows of one table under their labels; numbers bare, dates as ISO text."""
    columns = [item for item in items(type(rows[0])) if item.tell] if rows else []
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([safe(label_of(item)) for item in columns])
    for row in rows:
        values = data(row)
        writer.writerow([_cell(getattr(row, item.name), values[item.name]) for item in columns])
    return target.getvalue()


def _cell(value: object, written: Any) -> str:
    """A number or date as it is written; any other text made safe."""
    if isinstance(value, (Decimal, int, date)):
        return str(written)
    return "" if written is None else safe(str(written))


def safe(text: str) -> str:
    """Text that a spreadsheet takes for text: one that looks like a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text
