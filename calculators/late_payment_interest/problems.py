"""Problems with answers that contradict each other, or for which there's no figure."""

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
    """Inputs that ask which interest is claimed."""

    @property
    def basis(self) -> Basis:
        """The kind of interest."""

    @property
    def contract_rate(self) -> Percentage | None:
        """The rate in the contract."""


def no_contract_rate(inputs: AsksForBasis) -> Iterator[Problem]:
    """A problem if the interest is under the contract but its rate is missing."""
    if inputs.basis is Basis.contract and inputs.contract_rate is None:
        yield Problem("contract_rate", "The rate in your contract is missing. Write a number, such as 8.5.")


def undated(inputs: "Inputs", *, besides: Sequence[Problem]) -> Iterator[Problem]:
    """Problems with rows that give no last day to pay, except rows that already have a problem in `besides`."""
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
    """Problems with payments after the date that interest is worked out to."""
    for number, payment in enumerate(inputs.payments, 1):
        if payment.date > inputs.interest_to:
            last = in_words(inputs.interest_to)
            yield Problem(
                f"payments.{number}.date",
                f"Payment {number}: The date they paid must be {last} or earlier, because that’s the date you’re "
                "working interest out to.",
            )


def strange_payments(inputs: "Inputs") -> Iterator[Problem]:
    """Problems with payments for an invoice that isn't in the list."""
    for number, payment in enumerate(inputs.payments, 1):
        if row_named(inputs.invoices, payment) == 0:
            yield Problem(
                f"payments.{number}.invoice",
                f"Payment {number}: There is no invoice “{payment.invoice}” in your list. Write its number as you "
                "typed it, or its place in the list.",
            )


def unknown_rates(inputs: "Inputs") -> Iterator[Problem]:
    """Problems with invoices whose interest starts on a date for which there's no rate."""
    plain = replace(inputs, payments_go_to=PaymentsGoTo.invoice_first)  # splitting payments this way needs no rate
    for debt in debts_of(plain)[0]:
        asked = _dated_by(inputs.invoices[debt.number - 1])
        try:
            line_of(plain, debt)
        except NoFigure as why:
            words = _not_known(debt.starts) if _is_to_come(debt.starts) else why
            yield Problem(f"invoices.{debt.number}.{asked}", f"Invoice {debt.number}: {words}")


def _dated_by(invoice: Invoice) -> str:
    """The name of the question that the last day to pay comes from."""
    if invoice.due_date:
        return "due_date"
    return "invoice_date" if invoice.agreed_date else "supplied_date"


def _is_to_come(starts: date) -> bool:
    until = table(REFERENCE_RATE).known_until
    return until is not None and starts > until


def _not_known(starts: date) -> str:
    """Why there's no rate yet: it depends on Bank Rate at the end of the half-year before (SI 2002/1675, art 4)."""
    decides = date(starts.year, 6, 30) if starts.month > HALF_YEAR else date(starts.year - 1, 12, 31)
    return (
        f"Interest on this invoice starts on {in_words(starts)}. Its rate depends on Bank Rate on {in_words(decides)}, "
        f"which nobody knows before that day, and which we don’t have yet. See {table(REFERENCE_RATE).official_list}"
    )
