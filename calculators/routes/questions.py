"""What the plan asks: the situation first, then the debt, then only what that situation needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.kernel import CustomerType, Money, Nation, Problem, add_months, ask, ask_again, shared
from calculators.late_payment_interest import Invoice
from calculators.next_step import Inputs as NextStepInputs
from calculators.next_step.questions import (
    CanPay,
    Claim,
    CompanyStatus,
    Contact,
    Disputed,
    Letter,
    Mediation,
    Offer,
    Paid,
    Reminders,
    SinceJudgment,
    Situation,
    Whereabouts,
)

DETAILS, DONE = "Details", "What you’ve done so far"

PLANS_BEGIN = date(2013, 4, 1)


def _as_in_next_step(name: str, *situations: str) -> Any:
    """A question of next_step, asked in these situations."""
    when = {"situation": situations} if situations else ()
    return ask_again(NextStepInputs.__dataclass_fields__[name], group=shared.DEBT, when=when)


def _folded(name: str) -> Any:
    """A question of next_step, folded away; if it's left empty, the situation implies the answer."""
    return ask_again(NextStepInputs.__dataclass_fields__[name], group=DETAILS, more=True, default=None)


def _done_on(question: str, noun: str) -> Any:
    """A question for the date of something that the reader may have done."""
    return ask(
        question, noun=noun, group=DONE, more=True, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="Leave this blank if you haven’t yet.",
    )  # fmt: skip


MOST_MONTHS_AHEAD = 12
"""How many months ahead a due date may be before we ask the reader to check the year: our choice."""


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked: the situation, four things about the debt, and at most one more to decide the step."""

    situation: Situation | None = _as_in_next_step("situation")
    company_status: CompanyStatus | None = _as_in_next_step("company_status", "closing")
    whereabouts: Whereabouts | None = _as_in_next_step("whereabouts", "gone")
    amount_owed: Money | None = ask(
        "How much are you owed?", noun="the amount you’re owed", group=shared.DEBT, low="0.01", high=shared.MOST,
        vat_rate=shared.vat_rate, default=None,
        hint="Your unpaid invoices, including VAT but before any interest. For example, 3,000",
    )  # fmt: skip
    due_date: date | None = ask(
        "When was it due?", noun="the due date", group=shared.DEBT, low=shared.EARLIEST, high=shared.LATEST,
        default=None, hint="Use the oldest unpaid invoice. For example, 10 October",
    )  # fmt: skip
    customer_type: CustomerType = shared.customer_type()
    nation: Nation = ask_again(shared.nation(), unless={"whereabouts": ("abroad",)})
    offer: Offer | None = _as_in_next_step("offer", "offered_less")
    claim_made: Claim = _as_in_next_step("claim_made", "claimed", "paid_late")
    since_judgment: SinceJudgment = _as_in_next_step("since_judgment", "judgment")
    reminders_sent: Reminders = _as_in_next_step("reminders_sent", "silent")
    can_pay: CanPay = _as_in_next_step("can_pay", "promised", "letter_ignored")
    mediation_offered: Mediation = _as_in_next_step("mediation_offered", "disputed")
    admitted_part_paid: bool = _as_in_next_step("admitted_part_paid", "disputed_partly")
    keep_customer: bool = ask(
        "Do you want to keep working with them?", noun="whether you want to keep working with them", group=DETAILS,
        more=True, default=True, hint="If you don’t, the next step can be firmer.",
    )  # fmt: skip
    disputed: Disputed | None = _folded("disputed")
    in_contact: Contact | None = _folded("in_contact")
    letter_sent: Letter | None = _folded("letter_sent")
    paid: Paid | None = _folded("paid")
    offer_amount: Money | None = ask(
        "What have they offered?", noun="their offer", group=DETAILS, more=True, low="0.01", high=shared.MOST,
        default=None, hint="The total they’ve offered. Leave this blank if there’s no offer.",
    )  # fmt: skip
    counterclaim_amount: Money = ask_again(
        shared.counterclaim_amount(), group=DETAILS, when={"situation": ("disputed", "disputed_partly", "claimed")}
    )  # fmt: skip
    invoices: tuple[Invoice, ...] = ask(
        "Which invoices are unpaid, if there’s more than one?", noun="the list of invoices", row="invoice",
        group=DETAILS, more=True, default=(),
        hint="We’ll use these instead of the amount and date above.",
    )  # fmt: skip
    paid_on: date | None = ask(
        "If they’ve paid the invoice late, when did they pay?", noun="the date they paid", group=DETAILS, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None, hint="Interest stops on that date.",
    )  # fmt: skip
    vat_registered: bool = shared.vat_registered()
    reminded_on: date | None = _done_on("When did you last remind them?", "the date of your last reminder")
    letter_sent_on: date | None = _done_on(
        "When did you send your letter before claim?", "the date of your letter before claim"
    )
    plan_from: date = ask(
        "What date is the plan for?", noun="the date of the plan", group=DONE, more=True, low=PLANS_BEGIN,
        high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip
    last_seen: date | None = ask(
        "When did you last check this plan?", noun="the date you last checked", group=DONE, more=True, low=PLANS_BEGIN,
        high=shared.LATEST, default=None, hint="We’ll show you what has changed since then.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems if nothing is owed, a due date is over a year away, or another date is after that of the plan."""
        if self.amount_owed is None and not self.invoices:
            yield Problem("amount_owed", "Enter the amount you’re owed.")
        if self.due_date and self.due_date > add_months(self.plan_from, MOST_MONTHS_AHEAD):
            yield Problem("due_date", "That due date is more than a year away. Check the year.")
        if self.paid_on and self.paid_on > self.plan_from:
            yield Problem("paid_on", "The date they paid can’t be in the future.")
        if self.reminded_on and self.reminded_on > self.plan_from:
            yield Problem("reminded_on", "The date of your last reminder can’t be in the future.")
        if self.letter_sent_on and self.letter_sent_on > self.plan_from:
            yield Problem("letter_sent_on", "The date of your letter before claim can’t be in the future.")
