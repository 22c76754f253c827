"""How an offer compares with what you need, and with every other way forward."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.kernel import NIL, Money, Percentage, to_pence, to_percentage

from .guessed_answers import Guesses
from .offer_present_value import Plan, chance_of_it_all, offered, plan_of, today_share
from .questions import Inputs
from .result_types import Option, Verdict, Worth
from .sums import View, Views, claim_today


def verdict(offer: Money | None, low: View, base: View) -> Verdict | None:
    """How an offer in today's money compares with what you need, even if that's more than the claim."""
    if offer is None:
        return None
    if offer < base.needed:
        return Verdict.too_low if base.is_hopeless or offer < low.needed else Verdict.a_little_low
    aim = base.target
    return Verdict.worth_taking if aim is None or offer < aim else Verdict.good


def is_close_call(offer: Money | None, views: Views) -> bool | None:
    """Whether an offer is in the middle half of the range of what you may need; None without an offer."""
    if offer is None:
        return None
    needed = [view.needed for view in views]
    quarter = (max(needed) - min(needed)) / 4
    return not views[1].is_hopeless and min(needed) + quarter < offer < max(needed) - quarter


def comparison(inputs: Inputs, guesses: Guesses, base: View) -> Iterator[Worth]:
    """The value of each option: their offer, a plan for the whole claim, court, an agency and writing it off.

    If there's a counterclaim, dropping your claim doesn't end theirs, so a deal to drop both replaces writing it off.
    """
    claimed = claim_today(inputs)
    if inputs.offer_amount is not None:
        yield _settled(inputs, Option.offer, inputs.offer_amount, offered(inputs))
    yield _settled(inputs, Option.plan, claimed, plan_of(inputs))
    most = max((one.from_them for one, _ in base.court.paid if one.chance), default=NIL)
    yield _worth(Option.court, max(NIL, most), base.chance_of_money, guesses.months, base.by_court)
    if guesses.agency is not None and base.by_agency is not None:
        yield _worth(Option.agency, claimed, guesses.agency, None, base.by_agency)
    if base.is_disputed_both_ways:
        yield _settled(inputs, Option.nobody_pays, NIL, Plan(payments=1, months=Decimal(0)))
    else:
        yield _worth(Option.writing_off, NIL, Decimal(100), None, NIL)


def _settled(inputs: Inputs, option: Option, amount: Money, plan: Plan) -> Worth:
    today = to_pence(amount * today_share(inputs, plan)) - inputs.settling_cost + inputs.future_work_value
    return _worth(option, amount, chance_of_it_all(inputs, plan), plan.average, today)


def _worth(option: Option, amount: Money, chance: Percentage, months: Decimal | None, today: Money) -> Worth:
    return Worth(
        option=option, amount=amount, chance=to_percentage(chance / 100), today=today,
        months=None if months is None else months.quantize(Decimal("0.1")),
    )  # fmt: skip
