"""Makes the PDFs during a build: starts them once all pages are rendered, and copies them into the site at the end.

Our own modules are imported inside the functions, so a live preview picks up their changes.
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from macros.book.cached_pdf import PdfJob

FORM = re.compile(r'<form class="questions".*?</form>', re.DOTALL)
_without_pdfs = False
_navigation: list[Navigation] = []
_jobs: dict[str, "PdfJob"] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether to leave out the PDFs: in a live preview, and if the environment says PDF=no."""
    global _without_pdfs
    _without_pdfs = command == "serve" or os.environ.get("PDF") == "no"


def on_nav(nav: Navigation, **_: object) -> None:
    """Keep the menu, for the order of the pages."""
    _navigation[:] = [nav]


@event_priority(-100)
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Keep a copy of the page for the book, without forms. Remove the figure marks, which only the book uses."""
    from macros import page_postprocessing

    page.meta["for_the_book"] = FORM.sub("", html)
    return page_postprocessing.without_figure_marks(html)


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Start the book while the pages are still being written."""
    from macros.book import book_and_worksheets

    _jobs.clear()
    if not _without_pdfs and book_and_worksheets.is_wanted(_navigation[0]):
        _jobs[book_and_worksheets.BOOK] = book_and_worksheets.pdf_job(config)
        _jobs[book_and_worksheets.BOOK].take(book_and_worksheets.book(_navigation[0], config, files))


@event_priority(100)
def _press_worksheets(config: MkDocsConfig) -> None:
    """Start the worksheets once the pages are written, as until then every processor is busy."""
    from macros.book import book_and_worksheets

    if _jobs:
        sheets = book_and_worksheets.sheets(_navigation[0], config, config.extra["files"])
        _jobs[book_and_worksheets.WORKSHEETS] = book_and_worksheets.pdf_job(config).take(sheets)


@event_priority(-150)
def _lay(config: MkDocsConfig) -> None:
    """Copy the PDFs into the site."""
    from macros.book.cached_pdf import CannotMakePdf

    for name, job in _jobs.items():
        try:
            job.lay(Path(config.site_dir, name))
        except CannotMakePdf as error:
            raise PluginError(f"{name}: {error}") from error


on_post_build = CombinedEvent(_press_worksheets, _lay)
