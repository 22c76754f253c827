"""Cost of court against amount owed: what a claim costs, what comes back, and when it is worth it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from calculators.kernel import (
    NIL,
    ONE_DAY,
    Charges,
    Choice,
    CourtClaim,
    CustomerType,
    Daily,
    EnforcementMethod,
    Example,
    Figure,
    Grade,
    Money,
    Nation,
    Pair,
    Percentage,
    Problem,
    Source,
    Step,
    Track,
    add_months,
    adding_up,
    apportion,
    ask,
    charges,
    court_mediation,
    figure,
    fine_percent,
    in_words,
    latest,
    limitation_years,
    portion,
    pounds,
    reply_days,
    shared,
    step,
    table,
    tell,
    to_pence,
    to_percentage,
    total,
    track_limits,
    two_way_bars,
    value_of,
)

TITLE = "Cost of court against amount owed"
ACTION = "Work out the cost"
LEADS_TO = ("mediation_fee", "settlement_range", "payment_plan", "letter_before_claim")
TURNS_ON = "expected_net"
NEAR_THE_TRACK_LIMIT = Decimal(1000)
"""Pounds over the limit for small claims within which we point out what leaving them means: our choice."""

NOT_ESTABLISHED = "not established"
COMES_BACK, NEVER = "Yes, if you win and they pay", "No, never"
ENFORCEMENT_LIMITS = ("warrant_of_control_limit", "high_court_writ_minimum")
BAND_REASON = "Court fees go up in steps, and your claim is just over one. You cannot claim the rest later."
TRACK_REASON = (
    "In a small claim the loser rarely pays the other side’s solicitor. Above it the loser usually does, and that can "
    "cost far more than the fees. You cannot claim the rest later."
)
TOO_LATE = (
    "They can say that you are too late. A part payment, or their word in writing that they owe it, may have started "
    "the time again."
)
TOO_LATE_SCOTLAND = "In Scotland the debt itself may be gone, unless they paid part or admitted it since."


def _defended() -> Figure:
    """The share of money claims that are defended, as the courts last counted it."""
    return latest("england_wales.chance_of_defence")


class Ending(Choice):
    """How it may end."""

    paid_after_letter = "They pay after your letter"
    undefended_collected = "No defence, and you get the money"
    undefended_not_collected = "No defence, but you get nothing"
    instalments = "They admit it and pay in instalments"
    won_collected = "You win at a hearing and get the money"
    won_not_collected = "You win at a hearing, but get nothing"
    lost = "You lose at a hearing"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed()
    interest_and_compensation: Money = shared.interest_and_compensation()
    chance_of_winning: Percentage = shared.chance_of_winning()
    chance_of_collecting: Percentage = shared.chance_of_collecting()
    chance_of_defence: Percentage | None = ask(
        "How likely is it that they fight the claim?", noun="the chance of a defence", group=shared.CHANCES, more=True,
        low=0, high=100, default=None, hint="In 100. Leave it empty to use the share that the courts count.",
    )  # fmt: skip
    enforcement_method: EnforcementMethod = ask(
        "If you win and they still do not pay, how would you make them?", noun="the way to make them pay",
        group="After a judgment", default=EnforcementMethod.none, hint="Each has its own fee.",
    )  # fmt: skip
    daily_interest: Daily = shared.daily_interest()
    due_date: date | None = shared.due_date()
    claim_date: date = shared.claim_date()
    hearing_date: date | None = ask(
        "When would the hearing be?", noun="the day of the hearing", group=shared.DATES, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None, hint="Leave it empty to use the usual wait.",
    )  # fmt: skip
    enforcement_date: date | None = ask(
        "When would you ask the court to make them pay?", noun="the day you ask the court to make them pay",
        group=shared.DATES, more=True, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="Leave it empty for the day of the hearing.",
    )  # fmt: skip
    own_hours: Decimal = shared.own_hours()
    hourly_value: Money = shared.hourly_value()
    travel_cost: Money = ask(
        "What would it cost to get to the hearing?", noun="the cost of travel", group=shared.COSTS, more=True,
        low=0, high=10_000, default=NIL, hint="Trains, fuel, parking.",
    )  # fmt: skip
    legal_costs: Money = shared.legal_costs()
    other_sides_costs: Money = ask(
        "If you lose, what might you pay towards their solicitor?", noun="the sum for the other side's solicitor",
        group=shared.COSTS, more=True, low=0, high=shared.MOST, default=NIL,
        hint="Rarely anything on the small claims track. Above it the loser usually pays. Ask a solicitor.",
    )  # fmt: skip
    vat_registered: bool = shared.vat_registered()

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
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
    chance: Percentage | None = tell("Chance", sums_to=100)
    net: Money = tell("You end up with")
    you_pay: Money = tell("You pay")
    you_get_back: Money = tell("You get back")
    months: Decimal | None = tell("Months")


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
    saves: Money | None = tell("You save in court fees", absent=NOT_ESTABLISHED)
    reason: str = tell("Why")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; chances are in 100, months to one decimal."""

    headline: str
    claim_value: Money = tell("What you would claim")
    track: Track = tell("How the court would deal with it")
    issue_fee: Money | None = tell("Fee to start the claim", absent=NOT_ESTABLISHED)
    hearing_fee: Money | None = tell("Fee for a hearing, if they fight it", absent="none that we know of")
    enforcement_fee: Money | None = tell("Fee to make them pay a judgment", absent=NOT_ESTABLISHED)
    fees_up_front: Money | None = tell("Court fees to find yourself first", absent=NOT_ESTABLISHED)
    fee_share: Percentage | None = tell("Those fees, as a share of what you are owed", absent=NOT_ESTABLISHED)
    expected_net: Money | None = tell("What court brings on average, on your chances", absent=NOT_ESTABLISHED)
    break_even_chance: Percentage | None = tell(
        "Court is worth it only if the chance of collecting is above",
        absent="no chance is high enough, or the fees are not established",
    )
    most_you_could_lose: Money | None = tell("The most you could lose", absent=NOT_ESTABLISHED)
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


