"""The outcomes of a court claim: chance, cost, recovery and duration of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

from calculators.kernel.base.money import NIL, Money, Percentage, portion, to_pence
from calculators.kernel.base.schema import Choice, tell
from calculators.kernel.figures.reference import Figure, latest

from .court_fees import Charges, CourtClaim, reply_days, value_of
from .shared_questions import CourtApplication, CustomerType, EnforcementMethod, Nation

POINTS = 15
"""Percentage points by which each chance of being paid goes down and up for a range: our choice."""


class Ending(Choice):
    """An outcome of a claim."""

    paid_after_letter = "They pay after your letter"
    undefended_collected = "They don’t defend it, and you’re paid"
    undefended_not_collected = "They don’t defend it, but you get nothing"
    instalments = "They admit the debt and pay by instalments"
    won_collected = "You win at a hearing, and you’re paid"
    won_not_collected = "You win at a hearing, but get nothing"
    both_win_collected = "You both win, and you’re paid the difference"
    both_win_not_collected = "You both win, but you don’t get the difference"
    both_win_nothing_left = "You both win, and nothing’s left for you"
    both_win_you_pay = "You both win, and you pay them the difference"
    lost = "You lose at a hearing"
    lost_to_counterclaim = "You lose, and they win their counterclaim"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One outcome, in pounds: what you pay in all, what you get back, and the difference."""

    outcome: Ending = tell("How it ends")
    chance: Percentage | None = tell("Chance", sums_to=100)
    net: Money = tell("Amount you end up with")
    you_pay: Money = tell("You pay")
    you_get_back: Money = tell("You get back")
    months: Decimal | None = tell("Months")


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One outcome in pounds: what you spend on it, and what they then pay you, which is negative if you pay them."""

    ending: Ending
    chance: Percentage | None
    spent: Money
    from_them: Decimal
    months: Decimal | None

    @property
    def outcome(self) -> Outcome:
        """The outcome as a row: what you pay and what you get back, to the penny."""
        back, pay = max(NIL, self.from_them), self.spent + max(NIL, -self.from_them)
        return Outcome(
            outcome=self.ending, you_pay=pay, you_get_back=back, net=back - pay, months=self.months, chance=self.chance
        )


@dataclass(frozen=True, kw_only=True)
class ClaimCase:
    """The inputs for the outcomes of a claim: debt, chances, dates, the claimant's own costs and a counterclaim.

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
    counterclaim_amount: Money = NIL
    counterclaim_chance: Percentage = Decimal(0)
    court_application: CourtApplication = CourtApplication.none
    application_date: date | None = None
    information_order: bool = False
    second_enforcement_method: EnforcementMethod = EnforcementMethod.none

    @classmethod
    def of(cls, inputs: Any, **instead: Any) -> "ClaimCase":
        """The case for these inputs, with some values overridden.

        An empty chance of defence becomes 100% if `why_defended` gives a reason, otherwise the published share of
        claims that are defended.
        """
        names = (field.name for field in fields(cls))
        asked = {name: getattr(inputs, name) for name in names if hasattr(inputs, name)}
        known = asked | instead
        if known["chance_of_defence"] is None:
            known["chance_of_defence"] = defended().value if assumes_published_defence(inputs) else Decimal(100)
        return cls(**known)

    def with_chances_moved(self, points: int) -> "ClaimCase":
        """The same claim with the chances of winning and of collecting that many points higher or lower.

        The chance that a counterclaim succeeds moves the other way.
        """
        win, collect = (clamped(chance + points) for chance in (self.chance_of_winning, self.chance_of_collecting))
        against = clamped(self.counterclaim_chance - points)
        return replace(self, chance_of_winning=win, chance_of_collecting=collect, counterclaim_chance=against)

    @property
    def claim_value(self) -> Money:
        """The amount that court fees are based on: the debt with interest and compensation."""
        return self.amount_owed + self.interest_and_compensation

    @property
    def own_time(self) -> Money:
        """What the claimant's own hours are worth."""
        return to_pence(self.own_hours * self.hourly_value)

    @property
    def may_go_undefended(self) -> bool:
        """Whether the claim may go undefended; with a counterclaim, only if a defence isn't certain."""
        return not self.counterclaim_amount or self.chance_of_defence < 100

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
            counterclaim=self.counterclaim_amount,
            application=self.court_application,
            application_date=self.application_date,
            asks_for_information=self.information_order,
            second_method=self.second_enforcement_method,
        )


def clamped(chance: Percentage) -> Percentage:
    """The chance, kept between 0 and 100."""
    return min(Decimal(100), max(Decimal(0), chance))


def defended() -> Figure:
    """The share of money claims that are defended, as last published."""
    return latest("england_wales.chance_of_defence")


