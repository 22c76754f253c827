"""The book and the worksheets as built: complete, linked, tagged, in our own font, and identical each time."""

import calendar
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import calculators
from macros.book import make_pdf, printed_calculators, printed_page_elements, site_only
from macros.book.cached_pdf import KEPT
from tests import ROOT
from tests.built.site_files import PAGES, SITE

BOOK, WORKSHEETS = SITE / "guide.pdf", SITE / "worksheets.pdf"
GUIDE = [page for page in PAGES if page.name == "index.html"]
CHAPTERS = [page for page in GUIDE if not site_only.is_left_out(f"{page.parent.relative_to(SITE)}/")]
ALLOWED = {
    "TBL-010": "a scale has one fee for each step, so half of its cells are headings of rows, and rightly so",
    "TBL-012": "a sheet to fill in has empty cells",
    "TBL-014": "the boxes to write in are a ruled grid beside the steps",
    "PAG-001": "the name of a part stands in the head of each of its chapters, and is read there",
    "ORD-001": "the dots of a list are painted after its words; a screen reader goes by the tags",
}
"""Rules of outloud, the PDF accessibility checker, whose warnings or errors we accept, each with the reason."""
MOST_PAGES = 149

FIRST_HEAD = "\nGet paid, keep the customer\n"
MARKER = re.compile(r"^(\d{1,2}\.|•) *$", re.MULTILINE)

both = pytest.mark.parametrize("path", [BOOK, WORKSHEETS], ids=["book", "worksheets"])


def opened(path: Path) -> Any:
    """Open a PDF with PyMuPDF to examine how its pages are drawn."""
    import pymupdf  # imported here because it takes a second and every test worker loads this module

    return pymupdf.open(path)  # type: ignore[no-untyped-call]


@cache
def read(path: Path) -> PdfReader:
    return PdfReader(path)


def squeezed(text: str) -> str:
    """Keep only letters and digits: a line break may add or lose a space."""
    return re.sub(r"\W+", "", text)


@cache
def texts(path: Path) -> tuple[str, ...]:
    """Return the text of each page, in the order in which it is drawn."""
    with opened(path) as file:
        return tuple(page.get_text() for page in file)


@cache
def words_of(path: Path) -> str:
    """Return the squeezed text of a file, without the running heads and feet of its pages."""
    return squeezed(" ".join(line for text in texts(path) for line in body_of(text).split("\n")))


def body_of(text: str) -> str:
    """Remove list markers from the text of a page, and its running heads, which are drawn last."""
    body, _, _ = text.rpartition(FIRST_HEAD)
    return MARKER.sub("", body or text)


@cache
def bookmarks(path: Path) -> tuple[Any, ...]:
    return tuple(flat(read(path).outline))


def flat(outline: list[Any]) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def bookmark_title(one: Any) -> str:
    return str(one.title)


