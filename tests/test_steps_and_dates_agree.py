"""The next step, the plan, the deadlines and the reminder schedule never contradict each other in any situation."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from calculators import deadlines, next_step, routes
from calculators.kernel import reminder_schedule
from calculators.kernel.base.parse import parse
from calculators.next_step import NextStep, Reminders, Situation
from calculators.routes import Fit, Way
from calculators.routes.next_step_inputs import how_late
from calculators.routes.result_types import DateToKeep

TODAY = date(2026, 11, 22)
AGES = (-20, 3, 20, 45, 80, 120, 400, 1600, 2100, 2500)
"""Days since the due date, negative before it."""

LETTERS_BEFORE = (DateToKeep.reminder, DateToKeep.call, DateToKeep.second_letter)
every_age = pytest.mark.parametrize("age", AGES)


def plan(**values: str) -> routes.Result:
    inputs = parse(routes.Inputs, {"amount_owed": "4200", **values}, TODAY)
    assert isinstance(inputs, routes.Inputs), inputs
    return routes.calculate(inputs)


def due(age: int) -> date:
    return TODAY - timedelta(days=age)


@every_age
@pytest.mark.parametrize("situation", list(Situation))
def test_the_plan_gives_the_same_step_as_the_next_step_calculator(situation: Situation, age: int) -> None:
    known = Situation.not_asked if situation is Situation.not_due and age > 0 else situation
    for keep in (True, False):
        answers = next_step.Inputs(situation=known, how_late=how_late(due(age), TODAY), keep_customer=keep)
        values = {"situation": situation.name, "keep_customer": "yes" if keep else "no"}
        assert plan(due_date=due(age).isoformat(), **values).next_step is next_step.next_step(answers)


@every_age
@pytest.mark.parametrize("situation", list(Situation))
def test_the_plan_has_no_date_or_option_that_todays_step_has_overtaken(situation: Situation, age: int) -> None:
    found = plan(situation=situation.name, due_date=due(age).isoformat())
    kept = {one.what for one in found.dates}
    fits = {one.route: one.fits for one in found.routes}
    assert fits[found.best_route] is Fit.now
    if found.next_step in (NextStep.send_letter_before_claim, NextStep.wait_for_their_answer):
        assert not kept & {*LETTERS_BEFORE, DateToKeep.letter_before_claim}
        assert fits[Way.chase] is Fit.no
    if DateToKeep.letter_before_claim in kept:
        assert found.next_step in (NextStep.confirm_before_due, NextStep.check_and_ask, NextStep.chase)
    assert DateToKeep.reminder not in kept or found.next_step is NextStep.confirm_before_due


@pytest.mark.parametrize(("reminders", "keep"), list(product(Reminders, ("yes", "no"))))
def test_a_silent_customer_gets_the_letter_when_the_reminder_schedule_says(reminders: Reminders, keep: str) -> None:
    for age, months in ((3, 0), (20, 0), (45, 1), (80, 2), (120, 3), (400, 13)):
        is_due = reminder_schedule.letter_is_due(
            months_late=months, reminders=list(Reminders).index(reminders), keep_them=keep == "yes"
        )
        values: dict[str, Any] = {"situation": "silent", "reminders_sent": reminders.name, "keep_customer": keep}
        found = plan(due_date=due(age).isoformat(), **values)
        assert (found.next_step is NextStep.send_letter_before_claim) is is_due
        assert (found.next_step_draft == "letter_before_claim") is is_due


def test_the_deadlines_follow_the_reminder_schedule_by_default() -> None:
    """The due date, 31 March 2026, is a Tuesday, and every date counted from it is a working day."""
    last_day = date(2026, 3, 31)
    found = deadlines.calculate(deadlines.Inputs(due_date=last_day, plan_from=last_day)).plan
    days = {one.step.name: (one.day - last_day).days for one in found if one.day}
    named = {"reminder": "REMINDER", "second_letter": "SECOND_LETTER", "hold_notice": "HOLD_NOTICE"}
    for step, name in (named | {"letter_before_claim": "LETTER_BEFORE_CLAIM", "call": "CALL"}).items():
        assert days[step] == getattr(reminder_schedule, name), step
