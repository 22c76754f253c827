"""The answers that are guesses, and the values used for those left empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from calculators.kernel import (
    NIL,
    ClaimCase,
    Figure,
    Money,
    Percentage,
    add_months,
    claim_outcomes,
    latest,
)

from .questions import Inputs, Strength

DAYS_IN_A_MONTH = Decimal(365) / 12
AVERAGE_MONTH = Decimal("30.4375")
"""The days in an average month, counting leap years; used to work out the age of a debt in months."""


@dataclass(frozen=True, kw_only=True)
class Guesses:
    """The answers that are guesses; those about court are in `case`.

    `case` has no daily interest, since here that runs until payment. `their_view` is the chance of winning as your
    customer sees it, or None if it's the same as yours.
    """

    case: ClaimCase
    their_view: Percentage | None
    agency: Percentage | None
    commission: Percentage
    months: Decimal
    discount_rate: Percentage
    daily_interest: Money
    settling_cost: Money
    future_work: Money

    @property
    def interest(self) -> Decimal:
        """Daily interest for the months until payment, at 365/12 days a month, not rounded."""
        return self.daily_interest * DAYS_IN_A_MONTH * self.months

    @property
    def theirs(self) -> "Guesses":
        """The same guesses as your customer sees them."""
        return self if self.their_view is None else self.having(chance_of_winning=self.their_view)

    def having(self, **values: Decimal) -> "Guesses":
        """The same guesses with these values changed."""
        own: dict[str, Any] = {name: value for name, value in values.items() if not is_about_court(name)}
        about_court: dict[str, Any] = {name: value for name, value in values.items() if is_about_court(name)}
        return replace(self, **own, case=replace(self.case, **about_court))

    def of(self, name: str) -> Decimal | None:
        """The value of one guess, by its name."""
        found: Decimal | None = getattr(self.case if is_about_court(name) else self, name)
        return found


_OWN = {field.name for field in fields(Guesses)} - {"case"}


def is_about_court(name: str) -> bool:
    """Whether a guess changes the outcomes of a claim; the others only change what the outcomes are worth."""
    return name not in _OWN


def guesses_of(inputs: Inputs) -> Guesses:
    """The guesses as entered; those left empty get the number for the word chosen, or a published figure."""
    case = ClaimCase.of(
        inputs,
        daily_interest=NIL,
        interest_and_compensation=inputs.interest_at_claim,
        chance_of_winning=_number(inputs.chance_of_winning, inputs.case_strength),
        chance_of_collecting=_number(inputs.chance_of_collecting, inputs.collecting_strength),
    )
    return Guesses(
        case=case,
        their_view=inputs.their_view_of_winning,
        agency=_agency_chance(inputs),
        commission=commission(inputs),
        months=inputs.months_to_payment,
        discount_rate=inputs.discount_rate,
        daily_interest=inputs.daily_interest,
        settling_cost=inputs.settling_cost,
        future_work=inputs.future_work_value,
    )


def _number(typed: Percentage | None, word: Strength) -> Percentage:
    return word.number if typed is None else typed


def moved(guesses: Guesses, points: int) -> Guesses:
    """The guesses with every chance of being paid `points` percentage points higher (or lower), for both sides."""
    agency, view = (
        None if chance is None else claim_outcomes.clamped(chance + points)
        for chance in (guesses.agency, guesses.their_view)
    )
    return replace(guesses, case=guesses.case.with_chances_moved(points), agency=agency, their_view=view)


def polls() -> tuple[tuple[Decimal, Figure], ...]:
    """For each number of months overdue, the chance of collecting a debt that US agencies reported in a survey."""
    return tuple((Decimal(age), latest(f"uk.collected_after_{age}_months")) for age in (3, 6, 12, 24))


def _agency_chance(inputs: Inputs) -> Percentage | None:
    """The chance entered or, if none, one from the polls by the age of the debt; None without either.

    A chance from the polls is never higher than the reader's own chance of collecting, since an agency has less power
    than a court. The polls aren't used if a counterclaim disputes the debt.
    """
    if inputs.due_date is None or not from_polls(inputs):
        return inputs.agency_chance
    months = max(0, (inputs.claim_date - inputs.due_date).days) / AVERAGE_MONTH
    polled = _between([(age, poll.value) for age, poll in polls()], months)
    return min(polled, _number(inputs.chance_of_collecting, inputs.collecting_strength))


def _between(points: Sequence[tuple[Decimal, Decimal]], x: Decimal) -> Decimal:
    """Linear interpolation between the points at `x`; constant before the first and after the last."""
    for (left, low), (right, high) in pairwise(points):
        if x <= right:
            return low + (high - low) * max(Decimal(0), x - left) / (right - left)
    return points[-1][1]


def commission(inputs: Inputs) -> Percentage:
    """The agency's commission as entered or, if none, a typical percentage of what it collects."""
    typed = inputs.agency_commission
    return sum((one.value for one in typical_shares(inputs)), Decimal(0)) if typed is None else typed


def typical_shares(inputs: Inputs) -> Iterator[Figure]:
    """The typical commission, and the extra for a debt that has been due for over a year."""
    yield latest("uk.agency_commission")
    if inputs.due_date is not None and inputs.claim_date > add_months(inputs.due_date, 12):
        yield latest("uk.agency_commission_old_debt")


def from_polls(inputs: Inputs) -> bool:
    """Whether the chance that an agency collects is taken from the polls."""
    return inputs.agency_chance is None and inputs.due_date is not None and not inputs.counterclaim_amount
