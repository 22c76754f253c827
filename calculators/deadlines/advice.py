"""The headline, cautions, next steps and sources of the plan."""

from collections.abc import Iterator, Sequence

from calculators.kernel import (
    CustomerType,
    Money,
    Nation,
    Source,
    holidays,
    in_words,
    latest,
    letters,
    pounds,
    shared,
    working_days,
)

from .invoice_time_limits import Dated
from .questions import IN_ORDER, Inputs
from .statutory_dates import DEFAULT_DAYS, Limit, commissioner_months, vat_figures
from .steps_before_claim import PLACE, Way, days_to_reply, moved_on, reply_days


def headline(inputs: Inputs, limit: Limit, way: Way, invoices: Sequence[Dated]) -> str:
    """The answer in a sentence; with several invoices, it's about the one whose time limit ends first."""
    return f"{_too_late(inputs, invoices)}{_when(inputs, limit, way)}{_others(inputs, limit, invoices)}"


def _too_late(inputs: Inputs, invoices: Sequence[Dated]) -> str:
    """A sentence saying which invoice, or how many, are out of time; empty if none are, or all are."""
    late = [one.name for one in invoices if not one.in_time(inputs.plan_from)]
    if not late or len(late) == len(invoices):
        return ""
    named = f"invoice {late[0]}" if len(late) == 1 else f"{len(late)} of your {len(invoices)} invoices"
    gone = "may no longer exist as a debt" if len(late) == 1 else "may no longer exist as debts"
    words = f"{named} {gone}" if inputs.nation is Nation.scotland else f"it may be too late to claim for {named}"
    rest = "the other is" if len(invoices) - len(late) == 1 else "the others are"
    return f"{words[0].upper()}{words[1:]}, but {rest} still in time. "


def _others(inputs: Inputs, limit: Limit, invoices: Sequence[Dated]) -> str:
    """A sentence saying that other invoices have their own time limits, if that matters here."""
    if inputs.plan_from > limit.last_safe:
        return " Any later invoice has a time limit of its own." if len(invoices) == 1 else ""
    later = any(one.limit.last_safe > limit.last_safe for one in invoices)
    return " Each invoice has its own time limit, and that’s the first to end." if later else ""


def _when(inputs: Inputs, limit: Limit, way: Way) -> str:
    last = in_words(limit.last_safe)
    if inputs.plan_from > limit.last_safe:
        gone = "the debt may no longer exist" if inputs.nation is Nation.scotland else "it may be too late to claim"
        return f"The last safe day to start a claim was {last}, and {gone}. Get advice before you do anything else."
    if way.first_day is None:
        return (
            f"The last safe day to start a claim is {last}, before your customer’s time to reply is up. Get advice "
            "today."
        )
    first = way.steps[0]
    opening = "" if first.day in (None, way.first_day) else f"{first.step} on {in_words(first.day)}. "
    claim = f"You can start a claim from {in_words(way.first_day)}. The last safe day to start it is {last}."
    return f"{_unfit(inputs, way)}{opening}{claim}"


def _unfit(inputs: Inputs, way: Way) -> str:
    """A sentence saying which of the reader's choices didn't fit before the time limit, and what we used instead."""
    gaps = bool(inputs.own_gaps) and way.has_reminders and not way.inputs.own_gaps
    days = inputs.days_to_answer != way.inputs.days_to_answer
    if not gaps and not days:
        return ""
    given, told = days_to_reply(way.inputs), f"{inputs.days_to_answer} days to reply"
    what = f"gaps and {told}" if gaps and days else "gaps" if gaps else told
    instead = f"we used our own gaps and {given} days" if gaps and days else "we used ours" if gaps else f"give {given}"
    return f"There isn’t time for your {what} before the time limit, so {instead}. "


def about_invoices(inputs: Inputs) -> Iterator[str]:
    """Cautions if several invoices were typed."""
    if not inputs.invoices:
        return
    yield (
        "Each invoice has its own time limit, so start the claim before the first one runs out. If the invoices are on "
        "one running account, get advice on how a court would count the time."
    )
    if inputs.due_date or inputs.supplied_date:
        yield "We used the dates in your list of invoices, not the single dates above it."


def cautions(inputs: Inputs, limit: Limit, way: Way) -> Iterator[str]:
    """What could make a date wrong, or lose the reader the claim."""
    if way.first_day:
        yield from letters.fewer_days(inputs.days_to_answer, inputs.nation, inputs.customer_type, inputs.plan_from)
    if inputs.plan_from <= limit.last_safe:
        yield (
            "Do not wait for the last safe day. Courts can send forms back, and a claim only counts once the court "
            "has issued it. Your letters and calls do not stop the time limit."
        )
    yield from _about_start(inputs)
    yield from _about_restart(inputs, limit)
    if inputs.nation is Nation.scotland:
        yield (
            "Claim in time. In Scotland the debt is extinguished when the time limit ends. It then no longer exists, "
            "you cannot claim it, and nothing your customer says or pays later will bring it back."
        )
    if way.steps:
        yield from _about_way(inputs, way)
    if inputs.due_date is None and inputs.customer_type is not CustomerType.consumer:
        yield (
            f"You didn’t agree a due date, so your customer gets {latest(DEFAULT_DAYS).value} days, beginning with the "
            "day you delivered or the day they got the invoice, whichever is later. We count from the date you "
            "entered. If they got the invoice after that, the last day to pay is that much later."
        )
    if inputs.due_date is None and inputs.customer_type is CustomerType.consumer:
        yield (
            f"We’ve allowed the {latest(DEFAULT_DAYS).value} days that a business gets to pay. If you didn’t agree a "
            "due date with a consumer, the law doesn’t set one."
        )
    if inputs.customer_type is CustomerType.association:
        yield from _about_association(inputs)
    yield from _about_holidays(inputs, limit, way)


