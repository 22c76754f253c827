"""When each invoice was due, and what was paid towards it."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from calculators.kernel import NIL, CustomerType, Money, figure

from .rows import Basis, Invoice

if TYPE_CHECKING:
    from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Debt:
    """One invoice by its row, with the payments that went to it in order of their days."""

    number: int
    amount: Money
    last_day: date
    paid: tuple[tuple[date, Money], ...]

    @cached_property
    def starts(self) -> date:
        """Interest starts on the day after the last day to pay (s4(2))."""
        return self.last_day + timedelta(days=1)


def basis_of(inputs: "Inputs") -> Basis:
    """The kind of interest there is: the Act covers no private person (s2(1))."""
    outside = inputs.customer_type is CustomerType.consumer and inputs.basis is Basis.statutory
    return Basis.court_discretion if outside else inputs.basis


def debts_of(inputs: "Inputs") -> tuple[list[Debt], Money]:
    """The invoices, oldest first, each payment set against the oldest still unpaid, and what is left over."""
    due = sorted((last_day(inputs, one), number, one.amount) for number, one in enumerate(inputs.invoices, 1))
    waiting = deque(sorted((one.date, one.amount) for one in inputs.payments))
    debts = [
        Debt(number=number, amount=amount, last_day=day, paid=tuple(_taken(waiting, amount)))
        for day, number, amount in due
    ]
    return debts, sum((rest for _, rest in waiting), NIL)


def _taken(waiting: deque[tuple[date, Money]], unpaid: Money) -> Iterator[tuple[date, Money]]:
    """The payments that one invoice takes from those still waiting."""
    while unpaid and waiting:
        day, paid = waiting.popleft()
        part = min(paid, unpaid)
        if paid > part:
            waiting.appendleft((day, paid - part))
        unpaid -= part
        yield day, part


def last_day(inputs: "Inputs", invoice: Invoice) -> date:
    """The relevant day: the one agreed or, without one, the last of those the Act gives (s4(3) and (2A) to (2H)).

    A public body never has more than its own number of days; what was to be paid in advance counts
    from the supply (s11). Raises NoFigure.
    """
    due, supplied = invoice.due_date, invoice.supplied_date
    if due and supplied and due < supplied and basis_of(inputs) is Basis.statutory:
        return supplied
    if due and supplied and due > supplied and is_public(inputs):
        return min(due, last_of("uk.late_payment_public_body_days", supplied))
    if due:
        return due
    if supplied:
        return last_of("uk.late_payment_default_days", supplied)
    raise ValueError("an invoice has neither a due date nor a supplied date")


def is_public(inputs: "Inputs") -> bool:
    """Whether the Act’s rules for public bodies apply."""
    return inputs.customer_type is CustomerType.public_body and inputs.basis is Basis.statutory


def last_of(name: str, first: date) -> date:
    """The last of a number of days that begin with the first: 30 of them from 1 April end on 30 April."""
    return first + timedelta(days=int(figure(name, first).value) - 1)
