"""What every calculator offers, and the parts that every answer has."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Protocol

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import apportion, estimated, likelihood, percent, pounds, rough, span
from calculators.kernel.base.schema import Item, is_figure, is_record, items, show
from calculators.kernel.figures.reference import Figure

from .working import Source, Step


@dataclass(frozen=True, kw_only=True)
class Example:
    """A worked example: the values typed, and the date they were typed on."""

    title: str
    story: str
    values: Mapping[str, Any]
    today: date


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file that can be made from an answer: its name, its button's label, its media type, and how to make it."""

    name: str
    label: str
    type: str
    make: Callable[[], str]

    @property
    def text(self) -> str:
        """The text of the file, made on each call."""
        return self.make()


@dataclass(frozen=True, kw_only=True)
class Event:
    """One date for a calendar; importing it again replaces the entry with the same `key`."""

    key: str
    day: date
    title: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Action:
    """The one thing to do next: its button's label, the page it opens and the fields it carries over.

    `done` is how a page records that it has been done: a question and its answer, or a separate name and the step.
    """

    label: str
    page: str
    fields: tuple[str, ...] = ()
    done: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Premise:
    """Something that an answer assumes, as a sentence, and the question that changes it, if there is one."""

    words: str
    field: str = ""


class Calculator(Protocol):
    """A module with a calculator's questions, its results, and the pure function from one to the other.

    It may also have `chart(result)`, an SVG, and its title `CHART`; `action(result)`, the next thing to do;
    `downloads(result)`, files made from the answer; `events(result)`, dates for a calendar; and `LEADS_TO`, the names
    of calculators that can carry on from its answers.
    """

    __name__: str
    TITLE: str
    ACTION: str
    EXAMPLES: tuple[Example, ...]
    Inputs: type
    Result: type
    calculate: Callable[[Any], Any]


def chart(calculator: Calculator, result: Any) -> str:
    """The chart of an answer as SVG, or an empty string."""
    draw: Callable[[Any], str] = getattr(calculator, "chart", lambda _: "")
    return draw(result)


def chart_title(calculator: Calculator) -> str:
    """The title of the chart, or an empty string."""
    title: str = getattr(calculator, "CHART", "")
    return title


def action(calculator: Calculator, result: Any) -> Action | None:
    """The next thing to do after an answer, if there is one."""
    find: Callable[[Any], Action | None] = getattr(calculator, "action", lambda _: None)
    return find(result)


def downloads(calculator: Calculator, result: Any) -> tuple[Download, ...]:
    """The files that can be made from an answer."""
    make: Callable[[Any], tuple[Download, ...]] = getattr(calculator, "downloads", lambda _: ())
    return make(result)


def file(one: Download) -> dict[str, str]:
    """A file as plain data, with its text."""
    return {"name": one.name, "label": one.label, "type": one.type, "text": one.text}


def events(calculator: Calculator, result: Any) -> tuple[Event, ...]:
    """The dates in an answer to put in a calendar."""
    find: Callable[[Any], Iterable[Event]] = getattr(calculator, "events", lambda _: ())
    return tuple(find(result))


def leads_to(calculator: Calculator) -> tuple[str, ...]:
    """The names of the calculators that can carry on from this one's answers."""
    names: tuple[str, ...] = getattr(calculator, "LEADS_TO", ())
    return names


@dataclass(frozen=True, kw_only=True)
class Onward:
    """A calculator that can carry on from an answer: its page, its title and the fields carried over to it."""

    page: str
    title: str
    fields: tuple[str, ...]


def onward(calculator: Calculator, target: Calculator) -> Onward:
    """The link from one calculator to another, with the fields that the second asks for and the first knows.

    Text that a person writes isn't carried over, and nor are rows with such text.
    """
    known = {item.name for record in (calculator.Inputs, calculator.Result) for item in items(record)}
    known |= {item.tell.answers for item in items(calculator.Result) if item.tell and item.tell.answers}
    fields = tuple(item.name for item in items(target.Inputs) if item.name in known and not _has_words(item))
    return Onward(page=page_of(target), title=target.TITLE, fields=fields)


def _has_words(item: Item) -> bool:
    """Whether an answer is text that a person writes, or has rows with such text."""
    if isinstance(item.kind, list):
        return any(one.kind is str for one in items(item.kind[0]))
    return item.kind is str


LEAD = "lead"
"""The field that some results have for the sentence directly under the headline."""

PREMISES = "premises"
"""The field that some results have for their assumptions."""

