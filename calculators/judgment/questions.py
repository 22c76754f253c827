"""What the calculator for a judgment asks."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from calculators.court_costs.advice import NO_WAGES
from calculators.kernel import (
    NIL,
    Choice,
    CustomerType,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    ask_again,
    in_words,
    letters,
    pounds,
    shared,
)
from calculators.late_payment_interest import Payment
from calculators.payment_plan import Every

JUDGMENT = "The judgment"
SINCE = "Since the judgment"
WHAT_THEY_HAVE = "Your customer’s money and property"
INSTRUCTION = "Details for the form"
Day = date
"""The type of fields that are themselves named `date`."""

MOST_INSTALMENTS = 600


class Terms(Choice):
    """How the court ordered them to pay."""

    at_once = "In one payment"
    instalments = "By instalments"


class DebtorHas(Choice):
    """The most useful thing that the customer is known to have."""

    unknown = "I don’t know"
    bank_account = "A bank account"
    debtor = "A customer who owes them money"
    goods = "Goods, stock or a vehicle"
    wages = "A job with wages"
    land = "A building or land"


_paid = {one.name: one for one in fields(Payment)}


@dataclass(frozen=True, kw_only=True)
class JudgmentPayment:
    """A payment made since the judgment."""

    date: Day = ask_again(_paid["date"])
    amount: Money = ask_again(_paid["amount"])


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    judgment_amount: Money = ask(
        "How much did the court order them to pay?", noun="the amount of the judgment", group=JUDGMENT, low="0.01",
        high=shared.MOST, hint="Use the total on the judgment, including interest and court fees. For example, 3,296",
    )  # fmt: skip
    judgment_date: date = ask(
        "What is the date of the judgment?", noun="the date of the judgment", group=JUDGMENT, low=shared.EARLIEST,
        high=shared.LATEST, hint="It’s on the judgment. For example, 3 March 2026",
    )  # fmt: skip
    judgment_payments: tuple[JudgmentPayment, ...] = ask(
        "What have they paid since the judgment?", noun="the payments since the judgment", row="payment", group=SINCE,
        default=(), hint="Leave this blank if they haven’t paid anything.",
    )  # fmt: skip
    debtor_has: DebtorHas = ask(
        "What does your customer have, as far as you know?", noun="what your customer has", group=WHAT_THEY_HAVE,
        default=DebtorHas.unknown, hint="An old cheque or bank transfer will show which bank they use.",
    )  # fmt: skip
    judgment_terms: Terms = ask(
        "How did the court order them to pay?", noun="how the court ordered them to pay", group=JUDGMENT, more=True,
        default=Terms.at_once, hint="Look for “by instalments” on the judgment.",
    )  # fmt: skip
    pay_by_date: date | None = ask(
        "What date must they pay by?", noun="the date they must pay by", group=JUDGMENT, more=True,
        when={"judgment_terms": ("at_once",)}, low=shared.EARLIEST, high=shared.LATEST, nearest="either", default=None,
        hint="Leave this blank if the judgment says “forthwith” or doesn’t give one.",
    )  # fmt: skip
    court_instalment: Money | None = ask(
        "How much is each instalment?", noun="the amount of each instalment", group=JUDGMENT, more=True,
        when={"judgment_terms": ("instalments",)}, low="0.01", high=shared.MOST, default=None, hint="For example, 100",
    )  # fmt: skip
    first_instalment_date: date | None = ask(
        "When was the first instalment due?", noun="the date of the first instalment", group=JUDGMENT, more=True,
        when={"judgment_terms": ("instalments",)}, low=shared.EARLIEST, high=shared.LATEST, nearest="either",
        default=None, hint="For example, 3 April 2026",
    )  # fmt: skip
    instalments_every: Every = ask(
        "How often are the instalments due?", noun="how often the instalments are due", group=JUDGMENT, more=True,
        when={"judgment_terms": ("instalments",)}, default=Every.month, hint="It’s usually every month.",
    )  # fmt: skip
    late_payment_debt: bool = ask(
        "Was the judgment for an unpaid invoice between two businesses?",
        noun="whether the judgment was for an unpaid invoice", group=JUDGMENT, more=True,
        default=True, hint="If so, the judgment earns interest, however small.",
        when={
            "nation": ("england_wales",), "customer_type": ("company", "sole_trader", "partnership", "public_body"),
        },
    )  # fmt: skip
    transferred_on: date | None = ask(
        "If you’ve transferred the judgment to the High Court, when was the certificate issued?",
        noun="the date of the certificate",
        group=SINCE, more=True, when={"nation": ("england_wales",)}, low=shared.EARLIEST, high=shared.LATEST,
        default=None, hint="A smaller judgment earns interest from that date.",
    )  # fmt: skip
    enforced_on: date | None = ask(
        "If enforcement has brought in any money, when did you start it?", noun="the date you started enforcement",
        group=SINCE, more=True, when={"nation": ("england_wales",)}, low=shared.EARLIEST, high=shared.LATEST,
        default=None,
        hint="Give the date you asked for bailiffs, a freeze on the bank account or questioning in court. For a wages "
        "order, give the date it was made.",
    )  # fmt: skip
    ejo_applied_on: date | None = ask(
        "When did you apply to the Enforcement of Judgments Office?", noun="the date you applied to the Office",
        group=SINCE, more=True, when={"nation": ("northern_ireland",)}, low=shared.EARLIEST, high=shared.LATEST,
        default=None, hint="Interest stops on that date. Leave this blank if you haven’t applied.",
    )  # fmt: skip
    set_aside_applied: bool = ask(
        "Have they asked the court to set the judgment aside?", noun="whether they’ve asked to set the judgment aside",
        group=SINCE,
        more=True, default=False, hint="Setting it aside means cancelling it.",
    )  # fmt: skip
    chance_of_collecting: Percentage = ask_again(
        shared.chance_of_collecting(), question="How likely is enforcement to get you paid?", more=True,
        hint="A number out of 100. We’ve put 60, but that’s only our guess.",
    )  # fmt: skip
    interest_to: date = ask(
        "What date should we work out interest to?",
        noun="the date to work out interest to", group=shared.DATES, more=True,
        low=shared.EARLIEST, high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip
    vat_registered: bool = shared.vat_registered()
    claim_number: str = letters.words(
        "What is the claim number?", noun="the claim number", group=INSTRUCTION, more=True, high=40,
        hint="It’s on the judgment.",
    )  # fmt: skip
    your_business: str = letters.words(
        "What is your name, or your business’s name?", noun="your name or your business’s name",
        group=INSTRUCTION, more=True, high=100, hint="Use the name on the judgment.", fills="organization",
    )  # fmt: skip
    customer_name: str = letters.words(
        "What is your customer’s full name?", noun="your customer’s full name", group=INSTRUCTION, more=True, high=100,
        hint="Use the name on the judgment.", fills="off",
    )  # fmt: skip
    customer_address: str = letters.words(
        "What is your customer’s address?", noun="your customer’s address", group=INSTRUCTION, more=True, high=300,
        hint="Use the address where they live or trade now.", fills="off", lines=True,
    )  # fmt: skip
    what_they_have: str = letters.words(
        "What do you know about their money and property?", noun="the details of their money and property",
        group=INSTRUCTION, more=True,
        high=500, hint="For example, their bank and sort code, their employer, or the address of a property.",
    )  # fmt: skip

    @property
    def paid(self) -> Money:
        """The total paid since the judgment."""
        return sum((one.amount for one in self.judgment_payments), NIL)

    @property
    def left(self) -> Money:
        """What is left of the judgment, without interest; never below zero."""
        return max(NIL, self.judgment_amount - self.paid)

    def problems(self) -> Iterator[Problem]:
        """Problems with answers that contradict each other, or are missing."""
        if self.judgment_date > self.interest_to:
            day = in_words(self.interest_to)
            yield Problem("judgment_date", f"The date of the judgment must be {day} or earlier.")
            return
        yield from _dates(self)
        yield from _payments(self)
        yield from _instalments(self)
        if self.debtor_has is DebtorHas.wages and self.customer_type in NO_WAGES:
            yield Problem(
                "debtor_has",
                f"{NO_WAGES[self.customer_type]} doesn’t earn wages. Choose something else that they have.",
            )


def _dates(inputs: Inputs) -> Iterator[Problem]:
    until, start = inputs.interest_to, inputs.judgment_date
    for name in ("transferred_on", "enforced_on", "ejo_applied_on"):
        day, asked = getattr(inputs, name), next(one for one in fields(Inputs) if one.name == name).metadata["ask"]
        if day and not start <= day <= until:
            noun = f"{asked.noun[0].upper()}{asked.noun[1:]}"
            yield Problem(name, f"{noun} must be from {in_words(start)} to {in_words(until)}.")


def _payments(inputs: Inputs) -> Iterator[Problem]:
    for number, one in enumerate(inputs.judgment_payments, 1):
        if not inputs.judgment_date <= one.date <= inputs.interest_to:
            span = f"from {in_words(inputs.judgment_date)} to {in_words(inputs.interest_to)}"
            yield Problem(f"judgment_payments.{number}.date", f"Payment {number}: The date they paid must be {span}.")


def _instalments(inputs: Inputs) -> Iterator[Problem]:
    if inputs.judgment_terms is not Terms.instalments:
        return
    if inputs.court_instalment is None:
        yield Problem("court_instalment", "The amount of each instalment is missing. Write it in pounds, such as 100.")
    elif inputs.judgment_amount / inputs.court_instalment > MOST_INSTALMENTS:
        least = pounds((inputs.judgment_amount / MOST_INSTALMENTS).quantize(Decimal("0.01")))
        yield Problem(
            "court_instalment",
            f"At that amount it would take more than {MOST_INSTALMENTS} instalments. Write {least} or more.",
        )
    if inputs.first_instalment_date is None:
        yield Problem(
            "first_instalment_date", "The date of the first instalment is missing. Write a date, such as 3 April 2026."
        )
    elif inputs.first_instalment_date < inputs.judgment_date:
        day = in_words(inputs.judgment_date)
        yield Problem("first_instalment_date", f"The date of the first instalment must be {day} or later.")
