"""A summary for a client: everything that can be worked out for one claim, as HTML, text and JSON, without errors."""

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators import summary
from calculators.__main__ import main
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import items
from calculators.kernel.output import json
from calculators.next_step import Situation
from calculators.summary import case_results, questions
from tests.test_every_calculator import MARKUP, Balanced
from tests.test_kernel import anything

TODAY = "2026-11-22"
PLANS = calculators.load("routes").EXAMPLES
CLAIM: Mapping[str, Any] = {
    "nation": "england_wales",
    "invoices": [{"amount": "2000", "due_date": "2026-03-31"}, {"amount": "1000", "due_date": "2026-05-15"}],
    "your_business": "Jones Garden Design",
    "customer_name": "Example Offices Ltd",
    "how_late": "up_to_1_year",
}


def file(claim: Mapping[str, Any] = CLAIM, **parts: Any) -> dict[str, Any]:
    return {"format": summary.FORMAT, "version": summary.VERSION, "claim": claim, "today": TODAY, **parts}


def ask(given: object, **more: object) -> Any:
    return json.read(calculators.respond(json.write({"summary": json.data(given), **more})))


def problems(given: object) -> dict[str, str]:
    return {one["field"]: one["message"] for one in ask(given)["problems"]}


def sections(reply: Any) -> list[str]:
    return [one["calculator"] for one in reply["json"]["sections"]]


def test_the_summary_is_not_a_calculator_or_draft() -> None:
    assert "summary" not in calculators.names()
    assert "summary" not in calculators.draft_names()


# The contents of a summary


def test_everything_that_the_answers_allow_is_worked_out_and_the_rest_listed_as_left_out() -> None:
    reply = ask(file())
    assert [one for one in sections(reply) if one in case_results.IN_ORDER] == [
        "late_payment_interest", "deadlines", "court_costs", "mediation_fee", "settlement_range",
    ]  # fmt: skip
    assert any(line.startswith("“Payment plan”: ") for line in reply["json"]["left_out"])
    assert sections(ask(file({"due_date": "2026-03-31"}))) == ["deadlines"]


def test_each_result_is_the_same_as_from_its_own_calculator() -> None:
    results = ask(file())["json"]["results"]
    typed = {"nation": "england_wales", "amount_owed": "3000", "interest_and_compensation": "353.44",
             "daily_interest": "0.9658", "due_date": "2026-03-31"}  # fmt: skip
    request = {"calculator": "court_costs", "values": typed, "today": TODAY}
    assert results["court_costs"] == json.read(calculators.respond(json.write(request)))["result"]
    assert results["late_payment_interest"]["interest_and_compensation"] == "353.44"


def test_the_dates_to_keep_include_the_claim_and_hearing_but_no_past_dates() -> None:
    claim = {**CLAIM, "letter_sent_on": "2026-11-16", "claim_date": "2026-12-07", "hearing_date": "2027-03-04"}
    days = {one["day"]: one["what"] for one in ask(file(claim))["json"]["dates"]}
    assert days["2026-11-30"] == "Deadline for their reply to your letter before claim"
    assert days["2026-12-07"] == "Start the claim"
    assert days["2027-02-17"] == "Send your documents to the court and the other side"
    near = ask(file({**claim, "hearing_date": "2026-12-01"}))["json"]["dates"]
    assert min(one["day"] for one in near) >= TODAY


def test_the_after_a_defence_section_is_only_for_a_defended_claim() -> None:
    assert "court_day" not in sections(ask(file()))
    assert "court_day" in sections(ask(file({**CLAIM, "their_defence": "the work was late"})))


def test_calculated_interest_runs_to_today_and_typed_interest_to_the_claim_date() -> None:
    claim = {**CLAIM, "claim_date": "2026-12-07", "hearing_date": "2027-03-04"}
    worked = ask(file(claim))["json"]["results"]["court_day"]
    assert "Interest and compensation to 22 November 2026" in [one["label"] for one in worked["working"]]
    typed = ask(file({**claim, "interest_and_compensation": "100"}))["json"]["results"]["court_day"]
    assert "Interest and compensation to 7 December 2026" in [one["label"] for one in typed["working"]]


def test_typed_amounts_take_precedence_over_those_worked_out_from_invoices() -> None:
    results = ask(file({**CLAIM, "amount_owed": "2500", "interest_and_compensation": "100"}))["json"]["results"]
    assert results["court_costs"]["claim_value"] == "2600.00"
    facts = {one["label"]: one for one in ask(file())["json"]["facts"]}
    assert facts["The amount you’re owed"]["worked_out"]
    assert not facts["The place where your customer is based"]["worked_out"]


