"""Translates an answer by looking up whole sentences in a catalogue of messages.

A message is a sentence as the calculators write it, or a template of one, with a name in braces for each part that
varies. A sentence without a translation stays in English.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calculators.kernel.base.dates import MONTHS, WEEKDAYS

PLACEHOLDER = re.compile(r"\{(\w+)\}")
NEST = 4
"""How deeply sentences may be nested within a sentence."""

LONGEST = 600
"""The most characters in a sentence that is compared with templates."""

MOST_SENTENCES = 12
"""The most sentences that are tried as one message."""

ROW = "{row}"
"""The placeholder that a page's script replaces with the number of a row."""

_ENGLISH = re.compile(r"[a-z]{2}")
_DATE = re.compile(rf"(?:\b(?:{'|'.join(WEEKDAYS)}),? )?\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?”])(\s+)(?=[A-Z“‘£\[(\d])|(?<=:)(\s+)")
_NAMED = re.compile(r"([^\s()][^()]*) \(([^()]+)\)")
"""A text that ends with a qualifier in brackets."""

_DASH = re.compile(r"(- )?(.*)", re.DOTALL)


def placeholders(message: str) -> frozenset[str]:
    """The names in braces in a message."""
    return frozenset(PLACEHOLDER.findall(message))


@dataclass(frozen=True)
class Template:
    """A message with placeholders: the words around them, their names, and the translation."""

    literals: tuple[str, ...]
    names: tuple[str, ...]
    translation: str

    def match(self, sentence: str) -> dict[str, str] | None:
        """The shortest text that each placeholder has in a sentence, or None if the sentence doesn't match."""
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
        """The number of fixed characters in the message."""
        return sum(map(len, self.literals))


def _last_place(sentence: str, literal: str) -> int:
    """The position of the literal at the end of a sentence, or -1 if the sentence doesn't end with it."""
    return len(sentence) - len(literal) if sentence.endswith(literal) else -1


def template(message: str, translation: str) -> Template:
    """A template of a message; a name used twice matches the same words both times."""
    parts = PLACEHOLDER.split(message)
    return Template(tuple(parts[::2]), tuple(parts[1::2]), translation)


class Catalogue:
    """The messages that have a translation, with the templates among them indexed by their rarest word."""

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
        """The templates that may match a sentence, longest first."""
        words = {"", *sentence.split()}
        found = [one for word in words if word in self._templates for one in self._templates[word]]
        return sorted(found, key=lambda one: (-one.size, one.literals))


def _whole_words(one: Template) -> set[str]:
    """The words of a template that don't touch a placeholder."""
    marked = "\0".join(one.literals)
    return {word for word in marked.split() if "\0" not in word}


class Translator:
    """Translates the reply to one request, leaving anything that was `typed` in it as it is."""

    def __init__(self, catalogue: Catalogue, typed: Iterable[str] = ()) -> None:
        self.language = catalogue.language
        self._catalogue = catalogue
        self._typed = frozenset(typed)
        self._known: dict[tuple[str, int], str | None] = {}

    def sentence(self, said: str, nest: int = NEST) -> str | None:
        """The translation of a whole message, or None if there is none."""
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
            if made is None and before and not parts[before]:  # the two touch, so the words may belong to either
                filled[before], made = self._split(words, nest)
            if made is None:
                return None
            filled[name] = made
        return PLACEHOLDER.sub(lambda name: filled[name[1]], one.translation)

    def _split(self, words: str, nest: int) -> tuple[str, str | None]:
        """Words split into two parts of a sentence, at the first space where both have a translation."""
        for gap in re.finditer(r"(?= )", words):
            first, second = self._part(words[: gap.start()], nest), self._part(words[gap.start() :], nest)
            if first is not None and second is not None:
                return first, second
        return "", None

    def _part(self, words: str, nest: int) -> str | None:
        """A part of a sentence, translated, or unchanged if it isn't English, such as an amount, a date or a name."""
        inside = words.strip()
        if inside in self._typed or not self.is_english(words):
            return words
        made = self.sentence(inside, nest)
        if made is None and nest:
            made = self._part_by_part(inside, nest - 1)
        return None if made is None else words.replace(inside, made)

    def _part_by_part(self, words: str, nest: int) -> str | None:
        """The translation of a blank amount, or of a part with a full stop or with a qualifier in brackets."""
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
        """Whether a text has English words of ours in it."""
        return text != ROW and text.strip() not in self._typed and bool(_ENGLISH.search(_DATE.sub("", text)))

    def pieces(self, text: str) -> list[tuple[str, bool]]:
        """A text in pieces of one or more sentences, each with whether it's translated or needs no translation."""
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
        """The translation of the longest run of sentences that is one message, and where the run ends."""
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
