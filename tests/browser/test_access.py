"""Everybody can use it: by keyboard, on a narrow screen, and by what axe can see of the rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.reader import Reader
from tests.browser.served import Served
from tests.built import PAGES, ROOT, SITE, address

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
SEEN = """async () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const rules = dark ? { runOnly: ["color-contrast", "link-in-text-block"] } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}"""
"""What axe finds on a page with nothing folded away: all it knows in light colours, in dark what depends on them."""

TOO_WIDE = "() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
FOCUS_SHOWS = """() => {
  const part = document.activeElement;
  return [part, part.closest("label")].some((one) => one && getComputedStyle(one).outlineStyle !== "none");
}"""
WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}

Colours = tuple[Reader, Served]


@pytest.fixture(scope="module", params=["light", "dark"])
def colours(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Colours]:
    """A reader whose device asks for light or for dark colours."""
    with Served(SITE) as site:
        reader = Reader(browser, site, color_scheme=request.param, reduced_motion="reduce")
        yield reader, site
        reader.context.close()


def is_fit(reader: Reader) -> None:
    """The page has no fault that axe knows, and no part of it sticks out, on a wide screen and on a narrow one."""
    reader.page.evaluate(AXE)
    for size in (WIDE, NARROW):
        reader.page.set_viewport_size(size)
        assert reader.page.evaluate(SEEN) == []
        assert not reader.page.evaluate(TOO_WIDE)


@pytest.mark.parametrize("page", PAGES, ids=address)
def test_a_page_is_fit_for_everybody(page: Path, colours: Colours) -> None:
    reader, _ = colours
    reader.opens(address(page))
    is_fit(reader)
    assert reader.faults() == []


def test_by_keyboard_alone_one_gets_past_the_menu_types_and_lands_on_the_answer(reader: Reader) -> None:
    reader.opens()
    reader.page.keyboard.press("Tab")
    skip = reader.page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    for _ in range(12):
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate(FOCUS_SHOWS)
        if reader.box("amount_owed").evaluate("box => box === document.activeElement"):
            break
    reader.page.keyboard.type("3000")
    reader.page.keyboard.press("Enter")
    expect(reader.answer).to_be_focused()
    expect(reader.answer).to_be_in_viewport()
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    expect(reader.status).to_contain_text("To claim £3,000 you pay £115")
