"""Whether each option is for now, for later or not for this case; only the option of the next step is for now."""

from collections.abc import Callable, Mapping

from calculators.kernel import NIL
from calculators.next_step import CanPay, Contact, Disputed, Draft, HowLate, Letter, Mediation, NextStep, Stage

from .case_calculations import Case
from .result_types import Fit, Way
from .turning_points import HAS_TURNED, turning_point

Fits = tuple[Fit, str]
"""Whether an option is for now, and why."""

WAY_OF = {
    Stage.settle: Way.settle,
    Stage.mediate: Way.mediation,
    Stage.letter_before_claim: Way.letter_before_claim,
    Stage.court: Way.court,
    Stage.enforce: Way.court,
    Stage.let_go: Way.write_off,
}


def best_way(case: Case) -> Way:
    """The option that the next step belongs to."""
    if case.step.draft is Draft.payment_plan_agreement:
        return Way.payment_plan
    if case.step.step is NextStep.find_out_if_they_can_pay and case.answers.letter_sent is Letter.time_up:
        return Way.court
    return WAY_OF.get(case.step.stage, Way.chase)


def fit(case: Case, way: Way) -> Fits:
    """Whether an option is for now, for later or not for this case, and why."""
    if way is best_way(case):
        return Fit.now, _why_now(case)
    point = turning_point(case)
    if point and (found := HAS_TURNED[point].get(way)):
        return found
    return FITS[way](case)


def _why_now(case: Case) -> str:
    """The reason for the step, starting with anything that must be found out first."""
    why = case.step.why[0]
    finds_out = case.step.stage is Stage.check and case.step.step is not NextStep.check_and_ask
    return f"First {_lower(case.step.headline)} {why}" if finds_out or case.step.stage is Stage.let_go else why


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def _in_dispute(case: Case) -> bool:
    return case.answers.disputed in (Disputed.partly, Disputed.fully)


def _talking(case: Case) -> bool:
    return case.answers.in_contact is Contact.yes


def _offered(case: Case) -> bool:
    return case.inputs.offer_amount is not None or case.answers.offer is not None


def _chase(case: Case) -> Fits:
    if case.answers.letter_sent is not Letter.no:
        return Fit.no, "You’ve sent your letter before claim. Chasing again would weaken it."
    if _in_dispute(case):
        return Fit.no, "They say they don’t owe it. Another reminder won’t settle that."
    if best_way(case) in (Way.letter_before_claim, Way.court):
        return Fit.no, "This has gone on too long for another reminder."
    return Fit.no, "There’s something better to do first."


def _settle(case: Case) -> Fits:
    if _offered(case):
        return Fit.later, "They’ve made an offer. See what it’s worth to you before you answer."
    if _in_dispute(case) and best_way(case) is Way.chase:
        return Fit.later, "First hear what they say is wrong. Then you’ll know what a fair figure is."
    if _in_dispute(case):
        return (
            Fit.later,
            "Taking a little less can save you a hearing. Work out the least you’d accept before you make an offer.",
        )
    if case.answers.can_pay is CanPay.no:
        return Fit.later, "If they’re close to insolvency, some money now may be the most you’ll get."
    if case.answers.disputed is Disputed.no:
        return Fit.later, "They don’t dispute the debt, so ask for the full amount first."
    return Fit.later, "Ask for the full amount first, unless they say something’s wrong."


def _payment_plan(case: Case) -> Fits:
    if case.answers.can_pay is CanPay.not_at_once:
        return Fit.later, "They can’t pay it all at once. A plan they can keep up is better than a fight."
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "If they’re insolvent or close to it, they may not be able to keep up a plan."
    if not _talking(case):
        return (
            Fit.later,
            "You need to be on speaking terms first. Offer a plan if it turns out that money is tight for them.",
        )
    return Fit.later, "Offer a plan if money is tight for them. If they can pay in one go, ask for that."


def _mediation(case: Case) -> Fits:
    if case.mediator_costs_too_much:
        return Fit.no, "A mediator would cost you more than they owe."
    if case.answers.mediation_offered is Mediation.failed:
        return Fit.no, "They refused to mediate, or it didn’t work."
    if case.answers.mediation_offered is Mediation.waiting:
        return Fit.later, "You’ve offered to mediate. Give them time to answer."
    if _offered(case):
        return Fit.later, "If you can’t agree on a figure, a mediator can help you both."
    if _in_dispute(case):
        return Fit.later, "Talk first. If you get stuck, a mediator can help you both reach a deal."
    if case.answers.letter_sent is not Letter.no:
        return Fit.later, "You both have to agree to mediate. You can still offer to before you claim."
    if not _talking(case):
        return Fit.later, "You both have to agree to mediate. You can offer to in your letter before claim."
    return Fit.later, "There’s nothing to mediate if they agree they owe it."


def _letter(case: Case) -> Fits:
    if case.answers.letter_sent is Letter.time_up:
        return Fit.no, "You’ve already sent this letter."
    if case.answers.letter_sent is Letter.waiting:
        return Fit.no, "You’ve sent this letter. Wait until the deadline has passed."
    if case.answers.how_late is HowLate.not_due:
        return Fit.no, "The money isn’t due yet."
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "A claim can’t get you money your customer doesn’t have."
    return Fit.later, "This is your last step before court. Send it if the step above doesn’t work."


def _court(case: Case) -> Fits:
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "If they can’t pay, you’d spend the fees and get nothing."
    if not case.court or case.court.expected_net is None:
        return Fit.later, "We can’t put a figure on court, because we couldn’t confirm the fee to start this claim."
    if case.court.expected_net <= NIL:
        return Fit.no, "Going by these chances, court would cost you more than you’re likely to get back."
    if case.answers.letter_sent is Letter.no:
        return Fit.later, "You need to send a letter before claim first, and wait for their answer."
    if case.answers.letter_sent is Letter.waiting:
        return Fit.later, "Wait until the deadline in your letter has passed."
    return Fit.later, "Court is slow, and you pay the fees up front. Check they can pay before you start."


def _agency(case: Case) -> Fits:
    if _in_dispute(case):
        return Fit.no, "Agencies collect debts that nobody disputes."
    if case.answers.how_late is HowLate.not_due:
        return Fit.no, "The money isn’t due yet."
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "An agency can’t collect money your customer doesn’t have."
    if case.answers.keep_customer:
        return Fit.later, "An agency takes the chasing off your hands, but it can cost you the customer."
    return Fit.later, "An agency takes the chasing off your hands for a share of what it collects."


def _write_off(case: Case) -> Fits:
    relief = " You may be able to claim the VAT back." if case.inputs.vat_registered else ""
    return Fit.later, f"This is the last resort, when trying any further would cost you more than you’d get.{relief}"


FITS: Mapping[Way, Callable[[Case], Fits]] = {
    Way.chase: _chase,
    Way.settle: _settle,
    Way.payment_plan: _payment_plan,
    Way.mediation: _mediation,
    Way.letter_before_claim: _letter,
    Way.court: _court,
    Way.agency: _agency,
    Way.write_off: _write_off,
}
