"""A letter on paper: as it is sent, with the reason for each paragraph beside it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from macros.book.markup_tree import Node, content, element, find, has, text


def drawn(letter: Element, known: set[str]) -> list[Node]:
    """The letter beside its reasons; where every reason is `known` from a letter before, the letter alone."""
    paragraphs = list(_paragraphs(letter))
    fresh = [why for _, why in paragraphs if why not in known]
    known.update(fresh)
    if not fresh:
        return [element("div", *(node for words, _ in paragraphs for node in words), class_="letter")]
    if len(fresh) < len(paragraphs) / 2:
        return [element("div", *_with(paragraphs, fresh), class_="letter")]
    head = element("tr", element("th", "The letter", scope="col"), element("th", "Why this is here", scope="col"))
    rows = [element("tr", element("td", *words), element("td", why)) for words, why in paragraphs]
    return [element("table", element("thead", head), element("tbody", *rows), class_="letter")]


def _paragraphs(letter: Element) -> Iterator[tuple[list[Node], str]]:
    """Each paragraph and its reason."""
    for paragraph in find([letter], "div", "paragraph"):
        nodes = [node for node in content(paragraph) if not isinstance(node, str)]
        (why,) = (node for node in nodes if has(node, "why"))
        yield [_in_lines(node) if node.tag == "table" else node for node in nodes if node is not why], text(why)


def _in_lines(schedule: Element) -> Element:
    """A schedule as lines, since a table would stand inside the table of reasons."""
    head, *rows = ([text(cell) for cell in row] for row in schedule.iter("tr"))
    named = ((f"{head[0]} {row[0]}" if row[0].isdigit() else row[0], *row[1:]) for row in rows)
    lines = (f"{name}, {day}: {amount}. {head[-1]}: {left}." for name, day, amount, left in named)
    return element("p", *(node for line in lines for node in (line, element("br"))))


def _with(paragraphs: list[tuple[list[Node], str]], fresh: list[str]) -> Iterator[Node]:
    """The letter, with the few reasons that are new below their paragraphs."""
    for words, why in paragraphs:
        yield from words
        if why in fresh:
            yield element("p", element("strong", "Why this is here: "), why, class_="why")
