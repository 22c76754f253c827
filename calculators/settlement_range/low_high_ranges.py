"""The main amounts if chances are worse or better."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from calculators.kernel import (
    Money,
    claim_outcomes,
    to_pence,
    to_percentage,
)

from .guessed_answers import Guesses
from .offer_present_value import offer_today, plan_of, today_share
from .questions import Inputs, strength
from .result_types import Estimate, InWords
from .sums import Views

COUNTERCLAIM = "Chance their counterclaim succeeds"

_RANGED = {
    "walk_away": "walk_away",
    "target": "target",
    "customer_limit": "limit",
    "court_alternative": "by_court",
    "agency_alternative": "by_agency",
    "best_alternative": "best",
}
"""The amounts of a result that have a low and a high, and the names of the same amounts in a `View`."""


def ranges(views: Views) -> dict[str, Any]:
    """The low and the high of every amount that depends on the chances, by the names of the result's fields."""
    found: dict[str, Money | None] = {}
    for name, of in _RANGED.items():
        low, high = _ends(views, of)
        found |= {f"{name}_low": low, f"{name}_high": high}
    return found


def _ends(views: Views, name: str) -> tuple[Money, Money] | tuple[None, None]:
    """The lowest and highest amount if chances are worse, unchanged or better; None if it's absent when unchanged."""
    found = [amount for view in views if (amount := getattr(view, name)) is not None]
    return (min(found), max(found)) if getattr(views[1], name) is not None else (None, None)


def estimates(inputs: Inputs, views: Views) -> Iterator[Estimate]:
    """Every amount that depends on the chances, if they're worse, unchanged or better."""
    low, base, high = views
    for what, name in (
        ("Value to you of going to court", "by_court"),
        ("Value to you of using a collection agency", "by_agency"),
        ("Your walk-away figure", "walk_away"),
        ("What to aim for", "target"),
        ("The most they’d probably pay (a guess)", "limit"),
    ):
        yield Estimate(what=what, low=getattr(low, name), base=getattr(base, name), high=getattr(high, name))
    least, middle, most = in_instalments(inputs, views)
    yield Estimate(what="Your walk-away figure, if paid by instalments", low=least, base=middle, high=most)
    if inputs.offer_amount is not None:
        worst, offer, best = offers_today(inputs)
        yield Estimate(what="Their offer in today’s money", low=worst, base=offer, high=best)


def in_instalments(inputs: Inputs, views: Views) -> tuple[Money, ...]:
    """The walk-away figure if paid in instalments, for lower, unchanged and higher chances, including completion."""
    shares = [today_share(one, plan_of(one)) for one in _completing(inputs)]
    return tuple(to_pence(view.walk_away / share) for view, share in zip(views, shares, strict=True))


def offers_today(inputs: Inputs) -> tuple[Money | None, ...]:
    """Their offer in today's money, with the chance that it's paid in full lower, unchanged and higher."""
    return tuple(map(offer_today, _completing(inputs)))


def _completing(inputs: Inputs) -> list[Inputs]:
    points = (-claim_outcomes.POINTS, 0, claim_outcomes.POINTS)
    kept = (claim_outcomes.clamped(inputs.chance_of_completing + by) for by in points)
    return [replace(inputs, chance_of_completing=max(chance, Decimal(1))) for chance in kept]


def chances_in_words(guesses: Guesses) -> Iterator[InWords]:
    """Each chance that is used, with our word for it; the chance of a counterclaim has no word."""
    named = {
        "Chance you’d win if they defend the claim": guesses.case.chance_of_winning,
        "Chance you’re paid if you win": guesses.case.chance_of_collecting,
        COUNTERCLAIM: guesses.case.counterclaim_chance if guesses.case.counterclaim_amount else None,
        "Chance an agency gets the money": guesses.agency,
    }
    for question, chance in named.items():
        if chance is not None:
            words = None if question == COUNTERCLAIM else strength(chance)
            yield InWords(question=question, chance=to_percentage(chance / 100), words=words)
