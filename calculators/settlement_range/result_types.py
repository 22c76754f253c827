"""The result of the settlement range."""

from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel import (
    Choice,
    Money,
    Percentage,
    Source,
    Step,
    tell,
)

from .questions import Strength

NO_ZONE = "no amount, going by your answers"


class Verdict(Choice):
    """How an offer compares with the walk-away figure and the target."""

    too_low = "Less than you could expect without a deal"
    a_little_low = "Below your walk-away figure, but close enough to consider"
    worth_taking = "Above your walk-away figure, but below your target"
    good = "At or above your target"


class Option(Choice):
    """One way forward."""

    offer = "Take their offer"
    plan = "Get your whole claim by instalments"
    court = "Go to court"
    agency = "Use a collection agency"
    nobody_pays = "Agree that nobody pays"
    writing_off = "Write it off"


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """One amount, with all chances worse, unchanged and better."""

    what: str = tell("Amount")
    low: Money | None = tell("If your chances are worse", estimate=True)
    base: Money | None = tell("Based on your answers", estimate=True)
    high: Money | None = tell("If your chances are better", estimate=True)


@dataclass(frozen=True, kw_only=True)
class Worth:
    """The value of one option in today's money, after risk, waiting and costs, plus the value of work kept."""

    option: Option = tell("Option")
    amount: Money = tell("The most you could get")
    chance: Percentage = tell("Chance of success", chance=True)
    months: Decimal | None = tell("Average wait in months")
    today: Money = tell("Value to you today", estimate=True)


@dataclass(frozen=True, kw_only=True)
class InWords:
    """A chance used in the calculation and, if it's one of yours, the word for it."""

    question: str = tell("What could happen")
    chance: Percentage = tell("Chance", chance=True)
    words: Strength | None = tell("Chance in words", absent="")


@dataclass(frozen=True, kw_only=True)
class Swing:
    """What your walk-away figure would be if one guess were lower or higher."""

    answer: str = tell("Guess")
    low: str = tell("Lower guess")
    walk_away_low: Money = tell("Walk-away figure (lower guess)", estimate=True)
    high: str = tell("Higher guess")
    walk_away_high: Money = tell("Walk-away figure (higher guess)", estimate=True)
    moves: Money = tell("Difference", estimate=True)


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; amounts are in today's money, and chances are percentages.

    For a low and a high amount, every chance of being paid is 15 percentage points lower and higher; the opening is the
    whole claim whatever the chances.
    """

    headline: str
    offer_today: Money | None = tell("Their offer in today’s money", key=True, estimate=True, absent="")
    offer_today_low: Money | None
    offer_today_high: Money | None
    walk_away: Money = tell("Your walk-away figure: the least you should accept", key=True, estimate=True)
    walk_away_low: Money
    walk_away_high: Money
    target: Money | None = tell("What to aim for", key=True, estimate=True, absent=NO_ZONE)
    target_low: Money | None
    target_high: Money | None
    opening: Money = tell("What to ask for first: your whole claim", key=True)
    opening_low: Money
    opening_high: Money
    offer_verdict: Verdict | None = tell("How their offer compares", absent="", verdict=True)
    close_call: bool | None = tell("Is it a close call?", absent="")
    customer_limit: Money = tell("The most they’d probably pay (a guess)", estimate=True)
    customer_limit_low: Money
    customer_limit_high: Money
    zopa_low: Money | None = tell("Bottom of the settlement range", estimate=True, absent="")
    zopa_high: Money | None = tell("Top of the settlement range", estimate=True, absent="")
    walk_away_in_instalments: Money = tell("Your walk-away figure, if paid by instalments", estimate=True)
    walk_away_in_instalments_low: Money
    walk_away_in_instalments_high: Money
    plan: str = tell("Instalments assumed")
    court_alternative: Money = tell("Value to you of going to court", estimate=True)
    court_alternative_low: Money
    court_alternative_high: Money
    agency_alternative: Money | None = tell("Value to you of using a collection agency", estimate=True, absent="")
    agency_alternative_low: Money | None
    agency_alternative_high: Money | None
    best_alternative: Money = tell("Value of your best option without a deal", estimate=True)
    best_alternative_low: Money
    best_alternative_high: Money
    chance_of_defence: Percentage = tell("Chance that they defend the claim", chance=True)
    chance_of_money: Percentage = tell("Chance of winning and being paid", chance=True)
    break_even_chance: Percentage | None = tell(
        "Court only pays if your chance of winning and being paid is over", absent=""
    )
    moves_most: str = tell("The guess that makes most difference to your walk-away figure")
    estimates: tuple[Estimate, ...] = tell("Low, middle and high estimates")
    comparison: tuple[Worth, ...] = tell("Your options side by side")
    sensitivity: tuple[Swing, ...] = tell("How each guess changes your walk-away figure")
    chances: tuple[InWords, ...] = tell("The chances used")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
