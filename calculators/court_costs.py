"""Cost of court against amount owed: what a claim costs, what comes back, and when it is worth it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from .kernel import (
    NIL,
    Choice,
    Example,
    Figure,
    Money,
    Pair,
    Percentage,
    Problem,
    Source,
    Step,
    add_months,
    adding_up,
    apportion,
    ask,
    claim,
    figure,
    in_words,
    latest,
    percent,
    portion,
    pounds,
    step,
    tell,
    to_pence,
    to_percentage,
    total,
    two_way_bars,
)
from .kernel.claim import CustomerType, Nation
from .kernel.fields import Daily
from .kernel.reference import table

TITLE = "Cost of court against amount owed"
ACTION = "Work out the cost"
NEAR_THE_TRACK_LIMIT = Decimal(1000)
"""Pounds over the small claims limit within which we point out what leaving that track means: our choice."""


class EnforcementMethod(Choice):
    """How the court makes somebody pay a judgment."""

    none = "I do not know yet, or none"
    warrant_of_control = "Bailiffs of the County Court (warrant of control)"
    attachment_of_earnings = "Money from their wages (attachment of earnings)"
    charging_order = "A charge on their property (charging order)"
    third_party_debt_order = "Money from their bank account (third party debt order)"
    high_court_writ = "High Court enforcement officers (writ of control)"


class Track(Choice):
    """How a defended claim is dealt with."""

    small_claims = "Small claims track"
    fast_track = "Fast track"
    intermediate_track = "Intermediate track"
    multi_track = "Multi-track"


class Ending(Choice):
    """How it may end."""

    paid_after_letter = "They pay after your letter, and you do not claim"
    undefended_collected = "They do not defend, and you get the money"
    undefended_not_collected = "They do not defend, and you cannot get the money"
    instalments = "They admit it and pay by instalments"
    won_collected = "You win at a hearing and get the money"
    won_not_collected = "You win at a hearing and cannot get the money"
    lost = "You lose at a hearing"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = claim.nation()
    customer_type: CustomerType = claim.customer_type()
    amount_owed: Money = claim.amount_owed()
    interest_and_compensation: Money = claim.interest_and_compensation()
    chance_of_winning: Percentage = claim.chance_of_winning()
    chance_of_collecting: Percentage = claim.chance_of_collecting()
    chance_of_defence: Percentage | None = ask(
        "How likely is it that they fight the claim?", noun="the chance of a defence", group=claim.CHANCES, more=True,
        low=0, high=100, default=None, hint="In 100. Leave it empty to use the share that the courts count.",
    )  # fmt: skip
    enforcement_method: EnforcementMethod = ask(
        "If you win and they still do not pay, how would you make them?", noun="the way to make them pay",
        group="After a judgment", default=EnforcementMethod.none, hint="Each has its own fee.",
    )  # fmt: skip
    daily_interest: Daily = claim.daily_interest()
    due_date: date | None = claim.due_date()
    claim_date: date = claim.claim_date()
    hearing_date: date | None = ask(
        "When would the hearing be?", noun="the day of the hearing", group=claim.DATES, more=True,
        low=claim.EARLIEST, high=claim.LATEST, default=None, hint="Leave it empty to use the usual wait.",
    )  # fmt: skip
    enforcement_date: date | None = ask(
        "When would you ask the court to make them pay?", noun="the day you ask the court to make them pay",
        group=claim.DATES, more=True, low=claim.EARLIEST, high=claim.LATEST, default=None,
        hint="Leave it empty for the day of the hearing.",
    )  # fmt: skip
    own_hours: Decimal = claim.own_hours()
    hourly_value: Money = claim.hourly_value()
    travel_cost: Money = ask(
        "What would it cost to get to the hearing?", noun="the cost of travel", group=claim.COSTS, more=True,
        low=0, high=10_000, default=NIL, hint="Trains, fuel, parking.",
    )  # fmt: skip
    legal_costs: Money = claim.legal_costs()
    other_sides_costs: Money = ask(
        "If you lose, what might you pay towards their solicitor?", noun="the other side's costs", group=claim.COSTS,
        more=True, low=0, high=claim.MOST, default=NIL,
        hint="Rarely anything on the small claims track. Above it the loser usually pays. Ask a solicitor.",
    )  # fmt: skip
    vat_registered: bool = claim.vat_registered()

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
        if self.nation is not Nation.england_wales:
            yield Problem(
                "nation",
                f"The courts of {self.nation} have their own fees, and this calculator does not hold them yet. "
                "It can answer for England or Wales.",
            )
        if self.hearing_date and self.hearing_date < self.claim_date:
            yield Problem(
                "hearing_date",
                f"The day of the hearing must be {in_words(self.claim_date)} or later.",
            )
        if self.enforcement_date and self.enforcement_date < self.claim_date:
            yield Problem(
                "enforcement_date",
                f"The day you ask the court to make them pay must be {in_words(self.claim_date)} or later.",
            )


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One way it may end, in pounds: what you lay out in all, what comes to you, and the difference."""

    outcome: Ending = tell("How it ends")
    you_pay: Money = tell("You pay")
    you_get_back: Money = tell("You get back")
    net: Money = tell("You end up with")
    months: Decimal | None = tell("Months")
    chance: Percentage | None = tell("Chance", sums_to=100)


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One thing that costs money, and whether a customer who loses has to pay it back."""

    step: str = tell("What you pay for")
    amount: Money = tell("Amount")
    due: date | None = tell("When")
    comes_back: str = tell("Does it come back?")
    source: Figure | None = tell("Source")


@dataclass(frozen=True, kw_only=True)
class BandEdge:
    """A lower claim that costs so much less that it is worth a thought."""

    claim_value: Money = tell("Claim only")
    gives_up: Money = tell("You give up")
    saves: Money = tell("You save in court fees")
    reason: str = tell("Why")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; chances are in 100, months to one decimal."""

    headline: str
    claim_value: Money = tell("What you would claim")
    track: Track = tell("How the court would deal with it")
    issue_fee: Money = tell("Fee to start the claim")
    hearing_fee: Money = tell("Fee for a hearing, if they fight it")
    enforcement_fee: Money = tell("Fee to make them pay a judgment")
    fees_up_front: Money = tell("Court fees to find yourself first")
    fee_share: Percentage = tell("Those fees, as a share of what you are owed")
    expected_net: Money = tell("What court brings on average, on your chances")
    break_even_chance: Percentage | None = tell(
        "Court is worth it only if the chance of collecting is above",
        absent="no chance is high enough",
    )
    most_you_could_lose: Money = tell("The most you could lose")
    chance_of_defence: Percentage = tell("Chance that they fight it")
    fixed_costs: Money = tell("Fixed sum towards your solicitor, if they do not defend")
    band_edge: BandEdge | None = tell("Claiming a little less")
    outcomes: tuple[Outcome, ...] = tell("How it may end")
    costs: tuple[Cost, ...] = tell("What you pay, and when")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# What the court charges


