"""What the plan asks: the situation first, then only what that situation needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, CustomerType, Money, Nation, Problem, ask, shared
from calculators.late_payment_interest import Invoice
from calculators.next_step import CanPay, Claim, Contact, Disputed, Letter

SITUATION, DETAILS = "What’s happening", "Details"


class Situation(Choice):
    """What is happening, in the reader's words; each stands for answers that nobody needs to give one by one."""

    not_asked = "It’s late, and I haven’t asked yet"
    silent = "They don’t answer me"
    promising = "They say they’ll pay, but they haven’t"
    disputing = "They say they don’t owe it"
    cannot_pay = "They can’t pay it all at once"
    tried = "I’ve tried everything: is it time for court?"
    unsure = "I’m not sure"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked; the folded answers take the place of what the situation stands for."""

    situation: Situation = ask(
        "What’s happening?", noun="what’s happening", group=SITUATION, default=Situation.unsure,
    )  # fmt: skip
    amount_owed: Money | None = ask(
        "How much are you owed?", noun="the amount you’re owed", group=shared.DEBT, low="0.01", high=shared.MOST,
        default=None, hint="The unpaid invoices with VAT, before any interest. For example 3,000",
    )  # fmt: skip
    due_date: date | None = ask(
        "When was it due?", noun="the due date", group=shared.DEBT, low=shared.EARLIEST, high=shared.LATEST,
        default=None, hint="The oldest unpaid invoice. For example 10 October",
    )  # fmt: skip
    customer_type: CustomerType = shared.customer_type()
    nation: Nation = shared.nation()
    keep_customer: bool = ask(
        "Do you want to keep working with them?", noun="whether you want to keep them", group=shared.DEBT, default=True,
    )  # fmt: skip
    letter_sent: Letter | None = ask(
        "Have you sent a letter before claim?", noun="the answer about the letter", group=shared.DEBT, default=None,
        hint="A final letter saying you’ll go to court, and by when they must answer.",
        when={"situation": ("tried", "disputing")},
    )  # fmt: skip
    in_contact: Contact | None = ask(
        "Do they answer you?", noun="the answer about contact", group=DETAILS, more=True, default=None,
    )  # fmt: skip
    disputed: Disputed | None = ask(
        "Do they say they don’t owe it?", noun="the answer about a dispute", group=DETAILS, more=True, default=None,
    )  # fmt: skip
    can_pay: CanPay | None = ask(
        "Can they pay?", noun="the answer about their means", group=DETAILS, more=True, default=None,
    )  # fmt: skip
    claim_made: Claim | None = ask(
        "Have you started a court claim?", noun="the answer about a claim", group=DETAILS, more=True, default=None,
    )  # fmt: skip
    offer_amount: Money | None = ask(
        "What have they offered?", noun="their offer", group=DETAILS, more=True, low="0.01", high=shared.MOST,
        default=None, hint="In all. Leave it empty if there’s no offer.",
    )  # fmt: skip
    invoices: tuple[Invoice, ...] = ask(
        "Several invoices?", noun="the list of invoices", group=DETAILS, more=True, default=(),
        hint="One row each. They take the place of the amount and date above.",
    )  # fmt: skip
    vat_registered: bool = shared.vat_registered()
    plan_from: date = ask(
        "From which date do you plan?", noun="the date you plan from", group=DETAILS, more=True,
        low=date(2013, 4, 1), high=shared.LATEST, today=True, hint="Leave it empty for today.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Something must be owed."""
        if self.amount_owed is None and not self.invoices:
            yield Problem("amount_owed", "Enter the amount you’re owed.")
