"""What is said beside a step: cautions, what comes after it, and the sources of the figures."""

from collections.abc import Iterator
from functools import cache

from calculators.kernel import EnforcementMethod, Nation, Source, court_mediation, in_words, latest, limitation_years

from .advice import Advice
from .journey import newest, says
from .questions import Claim, Contact, HowLate, Inputs, Letter
from .result import NextStep, Stage


def cautions(answers: Inputs, found: NextStep) -> Iterator[str]:
    """What to watch for."""
    yield from _time_limit(answers)
    yield from _odd_answers(answers)
    if found is NextStep.take_court_mediation:
        yield (
            "In England and Wales the court’s free mediation comes by itself for money claims of up to "
            f"{says(court_mediation.LIMIT)} that were started by {in_words(court_mediation.pilot_ends())}. "
            "Elsewhere, above that and after that day, ask the court."
        )
    if found in (NextStep.agree_instalments, NextStep.instalments_on_the_judgment, NextStep.settle_the_claim):
        yield (
            "If your customer is a person, a sole trader or a small partnership, instalments with interest or a fee "
            "can be regulated credit. Read the page first."
        )
    yield "The fees here are the lowest in England and Wales. Yours may be more."


def _time_limit(answers: Inputs) -> Iterator[str]:
    """Limitation Act 1980 s 5; Limitation (Northern Ireland) Order 1989 art 4; Prescription Act 1973 s 6.

    From the work, for services: Consulting Concepts v Consumer Protection Association [2022] EWCA Civ 1699.
    """
    years, scottish = (limitation_years(nation).value for nation in (Nation.england_wales, Nation.scotland))
    limit = (
        f"A claim must start within {years} years of the day it was due. For work, time may run from the day you "
        f"finished it, if that was earlier. In Scotland the debt is gone after {scottish}"
    )
    if answers.claim_made is not Claim.no:
        if answers.how_late is HowLate.over_6_years and answers.claim_made is not Claim.judgment:
            yield f"{limit}. If yours started later, they may say that you came too late. Get advice."
        return
    if answers.how_late is HowLate.up_to_4_years:
        yield f"{limit}. Write down your last day now. The older a debt, the harder it is to collect."
    if answers.how_late is HowLate.up_to_6_years:
        yield (
            f"{limit}, so there it may be gone already. Find the exact day today. Talks do not stop the clock: if the "
            "day is near, get advice on starting the claim first and talking after."
        )
    if answers.how_late is HowLate.over_6_years:
        yield (
            f"{limit}. You are probably too late, unless they paid a part or said in writing that they owe it since. "
            "Get advice before you spend anything."
        )


def _odd_answers(answers: Inputs) -> Iterator[str]:
    """Answers that do not fit together, and what follows."""
    acted = answers.letter_sent is not Letter.no or answers.claim_made is not Claim.no
    if answers.how_late is HowLate.not_due and acted:
        yield "You say that it is not due yet. A letter before claim or a claim is too early until it is."
    if answers.claim_made in (Claim.waiting, Claim.defended) and answers.letter_sent is not Letter.time_up:
        yield "You claimed before a letter had run its time. The court may ask why, so be ready to explain."
    if answers.in_contact is Contact.not_asked and acted:
        yield "You say that you have not asked them yet. A telephone call may still save you the rest."


def next_steps(answers: Inputs, advice: Advice) -> Iterator[str]:
    """What to read and do after this step."""
    yield f"Read “{advice.page}”."
    yield advice.then
    recent = answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months, HowLate.up_to_1_year)
    if recent and advice.stage in (Stage.chase, Stage.talk, Stage.letter_before_claim):
        months = latest("uk.small_business_commissioner_months").value
        yield (
            "If you have fewer than 50 staff and they have 50 or more, the Small Business Commissioner may take up "
            f"your complaint for nothing, within {months} months of the due day."
        )
    yield "If it is getting to you, talk to somebody. Business Debtline is free."


@cache
def sources() -> tuple[Source, ...]:
    """Every figure of the whole way."""
    named = [
        "mediation.cmc_fixed_fee",
        "england_wales.letter_before_claim_days_company",
        "england_wales.letter_before_claim_days_individual",
        "england_wales.issue_fee",
        "england_wales.small_claims_hearing_fee",
        "england_wales.small_claims_weeks_to_trial",
        "england_wales.other_tracks_weeks_to_trial",
        *(f"england_wales.{one.name}_fee" for one in EnforcementMethod if one is not EnforcementMethod.none),
        court_mediation.LIMIT,
        "england_wales.limitation_years",
        "scotland.limitation_years",
        "uk.vat_bad_debt_relief_months",
    ]
    return tuple(Source(field=name, figure=newest(name)) for name in named)
