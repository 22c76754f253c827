"""Reads the rows of a CSV file: how it's encoded, where each row begins, and what can't be read."""

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple, TextIO

from calculators.kernel.extras.csv_import import delimiter_of

LONGEST_CELL = 10_000_000
LONGEST_LINE = 2 * LONGEST_CELL
LOOKED_AT = 1000
"""How many bytes to search for a null byte, which a picture, say, has and text doesn't."""

MARK = "\ufeff"
"""The byte order mark, without which Excel reads a CSV file as Windows-1252."""

MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx, a zip file, and .xls
PDF = b"%PDF"

WORKBOOK = "That’s an Excel workbook. In Excel, choose Save As and “CSV UTF-8 (Comma delimited)”, and use that file."
A_PDF = "That’s a PDF. We need a table: open your cases in a spreadsheet, save them as CSV, and use that file."
NO_TEXT = "We can’t read that file. Open your cases in a spreadsheet, save them as CSV, and use that file."
EMPTY = "There’s nothing to read. Use a CSV file with the questions on its first line and one case on each line below."
NO_CASES = "The file names the questions but has no cases."
WINDOWS = (
    "This file isn’t UTF-8, so we read it as Windows-1252, which is how Excel saves a plain CSV file. If any letters "
    "look wrong, save it as “CSV UTF-8 (Comma delimited)” and try again."
)
TOO_LONG = (
    "Line {line} is too long for us to read as a row of CSV. Is a quotation mark missing? That line and any after it "
    "haven’t been answered."
)


class Unreadable(Exception):
    """A file that can't be read, or can't be read any further; the message says why, in a sentence."""


class Row(NamedTuple):
    """The cells of a row, its first and last lines in the file, and whether the file ends inside a quotation."""

    cells: list[str]
    begins: int
    ends: int
    unclosed: bool


class Source(NamedTuple):
    """The lines of a file, and whether it begins with a byte order mark, as Excel's do."""

    lines: Iterable[str]
    marked: bool = False


def decoded(source: TextIO, note: Callable[[str], None]) -> Source:
    """A file decoded according to its first bytes; calls `note` if it's read as Windows-1252.

    Raises Unreadable for a file that isn't text.
    """
    return _decoded(source.buffer, note) if isinstance(source, io.TextIOWrapper) else Source(source)


def decoded_bytes(content: bytes, note: Callable[[str], None]) -> Source:
    """The bytes of a file, decoded as by `decoded`."""
    return _decoded(io.BufferedReader(io.BytesIO(content)), note)


def _decoded(source: Any, note: Callable[[str], None]) -> Source:
    start = source.peek()[:LOOKED_AT]
    first = start[:4]
    if first.startswith(WORKBOOKS):
        raise Unreadable(WORKBOOK)
    if first.startswith(PDF):
        raise Unreadable(A_PDF)
    if b"\0" in start and not _encoding(first).startswith("utf-16"):
        raise Unreadable(NO_TEXT)
    codecs.register_error("windows-1252", _windows(note))
    text = io.TextIOWrapper(source, _encoding(first), errors="windows-1252", newline="")
    return Source(iter(lambda: _line(text), ""), first.startswith(MARKS))


def _encoding(first: bytes) -> str:
    """The encoding of a file that begins with these bytes; Excel's “Unicode Text” is UTF-16."""
    if first.startswith(MARKS[1:]):
        return "utf-16"
    if first[1::2] == b"\0\0":
        return "utf-16-le"
    return "utf-16-be" if first[::2] == b"\0\0" else "utf-8-sig"


def _windows(note: Callable[[str], None]) -> Callable[[UnicodeError], tuple[str, int]]:
    """An error handler that decodes bytes that aren't UTF-8 as Windows-1252, and notes that once."""
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
    """A whole file, decoded according to its first bytes; calls `note` if it's read as Windows-1252."""
    codecs.register_error("windows-1252", _windows(note))
    return content.decode(_encoding(content[:4]), "windows-1252")


def _line(text: TextIO) -> str:
    line = text.readline(LONGEST_LINE)
    if len(line) == LONGEST_LINE:
        raise csv.Error("a line longer than any row")
    return line


def rows(lines: Iterable[str]) -> Iterator[Row]:
    """Every row that has a cell, starting with the headings. Raises Unreadable at a row too long to be real."""
    csv.field_size_limit(LONGEST_CELL)
    ended: list[bool] = []
    whole = _marking_the_end(lines, ended)
    try:
        skipped, first = _to_first_row(whole)
    except csv.Error:
        raise Unreadable(TOO_LONG.format(line=1)) from None
    reader = csv.reader(chain([first], whole), delimiter=delimiter_of(first))
    while True:
        begins = skipped + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Unreadable(TOO_LONG.format(line=begins)) from None
        if cells is None:
            return
        if cells:
            yield Row(cells, begins, skipped + reader.line_num, unclosed=bool(ended))


def until_a_fault(found: Iterator[Row], faults: list[Unreadable]) -> Iterator[Row]:
    """The rows before any that can't be read, which still get their answers; adds the reason to `faults`."""
    try:
        yield from found
    except Unreadable as why:
        faults.append(why)


def _marking_the_end(lines: Iterable[str], ended: list[bool]) -> Iterator[str]:
    """The same lines, adding to `ended` when the CSV reader asks for more: inside a quotation, or when it's done."""
    yield from lines
    ended.append(True)


def _to_first_row(lines: Iterator[str]) -> tuple[int, str]:
    """How many empty lines are at the start, and the first line that isn't empty."""
    for skipped, line in enumerate(lines):
        if line.strip():
            return skipped, line
    raise Unreadable(EMPTY)
