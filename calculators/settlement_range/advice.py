"""The headline, cautions and next steps of the settlement range."""

from collections.abc import Iterator

from calculators.kernel import (
    NIL,
    Charges,
    Money,
    Nation,
    claim_cautions,
    claim_outcomes,
    estimated,
    exact_percent,
    in_words,
    last_day_to_claim,
    limitation_years,
    pounds,
    shared,
    span,
)

from .comparison import is_close_call, verdict
from .guessed_answers import from_polls
from .offer_present_value import offer_today, plan_of
from .questions import Inputs, strength
from .result_types import Verdict
from .sums import FEES_LEFT_OUT, View, Views, claim_today


def headline(inputs: Inputs, fees: Charges, views: Views) -> str:
    """The verdict on an offer or, without one, the range for a deal, in a sentence."""
    left_out = "court fees, which we couldn’t confirm, are left out" if FEES_LEFT_OUT in fees.unknown else ""
    guessed = claim_cautions.if_guessed_right(inputs, assumes_chances=inputs.assumes_chances).removeprefix("if ")
    given = " and ".join(clause for clause in (guessed, left_out) if clause)
    said = f"if {given}, {_verdict(inputs, views)}" if given else _verdict(inputs, views)
    return f"{said[0].upper()}{said[1:]}."


def _verdict(inputs: Inputs, views: Views) -> str:
    base = views[1]
    if base.is_hopeless:
        enough = f", so their {pounds(inputs.offer_amount)} isn’t worth taking" if inputs.offer_amount else ""
        return f"{_no_sum(inputs, base)}{enough}"
    if inputs.offer_amount is not None:
        return _on_offer(inputs, inputs.offer_amount, views)
    if base.may_cost_you:
        more = f", but they’d probably pay up to {estimated(base.limit)}" if base.target is not None else ""
        return f"you could end up paying them, so a deal where nobody pays may be worth having{more}"
    if not base.has_zone:
        most = f"they’d probably pay {estimated(base.limit)} at most" if base.limit else "they’d probably pay nothing"
        return f"a deal looks unlikely, since you’d need {estimated(base.walk_away)} and {most}"
    if not base.walk_away:
        return f"any payment is better than no deal, so {_ask(base)}"
    return f"a deal worth {span(base.walk_away, base.limit)} should suit you both, so {_ask(base)}"


def _ask(base: View) -> str:
    aim = "" if base.target is None else f" and aim for {estimated(base.target)}"
    return f"ask for {pounds(base.claimed)} first{aim}"


def _on_offer(inputs: Inputs, amount: Money, views: Views) -> str:
    offer, least = offer_today(inputs) or NIL, estimated(views[1].walk_away)
    lowest, highest = (end(view.walk_away for view in views) for end in (min, max))
    theirs = f"their {pounds(amount)}{f', worth {estimated(offer)} today,' if offer != amount else ''}"
    if is_close_call(offer, views):
        anything = span(lowest, highest)
        return f"taking {theirs} is a close call, since your walk-away figure could be anything from {anything}"
    said = {
        Verdict.too_low: f"is too low, since your walk-away figure is {least}",
        Verdict.a_little_low: f"is a little below your walk-away figure of {least}",
        Verdict.worth_taking: (
            f"is worth taking, as it’s above your walk-away figure of {least}, but you could ask for more"
        ),
        Verdict.good: f"is a good offer, since your walk-away figure is {least}",
    }
    found = verdict(offer, views[0], views[1])
    return f"{theirs} {said[found]}" if found else theirs


def _no_sum(inputs: Inputs, base: View) -> str:
    """A clause saying why no offer up to the claim is worth taking."""
    cost = f" once settling has cost you {pounds(inputs.settling_cost)}" if inputs.settling_cost else ""
    return f"no amount up to the {pounds(base.claimed)} you’re owed beats {base.best_way}{cost}"


