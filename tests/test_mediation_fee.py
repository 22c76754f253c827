"""The cost of a mediator: the shares add up to the total, and VAT that a business can reclaim costs it nothing."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.kernel.figures.reference import table
from calculators.mediation_fee import EXAMPLES
from calculators.mediation_fee.fee_per_party import SCHEME, SCHEME_HOURS
from calculators.mediation_fee.questions import MOST_MEDIATORS

pounds = st.decimals(min_value=Decimal("0.01"), max_value=2 * 10**6, places=2)
costs = st.decimals(min_value=0, max_value=5000, places=2)
hours = st.decimals(min_value=Decimal("0.5"), max_value=20, places=1)
shares = st.none() | st.decimals(min_value=0, max_value=100, places=2)
answers = st.sampled_from(["yes", "no"])
quotes = st.fixed_dictionaries(
    {
        "fee_basis": st.sampled_from(["fixed_fee_scheme", "hourly_quote", "day_quote"]),
        "quoted_fee": st.decimals(min_value=Decimal("0.01"), max_value=5000, places=2).map(str),
        "session_hours": hours.map(str),
        "mediator_adds_vat": answers,
        "venue_cost": costs.map(str),
        "travel_cost": costs.map(str),
    }
)


def cost(**values: Any) -> dict[str, Any]:
    typed = {name: value if isinstance(value, list) else str(value) for name, value in values.items()}
    found: dict[str, Any] = calculators.answer(calculators.load("mediation_fee"), typed, EXAMPLES[0].today)["result"]
    return found


def amount(found: dict[str, Any], name: str) -> Decimal:
    return Decimal(found[name])


@given(pounds, quotes, st.integers(2, 20), shares, answers)
def test_the_shares_add_up_to_the_total(
    owed: Decimal, quote: dict[str, str], parties: int, share: Decimal | None, registered: str
) -> None:
    mine = {} if share is None else {"your_share_percent": share}
    found = cost(amount_owed=owed, parties=parties, vat_registered=registered, **mine, **quote)
    assert amount(found, "your_share") + amount(found, "other_side_share") == amount(found, "total")
    assert 0 <= amount(found, "your_share") <= amount(found, "total")
    back = amount(found, "vat") if registered == "yes" else Decimal(0)
    travel = Decimal(quote["travel_cost"])
    assert amount(found, "cost_after_vat") == amount(found, "your_share") - back + travel
    if quote["mediator_adds_vat"] == "no":
        assert amount(found, "vat") == 0
        assert amount(found, "total") == amount(found, "fee_per_party") * parties + Decimal(quote["venue_cost"])


@given(pounds, quotes, shares)
def test_a_vat_registered_business_never_pays_more(owed: Decimal, quote: dict[str, str], share: Decimal | None) -> None:
    mine = {} if share is None else {"your_share_percent": share}
    without, registered = (cost(amount_owed=owed, vat_registered=answer, **mine, **quote) for answer in ("no", "yes"))
    assert amount(registered, "cost_after_vat") <= amount(without, "cost_after_vat")


@given(pounds.filter(lambda owed: owed <= 50_000), hours, hours)
def test_the_fixed_fee_scheme_never_costs_less_for_more_time(owed: Decimal, one: Decimal, other: Decimal) -> None:
    short, long = (cost(amount_owed=owed, session_hours=time) for time in sorted((one, other)))
    assert amount(short, "fee_per_party") <= amount(long, "fee_per_party")


@given(pounds, pounds)
def test_a_larger_debt_never_costs_less_to_mediate(one: Decimal, other: Decimal) -> None:
    small, large = (cost(amount_owed=owed) for owed in sorted((one, other)))
    assert amount(small, "fee_per_party") <= amount(large, "fee_per_party")


@given(pounds, quotes)
def test_market_fees_are_given_only_above_the_schemes_limit_and_in_ascending_order(
    owed: Decimal, quote: dict[str, str]
) -> None:
    found = cost(amount_owed=owed, **quote)
    if owed <= 50_000:
        assert found["low"] is found["typical"] is found["high"] is None
    else:
        assert amount(found, "low") <= amount(found, "typical") <= amount(found, "high")


@given(pounds, st.lists(quotes, min_size=1, max_size=MOST_MEDIATORS))
def test_a_mediator_costs_the_same_in_the_comparison_as_alone(owed: Decimal, rows: list[dict[str, str]]) -> None:
    compared = cost(amount_owed=owed, mediators=rows)["comparison"]
    for row, quote in zip(compared, rows, strict=True):
        assert row["cost_after_vat"] == cost(amount_owed=owed, **quote)["cost_after_vat"]
    assert min(Decimal(row["more_than_least"]) for row in compared) == 0


def test_the_scheme_has_a_session_length_for_each_of_its_fees() -> None:
    assert len(table(SCHEME).versions[-1].bands) == len(SCHEME_HOURS)
