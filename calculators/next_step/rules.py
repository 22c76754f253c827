"""The rules that turn the answers into one of the steps. A rule gives the step, or None if it doesn't apply."""

from dataclasses import replace
from typing import Any

from calculators.kernel import reminder_schedule

from .questions import (
    CanPay,
    Claim,
    CompanyStatus,
    Contact,
    Disputed,
    HowLate,
    Inputs,
    Letter,
    Mediation,
    Offer,
    Paid,
    Reminders,
    SinceJudgment,
    Situation,
    Whereabouts,
)
from .result_types import NextStep

# What a situation implies

SAID: dict[Situation, dict[str, Any]] = {
    Situation.not_due: {"how_late": HowLate.not_due},
    Situation.not_asked: {"in_contact": Contact.not_asked},
    Situation.silent: {"in_contact": Contact.no},
    Situation.promised: {"in_contact": Contact.yes, "disputed": Disputed.no},
    Situation.short_of_money: {
        "in_contact": Contact.yes, "disputed": Disputed.no, "can_pay": CanPay.not_at_once,
    },
    Situation.disputed_partly: {"in_contact": Contact.yes, "disputed": Disputed.partly},
    Situation.disputed: {"in_contact": Contact.yes, "disputed": Disputed.fully},
    Situation.offered_less: {"in_contact": Contact.yes},
    Situation.letter_waiting: {"in_contact": Contact.no, "letter_sent": Letter.waiting},
    Situation.letter_ignored: {"letter_sent": Letter.time_up},
    Situation.claimed: {"letter_sent": Letter.time_up},
    Situation.judgment: {"claim_made": Claim.judgment, "letter_sent": Letter.time_up},
    Situation.closing: {"can_pay": CanPay.no},
}  # fmt: skip
"""The answers that each situation implies."""

UNLESS_TOLD: dict[Situation, dict[str, Any]] = {
    Situation.offered_less: {"offer": Offer.made},
    Situation.claimed: {"claim_made": Claim.waiting},
    Situation.paid_late: {"paid": Paid.invoice},
    Situation.gone: {"whereabouts": Whereabouts.not_found},
    Situation.closing: {"company_status": CompanyStatus.close},
}
"""What each situation is assumed to mean unless the reader says more."""


def settled(answers: Inputs) -> Inputs:
    """The answers, with those that the situation implies."""
    if answers.situation is None:
        return answers
    unless_told = UNLESS_TOLD.get(answers.situation, {})
    meant = {name: value for name, value in unless_told.items() if getattr(answers, name) in (None, Claim.no)}
    said = SAID.get(answers.situation, {}) | meant
    if answers.company_status is CompanyStatus.striking_off:
        said["can_pay"] = CanPay.unknown
    if answers.situation is Situation.letter_ignored:
        said["in_contact"] = Contact.yes if _in_dispute(answers) else Contact.no
    return replace(answers, **said)


def next_step(answers: Inputs) -> NextStep:
    """The one step that these answers lead to; every combination has one."""
    known = settled(answers)
    found = _gone(known) or _closing(known) or _paid(known) or _court_deadline(known) or _offer(known)
    return found or _step(known)


def decided_by_keeping(answers: Inputs) -> NextStep | None:
    """The step if the reader's wish to keep the customer were the opposite, or None if it would be the same."""
    other = next_step(replace(answers, keep_customer=not answers.keep_customer))
    return None if other is next_step(answers) else other


# Cases that come before any other


def _gone(known: Inputs) -> NextStep | None:
    if known.whereabouts is None or (known.whereabouts is Whereabouts.abroad and known.claim_made is not Claim.no):
        return None
    return {
        Whereabouts.not_found: NextStep.find_them,
        Whereabouts.died: NextStep.claim_from_the_estate,
        Whereabouts.abroad: NextStep.check_where_to_claim,
    }[known.whereabouts]


