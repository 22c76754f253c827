"""Whether claiming a little less would save more in fees than it gives up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from calculators.kernel import NIL, Charges, ClaimCase, Money, Nation, charges, pounds, table, track_limits, value_of

from .result_types import BandEdge
from .sums import Sums

NEAR_THE_TRACK_LIMIT = Decimal(1000)
"""How far above the small claims limit, in pounds, we warn about leaving that track: our choice."""

BAND_REASON = (
    "Court fees go up in bands, and your claim is only just into a higher one. If you claim less, you can’t claim the "
    "rest later."
)
TRACK_REASON = (
    "In a small claim the loser rarely pays the other side’s solicitor. In a bigger claim the loser usually does, and "
    "that can cost far more than the court fees. If you claim less, you can’t claim the rest later."
)


def band_edge(sums: Sums) -> BandEdge | None:
    """The lower claim that saves the most in issue and hearing fees, net of what it gives up, or None.

    Just over the small claims limit, the claim at that limit is returned even if it saves less than it gives up,
    because leaving that track can cost far more.
    """
    case, fees = sums.case, sums.fees
    value, limit, most = case.claim_value, fees.limit.value, value_of(fees.issue) + value_of(fees.hearing)
    found = (_edge(case, fees, top) for top in _tops(case, fees) if top < value < top + most)
    best = max((edge for edge in found if edge), key=_gain, default=None)
    if best and _gain(best) > 0:
        return best
    judged = value if case.nation is Nation.northern_ireland else case.amount_owed
    lifted = case.counterclaim_amount > limit  # then a lower claim wouldn't bring it back to small claims
    near = not fees.track.is_small and not lifted and judged <= limit + NEAR_THE_TRACK_LIMIT
    return _edge(case, fees, limit) if near else None


def _gain(edge: BandEdge) -> Money:
    return (edge.saves or NIL) - edge.gives_up


def _tops(case: ClaimCase, fees: Charges) -> list[Decimal]:
    """The amounts at which fees go up: the tops of the fee bands, and the limits of the tracks."""
    found = {top for one in (fees.issue, fees.hearing) if one for top in _steps(one.name, one.valid_from)}
    english = case.nation is Nation.england_wales
    limits = [limit for _, limit in track_limits(case.claim_date)] if english else [fees.limit]
    return sorted(found | {limit.value for limit in limits})


@cache
def _steps(name: str, valid_from: date) -> tuple[Decimal, ...]:
    """The tops of the bands of a fee scale."""
    return tuple(band.top for band in table(name).in_force(valid_from).bands if band.top)


def _edge(case: ClaimCase, fees: Charges, top: Money) -> BandEdge | None:
    """What a claim for `top` gives up and saves; interest is given up before any of the debt.

    None if the issue fee isn't confirmed and a lower claim wouldn't become a small claim.
    """
    debt = min(case.amount_owed, top)
    less = charges(replace(case, amount_owed=debt, interest_and_compensation=top - debt).court_claim)
    now, then = (value_of(one.issue) + value_of(one.hearing) for one in (fees, less))
    stays = less.track.is_small and not fees.track.is_small
    if fees.issue is None and not stays:
        return None
    return BandEdge(
        claim_value=top,
        gives_up=case.claim_value - top,
        saves=now - then if fees.issue else None,
        reason=TRACK_REASON if stays else f"{BAND_REASON}{_only_if_heard(fees, less)}",
    )


def _only_if_heard(fees: Charges, less: Charges) -> str:
    """How much of the saving is certain, and how much depends on a hearing."""
    sure, heard = (
        value_of(before) - value_of(after) for before, after in ((fees.issue, less.issue), (fees.hearing, less.hearing))
    )
    if heard <= 0:
        return ""
    return (
        f" You save {pounds(sure)} at the start. You only save another {pounds(heard)} if they defend the claim and "
        "there’s a hearing."
    )
