"""Turns what a person typed into a record, or lists every problem at once in the words of the questions."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, TypeVar

from .conditions import Asked, asked, decisive_questions
from .dates import has_form_of_date, has_two_readings, in_words, read_date, read_date_near
from .money import REMEMBERED, percent, portion, pounds_and_pence, to_pence
from .parse_amount import Amount, read_amount, read_number, why_unclear
from .schema import MOST_ROWS, Ask, Choice, Item, Problem, is_choice, items, show, typed

_T = TypeVar("_T")
_V = TypeVar("_V", Decimal, date)


class _Unreadable(ValueError):
    """An answer that can't be accepted; the message completes a sentence that starts with the question's noun."""


def parse(record: type[_T], values: Mapping[str, object], today: date | None) -> _T | list[Problem]:
    """The record for these typed answers, or every problem with them.

    Values are text as a person types it; rows are lists of objects with such values. `today` is used for a date left
    empty, if the question allows that. Never raises for anything that JSON can hold.
    """
    known = {item.name for item in items(record)}
    problems = [_unknown(name) for name in values if name not in known]
    answers: dict[str, object] = {}
    for name, found in _asked_answers(record, values, today):
        if isinstance(found, list):
            problems += found
        elif found is not MISSING:
            answers[name] = found
    return problems or _whole(record, answers)


def _asked_answers(
    record: type, values: Mapping[str, object], today: date | None
) -> Iterator[tuple[str, object | list[Problem]]]:
    """Each question that is asked, with its answer or problems; an answer to one that isn't asked is ignored."""
    states: dict[str, Asked] = {}
    codes: dict[str, str] = {}
    decisive, values = decisive_questions(record), _with_rated_rows(record, values)
    for item in _rated(record, values):
        state = states[item.name] = asked(item, states, codes)
        codes[item.name] = ""
        if state is not Asked.no:
            found = _answer(item, _implied(item, record, values) or values.get(item.name), today)
            if item.name in decisive:
                codes[item.name] = _code(item, found)
            yield item.name, found


def _implied(item: Item, record: type, values: Mapping[str, object]) -> str:
    """“yes” to a question about VAT registration that was left empty, if an amount was typed as excluding VAT."""
    if not (item.ask and item.ask.adds_vat) or values.get(item.name):
        return ""
    amounts = (read_amount(text) for _, one, text in _texts(record, values) if one.ask and one.ask.vat_rate)
    return "yes" if any(found and found.without_vat for found in amounts) else ""


RATE = "vat_rate"
"""The question for the rate that “+ VAT” adds to amounts in its record, and in rows without a rate of their own."""


def _rated(record: type, values: Mapping[str, object]) -> Sequence[Item]:
    """The questions, with the VAT rate that was typed in the same form if they add VAT."""
    text = values.get(RATE)
    rate = read_number(text.removesuffix("%").strip()) if isinstance(text, str) else None
    return items(record) if rate is None else [_with_rate(item, rate) for item in items(record)]


def _with_rate(item: Item, rate: Decimal) -> Item:
    return replace(item, ask=replace(item.ask, vat_rate=lambda _: rate)) if item.ask and item.ask.vat_rate else item


def _with_rated_rows(record: type, values: Mapping[str, object]) -> Mapping[str, object]:
    """The values as typed, except that rows that ask for a VAT rate and have none get the rate of the whole form."""
    if RATE not in values:
        return values
    rated = ((name, values.get(name)) for name in _questions_with_rates(record))
    return {
        **values,
        **{name: [_row_rated(row, values[RATE]) for row in rows] for name, rows in rated if isinstance(rows, list)},
    }


@cache
def _questions_with_rates(record: type) -> tuple[str, ...]:
    """The questions with rows that ask for a VAT rate."""
    with_rows = (item for item in items(record) if isinstance(item.kind, list))
    return tuple(item.name for item in with_rows if RATE in {one.name for one in items(item.kind[0])})  # type: ignore[index]


def _row_rated(row: object, rate: object) -> object:
    return {**row, RATE: row.get(RATE) or rate} if isinstance(row, dict) else row


def _code(item: Item, found: object | list[Problem]) -> str:
    """An answer as it would be typed; empty if it can't be read or has rows."""
    return "" if isinstance(found, (list, tuple)) else typed(item.kind, item.default if found is MISSING else found)


def read_answers(
    record: type, values: Mapping[str, object], today: date | None
) -> tuple[dict[str, object], list[Problem]]:
    """The answers that can be read, by name, and the problems with those that can't.

    Questions without a value, and values without a question in the record, are left out.
    """
    found = {name: answer for name, answer in _asked_answers(record, values, today) if name in values}
    problems = [one for read in found.values() if isinstance(read, list) for one in read]
    return {name: read for name, read in found.items() if not (isinstance(read, list) or read is MISSING)}, problems


def days(record: type, values: Mapping[str, object], today: date | None = None) -> dict[str, str]:
    """Every date that was typed and can be read, in words, by the name of its question."""
    found = ((name, _day_typed(item, text, today)) for name, item, text in _texts(record, values) if item.kind is date)
    return {name: in_words(day) for name, day in found if day}


