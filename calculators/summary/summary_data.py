"""A summary for a client: one record, from which the page, the text and the data are made."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that is known about the claim, in words.

    `source` is the number of a source in the list, or 0; `worked_out` marks a fact that wasn't typed.
    """

    label: str
    value: str
    source: int = 0
    worked_out: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of the working, its amount in words."""

    label: str
    amount: str
    total: bool
    source: int


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table in words; `numeric` says which columns have numbers."""

    title: str
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """What one calculator worked out."""

    calculator: str
    title: str
    headline: str
    figures: tuple[Fact, ...]
    tables: tuple[Grid, ...]
    working: tuple[Line, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Way:
    """An option: what it leaves, as a range in words and, for its bar, as amounts."""

    name: str
    tag: str
    why: str
    ends: str
    figures: tuple[str, ...]
    low: Decimal | None
    likely: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """How an amount is worked out, line by line."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The plan on two sheets of paper; `open` lists what isn't confirmed and what to watch out for."""

    case: tuple[str, ...]
    headline: str
    why: str
    assumed: tuple[str, ...]
    owed: tuple[Fact, ...]
    columns: tuple[str, ...]
    ways: tuple[Way, ...]
    receipts: tuple[Receipt, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Todo:
    """The step to take next; `suggested` is the step that the guide suggests, if a different one was chosen."""

    step: str
    by: date | None
    note: str
    suggested: str
    prepare: tuple[str, ...]
    avoid: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date to keep."""

    day: date
    what: str
    note: str


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A figure that the answers are based on, with its number."""

    number: int
    label: str
    since: date
    title: str
    url: str
    grade: str
    dated: str
    checked: date
    note: str


@dataclass(frozen=True, kw_only=True)
class Annex:
    """A draft of a letter or agreement."""

    calculator: str
    title: str
    headline: str
    paragraphs: tuple[str, ...]
    blanks: tuple[str, ...]
    cautions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Summary:
    """Everything that was worked out for a claim.

    Only the sheet, the sections named in `printed`, the annexes and the first `cited_on_sheet` sources are printed.
    """

    title: str
    prepared_on: date | None
    client: str
    customer: str
    reference: str
    todo: Todo
    sheet: Sheet | None
    facts: tuple[Fact, ...]
    rows: tuple[Grid, ...]
    sections: tuple[Section, ...]
    dates: tuple[Day, ...]
    left_out: tuple[str, ...]
    annexes: tuple[Annex, ...]
    sources: tuple[Cited, ...]
    cited_on_sheet: int
    printed: tuple[str, ...]
    adviser: tuple[Fact, ...]
    version: str
