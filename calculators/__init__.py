"""Calculators and drafts for a small business that is owed money: `load` one or, in the browser, `respond`."""

import pkgutil
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any, cast

from . import drafts
from .kernel.base.dates import read_date
from .kernel.base.fields import Problem, items
from .kernel.base.parse import days, parse
from .kernel.contract.calculator import Calculator, downloads, file
from .kernel.figures.reference import NoFigure
from .kernel.output import json, record
from .kernel.output.answer import parts

ROOMS = {"drafts", "kernel", "reference", "summary"}
"""The packages beside the calculators; every other module or package here is a calculator."""

__version__ = "0.3.0"

__all__ = ["draft_names", "load", "names", "respond"]


def names() -> list[str]:
    """The calculators there are, each the name of its module."""
    return list(_modules(*__path__))


def draft_names() -> list[str]:
    """The drafts of letters and agreements there are, each the name of its module; none is a calculator's."""
    return list(_modules(*drafts.__path__))


@cache
def _modules(*path: str) -> tuple[str, ...]:
    found = {module.name for module in pkgutil.iter_modules(list(path)) if not module.name.startswith("_")}
    return tuple(sorted(found - ROOMS))


def load(name: str) -> Calculator:
    """The calculator or draft of that name. Raises KeyError for any other name."""
    if name in names():
        return cast(Calculator, import_module(f".{name}", __name__))
    if name in draft_names():
        return cast(Calculator, import_module(f".{name}", drafts.__name__))
    raise KeyError(name)


def respond(request: str) -> str:
    """The answer to a request, both as JSON text; never raises for anything a person can type.

    The request names a `calculator`, the `values` typed and `today` as an ISO date. The reply has a
    `result`, the `answer` as HTML and `downloads`, or `problems`, each with its `field` and `message`;
    and the `days` that were typed, in words. A request with a `surface` gets that instead of the
    answer: `page`, what a page shows as somebody types, with the answer as a list of elements; its
    `files`; `text`; `moves`; or `rows` of a `file`. One with a claim as its `summary` gets `html`,
    `text` and `json`.
    """
    try:
        asked = json.read(request)
    except (ValueError, RecursionError):
        return json.write(refusal([Problem("", "That was not a request we can read.")]))
    return json.write(reply(asked))


def reply(asked: Any) -> dict[str, Any]:
    """The reply to a request as plain data."""
    if isinstance(asked, dict) and "summary" in asked:
        return summary_of(asked["summary"], asked.get("today"))
    if not isinstance(asked, dict) or not isinstance(asked.get("values", {}), dict):
        return refusal([Problem("", "That was not a request we can read.")])
    name, today = asked.get("calculator"), asked.get("today")
    if not isinstance(name, str):
        return refusal([Problem("calculator", "The name of the calculator is missing.")])
    if name not in (*names(), *draft_names()):
        return refusal([Problem("calculator", f"There is no calculator called “{name[:60]}”.")])
    day = read_date(today) if isinstance(today, str) else None
    if today is not None and day is None:
        return refusal([Problem("today", "The date of today is not a day we can read.")])
    if "surface" in asked and asked["surface"] != "page":
        return _beside(load(name), asked, day)
    calculator, values = load(name), asked.get("values", {})
    read, draw = days(calculator.Inputs, values), _on_page if "surface" in asked else _whole
    return _made(draw, calculator, values, day) | ({"days": read} if read else {})


def summary_of(claim: object, today: object) -> dict[str, Any]:
    """All that a claim comes to; the module for it is loaded only when it is asked for."""
    told: dict[str, Any] = import_module(".summary", __name__).reply(claim, today)
    return told


def answer(calculator: Calculator, values: Mapping[str, object], today: date | None) -> dict[str, Any]:
    """What a calculator makes of the typed values, as plain data: a result with its answer, or problems."""
    return _made(_whole, calculator, values, today)


def _made(
    draw: Callable[..., dict[str, Any]], calculator: Calculator, values: Mapping[str, object], today: date | None
) -> dict[str, Any]:
    """What is drawn of the answer to the typed values, or problems."""
    inputs = parse(calculator.Inputs, values, today)
    result = _calculated(calculator, inputs)
    return refusal(result) if isinstance(result, list) else draw(calculator, inputs, result, today, __version__)


def _whole(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """All that there is."""
    return {
        "result": json.data(result),
        "answer": "".join(_drawn(calculator, inputs, result, today, version)),
        "downloads": [file(one) for one in downloads(calculator, result)],
    }


def _on_page(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """What a page shows at each key: the answer element by element, what it tells others, and the files it can make."""
    return {
        "parts": _drawn(calculator, inputs, result, today, version),
        "told": json.told(result),
        "downloads": [{"name": one.name, "label": one.label} for one in downloads(calculator, result)],
    }


def _drawn(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> list[str]:
    """The answer and the record of it, an element each."""
    drawn = (*parts(calculator, result, today=today), *record.parts(inputs, today, version))
    return [part for part in drawn if part]


def work_out(calculator: Calculator, values: Mapping[str, object], today: date | None) -> Any:
    """The result of the typed values, or a list of every problem with them."""
    return _calculated(calculator, parse(calculator.Inputs, values, today))


def _calculated(calculator: Calculator, inputs: Any) -> Any:
    if isinstance(inputs, list):
        return inputs
    try:
        return calculator.calculate(inputs)
    except NoFigure as why:
        return [Problem(_asked(inputs, why), str(why))]


def _beside(calculator: Calculator, asked: Mapping[str, Any], today: date | None) -> dict[str, Any]:
    """What an answer gives beside itself, or problems; the modules for it are loaded only when it is asked for."""
    from .kernel.extras import surfaces

    if asked["surface"] == "rows":
        found = surfaces.rows(calculator, asked)
        return refusal([found]) if isinstance(found, Problem) else found
    draw = surfaces.part(calculator, asked["surface"])
    if not draw:
        return refusal([Problem("surface", "An answer has no such part.")])
    return _made(draw, calculator, asked.get("values", {}), today)


def _asked(inputs: Any, why: NoFigure) -> str:
    """The question whose date has no figure, as far as one can tell."""
    dates = [item.name for item in items(type(inputs)) if item.kind is date and getattr(inputs, item.name)]
    return next((name for name in dates if getattr(inputs, name) == why.on), dates[0] if dates else "")


def refusal(problems: list[Problem]) -> dict[str, Any]:
    """A reply that answers nothing but says why."""
    return {"problems": [json.data(problem) for problem in problems]}
