"""Payment plans of every kind: they add up, fall on working days and end with a balance of nil."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import calculators
from calculators import payment_plan
from calculators.kernel import in_words
from calculators.kernel.contract.calculator import onward
from calculators.kernel.figures.working_days import holidays, is_working_day, next_working_day
from calculators.payment_plan import MOST_INSTALMENTS

NATIONS = ("england_wales", "scotland", "northern_ireland")
STEPS = ("week", "fortnight", "four_weeks", "month", "quarter")
SHIFTS = ("next", "previous", "keep")
TODAY = date(2026, 11, 22)

pounds = st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2)
days = st.dates(date(2024, 1, 1), date(2040, 12, 31))
numbers = st.integers(1, 104)
rates = st.sampled_from(["0", "0", "4", "8.75", "30"])
shapes = st.fixed_dictionaries(
    {
        "nation": st.sampled_from(NATIONS),
        "every": st.sampled_from(STEPS),
        "if_not_working_day": st.sampled_from(SHIFTS),
        "first_payment_date": days.map(str),
        "interest_rate": rates,
    }
)


def plan(**values: object) -> dict[str, Any]:
    """The result for these answers, or the problems with them."""
    typed = {name: str(value) for name, value in values.items()}
    reply = calculators.answer(calculators.load("payment_plan"), typed, TODAY)
    found: dict[str, Any] = reply.get("result", reply)
    return found


def column(found: dict[str, Any], name: str) -> list[Decimal]:
    return [Decimal(row[name]) for row in found["schedule"]]


def dues(found: dict[str, Any]) -> list[date]:
    """The due dates of the instalments, leaving out the deposit."""
    return [date.fromisoformat(row["due"]) for row in found["schedule"] if row["number"]]


@given(pounds, numbers, shapes)
def test_instalments_pay_off_the_debt_to_the_penny(owed: Decimal, number: int, shape: dict[str, str]) -> None:
    found = plan(amount_owed=owed, instalments=number, **shape)
    assume("schedule" in found)
    assert len(found["schedule"]) == found["instalments"] == number
    assert sum(column(found, "principal")) == owed == Decimal(found["to_spread"])
    assert sum(column(found, "interest")) == Decimal(found["interest"])
    assert sum(column(found, "payment")) == owed + Decimal(found["interest"]) == Decimal(found["total"])
    assert column(found, "balance")[-1] == 0
    before = owed
    for row in found["schedule"]:
        assert Decimal(row["payment"]) == Decimal(row["principal"]) + Decimal(row["interest"])
        assert Decimal(row["balance"]) == before - Decimal(row["principal"])
        assert Decimal(row["principal"]) >= 0
        before = Decimal(row["balance"])


@given(pounds, pounds, days, st.integers(0, 400), numbers, shapes)
def test_a_deposit_is_due_on_a_working_day_and_interest_runs_on_it_until_then(
    owed: Decimal, deposit: Decimal, agreed: date, wait: int, number: int, shape: dict[str, str]
) -> None:
    day = agreed + timedelta(days=wait)
    values = {**shape, "agreement_date": str(agreed), "deposit": deposit, "deposit_date": str(day)}
    found = plan(amount_owed=owed + deposit, instalments=number, **values)
    assume("schedule" in found)
    due = date.fromisoformat(found["deposit_date"])
    assert due == day or shape["if_not_working_day"] != "keep"
    assert is_working_day(due, shape["nation"]) or shape["if_not_working_day"] == "keep"
    assert agreed <= due <= dues(found)[0] or dues(found)[0] < agreed
    assert sum(column(found, "principal")) == owed + deposit
    assert sum(column(found, "payment")) == Decimal(found["total"]) == owed + deposit + Decimal(found["interest"])
    at_the_start, first = found["schedule"][:2]
    assert (at_the_start["number"], at_the_start["due"]) == (0, found["deposit_date"])
    assert Decimal(at_the_start["payment"]) == deposit
    assert Decimal(at_the_start["balance"]) == owed
    starts = min(agreed, dues(found)[0])
    pound_days = owed * (dues(found)[0] - starts).days + deposit * max(0, (due - starts).days)
    exact = pound_days * Decimal(shape["interest_rate"]) / 36500
    assert abs(Decimal(first["interest"]) - exact) <= Decimal("0.005")


@given(pounds, numbers, shapes)
def test_instalments_are_equal_and_the_last_is_at_most_double(
    owed: Decimal, number: int, shape: dict[str, str]
) -> None:
    found = plan(amount_owed=owed, instalments=number, **shape)
    assume("schedule" in found)
    *ordinary, last = column(found, "payment")
    assert set(ordinary) <= {Decimal(found["instalment_amount"])}
    assert all(last <= 2 * one for one in ordinary)
    assert all(last >= one for one in ordinary)
    assert last > 0


@given(pounds, numbers, st.sampled_from(STEPS))
def test_a_large_enough_debt_can_be_split_into_any_number_of_instalments(
    owed: Decimal, number: int, every: str
) -> None:
    assume(owed * 100 >= number * number)
    found = plan(amount_owed=owed, instalments=number, every=every)
    assert Decimal(found["instalment_amount"]) == (owed * 100 // number) / 100


@given(pounds, pounds, shapes)
def test_no_instalment_exceeds_the_amount_chosen_and_there_are_no_more_than_needed(
    owed: Decimal, amount: Decimal, shape: dict[str, str]
) -> None:
    found = plan(amount_owed=owed, solve_for="instalments", instalment_amount=amount, **shape)
    assume("schedule" in found)
    paid = column(found, "payment")
    assert max(paid) <= amount
    assert sum(paid) > amount * (len(paid) - 1)


@given(numbers, shapes, st.booleans())
def test_due_dates_are_in_order_and_working_days_unless_the_plan_keeps_other_days(
    number: int, shape: dict[str, str], last_day: bool
) -> None:
    monthly = shape["every"] in ("month", "quarter")
    shape = {**shape, "interest_rate": "0", "last_day_of_month": "yes" if last_day and monthly else "no"}
    found = dues(plan(amount_owed=10_000, instalments=number, **shape))
    assert len(found) == number
    assert all(one < other for one, other in pairwise(found))
    if shape["if_not_working_day"] != "keep":
        assert all(is_working_day(day, shape["nation"]) for day in found)


@given(days, st.integers(0, 500), shapes)
def test_a_plan_with_an_end_date_ends_by_then_or_on_the_next_working_day(
    first: date, more: int, shape: dict[str, str]
) -> None:
    end = first + timedelta(days=more)
    found = plan(amount_owed=10_000, end_date=end, **{**shape, "first_payment_date": str(first), "interest_rate": "0"})
    assert dues(found)[-1] <= next_working_day(end, shape["nation"])


@given(days, numbers)
def test_monthly_instalments_keep_their_day_or_use_the_last_day_of_a_shorter_month(first: date, number: int) -> None:
    found = dues(
        plan(amount_owed=10_000, instalments=number, first_payment_date=first, if_not_working_day="keep", every="month")
    )
    for day in found:
        assert day.day == first.day or (day.day < first.day and (day + timedelta(days=1)).day == 1)


@given(pounds, numbers, shapes)
def test_the_downloads_have_the_same_dates_and_total(owed: Decimal, number: int, shape: dict[str, str]) -> None:
    values = {"amount_owed": str(owed), "instalments": str(number), **shape}
    reply = calculators.answer(calculators.load("payment_plan"), values, TODAY)
    assume("result" in reply)
    calendar, table = reply["downloads"]
    unfolded = calendar["text"].replace("\r\n ", "").split("\r\n")
    starts = [line.removeprefix("DTSTART;VALUE=DATE:") for line in unfolded if line.startswith("DTSTART")]
    assert starts == [f"{day:%Y%m%d}" for day in dues(reply["result"])]
    keys = [line for line in unfolded if line.startswith("UID:")]
    assert len(set(keys)) == number
    rows = list(csv.DictReader(io.StringIO(table["text"], newline="")))
    assert sum(Decimal(row["Amount"]) for row in rows) == Decimal(reply["result"]["total"])


@given(pounds, pounds, pounds, st.integers(0, 600), st.sampled_from(["instalments", "instalment_amount", "end_date"]))
def test_any_answers_give_a_plan_or_problems_in_sentences(
    owed: Decimal, amount: Decimal, deposit: Decimal, number: int, solve_for: str
) -> None:
    found = plan(
        amount_owed=owed, instalment_amount=amount, deposit=deposit, instalments=number, solve_for=solve_for,
        end_date=TODAY + timedelta(days=number), interest_rate=number % 40,
    )  # fmt: skip
    if "problems" in found:
        assert all(problem["field"] and problem["message"].endswith(".") for problem in found["problems"])
    else:
        assert sum(column(found, "principal")) == owed


@pytest.mark.parametrize("nation", NATIONS)
def test_any_six_days_in_a_row_include_a_working_day(nation: str) -> None:
    day = holidays().known_from
    while day < holidays().known_until - timedelta(days=7):
        assert any(is_working_day(day + timedelta(days=more), nation) for more in range(6))
        day += timedelta(days=1)


def test_the_longest_plan_allowed_is_answered_and_one_more_instalment_is_refused() -> None:
    longest = plan(amount_owed=10**6, instalments=MOST_INSTALMENTS, every="week", interest_rate=3)
    assert len(longest["schedule"]) == MOST_INSTALMENTS
    assert plan(amount_owed=10**6, instalments=MOST_INSTALMENTS + 1)["problems"][0]["field"] == "instalments"


def test_a_deposit_is_in_the_calendar() -> None:
    module = payment_plan.EXAMPLES[1]
    calendar, _ = calculators.answer(calculators.load("payment_plan"), module.values, module.today)["downloads"]
    assert "SUMMARY:Deposit due: £3\\,000\r\n" in calendar["text"]
    assert "DTSTART;VALUE=DATE:20261215\r\n" in calendar["text"]


def test_the_csv_table_adds_up_to_the_total_paid_including_the_deposit() -> None:
    inputs = payment_plan.Inputs(
        amount_owed=Decimal(1000), deposit=Decimal(100), instalments=3, first_payment_date=TODAY, agreement_date=TODAY
    )
    (table,) = (one for one in payment_plan.downloads(payment_plan.calculate(inputs)) if one.name.endswith(".csv"))
    rows = list(csv.DictReader(io.StringIO(table.make())))
    assert [row["Instalment number"] for row in rows] == ["0", "1", "2", "3"]
    assert sum(Decimal(row["Amount"]) for row in rows) == 1000


# Plans with unequal instalments

LATER = date(2035, 12, 31)
debts = st.decimals(min_value=Decimal(100), max_value=10**6, places=2)


def share(amount: Decimal, percent: int) -> Decimal:
    return max(Decimal("0.01"), round(amount * percent / 100, 2))


@st.composite
def stepped(draw: st.DrawFn) -> tuple[Decimal, int, dict[int, Decimal]]:
    """A debt, a number of instalments, and new amounts by first instalment, each 10% to 150% of an equal share."""
    owed, number = draw(debts), draw(st.integers(2, 40))
    shares = draw(st.dictionaries(st.integers(2, number), st.integers(10, 150), min_size=1, max_size=3))
    return owed, number, {place: share(owed / number, percent) for place, percent in shares.items()}


def typed_steps(steps: dict[int, Decimal]) -> list[dict[str, str]]:
    return [{"from_payment": str(number), "amount": str(amount)} for number, amount in steps.items()]


def uneven(values: dict[str, Any]) -> dict[str, Any]:
    """The result for answers that may include rows, or the problems with them."""
    reply = calculators.answer(calculators.load("payment_plan"), {"agreement_date": str(TODAY), **values}, TODAY)
    found: dict[str, Any] = reply.get("result", reply)
    return found


def adds_up(found: dict[str, Any], owed: Decimal) -> None:
    """Check the properties that every plan has, even if its instalments aren't equal."""
    assert sum(column(found, "principal")) == owed == Decimal(found["to_spread"])
    assert sum(column(found, "payment")) == owed + Decimal(found["interest"]) == Decimal(found["total"])
    assert column(found, "balance")[-1] == 0
    assert all(
        amount >= 0 for name in ("payment", "interest", "principal", "balance") for amount in column(found, name)
    )
    assert all(one < other for one, other in pairwise(dues(found)))


