"""An invoice as typed, and its due date from the payment terms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel.base.dates import add_months, last_of_month
from calculators.kernel.base.money import Money
from calculators.kernel.base.schema import Problem, ask

from .shared_questions import EARLIEST, LATEST, MOST, vat_rate

LONGEST = 365
"""The longest payment terms accepted, in days."""

_FILLER = {
    "net", "n", "within", "from", "of", "after", "the", "date", "dated", "invoice", "plus", "payment", "terms", "due",
    "payable", "day", "days", "d", "in", "calendar", "strictly",
}  # fmt: skip
_FOLLOWING = re.compile(
    r"(?:the )?end of (?:the )?(?:next|following) month|(?:the )?end of (?:the )?month following|"
    r"month end following|net monthly(?: account)?"
)
_END = re.compile(r"\b(?:the )?(?:end of (?:the )?(?:invoice )?month|eom|(?<![0-9] )month end(?! of))\b")
_DAY_OF_NEXT = re.compile(
    r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th) (?:day )?(?:of )?(?:the )?(?:(?:next|following) month|month following)"
)
_SPAN = re.compile(r"\b(\d{1,3}) ?(weeks?|months?)?(?![0-9a-z])|\b(\d{1,3})d\b")


@dataclass(frozen=True, kw_only=True)
class TypedInvoice:
    """One invoice, with its due date or what the due date is worked out from."""

    amount: Money | None = ask(
        "How much was it for?", noun="the amount of the invoice", low="0.01", high=MOST, default=None,
        vat_rate=vat_rate, hint="The full amount including VAT, even if part has been paid. For example, 1,200",
    )  # fmt: skip
    due_date: date | None = ask(
        "When was it due?", noun="the due date", low=EARLIEST, high=LATEST, default=None,
        hint="The date you agreed they’d pay by. For example, 31 March 2026",
    )  # fmt: skip
    supplied_date: date | None = ask(
        "If you didn’t agree a due date, when did you supply the goods or finish the work?",
        noun="the date you delivered or finished the work", low=EARLIEST, high=LATEST, default=None,
        hint="The date you delivered, or the date they got the invoice if that was later. For example, 1 March 2026",
    )  # fmt: skip
    number: str = ask(
        "What is the invoice number?", noun="the invoice number", high=40, default="", more=True,
        hint="For example, 1041. We use it in the answer and in your letters.",
    )  # fmt: skip
    invoice_date: date | None = ask(
        "If the invoice gives payment terms but no due date, what’s the invoice date?", noun="the date on the invoice",
        low=EARLIEST, high=LATEST, default=None, more=True, hint="For example, 12 May 2026",
    )  # fmt: skip
    terms: str = ask(
        "What are the payment terms?", noun="the payment terms", high=60, default="", more=True,
        hint="As written on the invoice. For example, 30 days, or 30 days end of month",
    )  # fmt: skip

    @property
    def agreed_date(self) -> date | None:
        """The due date that was typed or, without one, the date that the payment terms give."""
        if self.due_date or not (self.terms and self.invoice_date):
            return self.due_date
        return due_under(self.terms, self.invoice_date)


def due_under(terms: str, invoice_date: date) -> date | None:
    """The due date under these payment terms, or None if they can't be read.

    The invoice date is day zero: 30 days from 12 May end on 11 June. “30 days end of month” is
    30 days after the end of the invoice’s month, as most people read it.
    """
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", terms.lower()).split())
    if found := _DAY_OF_NEXT.fullmatch(words):
        return _on_day(add_months(invoice_date.replace(day=1), 1), int(found[1]))
    if _FOLLOWING.fullmatch(words):
        return last_of_month(add_months(invoice_date.replace(day=1), 1))
    rest, at_month_end = _END.subn(" ", words)
    start = last_of_month(invoice_date) if at_month_end else invoice_date
    span = _SPAN.search(rest)
    if set(_SPAN.sub(" ", rest, count=1).split()) - _FILLER:
        return None
    if span is None:
        return start if at_month_end else None
    return _after(start, int(span[1] or span[3]), span[2] or "days", at_month_end=bool(at_month_end))


def has_two_readings(terms: str) -> bool:
    """Whether the terms give days and the end of a month: some people add the days before it, others after it."""
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", terms.lower()).split())
    return bool(_END.search(words) and _SPAN.search(_END.sub(" ", words)))


def _after(start: date, number: int, unit: str, *, at_month_end: bool) -> date | None:
    if unit.startswith("month"):
        due = add_months(start, number)
        return last_of_month(due) if at_month_end else due
    days = number * (7 if unit.startswith("week") else 1)
    return start + timedelta(days=days) if 0 < days <= LONGEST else None


def _on_day(first: date, number: int) -> date | None:
    return first.replace(day=min(number, last_of_month(first).day)) if number else None


def unreadable_terms(invoices: Sequence[TypedInvoice]) -> Iterator[Problem]:
    """Problems with rows whose payment terms give no due date, or a different one from the one typed."""
    for number, one in enumerate(invoices, 1):
        if one.terms and not one.due_date and not one.invoice_date:
            yield Problem(
                f"invoices.{number}.invoice_date",
                f"Invoice {number}: The date on the invoice is missing. {_BOTH}",
            )
        elif one.invoice_date and not (one.terms or one.due_date or one.supplied_date):
            yield Problem(f"invoices.{number}.terms", f"Invoice {number}: The payment terms are missing. {_BOTH}")
        elif one.terms and one.invoice_date:
            yield from _problem_with(one, number, due_under(one.terms, one.invoice_date))


_BOTH = "We need both the terms and the date to work out when it was due."


def _problem_with(one: TypedInvoice, number: int, due: date | None) -> Iterator[Problem]:
    if due is None and not one.due_date:
        yield Problem(
            f"invoices.{number}.terms",
            f"Invoice {number}: We can’t read these payment terms. Write them like “30 days”, “14 days from "
            "invoice” or “30 days end of month”, or type the due date instead.",
        )
    elif due and one.due_date and due != one.due_date:
        yield Problem(
            f"invoices.{number}.terms",
            f"Invoice {number}: The payment terms give a different due date from the one you typed. Leave one "
            "of them blank.",
        )
