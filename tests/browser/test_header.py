"""The menu, and the search, whose script loads only when the reader first uses it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.fault_server import Held, Served
from tests.browser.reader import PHONE, Reader
from tests.built.site_files import SITE

(BUNDLE,) = (path.name for path in SITE.glob("assets/javascripts/bundle.*.js"))


def header_requests(site: Served) -> list[str]:
    return [path for path in site.asked if "/assets/javascripts/" in path or "/search/" in path]


def test_the_search_loads_nothing_before_it_is_used(reader: Reader, site: Served) -> None:
    reader.opens()
    reader.page.locator(".wordmark").hover()
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.wait_for_load_state("networkidle")
    assert header_requests(site) == []


@pytest.mark.parametrize("gesture", ["click", "key"])
def test_the_search_finds_a_page_on_first_use(gesture: str, reader: Reader) -> None:
    reader.opens()
    query = reader.page.locator(".md-search__input")
    if gesture == "click":
        query.click()
    else:
        reader.page.keyboard.press("/")
    expect(query).to_be_focused()
    query.press_sequentially("instalments")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


def test_the_slash_key_opens_the_search_while_its_script_is_loading(reader: Reader, site: Served) -> None:
    site.breaks(Held(), BUNDLE)
    reader.opens()
    query = reader.page.locator(".md-search__input")
    query.hover()
    reader.page.keyboard.press("/")
    expect(query).to_be_focused()
    query.press_sequentially("instalments")
    site.mend()
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


def test_the_colour_scheme_can_be_chosen_in_the_menu(reader: Reader) -> None:
    reader.opens()
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.locator(".colours").get_by_text("Dark").click()
    expect(reader.page.locator("html")).to_have_attribute("data-colours", "dark")
    reader.page.locator(".colours").get_by_text("Same as device").click()


def test_tab_from_the_search_focuses_something_visible(reader: Reader) -> None:
    reader.opens()
    reader.page.locator(".md-search__input").focus()
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("() => document.activeElement.getBoundingClientRect().height") > 0


def test_on_a_phone_the_search_is_a_button_and_escape_returns_to_it(visit: Visit) -> None:
    reader = visit(**PHONE)
    reader.opens("chase/")
    opener = reader.page.get_by_role("button", name="Search")
    opener.focus()
    reader.page.keyboard.press("Tab")
    expect(reader.page.get_by_role("button", name="Menu")).to_be_focused()
    reader.page.keyboard.press("Shift+Tab")
    expect(opener).to_be_focused()
    reader.page.keyboard.press("Enter")
    query = reader.page.get_by_role("textbox", name="Search the guide")
    expect(query).to_be_focused()
    query.press_sequentially("instalments")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(query).to_be_hidden()


def box_of(reader: Reader, selector: str) -> object:
    return reader.page.locator(selector).bounding_box()


def is_expanded(reader: Reader, button: str) -> bool:
    """Whether a screen reader is told that the button is expanded. With popovertarget, no attribute shows that."""
    tree = reader.page.context.new_cdp_session(reader.page).send("Accessibility.getFullAXTree")["nodes"]
    kind = {"role": "button", "name": button}
    (node,) = (one for one in tree if {key: one.get(key, {}).get("value") for key in kind} == kind)
    return bool(next(one["value"]["value"] for one in node["properties"] if one["name"] == "expanded"))


def test_the_menu_button_says_close_while_the_menu_is_open_and_escape_closes_it(reader: Reader) -> None:
    reader.opens("court/")
    button = reader.page.locator(".menu-button")
    expect(button).to_have_accessible_name("Menu")
    reader.page.get_by_role("button", name="Menu").click()
    expect(button).to_have_accessible_name("Close")
    assert is_expanded(reader, "Close")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#menu")).to_be_hidden()
    assert not is_expanded(reader, "Menu")


def test_the_menu_opens_at_the_pages_group_and_shows_one_group_at_a_time(reader: Reader) -> None:
    reader.opens("court/")
    reader.page.get_by_role("button", name="Menu").click()
    menu = reader.page.locator("#menu")
    expect(menu.get_by_role("link", name="Making a claim")).to_be_visible()
    menu.locator("summary", has_text="Calculators").click()
    expect(menu.locator("details[open] summary")).to_have_text("Calculators")
    expect(menu.get_by_role("link", name="Making a claim")).to_be_hidden()


def test_in_a_low_desktop_window_the_menu_fits_and_scrolls(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 1280, "height": 500})
    reader.opens("court/")
    reader.page.get_by_role("button", name="Menu").click()
    bottom, inside, whole = reader.page.locator("#menu").evaluate(
        "menu => [menu.getBoundingClientRect().bottom, menu.clientHeight, menu.scrollHeight]"
    )
    assert bottom <= 500
    assert whole > inside


@pytest.mark.parametrize("width", [1000, 1280])
def test_on_a_desktop_the_header_does_not_move_when_the_search_or_menu_opens(width: int, reader: Reader) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    reader.opens("court/")
    parts = (".wordmark", ".first", ".md-search__form", ".menu-button")
    before = [box_of(reader, part) for part in parts]
    reader.page.get_by_role("button", name="Menu").click()
    assert [box_of(reader, part) for part in parts] == before
    reader.page.keyboard.press("Escape")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("instalments")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()
    assert [box_of(reader, part) for part in parts] == before
