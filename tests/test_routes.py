"""Your plan: its figures match those of the calculators it combines, and every situation leads to a sensible option."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from calculators import court_costs, late_payment_interest, load, mediation_fee, payment_plan, routes, settlement_range
from calculators.kernel import CustomerType, Nation
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Ask, items
from calculators.next_step import CanPay, NextStep, Tool
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
def test_the_plans_figures_match_the_single_calculators(amount: str, nation: str) -> None:
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
def test_every_situation_has_one_option_for_now_and_a_reason_for_each_option(
    situation: Situation, customer: CustomerType, nation: Nation
) -> None:
    for keep, due in product(("yes", "no"), DUE):
        found = plan(
            situation=situation.name, amount_owed="1800", due_date=due, customer_type=customer.name,
            nation=nation.name, keep_customer=keep,
        )  # fmt: skip
        assert [one.route for one in found.routes if one.fits is Fit.now] == [found.best_route]
        assert [one.route for one in found.routes] == list(Way)
        assert all(one.why.endswith(".") for one in found.routes)


@pytest.mark.parametrize("situation", list(Situation))
def test_the_low_likely_and_high_outcomes_of_an_option_are_in_ascending_order(situation: Situation) -> None:
    for amount in ("40", "1800", "9999.99", "48000"):
        for one in plan(situation=situation.name, amount_owed=amount, due_date="2026-06-30").routes:
            ends = [end for end in (one.ends_low, one.ends_likely, one.ends_high) if end is not None]
            assert ends == sorted(ends), (one.route, ends)


def test_no_reminders_are_planned_if_the_letter_before_claim_is_due_now() -> None:
    found = plan(situation="silent", amount_owed="4200", due_date="2026-03-31")
    assert found.best_route is Way.letter_before_claim
    assert not {"reminder", "call", "second_letter"} & {one.what.name for one in found.dates}


SOONER = {"due_date": "2026-08-01", "amount_owed": "4000"}


@pytest.mark.parametrize("status", ["insolvent", "dissolved"])
def test_only_writing_off_is_left_if_the_company_is_insolvent_or_dissolved(status: str) -> None:
    found = plan(situation="closing", company_status=status, vat_registered="yes", **SOONER)
    others = [one for one in found.routes if one.route is not Way.write_off]
    assert {one.fits for one in others} == {Fit.no}
    assert [one for one in others if one.has_figures or one.ends_high is not None] == []
    assert {one.what.name for one in found.dates} == {"vat_relief"}


@pytest.mark.parametrize("since", ["not_paid", "enforcement_failed", "set_aside"])
def test_after_a_judgment_no_figure_is_for_a_claim_that_has_yet_to_be_made(since: str) -> None:
    found = plan(situation="judgment", since_judgment=since, **SOONER)
    assert found.owed_today == 4000
    assert {found.interest, found.compensation, found.daily_interest} == {None}
    assert row(found, Way.court).cost_now is None
    assert row(found, Way.court).card.page == Tool.judgment.page or since == "set_aside"
    assert found.judgment_amount == row(found, Way.payment_plan).ends_high == 4000
    assert [one.field for one in found.premises] == ["amount_owed"]


def test_paying_a_judgment_by_instalments_is_a_payment_plan() -> None:
    inputs = routes.Inputs(
        situation=Situation.judgment, can_pay=CanPay.not_at_once, amount_owed=Decimal(4000), plan_from=TODAY
    )
    assert routes.calculate(inputs).best_route is Way.payment_plan


def test_the_issue_fee_is_not_counted_again_after_the_claim_is_made() -> None:
    before, after = plan(situation="letter_ignored", can_pay="yes", **SOONER), plan(situation="claimed", **SOONER)
    fee, likely = row(before, Way.court).cost_now, row(before, Way.court).ends_likely
    assert fee is not None
    assert likely is not None
    assert (row(after, Way.court).cost_now, row(after, Way.court).ends_likely) == (Decimal(0), likely + fee)


@pytest.mark.parametrize("customer", list(CustomerType))
def test_the_commissioner_is_suggested_only_if_the_customer_may_have_50_staff(customer: CustomerType) -> None:
    found = plan(situation="silent", customer_type=customer.name, keep_customer="no", **SOONER)
    may = customer in (CustomerType.company, CustomerType.partnership, CustomerType.association)
    assert ("commissioner" in {one.what.name for one in found.dates}) is may
    assert any("Small Business Commissioner" in line for line in found.next_steps) is may


@pytest.mark.parametrize(
    "answers",
    [{"situation": "gone", "whereabouts": "abroad"}, {"situation": "gone", "whereabouts": "died"},
     {"situation": "closing"}, {"situation": "disputed", "mediation_offered": "agreed"}, {"situation": "claimed"}],
)  # fmt: skip
def test_no_complaint_is_planned_if_the_commissioner_would_not_take_it(answers: dict[str, str]) -> None:
    found = plan(customer_type="partnership", **answers, **SOONER)
    assert "commissioner" not in {one.what.name for one in found.dates}


def test_for_a_customer_abroad_no_uk_court_or_time_limit_is_assumed() -> None:
    found = plan(situation="gone", whereabouts="abroad", **SOONER)
    assert row(found, Way.court).ends_likely is None
    assert found.dates == ()
    assert "which country’s law" in found.cautions[0]
    assert not any("last safe date" in line for line in found.next_steps)


@pytest.mark.parametrize(
    ("due", "nation", "headline"),
    [
        ("2021-10-01", "scotland", "Check whether you’re still in time to claim."),
        ("2021-12-05", "scotland", "Get advice today: your last safe date to claim is 4 December 2026."),
        ("2021-10-01", "england_wales", "Send them a letter before claim today."),
        ("2020-10-01", "england_wales", "Check whether you’re still in time to claim."),
    ],
)
def test_a_letter_is_suggested_only_if_the_debt_is_in_time_in_the_customers_nation(
    due: str, nation: str, headline: str
) -> None:
    assert plan(situation="silent", amount_owed="900", due_date=due, nation=nation).headline == headline


def words(found: routes.Result) -> list[str]:
    return [one.words for one in found.premises]


def test_a_returning_reader_is_told_what_has_changed() -> None:
    values = {"situation": "silent", "amount_owed": "4200", "due_date": "2026-03-31", "letter_sent_on": "2026-11-22"}
    again = parse(routes.Inputs, values | {"last_seen": "2026-11-22"}, date(2026, 12, 24))
    assert isinstance(again, routes.Inputs)
    before, now = plan(**values), routes.calculate(again)
    assert now.interest is not None
    assert before.interest is not None
    more = now.interest - before.interest
    assert words(now)[:3] == [
        f"Since 22 November 2026, interest and compensation have gone up by £{more}.",
        "8 December 2026 has passed: earliest date to start a claim.",
        "The deadline in your letter has passed.",
    ]
    assert words(plan(**values, last_seen="2026-11-22")) == words(before)


def test_an_assumption_is_stated_if_it_decides_the_step() -> None:
    late = {"situation": "silent", "amount_owed": "4200", "due_date": "2026-10-02"}
    (told,) = plan(**late).premises
    assert told.field == "keep_customer"
    assert told.words.endswith("If not, we’d tell you to send a letter before claim.")
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
