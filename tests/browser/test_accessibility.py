"""Accessibility: axe and IBM's checker, the keyboard, narrow screens, forced colours and reduced motion."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import calculators
from tests.browser.accessibility_checks import AXE, is_fit
from tests.browser.conftest import Visit
from tests.browser.fault_server import Held, Served, missing
from tests.browser.ibm_checker import EXEMPT, seen_by_second_checker
from tests.browser.reader import Reader
from tests.built.site_files import PAGES, SITE, address

FOCUS_SHOWS = """() => {
  const part = document.activeElement;
  return [part, part.closest("label")].some((one) => one && getComputedStyle(one).outlineStyle !== "none");
}"""


@pytest.fixture(scope="module")
def newcomer(browser: Browser) -> Iterator[Reader]:
    """A reader whose browser cache is switched off, and whose pages have axe from the start."""
    with Served(SITE) as served:
        reader = Reader(browser, served)
        reader.context.add_init_script(f"if (self === top) {{ {AXE} }}")
        reader.context.new_cdp_session(reader.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        yield reader
        reader.context.close()


@pytest.mark.parametrize("page", PAGES, ids=address)
def test_a_page_is_accessible_and_loads_under_300_kb(page: Path, newcomer: Reader) -> None:
    newcomer.site.asked.clear()
    newcomer.opens(address(page))
    is_fit(newcomer)
    newcomer.page.wait_for_load_state("networkidle")
    assert SITE / "assets/styles/site.css" in (files := {SITE / path.lstrip("/") for path in newcomer.site.asked})
    assert sum(map(weight, files)) < 300_000
    assert newcomer.faults() == []


@cache
def weight(file: Path) -> int:
    """Return the gzipped size in bytes of a file, or of the index page of a folder."""
    return len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes()))


def test_a_calculator_is_accessible_while_loading_answered_and_with_errors(visit: Visit, site: Served) -> None:
    reader, held = visit(), Held()
    site.breaks(held, "pyodide.asm.wasm")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    expect(reader.progress.get_by_role("progressbar")).to_be_visible()
    is_fit(reader)
    site.mend()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    is_fit(reader)
    reader.types({"amount_owed": "lots"})
    reader.presses()
    expect(reader.summary).to_be_focused()
    expect(reader.answer).to_have_attribute("data-state", "stale")
    is_fit(reader)


def test_a_calculator_that_failed_to_load_is_accessible(reader: Reader, site: Served) -> None:
    site.breaks(missing, "python.zip")
    reader.provokes("/assets/runtime/")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    expect(reader.button("Load the page again")).to_be_visible()
    is_fit(reader)


def test_the_ibm_checker_finds_only_exempt_failures_and_every_exemption_is_needed(reader: Reader) -> None:
    """Checks a page of each kind, and a form with errors."""
    needed: set[int] = set()
    kinds = ("", "chase/", "rates/", "your-claim/", "calculators/next_step/", "calculators/late_payment_interest/")
    for path in (*kinds, "drafts/reminder/", "calculators/court_costs/"):
        reader.opens(path)
        seen = seen_by_second_checker(reader)
        assert seen.failures == [], path
        needed |= seen.exempt
    reader.presses()
    expect(reader.summary).to_be_focused()
    assert seen_by_second_checker(reader).failures == []
    assert [one["rule"] for number, one in enumerate(EXEMPT) if number not in needed] == []


@pytest.mark.parametrize(
    ("path", "spoilt", "rule"),
    [
        ("drafts/reminder/", "document.querySelector('label[for=q-invoice_numbers]').remove()", "input_label_exists"),
        ("your-claim/", "document.documentElement.removeAttribute('lang')", "html_lang_exists"),
    ],
)
def test_the_ibm_checker_reports_a_fault_put_into_a_page(path: str, spoilt: str, rule: str, reader: Reader) -> None:
    reader.opens(path)
    reader.page.evaluate(f"() => {{ {spoilt}; }}")
    assert [told for told in seen_by_second_checker(reader).failures if told.startswith(f"{rule}:")]


@pytest.mark.parametrize("path", ["", "calculators/court_costs/", "rates/"])
def test_focus_is_visible_in_forced_colours(path: str, visit: Visit) -> None:
    reader = visit(forced_colors="active")
    reader.opens(path)
    for _ in range(8):
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate(FOCUS_SHOWS)


MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  return style.transitionProperty !== "none" || style.animationName !== "none" || style.scrollBehavior !== "auto";
}).map(({ tagName, className }) => `${tagName} ${className}`)"""


@pytest.mark.parametrize("path", ["", "calculators/court_costs/", "advisers/link/"])
def test_nothing_moves_with_reduced_motion(path: str, visit: Visit) -> None:
    reader = visit(reduced_motion="reduce")
    reader.opens(path)
    assert reader.page.evaluate(MOVING) == []
    reader.page.emulate_media(reduced_motion="no-preference")
    assert reader.page.evaluate(MOVING) != []


def test_every_chart_has_a_name_and_its_amounts_in_a_table_or_list(visitor: Reader) -> None:
    """Each chart has an accessible name, and its answer has a table or a list of the same amounts."""
    for name in calculators.names():
        visitor.opens(f"calculators/{name}/")
        for chart in visitor.page.locator(".answer figure.chart svg").all():
            expect(chart).to_have_attribute("aria-label", re.compile(r"\w"))
            answer = chart.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' answer ')]")
            expect(answer.locator("dl.figures, table").first).to_be_attached()


def test_a_colour_scheme_is_stored_when_chosen_and_forgotten_when_reset(reader: Reader) -> None:
    reader.opens("")
    kept = "() => ({ ...localStorage })"
    assert reader.page.evaluate(kept) == {}
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.get_by_label("Dark", exact=True).check()
    assert reader.page.evaluate(kept) == {"colours": "dark"}
    reader.opens("chase/")
    assert reader.page.evaluate("() => getComputedStyle(document.documentElement).colorScheme") == "dark"
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.get_by_label("Same as device").check()
    assert reader.page.evaluate(kept) == {}


def test_the_keyboard_alone_can_skip_the_menu_fill_in_the_form_and_reach_the_answer(reader: Reader) -> None:
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
