"""Days that the law sets: the time limit, the commissioner and VAT relief."""

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
    """The time limit: where it starts and its last safe day; `without` is that day if nothing restarted it."""

    years: Figure
    runs_from: date
    last_safe: date
    without: date


def days_typed(inputs: Inputs) -> list[date]:
    """The day that was agreed and that of the supply, as far as they are typed."""
    return [day for day in (inputs.due_date, inputs.supplied_date) if day]


def last_day_to_pay(inputs: Inputs) -> date:
    """The day agreed or, without one, the last of those that the law on late payment gives a business.

    The law counts from the later of the supply and their notice of the sum (1998 Act, s4(2A) to (2H)); we do not ask
    for the second, and say so.
    """
    if inputs.due_date:
        return inputs.due_date
    return days_typed(inputs)[0] + timedelta(days=int(latest(DEFAULT_DAYS).value) - 1)


DEFAULT_DAYS = "uk.late_payment_default_days"


def limit_of(inputs: Inputs) -> Limit:
    """The time limit, counted from the earliest day that a court might.

    For services time can run from the work, whenever payment was due: Consulting Concepts v Consumer
    Protection Association [2022] EWCA Civ 1699. A part payment or acknowledgment starts it again only
    if it came in time: Limitation Act 1980, s29(5) and (7); 1973 Act, s6 and s10.
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
    """The last day before the anniversary that is no weekend and no holiday that we know of."""
    return previous_working_day(_day_before(runs_from, int(years.value) * 12), nation.name)


def _day_before(first: date, months: int) -> date:
    """The day before so many months are over, for a last day that is safe."""
    return add_months(first, months) - ONE_DAY


def commissioner_months(inputs: Inputs) -> Figure | None:
    """The months to complain, for a customer who is a business and no public body (Enterprise Act 2016, Part 1)."""
    if inputs.customer_type in (CustomerType.consumer, CustomerType.public_body):
        return None
    return figure("uk.small_business_commissioner_months", inputs.plan_from)


def vat_relief(inputs: Inputs) -> tuple[date, date]:
    """The first and last safe day, by months after the later of the due day and the supply (HMRC Notice 700/18)."""
    opens, ends = (int(one.value) for one in vat_figures(inputs))
    later, last = max(last_day_to_pay(inputs), *days_typed(inputs)), max(days_typed(inputs))
    return add_months(later, opens) + ONE_DAY, _day_before(last, ends)


def vat_figures(inputs: Inputs) -> tuple[Figure, Figure]:
    """The months after which VAT relief opens and ends."""
    return (
        figure("uk.vat_bad_debt_relief_months", inputs.plan_from),
        figure("uk.vat_bad_debt_relief_last_months", inputs.plan_from),
    )


def commissioner_until(inputs: Inputs) -> date | None:
    """The last safe day to complain to the Small Business Commissioner."""
    months = commissioner_months(inputs)
    return _day_before(days_typed(inputs)[0], int(months.value)) if months else None
