"""Answers a browser's requests, as JSON text: for an answer, for a file or table to go with it, or for a summary."""

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
    """The reply to a request; both are JSON text. Never raises for anything a person can type.

    A request has a `calculator`, the `values` typed and `today` as an ISO date. The reply has a `result`, the `answer`
    as HTML and `downloads`; or else `problems`, each with its `field` and `message`. It also has the dates typed, in
    words, as `days`, and any `amounts` written as more than digits.

    A request with a `surface` gets that instead of the whole answer. A `page` is what a page shows as someone types,
    with the answer as a list of elements. Others are the `files`, the `text`, what `moves` the answer most, the `rows`
    of a `file`, and the `sheet`, a summary of the values to print.

    A request with a claim as its `summary` gets `html`, `text` and `json`. One with a `list` gets the `rows` of its
    `claims`, or the `text` of a `calendar` or a `table`.

    A long table is answered in several requests: for the `columns` of a `file` or of its `cells`; for its `table`,
    split into parts; for the `part` that each gives; and lastly for any of the above, from all the `parts` together.
    For requests about a `batch` of cases, see `batch.page_requests`.
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
    """What `draw` makes of the answer to the values or, if they were answered in parts, of all the parts together."""
    values = asked.get("values", {})
    if "parts" not in asked:
        return drawn_by(draw, calculator, values, today)
    if not hasattr(calculator, "join"):
        return refusal([Problem("parts", "This calculator answers everything at once.")])
    return drawn_from_parts(draw, calculator, values, asked["parts"], today)


def _read(calculator: Calculator, values: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """How typed dates and amounts were read, if there are any worth showing."""
    read = {"days": days(calculator.Inputs, values, today), "amounts": amounts(calculator.Inputs, values, today)}
    return {kind: found for kind, found in read.items() if found}


def _summary(claim: object, today: object) -> dict[str, Any]:
    """The summary of a claim; its package is only loaded on request."""
    from calculators import summary

    return summary.reply(claim, today)


def _list(asked: object, today: object) -> dict[str, Any]:
    """The reply to a page's request about a list of claims."""
    from calculators.summary import claim_list

    return claim_list.reply(asked, today)


def _batch(asked: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """The reply to a request about a file of cases; its package is only loaded on request."""
    from calculators.batch import page_requests

    found = page_requests.reply(asked["calculator"], asked, today)
    return refusal([found]) if isinstance(found, Problem) else found


def _sheet(values: Mapping[str, Any], today: object) -> dict[str, Any]:
    """The summary of an answer's values as HTML, or the problems."""
    from calculators.summary.claim_file import FORMAT, VERSION

    made = _summary({"format": FORMAT, "version": VERSION, "claim": values}, today)
    return made if "problems" in made else {"sheet": made["html"]}


def _beside(calculator: Calculator, asked: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """Anything other than the answer itself, or the problems; its modules are only loaded on request."""
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
