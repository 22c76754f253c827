"""The lines of the account in date order, with the balance after each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import NIL, Money, Step, adding_up, in_words, plain, step
from calculators.late_payment_interest import Basis, InvoiceRow
from calculators.late_payment_interest import Result as Interest

from .questions import Inputs, Invoice
from .result_types import Entry, EntryKind

INTEREST = {
    Basis.statutory: "Interest",
    Basis.contract: "Interest under the contract",
    Basis.court_discretion: "Interest a court may award",
}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line before its balance is worked out; a negative amount reduces the balance."""

    day: date
    kind: EntryKind
    invoice: str
    details: str
    amount: Money


def entries(inputs: Inputs, found: Interest) -> tuple[Entry, ...]:
    """Invoices, credit notes and payments in date order, then interest, compensation and costs."""
    dated = sorted((*_invoices(inputs), *_credit_notes(inputs), *_payments(inputs)), key=lambda line: line.day)
    return tuple(_with_balance((*dated, *_on_top(inputs, found))))


def _with_balance(lines: tuple[_Line, ...]) -> Iterator[Entry]:
    balance = NIL
    for line in lines:
        balance += line.amount
        yield Entry(
            day=line.day,
            kind=line.kind,
            invoice=line.invoice,
            details=line.details,
            charged=line.amount if line.amount > 0 else None,
            credited=-line.amount if line.amount < 0 else None,
            balance=balance,
        )


def name_of(inputs: Inputs, row: int) -> str:
    """The number of an invoice or, if it has none, its place in the list."""
    return inputs.invoices[row - 1].number or str(row)


def _invoices(inputs: Inputs) -> Iterator[_Line]:
    for row, one in enumerate(inputs.invoices, 1):
        name, day = name_of(inputs, row), _dated(one)
        due = one.agreed_date
        details = f"Invoice {name}, due {in_words(due)}" if due else f"Invoice {name}"
        late = "" if due is None or due < inputs.interest_to else " (not yet overdue)"
        yield _Line(day=day, kind=EntryKind.invoice, invoice=name, details=f"{details}{late}", amount=one.amount)


def _dated(one: Invoice) -> date:
    """The date to list an invoice under: its own date or, if missing, the date of supply or the due date."""
    day = one.invoice_date or one.supplied_date or one.agreed_date
    if day is None:
        raise ValueError("an invoice has no date")
    return day


def _credit_notes(inputs: Inputs) -> Iterator[_Line]:
    for one in inputs.credit_notes:
        name = name_of(inputs, inputs.row_of(one) or 1)
        own = f" {one.number}" if one.number else ""
        yield _Line(
            day=one.date, kind=EntryKind.credit_note, invoice=name, amount=-one.amount,
            details=f"Credit note{own} for invoice {name}",
        )  # fmt: skip


def _payments(inputs: Inputs) -> Iterator[_Line]:
    for one in inputs.payments:
        for_it = f" for invoice {one.invoice}" if one.invoice else ""
        details = f"Payment received{for_it}"
        yield _Line(day=one.date, kind=EntryKind.payment, invoice=one.invoice, details=details, amount=-one.amount)


def _on_top(inputs: Inputs, found: Interest) -> Iterator[_Line]:
    """Interest on each late invoice, the compensation, and any costs above it, all on the date of the statement."""
    if not inputs.add_interest:
        return
    last = inputs.interest_to
    for row in found.per_invoice:
        name, interest = name_of(inputs, row.invoice), row.interest + row.interest_paid
        if interest:
            details = f"{INTEREST[found.basis_used]} on invoice {name} {_rate(row)}"
            yield _Line(day=last, kind=EntryKind.interest, invoice=name, details=details, amount=interest)
        if row.compensation:
            details = f"Compensation for late payment of invoice {name}"
            yield _Line(day=last, kind=EntryKind.compensation, invoice=name, details=details, amount=row.compensation)
    if found.extra_costs:
        yield _Line(
            day=last, kind=EntryKind.costs, invoice="", amount=found.extra_costs,
            details="Cost of collecting above the compensation",
        )  # fmt: skip


def _rate(row: InvoiceRow) -> str:
    days = f"{row.days} day{'' if row.days == 1 else 's'}"
    return f"at {plain(row.rate)}% a year for {days}" if row.rate is not None else f"for {days}"


def working(inputs: Inputs, found: Interest) -> tuple[Step, ...]:
    """The balance of the account, with the total for each kind of entry."""
    gross = sum((row.interest + row.interest_paid for row in found.per_invoice), NIL) if inputs.add_interest else NIL
    kinds = (
        ("Invoices", sum((one.amount for one in inputs.invoices), NIL)),
        ("Credit notes", -sum((one.amount for one in inputs.credit_notes), NIL)),
        ("Payments", -sum((one.amount for one in inputs.payments), NIL)),
        (f"Interest to {in_words(inputs.interest_to)}", gross),
        ("Compensation", found.compensation if inputs.add_interest else NIL),
        ("Cost of collecting above the compensation", found.extra_costs),
    )
    return tuple(adding_up("Balance of the account", [step(label, amount) for label, amount in kinds if amount]))