KEY_FIGURES = 4
"""How many figures an answer shows at once if none of its fields is marked `key`."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """The fields of an answer grouped by kind for drawing, each group in the order of the record."""

    figures: tuple[Item, ...]
    records: tuple[Item, ...]
    lists: tuple[Item, ...]
    tables: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class AnswerParts:
    """An answer sorted for drawing: its sentences, fields shown at once and folded away, working and sources."""

    headline: str
    lead: str
    premises: tuple[Premise, ...]
    key: Told
    folded: Told
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def figures(self) -> tuple[Item, ...]:
        """Every figure, starting with those shown at once."""
        return self.key.figures + self.folded.figures

    @property
    def records(self) -> tuple[Item, ...]:
        """Every record within the answer, starting with those shown at once."""
        return self.key.records + self.folded.records

    @property
    def lists(self) -> tuple[Item, ...]:
        """Every list of sentences, starting with those shown at once."""
        return self.key.lists + self.folded.lists

    @property
    def tables(self) -> tuple[Item, ...]:
        """Every table, starting with those shown at once."""
        return self.key.tables + self.folded.tables


def answer_parts(result: Any) -> AnswerParts:
    """The parts of a result, with its own fields in the order of the record."""
    kind: Any = type(result)
    key, folded = (_said(result, told) for told in _sorted(kind))
    return AnswerParts(
        headline=result.headline,
        lead=getattr(result, LEAD, ""),
        premises=getattr(result, PREMISES, ()),
        key=key,
        folded=folded,
        working=result.working,
        cautions=result.cautions,
        next_steps=result.next_steps,
        sources=result.sources,
    )


def _said(result: Any, told: Told) -> Told:
    """The fields to show: figures without a value are left out if their `absent` text is empty."""
    figures = (one for one in told.figures if getattr(result, one.name) is not None or (one.tell and one.tell.absent))
    return replace(told, figures=tuple(figures))


@cache
def _sorted(record: Any) -> tuple[Told, Told]:
    """The fields that a record shows at once, and those it folds away."""
    told = [item for item in items(record) if item.tell and item.name != LEAD]
    figures = [item for item in told if is_figure(item)]
    key = {item.name for item in told if item.tell and item.tell.key}
    if not key:
        key |= {item.name for item in figures[:KEY_FIGURES]}
    return _by_kind(item for item in told if item.name in key), _by_kind(item for item in told if item.name not in key)


def _by_kind(told: Iterable[Item]) -> Told:
    told = tuple(told)
    return Told(
        figures=tuple(item for item in told if is_figure(item)),
        records=tuple(item for item in told if is_record(item.kind)),
        lists=tuple(item for item in told if item.kind == [str]),
        tables=tuple(item for item in told if isinstance(item.kind, list) and item.kind != [str]),
    )


def columns_of(rows: tuple[Any, ...]) -> tuple[Item, ...]:
    """The columns of a table, without optional text columns that are empty in every row."""
    told = (item for item in items(type(rows[0])) if item.tell) if rows else ()
    return tuple(one for one in told if not may_be_left_out(one) or any(getattr(row, one.name) for row in rows))


def may_be_left_out(item: Item) -> bool:
    """Whether a text field is left out if it's empty."""
    return item.kind is str and item.tell is not None and not item.tell.absent


def code_name(calculator: Calculator) -> str:
    """The calculator's own name, as in links and on the command line."""
    return calculator.__name__.rpartition(".")[2]


def page_of(calculator: Calculator) -> str:
    """The path of its page on the site: calculators/court_costs, drafts/reminder."""
    folder = "drafts" if ".drafts." in calculator.__name__ else "calculators"
    return f"{folder}/{code_name(calculator)}"


def label_of(item: Item) -> str:
    """The label that readers see for a field of an answer."""
    return item.tell.label if item.tell else item.name


def since(figure: Figure) -> str:
    """Since when a figure has been in force and how sure it is, in a few words."""
    return f"since {in_words(figure.valid_from)}, {figure.grade.in_short}"


def cells(item: Item, values: list[Any]) -> list[str]:
    """A column of a table as text; the parts of a total are rounded to one decimal place and add up to it."""
    if item.tell and item.tell.sums_to is not None:
        shares = iter(apportion([value for value in values if value is not None], Decimal("0.1")))
        values = [None if value is None else next(shares) for value in values]
    return [cell(item, value) for value in values]


def cell(item: Item, value: object) -> str:
    """One cell of a table as text."""
    return since(value) if isinstance(value, Figure) else shown(item, value)


def shown(item: Item, value: object) -> str:
    """A field of an answer in words, or its `absent` text if there is no value; an estimate is rounded."""
    if value is None:
        return item.tell.absent if item.tell else "–"
    if item.tell and item.tell.estimate and isinstance(value, Decimal):
        return pounds(rough(value))
    if item.tell and item.tell.chance and isinstance(value, Decimal):
        return f"{percent(value)}, {likelihood(value)}"
    return show(item.kind, value, column=True)


def figure_of(record: Any, item: Item) -> str:
    """One figure of an answer in words; an estimate has “about” and its range, unless guesses make no difference."""
    value = getattr(record, item.name)
    if not (value and item.tell and item.tell.estimate):
        return shown(item, value)
    low, high = (getattr(record, f"{item.name}_{end}", None) for end in ("low", "high"))
    if low is not None and low == high:
        return show(item.kind, value, column=True)
    if low is None or high is None or rough(low) == rough(high):
        return estimated(value)
    return f"{estimated(value)} ({span(low, high)})"
