"""The guide kept in the browser at a reader's request: it works without the server and can be removed completely."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.fault_server import Held, Served, garbled, instead, unreachable
from tests.browser.reader import Reader
from tests.built.site_files import PAGES, SITE, address

WORKER = (SITE / "sw.js").read_text()
KEPT = json.loads(WORKER.removeprefix("const KEPT = ").partition(";\n")[0])
RELEASE = KEPT["release"]
KEEP, REMOVE = "Keep the guide on this device", "Remove it from this device"
IS_KEPT = "The guide is kept on this device. It opens without a connection."
REGISTRATIONS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
SPOIL = """async ([name, path]) => {
  const cache = await caches.open(name);
  await cache.put(path, new Response("spoilt", { headers: { "Content-Type": "text/css" } }));
}"""
LOSE = "async ([name, path]) => (await caches.open(name)).delete(path)"


class Keeper(Reader):
    """A reader who starts on the page where the guide can be kept."""

    def __init__(self, browser: Browser, site: Served) -> None:
        super().__init__(browser, site)
        self.opens("print/")

    @property
    def control(self) -> Locator:
        return self.page.locator(".keep-guide")

    @property
    def note(self) -> Locator:
        """The notice about the kept guide at the foot of a page."""
        return self.page.locator(".kept-note")

    def keeps(self) -> None:
        self.control.get_by_role("button", name=KEEP).click()
        expect(self.control).to_contain_text(IS_KEPT)

    def name(self, release: str = RELEASE) -> str:
        return f"guide {self.site.address} {release}"

    def keeps_only(self, release: str = RELEASE) -> None:
        """Check that the device keeps this release of the guide and nothing else."""
        assert self.faults() == [f"kept: {self.name(release)}"]


@pytest.fixture
def keeper(browser: Browser, site: Served) -> Iterator[Keeper]:
    reader = Keeper(browser, site)
    yield reader
    reader.context.close()


@pytest.fixture(scope="module")
def away(browser: Browser) -> Iterator[Keeper]:
    """A reader who kept the guide before the server stopped."""
    with Served(SITE) as site:
        reader = Keeper(browser, site)
        reader.keeps()
    reader.provokes("ERR_CONNECTION_REFUSED", "sw.js", "status of 503")
    yield reader
    reader.keeps_only()
    reader.context.close()


def test_nothing_is_kept_and_no_service_worker_registered_before_the_reader_asks(keeper: Keeper, site: Served) -> None:
    for path in ("", "calculators/court_costs/", "print/#keep-it-on-your-device"):
        keeper.opens(path)
        keeper.page.wait_for_load_state("networkidle")
    keeper.opens("calculators/court_costs/")
    keeper.types({"amount_owed": "3000"})
    expect(keeper.answer).to_have_attribute("data-state", "answer")
    assert keeper.page.evaluate(REGISTRATIONS) == 0
    assert keeper.faults() == []
    assert "/sw.js" not in site.asked


def test_the_list_of_files_to_keep_has_every_page_and_correct_sizes() -> None:
    assert {address(page) for page in PAGES} - {"404.html"} <= KEPT["files"].keys()
    for path, (size, _) in KEPT["files"].items():
        file = SITE / path / "index.html" if (SITE / path).is_dir() else SITE / path
        assert file.stat().st_size == size
    weight = sum(size for size, _ in KEPT["files"].values())
    assert f"The guide takes up {-(-weight // 1_000_000)} MB of space." in (SITE / "print/index.html").read_text()


def test_pages_open_without_the_server(away: Keeper) -> None:
    for path in ("", "court/", "court", "court/index.html?from=a-link"):
        away.opens(path)
        expect(away.page.locator("h1")).to_be_visible()
        expect(away.page.locator("header .wordmark")).to_be_visible()


def test_search_works_without_the_server(away: Keeper) -> None:
    away.opens("court/")
    box = away.page.get_by_role("textbox", name="Search the guide")
    box.focus()
    box.fill("mediator")
    box.press("End")  # the search listens for keys
    found = away.page.locator(".md-search-result__list > li > a[href*='mediation/find/']").first
    expect(found).to_be_attached()
    away.opens(str(found.get_attribute("href")))
    expect(away.page.locator("h1")).to_contain_text("Find and choose a mediator")


def test_a_calculator_works_without_the_server(away: Keeper) -> None:
    away.opens("calculators/court_costs/")
    away.types({"amount_owed": "5000"})
    expect(away.headline).to_contain_text("To claim £5,000 you pay £205")


def test_a_page_that_was_not_kept_says_there_is_no_connection(away: Keeper) -> None:
    away.opens("no/such/page/")
    expect(away.page.locator("h1")).to_have_text("There is no connection")
    away.page.get_by_role("link", name="Go to the home page").click()
    expect(away.page).to_have_url(away.site.address)


def test_the_kept_guide_can_be_removed(keeper: Keeper) -> None:
    keeper.keeps()
    keeper.keeps_only()
    keeper.control.get_by_role("button", name=REMOVE).click()
    expect(keeper.control).to_contain_text("The guide is no longer kept on this device.")
    expect(keeper.control.get_by_role("button", name=KEEP)).to_be_focused()
    assert keeper.page.evaluate(REGISTRATIONS) == 0
    keeper.opens("court/")
    assert keeper.faults() == []


def test_keeping_the_guide_shows_progress_and_can_be_stopped(keeper: Keeper, site: Served) -> None:
    held = Held()
    site.breaks(held, "pyodide.asm.wasm")
    keeper.control.get_by_role("button", name=KEEP).click()
    expect(keeper.control).to_contain_text(f" of {sum(size for size, _ in KEPT['files'].values()) / 1e6:.1f} MB")
    keeper.control.get_by_role("button", name="Stop").click()
    site.mend()
    expect(keeper.control).to_contain_text("You stopped it, so nothing has been kept.")
    assert keeper.faults() == []
    assert keeper.page.evaluate(REGISTRATIONS) == 0


def test_a_lost_connection_is_explained_and_trying_again_resumes_the_download(keeper: Keeper, site: Served) -> None:
    keeper.provokes("sw.js", "network:", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET")
    site.breaks(unreachable, "pyodide.asm.wasm")
    keeper.control.get_by_role("button", name=KEEP).click()
    expect(keeper.control).to_contain_text("The connection was lost.")
    site.mend()
    site.asked.clear()
    keeper.control.get_by_role("button", name="Try again").click()
    expect(keeper.control).to_contain_text(IS_KEPT)
    assert "/time-limit/" not in site.asked  # already downloaded before the connection was lost
    keeper.keeps_only()


def test_a_file_that_differs_from_the_build_is_not_kept(keeper: Keeper, site: Served) -> None:
    keeper.provokes("sw.js", "changed:")
    site.breaks(garbled, "python.zip")
    keeper.control.get_by_role("button", name=KEEP).click()
    expect(keeper.control).to_contain_text("The guide changed while it was downloading.")
    assert keeper.faults() == []


@pytest.mark.parametrize("harm", [SPOIL, LOSE], ids=["spoilt", "lost"])
def test_a_damaged_or_lost_file_is_fetched_again_and_the_page_says_so(harm: str, keeper: Keeper) -> None:
    keeper.keeps()
    keeper.page.evaluate(harm, [keeper.name(), f"{keeper.site.address}assets/styles/guide.css"])
    keeper.opens("records/")
    expect(keeper.note).to_contain_text("was damaged. It has been repaired.")
    keeper.note.get_by_role("button", name="Close").click()
    expect(keeper.note).to_be_empty()
    keeper.opens("records/")
    expect(keeper.page.locator("h1")).to_be_visible()
    expect(keeper.note).to_have_count(0)
    keeper.keeps_only()


def newer() -> str:
    """Return the service worker of a newer release that has the same files."""
    return WORKER.replace(RELEASE, "anewerone000", 1)


def test_a_newer_version_is_offered_and_nothing_typed_is_lost(keeper: Keeper, site: Served) -> None:
    keeper.keeps()
    keeper.opens("calculators/court_costs/")
    keeper.types({"amount_owed": "3000"})
    expect(keeper.answer).to_have_attribute("data-state", "answer")
    site.breaks(instead(newer()), "sw.js")
    keeper.page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")
    expect(keeper.note).to_contain_text("There’s a newer version of this guide. Loading it clears what you typed")
    keeper.note.get_by_role("button", name="Later").click()
    expect(keeper.note).to_be_empty()
    expect(keeper.box("amount_owed")).to_have_value("3000")
    expect(keeper.answer).to_have_attribute("data-state", "answer")

    keeper.opens("court/")
    expect(keeper.note).to_contain_text("There’s a newer version of this guide.")
    expect(keeper.note).not_to_contain_text("typed")
    with keeper.page.expect_navigation():
        keeper.note.get_by_role("button", name="Load the newer version").click()
    expect(keeper.page.locator("h1")).to_be_visible()
    expect(keeper.note).to_have_count(0)
    keeper.keeps_only("anewerone000")


def test_the_guide_can_be_added_to_a_home_screen(reader: Reader) -> None:
    reader.opens("court/")
    manifest = json.loads((SITE / "manifest.webmanifest").read_text())
    expect(reader.page.locator("link[rel=manifest]")).to_have_attribute("href", "../manifest.webmanifest")
    assert manifest["name"] == "Get paid, keep the customer"
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        picture = (SITE / icon["src"]).read_bytes()
        side = "x".join(str(int.from_bytes(picture[at : at + 4])) for at in (16, 20))
        assert picture.startswith(b"\x89PNG")
        assert side == icon["sizes"]
