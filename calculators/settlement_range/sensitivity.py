"""How much each guess changes your walk-away figure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel import (
    NIL,
    Charges,
    Money,
    claim_outcomes,
    percent,
    plain,
    pounds,
    to_pence,
)

from .guessed_answers import Guesses
from .offer_present_value import in_months
from .questions import Inputs
from .result_types import Swing
from .sums import view_of

HALF = Decimal("0.5")
"""How far months, hours and costs are moved down and up, as a fraction of their value: our choice."""


@dataclass(frozen=True, kw_only=True)
class _Moved:
    """One guess with its lower and higher value, and how to show them."""

    name: str
    answer: str
    low: Decimal
    high: Decimal
    say: Callable[[Decimal], str]


_CHANCES = (
    ("chance_of_winning", "The chance of winning"),
    ("chance_of_collecting", "The chance of being paid"),
    ("chance_of_defence", "The chance that they defend the claim"),
    ("counterclaim_chance", "The chance that their counterclaim succeeds"),
    ("agency", "The chance that an agency collects the debt"),
)
_NUMBERS = (
    ("months", "How many months court takes", in_months),
    ("discount_rate", "The yearly cost of waiting", percent),
    ("own_hours", "Your own hours", plain),
)
_SUMS = (
    ("legal_costs", "Your solicitor’s charges"),
    ("travel_cost", "Travel to the hearing"),
    ("other_sides_costs", "Their solicitor’s costs if you lose"),
    ("daily_interest", "Daily interest"),
    ("settling_cost", "Cost to you of settling"),
    ("future_work", "The value of the work you’d keep"),
)


def sensitivity(inputs: Inputs, fees: Charges, guesses: Guesses) -> tuple[Swing, ...]:
    """Your walk-away figure with each guess lower and higher, largest change first.

    Guesses that change nothing are left out.
    """

    def at(name: str, value: Decimal) -> Money:
        return view_of(inputs, fees, guesses.having(**{name: value})).walk_away

    rows = (
        _swing(one, at(one.name, one.low), at(one.name, one.high)) for one in _moved(guesses) if one.low != one.high
    )
    return tuple(sorted((row for row in rows if row.moves), key=lambda row: -row.moves))


def _moved(guesses: Guesses) -> Iterator[_Moved]:
    """Every guess with its lower and higher value: chances move by percentage points, others by half their value."""
    for name, answer in _CHANCES:
        chance = guesses.of(name)
        if chance is not None:
            low, high = (claim_outcomes.clamped(chance + by) for by in (-claim_outcomes.POINTS, claim_outcomes.POINTS))
            yield _Moved(name=name, answer=answer, low=low, high=high, say=percent)
    if guesses.agency is not None:
        low, high = _by_half(guesses.commission)
        yield _Moved(
            name="commission",
            answer="The agency’s share",
            low=low,
            high=claim_outcomes.clamped(high),
            say=percent,
        )
    for name, answer, say in _NUMBERS:
        low, high = _by_half(guesses.of(name) or NIL)
        yield _Moved(name=name, answer=answer, low=low, high=high, say=say)
    for name, answer in _SUMS:
        low, high = map(to_pence, _by_half(guesses.of(name) or NIL))
        yield _Moved(name=name, answer=answer, low=low, high=high, say=pounds)


def _by_half(amount: Decimal) -> tuple[Decimal, Decimal]:
    return amount * (1 - HALF), amount * (1 + HALF)


def _swing(guess: _Moved, low: Money, high: Money) -> Swing:
    return Swing(
        answer=guess.answer, low=guess.say(guess.low), walk_away_low=low, high=guess.say(guess.high),
        walk_away_high=high, moves=abs(high - low),
    )  # fmt: skip
