"""What the cost of court says in sentences: the headline, what to take care of, what to do next."""

from collections.abc import Iterator
from datetime import date

from calculators.kernel import (
    NIL,
    ClaimCase,
    CustomerType,
    EnforcementMethod,
    Figure,
    Grade,
    Nation,
    add_months,
    claim_outcomes,
    court_mediation,
    figure,
    in_words,
    limitation_years,
    pounds,
    reply_days,
    shared,
    value_of,
)

from .questions import Inputs
from .sums import Sums, break_even

NO_WAGES = {
    CustomerType.company: "A company",
    CustomerType.public_body: "A public body",
    CustomerType.association: "A club or association",
}
ENFORCEMENT_LIMITS = ("warrant_of_control_limit", "high_court_writ_minimum")
TOO_LATE = (
    "They can say that you are too late. A part payment, or their word in writing that they owe it, may have started "
    "the time again."
)
YOUNGER = "Each invoice has its own time limit, so later ones may still be in time."
TOO_LATE_SCOTLAND = "In Scotland the debt itself may be gone, unless they paid part or admitted it since."


ASK = {Nation.scotland: "the sheriff clerk", Nation.northern_ireland: "the court office"}


def headline(inputs: Inputs, sums: Sums) -> str:
    """What it costs to claim, and whether that is likely to pay, in a sentence."""
    claimed, fees, nation = pounds(sums.case.claim_value), sums.fees, sums.case.nation
    if fees.issue is None:
        ask = f"so ask {ASK[nation]} before you decide"
        return f"We haven’t established what it costs to claim {claimed} in {nation}, {ask}."
    told = f"To claim {claimed} you pay {_about(fees.issue)}{pounds(fees.issue.value)} to start"
    return f"{told}{_in_all(sums)}, and {_on_chances(inputs)} court {_verdict(sums)}."


def _in_all(sums: Sums) -> str:
    """What the fees come to if it goes further than that, where it can."""
    fees = sums.fees
    further = [*(["there’s a hearing"] if fees.hearing else []), *(["you have to enforce"] if fees.enforcement else [])]
    about = "about " if any(fee.grade is Grade.derived for fee in fees.court_fees) else ""
    return f", or {about}{pounds(sums.up_front)} in all if {' and '.join(further)}" if further else ""


def _about(fee: Figure) -> str:
    return "about " if fee.grade is Grade.derived else ""


def _on_chances(inputs: Inputs) -> str:
    """Whose chances they are: a verdict on chances that we assumed says so."""
    ours = (Inputs.chance_of_winning, Inputs.chance_of_collecting)
    typed = (inputs.chance_of_winning, inputs.chance_of_collecting)
    return "on our starting guesses" if typed == ours else "on your chances"


def _verdict(sums: Sums) -> str:
    low, high = sums.expected_range or (NIL, NIL)
    if low > 0:
        return "is likely to bring in more than it costs"
    return "could go either way" if high > 0 else "is likely to cost more than it brings in"


def cautions(inputs: Inputs, sums: Sums) -> Iterator[str]:
    """What could cost the reader money first, then what the sums leave out."""
    fees, case = sums.fees, sums.case
    yield from _too_late(inputs)
    yield from _online_fee(sums)
    yield from fees.unknown
    yield from _never_pays(sums)
    yield from _enforcement_cautions(sums)
    yield from _track_cautions(sums)
    yield (
        "Find out whether they can pay before you spend a fee: look them up at Companies House and in The Gazette. If "
        "they have no money, a judgment won’t bring back the fees."
    )
    yield "Nobody can promise how it will end. Try lower and higher chances and see what changes."
    yield "Court fees can go up before you get to a step. We use the latest we know of for the dates in the table."
    yield from _in_time(inputs)
    yield from _left_out(sums)
    if case.nation is not Nation.england_wales and inputs.chance_of_defence is None:
        yield "The share of claims that are defended is published for England and Wales only. We start with that."
    if case.customer_type is CustomerType.consumer:
        yield "The law on late payment between businesses does not cover a private person. Check the interest you add."
    if case.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
        if case.interest_and_compensation:
            yield shared.ASSOCIATION_INTEREST


def _last_day(inputs: Inputs) -> date | None:
    """The day on which the time to claim is over, None where nobody said when the money was due."""
    years = int(limitation_years(inputs.nation).value)
    return add_months(inputs.due_date, years * 12) if inputs.due_date else None


def _too_late(inputs: Inputs) -> Iterator[str]:
    last, years = _last_day(inputs), limitation_years(inputs.nation).value
    if inputs.due_date:
        yield from claim_outcomes.not_yet_due(inputs.due_date, inputs.claim_date)
    if last and inputs.claim_date >= last:
        late = TOO_LATE_SCOTLAND if inputs.nation is Nation.scotland else TOO_LATE
        yield f"Get advice first: the oldest invoice was due {years} years or more before this claim. {late} {YOUNGER}"


