"""JSON Schemas (draft 2020-12) for a calculator's questions and results, made from the fields of its two records."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING
from datetime import date
from decimal import Decimal
from inspect import getdoc
from typing import Any, get_args, get_origin

from calculators import __version__
from calculators.kernel.base.conditions import only_if
from calculators.kernel.base.schema import MOST_ROWS, Ask, Item, Problem, is_choice, is_record, items, show, typed
from calculators.kernel.contract.calculator import Calculator, code_name, label_of, may_be_left_out

DRAFT = "https://json-schema.org/draft/2020-12/schema"
POUNDS = r"^-?[0-9]+\.[0-9]{2}$"
NUMBER = r"^-?[0-9]+(\.[0-9]+)?$"

Schema = dict[str, Any]


def exchange(calculator: Calculator) -> Schema:
    """The schema of a request to `respond` and its reply, with its `values` and its `result` under `$defs`."""
    told = result(calculator)
    records = told.pop("$defs")
    return {
        "$schema": DRAFT,
        "title": calculator.TITLE,
        "description": f"A request for {code_name(calculator)} and the reply, in version {__version__}.",
        "oneOf": [_at("request"), _at("answer"), _at("refusal")],
        "$defs": {
            "request": _object(
                {"calculator": {"const": code_name(calculator)}, "values": _at("values"), "today": TODAY},
                required=("calculator", "values"),
                more=True,
            ),
            "answer": _object({"result": _at("result")}, required=("result",), more=True),
            "refusal": _object({"problems": _list(_at(Problem.__name__))}, required=("problems",), more=True),
            "values": values(calculator.Inputs),
            "result": told,
            **records,
            Problem.__name__: _record(Problem),
        },
    }


def _at(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(properties: Mapping[str, Schema], *, required: tuple[str, ...] | list[str], more: bool = False) -> Schema:
    closed = {} if more else {"additionalProperties": False}
    return {"type": "object", "properties": dict(properties), "required": [*required], **closed}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


# Questions

FILLED_IN = "Today’s date is used if you leave this out."
TODAY: Schema = {
    "type": "string",
    "description": "The date to treat as today, such as 2026-11-22. If you leave it out, no date is filled in for you.",
}


def values(record: type) -> Schema:
    """The schema of a request's values, as a person would type them; it doesn't refer to any other."""
    asked = {item.name: _question(item) for item in items(record)}
    return _object(asked, required=[item.name for item in items(record) if _must_be_answered(item)])


def _must_be_answered(item: Item) -> bool:
    conditional = bool(item.ask and (item.ask.today or any(item.ask.when) or any(item.ask.unless)))
    return item.default is MISSING and not item.optional and not conditional


def _question(item: Item) -> Schema:
    """The schema of one question: its words, what it accepts and its default."""
    if item.ask is None:
        raise TypeError(f"{item.name} is not asked")
    kind = _rows(item) if isinstance(item.kind, list) else _typed(item.kind, item.ask)
    default = typed(item.kind, item.default)
    return {
        "title": item.ask.question,
        **_about(item.ask.hint, kind.pop("description", ""), FILLED_IN if item.ask.today else "", only_if(item)),
        **(kind if _must_be_answered(item) else _or_null(kind)),
        **({"default": default} if default and not isinstance(item.kind, list) else {}),
    }


def _about(*words: str) -> Schema:
    told = " ".join(word for word in words if word)
    return {"description": told} if told else {}


def _rows(item: Item) -> Schema:
    record: type = item.kind[0]  # type: ignore[index]
    least = {"minItems": 1} if _must_be_answered(item) else {}
    return {**_list(values(record)), **least, "maxItems": item.ask.most_rows if item.ask else MOST_ROWS}


def _typed(kind: object, ask: Ask) -> Schema:
    """What a question of that kind accepts: text as a person types it, or a number."""
    if is_choice(kind):
        return _choice(kind)
    if kind is bool:
        return {"enum": ["yes", "no", True, False]}
    if kind is date:
        return {"type": "string", "description": _bounds("A date, such as 2026-11-22", kind, ask)}
    if kind is str:
        return {"type": "string", **({"maxLength": int(ask.high)} if ask.high else {})}
    bounds = {"minimum": ask.low, "maximum": ask.high}
    told = {name: _number(bound) for name, bound in bounds.items() if bound is not None}
    return {"type": ["number", "string"], "description": _bounds(_unit(kind), kind, ask), **told}


def _number(bound: Decimal) -> int | float:
    return int(bound) if bound == int(bound) else float(bound)


def _unit(kind: object) -> str:
    return {"money": "Pounds", "daily": "Pounds a day", "percentage": "Per cent", int: "A whole number"}.get(
        kind, "A number"
    )


def _bounds(unit: str, kind: object, ask: Ask) -> str:
    low = f" from {show(kind, ask.low)}" if ask.low is not None else ""
    high = f" to {show(kind, ask.high)}" if ask.high is not None else ""
    return f"{unit}{low}{high}."


def _choice(kind: Any) -> Schema:
    """The codes of a choice, and what each means."""
    return {"enum": [one.name for one in kind], "description": "; ".join(f"{one.name}: {one}" for one in kind) + "."}


def _or_null(schema: Schema) -> Schema:
    """The same schema, but also allowing null."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


