"""What a calculator asks and tells: a record of each, whose fields carry their labels, hints and bounds."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args

from .dates import Nearest, in_words
from .money import PENNY, Percentage, percent, plain, pounds, pounds_and_pence

Daily = Annotated[Decimal, "daily"]
"""Pounds a day, to four decimals."""

DECIMAL = ("money", "daily", "percentage", Decimal)
"""The kinds of field that hold a decimal number."""

MOST_ROWS = 500
"""Rows that somebody may type: more would freeze a page."""

VatRate = Callable[[date], Percentage | None]
"""The rate of VAT on a day, in per cent, or None where it is not confirmed."""

Condition = tuple[tuple[str, tuple[str, ...]], ...]
"""Earlier questions, each with those of its answers that make another question matter; all of them must hold."""


class Choice(Enum):
    """One of a few answers: the member's name is its code, its value the reader's words."""

    __hash__ = object.__hash__  # there is one object for each answer; Enum's own hash is many times slower

    def __str__(self) -> str:
        return str(self.value)

    @property
    def page(self) -> str:
        """Where the site tells more of it, from the site's root, such as calculators/deadlines; mostly nowhere."""
        return ""

    @property
    def carries(self) -> tuple[str, ...]:
        """The answers that the link to its page takes along."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Ask:
    """How one question is put, and what counts as an answer.

    It's asked where any condition of `when` holds and none of `unless`.
    """

    question: str
    noun: str
    hint: str
    group: str
    more: bool
    low: Any
    high: Any
    today: bool
    when: tuple[Condition, ...] = ()
    shown_when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    autocomplete: str = ""
    lines: bool = False
    nearest: Nearest = "past"
    vat_rate: VatRate | None = None
    adds_vat: bool = False
    row: str = "row"
    most_rows: int = MOST_ROWS


@dataclass(frozen=True, kw_only=True)
class Tell:
    """How one figure of an answer is named.

    `sums_to` marks a column of parts of that total; `absent` is what is said where there is none,
    and a figure, or a column of empty text, with nothing to say is left out; `key` shows it at once, where the
    rest of an answer is folded away. An `estimate` rests on somebody's guess: readers see it rounded and, where the
    record also has `<name>_low` and `<name>_high`, as a range. A `chance` is shown with a word. `answers` names the
    question of another calculator that the figure answers, where that has another name; with None it answers none.
    The `verdict` is the choice that sums the whole answer up. In a workbook a column that is `totalled` has its sum
    under it, and one with a `formula` adds up other columns: "interest + principal", or "above.balance - principal"
    with the balance of the row above.
    """

    label: str
    sums_to: Decimal | None
    absent: str
    key: bool
    estimate: bool
    chance: bool
    verdict: bool
    answers: str | None
    most_rows: int | None = None
    formula: str = ""
    totalled: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with an answer, in the question's own words; no field means the whole form."""

    field: str
    message: str


def ask(
    question: str,
    *,
    noun: str,
    hint: str = "",
    group: str = "",
    more: bool = False,
    low: Decimal | date | int | str | None = None,
    high: Decimal | date | int | str | None = None,
    default: object = MISSING,
    today: bool = False,
    when: Mapping[str, tuple[str, ...]] | tuple[Mapping[str, tuple[str, ...]], ...] = (),
    shown_when: Mapping[str, tuple[str, ...]] | tuple[Mapping[str, tuple[str, ...]], ...] = (),
    autocomplete: str = "",
    lines: bool = False,
    nearest: Nearest | None = None,
    vat_rate: VatRate | None = None,
    adds_vat: bool = False,
    row: str = "row",
    most_rows: int = MOST_ROWS,
) -> Any:
    """A question of a calculator.

    `noun` names the answer inside a sentence ("the amount you are owed"); bounds are inclusive, in
    the answer's own unit; `more` folds the question away; `today` fills an empty date with the
    day of the request. `when` names earlier questions with the answers that make this one matter:
    it's asked only where all of them hold or, given several such mappings, all of any one.
    `shown_when` hides it on a page alone, where an answer elsewhere still counts.
    `autocomplete` is the token for a browser's autofill (WCAG 1.3.5), `off` where it would fill in
    the reader's details for somebody else's; `lines` takes several lines, read as one with commas.
    `nearest` is which day “10 Oct” means: the last, the next or the closer, which is usual where
    an empty date means today. `vat_rate` gives the rate that
    “+ VAT” adds; without it such an amount is refused. `adds_vat` marks the question whether the reader is
    registered: left empty, an amount with “+ VAT” answers it. `row` names one row of the answer, such as invoice;
    more than `most_rows` are refused.
    """
    words = Ask(
        question=question, noun=noun, hint=hint, group=group, more=more,
        low=_bound(low), high=_bound(high), today=today, when=_conditions(when), shown_when=_conditions(shown_when),
        autocomplete=autocomplete, lines=lines,
        nearest=nearest or ("either" if today else "past"), vat_rate=vat_rate,
        adds_vat=adds_vat, row=row, most_rows=most_rows,
    )  # fmt: skip
    if default is MISSING:
        return field(metadata={"ask": words})
    return field(default=default, metadata={"ask": words})


