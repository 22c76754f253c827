"""The dates of the plan: those from `deadlines` that belong to this step, and when to look at the plan again."""

from collections.abc import Iterator
from datetime import timedelta

from calculators.deadlines import PlanStep, Task
from calculators.kernel import add_months, next_working_day, reminder_schedule
from calculators.next_step import CanPay, Mediation, NextStep

from .case_calculations import Case
from .next_step_inputs import next_contact
from .result_types import DateToKeep, PlanDate

CHASING_STEPS = (NextStep.confirm_before_due, NextStep.check_and_ask, NextStep.chase)
ASKED_TODAY = (
    NextStep.phone_for_a_date, NextStep.talk_it_through, NextStep.ask_for_the_undisputed_part, NextStep.agree_a_day,
    NextStep.agree_instalments, NextStep.answer_the_offer, NextStep.say_it_is_part_payment, NextStep.make_an_offer,
    NextStep.settle_the_claim, NextStep.claim_late_interest_alone, NextStep.offer_mediation,
    NextStep.follow_up_mediation, NextStep.claim_the_fee_and_interest, NextStep.instalments_on_the_judgment,
    NextStep.ask_what_they_can_pay, NextStep.claim_from_the_estate,
)  # fmt: skip
"""Steps that leave the customer with something to answer."""
AHEAD_MONTHS = 18
"""How many months ahead to show a date, except the last safe date to claim: our choice."""

KEPT_AS = {
    Task.reminder: DateToKeep.reminder,
    Task.call: DateToKeep.call,
    Task.second_letter: DateToKeep.second_letter,
    Task.letter_before_claim: DateToKeep.letter_before_claim,
    Task.first_day_to_claim: DateToKeep.first_day_to_claim,
    Task.commissioner: DateToKeep.commissioner,
    Task.vat_relief: DateToKeep.vat_relief,
    Task.limitation: DateToKeep.limitation,
}


def plan_dates(case: Case) -> tuple[PlanDate, ...]:
    """The next three dates and the last safe date to claim, in order."""
    coming = sorted(_coming(case), key=lambda one: one.date)
    last = [one for one in coming if one.what is DateToKeep.limitation]
    return tuple([one for one in coming if one not in last][:3] + last)


def _coming(case: Case) -> Iterator[PlanDate]:
    if day := next_contact(case.inputs):
        yield PlanDate(
            date=day, what=DateToKeep.call, why="It’s a week since your reminder. Ask what’s holding up the payment."
        )
    elif case.step.step in ASKED_TODAY:
        day = next_working_day(
            case.inputs.plan_from + timedelta(days=reminder_schedule.GAP_DAYS), case.inputs.nation.name
        )
        yield PlanDate(date=day, what=DateToKeep.look_again, why="A week is long enough to wait for an answer.")
    for one in case.deadlines.plan if case.deadlines else ():
        day_kept = one.day or one.by
        if one.step in _tasks(case) and day_kept and day_kept >= case.inputs.plan_from and _near(case, one):
            yield PlanDate(date=day_kept, what=KEPT_AS[one.step], why=one.why)


def _near(case: Case, one: PlanStep) -> bool:
    ahead = add_months(case.inputs.plan_from, AHEAD_MONTHS)
    return one.step is Task.limitation or (one.day or one.by or ahead) <= ahead


def _tasks(case: Case) -> tuple[Task, ...]:
    """The deadlines that belong to this step."""
    tasks = [Task.limitation] if case.may_still_claim else []
    if case.step.step in CHASING_STEPS:
        tasks += _chasing_tasks(case)
    written = case.inputs.letter_sent_on is not None and case.step.step is NextStep.wait_for_their_answer
    if written or case.step.step is NextStep.send_letter_before_claim:
        tasks.append(Task.first_day_to_claim)
    if _may_complain(case):
        tasks.append(Task.commissioner)
    return (*tasks, Task.vat_relief) if case.inputs.vat_registered else tuple(tasks)


def _may_complain(case: Case) -> bool:
    """Whether to give the date for a complaint to the Small Business Commissioner.

    The Commissioner hears no complaint once a claim or a mediation has begun.
    """
    known = case.answers
    going = known.company_status is None and known.whereabouts is None and known.can_pay is not CanPay.no
    return going and not case.claim_made and known.mediation_offered is not Mediation.agreed


def _chasing_tasks(case: Case) -> list[Task]:
    """The reminders, calls and letters still to come after today's step."""
    later = [Task.second_letter, Task.letter_before_claim]
    if case.step.step is NextStep.confirm_before_due:
        return [Task.reminder, Task.call, *later]
    asked_today = case.step.step is NextStep.check_and_ask and not case.inputs.reminded_on
    return [Task.call, *later] if asked_today else later
