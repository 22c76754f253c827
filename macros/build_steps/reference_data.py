"""The reference data for others to use: as JSON with a schema, with its changes as JSON and as an Atom feed."""

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import calculators
from calculators.kernel import in_words
from calculators.kernel.figures.reference import Citation, Grade, Table, Version, subjects, tables
from calculators.kernel.output import json
from calculators.kernel.output.figure_tables import band_rows, in_unit

SHAPE = 1
"""The version of the format. Removing a field or changing its meaning raises it; adding a field doesn't."""

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
ATOM = "http://www.w3.org/2005/Atom"
OURS = uuid.uuid5(uuid.NAMESPACE_OID, "unpaid-invoice-calculators")


@dataclass(frozen=True, kw_only=True)
class Change:
    """A version of a figure compared with the one before. `kind` is "first", "changed", "unchanged" or "ended"."""

    name: str
    label: str
    kind: str
    since: date
    old: str | None
    new: str
    law: str
    source: Citation
    grade: Grade
    checked: date
    note: str
    official_list: str


def write(site: Path, checked: date, title: str) -> None:
    """Write the data and the feed into the site."""
    _write(site / "reference.json", reference(checked))
    _write(site / "reference-changes.json", changes_as_data(checked))
    (site / "changes.xml").write_bytes(feed(title))


def _write(path: Path, value: object) -> None:
    path.write_text(json.write(value), encoding="utf-8")


def reference(checked: date) -> dict[str, Any]:
    """Every table by its name, with the version of the format and the date the figures were checked."""
    every = {one.name: json.data(one) for one in _tables()}
    return {**_about("reference.schema.json", checked), "tables": every}


def changes_as_data(checked: date) -> dict[str, Any]:
    """Every version of every figure compared with the one before it, as data, newest first."""
    return {**_about("reference-changes.schema.json", checked), "changes": [json.data(one) for one in changes()]}


def _about(schema: str, checked: date) -> dict[str, Any]:
    return {
        "schema": schema, "version": SHAPE, "release": calculators.__version__, "checked": checked.isoformat(),
        "licence": LICENCE,
    }  # fmt: skip


def _tables() -> Iterator[Table]:
    return (one for subject in subjects() for one in tables(subject))


def changes() -> list[Change]:
    """Every version of every figure compared with the one before it, newest first."""
    found = [_change(one, before, version) for one in _tables() for before, version in pairwise((None, *one.versions))]
    return sorted(found, key=lambda one: (-one.since.toordinal(), one.name))


def _change(one: Table, before: Version | None, version: Version | None) -> Change:
    if version is None:
        raise ValueError(f"{one.name}: no version")
    old, new = in_text(one, before) if before else None, in_text(one, version)
    kind = "first" if before is None else "ended" if version.ended else "unchanged" if old == new else "changed"
    return Change(
        name=one.name, label=one.label, kind=kind, since=version.valid_from, old=old, new=new, law=one.law,
        source=version.source, grade=version.grade, checked=version.checked, note=version.note,
        official_list=one.official_list,
    )  # fmt: skip


def in_text(one: Table, version: Version) -> str:
    """The value of a version in one line, as on the page “Rates and sources”."""
    if version.ended:
        return version.ended
    if version.value is not None:
        return in_unit(version.value, one.unit)
    steps = "; ".join(f"{reach}: {charge}" for reach, charge in band_rows(version))
    return f"{steps}. {version.beyond}" if version.beyond else steps


# The feed


def feed(title: str) -> bytes:
    """The changes as an Atom feed (RFC 4287), newest first. The same figures always give the same bytes."""
    ET.register_namespace("", ATOM)
    told = [one for one in changes() if one.kind in ("changed", "ended")]
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _add(root, "title", f"{title}: changes to fees and rates")
    _add(root, "id", OURS.urn)
    _add(root, "updated", _moment(max(one.checked for one in told)))
    _add(root, "rights", f"Creative Commons Attribution 4.0: {LICENCE}")
    _add(root, "link", href="changes.xml", rel="self", type="application/atom+xml")
    _add(root, "link", href="rates/", rel="alternate", type="text/html")
    _add(_add(root, "author"), "name", title)
    for one in told:
        _entry(root, one)
    ET.indent(root)
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn + b"\n"


def _entry(root: ET.Element, one: Change) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", f"{one.label}: from {in_words(one.since)}")
    _add(entry, "id", uuid.uuid5(OURS, f"{one.name} {one.since}").urn)
    _add(entry, "published", _moment(one.since))
    _add(entry, "updated", _moment(one.checked))
    _add(entry, "link", href=one.source.url, rel="alternate", title=one.source.title)
    _add(entry, "category", term=one.name)
    lines = [
        f"Before: {one.old}",
        f"Now: {one.new}",
        f"Law: {one.law}" if one.law else "",
        f"Source: {one.source.title} ({one.grade}, {one.source.dated}; checked on {in_words(one.checked)})",
        one.note,
        f"Official list: {one.official_list}",
    ]
    _add(entry, "content", "\n".join(line for line in lines if line), type="text")


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    made.text = text
    return made


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
