"""What the book leaves out: pages for people who run or host the site, and sections about using a screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.book.markup_tree import Node, has, text

if TYPE_CHECKING:
    from macros.book.book_assembly import Part

PAGES = (
    "advisers/", "summary/", "hosting/", "library/",  # for advice services, hosts and programmers
    "how-we-calculate/", "privacy-accessibility/",  # about the site and its method
    "your-claim/", "print/",  # only work on a screen
)  # fmt: skip
"""Pages that aren't in the book, and the pages below them."""

SECTIONS = {
    "How to read the answer",
    "How we work it out",
    "How we put your customers in order",
    "Invoices they paid late",
    "Which file to load",
    "Why an official example is a few pence lower",
    "Why it’s written like this",
    "Download the data",
    "If several customers owe you",
}
"""Headings of sections about an answer on a screen, or about our method."""

ABOUT_A_FORM = {"How to use it"}
"""Headings of sections that are about the form on a calculator's page, but not on a letter's."""
PARTS = {"tools", "every", "promises"}
"""Classes of parts of the home page that repeat the contents, or make promises about the site."""

ON_THE_SITE = " (on the site)"
"""Added after a link to a page that isn't in the book."""


def is_left_out(url: str) -> bool:
    """Whether a page isn't in the book."""
    return url.startswith(PAGES)


def in_the_book(parts: Iterable["Part"]) -> Iterator["Part"]:
    """The parts, with only the pages that are chapters."""
    for part in parts:
        leaves = tuple(leaf for leaf in part.leaves if not is_left_out(leaf.url))
        if leaves:
            yield replace(part, leaves=leaves)


def without_screen_sections(url: str, sections: Iterable[Sequence[Node]]) -> Iterator[Sequence[Node]]:
    """The sections of a page that someone reading on paper needs."""
    left_out = SECTIONS | (ABOUT_A_FORM if url.startswith("calculators/") else set())
    for section in sections:
        heading = section[0] if section else ""
        if isinstance(heading, str) or text(heading).removesuffix("¶") not in left_out:
            yield [node for node in section if isinstance(node, str) or not has(node, *PARTS)]
