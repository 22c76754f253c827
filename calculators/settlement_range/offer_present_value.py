"""Offers and instalments in today’s money."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from calculators.kernel import (
    NIL,
    Money,
    Percentage,
    claim_outcomes,
    plain,
    portion,
    to_pence,
    to_percentage,
)

from .guesses import Guesses
from .questions import Inputs
from .result_types import Option, Verdict, Worth
from .sums import View, Views, claim_today, discount

USUAL_PLAN = 6
"""Monthly instalments assumed where the customer has offered no plan: our choice."""


def in_months(number: Decimal) -> str:
    """A number of months in words."""
    return "1 month" if number == 1 else f"{plain(number)} months"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Equal payments, evenly spread, the last after so many months."""

    payments: int
    months: Decimal

    @property
    def average(self) -> Decimal:
        """Months until the middle of the payments."""
        return self.months * (self.payments + 1) / (2 * self.payments)

    def __str__(self) -> str:
        if self.payments > 1:
            return f"{self.payments} equal payments over {in_months(self.months)}"
        return f"one payment after {in_months(self.months)}" if self.months else "one payment now"


def offered(inputs: Inputs) -> Plan:
    """Their offer as payments; without a number of months, one payment a month, or one now."""
    usual = 0 if inputs.offer_instalments == 1 else inputs.offer_instalments
    months = Decimal(usual) if inputs.offer_months is None else inputs.offer_months
    return Plan(payments=inputs.offer_instalments, months=months)


def plan_of(inputs: Inputs) -> Plan:
    """The instalments they offer, or else the usual ones."""
    return offered(inputs) if inputs.offer_instalments > 1 else Plan(payments=USUAL_PLAN, months=Decimal(USUAL_PLAN))


def _kept(inputs: Inputs, plan: Plan) -> Percentage:
    """The chance that all of it is paid; a payment now is certain."""
    return inputs.chance_of_completing if plan.months else Decimal(100)


def today_share(inputs: Inputs, plan: Plan) -> Decimal:
    """What a pound of the plan is worth today: chance of completion x discount at the middle payment."""
    return portion(discount(inputs.discount_rate, plan.average), _kept(inputs, plan))


def offer_today(inputs: Inputs) -> Money | None:
    """What their offer is worth today, None where there is none."""
    offer = inputs.offer_amount
    return None if offer is None else to_pence(offer * today_share(inputs, offered(inputs)))


def verdict(offer: Money | None, low: View, base: View) -> Verdict | None:
    """How an offer in today's money compares with what you need, even where that is more than the claim."""
    if offer is None:
        return None
    if offer < base.needed:
        return Verdict.too_low if base.is_hopeless or offer < low.needed else Verdict.a_little_low
    aim = base.target
    return Verdict.worth_taking if aim is None or offer < aim else Verdict.good


def is_close_call(offer: Money | None, views: Views) -> bool | None:
    """Whether an offer lies in the middle half of what you may need; None without an offer."""
    if offer is None:
        return None
    needed = [view.needed for view in views]
    quarter = (max(needed) - min(needed)) / 4
    return not views[1].is_hopeless and min(needed) + quarter < offer < max(needed) - quarter


def comparison(inputs: Inputs, guesses: Guesses, base: View) -> Iterator[Worth]:
    """The offer beside a plan for all of it, court, an agency and writing off."""
    claimed = claim_today(inputs)
    if inputs.offer_amount is not None:
        yield _settled(inputs, Option.offer, inputs.offer_amount, offered(inputs))
    yield _settled(inputs, Option.plan, claimed, plan_of(inputs))
    most, reached = max(back for _, back, _ in base.court.paid), claim_outcomes.chance_of_being_paid(guesses.case)
    yield _worth(Option.court, most, reached, guesses.months, base.by_court)
    if guesses.agency is not None and base.by_agency is not None:
        yield _worth(Option.agency, claimed, guesses.agency, None, base.by_agency)
    yield _worth(Option.writing_off, NIL, Decimal(100), None, NIL)


def _settled(inputs: Inputs, option: Option, amount: Money, plan: Plan) -> Worth:
    today = to_pence(amount * today_share(inputs, plan)) - inputs.settling_cost + inputs.future_work_value
    return _worth(option, amount, _kept(inputs, plan), plan.average, today)


def _worth(option: Option, amount: Money, chance: Percentage, months: Decimal | None, today: Money) -> Worth:
    return Worth(
        option=option, amount=amount, chance=to_percentage(chance / 100), today=today,
        months=None if months is None else months.quantize(Decimal("0.1")),
    )  # fmt: skip
