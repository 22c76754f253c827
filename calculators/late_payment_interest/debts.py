"""When each invoice was due, and what was paid towards it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from calculators.kernel import NIL, ONE_DAY, CustomerType, Money, figure

from .input_types import Basis, Invoice, PaymentsGoTo
from .payment_allocation import Account, share_out

if TYPE_CHECKING:
    from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Debt:
    """One invoice by its row, with the payments that went to it in order of their days.

    `before_claim` was paid before any claim and bears no interest of a court; `interest_paid` went to
    the interest and not to the invoice.
    """

    number: int
    name: str
    amount: Money
    last_day: date
    paid: tuple[tuple[date, Money], ...]
    before_claim: Money = NIL
    interest_paid: Money = NIL

    @cached_property
    def starts(self) -> date:
        """Interest starts on the day after the last day to pay (s4(2))."""
        return self.last_day + ONE_DAY


def basis_of(inputs: "Inputs") -> Basis:
    """The kind of interest there is: the Act covers no private person (s2(1))."""
    outside = inputs.customer_type is CustomerType.consumer and inputs.basis is Basis.statutory
    return Basis.court_discretion if outside else inputs.basis


def debts_of(inputs: "Inputs") -> tuple[list[Debt], Money]:
    """The invoices, oldest first, with what was paid towards each, and what is left over."""
    accounts = [
        Account(
            row=row, amount=one.amount, last_day=last_day(inputs, one), basis=basis_of(inputs),
            contract_rate=inputs.contract_rate,
        )
        for row, one in enumerate(inputs.invoices, 1)
    ]  # fmt: skip
    accounts.sort(key=lambda one: (one.last_day, one.row))
    named = [(one.date, one.amount, row_named(inputs.invoices, one)) for one in inputs.payments]
    left_over = share_out(accounts, named, interest_first=interest_first(inputs))
    return [_debt(inputs, one) for one in accounts], left_over


def interest_first(inputs: "Inputs") -> bool:
    """Whether payments go to the interest first; a court's interest is not owed before the court allows it."""
    asked = inputs.payments_go_to is PaymentsGoTo.interest_first
    return asked and basis_of(inputs) is not Basis.court_discretion


class NamesInvoice(Protocol):
    """A payment or credit note that may say which invoice it is for."""

    @property
    def invoice(self) -> str:
        """The number of the invoice or its place in the list, or nothing."""


def row_named(invoices: Sequence[Invoice], payment: NamesInvoice) -> int | None:
    """The row of the invoice that a payment names, by its number or, without numbers, by its place; 0 for none."""
    if not payment.invoice:
        return None
    wanted = _plain(payment.invoice)
    names = [_plain(one.number) or str(row) for row, one in enumerate(invoices, 1)]
    return names.index(wanted) + 1 if wanted in names else 0


def _plain(number: str) -> str:
    return number.casefold().replace(" ", "").lstrip("#")


def _debt(inputs: "Inputs", account: Account) -> Debt:
    before, after = _around_claim(inputs, account.paid)
    return Debt(
        number=account.row,
        name=inputs.invoices[account.row - 1].number or str(account.row),
        amount=account.amount,
        last_day=account.last_day,
        paid=tuple(after),
        before_claim=sum((paid for _, paid in before), NIL),
        interest_paid=account.interest_paid,
    )


Paid = list[tuple[date, Money]]


def _around_claim(inputs: "Inputs", paid: Paid) -> tuple[Paid, Paid]:
    """Payments before any claim, on which a court allows no interest, and the others.

    County Courts Act 1984, s69(1): on a debt for which judgment is given, or that is paid once the claim
    has begun; IM Properties v Cape & Dalgleish [1998] EWCA Civ 862. The 1998 Act has no such rule.
    """
    if basis_of(inputs) is not Basis.court_discretion:
        return [], paid
    issued = inputs.claim_issued
    before = [(day, part) for day, part in paid if issued is None or day < issued]
    return before, paid[len(before) :]


def last_day(inputs: "Inputs", invoice: Invoice) -> date:
    """The relevant day: the one agreed or, without one, the last of those the Act gives (s4(3) and (2A) to (2H)).

    A public body never has more than its own number of days; what was to be paid in advance counts
    from the supply (s11). Raises NoFigure.
    """
    due, supplied = invoice.agreed_date, invoice.supplied_date
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