def amounts(record: type, values: Mapping[str, object], today: date | None = None) -> dict[str, str]:
    """Every amount that was typed as more than digits, in pounds and pence, by the name of its question."""
    texts = ((name, item, text) for name, item, text in _texts(record, values) if item.kind == "money")
    return {name: told for name, item, text in texts if (told := _amount_told(item, text, today))}


def _texts(record: type, values: Mapping[str, object], before: str = "") -> Iterator[tuple[str, Item, str]]:
    """Every text that was typed, with its question and the question's name, such as `invoices.2.amount` in a row."""
    values = _with_rated_rows(record, values)
    for item in _rated(record, values):
        value = values.get(item.name)
        if isinstance(item.kind, list) and isinstance(value, list):
            for number, row in enumerate(value[:MOST_ROWS], 1):
                if isinstance(row, dict):
                    yield from _texts(item.kind[0], row, f"{before}{item.name}.{number}.")
        elif isinstance(value, str):
            yield before + item.name, item, " ".join(value.split())


def _amount_told(item: Item, text: str, today: date | None) -> str:
    """How an amount was read, such as “£3,840.00 including VAT at 20%”; empty if it's plain digits or can't be read."""
    found = read_amount(text)
    rate = _vat_rate(item, today) if found and found.without_vat else None
    try:
        amount = _read(item, text, today) if found and found.spelled else None
    except _Unreadable:
        return ""
    with_vat = f" including VAT at {percent(rate)}" if rate is not None else ""
    return f"{pounds_and_pence(amount)}{with_vat}" if isinstance(amount, Decimal) else ""


def _whole(record: type[_T], answers: Mapping[str, object]) -> _T | list[Problem]:
    """The record, or its `problems` if its answers contradict each other."""
    made = record(**answers)
    check: Callable[[], Iterable[Problem]] = getattr(made, "problems", tuple)
    return list(check()) or made


def _unknown(name: str) -> Problem:
    return Problem(name, f"There is no question called “{name[:60]}” here.")


def _answer(item: Item, value: object, today: date | None) -> object | list[Problem]:
    """The value of one field, MISSING if its default applies, or a list of problems."""
    if isinstance(item.kind, list):
        return _rows(item, value, today)
    try:
        text = _text(_on_one_line(value) if _words(item).lines else value)
        return _read(item, text, today) if text else _empty(item, today)
    except _Unreadable as why:
        return [Problem(item.name, f"{_subject(item)} {why}.")]


def told_of_unreadable(item: Item) -> str:
    """The message for an answer that makes no sense, whatever today’s date."""
    found = _answer(item, "?", None)
    return found[0].message if isinstance(found, list) else ""


def _subject(item: Item) -> str:
    noun = _words(item).noun
    return noun[0].upper() + noun[1:]


def _words(item: Item) -> Ask:
    if item.ask is None:
        raise TypeError(f"{item.name} is not asked")
    return item.ask


def _on_one_line(value: object) -> object:
    """The lines of an address joined with commas; anything but text is unchanged."""
    if not isinstance(value, str):
        return value
    return ", ".join(line for one in value.splitlines() if (line := one.strip().rstrip(",")))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (str, int, Decimal)):
        return " ".join(str(value).split())
    raise _Unreadable("must be one answer, written as text")


def _empty(item: Item, today: date | None) -> object:
    words = _words(item)
    if words.today and today:
        return _within(item, today)
    if item.default is MISSING and not item.optional:
        raise _Unreadable(f"is missing. {_example(item)}")
    return MISSING


def _example(item: Item) -> str:
    """A sentence, without its full stop, that shows how to write an answer."""
    if is_choice(item.kind):
        return f"Choose one of: {_listed(item.kind)}"
    examples = {
        "money": "Write it in pounds, such as 3,000 or 1250.50",
        "daily": "Write it in pounds, such as 2.5753",
        "percentage": "Write a number from 0 to 100, such as 75",
        Decimal: "Write a number, such as 6 or 2.5",
        int: "Write a whole number, such as 6",
        date: "Write a date, such as 22 November 2026 or 22/11/2026",
        bool: "Choose yes or no",
    }
    return examples.get(item.kind, "Write a few words")


def _listed(kind: Any) -> str:
    return ", ".join(f"{one.value} ({one.name})" for one in kind)


@lru_cache(REMEMBERED)
def _read(item: Item, text: str, today: date | None) -> object:
    if is_choice(item.kind):
        return _choice(item, text)
    if item.kind is date:
        return _date(item, text, today)
    if item.kind == "money":
        return _money(item, text, today)
    readers: dict[object, Callable[[Item, str], object]] = {
        "daily": _daily, "percentage": _number, Decimal: _number, int: _whole_number, bool: _yes_no, str: _prose,
    }  # fmt: skip
    return readers[item.kind](item, text)


