"""The paragraphs of a letter or agreement: what each says, why it's there, and which part of the letter it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from calculators.kernel.base.schema import Choice, tell

RULE = "_" * 30
"""A line to write on with a pen."""

_CLAUSE = re.compile(r"(\d+\.) ([^.]+\.) (.*)", re.DOTALL)


class Part(Choice):
    """The part of a letter that a paragraph is, which decides its layout."""

    body = "Body text"
    sender = "The sender"
    subject = "The subject line"
    title = "The title of an agreement"
    statement = "The title of a witness statement"
    clause = "A numbered clause"
    schedule = "The schedule of payments"
    account = "The lines of an account"
    signature = "Space for signatures"
    closing = "The end of a letter"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a letter and the reason for it.

    Line breaks in the text are intended. `table` has the last lines of the text as a table, headings first.
    """

    text: str = tell("What it says")
    why: str = tell("Why it is there")
    part: Part = Part.body
    table: tuple[tuple[str, ...], ...] = field(default=())


@dataclass(frozen=True)
class Block:
    """A block of a letter, as laid out in a document: `lines` of one kind, or the `rows` of a table, headings first."""

    kind: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def called(paragraphs: Iterable[Paragraph]) -> str:
    """What to call the document: “agreement”, “statement” or “claim” by its title, or “letter” without one."""
    title = next((one for one in paragraphs if one.part in (Part.title, Part.statement)), None)
    if title is None:
        return "letter"
    named = {"STATEMENT": "statement", "PARTICULARS": "claim"}
    return "statement" if title.part is Part.statement else named.get(title.text.partition(" ")[0], "agreement")


def subject(paragraphs: Iterable[Paragraph]) -> str:
    """The subject line of a letter, or the title of an agreement."""
    for one in paragraphs:
        if one.part in (Part.subject, Part.statement):
            return one.text
        if one.part is Part.title:
            return one.text.capitalize()
    return ""


def blocks(paragraph: Paragraph) -> tuple[Block, ...]:
    """The blocks of one paragraph, in order."""
    if paragraph.part is Part.clause and (clause := _CLAUSE.fullmatch(paragraph.text)):
        return (Block("clause", clause.groups()),)
    lines = tuple(paragraph.text.split("\n"))
    if paragraph.part is Part.signature:
        return _to_sign(lines)
    if paragraph.table:
        return _with_table(lines, paragraph.table)
    return tuple(_listed(paragraph.part.name, lines))


def _to_sign(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """Who signs, then a row for each thing to be written by hand."""
    who, *rows = lines
    return Block("signs", (who,)), Block("signature", rows=tuple((row.removesuffix(f": {RULE}"),) for row in rows))


def _with_table(lines: tuple[str, ...], table: tuple[tuple[str, ...], ...]) -> tuple[Block, ...]:
    """The heading, if there is one, and the table instead of the lines with the same text."""
    heading = lines[: len(lines) - len(table) + 1]
    return *((Block("heading", heading),) if heading else ()), Block("table", rows=table)


def _listed(kind: str, lines: tuple[str, ...]) -> Iterator[Block]:
    """Lines as they are, then those that begin with a dash as a list."""
    points = tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))
    plain = tuple(line for line in lines if not line.startswith("- "))
    if plain:
        yield Block(kind, plain)
    if points:
        yield Block("list", points)
