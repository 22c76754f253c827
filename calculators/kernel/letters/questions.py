"""What every letter asks, and the questions that several letters share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.fields import Daily, Problem, ask
from calculators.kernel.base.money import Money, pounds
from calculators.kernel.law import shared_questions as shared
from calculators.kernel.law.shared_questions import CustomerType, Nation

EARLIEST = date(2025, 1, 1)
"""Nobody sends a letter of long ago; from this day every figure that a letter needs is known."""

YOU = "You"
CUSTOMER = "Your customer"
DEAL = "The deal"


def _words(question: str, *, noun: str, group: str, hint: str, high: int, more: bool = False) -> Any:
    """A question answered in words, of so many characters at most, that may stay empty."""
    return ask(question, noun=noun, group=group, hint=hint, high=high, more=more, default="")


def days_to_answer(usual: int) -> Any:
    """How long they get to answer."""
    return ask(
        "How many days do you give them to answer?", noun="the number of days to answer", group=shared.DATES,
        low=1, high=90, default=usual, hint="We move the last day on where banks are closed. For example 14",
    )  # fmt: skip


def settlement_amount() -> Any:
    """The lower sum that ends it."""
    return ask(
        "What sum would settle it?", noun="the sum that would settle it", group=DEAL, low="0.01", high=shared.MOST,
        default=None, hint="With VAT and interest. For example 2,400",
    )  # fmt: skip


def disputed() -> Any:
    """Whether the debt is admitted, on which the form of a release depends."""
    return ask(
        "Do they say that they do not owe it all?", noun="whether they dispute it", group=DEAL, default=True,
        hint="To take less for a debt that nobody disputes, you need a deed.",
    )  # fmt: skip


def what_they_claim() -> Any:
    """What the customer wants from the reader."""
    return _words(
        "Do they say that you owe them something?", noun="what they say you owe", group=DEAL, high=200,
        hint="Leave it empty if not. For example the damage to four cars",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What every letter asks: about which debt, from whom, to whom and when. Whatever is empty becomes a blank."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money | None = shared.amount_owed(required=False)  # a blank stands in its place
    interest_and_compensation: Money = shared.interest_and_compensation()
    invoice_numbers: str = _words(
        "Which invoices?", noun="the list of invoices", group=shared.DEBT, high=200,
        hint="Their numbers. For example 1041 and 1057",
    )  # fmt: skip
    what_for: str = _words(
        "What did you do or supply?", noun="what you did or supplied", group=shared.DEBT, high=200,
        hint="For example garden design in May 2026",
    )  # fmt: skip
    daily_interest: Daily = shared.daily_interest()
    your_name: str = _words(
        "What is your name?", noun="your name", group=YOU, high=100, hint="The person who signs. For example Sam Jones",
    )  # fmt: skip
    your_business: str = _words(
        "What is your business called?", noun="the name of your business", group=YOU, high=100,
        hint="As on your invoices.",
    )  # fmt: skip
    your_address: str = _words(
        "What is your address?", noun="your address", group=YOU, high=200, more=True,
        hint="On one line. For example 4 Mill Lane, Leeds LS1 4AB",
    )  # fmt: skip
    your_contact: str = _words(
        "How can they reach you?", noun="the way to reach you", group=YOU, high=150, more=True,
        hint="Your phone number, your email, or both.",
    )  # fmt: skip
    bank_details: str = _words(
        "Where should they pay?", noun="where they should pay", group=YOU, high=200, more=True,
        hint="The account on your invoice. It stays on your device.",
    )  # fmt: skip
    customer_name: str = _words(
        "What is your customer called?", noun="the name of your customer", group=CUSTOMER, high=100,
        hint="In full. For example Example Motors Ltd",
    )  # fmt: skip
    customer_contact: str = _words(
        "Who do you write to there?", noun="the person you write to", group=CUSTOMER, high=100, more=True,
        hint="For example Ms Patel",
    )  # fmt: skip
    customer_address: str = _words(
        "What is your customer’s address?", noun="your customer’s address", group=CUSTOMER, high=200, more=True,
        hint="On one line, with the postcode.",
    )  # fmt: skip
    due_date: date | None = shared.due_date(more=False)
    letter_date: date = ask(
        "Which date goes on it?", noun="the date on the letter", group=shared.DATES, low=EARLIEST,
        high=shared.LATEST, today=True, hint="The day you send it. Leave it empty for today.",
    )  # fmt: skip

    @property
    def whole_sum(self) -> Money | None:
        """The debt with interest and compensation, if the debt was typed."""
        return None if self.amount_owed is None else self.amount_owed + self.interest_and_compensation


def not_late_yet(letter: Letter) -> Iterator[Problem]:
    """A letter about late payment that is dated before the payment is late."""
    if letter.due_date and letter.letter_date <= letter.due_date:
        first = in_words(letter.due_date + timedelta(days=1))
        yield Problem("letter_date", f"The date on the letter must be {first} or later. The money is not late before.")


def too_much(letter: Letter, settles: Money | None) -> Iterator[Problem]:
    """A settlement for more than all that is owed."""
    whole = letter.whole_sum
    if settles and whole is not None and settles > whole:
        told = f"The sum that would settle it must be {pounds(whole)} or less. That is all you are owed."
        yield Problem("settlement_amount", told)
