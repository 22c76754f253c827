"""A page of the site as a chapter of the book: what only works on a screen is replaced by what works on paper."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from macros.book import answers, passages
from macros.book.leaf import Book, Leaf
from macros.book.markup_tree import Node, element, fragment
from macros.book.paper import Draw, Paper


def drawn(leaf: Leaf, book: Book) -> list[Node]:
    """The chapter below its heading: the body of the page, its foot, and what stands on pages of its own."""
    paper = Paper(leaf, book, RULES)
    nodes = fragment(leaf.content)
    for one in (each for node in nodes if not isinstance(node, str) for each in node.iter()):
        if identity := one.get("id"):
            one.set("id", paper.place(identity))
    body = paper.rewrite(_without_spares(paper, passages.side_by_side(nodes)))
    return [*body, *_foot(paper), *paper.last]


def _without_spares(paper: Paper, nodes: list[Node]) -> Iterator[Node]:
    """The nodes without a heading that has only one more example of this page under it: the site has those."""
    for section in passages.sections(nodes):
        elements = [one for one in section if not isinstance(one, str)]
        if any(answers.is_own(paper, one) for one in elements[1:2]):
            section = [one for one in elements[1:] if not answers.is_own(paper, one)]
        yield from section


def _foot(paper: Paper) -> Iterator[Node]:
    """What comes next, the figures used, the addresses, and for whom the page is."""
    if paper.leaf.onward:
        name = paper.target(paper.leaf.onward["url"])
        link = element("a", paper.leaf.onward["title"], class_="to", href=f"#{name}")
        yield element("p", element("strong", "Next: "), link, ". ", paper.leaf.onward["why"], class_="onward")
    parts = [*_figures_used(paper), *_addresses(paper), *_about(paper)]
    if parts:
        yield element("div", *parts, class_="foot")


def _figures_used(paper: Paper) -> Iterator[Node]:
    known = sorted(paper.book.figures[name] for name in paper.figures)
    if known:
        links: list[Node] = [element("strong", "Figures used here, by number: ")]
        for place, (number, table) in enumerate(known):
            links += ["; " if place else "", f"[{number}] ", table.label]
        yield element("p", *links, ".", class_="figures-used")


def _addresses(paper: Paper) -> Iterator[Node]:
    if paper.notes:
        yield element("p", element("strong", "Where this comes from, and addresses"))
        yield element("ol", *(_address(title, url) for url, title in paper.notes.items()), class_="addresses")


def _address(title: str, url: str) -> Element:
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return element("li", f"{title}: ", element("a", shown, href=url))


def _about(paper: Paper) -> Iterator[Node]:
    if paper.leaf.reviewed:
        day = f"{paper.leaf.reviewed.day} {paper.leaf.reviewed:%B %Y}"
        yield element("p", f"For {paper.leaf.nations}. Last reviewed on {day}.", class_="about")


RULES: Mapping[str, Draw] = {
    "a.source": Paper.cited,
    "a": Paper.link,
    "details.example": answers.example,
    "details.history": passages.history,
    "details.fold": answers.fold,
    "details": passages.unfolded,
    "article.builder": answers.only_live,
    "article.calculator": answers.calculator,
    "article.summary-maker": answers.only_live,
    "div.keep-guide": lambda *_: [],
    "div.keep-guide-folder": lambda *_: [],
    "div.choices": answers.choices,
    "div.letter": answers.letter,
    "div.scroll": passages.boxless,
    "div.situations": passages.situations,
    "dl.figures": answers.figures,
    "dl.glossary": passages.glossary,
    **{f"h{level}": passages.heading for level in range(1, 6)},
    "i": Paper.mark,
    "label.show-why": lambda *_: [],
    "li.task": passages.task,
    "ol.journey": passages.journey,
    "p.option": lambda *_: [],
    "section.cautions": answers.told_once,
    "section.next": answers.told_once,
    "section.points": answers.blanks,
    "section.table": answers.table,
    "svg": answers.titled,
}
