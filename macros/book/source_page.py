"""The source of a chapter: a page as the site rendered it, and what it needs to know about the rest of the book."""

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
    """A page as the site rendered it, from which a chapter is drawn."""

    url: str
    content: str
    nations: str = ""
    reviewed: date | None = None
    sources: tuple[Mapping[str, str], ...] = ()
    onward: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """The chapter's name, used in its anchors."""
        return self.url.strip("/").replace("/", "-") or "start"

    @property
    def title(self) -> str:
        """The text of the page's first heading, or its address if it has none."""
        heading = HEADING_ONE.search(self.content)
        return text(_bare(element("h1", *fragment(heading[1])))) if heading else self.url


@dataclass(frozen=True, kw_only=True)
class Book:
    """What a chapter needs to know: chapter names by address, numbered figures, dates, and the site's address."""

    names: Mapping[str, str]
    figures: Mapping[str, tuple[int, Table]]
    day: date
    today: date
    address: str = ""
    used: dict[str, list[str]] = field(default_factory=dict)
    """The anchors where each figure is used, one in each chapter."""


def _bare(heading: Element) -> Element:
    """A heading without its permalink."""
    return element("span", *(node for node in content(heading) if isinstance(node, str) or not has(node, "headerlink")))
