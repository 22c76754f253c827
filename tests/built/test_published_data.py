"""The published data is valid under its schema, and its changes are listed newest first and in a feed."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from calculators import draft_names, load, names
from calculators.command_line import json_schema
from calculators.kernel.figures.reference import subjects, tables
from macros.build_steps import reference_data
from tests.built.site_files import SITE

ATOM = {"a": reference_data.ATOM}


def faults(value: Any, schema: Any) -> list[str]:
    """Return the places where a value is invalid under a schema, each with the reason."""
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{one.json_path}: {one.message}" for one in validator.iter_errors(value)]


def published(name: str) -> Any:
    return json.loads((SITE / name).read_text())


@pytest.mark.parametrize("name", ["reference.json", "reference-changes.json"])
def test_the_data_is_valid_under_its_schema(name: str) -> None:
    told = published(name)
    schema = published(told["schema"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert faults(told, schema) == []


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
def test_the_schema_rejects_invalid_data(path: tuple[Any, ...], value: object) -> None:
    told = published("reference.json")
    schema, place = published(told["schema"]), told
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert faults(told, schema)


def test_every_figure_is_published() -> None:
    names = {one.name for subject in subjects() for one in tables(subject)}
    assert set(published("reference.json")["tables"]) == names
    assert {one["name"] for one in published("reference-changes.json")["changes"]} == names


def test_changes_are_listed_newest_first_with_the_previous_value() -> None:
    told = published("reference-changes.json")["changes"]
    assert [one["since"] for one in told] == sorted((one["since"] for one in told), reverse=True)
    last: dict[str, str] = {}
    for one in reversed(told):
        assert one["old"] == last.get(one["name"])
        assert (one["kind"] == "first") == (one["old"] is None)
        assert (one["kind"] == "unchanged") == (one["old"] == one["new"])
        last[one["name"]] = one["new"]


def test_the_changes_include_the_end_of_the_lower_online_fee() -> None:
    told = published("reference-changes.json")["changes"]
    (ended,) = [one for one in told if one["name"] == "england_wales.issue_fee_online" and one["kind"] == "ended"]
    assert ended["since"] == "2021-05-18"
    assert "ended on 17 May 2021" in ended["new"]
    (changed,) = [
        one for one in told if one["name"] == "uk.late_payment_reference_rate" and one["since"] == "2026-01-01"
    ]
    assert (changed["old"], changed["new"], changed["law"]) == ("4.25%", "3.75%", "SI 2002/1675, article 4")


def test_the_feed_has_an_entry_for_each_change_and_is_reproducible() -> None:
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


def test_the_rates_page_links_to_every_data_file() -> None:
    page = Path(SITE / "rates/index.html").read_text()
    for name in ("reference.json", "reference.schema.json", "reference-changes.json", "changes.xml"):
        assert f'href="../{name}"' in page


def test_every_calculator_and_letter_has_its_schema_published() -> None:
    every = {name: json_schema.exchange(load(name)) for name in (*names(), *draft_names())}
    assert {path.stem: published(f"schemas/{path.name}") for path in (SITE / "schemas").iterdir()} == every
