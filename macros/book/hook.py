"""When the book is made: once all pages are drawn it goes to press, and it is laid beside them at the end.

Modules of ours are imported late, so that a live preview sees them change.
"""

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
    from macros.book.pdf_file import Pressing

FORM = re.compile(r'<form class="questions".*?</form>', re.DOTALL)
_previewing = False
_navigation: list[Navigation] = []
_pressing: dict[str, "Pressing"] = {}


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Make no book while someone watches a live preview."""
    global _previewing
    _previewing = command == "serve"


def on_nav(nav: Navigation, **_: object) -> None:
    """Keep the order of the pages."""
    _navigation[:] = [nav]


@event_priority(-100)
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Keep the page for the book, without its form, and with the marks of its figures, which the site does without."""
    from macros import page_content

    page.meta["for_the_book"] = FORM.sub("", html)
    return page_content.without_figure_marks(html)


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Send the book to press, while the pages are still being written."""
    from macros import book

    _pressing.clear()
    if not _previewing and book.is_wanted(_navigation[0]):
        _pressing[book.BOOK] = book.pressing(config)
        _pressing[book.BOOK].take(book.book(_navigation[0], config, files))


@event_priority(100)
def _press_worksheets(config: MkDocsConfig) -> None:
    """Send the worksheets to press too, once the pages are written: before that all processors are busy."""
    from macros import book

    if _pressing:
        sheets = book.sheets(_navigation[0], config, config.extra["files"])
        _pressing[book.WORKSHEETS] = book.pressing(config).take(sheets)


@event_priority(-150)
def _lay(config: MkDocsConfig) -> None:
    """Lay the files beside the pages."""
    from macros.book.pdf_file import CannotBePressed

    for name, pressing in _pressing.items():
        try:
            pressing.lay(Path(config.site_dir, name))
        except CannotBePressed as error:
            raise PluginError(f"{name}: {error}") from error


on_post_build = CombinedEvent(_press_worksheets, _lay)
