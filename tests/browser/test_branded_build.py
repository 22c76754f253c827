"""A copy of the site under another name, built from a service's settings file."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility_checks import is_fit
from tests.browser.branded_copy import COLOUR, NAME
from tests.browser.fault_server import Served
from tests.browser.reader import Reader

ADDRESS = "https://harbour.example/owed/"


@pytest.fixture(scope="module")
def client(browser: Browser, copy: Path) -> Iterator[Reader]:
    with Served(copy) as served:
        reader = Reader(browser, served, reduced_motion="reduce")
        yield reader
        assert reader.faults() == []
        reader.context.close()


def test_every_page_and_embed_has_the_services_name_and_contact_box(copy: Path) -> None:
    pages = {page: page.read_text() for page in sorted(copy.rglob("*.html"))}
    assert [page for page, html in pages.items() if "Talk to Harbour &amp; Quay" not in html] == []
    assert [page for page, html in pages.items() if "tel:03000000000" not in html] == []
    frames = [html for page, html in pages.items() if page.is_relative_to(copy / "embed")]
    assert len(frames) > 8
    assert [html for html in frames if NAME not in html] == []
    full = {page: html for page, html in pages.items() if not page.is_relative_to(copy / "embed")}
    assert [page for page, html in full.items() if "Based on the guide “Get paid, keep the customer”" not in html] == []


def test_the_sitemap_robots_txt_and_404_page_use_the_services_address(copy: Path) -> None:
    sitemap = ElementTree.parse(copy / "sitemap.xml")
    listed = [place.text for place in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = [page for page in copy.rglob("index.html") if not page.is_relative_to(copy / "embed")]
    canonical = {f'<link rel="canonical" href="{address}">' for address in listed}
    assert len(listed) == len(pages) == len(canonical)
    assert [page for page in pages if not any(link in page.read_text() for link in canonical)] == []
    assert f"{ADDRESS}court/" in listed
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (copy / "robots.txt").read_text()
    assert 'href="/owed/assets/styles/site.css"' in (copy / "404.html").read_text()


def test_the_accessibility_statement_and_source_link_are_the_services_own(copy: Path) -> None:
    statement = (copy / "privacy-accessibility/index.html").read_text()
    assert '<a href="mailto:access@harbour.example">access@harbour.example</a>' in statement
    assert "<strong>partially compliant</strong>" in statement
    assert "we don’t claim" not in statement
    assert '<a href="https://git.harbour.example/guide">the project</a>' in (copy / "hosting/index.html").read_text()


def test_the_home_page_has_the_services_opening_logo_and_colours(client: Reader) -> None:
    client.opens("")
    expect(client.page.locator(".opening")).to_have_text(
        "Harbour & Quay Advice helps small firms around the harbour, free of charge."
    )
    expect(client.page.locator(".wordmark img")).to_have_js_property("complete", True)
    assert client.page.locator(".wordmark img").evaluate("logo => logo.naturalWidth > 0")
    assert client.page.evaluate(COLOUR, "--accent") == "light-dark(#7a1f5c, #f2b8dc)"
    expect(client.page.locator("body")).to_have_css("background-color", "rgb(244, 247, 246)")
    expect(client.page.locator('[name="theme-color"]').first).to_have_attribute("content", "#f4f7f6")
    client.page.locator(".contact").get_by_role("link", name="Help near you").click()
    expect(client.page.get_by_role("heading", level=1)).to_contain_text("Help near you")


def test_a_form_offers_only_the_services_nations_but_a_link_may_use_another(client: Reader) -> None:
    client.opens("calculators/court_costs/")
    expect(client.question("nation").locator(".choice:visible")).to_have_text(["Scotland", "Northern Ireland"])
    expect(client.question("nation").locator("[value=scotland]")).to_be_checked()
    client.types({"amount_owed": "3000"})
    expect(client.headline).to_have_text(
        "To claim £3,000 you pay £127 to start. If our own guesses are right, going to court is likely to bring in "
        "more than it costs."
    )
    client.opens("calculators/deadlines/")
    client.opens("calculators/court_costs/#nation=england_wales&amount_owed=3000")
    expect(client.question("nation").locator(".choice:visible")).to_have_count(3)
    expect(client.headline).to_contain_text("To claim £3,000 you pay £115 to start")


def test_pages_are_accessible_in_the_services_colours(client: Reader) -> None:
    for path in ("", "calculators/court_costs/"):
        client.opens(path)
        is_fit(client)
