"""One case, worked out by the calculators that the plan combines."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from calculators import court_costs, deadlines, late_payment_interest, mediation_fee, next_step, payment_plan
from calculators import settlement_range as settling
from calculators.kernel import NIL, Money, NoFigure, add_months
from calculators.next_step import (
    Claim,
    CompanyStatus,
    Disputed,
    HowLate,
    Letter,
    Mediation,
    NextStep,
    Paid,
    Whereabouts,
)
from calculators.next_step.questions import Situation
from calculators.payment_plan.questions import NoPlan

from .next_step_inputs import answers_of, due_date_of
from .questions import Inputs

Found = TypeVar("Found")

PLAN_PAYMENTS = 6
"""The number of monthly payments in the payment plan shown here: our choice, as in the settlement range."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """The answers and each calculator's result for them; None if a figure it needs isn't confirmed."""

    inputs: Inputs
    answers: next_step.Inputs
    debt: Money
    due: date | None
    late: late_payment_interest.Result | None
    step: next_step.Result
    court: court_costs.Result | None
    range: settling.Result | None
    mediation: mediation_fee.Result | None
    plan: payment_plan.Result | None
    deadlines: deadlines.Result | None

    @property
    def mediator_costs_too_much(self) -> bool:
        """Whether a mediator would cost at least as much as the debt, if mediation hasn't been offered yet."""
        unasked = self.inputs.mediation_offered is Mediation.no
        return unasked and self.mediation is not None and mediator_costs(self.mediation, self.owed)

    @property
    def judged(self) -> bool:
        """Whether a judgment says how much is owed: the invoices then earn no more interest."""
        return self.answers.claim_made is Claim.judgment

    @property
    def last_safe_date(self) -> date | None:
        """The last safe date to start a claim, if the due date is known."""
        return self.deadlines.last_safe_date if self.deadlines else None

    @property
    def out_of_time(self) -> bool:
        """Whether the last safe date to start a claim has passed."""
        return self.last_safe_date is not None and self.inputs.plan_from > self.last_safe_date

    @property
    def may_still_claim(self) -> bool:
        """Whether a claim can still be made, in a court and within a time limit of this country."""
        closed = (CompanyStatus.insolvent, CompanyStatus.dissolved)
        over = self.answers.paid is Paid.everything or self.answers.company_status in closed
        return not self.claim_made and not over and self.answers.whereabouts is not Whereabouts.abroad

    @property
    def is_old(self) -> bool:
        """Whether the time to claim ends within a year."""
        last = self.last_safe_date
        return last is not None and last <= add_months(self.inputs.plan_from, 12)

    @property
    def late_inputs(self) -> late_payment_interest.Inputs:
        """The inputs that the interest is worked out from, without any payment."""
        return _late_inputs(self.inputs, ())

    @property
    def interest(self) -> Money:
        """Late payment interest up to the date of the plan."""
        return self.late.interest if self.late else NIL

    @property
    def compensation(self) -> Money:
        """Fixed compensation under the 1998 Act."""
        return self.late.compensation if self.late else NIL

    @property
    def on_top(self) -> Money:
        """Interest and compensation together."""
        return self.late.interest_and_compensation if self.late else NIL

    @property
    def daily_interest(self) -> Money:
        """Interest that each further day adds, in pounds to four decimal places."""
        return self.late.daily_interest if self.late else NIL

    @property
    def owed(self) -> Money:
        """Debt, interest and compensation on the date of the plan."""
        return self.late.total_owed if self.late else self.debt

    @property
    def claim_made(self) -> bool:
        """Whether a claim has been started."""
        return self.answers.claim_made is not Claim.no


def case_of(inputs: Inputs) -> Case:
    """The whole case, using each calculator once."""
    answers = answers_of(inputs)
    late = _or_none(lambda: _late(inputs)) if _invoices(inputs) and _runs_on(answers) else None
    debt = late.amount_owed if late else _debt(inputs, answers)
    due = due_date_of(inputs)
    on_top, daily = (late.interest_and_compensation, late.daily_interest) if late else (NIL, NIL)
    mediation = _or_none(lambda: _mediation(inputs, debt or on_top, answers)) if debt + on_top else None
    answers = in_time(inputs, _worth_mediating(answers, mediation, debt + on_top), due)
    step = next_step.calculate(answers)
    writes_now = step.step is NextStep.send_letter_before_claim
    return Case(
        inputs=inputs,
        answers=answers,
        debt=debt,
        due=due,
        late=late,
        step=step,
        court=_or_none(lambda: _court(inputs, debt, on_top, daily, due)) if debt + on_top else None,
        range=_or_none(lambda: _range(inputs, debt, on_top, daily, due)) if debt + on_top else None,
        mediation=mediation,
        plan=_or_none(lambda: _plan(inputs, debt, on_top)),
        deadlines=_or_none(lambda: _deadlines(inputs, due, debt + on_top, writes_now)) if due else None,
    )


def _runs_on(answers: next_step.Inputs) -> bool:
    """Whether interest on the invoices still runs: not after a judgment, nor after everything has been paid."""
    return answers.claim_made is not Claim.judgment and answers.paid is not Paid.everything


def _debt(inputs: Inputs, answers: next_step.Inputs) -> Money:
    """The debt that the reader typed, or zero after everything has been paid."""
    typed = sum((one.amount for one in inputs.invoices), inputs.amount_owed or NIL)
    return NIL if answers.paid is Paid.everything else typed


