"""From typed values to a result, an answer as plain data, or every problem with them."""

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
    """What a calculator makes of the typed values, as plain data: a result with its answer, or problems."""
    return drawn_by(whole, calculator, values, today)


def drawn_by(
    draw: Callable[..., dict[str, Any]], calculator: Calculator, values: Mapping[str, object], today: date | None
) -> dict[str, Any]:
    """What is drawn of the answer to the typed values, or problems."""
    inputs = parse(calculator.Inputs, values, today)
    result = _calculated(calculator, inputs)
    return refusal(result) if isinstance(result, list) else draw(calculator, inputs, result, today, __version__)


def drawn_from_parts(
    draw: Callable[..., dict[str, Any]], calculator: Any, values: Mapping[str, object], made: object, today: date | None
) -> dict[str, Any]:
    """What is drawn of an answer that was worked out in parts, from the answers that hold for all of them."""
    settings = parse(calculator.Settings, values, today)
    if isinstance(settings, list):
        return refusal(settings)
    try:
        parts = json.from_data([calculator.Part], made)
    except (AttributeError, KeyError, TypeError, ValueError):
        return refusal([Problem("parts", "Those aren’t parts of an answer.")])
    return draw(calculator, settings, calculator.join(settings, parts), today, __version__)


def part_of(calculator: Any, values: Mapping[str, object], today: date | None) -> dict[str, Any]:
    """What comes of some of the rows, for an answer to all of them; or problems."""
    inputs = parse(calculator.Inputs, values, today)
    return refusal(inputs) if isinstance(inputs, list) else {"part": json.data(calculator.part(inputs))}


def whole(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """All that there is."""
    return {
        "result": json.data(result),
        "answer": "".join(_drawn(calculator, inputs, result, today, version)),
        "downloads": [file(one) for one in downloads(calculator, result)],
    }


def on_page(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> dict[str, Any]:
    """What a page shows at each key: the answer element by element, what it tells others, and the files it can make."""
    return {
        "parts": _drawn(calculator, inputs, result, today, version),
        "told": json.told(result),
        "downloads": [{"name": one.name, "label": one.label} for one in downloads(calculator, result)],
    }


def _drawn(calculator: Calculator, inputs: Any, result: Any, today: date | None, version: str) -> list[str]:
    """The answer and the record of it, an element each."""
    drawn = (*parts(calculator, result, today=today), *audit_record.parts(inputs, today, version))
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


def _asked(inputs: Any, why: NoFigure) -> str:
    """The question whose date has no figure, as far as one can tell."""
    dates = [item.name for item in items(type(inputs)) if item.kind is date and getattr(inputs, item.name)]
    return next((name for name in dates if getattr(inputs, name) == why.on), dates[0] if dates else "")


def refusal(problems: list[Problem]) -> dict[str, Any]:
    """A reply that answers nothing but says why."""
    return {"problems": [json.data(problem) for problem in problems]}