def test_the_due_date_and_invoice_numbers_are_filled_in_from_the_invoices() -> None:
    numbered = [{**one, "number": number} for one, number in zip(CLAIM["invoices"], ("1041", "1042"), strict=True)]
    reply = ask(file({**CLAIM, "invoices": numbered}, drafts=["reminder"]))["json"]
    facts = {one["label"]: one["value"] for one in reply["facts"]}
    assert facts["The due date"] == "31 March 2026"
    assert "(invoices 1041 and 1042)" in str(reply["annexes"])


def test_only_the_calculators_named_are_used_and_they_can_have_their_own_values() -> None:
    own = {"calculator": "court_costs", "values": {"nation": "scotland"}}
    reply = ask(file({"amount_owed": "3000"}, calculators=[own]))
    assert sections(reply) == ["court_costs"]
    assert reply["json"]["results"]["court_costs"]["track"] == "simple_procedure"
    assert "due_date" in problems(file({"amount_owed": "3000"}, calculators=["deadlines"]))


def test_an_answer_that_only_one_of_two_calculators_can_read_goes_to_that_one() -> None:
    """The next step asks whether a letter was sent; the deadlines ask when."""
    sent = {"due_date": "2026-03-31", "how_late": "up_to_1_year", "letter_sent": "2026-11-01"}
    assert sections(ask(file(sent))) == ["deadlines"]


def test_the_chosen_next_step_is_shown_with_the_suggested_one() -> None:
    chosen = {"step": "offer_mediation", "by": "4 December 2026", "note": "Call first."}
    todo = ask(file(next_step=chosen))["json"]["todo"]
    assert (todo["step"], todo["by"], todo["note"]) == ("Offer to mediate", "2026-12-04", "Call first.")
    assert todo["suggested"] == ask(file())["json"]["todo"]["step"] != ""
    assert {"day": "2026-12-04", "what": "Offer to mediate", "note": "The next step you chose."} in ask(
        file(next_step=chosen)
    )["json"]["dates"]
    assert "Write it here" in ask(file({"due_date": "2026-03-31"}))["text"]


def test_the_dates_to_keep_are_in_order_and_include_every_instalment() -> None:
    reply = ask(file({**CLAIM, "instalments": "6"}))["json"]
    days = [one["day"] for one in reply["dates"]]
    assert days == sorted(days)
    assert {row["due"] for row in reply["results"]["payment_plan"]["schedule"]} <= set(days)
    assert reply["results"]["deadlines"]["last_safe_date"] in days


def test_drafts_are_added_in_full_as_annexes() -> None:
    reply = ask(file(drafts=["reminder", {"calculator": "settlement_agreement", "values": {"settlement_amount": "1"}}]))
    assert [one["calculator"] for one in reply["json"]["annexes"]] == ["reminder", "settlement_agreement"]
    assert "Dear" in reply["text"]
    assert "Annex 2: Settlement agreement" in html.unescape(reply["html"])


def test_every_figure_cited_is_in_the_list_of_sources() -> None:
    reply = ask(file())
    count, printed = len(reply["json"]["sources"]), reply["json"]["cited_on_sheet"]
    assert [one["number"] for one in reply["json"]["sources"]] == list(range(1, count + 1))
    assert 0 < printed <= count
    for number in range(1, count + 1):
        assert (f'id="summary-source-{number}"' in reply["html"]) == (number <= printed)
        assert (f"[{number}] " in reply["text"]) == (number <= printed)
    cited = {line["source"] for one in reply["json"]["sections"] for line in (*one["working"], *one["figures"])}
    on_sheet = {line["source"] for one in reply["json"]["sheet"]["receipts"] for line in one["lines"]}
    assert cited - {0} <= set(range(1, count + 1))
    assert on_sheet - {0} <= set(range(1, printed + 1))


def test_the_page_and_the_text_have_the_same_content() -> None:
    reply = ask(file(adviser={"name": "A. Adviser", "contact": "help@example.org", "reference": "C-17"}))
    page, text, sheet = html.unescape(reply["html"]), " ".join(reply["text"].split()), reply["json"]["sheet"]
    told = [sheet["headline"], sheet["why"], *sheet["case"], *sheet["assumed"], *sheet["open"]]
    told += [one["value"] for one in sheet["owed"]]
    told += [words for one in sheet["ways"] for words in (one["name"], one["ends"], one["why"], *one["figures"])]
    told += ["A. Adviser", "help@example.org", "C-17", "not legal advice", "Date"]
    assert [words for words in told if words not in page or words not in text] == []


