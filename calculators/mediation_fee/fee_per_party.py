"""What each side is charged before VAT: as quoted, under the fixed fee scheme, or at market prices."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from calculators.kernel import Figure, Money, NotCovered, Step, figure, plain, pounds, step, table, to_pence

from .questions import FeeBasis, Inputs, Quote

SCHEME = "mediation.cmc_fixed_fee"

SCHEME_HOURS = (1, 3, 4)
"""How many hours the scheme's fee covers in each band, as given by its source beside the fees."""

TWO_HOURS = 2
HALF_DAY = 4
"""How many hours half a day is in the price lists we saw."""


def charged(inputs: Inputs, name: str) -> Figure:
    """A mediator's charge, or the VAT rate, as last checked.

    That's not the figure at the date of the claim, since the mediation is still to come.
    """
    return figure(name, last_checked(name), inputs.amount_owed)


def last_checked(name: str) -> date:
    """The date we last checked a figure."""
    return table(name).versions[-1].checked


def fee_steps(inputs: Inputs, quote: Quote) -> list[Step]:
    """What each side is charged before VAT, line by line."""
    if quote.quoted_fee and quote.fee_basis is FeeBasis.hourly_quote and quote.session_hours:
        label = f"{hours_in_words(quote.session_hours)} at {pounds(quote.quoted_fee)}"
        return [step(label, to_pence(quote.session_hours * quote.quoted_fee))]
    if quote.quoted_fee and quote.fee_basis is FeeBasis.day_quote:
        return [step("Quoted fee for each side", quote.quoted_fee), *_further_hours(quote)]
    market = market_range(inputs, quote.session_hours)
    if market:
        return [step("Midpoint of the listed fees for each side, our estimate", market.typical)]
    return _scheme_steps(inputs, quote.session_hours)


def _further_hours(quote: Quote) -> Iterator[Step]:
    """The extra hours beyond a quote for a session or day, at the mediator's own fee."""
    further = hours_beyond(quote.session_hours, quote.hours_covered)
    if further and quote.extra_hour_fee:
        label = f"{hours_in_words(further)} extra at {pounds(quote.extra_hour_fee)}"
        yield step(label, to_pence(further * quote.extra_hour_fee))


def hours_beyond(hours: Decimal | None, covered: Decimal | int | None) -> int:
    """The extra hours, rounded up to whole hours to be safe."""
    if hours is None or covered is None:
        return 0
    return max(0, int((hours - covered).to_integral_value(ROUND_CEILING)))


def _scheme_steps(inputs: Inputs, hours: Decimal | None) -> list[Step]:
    """The scheme's fee, and any extra hours."""
    fee, covered = charged(inputs, SCHEME), _covered_hours(inputs)
    if covered == 1 and hours and hours > covered:
        fee, covered = charged(inputs, "mediation.cmc_two_hour_fee"), TWO_HOURS
    further = hours_beyond(hours, covered)
    steps = [step(f"Scheme fee for up to {hours_in_words(covered)}", fee.value, fee)]
    if further:
        extra = charged(inputs, "mediation.cmc_extra_hour_fee")
        label = f"{hours_in_words(further)} extra at {pounds(extra.value)}"
        steps.append(step(label, extra.value * further, extra))
    return steps


def hours_in_words(number: Decimal | int) -> str:
    """A number of hours in words: 1 hour, 2.5 hours."""
    return "1 hour" if number == 1 else f"{plain(Decimal(number))} hours"


def _covered_hours(inputs: Inputs) -> int:
    """How many hours the scheme's fee covers for this debt; a band includes its upper limit."""
    bands = table(SCHEME).in_force(last_checked(SCHEME)).bands
    return next(hours for band, hours in zip(bands, SCHEME_HOURS, strict=True) if band.holds(inputs.amount_owed))


@dataclass(frozen=True, kw_only=True)
class Market:
    """The range of prices in the lists we saw, for each side before VAT."""

    low: Figure
    high: Figure

    @property
    def typical(self) -> Money:
        """Our own estimate, halfway between the two; it isn't on any list."""
        return to_pence((self.low.value + self.high.value) / 2)


def market_range(inputs: Inputs, hours: Decimal | None) -> Market | None:
    """The range of market prices if the scheme has no fee for this debt, otherwise None.

    Up to four hours count as half a day, anything else as a whole day.
    """
    try:
        charged(inputs, SCHEME)
    except NotCovered:
        return _range(inputs, "half_day" if hours and hours <= HALF_DAY else "full_day")
    return None


def _range(inputs: Inputs, length: str) -> Market:
    try:
        low, high = (charged(inputs, f"mediation.market_{length}_{end}") for end in ("low", "high"))
    except NotCovered:
        return _range(inputs, "full_day")
    return Market(low=low, high=high)
