"""VAT periods: where one ends, all the others follow."""

from datetime import date

from calculators.kernel import ONE_DAY, add_months

from .questions import Inputs, VatPeriod

MONTHS = {VatPeriod.month: 1, VatPeriod.quarter: 3, VatPeriod.year: 12}


def period_with(inputs: Inputs, day: date) -> date | None:
    """The last day of the VAT period that a day is in, if we know where one of the periods ends."""
    return _end(inputs, _number(inputs, day)) if inputs.vat_period_end else None


def last_to_claim(inputs: Inputs, until: date) -> date | None:
    """The last day of the last period whose return can be sent by that day: the period has to be over first."""
    return _end(inputs, _number(inputs, until) - 1) if inputs.vat_period_end else None


def _number(inputs: Inputs, day: date) -> int:
    """Which period a day is in, counted from the one that the reader named."""
    end = inputs.vat_period_end or day
    apart = (day.year - end.year) * 12 + day.month - end.month
    number = apart // MONTHS[inputs.vat_period] - 1
    while _end(inputs, number) < day:
        number += 1
    return number


def _end(inputs: Inputs, number: int) -> date:
    """Counted from the day after, so that periods that end with a month always do."""
    after = (inputs.vat_period_end or date.max) + ONE_DAY
    return add_months(after, number * MONTHS[inputs.vat_period]) - ONE_DAY
