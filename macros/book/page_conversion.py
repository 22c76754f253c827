"""Converts one page for paper: its links, the figures it uses, and the sources at its foot."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

from calculators.kernel.figures.reference import Grade
from macros.book import figure_register, site_only
from macros.book.markup_tree import Node, content, element, has, rewritten, text
from macros.book.source_page import Book, SourcePage

DROPPED = {
    "a.headerlink", "div.progress", "nav.carry", "noscript", "template",
}  # fmt: skip
DOUBTFUL = (Grade.secondary, Grade.derived)
Draw: TypeAlias = Callable[["PageConversion", Element], Iterable[Node] | None]
"""Gives the nodes that replace an element on paper. None keeps it, and converts what's inside."""


class PageConversion:
    """Converts one page for paper. `rules` says how to replace elements, by class or tag."""

    def __init__(self, leaf: SourcePage, book: Book, rules: Mapping[str, Draw]) -> None:
        self.leaf = leaf
        self.book = book
        self.rules = rules
        self.notes: dict[str, str] = {one["url"]: one["title"] for one in leaf.sources}
        self.shift = 1
        self.reasons: list[tuple[str, list[tuple[str, str]]]] = []
        self.told: set[str] = set()
        self.further = False
        self.figures: list[str] = []
        self.last: list[Node] = []

    def rewrite(self, nodes: Iterable[Node]) -> list[Node]:
        """The nodes converted for paper."""
        return rewritten(nodes, self.rule)

    def rule(self, one: Element) -> Iterable[Node] | None:
        """The nodes that replace an element on paper, or None to keep it."""
        one.attrib.pop("tabindex", None)
        names = [f"{one.tag}.{name}" for name in one.get("class", "").split()]
        if DROPPED & {one.tag, *names}:
            return ()
        draw = next((self.rules[name] for name in [*names, one.tag] if name in self.rules), None)
        return draw(self, one) if draw else None

    def place(self, identity: str) -> str:
        """The anchor in the book for an id on this page."""
        return f"{self.leaf.name}.{identity}"

    # Links

    def target(self, href: str) -> str:
        """The anchor in the book that a link leads to, or an empty string if it leads outside the book."""
        path, part = urldefrag(urljoin(f"/{self.leaf.url}", href))
        name = self.book.names.get(path.strip("/"))
        if name is None:
            return ""
        return f"{name}.{part}" if part and "=" not in part else name

    def link(self, one: Element) -> list[Node]:
        """A link: with its page in the book or, to another site, with the number of a source at the chapter's end."""
        href, inside = one.get("href", ""), _without_spans(self.rewrite(content(one)))
        if has(one, "word"):
            word = href.removeprefix("#word-")
            known = "glossary" in self.book.names
            return [element("a", *inside, class_="word", href=f"#glossary.{word}")] if known else inside
        if href.startswith("http"):
            return self.outside(href, inside)
        target = self.target(href)
        if target:
            return [element("a", *inside, class_="to", href=f"#{target}")]
        return [*inside, site_only.ON_THE_SITE] if self._is_left_out(href) else inside

    def _is_left_out(self, href: str) -> bool:
        """Whether a link leads to a page of the site that isn't in the book."""
        return site_only.is_left_out(urldefrag(urljoin(f"/{self.leaf.url}", href)).url.strip("/") + "/")

    def outside(self, href: str, inside: list[Node]) -> list[Node]:
        """A link to another site, with its number among the sources."""
        words = text(element("span", *inside))
        linked = element("a", *inside, href=href)
        if words.startswith("http"):
            return [linked]
        return [linked, element("sup", str(self.noted(href, words)))]

    def noted(self, href: str, words: str) -> int:
        """The number of a source at the end of the chapter, added if it's new."""
        self.notes.setdefault(href, words)
        return list(self.notes).index(href) + 1

    def to(self, words: str, page: str) -> Element:
        """A link to the chapter of a page."""
        return element("a", words, class_="to", href=f"#{self.book.names[page]}")

    # Figures

    def figure(self, name: str) -> str:
        """A new anchor for the first use of a figure in this chapter, or an empty string if it has been used before."""
        if name in self.figures:
            return ""
        self.figures.append(name)
        place = self.place(f"figure-{self.book.figures[name][0]}")
        self.book.used.setdefault(name, []).append(place)
        return place

    def mark(self, one: Element) -> list[Node]:
        """An empty anchor in place of the mark before a figure, if it's the figure's first use."""
        name = one.get("data-figure")
        if name is None:
            return [one]
        place = self.figure(name)
        return [element("span", id=place)] if place else []

    def source_of_table(self, one: Element) -> list[Node] | None:
        """The source of a table of fees: its number in the list of all figures."""
        names = [mark.get("data-figure", "") for mark in one.iter("i") if mark.get("data-figure")]
        if len(names) != 1:
            return None
        (name,) = names
        number, _ = self.book.figures[name]
        link = element("a", f"[{number}]", class_="source", href=f"#{figure_register.place(name)}")
        if place := self.figure(name):
            link.set("id", place)
        return [element("p", "Source: ", link, class_="source")]

    def cited(self, one: Element) -> list[Node]:
        """The source of a figure: its number in the list of all figures, and its grade if it isn't official."""
        name = one.get("data-figure", "")
        number, _ = self.book.figures[name]
        place = self.figure(name)
        doubt = next((f" {grade.in_short}" for grade in DOUBTFUL if grade.in_short in text(one)), "")
        linked = element("a", f"[{number}]{doubt}", class_="source", href=f"#{figure_register.place(name)}")
        if place:
            linked.set("id", place)
        return [linked]


def _without_spans(nodes: Iterable[Node]) -> list[Node]:
    """The nodes of a link without spans, as WeasyPrint would make each one a separate link."""
    return rewritten(nodes, lambda one: content(one) if one.tag == "span" else None)
