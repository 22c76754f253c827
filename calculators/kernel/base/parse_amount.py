"""Amounts as people in Britain write them: 3,200, £3,200.00, 3.2k, 3200 pounds, 3,200 + VAT."""

import re
from dataclasses import dataclass
from decimal import Decimal

LONGEST = 100
"""The most characters of an answer to look at: no amount is longer, and searching millions would take minutes."""

_NUMBER = re.compile(r"(?P<sign>-?)(?P<whole>[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]{1,15})(?P<part>\.[0-9]*)?")
_SHORT = re.compile(r"(?P<number>-?[0-9]{1,4}(?:\.[0-9]{1,6})?) ?(?P<unit>k|grand|thousand|m|million)")
_TIMES = {"k": 1_000, "grand": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000}

_VAT = r"(?:the )?vat"
_WITHOUT_VAT = re.compile(rf" ?(?:\+|\(?(?:plus|ex|exc|excl|excluding|without|before|net of)\b\.?) ?{_VAT}\)?")
_WITH_VAT = re.compile(rf" ?\(?(?:inc|incl|including|with)\b\.? ?{_VAT}\)?")
_POUNDS_AFTER = re.compile(r" ?(?:pounds?|gbp|quid)")
_POUNDS_BEFORE = re.compile(r"(?:£|gbp(?= )) ?")

_RANGE = re.compile(r"[0-9][0-9.,k]* ?(?:-|–|/|to|or|and) ?£? ?[0-9]")
_OTHER_CURRENCY = re.compile(r"[$€]|\b(?:usd|eur|euros?|dollars?)\b")


@dataclass(frozen=True)
class Amount:
    """An amount in pounds, and whether VAT must still be added; `spelled` if it was written as more than digits."""

    pounds: Decimal
    without_vat: bool
    spelled: bool


def read_number(text: str) -> Decimal | None:
    """A number as a person in Britain writes it: 3,000 is three thousand. None for anything else, such as 3,00."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    return Decimal(found["sign"] + re.sub("[, ]", "", found["whole"]) + (found["part"] or "").removesuffix("."))


def read_amount(text: str) -> Amount | None:
    """An amount in pounds, or None if the text can't be read as exactly one amount."""
    if len(text) > LONGEST:
        return None
    written = text.lower()
    rest, without = _cut_end(_WITHOUT_VAT, written)
    rest, gross = (rest, False) if without else _cut_end(_WITH_VAT, rest)
    rest, _ = _cut_end(_POUNDS_AFTER, rest)
    rest = _POUNDS_BEFORE.sub("", rest, count=1) if _POUNDS_BEFORE.match(rest) else rest
    plain = read_number(rest)
    pounds = _shortened(rest) if plain is None else plain
    return None if pounds is None else Amount(pounds, without, without or gross or plain is None)


def why_unclear(text: str) -> str:
    """Why an amount is unclear, in words that follow the question's noun; empty if there's nothing more to say."""
    text = text[:LONGEST]
    written = text.lower()
    if _OTHER_CURRENCY.search(written):
        return "must be in pounds"
    if _RANGE.search(written):
        return "must be one amount"
    if "vat" in written:
        return "doesn’t say clearly whether it includes VAT"
    return ""


def _cut_end(form: re.Pattern[str], text: str) -> tuple[str, bool]:
    """The text without any match of `form` at its end, and whether there was one."""
    found = next((found for found in form.finditer(text) if found.end() == len(text)), None)
    return (text[: found.start()], True) if found else (text, False)


def _shortened(text: str) -> Decimal | None:
    found = _SHORT.fullmatch(text)
    return Decimal(found["number"]) * _TIMES[found["unit"]] if found else None