# Results


def result(calculator: Calculator) -> Schema:
    """The schema of a calculator's result, with the records within it under `$defs`."""
    return result_of(calculator.Result)


def result_of(record: type) -> Schema:
    """The schema of a record in a reply, with those within it under `$defs`. Raises ValueError if two share a name."""
    found: dict[str, type] = {}
    for one in _within(record):
        if found.setdefault(one.__name__, one) is not one:
            raise ValueError(f"{record.__module__}: two records are called {one.__name__}")
    del found[record.__name__]
    return {**_record(record), "$defs": {name: _record(found[name]) for name in sorted(found)}}


def _within(record: type) -> Iterator[type]:
    """A record and every record in it, however deep."""
    yield record
    for item in items(record):
        kind = item.kind[0] if isinstance(item.kind, list) else item.kind
        if is_record(kind):
            yield from _within(kind)  # type: ignore[arg-type]


def _record(record: type) -> Schema:
    fields = {item.name: _told(item) for item in items(record)}
    required = [item.name for item in items(record) if not may_be_left_out(item)]
    return {"description": _purpose(record), **_object(fields, required=required)}


def _purpose(record: type) -> str:
    """The first paragraph of a record's docstring."""
    return " ".join((getdoc(record) or "").partition("\n\n")[0].split())


def _told(item: Item) -> Schema:
    kind = _written(item.kind)
    title = {"title": label_of(item)} if item.tell else {}
    return {**title, **(_or_null(kind) if item.optional else kind)}


def _written(kind: Any) -> Schema:
    """The schema of a value of that kind in a reply."""
    if isinstance(kind, list):
        return _list(_written(kind[0]))
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if is_record(kind):
        return _at(kind.__name__)
    return _choice(kind) if is_choice(kind) else _WRITTEN[kind]()


def _tuple(parts: tuple[Any, ...]) -> Schema:
    if parts[-1] is ...:
        return _list(_written(parts[0]))
    return {"type": "array", "prefixItems": [_written(part) for part in parts], "items": False, "minItems": len(parts)}


def _text(pattern: str, unit: str) -> Callable[[], Schema]:
    return lambda: {"type": "string", "pattern": pattern, "description": unit}


_WRITTEN: Mapping[object, Callable[[], Schema]] = {
    "money": _text(POUNDS, "Pounds and pence."),
    "daily": _text(NUMBER, "Pounds a day."),
    "percentage": _text(NUMBER, "Per cent."),
    "exact": _text(NUMBER, "In the unit beside it."),
    Decimal: _text(NUMBER, "A number."),
    date: lambda: {"type": "string", "format": "date"},
    bool: lambda: {"type": "boolean"},
    int: lambda: {"type": "integer"},
    str: lambda: {"type": "string"},
}