def court_claim(inputs: Inputs) -> CourtClaim:
    """What the courts' fees depend on, of these answers."""
    return CourtClaim(
        nation=inputs.nation,
        amount_owed=inputs.amount_owed,
        value=_claim_value(inputs),
        claim_date=inputs.claim_date,
        hearing_date=inputs.hearing_date,
        enforcement_date=inputs.enforcement_date,
        method=inputs.enforcement_method,
        represented=inputs.legal_costs > 0,
        vat_registered=inputs.vat_registered,
    )


def _claim_value(inputs: Inputs) -> Money:
    """What the court's fees run on: the debt with interest and compensation claimed."""
    return inputs.amount_owed + inputs.interest_and_compensation


# How it may end


def outcomes(inputs: Inputs, fees: Charges) -> tuple[Outcome, ...]:
    """Every ending; those after a claim have a chance, and the chances add up to 100 exactly.

    Interest runs on to a hearing; in every other ending it stops at the claim. None are told where
    the fee to start is not established.
    """
    if fees.issue is None:
        return ()
    s, wait, reply = _sums(inputs, fees), _wait(inputs, fees), _reply_days(inputs)
    start, heard = s.issue + s.effort, s.issue + s.effort + s.hearing
    paid = s.claimed + s.issue + s.enforcing
    chances = _chances(inputs, inputs.chance_of_collecting)
    return (
        _outcome(Ending.paid_after_letter, NIL, s.claimed, int(reply.value) if reply else None, None),
        _outcome(Ending.undefended_collected, start + s.enforcing, paid + s.fixed_undefended, None, chances),
        _outcome(Ending.undefended_not_collected, start + s.enforcing + s.wasted, NIL, None, chances),
        _outcome(Ending.instalments, start, s.claimed + s.issue + s.fixed_admitted, None, None),
        _outcome(Ending.won_collected, heard + s.enforcing, paid + s.interest + s.hearing + s.fixed_won, wait, chances),
        _outcome(Ending.won_not_collected, heard + s.enforcing + s.wasted, NIL, wait, chances),
        _outcome(Ending.lost, heard + inputs.other_sides_costs, NIL, wait, chances),
    )


