"""Takes screenshots of sixteen screens, in phone and desktop sizes, in light and dark mode.

Run `python -m tests.browser.take_screenshots`, followed by the names of screens to take only those. A path on the site
also counts as the name of a screen.
"""

import sys
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Browser, ViewportSize, expect, sync_playwright

import calculators
from tests import ROOT
from tests.browser.chromium import launch
from tests.browser.fault_server import Held, Served
from tests.browser.reader import PHONE, Reader
from tests.built.site_files import SITE

FOLDER = ROOT / ".cache/look"
DESK: Mapping[str, Any] = {"viewport": {"width": 1280, "height": 860}}
SCREENS_TALL = 4

Act = Callable[[Reader, Served], None]


def stays(reader: Reader, site: Served) -> None:
    """Do nothing on the page."""


def answers(name: str) -> Act:
    """Return an act that types the first example and waits for its answer."""

    def act(reader: Reader, site: Served) -> None:
        example = calculators.load(name).EXAMPLES[0]
        folds = {name: reader.question(name).locator("xpath=ancestor::details").count() for name in example.values}
        reader.is_today(example.today)
        reader.types(dict(sorted(example.values.items(), key=lambda named: folds[named[0]])))  # folds appear later
        reader.presses()
        expect(reader.answer).to_be_focused()

    return act


def plans(reader: Reader, site: Served) -> None:
    """Answer the plan's questions one after another and wait for the plan."""
    typed = {"amount_owed": "4200", "due_date": "31 March 2026"}
    for name, text in typed.items():
        reader.box(name).fill(text)
        following = reader.button("Next")
        if following.is_visible():
            following.click()
    while reader.button("Next").is_visible():
        reader.button("Next").click()
    reader.button("Show my plan").click()
    expect(reader.headline).to_be_focused()


def errs(reader: Reader, site: Served) -> None:
    reader.types({"amount_owed": "three grand", "chance_of_winning": "150"})
    reader.presses()
    expect(reader.summary).to_be_focused()


def waits(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "pyodide.asm.wasm")
    reader.types({"amount_owed": "3000"})
    expect(reader.progress.get_by_role("progressbar")).to_be_visible()
    reader.progress.evaluate("part => part.scrollIntoView({ block: 'center' })")


def opens_menu(reader: Reader, site: Served) -> None:
    reader.page.get_by_role("button", name="Menu").click()
    expect(reader.page.get_by_role("navigation", name="The whole guide")).to_be_visible()


def searches(reader: Reader, site: Served) -> None:
    button = reader.page.locator(".search-button")
    if button.is_visible():
        button.click()
    reader.page.get_by_role("textbox", name="Search").fill("mediation")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()


def asks_a_word(reader: Reader, site: Served) -> None:
    reader.page.locator("a.word").first.focus()
    expect(reader.page.locator(".meaning")).to_be_visible()


SCREENS: Mapping[str, tuple[str, Act]] = {
    "home": ("", stays),
    "guide": ("settle-how/", stays),
    "journey": ("map/", stays),
    "table": ("rates/", stays),
    "word": ("chase/", asks_a_word),
    "questions": ("calculators/routes/#situation=silent", stays),
    "plan": ("calculators/routes/#situation=silent", plans),
    "form": ("calculators/next_step/", stays),
    "answer": ("calculators/settlement_range/", answers("settlement_range")),
    "court": ("calculators/court_costs/", answers("court_costs")),
    "payments": ("calculators/payment_plan/", answers("payment_plan")),
    "letter": ("drafts/letter_before_claim/", answers("letter_before_claim")),
    "problem": ("calculators/court_costs/", errs),
    "loading": ("calculators/court_costs/", waits),
    "menu": ("chase/", opens_menu),
    "search": ("chase/", searches),
}
IN_SIGHT = {"word", "loading", "menu", "search"}
"""Screens whose screenshot is only of the window, not of the whole page."""


def main(wanted: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for device, options in (("phone", PHONE), ("desk", DESK)):
            for colours in ("light", "dark"):
                for name in wanted or SCREENS:
                    take(browser, name, f"{device}-{colours}", {**options, "color_scheme": colours})
        browser.close()
    sys.stdout.write(f"Pictures are in {FOLDER}\n")


def take(browser: Browser, name: str, kind: str, options: Mapping[str, Any]) -> None:
    """Save a screenshot of the window, or of the page up to the height of a few windows."""
    path, act = screen(name)
    with Served(SITE) as site:
        reader = Reader(browser, site, reduced_motion="reduce", **options)
        reader.opens(path)
        act(reader, site)
        picture = FOLDER / f"{name.strip('/!').replace('/', '-')}-{kind}.png"
        if name in IN_SIGHT:
            reader.page.screenshot(path=picture)
        else:
            size: ViewportSize = options["viewport"]
            tall = min(size["height"] * SCREENS_TALL, reader.page.evaluate("document.documentElement.scrollHeight"))
            clip = {"x": 0, "y": 0, "width": size["width"], "height": tall}
            reader.page.screenshot(path=picture, full_page=True, clip=clip)  # type: ignore[arg-type]
        reader.context.close()


def screen(name: str) -> tuple[str, Act]:
    """Return a screen's path and act. After a path, ! means that the page's first example is answered."""
    if name in SCREENS:
        return SCREENS[name]
    path = name.removesuffix("!")
    return f"{path.strip('/')}/", answers(path.strip("/").rpartition("/")[2]) if name.endswith("!") else stays


if __name__ == "__main__":
    main(sys.argv[1:])