COMMISSIONER_AND_CLUBS = (
    "We couldn’t confirm whether the Small Business Commissioner takes complaints about a club or charity."
)


def _about_association(inputs: Inputs) -> Iterator[str]:
    yield COMMISSIONER_AND_CLUBS
    if inputs.due_date is None:
        yield shared.ASSOCIATION_INTEREST


def _about_start(inputs: Inputs) -> Iterator[str]:
    if inputs.supplied_date is None:
        yield (
            "Enter the date you finished as well, and we’ll count from the earlier one. For work and services, time "
            "can run from the day you finished, not from the day the money was due."
        )
    elif inputs.due_date:
        yield "We count the time limit from the earlier of your two dates, because a court may do so."


def _about_restart(inputs: Inputs, limit: Limit) -> Iterator[str]:
    told = inputs.last_acknowledged
    if told is None:
        yield (
            "Keep proof of any part payment, and anything in writing where your customer clearly admits the debt. "
            "Either can restart the time limit, but do not rely on it without advice."
        )
    elif limit.runs_from == told:
        yield (
            f"We count from {in_words(told)}. That’s only right if your customer then paid part of this debt or "
            "clearly said in writing that they owe it. If a court doesn’t accept that, the last safe day is "
            f"{in_words(limit.without)}."
        )
    elif told > limit.without:
        yield (
            f"The payment or admission on {in_words(told)} seems to have come too late to restart the time limit. It "
            f"may help if they also paid or admitted the debt before {in_words(limit.without)}. Get advice."
        )
    else:
        yield (
            f"The payment or admission on {in_words(told)} came before the time limit began to run, so we don’t "
            "count from it. A later part payment, or a clear written admission of the debt, can restart it."
        )


def _about_way(inputs: Inputs, way: Way) -> Iterator[str]:
    gaps = "the gaps are our suggestion, so that you don’t pester your customer or let them forget you"
    if inputs.own_gaps:
        gaps = f"you chose {'the gaps' if inputs.own_gaps == IN_ORDER else 'some of the gaps, and the rest are ours'}"
    yield f"Skip any step you’ve already taken. The law doesn’t set these dates: {gaps}."
    if inputs.own_gaps and moved_on(way):
        yield "We’ve moved some steps to a later date, so that no two fall on the same day."
    if not inputs.letter_sent:
        yield (
            "Read your contract before you stop work. If you have no right to stop, you could be the one in breach of "
            "contract."
        )
    yield "Send a letter before claim by email as well as by post, and keep proof of the date."


def _about_holidays(inputs: Inputs, limit: Limit, way: Way) -> Iterator[str]:
    days = [step.day for step in way.steps if step.day]
    if not all(working_days.known(day) for day in (*days, limit.last_safe)):
        first, last = in_words(holidays().known_from), in_words(holidays().known_until)
        yield f"We have bank holiday dates from {first} to {last}. Outside those dates, check that the court is open."


def next_steps(inputs: Inputs, way: Way) -> Iterator[str]:
    """What to do with the plan."""
    if way.first_day is None:
        yield "Talk to a solicitor or an advice service today. Take the invoice, the contract and every letter."
    else:
        yield "Add the dates to your calendar using the file below."
        yield "Note the date and time of every call and letter. A court will want to see them."
        yield "Offer mediation before you claim. A court will ask whether you tried to settle."
        yield "If they pay or you agree a payment plan, stop here and put what you agreed in writing."
    if inputs.claim_value is not None:
        yield from which_court(inputs.nation, inputs.claim_value)


def which_court(nation: Nation, claim_value: Money) -> Iterator[str]:
    """Whether a claim of that value is a small claim, and what that means."""
    limit = latest(SMALL_CLAIMS[nation])
    value = pounds(claim_value)
    if claim_value <= limit.value:
        yield f"A claim of {value} is a small claim {PLACE[nation]}. You can make it without a lawyer."
    else:
        yield (
            f"Get advice first. A claim of {value} is above the {pounds(limit.value)} limit for small claims "
            f"{PLACE[nation]}, so the loser may have to pay the other side’s lawyer."
        )


SMALL_CLAIMS = {
    Nation.england_wales: "england_wales.small_claims_track_limit",
    Nation.scotland: "scotland.simple_procedure_limit",
    Nation.northern_ireland: "northern_ireland.small_claim_limit",
}


def sources(inputs: Inputs, limit: Limit) -> Iterator[Source]:
    """The figures that the dates are worked out from."""
    opens, ends = vat_figures(inputs)
    named = {
        "last_safe_date": limit.years,
        "reply_days": None if inputs.days_to_answer else reply_days(inputs),
        "commissioner_until": commissioner_months(inputs) if inputs.customer_type in shared.MAY_BE_LARGE else None,
        "vat_relief_from": opens,
        "vat_relief_until": ends,
        "plan": None if inputs.due_date else latest(DEFAULT_DAYS),
        "claim_value": latest(SMALL_CLAIMS[inputs.nation]) if inputs.claim_value else None,
    }
    return (Source(field=name, figure=found) for name, found in named.items() if found)
