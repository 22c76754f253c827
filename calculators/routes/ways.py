"""The options side by side: what each costs now, what it may leave, and whether it's for now."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from calculators.kernel import NIL, Money
from calculators.next_step import Claim, NextStep, Stage, Tool
from calculators.next_step import the_whole_way as journey
from calculators.settlement_range.result_types import Option

from .case_calculations import Case
from .fits import fit
from .result_types import Route, Way
from .turning_points import NO_FIGURES, turning_point

WEEKS_IN_A_MONTH = Decimal(365) / 12 / 7
CHASING_WEEKS = 4
"""How many weeks to chase before a letter before claim: a month, as `deadlines` suggests."""

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


def ways(case: Case) -> tuple[Route, ...]:
    """Every option, in the order that people try them."""
    return tuple(_route(case, way) for way in Way)


def _route(case: Case, way: Way) -> Route:
    point = turning_point(case)
    has_figures = not (point and way in NO_FIGURES.get(point, ())) and not _only_rest_claimed(case, way)
    cost, low, likely, high, weeks = MONEY[way](case) if has_figures else NO_MONEY
    fits, why = fit(case, way)
    binds, keeps = _binds_and_keeps(way)
    page = _court_page(case) if way is Way.court else PAGE_OF[way]
    return Route(
        route=way, fits=fits, why=why, cost_now=cost, ends_low=low, ends_likely=likely, ends_high=high, weeks=weeks,
        binds=binds, keeps_customer=keeps, page=page, has_figures=has_figures,
    )  # fmt: skip


def _court_page(case: Case) -> str:
    """The calculator for the stage of the claim, or the step's page if the customer wants the judgment set aside."""
    if case.judged:
        return case.step.page if case.step.step is NextStep.oppose_setting_aside else Tool.judgment.page
    if case.answers.claim_made is Claim.defended:
        return Tool.court_day.page
    return Tool.claim_pack.page if case.step.step is NextStep.start_a_claim else PAGE_OF[Way.court]


def _only_rest_claimed(case: Case, way: Way) -> bool:
    """Whether a claim goes on only for interest and the court fee, which was the fee for a different amount."""
    return way is Way.court and case.claim_made and not case.debt


def _binds_and_keeps(way: Way) -> tuple[str, str]:
    """Whether an option is binding and whether it keeps the customer, as in the whole journey."""
    if way is Way.agency:
        return "No", "Rarely"
    place = next(one for one in journey() if one.stage is STAGE_OF[way])
    return place.binds, place.keeps_customer


# Money and time

Ends = tuple[Money | None, Money | None, Money | None, Money | None, int | None]
"""Cost now; what is left at worst, on average and at best; weeks."""

NO_MONEY: Ends = (None, None, None, None, None)


def _chase(case: Case) -> Ends:
    return NIL, NIL, None, case.owed, CHASING_WEEKS


def _settle(case: Case) -> Ends:
    if not case.range:
        return NIL, None, None, case.owed, None
    return NIL, case.range.walk_away, case.range.target, max(case.owed, case.range.walk_away), None


def _payment_plan(case: Case) -> Ends:
    if not case.plan:
        return NO_MONEY
    likely = None if case.judged else _worth(case, Option.plan)
    return NIL, NIL, likely, case.plan.total, int(case.plan.months * WEEKS_IN_A_MONTH)


def _mediation(case: Case) -> Ends:
    if not case.mediation:
        return NO_MONEY
    cost = NIL if case.mediation.free_court_mediation else case.mediation.cost_after_vat
    target = case.range.target if case.range else None
    return cost, -cost, None if target is None else target - cost, case.owed - cost, None


def _letter(case: Case) -> Ends:
    weeks = -(-case.deadlines.reply_days // 7) if case.deadlines else None
    return NIL, NIL, None, case.owed, weeks


def _court(case: Case) -> Ends:
    """The figures for court; once a claim is started, its issue fee is spent, and only a hearing fee may be to come."""
    if not case.court or case.court.issue_fee is None:
        return NO_MONEY
    ended = [one for one in case.court.outcomes if one.chance is not None]
    nets = [one.net for one in ended]
    months = max((one.months for one in ended if one.months is not None), default=None)
    weeks = None if months is None else int(months * WEEKS_IN_A_MONTH)
    likely = case.court.expected_net
    if not case.claim_made:
        return case.court.issue_fee, min(nets), likely, max(nets), weeks
    paid = case.court.issue_fee
    fee = NIL if case.answers.claim_made is Claim.waiting else case.court.hearing_fee
    return fee, min(nets) + paid, None if likely is None else likely + paid, max(nets) + paid, weeks


def _agency(case: Case) -> Ends:
    if not case.range:
        return NIL, NIL, None, None, None
    brings = next((one.amount for one in case.range.comparison if one.option is Option.agency), None)
    return NIL, NIL, case.range.agency_alternative, brings, None


def _write_off(case: Case) -> Ends:
    return NIL, NIL, NIL, NIL, None


def _worth(case: Case, option: Option) -> Money | None:
    """What an option is worth today, from the settlement range."""
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
