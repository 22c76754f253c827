"""An answer in another language: whole sentences looked up in a catalogue of messages.

A message is a sentence as the calculators write it, or a template of one, with a name in braces for each part that
varies. A sentence without a translation stays English and, in HTML, is marked so.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from calculators.kernel.base.dates import MONTHS, WEEKDAYS
from calculators.kernel.base.escaping import escape

PLACEHOLDER = re.compile(r"\{(\w+)\}")
NEST = 4
"""How deep a sentence may stand within a sentence."""

LONGEST = 600
"""The characters of the longest sentence that is compared with templates."""

MOST_SENTENCES = 12
"""The most sentences that are tried as one message."""

ROW = "{row}"
"""What a page's script replaces by the number of a row."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"[a-z]{2}")
_DATE = re.compile(rf"(?:\b(?:{'|'.join(WEEKDAYS)}),? )?\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?”])(\s+)(?=[A-Z“‘£\[(\d])|(?<=:)(\s+)")
_NAMED = re.compile(r"([^\s()][^()]*) \(([^()]+)\)")
"""What something is, and in brackets which one."""

_DASH = re.compile(r"(- )?(.*)", re.DOTALL)


def placeholders(message: str) -> frozenset[str]:
    """The names in braces that stand in a message."""
    return frozenset(PLACEHOLDER.findall(message))


@dataclass(frozen=True)
class Template:
    """A message with placeholders: the words around them, their names, and the translation."""

    literals: tuple[str, ...]
    names: tuple[str, ...]
    translation: str

    def match(self, sentence: str) -> dict[str, str] | None:
        """What stands for each placeholder in a sentence, as little as can be; None if it isn't of this form."""
        first, *middle = self.literals
        if not sentence.startswith(first):
            return None
        at, last, found = len(first), len(middle), dict[str, str]()
        for name, literal in zip(self.names, middle, strict=True):
            last -= 1
            end = sentence.find(literal, at) if last else _last_place(sentence, literal)
            if end < at or found.setdefault(name, sentence[at:end]) != sentence[at:end]:
                return None
            at = end + len(literal)
        return found

    @property
    def size(self) -> int:
        """The characters that it prescribes."""
        return sum(map(len, self.literals))


def _last_place(sentence: str, literal: str) -> int:
    """Where the last words of a sentence begin, or -1 if it doesn't end with them."""
    return len(sentence) - len(literal) if sentence.endswith(literal) else -1


def template(message: str, translation: str) -> Template:
    """A template of a message; a name that comes twice stands for the same words."""
    parts = PLACEHOLDER.split(message)
    return Template(tuple(parts[::2]), tuple(parts[1::2]), translation)


class Catalogue:
    """The messages that have a translation, and the templates among them by their rarest word, the longest first."""

    def __init__(self, language: str, messages: Mapping[str, str]) -> None:
        self.language = language
        self.messages = {said: words for said, words in messages.items() if not placeholders(said)}
        self._templates: dict[str, list[Template]] = {}
        found = [template(said, words) for said, words in messages.items() if placeholders(said)]
        known = [_whole_words(one) for one in found]
        uses = Counter(word for words in known for word in words)
        for one, words in zip(found, known, strict=True):
            self._templates.setdefault(min(words, key=lambda word: (uses[word], word), default=""), []).append(one)

    def templates(self, sentence: str) -> list[Template]:
        """The templates that may match a sentence."""
        words = {"", *sentence.split()}
        found = [one for word in words if word in self._templates for one in self._templates[word]]
        return sorted(found, key=lambda one: (-one.size, one.literals))


def _whole_words(one: Template) -> set[str]:
    """The words of a template that no placeholder can be joined to."""
    marked = "\0".join(one.literals)
    return {word for word in marked.split() if "\0" not in word}


