"""Translates HTML: each text is translated, or stays in English and is marked as English."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from calculators.kernel.base.escaping import escape
from calculators.kernel.extras.translation import Translator

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_ATTRIBUTE = re.compile(r' (aria-label|data-label|data-unreadable|alt|placeholder|title)="([^"]*)"')
_SENTENCE = re.compile(r"[^.<>]+\.")
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong"}
_LETTER, _REASON = 'class="letter"', 'class="why"'
"""A letter, which must be all in one language, and the reason for one of its paragraphs, which isn't sent."""

_WITHIN_A_SENTENCE = {"b", "em", "mark", "strong"}
"""Elements whose words are part of the sentence around them, and in the same language."""

_TEXT_ONLY = {"option", "text", "textarea", "title", "tspan"}
"""Elements that contain only text."""

_AS_IT_IS = {"script", "style", "textarea"}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&nbsp;": "\u00a0", "&amp;": "&"}


def translated(to: Translator, markup: str) -> str:
    """HTML from our renderer, translated, to go inside an element already marked with the language."""
    return "".join(_drawn(to, _Element("", "", "", read(markup)), to.language))


@dataclass
class _Element:
    """An element with its tags; its children are elements and escaped texts."""

    name: str
    start: str
    end: str = ""
    children: "list[_Element | str]" = field(default_factory=list)


def read(markup: str) -> list[_Element | str]:
    """The nodes of complete markup, in which every element that isn't void is closed."""
    top = _Element("", "")
    open_ = [top]
    for token in _TOKEN.findall(markup):
        name = found[1].lower() if (found := _NAME.match(token)) else ""
        if not name:
            open_[-1].children.append(_Element("!", token) if token.startswith("<!") else token)
        elif token.startswith("</"):
            open_[-1].end = token
            open_ = open_[:-1] or [top]
        else:
            made = _Element(name, token)
            open_[-1].children.append(made)
            if name not in _VOID and not token.endswith("/>"):
                open_.append(made)
    return top.children


def unescape(text: str) -> str:
    """The text of escaped HTML."""
    for entity, sign in _ENTITIES.items():
        text = text.replace(entity, sign)
    return text


def _drawn(to: Translator, one: _Element, around: str) -> Iterator[str]:
    """An element translated into the language; `around` is the language that it would inherit."""
    start = _ATTRIBUTE.sub(lambda found: _attribute(to, found), one.start)
    if one.name in _AS_IT_IS or one.name == "!":
        yield from (start, *_source(one.children), one.end)
        return
    if _LETTER in one.start and not _is_whole(to, one):
        yield from (f'{start[:-1]} lang="en">', *_source(one.children), one.end)
        return
    one = _by_line(one)
    inside = _as_a_phrase(to, one)
    texts = inside or {number: _pieces(to, one, unescape(words.strip())) for number, words in _texts(one)}
    own = _own_language(to, texts.values(), around) if one.name else around
    yield start if own == around else f'{start[:-1]} lang="{own}">'
    if inside:
        yield from (words for pieces in inside.values() for words, _ in pieces)
    else:
        for number, child in enumerate(one.children):
            if isinstance(child, str):
                yield from _text(child, texts[number], own)
            elif own == "en" and child.name in _WITHIN_A_SENTENCE:
                yield from _source([child])
            else:
                yield from _drawn(to, child, own)
    yield one.end


def _is_whole(to: Translator, one: _Element) -> bool:
    """Whether all of a letter has a translation, apart from the reasons beside its paragraphs."""
    if _REASON in one.start:
        return True
    lines = _by_line(one)
    inner = [child for child in lines.children if isinstance(child, _Element) and not _is_break(child)]
    has_text = any(text.strip() for _, text in _texts(one))
    if lines is one and (not inner or (has_text and all(map(_is_inline, inner)))):
        return _is_done(to, _plain(one.children))
    return all(_is_whole(to, child) for child in inner) and all(_is_done(to, text) for _, text in _texts(lines))


