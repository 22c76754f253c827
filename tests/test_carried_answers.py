"""Answers carried from one calculator to another: which results answer which questions, on a page or through a link."""

import re

import pytest

import calculators
from calculators.kernel.contract.calculator import onward
from macros.page_macros.claim_panel import marks

EVERY = (*calculators.names(), *calculators.draft_names())


def told(name: str) -> dict[str, str]:
    """Other calculators' questions that this one answers, each with the result that answers it."""
    found = re.search(r'data-tells="([^"]*)"', marks(calculators.load(name)))
    entries = [entry.split(":") for entry in found[1].split()] if found else []
    return {question: result for question, _, result in entries}


@pytest.mark.parametrize("name", EVERY)
def test_carried_interest_comes_with_the_date_it_is_worked_out_to(name: str) -> None:
    assert ("interest_and_compensation" in told(name)) == ("interest_counted_to" in told(name))


def test_a_judgments_figures_do_not_replace_the_claims() -> None:
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