class Words(HTMLParser):
    """The runs of text in a page's article, without forms, folds and parts that are only for the screen."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.runs: list[str] = []
        self._left_out: list[str] = []
        html = page.read_text()
        article = html[html.index("<article") : html.rindex("</article>")].replace(printed_page_elements.TYPED, "")
        if page.parent.name in UNSHOWN or page.parent.parent.name == "drafts":
            article = ANSWER.sub("", article)
        self.feed(ON_SCREEN.sub("", SPARE.sub("", article)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        if (self._left_out or tag in LEFT_OUT or classes & LEFT_OUT) and tag not in VOID:
            self._left_out.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out.pop()

    def handle_data(self, data: str) -> None:
        if not self._left_out and len(run := squeezed(data)) > 12:
            self.runs.append(run)


LEFT_OUT = {
    "details", "form", "keep-guide", "made", "noscript", "nav", "script", "template", "text", "svg",
    "batch", "builder", "journey", "tool", "onward", "summary-maker", "trail", "situations", "word", "headerlink", "foot",
    "option", "show-why", "out-of-date", "source", *site_only.PARTS,
}  # fmt: skip
"""Tags and classes of parts that the book replaces with something that works on paper."""
SPARE = re.compile(r'<h2[^>]*>(?:(?!</h2>).)*</h2>\s*(?=<details class="example")', re.DOTALL)
"""The heading above a further worked example, which the book leaves out."""
ON_SCREEN = re.compile(rf"<h2[^>]*>(?:{'|'.join(site_only.SECTIONS)})<a class=.headerlink.*?(?=<h2|\Z)", re.DOTALL)
"""A section that is on the site but not in the book."""
ANSWER = re.compile(r'<article class="calculator".*?</article>', re.DOTALL)
UNSHOWN = printed_calculators.SHEETS | {"next_step"}
"""Calculators whose worked example is not in the book. The examples of letters are not in it either."""
VOID = {"br", "hr", "img", "input", "meta", "link"}


@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: str(page.parent.relative_to(SITE)))
def test_every_page_for_small_businesses_is_in_the_book(page: Path) -> None:
    runs = Words(page).runs
    assert runs
    assert [run for run in runs if run not in words_of(BOOK)] == []


def titles_of(pages: list[Path]) -> set[str]:
    firsts = [re.search(r"<h1[^>]*>(.*?)<", page.read_text(), re.DOTALL) for page in pages]
    return {squeezed(unescape(found[1])) for found in firsts if found}


def test_every_page_is_a_chapter_except_those_for_hosts_and_programmers() -> None:
    titles = {squeezed(bookmark_title(one)) for one in bookmarks(BOOK)}
    assert titles_of(CHAPTERS) - titles == set()
    left_out = titles_of([page for page in GUIDE if page not in CHAPTERS])
    assert len(left_out) > len(site_only.PAGES) - 1
    assert left_out & titles == set()


def test_what_the_book_leaves_out_is_still_on_the_site() -> None:
    found = "".join(page.read_text() for page in GUIDE)
    assert [heading for heading in site_only.SECTIONS if f">{heading}<" not in found] == []
    assert [part for part in site_only.PARTS if f'class="{part}"' not in found] == []


def test_every_bookmark_leads_to_its_page() -> None:
    for one in bookmarks(BOOK):
        assert squeezed(bookmark_title(one)) in squeezed(texts(BOOK)[number_of(BOOK, one) - 1])


def test_the_book_is_short_with_chapters_on_new_pages_and_no_nearly_empty_page() -> None:
    firsts = [number_of(BOOK, one) for one in bookmarks(BOOK) if squeezed(bookmark_title(one)) in titles_of(CHAPTERS)]
    assert len(set(firsts)) == len(firsts) == len(CHAPTERS)
    with opened(BOOK) as book:
        assert len(book) <= MOST_PAGES
        fills = {number: fill_of(page) for number, page in enumerate(book, 1)}
    lasts = {number - 1 for number in firsts} | {len(fills)}
    assert {number: fill for number, fill in fills.items() if fill < 0.25 and number not in lasts} == {}
    assert [number for number in firsts if squeezed("Part") not in squeezed(texts(BOOK)[number - 1])[:40]] == []


def fill_of(page: Any) -> float:
    """Return how much of a page's printable height is used, as a fraction."""
    top, bottom = page.rect.y0 + TOP, page.rect.y1 - BOTTOM
    edges = [block[3] for block in page.get_text("blocks")] + [one["rect"].y1 for one in page.get_drawings()]
    return float((max(edge for edge in edges if edge < bottom + 1) - top) / (bottom - top))


def test_six_example_plans_come_first_each_on_its_own_page() -> None:
    plans = calculators.load("routes").EXAMPLES
    pages = [
        [n for n, text in enumerate(texts(BOOK)) if squeezed(f"Example: {one.title}") in squeezed(text)]
        for one in plans
    ]
    assert [len(found) for found in pages] == [1] * 6
    first = pages[0][0]
    assert first < 6
    assert [found[0] for found in pages] == [*range(first, first + 6)]
    assert all("Your next dates" in texts(BOOK)[number] for (number,) in pages)


def test_blank_letters_and_agreements_are_on_separate_sheets_without_advice() -> None:
    sheets = [
        text
        for text in texts(BOOK)
        if re.match(r"\s*Blank (letter|agreement|deed|notice|invitation|offer|reply)", text)
    ]
    assert len(sheets) >= 11
    assert [text for text in sheets if "Why each paragraph" in text or "Take care" in text] == []


