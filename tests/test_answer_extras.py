"""Extras of an answer: the record of what it's based on, what makes the most difference, and rows from a file."""

import html
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import contact_log, court_costs
from calculators.kernel.base.conditions import asked_in
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import MOST_ROWS, items
from calculators.kernel.extras import csv_import, sensitivity
from calculators.kernel.output import audit_record

NAMES = [*calculators.names(), *calculators.draft_names()]
TODAY = date(2026, 11, 22)
MARKUP = '<script>alert("x")</script>'
LABELS = {"Day": "day", "What was said": "said", "How": "how", "Who": "who"}

each = pytest.mark.parametrize("name", NAMES)


def ask(calculator: str, **asked: Any) -> Any:
    return json.loads(calculators.respond(json.dumps({"calculator": calculator, "today": str(TODAY)} | asked)))


def read(text: str) -> csv_import.Found:
    return csv_import.read(contact_log.Contact, text, LABELS)


# The record


@each
def test_every_question_asked_is_in_the_record_once(name: str) -> None:
    module = calculators.load(name)
    inputs = parse(module.Inputs, module.EXAMPLES[0].values, TODAY)
    found = audit_record.of(inputs, TODAY)
    told = [line.name for line in (*found.said, *found.assumed, *found.empty)]
    assert sorted(told) == sorted(asked_in(inputs))


def test_the_record_separates_typed_assumed_and_empty_answers() -> None:
    values = {"amount_owed": "3000", "chance_of_winning": "75", "vat_registered": "yes"}
    found = audit_record.of(parse(court_costs.Inputs, values, TODAY), TODAY)
    assert [(line.name, line.words) for line in found.said] == [
        ("amount_owed", ("£3,000",)), ("vat_registered", ("Yes",)),
    ]  # fmt: skip
    assumed = {line.name: line.words for line in found.assumed}
    assert assumed["chance_of_winning"] == ("75%",)
    assert assumed["claim_date"] == ("22 November 2026",)
    assert "due_date" in {line.name for line in found.empty}


@each
def test_the_record_has_a_way_to_change_each_answer_and_lists_the_empty_ones(name: str) -> None:
    module = calculators.load(name)
    answer = ask(name, values=dict(module.EXAMPLES[0].values), today=str(module.EXAMPLES[0].today))["answer"]
    put = asked_in(parse(module.Inputs, module.EXAMPLES[0].values, module.EXAMPLES[0].today))
    assert f"with version {calculators.__version__} of these calculators" in answer
    for item in items(module.Inputs):
        if item.name in put and f'data-change="{item.name}"' not in answer:
            assert item.ask
            blank = item.ask.noun[:1].upper() + item.ask.noun[1:]
            assert f"<li>{html.escape(blank)}</li>" in answer, item.name


def test_a_typed_percentage_keeps_its_decimals_in_the_record() -> None:
    values = {"amount_owed": "3000", "chance_of_winning": "66.67"}
    found = audit_record.of(parse(court_costs.Inputs, values, TODAY), TODAY)
    assert {line.name: line.words for line in found.said}["chance_of_winning"] == ("66.67%",)


def test_the_text_to_copy_has_the_headline_answers_assumptions_and_date() -> None:
    text = ask("court_costs", values={"amount_owed": "3000"}, surface="text")["text"]
    for part in (
        "To claim £3,000 you pay £115",
        "- How much are you owed? £3,000",
        "What we assumed",
        "22 November 2026",
    ):
        assert part in text
    assert ask("court_costs", values={}, surface="text")["problems"][0]["field"] == "amount_owed"


def test_typed_markup_is_unchanged_in_text_and_escaped_on_the_page() -> None:
    values = {"customer_name": MARKUP}
    assert MARKUP in ask("reminder", values=values, surface="text")["text"]
    assert MARKUP not in ask("reminder", values=values)["answer"]


@pytest.mark.parametrize("surface", ["nothing", "", None, 3, [], "answer", "moves"])
def test_an_unknown_surface_is_a_problem(surface: object) -> None:
    assert ask("next_step", values={}, surface=surface)["problems"][0]["field"] == "surface"


# What makes the most difference


@pytest.mark.parametrize("name", [name for name in NAMES if sensitivity.turns_on(calculators.load(name))])
def test_the_numbers_that_make_the_most_difference_come_first_and_are_charted(name: str) -> None:
    module = calculators.load(name)
    main = sensitivity.turns_on(module)
    inputs = parse(module.Inputs, module.EXAMPLES[0].values, module.EXAMPLES[0].today)
    assert main
    found = sensitivity.moves(module, main, inputs)
    assert found
    assert [one.spread for one in found] == sorted((one.spread for one in found), reverse=True)
    assert "<svg" in sensitivity.as_html(module, inputs, module.calculate(inputs))