def _closing(known: Inputs) -> NextStep | None:
    """The step if the customer's business is closing.

    You can object before a company is struck off, and apply to restore it afterwards: Companies Act 2006 ss1000 to
    1012, 1029. Nothing can be claimed in an insolvency before it has begun.
    """
    if known.company_status is None:
        return None
    return {
        CompanyStatus.close: NextStep.ask_what_they_can_pay,
        CompanyStatus.striking_off: NextStep.object_to_striking_off,
        CompanyStatus.dissolved: NextStep.restore_or_write_off,
        CompanyStatus.insolvent: NextStep.claim_in_the_insolvency,
    }[known.company_status]


def _paid(known: Inputs) -> NextStep | None:
    """The step if the customer has paid some or all of the debt.

    A judgment on a claim that was paid in full must be set aside (CPR 13.2(c)); if it was paid in part, the rest is
    due.
    """
    if known.paid is None:
        return None
    if known.claim_made is Claim.no:
        return NextStep.claim_late_interest_alone
    if known.paid is Paid.everything:
        return NextStep.tell_the_court_they_paid
    return None if known.claim_made is Claim.judgment else NextStep.claim_the_fee_and_interest


def _court_deadline(known: Inputs) -> NextStep | None:
    """The step if the court has a deadline.

    A counterclaim needs a defence (CPR 15.4 and 20.4), and a part admission needs an answer (CPR 14).
    """
    if known.claim_made is Claim.judgment:
        return _since_judgment(known)
    return {
        Claim.counterclaim: NextStep.answer_the_counterclaim,
        Claim.part_admitted: NextStep.answer_the_part_admission,
    }.get(known.claim_made)


def _since_judgment(known: Inputs) -> NextStep | None:
    """The step after a judgment: an application to set it aside comes first (CPR 13.3, 70.6)."""
    if known.since_judgment is SinceJudgment.set_aside:
        return NextStep.oppose_setting_aside
    failed = known.since_judgment is SinceJudgment.enforcement_failed and known.can_pay is not CanPay.no
    return NextStep.try_another_way_to_enforce if failed else None


def _offer(known: Inputs) -> NextStep | None:
    if known.offer is None:
        return None
    return NextStep.answer_the_offer if known.offer is Offer.made else NextStep.say_it_is_part_payment


# The usual journey


def _step(known: Inputs) -> NextStep:
    if known.claim_made is Claim.judgment:
        return _with_a_judgment(known)
    if known.can_pay is CanPay.no:
        early = known.how_late is HowLate.not_due and known.claim_made is Claim.no
        return NextStep.find_out_if_they_can_pay if early else NextStep.claim_in_the_insolvency
    if known.claim_made is not Claim.no:
        return _during_a_claim(known)
    if known.how_late is HowLate.not_due:
        return NextStep.talk_it_through if _in_dispute(known) else NextStep.confirm_before_due
    if known.how_late is HowLate.over_6_years:
        return NextStep.check_the_time_limit
    return _before_a_claim(known)


def _in_dispute(answers: Inputs) -> bool:
    return answers.disputed in (Disputed.partly, Disputed.fully)


def _recent(answers: Inputs) -> bool:
    return answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months)


def _with_a_judgment(answers: Inputs) -> NextStep:
    return {
        CanPay.yes: NextStep.make_them_pay,
        CanPay.not_at_once: NextStep.instalments_on_the_judgment,
        CanPay.no: NextStep.claim_in_the_insolvency,
        CanPay.unknown: NextStep.find_out_what_they_have,
    }[answers.can_pay]


def _during_a_claim(answers: Inputs) -> NextStep:
    if answers.mediation_offered is Mediation.agreed:
        return NextStep.prepare_for_mediation
    tried = answers.mediation_offered is Mediation.failed
    if answers.claim_made is Claim.defended:
        return NextStep.prepare_for_the_hearing if tried else NextStep.take_court_mediation
    if answers.in_contact is Contact.yes and _in_dispute(answers) and not tried:
        return _mediation(answers)
    if answers.in_contact is Contact.yes and answers.can_pay is CanPay.not_at_once:
        return NextStep.settle_the_claim
    return NextStep.wait_or_ask_for_judgment


