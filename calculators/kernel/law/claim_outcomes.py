"""The outcomes of a court claim: chance, cost, recovery and duration of each."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import NIL, Money, Percentage, portion, pounds, to_pence
from calculators.kernel.base.schema import Choice, tell
from calculators.kernel.figures.reference import Figure, latest
from calculators.kernel.figures.working_days import ONE_DAY

from .court_fees import Charges, CourtClaim, reply_days, value_of
from .shared_questions import CustomerType, EnforcementMethod, Nation

POINTS = 15
"""Percentage points by which each chance of being paid goes down and up for a range: our choice."""


class Ending(Choice):
    """An outcome of a claim."""

    paid_after_letter = "They pay after your letter"
    undefended_collected = "They don’t defend it, and you’re paid"
    undefended_not_collected = "They don’t defend it, but you get nothing"
    instalments = "They admit it and pay by instalments"
    won_collected = "You win at a hearing, and you’re paid"
    won_not_collected = "You win at a hearing, but get nothing"
    lost = "You lose at a hearing"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One outcome, in pounds: what you pay in all, what you get back, and the difference."""

    outcome: Ending = tell("How it ends")
    chance: Percentage | None = tell("Chance", sums_to=100)
    net: Money = tell("You end up with")
    you_pay: Money = tell("You pay")
    you_get_back: Money = tell("You get back")
    months: Decimal | None = tell("Months")


@dataclass(frozen=True, kw_only=True)
class ClaimCase:
    """The inputs to the outcomes of a claim: debt, chances, dates and the claimant's own costs.

    Field names match the shared questions; `of` reads them from the inputs of any calculator.
    """

    nation: Nation
    customer_type: CustomerType
    amount_owed: Money
    interest_and_compensation: Money
    daily_interest: Decimal
    chance_of_winning: Percentage
    chance_of_collecting: Percentage
    chance_of_defence: Percentage
    enforcement_method: EnforcementMethod
    claim_date: date
    hearing_date: date | None = None
    enforcement_date: date | None = None
    own_hours: Decimal
    hourly_value: Money
    travel_cost: Money
    legal_costs: Money
    other_sides_costs: Money
    vat_registered: bool

    @classmethod
    def of(cls, inputs: Any, **instead: Any) -> "ClaimCase":
        """The case for these inputs, with some values overridden.

        An empty chance of defence becomes the published share of claims defended.
        """
        names = (field.name for field in fields(cls))
        asked = {name: getattr(inputs, name) for name in names if hasattr(inputs, name)}
        known = asked | instead
        if known["chance_of_defence"] is None:
            known["chance_of_defence"] = defended().value
        return cls(**known)

    def with_chances_moved(self, points: int) -> "ClaimCase":
        """The same claim with the chances of winning and of collecting that many points higher or lower."""
        win, collect = (clamped(chance + points) for chance in (self.chance_of_winning, self.chance_of_collecting))
        return replace(self, chance_of_winning=win, chance_of_collecting=collect)

    @property
    def claim_value(self) -> Money:
        """The amount that court fees are based on: the debt with interest and compensation."""
        return self.amount_owed + self.interest_and_compensation

    @property
    def own_time(self) -> Money:
        """What the claimant's own hours are worth."""
        return to_pence(self.own_hours * self.hourly_value)

    @property
    def court_claim(self) -> CourtClaim:
        """The part of this case that court fees depend on."""
        return CourtClaim(
            nation=self.nation,
            amount_owed=self.amount_owed,
            value=self.claim_value,
            claim_date=self.claim_date,
            hearing_date=self.hearing_date,
            enforcement_date=self.enforcement_date,
            method=self.enforcement_method,
            represented=self.legal_costs > 0,
            vat_registered=self.vat_registered,
        )


def clamped(chance: Percentage) -> Percentage:
    """The chance, kept between 0 and 100."""
    return min(Decimal(100), max(Decimal(0), chance))


def defended() -> Figure:
    """The share of money claims that are defended, as last published."""
    return latest("england_wales.chance_of_defence")


