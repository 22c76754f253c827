"""Rows for one answer on the command line: given as JSON, or in CSV files and electronic invoices."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from calculators.batch.answers import list_of
from calculators.batch.csv_file import Unreadable, decode
from calculators.kernel.base.schema import Item, items
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.extras import answer_extras
from calculators.kernel.extras.einvoice import MOST_CHARACTERS, SEVERAL_NAMES, TOO_BIG

Note = Callable[[str], None]

CANNOT = "“{file}” can’t be read: {why}."


def with_rows(calculator: Calculator, given: Mapping[str, Any], note: Note) -> dict[str, object]:
    """The values, with any rows read from JSON or files; names in an invoice answer questions that were left out.

    Calls `note` with anything left out of a file. Raises Unreadable for a file that can't be read.
    """
    values: dict[str, object] = dict(given)
    for item in items(calculator.Inputs):
        if isinstance(item.kind, list) and item.name in given:
            values[item.name], names = _rows(calculator, item, given[item.name], note)
            values = {**names, **values}
    return values


def _rows(calculator: Calculator, item: Item, written: Iterable[str], note: Note) -> tuple[object, Mapping[str, str]]:
    """The rows from everything given, and the names that all its electronic invoices have in common."""
    rows: list[object] = []
    names: list[Mapping[str, str]] = []
    for one in written:
        found = list_of(one)
        if isinstance(found, list):
            rows += found
        elif one.lstrip().startswith(("{", "[")):
            return one, {}  # JSON but not a list, which is refused in the question's own words
        else:
            read = _file(calculator, item, one, note)
            rows += read.rows
            names += [read.names] if read.names else []
    if all(one == names[0] for one in names):
        return rows, names[0] if names else {}
    note(SEVERAL_NAMES)
    return rows, {}


def _file(calculator: Calculator, item: Item, name: str, note: Note) -> Any:
    """The rows that a file has for the question."""
    content = _content(name)
    file = content if answer_extras.is_einvoice(content) else decode(content, note)
    found = answer_extras.read_rows(calculator, item.name, file)
    for words in found.notes if found else ():
        note(f"{name}: {words}")
    return found


def _content(name: str) -> bytes:
    """The bytes of a file. Raises Unreadable if it can't be opened or is too big."""
    try:
        with Path(name).open("rb") as file:
            content = file.read(MOST_CHARACTERS + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(CANNOT.format(file=name[:60], why=getattr(error, "strerror", None) or error)) from None
    if len(content) > MOST_CHARACTERS:
        raise Unreadable(f"{name}: {TOO_BIG}")
    return content
