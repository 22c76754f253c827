"""Turns typed values into a result or a reply as plain data, or lists every problem with them."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from calculators import __version__
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Problem, items
from calculators.kernel.contract.calculator import Calculator, downloads, file
from calculators.kernel.figures.reference import NoFigure
from calculators.kernel.output import audit_record, json
from calculators.kernel.output.answer_html import parts


def answer(calculator: Calculator, values: Mapping[str, object], today: date | None) -> dict[str, Any]:
    """A calculator's reply to typed values, as plain data: a result with its answer, or the problems."""
    return drawn_by(whole, calculator, values, today)


def drawn_by(
    draw: Callable[..., dict[str, Any]], calculator: Calculator, values: Mapping[str, object], today: date | None
) -> dict[str, Any]:
    """What `draw` makes of the answer to the typed values, or the problems."""
    inputs = parse(calculator.Inputs, values, today)
    result = _calculated(calculator, inputs)
    return refusal(result) if isinstance(result, list) else draw(calculator, inputs, result, today, __version__)


def drawn_from_parts(
    draw: Callable[..., dict[str, Any]], calculator: Any, values: Mapping[str, object], made: object, today: date | None
) -> dict[str, Any]:
    """What `draw` makes of an answer worked out in parts, or the problems; `values` are the settings for all parts."""
    settings = parse(calculator.Settings, values, today)
    if isinstance(settings, list):
        return refusal(settings)
    try:
        parts = json.from_data([calculator.Part], made)
    except (AttributeError, KeyError, TypeError, ValueError):
        return refusal([Problem("parts", "Those aren’t parts of an answer.")])
    return draw(calculator, settings, calculator.join(settings, parts), today, __version__)


def part_of(calculator: Any, values: Mapping[str, object], today: date | None) -> dict[str, Any]:
    """The result for some of the rows, to be joined into an answer to all of them; or the problems."""
    inputs = parse(calculator.Inputs, values, today)
    return refusal(inputs) if isinstance(inputs, list) else {"part": json.data(calculator.part(inputs))}


def whole(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """The whole reply: the result as data, the answer as HTML, and the files with their text."""
    return {
        "result": json.data(result),
        "answer": "".join(_drawn(calculator, inputs, result, today, version)),
        "downloads": [file(one) for one in downloads(calculator, result)],
    }


def on_page(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """What a page needs at each keystroke: the answer's elements, figures for other calculators, and file names."""
    return {
        "parts": _drawn(calculator, inputs, result, today, version),
        "told": json.told(result),
        "downloads": [{"name": one.name, "label": one.label} for one in downloads(calculator, result)],
    }


def _drawn(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> list[str]:
    """The elements of the answer, followed by those of its audit record."""
    drawn = (*parts(calculator, result, today=today), *audit_record.parts(inputs, today, version))
    return [part for part in drawn if part]


def work_out(calculator: Calculator, values: Mapping[str, object], today: date | None) -> Any:
    """The result for the typed values, or a list of every problem with them."""
    return _calculated(calculator, parse(calculator.Inputs, values, today))


def _calculated(calculator: Calculator, inputs: Any) -> Any:
    if isinstance(inputs, list):
        return inputs
    try:
        return calculator.calculate(inputs)
    except NoFigure as why:
        return [Problem(_asked(inputs, why), str(why))]


def _asked(inputs: Any, why: NoFigure) -> str:
    """The question whose date has no figure: the one with that date, else the first with any date, else empty."""
    dates = [item.name for item in items(type(inputs)) if item.kind is date and getattr(inputs, item.name)]
    return next((name for name in dates if getattr(inputs, name) == why.on), dates[0] if dates else "")


def refusal(problems: list[Problem]) -> dict[str, Any]:
    """A reply that lists the problems and answers nothing."""
    return {"problems": [json.data(problem) for problem in problems]}
