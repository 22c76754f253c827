"""Bare pages to show in a frame on another site: each calculator, and each checklist that its page offers.

They're made from the content of the full pages, and aren't in the search, the menu or the book.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from calculators import load, names
from calculators.kernel.contract.calculator import page_of
from macros import content_policy
from macros.build_steps import colour_palette

FOLDER = "embed"
ELEMENT = "unpaid-invoice"
"""The element that a host adds to its page, and the first word of every message."""

_CALCULATOR = re.compile(r'<article class="calculator".*?</article>', re.DOTALL)
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_WORD = re.compile(r'<a\b[^>]*class="word"[^>]*>(.*?)</a>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_AWAY = re.compile(r"[a-z][a-z+.-]*:|//", re.IGNORECASE)


class CannotBeEmbedded(ValueError):
    """A page offers something that isn't there. The message is a sentence that says what."""


@dataclass(frozen=True, kw_only=True)
class Embed:
    """One bare page: its name in the address, its text, and the full page's address from the site's root."""

    name: str
    title: str
    description: str
    page: str
    content: str
    trail: str = ""
    calculates: bool = False

    @property
    def label(self) -> str:
        """Its title, after that of a checklist's page."""
        return f"{self.trail}: {self.title}" if self.trail else self.title


def lay(config: MkDocsConfig, files: Files, theme: jinja2.Environment) -> None:
    """Write every bare page into the built site."""
    site = Path(config.site_dir)
    template = theme.get_template("embed.html")
    sheets = [
        *(f"assets/stylesheets/{path.name}" for path in sorted((site / "assets/stylesheets").glob("main.*.css"))),
        *map(str, config.extra_css),
    ]
    for one in every(files):
        told = {"config": config, "base_url": "../..", "page": None, "embed": one, "sheets": sheets}
        drawn = template.render(told, rules=colour_rules())
        place = site / FOLDER / one.name / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content_policy.with_policy(drawn))


def colour_rules() -> str:
    """The colour rules as JSON in a `<script>`."""
    written = jinja2.utils.htmlsafe_json_dumps(colour_palette.RULES)
    return f'<script type="application/json" id="colour-rules">{written}</script>'


def every(files: Files) -> Iterator[Embed]:
    """All bare pages of a site, once its full pages have been rendered."""
    for name in names():
        if files.get_file_from_path(f"{page_of(load(name))}.md"):
            yield _calculator(name, files)
    for file, meta in with_checklists(files):
        yield _checklist(_page(files, file.src_uri), meta["embed"])


def _calculator(name: str, files: Files) -> Embed:
    module = load(name)
    page = _page(files, f"{page_of(module)}.md")
    found = _CALCULATOR.search(page.content or "")
    if not found:
        raise CannotBeEmbedded(f"docs/{page.file.src_uri}: there is no calculator on this page")
    return Embed(
        name=name,
        title=module.TITLE,
        description=page.meta["description"],
        page=page.url,
        content=_moved(found[0], page),
        calculates=True,
    )


def _checklist(page: Page, anchor: str) -> Embed:
    """The section that a page's front matter names, from its heading to the next."""
    section = rf'<h2 id="{re.escape(anchor)}">(.*?)</h2>(.*?)(?=<h2 |\Z)'
    found = re.search(section, page.content or "", re.DOTALL)
    if not found:
        raise CannotBeEmbedded(f"docs/{page.file.src_uri}: embed: there is no section #{anchor}")
    return Embed(
        name=name_of(page.file),
        title=re.sub(r"<[^>]*>", "", _PERMALINK.sub("", found[1])).strip(),
        description=page.meta["description"],
        page=page.url,
        content=_moved(found[2], page),
        trail=str(page.title),
    )


def with_checklists(files: Files) -> Iterator[tuple[File, Mapping[str, str]]]:
    """The pages that offer a checklist, with their front matter, read here as most pages aren't rendered yet."""
    read = ((file, get_data(file.content_string)[1]) for file in files.documentation_pages())
    yield from ((file, meta) for file, meta in read if "embed" in meta)


def _page(files: Files, source: str) -> Page:
    file = files.get_file_from_path(source)
    if file is None or file.page is None:
        raise CannotBeEmbedded(f"docs/{source}: there is no such page")
    return file.page


def name_of(file: File) -> str:
    """The full page's address as one word."""
    return file.url.strip("/").replace("/", "-")


def _moved(html: str, page: Page) -> str:
    """The content with every link adjusted for the bare page, and glossary words as plain text."""
    plain = _WORD.sub(r"\1", html)
    return _LINK.sub(lambda link: f"{link[1]}{_from_bare(link[2], page.url)}{link[3]}", plain)


def _from_bare(address: str, url: str) -> str:
    if _AWAY.match(address):
        return address
    path, mark, part = address.partition("#")
    target = posixpath.normpath(posixpath.join(url, path)) if path else url.rstrip("/")
    slash = "/" if not path or path.endswith("/") else ""
    return f"../../{target}{slash}{mark}{part}"
