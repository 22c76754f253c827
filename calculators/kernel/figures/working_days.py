"""Working days by nation, excluding weekends and bank holidays (Banking and Financial Dealings Act 1971)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from . import files
from .reference import Citation, Grade

ONE_DAY = timedelta(days=1)
CLOSED_EVERY_YEAR = ((1, 1), (12, 25), (12, 26))
"""The month and day of holidays in all three nations, which apply even to years whose list isn't published yet."""


@dataclass(frozen=True, kw_only=True)
class Holidays:
    """The bank holidays of the three nations, and the first and last dates for which they are known."""

    known_from: date
    known_until: date
    grade: Grade
    checked: date
    source: Citation
    days: dict[str, frozenset[date]]


@cache
def holidays() -> Holidays:
    """The bank holidays that we know."""
    found = files.read("bank_holidays")
    nations = {name: rows for name, rows in found.items() if isinstance(rows, dict) and "dates" in rows}
    return Holidays(
        known_from=date.fromisoformat(found["known_from"]),
        known_until=date.fromisoformat(found["known_until"]),
        grade=Grade[found["grade"]],
        checked=date.fromisoformat(found["checked"]),
        source=Citation(**found["source"]),
        days={name: frozenset(map(date.fromisoformat, rows["dates"])) for name, rows in nations.items()},
    )


def known(day: date) -> bool:
    """Whether we know the bank holidays around that date; if not, only weekends and CLOSED_EVERY_YEAR count."""
    return holidays().known_from <= day <= holidays().known_until


def is_working_day(day: date, nation: str) -> bool:
    """Whether banks are open in england_wales, scotland or northern_ireland."""
    closed = (day.month, day.day) in CLOSED_EVERY_YEAR or day in holidays().days[nation]
    return day.weekday() < 5 and not closed


def next_working_day(day: date, nation: str) -> date:
    """The date itself if it's a working day, otherwise the first working day after it."""
    return _step(day, nation, ONE_DAY)


def previous_working_day(day: date, nation: str) -> date:
    """The date itself if it's a working day, otherwise the last working day before it."""
    return _step(day, nation, -ONE_DAY)


def _step(day: date, nation: str, by: timedelta) -> date:
    while not is_working_day(day, nation):
        day += by
    return day
