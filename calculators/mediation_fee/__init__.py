"""Mediation fee: your share of a mediator's cost, alongside free mediation and court fees."""

from calculators.kernel import Action, shared, to_percentage

from .advice import cautions_of, headline_of, next_steps_of, questions_to_ask
from .examples import EXAMPLES
from .fee_per_party import market_range
from .free_mediation import court_mediates_free, free_ways
from .questions import Inputs
from .result_types import Result
from .sums import compared, costs_of, court_charges
from .working import sources_of, working_of

__all__ = [
    "ACTION",
    "EXAMPLES",
    "LEADS_TO",
    "TITLE",
    "TURNS_ON",
    "Inputs",
    "Result",
    "action",
    "calculate",
]

TITLE = "What mediation costs"
ACTION = "Work out the cost"
LEADS_TO = ("settlement_range", "court_costs", "mediation_invitation")
TURNS_ON = "cost_after_vat"


def calculate(inputs: Inputs) -> Result:
    """What mediation costs the reader.

    Fees are for each side, before VAT. The reader's shares of the fees, the VAT and the venue are each rounded half up;
    travel is the reader's own. Raises NoFigure for a date without figures.
    """
    costs, market, court = costs_of(inputs, inputs), market_range(inputs, inputs.session_hours), court_charges(inputs)
    share = to_percentage(costs.cost / inputs.amount_owed)
    return Result(
        headline=headline_of(inputs, costs, market),
        fee_per_party=costs.fee,
        vat=costs.my_vat,
        your_share=costs.your_share,
        cost_after_vat=costs.cost,
        other_side_share=costs.total - costs.your_share,
        total=costs.total,
        share_of_debt=share,
        chance_rise=share,
        free_court_mediation=court_mediates_free(inputs) and inputs.claim_started,
        low=market.low.value if market else None,
        typical=market.typical if market else None,
        high=market.high.value if market else None,
        issue_fee=court.issue.value if court.issue else None,
        hearing_fee=court.hearing.value if court.hearing else None,
        what_is_free=tuple(free_ways(inputs)),
        questions=tuple(questions_to_ask(inputs)),
        comparison=compared(inputs),
        working=tuple(working_of(inputs, costs)),
        cautions=tuple(cautions_of(inputs, costs, market, court)),
        next_steps=tuple(next_steps_of(inputs)),
        sources=tuple(sources_of(inputs, market, court)),
    )


def action(_: Result) -> Action:
    """A link to the letter that invites the customer to mediate, with the cost."""
    fields = (*shared.CARRIED, "claim_started", "your_share_percent")
    return Action(label="Write the invitation", page="drafts/mediation_invitation", fields=fields)
