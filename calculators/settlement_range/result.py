"""What the settlement range tells."""

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

NO_ZONE = "no deal zone that we can see"


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
