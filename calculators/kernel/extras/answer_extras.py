"""What an answer gives only on request: text to copy, what changes it most, and rows read from a file."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from calculators.kernel.base.schema import Problem, items
from calculators.kernel.contract.calculator import Calculator, downloads, file, label_of
from calculators.kernel.output import audit_record, letter, text

from . import csv_import, sensitivity

NOT_A_TABLE = "We can’t read that table."


def as_text(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The answer and what it stands on, as text."""
    return {"text": text.answer(calculator, result) + audit_record.as_text(calculator, inputs, today, version)}


def what_moves_it(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """Which number changes the answer most, as HTML."""
    return {"moves": sensitivity.as_html(calculator, inputs, result)}


def files(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """Every file that can be made of the answer, with its text."""
    return {"files": [file(one) for one in downloads(calculator, result)]}


def a_letter(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """A letter in every form in which it can be sent."""
    return {"letter": letter.data(calculator, result)}


_PARTS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "text": as_text,
    "moves": what_moves_it,
    "files": files,
    "letter": a_letter,
}


def part(calculator: Calculator, surface: object) -> Callable[..., dict[str, Any]] | None:
    """What draws that part of a calculator's answer, where it has such a part."""
    if surface == "letter" and not letter.is_letter(calculator):
        return None
    if surface == "moves" and not sensitivity.turns_on(calculator):
        return None
    return _PARTS.get(str(surface))


def rows(calculator: Calculator, asked: Mapping[str, Any]) -> dict[str, Any] | Problem:
    """The rows of a file for the question `field`, as they would be typed."""
    field, file = asked.get("field"), asked.get("file")
    found = [item.kind for item in items(calculator.Inputs) if item.name == field and isinstance(item.kind, list)]
    if not found or not isinstance(file, str):
        return Problem("file", NOT_A_TABLE)
    read = csv_import.read(found[0][0], file, _labels(calculator))
    return {"rows": list(read.rows), "notes": list(read.notes)}


def _labels(calculator: Calculator) -> dict[str, str]:
    """What the columns are called in the tables of an answer, so that a file saved from it can be read again."""
    tables = [item.kind[0] for item in items(calculator.Result) if isinstance(item.kind, list) and item.kind != [str]]
    found = (item for table in tables for item in items(table) if item.tell)
    former: dict[str, str] = getattr(calculator, "FORMER_LABELS", {})
    return {label_of(item): item.name for item in found} | former
