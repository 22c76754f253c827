"""The kernel on its own: how it reads and refuses typed answers, rounds amounts and adds months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel import Choice, Money, Percentage, Problem, add_months, apportion, ask, in_words, pounds, shared
from calculators.kernel.base.dates import Nearest, read_date, read_date_near
from calculators.kernel.base.money import exact_percent, percent, plain, pounds_and_pence, to_pence, truncate_to_pence
from calculators.kernel.base.parse import amounts, days, parse
from calculators.kernel.base.schema import items
from calculators.kernel.output.chart import Bar, bars

SIDES: tuple[Nearest, ...] = ("past", "future", "either")

pence = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("exact", "rounded"), [("1.005", "1.01"), ("1.0049", "1.00"), ("-1.005", "-1.01"), ("0.125", "0.13")]
)
def test_money_rounds_half_up(exact: str, rounded: str) -> None:
    assert to_pence(Decimal(exact)) == Decimal(rounded)


def test_truncating_to_pence_drops_fractions_of_a_penny() -> None:
    assert truncate_to_pence(Decimal("519.219")) == Decimal("519.21")


@pytest.mark.parametrize(
    ("amount", "sentence", "column"),
    [
        ("115", "£115", "£115.00"),
        ("1158.9", "£1,158.90", "£1,158.90"),
        ("-296", "−£296", "−£296.00"),
        ("0", "£0", "£0.00"),
    ],
)
def test_money_is_formatted_for_sentences_and_for_columns(amount: str, sentence: str, column: str) -> None:
    assert pounds(Decimal(amount)) == sentence
    assert pounds_and_pence(Decimal(amount)) == column


@pytest.mark.parametrize(("number", "words"), [("9.87", "9.9%"), ("75", "75%"), ("100", "100%"), ("0.04", "0%")])
def test_a_percentage_is_rounded_to_one_decimal_place_at_most(number: str, words: str) -> None:
    assert percent(Decimal(number)) == words


def test_a_typed_percentage_keeps_its_decimal_places() -> None:
    assert [exact_percent(Decimal(text)) for text in ("11.75", "33.330", "8")] == ["11.75%", "33.33%", "8%"]


def test_plain_numbers_have_no_exponent_or_trailing_zeros() -> None:
    assert [plain(Decimal(text)) for text in ("1E+3", "5.0850", "100", "0.0")] == ["1000", "5.085", "100", "0"]


@given(st.lists(st.decimals(min_value=-(10**6), max_value=10**6, places=5), max_size=12))
def test_apportioned_parts_add_up_and_differ_by_at_most_a_penny(exact: list[Decimal]) -> None:
    parts = apportion(exact)
    assert sum(parts, Decimal(0)) == to_pence(sum(exact, Decimal(0)))
    assert all(abs(part - one) <= Decimal("0.01") for part, one in zip(parts, exact, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "22/11/2026",
        "22.11.2026",
        "22 November 2026",
        "22 nov 2026",
        "22nd November, 2026",
        "22-11-2026",
        "22/11/26",
        "22.11.26",
        "22-Nov-2026",
        "22-Nov-26",
        "22 Nov 26",
    ],
)
def test_dates_are_read_in_the_formats_that_people_write(text: str) -> None:
    assert read_date(text) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["29/02/2026", "31 June 2026", "11/22/2026", "0000-01-01", "22 Remember 2026", "٢٢/١١/٢٠٢٦", "22-11-26", ""]
)
def test_invalid_dates_are_refused(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "past", "future", "either"),
    [
        ("10 Oct", "2026-10-10", "2027-10-10", "2026-10-10"),
        ("10th of October", "2026-10-10", "2027-10-10", "2026-10-10"),
        ("October 10", "2026-10-10", "2027-10-10", "2026-10-10"),
        ("10-Oct", "2026-10-10", "2027-10-10", "2026-10-10"),
        ("30 nov", "2025-11-30", "2026-11-30", "2026-11-30"),
        ("25/11", "2026-11-25", "2026-11-25", "2026-11-25"),
        ("31/3", "2026-03-31", "2027-03-31", "2027-03-31"),
        ("29 Feb", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("end of March", "2026-03-31", "2027-03-31", "2027-03-31"),
        ("end of February 2024", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("the end of last month", "2026-10-31", "2026-10-31", "2026-10-31"),
        ("end of the month", "2026-11-30", "2026-11-30", "2026-11-30"),
        ("last Friday", "2026-11-20", "2026-11-20", "2026-11-20"),
        ("last Wednesday", "2026-11-18", "2026-11-18", "2026-11-18"),
        ("Friday", "2026-11-20", "2026-11-27", "2026-11-27"),
        ("on Wed", "2026-11-25", "2026-11-25", "2026-11-25"),
        ("yesterday", "2026-11-24", "2026-11-24", "2026-11-24"),
        ("Today", "2026-11-25", "2026-11-25", "2026-11-25"),
        ("2 weeks ago", "2026-11-11", "2026-11-11", "2026-11-11"),
        ("in a month", "2026-12-25", "2026-12-25", "2026-12-25"),
    ],
)
def test_a_date_without_a_year_is_read_as_past_or_future_to_suit_the_question(
    text: str, past: str, future: str, either: str
) -> None:
    wednesday = date(2026, 11, 25)
    read = [read_date_near(text, wednesday, side) for side in SIDES]
    assert read == [date.fromisoformat(day) for day in (past, future, either)]


@pytest.mark.parametrize(
    "text", ["next Friday", "31/2", "22 Remember", "May", "3 days", "in 3 days ago", "9999 years ago", "some day", "10"]
)
def test_ambiguous_or_incomplete_dates_are_refused(text: str) -> None:
    assert read_date_near(text, date(2026, 11, 25)) is None


def test_next_friday_is_refused_as_ambiguous() -> None:
    found = parse(Form, {"money": "1", "day": "next Friday"}, TODAY)
    example = "Write a date, such as 22 November 2026 or 22/11/2026."
    assert found == [Problem("day", f"The day could be either of two dates. {example}")]


def test_a_date_without_a_year_is_shown_with_it_and_refused_if_today_is_unknown() -> None:
    assert days(Gross, {"due_date": "10 Oct"}, TODAY) == {"due_date": "10 October 2026"}
    assert days(Gross, {"due_date": "10 Oct"}, None) == {}
    assert isinstance(parse(Gross, {"amount_owed": "1", "due_date": "10 Oct"}, None), list)


@given(st.dates(date(1000, 1, 1), date(2900, 1, 1)), st.dates(date(1000, 1, 1), date(2900, 1, 1)))
def test_a_date_with_a_year_does_not_depend_on_today(day: date, today: date) -> None:
    assert read_date_near(in_words(day), today, "future") == day
    assert read_date_near(day.isoformat(), today) == day


@given(st.dates(date(1000, 1, 1), date(2900, 1, 1)), st.dates(date(1000, 1, 1), date(2900, 1, 1)))
def test_a_date_without_a_year_is_the_closest_past_or_future_one(day: date, today: date) -> None:
    text = in_words(day).rpartition(" ")[0]
    past, future, either = (read_date_near(text, today, side) for side in SIDES)
    assert past
    assert future
    assert past <= today <= future
    assert either in (past, future)
    assert {(one.month, one.day) for one in (past, future)} == {(day.month, day.day)}
    assert (future - past).days in (0, 365, 366, 1461, 2921, 2922)


@given(st.text(), st.dates())
def test_reading_a_date_near_today_never_raises_an_error(text: str, today: date) -> None:
    assert all(isinstance(read_date_near(text, today, side), date | None) for side in SIDES)


@given(st.dates())
def test_a_date_in_words_reads_back_as_the_same_date(day: date) -> None:
    assert day.year < 1000 or read_date(in_words(day)) == day
    assert read_date(day.isoformat()) == day


def test_adding_months_keeps_the_day_or_uses_the_last_day_of_a_shorter_month() -> None:
    first = date(2027, 1, 31)
    assert [add_months(first, n) for n in (1, 2, 13)] == [date(2027, 2, 28), date(2027, 3, 31), date(2028, 2, 29)]


class Colour(Choice):
    """A choice for the tests."""

    red = "Red as a rose"
    green = "Green"


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row for the tests."""

    amount: Money = ask("How much?", noun="the amount", low=0, high=10)