def _mediation(answers: Inputs) -> NextStep:
    waiting = answers.mediation_offered is Mediation.waiting
    return NextStep.follow_up_mediation if waiting else NextStep.offer_mediation


def _before_a_claim(answers: Inputs) -> NextStep:
    if answers.situation is Situation.disputed_partly and not answers.admitted_part_paid:
        return NextStep.ask_for_the_undisputed_part
    if answers.mediation_offered is Mediation.agreed:
        return NextStep.prepare_for_mediation
    if answers.in_contact is Contact.yes:
        return _disputed(answers) if _in_dispute(answers) else _undisputed(answers)
    tried = answers.letter_sent is not Letter.no or answers.mediation_offered is not Mediation.no
    unasked = answers.in_contact is Contact.not_asked and not tried
    if unasked and answers.how_late is not HowLate.up_to_6_years:
        return NextStep.check_and_ask
    return _silent(answers)


def _disputed(answers: Inputs) -> NextStep:
    """The step if the customer is in contact and says that they don't owe the debt, or not all of it."""
    if answers.mediation_offered is Mediation.failed:
        last = NextStep.make_an_offer if answers.keep_customer else _claim(answers)
        return _letter(answers) or last
    early = _recent(answers) and answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    return NextStep.talk_it_through if early else _mediation(answers)


def _undisputed(answers: Inputs) -> NextStep:
    """The step if the customer is in contact and hasn't said that they don't owe the debt."""
    if answers.can_pay is CanPay.not_at_once:
        return NextStep.agree_instalments
    if answers.letter_sent is Letter.no and _recent(answers):
        return NextStep.talk_it_through if answers.disputed is Disputed.unknown else NextStep.agree_a_day
    if answers.letter_sent is Letter.waiting:
        return NextStep.wait_for_their_answer
    if answers.mediation_offered is Mediation.waiting:
        return NextStep.follow_up_mediation
    broken = answers.situation is Situation.promised
    if answers.keep_customer and answers.mediation_offered is Mediation.no and not broken:
        return NextStep.offer_mediation
    return _letter(answers) or _claim(answers)


def _silent(answers: Inputs) -> NextStep:
    """The step if the customer doesn't reply; if they've raised a dispute, a mediator may get them talking again."""
    fresh = answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    if fresh and _in_dispute(answers) and answers.how_late is not HowLate.up_to_1_month:
        return NextStep.offer_mediation
    if answers.letter_sent is Letter.no and not _letter_is_due(answers):
        return NextStep.phone_for_a_date if _reminders(answers) >= reminder_schedule.MOST_REMINDERS else NextStep.chase
    return _letter(answers) or _claim(answers)


def _letter_is_due(answers: Inputs) -> bool:
    months = {HowLate.up_to_1_month: 0, HowLate.up_to_3_months: 1}.get(
        answers.how_late, reminder_schedule.MONTHS_TO_KEEP_THEM
    )
    return reminder_schedule.letter_is_due(
        months_late=months, reminders=_reminders(answers), keep_them=answers.keep_customer
    )


def _reminders(answers: Inputs) -> int:
    return {Reminders.none: 0, Reminders.one: 1, Reminders.two_or_more: 2}[answers.reminders_sent]


def _letter(answers: Inputs) -> NextStep | None:
    """The letter before claim, until its deadline has passed."""
    return {
        Letter.no: NextStep.send_letter_before_claim,
        Letter.waiting: NextStep.wait_for_their_answer,
        Letter.time_up: None,
    }[answers.letter_sent]


def _claim(answers: Inputs) -> NextStep:
    """A claim, unless the reader doesn't know whether the customer can pay."""
    unknown = answers.can_pay is CanPay.unknown
    return NextStep.find_out_if_they_can_pay if unknown else NextStep.start_a_claim