class Translator:
    """Translates what one request gets; what was `typed` into it stands in a sentence as it is."""

    def __init__(self, catalogue: Catalogue, typed: Iterable[str] = ()) -> None:
        self.language = catalogue.language
        self._catalogue = catalogue
        self._typed = frozenset(typed)
        self._known: dict[tuple[str, int], str | None] = {}

    def sentence(self, said: str, nest: int = NEST) -> str | None:
        """The translation of a whole message, or None where there is none."""
        if (said, nest) not in self._known:
            self._known[said, nest] = self._looked_up(said, nest)
        return self._known[said, nest]

    def _looked_up(self, said: str, nest: int) -> str | None:
        if found := self._catalogue.messages.get(said):
            return found
        if said.endswith(":") and (named := self.sentence(said[:-1], nest)):
            return f"{named}:"
        if said.startswith("(") and said.endswith(")") and (inside := self.sentence(said[1:-1], nest)):
            return f"({inside})"
        if nest and len(said) <= LONGEST:
            for one in self._catalogue.templates(said):
                if (parts := one.match(said)) and (made := self._filled(one, parts, nest - 1)):
                    return made
        return None

    def _filled(self, one: Template, parts: dict[str, str], nest: int) -> str | None:
        filled: dict[str, str] = {}
        for before, (name, words) in zip(("", *parts), parts.items(), strict=False):
            made = self._part(words, nest)
            if made is None and before and not parts[before]:  # the two stand side by side, so either may have had it
                filled[before], made = self._split(words, nest)
            if made is None:
                return None
            filled[name] = made
        return PLACEHOLDER.sub(lambda name: filled[name[1]], one.translation)

    def _split(self, words: str, nest: int) -> tuple[str, str | None]:
        """Words as two parts of a sentence, wherever both have a translation."""
        for gap in re.finditer(r"(?= )", words):
            first, second = self._part(words[: gap.start()], nest), self._part(words[gap.start() :], nest)
            if first is not None and second is not None:
                return first, second
        return "", None

    def _part(self, words: str, nest: int) -> str | None:
        """A part of a sentence: translated or, where it's no English, such as an amount, a date or a name, as it is."""
        inside = words.strip()
        if inside in self._typed or not self.is_english(words):
            return words
        made = self.sentence(inside, nest)
        if made is None and nest:
            made = self._part_by_part(inside, nest - 1)
        return None if made is None else words.replace(inside, made)

    def _part_by_part(self, words: str, nest: int) -> str | None:
        """An amount to fill in, a part with its full stop, or something with which one it is in brackets."""
        if words.startswith("£"):
            amount = self._part(words[1:], nest)
            return None if amount is None else f"£{amount}"
        if words.endswith("."):
            made = self._part(words[:-1], nest)
            return None if made is None else f"{made}."
        if named := _NAMED.fullmatch(words):
            about, what = (self._part(one, nest) for one in named.groups())
            return None if about is None or what is None else f"{about} ({what})"
        return None

    def is_english(self, text: str) -> bool:
        """Whether a text has words of ours in it."""
        return text != ROW and text.strip() not in self._typed and bool(_ENGLISH.search(_DATE.sub("", text)))

    def pieces(self, text: str) -> list[tuple[str, bool]]:
        """A text in pieces, each with whether it is in the language: whole or, failing that, sentence by sentence."""
        parts = [part for part in _BETWEEN_SENTENCES.split(text) if part is not None]
        pieces: list[tuple[str, bool]] = []
        at = 0
        while at < len(parts):
            found, end = self._longest(parts, at)
            pieces.append((found, True) if found is not None else (parts[at], not self.is_english(parts[at])))
            pieces += [(gap, True) for gap in parts[end : end + 1]]
            at = end + 1
        return pieces

    def _longest(self, parts: list[str], start: int) -> tuple[str | None, int]:
        """The translation of as many sentences as one message has, and where they end."""
        for end in range(min(len(parts), start + 2 * MOST_SENTENCES - 1), start, -2):
            if (found := self.sentence("".join(parts[start:end]))) is not None:
                return found, end
        return None, start + 1

    def whole(self, text: str) -> str:
        """A text without markup, translated only if all of it can be."""
        inside = text.strip()
        pieces = self.pieces(inside)
        if all(done for _, done in pieces):
            return text.replace(inside, "".join(words for words, _ in pieces))
        if named := _NAMED.fullmatch(text):
            return f"{self.whole(named[1])} ({self.whole(named[2])})"
        about, colon, what = text.partition(": ")
        return f"{self.whole(about)}: {self.whole(what)}" if colon else text

    def letter(self, text: str) -> str:
        """A letter as text, translated only if all of it can be: nobody should get one in two languages."""
        lines = [self._line(line) for line in text.split("\n")]
        return "\n".join(line or "" for line in lines) if None not in lines else text

    def _line(self, line: str) -> str | None:
        dash, said = _DASH.fullmatch(line).groups("")  # type: ignore[union-attr]
        pieces = self.pieces(said)
        return dash + "".join(words for words, _ in pieces) if all(done for _, done in pieces) else None

    def html(self, markup: str) -> str:
        """HTML as our renderer draws it, in a place that is marked as being in the language."""
        return "".join(_drawn(self, _Element("", "", "", read(markup)), self.language))


