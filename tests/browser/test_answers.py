"""The answers that appear as a reader types are the same as CPython's."""

from typing import Any

import pytest
from playwright.sync_api import expect

import calculators
from calculators.kernel.base.schema import is_choice, items
from calculators.kernel.contract.calculator import page_of
from calculators.kernel.output import json
from tests.browser.accessibility_checks import unfit
from tests.browser.conftest import Visit
from tests.browser.reader import PHONE, TODAY, Reader
from tests.cases import Case, cases


def reply_to(values: dict[str, str]) -> Any:
    request = {"calculator": "court_costs", "values": values, "today": TODAY.isoformat()}
    return json.read(calculators.respond(json.write(request)))


def as_a_browser_writes_it(reader: Reader, html: str) -> str:
    written: str = reader.page.evaluate(
        "html => { const place = document.createElement('section'); place.innerHTML = html; return place.innerHTML; }",
        html,
    )
    return written


def test_on_a_phone_a_3000_pound_claim_shows_its_court_fees_and_their_source(
    visit: Visit,
) -> None:
    reader = visit(**PHONE)
    reader.opens("")
    reader.page.locator(".tools").get_by_role("link", name="What it costs to go to court").tap()
    reader.page.get_by_label("How much are you owed?").tap()
    reader.page.keyboard.type("£3,000")
    expect(reader.headline).to_have_text(
        "To claim £3,000 you pay £115 to start, or £296 in total if there’s a hearing. If our own guesses are "
        "right, going to court is likely to bring in more than it costs."
    )
    expect(reader.answer).to_have_attribute("data-state", "answer")
    reader.answer.get_by_text("All the figures").tap()
    fees = {"Court fee to start the claim": "£115.00", "Hearing fee, if the claim is defended": "£181.00"}
    for label, amount in fees.items():
        figure = reader.answer.locator("dl.figures > div", has_text=label)
        expect(figure.locator("dd")).to_contain_text(amount)
        expect(figure.get_by_role("link")).to_have_attribute("href", "https://github.com/hmcts/ccfr-fees-register-app")
    endings = reader.answer.get_by_role("region", name="How the court case could end").locator("tbody tr")
    expect(endings).to_have_count(len(reply_to({"amount_owed": "3000"})["result"]["outcomes"]))


def test_the_answer_uses_the_readers_date_and_matches_cpython_byte_for_byte(desk: Reader) -> None:
    desk.types({"amount_owed": "3000"})
    desk.hears(1)
    (request,), (reply,) = desk.requests, desk.replies
    assert json.read(request)["today"] == TODAY.isoformat()
    assert reply == calculators.respond(request)
    assert desk.answer.inner_html() == as_a_browser_writes_it(desk, reply_to({"amount_owed": "3000"})["answer"])
    assert desk.headline.inner_text() == reply_to({"amount_owed": "3000"})["result"]["headline"]


def test_a_fold_opened_in_the_answer_stays_open_when_the_form_changes(desk: Reader) -> None:
    desk.types({"amount_owed": "3000"})
    expect(desk.headline).to_contain_text("To claim £3,000")
    folded = desk.answer.locator("details.sources")
    folded.locator("summary").click()
    desk.types({"amount_owed": "12000"})
    expect(desk.headline).to_contain_text("To claim £12,000")
    expect(folded).to_have_attribute("open", "")
    folded.locator("summary").click()
    assert desk.answer.inner_html() == as_a_browser_writes_it(desk, reply_to({"amount_owed": "12000"})["answer"])


def test_typing_announces_a_short_notice_once_and_leaving_the_box_the_headline(
    desk: Reader,
) -> None:
    desk.page.evaluate(
        """() => {
          globalThis.readOut = [];
          const status = document.querySelector(".calculator .status");
          const note = () => status.textContent && readOut.push(status.textContent);
          new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
        }"""
    )
    desk.box("amount_owed").focus()
    for number, key in enumerate("3000", 1):  # a slow typist: each answer arrives before the next key
        desk.page.keyboard.type(key)
        desk.hears(number)
        expect(desk.status).to_have_text("Your answer is below.")
    desk.page.keyboard.press("Tab")
    headline = reply_to({"amount_owed": "3000"})["result"]["headline"]
    expect(desk.status).to_have_text(headline)
    assert desk.page.evaluate("() => readOut") == ["Your answer is below.", headline]
    assert desk.status.get_attribute("role") == "status"


