"""Cautions before a claim, which court_costs and settlement_range share."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import Money, pounds
from calculators.kernel.figures.working_days import ONE_DAY

from .claim_outcomes import why_defended
from .court_fees import Charges, track_of
from .shared_questions import Nation

ENDS_BOTH_CLAIMS = (
    "Make sure any deal says in writing that it ends their claim as well as yours: dropping yours doesn’t stop theirs."
)
"""A counterclaim is treated as a claim of its own (CPR 20.3)."""


def not_yet_due(due_date: date, claim_date: date) -> Iterator[str]:
    """A caution if the claim would start before the money is overdue."""
    if claim_date <= due_date:
        late = in_words(due_date + ONE_DAY)
        yield f"Wait until {late} before you claim in court: the money isn’t overdue until then."


def rarely_paid(nation: Nation, other_sides_costs: Money) -> Iterator[str]:
    """A caution if the other side's costs were entered for a small claim (CPR 27.14(2))."""
    if other_sides_costs and nation is Nation.england_wales:
        yield (
            f"Take out the {pounds(other_sides_costs)} for their solicitor if you act fairly. In a small claim, the "
            "loser rarely pays the other side’s solicitor unless they’ve acted unreasonably."
        )


def on_a_counterclaim(inputs: Any, fees: Charges) -> Iterator[str]:
    """Cautions about a counterclaim: it may move the case to another track or court."""
    if not inputs.counterclaim_amount:
        return
    if inputs.nation is Nation.england_wales:
        yield from _on_another_track(inputs, fees)
        return
    small = "simple procedure" if inputs.nation is Nation.scotland else "the small claims court"
    over = fees.track.is_small and inputs.counterclaim_amount > fees.limit.value
    limit = f" Theirs is over the {pounds(fees.limit.value)} limit for {small}, so ask where the case would be heard."
    rules = f"Ask the court how counterclaims work in {inputs.nation}: we’ve used the rules for England and Wales."
    yield f"{rules}{limit if over else ''}"


def _on_another_track(inputs: Any, fees: Charges) -> Iterator[str]:
    """A caution if the counterclaim changes the track.

    The larger claim generally decides the value: Practice Direction 26, paragraph 7.7 as once numbered.
    """
    if fees.track is not track_of(inputs.amount_owed, inputs.claim_date):
        track = str(fees.track).lower()
        yield (
            "Get advice on which track your case would be on. The court will usually go by the larger of the two "
            f"claims, so we’ve used the {track} and its hearing fee, as for a claim of "
            f"{pounds(inputs.counterclaim_amount)}."
        )


def on_a_defence(inputs: Any) -> Iterator[str]:
    """A caution if we assume that they'd defend the claim."""
    why = why_defended(inputs)
    if why:
        yield f"We’ve assumed they’d defend your claim, {why}. If you think they won’t, enter your own chance."


def if_guessed_right(inputs: Any, *, assumes_chances: bool) -> str:
    """A clause saying which of our own guesses the answer depends on; empty if no chance is a guess of ours.

    `assumes_chances` says whether the chances of winning and of being paid are our guesses; a counterclaim's chance is
    one if it's at its default.
    """
    disputed = bool(inputs.counterclaim_amount)
    guessed = disputed and inputs.counterclaim_chance == type(inputs).counterclaim_chance
    if assumes_chances and (guessed or not disputed):
        return "if our own guesses are right"
    if assumes_chances:
        return "if we’ve guessed right about your chances of winning and being paid"
    return "if we’ve guessed right about their counterclaim" if guessed else ""