# HTML

_TOKEN = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_ATTRIBUTE = re.compile(r' (aria-label|data-label|data-unreadable|alt|placeholder|title)="([^"]*)"')
_SENTENCE = re.compile(r"[^.<>]+\.")
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong"}
_LETTER, _REASON = 'class="letter"', 'class="why"'
"""A letter, which is in one language, and the reason for one of its paragraphs, which isn't sent."""

_WITHIN_A_SENTENCE = {"b", "em", "mark", "strong"}
"""Elements whose words are part of the sentence around them, and in the same language."""

_TEXT_ONLY = {"option", "text", "textarea", "title", "tspan"}
"""Elements that hold text and no elements of HTML."""

_AS_IT_IS = {"script", "style", "textarea"}
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&nbsp;": "\u00a0", "&amp;": "&"}


@dataclass
class _Element:
    """An element by its tags; its children are elements and the source of texts."""

    name: str
    start: str
    end: str = ""
    children: "list[_Element | str]" = field(default_factory=list)


def read(markup: str) -> list[_Element | str]:
    """The nodes of whole markup: every element that isn't void is closed."""
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
    """An element in the language; `around` is the language that it would inherit."""
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
    """Whether all of a letter has a translation, but for the reasons beside its paragraphs."""
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
    """An element whose lines, where it has any breaks, are each a part of it."""
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
    """A text of an element in pieces; there is one piece where no element could mark which of them are English."""
    if one.name not in _TEXT_ONLY:
        return to.pieces(text)
    made = to.whole(text)
    return [(made, made != text or not to.is_english(text))]


def _own_language(to: Translator, texts: Iterable[list[tuple[str, bool]]], around: str) -> str:
    """The language of an element's own texts: English only where none of them has been translated."""
    said = [done for pieces in texts for words, done in pieces if not done or _WORD.search(words)]
    if not said:
        return around
    return to.language if any(said) else "en"


def _text(source: str, pieces: list[tuple[str, bool]], own: str) -> Iterator[str]:
    """A text within its element; what is English is marked, unless the element is."""
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
    """Where the words of an element stand in the rest of a translation: the same, translated, or its first sentence."""
    words = _plain(inner.children)
    for said in filter(None, (words, escape(to.whole(unescape(words))))):
        if (start := rest.find(said)) >= 0:
            return start, start + len(said)
    heading = _SENTENCE.match(rest, len(before)) if words.endswith(".") and rest.startswith(before) else None
    return heading.span() if heading else None


def _is_inline(one: _Element) -> bool:
    return one.name in _INLINE and all(isinstance(child, str) for child in one.children)
