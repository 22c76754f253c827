"""Properties of every settlement range, whatever the answers."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import court_costs, settlement_range
from calculators.kernel.base.parse import parse
from calculators.kernel.law import shared_questions
from calculators.kernel.output import json
from calculators.settlement_range.questions import strength

PENNY = Decimal("0.01")
TODAY = "2026-11-22"

pounds = st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2).map(str)
costs = st.decimals(min_value=0, max_value=10**5, places=2).map(str)
chances = st.integers(0, 100).map(str)
months = st.integers(0, 120).map(str)

typed: dict[str, st.SearchStrategy[str]] = {"amount_owed": pounds}
claims = st.fixed_dictionaries(
    typed,
    optional={
        "nation": st.sampled_from(["england_wales", "scotland", "northern_ireland"]),
        "interest_and_compensation": costs,
        "daily_interest": st.decimals(min_value=0, max_value=50, places=4).map(str),
        "due_date": st.dates(shared_questions.EARLIEST, shared_questions.LATEST).map(str),
        "chance_of_winning": chances,
        "chance_of_collecting": chances,
        "chance_of_defence": chances,
        "chance_of_completing": st.integers(1, 100).map(str),
        "agency_chance": chances,
        "agency_commission": chances,
        "months_to_payment": months,
        "discount_rate": chances,
        "enforcement_method": st.sampled_from(["none", "warrant_of_control", "charging_order", "high_court_writ"]),
        "own_hours": st.integers(0, 200).map(str),
        "hourly_value": st.integers(0, 500).map(str),
        "legal_costs": costs,
        "other_sides_costs": costs,
        "settling_cost": costs,
        "future_work_value": costs,
        "customer_cost_of_fighting": costs,
        "offer_amount": pounds,
        "offer_instalments": st.integers(1, 60).map(str),
        "offer_months": months,
    },
)


def ask(calculator: str, values: dict[str, str]) -> Any:
    reply = json.read(calculators.respond(json.write({"calculator": calculator, "values": values, "today": TODAY})))
    return reply["result"]


def told(values: dict[str, str]) -> Any:
    return ask("settlement_range", values)


def number(result: Any, name: str) -> Decimal:
    return Decimal(result[name])


def needed(result: Any, values: dict[str, str]) -> Decimal:
    """The least that a deal must be worth. Unlike the walk-away figure, it isn't capped at the amount claimed."""
    cost, kept = (Decimal(values.get(name, "0")) for name in ("settling_cost", "future_work_value"))
    return number(result, "best_alternative") + cost - kept


@given(claims)
def test_neither_sides_limit_is_above_the_amount_claimed(values: dict[str, str]) -> None:
    result = told(values)
    claimed = Decimal(values["amount_owed"]) + Decimal(values.get("interest_and_compensation", "0"))
    assert number(result, "opening") == claimed
    for name in ("walk_away", "walk_away_low", "walk_away_high", "customer_limit"):
        assert 0 <= number(result, name) <= claimed, name


@given(claims)
def test_the_zone_of_agreement_contains_the_target_or_both_are_absent(values: dict[str, str]) -> None:
    result = told(values)
    ends = [result["zopa_low"], result["target"], result["zopa_high"]]
    if None in ends:
        assert ends == [None, None, None]
        limit = number(result, "customer_limit")
        assert limit < needed(result, values) or not limit
        assert "no amount, going by your answers" in calculators.respond(
            json.write({"calculator": "settlement_range", "values": values, "today": TODAY})
        )
    else:
        low, target, high = map(Decimal, ends)
        assert needed(result, values) <= low <= target <= high
        assert (low, high) == (number(result, "walk_away"), number(result, "customer_limit"))


@given(claims)
def test_the_low_base_and_high_of_an_estimate_are_in_ascending_order(values: dict[str, str]) -> None:
    for row in told(values)["estimates"]:
        ends = [Decimal(row[name]) for name in ("low", "base", "high") if row[name] is not None]
        if row["what"] in (
            "Your walk-away figure",
            "Value to you of using a collection agency",
            "The most they’d probably pay (a guess)",
        ):
            assert ends == sorted(ends), row


@pytest.mark.parametrize("chance", ["chance_of_winning", "chance_of_collecting", "agency_chance"])
@given(values=claims, one=st.integers(0, 100), other=st.integers(0, 100))
def test_better_chances_never_lower_either_sides_limit(
    chance: str, values: dict[str, str], one: int, other: int
) -> None:
    worse, better = (told({**values, chance: str(number)}) for number in sorted((one, other)))
    for name in ("walk_away", "customer_limit"):
        assert number(worse, name) <= number(better, name), name


