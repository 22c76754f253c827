"""The other side in the court costs and settlement range calculators: a counterclaim, their view and their offer."""

from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from calculators import court_costs, settlement_range
from calculators.court_costs.working import NEVER
from calculators.kernel.base.parse import parse
from calculators.kernel.output import json
from calculators.settlement_range.low_high_ranges import COUNTERCLAIM
from calculators.settlement_range.result_types import Verdict

TODAY = date(2026, 11, 22)

pounds = st.decimals(min_value=Decimal("0.01"), max_value=10**5, places=2).map(str)
chances = st.integers(0, 100).map(str)
methods = st.sampled_from(["none", "warrant_of_control", "charging_order", "high_court_writ"])

typed: dict[str, st.SearchStrategy[str]] = {"amount_owed": pounds, "counterclaim_amount": pounds}
disputes = st.fixed_dictionaries(
    typed,
    optional={
        "nation": st.sampled_from(["england_wales", "scotland", "northern_ireland"]),
        "counterclaim_chance": chances,
        "chance_of_winning": chances,
        "chance_of_collecting": chances,
        "chance_of_defence": chances,
        "enforcement_method": methods,
        "daily_interest": st.decimals(min_value=0, max_value=50, places=4).map(str),
        "legal_costs": pounds,
        "other_sides_costs": pounds,
    },
)


def court(values: dict[str, str]) -> court_costs.Result:
    inputs = parse(court_costs.Inputs, values, TODAY)
    assert isinstance(inputs, court_costs.Inputs), inputs
    return court_costs.calculate(inputs)


def settling(values: dict[str, str]) -> settlement_range.Result:
    inputs = parse(settlement_range.Inputs, values, TODAY)
    assert isinstance(inputs, settlement_range.Inputs), inputs
    return settlement_range.calculate(inputs)


@given(disputes)
def test_the_outcomes_of_a_claim_and_a_counterclaim_add_up(values: dict[str, str]) -> None:
    result = court(values)
    after_claim = [(one, one.chance) for one in result.outcomes if one.chance is not None]
    if after_claim:
        assert sum(chance for _, chance in after_claim) == 100
        average = sum((chance * one.net for one, chance in after_claim), Decimal(0)) / 100
        assert result.expected_net is not None
        assert abs(average - result.expected_net) <= Decimal("0.005")
    for one in result.outcomes:
        assert one.net == one.you_get_back - one.you_pay
        assert one.you_get_back >= 0
        assert one.you_pay >= 0


@given(disputes, pounds)
def test_a_bigger_counterclaim_never_raises_your_walk_away_amount(values: dict[str, str], other: str) -> None:
    sizes = sorted((values["counterclaim_amount"], other), key=Decimal)
    walk_aways = [settling({**values, "counterclaim_amount": size}).walk_away for size in ("0", *sizes)]
    assert walk_aways == sorted(walk_aways, reverse=True)


@given(disputes, st.integers(0, 100), st.integers(0, 100))
def test_a_likelier_counterclaim_never_raises_either_sides_limit(values: dict[str, str], one: int, other: int) -> None:
    less, more = (settling({**values, "counterclaim_chance": str(chance)}) for chance in sorted((one, other)))
    assert less.walk_away >= more.walk_away
    assert less.customer_limit >= more.customer_limit


@given(disputes)
def test_without_delay_or_discount_court_is_worth_its_expected_net_in_both_calculators(values: dict[str, str]) -> None:
    at_once = {"chance_of_winning": "75", "chance_of_collecting": "60", **values, "daily_interest": "0"}
    expected = court(at_once).expected_net
    if expected is not None:
        assert settling({**at_once, "months_to_payment": "0", "discount_rate": "0"}).court_alternative == expected


@given(disputes)
def test_both_calculators_agree_on_whether_court_can_break_even(values: dict[str, str]) -> None:
    at_once = {"chance_of_winning": "75", "chance_of_collecting": "60", **values, "daily_interest": "0"}
    costs = court(at_once)
    if costs.expected_net is not None:
        found = settling({**at_once, "months_to_payment": "0", "discount_rate": "0"}).break_even_chance
        assert (found is None) == (costs.break_even_chance is None)
        if found is not None and costs.break_even_chance is not None:
            assert found <= costs.break_even_chance


