"""A list of claims, each with its next step and dates from the calculator for its stage; and downloads of the list."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import routes
from calculators.kernel.base.dates import read_date
from calculators.kernel.output import json
from calculators.summary.printed_sheets import planned
from tests.test_kernel import anything
from tests.test_summary import CLAIM, TODAY, file

DEBT = {"amount_owed": "3000", "due_date": "2026-03-31"}
PLAN = {**DEBT, "agreement_date": "2026-08-01", "instalments": "6", "first_payment_date": "2026-09-01"}
DEFENDED = {**PLAN, "claim_date": "2026-10-01", "hearing_date": "2027-02-01"}
JUDGMENT = {**DEFENDED, "judgment_amount": "3000", "judgment_date": "2026-11-02"}
WRONG = "The amount you’re owed isn’t a number we can read."


def ask(**asked: object) -> Any:
    return json.read(calculators.respond(json.write({"list": json.data(asked), "today": TODAY})))


def row(claim: Mapping[str, Any] = CLAIM, **parts: Any) -> Any:
    """The row for one claim as at TODAY, whatever date its file has."""
    return ask(claims=[file(claim, **parts) | {"today": "2026-05-01"}])["rows"][0]["row"]


def days(listed: Any) -> dict[str, str]:
    return {one["title"]: one["day"] for one in listed["dates"]}


def plan_on(day: str) -> routes.Result:
    made = planned(CLAIM, read_date(day))
    assert made
    return made.result


def test_the_step_and_dates_come_from_todays_plan() -> None:
    plan = plan_on(TODAY)
    listed = row({**CLAIM, "plan_from": "2026-05-01", "interest_to": "2026-05-01"})
    assert (listed["step"], listed["owed"]) == (plan.headline, str(plan.owed_today))
    assert days(listed) == {one.title: one.day.isoformat() for one in routes.events(plan)}
    assert plan.next_date
    assert (listed["next_on"], listed["next_for"]) == (plan.next_date.isoformat(), plan.next_date_for)
    assert (listed["when"], listed["worked_out_by"], listed["page"]) == ("coming", "Your plan", "calculators/routes")


@pytest.mark.parametrize(
    ("claim", "page", "title", "step"),
    [
        ({"due_date": "2026-03-31"}, "calculators/deadlines", "Send a friendly reminder", "The last safe day"),
        (PLAN, "calculators/plan_tracker", "Instalment 4 of 6 due: £549.65", "from 3 instalments is late"),
        (DEFENDED, "calculators/court_day", "Hearing", "Your hearing is on 1 February 2027"),
        (JUDGMENT, "calculators/judgment", "bailiffs or sheriff officers", "owes you"),
    ],
)
def test_the_step_comes_from_the_calculator_for_the_latest_stage(claim: Any, page: str, title: str, step: str) -> None:
    listed = row(claim)
    assert listed["page"] == page
    assert step in listed["step"]
    assert any(title in one for one in days(listed))
    assert "Phone them" not in days(listed)


def test_the_time_limit_is_listed_during_a_payment_plan_but_not_after_a_claim() -> None:
    assert days(row(PLAN))["Last safe date to start a claim"] == "2032-03-30"
    assert "Last safe date to start a claim" not in days(row(DEFENDED))


def test_a_late_instalment_is_overdue_from_its_due_date() -> None:
    listed = row(PLAN)
    assert (listed["when"], listed["next_on"]) == ("overdue", "2026-09-01")
    paid = row({**PLAN, "payments": [{"date": "2026-11-02", "amount": "1800"}]})
    assert (paid["when"], paid["next_on"]) == ("coming", "2026-12-01")


@pytest.mark.parametrize(("by", "when"), [("2026-11-20", "overdue"), (TODAY, "today"), ("2026-11-25", "coming")])
def test_a_step_chosen_with_the_client_takes_precedence(by: str, when: str) -> None:
    listed = row(next_step={"step": "offer_mediation", "by": by, "note": "By email."})
    assert (listed["step"], listed["worked_out_by"]) == ("Offer to mediate", "Chosen with the client")
    assert (listed["next_on"], listed["when"]) == (by, when)


def test_a_past_date_in_a_saved_plan_is_overdue_until_the_answers_show_it_was_met() -> None:
    seen = plan_on("2026-11-02")
    assert seen.next_date
    saved = {"last_seen": "2026-11-02", "plan_next_on": seen.next_date.isoformat(), "plan_next": seen.next_date_for}
    answers = {name: {"value": value, "kind": "words"} for name, value in saved.items()}
    listed = row(answers=answers)
    assert (listed["when"], listed["next_on"]) == ("overdue", seen.next_date.isoformat())
    assert listed["next_for"] == seen.next_date_for
    assert row({**CLAIM, "letter_sent_on": "2026-11-09"}, answers=answers)["when"] == "coming"


def test_a_row_has_the_client_customer_and_reference_and_says_what_to_correct_or_add() -> None:
    listed = row(adviser={"reference": "C-17"})
    assert (listed["client"], listed["customer"], listed["reference"]) == (
        "Jones Garden Design", "Example Offices Ltd", "C-17",
    )  # fmt: skip
    wrong = row({**CLAIM, "amount_owed": "lots"})
    assert (wrong["when"], wrong["customer"], wrong["dates"]) == ("wrong", "Example Offices Ltd", [])
    assert wrong["step"].startswith(WRONG)
    assert row({})["step"] == "There are no answers in this claim yet."
    assert row({"customer_name": "Example Offices Ltd"})["step"] == "Say how much is owed and when it was due."


def test_the_table_and_calendar_include_every_claim_and_no_formulas() -> None:
    rows = [row(), row({**CLAIM, "customer_name": "=1+1"})]
    lines = ask(table=rows)["text"].splitlines()
    assert lines[0] == "Customer,Client,Reference,Owed today,Next step,Next date,What it’s for,Status,Worked out by"
    assert lines[2].startswith("'=1+1,Jones Garden Design,")
    named = [{"key": str(number), "name": one["customer"], "dates": one["dates"]} for number, one in enumerate(rows)]
    made = ask(calendar=named)["text"].replace("\r\n ", "")
    assert made.count("BEGIN:VEVENT") == 2 * len(rows[0]["dates"])
    assert "SUMMARY:Example Offices Ltd: Phone them" in made
    keys = [line for line in made.splitlines() if line.startswith("UID:")]
    assert len(set(keys)) == len(keys)


@given(given_claims=anything | st.fixed_dictionaries({"claims": st.lists(anything, max_size=3)}))
def test_no_request_about_claims_raises_an_error(given_claims: Any) -> None:
    assert ask(claims=[given_claims])["rows"][0]["row"]["when"] == "wrong"
    for asked in ({"claims": given_claims}, {"table": given_claims}, {"calendar": given_claims}, {}):
        assert ask(**asked).keys() <= {"rows", "text", "problems"}
    assert json.read(calculators.respond(json.write({"list": {"claims": []}})))["problems"]