@dataclass(frozen=True, kw_only=True)
class _Sums:
    """The sums that the endings are made of, in pounds."""

    claimed: Money
    interest: Money
    effort: Money
    issue: Money
    hearing: Money
    enforcing: Money
    wasted: Money
    fixed_undefended: Money
    fixed_admitted: Money
    fixed_won: Money


def _sums(inputs: Inputs, fees: Charges) -> _Sums:
    """Own time and a solicitor never come back but for fixed costs; travel does, on winning."""
    commencement, enforcing = value_of(fees.commencement), value_of(fees.enforcement_costs)
    return _Sums(
        claimed=_claim_value(inputs),
        interest=to_pence(inputs.daily_interest * (_wait(inputs, fees) or 0)),
        effort=_own_time(inputs) + inputs.legal_costs,
        issue=value_of(fees.issue),
        hearing=value_of(fees.hearing) + inputs.travel_cost,
        enforcing=_enforcement(fees),
        wasted=fees.officer_with_vat,
        fixed_undefended=commencement + value_of(fees.default_judgment) + enforcing,
        fixed_admitted=commencement,
        fixed_won=(commencement if fees.track.is_small else NIL) + enforcing,
    )


def _own_time(inputs: Inputs) -> Money:
    return to_pence(inputs.own_hours * inputs.hourly_value)


def _enforcement(fees: Charges) -> Money:
    return sum((one.value for one in fees.enforcement), NIL)


def _wait(inputs: Inputs, fees: Charges) -> int | None:
    """Days from claim to hearing, None where no usual wait is published."""
    return (fees.hearing_date - inputs.claim_date).days if fees.hearing_date else None


def _outcome(
    ending: Ending, pay: Money, back: Money, days: int | None, chances: dict[Ending, Percentage] | None
) -> Outcome:
    months = None if days is None else _months(days)
    chance = chances[ending] if chances else None
    return Outcome(outcome=ending, you_pay=pay, you_get_back=back, net=back - pay, months=months, chance=chance)


@cache
def _months(days: int) -> Decimal:
    return (Decimal(days) * 12 / 365).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _chances(inputs: Inputs, q: Percentage) -> dict[Ending, Percentage]:
    """The chance of each ending after a claim, exact: d defended, w won, q collected."""
    d, w = chance_of_defence(inputs), inputs.chance_of_winning
    return {
        Ending.undefended_collected: (100 - d) * q / 100,
        Ending.undefended_not_collected: (100 - d) * (100 - q) / 100,
        Ending.won_collected: d * w * q / 10_000,
        Ending.won_not_collected: d * w * (100 - q) / 10_000,
        Ending.lost: d * (100 - w) / 100,
    }


def chance_of_defence(inputs: Inputs) -> Percentage:
    """The reader's own guess, or the share that the courts of England and Wales count."""
    return _defended().value if inputs.chance_of_defence is None else inputs.chance_of_defence


def _reply_days(inputs: Inputs) -> Figure | None:
    return reply_days(inputs.nation, inputs.customer_type, inputs.claim_date)


def _shares(endings: Sequence[Outcome]) -> list[Step]:
    """Each ending's part of the average, so rounded that the parts add up to it."""
    after_claim = [(one, one.chance) for one in endings if one.chance is not None]
    parts = apportion([portion(one.net, chance) for one, chance in after_claim])
    return [
        step(f"{one.outcome}: {fine_percent(chance)} of {pounds(one.net)}", part)
        for (one, chance), part in zip(after_claim, parts, strict=True)
    ]


def _expected(inputs: Inputs, endings: Sequence[Outcome], chance_of_collecting: int) -> Decimal:
    """The average of the endings after a claim at that chance of collecting; not rounded."""
    chances = _chances(inputs, Decimal(chance_of_collecting))
    return sum((portion(one.net, chances[one.outcome]) for one in endings if one.outcome in chances), Decimal(0))


def _break_even(inputs: Inputs, endings: Sequence[Outcome]) -> Percentage | None:
    """The chance of collecting at which the average is nil, to two decimals half up.

    The average rises in a straight line with that chance. None where even certainty is too little.
    """
    never, always = _expected(inputs, endings, 0), _expected(inputs, endings, 100)
    return None if always <= 0 else to_percentage(max(Decimal(0), -never / (always - never)))


