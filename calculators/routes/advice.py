"""The sentences of the plan."""

from collections.abc import Iterator
from dataclasses import replace

from calculators.deadlines.advice import which_court
from calculators.kernel import NIL, CustomerType, Premise, Source, claim_cautions, in_words, pounds_and_pence, shared
from calculators.late_payment_interest.cautions import about_the_basis
from calculators.next_step import Disputed, Letter, NextStep, Whereabouts
from calculators.next_step.reasons_and_cautions import about_the_case, time_limit
from calculators.next_step.rules import decided_by_keeping

from .case_calculations import Case, case_of
from .fits import best_way
from .next_step_inputs import answer_due, is_its_company, is_late_after_all, next_contact
from .plan_dates import plan_dates
from .result_types import Way


def headline(case: Case) -> str:
    """What to do now."""
    if best_way(case) is Way.chase and (day := next_contact(case.inputs)):
        return f"Give them until {in_words(day)} to answer, then phone them."
    if case.step.step is NextStep.wait_for_their_answer and (sent := case.inputs.letter_sent_on):
        return f"Wait until {in_words(answer_due(case.inputs, sent))} for their answer."
    if case.step.step is NextStep.check_the_time_limit and not case.out_of_time and case.last_safe_date:
        return f"Get advice today: your last safe date to claim is {in_words(case.last_safe_date)}."
    return TODAY.get(case.step.step, case.step.headline)


TODAY = {
    NextStep.send_letter_before_claim: "Send them a letter before claim today.",
    NextStep.check_and_ask: "Check it isn’t a mistake, then ask them for the money today.",
    NextStep.chase: "Phone them today, then write again.",
    NextStep.phone_for_a_date: "Today, phone the person who decides, and get a date.",
    NextStep.agree_a_day: "Agree a date for payment with them today.",
    NextStep.agree_instalments: "Agree a payment plan with them.",
    NextStep.talk_it_through: "Talk to them today about what’s wrong.",
    NextStep.offer_mediation: "Offer them mediation today.",
}
"""Steps of next_step as a sentence about today; the others keep their own headlines."""


def reason(case: Case) -> str:
    """Why this step, in a sentence."""
    if best_way(case) is Way.chase and next_contact(case.inputs):
        return "You’ve just reminded them. Another message before then would only annoy them."
    if case.step.step is NextStep.check_the_time_limit and not case.out_of_time and case.due:
        return "There’s no time left to send the usual letter and wait, and a court may count from an earlier date."
    return case.step.why[0]


def premises(case: Case) -> Iterator[Premise]:
    """What has changed since the reader was last here, what they've done, and what the plan assumes."""
    yield from (Premise(words=words) for words in since(case))
    yield from _done(case)
    yield from _assumed(case)


def _done(case: Case) -> Iterator[Premise]:
    if day := case.inputs.reminded_on:
        yield Premise(words=f"You last reminded them on {in_words(day)}.", field="reminded_on")
    if day := case.inputs.letter_sent_on:
        yield Premise(words=f"You sent your letter before claim on {in_words(day)}.", field="letter_sent_on")


def _assumed(case: Case) -> Iterator[Premise]:
    yield from _assumed_of_the_case(case)
    yield from _assumed_of_the_figures(case)
    if case.step.step is NextStep.wait_for_their_answer and case.inputs.letter_sent_on is None:
        yield Premise(
            words="We don’t know when you sent your letter, so we can’t say when the deadline passes.",
            field="letter_sent_on",
        )


def _assumed_of_the_case(case: Case) -> Iterator[Premise]:
    if case.inputs.situation is None:
        yield Premise(
            words="You didn’t say what’s happening, so this plan assumes you haven’t asked them yet.", field="situation"
        )
    if is_late_after_all(case.inputs) and case.due:
        yield Premise(
            words=f"The money was due on {in_words(case.due)}, so this plan treats it as late.", field="due_date"
        )
    if is_its_company(case.inputs):
        yield Premise(
            words="The person who died didn’t owe this debt, so this plan is for the organisation that does.",
            field="customer_type",
        )
    if other := decided_by_keeping(case.answers):
        wish, or_else = ("want", "If not") if case.answers.keep_customer else ("don’t need", "If you do")
        step = f"{other}"
        yield Premise(
            words=f"This assumes you {wish} to keep working with them. {or_else}, we’d tell you to "
            f"{step[0].lower()}{step[1:]}.",
            field="keep_customer",
        )
    if case.mediator_costs_too_much and case.answers.disputed in (Disputed.partly, Disputed.fully):
        yield Premise(words="A mediator would cost you more than they owe, so this plan leaves mediation out.")


