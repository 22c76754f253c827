"""The bare pages, which other sites embed: complete, not linked from the guide, and with the full pages' content."""

import json
import posixpath
from pathlib import Path

import pytest

import calculators
from calculators.kernel.output.form import form
from macros.build_steps.embed_pages import FOLDER
from tests.built import test_site
from tests.built.site_files import EMBEDS, PAGES, SITE, address

every_embed = pytest.mark.parametrize("page", EMBEDS, ids=lambda page: str(page.parent.name))


@every_embed
def test_a_bare_page_follows_the_rules_for_every_page(page: Path) -> None:
    test_site.test_a_page_has_a_language_title_description_and_heading(page)
    test_site.test_a_page_has_a_security_policy_that_allows_only_its_own_scripts(page)
    test_site.test_a_page_loads_nothing_from_another_host(page)
    test_site.test_no_id_is_used_twice_on_a_page(page)
    test_site.test_no_internal_link_is_broken(page)


@every_embed
def test_a_bare_page_has_no_menu_and_opens_links_in_a_new_tab(page: Path) -> None:
    read = test_site.Page(page)
    assert read.all("header") + read.all("footer") == []
    assert [one.attributes["target"] for one in read.all("base")] == ["_blank"]
    assert [one.attributes["content"] for one in read.all("meta", name="robots")] == ["noindex"]
    assert "information, not legal advice" in page.read_text()


def test_every_calculator_has_a_bare_page_with_its_form() -> None:
    for name in calculators.names():
        assert form(calculators.load(name)) in (SITE / FOLDER / name / "index.html").read_text()


def test_every_checklist_has_a_bare_page() -> None:
    checklists = {page.parent.name for page in EMBEDS} - set(calculators.names())
    assert checklists == {
        "agencies", "check", "mediation-find", "mediation-session", "prevent", "records", "settle-when", "solicitors",
    }  # fmt: skip
    assert all('type="checkbox"' in (SITE / FOLDER / name / "index.html").read_text() for name in checklists)


def test_nothing_in_the_guide_links_to_a_bare_page() -> None:
    index = json.loads((SITE / "search/search_index.json").read_text())
    assert [entry["location"] for entry in index["docs"] if entry["location"].startswith(FOLDER)] == []
    links = {
        posixpath.normpath(posixpath.join("/", address(page), link.attributes.get("href", "")))
        for page in PAGES
        for link in test_site.Page(page).all("a")
    }
    assert [link for link in links if link.startswith(f"/{FOLDER}/")] == []


def test_only_pages_with_a_preview_may_contain_frames() -> None:
    assert [page.parent.name for page in [*PAGES, *EMBEDS] if "frame-src" in page.read_text()[:2000]] == [
        "brand",
        "embed",
    ]
