"""Questions about the claim that several calculators share, each defined once."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, field, replace
from datetime import date
from decimal import Decimal
from functools import wraps
from typing import Any, Protocol

from calculators.kernel.base.money import NIL, Money, Percentage
from calculators.kernel.base.schema import Choice, Problem, ask
from calculators.kernel.figures.reference import NoFigure, figure

MOST = 10_000_000
"""The largest amount in pounds: we haven't checked higher claims."""

EARLIEST = date(2000, 1, 1)
LATEST = date(2099, 12, 31)

DEBT = "What you’re owed"
COSTS = "What it would cost you"
CHANCES = "How likely is it?"
CARRIED = (
    "nation", "customer_type", "amount_owed", "interest_and_compensation", "interest_counted_to", "daily_interest",
    "due_date",
)  # fmt: skip
"""The answers and figures carried over to the next page."""
DATES = "Dates"
THEIR_SIDE = "Their side"
AFTER_JUDGMENT = "After a judgment"


def vat_rate(on: date) -> Percentage | None:
    """The standard rate of VAT on that date, in per cent, or None before the first rate that we know."""
    try:
        return figure("uk.vat_rate", on).value
    except NoFigure:
        return None


class Nation(Choice):
    """The nation whose courts apply."""

    england_wales = "England or Wales"
    scotland = "Scotland"
    northern_ireland = "Northern Ireland"


class CustomerType(Choice):
    """The kind of customer, as the law classifies it."""

    company = "A company or LLP"
    sole_trader = "A sole trader"
    partnership = "A partnership"
    consumer = "A consumer"
    public_body = "A public body, such as a council"
    association = "A club, charity or association that isn’t a company"


PEOPLE = (CustomerType.sole_trader, CustomerType.partnership, CustomerType.consumer, CustomerType.association)
"""Customers that the law on consumer credit protects: it counts small partnerships and unincorporated bodies as
individuals (Consumer Credit Act 1974, s189(1); FCA Handbook glossary)."""


def is_person(customer_type: CustomerType) -> bool:
    """Whether the law on consumer credit counts the customer as an individual."""
    return customer_type in PEOPLE


MAY_BE_LARGE = (CustomerType.company, CustomerType.partnership, CustomerType.association)
"""Kinds of customer that it may be worth complaining about to the Small Business Commissioner.

The law requires a business with 50 staff or more that isn't a public authority (Enterprise Act 2016, Part 1), and a
sole trader hardly ever has that many.
"""


ASSOCIATION_INTEREST = (
    "Check before you charge a club or charity interest: the law on late payment only applies if it bought from you "
    "in the course of a business, such as running a bar or a shop. We couldn’t find a case that decides where the "
    "line is."
)
"""1998 Act, s2(1): both sides must act in the course of a business, and s2(7) does not say when a club does."""

SUING_AN_ASSOCIATION = (
    "Get advice on who to name before you claim: a club or association that isn’t a company can’t usually be sued in "
    "its own name. Find out who ordered from you and who runs it."
)
"""An unincorporated association has no legal personality: Howells v Dominion Insurance [2005] EWHC 552 (QB)."""


class EnforcementMethod(Choice):
    """How a judgment is enforced."""

    none = "None, or not sure yet"
    warrant_of_control = "County Court bailiffs (warrant of control)"
    attachment_of_earnings = "Money from their wages (attachment of earnings)"
    charging_order = "A charge on their property (charging order)"
    third_party_debt_order = "Money from their bank account (third party debt order)"
    high_court_writ = "High Court enforcement officers (writ of control)"


class CourtApplication(Choice):
    """An application to the court during a claim; each member has the name of its fee."""

    none = "None, or not sure yet"
    on_notice = "With notice: your customer can answer it"
    without_notice = "Without notice, or with their agreement"


class SharedQuestion(Protocol):
    """Makes the field for a shared question; a calculator may override `required` and `more`."""

    def __call__(self, *, required: bool | None = None, more: bool | None = None, **own: Any) -> Any:
        """The field; `required` makes an answer compulsory or optional, `more` moves it behind “More detail”."""