# Claiming a little less


def _band_edge(inputs: Inputs, fees: Charges) -> BandEdge | None:
    """The lower claim that saves most more in issue and hearing fees than it gives up, if any.

    Just over the limit for small claims it is told even where it saves less, because of what
    leaving that track may cost.
    """
    value, limit, most = _claim_value(inputs), fees.limit.value, value_of(fees.issue) + value_of(fees.hearing)
    found = (_edge(inputs, fees, top) for top in _tops(inputs, fees) if top < value < top + most)
    edges = [edge for edge in found if edge]
    best = max(edges, key=_gain, default=None)
    if best and _gain(best) > 0:
        return best
    judged = value if inputs.nation is Nation.northern_ireland else inputs.amount_owed
    near = not fees.track.is_small and judged <= limit + NEAR_THE_TRACK_LIMIT
    return _edge(inputs, fees, limit) if near else None


def _gain(edge: BandEdge) -> Money:
    return (edge.saves or NIL) - edge.gives_up


def _tops(inputs: Inputs, fees: Charges) -> list[Decimal]:
    """Where the fees step up: in their scales, and at the limits of the tracks."""
    found = {top for one in (fees.issue, fees.hearing) if one for top in _steps(one.name, one.valid_from)}
    english = inputs.nation is Nation.england_wales
    limits = [limit for _, limit in track_limits(inputs.claim_date)] if english else [fees.limit]
    return sorted(found | {limit.value for limit in limits})


@cache
def _steps(name: str, valid_from: date) -> tuple[Decimal, ...]:
    """The tops of the bands of a scale of fees."""
    return tuple(band.top for band in table(name).in_force(valid_from).bands if band.top)


def _edge(inputs: Inputs, fees: Charges, top: Money) -> BandEdge | None:
    """What a claim of that value gives up and saves; interest is dropped before any of the debt."""
    debt = min(inputs.amount_owed, top)
    less = charges(court_claim(replace(inputs, amount_owed=debt, interest_and_compensation=top - debt)))
    now, then = (value_of(one.issue) + value_of(one.hearing) for one in (fees, less))
    stays = less.track.is_small and not fees.track.is_small
    if fees.issue is None and not stays:
        return None
    return BandEdge(
        claim_value=top,
        gives_up=_claim_value(inputs) - top,
        saves=now - then if fees.issue else None,
        reason=TRACK_REASON if stays else f"{BAND_REASON}{_only_if_heard(fees, less)}",
    )


def _only_if_heard(fees: Charges, less: Charges) -> str:
    """What of the saving is sure, and what comes only with a hearing."""
    sure, heard = (
        value_of(before) - value_of(after) for before, after in ((fees.issue, less.issue), (fees.hearing, less.hearing))
    )
    if heard <= 0:
        return ""
    return (
        f" {pounds(sure)} of this is saved at the start, {pounds(heard)} only if they defend it and there is a hearing."
    )


# The answer


def calculate(inputs: Inputs) -> Result:
    """What a claim costs and brings.

    Fees run on the debt with interest and compensation (Civil Proceedings Fees Order 2008); each is
    of the day of its own step. A 5% issue fee is cut to the penny, everything else rounded half up.
    Raises NoFigure for a day that the figures of England and Wales do not reach.
    """
    fees = charges(court_claim(inputs))
    endings = outcomes(inputs, fees)
    shares, charged = _shares(endings), [step(one.label, one.value, one) for one in fees.court_fees]
    known = fees.issue is not None
    up_front = total(charged)
    return Result(
        headline=_headline(inputs, fees, up_front),
        claim_value=_claim_value(inputs),
        track=fees.track,
        issue_fee=_known(fees.issue),
        hearing_fee=_known(fees.hearing),
        enforcement_fee=_enforcement_fee(inputs, fees),
        fees_up_front=up_front if known else None,
        fee_share=to_percentage(up_front / inputs.amount_owed) if known else None,
        expected_net=total(shares) if known else None,
        break_even_chance=_break_even(inputs, endings) if known else None,
        most_you_could_lose=-min(one.net for one in endings) if endings else None,
        chance_of_defence=chance_of_defence(inputs),
        fixed_costs=value_of(fees.commencement) + value_of(fees.default_judgment),
        band_edge=_band_edge(inputs, fees),
        outcomes=endings,
        costs=tuple(row for row in _costs(inputs, fees) if row.amount or row.source),
        working=tuple(_working(inputs, charged, shares)),
        cautions=tuple(_cautions(inputs, fees)),
        next_steps=tuple(_next_steps(inputs)),
        sources=tuple(_sources(inputs, fees)),
    )


