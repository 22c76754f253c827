"""What the settlement range says in sentences."""

from collections.abc import Iterator

from calculators.kernel import (
    Charges,
    Money,
    Nation,
    add_months,
    claim_outcomes,
    exact_percent,
    in_words,
    limitation_years,
    pounds,
    shared,
)

from .guesses import from_polls
from .offers import offer_today, plan_of
from .questions import Inputs, strength
from .sums import FEES_LEFT_OUT, View, claim_today


def headline(inputs: Inputs, fees: Charges, views: tuple[View, View, View]) -> str:
    """What is least worth accepting or what an offer is worth beside it, in a sentence."""
    low, base, high = views
    span = f"{pounds(low.walk_away)} to {pounds(high.walk_away)} as your chances fall or rise"
    least, offer = f"{pounds(base.walk_away)} ({span})", offer_today(inputs)
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
    claimed = pounds(claim_today(inputs))
    return f"{without}Take no less than {least}, aim for {pounds(base.target)}, and open at {claimed}."


def _no_sum(inputs: Inputs, base: View) -> str:
    """Why no offer up to the claim is worth taking, as the end of a sentence."""
    cost = f", once settling has cost you {pounds(inputs.settling_cost)}" if inputs.settling_cost else ""
    return f"no sum up to the {pounds(base.claimed)} you are owed beats {base.best_way}{cost}"


def cautions(inputs: Inputs, fees: Charges, base: View, instalments: Money) -> Iterator[str]:
    """What the sums rest on, and what could cost the reader money."""
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
        yield from claim_outcomes.rarely_paid(inputs.nation, inputs.other_sides_costs)
    elif not inputs.other_sides_costs:
        yield "In a claim this size a loser usually pays part of the winner’s legal costs. You entered none."
    if inputs.nation is not Nation.england_wales and inputs.chance_of_defence is None:
        yield "How many claims are defended is counted for England and Wales only. We start with that number."
    if inputs.vat_registered:
        yield "You may get back the VAT on whatever stays unpaid, whichever way it ends. We leave it out of every sum."


def _range_cautions(inputs: Inputs, base: View, instalments: Money) -> Iterator[str]:
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
    if instalments > claim_today(inputs):
        yield (
            f"No plan of {plan_of(inputs)} is worth your walk-away: it would have to come to more than your claim."
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
    if from_polls(inputs):
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
    yield from claim_outcomes.not_yet_due(inputs.due_date, inputs.claim_date)
    years = int(limitation_years(inputs.nation).value)
    last = add_months(inputs.due_date, years * 12)
    if inputs.claim_date >= last:
        yield (
            f"The money was due {years} years or more ago, so a claim may be too late and court worth nothing. "
            "Get advice before you rely on these sums."
        )
    else:
        yield f"Talks do not stop the clock. Start a claim before {in_words(last)}, {years} years after it was due."


def next_steps(inputs: Inputs, base: View, offer: Money | None) -> Iterator[str]:
    """What to do before and in the talks."""
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
