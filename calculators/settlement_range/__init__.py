"""Settlement range: the least worth accepting, what to aim for, and what an offer is worth today."""

from collections.abc import Iterator

from calculators.kernel import (
    Action,
    Mark,
    Money,
    money_line,
    rough,
    shared,
    to_percentage,
)

from . import advice
from .comparison import comparison, is_close_call, verdict
from .examples import EXAMPLES
from .guessed_answers import guesses_of
from .low_high_ranges import chances_in_words, estimates, in_instalments, offers_today, ranges
from .offer_present_value import offer_today, plan_of
from .questions import Inputs
from .result_types import Result, Verdict
from .sensitivity import sensitivity
from .sums import break_even, fees_of, views_of
from .working import sources, working

__all__ = ["ACTION", "CHART", "EXAMPLES", "LEADS_TO", "TITLE", "Inputs", "Result", "action", "calculate", "chart"]

TITLE = "Settlement range: what to accept, what to aim for and what to ask for"
ACTION = "Work out the range"
CHART = "What you could settle for"
LEADS_TO = ("offer_without_prejudice", "payment_plan", "mediation_fee")


def calculate(inputs: Inputs) -> Result:
    """Your walk-away figure, what to aim for, and the most they'd probably pay.

    Court is valued outcome by outcome. Chances aren't rounded; the value of each alternative is rounded once, half up,
    and so is each amount worked out from it. Raises NoFigure for a date outside the figures for England and Wales.
    """
    guesses = guesses_of(inputs)
    fees = fees_of(guesses.case)
    views = views_of(inputs, fees, guesses)
    low, base, _ = views
    offer, offers = offer_today(inputs), offers_today(inputs)
    swings = sensitivity(inputs, fees, guesses)
    least, instalments, most = in_instalments(inputs, views)
    return Result(
        headline=advice.headline(inputs, fees, views),
        offer_today=offer,
        offer_today_low=offers[0],
        offer_today_high=offers[2],
        walk_away=base.walk_away,
        target=base.target,
        opening=base.claimed,
        opening_low=base.claimed,
        opening_high=base.claimed,
        offer_verdict=verdict(offer, low, base),
        close_call=is_close_call(offer, views),
        customer_limit=base.limit,
        zopa_low=base.zone[0] if base.zone else None,
        zopa_high=base.zone[1] if base.zone else None,
        walk_away_in_instalments=instalments,
        walk_away_in_instalments_low=least,
        walk_away_in_instalments_high=most,
        plan=str(plan_of(inputs)),
        court_alternative=base.by_court,
        agency_alternative=base.by_agency,
        best_alternative=base.best,
        **ranges(views),
        chance_of_defence=guesses.case.chance_of_defence,
        chance_of_money=to_percentage(base.chance_of_money / 100),
        break_even_chance=break_even(fees, guesses),
        moves_most=swings[0].answer if swings else "none of them on its own",
        estimates=tuple(estimates(inputs, views)),
        comparison=tuple(comparison(inputs, guesses, base)),
        sensitivity=swings,
        chances=tuple(chances_in_words(guesses)),
        working=tuple(working(inputs, guesses, base, instalments)),
        cautions=tuple(advice.cautions(inputs, fees, base, instalments)),
        next_steps=tuple(advice.next_steps(inputs, base, offer)),
        sources=tuple(sources(inputs, guesses)),
    )


def action(result: Result) -> Action:
    """A link to the agreement after a good offer, to the cost of court if no deal is possible, or else to an offer."""
    if result.offer_verdict is Verdict.good:
        return Action(label="Write the agreement", page="drafts/settlement_agreement", fields=shared.CARRIED)
    if result.target is None:
        return Action(label="See what court would cost", page="calculators/court_costs", fields=shared.CARRIED)
    return Action(label="Write the offer", page="drafts/offer_without_prejudice", fields=shared.CARRIED)


def chart(result: Result) -> str:
    """A chart of the range on a number line, with estimates rounded as in the answer."""
    return money_line(CHART, list(_marks(result)), _shaded(result))


def _marks(result: Result) -> Iterator[Mark]:
    yield Mark(label="Your walk-away figure", amount=rough(result.walk_away), name="walk-away")
    if result.target is not None:
        yield Mark(label="Your target", amount=rough(result.target), name="target")
    yield Mark(label="Their likely limit", amount=rough(result.customer_limit), name="limit")
    yield Mark(label="Your opening figure", amount=result.opening, name="opening")
    if result.offer_today is not None:
        yield Mark(label="Their offer today", amount=rough(result.offer_today), name="offer")


def _shaded(result: Result) -> tuple[Money, Money] | None:
    if result.zopa_low is None or result.zopa_high is None:
        return None
    return rough(result.zopa_low), rough(result.zopa_high)
