"""What a screen reader announces, and where the keyboard focus goes."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

LOG = "calculators/contact_log/"
UNREADABLE = "The amount you’re owed isn’t a number we can read. Write it in pounds, such as 3,000 or 1250.50."
STALE = "This answer is for what you typed before."


@pytest.mark.parametrize("removed", [1, 2, 3])
def test_removing_an_entry_moves_the_focus_to_the_one_that_takes_its_place(removed: int, reader: Reader) -> None:
    """WCAG 2.4.3. A long entry is folded into one line, and the boxes inside a fold can't take the focus."""
    reader.opens(LOG)
    reader.types({"contacts": [{"day": f"{day} November 2026", "said": "Hello"} for day in (2, 9, 16)]})
    entry = reader.question("contacts").get_by_role("group", name=f"Entry {removed}", exact=True)
    opener = entry.locator(".opener")
    if opener.count():
        opener.press("Enter")
    entry.get_by_role("button", name=f"Remove entry {removed}").press("Enter")
    expect(reader.question("contacts").locator(":scope > .row")).to_have_count(2)
    expect(reader.box(f"contacts.{min(removed, 2)}.day")).to_be_focused()


def test_an_error_beside_a_box_and_an_out_of_date_answer_are_announced(desk: Reader) -> None:
    """WCAG 4.1.3: status messages."""
    heard = desk.calculator.locator(".heard")
    expect(heard).to_have_attribute("role", "status")
    expect(heard).not_to_have_css("display", "none")
    desk.types({"amount_owed": "3000"})
    expect(desk.answer).to_have_attribute("data-state", "answer")
    desk.types({"amount_owed": "lots"})
    expect(heard).to_have_text(STALE)
    desk.box("amount_owed").press("Tab")
    expect(heard).to_have_text(UNREADABLE)


def test_a_status_line_is_in_the_page_before_it_has_text(desk: Reader) -> None:
    """Some screen readers don't announce a region that is added together with its text."""
    for line in desk.page.locator("[role=status]").all():
        if line.evaluate("line => line.parentElement.checkVisibility()"):
            expect(line).not_to_have_css("display", "none")


def test_the_problem_summary_has_a_name_and_the_page_title_begins_with_error(reader: Reader) -> None:
    reader.opens()
    title = reader.page.title()
    reader.types({"amount_owed": "lots"})
    reader.presses()
    expect(reader.calculator.get_by_role("group", name="There is a problem")).to_be_focused()
    expect(reader.page).to_have_title(f"Error: {title}")
    reader.types({"amount_owed": "3000"})
    expect(reader.summary).to_be_hidden()
    expect(reader.page).to_have_title(title)


def test_both_buttons_that_confirm_clear_everything_describe_what_it_does(desk: Reader) -> None:
    desk.button("Clear everything").press("Enter")
    no = desk.button("No, keep it")
    expect(no).to_be_focused()
    for choice in (no, desk.button("Yes, clear everything")):
        expect(choice).to_have_accessible_description(
            "This clears the form, and the claim and contact log kept on this device. You can’t undo it."
        )
    no.press("Enter")
    expect(desk.button("Clear everything")).to_be_focused()


@pytest.mark.parametrize("page", ["late_payment_interest", "mediation_fee", "contact_log", "deadlines", "court_costs"])
def test_no_two_buttons_in_a_form_have_the_same_name(page: str, visitor: Reader) -> None:
    visitor.opens(f"calculators/{page}/")
    visitor.page.evaluate("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    buttons = visitor.calculator.locator("form").get_by_role("button").all()
    within = "button => `${button.closest('.row')?.firstElementChild.textContent ?? ''} ${button.ariaLabel ?? button.textContent}`"
    names = [button.evaluate(within) for button in buttons]
    assert len(names) == len(set(names))


def test_search_results_are_announced_and_reached_by_tab(reader: Reader) -> None:
    reader.opens("")
    page = reader.page
    box = page.get_by_role("textbox", name="Search the guide")
    box.focus()
    box.press_sequentially("mediation")
    expect(page.locator(".md-search").get_by_role("status")).to_contain_text("pages found")
    links = page.locator(".md-search-result__list a:visible")
    expect(links.first).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if links.first.evaluate("link => link === document.activeElement"):
            break
    expect(links.first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(reader.site.address)


def test_the_search_closes_when_it_loses_focus(reader: Reader) -> None:
    reader.opens("")
    box = reader.page.get_by_role("textbox", name="Search the guide")
    box.focus()
    expect(reader.page.locator("#__search")).to_be_checked()
    reader.page.get_by_role("button", name="Menu").focus()
    expect(reader.page.locator("#__search")).not_to_be_checked()


def test_a_headings_link_is_skipped_by_tab_and_not_part_of_its_name(visitor: Reader) -> None:
    visitor.opens("chase/")
    links = visitor.page.locator("main .headerlink")
    assert links.count() > 3
    assert [link.get_attribute("tabindex") for link in links.all()] == ["-1"] * links.count()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_accessible_name("Chase without pestering")