def _assumed_of_the_figures(case: Case) -> Iterator[Premise]:
    if case.late and case.debt == 0 and case.inputs.paid_on is None:
        yield Premise(words="This assumes they paid today. Interest stops on the date they paid.", field="paid_on")
    if case.inputs.vat_registered:
        yield Premise(words="This plan is for a business that’s registered for VAT.", field="vat_registered")
    if case.judged:
        yield Premise(
            words="We’ve taken the amount you entered as the amount of the judgment, and haven’t added any interest "
            "since then.",
            field="amount_owed",
        )
    elif case.due is None:
        yield Premise(words="Without a due date, we can’t add interest or work out your dates.", field="due_date")


def since(case: Case) -> Iterator[str]:
    """What has changed since the reader last looked: interest, dates that have passed, the deadline in their letter."""
    seen = case.inputs.last_seen
    if seen is None or seen >= case.inputs.plan_from:
        return
    before = case_of(replace(case.inputs, plan_from=seen, last_seen=None))
    if case.on_top > before.on_top:
        more = pounds_and_pence(case.on_top - before.on_top)
        yield f"Since {in_words(seen)}, interest and compensation have gone up by {more}."
    for one in plan_dates(before):
        if one.date < case.inputs.plan_from:
            yield f"{in_words(one.date)} has passed: {one.what.value[0].lower()}{one.what.value[1:]}."
    if case.inputs.letter_sent_on and before.answers.letter_sent is not case.answers.letter_sent:
        yield "The deadline in your letter has passed."


def cautions(case: Case) -> Iterator[str]:
    """Cautions, starting with the one that could cost the most: a time limit, then anything that isn't known."""
    yield from _about_time(case)
    if case.due and case.late is None and case.debt and not case.judged:
        yield "The interest rate for this invoice isn’t known yet, so we haven’t added any interest."
    if case.step.step is NextStep.start_a_claim and case.court and (case.court.expected_net or NIL) < NIL:
        yield "Enter your own chances first. Going by ours, a claim would cost you more than you’re likely to get back."
    if case.inputs.counterclaim_amount:
        yield claim_cautions.ENDS_BOTH_CLAIMS
    if case.late and case.inputs.customer_type is CustomerType.consumer:
        yield next(about_the_basis(case.late_inputs))
    if case.inputs.customer_type is CustomerType.association and not case.claim_made:
        yield shared.SUING_AN_ASSOCIATION
        yield shared.ASSOCIATION_INTEREST
    if case.answers.whereabouts is Whereabouts.abroad:
        yield (
            "Check which country’s law covers your contract. How long you have to claim, and whether you can add late "
            "payment interest, may depend on it."
        )
    yield from about_the_case(case.answers, case.step.step)


def _about_time(case: Case) -> Iterator[str]:
    """The time limit from `deadlines`, or in general terms if no due date is known."""
    if not case.may_still_claim:
        return
    if case.due is None or not case.deadlines:
        yield from time_limit(case.answers)
    elif case.step.step is NextStep.check_the_time_limit:
        yield case.deadlines.headline
    elif case.answers.letter_sent is not Letter.no and case.deadlines.first_day_to_claim is None:
        yield f"Start your claim by {in_words(case.deadlines.last_safe_date)}, or get advice today."
    elif case.is_old:
        yield (
            f"Start any claim by {in_words(case.deadlines.last_safe_date)}: talks and letters don’t stop the clock. "
            "For work you did, time may run from the day you finished, if that was earlier."
        )


def next_steps(case: Case) -> Iterator[str]:
    """What comes after this step."""
    yield from case.step.next_steps
    if best_way(case) in (Way.letter_before_claim, Way.court) and not case.claim_made and case.deadlines:
        yield from which_court(case.inputs.nation, case.debt + case.on_top)
    if case.last_safe_date and case.may_still_claim:
        was = "was" if case.out_of_time else "is"
        yield f"The last safe date to start a claim {was} {in_words(case.last_safe_date)}."


def sources(case: Case) -> Iterator[Source]:
    """The figures of interest and court fees that the plan uses."""
    if case.late:
        yield from (replace(one, field=f"late_{one.field}") for one in case.late.sources)
    if case.court:
        yield from (replace(one, field=f"court_{one.field}") for one in case.court.sources)