@dataclass(frozen=True, kw_only=True)
class _Fees:
    """Every figure that the claim meets, each of its own day."""

    track: Track
    hearing_date: date
    issue: Figure
    hearing: Figure
    enforcement: Figure | None
    officer: Figure | None
    vat: Figure | None
    commencement: Figure | None
    default_judgment: Figure | None
    enforcement_costs: Figure | None
    defence: Figure
    weeks: Figure


def _fees(inputs: Inputs) -> _Fees:
    """The figures in force on the day of each step. Raises NoFigure."""
    value, start = _claim_value(inputs), inputs.claim_date
    track = _track(inputs.amount_owed, start)
    weeks = latest(_WAIT[track])
    heard = inputs.hearing_date or start + timedelta(days=int(weeks.value * 7))
    enforced, method = inputs.enforcement_date or heard, inputs.enforcement_method
    writ = method is EnforcementMethod.high_court_writ
    represented = inputs.legal_costs > 0
    return _Fees(
        track=track,
        hearing_date=heard,
        weeks=weeks,
        issue=figure("england_wales.issue_fee", start, value),
        hearing=figure(f"england_wales.{track.name}_hearing_fee", heard, value),
        enforcement=None if _no(method) else figure(f"england_wales.{method.name}_fee", enforced),
        officer=figure("england_wales.enforcement_officer_compliance_fee", enforced) if writ else None,
        vat=figure("uk.vat_rate", enforced) if writ and not inputs.vat_registered else None,
        commencement=figure("england_wales.fixed_costs_commencement", start, value) if represented else None,
        default_judgment=figure("england_wales.fixed_costs_default_judgment", start, value) if represented else None,
        enforcement_costs=_enforcement_costs(method, enforced) if represented else None,
        defence=latest("england_wales.chance_of_defence"),
    )


