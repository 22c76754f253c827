"""The text that goes with a step: why, what to watch out for, what comes after it, and the sources of the figures."""

from collections.abc import Iterator
from functools import cache

from calculators.kernel import (
    EnforcementMethod,
    Nation,
    Source,
    court_mediation,
    in_words,
    latest,
    limitation_years,
    shared,
)

from .advice import Advice, advice_on
from .questions import Claim, CompanyStatus, Contact, HowLate, Inputs, Letter
from .result_types import NextStep, Stage
from .rules import decided_by_keeping
from .stage_costs_and_times import newest, says


def reasons(answers: Inputs, advice: Advice) -> Iterator[str]:
    """Why this is the step and, if wanting to keep the customer or not decided it, a sentence that says so."""
    yield advice.why
    if other := decided_by_keeping(answers):
        wish = "want" if answers.keep_customer else "don’t need"
        told = "You said you" if answers.situation else "This assumes you"
        yield f"{told} {wish} to keep working with them. Otherwise we’d tell you to {_lower(other.value)}."


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]


def headline(known: Inputs, found: NextStep) -> str:
    """The step as a sentence; it has no “if” once an insolvency has begun."""
    begun = known.company_status is CompanyStatus.insolvent and found is NextStep.claim_in_the_insolvency
    return "Claim in the insolvency." if begun else f"{found}."


def cautions(answers: Inputs, found: NextStep) -> Iterator[str]:
    """What to watch out for."""
    yield from time_limit(answers)
    yield from about_the_case(answers, found)
    if answers.nation is Nation.england_wales and advice_on(found, answers).fees:
        yield (
            "The fee is the lowest in England and Wales. Yours may be higher, and the other nations have their own "
            "fees."
        )


def about_the_case(answers: Inputs, found: NextStep) -> Iterator[str]:
    """What to watch out for in this case, apart from the time limit and the fee shown."""
    yield from _odd_answers(answers)
    if found is NextStep.take_court_mediation and answers.nation is not Nation.england_wales:
        yield f"Ask the court whether it offers mediation: we couldn’t confirm what it costs in {answers.nation}."
    elif found is NextStep.take_court_mediation:
        yield (
            "In England and Wales the court’s free mediation is automatic for money claims of up to "
            f"{says(court_mediation.LIMIT)} that were started by {in_words(court_mediation.pilot_ends())}. "
            "For anything larger or later, ask the court."
        )
    yield from _about_the_customer(answers, found)
    yield from _about_the_nation(answers, found)


def _about_the_customer(answers: Inputs, found: NextStep) -> Iterator[str]:
    plans = (NextStep.agree_instalments, NextStep.instalments_on_the_judgment, NextStep.settle_the_claim)
    if found in plans and (answers.situation is None or shared.is_person(answers.customer_type)):
        yield (
            "If your customer is an individual, a sole trader or a small partnership, instalments with interest or a "
            "fee can be regulated credit. Read our page on payment plans first."
        )
    if found is NextStep.claim_late_interest_alone and answers.customer_type is shared.CustomerType.consumer:
        yield (
            "The law on late payment doesn’t cover a consumer. If they paid before you claimed, the court can’t award "
            "interest on what they paid. Check whether your contract entitles you to any."
        )


def _about_the_nation(answers: Inputs, found: NextStep) -> Iterator[str]:
    if answers.nation is Nation.england_wales:
        return
    yield f"{answers.nation} has its own courts, forms and fees. Where we don’t know a fee, we say so."
    if found in RULES_OF_ENGLAND:
        yield (
            "The court rules for this step are those of England and Wales. We couldn’t confirm them for "
            f"{answers.nation}: ask the court office today what you must send, and by when."
        )


RULES_OF_ENGLAND = (
    NextStep.answer_the_counterclaim,
    NextStep.answer_the_part_admission,
    NextStep.claim_the_fee_and_interest,
    NextStep.tell_the_court_they_paid,
    NextStep.oppose_setting_aside,
    NextStep.try_another_way_to_enforce,
    NextStep.wait_or_ask_for_judgment,
)


