"""Offers and instalments in today's money."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from calculators.kernel import Money, Percentage, plain, portion, to_pence

from .questions import Inputs

USUAL_PLAN = 6
"""The number of monthly instalments assumed if the customer hasn't offered a plan: our choice."""


def in_months(number: Decimal) -> str:
    """A number of months in words."""
    return "1 month" if number == 1 else f"{plain(number)} months"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Equal payments at equal intervals, the last after `months` months."""

    payments: int
    months: Decimal

    @property
    def average(self) -> Decimal:
        """The average wait for a payment, in months."""
        return self.months * (self.payments + 1) / (2 * self.payments)

    def __str__(self) -> str:
        if self.payments > 1:
            return f"{self.payments} equal payments over {in_months(self.months)}"
        return f"one payment after {in_months(self.months)}" if self.months else "one payment now"


def offered(inputs: Inputs) -> Plan:
    """Their offer as payments; if no number of months is given, one payment a month, or a single payment now."""
    usual = 0 if inputs.offer_instalments == 1 else inputs.offer_instalments
    months = Decimal(usual) if inputs.offer_months is None else inputs.offer_months
    return Plan(payments=inputs.offer_instalments, months=months)


def plan_of(inputs: Inputs) -> Plan:
    """The instalments they offer or, if none, the usual ones."""
    return offered(inputs) if inputs.offer_instalments > 1 else Plan(payments=USUAL_PLAN, months=Decimal(USUAL_PLAN))


def chance_of_it_all(inputs: Inputs, plan: Plan) -> Percentage:
    """The chance that the whole plan is paid, as a percentage; a payment now is certain."""
    return inputs.chance_of_completing if plan.months else Decimal(100)


@lru_cache(maxsize=64)
def discount(rate: Percentage, months: Decimal) -> Decimal:
    """What £1 paid after `months` months is worth today."""
    return (1 + rate / 100) ** (-months / 12)


def today_share(inputs: Inputs, plan: Plan) -> Decimal:
    """What £1 of the plan is worth today: the chance of completion x the discount at the average wait."""
    return portion(discount(inputs.discount_rate, plan.average), chance_of_it_all(inputs, plan))


def offer_today(inputs: Inputs) -> Money | None:
    """What their offer is worth today; None without an offer."""
    offer = inputs.offer_amount
    return None if offer is None else to_pence(offer * today_share(inputs, offered(inputs)))
