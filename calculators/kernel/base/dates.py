"""Dates read from text, written in words and moved by months, without reading the clock."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from .money import REMEMBERED

Nearest = Literal["past", "future", "either"]
"""Which date to take if the text leaves it open: the last up to today, the first from today, or whichever is nearer."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAY = r"(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
_MONTH = r"(?P<month>[A-Za-z]{3,9})"
_END = r"(?P<end>(?:the )?end(?: of)?)"
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
_SHORT = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{2})")
_WORDS = re.compile(rf"{_DAY}[ /.-]{_MONTH},?[ /.-](?P<year>[0-9]{{4}}|[0-9]{{2}})")

_DAY_AND_MONTH = (
    re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})"),
    re.compile(rf"{_DAY}[ /.-]{_MONTH}"),
    re.compile(rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?"),
)
_MONTH_END = re.compile(rf"{_END} {_MONTH}(?:,? (?P<year>[0-9]{{4}}))?")
_THIS_MONTH_END = re.compile(rf"{_END} (?P<which>the|this|last|next) month")
_WEEKDAY = re.compile(r"(?:(?P<which>last|this|on) )?(?P<name>[a-z]{3,9})")
_SPAN = re.compile(r"(?:(?P<ahead>in) )?(?P<count>an?|[0-9]{1,4}) (?P<unit>day|week|month|year)s?(?P<ago> ago)?")
_TWO_READINGS = re.compile(r"next (?P<name>[a-z]{3,9})")

_DAYS_APART = {"yesterday": -1, "today": 0, "tomorrow": 1}
_MONTHS_APART = {"last": -1, "the": 0, "this": 0, "next": 1}
_LEAP = 8
"""The most years there can be from one 29 February to the next."""


def read_date(text: str) -> date | None:
    """The date that a person in Britain means by 2026-11-22, 22/11/2026, 22/11/26, 22-Nov-26 or 22 November 2026.

    A two-digit year is from 2000 to 2099. None if the text isn't a date, or there is no such date.
    """
    found = _parts(text)
    if not found:
        return None
    year = int(found["year"])
    return _day(year if len(found["year"]) > 2 else 2000 + year, _month(found["month"]), int(found["day"]))


def read_date_near(text: str, today: date, nearest: Nearest = "past") -> date | None:
    """As `read_date`, but also dates without a year: 10 Oct, 31/3, end of March, last Friday, yesterday, 2 weeks ago.

    `nearest` says which date a day of the month or a weekday means; today itself counts.
    """
    words = text.lower()
    readers: tuple[Callable[[], date | None], ...] = (
        lambda: read_date(text), lambda: _by_name(words, today), lambda: _apart(words, today),
        lambda: _without_year(words, today, nearest), lambda: _month_end(words, today, nearest),
        lambda: _weekday(words, today, nearest),
    )  # fmt: skip
    try:
        return next((day for read in readers if (day := read())), None)
    except (OverflowError, ValueError):
        return None


def has_two_readings(text: str) -> bool:
    """Whether the text is like “next Friday”, which some people take to be this week and others next week."""
    found = _TWO_READINGS.fullmatch(text.lower())
    return bool(found and _index(WEEKDAYS, found["name"]))


def has_form_of_date(text: str) -> bool:
    """Whether the text is written as a date, even if there is no such date."""
    return bool(_parts(text)) or any(
        (found := form.fullmatch(text)) and (found["month"].isdigit() or _month(found["month"]))
        for form in _DAY_AND_MONTH
    )


def _parts(text: str) -> re.Match[str] | None:
    return next((found for form in (_ISO, _NUMBERS, _SHORT, _WORDS) if (found := form.fullmatch(text))), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _index(MONTHS, text)


def _index(names: Iterable[str], text: str) -> int:
    """The position of the name, in full or shortened, counted from 1; 0 if it isn't one of the names."""
    short = "sep" if text.lower() == "sept" else text.lower()
    return next((number for number, name in enumerate(names, 1) if name.lower().startswith(short)), 0)


def _by_name(words: str, today: date) -> date | None:
    apart = _DAYS_APART.get(words)
    return None if apart is None else today + timedelta(days=apart)


def _without_year(words: str, today: date, nearest: Nearest) -> date | None:
    found = next((found for form in _DAY_AND_MONTH if (found := form.fullmatch(words))), None)
    if not found:
        return None
    month, day = _month(found["month"]), int(found["day"])
    return _closest(lambda year: _day(year, month, day), today, nearest)


def _closest(in_year: Callable[[int], date | None], today: date, nearest: Nearest) -> date | None:
    steps = {"past": (-1,), "future": (1,), "either": (-1, 1)}[nearest]
    days = (_first(in_year, today, step) for step in steps)
    return min((day for day in days if day), key=lambda day: abs(day - today), default=None)


def _first(in_year: Callable[[int], date | None], today: date, step: int) -> date | None:
    """The first such date on or after today, or on or before it if `step` is -1, trying one year at a time."""
    days = (in_year(today.year + step * years) for years in range(_LEAP + 1))
    return next((day for day in days if day and (day - today).days * step >= 0), None)


def _month_end(words: str, today: date, nearest: Nearest) -> date | None:
    if found := _THIS_MONTH_END.fullmatch(words):
        return last_of_month(add_months(today.replace(day=1), _MONTHS_APART[found["which"]]))
    found = _MONTH_END.fullmatch(words)
    month = _month(found["month"]) if found else 0
    if not (found and month):
        return None
    if found["year"]:
        return last_of_month(date(int(found["year"]), month, 1))
    return _closest(lambda year: last_of_month(date(year, month, 1)), today, nearest)


def _weekday(words: str, today: date, nearest: Nearest) -> date | None:
    """A weekday as a date: “Friday” is the `nearest` one, and “last Friday” is always before today."""
    found = _WEEKDAY.fullmatch(words)
    number = _index(WEEKDAYS, found["name"]) if found else 0
    if not (found and number):
        return None
    since = (today.isoweekday() - number) % 7
    if found["which"] == "last":
        return today - timedelta(days=since or 7)
    if nearest == "past" or (nearest == "either" and since < 4):
        return today - timedelta(days=since)
    return today + timedelta(days=-since % 7)


def _apart(words: str, today: date) -> date | None:
    """A date given as a number of days, weeks, months or years ago, or from now."""
    found = _SPAN.fullmatch(words)
    if not found or bool(found["ahead"]) == bool(found["ago"]):
        return None
    count = (int(found["count"]) if found["count"].isdigit() else 1) * (1 if found["ahead"] else -1)
    months = {"month": 1, "year": 12}.get(found["unit"])
    if months:
        return add_months(today, count * months)
    return today + timedelta(days=count * (7 if found["unit"] == "week" else 1))


@lru_cache(REMEMBERED)
def in_words(day: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def partly_in_words(text: str) -> str:
    """An ISO date, month or year in words: 22 November 2026, November 2026, 2026."""
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if rest[1:] else []
    return " ".join([*day, *month, year])


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month if it's shorter.

    For a series, always count from the first date, not from the previous one: 31 January then gives 28 February and
    31 March.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def last_of_month(day: date) -> date:
    """The last day of the date's month."""
    return day.replace(day=_days_in(day.year, day.month))


def _days_in(year: int, month: int) -> int:
    """The length of a month. `calendar` knows it too, but takes long to load in a browser."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
