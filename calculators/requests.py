"""The requests of a browser, as JSON text: for an answer, for a file or table beside it, or for a summary."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from calculators.answering import drawn_by, drawn_from_parts, on_page, part_of, refusal, whole
from calculators.catalogue import draft_names, load, names
from calculators.kernel.base.dates import read_date
from calculators.kernel.base.parse import amounts, days
from calculators.kernel.base.schema import Problem
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.output import json


def respond(request: str) -> str:
    """The answer to a request, both as JSON text; never raises for anything a person can type.

    The request names a `calculator`, the `values` typed and `today` as an ISO date. The reply has a
    `result`, the `answer` as HTML and `downloads`, or `problems`, each with its `field` and `message`;
    the `days` that were typed, in words; and the `amounts` written as more than digits. A request
    with a `surface` gets that instead of the answer: `page`, what a page shows as somebody types,
    with the answer as a list of elements; its `files`; `text`; `moves`; `rows` of a `file`; or the
    `sheet`, a summary of its values to print. One with a claim as its `summary` gets `html`, `text`
    and `json`. One with a `list` gets the `rows` of its `claims`, or the `text` of a `calendar` or a `table`.

    A long table is answered in parts: `columns` of a `file` or its `cells`, then its `table` in parts, the `part`
    that comes of each, and at last any of the above for all `parts` together. A `batch` of cases has requests of its
    own: see `batch.page_requests`.
    """
    try:
        asked = json.read(request)
    except (ValueError, RecursionError):
        return json.write(refusal([Problem("", "We can’t read that request.")]))
    return json.write(reply(asked))


def reply(asked: Any) -> dict[str, Any]:
    """The reply to a request as plain data."""
    if isinstance(asked, dict) and "summary" in asked:
        return _summary(asked["summary"], asked.get("today"))
    if isinstance(asked, dict) and "list" in asked:
        return _list(asked["list"], asked.get("today"))
    if not isinstance(asked, dict) or not isinstance(asked.get("values", {}), dict):
        return refusal([Problem("", "We can’t read that request.")])
    name, today = asked.get("calculator"), asked.get("today")
    if not isinstance(name, str):
        return refusal([Problem("calculator", "The name of the calculator is missing.")])
    if name not in (*names(), *draft_names()):
        return refusal([Problem("calculator", f"There is no calculator called “{name[:60]}”.")])
    day = read_date(today) if isinstance(today, str) else None
    if today is not None and day is None:
        return refusal([Problem("today", "Today’s date isn’t a date we can read.")])
    if "batch" in asked or asked.get("surface", "page") != "page":
        return _beside(load(name), asked, day)
    calculator, values = load(name), asked.get("values", {})
    draw = on_page if "surface" in asked else whole
    return _drawn(draw, calculator, asked, day) | _read(calculator, values, day)


def _drawn(
    draw: Callable[..., dict[str, Any]], calculator: Calculator, asked: Mapping[str, Any], today: date | None
) -> dict[str, Any]:
    """What is drawn of the answer to the values or, where they were answered in parts, of the parts together."""
    values = asked.get("values", {})
    if "parts" not in asked:
        return drawn_by(draw, calculator, values, today)
    if not hasattr(calculator, "join"):
        return refusal([Problem("parts", "This calculator answers everything at once.")])
    return drawn_from_parts(draw, calculator, values, asked["parts"], today)


def _read(calculator: Calculator, values: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """What was typed, as it was read, where that is worth telling."""
    read = {"days": days(calculator.Inputs, values, today), "amounts": amounts(calculator.Inputs, values, today)}
    return {kind: found for kind, found in read.items() if found}


def _summary(claim: object, today: object) -> dict[str, Any]:
    """Everything that follows from a claim; the package for it is loaded only when it is asked for."""
    from calculators import summary

    return summary.reply(claim, today)


def _list(asked: object, today: object) -> dict[str, Any]:
    """What a page asks of a list of claims."""
    from calculators.summary import claim_list

    return claim_list.reply(asked, today)


def _batch(asked: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """What is asked about a file of cases; the package for it is loaded only when it is asked for."""
    from calculators.batch import page_requests

    found = page_requests.reply(asked["calculator"], asked, today)
    return refusal([found]) if isinstance(found, Problem) else found


def _sheet(values: Mapping[str, Any], today: object) -> dict[str, Any]:
    """The summary of an answer's values as HTML, or problems."""
    from calculators.summary.claim_file import FORMAT, VERSION

    made = _summary({"format": FORMAT, "version": VERSION, "claim": values}, today)
    return made if "problems" in made else {"sheet": made["html"]}


def _beside(calculator: Calculator, asked: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """What an answer gives beside itself, or problems; the modules for it are loaded only when it is asked for."""
    from calculators.kernel.extras import answer_extras

    if "batch" in asked:
        return _batch(asked, today)
    if asked["surface"] == "sheet":
        return _sheet(asked.get("values", {}), asked.get("today"))
    if asked["surface"] == "part" and hasattr(calculator, "join"):
        return part_of(calculator, asked.get("values", {}), today)
    if read := answer_extras.TABLES.get(str(asked["surface"])):
        found = read(calculator, asked)
        return refusal([found]) if isinstance(found, Problem) else found
    draw = answer_extras.part(calculator, asked["surface"])
    if not draw:
        return refusal([Problem("surface", "There’s no such part of an answer.")])
    return _drawn(draw, calculator, asked, today)
