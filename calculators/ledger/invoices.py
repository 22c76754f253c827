"""Turns a row of the ledger into an invoice with its interest and time limit, or the reason why it isn't counted."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from calculators import deadlines, late_payment_interest
from calculators.kernel import NIL, REMEMBERED, CustomerType, Money, Nation, data_file, in_words, pounds
from calculators.late_payment_interest import Line, Payment

from .questions import Row, Settings, Unread
from .result_types import LeftOut, State, Tally

COMPANY_ENDINGS = ("ltd", "limited", "plc", "llp", "cyf", "cyfyngedig", "cic")

NOT_OWED = ("draft", "void", "delete", "cancel", "written off", "write off", "refund", "submitted", "awaiting approval",
            "scheduled", "abandoned")  # fmt: skip
"""How a status begins if it means that nothing is owed, or not yet."""

PAID = ("paid", "fully paid", "closed", "settled")
POUNDS = ("", "gbp", "£", "pounds", "pound", "pounds sterling", "british pound", "uk pound sterling")
"""How a ledger may write pounds; without a currency, amounts are in pounds."""


@dataclass(frozen=True, kw_only=True)
class Owed:
    """An invoice that is unpaid or was paid late."""

    row: Row
    customer_type: CustomerType
    line: Line
    limit: deadlines.Limit
    state: State
    days_late: int
    tally: Tally


@dataclass(frozen=True, kw_only=True)
class Credit:
    """An amount that reduces a customer's debt, though the file doesn't say for which invoice."""

    amount: Money


Read = Owed | Credit | LeftOut | Tally
"""What a row can be; one that is only a Tally is an invoice with nothing to claim."""


def read(row: Row, settings: Settings) -> Read:
    """What one row is: an invoice, a credit, a row to leave out, or one that is only counted."""
    if isinstance(row, Unread):
        return _left_out(row, row.why)
    if reason := _not_an_invoice(row):
        return _left_out(row, reason)
    if _is_credit(row):
        return Credit(amount=abs(_first(row.outstanding, row.amount, row.paid)))
    amounts = _amounts(row)
    if isinstance(amounts, str):
        return _left_out(row, amounts)
    unpaid, paid = amounts
    if not unpaid and row.paid_on is None:
        return Tally(invoices=1, paid_undated=1)
    if row.paid_on and row.paid_on > settings.interest_to:
        return _left_out(row, f"The date they paid is after {in_words(settings.interest_to)}.")
    return _owed(row, settings, unpaid, paid)


def _left_out(row: Row, why: str) -> LeftOut:
    return LeftOut(file_row=row.file_row, customer=row.customer, number=row.number, why=why)


def _not_an_invoice(row: Row) -> str:
    """Why a row can't be an invoice owed in pounds; empty if it can."""
    kind, status, currency = _plain(row.kind), _plain(row.status), _plain(row.currency)
    if not row.customer and row.file_row:
        return "The customer’s name is missing."
    if currency not in POUNDS:
        return f"Its currency is “{row.currency}”. We only work in pounds. If that means pounds, leave the column out."
    if _is_called("other", kind):
        return f"It isn’t a sales invoice. The file calls it “{row.kind}”."
    if status.startswith(NOT_OWED):
        return f"Its status is “{row.status}”."
    if row.amount is None and row.outstanding is None and row.paid is None:
        return "The amount is missing."
    return ""


def _is_called(document: str, kind: str) -> bool:
    """Whether the kind of a row names a “credit” or an “other” document, by a word or the start of one."""
    return bool(_words(document).search(kind))


@cache
def _words(document: str) -> re.Pattern[str]:
    words = data_file("ledger/column_headings")["documents"][document]
    return re.compile(rf"\b({'|'.join(words)})")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())


def name_of(row: Row) -> str:
    """The customer's name, or “Your customer” for rows from a link, which doesn't carry names."""
    return row.customer or "Your customer"


def _first(*amounts: Money | None) -> Money:
    return next((one for one in amounts if one is not None), NIL)


def _is_credit(row: Row) -> bool:
    below_nil = any(one is not None and one < 0 for one in (row.amount, row.outstanding))
    return below_nil or _is_called("credit", _plain(row.kind))


