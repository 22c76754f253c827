"""What the settlement range says in sentences."""

from collections.abc import Iterator
from datetime import date

from calculators.kernel import (
    NIL,
    Charges,
    Money,
    Nation,
    add_months,
    claim_outcomes,
    estimated,
    exact_percent,
    in_words,
    limitation_years,
    pounds,
    shared,
    span,
)

from .guesses import from_polls
from .offer_present_value import is_close_call, offer_today, plan_of, verdict
from .questions import Inputs, strength
from .result_types import Verdict
from .sums import FEES_LEFT_OUT, View, Views, claim_today


def headline(inputs: Inputs, fees: Charges, views: Views) -> str:
    """The verdict on an offer or, without one, where a deal may lie, in a sentence."""
    unless = [
        *(["your chances are as we’ve assumed"] if inputs.assumes_chances else []),
        *(["court fees, which aren’t established here, are left out"] if FEES_LEFT_OUT in fees.unknown else []),
    ]
    given = " and ".join(unless)
    said = f"if {given}, {_verdict(inputs, views)}" if given else _verdict(inputs, views)
    return f"{said[0].upper()}{said[1:]}."


def _verdict(inputs: Inputs, views: Views) -> str:
    base = views[1]
    if base.is_hopeless:
        enough = f", so their {pounds(inputs.offer_amount)} isn’t worth taking" if inputs.offer_amount else ""
        return f"{_no_sum(inputs, base)}{enough}"
    if inputs.offer_amount is not None:
        return _on_offer(inputs, inputs.offer_amount, views)
    if base.target is None:
        most = f"they’d likely pay {estimated(base.limit)} at most" if base.limit else "they’d likely pay nothing"
        return f"a deal looks out of reach, since you’d need {estimated(base.walk_away)} and {most}"
    if not base.walk_away:
        return (
            f"any payment beats no deal, so ask for {pounds(base.claimed)} first and aim for {estimated(base.target)}"
        )
    return f"a deal worth {span(base.walk_away, base.limit)} should suit you both, so {_ask(base.claimed, base.target)}"


def _ask(claimed: Money, target: Money) -> str:
    return f"ask for {pounds(claimed)} first and aim for {estimated(target)}"


def _on_offer(inputs: Inputs, amount: Money, views: Views) -> str:
    offer, least = offer_today(inputs) or NIL, estimated(views[1].walk_away)
    lowest, highest = (end(view.walk_away for view in views) for end in (min, max))
    theirs = f"their {pounds(amount)}{f', worth {estimated(offer)} today,' if offer != amount else ''}"
    if is_close_call(offer, views):
        anything = span(lowest, highest)
        return f"taking {theirs} is close to a coin toss, since your walk-away could be anything from {anything}"
    said = {
        Verdict.too_low: f"is too low, since your walk-away is {least}",
        Verdict.a_little_low: f"is a little low beside your walk-away of {least}",
        Verdict.worth_taking: f"is worth taking, since your walk-away is {least}, but you could ask for more",
        Verdict.good: f"is a good offer, since your walk-away is {least}",
    }
    found = verdict(offer, views[0], views[1])
    return f"{theirs} {said[found]}" if found else theirs


def _no_sum(inputs: Inputs, base: View) -> str:
    """Why no offer up to the claim is worth taking, as the start of a sentence."""
    cost = f" once settling has cost you {pounds(inputs.settling_cost)}" if inputs.settling_cost else ""
    return f"no amount up to the {pounds(base.claimed)} you’re owed beats {base.best_way}{cost}"


def cautions(inputs: Inputs, fees: Charges, base: View, instalments: Money) -> Iterator[str]:
    """What could cost the reader money first, then what the sums rest on."""
    yield from _too_late(inputs)
    yield from _marked_full_and_final(inputs, base)
    yield from fees.unknown
    yield from _range_cautions(inputs, base, instalments)
    yield "Look at the low and the high rather than at one figure, because nobody can promise how it will end."
    yield (
        "Their limit is a guess, made through your eyes. They may think they’d win, and they know better than you what "
        "a fight would cost them."
    )
    yield from _typed_chances(inputs)
    yield from _agency_cautions(inputs)
    yield from _offer_rules(inputs)
    yield from _instalment_rules(inputs)
    yield from _in_time(inputs)
    if fees.track.is_small:
        yield from claim_outcomes.rarely_paid(inputs.nation, inputs.other_sides_costs)
    elif not inputs.other_sides_costs:
        yield "In a claim this size a loser usually pays part of the winner’s legal costs. You entered none."
    if inputs.nation is not Nation.england_wales and inputs.chance_of_defence is None:
        yield "The share of claims that are defended is published for England and Wales only. We start with that."
    if inputs.vat_registered:
        yield "You may get back the VAT on whatever stays unpaid, whichever way it ends. We leave it out of every sum."


def _marked_full_and_final(inputs: Inputs, base: View) -> Iterator[str]:
    """Stour Valley Builders v Stuart (CA, 21 December 1992); Day v McLea; D & C Builders v Rees."""
    if inputs.offer_amount is None or inputs.offer_amount >= base.claimed:
        return
    yield (
        "If their money arrives marked “full and final settlement”, don’t keep it in silence: where they dispute the "
        "debt that can count as a yes. Unless you mean to accept, write back at once that you take it only as part "
        f"payment.{' Ask a Scottish adviser first.' if inputs.nation is Nation.scotland else ''}"
    )


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


def _last_day(inputs: Inputs) -> date | None:
    """The day on which the time to claim is over, None where nobody said when the money was due."""
    years = int(limitation_years(inputs.nation).value)
    return add_months(inputs.due_date, years * 12) if inputs.due_date else None


def _too_late(inputs: Inputs) -> Iterator[str]:
    last, years = _last_day(inputs), limitation_years(inputs.nation).value
    if inputs.due_date:
        yield from claim_outcomes.not_yet_due(inputs.due_date, inputs.claim_date)
    if last and inputs.claim_date >= last:
        yield (
            f"Get advice before you rely on these sums: the money was due {years} years or more ago, so a claim may be "
            "too late and court worth nothing."
        )


def _in_time(inputs: Inputs) -> Iterator[str]:
    last, years = _last_day(inputs), limitation_years(inputs.nation).value
    if last and inputs.claim_date < last:
        yield f"Talks don’t stop the clock. Start a claim before {in_words(last)}, {years} years after it was due."


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
