"""The rows that a reader types, and the choices that decide the amount."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Money, TypedInvoice, ask, shared

PAID = "What they have paid"
KIND = "Interest to claim"
Day = date
"""The type of fields that are themselves named `date`."""


class Basis(Choice):
    """Where the right to interest comes from."""

    statutory = "The law on late payment between businesses"
    contract = "The rate in my contract"
    court_discretion = "The interest a court may award in England and Wales"


class PaymentsGoTo(Choice):
    """What a payment pays off first."""

    invoice_first = "The invoice first"
    interest_first = "The interest first"


@dataclass(frozen=True, kw_only=True)
class Invoice(TypedInvoice):
    """One unpaid or late invoice."""

    amount: Money = ask(
        "How much was it for?", noun="the amount of the invoice", low="0.01", high=shared.MOST,
        vat_rate=shared.vat_rate, hint="The full amount including VAT, even if part has been paid. For example, 1,200",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Payment:
    """A payment from the customer."""

    date: Day = ask(
        "When did they pay?", noun="the date they paid", low=shared.EARLIEST, high=shared.LATEST,
        hint="The date the money reached you. For example, 15 May 2026",
    )  # fmt: skip
    amount: Money = ask(
        "How much did they pay?",
        noun="the amount they paid",
        low="0.01",
        high=shared.MOST,
        hint="For example, 500",
    )
    invoice: str = ask(
        "Which invoice was it for?", noun="the invoice it was for", high=40, default="", more=True,
        hint="Enter its number, or its row in the list above. Leave this blank if they didn’t say.",
    )  # fmt: skip
