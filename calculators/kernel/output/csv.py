"""Tables of an answer as CSV, for a spreadsheet: exact figures, and no cell that runs as a formula."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import label_of

from .json import writer

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(rows: tuple[Any, ...]) -> str:
    """The rows of one table under their labels; numbers bare, dates as ISO text."""
    columns = [item for item in items(type(rows[0])) if item.tell] if rows else []
    parts = [(item.name, writer(item.kind)) for item in columns]
    target = io.StringIO()
    sheet = csv.writer(target, lineterminator="\r\n")
    sheet.writerow([safe(label_of(item)) for item in columns])
    for row in rows:
        sheet.writerow([_cell(getattr(row, name), write) for name, write in parts])
    return target.getvalue()


def _cell(value: object, write: Callable[[Any], Any]) -> str:
    """A number or date as it is written; any other text made safe."""
    if value is None:
        return ""
    written = str(write(value))
    return written if isinstance(value, (Decimal, int, date)) else safe(written)


def safe(text: str) -> str:
    """Text that a spreadsheet takes for text: one that looks like a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(FORMULA) else text
