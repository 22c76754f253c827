"""The fees, VAT and venue for all sides, and the reader's share of each."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import (
    NIL,
    Charges,
    CourtClaim,
    EnforcementMethod,
    Money,
    charges,
    portion,
    to_pence,
    to_percentage,
    total,
)

from .fee_per_party import charged, fee_steps, last_checked
from .questions import Inputs, Quote
from .result_types import Comparison


@dataclass(frozen=True, kw_only=True)
class Costs:
    """The cost of one quote: for all sides together, and the reader's share of each item."""

    fee: Money
    fees: Money
    vat: Money
    venue: Money
    my_fees: Money
    my_vat: Money
    my_venue: Money
    vat_back: Money
    travel: Money

    @property
    def total(self) -> Money:
        """What all sides pay, excluding travel."""
        return self.fees + self.vat + self.venue

    @property
    def your_share(self) -> Money:
        """What the reader pays the mediator and the venue, including VAT."""
        return self.my_fees + self.my_vat + self.my_venue

    @property
    def cost(self) -> Money:
        """The net cost to the reader, after reclaiming VAT and with travel."""
        return self.your_share - self.vat_back + self.travel


def costs_of(inputs: Inputs, quote: Quote) -> Costs:
    """The cost of one quote."""
    fee = total(fee_steps(inputs, quote))
    fees = fee * inputs.parties
    vat = to_pence(portion(fees, charged(inputs, "uk.vat_rate").value)) if quote.mediator_adds_vat else NIL
    my_vat = _part(inputs, vat)
    return Costs(
        fee=fee,
        fees=fees,
        vat=vat,
        venue=quote.venue_cost,
        my_fees=_part(inputs, fees),
        my_vat=my_vat,
        my_venue=_part(inputs, quote.venue_cost),
        vat_back=my_vat if inputs.vat_registered else NIL,
        travel=quote.travel_cost,
    )


def _part(inputs: Inputs, amount: Money) -> Money:
    """The reader's share of a joint cost, to the nearest penny."""
    if inputs.your_share_percent is None:
        return to_pence(amount / inputs.parties)
    return to_pence(portion(amount, inputs.your_share_percent))


def compared(inputs: Inputs) -> tuple[Comparison, ...]:
    """The listed mediators, in order."""
    found = [
        (row.name or f"Mediator {number}", costs_of(inputs, row)) for number, row in enumerate(inputs.mediators, 1)
    ]
    least = min((costs.cost for _, costs in found), default=NIL)
    return tuple(
        Comparison(
            mediator=name,
            fee_per_party=costs.fee,
            your_share=costs.your_share,
            cost_after_vat=costs.cost,
            share_of_debt=to_percentage(costs.cost / inputs.amount_owed),
            more_than_least=costs.cost - least,
        )
        for name, costs in found
    )


def claim_day(inputs: Inputs) -> date:
    """The date of the claim or, if there's none, the date we last checked the court fees."""
    return inputs.claim_date or last_checked("england_wales.issue_fee")


def court_charges(inputs: Inputs) -> Charges:
    """What the court charges to claim the same amount, without interest or enforcement."""
    return charges(
        CourtClaim(
            nation=inputs.nation,
            amount_owed=inputs.amount_owed,
            value=inputs.amount_owed,
            claim_date=claim_day(inputs),
            hearing_date=None,
            enforcement_date=None,
            method=EnforcementMethod.none,
            represented=False,
            vat_registered=inputs.vat_registered,
        )
    )
