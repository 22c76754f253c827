"""The wording for each box of the form."""

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_DOWN

from calculators.kernel import (
    PENNY,
    AgreementForm,
    Box,
    Daily,
    Money,
    in_words,
    joined,
    latest,
    letters,
    plain,
    pounds_and_pence,
    to_pence,
)
from calculators.late_payment_interest import ACT, IN_BUSINESS, Basis

from . import fact_sentences as facts
from .case import Case
from .result_types import Form
from .short_particulars import short_particulars


def boxes(case: Case) -> tuple[Box, ...]:
    """The boxes of the form, starting with the wording that takes the most work."""
    return tuple(_FORMS[case.form](case))


def _party(name: str, address: str, whose: str) -> str:
    return f"{name}\n{letters.typed(address, f'{whose} address')}"


def _us(case: Case) -> Box:
    return letters.box(case.claimant.capitalize(), _party(case.your_name, case.inputs.your_address, "your"))


def _them(case: Case) -> Box:
    text = _party(case.their_name, case.inputs.customer_address, "your customer’s")
    return letters.box(
        case.defendant.capitalize(),
        text,
        "You can look up a company’s full name and registered office at Companies House.",
    )


# England and Wales


def _money_claim_online(case: Case) -> Iterator[Box]:
    yield short_particulars(case)
    yield letters.box(
        "Amount claimed",
        pounds_and_pence(case.value),
        "This includes interest to date. The service adds the court fee.",
    )
    yield _us(case)
    yield _them(case)


def _online_civil_money_claims(case: Case) -> Iterator[Box]:
    """The pages of HM Courts & Tribunals Service's civil-citizen-ui as at 21 August 2026, in order."""
    told = [facts.the_claim(case), facts.contract(case), facts.invoices(case), *facts.taken_off(case)]
    added = [f"Compensation for late payment is due under section 5A of {ACT}."] if case.found.compensation else []
    yield letters.box(
        "Briefly explain your claim", "\n".join([*told, facts.breach(case), *added, *facts.steps_taken(case)])
    )
    yield letters.box(
        "What you’re claiming for", "\n".join(_items(case)),
        "Use one row for each item. Leave out interest and the court fee. The service asks about the interest "
        "separately and adds the fee itself.",
    )  # fmt: skip
    yield letters.box("Timeline of events", "\n".join(_timeline(case)), "Put one event on each line.")
    yield from _online_interest(case)
    yield _us(case)
    yield _them(case)


def _items(case: Case) -> Iterator[str]:
    for row in case.rows:
        if row.unpaid:
            yield f"Invoice {facts.name_of(case, row)}, due {in_words(row.last_day)}: {pounds_and_pence(row.unpaid)}"
    if case.found.compensation:
        yield f"Compensation for late payment: {pounds_and_pence(case.found.compensation)}"
    if case.found.extra_costs:
        yield f"Reasonable costs of recovery: {pounds_and_pence(case.found.extra_costs)}"


def _timeline(case: Case) -> Iterator[str]:
    for one in case.entries:
        amount = one.charged if one.charged is not None else one.credited
        yield f"{in_words(one.day)}: {one.details}, {pounds_and_pence(amount or 0)}"
    if case.inputs.letter_sent_on:
        yield f"{in_words(case.inputs.letter_sent_on)}: Letter before claim"


def _online_interest(case: Case) -> Iterator[Box]:
    """The answers about interest, which the service works out on every row at one rate from one date."""
    late = next((row for row in case.rows if row.interest and row.rate is not None), None)
    if late is None or late.rate is None:
        return
    yield letters.box(
        "Interest",
        "\n".join(
            (
                "How do you want to claim interest? Same rate for the whole period",
                f"What annual rate? {plain(late.rate)}%",
                f"From when? {in_words(late.interest_starts)}",
                "Until when? Until the claim is settled or judgment is made",
                f"How much? {pounds_and_pence(_whole_pence(case.found.daily_interest))} a day",
            )
        ),
        _counted_too(case, late.days, late.rate),
    )
    yield letters.box("Why you’re entitled to this rate", _why_rate(case, late.reference_rate))
    yield letters.box(
        "Why you’re claiming from this date",
        f"It is the day after invoice {facts.name_of(case, late)} fell due.",
    )


def _whole_pence(a_day: Daily) -> Money:
    """The daily interest rounded down to whole pence, which is all the service takes, so as never to overclaim."""
    return a_day.quantize(PENNY, ROUND_DOWN)


def _counted_too(case: Case, days: int, rate: Money) -> str:
    """A note that the service also adds interest to the compensation, which the 1998 Act doesn't allow."""
    if not case.found.compensation:
        return ""
    extra = to_pence(case.found.compensation * days * rate / 100 / 365)
    return (
        f"The service also adds interest to the compensation, which makes the total about {pounds_and_pence(extra)} "
        "too high. The wording for the next box says you aren’t claiming that interest."
    )


