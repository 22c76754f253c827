"""The questions: what decides whether the complaint can be taken, and what the email must include."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.kernel import (
    Choice,
    CustomerType,
    Letter,
    Money,
    Nation,
    Problem,
    ask,
    ask_again,
    in_words,
    letters,
    shared,
)

CAN = "Can you complain?"
EMAIL = "For the email"


class YourStaff(Choice):
    """How many staff the reader's business has (SI 2017/1273, regulation 2)."""

    under_50 = "Fewer than 50"
    under_50_before = "50 or more now, but fewer when payment was due or on average last tax year"
    fifty_or_more = "50 or more throughout"


class CustomerStaff(Choice):
    """How many staff the customer has, and whether it has an office in the UK."""

    fifty_or_more = "50 or more, and it has an office in the UK"
    under_50 = "Fewer than 50"
    no_uk_office = "It has no office in the UK"
    unsure = "I’m not sure"


class ToldCustomer(Choice):
    """Whether the customer has had a chance to put it right (Enterprise Act 2016, section 7(2)(a))."""

    yes = "Yes, and they’ve had time to sort it out"
    too_soon = "Yes, but only in the last few days"
    would_harm = "No, because it would damage my business"
    no = "Not yet"


class UnderWay(Choice):
    """A procedure that rules a complaint out while it lasts."""

    nothing = "None of these"
    claim = "A court claim"
    mediation = "Mediation"
    adjudication = "Adjudication or arbitration"


class ComplaintAbout(Choice):
    """What the complaint is about (Enterprise Act 2016, section 4(4) and (5))."""

    not_paid = "They haven’t paid"
    less = "They took money off, or changed the terms"
    price = "We disagree about how much the work is worth"


def _folded(name: str, **words: Any) -> Any:
    return ask_again(Letter.__dataclass_fields__[name], more=True, **words)


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked; everything is worked out as at `letter_date`."""

    nation: Nation = _folded("nation")
    customer_type: CustomerType = _folded("customer_type")
    your_staff: YourStaff = ask(
        "How many people work for you?", noun="the number of people who work for you", group=CAN
    )
    customer_staff: CustomerStaff = ask(
        "How many people work for your customer?", noun="the number of people who work for your customer", group=CAN,
        default=CustomerStaff.unsure, hint="Its accounts at Companies House often give the number. It’s free to look.",
    )  # fmt: skip
    due_date: date | None = ask_again(
        shared.due_date(more=False),
        group=CAN,
        hint="If there are several invoices, use the oldest. For example, 31 March 2026",
    )
    told_customer: ToldCustomer = ask(
        "Have you told your customer what’s wrong?", noun="whether you’ve told your customer", group=CAN,
        default=ToldCustomer.yes,
    )  # fmt: skip
    under_way: UnderWay = ask(
        "Are any of these under way?", noun="the claim or mediation under way", group=CAN, default=UnderWay.nothing,
        hint="The Commissioner can’t help while any of these is under way.",
    )  # fmt: skip
    complaint_about: ComplaintAbout = ask(
        "What’s the complaint about?", noun="what the complaint is about", group=CAN, default=ComplaintAbout.not_paid
    )
    late_reason: str = letters.words(
        "If the money was due more than 12 months ago, why didn’t you complain sooner?",
        noun="the reason for complaining late",
        group=EMAIL, high=400, more=True, hint="For example, they kept promising a date.",
    )  # fmt: skip
    harm_reason: str = letters.words(
        "How would telling your customer first harm your business?",
        noun="how telling your customer would harm your business", group=EMAIL, high=400, more=True,
        hint="For example, they’d stop ordering from you.",
    )  # fmt: skip
    amount_owed: Money | None = ask_again(shared.amount_owed(required=False), more=True)
    invoice_numbers: str = _folded("invoice_numbers")
    what_for: str = _folded("what_for")
    agreement_details: str = letters.agreement_details(group=EMAIL, more=True)
    steps_so_far: str = letters.steps_so_far(group=EMAIL, more=True)
    your_name: str = _folded("your_name")
    your_business: str = _folded("your_business")
    customer_name: str = _folded("customer_name")
    letter_date: date = _folded(
        "letter_date", question="Which date should we use?", hint="Leave this blank to use today’s date."
    )

    def problems(self) -> Iterator[Problem]:
        """Problems with a due date that is missing or hasn't passed."""
        if self.due_date is None:
            yield Problem("due_date", "The due date is missing. Write a date, such as 31 March 2026.")
        elif self.due_date >= self.letter_date:
            last = in_words(self.letter_date)
            yield Problem("due_date", f"The due date must be before {last}. Until then, the payment isn’t late.")
