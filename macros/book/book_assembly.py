"""Assembles the chapters into one document: cover, how to use the book, contents, and parts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from xml.etree.ElementTree import Element

from calculators.kernel import in_words
from macros.book import column_widths, figure_register
from macros.book.chapter import drawn
from macros.book.markup_tree import Node, element, has, markup
from macros.book.source_page import Book, SourcePage

REGISTER = "rates/"
"""The page whose chapter lists all figures and where they're used, so it's drawn last."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the book: the pages of one section of the site's menu."""

    title: str
    leaves: tuple[SourcePage, ...]


@dataclass(frozen=True, kw_only=True)
class Binding:
    """The book's title and other details. `day` is when its figures were checked, `today` the date of the build."""

    title: str
    description: str
    promise: str
    author: str
    day: date
    today: date
    address: str


def bound(parts: Sequence[Part], binding: Binding) -> str:
    """The whole book as one document."""
    leaves = [leaf for part in parts for leaf in part.leaves]
    names = {leaf.url.strip("/"): leaf.name for leaf in leaves}
    book = Book(
        names=names, figures=figure_register.numbered(), day=binding.day, today=binding.today, address=binding.address
    )
    ordered = sorted(leaves, key=lambda leaf: leaf.url == REGISTER)
    bodies = {leaf.name: drawn(leaf, book) for leaf in ordered}
    body = [_cover(binding), _about(binding, names.values()), _contents(parts)]
    for number, part in enumerate(parts, 1):
        body += _part(part, number, bodies)
    _lead_to_chapters(body)
    _keep_room(body)
    column_widths.set_widths(body)
    return document(binding.title, binding, markup(body))


def _lead_to_chapters(body: Sequence[Element]) -> None:
    """Point links to sections that aren't in the book at the chapter of their page."""
    places = {one.get("id") for part in body for one in part.iter()}
    for link in (one for part in body for one in part.iter("a") if one.get("href", "").startswith("#")):
        if link.get("href", "")[1:] not in places:
            link.set("href", link.get("href", "").partition(".")[0])


ROOM = "000"
"""Placeholder for a page number, which WeasyPrint only knows once all pages are laid out."""


def _keep_room(body: Iterable[Element]) -> None:
    """Put a placeholder for the page number after each link within the book, or in the link if it has no text."""
    for parent in (one for part in body for one in part.iter()):
        for link in [one for one in parent if one.tag == "a"]:
            place = link.get("href", "")[1:]
            if has(link, "page"):
                link.text = ROOM
                link.set("data-place", place)
            elif has(link, "to"):
                number = element("span", f" (page {ROOM})", class_="at", data_place=place)
                number.tail, link.tail = link.tail, None
                parent.insert([*parent].index(link) + 1, number)


def document(title: str, binding: Binding, body: str) -> str:
    """A document with its details in the head. It's dated by its figures."""
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="author" content="{escape(binding.author)}">'
        f'<meta name="description" content="{escape(binding.description)}">'
        f'<meta name="dcterms.created" content="{binding.day}"><meta name="dcterms.modified" content="{binding.day}">'
        f"</head><body>{body}</body></html>"
    )


def _cover(binding: Binding) -> Element:
    where = [element("p", binding.address.partition("://")[2].rstrip("/"), class_="where")] if binding.address else []
    first, _, rest = binding.title.partition(", ")
    return element(
        "section",
        element("h1", f"{first}, ", element("br"), rest) if rest else element("h1", first),
        element("p", binding.description, class_="lead"),
        element("p", "The whole guide as a book", class_="kind"),
        element("p", f"Figures as checked on {in_words(binding.day)}", class_="day"),
        *where,
        class_="cover",
    )


ABOUT = """\
Start with the first chapter and find your situation. Six worked plans follow, each with all the options.
A page number follows each link to another part of the book. On a screen you can also click the link.
A word with a dotted line under it is explained in the glossary.
A small raised number points to a source at the end of the chapter. On a screen, clicking a source opens it.
A number in square brackets points to a fee, a rate or a limit in the list at the end, which says where it’s from.
Each calculator has a worked example and a sheet to fill in with a pen.
Each letter is blank, on sheets of its own, with brackets to write over. The reason for each paragraph comes before it.
""".splitlines()
DATED = """\
Fees and rates change. We checked these figures on {}. If that’s a long time ago, look at the official list before you
pay anything. You’ll find it with each figure."""
ON_THE_SITE = """\
The site has the rest: the full address of each source, what each figure was before and who confirmed it, how we work
things out, more examples, and the tools for advice services and for people who host the guide."""
LICENCE = """\
You’re free to copy and change the text under the Creative Commons Attribution 4.0 licence, as long as you say where
it’s from. This file is tagged, and designed to meet PDF/UA-1, so that a screen reader can read it."""


def _about(binding: Binding, names: Collection[str]) -> Element:
    lists = [(of, name) for of, name in (("figures", "rates"), ("words", "glossary")) if name in names]
    ways = [element("p", element("a", f"All {of}", class_="to", href=f"#{name}"), ".") for of, name in lists]
    return element(
        "section",
        element("h2", "How to use this book"),
        element("ul", *(element("li", line) for line in ABOUT)),
        element("p", DATED.format(in_words(binding.day))),
        *ways,
        element("p", ON_THE_SITE),
        element("p", element("strong", binding.promise)),
        element("p", LICENCE),
        class_="about",
    )


def _contents(parts: Sequence[Part]) -> Element:
    listed: list[Node] = []
    for number, part in enumerate(parts, 1):
        links = (element("li", _numbered(leaf)) for leaf in part.leaves)
        name = element("p", element("strong", f"Part {number}: {part.title}"), class_="part-name")
        listed.append(element("div", name, element("ol", *links), class_="part"))
    columns = element("div", *listed, class_="columns")
    return element("section", element("h2", "Contents"), columns, class_="contents", id="contents")


def _numbered(leaf: SourcePage) -> Element:
    return element("a", leaf.title, href=f"#{leaf.name}")


def _part(part: Part, number: int, bodies: Mapping[str, list[Node]]) -> Iterator[Element]:
    """The chapters of a part, each with a head. The first one's head has the part's name as a heading."""
    for place, leaf in enumerate(part.leaves):
        trail = element("p" if place else "h1", f"Part {number}: {part.title}", class_="trail")
        head = element("div", trail, element("h2", leaf.title), *_scope(leaf), class_="head" if place else "head first")
        yield element("article", head, *bodies[leaf.name], class_="chapter", id=leaf.name)


def _scope(leaf: SourcePage) -> Iterator[Element]:
    """The nations that a chapter is for, and when it was last reviewed."""
    if leaf.reviewed:
        yield element("p", f"For {leaf.nations}. Last reviewed on {in_words(leaf.reviewed)}.", class_="scope")
