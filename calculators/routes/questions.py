"""What the plan asks: the situation first, then the debt, then only what that situation needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.kernel import CustomerType, Money, Nation, Problem, ask, ask_again, shared
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

SITUATION, DETAILS = "What’s happening", "Details"

STILL_DEALING = ("silent", "promised", "disputed", "disputed_partly", "offered_less")
"""The situations in which wanting to keep the customer can change the next step."""


def _as_in_next_step(name: str, *situations: str) -> Any:
    """A question of next_step, asked in these situations."""
    when = {"situation": situations} if situations else ()
    return ask_again(NextStepInputs.__dataclass_fields__[name], group=shared.DEBT if when else SITUATION, when=when)


def _folded(name: str) -> Any:
    """A question of next_step, folded away: left empty, the situation says it."""
    return ask_again(NextStepInputs.__dataclass_fields__[name], group=DETAILS, more=True, default=None)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked; what the situation says goes without asking."""

    situation: Situation | None = _as_in_next_step("situation")
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
    company_status: CompanyStatus | None = _as_in_next_step("company_status", "closing")
    whereabouts: Whereabouts | None = _as_in_next_step("whereabouts", "gone")
    offer: Offer | None = _as_in_next_step("offer", "offered_less")
    claim_made: Claim = _as_in_next_step("claim_made", "claimed", "paid_late")
    since_judgment: SinceJudgment = _as_in_next_step("since_judgment", "judgment")
    reminders_sent: Reminders = _as_in_next_step("reminders_sent", "silent")
    keep_customer: bool = _as_in_next_step("keep_customer", *STILL_DEALING)
    can_pay: CanPay = _as_in_next_step("can_pay", "promised", "letter_ignored", "judgment")
    disputed: Disputed | None = _folded("disputed")
    in_contact: Contact | None = _folded("in_contact")
    letter_sent: Letter | None = _folded("letter_sent")
    mediation_offered: Mediation | None = _folded("mediation_offered")
    paid: Paid | None = _folded("paid")
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
