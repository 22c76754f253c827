"""How the cost of court is worked out: the amounts, what is paid when, and the sources."""

from collections.abc import Iterator
from datetime import date

from calculators.kernel import (
    Figure,
    Money,
    Nation,
    Source,
    Step,
    adding_up,
    claim_outcomes,
    in_words,
    pounds,
    reply_days,
    step,
    track_limits,
)

from .questions import Inputs
from .result_types import Cost
from .sums import Sums

COMES_BACK, NEVER = "Yes, if you win and they pay", "No, never"
IF_ORDERED = "Only if the court orders it, so we haven’t counted on it"


def working(inputs: Inputs, sums: Sums) -> Iterator[Step]:
    """The amount claimed, the fees paid up front, and what each outcome adds to the average."""
    claimed = [
        step("The amount you are owed", sums.case.amount_owed),
        step(_interest_label(inputs), sums.case.interest_and_compensation),
    ]
    yield from adding_up("Amount of your claim", claimed)
    if sums.charged:
        yield from adding_up("Court fees you pay up front", sums.charged)
    if sums.shares:
        yield from adding_up("Average result of going to court", sums.shares)


def _interest_label(inputs: Inputs) -> str:
    """The label for interest, with the date it runs to if that was worked out again."""
    moved = inputs.interest_counted_to and inputs.daily_interest and inputs.interest_counted_to != inputs.claim_date
    return f"Interest and compensation{f' to {in_words(inputs.claim_date)}' if moved else ''}"


def costs(sums: Sums) -> Iterator[Cost]:
    """What is paid, when, and whether you get it back; leaves out rows with neither an amount nor a source."""
    return (row for row in _costs(sums) if row.amount or row.source)


def _costs(sums: Sums) -> Iterator[Cost]:
    case, fees = sums.case, sums.fees
    heard, enforced = fees.hearing_date, fees.enforcement_date
    applied = case.application_date or case.claim_date
    for fee, due, back in (
        (fees.issue, case.claim_date, COMES_BACK),
        (fees.application, applied, IF_ORDERED),
        (fees.hearing, heard, COMES_BACK),
    ):
        if fee:
            yield _cost(fee.label, fee.value, back, due, fee)
    yield _cost("Travel to the hearing", case.travel_cost, COMES_BACK, heard)
    for fee in fees.enforcement:
        yield _cost(fee.label, fee.value, COMES_BACK, enforced, fee)
    if fees.officer:
        label = f"{fees.officer.label}, if they recover nothing"
        yield _cost(label, fees.officer_with_vat, NEVER, enforced, fees.officer)
    yield _cost("Your own time", case.own_time, _own_time_back(sums))
    yield _cost("Your solicitor’s fees", case.legal_costs, _solicitor_back(sums))
    yield _cost("Their solicitor’s fees, if you lose", case.other_sides_costs, NEVER)
    yield _cost("Their counterclaim, if it succeeds", case.counterclaim_amount, NEVER)
    if fees.counterclaim:
        yield _cost(f"{fees.counterclaim.label}, if they win", fees.counterclaim.value, NEVER, source=fees.counterclaim)


def _cost(label: str, amount: Money, back: str, due: date | None = None, source: Figure | None = None) -> Cost:
    return Cost(step=label, amount=amount, due=due, comes_back=back, source=source)


def _own_time_back(sums: Sums) -> str:
    lost = sums.lost_earnings
    return f"Only the earnings you lose by attending a hearing, up to {pounds(lost.value)} a day" if lost else NEVER


def _solicitor_back(sums: Sums) -> str:
    if sums.case.nation is not Nation.england_wales or not sums.fees.track.is_small:
        return "Partly, under fixed costs tables that we don’t cover here"
    return f"Only the fixed costs, which are {pounds(sums.fixed_costs)} if they don’t defend the claim"


def sources(inputs: Inputs, sums: Sums) -> Iterator[Source]:
    """Every figure that the answer uses."""
    fees, case = sums.fees, sums.case
    named = {
        "issue_fee": fees.issue,
        "issue_fee_online": sums.issue_fee_online,
        "application_fee": fees.application,
        "hearing_fee": fees.hearing,
        **_numbered("enforcement_fee", fees.enforcement),
        "counterclaim_fee": fees.counterclaim,
        "officer_fee": fees.officer,
        "vat": fees.vat,
        "fixed_costs": fees.commencement,
        "fixed_costs_default_judgment": fees.default_judgment,
        **_numbered("fixed_costs_enforcement", fees.enforcement_costs),
        "chance_of_defence": claim_outcomes.defended() if claim_outcomes.assumes_published_defence(inputs) else None,
        "lost_earnings": sums.lost_earnings,
        "months": fees.weeks,
        "track": _limit_of_track(sums),
        "reply_days": reply_days(case.nation, case.customer_type, case.claim_date),
    }
    return (Source(field=field, figure=found) for field, found in named.items() if found)


def _numbered(name: str, found: tuple[Figure, ...]) -> dict[str, Figure]:
    return dict(zip((name, f"{name}_second", f"{name}_third"), found, strict=False))


def _limit_of_track(sums: Sums) -> Figure:
    """The upper limit of the claim's track or, if the track has none, the limit that the claim exceeds."""
    if sums.case.nation is not Nation.england_wales:
        return sums.fees.limit
    limits = dict(track_limits(sums.case.claim_date))
    return limits.get(sums.fees.track, [*limits.values()][-1])
