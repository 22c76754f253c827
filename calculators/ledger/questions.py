"""What the reader is asked: the invoices of the ledger, and what the ledger doesn't say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from calculators import late_payment_interest, next_step, routes
from calculators.kernel import CustomerType, Letter, Money, Nation, Percentage, Problem, ask, ask_again, shared
from calculators.late_payment_interest import Basis
from calculators.next_step import Reminders

LEDGER = "Your sales ledger"
ABOUT = "About your customers"
YOURS = "For your letters"
MOST_INVOICES = 20_000
"""The most rows in one ledger. A browser works through them in parts."""

_INTEREST = late_payment_interest.Inputs.__dataclass_fields__
_INVOICE = late_payment_interest.Invoice.__dataclass_fields__
_LETTER = Letter.__dataclass_fields__


def _amount(question: str, noun: str, hint: str, *, more: bool = False) -> Any:
    """An amount from an accounting system, which is negative on a credit note."""
    return ask(question, noun=noun, low=-shared.MOST, high=shared.MOST, default=None, hint=hint, more=more)


def _told(question: str, noun: str, hint: str, high: int = 100, *, more: bool = True) -> Any:
    return ask(question, noun=noun, high=high, default="", hint=hint, more=more)


def _from_letter(name: str) -> Any:
    return ask_again(_LETTER[name], group=YOURS, more=True)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a ledger; it may leave any of these out."""

    customer: str = _told("Which customer is it for?", "the customer", "For example, Example Offices Ltd.", more=False)
    number: str = ask_again(_INVOICE["number"], more=False)
    due_date: date | None = ask_again(_INVOICE["due_date"])
    amount: Money | None = _amount(
        "How much was it for?", "the amount of the invoice", "The whole invoice including VAT. For example, 1,200"
    )
    outstanding: Money | None = _amount(
        "How much of it is still unpaid?", "the unpaid amount", "Leave this blank if none of it has been paid."
    )
    paid: Money | None = _amount(
        "How much have they paid?",
        "the amount they’ve paid",
        "Only answer this if you don’t know how much is unpaid.",
        more=True,
    )
    paid_on: date | None = ask(
        "When did they pay?", noun="the date they paid", low=shared.EARLIEST, high=shared.LATEST, default=None,
        more=True, hint="The date of the last payment.",
    )  # fmt: skip
    invoice_date: date | None = ask_again(_INVOICE["invoice_date"], question="What’s the date on the invoice?")
    terms: str = ask_again(_INVOICE["terms"])
    customer_type: CustomerType | None = ask_again(shared.customer_type(), default=None, more=True)
    kind: str = _told("What kind of document is it?", "the kind of document", "For example, invoice or credit note")
    status: str = _told("What’s its status?", "the status", "For example, paid, draft or void")
    currency: str = _told("Which currency is it in?", "the currency", "Leave this blank if it’s in pounds.")
    file_row: int | None = ask(
        "Which row of your file is it in?", noun="the row in your file", low=1, high=10_000_000, default=None,
        more=True, hint="We’ll tell you which row if something’s wrong with it.",
    )  # fmt: skip

    @classmethod
    def unread(cls, typed: Mapping[str, object], problems: Sequence[Problem]) -> "Unread":
        """A row to use in place of one that can't be read, to let the rest be answered."""
        row = str(typed.get("file_row") or "")
        return Unread(
            customer=str(typed.get("customer") or ""),
            number=str(typed.get("number") or ""),
            file_row=int(row) if row.isdecimal() else None,
            why=" ".join(dict.fromkeys(one.message for one in problems)),
        )


@dataclass(frozen=True, kw_only=True)
class Unread(Row):
    """A row that can't be read, and why."""

    why: str = field(default="")


@dataclass(frozen=True, kw_only=True)
class _Rows:
    rows: tuple[Row, ...] = ask(
        "Which invoices are in your ledger?", noun="the list of invoices", row="invoice", group=LEDGER,
        most_rows=MOST_INVOICES, hint="Load your invoices from a file, including paid ones, or type them in.",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What the ledger doesn't say: the same for every customer."""

    customer_type: CustomerType = ask_again(
        shared.customer_type(), question="What kind of customers are they?", group=ABOUT,
        hint="We use this if the file doesn’t say. We treat a name that ends in “Ltd”, “plc” or “LLP” as a company.",
    )  # fmt: skip
    nation: Nation = ask_again(shared.nation(), question="Where are your customers based?", group=ABOUT)
    reminders_sent: Reminders = ask_again(
        next_step.Inputs.__dataclass_fields__["reminders_sent"], group=ABOUT,
        question="How many times have you reminded the late payers in writing?",
    )  # fmt: skip
    keep_customer: bool = ask_again(
        routes.Inputs.__dataclass_fields__["keep_customer"], group=ABOUT, more=False,
    )  # fmt: skip
    terms: str = ask_again(
        _INVOICE["terms"], question="What are your payment terms, if the file has no due dates?", group=ABOUT,
        hint="For example, 30 days. If you don’t enter any, we use the 30 days set by law.",
    )  # fmt: skip
    interest_to: date = ask_again(_INTEREST["interest_to"], more=True)
    basis: Basis = ask_again(_INTEREST["basis"], group=ABOUT)
    contract_rate: Percentage | None = ask_again(_INTEREST["contract_rate"], group=ABOUT)
    chance_of_winning: Percentage = shared.chance_of_winning(more=True)
    chance_of_collecting: Percentage = shared.chance_of_collecting(more=True)
    vat_registered: bool = shared.vat_registered()
    your_name: str = _from_letter("your_name")
    your_business: str = _from_letter("your_business")
    your_address: str = _from_letter("your_address")
    your_contact: str = _from_letter("your_contact")
    bank_details: str = _from_letter("bank_details")

    def problems(self) -> Iterator[Problem]:
        """Answers that contradict each other."""
        yield from late_payment_interest.no_contract_rate(self)


@dataclass(frozen=True, kw_only=True)
class Inputs(Settings, _Rows):
    """What the reader is asked."""
