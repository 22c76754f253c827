"""The list of all figures: each with its number, every version with its source, and the pages that use it."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from calculators.kernel import in_words
from calculators.kernel.rates import band_rows, in_unit
from calculators.kernel.reference import Table, Version, tables
from macros.book.tree import Node, element

SUBJECTS = ("england_wales", "scotland", "northern_ireland", "uk", "mediation")
"""In the order of the page of rates."""


def numbered() -> Mapping[str, tuple[int, Table]]:
    """Every figure by name, with its number in the list."""
    every = [one for subject in SUBJECTS for one in tables(subject)]
    return {one.name: (number, one) for number, one in enumerate(every, 1)}


def place(name: str) -> str:
    """The name of a figure's place in the list."""
    return f"figure.{name}"


def drawn(table: Table, number: int, used: list[str]) -> Element:
    """One figure: its number, where it is used, and its versions with the newest first."""
    head = element("tr", *(element("th", words, scope="col") for words in ("Since", "Figure", "Source, and how sure")))
    rows = [_version(table, version) for version in reversed(table.versions)]
    title = element("p", element("strong", f"[{number}] {table.label}"), *_pages(used), class_="name")
    return element(
        "section",
        title,
        element("table", element("thead", head), element("tbody", *rows), class_="register"),
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


def _version(table: Table, version: Version) -> Element:
    return element(
        "tr",
        element("th", in_words(version.valid_from), scope="row"),
        element("td", *_amounts(table, version)),
        element("td", *_source(version)),
    )


def _amounts(table: Table, version: Version) -> Iterator[Node]:
    if version.ended:
        yield version.ended
        return
    if version.value is not None:
        yield in_unit(version.value, table.unit)
    for reach, charge in band_rows(version):
        yield f"{reach}: {charge}"
        yield element("br")
    yield version.beyond


def _source(version: Version) -> Iterator[Node]:
    yield element("a", version.source.title, href=version.source.url)
    yield f" ({version.grade}, dated {version.source.date}; we checked it on {in_words(version.checked)})."
    if version.note:
        yield f" {version.note}"


def _notes(table: Table) -> Iterator[Node]:
    """The law, how far it is known, and where the official list is."""
    until = [f"Not known after {in_words(table.known_until)}."] if table.known_until else []
    laws = [f"{table.law}."] if table.law else []
    words = " ".join([*laws, *until, "Official list: "])
    yield element("p", words, _shown(table.official_list), class_="official")


def _shown(url: str) -> Element:
    return element("a", url.removeprefix("https://").removeprefix("www."), href=url)
