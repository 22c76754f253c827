"""The rows of a CSV file as they come in: how it's encoded, where each row begins, and what can't be read."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TextIO

from calculators.kernel.extras.csv_import import delimiter_of

LONGEST_CELL = 10_000_000
LONGEST_LINE = 2 * LONGEST_CELL
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx, a zip file, and .xls

WORKBOOK = "That’s an Excel workbook. In Excel, choose Save As and “CSV UTF-8 (Comma delimited)”, and use that file."
EMPTY = "There’s nothing to read. Give a CSV file: its first line names the questions, and each line below is a case."
WINDOWS = (
    "This file isn’t UTF-8, so we read it as Windows-1252, as Excel saves a plain CSV file. If any letters look wrong, "
    "save it as “CSV UTF-8 (Comma delimited)” and try again."
)
TOO_LONG = (
    "Line {line} is not a row of CSV that we can read, since it’s too long. Is a quotation mark missing? "
    "It and all after it have no answer."
)


class Unreadable(Exception):
    """Why a file can't be read, or can't be read any further, in a sentence."""


class Row(NamedTuple):
    """The cells of a row, the lines that it fills, and whether the file ends inside a quotation."""

    cells: list[str]
    begins: int
    ends: int
    unclosed: bool


class Source(NamedTuple):
    """The lines of a file, and whether it begins with a byte order mark, as Excel's do."""

    lines: Iterable[str]
    marked: bool = False


def decoded(source: TextIO, note: Callable[[str], None]) -> Source:
    """A file decoded as its first bytes show; `note` is told if it's read as Windows-1252.

    Raises Unreadable for a workbook.
    """
    if not isinstance(source, io.TextIOWrapper):
        return Source(source)
    first = source.buffer.peek()[:4]
    if first.startswith(WORKBOOKS):
        raise Unreadable(WORKBOOK)
    codecs.register_error("windows-1252", _windows(note))
    text = io.TextIOWrapper(source.buffer, _encoding(first), errors="windows-1252", newline="")
    return Source(iter(lambda: _line(text), ""), first.startswith(MARKS))


def _encoding(first: bytes) -> str:
    """The encoding of a file that begins with these bytes; Excel's “Unicode Text” is UTF-16."""
    if first.startswith(MARKS[1:]):
        return "utf-16"
    if first[1::2] == b"\0\0":
        return "utf-16-le"
    return "utf-16-be" if first[::2] == b"\0\0" else "utf-8-sig"


def _windows(note: Callable[[str], None]) -> Callable[[UnicodeError], tuple[str, int]]:
    """What decodes bytes that aren't UTF-8, and mentions the first of them."""
    notes = iter([WINDOWS])

    def decode(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        if error.encoding != "utf-8":
            return "\ufffd", error.end
        for words in notes:
            note(words)
        return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end

    return decode


def decode(content: bytes, note: Callable[[str], None]) -> str:
    """A whole file, decoded as its first bytes show; `note` is told if it's read as Windows-1252."""
    codecs.register_error("windows-1252", _windows(note))
    return content.decode(_encoding(content[:4]), "windows-1252")


def _line(text: TextIO) -> str:
    line = text.readline(LONGEST_LINE)
    if len(line) == LONGEST_LINE:
        raise csv.Error("a line longer than any row")
    return line


def rows(lines: Iterable[str]) -> Iterator[Row]:
    """Every row that has a cell, the heading first. Raises Unreadable at a row that's too long to be one."""
    csv.field_size_limit(LONGEST_CELL)
    ended: list[bool] = []
    whole = _marking_the_end(lines, ended)
    blank, first = _to_first_row(whole)
    reader = csv.reader(chain(blank, [first], whole), delimiter=delimiter_of(first))
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Unreadable(TOO_LONG.format(line=begins)) from None
        if cells is None:
            return
        if cells:
            yield Row(cells, begins, reader.line_num, unclosed=bool(ended))


def _marking_the_end(lines: Iterable[str], ended: list[bool]) -> Iterator[str]:
    """The same lines; the reader asks for one after the last only inside a quotation, or for a row that isn't there."""
    yield from lines
    ended.append(True)


def _to_first_row(lines: Iterator[str]) -> tuple[list[str], str]:
    """The empty lines at the start, and the first that isn't."""
    blank: list[str] = []
    for line in lines:
        if line.strip():
            return blank, line
        blank = [*blank[-1:], line]
    raise Unreadable(EMPTY)
