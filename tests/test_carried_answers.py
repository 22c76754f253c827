"""What one calculator tells another: which results answer which questions, on a page and along a link."""

import re

import pytest

import calculators
from calculators.kernel.contract.calculator import onward
from macros.page_macros.claim_panel import marks

EVERY = (*calculators.names(), *calculators.draft_names())


def told(name: str) -> dict[str, str]:
    """The questions of others that a calculator answers, each with its result."""
    found = re.search(r'data-tells="([^"]*)"', marks(calculators.load(name)))
    entries = [entry.split(":") for entry in found[1].split()] if found else []
    return {question: result for question, _, result in entries}


@pytest.mark.parametrize("name", EVERY)
def test_interest_that_is_told_comes_with_the_day_it_is_worked_out_to(name: str) -> None:
    assert ("interest_and_compensation" in told(name)) == ("interest_counted_to" in told(name))


def test_the_figures_of_a_judgment_leave_those_of_the_claim_alone() -> None:
    assert not told("judgment").keys() & {"amount_owed", "interest_and_compensation", "daily_interest"}


def test_a_plan_for_a_judgment_still_takes_them_along() -> None:
    way = onward(calculators.load("judgment"), calculators.load("payment_plan"))
    assert {"amount_owed", "interest_and_compensation"} <= set(way.fields)


def test_what_is_claimed_and_then_asked_for_at_the_hearing_answers_for_the_judgment() -> None:
    assert told("claim_pack")["judgment_amount"] == "total_with_fee"
    assert told("court_day")["judgment_amount"] == "asks_for"
    assert "judgment_amount" in onward(calculators.load("court_day"), calculators.load("judgment")).fields


def test_the_debt_of_a_plan_is_tracked_as_it_was_agreed() -> None:
    assert told("payment_plan")["agreed_debt"] == "agreed_debt"