@given(claims)
def test_without_delay_or_discount_court_is_worth_its_expected_net_in_court_costs(values: dict[str, str]) -> None:
    at_once = {**values, "months_to_payment": "0", "discount_rate": "0", "daily_interest": "0"}
    shared = {name: at_once[name] for name in at_once if name in court_costs.Inputs.__annotations__}
    shared = {"chance_of_winning": "75", "chance_of_collecting": "60", **shared}
    expected = ask("court_costs", shared)["expected_net"]
    if expected is not None:
        assert number(told(at_once), "court_alternative") == Decimal(expected)


@given(claims)
def test_an_offer_is_worth_no_more_today_than_its_amount(values: dict[str, str]) -> None:
    result = told(values)
    if "offer_amount" in values:
        assert number(result, "offer_today") <= Decimal(values["offer_amount"])
        taken = result["offer_verdict"] in ("worth_taking", "good")
        assert taken == (number(result, "offer_today") >= needed(result, values))
    else:
        assert result["offer_today"] is result["offer_verdict"] is None


@given(claims, st.integers(1, 100))
def test_every_offer_is_too_low_if_settling_costs_more_than_the_claim(values: dict[str, str], share: int) -> None:
    claimed = Decimal(values["amount_owed"]) + Decimal(values.get("interest_and_compensation", "0"))
    offer = max(PENNY, (claimed * share / 100).quantize(PENNY))
    dear = {**values, "settling_cost": str(claimed + Decimal("100000.01")), "offer_amount": str(offer)}
    result = told(dear)
    assert result["offer_verdict"] == "too_low"
    assert result["zopa_low"] is result["zopa_high"] is result["target"] is None
    assert "no amount up to" in result["headline"].lower()


@given(claims)
def test_the_walk_away_figure_in_instalments_is_worth_the_same_today(values: dict[str, str]) -> None:
    result = told(values)
    instalments = result["walk_away_in_instalments"]
    if 0 < Decimal(instalments) <= shared_questions.MOST and int(values.get("offer_instalments", "1")) > 1:
        again = told({**values, "offer_amount": instalments})
        assert abs(number(again, "offer_today") - number(result, "walk_away")) <= PENNY


@given(claims)
def test_the_answer_that_moves_the_walk_away_figure_most_comes_first(values: dict[str, str]) -> None:
    swings = told(values)["sensitivity"]
    moves = [Decimal(row["moves"]) for row in swings]
    assert moves == sorted(moves, reverse=True)
    for row in swings:
        assert Decimal(row["moves"]) == abs(Decimal(row["walk_away_high"]) - Decimal(row["walk_away_low"]))


@given(pounds, chances, chances)
def test_at_the_break_even_chance_court_is_worth_nothing(owed: str, w: str, q: str) -> None:
    values = {"amount_owed": owed, "chance_of_defence": "100", "chance_of_winning": w, "chance_of_collecting": q}
    found = told(values)["break_even_chance"]
    if found is not None:
        at = told({**values, "chance_of_winning": "100", "chance_of_collecting": found})
        slope = Decimal(owed) * Decimal("1.2") + 1000
        assert abs(number(at, "court_alternative")) <= slope * Decimal("0.0001") + PENNY


@given(claims)
def test_estimates_of_amounts_paid_later_have_a_low_and_a_high_either_side(values: dict[str, str]) -> None:
    result = told(values)
    rows = {row["what"]: row for row in result["estimates"]}
    assert rows["Your walk-away figure, if paid by instalments"]["base"] == result["walk_away_in_instalments"]
    offer = rows.get("Their offer in today’s money")
    assert (offer is not None) == (result["offer_today"] is not None)
    if offer:
        assert offer["base"] == result["offer_today"]
        assert Decimal(offer["low"]) <= Decimal(offer["base"]) <= Decimal(offer["high"])


@given(claims)
def test_the_chart_shades_a_zone_only_if_there_is_one(values: dict[str, str]) -> None:
    inputs = parse(settlement_range.Inputs, values, settlement_range.EXAMPLES[0].today)
    assert isinstance(inputs, settlement_range.Inputs)
    result = settlement_range.calculate(inputs)
    drawn = settlement_range.chart(result)
    assert ('class="zone"' in drawn) == (result.zopa_high is not None)


@pytest.mark.parametrize("number", range(101))
def test_the_number_used_for_each_word_for_a_chance_is_in_that_words_range(number: int) -> None:
    word = strength(Decimal(number))
    assert strength(word.number) is word
