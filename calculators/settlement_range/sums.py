"""Both sides of the range: what court and an agency are worth to you, and what your customer stands to lose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache

from calculators.kernel import (
    NIL,
    PENNY,
    Charges,
    ClaimCase,
    Money,
    Outcome,
    Percentage,
    charges,
    claim_outcomes,
    portion,
    to_pence,
    to_percentage,
)

from .guesses import Guesses, moved
from .questions import Inputs

TARGET_SHARE = Decimal("0.6")
"""How far the target lies on the way from your walk-away to their limit: our choice."""

DAYS_IN_A_MONTH = Decimal(365) / 12


FEES_LEFT_OUT = (
    "Ask the court what it costs to start this claim: we couldn’t confirm the fee, so we leave it out. With the fee, "
    "court is worth less to you, and your walk-away may be lower."
)


@dataclass(frozen=True, kw_only=True)
class Court:
    """What court brings and costs on average, in pounds of today, not rounded.

    `paid` has each ending in which money comes, what comes and its share of the average.
    """

    paid: tuple[tuple[Outcome, Decimal, Decimal], ...]
    brings: Decimal
    costs: Decimal

    @property
    def value(self) -> Decimal:
        """What court would make them pay, less your own costs."""
        return self.brings - self.costs

    @property
    def they_lose(self) -> Money:
        """What court would take from them, rounded up to the penny: the most it is worth to them to pay instead."""
        return self.brings.quantize(PENNY, ROUND_CEILING)


def fees_of(case: ClaimCase) -> Charges:
    """What the court charges; where the fee to start is not established it is left out, and said so."""
    found = charges(case.court_claim)
    nothing = replace(found.limit, value=NIL)
    return found if found.issue else replace(found, issue=nothing, unknown=(FEES_LEFT_OUT, *found.unknown))


def _court(inputs: Inputs, endings: Sequence[Outcome], guesses: Guesses) -> Court:
    """Every ending after a claim by its chance; money that comes is discounted, costs are paid now.

    To what comes back is added daily interest for the months until payment, 365/12 days each.
    """
    after_claim = [(one, one.chance) for one in endings if one.chance is not None]
    interest = guesses.daily_interest * DAYS_IN_A_MONTH * guesses.months
    waited = discount(guesses.discount_rate, guesses.months)
    paid = [(one, one.you_get_back + interest, chance) for one, chance in after_claim if one.you_get_back]
    worth = [portion(back * waited, chance) for _, back, chance in paid]
    return Court(
        paid=tuple((one, back, part) for (one, back, _), part in zip(paid, worth, strict=True)),
        brings=sum(worth, Decimal(0)),
        costs=sum((portion(one.you_pay, chance) for one, chance in after_claim), Decimal(0)),
    )


@lru_cache(maxsize=64)
def discount(rate: Percentage, months: Decimal) -> Decimal:
    """What a pound that comes after so many months is worth today."""
    return (1 + rate / 100) ** (-months / 12)


def break_even(inputs: Inputs, fees: Charges, guesses: Guesses) -> Percentage | None:
    """The chance of money in hand at which court is worth nothing; with a certain defence, win x collect."""
    never, always = (guesses.having(chance_of_collecting=Decimal(chance)) for chance in (0, 100))
    none, all_of_it = (_court(inputs, claim_outcomes.outcomes(at.case, fees), at).value for at in (never, always))
    if all_of_it <= none:
        return None
    chance = max(Decimal(0), -none / (all_of_it - none)) * claim_outcomes.chance_of_being_paid(always.case)
    return to_percentage(chance / 100) if chance <= 100 else None


def _agency(inputs: Inputs, guesses: Guesses) -> Money | None:
    """What an agency would bring: chance x claim x what it does not keep."""
    if guesses.agency is None:
        return None
    return to_pence(portion(portion(claim_today(inputs), guesses.agency), 100 - guesses.commission))


@dataclass(frozen=True, kw_only=True)
class View:
    """What follows from one set of guesses, in pounds of today."""

    court: Court
    by_court: Money
    by_agency: Money | None
    claimed: Money
    best: Money
    needed: Money
    limit: Money

    @property
    def best_way(self) -> str:
        """What is worth most without a deal, in words."""
        if not self.best:
            return "writing it off"
        return "an agency" if self.best == self.by_agency else "court"

    @property
    def walk_away(self) -> Money:
        """What you need, as it is shown: never more than the claim, and never less than nil."""
        return max(NIL, min(self.needed, self.claimed))

    @property
    def is_hopeless(self) -> bool:
        """Whether no sum up to the claim is worth what you have without a deal."""
        return self.needed > self.claimed

    @property
    def has_zone(self) -> bool:
        """Whether they would likely pay what you need; their limit is never more than the claim."""
        return self.needed <= self.limit

    @property
    def target(self) -> Money | None:
        """What to aim for inside the zone."""
        return to_pence(self.walk_away + TARGET_SHARE * (self.limit - self.walk_away)) if self.has_zone else None


Views = tuple[View, View, View]
"""What follows with worse chances, as they are, and better ones."""


def views_of(inputs: Inputs, fees: Charges, guesses: Guesses) -> Views:
    """The same claim with every chance of being paid lower, as it is, and higher."""
    low, base, high = (
        view_of(inputs, claim_outcomes.outcomes(one.case, fees), one)
        for one in (moved(guesses, -claim_outcomes.POINTS), guesses, moved(guesses, claim_outcomes.POINTS))
    )
    return low, base, high


def view_of(inputs: Inputs, endings: Sequence[Outcome], guesses: Guesses) -> View:
    """Reservation prices of both sides: best alternative + cost of settling - worth of the work kept.

    Yours is kept as it is, and may be more than the claim: deals are judged by it. Theirs is held within the claim.
    """
    court, by_agency = _court(inputs, endings, guesses), _agency(inputs, guesses)
    by_court, claimed = to_pence(court.value), claim_today(inputs)
    best = max(NIL, by_court, by_agency or NIL)
    return View(
        court=court,
        by_court=by_court,
        by_agency=by_agency,
        claimed=claimed,
        best=best,
        needed=best + guesses.settling_cost - guesses.future_work,
        limit=max(NIL, min(court.they_lose + inputs.customer_cost_of_fighting, claimed)),
    )


def claim_today(inputs: Inputs) -> Money:
    """The debt with the interest and compensation claimed."""
    return inputs.amount_owed + inputs.interest_and_compensation
