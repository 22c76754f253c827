"""Dates as a calendar file (RFC 5545), as whole days, which no time zone can move."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from calculators.kernel.base.money import REMEMBERED
from calculators.kernel.contract.calculator import Event

NEWLINE = "\r\n"
WIDTH = 75


def calendar(name: str, events: Iterable[Event], stamp: date) -> str:
    """A calendar of whole-day events; `stamp` is the date it was made, since no clock is read here."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Get paid//Calculators//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_escaped(name)}"]
    lines += [line for event in events for line in _event(event, stamp)]
    return "".join(map(_folded, [*lines, "END:VCALENDAR"]))


def _event(event: Event, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.key)}@get-paid.invalid"
    yield f"DTSTAMP:{_digits(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(event.day)}"
    yield f"DTEND;VALUE=DATE:{_digits(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.note:
        yield f"DESCRIPTION:{_escaped(event.note)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """Text escaped as RFC 5545, section 3.3.11 requires; control characters are dropped."""
    kept = text if text.isprintable() else "".join(c for c in text if c == "\n" or c.isprintable())
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


@lru_cache(REMEMBERED)
def _folded(line: str) -> str:
    """The line and its ending, folded at 75 octets without splitting a character (RFC 5545, section 3.1)."""
    octets, room, pieces = line.encode(), WIDTH, []
    while len(octets) > room:
        end = room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(octets[:end].decode())
        octets, room = octets[end:], WIDTH - 1
    return f"{NEWLINE} ".join([*pieces, octets.decode()]) + NEWLINE
