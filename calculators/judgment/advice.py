"""The headline, cautions, next steps and sources after a judgment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import (
    NIL,
    CustomerType,
    Figure,
    Grade,
    Money,
    Nation,
    Percentage,
    Source,
    in_words,
    latest,
    next_working_day,
    percent,
    pounds,
    shared,
)

from .enforcement_methods import BY_OFFICERS, DOES, Fees, is_past_last_day
from .interest import JudgmentInterest, overdue_at
from .questions import Inputs, Terms
from .result_types import EarnsInterest, State, Way


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything worked out about the judgment, for the sentences to use."""

    owed: Money
    interest: JudgmentInterest
    first: Way
    fees: Fees
    state: State
    break_even: Percentage | None


def enforce_from(inputs: Inputs) -> date | None:
    """The first date to enforce the judgment; None if it's payable by instalments, or if we know of no wait."""
    if inputs.judgment_terms is Terms.instalments:
        return None
    if inputs.nation is Nation.scotland:
        days = int(_wait(inputs).value) + (1 if _is_ordinary_cause(inputs) else 0)
        waited = inputs.judgment_date + timedelta(days=days)
        return max(waited, inputs.pay_by_date or waited)
    return inputs.pay_by_date + timedelta(days=1) if inputs.pay_by_date else None


def _wait(inputs: Inputs) -> Figure:
    """Scotland: the days to wait after a simple procedure decision, or for the extract of an ordinary cause decree."""
    return latest(f"scotland.{'extract' if _is_ordinary_cause(inputs) else 'decision'}_wait_days")


def _is_ordinary_cause(inputs: Inputs) -> bool:
    return inputs.judgment_amount > latest("scotland.simple_procedure_limit").value


def state_of(inputs: Inputs, owed: Money, way: Way) -> State:
    """Whether the judgment can be enforced on that date; if not, the strongest reason against it."""
    first = enforce_from(inputs)
    if owed == 0:
        return State.paid
    if inputs.set_aside_applied:
        return State.set_aside
    if inputs.ejo_applied_on:
        return State.with_office
    if first and inputs.interest_to < first:
        return State.not_due
    if inputs.judgment_terms is Terms.instalments and not overdue_at(inputs, inputs.interest_to - timedelta(days=1)):
        return State.on_time
    if is_past_last_day(inputs) and inputs.nation is Nation.scotland:
        return State.ended
    return State.permission if is_past_last_day(inputs) and way in BY_OFFICERS else State.ready


def headline(inputs: Inputs, found: Found) -> str:
    """What is owed and what to do first, in a sentence."""
    owed = f"Your customer owes you {pounds(found.owed)} today"
    first = enforce_from(inputs)
    return {
        State.paid: "Your customer has paid the whole judgment, so there’s nothing left to enforce.",
        State.with_office: f"{owed}, and the Enforcement of Judgments Office is dealing with it.",
        State.set_aside: f"{owed}, but don’t pay for enforcement until the court has decided whether to set the "
        f"judgment aside.",
        State.not_due: f"{owed}, but you can’t enforce the judgment before {in_words(first) if first else ''}.",
        State.on_time: f"{owed}, but no instalment is late, so you can’t enforce the judgment yet.",
        State.permission: f"{owed}, but after six years you may need the court’s permission to send bailiffs.",
        State.ended: f"{owed}, but the decree may be too old to enforce, so get advice before you pay a fee.",
        State.ready: f"{owed}, {_first_step(found)}.",
    }[found.state]


def _first_step(found: Found) -> str:
    """A clause with the first step and its fee or, if the fee is higher than what is owed, a comparison of the two."""
    if costs_too_much(found):
        return f"which is less than the {pounds(found.fees.first or NIL)} it costs to {DOES[found.first]}"
    return f"and your first step is to {DOES[found.first]}{_for_a_fee(found.fees)}"


def costs_too_much(found: Found) -> bool:
    """Whether the fee for the first step is higher than what is owed."""
    return found.fees.first is not None and found.fees.first > found.owed


def _for_a_fee(fees: Fees) -> str:
    if fees.court is None:
        return ""
    about = "about " if fees.court.grade is Grade.derived else ""
    return f", which costs {about}{pounds(fees.court.value)}"


