"""Questions that depend on earlier answers are shown or hidden on screen, by keyboard and in a screen reader."""

from playwright.sync_api import expect

from calculators.kernel.base.schema import items
from calculators.kernel.output import json
from calculators.next_step import Inputs
from tests.browser.conftest import Visit
from tests.browser.reader import Reader

PAGE = "calculators/next_step/"


def shown(reader: Reader) -> list[str]:
    """Return the names of the visible questions, in order."""
    questions = reader.calculator.locator("form [data-field]:visible")
    return [str(one.get_attribute("data-field")) for one in questions.all()]


def test_a_follow_up_question_appears_without_moving_the_focus(reader: Reader) -> None:
    reader.opens(PAGE)
    expect(reader.question("how_late")).to_be_hidden()
    assert shown(reader) == ["situation"]
    reader.box("situation").focus()
    reader.types({"situation": "silent"})
    expect(reader.box("situation")).to_be_focused()
    assert shown(reader) == ["situation", "how_late", "reminders_sent"]
    reader.page.keyboard.press("Tab")
    expect(reader.box("how_late")).to_be_focused()
    reader.types({"how_late": "up_to_1_year"})
    assert shown(reader) == ["situation", "how_late", "disputed"]


def test_a_hidden_answer_is_not_sent_and_returns_with_its_question(reader: Reader) -> None:
    reader.opens(PAGE)
    reader.types({"situation": "silent", "how_late": "up_to_3_months", "reminders_sent": "two_or_more"})
    expect(reader.headline).to_have_text("Send a letter before claim.")
    reader.types({"situation": "closing"})
    reader.types({"company_status": "striking_off"})
    expect(reader.headline).to_have_text("Object to the strike-off today, with proof of the debt.")
    assert json.read(reader.requests[-1])["values"] == {"situation": "closing", "company_status": "striking_off"}
    reader.types({"situation": "silent"})
    expect(reader.headline).to_have_text("Send a letter before claim.")
    assert json.read(reader.requests[-1])["values"]["reminders_sent"] == "two_or_more"


def test_an_old_link_shows_its_answers_until_the_first_question_is_answered(reader: Reader) -> None:
    reader.opens(f"{PAGE}#in_contact=yes&disputed=no&how_late=up_to_3_months&can_pay=unknown")
    expect(reader.headline).to_have_text("Agree a date for payment.")
    assert shown(reader) == ["situation", "how_late", "disputed", "in_contact"]
    reader.types({"situation": "letter_waiting"})
    expect(reader.headline).to_have_text("Wait for their answer to your letter.")
    assert shown(reader) == ["situation"]


def test_a_customer_abroad_hides_the_nation_question(reader: Reader) -> None:
    reader.opens("calculators/routes/#situation=gone")
    reader.types({"whereabouts": "abroad"})
    expect(reader.question("nation")).to_have_attribute("hidden", "")
    reader.types({"whereabouts": "died"})
    expect(reader.question("nation")).not_to_have_attribute("hidden", "")


def test_without_javascript_every_question_is_shown(visit: Visit) -> None:
    reader = visit(java_script_enabled=False)
    reader.opens(PAGE)
    assert shown(reader) == [item.name for item in items(Inputs)]
