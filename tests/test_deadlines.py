"""Properties of every plan: its dates are working days, in order, and never later than the law allows."""

import csv
import io
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.deadlines import Inputs, Result, SetBy, Task, calculate, downloads, events
from calculators.deadlines.questions import IN_ORDER
from calculators.drafts import letter_before_claim, reminder
from calculators.kernel import TypedInvoice, add_months, in_words
from calculators.kernel.base.parse import parse
from calculators.kernel.figures.working_days import is_working_day
from calculators.kernel.law.court_fees import limitation_years
from calculators.kernel.law.shared_questions import CustomerType, Nation

TODAY = date(2026, 11, 22)
past = st.dates(date(2000, 1, 1), TODAY)
anywhen = st.dates(date(2000, 1, 1), date(2028, 6, 30))


@st.composite
def asked(draw: st.DrawFn) -> Inputs:
    due = draw(st.none() | anywhen)
    gaps = sorted(draw(st.lists(st.integers(1, 60), min_size=len(IN_ORDER), max_size=len(IN_ORDER))))
    changed: dict[str, Any] = dict(zip(IN_ORDER, gaps, strict=True)) if draw(st.booleans()) else {}
    return Inputs(
        **changed,
        days_to_answer=draw(st.none() | st.integers(30, 90)),
        nation=draw(st.sampled_from(Nation)),
        customer_type=draw(st.sampled_from(CustomerType)),
        due_date=due,
        supplied_date=draw(anywhen if due is None else st.none() | anywhen),
        last_acknowledged=draw(st.none() | past),
        letter_sent=draw(st.none() | past),
        plan_from=TODAY,
    )


def suggested(result: Result) -> list[date]:
    steps = (one for one in result.plan if one.set_by in (SetBy.suggestion, SetBy.yours))
    return [one.day for one in steps if one.day and one.step is not Task.advice]


@given(asked())
def test_every_suggested_date_is_a_working_day_and_not_in_the_past(inputs: Inputs) -> None:
    for day in suggested(calculate(inputs)):
        assert is_working_day(day, inputs.nation.name)
        assert day >= inputs.plan_from


@given(asked())
def test_the_plan_is_in_date_order_and_has_each_step_once(inputs: Inputs) -> None:
    plan = calculate(inputs).plan
    days = [one.day or one.by for one in plan]
    assert days == sorted(day for day in days if day)
    assert len({one.step for one in plan}) == len(plan)
    assert all(one.by is None or one.day is None or one.day <= one.by for one in plan)


@given(asked())
def test_the_last_safe_date_is_a_weekday_in_the_week_before_the_limitation_period_ends(inputs: Inputs) -> None:
    result, years = calculate(inputs), int(limitation_years(inputs.nation).value)
    anniversary = add_months(result.time_runs_from, 12 * years)
    assert anniversary - timedelta(days=6) <= result.last_safe_date < anniversary
    assert result.last_safe_date.weekday() < 5
    starts = [day for day in (inputs.due_date, inputs.supplied_date) if day]
    assert result.time_runs_from in (min(starts), inputs.last_acknowledged)


@given(asked())
def test_a_claim_starts_after_the_time_to_reply_and_by_the_last_safe_date(inputs: Inputs) -> None:
    result = calculate(inputs)
    letters = [one.day for one in result.plan if one.step is Task.letter_before_claim]
    letter = inputs.letter_sent or (letters[0] if letters else None)
    if result.first_day_to_claim:
        assert letter is not None
        assert result.first_day_to_claim > letter + timedelta(days=result.reply_days)
        assert result.last_day_to_pay < result.first_day_to_claim <= result.last_safe_date
    else:
        assert not letters


@given(asked())
def test_scotland_never_gives_more_time_to_claim(inputs: Inputs) -> None:
    scotland = calculate(replace(inputs, nation=Nation.scotland, last_acknowledged=None))
    for nation in Nation:
        assert (
            scotland.last_safe_date <= calculate(replace(inputs, nation=nation, last_acknowledged=None)).last_safe_date
        )


@given(asked())
def test_the_headline_always_gives_the_last_safe_date(inputs: Inputs) -> None:
    result = calculate(inputs)
    assert in_words(result.last_safe_date) in result.headline


