"""The data for others: in the shape that its schema promises, with what changed, newest first, and a feed that says so."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculators.kernel.figures.reference import subjects, tables
from macros.build_steps import reference_data
from tests.built import SITE

ATOM = {"a": reference_data.ATOM}
KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "null": type(None), "integer": int, "number": (int, float), "boolean": bool,
}  # fmt: skip
KNOWN = {
    "$schema", "$defs", "$ref", "title", "description", "type", "additionalProperties", "required", "properties",
    "propertyNames", "minProperties", "minItems", "minLength", "items", "enum", "const", "pattern", "format", "anyOf",
}  # fmt: skip


def faults(value: Any, schema: Any, whole: Any, at: str = "$") -> Iterator[str]:
    """Where a value breaks a schema (of JSON Schema as much as ours use)."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema and all(list(faults(value, one, whole, at)) for one in schema["anyOf"]):
        yield f"{at}: none of anyOf"
    if not _is_of(schema.get("type", [*KINDS]), value):
        yield f"{at}: {value!r} is no {schema['type']}"
    elif value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{at}: {value!r}"
    elif isinstance(value, str):
        yield from _text(value, schema, at)
    elif isinstance(value, list):
        yield from _list(value, schema, whole, at)
    elif isinstance(value, dict):
        yield from _object(value, schema, whole, at)


def _is_of(kinds: str | list[str], value: object) -> bool:
    return any(isinstance(value, KINDS[one]) for one in ([kinds] if isinstance(kinds, str) else kinds))


def _list(value: list[Any], schema: Any, whole: Any, at: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0):
        yield f"{at}: too few"
    for number, one in enumerate(value):
        yield from faults(one, schema.get("items", {}), whole, f"{at}[{number}]")


def _text(value: str, schema: Any, at: str) -> Iterator[str]:
    if not re.search(schema.get("pattern", ""), value) or len(value) < schema.get("minLength", 0):
        yield f"{at}: {value!r}"
    elif schema.get("format") == "date":
        date.fromisoformat(value)


def _object(value: dict[str, Any], schema: Any, whole: Any, at: str) -> Iterator[str]:
    yield from (f"{at}: {name} is missing" for name in schema.get("required", []) if name not in value)
    if len(value) < schema.get("minProperties", 0):
        yield f"{at}: too few"
    rest = schema.get("additionalProperties", True)
    for name, one in value.items():
        yield from _text(name, schema.get("propertyNames", {}), at)
        part = schema.get("properties", {}).get(name, rest)
        if part is False:
            yield f"{at}: {name} is unknown"
        elif part is not True:
            yield from faults(one, part, whole, f"{at}.{name}")


def published(name: str) -> Any:
    return json.loads((SITE / name).read_text())


@pytest.mark.parametrize("name", ["reference.json", "reference-changes.json"])
def test_the_data_has_the_shape_that_its_schema_promises(name: str) -> None:
    told = published(name)
    schema = published(told["schema"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(faults(told, schema, schema)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("tables", "england_wales.issue_fee", "unit"), "euros"),
        (("tables", "england_wales.issue_fee", "versions", 0, "valid_from"), "soon"),
        (("tables", "england_wales.issue_fee", "versions", 0, "bands", 0, "fee"), 35),
        (("tables", "england_wales.issue_fee", "versions", 0, "colour"), "blue"),
        (("tables", "Issue Fee"), {}),
    ],
)
def test_the_schema_refuses_what_is_not_in_shape(path: tuple[Any, ...], value: object) -> None:
    told = published("reference.json")
    schema, place = published(told["schema"]), told
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert list(faults(told, schema, schema))


def test_every_figure_is_published() -> None:
    names = {one.name for subject in subjects() for one in tables(subject)}
    assert set(published("reference.json")["tables"]) == names
    assert {one["name"] for one in published("reference-changes.json")["changes"]} == names


def test_changes_come_newest_first_each_with_what_was_before() -> None:
    told = published("reference-changes.json")["changes"]
    assert [one["since"] for one in told] == sorted((one["since"] for one in told), reverse=True)
    last: dict[str, str] = {}
    for one in reversed(told):
        assert one["old"] == last.get(one["name"])
        assert (one["kind"] == "first") == (one["old"] is None)
        assert (one["kind"] == "unchanged") == (one["old"] == one["new"])
        last[one["name"]] = one["new"]


def test_the_end_of_the_lower_fee_online_is_among_them() -> None:
    told = published("reference-changes.json")["changes"]
    (ended,) = [one for one in told if one["name"] == "england_wales.issue_fee_online" and one["kind"] == "ended"]
    assert ended["since"] == "2021-05-18"
    assert "ended on 17 May 2021" in ended["new"]
    (changed,) = [
        one for one in told if one["name"] == "uk.late_payment_reference_rate" and one["since"] == "2026-01-01"
    ]
    assert (changed["old"], changed["new"], changed["law"]) == ("4.25%", "3.75%", "SI 2002/1675, article 4")


def test_the_feed_has_an_entry_for_each_change_and_is_the_same_each_time() -> None:
    root = ET.parse(SITE / "changes.xml").getroot()
    entries = root.findall("a:entry", ATOM)
    told = [one for one in reference_data.changes() if one.kind in ("changed", "ended")]
    assert len(entries) == len(told) > 50
    identities = [entry.findtext("a:id", "", ATOM) for entry in [root, *entries]]
    assert len(set(identities)) == len(identities)
    assert all(one.startswith("urn:uuid:") for one in identities)
    for part in ("title", "updated", "author/a:name"):
        assert root.findtext(f"a:{part}", "", ATOM)
    for entry, one in zip(entries, told, strict=True):
        assert one.label in entry.findtext("a:title", "", ATOM)
        assert f"Now: {one.new}" in entry.findtext("a:content", "", ATOM)
        assert entry.findtext("a:updated", "", ATOM) == f"{one.checked}T00:00:00Z"
    title = root.findtext("a:title", "", ATOM).partition(":")[0]
    assert (SITE / "changes.xml").read_bytes() == reference_data.feed(title)


def test_the_page_of_rates_names_every_file() -> None:
    page = Path(SITE / "rates/index.html").read_text()
    for name in ("reference.json", "reference.schema.json", "reference-changes.json", "changes.xml"):
        assert f'href="../{name}"' in page
