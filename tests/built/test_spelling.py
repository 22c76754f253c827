"""Every word on every page has a British spelling or is in our list of known words."""

import gc
import re
import warnings
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from spylls.hunspell import Dictionary

from tests import ROOT
from tests.built.site_files import PAGES, address

KNOWN = frozenset((ROOT / "tests/known_words.txt").read_text().split())
_UNREAD = re.compile(r"<(script|style|code|pre|svg)\b.*?</\1>|<[^>]+>|https?://\S+|[\w./-]+\.\w{2,}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@cache
def dictionary() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the library does not close its files
        read = Dictionary.from_files(str(ROOT / "node_modules/dictionary-en-gb/index"))
        gc.collect()
    return read


@cache
def is_right(word: str) -> bool:
    plain = word.replace("’", "'")
    return plain in KNOWN or plain.removesuffix("'s") in KNOWN or bool(dictionary().lookup(plain))


@pytest.mark.parametrize("page", PAGES, ids=address)
def test_every_word_has_its_british_spelling(page: Path) -> None:
    text = unescape(_UNREAD.sub(" ", page.read_text()))
    assert sorted({word for word in _WORD.findall(text) if not is_right(word)}) == []


def test_american_spellings_and_misspellings_are_found() -> None:
    assert not any(is_right(word) for word in ("color", "organize", "defense", "recieve"))
