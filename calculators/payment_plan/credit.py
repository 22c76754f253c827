"""Whether a plan may be a consumer credit agreement, and the warnings if it may."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculators.kernel import CustomerType, Source, add_months, exact_percent, in_words, latest, pounds

from .due_dates import deposit_due
from .questions import Inputs
from .result_types import Instalment, RegulatedCredit

MOST_EXEMPT = 12
"""The most payments that credit without interest or charges can have and be exempt (SI 2001/544, article 60F(2))."""

PEOPLE = {
    CustomerType.sole_trader: "The law treats a sole trader as an individual here",
    CustomerType.partnership: "The law treats a partnership of two or three as an individual here",
    CustomerType.consumer: "Your customer is an individual",
    CustomerType.association: "The law treats a club or charity that is not a company as an individual here",
}


LEFT_OUT = (
    "leaves out {what}, because charging an individual or a small firm for time to pay can make this a credit "
    "agreement, which you need permission to offer. You don’t lose your right to it by waiting."
)
"""Why interest is left out: Consumer Credit Act 1974; CFL Finance v Laser Trust [2021] EWCA Civ 228."""


def regulated_credit_of(inputs: Inputs) -> RegulatedCredit:
    """How likely it is that the plan is regulated credit."""
    if inputs.customer_type not in PEOPLE:
        return RegulatedCredit.outside
    return RegulatedCredit.likely if inputs.interest_rate else RegulatedCredit.possible


def credit_cautions(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """Warnings based on CFL Finance v Laser Trust [2021] EWCA Civ 228 and SI 2001/544, articles 60C and 60F."""
    if inputs.customer_type not in PEOPLE:
        kind = "public body" if inputs.customer_type is CustomerType.public_body else "company"
        yield f"Consumer credit law protects individuals. Your customer is a {kind}, so it does not cover this plan."
        return
    if inputs.interest_left_out:
        what = f"the {pounds(inputs.interest_left_out)} of interest and compensation"
        yield f"The plan {LEFT_OUT.format(what=what)}"
    yield (
        f"Get legal advice before you offer this plan. {PEOPLE[inputs.customer_type]}, so it can count as consumer "
        "credit if they give something in return for time to pay: interest, a fee, or a promise to drop a claim "
        "against you. You may then need permission from a court or the regulator to enforce the agreement, and making "
        "one may be an offence."
    )
    if inputs.interest_rate:
        yield (
            "Set the interest to 0, or get legal advice before you offer this plan. You’re asking for "
            f"{exact_percent(inputs.interest_rate)} interest, which is a charge for giving them time."
        )
    yield _exemption(inputs, rows)
    yield (
        "Ask a solicitor, because no number of payments is certain to make such a plan safe: lawyers and regulators "
        "read the rules differently. If your customer disputes the whole debt on good grounds, that’s a different "
        "matter."
    )
    limit = latest("uk.exempt_business_credit")
    if inputs.customer_type is not CustomerType.consumer and inputs.to_spread > limit.value:
        yield f"Credit of more than {pounds(limit.value)} for a customer’s own business may be exempt. Ask a solicitor."


def _exemption(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """Whether the plan is within the limits of article 60F(2), and why not to rely on that."""
    months = latest("uk.exempt_credit_months").value
    misses = list(_misses(inputs, rows))
    missed = f"This plan doesn’t meet that test, because {' and '.join(misses)}."
    fit = missed if misses else "This plan is within those limits."
    return (
        "Do not rely on an exemption. Credit without interest or charges can be exempt if it is paid off in "
        f"{MOST_EXEMPT} payments or fewer, within {months} months starting on the date of the agreement. {fit} If "
        "twelve monthly payments start a month after the agreement, the last one is due a day too late. A debt that "
        "is already due may not be covered at all."
    )


def _misses(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    if inputs.interest_rate:
        yield "it charges interest"
    deposit = _is_credit(inputs)
    if len(rows) + deposit > MOST_EXEMPT:
        yield f"it has {len(rows) + deposit} payments{', including the deposit' if deposit else ''}"
    last = _last_exempt_day(inputs)
    if last and rows[-1].due > last:
        yield f"its last payment is on {in_words(rows[-1].due)}, after {in_words(last)}"


def _is_credit(inputs: Inputs) -> bool:
    """Whether the deposit counts as one of the payments: not if it's due on or before the date of the agreement."""
    due, agreed = deposit_due(inputs), inputs.agreement_date
    return due is not None and (agreed is None or due > agreed)


def _last_exempt_day(inputs: Inputs) -> date | None:
    """The day before the agreement's anniversary, because the months start on the date of the agreement."""
    if inputs.agreement_date is None:
        return None
    return add_months(inputs.agreement_date, int(latest("uk.exempt_credit_months").value)) - timedelta(days=1)


def sources_of(inputs: Inputs) -> Iterator[Source]:
    """The figures behind the warnings on consumer credit."""
    if inputs.customer_type in PEOPLE:
        yield Source(field="regulated_credit", figure=latest("uk.exempt_credit_months"))
        yield Source(field="exempt_business_credit", figure=latest("uk.exempt_business_credit"))
