"""Answers that do not go together, or that no figure answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from calculators.kernel import NoFigure, Percentage, Problem, in_words, table

from .debts import basis_of, debts_of, last_day, row_named
from .input_types import Basis, Invoice, PaymentsGoTo
from .rates import REFERENCE_RATE
from .sums import line_of

if TYPE_CHECKING:
    from .questions import Inputs


HALF_YEAR = 6


class AsksForBasis(Protocol):
    """Answers that say which interest is claimed."""

    @property
    def basis(self) -> Basis:
        """The kind of interest."""

    @property
    def contract_rate(self) -> Percentage | None:
        """The rate in the contract."""


def no_contract_rate(inputs: AsksForBasis) -> Iterator[Problem]:
    """A contract’s own interest without its rate."""
    if inputs.basis is Basis.contract and inputs.contract_rate is None:
        yield Problem("contract_rate", "The rate in your contract is missing. Write a number, such as 8.5.")


def undated(inputs: "Inputs", *, besides: Sequence[Problem]) -> Iterator[Problem]:
    """Rows from which no last day to pay follows, besides those that have a problem already."""
    troubled = {one.field.split(".")[1] for one in besides if one.field.startswith("invoices.")}
    for number, invoice in enumerate(inputs.invoices, 1):
        if str(number) in troubled:
            continue
        if invoice.agreed_date is None and basis_of(inputs) is not Basis.statutory:
            yield Problem(f"invoices.{number}.due_date", f"Invoice {number}: {_NO_DAY_OUTSIDE}")
        elif invoice.agreed_date is None and invoice.supplied_date is None:
            yield Problem(f"invoices.{number}.due_date", f"Invoice {number}: {_NO_DAY}")
        else:
            yield from _unknown_days(inputs, number, invoice)


_NO_DAY = (
    "The due date is missing. Write the last date you agreed they could pay. If you didn’t agree one, write the date "
    "you delivered or finished the work."
)


_NO_DAY_OUTSIDE = (
    "The due date is missing. Write the last date you agreed or asked for. The law only sets a default time to pay for "
    "statutory interest between businesses."
)


def _unknown_days(inputs: "Inputs", number: int, invoice: Invoice) -> Iterator[Problem]:
    try:
        last_day(inputs, invoice)
    except NoFigure as why:
        yield Problem(f"invoices.{number}.supplied_date", f"Invoice {number}: {why}")


def late_payments(inputs: "Inputs") -> Iterator[Problem]:
    """Payments after the day to count to, which are not known to have come by then."""
    for number, payment in enumerate(inputs.payments, 1):
        if payment.date > inputs.interest_to:
            last = in_words(inputs.interest_to)
            yield Problem(
                f"payments.{number}.date",
                f"Payment {number}: The date they paid must be {last} or earlier, because that’s the date you’re "
                "working interest out to.",
            )


def strange_payments(inputs: "Inputs") -> Iterator[Problem]:
    """Payments for an invoice that is not in the list."""
    for number, payment in enumerate(inputs.payments, 1):
        if row_named(inputs.invoices, payment) == 0:
            yield Problem(
                f"payments.{number}.invoice",
                f"Payment {number}: There is no invoice “{payment.invoice}” in your list. Write its number as you "
                "typed it, or its place in the list.",
            )


def unknown_rates(inputs: "Inputs") -> Iterator[Problem]:
    """Invoices whose interest starts on a day for which there is no rate."""
    plain = replace(inputs, payments_go_to=PaymentsGoTo.invoice_first)  # which needs no rate
    for debt in debts_of(plain)[0]:
        asked = _dated_by(inputs.invoices[debt.number - 1])
        try:
            line_of(plain, debt)
        except NoFigure as why:
            words = _not_known(debt.starts) if _is_to_come(debt.starts) else why
            yield Problem(f"invoices.{debt.number}.{asked}", f"Invoice {debt.number}: {words}")


def _dated_by(invoice: Invoice) -> str:
    """The question whose answer gave the last day to pay."""
    if invoice.due_date:
        return "due_date"
    return "invoice_date" if invoice.agreed_date else "supplied_date"


def _is_to_come(starts: date) -> bool:
    until = table(REFERENCE_RATE).known_until
    return until is not None and starts > until


def _not_known(starts: date) -> str:
    """Why there is no rate yet: it is the Bank's on the last day of the half-year before (SI 2002/1675, art 4)."""
    decides = date(starts.year, 6, 30) if starts.month > HALF_YEAR else date(starts.year - 1, 12, 31)
    return (
        f"Interest on this invoice starts on {in_words(starts)}. Its rate depends on Bank Rate on {in_words(decides)}, "
        f"which nobody knows before that day, and which we don’t have yet. See {table(REFERENCE_RATE).official_list}"
    )