def test_a_plan_gives_the_same_sheet_as_a_claim_with_its_answers() -> None:
    request = {"calculator": "routes", "values": PLANS[0].values, "today": TODAY, "surface": "sheet"}
    assert json.read(calculators.respond(json.write(request))) == {"sheet": ask(file(PLANS[0].values))["html"]}
    nothing = {**request, "values": {}}
    assert set(json.read(calculators.respond(json.write(nothing)))) == {"problems"}


def test_only_calculators_asked_for_by_name_are_printed_after_the_sheet() -> None:
    settling = "Settlement range: what to accept, what to aim for and what to ask for"
    assert settling not in ask(file())["text"]
    named = ask(file(calculators=["late_payment_interest", "settlement_range"]))
    assert settling in named["text"]
    assert settling in html.unescape(named["html"])
    assert named["json"]["sheet"] == ask(file())["json"]["sheet"]


# No line contradicts an answer


def test_the_sheet_matches_the_plan_to_the_penny() -> None:
    for example in PLANS:
        request = {"calculator": "routes", "values": example.values, "today": TODAY}
        plan = json.read(calculators.respond(json.write(request)))["result"]
        reply = ask(file(example.values))["json"]
        assert reply["sheet"]["headline"] == plan["headline"]
        assert reply["sheet"]["owed"][3]["value"] == f"£{float(plan['owed_today']):,.2f}"
        assert {one["date"] for one in plan["dates"]} <= {one["day"] for one in reply["dates"]}


SITUATIONS = [one.name for one in Situation]


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("due", ["2026-11-10", "2026-10-03", "2026-03-31", "2021-03-31"])
def test_no_line_contradicts_an_answer(situation: str, due: str) -> None:
    claim = {"amount_owed": "4200", "due_date": due, "situation": situation, "customer_type": "company"}
    without = ask(file({**claim, "vat_registered": "no"}))
    plan = without["json"]["sheet"]
    printed = "\n".join((plan["headline"], plan["why"], *plan["open"], *(one["why"] for one in plan["ways"])))
    assert "VAT back" not in printed
    assert all("VAT" not in one["what"] for one in without["json"]["dates"])
    assert "Take no less than" not in without["text"]
    assert "friendly reminder" not in without["text"]
    days = [one["day"] for one in without["json"]["dates"]]
    assert days == sorted(days)
    assert min(days, default=TODAY) >= TODAY
    assert [one["name"] for one in plan["ways"] if one["tag"] == "Now"]


def test_an_eight_month_old_debt_without_a_reply_gets_a_letter_and_no_reminder() -> None:
    reply = ask(file({"amount_owed": "4200", "due_date": "2026-03-31", "situation": "silent"}))
    assert reply["json"]["todo"]["step"] == "Send a letter before claim"
    assert reply["json"]["results"]["next_step"]["step"] == "send_letter_before_claim"
    assert [one["what"] for one in reply["json"]["dates"] if "eminder" in one["what"]] == []


def test_the_date_of_a_letter_already_sent_is_used() -> None:
    sent = {"amount_owed": "4200", "due_date": "2026-03-31", "situation": "silent", "letter_sent": "2026-11-16"}
    assert ask(file(sent))["json"]["sheet"]["headline"] == "Wait until 30 November 2026 for their answer."


def test_the_page_is_well_formed_html_without_inline_style_or_script() -> None:
    drawn = ask(file(drafts=["letter_before_claim"]))["html"]
    Balanced().check(drawn)
    assert "style=" not in drawn
    assert "<script" not in drawn


def test_saved_answers_are_read_and_the_claims_own_values_take_precedence() -> None:
    saved = {name: {"value": value, "kind": "words"} for name, value in CLAIM.items()}
    given = {**file({}), "answers": {**saved, "no_longer_asked": {"value": "x", "kind": "words"}}}
    assert ask(given)["json"]["results"] == ask(file())["json"]["results"]
    over = {**given, "claim": {"customer_name": "Another Ltd"}}
    assert ask(over)["json"]["customer"] == "Another Ltd"
    assert problems({**file({}), "answers": []})
    assert problems({**file({}), "answers": 7})


# Claim files that are refused


@pytest.mark.parametrize("given", [None, 7, "x", [], {}, {"format": "other", "version": 1}, {"format": summary.FORMAT}])
def test_anything_but_a_claim_file_gets_problems(given: object) -> None:
    assert ask(given)["problems"]


@pytest.mark.parametrize("version", [0, 2, "1", None, True])
def test_a_claim_file_of_another_version_is_refused(version: object) -> None:
    assert "version" in problems({"format": summary.FORMAT, "version": version, "claim": {}})


