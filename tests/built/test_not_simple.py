"""Every complicated situation is answered in one short section with its sources, and other pages link to it."""

import re
import tomllib
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urljoin

import pytest

from tests import ROOT
from tests.built.site_files import SITE

SITUATIONS: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/cases/not_simple.toml").read_text())["situation"]
INDEX = "not-simple/index.md"
PARTS = ("Today:", "Cost:", "Watch out:", "Where this applies:")
LONGEST = 250

every_situation = pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: str(situation["id"]))


def address(source: str) -> str:
    """Return the path of a page on the site, with its anchor."""
    page, hash_, anchor = source.partition("#")
    return (
        page.removesuffix("index.md").removesuffix(".md").rstrip("/")
        + ("/" if page != "index.md" else "")
        + hash_
        + anchor
    )


@cache
def article(page: str) -> str:
    """Return the HTML of a page's article in the built site."""
    html = (SITE / address(page) / "index.html").read_text()
    return html[html.index("<article") : html.rindex("</article>")]


def section(situation: dict[str, Any]) -> str:
    """Return the section that answers a situation, without its heading."""
    page, _, anchor = situation["section"].partition("#")
    _, _, after = article(page).partition(f'<h2 id="{anchor}">')
    assert after, f"there is no section {situation['section']}"
    return re.split(r"</h2>", after, maxsplit=1)[1].partition("<h2 ")[0].partition('<p class="onward"')[0]


def text(html: str) -> str:
    """Return the visible text of the HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def advice(html: str) -> str:
    """Return the text of a section without its line of sources."""
    return text(re.sub(r'<p class="source">.*?</p>', "", html, flags=re.DOTALL))


def links(page: str) -> set[str]:
    """Return the targets of a page's links, as paths from the root of the site."""
    return {urljoin(f"/{address(page)}", href).lstrip("/") for href in re.findall(r'href="([^"]*)"', article(page))}


def test_all_35_situations_are_listed_in_order() -> None:
    assert [situation["id"] for situation in SITUATIONS] == [f"M{number:02}" for number in range(1, 36)]


@every_situation
def test_a_situation_is_answered_in_a_short_section_with_all_its_parts(situation: dict[str, Any]) -> None:
    told = advice(section(situation))
    assert [part for part in PARTS if told.count(part) != 1] == []
    assert sorted(PARTS, key=told.index) == list(PARTS)
    assert len(re.findall(r"\w[\w’'-]*", told)) <= LONGEST


@every_situation
def test_the_answer_states_the_deciding_points(situation: dict[str, Any]) -> None:
    told = advice(section(situation)).casefold()
    assert [words for words in situation["says"] if words.casefold() not in told] == []


@every_situation
def test_the_answer_says_which_nations_it_applies_to(situation: dict[str, Any]) -> None:
    where = advice(section(situation)).partition("Where this applies:")[2]
    assert [nation for nation in situation["nations"] if nation not in where] == []


@every_situation
def test_the_answer_names_its_sources(situation: dict[str, Any]) -> None:
    (sources,) = re.findall(r'<p class="source">(.*?)</p>', section(situation), re.DOTALL)
    assert re.search(r'href="https?://', sources)


@every_situation
def test_the_answer_is_linked_from_the_index_and_related_pages(situation: dict[str, Any]) -> None:
    assert address(situation["section"]) in links(INDEX)
    page = address(situation["section"]).partition("#")[0]
    for source in situation["led_from"]:
        wanted = address(INDEX) if source == "index.md" else page
        assert wanted in {link.partition("#")[0] for link in links(source)}, source


def test_the_home_page_links_to_the_situations() -> None:
    assert address(INDEX) in links("index.md")
