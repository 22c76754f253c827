"""Settlement range: the least worth accepting, what to aim for, and what an offer is worth today."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from calculators import court_costs
from calculators.court_costs import Outcome
from calculators.kernel import (
    NIL,
    PENNY,
    Charges,
    Choice,
    CustomerType,
    Daily,
    EnforcementMethod,
    Example,
    Figure,
    Mark,
    Money,
    Nation,
    Percentage,
    Source,
    Spread,
    Step,
    add_months,
    adding_up,
    apportion,
    ask,
    charges,
    exact_percent,
    fine_percent,
    in_words,
    latest,
    limitation_years,
    money_line,
    percent,
    plain,
    portion,
    pounds,
    shared,
    spreads,
    step,
    tell,
    to_pence,
    to_percentage,
    total,
)

TITLE = "Settlement range: what to accept, aim for and ask"
ACTION = "Work out the range"
LEADS_TO = ("offer_without_prejudice", "payment_plan", "mediation_fee")

POINTS = 15
"""How far each chance is moved down and up, in points of a hundred: our choice."""

HALF = Decimal("0.5")
"""How far months, hours and costs are moved down and up, as a share of themselves: our choice."""

TARGET_SHARE = Decimal("0.6")
"""How far the target lies on the way from your walk-away to their limit: our choice."""

USUAL_PLAN = 6
"""Monthly instalments that the walk-away is turned into where nobody has offered a plan: our choice."""

DAYS_IN_A_MONTH = Decimal(365) / 12
AVERAGE_MONTH = Decimal("30.4375")
"""Days in a month with leap years, by which the age of a debt is counted."""

OFFER, SETTLING = "Their offer", "What settling costs and keeps"
FEES_LEFT_OUT = (
    "What it costs to start this claim is not established, so that fee is left out. Ask the court. With it, court is "
    "worth less, and your walk-away may be lower."
)
NO_ZONE = "no deal zone that we can see"


class Strength(Choice):
    """A chance in words. The scale is ours."""

    very_strong = "Very strong"
    strong = "Strong"
    fair = "Fair"
    doubtful = "Doubtful"
    weak = "Weak"

    @property
    def number(self) -> Percentage:
        """What the word counts as, in 100."""
        return Decimal({"very_strong": 90, "strong": 75, "fair": 60, "doubtful": 40, "weak": 20}[self.name])


def strength(chance: Percentage) -> Strength:
    """The word for a chance: very strong from 85, strong from 70, fair from 50, doubtful from 30."""
    steps = (
        (85, Strength.very_strong),
        (70, Strength.strong),
        (50, Strength.fair),
        (30, Strength.doubtful),
    )
    return next((word for least, word in steps if chance >= least), Strength.weak)


class Verdict(Choice):
    """What we make of an offer, on the reader's own answers."""

    too_low = "Too low: on your answers you do better without a deal"
    a_little_low = "Below your walk-away, but inside its range: it depends on your chances"
    worth_taking = "Worth taking, and you can still ask for more"
    good = "Good: as much as you aimed for, or more"


