"""The time limit of each invoice, and which invoice the plan is for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .questions import Inputs
from .result_types import InvoiceLimit
from .statutory_dates import Limit, last_day_to_pay, limit_of


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One invoice and its time limit, with the inputs as if it were the only one."""

    row: int
    number: str
    inputs: Inputs
    limit: Limit

    @property
    def name(self) -> str:
        """The number of the invoice or, if it has none, its row."""
        return self.number or str(self.row)

    def in_time(self, on: date) -> bool:
        """Whether a claim can still be started on that date."""
        return on <= self.limit.last_safe


def dated(inputs: Inputs) -> tuple[Dated, ...]:
    """Each invoice in the list or, if there's no list, the one that the single dates describe.

    Each debt has its own time limit: Limitation Act 1980, s5; Prescription and Limitation (Scotland) Act 1973, s6.
    """
    if not inputs.invoices:
        return (Dated(row=1, number="", inputs=inputs, limit=limit_of(inputs)),)
    return tuple(
        _dated(row, one.number, replace(inputs, due_date=one.agreed_date, supplied_date=one.supplied_date, invoices=()))
        for row, one in enumerate(inputs.invoices, 1)
    )


def _dated(row: int, number: str, inputs: Inputs) -> Dated:
    return Dated(row=row, number=number, inputs=inputs, limit=limit_of(inputs))


def leading(invoices: Sequence[Dated], on: date) -> Dated:
    """The invoice whose time limit ends first, of those still in time; if none are, the one whose limit ended last."""
    alive = [one for one in invoices if one.in_time(on)]
    if alive:
        return min(alive, key=lambda one: (one.limit.last_safe, one.row))
    return max(invoices, key=lambda one: (one.limit.last_safe, -one.row))


def row_of(one: Dated, on: date) -> InvoiceLimit:
    """An invoice as a row of the result."""
    return InvoiceLimit(
        invoice=one.row,
        number=one.number,
        last_day_to_pay=last_day_to_pay(one.inputs),
        time_runs_from=one.limit.runs_from,
        last_safe_date=one.limit.last_safe,
        in_time=one.in_time(on),
    )