def test_a_chance_is_varied_by_ten_percentage_points_up_to_100_per_cent() -> None:
    values = {"amount_owed": "3000", "chance_of_collecting": "95"}
    inputs = parse(court_costs.Inputs, values, TODAY)
    main = sensitivity.turns_on(calculators.load("court_costs"))
    assert main
    found = {one.noun: one for one in sensitivity.moves(calculators.load("court_costs"), main, inputs)}
    collecting = found["the chance of being paid"]
    assert (collecting.lower, collecting.higher) == ("85%", "100%")
    again = ask("court_costs", values=values | {"chance_of_collecting": "100"})["result"]["expected_net"]
    assert collecting.high == Decimal(again)


def test_what_makes_the_most_difference_is_not_given_if_a_fee_is_unconfirmed() -> None:
    values = {"amount_owed": "3000", "nation": "northern_ireland", "claim_date": "2026-11-22"}
    result = ask("court_costs", values=values)["result"]
    told = ask("court_costs", values=values, surface="moves")["moves"]
    assert ("couldn’t confirm" in told) is (result["expected_net"] is None)


# Rows from a file


def test_a_table_is_read_with_any_separator_line_ending_or_form_of_heading() -> None:
    for text in (
        "Day,How,Who\n2/11/2026,email,Ms Patel\n",
        "\ufeffday;HOW;Who did you deal with?\r\n2/11/2026;Email;Ms Patel\r\n;;\r\n",
        "Day\tHow\tWho\r2/11/2026\temail\tMs Patel\r",
    ):
        assert [dict(row) for row in read(text).rows] == [{"day": "2/11/2026", "how": "email", "who": "Ms Patel"}]
        assert read(text).notes == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "There’s nothing in that file."),
        (" \n\n", "There’s nothing in that file."),
        ("a,b\n1,2\n", "We don’t recognise any of the columns."),
        ("Day,Mood\n2/11/2026,bad\n", "We left out columns we don’t recognise: Mood."),
        ("Day,How\n2/11/2026,pigeon\n", "Line 2: “pigeon” is not one of Phone call, Email"),
        ("Day\n" + "2/11/2026\n" * (MOST_ROWS + 1), f"We read the first {MOST_ROWS} rows. The file has {MOST_ROWS + 1}."),
        ("Day\n" + "x" * 1_000_001, "That file is too big"),
    ],
    ids=["empty", "blank", "no column", "unknown column", "no such choice", "too many", "too big"],
)  # fmt: skip
def test_a_problem_with_a_table_is_explained_in_a_sentence(text: str, note: str) -> None:
    found = read(text)
    assert note in " ".join(found.notes)
    assert len(found.rows) <= MOST_ROWS


@given(st.text())
def test_reading_any_text_as_a_table_never_raises_an_error(text: str) -> None:
    read(text)
    read(f"Day,How,What was said\n{text}")


def test_a_saved_contact_log_loads_unchanged_and_contains_no_formulas() -> None:
    contacts = [
        {"day": "2026-11-02", "time": "9.10", "how": "email", "said": "=1+1", "paper": "-2", "who": "a, \"b\""},
        {"day": "2026-11-06", "how": "call", "began": "they", "said": "@SUM(A1)", "promised": "2026-11-20", "pages": "2"},
    ]  # fmt: skip
    saved = ask("contact_log", values={"contacts": contacts})["downloads"][0]["text"]
    assert not any(cell.startswith(("=", "@")) for line in saved.splitlines() for cell in line.split(","))
    again = ask("contact_log", surface="rows", field="contacts", file=saved)
    assert again["notes"] == []
    assert ask("contact_log", values={"contacts": again["rows"]})["downloads"][0]["text"] == saved


@pytest.mark.parametrize("column", ["Date promised", "Promised by", "Promise due"])
def test_a_contact_log_saved_with_older_column_names_still_loads(column: str) -> None:
    file = f"Day,How,Who began it,Who,{column},Paper\n2026-11-06,Phone call,They,Ms Patel,2026-11-13,Note\n"
    found = ask("contact_log", surface="rows", field="contacts", file=file)
    row = {"day": "2026-11-06", "how": "call", "began": "they", "who": "Ms Patel", "promised": "2026-11-13"}
    assert (found["rows"], found["notes"]) == ([row | {"paper": "Note"}], [])


@pytest.mark.parametrize(
    "asked", [{}, {"field": "contacts"}, {"field": "gap_days", "file": "x"}, {"field": [], "file": "x"}]
)
def test_loading_rows_needs_a_file_and_a_question_that_takes_rows(asked: dict[str, Any]) -> None:
    assert ask("contact_log", surface="rows", **asked)["problems"][0]["field"] == "file"


def test_bundle_page_numbers_stop_after_the_first_document_without_a_page_count() -> None:
    contacts = [
        {"day": f"2026-11-0{day}", "paper": str(day)} | pages for day, pages in enumerate(({"pages": "2"}, {}, {}), 1)
    ]
    bundle = ask("contact_log", values={"contacts": contacts})["result"]["bundle"]
    assert [paper["page"] for paper in bundle] == [1, 3, None]
