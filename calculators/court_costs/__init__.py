"""Court costs compared with what you’re owed: what a claim costs, what you get back, and whether it pays."""

from calculators.kernel import Action, Bar, bars, percent, shared, to_percentage

from . import advice, band_edge, working
from .examples import EXAMPLES
from .questions import Inputs
from .result_types import Result
from .sums import Sums, break_even, work_out

__all__ = [
    "ACTION",
    "CHART",
    "EXAMPLES",
    "LEADS_TO",
    "TITLE",
    "TURNS_ON",
    "Inputs",
    "Result",
    "Sums",
    "action",
    "calculate",
    "chart",
    "work_out",
]

TITLE = "Court costs compared with what you’re owed"
ACTION = "Work out the cost"
LEADS_TO = ("mediation_fee", "settlement_range", "payment_plan", "letter_before_claim", "claim_pack", "judgment")
TURNS_ON = "expected_net"
CHART = "What you’d be left with, and how likely that is"


def calculate(inputs: Inputs) -> Result:
    """What a claim costs and brings in.

    Fees are based on the debt with interest and compensation (Civil Proceedings Fees Order 2008), each at the rate in
    force on the date of its step. A 5% issue fee is rounded down to the penny, everything else half up. Raises NoFigure
    for a date outside the figures for England and Wales.
    """
    sums = work_out(inputs)
    case, fees, known = sums.case, sums.fees, sums.is_established
    return Result(
        headline=advice.headline(inputs, sums),
        claim_value=case.claim_value,
        track=fees.track,
        issue_fee=fees.issue.value if fees.issue else None,
        hearing_fee=fees.hearing.value if fees.hearing else None,
        enforcement_fee=sums.enforcement_fee,
        fees_up_front=sums.up_front if known else None,
        fee_share=to_percentage(sums.up_front / (case.amount_owed or case.claim_value)) if known else None,
        expected_net=sums.expected_net if known else None,
        expected_net_low=sums.expected_range[0] if sums.expected_range else None,
        expected_net_high=sums.expected_range[1] if sums.expected_range else None,
        break_even_chance=break_even(sums) if known else None,
        most_you_could_lose=-min(one.net for one in sums.outcomes) if known else None,
        chance_of_defence=case.chance_of_defence,
        fixed_costs=sums.fixed_costs,
        band_edge=band_edge.band_edge(sums),
        outcomes=sums.outcomes,
        costs=tuple(working.costs(sums)),
        working=tuple(working.working(inputs, sums)),
        cautions=tuple(advice.cautions(inputs, sums)),
        next_steps=tuple(advice.next_steps(sums)),
        sources=tuple(working.sources(inputs, sums)),
    )


def chart(result: Result) -> str:
    """A chart of the net result of each outcome, with its chance; empty if no issue fee is confirmed."""
    ends = [one for one in result.outcomes if one.chance is not None]
    cases = [Bar(label=str(one.outcome), amount=one.net, chance=percent(one.chance)) for one in ends if one.chance]
    return bars(CHART, cases) if cases else ""


def action(_: Result) -> Action:
    """A link to the letter before claim."""
    return Action(label="Write the letter before claim", page="drafts/letter_before_claim", fields=shared.CARRIED)
