"""Mediation fee: what your share of a mediator costs, beside the free ways and the court's fees."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from .kernel import (
    NIL,
    Charges,
    Choice,
    CourtClaim,
    EnforcementMethod,
    Example,
    Figure,
    Money,
    Nation,
    NotCovered,
    Percentage,
    Problem,
    Source,
    Step,
    adding_up,
    ask,
    charges,
    court_mediation,
    figure,
    in_words,
    latest,
    percent,
    plain,
    portion,
    pounds,
    shared,
    step,
    table,
    tell,
    to_pence,
    to_percentage,
    total,
)

TITLE = "What mediation costs"
ACTION = "Work out the cost"
LEADS_TO = ("settlement_range", "court_costs", "mediation_invitation")
TURNS_ON = "cost_after_vat"
SCHEME = "mediation.cmc_fixed_fee"
SCHEME_HOURS = (1, 3, 4)
"""Hours that the scheme's fee covers, band by band; its source says them beside the fees."""

TWO_HOURS = 2
HALF_DAY = 4
FULL_DAY = 8
"""Hours in the half and the whole day of the price lists we saw."""

OLD_SCHEME_LAST = date(2018, 12, 31)
"""The last day for which we give the fees of the Ministry of Justice's scheme: it closed during 2019."""

MOST_MEDIATORS = 3
MEDIATOR = "The mediator"
SHARING = "Who pays what"
COMPARE = "Compare mediators"


class FeeBasis(Choice):
    """How the mediator charges."""

    fixed_fee_scheme = "The fixed fee scheme of the Civil Mediation Council"
    hourly_quote = "A quote for each hour"
    day_quote = "A quote for a day or a session"


# Words that the main questions and the rows to compare share


def _fee_basis(default: FeeBasis, group: str) -> Any:
    return ask(
        "How does the mediator charge?", noun="how the mediator charges", group=group, default=default,
        hint="No quote yet? Take the scheme, and see what its members charge.",
    )  # fmt: skip


def _quoted_fee(group: str) -> Any:
    return ask(
        "What do they quote for each side?", noun="the fee quoted", group=group, low="0.01", high=100_000,
        default=None, hint="Before VAT, for one side, by the hour or for the day. For example 600",
    )  # fmt: skip


def _session_hours(group: str) -> Any:
    return ask(
        "How many hours will it take?", noun="the number of hours", group=group, low="0.5", high=100, default=None,
        hint="Leave it empty for the time that a fixed fee covers. For example 3",
    )  # fmt: skip


def _adds_vat(group: str, *, more: bool) -> Any:
    return ask(
        "Does the mediator add VAT?", noun="whether the mediator adds VAT", group=group, more=more, default=True,
        hint="Most do. Some small firms are not registered.",
    )  # fmt: skip


def _venue(group: str, *, more: bool) -> Any:
    return ask(
        "What do rooms and food cost in all?", noun="the cost of the venue", group=group, more=more, low=0,
        high=100_000, default=NIL, hint="For both sides together, with VAT. Leave it empty for a call or a video.",
    )  # fmt: skip


def _travel(group: str, *, more: bool) -> Any:
    return ask(
        "What would it cost you to get there?", noun="the cost of travel", group=group, more=more, low=0, high=10_000,
        default=NIL, hint="Yours alone. Leave it empty for a call or a video.",
    )  # fmt: skip


def _claim_date() -> Any:
    """The shared question, which may stay open: without a day the newest figures stand."""
    return field(default=None, metadata=shared.claim_date().metadata)