def _in_time(inputs: Inputs) -> Iterator[str]:
    last, years = _last_day(inputs), limitation_years(inputs.nation).value
    if last and inputs.claim_date < last:
        yield (
            f"Start the claim before {in_words(last)}, {years} years after the money was due. For work that you did, "
            "the time may run from the day you did it. Do not leave it late."
        )


def _online_fee(sums: Sums) -> Iterator[str]:
    found = sums.issue_fee_online
    if found:
        yield (
            "The fee shown is for a claim made on paper. "
            f"A claim made online on that date cost {pounds(found.value)} to start."
        )


def _never_pays(sums: Sums) -> Iterator[str]:
    if sums.is_established and break_even(sums) is None:
        yield "On these answers court would lose you money even if you were sure to be paid."


def _track_cautions(sums: Sums) -> Iterator[str]:
    case, fees = sums.case, sums.fees
    limit = pounds(fees.limit.value)
    if not fees.track.is_small:
        yield (
            f"Above {limit} a loser usually pays part of the winner’s legal costs. We have no figure for that. "
            "If you entered none, the sums for losing are too good."
        )
    else:
        yield from claim_outcomes.rarely_paid(case.nation, case.other_sides_costs)
    if fees.track.is_small and case.claim_value > fees.limit.value:
        yield (
            f"What you add takes your claim over {limit}. The fee runs on all of it, but the limit is judged without "
            "interest, so it should still count as a small claim. Fixed compensation may count. The court decides."
        )


def _left_out(sums: Sums) -> Iterator[str]:
    """What the sums do without, where a nation's figures are not established."""
    if sums.enforcement_fee is None and sums.is_established:
        yield "These sums leave out what it costs to make them pay a judgment. So court costs more than they say."
    if sums.case.daily_interest and claim_outcomes.days_to_hearing(sums.case, sums.fees) is None:
        yield (
            "No usual wait for a hearing is published here, so no interest after the claim is counted. Type the day of "
            "a hearing."
        )


def _enforcement_cautions(sums: Sums) -> Iterator[str]:
    case, fees = sums.case, sums.fees
    if case.nation is not Nation.england_wales or fees.enforcement_date is None:
        return
    on, value, method = fees.enforcement_date, case.claim_value, case.enforcement_method
    most, least = (figure(f"england_wales.{name}", on).value for name in ENFORCEMENT_LIMITS)
    undefended = value + value_of(fees.issue)
    heard = undefended + value_of(fees.hearing)
    if method is EnforcementMethod.warrant_of_control and heard >= most:
        reaches = "" if value >= most else f" With the court fees yours can come to {pounds(heard)}."
        yield (
            f"County Court bailiffs collect less than {pounds(most)}. From there on it is High Court officers.{reaches}"
        )
    if method is EnforcementMethod.high_court_writ and undefended < least:
        reaches = "is less" if heard < least else "is less unless there is a hearing"
        yield (
            f"High Court enforcement officers take judgments of {pounds(least)} or more, court fees included. Yours "
            f"{reaches}."
        )
    if method is EnforcementMethod.attachment_of_earnings and case.customer_type in NO_WAGES:
        yield f"{NO_WAGES[case.customer_type]} has no wages. This way works only against a person who has a job."


def next_steps(sums: Sums) -> Iterator[str]:
    """What to do before a claim."""
    case = sums.case
    days = reply_days(case.nation, case.customer_type, case.claim_date)
    answer_by = f", and give them {days.value} days to answer" if days else " with a clear day to answer by"
    yield f"Send a letter before claim first{answer_by}. If they pay now it costs you nothing."
    yield from _mediation(case)
    if case.vat_registered:
        yield "Ask your accountant about VAT bad debt relief. You may get back the VAT on an invoice that stays unpaid."
    if case.nation is Nation.england_wales:
        yield "A company cannot get Help with Fees. A sole trader on a low income may: look it up on GOV.UK first."


def _mediation(case: ClaimCase) -> Iterator[str]:
    """The court's free mediation, Practice Direction 51ZE; in Scotland a sheriff may refer you to it."""
    free = court_mediation.small_enough(case.nation, case.claim_value)
    if free and court_mediation.runs(case.claim_date):
        limit = pounds(free.value)
        yield f"If they defend a claim of up to {limit}, the court arranges a free mediation call. Prepare."
    elif free and case.claim_date > court_mediation.pilot_ends():
        ends = in_words(court_mediation.pilot_ends())
        yield f"The court’s free mediation takes claims that start by {ends}. What follows is not known: ask the court."
    if case.nation is Nation.scotland:
        yield "Ask the sheriff clerk about mediation. In simple procedure it may be free."
