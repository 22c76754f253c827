"""The bare pages as built: whole, led to by nothing, and made of what the full pages show."""

import json
import posixpath
from pathlib import Path

import pytest

import calculators
from calculators.kernel.output.form import form
from macros.build_steps.embed_pages import FOLDER
from tests.built import EMBEDS, PAGES, SITE, address, test_site

every_embed = pytest.mark.parametrize("page", EMBEDS, ids=lambda page: str(page.parent.name))


@every_embed
def test_a_bare_page_keeps_every_rule_of_a_page(page: Path) -> None:
    test_site.test_a_page_says_what_it_is(page)
    test_site.test_a_page_states_a_policy_that_lets_its_own_scripts_run_and_nothing_else(page)
    test_site.test_a_page_asks_no_other_host_for_anything(page)
    test_site.test_no_name_is_given_twice_on_a_page(page)
    test_site.test_every_link_within_the_site_leads_somewhere(page)


@every_embed
def test_a_bare_page_has_no_menu_and_leads_to_the_full_page_in_a_tab_of_its_own(page: Path) -> None:
    read = test_site.Page(page)
    assert read.all("header") + read.all("footer") == []
    assert [one.attributes["target"] for one in read.all("base")] == ["_blank"]
    assert [one.attributes["content"] for one in read.all("meta", name="robots")] == ["noindex"]
    assert "information, not legal advice" in page.read_text()


def test_every_calculator_has_a_bare_page_with_its_own_form() -> None:
    for name in calculators.names():
        assert form(calculators.load(name)) in (SITE / FOLDER / name / "index.html").read_text()


def test_every_checklist_that_a_page_offers_has_one() -> None:
    checklists = {page.parent.name for page in EMBEDS} - set(calculators.names())
    assert checklists == {
        "agencies", "check", "mediation-find", "mediation-session", "prevent", "records", "settle-when", "solicitors",
    }  # fmt: skip
    assert all('type="checkbox"' in (SITE / FOLDER / name / "index.html").read_text() for name in checklists)


def test_nothing_in_the_guide_leads_to_a_bare_page() -> None:
    index = json.loads((SITE / "search/search_index.json").read_text())
    assert [entry["location"] for entry in index["docs"] if entry["location"].startswith(FOLDER)] == []
    links = {
        posixpath.normpath(posixpath.join("/", address(page), link.attributes.get("href", "")))
        for page in PAGES
        for link in test_site.Page(page).all("a")
    }
    assert [link for link in links if link.startswith(f"/{FOLDER}/")] == []


def test_only_the_pages_with_a_preview_may_hold_frames() -> None:
    assert [page.parent.name for page in [*PAGES, *EMBEDS] if "frame-src" in page.read_text()[:2000]] == [
        "brand",
        "embed",
    ]
