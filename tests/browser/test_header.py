"""The search and the choice of colours work at the first touch, though their script comes only then."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.served import Served


def header_requests(site: Served) -> list[str]:
    return [path for path in site.asked if "/assets/javascripts/" in path or "/search/" in path]


def test_nothing_of_the_search_comes_before_somebody_turns_to_the_header(reader: Reader, site: Served) -> None:
    reader.opens()
    reader.page.wait_for_load_state("networkidle")
    assert header_requests(site) == []


@pytest.mark.parametrize("gesture", ["click", "key"])
def test_the_search_finds_a_page_at_the_first_touch(gesture: str, reader: Reader) -> None:
    reader.opens()
    query = reader.page.locator(".md-search__input")
    if gesture == "click":
        query.click()
    else:
        reader.page.keyboard.press("/")
    expect(query).to_be_focused()
    query.press_sequentially("instalments")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


def test_colours_are_chosen_in_the_menu(reader: Reader) -> None:
    reader.opens()
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.locator(".colours").get_by_text("Dark").click()
    expect(reader.page.locator("html")).to_have_attribute("data-colours", "dark")
    reader.page.locator(".colours").get_by_text("As this device").click()


def test_nothing_takes_the_focus_that_nobody_can_see(reader: Reader) -> None:
    reader.opens()
    reader.page.locator(".md-search__input").focus()
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("() => document.activeElement.getBoundingClientRect().height") > 0