def lead(inputs: Inputs, found: Found) -> str:
    """Whether the first step is likely to be worth its fee."""
    if found.state is State.ready and costs_too_much(found):
        return "Paying that fee is rarely worth it. Ask your customer for the money in writing first, which is free."
    if found.state is State.ready and found.first is Way.order_to_obtain_information:
        return "Questioning doesn’t bring in any money itself, but it shows which other methods are worth paying for."
    if found.state is not State.ready or found.break_even is None:
        return ""
    least = percent(found.break_even)
    if inputs.chance_of_collecting > found.break_even:
        return f"It’s worth the fee if your chance of being paid this way is over {least}."
    return (
        "It’s likely to cost more than it brings in. It would only be worth the fee if your chance of being paid were "
        f"over {least}."
    )


def cautions(inputs: Inputs, found: Found) -> Iterator[str]:
    """Cautions, with what could cost the reader money first."""
    if inputs.customer_type is CustomerType.public_body:
        yield _crown(inputs.nation)
    yield from _state_cautions(inputs, found.state)
    yield from _way_cautions(inputs, found)
    yield from _interest_cautions(inputs, found)
    yield from _insolvency(inputs)


def _crown(nation: Nation) -> str:
    """A caution that judgments can't be enforced against the Crown.

    Crown Proceedings Act 1947, sections 25 and 45; CPR 66.6.
    """
    paper = "certified copy" if nation is Nation.scotland else "certificate"
    return (
        "If your customer is a government department, don’t pay for any of this. The law doesn’t let you enforce "
        f"against the Crown. Ask the court for a {paper} of the judgment and send it to the department. Councils are "
        "different."
    )


def _state_cautions(inputs: Inputs, state: State) -> Iterator[str]:
    if state is State.paid:
        yield (
            "Tell the court that the judgment has been paid. Your customer may need that to get their entry on the "
            "public register updated."
        )
    if state is State.permission:
        yield (
            "Get advice before you apply for permission. You must give the reasons for the delay, and courts only give "
            "permission in exceptional cases."
        )
    if state is State.set_aside:
        yield (
            "Answer your customer’s application in writing and attend the hearing. If you ignore it, you can lose the "
            "judgment."
        )
    if state is State.ready and inputs.judgment_terms is Terms.instalments:
        yield "Ask the court whether you can enforce the whole balance, or only the instalments that are late."


def _way_cautions(inputs: Inputs, found: Found) -> Iterator[str]:
    if found.first is Way.high_court_writ and found.fees.officer:
        yield (
            f"Allow for another {pounds(found.fees.officer)} if the officers find nothing. That’s their first-stage "
            "fee, plus any VAT you can’t reclaim."
        )
    if found.first in (Way.third_party_debt_order, Way.bank_arrestment):
        yield (
            "Choose your timing with care, because the order only freezes what’s in the account when the bank gets it."
        )
    if found.first is Way.order_to_obtain_information:
        yield (
            "Have the order handed to your customer in person at least 14 days before the hearing, and file your "
            "affidavit at least 2 days before it. Otherwise the court can’t punish them for staying away, and your fee "
            "is wasted."
        )
    if found.first is Way.attachment_of_earnings:
        least = latest("england_wales.attachment_of_earnings_minimum").value
        yield (
            f"Only use this if your customer is employed, owes you {pounds(least)} or more and is behind with a "
            "payment. It can’t be used for the self-employed or the armed forces."
        )
    if found.first is Way.charging_order:
        yield (
            "Check the property at HM Land Registry first. If there’s a mortgage or a joint owner, there may be little "
            "left for you."
        )
    if inputs.nation is Nation.scotland:
        yield "Ask a sheriff officer for a price before you instruct one, because we couldn’t confirm what they charge."
    if inputs.nation is Nation.northern_ireland:
        yield (
            "Pay for a search at the Enforcement of Judgments Office first. It shows whether other people are already "
            "waiting for your customer to pay them."
        )
        yield (
            "Ask the Office how long you have, because we couldn’t confirm whether there’s a time limit in Northern "
            "Ireland."
        )
    yield "Stop when the next fee is more than you would expect to recover. If a step fails, you lose the fee."