def _is_done(to: Translator, source: str) -> bool:
    return all(done for _, done in to.pieces(unescape(source.strip())))


def _by_line(one: _Element) -> _Element:
    """The element with each of its lines as a child; unchanged if it has no line breaks."""
    if not any(_is_break(child) for child in one.children):
        return one
    parts: list[_Element | str] = []
    for is_break, group in groupby(one.children, _is_break):
        line = list(group)
        parts += line if is_break or len(line) == 1 else [_Element("", "", "", line)]
    return _Element(one.name, one.start, one.end, parts)


def _is_break(node: "_Element | str") -> bool:
    return isinstance(node, _Element) and node.name == "br"


def _texts(one: _Element) -> Iterator[tuple[int, str]]:
    return ((number, child) for number, child in enumerate(one.children) if isinstance(child, str))


def _attribute(to: Translator, found: re.Match[str]) -> str:
    said = unescape(found[2])
    made = to.whole(said)
    return found[0] if made == said else f' {found[1]}="{escape(made)}"'


def _pieces(to: Translator, one: _Element, text: str) -> list[tuple[str, bool]]:
    """An element's text in pieces; it's a single piece if the element can't contain others to mark the English ones."""
    if one.name not in _TEXT_ONLY:
        return to.pieces(text)
    made = to.whole(text)
    return [(made, made != text or not to.is_english(text))]


def _own_language(to: Translator, texts: Iterable[list[tuple[str, bool]]], around: str) -> str:
    """The language of an element's own texts: English only if none of them has been translated."""
    said = [done for pieces in texts for words, done in pieces if not done or _WORD.search(words)]
    if not said:
        return around
    return to.language if any(said) else "en"


def _text(source: str, pieces: list[tuple[str, bool]], own: str) -> Iterator[str]:
    """A text within its element; English pieces are marked as such, unless the element is."""
    inside = source.strip()
    is_as_it_was = "".join(words for words, _ in pieces) == unescape(inside)
    if is_as_it_was and (own == "en" or all(done for _, done in pieces)):
        yield source
        return
    before, _, after = source.partition(inside)
    yield before
    for words, done in pieces:
        yield escape(words) if done or own == "en" else f'<span lang="en">{escape(words)}</span>'
    yield after


def _source(nodes: Iterable[_Element | str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from (node.start, *_source(node.children), node.end)


def _plain(nodes: Iterable[_Element | str]) -> str:
    return "".join(node if isinstance(node, str) else _plain(node.children) for node in nodes)


def _as_a_phrase(to: Translator, one: _Element) -> dict[int, list[tuple[str, bool]]]:
    """A sentence with elements inside it, such as an amount in bold, translated as a whole; empty if it can't be."""
    inner = [child for child in one.children if isinstance(child, _Element)]
    if not inner or len(inner) == len(one.children) or not all(_is_inline(child) for child in inner):
        return {}
    said = unescape(_plain(one.children))
    if not to.is_english(said) or (made := to.whole(said)) == said:
        return {}
    drawn, rest, before = "", escape(made), ""
    for child in one.children:
        if isinstance(child, str):
            before = child
        elif place := _place_of(to, child, before, rest):
            start, end = place
            drawn += f"{rest[:start]}{child.start}{rest[start:end]}{child.end}"
            rest, before = rest[end:], ""
        elif child.name not in _WITHIN_A_SENTENCE:
            return {}
    return {0: [(drawn + rest, True)]}


def _place_of(to: Translator, inner: _Element, before: str, rest: str) -> tuple[int, int] | None:
    """Where an element's words are in the rest of a translation: unchanged, translated, or as its first sentence."""
    words = _plain(inner.children)
    for said in filter(None, (words, escape(to.whole(unescape(words))))):
        if (start := rest.find(said)) >= 0:
            return start, start + len(said)
    heading = _SENTENCE.match(rest, len(before)) if words.endswith(".") and rest.startswith(before) else None
    return heading.span() if heading else None


def _is_inline(one: _Element) -> bool:
    return one.name in _INLINE and all(isinstance(child, str) for child in one.children)
