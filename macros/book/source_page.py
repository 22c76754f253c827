"""What a chapter is drawn from: a page as the site made it, and what it must know of the rest of the book."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from xml.etree.ElementTree import Element

from calculators.kernel.figures.reference import Table
from macros.book.markup_tree import content, element, fragment, has, text

HEADING_ONE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class SourcePage:
    """A page as the site made it: what a chapter is drawn from."""

    url: str
    content: str
    nations: str = ""
    reviewed: date | None = None
    sources: tuple[Mapping[str, str], ...] = ()
    onward: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """Its name in the book."""
        return self.url.strip("/").replace("/", "-") or "start"

    @property
    def title(self) -> str:
        """Its heading."""
        heading = HEADING_ONE.search(self.content)
        return text(_bare(element("h1", *fragment(heading[1])))) if heading else self.url


@dataclass(frozen=True, kw_only=True)
class Book:
    """What a chapter has to know of the others: their names by address, the numbered figures, the day, the site."""

    names: Mapping[str, str]
    figures: Mapping[str, tuple[int, Table]]
    day: date
    today: date
    address: str = ""
    used: dict[str, list[str]] = field(default_factory=dict)
    """Where each figure is used, a place in each chapter."""


def _bare(heading: Element) -> Element:
    """A heading without the sign that links to it."""
    return element("span", *(node for node in content(heading) if isinstance(node, str) or not has(node, "headerlink")))