def _shared(question: Callable[..., Any]) -> SharedQuestion:
    """Lets a calculator override `required` and `more`."""

    @wraps(question)
    def asked(*, required: bool | None = None, more: bool | None = None, **own: Any) -> Any:
        usual = question(**own)
        words = usual.metadata["ask"]
        default = usual.default if required is None else MISSING if required else None
        return field(default=default, metadata={"ask": words if more is None else replace(words, more=more)})

    return asked


@_shared
def nation() -> Any:
    return ask(
        "Where is your customer based?", noun="the place where your customer is based", group=DEBT,
        hint="Courts and fees are different in each nation.", default=Nation.england_wales,
    )  # fmt: skip


@_shared
def customer_type() -> Any:
    return ask(
        "Who owes you the money?", noun="the kind of customer", group=DEBT,
        hint="Look at the name on the invoice. “Ltd”, “plc” or “LLP” means a company.", default=CustomerType.company,
    )  # fmt: skip


DEBT_HINT = "Your unpaid invoices, including VAT but before any interest. For example, 3,000"
PAID_LATE_HINT = (
    "Your unpaid invoices, including VAT but before any interest. For example, 3,000. "
    "Enter 0 if you’re only owed interest and compensation."
)


@_shared
def amount_owed(*, may_be_paid: bool = False) -> Any:
    """The unpaid invoices; 0 is accepted if the calculator can deal with interest alone (see `nothing_owed`)."""
    return ask(
        "How much are you owed?", noun="the amount you’re owed", group=DEBT, low=0 if may_be_paid else "0.01",
        high=MOST, vat_rate=vat_rate, hint=PAID_LATE_HINT if may_be_paid else DEBT_HINT,
    )  # fmt: skip


def nothing_owed(amount_owed: Money | None, interest_and_compensation: Money) -> Iterator[Problem]:
    """A problem if neither an invoice nor interest is left to claim; an amount left blank for a letter is None.

    Interest and compensation can be claimed after the invoice was paid late (Late Payment of
    Commercial Debts (Interest) Act 1998, sections 1(1) and 5A).
    """
    if amount_owed is not None and not amount_owed + interest_and_compensation:
        yield Problem(
            "amount_owed",
            "Enter the amount you’re owed. If you’re only owed interest and compensation, enter those.",
        )


@_shared
def interest_and_compensation() -> Any:
    return ask(
        "How much interest and compensation are you claiming?", noun="the amount of interest and compensation",
        group=DEBT, low=0, high=MOST, default=NIL,
        hint="What you’re adding for late payment. Leave this blank if you aren’t adding any.",
    )  # fmt: skip


@_shared
def daily_interest() -> Any:
    return ask(
        "How much interest is added each day?", noun="the daily interest", group=DEBT, more=True,
        low=0, high=100_000, default=Decimal(0), hint="For example, 2.5753. We add it for each day up to the hearing.",
    )  # fmt: skip


@_shared
def interest_counted_to(*, hint: str) -> Any:
    """The last date that `interest_and_compensation` covers; after it, `daily_interest` runs."""
    return ask(
        "What date does the interest run up to?", noun="the date the interest runs up to", group=DEBT,
        more=True, low=EARLIEST, high=LATEST, nearest="either", default=None, hint=hint,
    )  # fmt: skip


@_shared
def due_date() -> Any:
    return ask(
        "When was the money due?", noun="the due date", group=DATES, more=True, low=EARLIEST, high=LATEST,
        default=None,
        hint="For the oldest invoice. For example, 31 March 2026. We use it to check you’re in time to claim.",
    )  # fmt: skip


@_shared
def claim_date() -> Any:
    return ask(
        "When would you start the claim?", noun="the date you’d start the claim", group=DATES,
        more=True, low=EARLIEST, high=LATEST, today=True,
        hint="Leave this blank to use today’s date. We use the court fees in force on that date.",
    )  # fmt: skip


