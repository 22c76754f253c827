"""What the mediation fee calculator says: the headline, questions to ask, cautions and next steps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from calculators.kernel import NIL, Charges, Nation, figure, percent, plain, pounds, table, to_percentage

from .fee_per_party import HALF_DAY, SCHEME, Market, charged, hours_beyond, hours_in_words
from .free_mediation import court_mediates_free, in_england_and_wales
from .questions import FeeBasis, Inputs, Quote
from .sums import Costs

OLD_SCHEME_LAST = date(2018, 12, 31)
"""The last day for which we give the fees of the Ministry of Justice's scheme: it closed during 2019."""


def headline_of(inputs: Inputs, costs: Costs, market: Market | None) -> str:
    """The cost in one sentence."""
    cost, share = pounds(costs.cost), percent(to_percentage(costs.cost / inputs.amount_owed))
    if market and inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        return (
            f"There is no fixed fee for this sum. Mediators ask {pounds(market.low.value)} to "
            f"{pounds(market.high.value)} of each side, and the middle would cost you {cost}."
        )
    if court_mediates_free(inputs) and inputs.claim_started:
        free = "If they defend your claim, the court mediates it for nothing."
        return f"{free} A mediator of your own would cost you {cost}."
    return f"Mediation would cost you {cost}, which is {share} of what you are owed."


def questions_to_ask(inputs: Inputs) -> Iterator[str]:
    """What to ask a mediator before booking."""
    register = (
        "with the Civil Mediation Council" if in_england_and_wales(inputs) else "with a body that checks mediators"
    )
    yield "How many unpaid bills have you mediated, and how many of them ended in a deal?"
    yield "Do you know my trade? (This matters if the quarrel is a technical one.)"
    yield "What will each side pay in all: fee, VAT, reading time, rooms, travel, anything else?"
    yield "How many hours is that for, and what does one more hour cost?"
    yield "Until when can we cancel for nothing? What if the other side does not turn up?"
    yield "Where is it, or is it by phone or video?"
    yield "Can we sit in separate rooms if we want to? Do you always work one way?"
    yield f"Are you registered {register}, are you insured, and who deals with complaints?"
    yield "Will you write to my customer and ask them to take part?"
    yield "How is what we agree written down, and who writes it?"


def cautions_of(inputs: Inputs, costs: Costs, market: Market | None, court: Charges) -> Iterator[str]:
    """What to know before relying on the figures."""
    if inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        yield from _scheme_cautions(inputs, market)
    if in_england_and_wales(inputs):
        yield _old_scheme(inputs)
    yield _worth(inputs, costs)
    yield from _hours_not_counted("Your quote", inputs)
    for number, row in enumerate(inputs.mediators, 1):
        yield from _hours_not_counted(f"The quote from {row.name or f'mediator {number}'}", row)
    if inputs.venue_cost:
        yield "We share the venue like the fees, and take its VAT as part of its price. Ask before you book."
    yield from court.unknown


def _scheme_cautions(inputs: Inputs, market: Market | None) -> Iterator[str]:
    if market:
        yield (
            "Above the fixed fees each mediator sets their own price. Low and high are the ends of the price lists we "
            "saw, most of them without a date. The middle is ours and no list has it. Ask for a price in writing."
        )
    else:
        yield (
            "Ask the mediator for their fee before you rely on this one. It’s the scheme’s, as last seen on mediators’ "
            "own pages, without a date, and we couldn’t confirm that the scheme still runs."
        )
    if not in_england_and_wales(inputs):
        yield (
            f"These are prices of mediators in England and Wales. We found no list of prices for {inputs.nation}, so "
            "take them as a yardstick and ask for a quote."
        )


def _hours_not_counted(whose: str, quote: Quote) -> Iterator[str]:
    """Hours that a quote by the half day or day may not cover, and for which no fee was typed."""
    hours, covered = quote.session_hours, quote.hours_covered
    if quote.fee_basis is not FeeBasis.day_quote or hours is None or quote.extra_hour_fee is not None:
        return
    if covered is None and hours > HALF_DAY:
        yield (
            f"{whose} is taken to cover all {plain(hours)} hours. Many mediators quote for a set time and charge for "
            "each hour after it. Ask, because extra hours aren’t counted until you enter what they cost."
        )
    if further := hours_beyond(hours, covered):
        yield (
            f"{whose} covers {hours_in_words(covered or NIL)}. The other {hours_in_words(further)} aren’t counted. Ask "
            "what a further hour costs, and enter it."
        )


def _old_scheme(inputs: Inputs) -> str:
    """The scheme that older advice still names, and what took its place."""
    old = figure("mediation.moj_extra_hour_fee", OLD_SCHEME_LAST, NIL).value
    small = replace(inputs, amount_owed=NIL)
    now, two = charged(small, SCHEME).value, charged(small, "mediation.cmc_two_hour_fee").value
    top = table("mediation.cmc_two_hour_fee").versions[-1].bands[0].top or NIL
    return (
        f"Older advice names a Ministry of Justice list with a fee of {pounds(old)} an hour. That scheme closed in "
        f"2019. Members of the Civil Mediation Council’s scheme now ask {pounds(now)} for one hour or {pounds(two)} "
        f"for two, up to {pounds(top)}, where we last saw it."
    )


def _worth(inputs: Inputs, costs: Costs) -> str:
    share = to_percentage(costs.cost / inputs.amount_owed)
    if share >= 100:
        return "This mediation costs as much as the debt or more. It can pay only if it saves you something else."
    rise = percent(share).removesuffix("%")
    return (
        f"Mediation pays for itself if it raises your chance of being paid by more than {rise} percentage points. It "
        "may also save court fees, time and the customer. Nobody can promise that it ends in a deal."
    )


def next_steps_of(inputs: Inputs) -> Iterator[str]:
    """What to do before booking."""
    if court_mediates_free(inputs) and inputs.claim_started:
        yield "Get ready for the court’s call: what you are owed, your papers, and the least you would take."
    yield "Offer mediation to your customer in writing, and say how the cost is shared. Agree that before you book."
    if in_england_and_wales(inputs):
        yield "Keep a copy. A court can hold it against a side that refused to mediate for no good reason."
    else:
        yield "Keep a copy. It shows that you tried to settle."
    yield "Ask two or three mediators for the whole price in writing, and compare them here."
    if inputs.nation is Nation.northern_ireland:
        yield "The Law Society of Northern Ireland has a mediation service that both sides can choose. Ask its price."
    if inputs.nation is Nation.scotland:
        yield "Scottish Mediation keeps a list of mediators in Scotland. Each sets their own price."
    if inputs.vat_registered:
        yield "Ask for a VAT invoice in the name of your business, or you cannot get the VAT back."