def number_of(path: Path, destination: Any) -> int:
    """Return the number of the page that a bookmark or link leads to, counted from 1."""
    found = read(path).get_destination_page_number(destination)
    assert found is not None
    return found + 1


@both
def test_every_internal_link_leads_to_a_page_and_names_its_number(path: Path) -> None:
    known = read(path).named_destinations
    for page in read(path).pages:
        for annotation in page.get("/Annots") or ():
            one = annotation.get_object()
            if one["/Subtype"] == "/Link" and "/Dest" in one:
                assert one["/Dest"] in known
                assert one["/Contents"] == f"Page {number_of(path, known[one['/Dest']])}"


def test_every_page_number_in_the_text_matches_a_link_on_the_same_page() -> None:
    said = 0
    for page, text in zip(read(BOOK).pages, texts(BOOK), strict=True):
        numbers = re.findall(r"\(page\s*(\d+)\)", text)
        links = [str(one.get_object().get("/Contents")) for one in page.get("/Annots") or ()]
        assert Counter(f"Page {number}" for number in numbers) - Counter(links) == Counter()
        said += len(numbers)
    assert said > 200


@both
def test_a_pdf_is_tagged_uses_only_our_font_and_is_under_3_mb(path: Path) -> None:
    catalogue: Any = read(path).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert path.stat().st_size < 3_000_000
    fonts = {name for page in read(path).pages for name in fonts_of(page)}
    assert fonts
    assert [name for name, embedded in fonts if not embedded or "Atkinson" not in name] == []