_WAIT = {
    Track.small_claims: "england_wales.small_claims_weeks_to_trial",
    Track.fast_track: "england_wales.other_tracks_weeks_to_trial",
    Track.intermediate_track: "england_wales.other_tracks_weeks_to_trial",
    Track.multi_track: "england_wales.other_tracks_weeks_to_trial",
}


def _no(method: EnforcementMethod) -> bool:
    return method is EnforcementMethod.none


def _enforcement_costs(method: EnforcementMethod, on: date) -> Figure | None:
    """A solicitor's fixed costs of enforcing, CPR PD 45 Table 7; a warrant has none."""
    if method in (EnforcementMethod.none, EnforcementMethod.warrant_of_control):
        return None
    return figure(f"england_wales.fixed_costs_{method.name}", on)


def _claim_value(inputs: Inputs) -> Money:
    """What the court's fees run on: the debt with interest and compensation claimed."""
    return inputs.amount_owed + inputs.interest_and_compensation


def _track(amount_owed: Money, on: date) -> Track:
    """The normal track; a claim for interest is left out of its value (CPR 26.13, once 26.8(2)).

    Before the intermediate track began, everything above the fast track was multi-track.
    """
    for track, limit in (
        (Track.small_claims, "small_claims_track_limit"),
        (Track.fast_track, "fast_track_limit"),
        (Track.intermediate_track, "intermediate_track_limit"),
    ):
        begun = table(f"england_wales.{limit}").versions[0].valid_from <= on
        if begun and amount_owed <= figure(f"england_wales.{limit}", on).value:
            return track
    return Track.multi_track


# How it may end


@dataclass(frozen=True, kw_only=True)
class _Sums:
    """The sums that the endings are made of, in pounds."""

    claimed: Money
    interest_to_hearing: Money
    effort: Money
    hearing: Money
    enforcing: Money
    wasted: Money
    fixed_undefended: Money
    fixed_admitted: Money
    fixed_won: Money


def _sums(inputs: Inputs, fees: _Fees) -> _Sums:
    small = fees.track is Track.small_claims
    days = (fees.hearing_date - inputs.claim_date).days
    enforcing_costs = _value(fees.enforcement_costs)
    return _Sums(
        claimed=_claim_value(inputs),
        interest_to_hearing=to_pence(inputs.daily_interest * days),
        effort=to_pence(inputs.own_hours * inputs.hourly_value) + inputs.legal_costs,
        hearing=fees.hearing.value + inputs.travel_cost,
        enforcing=_value(fees.enforcement),
        wasted=_officer_with_vat(fees),
        fixed_undefended=_value(fees.commencement) + _value(fees.default_judgment) + enforcing_costs,
        fixed_admitted=_value(fees.commencement),
        fixed_won=(_value(fees.commencement) if small else NIL) + enforcing_costs,
    )


def _value(found: Figure | None) -> Money:
    return found.value if found else NIL


def _officer_with_vat(fees: _Fees) -> Money:
    """What the enforcement officer may charge you where nothing is recovered."""
    net = _value(fees.officer)
    return net + to_pence(portion(net, _value(fees.vat)))


