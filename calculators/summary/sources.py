"""The figures that a summary cites, numbered in order of first use, and its working with those numbers."""

from collections.abc import Iterable
from datetime import date

from calculators.kernel import Figure, Step
from calculators.kernel.base.schema import show
from calculators.kernel.output.citations import due_for_a_check

from .summary_data import Cited, Line


class Sources:
    """The figures that are cited, numbered in order of first use."""

    def __init__(self, today: date | None) -> None:
        self.today = today
        self.cited: dict[tuple[str, date], Cited] = {}

    def number(self, figure: Figure | None) -> int:
        """The number of a figure in the list, which it's added to if it isn't there; 0 for None."""
        if figure is None:
            return 0
        key = (figure.name, figure.valid_from)
        if key not in self.cited:
            self.cited[key] = _cited(len(self.cited) + 1, figure, self.today)
        return self.cited[key].number


def _cited(number: int, figure: Figure, today: date | None) -> Cited:
    note = f"{figure.note}{due_for_a_check(figure, today)}".strip()
    return Cited(
        number=number, label=figure.label, since=figure.valid_from, title=figure.source.title, url=figure.source.url,
        grade=str(figure.grade), dated=figure.source.dated, checked=figure.checked, note=note,
    )  # fmt: skip


def lines(working: Iterable[Step], sources: Sources) -> tuple[Line, ...]:
    """The working line by line, with the number of each source."""
    return tuple(
        Line(
            label=one.label, amount=show("money", one.amount, column=True), total=one.total,
            source=sources.number(one.source),
        )
        for one in working
    )  # fmt: skip
