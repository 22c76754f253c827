"""The amounts of a defended claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kernel import (
    NIL,
    Charges,
    CourtClaim,
    EnforcementMethod,
    Figure,
    Money,
    NoFigure,
    charges,
    claim_outcomes,
    to_pence,
)

from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class CourtSums:
    """The amounts to ask for, in pounds, and the court fees.

    `fees` is None if no figures are known for the date. `later` is the interest after the date that the typed interest
    runs to.
    """

    fees: Charges | None
    paid: tuple[tuple[str, Figure], ...]
    interest: Money
    later: Money
    asks_for: Money

    @property
    def is_small(self) -> bool:
        """Whether it's a small claim."""
        return self.fees is not None and self.fees.track.is_small


def sums_of(inputs: Inputs) -> CourtSums:
    """The debt, the interest up to the hearing, and the fees; the hearing fee only if there's a hearing date."""
    fees = _fees(inputs)
    later = to_pence(inputs.daily_interest * (inputs.interest_until - inputs.counted_to).days)
    interest = inputs.interest_and_compensation + later
    paid = tuple(_paid(inputs, fees)) if fees else ()
    asks_for = inputs.amount_owed + interest + sum((fee.value for _, fee in paid), NIL)
    return CourtSums(fees=fees, paid=paid, interest=interest, later=later, asks_for=asks_for)


def _paid(inputs: Inputs, fees: Charges) -> Iterator[tuple[str, Figure]]:
    if fees.issue:
        yield "court fee", fees.issue
    if fees.hearing and inputs.hearing_date:
        yield "hearing fee", fees.hearing


def _fees(inputs: Inputs) -> Charges | None:
    claim = CourtClaim(
        nation=inputs.nation, amount_owed=inputs.amount_owed, value=value_of(inputs), claim_date=inputs.claim_date,
        hearing_date=inputs.hearing_date, enforcement_date=inputs.hearing_date, method=EnforcementMethod.none,
        represented=False, vat_registered=False,
    )  # fmt: skip
    try:
        return charges(claim)
    except NoFigure:
        return None


def value_of(inputs: Inputs) -> Money:
    """The debt with interest and compensation up to the date of the claim, to the penny."""
    typed, counted_to = inputs.interest_and_compensation, inputs.interest_counted_to
    at_claim = claim_outcomes.interest_at_claim(typed, inputs.daily_interest, counted_to, inputs.claim_date)
    return inputs.amount_owed + at_claim