@given(asked())
def test_the_calendar_has_every_date_still_to_come_once(inputs: Inputs) -> None:
    result = calculate(inputs)
    to_come = [day for one in result.plan for day in (one.day, one.by) if day and day >= inputs.plan_from]
    written = re.findall(r"DTSTART;VALUE=DATE:(\d{8})", _calendar(result))
    assert written == [f"{day:%Y%m%d}" for day in to_come]
    assert len(set(_uids(result))) == len(_uids(result)) == len(to_come)


@given(st.integers(1, 200))
def test_a_later_plan_reuses_the_calendar_event_ids_of_the_first(later: int) -> None:
    inputs = Inputs(due_date=date(2026, 11, 20), plan_from=TODAY)
    again = replace(inputs, plan_from=TODAY + timedelta(days=later))
    assert set(_uids(calculate(again))) <= set(_uids(calculate(inputs)))


def _calendar(result: Result) -> str:
    return downloads(result)[0].text.replace("\r\n ", "")


def _uids(result: Result) -> list[str]:
    return re.findall(r"UID:(\S+)", _calendar(result))


def test_the_csv_table_has_each_step_with_its_dates_wording_and_reason() -> None:
    result = calculate(Inputs(due_date=date(2026, 11, 20), plan_from=TODAY))
    _, *rows = csv.reader(io.StringIO(downloads(result)[1].text, newline=""))
    said = {one.step: one.words for one in result.wording}
    told = [
        [str(one.step), _iso(one.day), _iso(one.by), said.get(one.step, ""), one.why, str(one.set_by)]
        for one in result.plan
    ]
    assert rows == told


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


@given(asked(), st.lists(anywhen, min_size=2, max_size=5))
def test_each_invoice_in_a_list_gets_the_same_last_safe_date_as_on_its_own(inputs: Inputs, due: list[date]) -> None:
    many = calculate(replace(inputs, invoices=tuple(TypedInvoice(due_date=day) for day in due)))
    alone = [calculate(replace(inputs, due_date=day, supplied_date=None)) for day in due]
    assert [row.last_safe_date for row in many.per_invoice] == [one.last_safe_date for one in alone]
    alive = [one.last_safe_date for one in alone if one.last_safe_date >= TODAY]
    assert many.last_safe_date == (min(alive) if alive else max(one.last_safe_date for one in alone))


def test_the_calendar_has_the_last_safe_date_of_each_invoice_still_in_time() -> None:
    due = (date(2015, 3, 31), date(2024, 3, 28), date(2025, 3, 31))
    rows = tuple(TypedInvoice(due_date=day, number=f"10{place}") for place, day in enumerate(due))
    result = calculate(Inputs(invoices=rows, plan_from=TODAY))
    kept = {one.title: one.day for one in events(result)}
    assert kept["Last safe day to start a claim"] == result.last_safe_date == result.per_invoice[1].last_safe_date
    assert kept["Last safe day to start a claim for invoice 102"] == result.per_invoice[2].last_safe_date
    assert "Last safe day to start a claim for invoice 100" not in kept


@given(asked())
def test_the_suggested_wording_gives_the_same_reply_by_date_as_the_letter_before_claim(inputs: Inputs) -> None:
    result = calculate(inputs)
    said = {one.step: one.words for one in result.wording}
    for one in result.plan:
        if one.step is Task.letter_before_claim and one.day:
            letter = letter_before_claim.Inputs(
                nation=inputs.nation, customer_type=inputs.customer_type, letter_date=one.day,
                days_to_answer=inputs.days_to_answer,
            )  # fmt: skip
            assert in_words(letter_before_claim.calculate(letter).reply_by) in said[one.step]


@pytest.mark.parametrize("task", Task)
def test_every_step_links_to_a_page_that_takes_the_answers_in_the_link(task: Task) -> None:
    page, _, typed = task.page.partition("#")
    assert (Path(__file__).parent.parent / f"docs/{page}.md").exists()
    if typed:
        inputs = parse(reminder.Inputs, dict([typed.split("=")]), TODAY)
        assert isinstance(inputs, reminder.Inputs)
        assert "I have written to you about this before." in reminder.downloads(reminder.calculate(inputs))[0].text