def _outcomes(inputs: Inputs, fees: _Fees) -> tuple[Outcome, ...]:
    """Every ending; those after a claim have a chance, and the chances add up to 100 exactly."""
    s, issue = _sums(inputs, fees), fees.issue.value
    heard = issue + s.hearing + s.effort
    lost = heard + inputs.other_sides_costs
    reply = _reply_days(inputs)
    wait = (fees.hearing_date - inputs.claim_date).days
    won = s.claimed + s.interest_to_hearing + issue + s.hearing + s.enforcing + s.fixed_won
    paid = s.claimed + issue + s.enforcing + s.fixed_undefended
    chances = _chances(inputs, fees)
    return (
        _outcome(Ending.paid_after_letter, NIL, s.claimed, int(reply.value), None),
        _outcome(Ending.undefended_collected, issue + s.effort + s.enforcing, paid, None, chances),
        _outcome(
            Ending.undefended_not_collected,
            issue + s.effort + s.enforcing + s.wasted,
            NIL,
            None,
            chances,
        ),
        _outcome(Ending.instalments, issue + s.effort, s.claimed + issue + s.fixed_admitted, None, None),
        _outcome(Ending.won_collected, heard + s.enforcing, won, wait, chances),
        _outcome(Ending.won_not_collected, heard + s.enforcing + s.wasted, NIL, wait, chances),
        _outcome(Ending.lost, lost, NIL, wait, chances),
    )


def _outcome(
    ending: Ending,
    pay: Money,
    back: Money,
    days: int | None,
    chances: dict[Ending, Percentage] | None,
) -> Outcome:
    months = None if days is None else (Decimal(days) * 12 / 365).quantize(Decimal("0.1"), ROUND_HALF_UP)
    chance = chances[ending] if chances else None
    return Outcome(outcome=ending, you_pay=pay, you_get_back=back, net=back - pay, months=months, chance=chance)


def _chances(inputs: Inputs, fees: _Fees) -> dict[Ending, Percentage]:
    d, w, q = _defence(inputs, fees), inputs.chance_of_winning, inputs.chance_of_collecting
    return {
        Ending.undefended_collected: (100 - d) * q / 100,
        Ending.undefended_not_collected: (100 - d) * (100 - q) / 100,
        Ending.won_collected: d * w * q / 10_000,
        Ending.won_not_collected: d * w * (100 - q) / 10_000,
        Ending.lost: d * (100 - w) / 100,
    }


def _defence(inputs: Inputs, fees: _Fees) -> Percentage:
    return fees.defence.value if inputs.chance_of_defence is None else inputs.chance_of_defence


def _reply_days(inputs: Inputs) -> Figure:
    """How long they get to answer the letter: a person or sole trader longer than a company."""
    kind = "company" if inputs.customer_type in (CustomerType.company, CustomerType.public_body) else "individual"
    return figure(f"england_wales.letter_before_claim_days_{kind}", inputs.claim_date)


def _shares(outcomes: Sequence[Outcome]) -> list[Step]:
    """Each ending's part of the average, so rounded that the parts add up to it."""
    after_claim = [(one, one.chance) for one in outcomes if one.chance is not None]
    parts = apportion([portion(one.net, chance) for one, chance in after_claim])
    return [
        step(f"{one.outcome}: {percent(chance)} of {pounds(one.net)}", part)
        for (one, chance), part in zip(after_claim, parts, strict=True)
    ]


def _expected(inputs: Inputs, fees: _Fees) -> Decimal:
    """The average of the endings after a claim, weighed by their chances; not rounded."""
    return sum(
        (portion(one.net, one.chance) for one in _outcomes(inputs, fees) if one.chance is not None),
        Decimal(0),
    )


def _break_even(inputs: Inputs, fees: _Fees) -> Percentage | None:
    """The chance of collecting at which the average is nil, to two decimals half up.

    The average rises in a straight line with that chance. None where even certainty is too little.
    """
    never = _expected(replace(inputs, chance_of_collecting=Decimal(0)), fees)
    always = _expected(replace(inputs, chance_of_collecting=Decimal(100)), fees)
    return None if always <= 0 else to_percentage(max(Decimal(0), -never / (always - never)))


# Claiming a little less