@given(debts, st.integers(2, 40), st.integers(1, 39), st.integers(1, 6), shapes)
def test_a_payment_break_postpones_only_the_later_instalments(
    owed: Decimal, number: int, after: int, skipped: int, shape: dict[str, str]
) -> None:
    after = min(after, number - 1)
    values = {"amount_owed": str(owed), "instalments": str(number), **shape}
    found = uneven({**values, "pause_after": str(after), "pause_periods": str(skipped)})
    assume("schedule" in found)
    adds_up(found, owed)
    whole = dues(plan(amount_owed=10**6, instalments=number + skipped, **{**shape, "interest_rate": "0"}))
    assert dues(found) == whole[:after] + whole[after + skipped :]
    if shape["if_not_working_day"] != "keep":
        assert all(is_working_day(day, shape["nation"]) for day in dues(found))


@given(stepped(), shapes)
def test_each_step_sets_the_amount_from_its_instalment_onwards(
    plan_of: tuple[Decimal, int, dict[int, Decimal]], shape: dict[str, str]
) -> None:
    owed, number, steps = plan_of
    values = {"amount_owed": str(owed), "instalments": str(number), "steps": typed_steps(steps), **shape}
    found = uneven(values)
    assume("schedule" in found)
    adds_up(found, owed)
    paid = column(found, "payment")
    now = paid[0]
    for place, amount in enumerate(paid[:-1], 1):
        now = steps.get(place, now)
        assert amount == now
    assert 0 < paid[-1] <= 2 * steps.get(number, now)


