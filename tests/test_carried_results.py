"""Answers carried from one calculator to another: which results answer which questions, on a page or through a link."""

import re

import pytest

import calculators
from calculators.kernel.contract.calculator import onward
from macros.page_macros.claim_panel import marks

EVERY = (*calculators.names(), *calculators.draft_names())


def told(name: str) -> dict[str, str]:
    """The questions in other calculators that this one's results answer, each with the name of the result."""
    found = re.search(r'data-tells="([^"]*)"', marks(calculators.load(name)))
    entries = [entry.split(":") for entry in found[1].split()] if found else []
    return {question: result for question, _, result in entries}


@pytest.mark.parametrize("name", EVERY)
def test_interest_is_carried_over_only_together_with_its_end_date(name: str) -> None:
    assert ("interest_and_compensation" in told(name)) == ("interest_counted_to" in told(name))


def test_the_amounts_of_a_judgment_do_not_replace_those_of_the_claim() -> None:
    assert not told("judgment").keys() & {"amount_owed", "interest_and_compensation", "daily_interest"}


def test_a_link_from_a_judgment_to_a_payment_plan_carries_its_debt_and_interest() -> None:
    way = onward(calculators.load("judgment"), calculators.load("payment_plan"))
    assert {"amount_owed", "interest_and_compensation"} <= set(way.fields)


def test_the_amount_claimed_or_asked_for_at_the_hearing_fills_in_the_judgment_amount() -> None:
    assert told("claim_pack")["judgment_amount"] == "total_with_fee"
    assert told("court_day")["judgment_amount"] == "asks_for"
    assert "judgment_amount" in onward(calculators.load("court_day"), calculators.load("judgment")).fields


def test_the_debt_agreed_in_a_payment_plan_is_carried_to_its_tracker() -> None:
    assert told("payment_plan")["agreed_debt"] == "agreed_debt"