def _amounts(row: Row) -> tuple[Money, Money] | str:
    """The unpaid amount and the paid amount, or why the amounts don't add up.

    Anything that is neither unpaid nor paid was credited, and so never owed.
    """
    amount, outstanding, paid = row.amount, row.outstanding, row.paid
    if outstanding is None:
        settled = _plain(row.status).startswith(PAID) or (row.paid_on is not None and paid is None)
        outstanding = NIL if settled else _first(amount) - _first(paid)
    if amount is None:
        amount = outstanding + _first(paid)
    if paid is None:
        paid = amount - outstanding
    if outstanding < 0 or outstanding > amount or paid > amount:
        return f"{pounds(outstanding)} unpaid and {pounds(paid)} paid don’t add up to an invoice of {pounds(amount)}."
    if not amount:
        return "Its amount is £0."
    return outstanding, min(paid, amount - outstanding)


def type_of(row: Row, settings: Settings) -> CustomerType:
    """The kind of customer: as the row says or, failing that, from the end of the name or the setting for everyone."""
    last = row.customer.casefold().rstrip(". ").rpartition(" ")[2].replace(".", "")
    named = CustomerType.company if last in COMPANY_ENDINGS else settings.customer_type
    return row.customer_type or named


def _owed(row: Row, settings: Settings, unpaid: Money, paid: Money) -> Read:
    """An invoice with its interest and time limit, or the reason why it isn't counted or asks for nothing.

    No interest is counted on part payments without a date, which gives the least interest there can be.
    """
    customer_type = type_of(row, settings)
    dated_paid = paid if row.paid_on else NIL
    invoice = _invoice(row, settings, unpaid + dated_paid)
    inputs = late_payment_interest.Inputs(
        customer_type=customer_type, invoices=(invoice,), interest_to=settings.interest_to, basis=settings.basis,
        contract_rate=settings.contract_rate, payments=_payments(row, dated_paid),
    )  # fmt: skip
    if found := list(inputs.problems()):
        return _left_out(row, " ".join(one.message.removeprefix("Invoice 1: ") for one in found))
    (line,), _ = late_payment_interest.work_out(inputs)
    until = row.paid_on if row.paid_on and not unpaid else settings.interest_to
    days_late = max(0, (until - line.debt.last_day).days)
    tally = Tally(
        invoices=1,
        part_paid_undated=int(bool(unpaid and paid and not row.paid_on)),
        dated_payments=int(bool(dated_paid and days_late)),
        statutory_days=int(invoice.supplied_date is not None),
    )
    if not unpaid and not days_late:
        return tally + Tally(paid_on_time=1)
    limit = _limit(settings.nation, customer_type, invoice, settings)
    in_time = settings.interest_to <= limit.last_safe
    if not unpaid and not in_time:
        return tally + Tally(too_old=1)
    state = _state(unpaid=bool(unpaid), late=bool(days_late), in_time=in_time)
    return Owed(
        row=row, customer_type=customer_type, line=line, limit=limit, state=state, days_late=days_late, tally=tally
    )  # fmt: skip


def _state(*, unpaid: bool, late: bool, in_time: bool) -> State:
    if not unpaid:
        return State.paid_late
    if not late:
        return State.not_due
    return State.late if in_time else State.too_old


def _payments(row: Row, paid: Money) -> tuple[Payment, ...]:
    return (Payment(date=row.paid_on, amount=paid),) if row.paid_on and paid else ()


def _invoice(row: Row, settings: Settings, amount: Money) -> late_payment_interest.Invoice:
    """The invoice with a single basis for its due date: the date itself, the terms, or the period that the law sets."""
    terms = "" if row.due_date else row.terms or settings.terms
    by_terms = bool(terms and row.invoice_date)
    return late_payment_interest.Invoice(
        amount=amount,
        number=row.number,
        due_date=row.due_date,
        terms=terms if by_terms else "",
        invoice_date=row.invoice_date if by_terms else None,
        supplied_date=None if row.due_date or by_terms else row.invoice_date,
    )


def _limit(
    nation: Nation, customer_type: CustomerType, invoice: late_payment_interest.Invoice, settings: Settings
) -> deadlines.Limit:
    return _limit_of(
        deadlines.Inputs(
            nation=nation, customer_type=customer_type, due_date=invoice.agreed_date,
            supplied_date=invoice.supplied_date, plan_from=settings.interest_to,
        )
    )  # fmt: skip


_limit_of = lru_cache(REMEMBERED)(deadlines.limit_of)