def test_answers_update_while_typing_and_outdated_replies_are_dropped(desk: Reader) -> None:
    desk.types({"amount_owed": "1"})
    desk.hears(1)
    desk.holds_replies()
    desk.box("amount_owed").press_sequentially("0000")
    desk.lets_go(1)
    desk.hears(3)
    assert [json.read(one)["values"]["amount_owed"] for one in desk.requests] == ["1", "10", "10000"]
    assert desk.headlines == [reply_to({"amount_owed": text})["result"]["headline"] for text in ("1", "10000")]


def test_going_back_to_a_form_restores_what_was_typed(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "3000", "nation": "scotland", "own_hours": "2"})
    reader.page.get_by_role("link", name="Get paid, keep the customer: home").click()
    expect(reader.page).to_have_url(reader.site.address)
    reader.page.go_back()
    expect(reader.box("amount_owed")).to_have_value("3000")
    expect(reader.question("nation").locator("[value=scotland]")).to_be_checked()
    expect(reader.box("own_hours")).to_have_value("2")


@pytest.mark.parametrize("name", [*calculators.names(), *calculators.draft_names()])
def test_the_second_example_typed_into_its_page_matches_cpython(name: str, visitor: Reader) -> None:
    example = calculators.load(name).EXAMPLES[1]
    visitor.turns_to(f"{page_of(calculators.load(name))}/")
    visitor.is_today(example.today)
    visitor.types(example.values)
    visitor.presses()
    expect(visitor.headline if name == "routes" else visitor.answer).to_be_focused()
    request = json.write({"calculator": name, "values": example.values, "today": example.today.isoformat()})
    expected = json.read(calculators.respond(request))
    assert visitor.replies[-1] == calculators.respond(visitor.requests[-1])
    assert visitor.headline.inner_text() == expected["result"]["headline"]
    assert unfit(visitor) == []
    assert not visitor.faults()


# Every test case of court costs, typed into its page


def typable(case: Case) -> bool:
    """Whether a case can be typed: the form asks each of its questions and offers each of its choices."""
    asked = {item.name: item for item in items(calculators.load(case.calculator).Inputs)}
    return case.today is not None and all(
        name in asked and isinstance(text, str) and text in _options(asked[name].kind, text)
        for name, text in case.values.items()
    )


def _options(kind: Any, text: str) -> list[str]:
    if is_choice(kind):
        return [*kind.__members__]
    return ["yes", "no"] if kind is bool else [text]


CASES = cases("court_costs")
TYPED = [case for case in CASES if typable(case)]


def test_at_most_two_cases_cannot_be_typed() -> None:
    assert len(CASES) - len(TYPED) <= 2


@pytest.mark.parametrize("case", TYPED, ids=lambda case: case.name)
def test_a_case_typed_into_the_page_matches_cpython(case: Case, desk: Reader) -> None:
    assert case.today
    desk.is_today(case.today)
    desk.types(case.values)
    desk.presses()
    expected = json.read(calculators.respond(case.request))
    if "problems" in expected:
        messages = [problem["message"] for problem in expected["problems"]]
        expect(desk.summary).to_be_focused()
        assert desk.summary.locator("li").all_inner_texts() == messages
        assert desk.errors.all_inner_texts() == messages
    else:
        expect(desk.answer).to_be_focused()
        assert desk.headline.inner_text() == expected["result"]["headline"]
        assert desk.answer.inner_html() == as_a_browser_writes_it(desk, expected["answer"])
    assert desk.replies[-1] == calculators.respond(desk.requests[-1])