def why_defended(inputs: Any) -> str:
    """Why we assume that they'd defend the claim, as a clause; empty if there's no reason, or the chance was typed.

    Only a defendant can counterclaim (CPR 20.4), and a view on who would win at a hearing also implies a defence.
    """
    if inputs.chance_of_defence is not None:
        return ""
    if getattr(inputs, "counterclaim_amount", NIL):
        return "since they say you owe them money"
    seen = getattr(inputs, "their_view_of_winning", None) is not None
    return "since you’ve said how likely they think you are to win" if seen else ""


def assumes_published_defence(inputs: Any) -> bool:
    """Whether the chance of a defence is the published share: none was typed, and nothing suggests a defence."""
    return inputs.chance_of_defence is None and not why_defended(inputs)


def outcomes(case: ClaimCase, fees: Charges) -> tuple[Outcome, ...]:
    """Every outcome as a row; those after a claim have a chance, and these add up to exactly 100."""
    return tuple(one.outcome for one in branches(case, fees))


def branches(
    case: ClaimCase, fees: Charges, *, interest: Decimal = NIL, today_share: Decimal = Decimal(1)
) -> tuple[Branch, ...]:
    """Every outcome; `interest`, in pounds that aren't rounded, is added to what is owed under any judgment.

    `today_share` is what a pound paid after court is worth today. The case's own daily interest runs until a hearing;
    in every other outcome it stops at the claim. Empty if the issue fee isn't confirmed.
    """
    if fees.issue is None:
        return ()
    s, wait = _sums(case, fees), days_to_hearing(case, fees)
    reply = reply_days(case.nation, case.customer_type, case.claim_date)
    start, heard = s.started, s.heard
    judgment = s.claimed + s.issue + interest
    won = judgment + s.interest + s.hearing + s.fixed_won
    known = chances(case, case.chance_of_collecting)
    return (
        _branch(Ending.paid_after_letter, NIL, s.claimed, int(reply.value) if reply else None, None),
        *(_undefended(s, judgment, known) if case.may_go_undefended else ()),
        _branch(Ending.instalments, start, s.claimed + s.issue + s.fixed_admitted, None, None),
        _branch(Ending.won_collected, heard + s.enforcing, won + s.enforced, wait, known),
        _branch(Ending.won_not_collected, heard + s.enforcing + s.wasted, NIL, wait, known),
        *(_both_win(case, fees, won, today_share, known) if case.counterclaim_amount else ()),
        _branch(Ending.lost, heard + case.other_sides_costs, NIL, wait, known),
        *(_lost_to_counterclaim(case, fees, known) if case.counterclaim_amount else ()),
    )


def _undefended(s: "_Sums", judgment: Decimal, known: dict[Ending, Percentage]) -> Iterator[Branch]:
    spent = s.started + s.enforcing
    yield _branch(Ending.undefended_collected, spent, judgment + s.enforced + s.fixed_undefended, None, known)
    yield _branch(Ending.undefended_not_collected, spent + s.wasted, NIL, None, known)


def _both_win(
    case: ClaimCase, fees: Charges, won: Decimal, today_share: Decimal, known: dict[Ending, Percentage]
) -> Iterator[Branch]:
    """The outcomes if both win: only the balance is paid (set-off), and each winner gets back their court fees.

    The court may order otherwise. A balance is only enforced if that is likely to bring in more than it costs.
    """
    s, wait = _sums(case, fees), days_to_hearing(case, fees)
    left = won - _owed_to_them(case, fees)
    brings = portion((left + s.enforced) * today_share, case.chance_of_collecting)
    if left > 0 and brings >= s.enforcing + portion(s.wasted, 100 - case.chance_of_collecting):
        spent = s.heard + s.enforcing
        yield _branch(Ending.both_win_collected, spent, left + s.enforced, wait, known)
        yield _branch(Ending.both_win_not_collected, spent + s.wasted, NIL, wait, known)
    else:
        ending = Ending.both_win_you_pay if left < 0 else Ending.both_win_nothing_left
        yield _branch(ending, s.heard, min(left, NIL), wait, known)


def _lost_to_counterclaim(case: ClaimCase, fees: Charges, known: dict[Ending, Percentage]) -> Iterator[Branch]:
    spent, wait = _sums(case, fees).heard + case.other_sides_costs, days_to_hearing(case, fees)
    yield _branch(Ending.lost_to_counterclaim, spent, -_owed_to_them(case, fees), wait, known)


def _owed_to_them(case: ClaimCase, fees: Charges) -> Money:
    """What you owe on a counterclaim that succeeds: the amount, and their fee for making it (CPR 27.14(2))."""
    return case.counterclaim_amount + value_of(fees.counterclaim)