def test_all_problems_are_reported_at_once_in_plain_words() -> None:
    wrong = file(
        {"amount_owed": "lots", "colour": "blue", "invoices": [{"amount": "x"}]},
        drafts=["sonnet"], calculators="all", next_step={"step": "sue"}, adviser={"phone": "1"}, log=[],
    )  # fmt: skip
    assert set(problems(wrong)) == {"log"}
    del wrong["log"]
    found = problems(wrong)
    assert set(found) == {
        "amount_owed", "colour", "invoices.1.amount", "drafts", "calculators", "next_step.step", "adviser.phone",
    }  # fmt: skip
    assert found["amount_owed"].startswith("The amount you’re owed isn’t a number")
    assert "today" in problems({**file(), "today": "soon"})


def test_an_empty_claim_says_what_each_calculator_needs() -> None:
    fills_in_a_form = {"claim_pack"}  # too long for a summary
    assert set(calculators.names()) - fills_in_a_form <= set(problems(file({})))


def test_markup_in_any_field_comes_back_escaped() -> None:
    texts = [item.name for item in items(calculators.load("reminder").Inputs) if item.kind is str]
    loud = {name: f"{MARKUP}{number}" for number, name in enumerate(texts)}
    reply = ask(
        file({**CLAIM, **loud}, drafts=["reminder"], next_step={"note": MARKUP},
             adviser=dict.fromkeys(("name", "organisation", "contact", "reference"), MARKUP)),
    )  # fmt: skip
    assert "<script" not in reply["html"]
    assert html.escape(MARKUP) in reply["html"]
    assert MARKUP in reply["text"]


@given(st.dictionaries(st.sampled_from([*summary.claim_file.PARTS, "more"]), anything, max_size=6))
def test_any_claim_gets_a_reply(given: dict[str, Any]) -> None:
    for claim in (given, {**file(), **given}):
        assert set(ask(claim)) in ({"problems"}, {"html", "text", "json"})


FIELDS = sorted({item.name for name in calculators.names() for item in items(calculators.load(name).Inputs)})


@given(st.dictionaries(st.sampled_from(FIELDS), anything, max_size=5))
def test_any_answers_get_a_reply(values: dict[str, Any]) -> None:
    assert set(ask(file({**CLAIM, **values}))) in ({"problems"}, {"html", "text", "json"})


# At the command line


@pytest.fixture
def claim(tmp_path: Path) -> Path:
    path = tmp_path / "claim.json"
    path.write_text(json.write(file(drafts=["reminder"])))
    return path


def test_the_command_gives_the_same_summary_as_a_request(claim: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reply = ask(file(drafts=["reminder"]))
    assert main(["summary", str(claim)]) == 0
    assert capsys.readouterr().out == reply["text"]
    assert main(["summary", str(claim), "--json"]) == 0
    assert json.read(capsys.readouterr().out) == reply["json"]
    page = claim.with_name("sheet.html")
    assert main(["summary", str(claim), "--html", str(page)]) == 0
    assert reply["html"] in page.read_text()
    assert "@media print" in page.read_text()


def test_the_today_option_overrides_the_date_in_the_file(claim: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", str(claim), "--today", "1/12/2026", "--json"]) == 0
    assert json.read(capsys.readouterr().out)["prepared_on"] == "2026-12-01"


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, '{"format": 1}', "\x00"])
def test_a_file_that_is_not_a_claim_exits_with_status_2(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    assert main(["summary", str(path)]) == 2
    assert capsys.readouterr().err.strip()


def test_a_file_that_cannot_be_read_or_written_exits_with_status_2(
    claim: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["summary", str(tmp_path / "none.json")]) == 2
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    assert main(["summary", str(tmp_path / "bytes")]) == 2
    assert main(["summary", str(claim), "--html", str(tmp_path / "no/sheet.html")]) == 2
    assert capsys.readouterr().err.count("\n") == 3


# The form on the page


def test_the_form_offers_every_draft_and_has_no_required_questions() -> None:
    assert [one.name for one in questions.Draft][1:] == calculators.draft_names()
    assert parse(questions.Inputs, {}, None)


def test_the_example_claim_file_for_advisers_makes_a_summary() -> None:
    shown = (Path(__file__).parent.parent / "docs/advisers.md").read_text()
    block = next(one.partition("```")[0] for one in shown.split("```json\n")[1:] if "unpaid-invoice-claim" in one)
    reply = ask(json.read(block))
    assert reply["json"]["todo"]["step"]
    assert reply["json"]["left_out"]
