"""Dates as a calendar file (RFC 5545): whole days, so that no time zone moves them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

NEWLINE = "\r\n"
WIDTH = 75


@dataclass(frozen=True, kw_only=True)
class Event:
    """One day to keep; `key` tells it apart from the others, so that a second import replaces it."""

    key: str
    day: date
    title: str
    note: str = ""


def calendar(name: str, events: Iterable[Event], stamp: date) -> str:
    """A calendar of whole-day events; `stamp` is the day it was made, for no clock is read here."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Get paid//Calculators//EN", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_escaped(name)}"]
    lines += [line for event in events for line in _event(event, stamp)]
    return "".join(f"{folded}{NEWLINE}" for line in [*lines, "END:VCALENDAR"] for folded in _folded(line))


def _event(event: Event, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.key)}@get-paid.invalid"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.note:
        yield f"DESCRIPTION:{_escaped(event.note)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Text as RFC 5545, 3.3.11 wants it; control characters are dropped."""
    kept = "".join(c for c in text if c == "\n" or c.isprintable())
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, none inside a character (RFC 5545, 3.1)."""
    if len(line.encode()) <= WIDTH:
        yield line
        return
    piece, room = "", WIDTH
    for character in line:
        size = len(character.encode())
        if size > room:
            yield piece
            piece, room = " ", WIDTH - 1
        piece += character
        room -= size
    yield piece
