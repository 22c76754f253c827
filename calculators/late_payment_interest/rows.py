"""The rows that a reader types, and which right to interest is meant."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Money, ask, shared

PAID = "What they have paid"
KIND = "Which interest"
Day = date
"""The type of a field that is itself called date."""


class Basis(Choice):
    """Where the right to interest comes from."""

    statutory = "The law on late payment between businesses"
    contract = "The rate in my contract"
    court_discretion = "What a court may allow, in England and Wales"


@dataclass(frozen=True, kw_only=True)
class Invoice:
    """One unpaid or late invoice."""

    amount: Money = ask(
        "How much was it for?", noun="the amount of the invoice", low="0.01", high=shared.MOST,
        hint="The whole invoice with VAT, even if part of it is paid. For example 1,200",
    )  # fmt: skip
    due_date: date | None = ask(
        "When was it due?", noun="the day it was due", low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="The last day to pay that you agreed. For example 31 March 2026",
    )  # fmt: skip
    supplied_date: date | None = ask(
        "If you agreed no day, when did you supply it?", noun="the day you supplied it", low=shared.EARLIEST,
        high=shared.LATEST, default=None,
        hint="The day you delivered, or the day they got the invoice if that was later. For example 1 March 2026",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Payment:
    """One sum that the customer has paid."""

    date: Day = ask(
        "When did they pay?", noun="the day they paid", low=shared.EARLIEST, high=shared.LATEST,
        hint="The day the money reached you. For example 15 May 2026",
    )  # fmt: skip
    amount: Money = ask(
        "How much did they pay?",
        noun="the amount they paid",
        low="0.01",
        high=shared.MOST,
        hint="For example 500",
    )
