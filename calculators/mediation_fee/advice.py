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
"""The last date for which we give the fees of the Ministry of Justice's scheme, which closed during 2019."""


def headline_of(inputs: Inputs, costs: Costs, market: Market | None) -> str:
    """The cost in one sentence."""
    cost, share = pounds(costs.cost), percent(to_percentage(costs.cost / inputs.amount_owed))
    if market and inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        return (
            f"There’s no fixed fee for a debt this size. Mediators charge each side {pounds(market.low.value)} to "
            f"{pounds(market.high.value)}. At the midpoint, mediation would cost you {cost} in total."
        )
    if court_mediates_free(inputs) and inputs.claim_started:
        free = "If they defend your claim, the court arranges mediation for free."
        return f"{free} Your own mediator would cost you {cost}."
    return f"Mediation would cost you {cost}, which is {share} of what you’re owed."


def questions_to_ask(inputs: Inputs) -> Iterator[str]:
    """What to ask a mediator before booking."""
    register = (
        "with the Civil Mediation Council" if in_england_and_wales(inputs) else "with a body that checks mediators"
    )
    yield "How many disputes over unpaid invoices have you mediated, and how many settled?"
    yield "Do you know my trade? (This matters if the dispute is technical.)"
    yield "What will each side pay in total, including VAT, reading time, rooms, travel and anything else?"
    yield "How many hours does that cover, and what does an extra hour cost?"
    yield "How late can we cancel free of charge? What happens if the other side doesn’t turn up?"
    yield "Will it be in person, by phone or by video, and where?"
    yield "Can we sit in separate rooms if we want to, or do you always keep everyone together?"
    yield f"Are you registered {register}, are you insured, and who handles complaints?"
    yield "Will you write to my customer and invite them to take part?"
    yield "Who will write up what we agree, and in what form?"


def cautions_of(inputs: Inputs, costs: Costs, market: Market | None, court: Charges) -> Iterator[str]:
    """What to know before relying on the figures."""
    if inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        yield from _scheme_cautions(inputs, market)
    if in_england_and_wales(inputs):
        yield _old_scheme(inputs)
    yield _worth(inputs, costs)
    yield from _hours_not_counted("your quote", inputs)
    for number, row in enumerate(inputs.mediators, 1):
        yield from _hours_not_counted(f"the quote from {row.name or f'mediator {number}'}", row)
    if inputs.venue_cost:
        yield (
            "Ask what the venue costs before you book. We split the cost in the same way as the fees, and assume it "
            "includes VAT."
        )
    yield from court.unknown


def _scheme_cautions(inputs: Inputs, market: Market | None) -> Iterator[str]:
    if market:
        yield (
            "Ask for a price in writing. Above the fixed-fee limit, mediators set their own prices. Our lowest and "
            "highest prices come from price lists we’ve seen, mostly undated. The midpoint is our own and isn’t on "
            "any list."
        )
    else:
        yield (
            "Ask the mediator for their fee before you rely on this one. It’s the last fee we saw for the scheme "
            "on mediators’ own undated pages, and we couldn’t confirm that the scheme still runs."
        )
    if not in_england_and_wales(inputs):
        yield (
            "Ask for a quote. These prices are from mediators in England and Wales and are only a guide, because we "
            f"couldn’t find a price list for {inputs.nation}."
        )


def _hours_not_counted(whose: str, quote: Quote) -> Iterator[str]:
    """Cautions about hours beyond a price for a session or day, if no fee for them was entered."""
    hours, covered = quote.session_hours, quote.hours_covered
    if quote.fee_basis is not FeeBasis.day_quote or hours is None or quote.extra_hour_fee is not None:
        return
    if covered is None and hours > HALF_DAY:
        yield (
            f"Ask what an extra hour costs, and enter it. We’ve assumed that {whose} covers all {plain(hours)} hours, "
            "but many mediators charge extra after a set time."
        )
    if further := hours_beyond(hours, covered):
        yield (
            f"Ask what an extra hour costs, and enter it. We haven’t counted {hours_in_words(further)}, because "
            f"{whose} only covers {hours_in_words(covered or NIL)}."
        )


def _old_scheme(inputs: Inputs) -> str:
    """A caution about the closed scheme that older advice still quotes, with the fees of its successor."""
    old = figure("mediation.moj_extra_hour_fee", OLD_SCHEME_LAST, NIL).value
    small = replace(inputs, amount_owed=NIL)
    now, two = charged(small, SCHEME).value, charged(small, "mediation.cmc_two_hour_fee").value
    top = table("mediation.cmc_two_hour_fee").versions[-1].bands[0].top or NIL
    return (
        f"Ignore older advice that quotes a Ministry of Justice fee of {pounds(old)} an hour, because that scheme "
        f"closed in 2019. When we last checked, members of the Civil Mediation Council’s scheme charged {pounds(now)} "
        f"for one hour or {pounds(two)} for two, for debts of up to {pounds(top)}."
    )


def _worth(inputs: Inputs, costs: Costs) -> str:
    share = to_percentage(costs.cost / inputs.amount_owed)
    if share >= 100:
        return (
            "Think twice. Mediation would cost as much as the debt or more, so it’s only worth it if it saves you "
            "something else."
        )
    rise = percent(share).removesuffix("%")
    return (
        f"Mediation pays for itself if it raises your chance of being paid by more than {rise} percentage points. It "
        "may also save you court fees and time, and help you keep the customer. Nobody can promise you a settlement."
    )


def next_steps_of(inputs: Inputs) -> Iterator[str]:
    """What to do before booking a mediator."""
    if court_mediates_free(inputs) and inputs.claim_started:
        yield (
            "Get ready for the court’s call. Write down what you’re owed and the least you’d accept, and have your "
            "documents to hand."
        )
    yield "Offer mediation to your customer in writing. Agree how to split the cost before you book."
    if in_england_and_wales(inputs):
        yield "Keep a copy of your offer. A court can penalise a side that refused to mediate without good reason."
    else:
        yield "Keep a copy of your offer. It shows you tried to settle."
    yield "Ask two or three mediators for their full price in writing, and compare them here."
    if inputs.nation is Nation.northern_ireland:
        yield (
            "The Law Society of Northern Ireland runs a mediation service that both sides can choose to use. Ask what "
            "it costs."
        )
    if inputs.nation is Nation.scotland:
        yield "Scottish Mediation lists mediators in Scotland. Each sets their own price."
    if inputs.vat_registered:
        yield "Ask for a VAT invoice in your business’s name, or you can’t reclaim the VAT."
