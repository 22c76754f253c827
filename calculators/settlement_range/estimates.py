"""The main sums with worse and better chances."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from calculators.kernel import (
    to_pence,
    to_percentage,
)

from .guesses import POINTS, Guesses, clamped
from .offers import offer_today, plan_of, today_share
from .questions import Inputs, strength
from .result import Estimate, InWords
from .sums import View


def estimates(low: View, base: View, high: View) -> Iterator[Estimate]:
    """What rests on the chances of being paid."""
    for what, name in (
        ("Court, if you do not agree", "by_court"),
        ("An agency, if you do not agree", "by_agency"),
        ("Your walk-away", "walk_away"),
        ("What to aim for", "target"),
        ("The most they would likely pay, a guess", "limit"),
    ):
        yield Estimate(what=what, low=getattr(low, name), base=getattr(base, name), high=getattr(high, name))


def later_estimates(inputs: Inputs, views: tuple[View, View, View]) -> Iterator[Estimate]:
    """What is paid later, with the chance that it is completed lower and higher, too."""
    kept = [clamped(inputs.chance_of_completing + points) for points in (-POINTS, 0, POINTS)]
    asked = [replace(inputs, chance_of_completing=max(chance, Decimal(1))) for chance in kept]
    shares = [today_share(one, plan_of(one)) for one in asked]
    low, base, high = (to_pence(view.walk_away / share) for view, share in zip(views, shares, strict=True))
    yield Estimate(what="Your walk-away in instalments", low=low, base=base, high=high)
    if inputs.offer_amount is not None:
        low_offer, offer, high_offer = map(offer_today, asked)
        yield Estimate(what="Their offer in today's money", low=low_offer, base=offer, high=high_offer)


def chances_in_words(guesses: Guesses) -> Iterator[InWords]:
    """Each chance that the sums use, with our word for it."""
    named = {
        "you win, if they fight it": guesses.case.chance_of_winning,
        "you get the money, if you win": guesses.case.chance_of_collecting,
        "an agency collects": guesses.agency,
    }
    for question, chance in named.items():
        if chance is not None:
            yield InWords(question=question, chance=to_percentage(chance / 100), words=strength(chance))
