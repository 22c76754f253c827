"""Which step: rules that turn the answers into one of the steps."""

from .questions import CanPay, Claim, Contact, Disputed, HowLate, Inputs, Letter, Mediation
from .result import NextStep


def next_step(answers: Inputs) -> NextStep:
    """The one step that these answers lead to; every combination has one."""
    if answers.claim_made is Claim.judgment:
        return _with_a_judgment(answers)
    if answers.can_pay is CanPay.no:
        early = answers.how_late is HowLate.not_due and answers.claim_made is Claim.no
        return NextStep.find_out_if_they_can_pay if early else NextStep.claim_in_the_insolvency
    if answers.claim_made is not Claim.no:
        return _during_a_claim(answers)
    if answers.how_late is HowLate.not_due:
        return NextStep.talk_it_through if _in_dispute(answers) else NextStep.confirm_before_due
    if answers.how_late is HowLate.over_6_years:
        return NextStep.check_the_time_limit
    return _before_a_claim(answers)


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
    """They talk, and say that they do not owe it, or not all of it."""
    if answers.mediation_offered is Mediation.failed:
        last = NextStep.make_an_offer if answers.keep_customer else _claim(answers)
        return _letter(answers) or last
    early = _recent(answers) and answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    return NextStep.talk_it_through if early else _mediation(answers)


def _undisputed(answers: Inputs) -> NextStep:
    """They talk, and do not say that they do not owe it."""
    if answers.can_pay is CanPay.not_at_once:
        return NextStep.agree_instalments
    if answers.letter_sent is Letter.no and _recent(answers):
        return NextStep.talk_it_through if answers.disputed is Disputed.unknown else NextStep.agree_a_day
    if answers.letter_sent is Letter.waiting:
        return NextStep.wait_for_their_answer
    if answers.mediation_offered is Mediation.waiting:
        return NextStep.follow_up_mediation
    if answers.keep_customer and answers.mediation_offered is Mediation.no:
        return NextStep.offer_mediation
    return _letter(answers) or _claim(answers)


def _silent(answers: Inputs) -> NextStep:
    """They do not answer; a dispute that they raised before is worth a mediator, who may bring them back."""
    fresh = answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    if fresh and _in_dispute(answers) and answers.how_late is not HowLate.up_to_1_month:
        return NextStep.offer_mediation
    if answers.letter_sent is Letter.no and _still_to_chase(answers):
        return NextStep.chase
    return _letter(answers) or _claim(answers)


def _still_to_chase(answers: Inputs) -> bool:
    """For a month, and for up to three where the customer is worth keeping."""
    return answers.how_late is HowLate.up_to_1_month or (_recent(answers) and answers.keep_customer)


def _letter(answers: Inputs) -> NextStep | None:
    """The letter before claim, until its time is up."""
    return {
        Letter.no: NextStep.send_letter_before_claim,
        Letter.waiting: NextStep.wait_for_their_answer,
        Letter.time_up: None,
    }[answers.letter_sent]


def _claim(answers: Inputs) -> NextStep:
    """A claim, unless nobody knows whether there is money to be had."""
    unknown = answers.can_pay is CanPay.unknown
    return NextStep.find_out_if_they_can_pay if unknown else NextStep.start_a_claim