def _choice(item: Item, text: str) -> Choice:
    members: Mapping[str, Choice] = item.kind.__members__  # type: ignore[attr-defined]
    if text not in members:
        raise _Unreadable(f"isn’t one of the choices. {_example(item)}")
    return members[text]


def _yes_no(item: Item, text: str) -> bool:
    if text.lower() not in ("yes", "no"):
        raise _Unreadable(f"isn’t clear. {_example(item)}")
    return text.lower() == "yes"


def _date(item: Item, text: str, today: date | None) -> date:
    if day := _day_typed(item, text, today):
        return _within(item, day)
    if has_two_readings(text):
        raise _Unreadable(f"could be either of two dates. {_example(item)}")
    why = "a real date" if has_form_of_date(text) and today else "a date we can read"
    raise _Unreadable(f"isn’t {why}. {_example(item)}")


def _day_typed(item: Item, text: str, today: date | None) -> date | None:
    return read_date_near(text, today, _words(item).nearest) if today else read_date(text)


def _daily(item: Item, text: str) -> Decimal:
    return _number(item, text.removeprefix("£").strip())


def _money(item: Item, text: str, today: date | None) -> Decimal:
    """Pounds to the penny, half up, with VAT added if it was left out and the question allows for that."""
    found = read_amount(text)
    if not found:
        raise _Unreadable(f"{why_unclear(text) or 'isn’t a number we can read'}. {_example(item)}")
    if found.pounds != round(found.pounds, 2):
        raise _Unreadable(f"has fractions of a penny. {_example(item)}")
    return _within(item, to_pence(_with_vat(item, found, today)))


def _with_vat(item: Item, amount: Amount, today: date | None) -> Decimal:
    if not amount.without_vat:
        return amount.pounds
    rate = _vat_rate(item, today)
    if rate is None:
        raise _Unreadable(f"must already include any VAT. {_example(item)}")
    return amount.pounds + portion(amount.pounds, rate)


def _vat_rate(item: Item, today: date | None) -> Decimal | None:
    """The VAT rate, in per cent, that a question adds to an amount without VAT; None if it adds none."""
    rate_on = _words(item).vat_rate
    return rate_on(today) if rate_on and today else None


def _whole_number(item: Item, text: str) -> int:
    number = _number(item, text)
    if number != int(number):
        raise _Unreadable(f"isn’t a whole number. {_example(item)}")
    return int(number)


def _number(item: Item, text: str) -> Decimal:
    number = read_number(text.removesuffix("%").strip() if item.kind == "percentage" else text)
    if number is None:
        raise _Unreadable(f"isn’t a number we can read. {_example(item)}")
    return _within(item, number)


def _prose(item: Item, text: str) -> str:
    high = _words(item).high
    if isinstance(high, Decimal) and len(text) > high:
        raise _Unreadable(f"is longer than {high} characters")
    return text


def _within(item: Item, value: _V) -> _V:
    words = _words(item)
    if words.low is not None and value < words.low:
        raise _Unreadable(f"must be {_bound(item, words.low)} or {'later' if item.kind is date else 'more'}")
    if words.high is not None and value > words.high:
        raise _Unreadable(f"must be {_bound(item, words.high)} or {'earlier' if item.kind is date else 'less'}")
    return value


def _bound(item: Item, bound: object) -> str:
    return show(item.kind, bound)


def _rows(item: Item, value: object, today: date | None) -> object | list[Problem]:
    """A tuple of records, or the problems; in the third row, a field is named `invoices.3.amount`.

    If the record has `unread`, that makes a record for each row that can't be read, and the others still count.
    """
    record: type = item.kind[0]  # type: ignore[index]
    noun = _words(item).row
    given = [] if value is None else value
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        return [Problem(item.name, f"{_subject(item)} must be a list of rows.")]
    if not given and item.default is MISSING:
        return [Problem(item.name, f"{_subject(item)} is missing. Add at least one {noun}.")]
    if len(given) > (most := _words(item).most_rows):
        return [Problem(item.name, f"{_subject(item)} must have {most:,} rows or fewer.")]
    made = [_row(record, row, today) for row in given]
    if unread := getattr(record, "unread", None):
        made = [unread(row, one) if isinstance(one, list) else one for row, one in zip(given, made, strict=True)]
    problems = [
        Problem(f"{item.name}.{number}.{one.field}", f"{noun.capitalize()} {number}: {one.message}")
        for number, row in enumerate(made, 1)
        if isinstance(row, list)
        for one in row
    ]
    return problems or (tuple(made) if given else MISSING)


def _row(record: type[_T], row: Mapping[str, object], today: date | None) -> _T | list[Problem]:
    """One row as a record, or its problems; cached, because the other rows don't change as someone types in one."""
    texts = tuple((name, value) for name, value in row.items() if isinstance(value, str))
    if len(texts) < len(row):
        return parse(record, row, today)
    kind: Any = record
    found: _T | list[Problem] = _row_of_texts(kind, texts, today)
    return found


@lru_cache(REMEMBERED)
def _row_of_texts(record: Any, texts: tuple[tuple[str, str], ...], today: date | None) -> Any:
    return parse(record, dict(texts), today)
