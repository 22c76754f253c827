"""The questions and the results of a calculator: a record of each, whose fields carry labels, hints and bounds."""

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
"""Pounds a day, to four decimal places."""

DECIMAL = ("money", "daily", "percentage", Decimal)
"""The kinds of field that hold a decimal number."""

MOST_ROWS = 500
"""The most rows that can be typed: more would freeze a page."""

VatRate = Callable[[date], Percentage | None]
"""A function that gives the VAT rate on a date, in per cent, or None if it isn't confirmed."""

Condition = tuple[tuple[str, tuple[str, ...]], ...]
"""Earlier questions, each with the answers that make a later question matter; all of them must hold."""


class Choice(Enum):
    """One of a few answers: the member's name is its code, and its value the words that the reader sees."""

    __hash__ = object.__hash__  # each answer is a single object, and Enum's own hash is many times slower

    def __str__(self) -> str:
        return str(self.value)

    @property
    def page(self) -> str:
        """The page that says more about it, from the site's root, such as calculators/deadlines; usually empty."""
        return ""

    @property
    def carries(self) -> tuple[str, ...]:
        """The names of the answers that the link to its page carries over."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Ask:
    """How one question is worded, and what counts as an answer.

    It's asked if any condition in `when` holds, or there is none, and no condition in `unless` does.
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
    """How one field of an answer is labelled and shown.

    `sums_to` marks a column whose parts are shown adding up to that total. `absent` is shown if there is no value; if
    it's empty, a figure without a value, or a column without any text, is left out. `key` shows the field at once,
    while the rest of the answer is folded away. An `estimate` depends on someone's guess: it's shown rounded and, if
    the record also has `<name>_low` and `<name>_high`, with its range. A `chance` is also shown in words. `answers`
    names the question of another calculator that the figure answers, if its name is different; with None it answers
    none. The `verdict` is the choice that sums up the whole answer. A page shows at most `most_rows` of a table.

    In a workbook, a column that is `totalled` has its sum below it, and one with a `formula` adds up other columns:
    "interest + principal", or "above.balance - principal" with the balance of the row above.
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
    """What is wrong with an answer, in the question's own words; an empty field means the whole form."""

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
    """A question of a calculator, as a field of its record.

    `noun` names the answer in a sentence ("the amount you are owed"). The bounds `low` and `high` are inclusive, in the
    answer's own unit. `more` folds the question away. `today` fills an empty date with the date of the request.

    `when` names earlier questions with the answers that make this one matter: it's only asked if all of them hold or,
    given several mappings, all of any one mapping. `shown_when` only hides the question on a page; an answer from
    elsewhere still counts.

    `autocomplete` is the token for a browser's autofill (WCAG 1.3.5), or `off` if it would fill in the reader's details
    for someone else's. `lines` accepts several lines, read as one with commas. `nearest` says which date “10 Oct”
    means: the last, the next or the nearer, which is the default if an empty date means today.

    `vat_rate` gives the rate that “+ VAT” adds; without it, such an amount is refused. `adds_vat` marks the question
    whether the reader is registered for VAT: if it's left empty, an amount with “+ VAT” answers it. `row` names one row
    of the answer, such as invoice; more than `most_rows` are refused.
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
    """A question of another record, asked here with other wording, conditions or default, or folded away."""
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
    """A figure, table or text of an answer, as a field of its record (see `Tell`)."""
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
    """One field of a record: its name, kind and words. Each field has a single object, compared by identity."""

    name: str
    kind: object
    optional: bool
    default: object
    ask: Ask | None
    tell: Tell | None


def items(record: type) -> tuple[Item, ...]:
    """The fields of a record, in the order they are asked or shown."""
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
    """The kind of a field, and whether it's optional.

    A kind is a word such as "money", a Choice, a plain type, a record, or a list that has the record of its rows.
    """
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if NoneType in get_args(annotation):
        return _kind(parts[0])[0], True
    if hasattr(annotation, "__metadata__"):
        return annotation.__metadata__[0], False
    if getattr(annotation, "__origin__", None) is tuple:
        return [parts[0]], False
    return annotation, False


def is_choice(kind: object) -> bool:
    """Whether the kind is a Choice."""
    return isinstance(kind, type) and issubclass(kind, Choice)


def is_record(kind: object) -> bool:
    """Whether the kind is a record."""
    return isinstance(kind, type) and is_dataclass(kind)


def is_figure(item: Item) -> bool:
    """Whether an answer shows the field as one figure, not as a record or rows."""
    return item.tell is not None and not isinstance(item.kind, list) and not is_record(item.kind)


def show(kind: object, value: object, *, column: bool = False) -> str:
    """A value as a reader sees it, the same on every surface; in a `column`, money always has its pence."""
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
    """Pounds with every decimal place that was typed or worked out."""
    whole, point, part = plain(value).partition(".")
    return f"£{int(whole):,}{point}{part}"


def typed(kind: object, value: object) -> str:
    """A value as a person would type it: reading it again gives the same value."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Choice):
        return value.name
    if isinstance(value, Decimal):
        return plain(value)
    return "" if value is None or value is MISSING else str(value)
