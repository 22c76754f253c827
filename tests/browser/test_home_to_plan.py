"""From the home page to a plan on a phone: few taps, one question at a time, the letter, and a return visit."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from calculators.kernel.base.schema import items
from calculators.routes import Inputs
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.fault_server import Held, Served
from tests.browser.reader import PHONE, Reader
from tests.built.site_files import SITE

PLAN = "calculators/routes/"
SITUATIONS = ("not_asked", "silent", "promised", "disputed", "short_of_money", "letter_ignored")
TYPED = {"amount_owed": "4200", "due_date": "2 October 2026"}
NARROW: ViewportSize = {"width": 320, "height": 700}
MOST_TAPS, MOST_QUESTIONS, MOST_PIXELS = 8, 6, 1700

SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll(".answer *")].filter((one) => {
  const scrolls = one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX);
  return scrolls && one.scrollWidth > one.clientWidth + 1;
}).map(({ tagName, className }) => `${tagName} ${className}`)"""


class Walker:
    """A reader on a phone whose taps are counted and whose questions are recorded."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.taps = 0
        self.asked: list[str] = []

    def taps_on(self, place: Locator) -> None:
        place.tap()
        self.taps += 1

    @property
    def current(self) -> Locator:
        return self.reader.calculator.locator(".question.current")

    def comes_from_home(self, situation: str) -> None:
        self.reader.turns_to("")
        self.taps_on(self.reader.page.locator(f'.situation[href*="={situation}"]'))
        expect(self.current).to_be_visible()

    def answers(self) -> None:
        """Type the amount and the date, and leave every other question unchanged."""
        while True:
            name = self.current.get_attribute("data-field") or ""
            self.asked.append(name)
            if name in TYPED:
                if not self.is_in(name):
                    self.taps_on(self.reader.box(name))
                self.reader.page.keyboard.type(TYPED[name])
            following = self.reader.button("Next")
            if not following.is_visible():
                break
            self.taps_on(following)
            expect(self.current).not_to_have_attribute("data-field", name)
        self.taps_on(self.reader.button("Show my plan"))
        expect(self.reader.headline).to_be_focused()

    def is_in(self, name: str) -> bool:
        return bool(self.reader.box(name).evaluate("box => box === document.activeElement"))

    def opens_the_step(self) -> None:
        self.taps_on(self.reader.answer.locator("> .action a"))
        expect(self.panel).to_be_visible()

    @property
    def panel(self) -> Locator:
        return self.reader.answer.locator(".do-now")


@pytest.fixture
def phone(visit: Visit) -> Walker:
    return Walker(visit(**PHONE))


@pytest.fixture(scope="module")
def owner_of_a_phone(browser: Browser) -> Iterator[Reader]:
    """A reader who makes one plan after another."""
    with Served(SITE) as served:
        reader = Reader(browser, served, **PHONE)
        yield reader
        reader.context.close()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_reaching_the_first_step_takes_few_taps_and_questions_and_no_sideways_scrolling(
    situation: str, owner_of_a_phone: Reader
) -> None:
    phone = Walker(owner_of_a_phone)
    phone.reader.page.set_viewport_size(PHONE["viewport"])
    phone.comes_from_home(situation)
    phone.answers()
    height = phone.reader.answer.evaluate(
        "part => part.querySelector(':scope > .fold').getBoundingClientRect().top - part.getBoundingClientRect().top"
    )
    assert height <= MOST_PIXELS
    phone.opens_the_step()
    letter = phone.panel.locator(".letter")
    if letter.count():
        expect(letter).to_contain_text(re.compile("£4,(200|338)"))
    else:
        expect(phone.panel.get_by_role("heading", name="What to have ready")).to_be_visible()
    assert phone.taps <= MOST_TAPS
    assert len({"situation", *phone.asked}) <= MOST_QUESTIONS
    phone.reader.page.set_viewport_size(NARROW)
    assert phone.reader.page.evaluate(SIDEWAYS) == []
    assert phone.reader.faults() == []


def test_one_question_shows_at_a_time_and_going_back_loses_nothing(phone: Walker) -> None:
    phone.comes_from_home("silent")
    questions = phone.reader.calculator.locator("form [data-field]:visible")
    expect(questions).to_have_count(1)
    expect(phone.reader.calculator.locator(".count")).to_have_text("Question 1 of 5")
    phone.reader.types({"amount_owed": "4200"})
    phone.reader.button("Next").tap()
    expect(phone.reader.box("due_date")).to_be_focused()
    phone.reader.page.go_back()
    expect(phone.reader.box("amount_owed")).to_be_focused()
    expect(phone.reader.box("amount_owed")).to_have_value("4200")
    phone.reader.page.go_forward()
    expect(phone.reader.box("due_date")).to_be_focused()
    phone.reader.button("Back").tap()
    expect(phone.reader.box("amount_owed")).to_be_focused()


def test_an_unreadable_answer_shows_an_error_before_the_next_question(phone: Walker) -> None:
    phone.comes_from_home("silent")
    phone.reader.types({"amount_owed": "4200"})
    phone.reader.button("Next").tap()
    phone.reader.hears_a_reply()
    phone.reader.types({"due_date": "someday"})
    phone.reader.button("Next").tap()
    expect(phone.reader.question("due_date").locator(".error")).to_be_visible()
    expect(phone.reader.box("due_date")).to_be_focused()
    phone.reader.button("I’m not sure").tap()
    expect(phone.reader.question("customer_type").locator("label").first).to_be_focused()
    expect(phone.reader.box("due_date")).to_have_value("")


def test_an_error_does_not_move_the_button_away_while_the_mouse_is_on_it(phone: Walker) -> None:
    phone.comes_from_home("silent")
    phone.reader.types({"amount_owed": "lots"})
    phone.reader.hears_a_reply()
    phone.reader.button("Next").hover()
    phone.reader.page.mouse.down()
    expect(phone.reader.box("amount_owed")).to_be_focused()
    phone.reader.page.mouse.up()
    expect(phone.reader.question("amount_owed").locator(".error")).to_contain_text("Write it in pounds")
    expect(phone.reader.box("amount_owed")).to_be_focused()


def test_an_unreadable_answer_shows_an_error_at_once_or_after_python_loads(phone: Walker, site: Served) -> None:
    site.breaks(Held(), "pyodide.asm.wasm")
    phone.comes_from_home("silent")
    phone.reader.types({"amount_owed": "lots"})
    phone.reader.button("Next").tap()
    expect(phone.reader.question("amount_owed").locator(".error")).to_contain_text("Write it in pounds")
    expect(phone.reader.box("amount_owed")).to_be_focused()
    phone.reader.types({"amount_owed": "4200"})
    expect(phone.reader.errors).to_have_count(0)
    phone.reader.button("Next").tap()
    phone.reader.types({"due_date": "someday"})
    phone.reader.button("Next").tap()
    expect(phone.current).to_have_attribute("data-field", "customer_type")
    site.mend()
    expect(phone.reader.question("due_date").locator(".error")).to_be_visible()
    expect(phone.reader.box("due_date")).to_be_focused()
    phone.reader.page.go_back()
    expect(phone.current).to_have_attribute("data-field", "customer_type")
    phone.reader.button("Next").tap()
    expect(phone.reader.box("due_date")).to_be_focused()


def test_reloading_restores_the_answers_and_the_current_question_without_storage(phone: Walker) -> None:
    phone.comes_from_home("silent")
    phone.reader.types({"amount_owed": "4200"})
    phone.reader.button("Next").tap()
    phone.reader.asks('"amount_owed":"4200"')
    phone.reader.page.wait_for_function("() => history.state.typed[0].amount_owed")
    phone.reader.page.reload()
    expect(phone.current).to_have_attribute("data-field", "due_date")
    expect(phone.reader.box("amount_owed")).to_have_value("4200")
    phone.reader.types({"due_date": "31 March 2026"})
    for name in ("customer_type", "nation", "reminders_sent"):
        phone.reader.button("Next").tap()
        expect(phone.current).to_have_attribute("data-field", name)
    phone.reader.button("Show my plan").tap()
    expect(phone.reader.button("Change these answers")).to_be_visible()  # the plan is ready before it is shown
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")
    phone.reader.page.reload()
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")
    expect(phone.reader.button("Change these answers")).to_be_visible()
    assert phone.reader.kept == []
    phone.reader.button("Start again").tap()
    phone.reader.page.wait_for_function("() => !('amount_owed' in history.state.typed[0])")
    phone.reader.page.reload()
    expect(phone.current).to_be_visible()
    expect(phone.reader.box("amount_owed")).to_have_value("")


def test_answers_changed_in_the_address_are_used_and_back_restores_the_old_ones(reader: Reader) -> None:
    reader.opens(f"{PLAN}#situation=silent")
    reader.page.goto(f"{PLAN}#situation=disputed")
    expect(reader.calculator.locator(".said")).to_contain_text("You said: They say they don’t owe it.")
    reader.page.go_back()
    expect(reader.calculator.locator(".said")).to_contain_text("You said: They’re not replying.")


def test_a_question_answered_by_the_link_is_not_asked_again_and_can_be_changed(phone: Walker) -> None:
    phone.comes_from_home("silent")
    said = phone.reader.calculator.locator(".said")
    expect(said).to_contain_text("You said: They’re not replying.")
    said.get_by_role("button").tap()
    expect(phone.current).to_have_attribute("data-field", "situation")
    phone.reader.types({"situation": "promised"})
    phone.reader.button("Next").tap()
    expect(phone.reader.box("amount_owed")).to_be_focused()


def test_a_link_from_home_does_not_load_python_until_the_reader_acts(phone: Walker, site: Served) -> None:
    phone.comes_from_home("silent")
    expect(phone.reader.page.get_by_role("heading", level=1)).to_be_focused()
    phone.reader.page.wait_for_load_state("networkidle")
    assert [path for path in site.asked if path.startswith("/assets/runtime/")] == []
    assert phone.reader.workers == []
    with phone.reader.page.expect_worker():
        phone.reader.box("amount_owed").tap()


def test_one_tap_on_an_assumption_opens_its_question(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-10-02")
    expect(phone.reader.headline).to_have_text("Phone them today, then write again.")
    phone.reader.answer.get_by_role("link", name="Change whether you want to keep working with them").first.tap()
    expect(phone.reader.calculator.locator("form [data-field]:visible")).to_have_count(1)
    phone.reader.types({"keep_customer": "no"})
    phone.reader.button("Show my plan").tap()
    expect(phone.reader.headline).to_be_focused()
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")


def test_a_plans_letter_can_leave_out_interest_and_marking_it_sent_updates_the_plan(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-03-31")
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")
    phone.opens_the_step()
    expect(phone.panel.locator(".letter")).to_contain_text("Interest and compensation")
    phone.panel.get_by_label("Ask for the interest and compensation too").uncheck()
    expect(phone.panel.locator(".letter")).not_to_contain_text("Interest and compensation")
    phone.panel.get_by_role("button", name="I’ve sent it today").tap()
    expect(phone.reader.headline).to_be_focused()
    expect(phone.reader.headline).to_have_text("Wait until 7 December 2026 for their answer.")
    expect(phone.panel).to_have_count(0)
    expect(phone.reader.answer.get_by_role("link", name="Show me how")).to_be_visible()
    expect(phone.reader.answer.get_by_role("checkbox")).to_have_count(0)


def test_a_step_without_a_letter_can_be_ticked_and_the_tick_is_kept_only_with_the_plan(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=disputed&amount_owed=4200&due_date=2026-10-02")
    expect(phone.reader.headline).to_have_text("Talk to them today about what’s wrong.")
    phone.reader.answer.get_by_label("I’ve done this today").tap()
    expect(phone.reader.headline).to_have_text("Give them until 30 November 2026 to answer, then phone them.")
    expect(phone.reader.answer.get_by_role("checkbox")).to_have_count(0)
    phone.reader.opens("")
    phone.reader.opens(f"{PLAN}#situation=short_of_money&amount_owed=4200&due_date=2026-10-02")
    tick = phone.reader.answer.get_by_role("checkbox")
    tick.tap()
    expect(tick).to_be_focused()
    expect(phone.reader.answer.locator(".tick")).to_have_text(
        "Done on 22 November 2026. Next: 30 November 2026. Heard nothing? Look at this plan again."
    )
    assert phone.reader.kept == []
    phone.reader.may_keep()
    phone.reader.button("Keep this plan on this device").tap()
    expect(phone.reader.button("Stop keeping this plan")).to_be_visible()
    phone.reader.opens("")
    expect(phone.reader.page.locator(".continue")).to_contain_text("Done on 22 November 2026.")
    phone.reader.opens(PLAN)
    expect(tick).to_be_checked()
    tick.tap()
    expect(phone.reader.answer.get_by_label("I’ve done this today")).not_to_be_checked()


def test_names_and_figures_are_carried_from_the_plan_to_the_letters_page(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-03-31")
    expect(phone.reader.headline).to_be_visible()
    phone.opens_the_step()
    phone.panel.get_by_label("Your business").fill("Webb Ltd")
    expect(phone.panel.locator(".letter")).to_contain_text("Webb Ltd")
    phone.panel.get_by_role("link", name="Add more details").tap()
    expect(phone.reader.box("your_business")).to_have_value("Webb Ltd")
    expect(phone.reader.box("amount_owed")).to_have_value("4200.00")
    expect(phone.reader.box("interest_and_compensation")).to_have_value("389.08")
    phone.reader.page.go_back()
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")


def test_an_option_in_the_plan_opens_its_calculator_filled_in(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-03-31&nation=scotland")
    way = phone.reader.answer.locator(".choice-card", has_text="Go to court")
    way.locator("summary").tap()
    way.get_by_role("link").tap()
    expect(phone.reader.box("amount_owed")).to_have_value("4200.00")
    expect(phone.reader.box("daily_interest")).to_have_value("1.3521")
    expect(phone.reader.question("nation").locator("[value=scotland]")).to_be_checked()


def test_a_kept_plan_is_offered_on_the_home_page_and_says_what_has_changed(phone: Walker) -> None:
    phone.reader.opens("")
    assert phone.reader.page.locator(".continue").count() == 0
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-03-31&letter_sent_on=2026-11-22")
    expect(phone.reader.headline).to_have_text("Wait until 7 December 2026 for their answer.")
    assert phone.reader.kept == []
    phone.reader.may_keep()
    phone.reader.button("Keep this plan on this device").tap()
    expect(phone.reader.button("Stop keeping this plan")).to_be_visible()
    phone.reader.opens("")
    offered = phone.reader.page.locator(".continue")
    expect(offered).to_contain_text("Next: 8 December 2026. Earliest date to start a claim.")
    phone.reader.opens(PLAN)
    expect(phone.reader.headline).to_have_text("Wait until 7 December 2026 for their answer.")
    phone.reader.is_today(date(2026, 12, 24))
    phone.reader.button("Change these answers").tap()
    phone.reader.types({"plan_from": "24 December 2026"})
    phone.reader.presses()
    expect(phone.reader.answer.locator(".premises")).to_contain_text(
        "Since 22 November 2026, interest and compensation have gone up by £43.27"
    )
    expect(phone.reader.answer.locator(".premises")).to_contain_text("The deadline in your letter has passed.")


def test_starting_again_clears_the_plan_and_asks_the_first_question(phone: Walker) -> None:
    phone.reader.opens(f"{PLAN}#situation=silent&amount_owed=4200&due_date=2026-03-31")
    expect(phone.reader.headline).to_have_text("Send them a letter before claim today.")
    phone.reader.button("Start again").tap()
    expect(phone.current).to_have_attribute("data-field", "situation")
    expect(phone.reader.box("amount_owed")).to_have_value("")


def test_on_a_desktop_all_questions_show_together_and_the_plan_appears_after_the_last(reader: Reader) -> None:
    reader.opens(f"{PLAN}#situation=silent")
    expect(reader.box("amount_owed")).to_be_visible()
    expect(reader.box("due_date")).to_be_visible()
    expect(reader.question("situation")).to_be_hidden()
    reader.calculator.locator(".said").get_by_role("button").click()
    expect(reader.question("situation")).to_be_visible()
    example = reader.answer.locator("details.example")
    expect(example.locator(".headline")).to_be_hidden()
    reader.types({"amount_owed": "4200"})
    reader.hears(1)
    expect(reader.answer).to_have_attribute("data-state", "example")
    example.locator("summary").first.click()
    expect(example).to_contain_text("Example: ")
    expect(example.locator(".action")).to_be_hidden()
    reader.types({"due_date": "31 March 2026"})
    expect(reader.headline).to_have_text("Send them a letter before claim today.")


def test_without_javascript_the_whole_form_is_shown(visit: Visit) -> None:
    reader = visit(java_script_enabled=False, **PHONE)
    reader.opens(f"{PLAN}#situation=silent")
    shown = {one.get_attribute("data-field") for one in reader.calculator.locator("form [data-field]").all()}
    assert {item.name for item in items(Inputs)} <= shown
    expect(reader.box("amount_owed")).to_be_visible()
    expect(reader.page.locator("#by-hand")).to_be_visible()


def test_the_plan_is_accessible_at_every_stage(phone: Walker) -> None:
    phone.comes_from_home("silent")
    is_fit(phone.reader)
    phone.answers()
    is_fit(phone.reader)
    phone.opens_the_step()
    is_fit(phone.reader)
