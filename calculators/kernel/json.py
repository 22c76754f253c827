"""Records as plain data: money with two decimals, dates as ISO text, chances and rates as text."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from .fields import Choice, items
from .money import plain, to_pence


def read(text: str) -> Any:
    """The value of a JSON text, its fractions as exact decimals. Raises ValueError."""
    return json.loads(text, parse_float=Decimal)


def write(value: object) -> str:
    """One line of JSON, the same bytes for the same value on every Python; half a character becomes a question mark."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return line.encode("utf-8", "replace").decode("utf-8")


def data(value: object) -> Any:
    """A record, or anything in one, as JSON can hold it."""
    if is_dataclass(value) and not isinstance(value, type):
        kinds = {item.name: item.kind for item in items(type(value))}
        return {one.name: _field(kinds[one.name], getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Choice):
        return value.name
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [data(one) for one in value]
    return {key: data(one) for key, one in value.items()} if isinstance(value, Mapping) else value


def _field(kind: object, value: object) -> Any:
    if kind == "money" and isinstance(value, Decimal):
        return f"{to_pence(value):f}"
    if kind == "exact" and isinstance(value, Decimal):
        return f"{value:f}"
    return data(value)
