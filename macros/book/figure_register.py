"""The list of all figures: each with its number, value, source and the pages that use it."""

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
"""Gives the number of a source in its chapter, from its address and title."""
SUBJECTS = ("england_wales", "scotland", "northern_ireland", "uk", "mediation")
"""In the order of the page “Rates and sources”."""


def numbered() -> Mapping[str, tuple[int, Table]]:
    """Every figure by name, with its number in the list."""
    every = [one for subject in SUBJECTS for one in tables(subject)]
    return {one.name: (number, one) for number, one in enumerate(every, 1)}


def place(name: str) -> str:
    """The anchor of a figure in the list."""
    return f"figure.{name}"


def drawn(table: Table, number: int, used: list[str], day: date, today: date, noted: Noted) -> Element:
    """One figure: its number, its value on that day and any later ones, its sources, and where it's used."""
    begun = [version for version in table.versions if version.valid_from <= day]
    current = table.versions[max(len(begun) - 1, 0) :]
    words: list[Node] = [element("strong", f"[{number}] {table.label}. ")]
    for version in current:
        words += _version(table, version, today, noted)
    until = [f" Not known after {in_words(table.known_until)}."] if table.known_until else []
    return element("p", *words, *until, *_pages(used), class_="register", id=place(table.name))


def _pages(used: list[str]) -> Iterator[Node]:
    """The first page in each chapter where the figure appears."""
    if used:
        yield element("span", " Pages " if len(used) > 1 else " Page ", class_="used")
    for number, target in enumerate(used):
        yield ", " if number else ""
        yield element("a", class_="page", href=f"#{target}")
    if used:
        yield "."


def _version(table: Table, version: Version, today: date, noted: Noted) -> Iterator[Node]:
    """The value of a version, its start date, grade and source. The site has any further notes."""
    yield f"{_plainly(table, version)}, since {in_words(version.valid_from)} ({version.grade})."
    yield element("sup", str(noted(version.source.url, version.source.title)))
    yield f"{due_for_a_check(version, today)} "


def _plainly(table: Table, version: Version) -> str:
    """The value of a version in one line, with any bands one after another."""
    if version.ended:
        return version.ended.removesuffix(".")
    value = [in_unit(version.value, table.unit)] if version.value is not None else []
    bands = [f"{reach}: {charge}" for reach, charge in band_rows(version)]
    return "; ".join([*value, *bands, *([version.beyond] if version.beyond else [])]).removesuffix(".")
