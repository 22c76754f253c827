"""Checks for faults that the build refuses to publish. Each fault is one sentence, with its file and line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import yaml
from mkdocs.utils.meta import YAML_RE, get_data

from macros import content_policy, own_scripts

STORIES = "stories"
"""The folder of stories, the only pages where an amount may be typed."""

_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_AMOUNT = re.compile(r"(?:£|&pound;|&#163;)\s*\d(?:[\d,.]*\d)?")
_AS_TYPED = re.compile(r"\{\{|\{%|\{:? ?[.#][a-z-]+ ?\}|(?<=\S)\n *(?:\d+\.|[-*+]|!!!|\?\?\?\+?) ")
_LINK_IN_LINK = re.compile(r"(<a\b[^>]*>(?:(?!</?a\b).)*<a\b[^>]*>)", re.DOTALL)
_LOADS = {"action", "data", "formaction", "href", "ping", "poster", "src", "srcset", "xlink:href"}
_HOST = re.compile(r"(?:^|,)\s*((?:[a-z][a-z+.-]*:)?//\S+)", re.IGNORECASE)
HOST_IN_CSS = re.compile(r"(?:url\(|@import)\s*[\"']?((?:[a-z]+:)?//[^\s\"')]+)", re.IGNORECASE)
HOST_IN_SCRIPT = re.compile(r"[\"'`]((?:(?:https?|wss?):)?//(?!www\.w3\.org/)\w[^\s\"'`]*)", re.IGNORECASE)
_HASH = re.compile(r" 'sha256-[^']+'")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One reason not to publish."""

    file: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}."


def source_faults(docs: Path) -> Iterator[Fault]:
    """Faults in the Markdown of every page."""
    for file in sorted(docs.rglob("*.md")):
        source = file.read_text(encoding="utf-8-sig")
        yield from front_matter(file, source)
        if file.relative_to(docs).parts[0] != STORIES:
            yield from typed_amounts(file, source)


def site_faults(site: Path) -> Iterator[Fault]:
    """Faults in every built page and style sheet, and in our own scripts."""
    for file in sorted(site.rglob("*.html")):
        html = file.read_text()
        for guard in (loads_from_elsewhere, unrendered, links_in_links, inline_code, policy_gaps):
            yield from guard(file, html)
    for file in sorted(site.rglob("*.css")):
        yield from names_another_host(file, file.read_text(), HOST_IN_CSS)
    for file in own_scripts.ours(site):
        yield from names_another_host(file, file.read_text(), HOST_IN_SCRIPT)


def front_matter(file: Path, source: str) -> Iterator[Fault]:
    """Front matter that would show on the page, or text that would be read as front matter."""
    body, meta = get_data(source)
    if body.lstrip().startswith("---"):
        reason = "the front matter can’t be read: put quotes round any value that contains a colon"
        yield Fault(file=file, line=_unreadable_line(source), reason=reason)
    elif meta and not source.startswith("---"):
        reason = "this would be read as front matter: put a line of --- above and below it"
        yield Fault(file=file, line=1, reason=reason)


def typed_amounts(file: Path, source: str) -> Iterator[Fault]:
    """An amount of money typed in guidance instead of drawn from the figures by a macro."""
    blanked = _MACRO.sub(lambda macro: re.sub(r"[^\n]", " ", macro[0]), source)
    for line, amount in _found(_AMOUNT, blanked):
        yield Fault(file=file, line=line, reason=f"{amount} is typed in the text: use a macro instead")


def loads_from_elsewhere(file: Path, html: str) -> Iterator[Fault]:
    """A page that would load something from another host. Links don’t count."""
    for element in _read(html).elements:
        if element.tag in {"a", "area"} or element.attributes.get("rel") == "canonical":
            continue
        for name in _LOADS & element.attributes.keys():
            if host := _HOST.search(element.attributes[name]):
                reason = f"<{element.tag}> loads {host[1]} from another host"
                yield Fault(file=file, line=element.line, reason=reason)


def names_another_host(file: Path, source: str, pattern: re.Pattern[str]) -> Iterator[Fault]:
    """A style sheet or script that would load something from another host."""
    for line, address in _found(pattern, source):
        yield Fault(file=file, line=line, reason=f"this would load {address} from another host")


