"""The time limit of each invoice, and the one that the plan is made for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from .questions import Inputs
from .result_types import InvoiceLimit
from .statutory_dates import Limit, last_day_to_pay, limit_of


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One invoice by its row, with the answers as if it were the only one."""

    row: int
    number: str
    inputs: Inputs
    limit: Limit

    @property
    def name(self) -> str:
        """Its number or, without one, its row."""
        return self.number or str(self.row)

    def in_time(self, on: date) -> bool:
        """Whether a claim can still be started on that day."""
        return on <= self.limit.last_safe


def dated(inputs: Inputs) -> tuple[Dated, ...]:
    """Each invoice of the list or, without a list, the one whose dates were typed above it.

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
    """The invoice whose time ends first, of those that are still in time; where none is, the last to end."""
    alive = [one for one in invoices if one.in_time(on)]
    if alive:
        return min(alive, key=lambda one: (one.limit.last_safe, one.row))
    return max(invoices, key=lambda one: (one.limit.last_safe, -one.row))


def row_of(one: Dated, on: date) -> InvoiceLimit:
    """One invoice as the answer tells it."""
    return InvoiceLimit(
        invoice=one.row,
        number=one.number,
        last_day_to_pay=last_day_to_pay(one.inputs),
        time_runs_from=one.limit.runs_from,
        last_safe_date=one.limit.last_safe,
        in_time=one.in_time(on),
    )