class Option(Choice):
    """One way that this can go on from here."""

    offer = "Take their offer"
    plan = "Agree on your whole claim in instalments"
    court = "Go to court"
    agency = "Use a collection agency"
    writing_off = "Write it off"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed()
    interest_and_compensation: Money = shared.interest_and_compensation()
    case_strength: Strength = ask(
        "If they fight it, how strong is your case?", noun="the strength of your case", group=shared.CHANCES,
        default=Strength.strong,
        hint="Very strong: signed papers, and nobody complains. Weak: your word against theirs. For the sums we read "
        "very strong as 90 in 100, strong 75, fair 60, doubtful 40, weak 20.",
    )  # fmt: skip
    collecting_strength: Strength = ask(
        "If the court says they must pay, how strong is your hope of getting the money?",
        noun="the hope of getting the money", group=shared.CHANCES, default=Strength.fair,
        hint="Winning is not the same as being paid. Do they trade, own things, pay others? It has the same scale.",
    )  # fmt: skip
    offer_amount: Money | None = ask(
        "What do they offer?", noun="their offer", group=OFFER, low="0.01", high=shared.MOST, default=None,
        hint="In all, before any waiting. Leave it empty if there is no offer yet.",
    )  # fmt: skip
    offer_instalments: int = ask(
        "In how many payments?", noun="the number of payments", group=OFFER, low=1, high=520, default=1,
        hint="1 if they would pay it all together.",
    )  # fmt: skip
    offer_months: Decimal | None = ask(
        "Over how many months?", noun="the number of months of their offer", group=OFFER, low=0, high=120, default=None,
        hint="Until the last payment. Leave it empty for one payment a month, or for one payment now.",
    )  # fmt: skip
    settling_cost: Money = ask(
        "What would it cost you to settle?", noun="the cost of settling", group=SETTLING, low=0, high=shared.MOST,
        default=NIL, hint="Your share of a mediator, for example, or a solicitor to write the agreement.",
    )  # fmt: skip
    future_work_value: Money = ask(
        "If you settle, what is the work worth that you keep?", noun="the worth of the work you keep", group=SETTLING,
        low=0, high=shared.MOST, default=NIL,
        hint="Your profit from this customer that a fight would end. Leave it empty if you want no more of them.",
    )  # fmt: skip
    customer_cost_of_fighting: Money = ask(
        "What would a fight cost your customer?", noun="what a fight would cost your customer", group=SETTLING,
        low=0, high=shared.MOST, default=NIL,
        hint="A guess: their solicitor, their time, a judgment on their record, less what settling would cost them. "
        "Empty counts as nothing, which makes their limit low.",
    )  # fmt: skip
    chance_of_winning: Percentage | None = ask(
        "The chance of winning, as a number of your own?", noun="the chance of winning", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="In 100. It takes the place of your word above.",
    )  # fmt: skip
    chance_of_collecting: Percentage | None = ask(
        "The chance of collecting, as a number of your own?", noun="the chance of collecting", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="In 100. It takes the place of your word above.",
    )  # fmt: skip
    chance_of_defence: Percentage | None = ask(
        "How likely is it that they fight the claim?", noun="the chance of a defence", group=shared.CHANCES, more=True,
        low=0, high=100, default=None, hint="In 100. Leave it empty to use the share that the courts count.",
    )  # fmt: skip
    chance_of_completing: Percentage = ask(
        "How likely is it that they keep up instalments?", noun="the chance that they keep up instalments",
        group=shared.CHANCES, more=True, low=1, high=100, default=Decimal(90),
        hint="In 100. We start with 90, a guess: have they kept their word so far?",
    )  # fmt: skip
    agency_chance: Percentage | None = ask(
        "How likely is it that a collection agency gets it?", noun="the chance that an agency collects",
        group=shared.CHANCES, more=True, low=0, high=100, default=None,
        hint="In 100. Left empty, we go by the age of the debt, if you say when it was due, and by old polls from the "
        "United States.",
    )  # fmt: skip
    months_to_payment: Decimal = ask(
        "If you went to court, how many months until you had the money?",
        noun="the number of months until you had the money", group=shared.DATES, more=True, low=0, high=120,
        default=Decimal(12),
        hint="From today. We start with 12, a guess: the wait for a hearing, and time to make them pay.",
    )  # fmt: skip
    claim_date: date = shared.claim_date()
    due_date: date | None = shared.due_date()
    daily_interest: Daily = shared.daily_interest()
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for money?", noun="the yearly cost of waiting", group=shared.COSTS,
        more=True, low=0, high=100, default=Decimal(10),
        hint="In 100: what you pay on an overdraft, or what the money would earn. We start with 10, a guess.",
    )  # fmt: skip
    agency_commission: Percentage | None = ask(
        "What share would an agency keep?", noun="the agency's share", group=shared.COSTS, more=True, low=0, high=100,
        default=None, hint="In 100, with VAT if you cannot get VAT back. Leave it empty for a typical share.",
    )  # fmt: skip
    enforcement_method: EnforcementMethod = ask(
        "If you win and they still do not pay, how would you make them?", noun="the way to make them pay",
        group="After a judgment", more=True, default=EnforcementMethod.none, hint="Each has its own fee.",
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


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One sum with all chances worse, as they are, and better."""

    what: str = tell("What")
    low: Money | None = tell("If chances are worse")
    base: Money | None = tell("On your answers")
    high: Money | None = tell("If chances are better")


@dataclass(frozen=True, kw_only=True)
class Worth:
    """One option in today's money: risk and waiting taken off, costs paid, work you keep counted in."""

    option: Option = tell("You could")
    amount: Money = tell("It brings, if all goes well")
    chance: Percentage = tell("Chance of that")
    months: Decimal | None = tell("Months, on average")
    today: Money = tell("Worth to you today")


@dataclass(frozen=True, kw_only=True)
class InWords:
    """A chance that the sums use, with our word for it."""

    question: str = tell("Chance that")
    chance: Percentage = tell("In 100")
    words: Strength = tell("In our words")


@dataclass(frozen=True, kw_only=True)
class Swing:
    """What your walk-away would be if one answer were lower or higher."""

    answer: str = tell("Your answer")
    low: str = tell("If it were")
    walk_away_low: Money = tell("your walk-away is")
    high: str = tell("And if it were")
    walk_away_high: Money = tell("then it is")
    moves: Money = tell("It moves by")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; sums in pounds of today, chances in 100."""

    headline: str
    walk_away: Money = tell("The least worth accepting, your walk-away")
    walk_away_low: Money = tell("Your walk-away if chances are worse")
    walk_away_high: Money = tell("Your walk-away if chances are better")
    walk_away_in_instalments: Money = tell("The same in instalments")
    plan: str = tell("Those instalments")
    target: Money | None = tell("Aim for", absent=NO_ZONE)
    opening: Money = tell("Open at")
    customer_limit: Money = tell("The most they would likely pay, a guess")
    zopa_low: Money | None = tell("Settlement range from", absent=NO_ZONE)
    zopa_high: Money | None = tell("Settlement range to", absent=NO_ZONE)
    offer_today: Money | None = tell("Their offer in today's money", absent="no offer yet")
    offer_verdict: Verdict | None = tell("What we make of it", absent="no offer yet")
    court_alternative: Money = tell("Court, if you do not agree")
    agency_alternative: Money | None = tell("An agency, if you do not agree", absent="not counted: no chance given")
    best_alternative: Money = tell("The better of these, or nothing")
    chance_of_defence: Percentage = tell("Chance that they fight a claim")
    chance_of_money: Percentage = tell("Chance that court ends with the money in your hand")
    break_even_chance: Percentage | None = tell(
        "Court is worth it only if that chance is above",
        absent="no chance is high enough",
    )
    moves_most: str = tell("What moves your walk-away most")
    estimates: tuple[Estimate, ...] = tell("Low, middle and high")
    comparison: tuple[Worth, ...] = tell("What you could do, side by side")
    sensitivity: tuple[Swing, ...] = tell("What moves your walk-away")
    chances: tuple[InWords, ...] = tell("Your chances in words")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# What nobody can be sure of


@dataclass(frozen=True, kw_only=True)
class _Guesses:
    """The answers that are guesses; those about court stand in court_costs' own questions."""

    court: court_costs.Inputs
    agency: Percentage | None
    commission: Percentage
    months: Decimal
    discount_rate: Percentage
    daily_interest: Money
    settling_cost: Money
    future_work: Money

    def having(self, **values: Decimal) -> "_Guesses":
        """The same guesses but for these."""
        own: dict[str, Any] = {name: value for name, value in values.items() if name in _OWN_GUESSES}
        about_court: dict[str, Any] = {name: value for name, value in values.items() if name not in own}
        return replace(self, **own, court=replace(self.court, **about_court) if about_court else self.court)

    def of(self, name: str) -> Decimal | None:
        """One of the guesses."""
        found: Decimal | None = getattr(self if name in _OWN_GUESSES else self.court, name)
        return found


_OWN_GUESSES = tuple(field.name for field in fields(_Guesses) if field.name != "court")


def _guesses(inputs: Inputs) -> _Guesses:
    return _Guesses(
        court=_court_inputs(inputs),
        agency=_agency_chance(inputs),
        commission=_commission(inputs),
        months=inputs.months_to_payment,
        discount_rate=inputs.discount_rate,
        daily_interest=inputs.daily_interest,
        settling_cost=inputs.settling_cost,
        future_work=inputs.future_work_value,
    )


def _court_inputs(inputs: Inputs) -> court_costs.Inputs:
    """The same claim for court_costs, without daily interest: here that runs until they pay."""
    return court_costs.Inputs(
        nation=inputs.nation,
        customer_type=inputs.customer_type,
        amount_owed=inputs.amount_owed,
        interest_and_compensation=inputs.interest_and_compensation,
        chance_of_winning=_number(inputs.chance_of_winning, inputs.case_strength),
        chance_of_collecting=_number(inputs.chance_of_collecting, inputs.collecting_strength),
        chance_of_defence=_defended().value if inputs.chance_of_defence is None else inputs.chance_of_defence,
        enforcement_method=inputs.enforcement_method,
        claim_date=inputs.claim_date,
        own_hours=inputs.own_hours,
        hourly_value=inputs.hourly_value,
        travel_cost=inputs.travel_cost,
        legal_costs=inputs.legal_costs,
        other_sides_costs=inputs.other_sides_costs,
        vat_registered=inputs.vat_registered,
    )


def _number(typed: Percentage | None, word: Strength) -> Percentage:
    return word.number if typed is None else typed


def _defended() -> Figure:
    """The share of money claims that are defended, as the courts last counted it."""
    return latest("england_wales.chance_of_defence")


def _moved(guesses: _Guesses, points: int) -> _Guesses:
    """Every chance of being paid that many points higher or lower."""
    names = ("chance_of_winning", "chance_of_collecting", "agency")
    chances = {name: guesses.of(name) for name in names}
    return guesses.having(**{name: _held(chance + points) for name, chance in chances.items() if chance is not None})


def _held(chance: Percentage) -> Percentage:
    return min(Decimal(100), max(Decimal(0), chance))


# A collection agency


def _polls() -> tuple[tuple[Decimal, Figure], ...]:
    """What agencies in the United States said of debts that many months late."""
    return tuple((Decimal(age), latest(f"uk.collected_after_{age}_months")) for age in (3, 6, 12, 24))


def _agency_chance(inputs: Inputs) -> Percentage | None:
    """The reader's number, or one read off the polls by the age of the debt; None without either.

    The polls never count for more than the reader's own chance of collecting: an agency has less
    power than a court.
    """
    if inputs.agency_chance is not None or inputs.due_date is None:
        return inputs.agency_chance
    months = max(0, (inputs.claim_date - inputs.due_date).days) / AVERAGE_MONTH
    polled = _between([(age, poll.value) for age, poll in _polls()], months)
    return min(polled, _number(inputs.chance_of_collecting, inputs.collecting_strength))


def _between(points: Sequence[tuple[Decimal, Decimal]], x: Decimal) -> Decimal:
    """The height at x of straight lines through the points; level before the first and after the last."""
    for (left, low), (right, high) in pairwise(points):
        if x <= right:
            return low + (high - low) * max(Decimal(0), x - left) / (right - left)
    return points[-1][1]


def _commission(inputs: Inputs) -> Percentage:
    """The reader's number, or a typical share of what comes in."""
    typed = inputs.agency_commission
    return sum((one.value for one in _typical_shares(inputs)), Decimal(0)) if typed is None else typed


def _typical_shares(inputs: Inputs) -> Iterator[Figure]:
    """The share itself, and what comes on top of it for a debt that has been due for over a year."""
    yield latest("uk.agency_commission")
    if inputs.due_date is not None and inputs.claim_date > add_months(inputs.due_date, 12):
        yield latest("uk.agency_commission_old_debt")


def _agency(inputs: Inputs, guesses: _Guesses) -> Money | None:
    """What an agency would bring: chance x claim x what it does not keep."""
    if guesses.agency is None:
        return None
    return to_pence(portion(portion(_claim_today(inputs), guesses.agency), 100 - guesses.commission))


# Court, as court_costs sees it


@dataclass(frozen=True, kw_only=True)
class _Court:
    """What court brings and costs on average, in pounds of today, not rounded.

    `paid` has each ending in which money comes, what comes and its share of the average.
    """

    paid: tuple[tuple[Outcome, Decimal, Decimal], ...]
    brings: Decimal
    costs: Decimal

    @property
    def value(self) -> Decimal:
        """What court would make them pay, less your own costs."""
        return self.brings - self.costs

    @property
    def they_lose(self) -> Money:
        """What court would take from them, rounded up to the penny: the most it is worth to them to pay instead."""
        return self.brings.quantize(PENNY, ROUND_CEILING)


def _fees(court: court_costs.Inputs) -> Charges:
    """What the court charges; where the fee to start is not established it is left out, and said so."""
    found = charges(court_costs.court_claim(court))
    nothing = replace(found.limit, value=NIL)
    return found if found.issue else replace(found, issue=nothing, unknown=(FEES_LEFT_OUT, *found.unknown))


def _court(inputs: Inputs, endings: Sequence[Outcome], guesses: _Guesses) -> _Court:
    """Every ending after a claim by its chance; money that comes is discounted, costs are paid now.

    To what comes back is added daily interest for the months until payment, 365/12 days each.
    """
    after_claim = [(one, one.chance) for one in endings if one.chance is not None]
    interest = guesses.daily_interest * DAYS_IN_A_MONTH * guesses.months
    waited = _discount(guesses.discount_rate, guesses.months)
    paid = [(one, one.you_get_back + interest, chance) for one, chance in after_claim if one.you_get_back]
    worth = [portion(back * waited, chance) for _, back, chance in paid]
    return _Court(
        paid=tuple((one, back, part) for (one, back, _), part in zip(paid, worth, strict=True)),
        brings=sum(worth, Decimal(0)),
        costs=sum((portion(one.you_pay, chance) for one, chance in after_claim), Decimal(0)),
    )


@lru_cache(maxsize=64)
def _discount(rate: Percentage, months: Decimal) -> Decimal:
    """What a pound that comes after so many months is worth today."""
    return (1 + rate / 100) ** (-months / 12)


def _chance_of_money(court: court_costs.Inputs) -> Percentage:
    """The chance that court ends with the money in hand: not defended or won, and collected."""
    defended = court_costs.chance_of_defence(court)
    reached = 100 - defended + portion(defended, court.chance_of_winning)
    return portion(reached, court.chance_of_collecting)


def _break_even(inputs: Inputs, fees: Charges, guesses: _Guesses) -> Percentage | None:
    """The chance of money in hand at which court is worth nothing; with a certain defence, win x collect."""
    never, always = (guesses.having(chance_of_collecting=Decimal(chance)) for chance in (0, 100))
    none, all_of_it = (_court(inputs, court_costs.outcomes(at.court, fees), at).value for at in (never, always))
    if all_of_it <= none:
        return None
    chance = max(Decimal(0), -none / (all_of_it - none)) * _chance_of_money(always.court)
    return to_percentage(chance / 100) if chance <= 100 else None


# Both sides of the range


@dataclass(frozen=True, kw_only=True)
class _View:
    """What follows from one set of guesses, in pounds of today."""

    court: _Court
    by_court: Money
    by_agency: Money | None
    claimed: Money
    best: Money
    needed: Money
    limit: Money

    @property
    def best_way(self) -> str:
        """What is worth most without a deal, in words."""
        if not self.best:
            return "writing it off"
        return "an agency" if self.best == self.by_agency else "court"

    @property
    def walk_away(self) -> Money:
        """What you need, as it is shown: never more than the claim, and never less than nil."""
        return max(NIL, min(self.needed, self.claimed))

    @property
    def is_hopeless(self) -> bool:
        """Whether no sum up to the claim is worth what you have without a deal."""
        return self.needed > self.claimed

    @property
    def has_zone(self) -> bool:
        """Whether they would likely pay what you need; their limit is never more than the claim."""
        return self.needed <= self.limit

    @property
    def target(self) -> Money | None:
        """What to aim for inside the zone."""
        return to_pence(self.walk_away + TARGET_SHARE * (self.limit - self.walk_away)) if self.has_zone else None


def _view(inputs: Inputs, endings: Sequence[Outcome], guesses: _Guesses) -> _View:
    """Reservation prices of both sides: best alternative + cost of settling - worth of the work kept.

    Yours is kept as it is, and may be more than the claim: deals are judged by it. Theirs is held within the claim.
    """
    court, by_agency = _court(inputs, endings, guesses), _agency(inputs, guesses)
    by_court, claimed = to_pence(court.value), _claim_today(inputs)
    best = max(NIL, by_court, by_agency or NIL)
    return _View(
        court=court,
        by_court=by_court,
        by_agency=by_agency,
        claimed=claimed,
        best=best,
        needed=best + guesses.settling_cost - guesses.future_work,
        limit=max(NIL, min(court.they_lose + inputs.customer_cost_of_fighting, claimed)),
    )


def _claim_today(inputs: Inputs) -> Money:
    return inputs.amount_owed + inputs.interest_and_compensation


# What moves your walk-away


def _months(number: Decimal) -> str:
    return "1 month" if number == 1 else f"{plain(number)} months"


_CHANCES = (
    ("chance_of_winning", "The chance of winning"),
    ("chance_of_collecting", "The chance of collecting"),
    ("chance_of_defence", "The chance that they fight it"),
    ("agency", "The chance that an agency collects"),
)
_AMOUNTS: tuple[tuple[str, str, Callable[[Decimal], str]], ...] = (
    ("months", "The months that court takes", _months),
    ("discount_rate", "The yearly cost of waiting", percent),
    ("own_hours", "Your own hours", plain),
    ("legal_costs", "What a solicitor charges you", pounds),
    ("travel_cost", "What it costs to get to the hearing", pounds),
    ("other_sides_costs", "What you pay their solicitor if you lose", pounds),
    ("daily_interest", "The interest for each day", pounds),
    ("settling_cost", "What it costs you to settle", pounds),
    ("future_work", "The worth of the work you keep", pounds),
)


def _sensitivity(inputs: Inputs, fees: Charges, endings: Sequence[Outcome], guesses: _Guesses) -> tuple[Swing, ...]:
    """Your walk-away with one guess lower and higher, the widest swing first; answers of nil are left out."""

    def at(name: str, value: Decimal) -> Money:
        moved = guesses.having(**{name: value})
        same = moved.court is guesses.court
        return _view(inputs, endings if same else court_costs.outcomes(moved.court, fees), moved).walk_away

    rows = [
        _swing(answer, (says(low), at(name, low)), (says(high), at(name, high)))
        for name, answer, low, high, says in _spans(guesses)
        if low != high
    ]
    return tuple(sorted(rows, key=lambda row: -row.moves))


def _spans(guesses: _Guesses) -> Iterator[tuple[str, str, Decimal, Decimal, Callable[[Decimal], str]]]:
    """Each guess with its low and its high, and how to say it."""
    for name, answer in _CHANCES:
        chance = guesses.of(name)
        if chance is not None:
            yield name, answer, _held(chance - POINTS), _held(chance + POINTS), percent
    if guesses.agency is not None:
        share = guesses.commission
        yield "commission", "The share that an agency keeps", share * (1 - HALF), _held(share * (1 + HALF)), percent
    for name, answer, says in _AMOUNTS:
        amount = guesses.of(name) or NIL
        low, high = amount * (1 - HALF), amount * (1 + HALF)
        yield (name, answer, to_pence(low), to_pence(high), says) if says is pounds else (name, answer, low, high, says)


def _swing(answer: str, low: tuple[str, Money], high: tuple[str, Money]) -> Swing:
    return Swing(
        answer=answer, low=low[0], walk_away_low=low[1], high=high[0], walk_away_high=high[1],
        moves=abs(high[1] - low[1]),
    )  # fmt: skip


# Instalments and offers


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """Equal payments, evenly spread, the last after so many months."""

    payments: int
    months: Decimal

    @property
    def average(self) -> Decimal:
        """Months until the middle of the payments."""
        return self.months * (self.payments + 1) / (2 * self.payments)

    def __str__(self) -> str:
        if self.payments > 1:
            return f"{self.payments} equal payments over {_months(self.months)}"
        return f"one payment after {_months(self.months)}" if self.months else "one payment now"


def _offered(inputs: Inputs) -> _Plan:
    usual = 0 if inputs.offer_instalments == 1 else inputs.offer_instalments
    months = Decimal(usual) if inputs.offer_months is None else inputs.offer_months
    return _Plan(payments=inputs.offer_instalments, months=months)


def _plan(inputs: Inputs) -> _Plan:
    """The instalments they offer, or else the usual ones."""
    return _offered(inputs) if inputs.offer_instalments > 1 else _Plan(payments=USUAL_PLAN, months=Decimal(USUAL_PLAN))


def _kept(inputs: Inputs, plan: _Plan) -> Percentage:
    """The chance that all of it comes; what is paid on the spot is certain."""
    return inputs.chance_of_completing if plan.months else Decimal(100)


def _today_share(inputs: Inputs, plan: _Plan) -> Decimal:
    """What a pound of the plan is worth today: chance of completion x discount at the middle payment."""
    return portion(_discount(inputs.discount_rate, plan.average), _kept(inputs, plan))


def _offer_today(inputs: Inputs) -> Money | None:
    offer = inputs.offer_amount
    return None if offer is None else to_pence(offer * _today_share(inputs, _offered(inputs)))


def _verdict(offer: Money | None, low: _View, base: _View) -> Verdict | None:
    """What we make of an offer in today's money, beside what you need, even where that is more than the claim."""
    if offer is None:
        return None
    if offer < base.needed:
        return Verdict.too_low if base.is_hopeless or offer < low.needed else Verdict.a_little_low
    aim = base.target
    return Verdict.worth_taking if aim is None or offer < aim else Verdict.good


def _comparison(inputs: Inputs, guesses: _Guesses, base: _View) -> Iterator[Worth]:
    """The offer beside a plan for all of it, court, an agency and writing off."""
    claimed = _claim_today(inputs)
    if inputs.offer_amount is not None:
        yield _settled(inputs, Option.offer, inputs.offer_amount, _offered(inputs))
    yield _settled(inputs, Option.plan, claimed, _plan(inputs))
    most, reached = max(back for _, back, _ in base.court.paid), _chance_of_money(guesses.court)
    yield _worth(Option.court, most, reached, guesses.months, base.by_court)
    if guesses.agency is not None and base.by_agency is not None:
        yield _worth(Option.agency, claimed, guesses.agency, None, base.by_agency)
    yield _worth(Option.writing_off, NIL, Decimal(100), None, NIL)


def _settled(inputs: Inputs, option: Option, amount: Money, plan: _Plan) -> Worth:
    today = to_pence(amount * _today_share(inputs, plan)) - inputs.settling_cost + inputs.future_work_value
    return _worth(option, amount, _kept(inputs, plan), plan.average, today)


def _worth(option: Option, amount: Money, chance: Percentage, months: Decimal | None, today: Money) -> Worth:
    return Worth(
        option=option, amount=amount, chance=to_percentage(chance / 100), today=today,
        months=None if months is None else months.quantize(Decimal("0.1")),
    )  # fmt: skip


# The answer


def calculate(inputs: Inputs) -> Result:
    """What is least worth accepting, what to aim for, and what they would likely pay.

    Court is valued by court_costs, ending by ending. Chances are exact; each alternative is rounded
    once, half up, and so is each sum made from it. Raises NoFigure as court_costs does.
    """
    guesses = _guesses(inputs)
    fees = _fees(guesses.court)
    low, base, high = (
        _view(inputs, court_costs.outcomes(one.court, fees), one)
        for one in (_moved(guesses, -POINTS), guesses, _moved(guesses, POINTS))
    )
    offer = _offer_today(inputs)
    swings = _sensitivity(inputs, fees, court_costs.outcomes(guesses.court, fees), guesses)
    instalments = to_pence(base.walk_away / _today_share(inputs, _plan(inputs)))
    return Result(
        headline=_headline(inputs, fees, (low, base, high)),
        walk_away=base.walk_away,
        walk_away_low=low.walk_away,
        walk_away_high=high.walk_away,
        walk_away_in_instalments=instalments,
        plan=str(_plan(inputs)),
        target=base.target,
        opening=_claim_today(inputs),
        customer_limit=base.limit,
        zopa_low=base.walk_away if base.has_zone else None,
        zopa_high=base.limit if base.has_zone else None,
        offer_today=offer,
        offer_verdict=_verdict(offer, low, base),
        court_alternative=base.by_court,
        agency_alternative=base.by_agency,
        best_alternative=base.best,
        chance_of_defence=court_costs.chance_of_defence(guesses.court),
        chance_of_money=to_percentage(_chance_of_money(guesses.court) / 100),
        break_even_chance=_break_even(inputs, fees, guesses),
        moves_most=swings[0].answer if swings and swings[0].moves else "none of them by itself",
        estimates=(*_estimates(low, base, high), *_later_estimates(inputs, (low, base, high))),
        comparison=tuple(_comparison(inputs, guesses, base)),
        sensitivity=swings,
        chances=tuple(_in_words(guesses)),
        working=tuple(_working(inputs, guesses, base, instalments)),
        cautions=tuple(_cautions(inputs, fees, base, instalments)),
        next_steps=tuple(_next_steps(inputs, base, offer)),
        sources=tuple(_sources(inputs, guesses)),
    )


def _headline(inputs: Inputs, fees: Charges, views: tuple[_View, _View, _View]) -> str:
    low, base, high = views
    span = f"{pounds(low.walk_away)} to {pounds(high.walk_away)} as your chances fall or rise"
    least, offer = f"{pounds(base.walk_away)} ({span})", _offer_today(inputs)
    without = "Court fees left out: " if FEES_LEFT_OUT in fees.unknown else ""
    if base.is_hopeless:
        opening = "No deal zone: " if offer is None else f"Their offer is worth {pounds(offer)} today, and "
        return f"{without}{opening}{_no_sum(inputs, base)}."
    if offer is not None:
        gap = offer - base.walk_away
        beside = f"{pounds(abs(gap))} {'more' if gap > 0 else 'less'} than" if gap else "just"
        return f"{without}Their offer is worth {pounds(offer)} today, {beside} the least worth accepting, {least}."
    if base.target is None:
        most = pounds(base.limit)
        return (
            f"{without}No deal zone: the least worth accepting is {least}, and {most} the most they would likely pay."
        )
    claimed = pounds(_claim_today(inputs))
    return f"{without}Take no less than {least}, aim for {pounds(base.target)}, and open at {claimed}."


def _no_sum(inputs: Inputs, base: _View) -> str:
    """Why no offer up to the claim is worth taking, as the end of a sentence."""
    cost = f", once settling has cost you {pounds(inputs.settling_cost)}" if inputs.settling_cost else ""
    return f"no sum up to the {pounds(base.claimed)} you are owed beats {base.best_way}{cost}"


def _estimates(low: _View, base: _View, high: _View) -> Iterator[Estimate]:
    for what, name in (
        ("Court, if you do not agree", "by_court"),
        ("An agency, if you do not agree", "by_agency"),
        ("Your walk-away", "walk_away"),
        ("What to aim for", "target"),
        ("The most they would likely pay, a guess", "limit"),
    ):
        yield Estimate(what=what, low=getattr(low, name), base=getattr(base, name), high=getattr(high, name))


def _later_estimates(inputs: Inputs, views: tuple[_View, _View, _View]) -> Iterator[Estimate]:
    """What is paid later, with the chance that it is completed lower and higher, too."""
    kept = [_held(inputs.chance_of_completing + points) for points in (-POINTS, 0, POINTS)]
    asked = [replace(inputs, chance_of_completing=max(chance, Decimal(1))) for chance in kept]
    shares = [_today_share(one, _plan(one)) for one in asked]
    low, base, high = (to_pence(view.walk_away / share) for view, share in zip(views, shares, strict=True))
    yield Estimate(what="Your walk-away in instalments", low=low, base=base, high=high)
    if inputs.offer_amount is not None:
        low_offer, offer, high_offer = map(_offer_today, asked)
        yield Estimate(what="Their offer in today's money", low=low_offer, base=offer, high=high_offer)


def _in_words(guesses: _Guesses) -> Iterator[InWords]:
    named = {
        "you win, if they fight it": guesses.court.chance_of_winning,
        "you get the money, if you win": guesses.court.chance_of_collecting,
        "an agency collects": guesses.agency,
    }
    for question, chance in named.items():
        if chance is not None:
            yield InWords(question=question, chance=to_percentage(chance / 100), words=strength(chance))


# How it is worked out


def _working(inputs: Inputs, guesses: _Guesses, base: _View, instalments: Money) -> Iterator[Step]:
    waits, least = _months(guesses.months), step("The least worth accepting now", base.walk_away)
    yield from adding_up("Your claim today, where you open", _claim_steps(inputs))
    yield from adding_up(f"Court, in today's money, if it takes {waits}", _court_steps(inputs, base.court))
    if guesses.agency is not None:
        yield from adding_up("An agency", _agency_steps(inputs, guesses.agency))
    yield from adding_up("The least worth accepting", _walk_away_steps(inputs, base))
    risk = step("For waiting, and for the risk that they stop", instalments - base.walk_away)
    yield from adding_up(f"The same in {_plan(inputs)}", [least, risk])
    yield from adding_up("The most they would likely pay", _limit_steps(inputs, base))
    if base.target is not None:
        share = step(f"{percent(TARGET_SHARE * 100)} of the way to their limit", base.target - base.walk_away)
        yield from adding_up("What to aim for", [least, share])
    if inputs.offer_amount is not None:
        yield from adding_up("Their offer in today's money", _offer_steps(inputs, inputs.offer_amount))


def _claim_steps(inputs: Inputs) -> list[Step]:
    return [
        step("The amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_and_compensation),
    ]


def _court_steps(inputs: Inputs, court: _Court) -> list[Step]:
    """What comes back for each ending, then your own costs, so rounded that the lines add up."""
    effort = to_pence(inputs.own_hours * inputs.hourly_value) + inputs.legal_costs
    comes = [(one, back, worth) for one, back, worth in court.paid if worth]
    labels = [f"{fine_percent(one.chance or NIL)} of {pounds(back)}: {one.outcome}" for one, back, _ in comes]
    labels += ["Court fees and the like, on average", "Your own time and your solicitor"]
    parts = apportion([*(worth for _, _, worth in comes), effort - court.costs, -effort])
    return [step(label, part) for label, part in zip(labels, parts, strict=True)]


def _agency_steps(inputs: Inputs, chance: Percentage) -> list[Step]:
    claimed, kept = _claim_today(inputs), _commission(inputs)
    collected = portion(claimed, chance)
    parts = apportion([collected, -portion(collected, kept)])
    says = percent if inputs.agency_chance is None else exact_percent
    labels = (f"{says(chance)} of {pounds(claimed)}", f"The agency keeps {exact_percent(kept)}")
    return [step(label, part) for label, part in zip(labels, parts, strict=True)]


def _walk_away_steps(inputs: Inputs, base: _View) -> list[Step]:
    steps = [
        step(f"Without a deal, the best you have: {base.best_way}", base.best),
        step("What it costs you to settle", inputs.settling_cost),
        step("The worth of the work you keep", -inputs.future_work_value),
    ]
    return _held_steps(steps, base.walk_away)


def _limit_steps(inputs: Inputs, base: _View) -> list[Step]:
    steps = [
        step("What court would make them pay, on average, today", base.court.they_lose),
        step("What a fight would cost them, your guess", inputs.customer_cost_of_fighting),
    ]
    return _held_steps(steps, base.limit)


def _held_steps(steps: list[Step], held: Money) -> list[Step]:
    """The steps, and the cut that keeps their sum between nil and the claim."""
    cut = held - total(steps)
    return [*steps, step("Held between nothing and your claim", cut)] if cut else steps


def _offer_steps(inputs: Inputs, offer: Money) -> list[Step]:
    plan = _offered(inputs)
    waiting = to_pence(offer * (_discount(inputs.discount_rate, plan.average) - 1))
    risk = to_pence(offer * _today_share(inputs, plan)) - offer - waiting
    return [
        step(f"Their offer: {plan}", offer),
        step("For waiting", waiting),
        step("For the risk that they stop", risk),
    ]


def _sources(inputs: Inputs, guesses: _Guesses) -> Iterator[Source]:
    fees = charges(court_costs.court_claim(guesses.court))
    for found in (*fees.court_fees, fees.officer, fees.commencement):
        if found:
            yield Source(field=found.name, figure=found)
    if inputs.chance_of_defence is None:
        yield Source(field="chance_of_defence", figure=_defended())
    if _from_polls(inputs):
        yield from (Source(field=poll.name, figure=poll) for _, poll in _polls())
    if inputs.agency_commission is None and guesses.agency is not None:
        yield from (Source(field="agency_commission", figure=share) for share in _typical_shares(inputs))
    yield Source(field="time_limit", figure=limitation_years(inputs.nation))


def _from_polls(inputs: Inputs) -> bool:
    return inputs.agency_chance is None and inputs.due_date is not None


# Cautions and what next


def _cautions(inputs: Inputs, fees: Charges, base: _View, instalments: Money) -> Iterator[str]:
    yield from fees.unknown
    yield "The chances are yours, and nobody can promise an ending. So look at the low and the high, not at one number."
    yield (
        "Their limit is a guess: it sees the case through your eyes. They may think that they would win, "
        "and they know better than you what a fight would cost them."
    )
    yield from _range_cautions(inputs, base, instalments)
    yield from _typed_chances(inputs)
    yield from _agency_cautions(inputs)
    yield from _offer_rules(inputs)
    yield from _instalment_rules(inputs)
    yield from _time_limit(inputs)
    if fees.track.is_small:
        yield from court_costs.rarely_paid(inputs.nation, inputs.other_sides_costs)
    elif not inputs.other_sides_costs:
        yield "In a claim this size a loser usually pays part of the winner’s legal costs. You entered none."
    if inputs.nation is not Nation.england_wales and inputs.chance_of_defence is None:
        yield "How many claims are defended is counted for England and Wales only. We start with that number."
    if inputs.vat_registered:
        yield "You may get back the VAT on whatever stays unpaid, whichever way it ends. We leave it out of every sum."


def _range_cautions(inputs: Inputs, base: _View, instalments: Money) -> Iterator[str]:
    if base.is_hopeless:
        yield (
            f"On these answers {_no_sum(inputs, base)}. Your walk-away is shown as your whole claim, but even that is "
            "too little."
        )
        if inputs.settling_cost:
            yield "A way to settle that costs less may change that: talk to them yourself before you pay anybody."
    elif not base.has_zone:
        yield (
            "There is no deal zone on these answers. That can change: ask what they can really pay, and what else "
            "they could give you, such as goods back or new work paid in advance."
        )
    if not base.walk_away:
        yield "On these answers any sum is better than no deal. That does not mean that you should take the first one."
    if instalments > _claim_today(inputs):
        yield (
            f"No plan of {_plan(inputs)} is worth your walk-away: it would have to come to more than your claim."
            f"{'' if base.is_hopeless else ' Ask for a large first payment, or fewer payments.'}"
        )


def _typed_chances(inputs: Inputs) -> Iterator[str]:
    for what, typed, word in (
        ("winning", inputs.chance_of_winning, inputs.case_strength),
        ("collecting", inputs.chance_of_collecting, inputs.collecting_strength),
    ):
        if typed is not None and strength(typed) is not word:
            yield f"For the chance of {what} we used your number, {exact_percent(typed)}, and not a word."


def _agency_cautions(inputs: Inputs) -> Iterator[str]:
    if _from_polls(inputs):
        yield (
            "How likely an agency is to collect comes from old polls of agencies in the United States, by the age of "
            "a debt, and is never above your own chance of collecting. We found no poll for the United Kingdom. It is "
            "only a start: put in your own number."
        )
    elif inputs.agency_chance is None:
        yield "An agency is not counted. Say when the money was due, or how likely an agency is to get it."
        return
    if inputs.agency_commission is None and not inputs.vat_registered:
        yield "Agencies usually add VAT to their share. If you cannot get it back, type a higher share."


def _offer_rules(inputs: Inputs) -> Iterator[str]:
    """CPR 27.2(1)(g); Foakes v Beer (1884) 9 App Cas 605; Thompson v Hudson (1869) LR 4 HL 1."""
    if inputs.nation is Nation.england_wales:
        yield (
            "A formal “Part 36” offer has no effect on the small claims track. A letter marked “without prejudice save "
            "as to costs”, which lawyers call a Calderbank offer, works in any court."
        )
    if inputs.nation is Nation.scotland:
        yield "Scots law has its own rules on settling for less. Ask a Scottish adviser how to make a deal bind."
        return
    yield (
        "If they do not dispute the debt, a deal for less “in full and final settlement” needs a deed, or something "
        "fresh from them in return. Otherwise it may not bind."
    )
    yield (
        "If they fully admit the debt, you can agree that all of it is due again when they miss a payment. If they "
        "never admitted that much, a court may call it a penalty."
    )


def _instalment_rules(inputs: Inputs) -> Iterator[str]:
    yield "A plan that stops is counted as if nothing of it came. That is cautious: some payments do come first."
    if shared.is_person(inputs.customer_type):
        yield (
            "Instalments for a person, a sole trader, a small partnership or a club can be regulated credit if you "
            "take interest, a fee or a release in return. Read the payment plan page before you agree."
        )


def _time_limit(inputs: Inputs) -> Iterator[str]:
    if inputs.due_date is None:
        return
    yield from court_costs.not_yet_due(inputs.due_date, inputs.claim_date)
    years = int(limitation_years(inputs.nation).value)
    last = add_months(inputs.due_date, years * 12)
    if inputs.claim_date >= last:
        yield (
            f"The money was due {years} years or more ago, so a claim may be too late and court worth nothing. "
            "Get advice before you rely on these sums."
        )
    else:
        yield f"Talks do not stop the clock. Start a claim before {in_words(last)}, {years} years after it was due."


def _next_steps(inputs: Inputs, base: _View, offer: Money | None) -> Iterator[str]:
    yield "Write your walk-away down before you talk, and tell nobody on the other side."
    if offer is not None and offer >= base.claimed:
        yield "Say yes, and put it in writing. It is as much as you can ask for."
    elif offer is not None and offer >= base.needed:
        yield "Before you say yes, ask for a little more or a little sooner. Then put it in writing."
    elif base.is_hopeless:
        yield f"Ask for all of the {pounds(base.claimed)} with your papers. A step down costs you more than it brings."
    else:
        yield f"Open at {pounds(base.claimed)} with your papers, and give a reason for each step down."
    if not base.has_zone:
        yield "Find out whether they can pay at all, before you spend money on court."
    yield "Give every offer a last day, and mark it “without prejudice”."
    yield "Agree it in writing: the sum, the day, and what happens if they miss it. Both sign."


def chart(result: Result) -> str:
    """The range on one line of money; below it, how far each guess moves the walk-away."""
    line = money_line("Where a deal may lie", list(_marks(result)), _shaded(result))
    moving = [row for row in result.sensitivity if row.moves]
    rows = [Spread(label=row.answer, low=row.walk_away_low, high=row.walk_away_high) for row in moving]
    return line + (spreads("How far each guess moves your walk-away", result.walk_away, rows) if rows else "")


def _marks(result: Result) -> Iterator[Mark]:
    yield Mark(label="Your walk-away", amount=result.walk_away, name="walk-away")
    if result.target is not None:
        yield Mark(label="Aim for", amount=result.target, name="target")
    yield Mark(label="Their likely limit", amount=result.customer_limit, name="limit")
    yield Mark(label="Open at", amount=result.opening, name="opening")
    if result.offer_today is not None:
        yield Mark(label="Their offer today", amount=result.offer_today, name="offer")


def _shaded(result: Result) -> tuple[Money, Money] | None:
    if result.zopa_low is None or result.zopa_high is None:
        return None
    return result.zopa_low, result.zopa_high


EXAMPLES = (
    Example(
        title="£30,000 in recruitment fees",
        story=(
            "A firm found workers for a builder. The builder disputes the contract, cannot pay it all, and offers "
            "£15,000 in ten monthly payments. The debt is from a true story; the sums and the chances are ours."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "30000",
            "interest_and_compensation": "1800",
            "daily_interest": "9.6575",
            "case_strength": "fair",
            "collecting_strength": "doubtful",
            "chance_of_defence": "80",
            "agency_chance": "20",
            "own_hours": "40",
            "hourly_value": "35",
            "legal_costs": "9000",
            "other_sides_costs": "8000",
            "settling_cost": "534",
            "customer_cost_of_fighting": "9000",
            "offer_amount": "15000",
            "offer_instalments": "10",
            "chance_of_completing": "80",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="£8,000 owed by a company, and no offer yet",
        story="A company is eight months late and says little. The sums and the chances are ours.",
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "8000",
            "interest_and_compensation": "677.78",
            "daily_interest": "2.5753",
            "due_date": "2026-03-31",
            "case_strength": "strong",
            "collecting_strength": "fair",
            "own_hours": "12",
            "hourly_value": "50",
            "settling_cost": "125",
            "customer_cost_of_fighting": "1175",
        },
        today=date(2026, 11, 22),
    ),
)
