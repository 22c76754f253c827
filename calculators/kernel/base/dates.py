"""Dates without a clock: read from text, written in words, stepped by months."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from .money import REMEMBERED

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_NUMBERS = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
_SHORT = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{2})")
_WORDS = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9}),? (?P<year>[0-9]{4})")


def read_date(text: str) -> date | None:
    """The day that a person in Britain means by 2026-11-22, 22/11/2026, 22/11/26 or 22 November 2026.

    A year of two digits is one of this century. None where the text is no date, or names a day that does not exist.
    """
    found = _parts(text)
    if not found:
        return None
    year = int(found["year"])
    try:
        return date(year if len(found["year"]) > 2 else 2000 + year, _month(found["month"]), int(found["day"]))
    except ValueError:
        return None


def has_form_of_date(text: str) -> bool:
    """Whether it is written as a date, be it of a day that there is or not."""
    return bool(_parts(text))


def _parts(text: str) -> re.Match[str] | None:
    return next((found for form in (_ISO, _NUMBERS, _SHORT, _WORDS) if (found := form.fullmatch(text))), None)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    short = text.lower()
    return next((n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(short)), 0)


@lru_cache(REMEMBERED)
def in_words(day: date) -> str:
    """22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def partly_in_words(text: str) -> str:
    """An ISO date in words, be it of a day, a month or only a year: 22 November 2026, November 2026, 2026."""
    year, *rest = text.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if rest[1:] else []
    return " ".join([*day, *month, year])


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter.

    Always step from the first day, not from the last answer, so that 31 January gives
    28 February and then 31 March.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
