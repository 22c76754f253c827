"""Settlement range: the least worth accepting, what to aim for, and what an offer is worth today."""

from collections.abc import Iterator

from calculators.kernel import (
    Mark,
    Money,
    Spread,
    claim_outcomes,
    money_line,
    spreads,
    to_pence,
    to_percentage,
)

from . import words
from .estimates import chances_in_words, estimates, later_estimates
from .examples import EXAMPLES
from .guesses import POINTS, guesses_of, moved
from .offers import comparison, offer_today, plan_of, today_share, verdict
from .questions import Inputs
from .result import Result
from .sensitivity import sensitivity
from .sums import break_even, claim_today, fees_of, view_of
from .working import sources, working

__all__ = ["ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "Inputs", "Result", "calculate", "chart"]

TITLE = "Settlement range: what to accept, aim for and ask"
ACTION = "Work out the range"
LEADS_TO = ("offer_without_prejudice", "payment_plan", "mediation_fee")


def calculate(inputs: Inputs) -> Result:
    """What is least worth accepting, what to aim for, and what they would likely pay.

    Court is valued outcome by outcome. Chances are exact; each alternative is rounded once, half up,
    and so is each sum made from it. Raises NoFigure for a day that the figures of England and Wales
    do not reach.
    """
    guesses = guesses_of(inputs)
    fees = fees_of(guesses.case)
    low, base, high = (
        view_of(inputs, claim_outcomes.outcomes(one.case, fees), one)
        for one in (moved(guesses, -POINTS), guesses, moved(guesses, POINTS))
    )
    offer = offer_today(inputs)
    swings = sensitivity(inputs, fees, claim_outcomes.outcomes(guesses.case, fees), guesses)
    instalments = to_pence(base.walk_away / today_share(inputs, plan_of(inputs)))
    return Result(
        headline=words.headline(inputs, fees, (low, base, high)),
        walk_away=base.walk_away,
        walk_away_low=low.walk_away,
        walk_away_high=high.walk_away,
        walk_away_in_instalments=instalments,
        plan=str(plan_of(inputs)),
        target=base.target,
        opening=claim_today(inputs),
        customer_limit=base.limit,
        zopa_low=base.walk_away if base.has_zone else None,
        zopa_high=base.limit if base.has_zone else None,
        offer_today=offer,
        offer_verdict=verdict(offer, low, base),
        court_alternative=base.by_court,
        agency_alternative=base.by_agency,
        best_alternative=base.best,
        chance_of_defence=guesses.case.chance_of_defence,
        chance_of_money=to_percentage(claim_outcomes.chance_of_being_paid(guesses.case) / 100),
        break_even_chance=break_even(inputs, fees, guesses),
        moves_most=swings[0].answer if swings and swings[0].moves else "none of them by itself",
        estimates=(*estimates(low, base, high), *later_estimates(inputs, (low, base, high))),
        comparison=tuple(comparison(inputs, guesses, base)),
        sensitivity=swings,
        chances=tuple(chances_in_words(guesses)),
        working=tuple(working(inputs, guesses, base, instalments)),
        cautions=tuple(words.cautions(inputs, fees, base, instalments)),
        next_steps=tuple(words.next_steps(inputs, base, offer)),
        sources=tuple(sources(inputs, guesses)),
    )


def chart(result: Result) -> str:
    """The range on one line of money; below it, how far each guess moves the walk-away."""
    line = money_line("Where a deal may lie", list(_marks(result)), _shaded(result))
    moving = [row for row in result.sensitivity if row.moves]
    rows = [Spread(label=row.answer, low=row.walk_away_low, high=row.walk_away_high) for row in moving]
    return line + (spreads("How far each guess moves your walk-away", result.walk_away, rows) if rows else "")


def _marks(result: Result) -> Iterator[Mark]:
    yield Mark(label="Your walk-away", amount=result.walk_away, name="walk-away")
    if result.target is not None:
        yield Mark(label="Aim for", amount=result.target, name="target")
    yield Mark(label="Their likely limit", amount=result.customer_limit, name="limit")
    yield Mark(label="Open at", amount=result.opening, name="opening")
    if result.offer_today is not None:
        yield Mark(label="Their offer today", amount=result.offer_today, name="offer")


def _shaded(result: Result) -> tuple[Money, Money] | None:
    if result.zopa_low is None or result.zopa_high is None:
        return None
    return result.zopa_low, result.zopa_high
