"""VAT periods, all worked out from the end of one of them."""

from datetime import date

from calculators.kernel import ONE_DAY, add_months

from .questions import Inputs, VatPeriod

MONTHS = {VatPeriod.month: 1, VatPeriod.quarter: 3, VatPeriod.year: 12}


def period_with(inputs: Inputs, day: date) -> date | None:
    """The last day of the VAT period that a date is in; None if the reader hasn't said when one of the periods ends."""
    return _end(inputs, _number(inputs, day)) if inputs.vat_period_end else None


def last_to_claim(inputs: Inputs, until: date) -> date | None:
    """The last day of the last period whose return can be sent by `until`: the period has to be over first."""
    return _end(inputs, _number(inputs, until) - 1) if inputs.vat_period_end else None


def _number(inputs: Inputs, day: date) -> int:
    """The number of the period that a date is in, counted from 0 for the one that the reader named."""
    end = inputs.vat_period_end or day
    apart = (day.year - end.year) * 12 + day.month - end.month
    number = apart // MONTHS[inputs.vat_period] - 1
    while _end(inputs, number) < day:
        number += 1
    return number


def _end(inputs: Inputs, number: int) -> date:
    """The last day of a period, counted from the day after it so periods that end with a month always do."""
    after = (inputs.vat_period_end or date.max) + ONE_DAY
    return add_months(after, number * MONTHS[inputs.vat_period]) - ONE_DAY
