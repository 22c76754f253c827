"""Extras made on request: an answer as text to copy, what changes it most, its tables, and rows read from a file."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from calculators.kernel.base.schema import Problem, items
from calculators.kernel.contract.calculator import Calculator, downloads, file, label_of
from calculators.kernel.output import audit_record, json, letter, text

from . import csv_import, sensitivity, table_import, workbook

NOT_A_TABLE = "We can’t read that table."


def as_text(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The answer and its audit record, as text."""
    return {"text": text.answer(calculator, result) + audit_record.as_text(calculator, inputs, today, version)}


def what_moves_it(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The numbers that change the answer most, as HTML."""
    return {"moves": sensitivity.as_html(calculator, inputs, result)}


def files(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """Every file that can be made from the answer, with its text."""
    return {"files": [file(one) for one in downloads(calculator, result)]}


def a_letter(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """A letter in every form it can be sent in."""
    return {"letter": letter.data(calculator, result)}


def tables(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The answer as the sheets of a workbook."""
    return {"sheets": workbook.sheets(calculator, inputs, result, today, version)}


def letters(calculator: Any, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The letters that follow from an answer, each with its draft and the answers to fill in."""
    return {"letters": [json.data(one) for one in calculator.letters(inputs, result)]}


_PARTS: Mapping[str, Callable[..., dict[str, Any]]] = {
    "text": as_text,
    "moves": what_moves_it,
    "files": files,
    "letter": a_letter,
    "tables": tables,
    "letters": letters,
}


def part(calculator: Calculator, surface: object) -> Callable[..., dict[str, Any]] | None:
    """The function that draws that part of a calculator's answer, if it has such a part."""
    if surface == "letter" and not letter.is_letter(calculator):
        return None
    if surface == "letters" and not hasattr(calculator, "letters"):
        return None
    if surface == "moves" and not sensitivity.turns_on(calculator):
        return None
    return _PARTS.get(str(surface))


def rows(calculator: Calculator, asked: Mapping[str, Any]) -> dict[str, Any] | Problem:
    """The rows of a file for the question `field`, as they would be typed, and its answers to other questions."""
    field, file = asked.get("field"), asked.get("file")
    found = read_rows(calculator, field, file) if isinstance(field, str) and isinstance(file, str) else None
    if found is None:
        return Problem("file", NOT_A_TABLE)
    return {"rows": list(found.rows), "notes": list(found.notes), "values": dict(found.names)}


def read_rows(calculator: Calculator, field: str, file: str | bytes) -> csv_import.Found | None:
    """The rows of a CSV file or electronic invoice for a question answered with rows; None for any other question.

    An electronic invoice may be given as bytes, because it declares its own encoding.
    """
    kinds = {item.name: item.kind for item in items(calculator.Inputs)}
    kind = kinds.get(field)
    if not isinstance(kind, list):
        return None
    if isinstance(file, bytes) or is_einvoice(file):
        from . import einvoice

        found = einvoice.read(kind[0], file)
        return replace(found, names={name: said for name, said in found.names.items() if name in kinds})
    if hasattr(calculator, "known_tables"):
        return table_import.read_table(calculator, field, file)
    return csv_import.read(kind[0], file, _labels(calculator))


def is_einvoice(file: str | bytes) -> bool:
    """Whether a file is XML, or a PDF that an invoice may be attached to, rather than a table."""
    start = file[:100] if isinstance(file, str) else file[:100].decode("latin-1").replace("\0", "")
    return start.lstrip("\ufeff\xef\xbb\xbf\xff\xfe \t\r\n").startswith(("<", "%PDF"))


def _labels(calculator: Calculator) -> dict[str, str]:
    """The fields by the column labels of an answer's tables, for reading back a file saved from an answer."""
    tables = [item.kind[0] for item in items(calculator.Result) if isinstance(item.kind, list) and item.kind != [str]]
    found = (item for table in tables for item in items(table) if item.tell)
    former: dict[str, str] = getattr(calculator, "FORMER_LABELS", {})
    return {label_of(item): item.name for item in found} | former


TABLES: Mapping[str, Callable[[Calculator, Mapping[str, Any]], dict[str, Any] | Problem]] = {
    "rows": rows,
    "columns": table_import.columns,
    "table": table_import.parts,
}
"""The function that answers each request about a file."""
