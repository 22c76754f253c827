"""The ways forward side by side: what each costs now, what it may leave, and whether it is for now."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from calculators.kernel import NIL, Money
from calculators.next_step import CanPay, Contact, Disputed, Draft, HowLate, Letter, NextStep, Stage
from calculators.next_step import the_whole_way as journey
from calculators.settlement_range.result_types import Option

from .case_calculations import Case
from .result_types import Fit, Route, Way

WEEKS_IN_A_MONTH = Decimal(365) / 12 / 7
CHASING_WEEKS = 4
"""How long we chase before a letter before claim: a month, our suggestion in the deadlines."""

STAGE_OF = {
    Way.chase: Stage.chase,
    Way.settle: Stage.settle,
    Way.payment_plan: Stage.settle,
    Way.mediation: Stage.mediate,
    Way.letter_before_claim: Stage.letter_before_claim,
    Way.court: Stage.court,
    Way.write_off: Stage.let_go,
}
PAGE_OF = {
    Way.chase: "chase",
    Way.settle: "calculators/settlement_range",
    Way.payment_plan: "calculators/payment_plan",
    Way.mediation: "calculators/mediation_fee",
    Way.letter_before_claim: "drafts/letter_before_claim",
    Way.court: "calculators/court_costs",
    Way.agency: "agencies",
    Way.write_off: "if-nothing-works",
}
WAY_OF = {
    Stage.settle: Way.settle,
    Stage.mediate: Way.mediation,
    Stage.letter_before_claim: Way.letter_before_claim,
    Stage.court: Way.court,
    Stage.enforce: Way.court,
    Stage.let_go: Way.write_off,
}


def best_way(case: Case) -> Way:
    """The way that the next step belongs to."""
    if case.step.stage is Stage.settle and case.step.draft is Draft.payment_plan_agreement:
        return Way.payment_plan
    if case.step.step is NextStep.find_out_if_they_can_pay and case.answers.letter_sent is Letter.time_up:
        return Way.court
    return WAY_OF.get(case.step.stage, Way.chase)


def ways(case: Case) -> tuple[Route, ...]:
    """Every way, in the order that people try them."""
    return tuple(_route(case, way) for way in Way)


def _route(case: Case, way: Way) -> Route:
    cost, low, likely, high, weeks = MONEY[way](case)
    fits, why = _fit(case, way)
    binds, keeps = _binds_and_keeps(way)
    return Route(
        route=way, fits=fits, why=why, cost_now=cost, ends_low=low, ends_likely=likely, ends_high=high, weeks=weeks,
        binds=binds, keeps_customer=keeps, page=PAGE_OF[way],
    )  # fmt: skip


def _binds_and_keeps(way: Way) -> tuple[str, str]:
    """Whether a way binds and whether it keeps the customer, as the whole journey has it."""
    if way is Way.agency:
        return "No", "Rarely"
    place = next(one for one in journey() if one.stage is STAGE_OF[way])
    return place.binds, place.keeps_customer


# Money and time

Ends = tuple[Money | None, Money | None, Money | None, Money | None, int | None]
"""Cost now; what is left at worst, on average and at best; weeks."""


def _chase(case: Case) -> Ends:
    return NIL, NIL, None, case.owed, CHASING_WEEKS


def _settle(case: Case) -> Ends:
    if not case.range:
        return NIL, None, None, case.owed, None
    return NIL, case.range.walk_away, case.range.target, max(case.owed, case.range.walk_away), None


def _payment_plan(case: Case) -> Ends:
    return NIL, NIL, _worth(case, Option.plan), case.plan.total, int(case.plan.months * WEEKS_IN_A_MONTH)


def _mediation(case: Case) -> Ends:
    if not case.mediation:
        return None, None, None, None, None
    cost = NIL if case.mediation.free_court_mediation else case.mediation.cost_after_vat
    target = case.range.target if case.range else None
    return cost, -cost, None if target is None else target - cost, case.owed - cost, None


def _letter(case: Case) -> Ends:
    weeks = -(-case.deadlines.reply_days // 7) if case.deadlines else None
    return NIL, NIL, None, case.owed, weeks


def _court(case: Case) -> Ends:
    if not case.court or case.court.issue_fee is None:
        return None, None, None, None, None
    ended = [one for one in case.court.outcomes if one.chance is not None]
    nets = [one.net for one in ended]
    months = max((one.months for one in ended if one.months is not None), default=None)
    weeks = None if months is None else int(months * WEEKS_IN_A_MONTH)
    return case.court.issue_fee, min(nets), case.court.expected_net, max(nets), weeks


def _agency(case: Case) -> Ends:
    if not case.range:
        return NIL, NIL, None, None, None
    brings = next((one.amount for one in case.range.comparison if one.option is Option.agency), None)
    return NIL, NIL, case.range.agency_alternative, brings, None


def _write_off(case: Case) -> Ends:
    return NIL, NIL, NIL, NIL, None


def _worth(case: Case, option: Option) -> Money | None:
    """What an option is worth today, as the settlement range has it."""
    rows = case.range.comparison if case.range else ()
    return next((one.today for one in rows if one.option is option), None)


MONEY: Mapping[Way, Callable[[Case], Ends]] = {
    Way.chase: _chase,
    Way.settle: _settle,
    Way.payment_plan: _payment_plan,
    Way.mediation: _mediation,
    Way.letter_before_claim: _letter,
    Way.court: _court,
    Way.agency: _agency,
    Way.write_off: _write_off,
}


# Whether it is for now


def _fit(case: Case, way: Way) -> tuple[Fit, str]:
    """Whether a way is for now, for later or not for this case, and why."""
    if way is best_way(case):
        return Fit.now, case.step.why[0]
    return FITS[way](case)


def _in_dispute(case: Case) -> bool:
    return case.answers.disputed in (Disputed.partly, Disputed.fully)


def _talking(case: Case) -> bool:
    return case.answers.in_contact is Contact.yes


def _chase_fits(case: Case) -> tuple[Fit, str]:
    if case.claim_made:
        return Fit.no, "The claim has started, so chasing has done its work. You can still talk at any time."
    if case.answers.letter_sent is not Letter.no:
        return Fit.no, "You’ve sent your final letter. Chasing again would weaken it."
    if _in_dispute(case):
        return Fit.no, "They say they don’t owe it. Another reminder won’t settle that."
    if best_way(case) in (Way.letter_before_claim, Way.court):
        return Fit.no, "It’s gone on too long for another reminder."
    if best_way(case) in (Way.payment_plan, Way.settle, Way.mediation, Way.write_off):
        return Fit.no, "There’s something better to do first."
    return Fit.now, "It costs nothing but your time, and most late invoices are put right this way."


def _settle_fits(case: Case) -> tuple[Fit, str]:
    if case.inputs.offer_amount is not None:
        return Fit.now, "They’ve made an offer. See what it’s worth to you before you answer."
    if _in_dispute(case):
        return Fit.later, "First hear what they say is wrong. Then you’ll know what a fair figure is."
    if case.answers.can_pay is CanPay.no:
        return Fit.now, "If they’re close to insolvency, some money now may be the most you’ll see."
    return Fit.later, "They don’t dispute it, so ask for all of it first."


def _plan_fits(case: Case) -> tuple[Fit, str]:
    if case.answers.can_pay is CanPay.not_at_once:
        return Fit.now, "They can’t pay it all at once. Payments they can keep up beat a fight."
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "If they’re insolvent or close to it, they may not be able to keep up a plan."
    if not _talking(case):
        return Fit.later, "You need to be talking first. Offer it if money turns out to be tight."
    return Fit.later, "Offer it if money is tight. If they can pay in one go, ask for that."


def _mediation_fits(case: Case) -> tuple[Fit, str]:
    if case.claim_made:
        return Fit.now, "You can still settle with a mediator’s help before the hearing."
    if _in_dispute(case):
        return Fit.later, "Talk first. If you’re stuck, a mediator can get you both to a deal."
    if not _talking(case):
        return Fit.later, "It needs both of you. You can offer it in your letter before claim."
    return Fit.later, "There’s nothing to mediate while they agree they owe it."


def _letter_fits(case: Case) -> tuple[Fit, str]:
    if case.claim_made or case.answers.letter_sent is Letter.time_up:
        return Fit.no, "You’ve already sent it."
    if case.answers.letter_sent is Letter.waiting:
        return Fit.no, "You’ve sent it. Wait until their time to answer is up."
    if case.answers.how_late is HowLate.not_due:
        return Fit.no, "It isn’t due yet."
    return Fit.later, "Your last step before court. Send it if the step above doesn’t work."


def _court_fits(case: Case) -> tuple[Fit, str]:
    if case.answers.can_pay is CanPay.no:
        return Fit.no, "If they can’t pay, you’d spend the fees and get nothing."
    if not case.court or case.court.expected_net is None:
        return Fit.later, "We can’t put a figure on it: the fee to start this claim isn’t established."
    if case.court.expected_net <= 0:
        return Fit.no, "On these chances it would cost you more than it’s likely to bring in."
    if case.answers.letter_sent is Letter.no and not case.claim_made:
        return Fit.later, "You need to send a letter before claim first, and wait for their answer."
    return Fit.later, "It’s slow, and you pay the fees up front. Check they can pay before you start."


def _agency_fits(case: Case) -> tuple[Fit, str]:
    if _in_dispute(case):
        return Fit.no, "Agencies collect debts that nobody disputes."
    if case.claim_made:
        return Fit.no, "You’ve already started a claim."
    if case.answers.keep_customer:
        return Fit.later, "It takes the chasing off your hands, but it can cost you the customer."
    return Fit.later, "It takes the chasing off your hands for a share of what comes in."


def _write_off_fits(case: Case) -> tuple[Fit, str]:
    relief = " You may be able to claim the VAT back." if case.inputs.vat_registered else ""
    return Fit.later, f"The last resort, when anything more would cost you more than it brings.{relief}"


FITS: Mapping[Way, Callable[[Case], tuple[Fit, str]]] = {
    Way.chase: _chase_fits,
    Way.settle: _settle_fits,
    Way.payment_plan: _plan_fits,
    Way.mediation: _mediation_fits,
    Way.letter_before_claim: _letter_fits,
    Way.court: _court_fits,
    Way.agency: _agency_fits,
    Way.write_off: _write_off_fits,
}
