"""Both sides of the range: what court and an agency are worth to you, and what your customer stands to lose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from calculators.kernel import (
    NIL,
    PENNY,
    Branch,
    Charges,
    ClaimCase,
    Money,
    Percentage,
    charges,
    claim_outcomes,
    portion,
    to_pence,
    to_percentage,
    value_of,
)

from .guessed_answers import Guesses, moved
from .offer_present_value import discount, offer_today
from .questions import Inputs

TARGET_SHARE = Decimal("0.6")
"""How far the target is from your walk-away figure to their limit, as a fraction of the way: our choice."""


FEES_LEFT_OUT = (
    "Ask the court what it costs to start this claim. We couldn’t confirm the fee, so we’ve left it out. Once the fee "
    "is added, court is worth less to you, and your walk-away figure may be lower."
)


@dataclass(frozen=True, kw_only=True)
class Court:
    """What court brings and costs on average, in today's pounds, not rounded.

    `paid` has each outcome in which money is paid, with what it adds to the average, which is negative if you pay them.
    """

    paid: tuple[tuple[Branch, Decimal], ...]
    brings: Decimal
    costs: Decimal

    @property
    def value(self) -> Decimal:
        """The value of going to court: what it brings, less your own costs."""
        return self.brings - self.costs

    @property
    def they_pay(self) -> Money:
        """What they'd pay you on average, less what you'd pay them, rounded up to the penny."""
        return self.brings.quantize(PENNY, ROUND_CEILING)


def fees_of(case: ClaimCase) -> Charges:
    """The court fees; if the fee to start a claim isn't confirmed, it counts as zero and a caution says so."""
    found = charges(case.court_claim)
    nothing = replace(found.limit, value=NIL)
    return found if found.issue else replace(found, issue=nothing, unknown=(FEES_LEFT_OUT, *found.unknown))


def _branches(fees: Charges, guesses: Guesses) -> tuple[Branch, ...]:
    """Every outcome after making a claim, with interest until payment."""
    waited = discount(guesses.discount_rate, guesses.months)
    found = claim_outcomes.branches(guesses.case, fees, interest=guesses.interest, today_share=waited)
    return tuple(one for one in found if one.chance is not None)


def _court(after_claim: Sequence[Branch], guesses: Guesses) -> Court:
    """The average over all outcomes by their chance; payments between you are discounted, and costs are paid now."""
    waited = discount(guesses.discount_rate, guesses.months)
    weighed = [(one, one.chance or NIL) for one in after_claim]
    paid = [(one, portion(one.from_them * waited, chance)) for one, chance in weighed if one.from_them]
    return Court(
        paid=tuple(paid),
        brings=sum((worth for _, worth in paid), Decimal(0)),
        costs=sum((portion(one.spent, chance) for one, chance in weighed), Decimal(0)),
    )


def break_even(fees: Charges, guesses: Guesses) -> Percentage | None:
    """The chance of being paid at which court is worth nothing; if they're certain to defend, that's win x collect."""
    known = _branches(fees, guesses)
    never, always = (claim_outcomes.collected_at(known, guesses.case, Decimal(chance)) for chance in (0, 100))
    none, all_of_it = (_court(after_claim, guesses).value for after_claim in (never, always))
    share = claim_outcomes.break_even(none, all_of_it)
    return None if share is None else to_percentage(share * claim_outcomes.chance_of_being_paid(always) / 100)


def _agency(inputs: Inputs, guesses: Guesses) -> Money | None:
    """What an agency would bring: the chance of collecting x the claim x the share that it doesn't keep."""
    if guesses.agency is None:
        return None
    return to_pence(portion(portion(claim_today(inputs), guesses.agency), 100 - guesses.commission))


