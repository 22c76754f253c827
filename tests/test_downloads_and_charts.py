"""Files and charts made from an answer: valid, safe, and always the same for the same answer."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel import Money, tell
from calculators.kernel.contract.calculator import Event
from calculators.kernel.figures import working_days
from calculators.kernel.output import chart, ics
from calculators.kernel.output.answer_html import linked
from calculators.kernel.output.csv import table

STAMP = date(2026, 11, 22)
days = st.dates(date(2000, 1, 1), date(2099, 12, 30))


@given(st.text(), st.text(), days)
def test_calendar_lines_have_the_length_and_endings_that_rfc_5545_requires(title: str, note: str, day: date) -> None:
    made = ics.calendar("Dates", [Event(key="plan-1", day=day, title=title, note=note)], STAMP)
    assert made.endswith("\r\n")
    lines = made.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all("\n" not in line and "\r" not in line for line in lines)
    unfolded = made.replace("\r\n ", "")
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}" in unfolded
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 1


def test_a_calendar_is_reproducible_with_stable_event_ids_and_escaped_text() -> None:
    events = [Event(key=f"plan-{n}", day=STAMP, title="Pay, by noon; or call") for n in (1, 2)]
    made = ics.calendar("Plan", events, STAMP)
    assert made == ics.calendar("Plan", events, STAMP)
    assert "UID:plan-1@get-paid.invalid" in made
    assert "SUMMARY:Pay\\, by noon\\; or call" in made


def test_long_lines_are_folded_between_characters_not_inside_them() -> None:
    made = ics.calendar("£" * 200, [], STAMP)
    assert "£" * 200 in made.replace("\r\n ", "")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row for the tests."""

    what: str = tell("What")
    amount: Money = tell("=Amount")
    when: date | None = tell("When")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_no_text_in_a_csv_cell_runs_as_a_formula(what: str) -> None:
    made = table((Row(what=what, amount=Decimal("-1.50"), when=None),))
    head, row = csv.reader(io.StringIO(made, newline=""))
    assert head == ["What", "'=Amount", "When"]
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row[0].removeprefix("'") == what.removeprefix("'")
    assert row[1:] == ["-1.50", ""]


def test_an_empty_table_is_an_empty_file() -> None:
    assert table(()).strip() == ""


@pytest.mark.parametrize(
    ("day", "nation", "moved"),
    [
        ("2027-01-01", "england_wales", "2027-01-04"),
        ("2027-01-01", "scotland", "2027-01-05"),
        ("2026-11-30", "scotland", "2026-12-01"),
        ("2026-11-30", "england_wales", "2026-11-30"),
        ("2027-07-12", "england_wales", "2027-07-12"),
        ("2027-07-12", "northern_ireland", "2027-07-13"),
    ],
)
def test_a_non_working_day_moves_to_the_next_working_day(day: str, nation: str, moved: str) -> None:
    assert working_days.next_working_day(date.fromisoformat(day), nation) == date.fromisoformat(moved)


def test_a_non_working_day_can_move_back_to_the_previous_working_day() -> None:
    assert working_days.previous_working_day(date(2026, 12, 28), "england_wales") == date(2026, 12, 24)


def test_bank_holidays_are_known_from_2024_to_2028() -> None:
    assert working_days.known(date(2028, 12, 31))
    assert not working_days.known(date(2029, 1, 1))
    assert not working_days.known(date(2023, 12, 31))


def test_amounts_are_drawn_on_one_scale_each_under_its_own_label() -> None:
    marks = [chart.Mark(label="<Most>", amount=Decimal(100)), chart.Mark(label="Least", amount=Decimal(10))]
    drawn = chart.money_line("Range", marks, zone=(Decimal(20), Decimal(80)))
    assert 'class="zone" x="71"' in drawn
    assert re.findall(r'<text x="0" y="(\d+)">([^<]*)</text>', drawn) == [
        ("14", "Least: £10"),
        ("56", "&lt;Most&gt;: £100"),
    ]
    assert re.findall(r'cx="(\d+)" cy="(\d+)"', drawn) == [("38", "28"), ("334", "70")]


def test_falling_steps_and_spreads_are_drawn_to_scale() -> None:
    steps = chart.falling_steps("Plan", [("Start", Decimal(100)), ("End", Decimal(0))])
    assert 'height="110"' in steps
    assert "Start: £100" in steps
    drawn = chart.spreads("Moves", Decimal(50), [chart.Spread(label="Chance", low=Decimal(0), high=Decimal(100))])
    assert 'x="0" y="44" width="340"' in drawn
    assert re.findall(r"<text[^>]*>([^<]*)</text>", drawn) == ["Chance:", "£0 to £100"]


def test_empty_charts_can_be_drawn() -> None:
    for drawn in (chart.money_line("x", []), chart.falling_steps("x", []), chart.spreads("x", Decimal(0), [])):
        assert drawn.startswith("<svg")
        assert drawn.endswith("</svg>")


def test_web_addresses_in_a_sentence_become_links_and_nothing_else_does() -> None:
    told = linked('See https://www.gov.uk/a?b=1&c=2. <b> javascript:alert(1) "https://x"')
    assert '<a href="https://www.gov.uk/a?b=1&amp;c=2">' in told
    assert "&lt;b&gt;" in told
    assert 'href="javascript' not in told
