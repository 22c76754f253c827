"""The answers of a case for next_step: what the reader said and has done, or what the situation implies."""

from dataclasses import fields, replace
from datetime import date, timedelta

from calculators import next_step
from calculators.kernel import CustomerType, add_months, last_day_to_reply, next_working_day, reminder_schedule
from calculators.next_step import Claim, HowLate, Letter, Reminders, Situation, Whereabouts
from calculators.next_step.rules import settled

from .questions import Inputs

HOW_LATE = (
    (1, HowLate.up_to_1_month),
    (3, HowLate.up_to_3_months),
    (12, HowLate.up_to_1_year),
    (48, HowLate.up_to_4_years),
    (72, HowLate.up_to_6_years),
)
"""The answers on how late a debt is, each with the most months it can be after the due date."""


def answers_of(inputs: Inputs) -> next_step.Inputs:
    """The answers for next_step, with those that the situation implies unless the reader's own contradict them."""
    said = {one.name: getattr(inputs, one.name, None) for one in fields(next_step.Inputs)} | {
        "situation": _situation(inputs), "letter_sent": letter_of(inputs), "reminders_sent": _reminders(inputs),
        "how_late": how_late(due_date_of(inputs), inputs.plan_from),
    }  # fmt: skip
    if is_its_company(inputs):
        said["whereabouts"] = None
    known = settled(next_step.Inputs(**{name: value for name, value in said.items() if value is not None}))
    against = {name: value for name in ("in_contact", "disputed") if (value := said[name])}
    if all(getattr(known, name) is value for name, value in against.items()):
        return known
    return replace(known, situation=None, **against)


def _situation(inputs: Inputs) -> Situation | None:
    """The situation now: a letter before claim, a reminder or the due date may have changed it."""
    if is_late_after_all(inputs):
        return Situation.not_asked
    if is_its_company(inputs):
        return Situation.silent
    if inputs.situation not in BEFORE_A_LETTER or inputs.claim_made is not Claim.no:
        return inputs.situation
    if letter_of(inputs) is not Letter.no:
        return Situation.letter_waiting if letter_of(inputs) is Letter.waiting else Situation.letter_ignored
    if inputs.reminded_on and inputs.situation in (Situation.not_asked, None):
        return Situation.silent
    return inputs.situation


def is_late_after_all(inputs: Inputs) -> bool:
    """Whether an invoice that the reader said wasn't due yet is late on the date of the plan."""
    due = due_date_of(inputs)
    return inputs.situation is Situation.not_due and due is not None and due < inputs.plan_from


def is_its_company(inputs: Inputs) -> bool:
    """Whether someone has died but the customer is a company or other body, which still owes the debt."""
    bodies = (CustomerType.company, CustomerType.public_body, CustomerType.association)
    return inputs.whereabouts is Whereabouts.died and inputs.customer_type in bodies


BEFORE_A_LETTER = (
    Situation.not_asked, Situation.silent, Situation.promised, Situation.short_of_money, Situation.letter_waiting, None,
)  # fmt: skip


def letter_of(inputs: Inputs) -> Letter:
    """Whether a letter before claim has been sent and, if so, whether its deadline is before the date of the plan."""
    if inputs.letter_sent_on is None:
        return inputs.letter_sent or Letter.no
    return Letter.waiting if inputs.plan_from <= answer_due(inputs, inputs.letter_sent_on) else Letter.time_up


def answer_due(inputs: Inputs, letter_sent: date) -> date:
    """The last day to answer a letter before claim sent on that date."""
    return last_day_to_reply(inputs.nation, inputs.customer_type, letter_sent)


def _reminders(inputs: Inputs) -> Reminders:
    return Reminders.one if inputs.reminded_on and inputs.reminders_sent is Reminders.none else inputs.reminders_sent


def next_contact(inputs: Inputs) -> date | None:
    """The first date to contact the customer again after a reminder, if it's still to come."""
    if inputs.reminded_on is None:
        return None
    day = next_working_day(inputs.reminded_on + timedelta(days=reminder_schedule.GAP_DAYS), inputs.nation.name)
    return day if inputs.plan_from < day else None


def due_date_of(inputs: Inputs) -> date | None:
    """When the oldest invoice was due."""
    return min((one.due_date for one in inputs.invoices if one.due_date), default=inputs.due_date)


def how_late(due: date | None, on: date) -> HowLate:
    """How late a debt is on a date; up to a month if nobody said when it was due."""
    if due is None:
        return HowLate.up_to_1_month
    if due >= on:
        return HowLate.not_due
    return next((late for months, late in HOW_LATE if on <= add_months(due, months)), HowLate.over_6_years)
