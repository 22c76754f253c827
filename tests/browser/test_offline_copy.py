"""The offline copy, unzipped and opened without a server: its guide, its search and its calculators work."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from calculators import respond
from tests import word_document
from tests.browser.conftest import lacking
from tests.built.site_files import NEEDS_DEFERRED, SITE

(ARCHIVE,) = (SITE / "offline").glob("*.zip")
STRICT: dict[str, str | float | bool] = {"security.fileuri.strict_origin_policy": True}
ASKED = {"calculator": "court_costs", "values": {"amount_owed": "5000"}, "today": "2026-11-22"}
NOON = "Date = class extends Date { constructor(...day) { super(...(day.length ? day : ['2026-11-22T12:00'])); } };"
WATCH_SAVED = """() => {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => make(window.saved = blob);
}"""
FIGURES = """html => {
  const part = document.createElement("div");
  part.innerHTML = html;
  return [...part.querySelectorAll(".headline, dd")].map((one) => one.textContent);
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unzipped copy, inside a folder whose name has spaces and accents."""
    place = tmp_path_factory.mktemp("copy") / "Clé d’été (1)"
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(place)
    (unpacked,) = place.iterdir()
    return unpacked


@pytest.fixture(scope="module", params=["chromium", "firefox-esr"])
def engine(request: pytest.FixtureRequest, browser: Browser, playwright: Playwright) -> Iterator[Browser]:
    if request.param == "chromium":
        yield browser
        return
    path = shutil.which("firefox-esr") or lacking("Firefox", "firefox-esr")
    firefox = playwright.firefox.launch(executable_path=path, channel="moz-firefox", firefox_user_prefs=STRICT)
    yield firefox
    firefox.close()


@pytest.fixture(scope="module")
def page(engine: Browser, folder: Path) -> Iterator[Page]:
    """The page that a reader double-clicks. Fails if the browser logs an error or makes a network request."""
    context = engine.new_context(locale="en-GB", timezone_id="Europe/London")
    context.set_default_timeout(60_000)
    said: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    opened.add_init_script(NOON)
    opened.goto((folder / "Open the guide.html").as_uri())
    yield opened
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    context.close()


def test_the_opening_page_leads_to_the_guide_and_its_links_work(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/guide/index\.html$"))
    page.locator("main a[href$='court_costs/index.html']").first.click()
    expect(page).to_have_url(re.compile(r"/guide/calculators/court_costs/index\.html$"))
    page.locator("header .wordmark").click()
    expect(page).to_have_url(re.compile(r"/guide/index\.html$"))


def test_search_finds_a_page_and_links_to_it(page: Page, folder: Path) -> None:
    page.goto((folder / "guide/court/index.html").as_uri())
    box = page.get_by_role("textbox", name="Search the guide")
    box.focus()
    box.fill("mediator")
    box.press("End")  # the search listens for keys
    found = page.locator(".md-search-result__list > li > a[href*='mediation/find/']").first
    expect(found).to_be_attached()
    page.goto(str(found.evaluate("link => link.href")))
    expect(page.locator("h1")).to_contain_text("Find and choose a mediator")


def test_a_calculators_answer_matches_cpython(page: Page, folder: Path) -> None:
    page.goto((folder / "guide/calculators/court_costs/index.html").as_uri())
    page.locator('[data-field="amount_owed"] input[name]').fill(NEEDS_DEFERRED)
    page.locator(".questions [type=submit]").click()
    expect(page.locator(".problems")).to_contain_text("isn’t a number we can read")
    page.locator('[data-field="amount_owed"] input[name]').fill("5000")
    answer = page.locator(".calculator section.answer")
    expect(answer).to_have_attribute("data-state", "answer")
    expect(answer.locator(".headline")).to_contain_text("To claim £5,000 you pay £205")
    expected = json.loads(respond(json.dumps(ASKED)))["answer"]
    figures = page.evaluate(FIGURES, expected)
    assert len(figures) > 5
    assert answer.locator(".headline, dd").all_text_contents() == figures


def test_a_file_of_cases_is_answered_and_saved_as_a_workbook(page: Page, folder: Path) -> None:
    page.goto((folder / "guide/advisers/batch/index.html").as_uri())
    page.locator(".file [type=file]").set_input_files(
        {"name": "cases.csv", "mimeType": "text/csv", "buffer": b"case,amount_owed\na,3000\nb,lots\n"}
    )
    expect(page.locator(".file .told")).to_contain_text("cases.csv: 2 cases.")
    page.get_by_role("button", name="Work out every case").click()
    expect(page.locator(".result .headline")).to_have_text("1 case answered. 1 case has a problem.")
    page.evaluate(WATCH_SAVED)
    page.get_by_role("button", name="Save as Excel (.xlsx)").click()
    expect(page.locator(".result .told")).to_contain_text("We’ve saved cases-answered.xlsx")
    assert page.evaluate("async () => (await saved.slice(0, 2).text())") == "PK"


def test_years_later_a_page_warns_that_its_figures_may_have_changed(page: Page, folder: Path) -> None:
    page.goto((folder / "guide/letter-before-claim/index.html").as_uri())
    notice = page.locator("[data-figures-until]")
    expect(notice).to_be_hidden()
    page.evaluate("() => { Date = class extends Date { constructor() { super('2029-01-01T12:00'); } }; }")
    page.evaluate("() => document.dispatchEvent(new Event('page'))")
    expect(notice).to_contain_text("may have changed since")


def test_a_letter_is_saved_for_word(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto((folder / "guide/drafts/reminder/index.html").as_uri())
    page.locator('[data-field="amount_owed"] input[name]').fill("5000")
    page.locator(".calculator [type=submit]").click()
    save = page.get_by_role("button", name="Save for Word")
    expect(save).to_be_visible()
    page.evaluate(WATCH_SAVED)
    save.click()
    expect(page.locator(".letter-buttons > [role=status]")).to_contain_text("It’s in your downloads folder.")
    saved = tmp_path / "saved.docx"
    saved.write_bytes(bytes(page.evaluate("async () => [...new Uint8Array(await saved.arrayBuffer())]")))
    written = word_document.paragraphs(word_document.body(saved))
    assert any("£5,000 for [what you did or supplied]" in one for one in written)


def test_the_print_page_says_that_it_is_the_offline_copy(page: Page, folder: Path) -> None:
    page.goto((folder / "guide/print/index.html").as_uri())
    expect(page.locator("article")).to_contain_text("You’re reading the offline copy.")
    expect(page.locator(".keep-guide")).to_have_count(0)
