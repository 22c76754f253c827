"""The list of all figures: each with its number, its source, what it was before, and the pages that use it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeAlias
from xml.etree.ElementTree import Element

from calculators.kernel import in_words
from calculators.kernel.figures.reference import Table, Version, tables
from calculators.kernel.output.citations import due_for_a_check
from calculators.kernel.output.figure_tables import band_rows, in_unit
from macros.book.markup_tree import Node, element

Noted: TypeAlias = Callable[[str, str], int]
"""The number of a source in its chapter, given its address and its title."""
SUBJECTS = ("england_wales", "scotland", "northern_ireland", "uk", "mediation")
"""In the order of the page of rates."""


def numbered() -> Mapping[str, tuple[int, Table]]:
    """Every figure by name, with its number in the list."""
    every = [one for subject in SUBJECTS for one in tables(subject)]
    return {one.name: (number, one) for number, one in enumerate(every, 1)}


def place(name: str) -> str:
    """The name of a figure's place in the list."""
    return f"figure.{name}"


def drawn(table: Table, number: int, used: list[str], day: date, today: date, noted: Noted) -> Element:
    """One figure: its number, what it is on that day and later, where it's from, and where it is used."""
    begun = [version for version in table.versions if version.valid_from <= day]
    current = table.versions[max(len(begun) - 1, 0) :]
    words: list[Node] = [element("strong", f"[{number}] {table.label}. ")]
    for version in current:
        words += _version(table, version, today, noted)
    until = [f" Not known after {in_words(table.known_until)}."] if table.known_until else []
    return element("p", *words, *until, *_pages(used), class_="register", id=place(table.name))


def _pages(used: list[str]) -> Iterator[Node]:
    """The pages where the figure stands, the first in each chapter."""
    if used:
        yield element("span", " Pages " if len(used) > 1 else " Page ", class_="used")
    for number, target in enumerate(used):
        yield ", " if number else ""
        yield element("a", class_="page", href=f"#{target}")
    if used:
        yield "."


def _version(table: Table, version: Version, today: date, noted: Noted) -> Iterator[Node]:
    """What a version says, since when, and on whose word; what more is known of it, the site says."""
    yield f"{_plainly(table, version)}, since {in_words(version.valid_from)} ({version.grade})."
    yield element("sup", str(noted(version.source.url, version.source.title)))
    yield f"{due_for_a_check(version, today)} "


def _plainly(table: Table, version: Version) -> str:
    """What a version charges or says, with its bands one after another."""
    if version.ended:
        return version.ended.removesuffix(".")
    value = [in_unit(version.value, table.unit)] if version.value is not None else []
    bands = [f"{reach}: {charge}" for reach, charge in band_rows(version)]
    return "; ".join([*value, *bands, *([version.beyond] if version.beyond else [])]).removesuffix(".")
