"""The list of all figures: each with its number, its source, what it was before, and the pages that use it."""

from collections.abc import Iterator, Mapping
from datetime import date
from xml.etree.ElementTree import Element

from calculators.kernel import in_words
from calculators.kernel.figures.reference import Table, Version, tables
from calculators.kernel.output.citations import due_for_a_check
from calculators.kernel.output.figure_tables import band_rows, in_unit
from macros.book.markup_tree import Node, element

SUBJECTS = ("england_wales", "scotland", "northern_ireland", "uk", "mediation")
"""In the order of the page of rates."""


def numbered() -> Mapping[str, tuple[int, Table]]:
    """Every figure by name, with its number in the list."""
    every = [one for subject in SUBJECTS for one in tables(subject)]
    return {one.name: (number, one) for number, one in enumerate(every, 1)}


def place(name: str) -> str:
    """The name of a figure's place in the list."""
    return f"figure.{name}"


def drawn(table: Table, number: int, used: list[str], day: date, today: date) -> Element:
    """One figure: its number, where it is used, what it is on that day and later, and what it was before."""
    begun = [version for version in table.versions if version.valid_from <= day]
    earlier = begun[:-1]
    title = element("p", element("strong", f"[{number}] {table.label}"), *_pages(used), class_="name")
    return element(
        "section",
        title,
        *(element("p", *_version(table, version, day, today)) for version in table.versions[len(earlier) :]),
        *([element("p", _before(table, earlier))] if earlier else []),
        *_notes(table),
        class_="register",
        id=place(table.name),
    )


def _pages(used: list[str]) -> Iterator[Node]:
    """The pages where the figure stands, the first in each chapter."""
    if used:
        yield element("span", ". Used on ", class_="used")
    for number, target in enumerate(used):
        yield ", " if number else ""
        yield element("a", class_="page", href=f"#{target}")


def _version(table: Table, version: Version, day: date, today: date) -> Iterator[Node]:
    """What a version says, since when, and on whose word; when it was checked, if not on the day of the book."""
    checked = "" if version.checked == day else f"; checked {in_words(version.checked)}"
    since, said = f"Since {in_words(version.valid_from)}:", f"{_plainly(table, version)}."
    yield element("strong", since if version.bands else f"{since} {said}")
    yield f" {said} " if version.bands else " "
    yield element("a", version.source.title, href=version.source.url)
    yield f" ({version.grade}, {version.source.dated}{checked}).{due_for_a_check(version, today)}"
    if version.note:
        yield f" {version.note}"


def _before(table: Table, earlier: list[Version]) -> str:
    """The versions that hold no longer, in a line; their sources are on the site."""
    told = (f"{_plainly(table, version)} (since {in_words(version.valid_from)})" for version in reversed(earlier))
    return f"Before that: {', '.join(told)}."


def _plainly(table: Table, version: Version) -> str:
    """What a version charges or says, with its bands one after another."""
    if version.ended:
        return version.ended.removesuffix(".")
    value = [in_unit(version.value, table.unit)] if version.value is not None else []
    bands = [f"{reach}: {charge}" for reach, charge in band_rows(version)]
    return "; ".join([*value, *bands, *([version.beyond] if version.beyond else [])]).removesuffix(".")


def _notes(table: Table) -> Iterator[Node]:
    """The law, how far it is known, and where the official list is."""
    until = [f"Not known after {in_words(table.known_until)}."] if table.known_until else []
    laws = [f"{table.law}."] if table.law else []
    words = " ".join([*laws, *until, "Official list: "])
    yield element("p", words, _shown(table.official_list), class_="official")


def _shown(url: str) -> Element:
    return element("a", url.removeprefix("https://").removeprefix("www."), href=url)
