"""The figures behind the cost of court: fees, outcomes, the average result and the break-even chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel import (
    Charges,
    ClaimCase,
    EnforcementMethod,
    Figure,
    Money,
    Nation,
    NoFigure,
    Outcome,
    Percentage,
    Step,
    Track,
    apportion,
    charges,
    claim_outcomes,
    figure,
    fine_percent,
    latest,
    portion,
    pounds,
    step,
    to_pence,
    to_percentage,
    total,
    value_of,
)

from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What a claim costs and brings in, in pounds.

    `charged` are the court fees, `shares` what each outcome adds to the average result.
    """

    case: ClaimCase
    fees: Charges
    outcomes: tuple[Outcome, ...]
    charged: tuple[Step, ...]
    shares: tuple[Step, ...]
    expected_range: tuple[Money, Money] | None

    @property
    def up_front(self) -> Money:
        """The court fees that the claimant pays before getting any of them back."""
        return total(self.charged)

    @property
    def expected_net(self) -> Money:
        """The average result of a claim: the sum of each outcome's chance times its net result."""
        return total(self.shares)

    @property
    def is_established(self) -> bool:
        """Whether the issue fee is confirmed; if it isn't, there's no average."""
        return self.fees.issue is not None

    @property
    def enforcement_fee(self) -> Money | None:
        """The fees for enforcement: zero if no method is chosen, None if its fee isn't confirmed."""
        chosen = self.case.enforcement_method is not EnforcementMethod.none
        return None if chosen and not self.fees.enforcement else self.fees.enforcement_total

    @property
    def fixed_costs(self) -> Money:
        """A solicitor's fixed costs for a claim that isn't defended."""
        return value_of(self.fees.commencement) + value_of(self.fees.default_judgment)

    @property
    def issue_fee_online(self) -> Figure | None:
        """The lower issue fee for a claim made online, or None if there was none on that date.

        There was one until 17 May 2021 (SI 2021/588).
        """
        if self.case.nation is not Nation.england_wales:
            return None
        try:
            return figure("england_wales.issue_fee_online", self.case.claim_date, self.case.claim_value)
        except NoFigure:
            return None

    @property
    def lost_earnings(self) -> Figure | None:
        """The most that a small claim allows for a day's lost earnings (CPR 27.14(2)(e)); None if none were lost."""
        counts = self.fees.track is Track.small_claims and self.case.own_hours and self.case.hourly_value
        return latest("england_wales.loss_of_earnings_per_day") if counts else None


def work_out(inputs: Inputs) -> Sums:
    """All the figures for these answers. Raises NoFigure for a date outside the figures for England and Wales."""
    case = ClaimCase.of(inputs, interest_and_compensation=inputs.interest_at_claim)
    fees = charges(case.court_claim)
    outcomes = claim_outcomes.outcomes(case, fees)
    charged = tuple(step(one.label, one.value, one) for one in fees.court_fees)
    return Sums(
        case=case,
        fees=fees,
        outcomes=outcomes,
        charged=charged,
        shares=tuple(_shares(outcomes)),
        expected_range=_expected_range(case, fees, outcomes),
    )


def _expected_range(case: ClaimCase, fees: Charges, outcomes: Sequence[Outcome]) -> tuple[Money, Money] | None:
    """The averages with lower and with higher chances, or None if the issue fee isn't confirmed.

    With a counterclaim, other chances may change which outcomes there are.
    """
    if fees.issue is None:
        return None
    moved = (case.with_chances_moved(points) for points in (-claim_outcomes.POINTS, claim_outcomes.POINTS))
    low, high = (
        _expected(claim_outcomes.outcomes(one, fees) if case.counterclaim_amount else outcomes, one) for one in moved
    )
    return to_pence(low), to_pence(high)


def _shares(outcomes: Sequence[Outcome]) -> Iterator[Step]:
    """What each possible outcome adds to the average, rounded so that the parts add up to it."""
    after_claim = [(one, one.chance) for one in outcomes if one.chance]
    parts = apportion([portion(one.net, chance) for one, chance in after_claim])
    for (one, chance), part in zip(after_claim, parts, strict=True):
        yield step(f"{one.outcome}: {fine_percent(chance)} of {pounds(one.net)}", part)


def break_even(sums: Sums) -> Percentage | None:
    """The chance of collecting at which the average is zero, to two decimals half up; None if even 100% is too low."""
    never, always = (_expected(sums.outcomes, sums.case, Decimal(chance)) for chance in (0, 100))
    share = claim_outcomes.break_even(never, always)
    return None if share is None else to_percentage(share)


def _expected(outcomes: Sequence[Outcome], case: ClaimCase, chance_of_collecting: Percentage | None = None) -> Decimal:
    """The average result, not rounded, with the chances of the case or with another chance of collecting."""
    collect = case.chance_of_collecting if chance_of_collecting is None else chance_of_collecting
    chances = claim_outcomes.chances(case, collect)
    parts = (portion(one.net, chances[one.outcome]) for one in outcomes if one.outcome in chances)
    return sum(parts, Decimal(0))