def cautions(inputs: Inputs, fees: Charges, base: View, instalments: Money) -> Iterator[str]:
    """What could cost the reader money, then what the estimates are based on."""
    yield from _too_late(inputs)
    yield from _counterclaim(inputs, fees)
    yield from claim_cautions.on_a_defence(inputs)
    yield from _marked_full_and_final(inputs, base)
    yield from fees.unknown
    yield from _range_cautions(inputs, base, instalments)
    yield "Look at the low and high estimates, not just one figure. Nobody can promise you an outcome."
    yield (
        "Treat the most they’d pay as a guess. They may think they’d win, and they know better than you what going to "
        "court "
        "would cost them."
    )
    yield from _typed_chances(inputs)
    yield from _agency_cautions(inputs)
    yield from _offer_rules(inputs)
    yield from _instalment_rules(inputs)
    yield from _in_time(inputs)
    if fees.track.is_small:
        yield from claim_cautions.rarely_paid(inputs.nation, inputs.other_sides_costs)
    elif not inputs.other_sides_costs:
        yield (
            "Add what you might pay their solicitor if you lose. In a case this size, the loser usually pays part of "
            "the winner’s costs."
        )
    if inputs.nation is not Nation.england_wales and claim_outcomes.assumes_published_defence(inputs):
        yield (
            "If you can, enter your own estimate of the chance that they’ll defend the claim, because the only "
            "published figure is for England and Wales."
        )
    if inputs.vat_registered:
        yield (
            "Ask your accountant about the VAT on whatever stays unpaid, because you may be able to get it back. "
            "We’ve left it out."
        )


def _counterclaim(inputs: Inputs, fees: Charges) -> Iterator[str]:
    """Cautions about how a counterclaim changes a deal."""
    if inputs.counterclaim_amount:
        yield claim_cautions.ENDS_BOTH_CLAIMS
        yield from claim_cautions.on_a_counterclaim(inputs, fees)


def _marked_full_and_final(inputs: Inputs, base: View) -> Iterator[str]:
    """A caution about money sent in full and final settlement.

    Stour Valley Builders v Stuart (CA, 21 December 1992); Day v McLea; D & C Builders v Rees.
    """
    if inputs.offer_amount is None or inputs.offer_amount >= base.claimed:
        return
    yield (
        "If their money arrives marked “full and final settlement”, don’t keep it without replying: if they dispute "
        "the debt, that can count as agreeing. Unless you mean to accept, write back at once to say you’re taking "
        f"it only as part payment.{' Ask a Scottish adviser first.' if inputs.nation is Nation.scotland else ''}"
    )


def _range_cautions(inputs: Inputs, base: View, instalments: Money) -> Iterator[str]:
    if base.is_hopeless:
        yield (
            f"Going by your answers, {_no_sum(inputs, base)}. We show your whole claim as your walk-away figure, but "
            "even that is too little."
        )
        if inputs.settling_cost:
            yield "Talk to them yourself before you pay anyone to help: a cheaper way to settle may change this."
    elif not base.has_zone:
        yield (
            "Ask what they can really pay, and what else they could offer, such as returning goods or paying in "
            "advance for new work. Going by your answers, no amount suits you both, but that can change."
        )
    if not base.walk_away and not base.may_cost_you:
        yield "Don’t take the first offer just because, going by your answers, any amount is better than no deal."
    if instalments > claim_today(inputs):
        yield (
            f"{'' if base.is_hopeless else 'Ask for a large first payment, or fewer payments. '}A plan of "
            f"{plan_of(inputs)} would have to come to more than your claim to be worth as much as your walk-away "
            "figure."
        )


def _typed_chances(inputs: Inputs) -> Iterator[str]:
    for what, typed, word in (
        ("winning", inputs.chance_of_winning, inputs.case_strength),
        ("being paid", inputs.chance_of_collecting, inputs.collecting_strength),
    ):
        if typed is not None and strength(typed) is not word:
            yield (
                f"For the chance of {what} we’ve used your own figure, {exact_percent(typed)}, not the word you chose."
            )