def _band_edge(inputs: Inputs, fees: _Fees) -> BandEdge | None:
    """The lower claim that saves most more in issue and hearing fees than it gives up, if any.

    Just over the small claims limit it is told even where it saves less, because of what leaving
    that track may cost.
    """
    value = _claim_value(inputs)
    edges = [_edge(inputs, fees, top) for top in _tops(inputs, fees) if top < value]
    best = max(edges, key=lambda edge: edge.saves - edge.gives_up, default=None)
    if best and best.saves > best.gives_up:
        return best
    limit = _small_claims_limit(inputs)
    near = limit < inputs.amount_owed <= limit + NEAR_THE_TRACK_LIMIT
    return _edge(inputs, fees, limit) if near else None


def _tops(inputs: Inputs, fees: _Fees) -> set[Decimal]:
    names = {
        "england_wales.issue_fee": inputs.claim_date,
        "england_wales.small_claims_hearing_fee": fees.hearing_date,
    }
    return {band.top for name, on in names.items() for band in table(name).in_force(on).bands if band.top}


def _small_claims_limit(inputs: Inputs) -> Money:
    return figure("england_wales.small_claims_track_limit", inputs.claim_date).value


def _edge(inputs: Inputs, fees: _Fees, top: Money) -> BandEdge:
    """What a claim of that value gives up and saves; interest is dropped before any of the debt."""
    debt = min(inputs.amount_owed, top)
    less = _fees(replace(inputs, amount_owed=debt, interest_and_compensation=top - debt))
    now, then = fees.issue.value + fees.hearing.value, less.issue.value + less.hearing.value
    stays = fees.track is not Track.small_claims and less.track is Track.small_claims
    return BandEdge(
        claim_value=top,
        gives_up=_claim_value(inputs) - top,
        saves=now - then,
        reason=_TRACK_REASON if stays else _BAND_REASON,
    )


_BAND_REASON = "Court fees go up in steps, and your claim is just over one. You cannot claim the rest later."
_TRACK_REASON = (
    "On the small claims track the loser rarely pays the other side’s solicitor. Above it the loser usually does, "
    "and that can cost far more than the fees. You cannot claim the rest later."
)


# The answer


def calculate(inputs: Inputs) -> Result:
    """What a claim in England or Wales costs and brings.

    Fees run on the debt with interest and compensation (Civil Proceedings Fees Order 2008); each is
    of the day of its own step. A 5% issue fee is cut to the penny, everything else rounded half up.
    Raises NoFigure for a day that the figures do not reach.
    """
    fees = _fees(inputs)
    outcomes = _outcomes(inputs, fees)
    shares = _shares(outcomes)
    charged = _charged(fees)
    up_front = total(charged)
    return Result(
        headline=_headline(inputs, fees, up_front),
        claim_value=_claim_value(inputs),
        track=fees.track,
        issue_fee=fees.issue.value,
        hearing_fee=fees.hearing.value,
        enforcement_fee=_value(fees.enforcement),
        fees_up_front=up_front,
        fee_share=to_percentage(up_front / inputs.amount_owed),
        expected_net=total(shares),
        break_even_chance=_break_even(inputs, fees),
        most_you_could_lose=-min(one.net for one in outcomes),
        chance_of_defence=_defence(inputs, fees),
        fixed_costs=_value(fees.commencement) + _value(fees.default_judgment),
        band_edge=_band_edge(inputs, fees),
        outcomes=outcomes,
        costs=_costs(inputs, fees),
        working=(
            *adding_up("What you would claim", _claim_steps(inputs)),
            *adding_up("Court fees to find yourself first", charged),
            *adding_up("What court brings on average", shares),
        ),
        cautions=tuple(_cautions(inputs, fees)),
        next_steps=tuple(_next_steps(inputs)),
        sources=tuple(_sources(inputs, fees)),
    )


