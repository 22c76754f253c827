"""What people search for when they are upset finds the page that helps as its first result."""

import json
import tomllib
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import expect

import calculators
from calculators.kernel.base.schema import items
from tests import ROOT
from tests.browser.reader import Reader
from tests.built.site_files import SITE

SEARCHES = tomllib.loads((ROOT / "tests/cases/searches.toml").read_text())["search"]

FIRST_FOUND = """async (typed) => {
  const box = document.querySelector("[data-md-component=search-query]");
  const found = () => document.querySelectorAll(".md-search-result__list > li > a");
  const finds = async (text, isIt) => {
    box.value = text;
    box.dispatchEvent(new KeyboardEvent("keyup")); // the search listens for keys
    for (let looked = 0; !isIt(found().length) && looked < 3000; looked++) await new Promise((again) => setTimeout(again, 10));
  };
  await finds("xyzzy", (count) => count === 0);
  await finds(typed, (count) => count > 0);
  return found()[0]?.href ?? "";
}"""
"""Types a search that finds nothing, then the given one. Returns the address of its first result."""


@pytest.fixture(scope="module")
def searcher(visitor: Reader) -> Reader:
    """A reader whose search is open."""
    visitor.opens("")
    visitor.page.get_by_role("textbox", name="Search the guide").focus()
    return visitor


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: str(search["typed"]))
def test_the_first_search_result_is_the_page_that_helps(search: dict[str, str], searcher: Reader) -> None:
    first = searcher.page.evaluate(FIRST_FOUND, search["typed"])
    assert urldefrag(first).url.partition("?")[0] == searcher.site.address + search["finds"]


def test_search_results_quote_the_guide_and_not_keywords_or_form_hints(searcher: Reader) -> None:
    """A page's keywords help to find it but are not shown; the hints on forms are not searched."""
    box = searcher.page.get_by_role("textbox", name="Search the guide")
    box.fill("mediation")
    box.press("End")
    told = searcher.page.locator(".md-search-result__list > li")
    expect(told.first).to_contain_text("This page is for you if your customer disputes an invoice")
    assert [words.inner_text() for words in told.locator(".md-tags").all() if words.is_visible()] == []
    box.fill("bounced cheque")
    box.press("End")
    expect(told.first).to_contain_text("cheque")
    expect(searcher.page.get_by_text("Missing:").locator("visible=true")).to_have_count(0)
    index = json.loads((SITE / "search/search_index.json").read_text())["docs"]
    asked = [item.ask for name in calculators.names() for item in items(calculators.load(name).Inputs) if item.ask]
    hints = [ask.hint for ask in asked if len(ask.hint) > 40]
    assert hints
    assert [hint for hint in hints if any(hint in entry["text"] for entry in index)] == []
