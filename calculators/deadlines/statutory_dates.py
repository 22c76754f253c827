"""Dates set by law: the time limit, complaints to the Small Business Commissioner, and VAT relief."""

from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import (
    ONE_DAY,
    CustomerType,
    Figure,
    Nation,
    add_months,
    figure,
    latest,
    limitation_years,
    previous_working_day,
)

from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Limit:
    """The time limit: when it starts and its last safe date.

    `without` is the last safe date if nothing restarted the time limit.
    """

    years: Figure
    runs_from: date
    last_safe: date
    without: date


def days_typed(inputs: Inputs) -> list[date]:
    """The due date and the date of supply, leaving out any that wasn't typed."""
    return [day for day in (inputs.due_date, inputs.supplied_date) if day]


def last_day_to_pay(inputs: Inputs) -> date:
    """The due date or, if none was agreed, the last day that the law on late payment gives a business to pay.

    The law counts from the later of the supply and notice of the amount (1998 Act, s4(2A) to (2H)). We don't ask when
    the customer got notice, and a caution says so.
    """
    if inputs.due_date:
        return inputs.due_date
    return days_typed(inputs)[0] + timedelta(days=int(latest(DEFAULT_DAYS).value) - 1)


DEFAULT_DAYS = "uk.late_payment_default_days"


def limit_of(inputs: Inputs) -> Limit:
    """The time limit, counted from the earliest date that a court might use.

    For services, time can run from when the work was done, whenever payment was due: Consulting Concepts v Consumer
    Protection Association [2022] EWCA Civ 1699. A part payment or acknowledgment only restarts it if made in time:
    Limitation Act 1980, s29(5) and (7); 1973 Act, s6 and s10.
    """
    years = limitation_years(inputs.nation)
    first = min(days_typed(inputs))
    told = inputs.last_acknowledged
    restarted = told is not None and first < told < add_months(first, int(years.value) * 12)
    runs_from = told if told and restarted else first
    return Limit(
        years=years,
        runs_from=runs_from,
        last_safe=_last_safe(inputs.nation, runs_from, years),
        without=_last_safe(inputs.nation, first, years),
    )


def _last_safe(nation: Nation, runs_from: date, years: Figure) -> date:
    """The last date before the anniversary that is neither a weekend nor a holiday that we know of."""
    return previous_working_day(_day_before(runs_from, int(years.value) * 12), nation.name)


def _day_before(first: date, months: int) -> date:
    """The date one day before that many months have passed, as a safe last date."""
    return add_months(first, months) - ONE_DAY


def commissioner_months(inputs: Inputs) -> Figure | None:
    """How many months there are to complain, or None for a consumer or a public body (Enterprise Act 2016, Part 1)."""
    if inputs.customer_type in (CustomerType.consumer, CustomerType.public_body):
        return None
    return figure("uk.small_business_commissioner_months", inputs.plan_from)


def vat_relief(inputs: Inputs) -> tuple[date, date]:
    """The first and the last safe date to claim VAT relief (HMRC Notice 700/18).

    Both are counted in months: the first from the later of the last day to pay and the supply, the last from the later
    of the due date and the supply, as typed.
    """
    opens, ends = (int(one.value) for one in vat_figures(inputs))
    later, last = max(last_day_to_pay(inputs), *days_typed(inputs)), max(days_typed(inputs))
    return add_months(later, opens) + ONE_DAY, _day_before(last, ends)


def vat_figures(inputs: Inputs) -> tuple[Figure, Figure]:
    """The months after which VAT relief can first be claimed, and after which it no longer can."""
    return (
        figure("uk.vat_bad_debt_relief_months", inputs.plan_from),
        figure("uk.vat_bad_debt_relief_last_months", inputs.plan_from),
    )


def commissioner_until(inputs: Inputs) -> date | None:
    """The last safe date to complain to the Small Business Commissioner, or None if that isn't possible."""
    months = commissioner_months(inputs)
    return _day_before(days_typed(inputs)[0], int(months.value)) if months else None