@given(disputes)
def test_no_amount_is_minus_zero(values: dict[str, str]) -> None:
    for calculator in ("court_costs", "settlement_range"):
        asked = {"calculator": calculator, "values": values, "today": str(TODAY)}
        assert '"-0.00"' not in calculators.respond(json.write(asked))


def test_a_claim_with_a_counterclaim_is_always_defended() -> None:
    result = court({"amount_owed": "8000", "counterclaim_amount": "3000"})
    assert not [one for one in result.outcomes if one.chance == 0]
    assert not [line for line in result.working if ": 0% of" in line.label]


def test_no_mediation_call_is_promised_if_a_counterclaim_is_above_the_small_claims_limit() -> None:
    within, over = (court({"amount_owed": "8000", "counterclaim_amount": size}) for size in ("9000", "15000"))
    assert "mediation call" in " ".join(within.next_steps)
    assert "mediation call" not in " ".join(over.next_steps)


def test_the_chance_of_a_counterclaim_is_not_described_as_a_strong_or_weak_case() -> None:
    chances = settling({"amount_owed": "8000", "counterclaim_amount": "3000"}).chances
    words = {row.question: row.words for row in chances}
    assert words.pop(COUNTERCLAIM) is None
    assert None not in words.values()


@given(disputes, pounds, st.integers(1, 24).map(str))
def test_their_limit_is_never_below_what_they_have_offered(
    values: dict[str, str], offer: str, instalments: str
) -> None:
    result = settling({**values, "offer_amount": offer, "offer_instalments": instalments})
    assert result.offer_today is not None
    assert min(result.offer_today, result.opening) <= result.customer_limit <= result.opening
    if result.target is not None:
        assert min(result.offer_today, result.opening) <= result.target <= result.customer_limit
    if result.zopa_high is None and result.best_alternative <= result.opening:
        assert result.offer_verdict in (Verdict.too_low, Verdict.a_little_low)


@given(disputes, st.integers(0, 100), st.integers(0, 100))
def test_only_their_limit_depends_on_their_view(values: dict[str, str], one: int, other: int) -> None:
    doubtful, sure = (settling({**values, "their_view_of_winning": str(view)}) for view in sorted((one, other)))
    assert (doubtful.walk_away, doubtful.court_alternative) == (sure.walk_away, sure.court_alternative)
    assert doubtful.customer_limit <= sure.customer_limit


@given(disputes, chances)
def test_their_view_defaults_to_yours(values: dict[str, str], view: str) -> None:
    ours = {**values, "chance_of_winning": view}
    assert settling({**ours, "their_view_of_winning": view}).customer_limit == settling(ours).customer_limit


def test_the_chance_of_a_counterclaim_changes_nothing_without_one() -> None:
    values = {"amount_owed": "4200", "due_date": "2026-03-31", "enforcement_method": "charging_order"}
    assert court(values) == court({**values, "counterclaim_chance": "100"})
    assert settling(values) == settling({**values, "counterclaim_chance": "100"})


@given(
    pounds, st.sampled_from(["none", "on_notice", "without_notice"]), st.sampled_from(["yes", "no"]), methods, methods
)
def test_the_fees_up_front_are_the_recoverable_costs_with_a_payment_date(
    owed: str, application: str, information: str, first: str, second: str
) -> None:
    assume(first != second or first == "none")
    values = {
        "amount_owed": owed, "court_application": application, "information_order": information,
        "enforcement_method": first, "second_enforcement_method": second,
    }  # fmt: skip
    result = court(values)
    fees = [row.amount for row in result.costs if row.due and row.comes_back != NEVER]
    assert sum(fees) == result.fees_up_front
    parts = (result.issue_fee, result.hearing_fee, result.enforcement_fee)
    assert sum(fees) >= sum(part for part in parts if part is not None)
