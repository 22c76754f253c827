"""Interest on a judgment: which judgments earn it, from when, until when, and on what balance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from calculators.kernel import (
    NIL,
    CustomerType,
    Figure,
    Money,
    Nation,
    add_months,
    apportion,
    latest,
    to_pence,
)
from calculators.late_payment_interest.rates import YEAR
from calculators.payment_plan.due_dates import date_after

from .questions import Inputs, Terms
from .result_types import EarnsInterest, Period


@dataclass(frozen=True, kw_only=True)
class JudgmentInterest:
    """The interest on a judgment; `a_day` has four decimals, and is zero if no more interest runs."""

    earns: EarnsInterest
    rate: Figure
    interest: Money
    a_day: Decimal
    periods: tuple[Period, ...]


def interest_of(inputs: Inputs) -> JudgmentInterest:
    """Simple interest, days / 365, on what is due and unpaid; rounded once, half up.

    A payment comes off the judgment before the interest, and off the earliest instalment first, which gives the lower
    total.
    """
    earns, rate = earns_interest(inputs), latest(f"{inputs.nation.name}.judgment_interest_rate")
    until = _until(inputs)
    spans = [] if earns is EarnsInterest.no else list(_spans(inputs, _starts(inputs, earns), until))
    exact = [balance * days * rate.value / 100 / YEAR for _, _, balance, days in spans]
    rounded = apportion(exact)
    running = earns is not EarnsInterest.no and until == inputs.interest_to
    a_day = overdue_at(inputs, until) * rate.value / 100 / YEAR if running else NIL
    return JudgmentInterest(
        earns=earns,
        rate=rate,
        interest=to_pence(sum(exact, Decimal(0))),
        a_day=a_day.quantize(Decimal("0.0001"), ROUND_HALF_UP),
        periods=tuple(
            Period(starts=starts, ends=ends, balance=balance, days=days, interest=interest)
            for (starts, ends, balance, days), interest in zip(spans, rounded, strict=True)
        ),
    )


def earns_interest(inputs: Inputs) -> EarnsInterest:
    """Whether the judgment earns interest, and why.

    England and Wales: County Courts (Interest on Judgment Debts) Order 1991, article 1(2), as replaced by SI 1998/2400.
    Northern Ireland: Judgments Enforcement Order 1981, article 127(1).
    """
    if inputs.nation is Nation.scotland:
        return EarnsInterest.decree
    least = latest(f"{inputs.nation.name}.judgment_interest_minimum").value
    if inputs.nation is Nation.northern_ireland:
        return EarnsInterest.large if inputs.judgment_amount > least else EarnsInterest.no
    if inputs.judgment_amount >= least:
        return EarnsInterest.large
    if _is_late_invoice(inputs):
        return EarnsInterest.late_invoice
    return EarnsInterest.high_court if inputs.transferred_on else EarnsInterest.no


def _is_late_invoice(inputs: Inputs) -> bool:
    """Whether it's a qualifying debt under the 1998 Act; no for an association, which may not be a business."""
    left_out = (CustomerType.consumer, CustomerType.association)
    return inputs.late_payment_debt and inputs.customer_type not in left_out


def _starts(inputs: Inputs, earns: EarnsInterest) -> date:
    """When interest starts: at the judgment or certificate, at most six years back (Limitation Act 1980, s24(2))."""
    moved = inputs.transferred_on if earns is EarnsInterest.high_court else None
    starts = moved or inputs.judgment_date
    if inputs.nation is not Nation.england_wales:
        return starts
    years = int(latest("england_wales.enforcement_without_permission_years").value)
    return max(starts, add_months(inputs.interest_to, -12 * years))


def _until(inputs: Inputs) -> date:
    """The last date that earns interest.

    County Court interest stops when enforcement that brings in money starts (1991 Order, article 4). We treat
    questioning in court as such a step, and a wages order from its date, which is the reading that claims less. In
    Northern Ireland, an application to the Office stops it (1981 Order, article 127(1)).
    """
    if inputs.nation is Nation.northern_ireland:
        return inputs.ejo_applied_on or inputs.interest_to
    stopped = inputs.enforced_on
    in_high_court = stopped and inputs.transferred_on and stopped >= inputs.transferred_on
    if inputs.nation is Nation.england_wales and stopped and not in_high_court:
        return stopped
    return inputs.interest_to


def due_parts(inputs: Inputs) -> tuple[tuple[date, Money], ...]:
    """Each part of the judgment with its due date; the last instalment is whatever is left."""
    if inputs.judgment_terms is Terms.instalments and inputs.court_instalment and inputs.first_instalment_date:
        return tuple(_instalments(inputs, inputs.court_instalment, inputs.first_instalment_date))
    return ((max(inputs.judgment_date, inputs.pay_by_date or inputs.judgment_date), inputs.judgment_amount),)


def _instalments(inputs: Inputs, amount: Money, first: date) -> Iterator[tuple[date, Money]]:
    left, number = inputs.judgment_amount, 0
    while left > 0:
        yield date_after(first, inputs.instalments_every, number), min(amount, left)
        left, number = left - amount, number + 1


def overdue_at(inputs: Inputs, day: date) -> Money:
    """What is due by that date and unpaid."""
    return _unpaid(inputs, due_parts(inputs), day)


def _unpaid(inputs: Inputs, parts: tuple[tuple[date, Money], ...], day: date) -> Money:
    due = sum((amount for falls_due, amount in parts if falls_due <= day), NIL)
    return max(NIL, due - sum((one.amount for one in inputs.judgment_payments if one.date <= day), NIL))


def _spans(inputs: Inputs, starts: date, until: date) -> Iterator[tuple[date, date, Money, int]]:
    """Each period with one balance: its first and last date, the balance and the number of days.

    Interest still runs on an amount on the date it's paid.
    """
    parts = due_parts(inputs)
    changes = {starts, until} | {day for day, _ in parts} | {one.date for one in inputs.judgment_payments}
    days = sorted(day for day in changes if starts <= day <= until)
    for since, to in pairwise(days):
        balance = _unpaid(inputs, parts, since)
        if balance:
            yield since + timedelta(days=1), to, balance, (to - since).days