@dataclass(frozen=True, kw_only=True)
class View:
    """What follows from one set of guesses, in today's pounds.

    `theirs` is court as your customer sees it, `their_fee` what they'd pay on average to counterclaim, and `offered`
    what they've offered, up to their limit. `is_disputed_both_ways` is true if they counterclaim.
    """

    court: Court
    theirs: Court
    their_fee: Money
    by_court: Money
    by_agency: Money | None
    claimed: Money
    best: Money
    needed: Money
    limit: Money
    offered: Money
    is_disputed_both_ways: bool

    @property
    def chance_of_money(self) -> Percentage:
        """The chance that court ends with them paying you."""
        return claim_outcomes.chance_of_being_paid(one for one, _ in self.court.paid)

    @property
    def best_way(self) -> str:
        """The option that is worth most without a deal, in words."""
        if not self.best:
            return "both of you dropping it" if self.is_disputed_both_ways else "writing it off"
        return "using an agency" if self.best == self.by_agency else "going to court"

    @property
    def walk_away(self) -> Money:
        """What you need, as it's shown: never more than the claim, and never less than zero."""
        return max(NIL, min(self.needed, self.claimed))

    @property
    def is_hopeless(self) -> bool:
        """Whether no amount up to the claim is worth as much as your best option without a deal."""
        return self.needed > self.claimed

    @property
    def has_zone(self) -> bool:
        """Whether they'd probably pay what you need; their limit is never more than the claim."""
        return self.needed <= self.limit

    @property
    def may_cost_you(self) -> bool:
        """Whether a counterclaim makes court worth less than a deal in which nobody pays."""
        return self.is_disputed_both_ways and self.by_court < 0

    @property
    def zone(self) -> tuple[Money, Money] | None:
        """The lowest and highest amount that would suit you both; None if they'd pay less than you need, or nothing."""
        return (self.walk_away, self.limit) if self.has_zone and self.limit else None

    @property
    def part_of_the_way(self) -> Money | None:
        """The amount at TARGET_SHARE of the way through the zone; None without a zone."""
        return to_pence(self.walk_away + TARGET_SHARE * (self.limit - self.walk_away)) if self.zone else None

    @property
    def target(self) -> Money | None:
        """What to aim for inside the zone: never less than they've already offered."""
        return None if self.part_of_the_way is None else max(self.part_of_the_way, self.offered)


Views = tuple[View, View, View]
"""What follows if the chances are worse, unchanged and better."""


def views_of(inputs: Inputs, fees: Charges, guesses: Guesses) -> Views:
    """What follows for the same claim with every chance of being paid lower, unchanged and higher."""
    low, base, high = (
        view_of(inputs, fees, one)
        for one in (moved(guesses, -claim_outcomes.POINTS), guesses, moved(guesses, claim_outcomes.POINTS))
    )
    return low, base, high


def view_of(inputs: Inputs, fees: Charges, guesses: Guesses) -> View:
    """The reservation prices of both sides: best alternative + cost of settling - value of the work kept.

    Yours isn't capped and may be more than the claim, since deals are judged by it. Theirs is capped at the claim.
    """
    court, by_agency = _court(_branches(fees, guesses), guesses), _agency(inputs, guesses)
    theirs = court if guesses.their_view is None else _court(_branches(fees, guesses.theirs), guesses)
    their_fee = to_pence(portion(value_of(fees.counterclaim), guesses.case.chance_of_defence))
    by_court, claimed = to_pence(court.value), claim_today(inputs)
    best = max(NIL, by_court, by_agency or NIL)
    limit = _limit(inputs, theirs.they_pay + their_fee + inputs.customer_cost_of_fighting)
    return View(
        court=court,
        theirs=theirs,
        their_fee=their_fee,
        by_court=by_court,
        by_agency=by_agency,
        claimed=claimed,
        best=best,
        needed=best + guesses.settling_cost - guesses.future_work,
        limit=limit,
        offered=min(offer_today(inputs) or NIL, limit),
        is_disputed_both_ways=guesses.case.counterclaim_amount > 0,
    )


def _limit(inputs: Inputs, fighting: Money) -> Money:
    """The most they'd probably pay: what fighting would cost them, and never less than they've already offered.

    It's kept between zero and the claim. The offer counts at its value to you today, like the limit itself.
    """
    return max(NIL, min(max(fighting, offer_today(inputs) or NIL), claim_today(inputs)))


def claim_today(inputs: Inputs) -> Money:
    """The debt with the interest and compensation claimed, on the date of the claim."""
    return inputs.amount_owed + inputs.interest_at_claim