@dataclass(frozen=True, kw_only=True)
class Form:
    """One question of every kind."""

    money: Money = ask("Money?", noun="the money", low=0, high=1_000_000)
    share: Percentage = ask("Share?", noun="the share", low=0, high=100, default=Decimal(5))
    count: int = ask("How many?", noun="the number", low=1, high=60, default=1)
    day: date = ask("When?", noun="the day", today=True, low=date(2020, 1, 1), high=date(2030, 1, 1))
    colour: Colour = ask("Which colour?", noun="the colour", default=Colour.red)
    agreed: bool = ask("Agreed?", noun="the agreement", default=False)
    note: str = ask("Any words?", noun="the note", default="", high=20)
    rows: tuple[Row, ...] = ask("Which rows?", noun="the list of rows", default=())
    other: Money | None = ask("Other?", noun="the other sum", default=None, low=0, high=5)

    def problems(self) -> Iterator[Problem]:
        """A rule that involves two answers."""
        if self.agreed and self.money == 0:
            yield Problem("money", "Nothing was agreed.")


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3000", "3000"),
        ("£3,000", "3000"),
        (" 3 000.5 ", "3000.5"),
        ("£ 0.10", "0.1"),
        ("3000.", "3000"),
        ("1,000,000", "1000000"),
        ("£3,200.00", "3200"),
        ("3.2k", "3200"),
        ("£3.2K", "3200"),
        ("12 thousand", "12000"),
        ("0.9m", "900000"),
        ("3200 pounds", "3200"),
        ("GBP 3,200", "3200"),
        ("3,200 inc. VAT", "3200"),
        ("£3,840 (including VAT)", "3840"),
    ],
)
def test_money_is_read_in_the_formats_that_people_write(typed: str, read: str) -> None:
    form = parse(Form, {"money": typed}, TODAY)
    assert isinstance(form, Form)
    assert form.money == Decimal(read)


