"""The due dates of a plan's payments and its deposit, moved off non-working days."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count

from calculators.kernel import add_months, next_working_day, previous_working_day

from .questions import Every, IfNotWorkingDay, Inputs, NoPlan

WEEKS = {Every.week: 1, Every.fortnight: 2, Every.four_weeks: 4}

MONTHS = {Every.month: 1, Every.quarter: 3}

MOVES: dict[IfNotWorkingDay, Callable[[date, str], date]] = {
    IfNotWorkingDay.next: next_working_day,
    IfNotWorkingDay.previous: previous_working_day,
    IfNotWorkingDay.keep: lambda day, _: day,
}


def nominal_day(inputs: Inputs, number: int) -> date:
    """The date of a payment, counted from 0, before any move off a non-working day; a break delays later payments."""
    skipped = inputs.pause_periods if inputs.pause_after and number >= inputs.pause_after else 0
    day = date_after(_first(inputs), inputs.every, number + skipped)
    return _last_of_month(day) if inputs.last_day_of_month else day


def _first(inputs: Inputs) -> date:
    """The date entered for the first payment or, if none, one interval after the agreement."""
    if inputs.first_payment_date:
        return inputs.first_payment_date
    if inputs.agreement_date:
        return date_after(inputs.agreement_date, inputs.every, 1)
    raise NoPlan(
        "first_payment_date", "The date of the first instalment is missing. Write a date, such as 1 December 2026."
    )


def date_after(day: date, every: Every, number: int) -> date:
    """The date that is `number` intervals after `day`; months are always counted from `day` itself."""
    if every in WEEKS:
        return day + timedelta(weeks=WEEKS[every] * number)
    return add_months(day, MONTHS[every] * number)


def _last_of_month(day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def due_days(inputs: Inputs) -> Iterator[date]:
    """The due dates of the payments, without end.

    They're in ascending order, because payments are at least a week apart and no run of non-working days is that long.
    """
    return (_due(inputs, nominal_day(inputs, number)) for number in count())


def _due(inputs: Inputs, day: date) -> date:
    """The date that a payment moves to, which is never back to before the agreement."""
    moved, agreed = MOVES[inputs.if_not_working_day](day, inputs.nation.name), inputs.agreement_date
    return next_working_day(day, inputs.nation.name) if agreed and moved < agreed <= day else moved


def start_day(inputs: Inputs) -> date:
    """The date that interest and waiting are counted from: the agreement or, if earlier, the first payment."""
    first = next(due_days(inputs))
    return min(inputs.agreement_date or first, first)


def deposit_day(inputs: Inputs) -> date | None:
    """The date of the deposit before any move off a non-working day: as entered or, if not, the date they agree."""
    return (inputs.deposit_date or start_day(inputs)) if inputs.deposit else None


def deposit_due(inputs: Inputs) -> date | None:
    """The due date of the deposit, moved off a non-working day like any other."""
    day = deposit_day(inputs)
    return _due(inputs, day) if day else None


def deposit_wait(inputs: Inputs) -> int:
    """The number of days from the start until the deposit is paid."""
    due = deposit_due(inputs)
    return max(0, (due - start_day(inputs)).days) if due else 0


def in_time(inputs: Inputs, number: int) -> bool:
    """Whether a payment, counted from 0, is due by the end date, either before or after it moves to a working day."""
    day = nominal_day(inputs, number)
    return inputs.end_date is None or min(day, _due(inputs, day)) <= inputs.end_date
