"""The sentences of the plan."""

from collections.abc import Iterator
from dataclasses import replace

from calculators.kernel import CustomerType, Premise, Source, in_words, pounds_and_pence
from calculators.next_step import Claim, NextStep
from calculators.next_step.rules import decided_by_keeping

from .case_calculations import Case, case_of
from .next_step_inputs import answer_due, next_contact
from .plan_dates import plan_dates
from .result_types import Way
from .ways import best_way


def headline(case: Case) -> str:
    """What to do now."""
    if best_way(case) is Way.chase and (day := next_contact(case.inputs)):
        return f"Give them until {in_words(day)} to answer, then phone them."
    if case.step.step is NextStep.wait_for_their_answer and (sent := case.inputs.letter_sent_on):
        return f"Wait for their answer until {in_words(answer_due(case.inputs, sent))}."
    return TODAY.get(case.step.step, f"{case.step.step}.")


TODAY = {
    NextStep.send_letter_before_claim: "Send them a letter before claim today.",
    NextStep.check_and_ask: "Check it isn’t a mistake, then ask them for the money today.",
    NextStep.chase: "Phone them today, then write again.",
    NextStep.phone_for_a_date: "Phone the person who decides today, and get a date.",
    NextStep.agree_a_day: "Agree a date for payment with them today.",
    NextStep.agree_instalments: "Agree a payment plan with them.",
    NextStep.talk_it_through: "Talk to them today about what’s wrong.",
    NextStep.offer_mediation: "Offer them mediation today.",
}
"""The steps of next_step as one sentence about today; the rest stand as they are."""


def reason(case: Case) -> str:
    """Why this step, in a sentence."""
    if best_way(case) is Way.chase and next_contact(case.inputs):
        return "You’ve just reminded them. Another message before then would only annoy them."
    return case.step.why[0]


def premises(case: Case) -> Iterator[Premise]:
    """What has changed since the reader was last here, and what the plan takes for granted."""
    yield from (Premise(words=words) for words in since(case))
    yield from _done(case)
    yield from _assumed(case)


def _done(case: Case) -> Iterator[Premise]:
    if day := case.inputs.reminded_on:
        yield Premise(words=f"You last reminded them on {in_words(day)}.", field="reminded_on")
    if day := case.inputs.letter_sent_on:
        yield Premise(words=f"You sent your letter before claim on {in_words(day)}.", field="letter_sent_on")


def _assumed(case: Case) -> Iterator[Premise]:
    if case.inputs.situation is None:
        yield Premise(
            words="You didn’t say what’s happening, so this plan assumes you haven’t asked them yet.", field="situation"
        )
    if other := decided_by_keeping(case.answers):
        wish = "want" if case.answers.keep_customer else "don’t need"
        step = f"{other}"
        yield Premise(
            words=f"This assumes you {wish} to keep working with them. If not: {step[0].lower()}{step[1:]}.",
            field="keep_customer",
        )
    if case.debt == 0 and case.inputs.paid_on is None:
        yield Premise(words="This takes today as the date they paid. Interest stops on that date.", field="paid_on")
    if case.due is None:
        yield Premise(words="Without a due date we can’t add interest or give you dates.", field="due_date")


def since(case: Case) -> Iterator[str]:
    """What has changed since the reader last looked: interest, dates that have passed, the step itself."""
    seen = case.inputs.last_seen
    if seen is None or seen >= case.inputs.plan_from:
        return
    before = case_of(replace(case.inputs, plan_from=seen, last_seen=None))
    if case.on_top > before.on_top:
        more = pounds_and_pence(case.on_top - before.on_top)
        yield f"Since {in_words(seen)}, {more} of interest and compensation has been added."
    for one in plan_dates(before):
        if one.date < case.inputs.plan_from:
            yield f"{in_words(one.date)} has passed: {one.what.value[0].lower()}{one.what.value[1:]}."
    if case.inputs.letter_sent_on and before.answers.letter_sent is not case.answers.letter_sent:
        yield "Their time to answer your letter is up."


def cautions(case: Case) -> Iterator[str]:
    """The one that could cost the most first: a time limit, then what is not known."""
    if case.deadlines and case.deadlines.first_day_to_claim is None:
        yield "Your time to claim may be up or nearly up. Get advice today, before you do anything else."
    if case.answers.claim_made is Claim.judgment:
        yield "Go by the judgment, not these figures: it says how much is owed, with court fees and its own interest."
    if case.due and case.late is None:
        yield "The interest rate for this invoice isn’t known yet, so no interest is added."
    if case.late and case.inputs.customer_type in (CustomerType.consumer, CustomerType.association):
        yield case.late.cautions[0]
    yield from case.step.cautions


def next_steps(case: Case) -> Iterator[str]:
    """What comes after this step."""
    yield from case.step.next_steps
    if case.deadlines and not case.claim_made:
        yield f"The last safe date to start a claim is {in_words(case.deadlines.last_safe_date)}."


def sources(case: Case) -> Iterator[Source]:
    """The figures of interest and court fees that the plan uses."""
    if case.late:
        yield from (replace(one, field=f"late_{one.field}") for one in case.late.sources)
    if case.court:
        yield from (replace(one, field=f"court_{one.field}") for one in case.court.sources)