@pytest.mark.parametrize(
    "typed",
    ["3,00", "3.000,50", "1e3", "١٢", "-1", "£", "3,200k", "3k2", "NaN", "Infinity", "1,0000", "0x10", "½", "1_000"],
)
def test_unreadable_amounts_are_refused(typed: str) -> None:
    assert isinstance(parse(Form, {"money": typed}, TODAY), list)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("3-4k", "The money must be one amount. Write it in pounds, such as 3,000 or 1250.50."),
        ("3,000 or 4,000", "The money must be one amount. Write it in pounds, such as 3,000 or 1250.50."),
        ("€3,000", "The money must be in pounds. Write it in pounds, such as 3,000 or 1250.50."),
        ("3,200 VAT", "The money doesn’t say clearly whether it includes VAT. Write it in pounds, such as 3,000 or 1250.50."),
        ("3,200 + VAT", "The money must already include any VAT. Write it in pounds, such as 3,000 or 1250.50."),
        ("about 3,000", "The money isn’t a number we can read. Write it in pounds, such as 3,000 or 1250.50."),
    ],
)  # fmt: skip
def test_an_unclear_amount_is_refused_with_the_reason(typed: str, why: str) -> None:
    assert parse(Form, {"money": typed}, TODAY) == [Problem("money", why)]


@dataclass(frozen=True, kw_only=True)
class Gross:
    """A debt whose amount includes VAT."""

    amount_owed: Money = shared.amount_owed()
    due_date: date | None = shared.due_date()
    vat_registered: bool = shared.vat_registered()


@pytest.mark.parametrize(
    ("values", "registered"),
    [
        ({"amount_owed": "3,200 + VAT"}, True), ({"amount_owed": "3,200"}, False),
        ({"amount_owed": "3,200 inc VAT"}, False), ({"amount_owed": "3,200 + VAT", "vat_registered": "no"}, False),
        ({"amount_owed": "3,200 + VAT", "vat_registered": ""}, True),
    ],
)  # fmt: skip
def test_typing_plus_vat_implies_vat_registered_unless_answered_no(values: dict[str, str], registered: bool) -> None:
    found = parse(Gross, values, TODAY)
    assert isinstance(found, Gross)
    assert found.vat_registered is registered


@pytest.mark.parametrize(
    "typed", ["3,200 + VAT", "3200+vat", "£3.2k plus VAT", "3,200 ex. VAT", "3200 (excluding VAT)"]
)
def test_vat_is_added_to_an_amount_typed_without_it_and_the_total_is_shown(typed: str) -> None:
    found = parse(Gross, {"amount_owed": typed}, TODAY)
    assert isinstance(found, Gross)
    assert found.amount_owed == Decimal("3840.00")
    assert amounts(Gross, {"amount_owed": typed}, TODAY) == {"amount_owed": "£3,840.00 including VAT at 20%"}


def test_only_a_valid_amount_in_shorthand_is_shown_in_full() -> None:
    told = {typed: amounts(Gross, {"amount_owed": typed}, TODAY) for typed in ("3,200", "3.2k", "lots", "99m + VAT")}
    assert told == {"3,200": {}, "3.2k": {"amount_owed": "£3,200.00"}, "lots": {}, "99m + VAT": {}}


def test_without_a_date_no_vat_rate_is_assumed() -> None:
    assert isinstance(parse(Gross, {"amount_owed": "3,200 + VAT"}, None), list)


@given(st.decimals(min_value=1, max_value=8 * 10**6, places=2))
def test_vat_is_added_to_the_penny_however_plus_vat_is_written(amount: Decimal) -> None:
    read = [parse(Gross, {"amount_owed": f"{amount}{asked}"}, TODAY) for asked in (" + VAT", " plus vat", "ex VAT")]
    assert read == [Gross(amount_owed=to_pence(amount * 120 / 100), vat_registered=True)] * 3