@given(stepped(), st.integers(10, 150), st.integers(1, 95))
def test_if_the_first_amount_is_typed_no_instalment_exceeds_the_typed_amounts(
    plan_of: tuple[Decimal, int, dict[int, Decimal]], percent: int, at_the_end: int
) -> None:
    owed, number, steps = plan_of
    first, balloon = share(owed / number, percent), share(owed, at_the_end)
    values = {"amount_owed": str(owed), "solve_for": "instalments", "instalment_amount": str(first)}
    found = uneven({**values, "steps": typed_steps(steps)})
    if "schedule" in found:
        adds_up(found, owed)
        assert max(column(found, "payment")) <= max(first, *steps.values())
    larger = uneven({**values, "balloon": str(balloon)})
    if "schedule" in larger:
        adds_up(larger, owed)
        assert column(larger, "payment")[-1] <= balloon


@given(debts, st.integers(2, 40), st.integers(1, 95), shapes)
def test_a_larger_last_instalment_is_the_amount_typed_plus_any_pennies_left_over(
    owed: Decimal, number: int, percent: int, shape: dict[str, str]
) -> None:
    balloon = share(owed, percent)
    values = {"amount_owed": str(owed), "instalments": str(number), "balloon": str(balloon), **shape}
    found = uneven(values)
    assume("schedule" in found)
    adds_up(found, owed)
    *ordinary, last = column(found, "payment")
    assert set(ordinary) == {Decimal(found["instalment_amount"])}
    assert ordinary[0] < last
    assert balloon <= last
    if shape["interest_rate"] == "0":
        assert last < balloon + Decimal(number) / 100
    both = uneven({**values, "instalment_amount": found["instalment_amount"], "solve_for": "end_date"})
    assert both["schedule"] == found["schedule"]