def time_limit(answers: Inputs) -> Iterator[str]:
    """Cautions about the time limit to claim.

    Limitation Act 1980 s 5; Limitation (Northern Ireland) Order 1989 art 4; Prescription and Limitation
    (Scotland) Act 1973 s 6. For services, time runs from the work:
    Consulting Concepts v Consumer Protection Association [2022] EWCA Civ 1699.
    """
    years, scottish = (limitation_years(nation).value for nation in (Nation.england_wales, Nation.scotland))
    limit = (
        f"You must start a claim within {years} years of the due date. For work you did, time may run from the day "
        f"you finished, if that was earlier. In Scotland the debt no longer exists after {scottish} years"
    )
    if answers.claim_made is not Claim.no:
        if answers.how_late is HowLate.over_6_years and answers.claim_made is not Claim.judgment:
            yield f"{limit}. If you started later, your customer may tell the court it’s too late. Get advice."
        return
    if answers.how_late is HowLate.up_to_4_years:
        yield f"{limit}. Write down your last date to claim now. The older a debt is, the harder it is to collect."
    if answers.how_late is HowLate.up_to_6_years:
        yield (
            f"{limit}, so it may already be gone there. Find the exact date today. Talking doesn’t stop the clock. If "
            "the date is near, get advice on starting the claim first and talking afterwards."
        )
    if answers.how_late is HowLate.over_6_years:
        yield (
            f"{limit}. You’re probably too late, unless your customer has since paid part of it or said in writing "
            "that they owe it. Get advice before you spend anything."
        )


def _odd_answers(answers: Inputs) -> Iterator[str]:
    """Cautions about answers that don't fit together."""
    acted = answers.letter_sent is not Letter.no or answers.claim_made is not Claim.no
    if answers.how_late is HowLate.not_due and acted:
        yield "You said the money isn’t due yet. Until it is, it’s too early for a letter before claim or a claim."
    early = answers.letter_sent is not Letter.time_up and answers.situation is None
    if answers.claim_made in (Claim.waiting, Claim.defended) and early:
        yield "You claimed before the deadline in your letter. The court may ask why, so be ready to explain."
    if answers.in_contact is Contact.not_asked and acted and answers.situation is None:
        yield "You said you haven’t asked them yet. A phone call may still save you going any further."


def next_steps(answers: Inputs, advice: Advice) -> Iterator[str]:
    """What to read and do after this step, and the sources of the advice."""
    yield f"Read “{advice.page}”."
    yield advice.then
    if answers.company_status is None and advice.stage in (Stage.chase, Stage.talk, Stage.letter_before_claim):
        yield from _free_help(answers)
    yield from advice.sources
    yield "If the worry is getting to you, talk to someone. Business Debtline is free."


def _free_help(answers: Inputs) -> Iterator[str]:
    """Who to complain to for free; sections 2 and 4 of the Enterprise Act 2016 say who may complain about whom."""
    recent = answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months, HowLate.up_to_1_year)
    if recent and answers.customer_type in shared.MAY_BE_LARGE:
        months = latest("uk.small_business_commissioner_months").value
        yield (
            "If you have fewer than 50 staff and they have 50 or more, the Small Business Commissioner may take up "
            f"your complaint free of charge, within {months} months of the due date."
        )
    if answers.customer_type is shared.CustomerType.public_body and answers.nation is Nation.england_wales:
        days = latest("uk.late_payment_public_body_days").value
        yield (
            f"A public body must pay within {days} days. If it’s late and doesn’t dispute the invoice, you can "
            "complain to the Public Procurement Review Service for free."
        )


@cache
def sources(nation: Nation) -> tuple[Source, ...]:
    """Every figure used in the whole journey."""
    return tuple(Source(field=name, figure=newest(name)) for name in (*COURTS[nation], *EVERYWHERE))


COURTS = {
    Nation.england_wales: (
        "england_wales.letter_before_claim_days_company",
        "england_wales.letter_before_claim_days_individual",
        "england_wales.issue_fee",
        "england_wales.small_claims_hearing_fee",
        "england_wales.small_claims_weeks_to_trial",
        "england_wales.other_tracks_weeks_to_trial",
        *(f"england_wales.{one.name}_fee" for one in EnforcementMethod if one is not EnforcementMethod.none),
        court_mediation.LIMIT,
    ),
    Nation.scotland: ("scotland.simple_procedure_fee",),
    Nation.northern_ireland: ("northern_ireland.small_claim_fee",),
}
EVERYWHERE = (
    "mediation.cmc_fixed_fee",
    "england_wales.limitation_years",
    "scotland.limitation_years",
    "uk.vat_bad_debt_relief_months",
)
