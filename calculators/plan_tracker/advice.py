"""The headline, the cautions and what to do next."""

from collections.abc import Iterator

from calculators import payment_plan
from calculators.kernel import in_words, pounds

from .result_types import PlanState, TrackedInstalment
from .sums import Tracked


def headline(found: Tracked) -> str:
    """How the plan is going, in one sentence."""
    return {
        PlanState.paid_off: _paid_off,
        PlanState.on_track: _on_track,
        PlanState.late: _late,
        PlanState.warned: _warned,
        PlanState.broken: _broken,
    }[found.state](found)


def _paid_off(found: Tracked) -> str:
    more = f", and they’ve paid {pounds(found.too_much)} too much" if found.too_much else ""
    return f"All {pounds(found.plan.total)} of the plan has been paid{more}."


def _on_track(found: Tracked) -> str:
    some = f"{pounds(found.paid)} of the {pounds(found.plan.total)} has been paid"
    paid = some if found.paid else "Nothing is late yet"
    upcoming = found.upcoming
    if upcoming is None:
        return f"{paid}."
    amount, today = f"the next {pounds(upcoming.payment - upcoming.paid)}", found.inputs.letter_date
    if upcoming.due < today:
        until = in_words(payment_plan.arrives_by(found.inputs.nation, upcoming.due))
        return f"{paid}. Banks were closed on {in_words(upcoming.due)}, when {amount} was due, so allow until {until}."
    return f"{paid}, and {amount} is due {'today' if upcoming.due == today else f'on {in_words(upcoming.due)}'}."


def _late(found: Tracked) -> str:
    if len(found.late) > 1:
        return f"{pounds(found.arrears)} from {len(found.late)} instalments is late, so send a warning today."
    (one,) = found.late
    days = (found.inputs.letter_date - one.due).days
    what = f"{pounds(found.arrears)} of {name_of(one)}" if one.paid else f"{name_of(one)} of {pounds(one.payment)}"
    what = f"{what[0].upper()}{what[1:]}"
    return f"{what} is {'1 day' if days == 1 else f'{days} days'} late, so send a warning today."


def _warned(found: Tracked) -> str:
    return f"{pounds(found.arrears)} is late, and your warning gives them until {in_words(found.pay_by)} to pay it."


def _broken(found: Tracked) -> str:
    return (
        f"Your warning ran out on {in_words(found.pay_by)} and {pounds(found.arrears)} is still unpaid, so you can ask "
        f"for the whole balance of {pounds(found.on_default)}."
    )


def name_of(one: TrackedInstalment) -> str:
    """The instalment by its number, for use in a sentence."""
    return f"instalment {one.number}" if one.number else "the deposit"


def cautions(found: Tracked) -> Iterator[str]:
    """What could go wrong, the most urgent first."""
    if found.state is PlanState.late:
        yield (
            "Call first, then send the warning the same day. If you say nothing about a late payment, it’s harder to "
            "rely on the plan later."
        )
    if found.state in (PlanState.late, PlanState.broken):
        yield (
            "Check what you agreed. This follows our draft: you give written notice, they get a few days to pay, and "
            "then the whole balance is due. If your agreement says something different, follow that."
        )
    if found.state is PlanState.warned:
        yield (
            "Wait until the date in your warning has passed before you ask for the rest. If there’s a court order or "
            "a later "
            "agreement, follow that instead."
        )
    if found.state is PlanState.broken:
        yield ("If a court ordered these instalments, don’t send this letter. Ask the court to enforce the judgment.")
    if found.late and found.inputs.is_person:
        yield (
            "Don’t add a fee or interest for the late payment. With an individual, that can turn the plan into a "
            "credit agreement."
        )
    if found.state is PlanState.on_track:
        yield "Check your account on each date, and phone the same day if the full amount hasn’t arrived."
    yield from _about_payments(found)
    yield "Payments can restart the time limit for a claim, but don’t count on it. Check how long you have to claim."


def _about_payments(found: Tracked) -> Iterator[str]:
    inputs = found.inputs
    if any(one.date < inputs.agreement_date for one in inputs.payments):
        yield (
            f"Enter payments from before {in_words(inputs.agreement_date)} as already paid. We left them out, because "
            "they were made before the plan."
        )
    if inputs.payments:
        yield "Each payment goes to the earliest instalment that isn’t paid yet."
    if inputs.interest_rate and found.late:
        yield (
            "The amount due at once includes interest up to today, at the rate in your plan. The instalments are as "
            "you "
            "agreed them."
        )


def next_steps(found: Tracked) -> Iterator[str]:
    """What to do today."""
    if found.state is PlanState.paid_off:
        yield (
            "Tell them in writing that it’s all been paid, and thank them. If there’s a claim or judgment, tell the "
            "court."
        )
        if found.too_much:
            yield f"Pay back the {pounds(found.too_much)}, or agree what it’s for."
        return
    if found.state is PlanState.late:
        yield "Send the warning by email and by post, and make a note of the date. Then come back and enter the date."
        yield "Ask what happened. If they can’t keep to the plan, agree a new one in writing."
    if found.state is PlanState.warned:
        yield "If the money arrives in time, the plan carries on. If it doesn’t, come back the day after the deadline."
    if found.state is PlanState.broken:
        yield "Send the letter, and find out whether they can pay before you pay a court fee."
        yield "If nothing arrives, send a letter before claim for the whole balance."
        return
    yield "Use the file below to put the remaining dates in your calendar. They’ll replace the old ones."