def _claim_steps(inputs: Inputs) -> list[Step]:
    return [
        step("The amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_and_compensation),
    ]


def _charged(fees: _Fees) -> list[Step]:
    charged = (fees.issue, fees.hearing, fees.enforcement)
    return [step(one.label, one.value, one) for one in charged if one]


def _headline(inputs: Inputs, fees: _Fees, up_front: Money) -> str:
    make = f", and {pounds(fees.enforcement.value)} to make them pay" if fees.enforcement else ""
    return (
        f"To claim {pounds(_claim_value(inputs))} you pay {pounds(fees.issue.value)} to start, "
        f"{pounds(fees.hearing.value)} more if there is a hearing{make}: {pounds(up_front)} in all."
    )


def _costs(inputs: Inputs, fees: _Fees) -> tuple[Cost, ...]:
    """What is paid, when, and whether it comes back; nil lines are left out, but for the court's fees."""
    back, never = "Yes, if you win and they pay", "No, never"
    heard, enforced = fees.hearing_date, inputs.enforcement_date or fees.hearing_date
    own = to_pence(inputs.own_hours * inputs.hourly_value)
    rows = [
        Cost(
            step=fees.issue.label,
            amount=fees.issue.value,
            due=inputs.claim_date,
            comes_back=back,
            source=fees.issue,
        ),
        Cost(
            step=fees.hearing.label,
            amount=fees.hearing.value,
            due=heard,
            comes_back=back,
            source=fees.hearing,
        ),
        Cost(
            step="Getting to the hearing",
            amount=inputs.travel_cost,
            due=heard,
            comes_back=back,
            source=None,
        ),
        Cost(step="Your own time", amount=own, due=None, comes_back=never, source=None),
        Cost(
            step="Your solicitor",
            amount=inputs.legal_costs,
            due=None,
            comes_back=_solicitor_back(fees),
            source=None,
        ),
        Cost(
            step="Their solicitor, if you lose",
            amount=inputs.other_sides_costs,
            due=None,
            comes_back=never,
            source=None,
        ),
    ]
    if fees.enforcement:
        value = fees.enforcement.value
        rows.append(
            Cost(
                step=fees.enforcement.label,
                amount=value,
                due=enforced,
                comes_back=back,
                source=fees.enforcement,
            )
        )
    if fees.officer:
        label, cost = f"{fees.officer.label}, if nothing is found", _officer_with_vat(fees)
        rows.append(Cost(step=label, amount=cost, due=enforced, comes_back=never, source=fees.officer))
    return tuple(row for row in rows if row.amount or row.source)


def _solicitor_back(fees: _Fees) -> str:
    fixed = pounds(_value(fees.commencement) + _value(fees.default_judgment))
    small = fees.track is Track.small_claims
    return f"Only fixed sums, {fixed} if they do not defend" if small else "In part, by fixed tables not counted here"


def _sources(inputs: Inputs, fees: _Fees) -> Iterator[Source]:
    named = {
        "issue_fee": fees.issue,
        "hearing_fee": fees.hearing,
        "enforcement_fee": fees.enforcement,
        "officer_fee": fees.officer,
        "vat": fees.vat,
        "fixed_costs": fees.commencement,
        "fixed_costs_default_judgment": fees.default_judgment,
        "fixed_costs_enforcement": fees.enforcement_costs,
        "chance_of_defence": fees.defence if inputs.chance_of_defence is None else None,
        "months": fees.weeks if inputs.hearing_date is None else None,
        "track": figure("england_wales.small_claims_track_limit", inputs.claim_date),
        "reply_days": _reply_days(inputs),
    }
    return (Source(field=field, figure=found) for field, found in named.items() if found)


def _cautions(inputs: Inputs, fees: _Fees) -> Iterator[str]:
    yield "The chances are yours, and nobody can promise an ending. Try a low and a high one and see what changes."
    yield (
        "Court fees can go up before you get to a step. The later fees here are those of the days in the table, as far "
        "as they are known today."
    )
    yield from _time_limit(inputs)
    yield from _track_cautions(inputs, fees)
    yield from _enforcement_cautions(inputs, fees)
    if inputs.customer_type is CustomerType.consumer:
        yield "The law on late payment between businesses does not cover a private person. Check the interest you add."


def _time_limit(inputs: Inputs) -> Iterator[str]:
    if inputs.due_date is None:
        return
    years = figure("england_wales.limitation_years", inputs.claim_date)
    last = add_months(inputs.due_date, int(years.value) * 12)
    if inputs.claim_date >= last:
        yield (
            f"The money was due {years.value} years or more before this claim. They can say that you are too late. "
            "A part payment, or their word in writing that they owe it, may have started the time again. "
            "Get advice first."
        )
    else:
        yield (
            f"Start the claim before {in_words(last)}, {years.value} years after the money was due. "
            "Do not leave it late."
        )


def _track_cautions(inputs: Inputs, fees: _Fees) -> Iterator[str]:
    limit = _small_claims_limit(inputs)
    if fees.track is not Track.small_claims:
        yield (
            f"Above {pounds(limit)} a loser usually pays part of the winner’s legal costs. We have no figure for that. "
            "If you entered none, the sums for losing are too good."
        )
    elif _claim_value(inputs) > limit:
        yield (
            f"Interest takes your claim over {pounds(limit)}. The fee runs on all of it, but the track is judged "
            "without interest, so it should stay on the small claims track. The court decides."
        )


def _enforcement_cautions(inputs: Inputs, fees: _Fees) -> Iterator[str]:
    on, value = inputs.enforcement_date or fees.hearing_date, _claim_value(inputs)
    if inputs.enforcement_method is EnforcementMethod.warrant_of_control:
        most = figure("england_wales.warrant_of_control_limit", on).value
        if value >= most:
            yield f"County Court bailiffs collect less than {pounds(most)}. From there on it is High Court officers."
    if fees.officer:
        least = figure("england_wales.high_court_writ_minimum", on).value
        if value < least:
            yield f"High Court enforcement officers take judgments of {pounds(least)} or more. Yours is less."
    if (
        inputs.enforcement_method is EnforcementMethod.attachment_of_earnings
        and inputs.customer_type is CustomerType.company
    ):
        yield "A company has no wages. This way works only against a person who has a job."


def _next_steps(inputs: Inputs) -> Iterator[str]:
    days = _reply_days(inputs)
    yield (
        f"Send a letter before claim first, and give them {days.value} days to answer. Courts expect it, and if they "
        "pay now it costs you nothing."
    )
    free = figure("england_wales.free_mediation_limit", inputs.claim_date) if _mediated(inputs) else None
    if free:
        yield (
            f"If they defend a claim of {pounds(free.value)} or less, the court arranges a free mediation call. "
            "Prepare for it."
        )
    yield "Ask whether they can pay at all before you spend a fee: look them up at Companies House and in The Gazette."
    if inputs.vat_registered:
        yield "Ask your accountant about VAT bad debt relief. You may get back the VAT on an invoice that stays unpaid."
    yield "A company cannot get Help with Fees. A sole trader on a low income may: look it up on GOV.UK before you pay."


def _mediated(inputs: Inputs) -> bool:
    start = table("england_wales.free_mediation_limit").versions[0].valid_from
    limit = figure("england_wales.free_mediation_limit", max(start, inputs.claim_date)).value
    return inputs.claim_date >= start and _claim_value(inputs) <= limit


def chart(result: Result) -> str:
    """What goes out and what comes back for every ending, as bars."""
    pairs = [Pair(label=str(one.outcome), out=one.you_pay, back=one.you_get_back) for one in result.outcomes]
    return two_way_bars("What you pay and get back for each ending", "You pay", "You get back", pairs)


EXAMPLES = (
    Example(
        title="£3,000 owed by a company",
        story="A company owes a garden designer £3,000 and has stopped answering. The sums and chances are ours.",
        values={"nation": "england_wales", "customer_type": "company", "amount_owed": "3000"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="£30,000 in recruitment fees",
        story=(
            "A firm found workers for a builder, who disputes the contract and cannot pay it all. The debt is from a "
            "true story; the other sums and the chances are ours."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "30000",
            "interest_and_compensation": "1800",
            "chance_of_defence": "80",
            "chance_of_winning": "65",
            "chance_of_collecting": "40",
            "own_hours": "40",
            "hourly_value": "35",
            "legal_costs": "9000",
            "other_sides_costs": "8000",
        },
        today=date(2026, 11, 22),
    ),
)