@_shared
def vat_registered() -> Any:
    return ask(
        "Are you registered for VAT?", noun="whether you’re registered for VAT", group=COSTS, more=True, default=False,
        adds_vat=True, hint="A registered business can usually reclaim the VAT it’s charged.",
    )  # fmt: skip


@_shared
def own_hours() -> Any:
    return ask(
        "How many hours of your own time would it take?", noun="the number of hours of your own time",
        group=COSTS, more=True, low=0, high=2_000, default=Decimal(0),
        hint="Include forms, documents and going to a hearing. You get little or nothing back for your time.",
    )  # fmt: skip


@_shared
def hourly_value() -> Any:
    return ask(
        "How much is an hour of your time worth?", noun="the value of an hour of your time", group=COSTS,
        more=True, low=0, high=10_000,
        default=NIL, hint="Use what you’d otherwise earn in that hour.",
    )  # fmt: skip


@_shared
def legal_costs() -> Any:
    return ask(
        "What would a solicitor charge you?", noun="the solicitor’s charge", group=COSTS, more=True, low=0, high=MOST,
        default=NIL, hint="For the whole claim. Leave this blank if you’d do it yourself.",
    )  # fmt: skip


@_shared
def chance_of_winning() -> Any:
    return ask(
        "If they defend the claim, how likely are you to win?", noun="the chance of winning", group=CHANCES,
        low=0, high=100,
        default=Decimal(75), hint="A number out of 100. We’ve put 75, but that’s only our guess: change it to yours.",
    )  # fmt: skip


@_shared
def chance_of_collecting() -> Any:
    return ask(
        "If you win, how likely are you to be paid?", noun="the chance of being paid",
        group=CHANCES, low=0, high=100, default=Decimal(60),
        hint="A number out of 100. We’ve put 60, but that’s only our guess. Winning doesn’t mean they can pay.",
    )  # fmt: skip


@_shared
def chance_of_defence() -> Any:
    return ask(
        "How likely are they to defend the claim?", noun="the chance of a defence", group=CHANCES, more=True,
        low=0, high=100, default=None, hint="A number out of 100. Leave this blank to use the latest published figure.",
    )  # fmt: skip


@_shared
def travel_cost() -> Any:
    return ask(
        "How much would it cost to get to the hearing?", noun="the cost of travel", group=COSTS, more=True,
        low=0, high=10_000, default=NIL, hint="For example, train fares, fuel or parking.",
    )  # fmt: skip


@_shared
def other_sides_costs() -> Any:
    return ask(
        "If you lose, how much might you pay towards their solicitor?",
        noun="the amount you’d pay towards their solicitor", group=COSTS, more=True, low=0, high=MOST, default=NIL,
        hint="Rarely anything in a small claim. In a bigger claim the loser usually pays, so ask a solicitor.",
    )  # fmt: skip


@_shared
def enforcement_method() -> Any:
    return ask(
        "If you win and they still don’t pay, how would you enforce the judgment?",
        noun="how to enforce the judgment", group=AFTER_JUDGMENT, default=EnforcementMethod.none,
        hint="Each method has its own fee.",
    )  # fmt: skip


@_shared
def counterclaim_amount() -> Any:
    """What the customer claims in return, including VAT; zero if they claim nothing."""
    return ask(
        "How much do they say you owe them?", noun="the amount they say you owe", group=THEIR_SIDE, more=True,
        low=0, high=MOST, default=NIL, hint="Including VAT. Leave this blank if they don’t claim anything from you.",
    )  # fmt: skip


@_shared
def counterclaim_chance() -> Any:
    return ask(
        "How likely is the court to agree that you owe it?", noun="the chance that their counterclaim succeeds",
        group=THEIR_SIDE, more=True, low=0, high=100, default=Decimal(50),
        hint="A number out of 100. We’ve put 50, but that’s our guess. We only use it if you enter an amount above.",
    )  # fmt: skip
