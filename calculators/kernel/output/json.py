"""Records as plain data: money with two decimal places, dates as ISO text, chances and rates as text."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from calculators.kernel.base.money import REMEMBERED, plain, to_pence
from calculators.kernel.base.schema import Choice, is_choice, is_figure, is_record, items
from calculators.kernel.figures.reference import Figure


def read(text: str) -> Any:
    """The value of a JSON text, with fractions as exact decimals. Raises ValueError."""
    return json.loads(text, parse_float=Decimal)


def write(value: object) -> str:
    """One line of JSON, with the same bytes on every Python; a lone surrogate becomes a question mark."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return line.encode("utf-8", "replace").decode("utf-8")


def data(value: object) -> Any:
    """A record, or any value in one, as JSON can hold it. It may be shared, so don't change it."""
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """The function that writes values of that type, found once; for figures, what it writes is cached too."""
    if is_record(kind):
        write = _record(kind)
        return lru_cache(REMEMBERED)(write) if kind is Figure else write
    return next((write for base, write in _WRITERS if issubclass(kind, base)), _same)


def _record(kind: type) -> Callable[[Any], dict[str, Any]]:
    fields: list[tuple[str, Callable[[Any], Any]]] = [(item.name, writer(item.kind)) for item in items(kind)]
    left_out = [item.name for item in items(kind) if item.kind is str and item.tell and not item.tell.absent]

    def write_record(record: object) -> dict[str, Any]:
        written = {name: write(getattr(record, name)) for name, write in fields}
        for name in left_out:  # left out if empty
            if written[name] == "":
                del written[name]
        return written

    return write_record


def from_data(kind: Any, value: Any) -> Any:
    """The record, list or value that was written as this `data`; a missing text is read as empty.

    Raises ValueError, KeyError or TypeError for anything else.
    """
    if isinstance(kind, list):
        return tuple(from_data(kind[0], one) for one in value)
    if is_record(kind):
        return kind(**{one.name: from_data(one.kind, value.get(one.name, "")) for one in items(kind)})
    if value is None or (kind in (str, int, bool) and type(value) is kind):
        return value
    if is_choice(kind):
        return kind[value]
    try:
        return date.fromisoformat(value) if kind is date else Decimal(value)
    except InvalidOperation as error:
        raise ValueError(value) from error


def told(record: Any) -> dict[str, str]:
    """A record's figures, but not its records and tables, as a person would type them; absent ones are left out."""
    kind: Any = type(record)
    found = ((name, getattr(record, name), write) for name, write in _told(kind))
    return {name: _as_typed(write(value)) for name, value, write in found if value not in (None, "")}


def _as_typed(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@cache
def _told(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((item.name, writer(item.kind)) for item in items(kind) if is_figure(item))


def writer(kind: object) -> Callable[[Any], Any]:
    """The function that writes a field of that kind as `data`; its value may be None."""
    return data if isinstance(kind, list) else _FIELDS.get(kind, data)


def _same(value: Any) -> Any:
    return value


def _list(value: Sequence[object]) -> list[Any]:
    return [data(one) for one in value]


def _mapping(value: Mapping[str, object]) -> dict[str, Any]:
    return {key: data(one) for key, one in value.items()}


def _money(value: object) -> Any:
    return str(to_pence(value)) if isinstance(value, Decimal) else data(value)


def _exact(value: object) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else data(value)


_FIELDS: Mapping[object, Callable[[Any], Any]] = {
    "money": _money,
    "exact": _exact,
    bool: _same,
    int: _same,
    str: _same,
}
_WRITERS: Sequence[tuple[type, Callable[[Any], Any]]] = (
    (Choice, attrgetter("name")),
    (str, _same),
    (Decimal, plain),
    (date, date.isoformat),
    (tuple, _list),
    (list, _list),
    (Mapping, _mapping),
)
