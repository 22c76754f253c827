"""The book and the worksheets as documents, made from the built pages."""

import calendar
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros import page_postprocessing
from macros.book import worksheets
from macros.book.book_assembly import Binding, Part, bound, document
from macros.book.cached_pdf import Document, PdfJob
from macros.book.markup_tree import markup
from macros.book.site_only import in_the_book
from macros.book.source_page import SourcePage
from macros.build_date import build_date

BOOK, WORKSHEETS = "guide.pdf", "worksheets.pdf"
NEEDED = {"glossary/", "map/", "rates/"}
BEGINNING = "Start here"
"""The title of the part with the pages that come first in the menu, outside any section."""


def pdf_job(config: MkDocsConfig) -> PdfJob:
    """A process that will make a PDF, dated by its figures."""
    return PdfJob(calendar.timegm(config.extra["figures_as_at"].timetuple()))


def is_wanted(nav: Navigation) -> bool:
    """Whether the site has the pages that every chapter links to."""
    return {page.url for page in nav.pages} >= NEEDED


def book(nav: Navigation, config: MkDocsConfig, files: Files) -> Document:
    """The book."""
    return _sheet(bound([*in_the_book(parts(nav, files))], _binding(config)), "book.css", config)


def sheets(nav: Navigation, config: MkDocsConfig, files: Files) -> Document:
    """The worksheets."""
    binding = _binding(config)
    drawn = worksheets.sheets((leaf for part in parts(nav, files) for leaf in part.leaves), binding.day)
    titled = f"{worksheets.TITLE}: {binding.title}"
    return _sheet(document(titled, binding, markup(drawn)), "worksheets.css", config)


def _sheet(markup: str, style: str, config: MkDocsConfig) -> Document:
    """A document in the site's light colours."""
    return Document(markup=markup, style=style, colours=config.extra["colours"]["light"])


def parts(nav: Navigation, files: Files) -> list[Part]:
    """The sections of the menu with their pages, after a part with the pages outside any section."""
    return [
        Part(title=BEGINNING, leaves=_leaves(nav.items, files)),
        *(Part(title=one.title, leaves=_leaves(one.children, files)) for one in _sections(nav.items)),
    ]


def _sections(items: Iterable[StructureItem]) -> Iterator[Section]:
    """The sections that contain pages, in order. A section of sections doesn't count."""
    for one in items:
        if isinstance(one, Section):
            if any(isinstance(child, Page) for child in one.children):
                yield one
            yield from _sections(one.children)


def _leaves(items: Iterable[StructureItem], files: Files) -> tuple[SourcePage, ...]:
    return tuple(_leaf(one, files) for one in items if isinstance(one, Page))


def _leaf(page: Page, files: Files) -> SourcePage:
    meta = page.meta
    return SourcePage(
        url="" if page.url in ("", "./") else page.url,
        content=str(meta["for_the_book"]),
        nations=str(meta.get("nations", "")),
        reviewed=meta.get("reviewed"),
        sources=tuple(meta.get("sources", ())),
        onward=page_postprocessing.onward(page, files),
    )


def _binding(config: MkDocsConfig) -> Binding:
    extra: Mapping[str, Any] = config.extra
    return Binding(
        title=config.site_name,
        description=config.site_description or "",
        promise=config.copyright or "",
        author=str(extra["responsible"]),
        day=extra["figures_as_at"],
        today=build_date(),
        address=config.site_url or "",
    )