@given(debts, st.integers(1, 24), st.integers(1, 24), st.integers(1, 30), shapes, st.dates(date(2025, 6, 1), LATER))
def test_the_dates_and_amount_after_a_missed_instalment_match_the_tracker(
    owed: Decimal, number: int, which: int, grace: int, shape: dict[str, str], first: date
) -> None:
    which = min(which, number)
    terms = {**shape, "amount_owed": str(owed), "instalments": str(number), "grace_days": str(grace)}
    terms |= {"first_payment_date": str(first), "agreement_date": str(first)}
    found = uneven({**terms, "missed_payment": str(which)})
    assume("schedule" in found)
    missed = found["if_missed"]
    due, warned, last_day = (date.fromisoformat(missed[name]) for name in ("due", "warn_on", "pay_by"))
    assert due < warned < last_day
    paid = [{"date": row["due"], "amount": row["payment"]} for row in found["schedule"][: which - 1]]
    so_far = {**terms, "payments": paid, "warned_on": str(warned)}
    on_time = tracked({**so_far, "letter_date": str(last_day)})
    assert (on_time["state"], on_time["pay_by"]) == ("warned", missed["pay_by"])
    after = tracked({**so_far, "letter_date": str(last_day + timedelta(days=1))})
    assert (after["state"], after["due_on_default"]) == ("broken", missed["due_on_default"])
    assert Decimal(after["due_on_default"]) >= Decimal(missed["owed"])


def tracked(values: dict[str, Any]) -> dict[str, Any]:
    """The plan tracker's result for these answers."""
    found: dict[str, Any] = calculators.answer(calculators.load("plan_tracker"), values, TODAY)["result"]
    return found


def test_breaks_steps_and_a_larger_last_instalment_are_carried_to_agreement_and_tracker() -> None:
    asked = {"pause_after", "pause_periods", "steps", "balloon"}
    module = calculators.load("payment_plan")
    result = payment_plan.calculate(payment_plan.Inputs(amount_owed=Decimal(9), instalments=3, agreement_date=TODAY))
    assert asked <= set(payment_plan.action(result).fields)
    for name in ("payment_plan_agreement", "plan_tracker"):
        assert asked <= set(onward(module, calculators.load(name)).fields)


def test_the_agreement_has_the_plans_schedule_with_its_break_and_steps() -> None:
    values = {
        "amount_owed": "3000", "instalments": "6", "first_payment_date": "2026-12-31", "pause_after": "2",
        "steps": [{"from_payment": "4", "amount": "600"}], "balloon": "900",
    }  # fmt: skip
    found = uneven(values)
    letter = calculators.answer(calculators.load("payment_plan_agreement"), values, TODAY)["result"]
    text = "\n".join(one["text"] for one in letter["paragraphs"])
    for row in found["schedule"]:
        assert f"Payment {row['number']}, {in_words(date.fromisoformat(row['due']))}: £{row['payment']}." in text
    assert "No payment is due between 1 February 2027 and 31 March 2027." in text
