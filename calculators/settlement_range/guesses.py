"""The answers that are guesses, and what stands in for those left empty."""

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
"""Days in a month with leap years, by which the age of a debt is counted."""


@dataclass(frozen=True, kw_only=True)
class Guesses:
    """The answers that are guesses; those about court are in `case`.

    The case has no daily interest, since here that runs until payment. `their_view` is the chance of winning as
    your customer sees it, None where it's the same as yours.
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
        """Daily interest for the months until payment, 365/12 days each, not rounded."""
        return self.daily_interest * DAYS_IN_A_MONTH * self.months

    @property
    def theirs(self) -> "Guesses":
        """The same guesses as your customer sees them."""
        return self if self.their_view is None else self.having(chance_of_winning=self.their_view)

    def having(self, **values: Decimal) -> "Guesses":
        """The same guesses but for these."""
        own: dict[str, Any] = {name: value for name, value in values.items() if not is_about_court(name)}
        about_court: dict[str, Any] = {name: value for name, value in values.items() if is_about_court(name)}
        return replace(self, **own, case=replace(self.case, **about_court))

    def of(self, name: str) -> Decimal | None:
        """One of the guesses."""
        found: Decimal | None = getattr(self.case if is_about_court(name) else self, name)
        return found


_OWN = {field.name for field in fields(Guesses)} - {"case"}


def is_about_court(name: str) -> bool:
    """Whether that guess changes the outcomes of a claim; the others change only what they are worth."""
    return name not in _OWN


def guesses_of(inputs: Inputs) -> Guesses:
    """The guesses as typed, with a word's number or a published figure for those left empty."""
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
    """Every chance of being paid that many points higher or lower, for both sides."""
    agency, view = (
        None if chance is None else claim_outcomes.clamped(chance + points)
        for chance in (guesses.agency, guesses.their_view)
    )
    return replace(guesses, case=guesses.case.with_chances_moved(points), agency=agency, their_view=view)


def polls() -> tuple[tuple[Decimal, Figure], ...]:
    """What agencies in the United States said of debts that many months late."""
    return tuple((Decimal(age), latest(f"uk.collected_after_{age}_months")) for age in (3, 6, 12, 24))


def _agency_chance(inputs: Inputs) -> Percentage | None:
    """The reader's number, or one read off the polls by the age of the debt; None without either.

    The polls never count for more than the reader's own chance of collecting: an agency has less
    power than a court. They say nothing of a debt that a counterclaim disputes.
    """
    if inputs.due_date is None or not from_polls(inputs):
        return inputs.agency_chance
    months = max(0, (inputs.claim_date - inputs.due_date).days) / AVERAGE_MONTH
    polled = _between([(age, poll.value) for age, poll in polls()], months)
    return min(polled, _number(inputs.chance_of_collecting, inputs.collecting_strength))


def _between(points: Sequence[tuple[Decimal, Decimal]], x: Decimal) -> Decimal:
    """The height at x of straight lines through the points; level before the first and after the last."""
    for (left, low), (right, high) in pairwise(points):
        if x <= right:
            return low + (high - low) * max(Decimal(0), x - left) / (right - left)
    return points[-1][1]


def commission(inputs: Inputs) -> Percentage:
    """The reader's number, or a typical share of what comes in."""
    typed = inputs.agency_commission
    return sum((one.value for one in typical_shares(inputs)), Decimal(0)) if typed is None else typed


def typical_shares(inputs: Inputs) -> Iterator[Figure]:
    """The share itself, and what comes on top of it for a debt that has been due for over a year."""
    yield latest("uk.agency_commission")
    if inputs.due_date is not None and inputs.claim_date > add_months(inputs.due_date, 12):
        yield latest("uk.agency_commission_old_debt")


def from_polls(inputs: Inputs) -> bool:
    """Whether the chance that an agency collects is read off the polls."""
    return inputs.agency_chance is None and inputs.due_date is not None and not inputs.counterclaim_amount