def _interest_cautions(inputs: Inputs, found: Found) -> Iterator[str]:
    earns = found.interest.earns
    if earns is EarnsInterest.no:
        yield "Don’t add interest. As things stand, this judgment doesn’t earn any."
    if inputs.nation is Nation.england_wales and earns is not EarnsInterest.no and not inputs.transferred_on:
        yield (
            "Bear in mind that if County Court enforcement brings in any money, interest stops from the day you "
            "started it. A charging order or a High Court writ doesn’t stop it. Questioning in court may, and so may a "
            "wages order while it’s in force."
        )
    if earns is EarnsInterest.decree:
        yield f"Check the decree. If it gives its own rate of interest, use that. We’ve used {_rate(found)} a year."
    if inputs.judgment_terms is Terms.instalments and earns is not EarnsInterest.no:
        yield "Only claim interest on instalments that are late. That’s what we’ve done, from the day each was due."
    if inputs.judgment_payments and earns is not EarnsInterest.no:
        yield "Treat this interest figure as a minimum, because we take payments off the judgment first."
    if inputs.customer_type is CustomerType.association and earns is EarnsInterest.no:
        yield shared.ASSOCIATION_INTEREST


def _rate(found: Found) -> str:
    return percent(found.interest.rate.value)


def _insolvency(inputs: Inputs) -> Iterator[str]:
    if inputs.nation is Nation.england_wales:
        yield (
            "Look your customer up in The Gazette and the Insolvency Register first. You cannot enforce against "
            "someone who is in Breathing Space or bankrupt, or against a company in liquidation."
        )
    elif inputs.nation is Nation.scotland:
        yield (
            "Look your customer up in the Register of Insolvencies first. During a moratorium, which lasts six "
            "months, you can’t enforce the decree."
        )
    else:
        yield "Check first whether your customer is bankrupt or in liquidation, because you can’t enforce if they are."


def next_steps(inputs: Inputs, found: Found) -> Iterator[str]:
    """What to do with the answer."""
    if found.state is State.paid:
        yield "Tell the court and your customer in writing that the judgment has been paid, and close the file."
        return
    if found.state is State.with_office:
        yield (
            "Tell the Office straight away about anything your customer pays you, and anything you find out that they "
            "own."
        )
        return
    if found.state is State.on_time:
        yield "Put each instalment date in your calendar, and write to your customer the same day if one is late."
        return
    if found.first not in FREEZES or costs_too_much(found):
        by = in_words(next_working_day(inputs.interest_to + timedelta(days=7), inputs.nation.name))
        yield (
            f"Write to your customer once more with today’s figure, and give them until {by} to pay. It costs nothing."
        )
    yield "Check that the judgment gives your customer’s exact name and that you have the right address."
    if found.first is Way.order_to_obtain_information:
        yield (
            "Pay your customer’s travel costs to the hearing if they ask within 7 days. In the affidavit, say how and "
            "when the order was handed over, that you paid those costs or weren’t asked to, and what’s unpaid."
        )
    if found.state is State.permission:
        yield "Apply for permission on form N244, with a statement explaining why you waited."
    yield _HOW[inputs.nation]


FREEZES = (Way.third_party_debt_order, Way.customers_debt, Way.bank_arrestment, Way.arrestment)
"""Methods before which a warning would let the customer move the money."""

_HOW = {
    Nation.england_wales: "Fill in the form using the facts under “What to write”, sign it and keep a copy.",
    Nation.scotland: "Instruct a sheriff officer, using the facts under “What to write”, and keep a copy.",
    Nation.northern_ireland: "Fill in the notice using the facts under “What to write”, sign it and keep a copy.",
}


def late_since(inputs: Inputs) -> Money | None:
    """The total of the instalments that are late; None if the court ordered one payment."""
    return overdue_at(inputs, inputs.interest_to) if inputs.judgment_terms is Terms.instalments else None


def sources(inputs: Inputs, found: Found) -> Iterator[Source]:
    """The figures behind the answer."""
    yield Source(field="interest", figure=found.interest.rate)
    if inputs.nation is not Nation.scotland:
        least = latest(f"{inputs.nation.name}.judgment_interest_minimum")
        yield Source(field="earns_interest", figure=least)
    if found.fees.court:
        yield Source(field="enforcement_fee", figure=found.fees.court)
    yield from (Source(field="enforce_from", figure=one) for one in _days(inputs))


def _days(inputs: Inputs) -> tuple[Figure, ...]:
    names = {
        Nation.england_wales: ("england_wales.enforcement_without_permission_years",),
        Nation.scotland: ("scotland.charge_days", "scotland.decree_years"),
        Nation.northern_ireland: ("northern_ireland.enforcement_notice_days",),
    }
    waits = (_wait(inputs),) if inputs.nation is Nation.scotland else ()
    return (*waits, *(latest(name) for name in names[inputs.nation]))
