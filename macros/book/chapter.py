"""A page of the site as a chapter of the book: what only works on a screen is replaced by what works on paper."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from macros.book import printed_calculators, printed_page_elements
from macros.book.markup_tree import Node, element, fragment
from macros.book.page_conversion import Draw, PageConversion
from macros.book.source_page import Book, SourcePage


def drawn(leaf: SourcePage, book: Book) -> list[Node]:
    """The chapter below its heading: the body of the page, its foot, and what stands on pages of its own."""
    paper = PageConversion(leaf, book, RULES)
    nodes = fragment(leaf.content)
    for one in (each for node in nodes if not isinstance(node, str) for each in node.iter()):
        if identity := one.get("id"):
            one.set("id", paper.place(identity))
    body = paper.rewrite(_without_spares(paper, printed_page_elements.side_by_side(nodes)))
    return [*body, *_foot(paper), *paper.last]


def _without_spares(paper: PageConversion, nodes: list[Node]) -> Iterator[Node]:
    """The nodes without a heading that has only one more example of this page under it: the site has those."""
    for section in printed_page_elements.sections(nodes):
        elements = [one for one in section if not isinstance(one, str)]
        if any(printed_calculators.is_own(paper, one) for one in elements[1:2]):
            section = [one for one in elements[1:] if not printed_calculators.is_own(paper, one)]
        yield from section


def _foot(paper: PageConversion) -> Iterator[Node]:
    """What comes next, the figures used, the addresses, and for whom the page is."""
    if paper.leaf.onward:
        name = paper.target(paper.leaf.onward["url"])
        link = element("a", paper.leaf.onward["title"], class_="to", href=f"#{name}")
        yield element("p", element("strong", "Next: "), link, ". ", paper.leaf.onward["why"], class_="onward")
    parts = [*_figures_used(paper), *_addresses(paper), *_about(paper)]
    if parts:
        yield element("div", *parts, class_="foot")


def _figures_used(paper: PageConversion) -> Iterator[Node]:
    known = sorted(paper.book.figures[name] for name in paper.figures)
    if known:
        links: list[Node] = [element("strong", "Figures used here, by number: ")]
        for place, (number, table) in enumerate(known):
            links += ["; " if place else "", f"[{number}] ", table.label]
        yield element("p", *links, ".", class_="figures-used")


def _addresses(paper: PageConversion) -> Iterator[Node]:
    if paper.notes:
        yield element("p", element("strong", "Where this comes from, and addresses"))
        yield element("ol", *(_address(title, url) for url, title in paper.notes.items()), class_="addresses")


def _address(title: str, url: str) -> Element:
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return element("li", f"{title}: ", element("a", shown, href=url))


def _about(paper: PageConversion) -> Iterator[Node]:
    if paper.leaf.reviewed:
        day = f"{paper.leaf.reviewed.day} {paper.leaf.reviewed:%B %Y}"
        yield element("p", f"For {paper.leaf.nations}. Last reviewed on {day}.", class_="about")


RULES: Mapping[str, Draw] = {
    "a.source": PageConversion.cited,
    "a": PageConversion.link,
    "details.example": printed_calculators.example,
    "details.history": printed_page_elements.history,
    "details.fold": printed_calculators.fold,
    "details": printed_page_elements.unfolded,
    "article.builder": printed_calculators.only_live,
    "article.calculator": printed_calculators.calculator,
    "article.summary-maker": printed_calculators.only_live,
    "article.batch": printed_calculators.only_live,
    "div.keep-guide": lambda *_: [],
    "div.keep-guide-folder": lambda *_: [],
    "div.choices": printed_calculators.choices,
    "div.letter": printed_calculators.letter,
    "div.scroll": printed_page_elements.boxless,
    "div.situations": printed_page_elements.situations,
    "dl.figures": printed_calculators.figures,
    "dl.glossary": printed_page_elements.glossary,
    **{f"h{level}": printed_page_elements.heading for level in range(1, 6)},
    "i": PageConversion.mark,
    "label.show-why": lambda *_: [],
    "li.task": printed_page_elements.task,
    "ol.journey": printed_page_elements.journey,
    "p.copy": lambda *_: [],
    "p.option": lambda *_: [],
    "section.cautions": printed_calculators.told_once,
    "section.next": printed_calculators.told_once,
    "section.points": printed_calculators.blanks,
    "section.table": printed_calculators.table,
    "svg": printed_calculators.titled,
}