def unrendered(file: Path, html: str) -> Iterator[Fault]:
    """A macro, a class, a list item or a note that shows on the page as typed, outside code."""
    page = _read(html)
    attributes = [(e.line, value) for e in page.elements for value in e.attributes.values()]
    for line, text in page.texts + attributes:
        if typed := _AS_TYPED.search(text):
            reason = f"this would appear on the page as it was typed: {text[typed.start() :].strip()}"
            yield Fault(file=file, line=line, reason=reason)


def links_in_links(file: Path, html: str) -> Iterator[Fault]:
    """A link within a link, which browsers split."""
    for line, link in _found(_LINK_IN_LINK, html):
        yield Fault(file=file, line=line, reason=f"a link is inside another link: {link}")


def inline_code(file: Path, html: str) -> Iterator[Fault]:
    """Inline styles and handlers, which the policy blocks."""
    for element in _read(html).elements:
        if element.tag == "style":
            yield Fault(file=file, line=element.line, reason="a <style> belongs in a style sheet")
        for name in element.attributes:
            if name == "style" or name.startswith("on"):
                reason = f"{name}= on <{element.tag}> belongs in a file of its own"
                yield Fault(file=file, line=element.line, reason=reason)


def policy_gaps(file: Path, html: str) -> Iterator[Fault]:
    """A policy that's missing, isn't first in the head, allows too much, or lacks the hash of an inline script."""
    page = _read(html)
    stated = page.policy()
    if {name: _HASH.sub("", value) for name, value in stated.items()} != content_policy.directives(html):
        reason = "the content security policy must come first in the head, complete and allowing nothing more"
        yield Fault(file=file, line=1, reason=reason)
    for line, script in page.scripts:
        if content_policy.digest(script) not in stated.get("script-src", ""):
            reason = "the content security policy doesn’t allow this script"
            yield Fault(file=file, line=line, reason=reason)


@dataclass(frozen=True, kw_only=True)
class _Element:
    line: int
    tag: str
    attributes: dict[str, str]


class _Page(HTMLParser):
    """A parsed page: its tags, its text outside code, and its inline scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self.texts: list[tuple[int, str]] = []
        self.scripts: list[tuple[int, str]] = []
        self._shown_as_typed: list[_Element] = []
        self.feed(html)
        self.close()

    def policy(self) -> dict[str, str]:
        """The policy in the first tag of the head, by directive; empty if there's none."""
        after = next((i for i, e in enumerate(self.elements, 1) if e.tag == "head"), None)
        meta = self.elements[after].attributes if after else {}
        if meta.get("http-equiv") != "Content-Security-Policy":
            return {}
        directives = (text.strip().partition(" ") for text in meta["content"].split(";"))
        return {name: value for name, _, value in directives}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag, and note the start of code or a script."""
        attributes = {name: value or "" for name, value in attrs}
        element = _Element(line=self.getpos()[0], tag=tag, attributes=attributes)
        self.elements.append(element)
        if tag in {"code", "pre", "script"}:
            self._shown_as_typed.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of code or a script."""
        if self._shown_as_typed and self._shown_as_typed[-1].tag == tag:
            self._shown_as_typed.pop()

    def handle_data(self, data: str) -> None:
        """Keep text outside code, and inline scripts."""
        inside = self._shown_as_typed[-1] if self._shown_as_typed else None
        if inside is None:
            self.texts.append((self.getpos()[0], data))
        elif inside.tag == "script" and inside.attributes.get("type") != "application/json":
            self.scripts.append((self.getpos()[0], data))


@lru_cache(maxsize=1)
def _read(html: str) -> _Page:
    """A page, parsed once for all the guards that check it in turn."""
    return _Page(html)


def _found(pattern: re.Pattern[str], source: str) -> Iterator[tuple[int, str]]:
    for match in pattern.finditer(source):
        yield source.count("\n", 0, match.start()) + 1, match[match.lastindex or 0]


def _unreadable_line(source: str) -> int:
    block = YAML_RE.match(source)
    try:
        yaml.safe_load(block[1] if block else "")
    except yaml.MarkedYAMLError as error:
        if error.problem_mark:
            return int(error.problem_mark.line) + 2
    return 1