def _worth_mediating(answers: next_step.Inputs, fee: mediation_fee.Result | None, owed: Money) -> next_step.Inputs:
    """The answers; if a mediator would cost at least as much as a disputed debt, mediation counts as failed."""
    open_still = answers.mediation_offered is Mediation.no and answers.disputed in (Disputed.partly, Disputed.fully)
    if open_still and fee and mediator_costs(fee, owed):
        return replace(answers, mediation_offered=Mediation.failed)
    return answers


def mediator_costs(fee: mediation_fee.Result, owed: Money) -> bool:
    """Whether your share of a mediator's fee is at least as much as the debt."""
    return not fee.free_court_mediation and fee.cost_after_vat >= owed


def in_time(inputs: Inputs, answers: next_step.Inputs, due: date | None) -> next_step.Inputs:
    """The answers; a debt counts as over six years late if it's out of time, or too late for a letter then a claim."""
    if due is None or answers.claim_made is not Claim.no:
        return answers
    limits = _or_none(lambda: _deadlines(inputs, due, None, writes_now=False))
    late = limits is not None and inputs.plan_from > limits.last_safe_date
    too_late_to_write = limits is not None and limits.first_day_to_claim is None and answers.letter_sent is Letter.no
    return replace(answers, how_late=HowLate.over_6_years) if late or too_late_to_write else answers


def _or_none(work_out: Callable[[], Found]) -> Found | None:
    """A calculator's result, or None if a figure isn't known or an amount is too small for instalments."""
    try:
        return work_out()
    except (NoFigure, NoPlan):
        return None


def _invoices(inputs: Inputs) -> tuple[late_payment_interest.Invoice, ...]:
    """The invoices: the rows or else the one amount, if its due date is known."""
    if inputs.invoices or inputs.due_date is None or inputs.amount_owed is None:
        return inputs.invoices
    return (late_payment_interest.Invoice(amount=inputs.amount_owed, due_date=inputs.due_date),)


def _late(inputs: Inputs) -> late_payment_interest.Result:
    """Interest up to the payment, if there was one and it left something to ask for; else up to the plan's date."""
    found = _interest(inputs, _payments(inputs))
    return found if found.total_owed else _interest(inputs, ())


def _interest(inputs: Inputs, payments: tuple[late_payment_interest.Payment, ...]) -> late_payment_interest.Result:
    return late_payment_interest.calculate(_late_inputs(inputs, payments))


def _late_inputs(inputs: Inputs, payments: tuple[late_payment_interest.Payment, ...]) -> late_payment_interest.Inputs:
    return late_payment_interest.Inputs(
        customer_type=inputs.customer_type, invoices=_invoices(inputs), payments=payments, interest_to=inputs.plan_from
    )


def _payments(inputs: Inputs) -> tuple[late_payment_interest.Payment, ...]:
    """The payment of the whole invoice, if only interest and compensation are left."""
    if inputs.situation is not Situation.paid_late or inputs.amount_owed is None or inputs.invoices:
        return ()
    return (late_payment_interest.Payment(date=inputs.paid_on or inputs.plan_from, amount=inputs.amount_owed),)


def _court(inputs: Inputs, debt: Money, on_top: Money, daily: Money, due: date | None) -> court_costs.Result:
    return court_costs.calculate(
        court_costs.Inputs(
            nation=inputs.nation, customer_type=inputs.customer_type, amount_owed=debt,
            interest_and_compensation=on_top, daily_interest=daily, due_date=due, claim_date=inputs.plan_from,
            counterclaim_amount=inputs.counterclaim_amount, vat_registered=inputs.vat_registered,
        )
    )  # fmt: skip


def _range(inputs: Inputs, debt: Money, on_top: Money, daily: Money, due: date | None) -> settling.Result:
    return settling.calculate(
        settling.Inputs(
            nation=inputs.nation, customer_type=inputs.customer_type, amount_owed=debt,
            interest_and_compensation=on_top, daily_interest=daily, due_date=due, claim_date=inputs.plan_from,
            offer_amount=inputs.offer_amount, counterclaim_amount=inputs.counterclaim_amount,
            vat_registered=inputs.vat_registered,
        )
    )  # fmt: skip


def _mediation(inputs: Inputs, debt: Money, answers: next_step.Inputs) -> mediation_fee.Result:
    return mediation_fee.calculate(
        mediation_fee.Inputs(
            nation=inputs.nation, amount_owed=debt, vat_registered=inputs.vat_registered,
            claim_started=answers.claim_made is not Claim.no, claim_date=inputs.plan_from,
        )
    )  # fmt: skip


def _plan(inputs: Inputs, debt: Money, on_top: Money) -> payment_plan.Result:
    return payment_plan.calculate(
        payment_plan.Inputs(
            nation=inputs.nation, customer_type=inputs.customer_type, amount_owed=debt,
            interest_and_compensation=on_top, instalments=PLAN_PAYMENTS, agreement_date=inputs.plan_from,
        )
    )  # fmt: skip


def _deadlines(inputs: Inputs, due: date | None, claim_value: Money | None, writes_now: bool) -> deadlines.Result:
    return deadlines.calculate(
        deadlines.Inputs(
            nation=inputs.nation, customer_type=inputs.customer_type, due_date=due, claim_value=claim_value or None,
            plan_from=inputs.plan_from,
            letter_sent=inputs.letter_sent_on or (inputs.plan_from if writes_now else None),
        )
    )  # fmt: skip
