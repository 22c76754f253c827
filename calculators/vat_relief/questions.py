"""What the reader is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.kernel import (
    NIL,
    Choice,
    Money,
    Percentage,
    Problem,
    ask,
    ask_again,
    shared,
)
from calculators.late_payment_interest import Inputs as InterestInputs
from calculators.late_payment_interest import Invoice, Payment

from . import problems

RULES_BEGIN = date(2018, 1, 1)
"""The earliest date to check: our figures for the months of relief start before it."""

VAT = "Your VAT"


class VatScheme(Choice):
    """How a business accounts for VAT, which decides what VAT it has paid to HMRC on an unpaid invoice."""

    invoices = "On the invoices I send (standard)"
    cash = "On the money I receive (cash accounting)"
    flat_rate_invoices = "Flat rate scheme, on the invoices I send"
    flat_rate_cash = "Flat rate scheme, on the money I receive"
    not_registered = "I’m not registered for VAT"
    unsure = "I’m not sure"


class DebtState(Choice):
    """What has happened to the debt, which decides between claiming relief, a credit note and paying relief back."""

    still_owed = "They still owe it"
    settled_for_less = "We agreed a lower price"
    paid_after_relief = "I’ve had the relief, and now they’ve paid"
    sold = "I’ve sold or factored the debt"


class VatPeriod(Choice):
    """How long a VAT period is."""

    month = "A month"
    quarter = "Three months"
    year = "A year"


PAYS_FIRST = {
    "vat_scheme": tuple(one.name for one in VatScheme if one not in (VatScheme.cash, VatScheme.not_registered))
}
"""The schemes with anything to claim: under the others, a business pays VAT only after it's paid, or not at all."""


def _where(*states: DebtState) -> dict[str, tuple[str, ...]]:
    return {**PAYS_FIRST, "debt_state": tuple(one.name for one in states)}


UNPAID = _where(DebtState.still_owed, DebtState.settled_for_less)
STILL_OWED = _where(DebtState.still_owed)
SETTLED = _where(DebtState.settled_for_less)
PAID_AFTER = _where(DebtState.paid_after_relief)


def _rows(name: str, **words: Any) -> Any:
    return ask_again(InterestInputs.__dataclass_fields__[name], group=shared.DEBT, when=UNPAID, more=True, **words)


