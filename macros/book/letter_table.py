"""A letter on paper: as it is sent, with the reason for each paragraph beside it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from macros.book.markup_tree import Node, content, element, find, text


def drawn(letter: Element, known: set[str]) -> list[Node]:
    """The letter beside its reasons; where every reason is `known` from a letter before, the letter alone."""
    paragraphs = list(_paragraphs(letter))
    fresh = [why for _, why in paragraphs if why not in known]
    known.update(fresh)
    if not fresh:
        return [element("div", *(element("p", *words) for words, _ in paragraphs), class_="letter")]
    if len(fresh) < len(paragraphs) / 2:
        return [element("div", *_with(paragraphs, fresh), class_="letter")]
    head = element("tr", element("th", "The letter", scope="col"), element("th", "Why this is here", scope="col"))
    rows = [element("tr", element("td", element("p", *words)), element("td", why)) for words, why in paragraphs]
    return [element("table", element("thead", head), element("tbody", *rows), class_="letter")]


def _paragraphs(letter: Element) -> Iterator[tuple[list[Node], str]]:
    """Each paragraph and its reason."""
    for paragraph in find([letter], "div", "paragraph"):
        words, why = list(paragraph.iter("p"))
        yield content(words), text(why)


def _with(paragraphs: list[tuple[list[Node], str]], fresh: list[str]) -> Iterator[Element]:
    """The letter, with the few reasons that are new below their paragraphs."""
    for words, why in paragraphs:
        yield element("p", *words)
        if why in fresh:
            yield element("p", element("strong", "Why this is here: "), why, class_="why")
