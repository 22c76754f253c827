"""Words explained: one definition each, shown on the glossary page and where a page first uses the word."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

SOURCE = Path(__file__).with_name("glossary.toml")
UNMARKED = {"a", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre", "script", "style", "summary"}
_USED = re.compile(r'href="#word-([a-z0-9-]+)"')


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word or phrase, its other forms, and its meaning."""

    term: str
    definition: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The word's name in addresses."""
        return re.sub(r"[^a-z0-9]+", "-", self.term.lower()).strip("-")

    @property
    def forms(self) -> tuple[str, ...]:
        """The term and its other forms."""
        return (self.term, *self.also)


@cache
def words() -> Mapping[str, Word]:
    """Every word by its name, in alphabetical order. Raises TypeError for an unknown key."""
    raw: list[dict[str, Any]] = tomllib.loads(SOURCE.read_text())["word"]
    made = [Word(**{**one, "also": tuple(one.get("also", ()))}) for one in raw]
    return {word.name: word for word in sorted(made, key=lambda word: word.term.casefold())}


def used(content: str) -> list[Word]:
    """The words marked in the content of a page, in alphabetical order."""
    names = set(_USED.findall(content))
    return [word for name, word in words().items() if name in names]


def listed() -> str:
    """The whole glossary, with an anchor for each word."""
    return "".join(
        ['<dl class="glossary">', *(_entry(word) for word in words().values()), "</dl>"],
    )


def _entry(word: Word) -> str:
    return f'<div id="{word.name}"><dt>{escape(word.term)}</dt><dd>{escape(word.definition)}</dd></div>'


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, Word]]:
    """A pattern of all forms, longest first, and the word for each. Forms in capitals only match capitals."""
    meant = {form.casefold(): word for word in words().values() for form in word.forms}
    forms = sorted((form for word in words().values() for form in word.forms), key=len, reverse=True)
    written = [(form, re.escape(form).replace(r"\ ", r"\s+")) for form in forms]
    parts = [pattern if form.isupper() else f"(?i:{pattern})" for form, pattern in written]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])"), meant


class _Marker(Treeprocessor):  # type: ignore[misc]  # Markdown comes without types
    """Makes the first use of each word on a page a link to its meaning at the foot of the page."""

    def run(self, root: Element) -> None:
        """Mark words in reading order."""
        self._seen: set[str] = set()
        self._walk(root)

    def _walk(self, element: Element) -> None:
        if element.tag in UNMARKED:
            return
        children = list(element)
        self._mark_first(element)
        for child in children:
            self._walk(child)
            self._mark_after(element, child)

    def _mark_first(self, element: Element) -> None:
        element.text, links = self._split(element.text)
        for place, link in enumerate(links):
            element.insert(place, link)

    def _mark_after(self, parent: Element, child: Element) -> None:
        child.tail, links = self._split(child.tail)
        place = list(parent).index(child) + 1
        for number, link in enumerate(links):
            parent.insert(place + number, link)

    def _split(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text up to the first marked word, and for each word a link with the text after it."""
        if not text:
            return text, []
        links: list[Element] = []
        before, last = text, 0
        for found, word in self._found(text):
            if links:
                links[-1].tail = text[last : found.start()]
            else:
                before = text[: found.start()]
            links.append(_link(word, found[0]))
            last = found.end()
        if links:
            links[-1].tail = text[last:]
        return before, links

    def _found(self, text: str) -> Iterator[tuple[re.Match[str], Word]]:
        pattern, meant = _pattern()
        linked = [*self._linked(text)]
        for found in pattern.finditer(text):
            word = meant[" ".join(found[0].split()).casefold()]
            if word.name not in self._seen and not any(found.start() in part for part in linked):
                self._seen.add(word.name)
                yield found, word

    def _linked(self, text: str) -> Iterator[range]:
        """The parts of a text inside links typed as HTML, which Markdown keeps separately."""
        start = 0
        for kept in HTML_PLACEHOLDER_RE.finditer(text):
            html = str(self.md.htmlStash.rawHtmlBlocks[int(kept[1])])
            if html.startswith("<a "):
                start = kept.end()
            elif html == "</a>":
                yield range(start, kept.start())


def _link(word: Word, written: str) -> Element:
    link = Element("a", {"class": "word", "href": f"#word-{word.name}", "aria-describedby": f"word-{word.name}"})
    link.text = written
    return link


class Glossary(Extension):  # type: ignore[misc]  # Markdown comes without types
    """A Markdown extension that marks the words. It runs last, once links are checked and text is complete."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 the name that Markdown calls
        """Register the extension."""
        md.treeprocessors.register(_Marker(md), "glossary", -10)