@dataclass(frozen=True, kw_only=True)
class VatInvoice(Invoice):
    """One unpaid invoice, with its VAT rate."""

    vat_rate: Percentage | None = ask(
        "What VAT rate applies to this invoice?", noun="the rate of VAT", low=0, high=100, default=None, more=True,
        hint=(
            "A percentage, such as 5, or 0 if there’s no VAT. Leave this blank to use the usual rate. If the invoice "
            "has two rates, use two rows."
        ),
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked: a single debt by its amount and dates, or several invoices with their payments."""

    vat_scheme: VatScheme = ask(
        "How do you account for VAT?", noun="the way you account for VAT", group=VAT,
        hint="If you don’t know, ask your accountant or look in your accounting software.",
    )  # fmt: skip
    flat_rate: Percentage | None = ask(
        "What is your flat rate?", noun="your flat rate", group=VAT, low=0, high=20, default=None,
        when={"vat_scheme": (VatScheme.flat_rate_cash.name,)},
        hint="The percentage that applied on the date of the invoice. For example, 12",
    )  # fmt: skip
    debt_state: DebtState = ask(
        "What has happened to the debt?", noun="what has happened to the debt", group=shared.DEBT,
        default=DebtState.still_owed, when=PAYS_FIRST, hint="A lower price that you both agreed is not a bad debt.",
    )  # fmt: skip
    amount_owed: Money | None = ask_again(
        shared.amount_owed(required=False), when=UNPAID, hint="The unpaid amount, including VAT. For example, 2,400"
    )
    due_date: date | None = ask_again(
        shared.due_date(more=False), when=STILL_OWED, hint="The last date to pay. For example, 31 March 2026"
    )
    settlement_amount: Money | None = ask(
        "What amount did you agree to settle for?", noun="the amount you agreed", group=shared.DEBT, low=0,
        high=shared.MOST, default=None, when=SETTLED,
        hint="What they still have to pay under the deal, including VAT but not interest.",
    )  # fmt: skip
    agreed_on: date | None = ask(
        "When did you agree the lower price?", noun="the date you agreed the lower price", group=shared.DATES,
        low=shared.EARLIEST,
        high=shared.LATEST, default=None, when=SETTLED, hint="For example, 12 November 2026",
    )  # fmt: skip
    relief_claimed: Money | None = ask(
        "How much relief did you claim?", noun="the relief you claimed", group=shared.DEBT, low="0.01",
        high=shared.MOST, default=None, when=PAID_AFTER, hint="The VAT you got back, less any you’ve paid back since.",
    )  # fmt: skip
    unpaid_at_claim: Money | None = ask(
        "How much was unpaid when you claimed?", noun="the amount unpaid when you claimed", group=shared.DEBT,
        low="0.01", high=shared.MOST, default=None, when=PAID_AFTER,
        hint="Including VAT, less anything they’ve paid on it since.",
    )  # fmt: skip
    later_payment: Money | None = ask(
        "How much have they paid now?", noun="the amount they’ve paid now", group=shared.DEBT, low="0.01",
        high=shared.MOST, default=None, when=PAID_AFTER, hint="Leave out interest and compensation, because there’s no "
        "VAT on them.",
    )  # fmt: skip
    later_payment_date: date | None = ask(
        "When did their payment reach you?", noun="the date their payment reached you", group=shared.DATES,
        low=shared.EARLIEST,
        high=shared.LATEST, default=None, when=PAID_AFTER, hint="For example, 12 November 2026",
    )  # fmt: skip
    vat_period_end: date | None = ask(
        "When does your current VAT period end?", noun="the end of your VAT period", group=VAT, low=shared.EARLIEST,
        high=shared.LATEST, nearest="either", default=None, when=PAYS_FIRST,
        hint="The end of any other VAT period will do too. For example, 31 December 2026",
    )  # fmt: skip
    vat_period: VatPeriod = ask(
        "How long is your VAT period?", noun="the length of your VAT period", group=VAT, more=True,
        default=VatPeriod.quarter, when=PAYS_FIRST, hint="Most businesses send a return every three months.",
    )  # fmt: skip
    vat_rate: Percentage | None = ask(
        "What rate of VAT did you charge?", noun="the rate of VAT", group=VAT, more=True, low=0, high=100,
        default=None, when=UNPAID,
        hint="A percentage. Leave this blank to use the standard rate. In a list, each invoice can have its own rate.",
    )  # fmt: skip
    supplied_date: date | None = ask(
        "When did you deliver or finish the work?", noun="the date you delivered or finished the work",
        group=shared.DATES, more=True, low=shared.EARLIEST, high=shared.LATEST, default=None, when=STILL_OWED,
        hint="Only fill this in if it was after the due date, or if you didn’t agree a due date.",
    )  # fmt: skip
    invoices: tuple[VatInvoice, ...] = ask(
        "Which invoices are unpaid, if there’s more than one?", noun="the list of invoices", row="invoice",
        group=shared.DEBT, more=True, default=(), when=UNPAID,
        hint="Each invoice has its own dates and VAT. Include invoices with no VAT on them. We use this list, not the "
        "amount above.",
    )  # fmt: skip
    payments: tuple[Payment, ...] = _rows(
        "payments",
        hint="You can only enter payments if you’ve listed the invoices. Each payment goes to the oldest "
        "invoice first.",
    )
    set_off: Money = ask(
        "How much do you owe them, or hold as security?", noun="the amount you owe them", group=shared.DEBT, more=True,
        low=0, high=shared.MOST, default=NIL, when=STILL_OWED, hint="We take this off, because relief is only for "
        "what’s still unpaid.",
    )  # fmt: skip
    check_date: date = ask(
        "Which date should we use?", noun="the date to use", group=shared.DATES, more=True,
        low=RULES_BEGIN, high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip

    @property
    def pays_first(self) -> bool:
        """Whether the business pays VAT before it's paid, or gets an allowance for amounts that are never paid."""
        return self.vat_scheme.name in PAYS_FIRST["vat_scheme"]

    def problems(self) -> Iterator[Problem]:
        """Answers that are missing or contradict each other."""
        if self.pays_first:
            yield from problems.problems_of(self)
        if self.vat_scheme is VatScheme.flat_rate_cash and self.flat_rate is None:
            yield Problem("flat_rate", "Your flat rate is missing. Write a number, such as 12.")