def _known(found: Figure | None) -> Money | None:
    return found.value if found else None


def _enforcement_fee(inputs: Inputs, fees: Charges) -> Money | None:
    """Nil where none is chosen, None where it is not established."""
    chosen = inputs.enforcement_method is not EnforcementMethod.none
    return None if chosen and not fees.enforcement else _enforcement(fees)


def _working(inputs: Inputs, charged: Sequence[Step], shares: Sequence[Step]) -> Iterator[Step]:
    claimed = [
        step("The amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_and_compensation),
    ]
    yield from adding_up("What you would claim", claimed)
    if charged:
        yield from adding_up("Court fees to find yourself first", charged)
    if shares:
        yield from adding_up("What court brings on average", shares)


def _headline(inputs: Inputs, fees: Charges, up_front: Money) -> str:
    claimed = pounds(_claim_value(inputs))
    if fees.issue is None:
        return f"We have not established what it costs to claim {claimed} in {inputs.nation}. Below is what we know."
    hearing = f", {_told(fees.hearing)} more if there is a hearing" if fees.hearing else ""
    make = f", and {' and '.join(_told(fee) for fee in fees.enforcement)} to make them pay" if fees.enforcement else ""
    about = "about " if any(fee.grade is Grade.derived for fee in fees.court_fees) else ""
    in_all = f": {about}{pounds(up_front)} in all" if hearing or make else ""
    return f"To claim {claimed} you pay {_told(fees.issue)} to start{hearing}{make}{in_all}."


def _told(fee: Figure) -> str:
    return f"{'about ' if fee.grade is Grade.derived else ''}{pounds(fee.value)}"


def _costs(inputs: Inputs, fees: Charges) -> Iterator[Cost]:
    """What is paid, when, and whether it comes back."""
    heard, enforced = fees.hearing_date, fees.enforcement_date
    for fee, due in ((fees.issue, inputs.claim_date), (fees.hearing, heard)):
        if fee:
            yield _cost(fee.label, fee.value, COMES_BACK, due, fee)
    yield _cost("Getting to the hearing", inputs.travel_cost, COMES_BACK, heard)
    for fee in fees.enforcement:
        yield _cost(fee.label, fee.value, COMES_BACK, enforced, fee)
    if fees.officer:
        label = f"{fees.officer.label}, if nothing is found"
        yield _cost(label, fees.officer_with_vat, NEVER, enforced, fees.officer)
    yield _cost("Your own time", _own_time(inputs), _own_time_back(inputs, fees))
    yield _cost("Your solicitor", inputs.legal_costs, _solicitor_back(inputs, fees))
    yield _cost("Their solicitor, if you lose", inputs.other_sides_costs, NEVER)


def _cost(label: str, amount: Money, back: str, due: date | None = None, source: Figure | None = None) -> Cost:
    return Cost(step=label, amount=amount, due=due, comes_back=back, source=source)


def _own_time_back(inputs: Inputs, fees: Charges) -> str:
    """In a small claim the court can order a little for earnings lost at the hearing (CPR 27.14(2)(e))."""
    lost = _lost_earnings(inputs, fees)
    return f"Only earnings lost at a hearing, {pounds(lost.value)} a day at most" if lost else NEVER


def _lost_earnings(inputs: Inputs, fees: Charges) -> Figure | None:
    counts = fees.track is Track.small_claims and inputs.own_hours and inputs.hourly_value
    return latest("england_wales.loss_of_earnings_per_day") if counts else None


def _solicitor_back(inputs: Inputs, fees: Charges) -> str:
    if inputs.nation is not Nation.england_wales or not fees.track.is_small:
        return "In part, by tables that are not counted here"
    fixed = value_of(fees.commencement) + value_of(fees.default_judgment)
    return f"Only fixed sums, {pounds(fixed)} if they do not defend"


def _sources(inputs: Inputs, fees: Charges) -> Iterator[Source]:
    named = {
        "issue_fee": fees.issue,
        "hearing_fee": fees.hearing,
        "enforcement_fee": fees.enforcement[0] if fees.enforcement else None,
        "enforcement_fee_second": fees.enforcement[1] if len(fees.enforcement) > 1 else None,
        "officer_fee": fees.officer,
        "vat": fees.vat,
        "fixed_costs": fees.commencement,
        "fixed_costs_default_judgment": fees.default_judgment,
        "fixed_costs_enforcement": fees.enforcement_costs,
        "chance_of_defence": _defended() if inputs.chance_of_defence is None else None,
        "lost_earnings": _lost_earnings(inputs, fees),
        "months": fees.weeks,
        "track": _limit_of_track(inputs, fees),
        "reply_days": _reply_days(inputs),
    }
    return (Source(field=field, figure=found) for field, found in named.items() if found)


def _limit_of_track(inputs: Inputs, fees: Charges) -> Figure:
    """The most that the claim's own track takes or, where it takes any sum, the limit that the claim is over."""
    if inputs.nation is not Nation.england_wales:
        return fees.limit
    limits = dict(track_limits(inputs.claim_date))
    return limits.get(fees.track, [*limits.values()][-1])


# Cautions and what next


def _cautions(inputs: Inputs, fees: Charges) -> Iterator[str]:
    yield from fees.unknown
    yield "The chances are yours, and nobody can promise an ending. Try a low and a high one and see what changes."
    yield "Court fees can go up before you get to a step. We use those that are known today for the days in the table."
    yield from _time_limit(inputs)
    yield from _track_cautions(inputs, fees)
    yield from _enforcement_cautions(inputs, fees)
    yield from _left_out(inputs, fees)
    if inputs.nation is not Nation.england_wales and inputs.chance_of_defence is None:
        yield "How many claims are defended is counted for England and Wales only. We start with that number."
    if inputs.customer_type is CustomerType.consumer:
        yield "The law on late payment between businesses does not cover a private person. Check the interest you add."
    if inputs.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
        if inputs.interest_and_compensation:
            yield shared.ASSOCIATION_INTEREST


def _time_limit(inputs: Inputs) -> Iterator[str]:
    if inputs.due_date is None:
        return
    yield from not_yet_due(inputs.due_date, inputs.claim_date)
    years = int(limitation_years(inputs.nation).value)
    last = add_months(inputs.due_date, years * 12)
    late = TOO_LATE_SCOTLAND if inputs.nation is Nation.scotland else TOO_LATE
    if inputs.claim_date >= last:
        yield f"The money was due {years} years or more before this claim. {late} Get advice first."
    else:
        yield (
            f"Start the claim before {in_words(last)}, {years} years after the money was due. For work that you did, "
            "the time may run from the day you did it. Do not leave it late."
        )


def not_yet_due(due_date: date, claim_date: date) -> Iterator[str]:
    """What to know where the day to claim comes before the money is late."""
    if claim_date <= due_date:
        late = in_words(due_date + ONE_DAY)
        yield f"The money is not late before {late}. You cannot claim it in court until then."


def rarely_paid(nation: Nation, other_sides_costs: Money) -> Iterator[str]:
    """What to know on the small claims track where the reader typed costs of the other side (CPR 27.14(2))."""
    if other_sides_costs and nation is Nation.england_wales:
        yield (
            "On this track a loser rarely pays towards the other side’s solicitor: only for acting unreasonably. We "
            f"counted the {pounds(other_sides_costs)} that you typed. Leave it empty if you act fairly."
        )


def _track_cautions(inputs: Inputs, fees: Charges) -> Iterator[str]:
    limit = pounds(fees.limit.value)
    if not fees.track.is_small:
        yield (
            f"Above {limit} a loser usually pays part of the winner’s legal costs. We have no figure for that. "
            "If you entered none, the sums for losing are too good."
        )
    else:
        yield from rarely_paid(inputs.nation, inputs.other_sides_costs)
    if fees.track.is_small and _claim_value(inputs) > fees.limit.value:
        yield (
            f"What you add takes your claim over {limit}. The fee runs on all of it, but the limit is judged without "
            "interest, so it should still count as a small claim. Fixed compensation may count. The court decides."
        )


def _left_out(inputs: Inputs, fees: Charges) -> Iterator[str]:
    """What the sums do without, where a nation's figures are not established."""
    if inputs.enforcement_method is not EnforcementMethod.none and not fees.enforcement and fees.issue:
        yield "These sums leave out what it costs to make them pay a judgment. So court costs more than they say."
    if inputs.daily_interest and _wait(inputs, fees) is None:
        yield (
            "No usual wait for a hearing is published here, so no interest after the claim is counted. Type the day of "
            "a hearing."
        )


def _enforcement_cautions(inputs: Inputs, fees: Charges) -> Iterator[str]:
    if inputs.nation is not Nation.england_wales or fees.enforcement_date is None:
        return
    on, value, method = fees.enforcement_date, _claim_value(inputs), inputs.enforcement_method
    most, least = (figure(f"england_wales.{name}", on).value for name in ENFORCEMENT_LIMITS)
    undefended = value + value_of(fees.issue)
    heard = undefended + value_of(fees.hearing)
    if method is EnforcementMethod.warrant_of_control and heard >= most:
        reaches = "" if value >= most else f" With the court fees yours can come to {pounds(heard)}."
        yield (
            f"County Court bailiffs collect less than {pounds(most)}. From there on it is High Court officers.{reaches}"
        )
    if method is EnforcementMethod.high_court_writ and undefended < least:
        reaches = "is less" if heard < least else "is less unless there is a hearing"
        yield (
            f"High Court enforcement officers take judgments of {pounds(least)} or more, court fees included. Yours "
            f"{reaches}."
        )
    if method is EnforcementMethod.attachment_of_earnings and inputs.customer_type in NO_WAGES:
        yield f"{NO_WAGES[inputs.customer_type]} has no wages. This way works only against a person who has a job."


NO_WAGES = {
    CustomerType.company: "A company",
    CustomerType.public_body: "A public body",
    CustomerType.association: "A club or association",
}


def _next_steps(inputs: Inputs) -> Iterator[str]:
    days = _reply_days(inputs)
    answer_by = f", and give them {days.value} days to answer" if days else " with a clear day to answer by"
    yield f"Send a letter before claim first{answer_by}. If they pay now it costs you nothing."
    yield from _mediation(inputs)
    yield "Ask whether they can pay at all before you spend a fee: look them up at Companies House and in The Gazette."
    if inputs.vat_registered:
        yield "Ask your accountant about VAT bad debt relief. You may get back the VAT on an invoice that stays unpaid."
    if inputs.nation is Nation.england_wales:
        yield "A company cannot get Help with Fees. A sole trader on a low income may: look it up on GOV.UK first."


def _mediation(inputs: Inputs) -> Iterator[str]:
    """The court's free mediation, Practice Direction 51ZE; in Scotland a sheriff may refer you to it."""
    free = court_mediation.small_enough(inputs.nation, _claim_value(inputs))
    if free and court_mediation.runs(inputs.claim_date):
        limit = pounds(free.value)
        yield f"If they defend a claim of up to {limit}, the court arranges a free mediation call. Prepare."
    elif free and inputs.claim_date > court_mediation.pilot_ends():
        ends = in_words(court_mediation.pilot_ends())
        yield f"The court’s free mediation takes claims that start by {ends}. What follows is not known: ask the court."
    if inputs.nation is Nation.scotland:
        yield "Ask the sheriff clerk about mediation. In simple procedure it may be free."


def chart(result: Result) -> str:
    """What goes out and what comes back for every ending, as bars; nothing where no fee is established."""
    if not result.outcomes:
        return ""
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
