"""How the settlement range is worked out."""

from collections.abc import Iterator

from calculators.kernel import (
    NIL,
    ClaimCase,
    Money,
    Percentage,
    Source,
    Step,
    adding_up,
    apportion,
    charges,
    claim_outcomes,
    exact_percent,
    fine_percent,
    limitation_years,
    percent,
    portion,
    pounds,
    step,
    to_pence,
    total,
)

from .guessed_answers import Guesses, commission, from_polls, polls, typical_shares
from .offer_present_value import discount, in_months, offer_today, offered, plan_of, today_share
from .questions import Inputs
from .sums import TARGET_SHARE, Court, View, claim_today

MATCHES_OFFER = "Increase to match their offer"


def working(inputs: Inputs, guesses: Guesses, base: View, instalments: Money) -> Iterator[Step]:
    """How each amount of the answer is worked out, line by line."""
    waits, least = in_months(guesses.months), step("Your walk-away figure, if paid now", base.walk_away)
    yield from adding_up("Your whole claim today", _claim_steps(inputs))
    yield from adding_up(
        f"Value of going to court in today’s money, if it takes {waits}", _court_steps(guesses.case, base.court)
    )
    if guesses.agency is not None:
        yield from adding_up("Value of using a collection agency", _agency_steps(inputs, guesses.agency))
    yield from adding_up("Your walk-away figure", _walk_away_steps(inputs, base))
    risk = step("Extra for waiting, and for the risk that they stop paying", instalments - base.walk_away)
    yield from adding_up(f"Your walk-away figure, as {plan_of(inputs)}", [least, risk])
    yield from adding_up("The most they’d probably pay", _limit_steps(inputs, base))
    if base.target is not None and base.part_of_the_way is not None:
        share = step(f"{percent(TARGET_SHARE * 100)} of the way to their limit", base.part_of_the_way - base.walk_away)
        more = base.target - base.part_of_the_way
        yield from adding_up("What to aim for", [least, share, *([step(MATCHES_OFFER, more)] if more else [])])
    if inputs.offer_amount is not None:
        yield from adding_up("Their offer in today’s money", _offer_steps(inputs, inputs.offer_amount))


def _claim_steps(inputs: Inputs) -> list[Step]:
    return [
        step("The amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_at_claim),
    ]


def _court_steps(case: ClaimCase, court: Court) -> list[Step]:
    """What each outcome brings, then your own costs, rounded so the lines add up."""
    effort = case.own_time + case.legal_costs
    comes = [(one, worth) for one, worth in court.paid if worth]
    labels = [f"{fine_percent(one.chance or NIL)} of {pounds(one.from_them)}: {one.ending}" for one, _ in comes]
    labels += ["Court fees and other costs, on average", "Your own time and your solicitor"]
    parts = apportion([*(worth for _, worth in comes), effort - court.costs, -effort])
    return [step(label, part) for label, part in zip(labels, parts, strict=True)]


def _agency_steps(inputs: Inputs, chance: Percentage) -> list[Step]:
    claimed, kept = claim_today(inputs), commission(inputs)
    collected = portion(claimed, chance)
    parts = apportion([collected, -portion(collected, kept)])
    says = percent if inputs.agency_chance is None else exact_percent
    labels = (f"{says(chance)} of {pounds(claimed)}", f"The agency keeps {exact_percent(kept)}")
    return [step(label, part) for label, part in zip(labels, parts, strict=True)]


def _walk_away_steps(inputs: Inputs, base: View) -> list[Step]:
    steps = [
        step(f"Your best option without a deal: {base.best_way}", base.best),
        step("Cost to you of settling", inputs.settling_cost),
        step("Value of the work you’d keep", -inputs.future_work_value),
    ]
    return _clamped_steps(steps, base.walk_away)


def _limit_steps(inputs: Inputs, base: View) -> list[Step]:
    seen = "" if inputs.their_view_of_winning is None else ", as they see it"
    owed = (
        "Deduction for what a court would make you pay them"
        if base.theirs.they_pay < 0
        else "What a court would make them pay"
    )
    steps = [
        step(f"{owed} on average, in today’s money{seen}", base.theirs.they_pay),
        *([step("Their counterclaim fee", base.their_fee)] if base.their_fee else []),
        step("What going to court would cost them (your guess)", inputs.customer_cost_of_fighting),
    ]
    offer = offer_today(inputs) or NIL
    if offer > max(NIL, total(steps)):
        steps.append(step(MATCHES_OFFER, offer - total(steps)))
    return _clamped_steps(steps, base.limit)


def _clamped_steps(steps: list[Step], shown: Money) -> list[Step]:
    """The steps, and any adjustment that keeps their total between zero and the claim."""
    cut = shown - total(steps)
    return [*steps, step("Limited to between £0 and your whole claim", cut)] if cut else steps


def _offer_steps(inputs: Inputs, offer: Money) -> list[Step]:
    plan = offered(inputs)
    waiting = to_pence(offer * (discount(inputs.discount_rate, plan.average) - 1))
    risk = to_pence(offer * today_share(inputs, plan)) - offer - waiting
    return [
        step(f"Their offer: {plan}", offer),
        step("Deduction for waiting", waiting),
        step("Deduction for the risk that they stop paying", risk),
    ]


def sources(inputs: Inputs, guesses: Guesses) -> Iterator[Source]:
    """Every figure that the answer uses."""
    fees = charges(guesses.case.court_claim)
    for found in (*fees.court_fees, fees.officer, fees.commencement, fees.counterclaim):
        if found:
            yield Source(field=found.name, figure=found)
    if claim_outcomes.assumes_published_defence(inputs):
        yield Source(field="chance_of_defence", figure=claim_outcomes.defended())
    if from_polls(inputs):
        yield from (Source(field=poll.name, figure=poll) for _, poll in polls())
    if inputs.agency_commission is None and guesses.agency is not None:
        yield from (Source(field="agency_commission", figure=share) for share in typical_shares(inputs))
    yield Source(field="time_limit", figure=limitation_years(inputs.nation))
