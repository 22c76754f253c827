"""The days on which the payments of a plan and its deposit are due, moved off closed days."""

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
    """The day of a payment, counted from 0, before any closed day moves it; a break puts off those after it."""
    skipped = inputs.pause_periods if inputs.pause_after and number >= inputs.pause_after else 0
    day = date_after(_first(inputs), inputs.every, number + skipped)
    return _last_of_month(day) if inputs.last_day_of_month else day


def _first(inputs: Inputs) -> date:
    """The day that was typed for the first payment, or one step after the agreement."""
    if inputs.first_payment_date:
        return inputs.first_payment_date
    if inputs.agreement_date:
        return date_after(inputs.agreement_date, inputs.every, 1)
    raise NoPlan(
        "first_payment_date", "The date of the first instalment is missing. Write a date, such as 1 December 2026."
    )


def date_after(day: date, every: Every, number: int) -> date:
    """So many steps on, months anchored to the first day."""
    if every in WEEKS:
        return day + timedelta(weeks=WEEKS[every] * number)
    return add_months(day, MONTHS[every] * number)


def _last_of_month(day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def due_days(inputs: Inputs) -> Iterator[date]:
    """The days on which payments are due, without end.

    They ascend: payments are a week apart or more, and no closed spell is as long as that.
    """
    return (_due(inputs, nominal_day(inputs, number)) for number in count())


def _due(inputs: Inputs, day: date) -> date:
    """The day that a payment moves to, but never back to before they agree."""
    moved, agreed = MOVES[inputs.if_not_working_day](day, inputs.nation.name), inputs.agreement_date
    return next_working_day(day, inputs.nation.name) if agreed and moved < agreed <= day else moved


def start_day(inputs: Inputs) -> date:
    """The day that interest and waiting are counted from: the agreement, or the first payment if that is earlier."""
    first = next(due_days(inputs))
    return min(inputs.agreement_date or first, first)


def deposit_day(inputs: Inputs) -> date | None:
    """The day of the deposit before any closed day moves it: as typed, or the day they agree."""
    return (inputs.deposit_date or start_day(inputs)) if inputs.deposit else None


def deposit_due(inputs: Inputs) -> date | None:
    """The day of the deposit, moved like any other."""
    day = deposit_day(inputs)
    return _due(inputs, day) if day else None


def deposit_wait(inputs: Inputs) -> int:
    """The days from the start until the deposit is paid."""
    due = deposit_due(inputs)
    return max(0, (due - start_day(inputs)).days) if due else 0


def in_time(inputs: Inputs, number: int) -> bool:
    """Whether a payment, counted from 0, or the working day it moves to is no later than the end date."""
    day = nominal_day(inputs, number)
    return inputs.end_date is None or min(day, _due(inputs, day)) <= inputs.end_date
