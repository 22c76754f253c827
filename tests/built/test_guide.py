"""The text of the guide: every piece of advice is where it belongs, and every page is easy to read and dated."""

import re
import tomllib
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from calculators.kernel import add_months
from calculators.kernel.figures.reference import STALE_AFTER_MONTHS, subjects, tables
from macros.build_steps import glossary
from tests import ROOT
from tests.built.site_files import SITE
from tests.readability import reading

DOCS = ROOT / "docs"
PAGES = sorted({*DOCS.rglob("*.md")} - {*DOCS.glob("decisions/*")})
GUIDE = [page for page in PAGES if page.parent.name not in {"calculators", "drafts"}]
ADVICE: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/cases/advice.toml").read_text())["advice"]
STATEMENTS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/cases/statements_of_law.toml").read_text())["statement"]
LEGAL = (ROOT / "tests/terms_needing_glossary.txt").read_text().split("\n")
MARK = re.compile(r"<!-- ((?:S\d-\d\d ?)+)-->")
ENDS = {"index.md", "rates.md"}
"""Pages that link to every part of the guide, and so have no single next step."""


def name(page: Path) -> str:
    return str(page.relative_to(DOCS))


def meta(page: Path) -> dict[str, Any]:
    found: dict[str, Any] = get_data(page.read_text())[1]
    return found


def built(page: Path) -> str:
    """Return the HTML of a page's article in the built site."""
    place = page.relative_to(DOCS).with_suffix("")
    place = place.parent if place.name == "index" else place
    html = (SITE / place / "index.html").read_text()
    return html[html.index("<article") : html.rindex("</article>")]


every_page = pytest.mark.parametrize("page", PAGES, ids=name)
every_guide_page = pytest.mark.parametrize("page", GUIDE, ids=name)


@pytest.mark.parametrize("advice", ADVICE, ids=lambda advice: str(advice["id"]))
def test_each_piece_of_advice_is_on_every_page_that_must_give_it(advice: dict[str, Any]) -> None:
    for owed in advice["pages"]:
        marks = " ".join(MARK.findall((DOCS / owed).read_text())).split()
        assert advice["id"] in marks, f"{owed} does not give: {advice['says']}"


def test_all_113_pieces_of_advice_are_listed_and_pages_mark_no_others() -> None:
    assert len(ADVICE) == 113
    known = {advice["id"]: set(advice["pages"]) for advice in ADVICE}
    marked = {
        (mark, name(page)) for page in PAGES for marks in MARK.findall(page.read_text()) for mark in marks.split()
    }
    assert {mark for mark, _ in marked} == set(known)


@pytest.mark.parametrize("stated", STATEMENTS, ids=lambda stated: f"{stated['page']}: {stated['law']}")
def test_a_page_states_the_law_correctly(stated: dict[str, Any]) -> None:
    said = " ".join((DOCS / stated["page"]).read_text().split())
    assert [words for words in stated.get("must_say", []) if words not in said] == []
    assert [words for words in stated.get("must_not_say", []) if words in said] == []


def test_no_page_says_dated_undated() -> None:
    found = [str(path.relative_to(SITE)) for path in SITE.rglob("*.html") if "dated undated" in path.read_text()]
    assert found == []


@every_page
def test_a_page_has_its_nations_its_review_date_and_a_short_description(page: Path) -> None:
    found = meta(page)
    assert found["nations"]
    assert isinstance(found["reviewed"], date)
    assert len(found["description"]) <= 170


@every_guide_page
def test_a_page_begins_with_who_it_is_for_and_names_the_next_step(page: Path) -> None:
    body: str = get_data(page.read_text())[0]
    first = re.split(r"^# .*$", body, maxsplit=1, flags=re.MULTILINE)[1].strip()
    assert re.match(r"This (page )?is for ", first), first
    if name(page) not in ENDS:
        assert (DOCS / meta(page)["next"]).is_file()
        assert meta(page)["next_why"]


@every_page
def test_a_page_has_a_reading_age_of_14_or_less(page: Path) -> None:
    assert reading(built(page)).age <= 14


def test_the_median_reading_age_is_at_most_12_and_the_median_length_under_700_words() -> None:
    assert median(reading(built(page)).age for page in PAGES) <= 12
    assert median(reading(built(page)).words for page in PAGES) < 700


@every_guide_page
def test_no_page_is_a_stub(page: Path) -> None:
    assert reading(built(page)).words > 150 or name(page) in {"glossary.md", "rates.md"}


def test_every_legal_term_on_a_page_is_in_the_glossary() -> None:
    explained = {form.casefold() for word in glossary.words().values() for form in word.forms}
    unexplained = {word for word in LEGAL if word and word.casefold() not in explained}
    text = " ".join(re.sub(r"<[^>]+>", " ", built(page)) for page in PAGES).casefold()
    assert sorted(word for word in unexplained if re.search(rf"\b{re.escape(word)}\b", text)) == []


def test_no_two_glossary_entries_share_a_spelling() -> None:
    forms = [form.casefold() for word in glossary.words().values() for form in word.forms]
    assert len(forms) == len(set(forms))


def test_a_page_says_when_its_figures_stop_being_current() -> None:
    """That is the first date on which one of its figures is due for a check or is known to end."""
    until = re.compile(r'data-figures-until="([^"]+)"')
    every = [one for subject in subjects() for one in tables(subject)]
    known = [one.known_until for one in every if one.known_until]
    checked = [add_months(one.versions[-1].checked, STALE_AFTER_MONTHS) for one in every]
    assert until.findall(built(DOCS / "rates.md")) == [min(*known, *checked).isoformat()]
    assert until.findall(built(DOCS / "calculators/court_costs.md"))
    assert until.findall(built(DOCS / "privacy-accessibility.md")) == []