@dataclass(frozen=True, kw_only=True)
class Mediator:
    """One mediator to compare; what is typed comes first, so that it can be pasted from a spreadsheet."""

    name: str = ask(
        "What is the mediator called?", noun="the name of the mediator", high=60, default="", hint="For example Ms Shah"
    )
    quoted_fee: Money | None = _quoted_fee(COMPARE)
    session_hours: Decimal | None = _session_hours(COMPARE)
    venue_cost: Money = _venue(COMPARE, more=False)
    travel_cost: Money = _travel(COMPARE, more=False)
    fee_basis: FeeBasis = _fee_basis(FeeBasis.day_quote, COMPARE)
    mediator_adds_vat: bool = _adds_vat(COMPARE, more=False)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    amount_owed: Money = shared.amount_owed()
    claim_started: bool = ask(
        "Have you started a court claim?", noun="whether you have started a claim", group=shared.DEBT, default=False,
        hint="The court may then mediate for nothing.",
    )  # fmt: skip
    fee_basis: FeeBasis = _fee_basis(FeeBasis.fixed_fee_scheme, MEDIATOR)
    quoted_fee: Money | None = _quoted_fee(MEDIATOR)
    session_hours: Decimal | None = _session_hours(MEDIATOR)
    mediator_adds_vat: bool = _adds_vat(MEDIATOR, more=True)
    parties: int = ask(
        "How many sides are there?", noun="the number of sides", group=SHARING, more=True, low=2, high=20, default=2,
        hint="You and your customer are two. Count an insurer or a second firm that pays its own part.",
    )  # fmt: skip
    your_share_percent: Percentage | None = ask(
        "What part of the cost do you pay?", noun="your part of the cost", group=SHARING, more=True, low=0, high=100,
        default=None, hint="In 100 of all sides’ fees together. Leave it empty if each side pays the same.",
    )  # fmt: skip
    venue_cost: Money = _venue(SHARING, more=True)
    travel_cost: Money = _travel(SHARING, more=True)
    vat_registered: bool = shared.vat_registered()
    claim_date: date | None = _claim_date()
    mediators: tuple[Mediator, ...] = ask(
        "Which mediators do you compare?", noun="the list of mediators", group=COMPARE, more=True, default=(),
        hint="Up to three, a row each. The parts that each side pays are those above.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Quotes that leave out a number, and more mediators than fit side by side."""
        for name, sentence in _missing(self):
            yield Problem(name, sentence)
        for number, row in enumerate(self.mediators, 1):
            for name, sentence in _missing(row):
                yield Problem(f"mediators.{number}.{name}", f"Row {number}: {sentence}")
        if len(self.mediators) > MOST_MEDIATORS:
            yield Problem("mediators", f"The list of mediators must have {MOST_MEDIATORS} rows or fewer.")


Quote = Inputs | Mediator
"""Whatever says how a mediator charges: the main answers or a row of the list."""


def _missing(quote: Quote) -> Iterator[tuple[str, str]]:
    """What a quote needs and does not say."""
    if quote.fee_basis is not FeeBasis.fixed_fee_scheme and quote.quoted_fee is None:
        yield "quoted_fee", "The fee quoted is missing. Write it in pounds, such as 600."
    if quote.fee_basis is FeeBasis.hourly_quote and quote.session_hours is None:
        yield "session_hours", "The number of hours is missing. Write a number, such as 3."


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What one mediator costs."""

    mediator: str = tell("Mediator")
    fee_per_party: Money = tell("Fee for each side")
    your_share: Money = tell("Your share")
    cost_after_vat: Money = tell("What it costs you")
    share_of_debt: Percentage = tell("Of the debt")
    more_than_least: Money = tell("More than the cheapest")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; fees are for each side before VAT, what you pay includes it."""

    headline: str
    fee_per_party: Money = tell("Fee for each side, before VAT")
    vat: Money = tell("VAT in your share")
    your_share: Money = tell("Your share, with VAT")
    cost_after_vat: Money = tell("What it costs you, VAT back and travel counted")
    other_side_share: Money = tell("What the other side pays")
    total: Money = tell("All sides together")
    share_of_debt: Percentage = tell("Your cost as a share of the debt")
    chance_rise: Percentage = tell("Worth it if it lifts your chance of being paid by")
    free_court_mediation: bool = tell("Free mediation by the court, as things stand")
    low: Money | None = tell("Market fee for each side, low", absent="the fixed fee reaches this sum")
    typical: Money | None = tell("Market fee for each side, our middle", absent="the fixed fee reaches this sum")
    high: Money | None = tell("Market fee for each side, high", absent="the fixed fee reaches this sum")
    issue_fee: Money | None = tell("Court instead: the fee to start", absent="not established")
    hearing_fee: Money | None = tell("Court instead: the fee for a hearing", absent="not established")
    what_is_free: tuple[str, ...] = tell("What costs nothing")
    questions: tuple[str, ...] = tell("Questions to ask a mediator")
    comparison: tuple[Comparison, ...] = tell("Your mediators side by side")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# What each side is charged


def _charged(inputs: Inputs, name: str) -> Figure:
    """A mediator's charge or the rate of VAT as last checked: mediation is still to come, whenever the claim began."""
    return figure(name, _checked(name), inputs.amount_owed)


def _checked(name: str) -> date:
    return table(name).versions[-1].checked


def _fee_steps(inputs: Inputs, quote: Quote) -> list[Step]:
    """What one side is charged before VAT, line by line."""
    if quote.quoted_fee and quote.fee_basis is FeeBasis.hourly_quote and quote.session_hours:
        label = f"{_hours(quote.session_hours)} at {pounds(quote.quoted_fee)}"
        return [step(label, to_pence(quote.session_hours * quote.quoted_fee))]
    if quote.quoted_fee and quote.fee_basis is FeeBasis.day_quote:
        return [step("The fee quoted for each side", quote.quoted_fee)]
    market = _market(inputs, quote.session_hours)
    if market:
        return [step("The middle of the market fees for each side, by our reckoning", market.typical)]
    return _scheme_steps(inputs, quote.session_hours)


def _scheme_steps(inputs: Inputs, hours: Decimal | None) -> list[Step]:
    """The scheme's fee, and its further hours; a part of an hour counts as a whole one, to be safe."""
    fee, covered = _charged(inputs, SCHEME), _covered_hours(inputs)
    if covered == 1 and hours and hours > covered:
        fee, covered = _charged(inputs, "mediation.cmc_two_hour_fee"), TWO_HOURS
    further = max(0, int(((hours or NIL) - covered).to_integral_value(ROUND_CEILING)))
    steps = [step(f"The scheme’s fee for up to {_hours(covered)}", fee.value, fee)]
    if further:
        extra = _charged(inputs, "mediation.cmc_extra_hour_fee")
        label = f"{_hours(further)} more at {pounds(extra.value)}"
        steps.append(step(label, extra.value * further, extra))
    return steps


def _hours(number: Decimal | int) -> str:
    return "1 hour" if number == 1 else f"{plain(Decimal(number))} hours"


def _covered_hours(inputs: Inputs) -> int:
    """How many hours the scheme's fee covers for this debt: a band covers its own top."""
    bands = table(SCHEME).in_force(_checked(SCHEME)).bands
    return next(hours for band, hours in zip(bands, SCHEME_HOURS, strict=True) if band.holds(inputs.amount_owed))


@dataclass(frozen=True, kw_only=True)
class _Market:
    """The range of the price lists we saw, for each side before VAT."""

    low: Figure
    high: Figure

    @property
    def typical(self) -> Money:
        """Halfway between the two: our own middle, which no list names."""
        return to_pence((self.low.value + self.high.value) / 2)


def _market(inputs: Inputs, hours: Decimal | None) -> _Market | None:
    """The market's range where the scheme has no fee; half a day up to four hours, else a whole day."""
    try:
        _charged(inputs, SCHEME)
    except NotCovered:
        return _range(inputs, "half_day" if hours and hours <= HALF_DAY else "full_day")
    return None


def _range(inputs: Inputs, length: str) -> _Market:
    try:
        low, high = (_charged(inputs, f"mediation.market_{length}_{end}") for end in ("low", "high"))
    except NotCovered:
        return _range(inputs, "full_day")
    return _Market(low=low, high=high)


# Who pays what


@dataclass(frozen=True, kw_only=True)
class _Costs:
    """The cost of one mediator, all sides together and the reader's part of each line."""

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
        """What all sides pay, travel left out."""
        return self.fees + self.vat + self.venue

    @property
    def your_share(self) -> Money:
        """What the reader pays the mediator and the venue."""
        return self.my_fees + self.my_vat + self.my_venue

    @property
    def cost(self) -> Money:
        """What the reader bears in the end."""
        return self.your_share - self.vat_back + self.travel


def _costs(inputs: Inputs, quote: Quote) -> _Costs:
    fee = total(_fee_steps(inputs, quote))
    fees = fee * inputs.parties
    vat = to_pence(portion(fees, _charged(inputs, "uk.vat_rate").value)) if quote.mediator_adds_vat else NIL
    my_vat = _part(inputs, vat)
    return _Costs(
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
    """The reader's part of a cost that all sides share, to the nearest penny."""
    if inputs.your_share_percent is None:
        return to_pence(amount / inputs.parties)
    return to_pence(portion(amount, inputs.your_share_percent))


def _compared(inputs: Inputs) -> tuple[Comparison, ...]:
    """The mediators of the list, in its order."""
    found = [(row.name or f"Mediator {number}", _costs(inputs, row)) for number, row in enumerate(inputs.mediators, 1)]
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


# The answer


def calculate(inputs: Inputs) -> Result:
    """What a mediator costs the reader.

    Fees are for each side before VAT. The reader's part is taken of the fees of all sides together,
    of the VAT on them and of the venue, each rounded half up; travel is the reader's own. Raises
    NoFigure for a day that the figures do not reach.
    """
    costs, market, court = _costs(inputs, inputs), _market(inputs, inputs.session_hours), _court(inputs)
    share = to_percentage(costs.cost / inputs.amount_owed)
    return Result(
        headline=_headline(inputs, costs, market),
        fee_per_party=costs.fee,
        vat=costs.my_vat,
        your_share=costs.your_share,
        cost_after_vat=costs.cost,
        other_side_share=costs.total - costs.your_share,
        total=costs.total,
        share_of_debt=share,
        chance_rise=share,
        free_court_mediation=_free(inputs) and inputs.claim_started,
        low=market.low.value if market else None,
        typical=market.typical if market else None,
        high=market.high.value if market else None,
        issue_fee=court.issue.value if court.issue else None,
        hearing_fee=court.hearing.value if court.hearing else None,
        what_is_free=tuple(_what_is_free(inputs)),
        questions=tuple(_questions(inputs)),
        comparison=_compared(inputs),
        working=tuple(_working(inputs, costs)),
        cautions=tuple(_cautions(inputs, costs, market, court)),
        next_steps=tuple(_next_steps(inputs)),
        sources=tuple(_sources(inputs, market, court)),
    )


def _claim_day(inputs: Inputs) -> date:
    """The day of the claim, or else the one on which we last checked the court's fees."""
    return inputs.claim_date or _checked("england_wales.issue_fee")


def _court(inputs: Inputs) -> Charges:
    """What court charges for the same sum, without interest and before any judgment has to be enforced."""
    return charges(
        CourtClaim(
            nation=inputs.nation,
            amount_owed=inputs.amount_owed,
            value=inputs.amount_owed,
            claim_date=_claim_day(inputs),
            hearing_date=None,
            enforcement_date=None,
            method=EnforcementMethod.none,
            represented=False,
            vat_registered=inputs.vat_registered,
        )
    )


def _headline(inputs: Inputs, costs: _Costs, market: _Market | None) -> str:
    cost, share = pounds(costs.cost), percent(to_percentage(costs.cost / inputs.amount_owed))
    if market and inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        return (
            f"There is no fixed fee for this sum. Mediators ask {pounds(market.low.value)} to "
            f"{pounds(market.high.value)} of each side, and the middle would cost you {cost}."
        )
    if _free(inputs) and inputs.claim_started:
        free = "If they defend your claim, the court mediates it for nothing."
        return f"{free} A mediator of your own would cost you {cost}."
    return f"Mediation would cost you {cost}, which is {share} of what you are owed."


def _working(inputs: Inputs, costs: _Costs) -> Iterator[Step]:
    yield from adding_up("Fee for each side, before VAT", _fee_steps(inputs, inputs))
    together = [
        step(f"The fee for {inputs.parties} sides", costs.fees),
        step("VAT on it", costs.vat, _charged(inputs, "uk.vat_rate") if inputs.mediator_adds_vat else None),
        step("Rooms and food", costs.venue),
    ]
    yield from adding_up("All sides together", together)
    share = [
        step("Your part of the fees", costs.my_fees),
        step("Your part of the VAT", costs.my_vat),
        step("Your part of rooms and food", costs.my_venue),
    ]
    yield from adding_up("Your share, with VAT", share)
    bears = [
        step("Your share", costs.your_share),
        step("The VAT that you get back", -costs.vat_back),
        step("Getting there", costs.travel),
    ]
    yield from adding_up("What it costs you", bears)


def _sources(inputs: Inputs, market: _Market | None, court: Charges) -> Iterator[Source]:
    named = {
        "issue_fee": court.issue,
        "hearing_fee": court.hearing,
        "low": market.low if market else None,
        "high": market.high if market else None,
        "vat": _charged(inputs, "uk.vat_rate") if inputs.mediator_adds_vat else None,
        "free_court_mediation": latest(court_mediation.LIMIT) if _english(inputs) else None,
        "what_is_free": latest("scotland.simple_procedure_limit") if inputs.nation is Nation.scotland else None,
    }
    steps = [one.source for one in _fee_steps(inputs, inputs) if one.source]
    fees = {("fee_per_party" if number == 0 else "further_hours"): one for number, one in enumerate(steps)}
    return (Source(field=name, figure=found) for name, found in {**fees, **named}.items() if found)


# What costs nothing


def _english(inputs: Inputs) -> bool:
    return inputs.nation is Nation.england_wales


def _free(inputs: Inputs) -> bool:
    """Whether the court mediates a claim for this sum for nothing (Practice Direction 51ZE)."""
    return court_mediation.small_enough(inputs.nation, inputs.amount_owed) is not None and court_mediation.runs(
        _claim_day(inputs)
    )


def _what_is_free(inputs: Inputs) -> Iterator[str]:
    if _english(inputs):
        yield from _free_in_england_and_wales(inputs)
    elif inputs.nation is Nation.scotland:
        limit = pounds(latest("scotland.simple_procedure_limit").value)
        yield (
            f"In a simple procedure claim of up to {limit} the sheriff may send you both to mediation that is free. "
            "It does not come by itself: ask the sheriff clerk."
        )
    else:
        yield "We found no free mediation by a court in Northern Ireland. Ask the court office."
    yield "Talking to your customer yourself costs nothing. Try that first."


def _free_in_england_and_wales(inputs: Inputs) -> Iterator[str]:
    found, ends = latest(court_mediation.LIMIT), in_words(court_mediation.pilot_ends())
    limit = pounds(found.value)
    if not _free(inputs):
        since = in_words(found.valid_from)
        yield f"The court’s free mediation is for claims of up to {limit}, started from {since} to {ends}."
        return
    if inputs.claim_started:
        yield (
            f"Your claim is for {limit} or less. If they defend it, the court arranges a phone call of up to an hour "
            "with a mediator. It is free and comes by itself. Take part: the court can punish a side that does not."
        )
    else:
        yield (
            f"If you claim {limit} or less and they defend it, the court arranges a free phone call of up to an hour "
            "with a mediator. You pay the fee to start the claim first."
        )
    yield f"That is a trial run, for claims started by {ends}. What comes after is not known."


def _questions(inputs: Inputs) -> Iterator[str]:
    register = "with the Civil Mediation Council" if _english(inputs) else "with a body that checks mediators"
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


# Cautions and what next


def _cautions(inputs: Inputs, costs: _Costs, market: _Market | None, court: Charges) -> Iterator[str]:
    if inputs.fee_basis is FeeBasis.fixed_fee_scheme:
        yield from _scheme_cautions(inputs, market)
    if _english(inputs):
        yield _old_scheme(inputs)
    yield _worth(inputs, costs)
    if inputs.fee_basis is FeeBasis.day_quote and (inputs.session_hours or NIL) > FULL_DAY:
        yield f"A day is usually {FULL_DAY} hours at most. Ask what the hours beyond it cost: we count none."
    if inputs.venue_cost:
        yield "We share the venue like the fees, and take its VAT as part of its price. Ask before you book."
    yield from court.unknown


def _scheme_cautions(inputs: Inputs, market: _Market | None) -> Iterator[str]:
    if market:
        yield (
            "Above the fixed fees each mediator sets their own price. Low and high are the ends of the price lists we "
            "saw, most of them without a date. The middle is ours and no list has it. Ask for a price in writing."
        )
    else:
        yield (
            "The scheme’s fees are those last seen on mediators’ own pages, without a date. We could not confirm that "
            "the scheme still runs. Ask the mediator before you rely on them."
        )
    if not _english(inputs):
        yield (
            f"These are prices of mediators in England and Wales. We found no list of prices for {inputs.nation}, so "
            "take them as a yardstick and ask for a quote."
        )


def _old_scheme(inputs: Inputs) -> str:
    """The scheme that older advice still names, and what took its place."""
    old = figure("mediation.moj_extra_hour_fee", OLD_SCHEME_LAST, NIL).value
    small = replace(inputs, amount_owed=NIL)
    now, two = _charged(small, SCHEME).value, _charged(small, "mediation.cmc_two_hour_fee").value
    top = table("mediation.cmc_two_hour_fee").versions[-1].bands[0].top or NIL
    return (
        f"Older advice names a Ministry of Justice list with a fee of {pounds(old)} an hour. That scheme closed in "
        f"2019. Members of the Civil Mediation Council’s scheme now ask {pounds(now)} for one hour or {pounds(two)} "
        f"for two, up to {pounds(top)}, where we last saw it."
    )


def _worth(inputs: Inputs, costs: _Costs) -> str:
    share = to_percentage(costs.cost / inputs.amount_owed)
    if share >= 100:
        return "This mediation costs as much as the debt or more. It can pay only if it saves you something else."
    rise = percent(share).removesuffix("%")
    return (
        f"Is it worth it? If it lifts your chance of being paid by more than {rise} in 100, it pays for itself. "
        "It may also save court fees, time and the customer. Nobody can promise that it ends in a deal."
    )


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if _free(inputs) and inputs.claim_started:
        yield "Get ready for the court’s call: what you are owed, your papers, and the least you would take."
    yield "Offer mediation to your customer in writing, and say how the cost is shared. Agree that before you book."
    if _english(inputs):
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


EXAMPLES = (
    Example(
        title="A valeting company and a car dealership",
        story=(
            "A dealership owed a car valeting company its fees, and claimed for damaged cars. A mediator brought them "
            "together by phone and they settled. The story is true; the sums are ours: £4,200 owed and two hours."
        ),
        values={
            "nation": "england_wales",
            "amount_owed": "4200",
            "fee_basis": "fixed_fee_scheme",
            "session_hours": "2",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A supplier and a large manufacturer",
        story=(
            "A manufacturer would not pay for goods, and claimed for profits that it lost when they came late. In "
            "mediation both agreed new terms and went on trading. The story is true; the sums are ours: £62,000 owed "
            "and three quotes."
        ),
        values={
            "nation": "england_wales",
            "amount_owed": "62000",
            "fee_basis": "fixed_fee_scheme",
            "venue_cost": "300",
            "travel_cost": "60",
            "vat_registered": "yes",
            "mediators": [
                {"name": "A mediator nearby", "quoted_fee": "900", "venue_cost": "300"},
                {"name": "One who knows the trade", "quoted_fee": "1250", "venue_cost": "300", "travel_cost": "60"},
                {"name": "One by video", "quoted_fee": "150", "fee_basis": "hourly_quote", "session_hours": "6"},
            ],
        },
        today=date(2026, 11, 22),
    ),
)
