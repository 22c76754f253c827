"""The questions that every letter asks, and those that several letters share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import NIL, Money, pounds
from calculators.kernel.base.schema import Choice, Daily, Problem, ask
from calculators.kernel.law import shared_questions as shared
from calculators.kernel.law.court_fees import days_to_give, reply_days
from calculators.kernel.law.shared_questions import CustomerType, Nation

EARLIEST = date(2025, 1, 1)
"""The earliest date for a letter: from then on, every figure that a letter needs is known."""

YOU = "About you"
CUSTOMER = "Your customer"
DEAL = "The deal"


class AgreementForm(Choice):
    """How the contract was made."""

    written = "In writing (including by email)"
    spoken = "By word of mouth"


def words(
    question: str,
    *,
    noun: str,
    group: str,
    hint: str,
    high: int,
    more: bool = False,
    fills: str = "",
    lines: bool = False,
) -> Any:
    """An optional question answered in words, of `high` characters at most; `fills` is its token for autofill."""
    return ask(
        question, noun=noun, group=group, hint=hint, high=high, more=more, default="", autocomplete=fills, lines=lines
    )


def days_to_answer(usual: int) -> Any:
    """How many days the customer gets to reply."""
    return ask(
        "How many days will you give them to reply?", noun="the number of days to reply", group=shared.DATES,
        more=True,
        low=1, high=90, default=usual, hint="For example, 14. If the last day isn’t a working day, we use the next.",
    )  # fmt: skip


def days_before_claim() -> Any:
    """How many days the customer gets to reply to a letter before claim; `too_few_days` checks them."""
    return ask(
        "How many days will you give them to reply?", noun="the number of days to reply", group=shared.DATES, low=7,
        high=90, default=None,
        hint="Leave this blank to use the standard period: 30 days for an individual or sole trader, otherwise 14.",
        more=True,
    )  # fmt: skip


def too_few_days(
    days: int | None, nation: Nation, customer_type: CustomerType, on: date, last: date | None
) -> Iterator[Problem]:
    """A problem if a letter before claim gives fewer days than the rules of England and Wales ask for.

    No problem if time is short (see `time_is_short`); `last` is the last day to start the claim, if it's known.
    """
    least = reply_days(nation, customer_type, on)
    if days is not None and least and days < least.value and not time_is_short(customer_type, on, last):
        yield Problem(
            "days_to_answer",
            f"The number of days to reply must be {least.value} or more. That’s the least the rules allow for this "
            "kind of customer.",
        )


def time_is_short(customer_type: CustomerType, on: date, last: date | None) -> bool:
    """Whether a letter of that date that gives the full time to reply leaves under two weeks to start the claim.

    The rules then allow fewer days: Pre-Action Protocol for Debt Claims, paragraph 8.2. Two weeks is our choice.
    """
    days = int(days_to_give(customer_type, on).value)
    return last is not None and on + timedelta(days=days + DAYS_TO_CLAIM) > last


DAYS_TO_CLAIM = 14


def fewer_days(days: int | None, nation: Nation, customer_type: CustomerType, on: date) -> Iterator[str]:
    """A caution if a letter before claim gives fewer days than the rules ask for."""
    least = reply_days(nation, customer_type, on)
    if days is not None and least and days < least.value:
        yield (
            f"Give them {least.value} days if you still can, as the rules say you should. Giving fewer is only safe if "
            "your time limit is nearly up, so get advice first."
        )


def if_longer(last: date) -> str:
    """A sentence for readers whose letter before claim gave more days than the rules ask for, which end on `last`."""
    return f"If your letter gave a deadline later than {in_words(last)}, wait until then."


def settlement_amount() -> Any:
    """The lower amount that settles the debt."""
    return ask(
        "What amount would settle the debt?", noun="the amount that would settle the debt", group=DEAL, low="0.01",
        high=shared.MOST,
        default=None, hint="Including VAT and interest. For example, 2,400",
    )  # fmt: skip


def disputed() -> Any:
    """Whether the debt is disputed, which decides the form of a release."""
    return ask(
        "Do they dispute any of the debt?", noun="whether they dispute the debt", group=DEAL, default=True,
        hint="If nobody disputes the debt, you need a deed to settle for less.",
    )  # fmt: skip


def what_they_claim(*, more: bool = False) -> Any:
    """What the customer says that the reader owes them."""
    return words(
        "What do they say you owe them, if anything?", noun="what they say you owe", group=DEAL, high=200, more=more,
        hint="For example, the damage to four cars",
    )  # fmt: skip


def steps_so_far(*, group: str, more: bool = False) -> Any:
    """What the reader has done so far to get paid."""
    return words(
        "What have you done so far to get paid?", noun="what you’ve done so far to get paid", group=group, high=300,
        more=more, hint="For example, reminders on 5 and 19 October and a call on 26 October",
    )  # fmt: skip


def agreement_form(*, group: str, more: bool = False) -> Any:
    """How the contract was made, which decides what a letter or claim must say about it."""
    return ask(
        "How did you make the agreement?", noun="how you made the agreement", group=group, more=more,
        default=AgreementForm.written, hint="An order that you accepted by email is in writing.",
    )  # fmt: skip


def agreement_details(*, group: str, more: bool = False) -> Any:
    """The details of the contract."""
    return words(
        "Who agreed what, and when?", noun="what you agreed", group=group, high=400, more=more,
        hint="The names, date and terms. If it was by word of mouth, say where, and what was said.",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Letter:
    """The questions of every letter: which debt, who it's from, who it's to and when. Empty answers become blanks."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money | None = shared.amount_owed(required=False)  # left empty, it's a blank in the letter
    interest_and_compensation: Money = shared.interest_and_compensation(more=True)
    add_interest: bool = ask(
        "Do you want the letter to ask for interest and compensation?", noun="whether the letter asks for interest",
        group=shared.DEBT, more=True, default=True, hint="If you say no, you can still claim them later.",
    )  # fmt: skip
    invoice_numbers: str = words(
        "What are the invoice numbers?", noun="the invoice numbers", group=shared.DEBT, high=200,
        hint="For example, 1041 and 1057",
    )  # fmt: skip
    what_for: str = words(
        "What did you do or supply?", noun="what you did or supplied", group=shared.DEBT, high=200,
        hint="For example, garden design in May 2026",
    )  # fmt: skip
    daily_interest: Daily = shared.daily_interest()
    interest_counted_to: date | None = shared.interest_counted_to(
        hint="Leave this blank to use the date on the letter."
    )
    your_name: str = words(
        "What is your name?", noun="your name", group=YOU, high=100, fills="name",
        hint="The person who signs. For example, Sam Jones",
    )  # fmt: skip
    your_business: str = words(
        "What is your business called?", noun="your business name", group=YOU, high=100, fills="organization",
        hint="Use the name on your invoices.",
    )  # fmt: skip
    your_address: str = words(
        "What is your address?", noun="your address", group=YOU, high=200, more=True,
        fills="street-address", lines=True, hint="Include the postcode. For example, 4 Mill Lane, Leeds LS1 4AB",
    )  # fmt: skip
    your_contact: str = words(
        "How can they reach you?", noun="your email or phone number", group=YOU, high=150, more=True, fills="email",
        hint="Your email, your phone number, or both.",
    )  # fmt: skip
    bank_details: str = words(
        "Which account should they pay into?", noun="your bank details", group=YOU, high=200, more=True,
        fills="off", hint="Use the account on your invoice. These details stay on your device.",
    )  # fmt: skip
    customer_name: str = words(
        "What is your customer called?", noun="your customer’s name", group=CUSTOMER, high=100,
        fills="off", hint="Give the full name. For example, Example Motors Ltd",
    )  # fmt: skip
    customer_contact: str = words(
        "What is your contact’s name?", noun="the contact’s name", group=CUSTOMER, high=100, more=True,
        fills="off",        hint="For example, Ms Patel",
    )  # fmt: skip
    customer_address: str = words(
        "What is your customer’s address?", noun="your customer’s address", group=CUSTOMER, high=200, more=True,
        fills="off", lines=True, hint="Include the postcode. For a company, use its registered office.",
    )  # fmt: skip
    customer_email: str = words(
        "What is your customer’s email address?", noun="your customer’s email address", group=CUSTOMER, high=150,
        more=True, fills="off", hint="Only if you send the letter by email. It doesn’t appear in the letter.",
    )  # fmt: skip
    due_date: date | None = shared.due_date(more=False)
    letter_date: date = ask(
        "What date goes on the letter?", noun="the date on the letter", group=shared.DATES, more=True, low=EARLIEST,
        high=shared.LATEST, today=True, hint="The day you send it. Leave this blank to use today’s date.",
    )  # fmt: skip

    @property
    def whole_sum(self) -> Money | None:
        """The debt with the interest and compensation that the letter asks for; None if no debt was typed."""
        return None if self.amount_owed is None else self.amount_owed + self.interest

    @property
    def interest(self) -> Money:
        """The interest and compensation that the letter asks for."""
        return self.interest_and_compensation if self.add_interest else NIL

    @property
    def interest_a_day(self) -> Daily:
        """The daily interest that the letter asks for; none runs on an invoice that has been paid."""
        return self.daily_interest if self.add_interest and not self.paid_late else Decimal(0)

    @property
    def interest_before(self) -> date | None:
        """The last date that the interest covers, if that's before the date on the letter and interest still runs."""
        counted = self.interest_counted_to
        return counted if counted and counted < self.letter_date and self.interest_a_day else None

    @property
    def paid_late(self) -> bool:
        """Whether the invoice has been paid, leaving only interest and compensation."""
        return self.amount_owed == 0

    def problems(self) -> Iterator[Problem]:
        """A problem if interest was worked out to a date after the letter, since some of it isn't due yet."""
        if self.interest and self.interest_counted_to and self.interest_counted_to > self.letter_date:
            yield Problem(
                "interest_counted_to",
                f"The date the interest runs up to must be {in_words(self.letter_date)} or earlier. That’s the date "
                "on the letter, and later interest isn’t due yet.",
            )


