"""Turns a page of the site into a chapter of the book, replacing what only works on a screen."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from macros.book import printed_calculators, printed_letters, printed_page_elements, printed_worksheet, site_only
from macros.book.markup_tree import Node, element, fragment
from macros.book.page_conversion import Draw, PageConversion
from macros.book.source_page import Book, SourcePage


def drawn(leaf: SourcePage, book: Book) -> list[Node]:
    """The chapter below its head: its text in columns, then the parts that are as wide as the page."""
    paper = PageConversion(leaf, book, RULES)
    nodes = fragment(leaf.content)
    for one in (each for node in nodes if not isinstance(node, str) for each in node.iter()):
        if identity := one.get("id"):
            one.set("id", paper.place(identity))
    body = paper.rewrite(_needed(paper, printed_page_elements.side_by_side(nodes)))
    columns = element("div", *body, *printed_letters.reasons(paper), *_foot(paper), class_="columns")
    if printed_letters.is_letter(paper):
        columns.set("class", "columns filled")  # fill one column, then the next: nothing is below them
    return [columns, *paper.last]


def _needed(paper: PageConversion, nodes: list[Node]) -> Iterator[Node]:
    """The nodes without sections that are only for a screen, and without the heading above further examples."""
    for section in site_only.without_screen_sections(paper.leaf.url, printed_page_elements.sections(nodes)):
        elements = [one for one in section if not isinstance(one, str)]
        if any(printed_calculators.is_own(paper, one) for one in elements[1:2]):
            section = [one for one in elements[1:] if not printed_calculators.is_own(paper, one)]
        elif paper.leaf.url.startswith("calculators/") and elements and elements[0].get("id") == paper.place("by-hand"):
            if paper.leaf.url != printed_calculators.PLAN:
                sheet = printed_worksheet.with_room(paper, section)
                paper.last.append(element("section", *paper.rewrite(sheet), class_="worksheet"))
            continue
        yield from section


def _foot(paper: PageConversion) -> Iterator[Node]:
    """The next page, and the sources."""
    if paper.leaf.onward:
        name = paper.target(paper.leaf.onward["url"])
        link = element("a", paper.leaf.onward["title"], class_="to", href=f"#{name}")
        yield element("p", element("strong", "Next: "), link, ". ", paper.leaf.onward["why"], class_="onward")
    yield from _sources(paper)


def _sources(paper: PageConversion) -> Iterator[Node]:
    """The numbered sources in one paragraph, each a link with its title and the name of its site."""
    if paper.notes:
        listed: list[Node] = [element("strong", "Sources: ")]
        for number, (url, title) in enumerate(paper.notes.items(), 1):
            site = site_of(url)
            where = "" if site in title.lower() else f" ({site})"
            listed += ["; " if number > 1 else "", f"{number} ", element("a", title, href=url), where]
        yield element("p", *listed, ".", class_="foot")


def site_of(url: str) -> str:
    """The host name of an address, without `www.`."""
    return urlsplit(url).netloc.removeprefix("www.")


RULES: Mapping[str, Draw] = {
    "a.source": PageConversion.cited,
    "a": PageConversion.link,
    "details.example": printed_calculators.example,
    "details.history": printed_page_elements.history,
    "details.fold": printed_calculators.fold,
    "details": printed_page_elements.unfolded,
    "article.calculator": printed_calculators.calculator,
    "div.keep-guide": lambda *_: [],
    "div.keep-guide-folder": lambda *_: [],
    "div.choices": printed_calculators.choices,
    "div.letter": printed_letters.letter,
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
    "p.source": PageConversion.source_of_table,
    "p.lead": printed_page_elements.lead,
    "section.cautions": printed_calculators.told_once,
    "section.next": printed_calculators.told_once,
    "section.points": printed_calculators.told_once,
    "section.table": printed_calculators.table,
    "section.start": printed_page_elements.boxless,
    "svg": printed_calculators.titled,
}