def outcomes(case: ClaimCase, fees: Charges) -> tuple[Outcome, ...]:
    """Every outcome; those after a claim have a chance, and the chances add up to 100 exactly.

    Interest runs until a hearing; in every other outcome it stops at the claim. Empty where the issue
    fee is not established.
    """
    if fees.issue is None:
        return ()
    s, wait = _sums(case, fees), days_to_hearing(case, fees)
    reply = reply_days(case.nation, case.customer_type, case.claim_date)
    start, heard = s.issue + s.effort, s.issue + s.effort + s.hearing
    paid = s.claimed + s.issue + s.enforcing
    known = chances(case, case.chance_of_collecting)
    return (
        _outcome(Ending.paid_after_letter, NIL, s.claimed, int(reply.value) if reply else None, None),
        _outcome(Ending.undefended_collected, start + s.enforcing, paid + s.fixed_undefended, None, known),
        _outcome(Ending.undefended_not_collected, start + s.enforcing + s.wasted, NIL, None, known),
        _outcome(Ending.instalments, start, s.claimed + s.issue + s.fixed_admitted, None, None),
        _outcome(Ending.won_collected, heard + s.enforcing, paid + s.interest + s.hearing + s.fixed_won, wait, known),
        _outcome(Ending.won_not_collected, heard + s.enforcing + s.wasted, NIL, wait, known),
        _outcome(Ending.lost, heard + case.other_sides_costs, NIL, wait, known),
    )


def chances(case: ClaimCase, chance_of_collecting: Percentage) -> dict[Ending, Percentage]:
    """The chance of each outcome after a claim, exact: d defended, w won, q collected."""
    d, w, q = case.chance_of_defence, case.chance_of_winning, chance_of_collecting
    return {
        Ending.undefended_collected: (100 - d) * q / 100,
        Ending.undefended_not_collected: (100 - d) * (100 - q) / 100,
        Ending.won_collected: d * w * q / 10_000,
        Ending.won_not_collected: d * w * (100 - q) / 10_000,
        Ending.lost: d * (100 - w) / 100,
    }


def chance_of_being_paid(case: ClaimCase) -> Percentage:
    """The chance that a claim ends in payment: not defended or won, and collected."""
    reached = 100 - case.chance_of_defence + portion(case.chance_of_defence, case.chance_of_winning)
    return portion(reached, case.chance_of_collecting)


def days_to_hearing(case: ClaimCase, fees: Charges) -> int | None:
    """Days from claim to hearing, None where no average wait is published."""
    return (fees.hearing_date - case.claim_date).days if fees.hearing_date else None


@dataclass(frozen=True, kw_only=True)
class _Sums:
    """The components of the outcomes, in pounds."""

    claimed: Money
    interest: Money
    effort: Money
    issue: Money
    hearing: Money
    enforcing: Money
    wasted: Money
    fixed_undefended: Money
    fixed_admitted: Money
    fixed_won: Money


def _sums(case: ClaimCase, fees: Charges) -> _Sums:
    """Own time and solicitor's fees are not recoverable beyond fixed costs; travel is, on winning."""
    commencement, enforcing = value_of(fees.commencement), value_of(fees.enforcement_costs)
    return _Sums(
        claimed=case.claim_value,
        interest=to_pence(case.daily_interest * (days_to_hearing(case, fees) or 0)),
        effort=case.own_time + case.legal_costs,
        issue=value_of(fees.issue),
        hearing=value_of(fees.hearing) + case.travel_cost,
        enforcing=fees.enforcement_total,
        wasted=fees.officer_with_vat,
        fixed_undefended=commencement + value_of(fees.default_judgment) + enforcing,
        fixed_admitted=commencement,
        fixed_won=(commencement if fees.track.is_small else NIL) + enforcing,
    )


def _outcome(
    ending: Ending, pay: Money, back: Money, days: int | None, known: dict[Ending, Percentage] | None
) -> Outcome:
    months = None if days is None else _months(days)
    chance = known[ending] if known else None
    return Outcome(outcome=ending, you_pay=pay, you_get_back=back, net=back - pay, months=months, chance=chance)


@cache
def _months(days: int) -> Decimal:
    return (Decimal(days) * 12 / 365).quantize(Decimal("0.1"), ROUND_HALF_UP)


# What to know before a claim


def not_yet_due(due_date: date, claim_date: date) -> Iterator[str]:
    """A caution if the claim would start before the money is overdue."""
    if claim_date <= due_date:
        late = in_words(due_date + ONE_DAY)
        yield f"Wait until {late} before you claim in court: the money isn’t overdue until then."


def rarely_paid(nation: Nation, other_sides_costs: Money) -> Iterator[str]:
    """A caution if the other side's costs were entered for a small claim (CPR 27.14(2))."""
    if other_sides_costs and nation is Nation.england_wales:
        yield (
            f"Take out the {pounds(other_sides_costs)} for their solicitor if you act fairly: in a small claim the "
            "loser rarely pays the other side’s solicitor without acting unreasonably."
        )
