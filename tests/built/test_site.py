"""The built site, read from disk: what its pages contain before any script runs."""

import base64
import hashlib
import json
import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urldefrag

import pytest

import calculators
from calculators.kernel.base.parse import parse
from calculators.kernel.output.answer_html import answer
from calculators.kernel.output.form import form
from tests.built.site_files import EMBEDS, PAGES, RUNTIME, SITE, address

LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "ping"}

every_page = pytest.mark.parametrize("page", PAGES, ids=address)
every_calculator = pytest.mark.parametrize("name", calculators.names())


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""


class Page(HTMLParser):
    """The elements of a page, each with the text directly inside it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(path.read_text())
        self.close()

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = attributes.items()
        return [one for one in self.elements if one.tag == tag and wanted <= one.attributes.items()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].text += data


@cache
def page_of(path: Path) -> Page:
    """Return a page, parsed only once."""
    return Page(path)


def calculator_page(name: str) -> Path:
    return SITE / "calculators" / name / "index.html"


@every_page
def test_a_page_has_a_language_title_description_and_heading(page: Path) -> None:
    read = page_of(page)
    assert [one.attributes["lang"] for one in read.all("html")] == ["en-GB"]
    assert [bool(one.text.strip()) for one in read.all("title")[:1]] == [True]
    assert [bool(one.attributes["content"]) for one in read.all("meta", name="description")] == [True]
    assert [bool(one.text.strip()) for one in read.all("h1")] == [True]


def test_no_two_pages_have_the_same_title() -> None:
    titles = Counter(page_of(page).all("title")[0].text for page in PAGES if page.name != "404.html")
    assert [title for title, pages in titles.items() if pages > 1] == []


@every_page
def test_a_page_has_a_security_policy_that_allows_only_its_own_scripts(page: Path) -> None:
    read = page_of(page)
    first = read.elements[[one.tag for one in read.elements].index("head") + 1]
    assert first.attributes["http-equiv"] == "Content-Security-Policy"
    directives = dict(one.strip().split(" ", 1) for one in first.attributes["content"].split(";"))
    assert directives.pop("default-src") == "'none'"
    allowed = {source for value in directives.values() for source in value.split()}
    inline = [one.text for one in read.all("script") if "src" not in one.attributes and "type" not in one.attributes]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline}
    assert allowed == {"'none'", "'self'", "'wasm-unsafe-eval'", "data:", *(f"'sha256-{one}'" for one in hashes)}


@every_page
def test_a_page_loads_nothing_from_another_host(page: Path) -> None:
    asked = [
        value
        for one in page_of(page).elements
        for name, value in one.attributes.items()
        if name in LOADS or (one.tag == "link" and name == "href" and one.attributes.get("rel") != "canonical")
    ]
    assert [value for value in asked if "//" in value] == []


@pytest.mark.parametrize("page", [*PAGES, *EMBEDS], ids=address)
def test_the_preloaded_font_is_one_that_the_style_sheets_use(page: Path) -> None:
    (ahead,) = page_of(page).all("link", rel="preload")
    asked = posixpath.join("/", posixpath.dirname(str(page.relative_to(SITE))), ahead.attributes["href"])
    loaded = re.findall(r'url\("([^"]+)"\)', (SITE / "assets/styles/tokens.css").read_text())
    assert posixpath.normpath(asked) in [posixpath.normpath(f"/assets/styles/{path}") for path in loaded]
    assert (SITE / posixpath.normpath(asked)[1:]).is_file()


@every_page
def test_no_id_is_used_twice_on_a_page(page: Path) -> None:
    names = Counter(one.attributes["id"] for one in page_of(page).elements if "id" in one.attributes)
    assert [name for name, times in names.items() if times > 1] == []


@every_page
def test_no_internal_link_is_broken(page: Path) -> None:
    for link in page_of(page).all("a"):
        path, part = urldefrag(link.attributes.get("href", ""))
        if ":" in path:
            continue
        rooted = (
            path.removeprefix("/") if path.startswith("/") else posixpath.join(address(page.parent / "x"), "..", path)
        )
        target = SITE / posixpath.normpath(rooted) if path else page
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), path
        elements = page_of(target).elements if part else []
        if "=" in part:  # answers carried by the link
            asked = {one.attributes["data-field"] for one in elements if "data-field" in one.attributes}
            assert parse_qs(part, strict_parsing=True).keys() <= asked, f"{path}#{part}"
        else:
            assert not part or any(one.attributes.get("id") == part for one in elements), f"{path}#{part}"


def test_calculator_pages_and_the_home_page_have_their_own_css_classes() -> None:
    kinds = {page: re.findall(r'"md-content__inner ?(\w*) md-typeset"', page.read_text()) for page in PAGES}
    assert [page for page, kind in kinds.items() if kind == ["works"]] == [
        page for page in PAGES if "data-calculator=" in page.read_text() and kinds[page]
    ]
    assert [page for page, kind in kinds.items() if kind == ["home"]] == [SITE / "index.html"]


@every_calculator
def test_a_calculator_page_has_its_form_and_first_example_as_python_writes_them(name: str) -> None:
    page, module = calculator_page(name).read_text(), calculators.load(name)
    example = module.EXAMPLES[0]
    inputs = parse(module.Inputs, example.values, example.today)
    assert form(module) in page
    assert answer(module, module.calculate(inputs), title=f"Example: {example.title}") in page


@every_calculator
def test_without_javascript_the_page_says_so_and_shows_how_to_do_it_by_hand(name: str) -> None:
    read = page_of(calculator_page(name))
    assert [one.attributes["class"] for one in read.all("p", **{"class": "note"})] == ["note"]
    assert {one.tag for one in read.elements if one.attributes.get("id") == "by-hand"} == {"h2"}


@every_calculator
def test_a_calculator_page_lists_the_large_runtime_files_and_its_modules_with_their_sizes(name: str) -> None:
    (block,) = page_of(calculator_page(name)).all("script", id="calculator-runtime")
    told: dict[str, Any] = json.loads(block.text)
    assert SITE / told["runtime"] == RUNTIME
    assert told["bytes"] == {
        file.name: file.stat().st_size
        for file in (RUNTIME / "pyodide.asm.wasm", RUNTIME / "python.zip", *RUNTIME.glob("modules-*.bin"))
    }
    assert f"modules-{name}.bin" in told["bytes"] or name == "ledger"  # which needs so much that it loads all


def test_every_page_is_in_the_search_index() -> None:
    index = json.loads((SITE / "search/search_index.json").read_text())
    found = {entry["location"] for entry in index["docs"] if entry["text"]}
    assert {address(page) for page in PAGES} - {"404.html"} <= found
