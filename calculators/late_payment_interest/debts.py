"""When each invoice was due, and what has been paid towards it."""

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
    """One invoice, with the payments towards it in date order.

    `before_claim` was paid before any claim, so a court awards no interest on it; `interest_paid` went to the interest,
    not to the invoice.
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
        """The day after the last day to pay, when interest starts (s4(2))."""
        return self.last_day + ONE_DAY


def basis_of(inputs: "Inputs") -> Basis:
    """The kind of interest that applies; the Act doesn't cover consumers (s2(1))."""
    outside = inputs.customer_type is CustomerType.consumer and inputs.basis is Basis.statutory
    return Basis.court_discretion if outside else inputs.basis


def debts_of(inputs: "Inputs") -> tuple[list[Debt], Money]:
    """The invoices, oldest first, with what was paid towards each; and the amount overpaid."""
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
    """Whether payments go to the interest first; not for court interest, which isn't owed until it's awarded."""
    asked = inputs.payments_go_to is PaymentsGoTo.interest_first
    return asked and basis_of(inputs) is not Basis.court_discretion


class NamesInvoice(Protocol):
    """A payment or credit note that may say which invoice it is for."""

    @property
    def invoice(self) -> str:
        """The number of the invoice or its place in the list; may be empty."""


def row_named(invoices: Sequence[Invoice], payment: NamesInvoice) -> int | None:
    """The row of the invoice that a payment names by its number or, if that has none, by its place in the list.

    None if the payment names no invoice, 0 if there's no such invoice.
    """
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
    """The payments before any claim, on which a court awards no interest, and the other payments.

    County Courts Act 1984, s69(1): interest is on a debt for which judgment is given, or that is paid after the claim
    has started; IM Properties v Cape & Dalgleish [1998] EWCA Civ 862. The 1998 Act has no such rule.
    """
    if basis_of(inputs) is not Basis.court_discretion:
        return [], paid
    issued = inputs.claim_issued
    before = [(day, part) for day, part in paid if issued is None or day < issued]
    return before, paid[len(before) :]


def last_day(inputs: "Inputs", invoice: Invoice) -> date:
    """The last day to pay: the date agreed or, if there's none, the last one that the Act allows.

    1998 Act, s4(3) and (2A) to (2H). A public body never gets longer than the limit for public bodies. If payment in
    advance was agreed, the date of supply counts (s11). Raises NoFigure.
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
    """The last of a number of days, counting the first: 30 days from 1 April end on 30 April."""
    return first + timedelta(days=int(figure(name, first).value) - 1)
