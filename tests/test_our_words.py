"""Consistent wording: no page, form, answer or letter uses a word that CONTRIBUTING.md says we avoid."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from tests import ROOT
from tests.reader_text import Text, forms, pages, scripts, sentences_in_code, worked_examples

_ROW = re.compile(r"^\| (.+?) \| .+? \| (.+?) \|$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """An exception: a word allowed in one phrase, or in texts whose place starts with `place`, and the reason."""

    word: str
    reason: str
    phrase: str = ""
    place: str = ""

    def allows(self, text: Text) -> bool:
        """Whether the exception applies to this text."""
        return text.place.startswith(self.place) and self.phrase in on_one_line(text.text)


@cache
def our_words() -> dict[str, str]:
    """Each word that we avoid, with the word to use instead."""
    section = (ROOT / "CONTRIBUTING.md").read_text().partition("## Our words\n")[2].partition("\n## ")[0]
    rows = [row.groups() for row in _ROW.finditer(section)][1:]
    return {word: said for said, unsaid in rows for word in unsaid.split(", ")}


@cache
def allowed() -> tuple[Allowed, ...]:
    rows = tomllib.loads((ROOT / "tests/our_words_exceptions.toml").read_text())["allowed"]
    return tuple(Allowed(**row) for row in rows)


@cache
def texts() -> tuple[Text, ...]:
    return tuple(dict.fromkeys([*pages(), *forms(), *worked_examples(), *sentences_in_code(), *scripts()]))


@cache
def on_one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def small(text: str) -> str:
    return on_one_line(text).lower()


def uses(word: str, text: str) -> bool:
    if word.lower() not in small(text):
        return False
    return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", on_one_line(text), re.IGNORECASE))


def without(phrases: Iterator[str], text: str) -> str:
    text = on_one_line(text)
    for phrase in phrases:
        text = text.replace(phrase, "")
    return text


def fault(word: str, text: Text) -> str:
    """A message with the word to use instead, or an empty string if the word isn't used or is allowed."""
    if not uses(word, text.text):
        return ""
    rules = [one for one in allowed() if one.word == word and one.allows(text)]
    if any(not one.phrase for one in rules):
        return ""
    left = without((one.phrase for one in rules), text.text)
    return f"{text.place}: say “{our_words()[word]}”, not “{word}”: {text.text}" if uses(word, left) else ""


@pytest.mark.parametrize("word", our_words())
def test_no_text_uses_a_word_that_we_avoid(word: str) -> None:
    faults = [found for text in texts() if (found := fault(word, text))]
    assert not faults, "\n".join(faults)


def test_each_exception_is_for_a_word_in_the_table_has_a_reason_and_is_needed() -> None:
    for one in allowed():
        assert one.word in our_words(), one
        assert one.reason.endswith("."), one
        assert bool(one.phrase) or bool(one.place), one
        assert any(uses(one.word, text.text) and one.allows(text) for text in texts()), one


@pytest.mark.parametrize("text", ["A Telephone call", "They can\ntelephone you.", "“telephone”"])
def test_an_avoided_word_is_found_in_any_case_and_across_lines(text: str) -> None:
    assert fault("telephone", Text("docs/page.md, line 1", text))


def test_an_avoided_word_inside_another_word_is_ignored() -> None:
    assert not fault("bill", Text("docs/page.md, line 1", "Billing is not a billable hour, nor is a way-bill."))


def test_the_texts_checked_come_from_every_kind_of_source() -> None:
    places = " ".join(text.place for text in texts())
    kinds = ("docs/index.md", "mkdocs.yml", "README.md", "routes.amount_owed", "reminder, example 1", "advice.toml")
    assert all(kind in places for kind in (*kinds, "calculators/routes/fits.py", "docs/assets/claim/strings.js"))
