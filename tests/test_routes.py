"""Your plan: its figures are those of the calculators it composes, and every situation ends somewhere sensible."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from calculators import court_costs, late_payment_interest, load, mediation_fee, payment_plan, routes, settlement_range
from calculators.kernel import CustomerType, Nation
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Ask, items
from calculators.next_step import NextStep
from calculators.next_step.questions import Situation
from calculators.routes import Fit, Way

TODAY = date(2026, 11, 22)


DUE = ("2019-01-31", "2026-03-31", "2026-11-06", "2027-01-31", "")


def plan(**values: str) -> routes.Result:
    inputs = parse(routes.Inputs, values, TODAY)
    assert isinstance(inputs, routes.Inputs), inputs
    return routes.calculate(inputs)


def row(found: routes.Result, way: Way) -> routes.Route:
    return next(one for one in found.routes if one.route is way)


def alone(name: str, values: dict[str, object]) -> object:
    module = load(name)
    asked = {one.name for one in items(module.Inputs)}
    inputs = parse(module.Inputs, {field: value for field, value in values.items() if field in asked}, TODAY)
    assert isinstance(inputs, module.Inputs), inputs
    return module.calculate(inputs)


@pytest.mark.parametrize("amount", ["250", "4200", "30000", "120000"])
@pytest.mark.parametrize("nation", [one.name for one in Nation])
def test_its_figures_are_those_of_the_single_calculators(amount: str, nation: str) -> None:
    found = plan(situation="silent", amount_owed=amount, due_date="2026-03-31", nation=nation)
    late = alone("late_payment_interest", {"invoices": [{"amount": amount, "due_date": "2026-03-31"}]})
    assert isinstance(late, late_payment_interest.Result)
    assert (found.owed_today, found.interest, found.compensation, found.daily_interest) == (
        late.total_owed, late.interest, late.compensation, late.daily_interest,
    )  # fmt: skip
    shared: dict[str, object] = {
        "nation": nation, "amount_owed": amount, "interest_and_compensation": str(late.interest_and_compensation),
        "daily_interest": str(late.daily_interest), "due_date": "2026-03-31",
    }  # fmt: skip
    court = alone("court_costs", shared)
    assert isinstance(court, court_costs.Result)
    assert (row(found, Way.court).cost_now, row(found, Way.court).ends_likely) == (
        court.issue_fee, court.expected_net if court.issue_fee is not None else None,
    )  # fmt: skip
    settling = alone("settlement_range", shared)
    assert isinstance(settling, settlement_range.Result)
    assert (row(found, Way.settle).ends_low, row(found, Way.settle).ends_likely) == (
        settling.walk_away,
        settling.target,
    )
    fee = alone("mediation_fee", {"nation": nation, "amount_owed": amount})
    assert isinstance(fee, mediation_fee.Result)
    assert row(found, Way.mediation).cost_now == (Decimal("0.00") if fee.free_court_mediation else fee.cost_after_vat)
    instalments = alone("payment_plan", shared | {"instalments": "6"})
    assert isinstance(instalments, payment_plan.Result)
    assert row(found, Way.payment_plan).ends_high == instalments.total


@pytest.mark.parametrize(("situation", "customer", "nation"), list(product(Situation, CustomerType, Nation)))
def test_every_situation_has_one_way_for_now_and_a_reason_for_each(
    situation: Situation, customer: CustomerType, nation: Nation
) -> None:
    for keep, due in product(("yes", "no"), DUE):
        found = plan(
            situation=situation.name, amount_owed="1800", due_date=due, customer_type=customer.name,
            nation=nation.name, keep_customer=keep,
        )  # fmt: skip
        assert row(found, found.best_route).fits is Fit.now
        assert [one.route for one in found.routes] == list(Way)
        assert all(one.why.endswith(".") for one in found.routes)


@pytest.mark.parametrize("situation", list(Situation))
def test_what_a_way_leaves_runs_from_its_worst_to_its_best(situation: Situation) -> None:
    for amount in ("40", "1800", "9999.99", "48000"):
        for one in plan(situation=situation.name, amount_owed=amount, due_date="2026-06-30").routes:
            ends = [end for end in (one.ends_low, one.ends_likely, one.ends_high) if end is not None]
            assert ends == sorted(ends), (one.route, ends)


def test_a_letter_to_send_now_leaves_no_reminder_among_the_dates() -> None:
    found = plan(situation="silent", amount_owed="4200", due_date="2026-03-31")
    assert found.best_route is Way.letter_before_claim
    assert not {"reminder", "call", "second_letter"} & {one.what.name for one in found.dates}


def words(found: routes.Result) -> list[str]:
    return [one.words for one in found.premises]


def test_a_reader_who_comes_back_is_told_what_has_changed_since() -> None:
    values = {"situation": "silent", "amount_owed": "4200", "due_date": "2026-03-31", "letter_sent_on": "2026-11-22"}
    again = parse(routes.Inputs, values | {"last_seen": "2026-11-22"}, date(2026, 12, 24))
    assert isinstance(again, routes.Inputs)
    before, now = plan(**values), routes.calculate(again)
    more = now.interest - before.interest
    assert words(now)[:3] == [
        f"Since 22 November 2026, £{more} of interest and compensation has been added.",
        "8 December 2026 has passed: first date to start a claim.",
        "Their time to answer your letter is up.",
    ]
    assert words(plan(**values, last_seen="2026-11-22")) == words(before)


def test_what_the_plan_takes_for_granted_is_said_where_it_decides() -> None:
    late = {"situation": "silent", "amount_owed": "4200", "due_date": "2026-10-02"}
    (told,) = plan(**late).premises
    assert told.field == "keep_customer"
    assert told.words.endswith("If not: send a letter before claim.")
    assert plan(**late, keep_customer="no").next_step is NextStep.send_letter_before_claim
    assert plan(**late | {"due_date": "2026-11-15"}).premises == ()
    assert [one.field for one in plan(amount_owed="50").premises] == ["situation", "due_date"]


def is_asked(words: Ask, situation: Situation | None) -> bool:
    return not words.when or any(situation and situation.name in dict(one)["situation"] for one in words.when)


@pytest.mark.parametrize("situation", [None, *Situation])
def test_no_path_asks_more_than_six_questions(situation: Situation | None) -> None:
    asked = [
        item.name for item in items(routes.Inputs) if item.ask and not item.ask.more and is_asked(item.ask, situation)
    ]
    assert len(asked) <= 6, asked