def _agency_cautions(inputs: Inputs) -> Iterator[str]:
    if from_polls(inputs):
        yield (
            "If you can, enter your own figure for an agency’s chance of success. Our figure comes from old surveys "
            "of US agencies, depends on the age of the debt, and is never above your own chance of being paid. We "
            "couldn’t find any figures for the United Kingdom."
        )
    elif inputs.counterclaim_amount and inputs.agency_chance is None:
        yield "We’ve left out collection agencies, because they collect debts that nobody disputes."
        return
    elif inputs.agency_chance is None:
        yield (
            "Enter the due date, or how likely an agency is to get the money, and we’ll include an agency in the "
            "comparison."
        )
        return
    if inputs.agency_commission is None and not inputs.vat_registered:
        yield (
            "Enter a higher share for the agency if you can’t reclaim VAT, because agencies usually add it to their "
            "commission."
        )


def _offer_rules(inputs: Inputs) -> Iterator[str]:
    """Cautions about formal offers and about what makes a deal binding.

    CPR 27.2(1)(g); Foakes v Beer (1884) 9 App Cas 605; Thompson v Hudson (1869) LR 4 HL 1.
    """
    if inputs.nation is Nation.england_wales:
        yield (
            "A formal “Part 36” offer has no effect on the small claims track. A letter marked “without prejudice save "
            "as to costs”, which lawyers call a Calderbank offer, works in any court."
        )
    if inputs.nation is Nation.scotland:
        yield "Scots law has its own rules on settling for less. Ask a Scottish adviser how to make a deal binding."
        return
    yield (
        "If they do not dispute the debt, a deal for less “in full and final settlement” needs a deed, or something "
        "new from them in return. Otherwise it may not be binding."
    )
    yield (
        "If they fully admit the debt, you can agree that all of it becomes due again if they miss a payment. If "
        "they’ve "
        "never admitted the whole debt, a court may treat that as a penalty."
    )


def _instalment_rules(inputs: Inputs) -> Iterator[str]:
    yield (
        "Remember that our figure for a payment plan is cautious. We assume you get nothing if the plan fails, though "
        "you may get some payments first."
    )
    if shared.is_person(inputs.customer_type):
        yield (
            "Instalments for an individual, a sole trader, a small partnership or a club can be regulated credit if "
            "you take interest, a fee or a release in return. Read the payment plan page before you agree."
        )


def _too_late(inputs: Inputs) -> Iterator[str]:
    last, years = last_day_to_claim(inputs.nation, inputs.due_date), limitation_years(inputs.nation).value
    if inputs.due_date:
        yield from claim_cautions.not_yet_due(inputs.due_date, inputs.claim_date)
    if last and inputs.claim_date >= last:
        yield (
            f"Get advice before you rely on these figures: the money was due {years} years ago or more, so it may be "
            "too late to claim. If it is, going to court is worth nothing."
        )


def _in_time(inputs: Inputs) -> Iterator[str]:
    last, years = last_day_to_claim(inputs.nation, inputs.due_date), limitation_years(inputs.nation).value
    if last and inputs.claim_date < last:
        yield (
            f"Start a claim before {in_words(last)}, {years} years after the money was due. Talks don’t stop the clock."
        )


def next_steps(inputs: Inputs, base: View, offer: Money | None) -> Iterator[str]:
    """What to do before and during the talks."""
    yield "Write down your walk-away figure before you talk, and don’t tell the other side what it is."
    if offer is not None and offer >= base.claimed:
        yield "Say yes, and put it in writing. You couldn’t ask for more."
    elif offer is not None and offer >= base.needed:
        yield "Before you say yes, ask for a little more, or to be paid a little sooner. Then put it in writing."
    elif base.is_hopeless:
        yield f"Ask for the full {pounds(base.claimed)} and show your documents. Accepting less isn’t worth your while."
    elif base.may_cost_you and base.target is None:
        yield "Offer to drop your claim if they drop theirs, unless your documents show that they should pay you."
    else:
        yield f"Ask for {pounds(base.claimed)} first, show your documents, and give a reason each time you come down."
    if not base.has_zone:
        yield "Find out whether they can pay at all before you spend money on court."
    yield "Give every offer a deadline, and mark it “without prejudice”."
    yield (
        "Put the agreement in writing, with the amount, the date and what happens if they miss it. Both of you should "
        "sign it."
    )