def _why_rate(case: Case, reference: Money | None) -> str:
    if case.found.basis_used is Basis.contract:
        return "Our contract sets this rate for late payment."
    if case.found.basis_used is Basis.court_discretion:
        return "It is the rate usually awarded under section 69 of the County Courts Act 1984."
    base = f" of {plain(reference)}%" if reference is not None else ""
    claimed = (
        f" Interest is claimed on the invoice only and amounts to {pounds_and_pence(case.found.interest)} to date."
    )
    above = plain(latest("uk.late_payment_margin").value)
    return (
        f"{IN_BUSINESS} {ACT[0].upper()}{ACT[1:]} sets the rate at {above}% above the reference rate{base} on the day "
        f"the interest started.{claimed}"
    )


def _form_n1(case: Case) -> Iterator[Box]:
    yield letters.box("Brief details of claim", _brief(case))
    yield letters.box("Value", _statement_of_value(case))
    fee = case.court.issue_fee
    total = case.with_fee
    yield letters.box(
        "Amounts",
        f"Amount claimed: {pounds_and_pence(case.value)}\n"
        f"Court fee: {letters.sum_in(fee, 'court fee')}\n"
        "Legal representative’s costs: none\n"
        f"Total amount: {letters.sum_in(total, 'total')}",
    )
    yield _us(case)
    yield _them(case)


def _brief(case: Case) -> str:
    return f"A claim for {facts.claimed(case)}, with {_with_what(case)}."


def _with_what(case: Case) -> str:
    return joined(
        [
            *(["interest"] if case.found.interest else []),
            *([f"compensation under {ACT}"] if case.found.compensation else []),
            "costs",
        ]
    )


BANDS = (
    (10_000, "not more than £10,000"),
    (25_000, "more than £10,000 but not more than £25,000"),
    (100_000, "more than £25,000 but not more than £100,000"),
)
"""The bands for the statement of value (Civil Procedure Rules, rule 16.3(2)(b))."""


def _statement_of_value(case: Case) -> str:
    without = case.value - case.found.interest
    words = next((band for most, band in BANDS if without <= most), "more than £100,000")
    return f"The claimant expects to recover {words}."


# Scotland and Northern Ireland


def _simple_procedure(case: Case) -> Iterator[Box]:
    """What a claim form must set out: Act of Sederunt (Simple Procedure) 2016 (SSI 2016/200), rule 3.3."""
    yield letters.box(
        "The essential facts",
        "\n".join([facts.the_claim(case), facts.contract(case), facts.invoices(case), *facts.taken_off(case),
                   facts.breach(case)]),
    )  # fmt: skip
    yield letters.box("What you want from the respondent", f"Payment of {'; '.join(facts.asks_for(case))}.")
    yield letters.box("Why the claim should succeed", "\n".join((_why(case), *facts.interest(case))))
    yield letters.box("What you have done to settle it", _settle(case))
    yield letters.box("Documents", "\n".join(_papers(case)))
    yield _us(case)
    yield _them(case)


def _small_claim(case: Case) -> Iterator[Box]:
    yield letters.box(
        "Details of your claim",
        "\n".join([facts.the_claim(case), facts.contract(case), facts.invoices(case), *facts.taken_off(case),
                   facts.breach(case), *facts.interest(case), *facts.steps_taken(case)]),
    )  # fmt: skip
    yield letters.box("Amount of your claim", pounds_and_pence(case.value))
    yield letters.box("Documents to attach", "\n".join(_papers(case)))
    yield _us(case)
    yield _them(case)


def _why(case: Case) -> str:
    return (
        f"The {case.claimant} provided what was agreed and sent the invoices. The {case.defendant} is liable to pay "
        "under the contract, and payment is overdue."
    )


def _settle(case: Case) -> str:
    return "\n".join(facts.steps_taken(case)) or "[your reminders, calls and letter before claim, with their dates]"


def _papers(case: Case) -> Iterator[str]:
    if case.inputs.agreement_form is AgreementForm.written:
        yield "The agreement"
    yield from (f"Invoice {facts.name_of(case, row)}" for row in case.rows)
    yield "Statement of account"
    yield "Letter before claim, with proof of posting"


_FORMS: Mapping[Form, Callable[[Case], Iterator[Box]]] = {
    Form.online_civil_money_claims: _online_civil_money_claims,
    Form.money_claim_online: _money_claim_online,
    Form.form_n1: _form_n1,
    Form.simple_procedure: _simple_procedure,
    Form.small_claim: _small_claim,
    Form.solicitor: _small_claim,
}
