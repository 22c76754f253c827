"""The working line by line, and its sources."""

from collections.abc import Iterator

from calculators.kernel import Charges, Nation, Source, Step, adding_up, court_mediation, latest, step

from .fee_per_party import Market, charged, fee_steps
from .free_mediation import in_england_and_wales
from .questions import Inputs
from .sums import Costs


def working_of(inputs: Inputs, costs: Costs) -> Iterator[Step]:
    """The working, from the fee for each side to the reader's own cost."""
    yield from adding_up("Fee for each side, before VAT", fee_steps(inputs, inputs))
    together = [
        step(f"Fee for each side, times {inputs.parties}", costs.fees),
        step("VAT on the fee", costs.vat, charged(inputs, "uk.vat_rate") if inputs.mediator_adds_vat else None),
        step("Venue and catering", costs.venue),
    ]
    yield from adding_up("Total for all sides", together)
    share = [
        step("Your share of the fees", costs.my_fees),
        step("Your share of the VAT", costs.my_vat),
        step("Your share of the cost of the venue and catering", costs.my_venue),
    ]
    yield from adding_up("Your share, including VAT", share)
    bears = [
        step("Your share", costs.your_share),
        step("VAT you reclaim", -costs.vat_back),
        step("Travel", costs.travel),
    ]
    yield from adding_up("Cost to you", bears)


def sources_of(inputs: Inputs, market: Market | None, court: Charges) -> Iterator[Source]:
    """The figures behind the answer."""
    named = {
        "issue_fee": court.issue,
        "hearing_fee": court.hearing,
        "low": market.low if market else None,
        "high": market.high if market else None,
        "vat": charged(inputs, "uk.vat_rate") if inputs.mediator_adds_vat else None,
        "free_court_mediation": latest(court_mediation.LIMIT) if in_england_and_wales(inputs) else None,
        "what_is_free": latest("scotland.simple_procedure_limit") if inputs.nation is Nation.scotland else None,
    }
    steps = [one.source for one in fee_steps(inputs, inputs) if one.source]
    fees = {("fee_per_party" if number == 0 else "further_hours"): one for number, one in enumerate(steps)}
    return (Source(field=name, figure=found) for name, found in {**fees, **named}.items() if found)