def ask_again(
    question: Any,
    /,
    *,
    when: Mapping[str, tuple[str, ...]] | tuple[Mapping[str, tuple[str, ...]], ...] = (),
    unless: Mapping[str, tuple[str, ...]] | tuple[Mapping[str, tuple[str, ...]], ...] = (),
    default: object = MISSING,
    **words: Any,
) -> Any:
    """A question of another record, asked here in other words, under other conditions, folded or with a default."""
    asked = replace(question.metadata["ask"], when=_conditions(when), unless=_conditions(unless), **words)
    return field(default=question.default if default is MISSING else default, metadata={"ask": asked})


def tell(
    label: str,
    *,
    sums_to: int | None = None,
    absent: str = "–",
    key: bool = False,
    estimate: bool = False,
    chance: bool = False,
    verdict: bool = False,
    answers: str | None = "",
    most_rows: int | None = None,
    formula: str = "",
    totalled: bool = False,
) -> Any:
    """A figure, table or text of an answer, with how it is shown (see `Tell`)."""
    total = None if sums_to is None else Decimal(sums_to)
    words = Tell(
        label=label, sums_to=total, absent=absent, key=key, estimate=estimate, chance=chance, verdict=verdict,
        answers=answers, most_rows=most_rows, formula=formula, totalled=totalled,
    )  # fmt: skip
    return field(metadata={"tell": words})


def _conditions(
    when: Mapping[str, tuple[str, ...]] | tuple[Mapping[str, tuple[str, ...]], ...],
) -> tuple[Condition, ...]:
    return tuple(tuple(one.items()) for one in (when if isinstance(when, tuple) else (when,)))


def _bound(bound: Decimal | date | int | str | None) -> Decimal | date | None:
    return Decimal(bound) if isinstance(bound, (int, str)) else bound


@dataclass(frozen=True, kw_only=True, eq=False)
class Item:
    """One field of a record: its name, kind and words; there is one object for each."""

    name: str
    kind: object
    optional: bool
    default: object
    ask: Ask | None
    tell: Tell | None


def items(record: type) -> tuple[Item, ...]:
    """The fields of a record, in the order they are asked or told."""
    return _items(record)


@cache
def _items(record: type) -> tuple[Item, ...]:
    return tuple(_item(one) for one in fields(record))


def _item(one: Field[Any]) -> Item:
    kind, optional = _kind(one.type)
    return Item(
        name=one.name, kind=kind, optional=optional, default=one.default,
        ask=one.metadata.get("ask"), tell=one.metadata.get("tell"),
    )  # fmt: skip


def _kind(annotation: Any) -> tuple[object, bool]:
    """Money, Percentage, a choice, a row's record in a list, or a plain type; and whether it may be absent."""
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation):
        return _kind(parts[0])[0], True
    if hasattr(annotation, "__metadata__"):
        return annotation.__metadata__[0], False
    if getattr(annotation, "__origin__", None) is tuple:
        return [parts[0]], False
    return annotation, False


def is_choice(kind: object) -> bool:
    """Whether the kind is one of a few answers."""
    return isinstance(kind, type) and issubclass(kind, Choice)


def is_record(kind: object) -> bool:
    """Whether the kind is a record of its own."""
    return isinstance(kind, type) and is_dataclass(kind)


def is_figure(item: Item) -> bool:
    """Whether an answer tells the field as one figure: neither a record of its own nor rows."""
    return item.tell is not None and not isinstance(item.kind, list) and not is_record(item.kind)


def show(kind: object, value: object, *, column: bool = False) -> str:
    """A value as a reader sees it, the same on every surface."""
    if isinstance(value, Decimal):
        return _number(kind, value, column)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _number(kind: object, value: Decimal, column: bool) -> str:
    if kind == "money":
        return pounds_and_pence(value) if column else pounds(value)
    if kind == "percentage":
        return percent(value)
    if kind == "daily":
        return pounds_and_pence(value) if column and value >= PENNY else _exact_pounds(value)
    return plain(value)


def _exact_pounds(value: Decimal) -> str:
    """Pounds with every decimal that was typed or worked out."""
    whole, point, part = plain(value).partition(".")
    return f"£{int(whole):,}{point}{part}"


def typed(kind: object, value: object) -> str:
    """A value as a person would type it, so that reading it again gives the same value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Choice):
        return value.name
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None or value is MISSING else str(value)
