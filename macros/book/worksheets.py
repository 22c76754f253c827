"""A worksheet for each calculator, to fill in with a pen or on a screen: the steps by hand, and tables they need."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from calculators import load
from calculators.kernel import in_words
from macros.book.markup_tree import Node, content, element, fill, fragment, has, rewritten, text
from macros.book.source_page import SourcePage

TITLE = "Worksheets"
WHOSE = ("Your customer", "Invoice or reference", "Today’s date")
ROOM = {
    "late_payment_interest": ("Invoice 1", "Invoice 2", "Invoice 3"),
    "next_step": ("True?",),
    "deadlines": ("Your date",),
    "contact_log": (),
}
"""The columns to write in beside each step, if they aren't one figure."""
FIGURE = ("Your figure",)
TABLES = {
    "payment_plan": ("payment", ("Due on", "Payment", "Still owed", "Paid on")),
    "contact_log": ("contact", ("Day and time", "How", "Who", "What was said", "Document")),
}
"""Tables to write in below the steps: what a row holds, and its columns."""
ROWS = 12
"""Rows to write in: one for each month of a year."""


@dataclass(frozen=True, kw_only=True)
class Steps:
    """A page's instructions for doing it by hand: a few words, the steps, and the tables."""

    words: tuple[Element, ...]
    steps: tuple[Element, ...]
    tables: tuple[Element, ...]


def sheets(leaves: Iterable[SourcePage], day: date) -> list[Node]:
    """The sheets of all calculators among these pages."""
    return [_sheet(leaf, day) for leaf in leaves if leaf.url.startswith("calculators/")]


def by_hand(leaf: SourcePage) -> Steps:
    """The instructions under the page's heading for doing it by hand."""
    inside = _below(fragment(leaf.content))
    place = next(
        number for number, one in enumerate(inside) if one.tag == "ol" or next(one.iter("ol"), None) is not None
    )
    return Steps(
        words=tuple(one for one in inside[:place] if one.tag == "p"),
        steps=tuple(_plain(one) for one in inside[place].iter("li")),
        tables=tuple(_plain(one) for one in inside[place + 1 :] if not has(one, "source")),
    )


def _below(nodes: Sequence[Node]) -> list[Element]:
    """The elements between that heading and the next."""
    elements = [node for node in nodes if not isinstance(node, str)]
    start = next(place for place, one in enumerate(elements) if one.get("id") == "by-hand") + 1
    end = next((place for place, one in enumerate(elements) if place >= start and one.tag == "h2"), len(elements))
    return elements[start:end]


def _plain(one: Element) -> Element:
    """The element without links, which lead nowhere on a sheet, or scrolling boxes, and with its heading at level 2."""
    fill(one, _without_links(content(one)))
    for heading in one.iter("h3"):
        heading.tag = "h2"
    return one


def _without_links(nodes: Iterable[Node]) -> list[Node]:
    return rewritten(nodes, lambda one: _without_links(content(one)) if _is_bare(one) else None)


def _is_bare(one: Element) -> bool:
    return one.tag in ("a", "i") or has(one, "scroll")


def _sheet(leaf: SourcePage, day: date) -> Element:
    name = leaf.url.strip("/").rpartition("/")[2]
    title, hand = load(name).TITLE, by_hand(leaf)
    tables = [_table(name, title, *TABLES[name])] if name in TABLES else []
    return element(
        "section",
        element("h1", title),
        element("p", *_whose(name, title), class_="whose"),
        *(element("p", text(one), class_="words") for one in hand.words[:1]),
        _steps(name, title, hand.steps),
        *tables,
        element("div", *hand.tables, class_="tables" if len(hand.tables) > 1 else "table"),
        element("p", f"Figures as checked on {in_words(day)}. Information, not legal advice.", class_="day"),
        class_=f"sheet {name}",
        id=name,
    )


def _whose(name: str, title: str) -> Iterator[Node]:
    for number, label in enumerate(WHOSE, 1):
        yield element("span", label, " ", _room(f"{name}.about.{number}", f"{title}: {label}"), class_="whose-part")


def _steps(name: str, title: str, steps: Sequence[Element]) -> Element:
    """The steps in order, each with room for its result."""
    room = ROOM.get(name, FIGURE)
    heads = [element("th", words, scope="col") for words in ("Step", "What to do", *room)]
    rows = [
        element(
            "tr",
            element("th", str(number), scope="row"),
            element("td", *content(step)),
            *(_cell(f"{name}.{number}.{place}", f"{title}, step {number}: {of}") for place, of in enumerate(room, 1)),
        )
        for number, step in enumerate(steps, 1)
    ]
    table = [element("thead", element("tr", *heads)), element("tbody", *rows)]
    return element("table", *table, class_=f"steps room-{len(room)}")


def _table(name: str, title: str, one: str, columns: Sequence[str]) -> Element:
    """A table to write in, with numbered rows."""
    head = element("tr", element("th", "Number", scope="col"), *(element("th", of, scope="col") for of in columns))
    rows = [
        element(
            "tr",
            element("th", str(number), scope="row"),
            *(_cell(f"{name}.{one}.{number}.{place}", f"{title}, {one} {number}: {of}")
              for place, of in enumerate(columns, 1)),
        )
        for number in range(1, ROWS + 1)
    ]  # fmt: skip
    return element("table", element("thead", head), element("tbody", *rows), class_="blank")


def _cell(name: str, title: str) -> Element:
    return element("td", _room(name, title), class_="room")


def _room(name: str, title: str) -> Element:
    """Room to write in, which on a screen is a form field."""
    return element("input", type="text", name=name, title=title)