def fonts_of(page: Any) -> Iterator[tuple[str, bool]]:
    for font in (page["/Resources"].get("/Font") or {}).values():
        inner = font.get_object()
        described = inner["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        yield str(inner["/BaseFont"]), any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))


@both
def test_the_pdf_accessibility_checker_reports_no_error_or_warning(path: Path) -> None:
    import outloud  # imported here because it takes a second and every test worker loads this module

    found = outloud.check(str(path))
    assert found.error is None
    doubts = [one for one in found.findings if one.severity != "info" and one.rule not in ALLOWED]
    assert [(one.rule, one.page, one.message) for one in doubts if not is_running_head(one)] == []


def is_running_head(finding: Any) -> bool:
    """Whether the only text that a screen reader would skip is the running head, which it should skip."""
    is_head = str(finding.evidence).startswith(f"{FIRST_HEAD.strip()} ")
    return finding.rule == "TAG-002" and finding.count == 1 and is_head


def test_running_heads_and_page_numbers_are_skipped_by_screen_readers() -> None:
    from outloud.model import Document  # type: ignore[import-untyped]

    document = Document(str(BOOK))
    for number in range(1, len(texts(BOOK))):
        skipped = [run.text for run in document.content(number).artifact_runs()]
        assert [FIRST_HEAD.strip(), str(number + 1)] == [skipped[0], skipped[-1]]
        assert len(skipped) == 4


def test_each_calculator_has_a_one_page_worksheet_with_named_fields() -> None:
    assert len(read(WORKSHEETS).pages) == len(calculators.names())
    by_page = [list(fields_of(page)) for page in read(WORKSHEETS).pages]
    fields = [one for page in by_page for one in page]
    assert all(by_page)
    assert {one["/FT"] for one in fields} == {"/Tx"}
    assert all(": " in one["/TU"] for one in fields)
    assert len({one["/T"] for one in fields}) == len(fields)


def fields_of(page: Any) -> Iterator[Any]:
    yield from (one.get_object() for one in page["/Annots"] if "/FT" in one.get_object())


def test_no_table_cell_runs_into_the_next() -> None:
    with opened(BOOK) as book:
        words = {str(word[4]) for page in book for word in page.get_text("words")}
    glued = [
        "".join((*left.split()[-1:], *right.split()[:1]))
        for row in re.findall(r"<tr.*?</tr>", made_of(BOOK).with_suffix(".html").read_text(), re.DOTALL)
        for left, right in pairwise(map(plain, re.findall(r"<t[dh].*?</t[dh]>", row, re.DOTALL)))
        if left and right
    ]
    assert len(glued) > 500
    assert [word for word in glued if word in words and not word.isdigit()] == []


def test_no_text_leaves_the_printable_area_or_overlaps_other_text() -> None:
    with opened(BOOK) as book:
        for number, page in enumerate(book, 1):
            runs = [run["bbox"] for run in page.get_texttrace() if spoken(run)]
            assert runs
            assert [run for run in runs if run[0] < LEFT - 1 or run[2] > page.rect.x1 - RIGHT + BLANK] == [], number
            ordered = sorted(runs, key=lambda run: (run[1], run[0]))
            pairs = ((one, other) for place, one in enumerate(ordered) for other in ordered[place + 1 : place + 40])
            assert [(one, other) for one, other in pairs if overlaps(one, other)] == [], number


MILLIMETRE = 72 / 25.4
LEFT = RIGHT = 18 * MILLIMETRE
TOP, BOTTOM = 17 * MILLIMETRE, 15 * MILLIMETRE
BLANK = 4
"""How far the space at the end of a line may go past the margin, in points."""


def spoken(run: Any) -> bool:
    """Whether a run of text contains a letter or digit, and not only spaces or a bullet."""
    return any(chr(letter[0]).isalnum() for letter in run["chars"])


def overlaps(one: Any, other: Any) -> bool:
    """Whether two runs of text are on the same line and overlap by more than 0.8 points."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return bool(across > 0.8 and down > min(one[3] - one[1], other[3] - other[1]) / 2)


def test_no_line_breaks_after_the_first_word_of_a_paragraph() -> None:
    heads = set(re.findall(r"<th[^>]*>(\w+) (\w+)", document_of(BOOK)))  # headings of narrow columns may break anywhere
    begun = set(re.findall(r"<(?:p|li|td)[^>]*>(\w+) (\w+)[^<]* <a", document_of(BOOK))) - heads
    assert len(begun) > 100
    lines = [line.split() or [""] for text in texts(BOOK) for line in text.split("\n")]
    assert [line for line, following in pairwise(lines) if len(line) == 1 and (line[0], following[0]) in begun] == []


def test_the_book_has_no_buttons_or_form_controls() -> None:
    assert set(re.findall(r"<(button|form|input|label|select|textarea)\b", document_of(BOOK))) == set()


def document_of(path: Path) -> str:
    """Return the HTML document that a PDF was made from."""
    return made_of(path).with_suffix(".html").read_text()


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html)).strip()


def made_of(path: Path) -> Path:
    """Return the path of the cached PDF with the same bytes. The HTML document it was made from is beside it."""
    return next(one for one in KEPT.glob("*.pdf") if one.read_bytes() == path.read_bytes())


@both
def test_a_pdf_made_again_is_identical_byte_for_byte(path: Path, tmp_path: Path) -> None:
    kept = made_of(path)
    day = date.fromisoformat((ROOT / "mkdocs.yml").read_text().partition("figures_as_at: ")[2][:10])
    again = tmp_path / "again.pdf"
    subprocess.run(
        [sys.executable, "-m", "macros.book.make_pdf"], text=True,
        input=f"{kept.with_suffix('.html')}\n{kept.with_suffix('.css')}\n{again}",
        cwd=ROOT, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(calendar.timegm(day.timetuple())), "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("library", ["pango-1.0", "harfbuzz-subset"])
def test_a_missing_pdf_library_gives_a_message_that_says_what_to_install(library: str) -> None:
    hidden = f"""
import cffi
from macros.book import make_pdf
found = cffi.FFI.dlopen
def here(self, name, *others):
    if {library!r} in name:
        raise OSError(name)
    return found(self, name, *others)
cffi.FFI.dlopen = here
try:
    make_pdf.load()
except make_pdf.CannotMakePdf as error:
    print(error)
"""
    told = subprocess.run([sys.executable, "-c", hidden], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == f"{make_pdf.PANGO}\n"