@dataclass(frozen=True, kw_only=True)
class LateLetter(Letter):
    """A letter about late payment, even if the invoice has since been paid (1998 Act, sections 1(1) and 5A)."""

    amount_owed: Money | None = shared.amount_owed(may_be_paid=True, required=False)
    paid_on: date | None = ask(
        "If they’ve paid the invoice, when did they pay it?", noun="the date they paid the invoice",
        group=shared.DATES, more=True, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="Only answer this if you entered 0 as the amount you’re owed.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems if there is nothing to ask for, or the dates are in the wrong order."""
        yield from Letter.problems(self)
        yield from shared.nothing_owed(self.amount_owed, self.interest)
        yield from not_late_yet(self)
        if self.paid_on and self.due_date and self.paid_on <= self.due_date:
            first = in_words(self.due_date + timedelta(days=1))
            yield Problem(
                "paid_on", f"The date they paid the invoice must be {first} or later. Otherwise it wasn’t late."
            )


def not_late_yet(letter: Letter) -> Iterator[Problem]:
    """A problem if a letter about late payment is dated before the payment is late."""
    if letter.due_date and letter.letter_date <= letter.due_date:
        first = in_words(letter.due_date + timedelta(days=1))
        yield Problem(
            "letter_date", f"The date on the letter must be {first} or later. Until then, the money isn’t late."
        )


def too_much(letter: Letter, settles: Money | None) -> Iterator[Problem]:
    """A problem if a settlement is for more than the total owed."""
    whole = letter.whole_sum
    if settles and whole is not None and settles > whole:
        told = f"The amount that would settle the debt must be {pounds(whole)} or less. That’s all you’re owed."
        yield Problem("settlement_amount", told)
