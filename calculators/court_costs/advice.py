"""The headline, cautions and next steps of the cost of court."""

from collections.abc import Iterator

from calculators.kernel import (
    NIL,
    CustomerType,
    Ending,
    EnforcementMethod,
    Figure,
    Grade,
    Nation,
    claim_cautions,
    claim_outcomes,
    court_mediation,
    figure,
    in_words,
    joined,
    last_day_to_claim,
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
    "Your customer can say that you are out of time. If they have since paid part of the debt, or admitted it in "
    "writing, the time limit may have started again."
)
YOUNGER = "Each invoice has its own time limit, so later ones may still be in time."
TOO_LATE_SCOTLAND = (
    "In Scotland the debt itself may no longer exist, unless your customer has since paid part of it or admitted it."
)


ASK = {Nation.scotland: "the sheriff clerk", Nation.northern_ireland: "the court office"}


def headline(inputs: Inputs, sums: Sums) -> str:
    """What it costs to claim, and whether that's likely to be worth it."""
    claimed, fees, nation = pounds(sums.case.claim_value), sums.fees, sums.case.nation
    if fees.issue is None:
        ask = f"so ask {ASK[nation]} before you decide"
        return f"We haven’t been able to confirm the court fee for a claim of {claimed} in {nation}, {ask}."
    told = f"To claim {claimed} you pay {_about(fees.issue)}{pounds(fees.issue.value)} to start"
    chances = _on_chances(inputs)
    return f"{told}{_in_all(sums)}. {chances[0].upper()}{chances[1:]}, going to court {_verdict(sums)}."


def _in_all(sums: Sums) -> str:
    """A clause with the total of the fees if the claim goes further, and the steps that would take; may be empty."""
    fees = sums.fees
    steps = (
        (fees.application, "you apply to the court"),
        (fees.hearing, "there’s a hearing"),
        (fees.enforcement, "you have to enforce"),
    )
    further = joined(step for fee, step in steps if fee)
    if not further:
        return ""
    about = "about " if any(fee.grade is Grade.derived for fee in fees.court_fees) else ""
    return f", or {about}{pounds(sums.up_front)} in total if {further}"


def _about(fee: Figure) -> str:
    return "about " if fee.grade is Grade.derived else ""


def _on_chances(inputs: Inputs) -> str:
    """A clause saying whether the chances are the ones entered or our own guesses."""
    ours = (Inputs.chance_of_winning, Inputs.chance_of_collecting)
    assumed = (inputs.chance_of_winning, inputs.chance_of_collecting) == ours
    return claim_cautions.if_guessed_right(inputs, assumes_chances=assumed) or "based on the chances you’ve entered"


def _verdict(sums: Sums) -> str:
    low, high = sums.expected_range or (NIL, NIL)
    if low > 0:
        return "is likely to bring in more than it costs"
    if high > 0 and break_even(sums) is not None:
        return "could leave you better or worse off"
    counted = " once you include their counterclaim" if sums.case.counterclaim_amount else ""
    return f"is likely to cost more than it brings in{counted}"


def cautions(inputs: Inputs, sums: Sums) -> Iterator[str]:
    """Cautions: what could cost the reader money comes first, then what the figures leave out."""
    fees, case = sums.fees, sums.case
    yield from _too_late(inputs)
    yield from _counterclaim(inputs, sums)
    yield from _online_fee(sums)
    yield from fees.unknown
    yield from _never_pays(sums)
    yield from _enforcement_cautions(sums)
    yield from _track_cautions(sums)
    yield (
        "Find out whether your customer can pay before you spend money on fees. Look them up at Companies House and in "
        "The Gazette. If they have no money, winning won’t get your fees back."
    )
    yield "Try lower and higher chances to see what changes, because nobody can promise you an outcome."
    yield (
        "Check each fee before you pay it, because fees can go up. We use the latest published fees for the dates "
        "shown."
    )
    yield from _in_time(inputs)
    yield from _left_out(sums)
    if case.nation is not Nation.england_wales and claim_outcomes.assumes_published_defence(inputs):
        yield (
            "If you can, enter your own estimate of the chance that they’ll defend the claim, because the only "
            "published figure is for England and Wales."
        )
    if case.customer_type is CustomerType.consumer:
        yield "Check the interest you add, because the law on late payment between businesses doesn’t cover consumers."
    if case.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
        if case.interest_and_compensation:
            yield shared.ASSOCIATION_INTEREST


def _too_late(inputs: Inputs) -> Iterator[str]:
    last, years = last_day_to_claim(inputs.nation, inputs.due_date), limitation_years(inputs.nation).value
    if inputs.due_date:
        yield from claim_cautions.not_yet_due(inputs.due_date, inputs.claim_date)
    if last and inputs.claim_date >= last:
        late = TOO_LATE_SCOTLAND if inputs.nation is Nation.scotland else TOO_LATE
        yield f"Get advice first. The oldest invoice was due {years} years or more before this claim. {late} {YOUNGER}"