def chances(case: ClaimCase, chance_of_collecting: Percentage) -> dict[Ending, Percentage]:
    """The exact chance of each outcome after a claim, in per cent; `k` is the chance that a counterclaim succeeds.

    With a counterclaim, `both_win_nothing_left` or `both_win_you_pay` may replace the other outcomes in which both win.
    """
    found = _chances(case, chance_of_collecting)
    if not case.counterclaim_amount:
        return found
    k = case.counterclaim_chance
    paid, unpaid, lost = (found[one] for one in (Ending.won_collected, Ending.won_not_collected, Ending.lost))
    return found | {
        Ending.won_collected: paid * (100 - k) / 100,
        Ending.won_not_collected: unpaid * (100 - k) / 100,
        Ending.both_win_collected: paid * k / 100,
        Ending.both_win_not_collected: unpaid * k / 100,
        Ending.both_win_nothing_left: (paid + unpaid) * k / 100,
        Ending.both_win_you_pay: (paid + unpaid) * k / 100,
        Ending.lost: lost * (100 - k) / 100,
        Ending.lost_to_counterclaim: lost * k / 100,
    }


def _chances(case: ClaimCase, chance_of_collecting: Percentage) -> dict[Ending, Percentage]:
    """The chances without a counterclaim; `d` is the chance of a defence, `w` of winning and `q` of collecting."""
    d, w, q = case.chance_of_defence, case.chance_of_winning, chance_of_collecting
    return {
        Ending.undefended_collected: (100 - d) * q / 100,
        Ending.undefended_not_collected: (100 - d) * (100 - q) / 100,
        Ending.won_collected: d * w * q / 10_000,
        Ending.won_not_collected: d * w * (100 - q) / 10_000,
        Ending.lost: d * (100 - w) / 100,
    }


def chance_of_being_paid(after_claim: Iterable[Branch]) -> Percentage:
    """The chance, in per cent, that a claim ends with money from them."""
    return sum((one.chance or NIL for one in after_claim if one.from_them > 0), Decimal(0))


def collected_at(after_claim: Iterable[Branch], case: ClaimCase, chance: Percentage) -> tuple[Branch, ...]:
    """The outcomes after a claim, with another chance of collecting."""
    known = chances(case, chance)
    return tuple(replace(one, chance=known[one.ending]) for one in after_claim if one.ending in known)


def break_even(never: Decimal, always: Decimal) -> Decimal | None:
    """The chance of being paid, as a fraction of 1, at which court brings in on average what it costs.

    The average rises in a straight line from `never` being paid to `always` being paid. None if even certainty isn't
    enough.
    """
    if always <= 0:
        return None
    return Decimal(0) if never >= 0 else never / (never - always)


def days_to_hearing(case: ClaimCase, fees: Charges) -> int | None:
    """Days from claim to hearing, or None if no average wait is published."""
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
    enforced: Money
    wasted: Money
    fixed_undefended: Money
    fixed_admitted: Money
    fixed_won: Money

    @property
    def started(self) -> Money:
        """What you spend on a claim that never gets to a hearing."""
        return self.issue + self.effort

    @property
    def heard(self) -> Money:
        """What you spend on a claim that gets to a hearing."""
        return self.started + self.hearing


def _sums(case: ClaimCase, fees: Charges) -> _Sums:
    """The components of the outcomes of a case.

    Your own time and solicitor's fees are not recoverable beyond fixed costs; travel is, if you win. Nor is the fee for
    an application, since whether you get it back depends on the order the court makes. `enforced` is the part of the
    enforcement costs that you get back if the judgment is paid.
    """
    commencement, fixed = value_of(fees.commencement), sum((one.value for one in fees.enforcement_costs), NIL)
    return _Sums(
        claimed=case.claim_value,
        interest=to_pence(case.daily_interest * (days_to_hearing(case, fees) or 0)),
        effort=case.own_time + case.legal_costs + value_of(fees.application),
        issue=value_of(fees.issue),
        hearing=value_of(fees.hearing) + case.travel_cost,
        enforcing=fees.enforcement_total,
        enforced=fees.enforcement_total + fixed,
        wasted=fees.officer_with_vat,
        fixed_undefended=commencement + value_of(fees.default_judgment),
        fixed_admitted=commencement,
        fixed_won=commencement if fees.track.is_small else NIL,
    )


def _branch(
    ending: Ending, spent: Money, from_them: Decimal, days: int | None, known: dict[Ending, Percentage] | None
) -> Branch:
    months = None if days is None else _months(days)
    return Branch(
        ending=ending, spent=spent, from_them=from_them, months=months, chance=known[ending] if known else None
    )  # fmt: skip


@cache
def _months(days: int) -> Decimal:
    return (Decimal(days) * 12 / 365).quantize(Decimal("0.1"), ROUND_HALF_UP)


def interest_at_claim(interest: Money, daily_interest: Decimal, counted_to: date | None, claim_date: date) -> Money:
    """Interest and compensation at the date of the claim, if worked out to another date; to the penny, half up."""
    days = (claim_date - counted_to).days if counted_to else 0
    return max(NIL, interest + to_pence(daily_interest * days))