@given(st.integers(min_value=1, max_value=9_999))
def test_thousands_are_the_same_amount_however_they_are_written(thousands: int) -> None:
    written = [
        f"{thousands}k",
        f"{thousands}000",
        f"{thousands},000",
        f"£{thousands} thousand",
        f"{thousands}000.00 pounds",
    ]
    readable = [text for text in written if not (thousands > 999 and "," in text)]
    assert {getattr(parse(Gross, {"amount_owed": text}, TODAY), "amount_owed", text) for text in readable} == {
        Decimal(thousands * 1000)
    }


def test_every_kind_of_answer_is_read() -> None:
    values = {
        "money": "1", "share": "12.5%", "count": "6", "day": "1/2/2026", "colour": "green", "agreed": "Yes",
        "note": " two  words ", "rows": [{"amount": "1"}, {"amount": "2"}], "other": "4",
    }  # fmt: skip
    assert parse(Form, values, TODAY) == Form(
        money=Decimal(1), share=Decimal("12.5"), count=6, day=date(2026, 2, 1), colour=Colour.green, agreed=True,
        note="two words", rows=(Row(amount=Decimal(1)), Row(amount=Decimal(2))), other=Decimal(4),
    )  # fmt: skip


def test_an_empty_answer_gets_its_default_or_todays_date() -> None:
    form = parse(Form, {"money": "1", "day": "  ", "other": None}, TODAY)
    assert isinstance(form, Form)
    assert (form.day, form.other, form.colour, form.rows) == (TODAY, None, Colour.red, ())


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({}, "money", "The money is missing. Write it in pounds, such as 3,000 or 1250.50."),
        ({"money": "1", "count": "2.5"}, "count", "The number isn’t a whole number. Write a whole number, such as 6."),
        ({"money": "1", "count": "61"}, "count", "The number must be 60 or less."),
        ({"money": "1", "day": "1 May 2019"}, "day", "The day must be 1 January 2020 or later."),
        ({"money": "1", "colour": "Red"}, "colour", "The colour isn’t one of the choices. Choose one of: Red as a rose (red), Green (green)."),
        ({"money": "1", "agreed": "perhaps"}, "agreed", "The agreement isn’t clear. Choose yes or no."),
        ({"money": "1", "note": "x" * 21}, "note", "The note is longer than 20 characters."),
        ({"money": "1", "rows": [{"amount": "1"}, {"amount": "99"}]}, "rows.2.amount", "Row 2: The amount must be £10 or less."),
        ({"money": "1", "rows": "x"}, "rows", "The list of rows must be a list of rows."),
        ({"money": ["1"]}, "money", "The money must be one answer, written as text."),
        ({"money": "0", "agreed": "yes"}, "money", "Nothing was agreed."),
    ],
)  # fmt: skip
def test_problems_use_the_questions_own_words(values: dict[str, object], field: str, message: str) -> None:
    assert parse(Form, values, TODAY) == [Problem(field, message)]


def test_todays_date_is_refused_if_it_is_out_of_range() -> None:
    found = parse(Form, {"money": "1"}, date(2019, 1, 1))
    assert found == [Problem("day", "The day must be 1 January 2020 or later.")]


def test_a_calculator_can_make_a_shared_question_required_optional_or_unfolded() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Needs:
        due_date: date = shared.due_date(required=True, more=False)

    @dataclass(frozen=True, kw_only=True)
    class MayLeaveOpen:
        amount_owed: Money | None = shared.amount_owed(required=False)

    (needed,) = items(Needs)
    assert needed.ask
    assert not needed.ask.more
    assert needed.ask.question == "When was the money due?"
    assert isinstance(parse(Needs, {}, None), list)
    assert parse(MayLeaveOpen, {}, None) == MayLeaveOpen(amount_owed=None)


def test_more_than_500_rows_are_refused() -> None:
    found = parse(Form, {"money": "1", "rows": [{"amount": "1"}] * 501}, TODAY)
    assert found == [Problem("rows", "The list of rows must have 500 rows or fewer.")]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Form.__dataclass_fields__, "unknown"]), anything))
def test_parsing_answers_never_raises_an_error(values: dict[str, object]) -> None:
    found = parse(Form, values, TODAY)
    assert isinstance(found, Form) or all(problem.message for problem in found)


def test_bars_share_one_scale_with_losses_to_the_left_and_labels_escaped() -> None:
    left, lost = Bar(label="<b>", amount=Decimal(300), chance="75%"), Bar(label="&", amount=Decimal(-20), chance="25%")
    drawn = bars("A & B", [left, lost])
    assert '<rect class="back" x="16" y="21" width="240"' in drawn
    assert '<rect class="out" x="0" y="73" width="16"' in drawn
    assert "&lt;b&gt;" in drawn
    assert "A &amp; B" in drawn
    assert "style=" not in drawn


def test_an_empty_bar_chart_can_be_drawn() -> None:
    assert "<svg" in bars("None", [])