def _counterclaim(inputs: Inputs, sums: Sums) -> Iterator[str]:
    """What a counterclaim could cost, which is treated as a separate claim (CPR 20.3)."""
    case, fees = sums.case, sums.fees
    if not case.counterclaim_amount:
        return
    with_fee = f" and their court fee of {pounds(fees.counterclaim.value)}" if fees.counterclaim else ""
    lowered = any(one.outcome is Ending.both_win_you_pay for one in sums.outcomes)
    both = " if your claim fails and theirs succeeds" + (", or the difference if you both win" if lowered else "")
    yield (
        f"Be ready to pay your customer {pounds(case.counterclaim_amount)}{with_fee}{both}. "
        "Dropping your claim later doesn’t stop theirs."
    )
    yield from claim_cautions.on_a_counterclaim(inputs, fees)
    yield from claim_cautions.on_a_defence(inputs)


def _in_time(inputs: Inputs) -> Iterator[str]:
    last, years = last_day_to_claim(inputs.nation, inputs.due_date), limitation_years(inputs.nation).value
    if last and inputs.claim_date < last:
        yield (
            f"Start the claim before {in_words(last)}, {years} years after the money was due, and don’t leave it late. "
            "If you’re owed for work, the time may run from the date you did it."
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
        yield ("Think twice about court. Going by your answers, you’d lose money even if you were sure to be paid.")


def _track_cautions(sums: Sums) -> Iterator[str]:
    case, fees = sums.case, sums.fees
    limit = pounds(fees.limit.value)
    if not fees.track.is_small:
        yield (
            f"Add what you might have to pay towards their solicitor if you lose. Above {limit} the loser usually pays "
            "part of the winner’s legal costs. We don’t have a figure for that, so losing may cost more than we show."
        )
    else:
        yield from claim_cautions.rarely_paid(case.nation, case.other_sides_costs)
    if fees.track.is_small and case.claim_value > fees.limit.value:
        yield (
            f"Interest and compensation take your claim over {limit}, and the court fee is charged on all of it. "
            "Interest doesn’t count towards the limit, so yours should still be a small claim, but fixed compensation "
            "may count. The court decides."
        )


def _left_out(sums: Sums) -> Iterator[str]:
    """Costs and interest left out because a nation's figures aren't confirmed."""
    if sums.enforcement_fee is None and sums.is_established:
        yield "Allow for the cost of enforcement, which we’ve left out. Going to court will cost more than we show."
    if sums.case.daily_interest and claim_outcomes.days_to_hearing(sums.case, sums.fees) is None:
        yield (
            "Enter a hearing date to add interest after the claim. We don’t know of a published average wait for a "
            "hearing in this nation, so we’ve left that interest out."
        )


def _enforcement_cautions(sums: Sums) -> Iterator[str]:
    case, fees = sums.case, sums.fees
    if case.nation is not Nation.england_wales or fees.enforcement_date is None:
        return
    on, value = fees.enforcement_date, case.claim_value
    methods = (case.enforcement_method, case.second_enforcement_method)
    most, least = (figure(f"england_wales.{name}", on).value for name in ENFORCEMENT_LIMITS)
    undefended = value + value_of(fees.issue)
    heard = undefended + value_of(fees.hearing)
    if EnforcementMethod.warrant_of_control in methods and heard >= most:
        reaches = "" if value >= most else f" With court fees, yours could come to {pounds(heard)}."
        yield (
            f"County Court bailiffs only collect judgments of less than {pounds(most)}. For that amount or more, you "
            f"need High Court enforcement officers.{reaches}"
        )
    if EnforcementMethod.high_court_writ in methods and undefended < least:
        reaches = "is less" if heard < least else "is less unless there is a hearing"
        yield (
            f"High Court enforcement officers only collect judgments of {pounds(least)} or more, including court fees. "
            f"Yours {reaches}."
        )
    if EnforcementMethod.attachment_of_earnings in methods and case.customer_type in NO_WAGES:
        yield (
            f"{NO_WAGES[case.customer_type]} doesn’t earn wages. Attachment of earnings only works against a person "
            "with a job."
        )


def next_steps(sums: Sums) -> Iterator[str]:
    """What to do before making a claim."""
    case = sums.case
    days = reply_days(case.nation, case.customer_type, case.claim_date)
    answer_by = f", and give your customer {days.value} days to reply" if days else " with a clear date for a reply"
    yield f"Send a letter before claim first{answer_by}. If they pay at this stage, it won’t cost you anything."
    yield from _mediation(sums)
    if case.vat_registered:
        yield "Ask your accountant about VAT bad debt relief. You may be able to reclaim the VAT on an unpaid invoice."
    if case.nation is Nation.england_wales:
        yield "If you’re a sole trader on a low income, look up Help with Fees on GOV.UK. A company can’t get it."


def _mediation(sums: Sums) -> Iterator[str]:
    """The court's free mediation (Practice Direction 51ZE); in Scotland, a sheriff may refer you to it."""
    case = sums.case
    free = court_mediation.small_enough(case.nation, case.claim_value) if sums.fees.track.is_small else None
    if free and court_mediation.runs(case.claim_date):
        limit = pounds(free.value)
        yield f"If they defend a claim of up to {limit}, the court arranges a free mediation call. Prepare for it."
    elif free and case.claim_date > court_mediation.pilot_ends():
        ends = in_words(court_mediation.pilot_ends())
        yield f"Ask the court whether it still offers free mediation: we only know of it for claims started by {ends}."
    if case.nation is Nation.scotland:
        yield "Ask the sheriff clerk about mediation. In simple procedure it may be free."
