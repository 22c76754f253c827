"""Which columns of a file of cases are questions, and which columns are added for the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from calculators.catalogue import load
from calculators.kernel.base.schema import Item, is_figure, items
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.extras.csv_import import field_named, plain
from calculators.kernel.output.csv import safe

HEADLINE, VERDICT, PROBLEMS = "headline", "verdict", "problems"
OWN = "case"
"""A column for your own name for a row. Any other column that isn't a question is also kept, but with a note."""


@dataclass(frozen=True, kw_only=True)
class Cases:
    """How one file is read and answered: its headings, the calculator's name, and whether to add its tables."""

    calculator: str
    heads: tuple[str, ...]
    today: date
    full: bool = False
    chosen: tuple[str, ...] | None = None
    """The question that each column answers, if someone has chosen them; None to go by the headings."""

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The question that each column answers; empty for one that isn't a question."""
        return _questions(self.calculator, self.heads) if self.chosen is None else self.chosen

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The columns added for the answer, before the column of problems."""
        return _told(self.calculator, self.questions, self.full)

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The positions of the columns to keep: all but those with the name of an answer."""
        ours = {*self.told, PROBLEMS}
        return tuple(place for place, head in enumerate(self.heads) if self.questions[place] or head not in ours)

    @property
    def heading(self) -> list[str]:
        """The first row of the answered file."""
        return [*(safe(self.heads[place]) for place in self.kept), *self.told, PROBLEMS]

    @property
    def questions_that_come_back(self) -> list[str]:
        """The question of each column that is kept; empty for one that isn't a question."""
        return [self.questions[place] for place in self.kept]

    @property
    def repeated(self) -> list[str]:
        """The questions that more than one column answers: rows may be given whole or by their parts, but not both."""
        parts_of = {name.partition(".")[0] for name in self.questions if "." in name}
        counted = {name: self.questions.count(name) + (name in parts_of) for name in self.questions if name}
        return [name for name, count in counted.items() if count > 1]

    @property
    def own(self) -> list[str]:
        """The headings of columns that are kept but not read."""
        kept = ((self.heads[place], self.questions[place]) for place in self.kept)
        return [head for head, question in kept if head.strip() and not question and head.strip().lower() != OWN]

    @property
    def replaced(self) -> list[str]:
        """The headings of columns with the name of an answer, as in a file that has been answered before."""
        kept = set(self.kept)
        return [head for place, head in enumerate(self.heads) if place not in kept]


@cache
def answerable(name: str) -> Mapping[str, Item]:
    """What a column can answer: each question, and each part of a row unless that question is folded away."""
    return {item.name: item for item in items(load(name).Inputs)} | {
        full: part for full, (_, part) in _parts(name).items()
    }


@cache
def _parts(name: str) -> Mapping[str, tuple[str, Item]]:
    """The parts of a row by their whole name, such as `invoices.amount`, each with what one row is called."""
    return {
        f"{whole.name}.{part.name}": (whole.ask.row, part)
        for whole in _with_rows(items(load(name).Inputs))
        if whole.ask
        for part in items(whole.kind[0])  # type: ignore[index]
    }


def _with_rows(asked: Iterable[Item]) -> list[Item]:
    return [item for item in asked if isinstance(item.kind, list) and item.ask and not item.ask.more]


@cache
def row_names(name: str) -> Mapping[str, str]:
    """What one row of a question is called, such as an invoice, by the name of the question."""
    return {item.name: item.ask.row for item in _with_rows(items(load(name).Inputs)) if item.ask}


def _questions(name: str, heads: tuple[str, ...]) -> tuple[str, ...]:
    """The question of each heading: by its name, as a part of a row, by its words, or by the part alone."""
    known = {item.name: item for item in items(load(name).Inputs)}
    parts = _parts(name)
    as_part = {plain(words): full for full, (row, part) in parts.items() for words in (full, f"{row} {part.name}")}
    in_turn = [(plain(part.name), full) for full, (_, part) in parts.items()]
    alone = dict(reversed(in_turn))  # the first question with rows wins
    return tuple(
        head
        if head in known
        else as_part.get(plain(head)) or field_named(head, known, {}) or alone.get(plain(head), "")
        for head in heads
    )


def _told(name: str, questions: tuple[str, ...], full: bool) -> tuple[str, ...]:
    calculator = load(name)
    found = [item.name for item in items(calculator.Result) if is_figure(item) or (full and item.tell)]
    every = [HEADLINE, *([VERDICT] if verdict_of(calculator) else []), *found]
    return tuple(name for name in dict.fromkeys(every) if name not in questions)


def verdict_of(calculator: Calculator) -> str:
    """The name of the figure that sums up an answer, or an empty string."""
    return next((item.name for item in items(calculator.Result) if item.tell and item.tell.verdict), "")
