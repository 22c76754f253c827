"""Measures how easy a page is to read: its reading age, from the Flesch–Kincaid grade.

`python -m tests.readability docs/chase.md` prints the reading age, word count and longest sentences of Markdown pages.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pyphen

_SYLLABLES = pyphen.Pyphen(lang="en_GB", left=1, right=1)
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_SENTENCE = re.compile(r"(?<=[.!?:])[”’)]*\s+")
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
SCHOOL_STARTS_AT = 5
SKIPPED = {"dl", "form", "nav", "noscript", "script", "style", "svg", "table"}
SKIPPED_CLASSES = {"answer", "contents", "example", "foot", "headerlink", "source", "tool", "trail"}
BLOCKS = {"dd", "div", "dt", "h1", "h2", "h3", "h4", "label", "li", "p", "section", "summary"}
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


@dataclass(frozen=True)
class Reading:
    """The sentences of a page, with its word count and reading age."""

    sentences: tuple[str, ...]

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(len(_WORD.findall(sentence)) for sentence in self.sentences)

    @property
    def age(self) -> float:
        """The reading age in years: the Flesch–Kincaid school grade plus five."""
        words = [word for sentence in self.sentences for word in _WORD.findall(sentence)]
        syllables = sum(len(_SYLLABLES.positions(word)) + 1 for word in words)
        grade = 0.39 * len(words) / len(self.sentences) + 11.8 * syllables / len(words) - 15.59
        return grade + SCHOOL_STARTS_AT

    @property
    def longest(self) -> list[str]:
        """The three longest sentences, by number of words."""
        return sorted(self.sentences, key=lambda sentence: len(_WORD.findall(sentence)), reverse=True)[:3]


class _Prose(HTMLParser):
    """The sentences of a page's running text, leaving out tables, forms, answers and the foot of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._depth = 0
        self._open: list[bool] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        skipped = tag in SKIPPED or bool(classes & SKIPPED_CLASSES)
        self._open.append(skipped)
        self._depth += skipped
        if tag in BLOCKS:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or not self._open:
            return
        self._depth -= self._open.pop()
        if tag in BLOCKS:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._depth:
            self._text.append(data.replace("\n", " "))

    def sentences(self) -> Iterator[str]:
        for block in "".join(self._text).split("\n"):
            yield from (sentence for sentence in _SENTENCE.split(block.strip()) if _WORD.search(sentence))


def reading(html: str) -> Reading:
    """Split the running text of an article's HTML into sentences."""
    return Reading(tuple(_Prose(html).sentences()))


def _as_written(file: Path) -> str:
    body = re.sub(r"\A---\n.*?\n---\n", "", file.read_text(), flags=re.DOTALL)
    extensions = ["admonition", "attr_list", "md_in_html", "tables"]
    return str(markdown.markdown(_MACRO.sub("100", body), extensions=extensions))


def main(files: Iterable[str]) -> None:
    """Print the reading age, word count, average sentence length and longest sentences of each page."""
    for file in files:
        read = reading(_as_written(Path(file)))
        print(f"{file}: age {read.age:.1f}, {read.words} words, {read.words / len(read.sentences):.1f} to a sentence")
        for sentence in read.longest:
            print(f"    {len(_WORD.findall(sentence))}: {sentence}")


if __name__ == "__main__":
    main(sys.argv[1:])
