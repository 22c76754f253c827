"""Changes to a rendered page: adds checklists, sources and the next page, and removes the marks of advice."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from calculators.kernel import Figure, add_months
from calculators.kernel.figures.reference import STALE_AFTER_MONTHS, Table, table
from calculators.kernel.output import citations

_MARK = re.compile(r"\s*<!-- (?:S\d-\d\d ?)+-->")
_FIGURE = re.compile(r'<i data-figure="[^"]*"></i>')
_TASK = re.compile(
    r'<li class="task-list-item">(?P<open><p>)?<input type="checkbox"\s*/?>\s*(?P<text>.*?)(?P<close></p>)?</li>', re.S
)
FORM = '<form class="questions"'
CALCULATOR_ENDS = "</article>"
_SECTION = re.compile(r"^(<h2 [^>]*>)(.*?)</h2>(.*?)(?=^<h2 |\Z)", re.DOTALL | re.MULTILINE)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_ONLY_EXAMPLE = re.compile(r'\s*<details class="example"(?!.*<details class="example")', re.DOTALL)


class CannotBeDrawn(ValueError):
    """A page's front matter is wrong. The message is a sentence that says how."""


def without_marks(content: str) -> str:
    """The content of a page without the marks that identify pieces of advice."""
    return _MARK.sub("", content)


def with_checklists(content: str) -> str:
    """The content of a page with task lists as checkboxes, each labelled by its text."""
    return _TASK.sub(
        lambda task: f'<li class="task"><label><input type="checkbox"><span>{task["text"]}</span></label></li>', content
    )


def with_folds(content: str) -> str:
    """A calculator's page with each section below the calculator folded under its heading."""
    before, end, below = content.partition(CALCULATOR_ENDS)
    return f"{before}{end}{_SECTION.sub(_folded, below)}" if end and FORM in before else content


def _folded(section: re.Match[str]) -> str:
    heading, words, inside = section.groups()
    if _ONLY_EXAMPLE.match(inside):
        inside = inside.replace("<details", "<details open", 1)
    title = f"{heading}{_PERMALINK.sub('', words)}</h2>"
    return f'<details class="section"><summary>{title}</summary>{inside}</details>'


def note_figure(page: Page, found: Figure) -> None:
    """Record that the page shows this figure, so its foot can give the source."""
    page.meta.setdefault("figures", {})[found.name] = found
    rests_on(page, [found.name])


def rests_on(page: Page, names: Iterable[str]) -> None:
    """Record that the page shows these figures or results worked out from them, for the notice that they may be old."""
    page.meta.setdefault("rests_on", set()).update(names)


def figures_until(page: Page, day: date) -> date | None:
    """The last day on which every figure on the page is recently checked and known, or None if it has no figures."""
    return min((_good_until(table(name), day) for name in page.meta.get("rests_on", ())), default=None)


def _good_until(found: Table, day: date) -> date:
    version = next((one for one in reversed(found.versions) if one.valid_from <= day), found.versions[0])
    checked = add_months(version.checked, STALE_AFTER_MONTHS)
    return min(checked, found.known_until) if found.known_until else checked


def shows(page: Page, name: str) -> bool:
    """Whether the page has shown this figure already."""
    return name in page.meta.get("figures", {})


def doubt(found: Figure, today: date) -> str:
    """Any doubt about a figure, for a sentence. A private price isn't in an official list, so only its age counts."""
    private = table(found.name).private and not found.stale(today)
    words = "" if private else citations.doubt(found, today)
    return f'<span class="doubt">{words}</span>' if words else ""


def mark(found: Figure | Table) -> str:
    """A mark that says which figure comes next, for the book. The site's pages leave it out."""
    return f'<i data-figure="{found.name}"></i>'


def without_figure_marks(content: str) -> str:
    """The content of a page without the marks of its figures."""
    return _FIGURE.sub("", content)


def sources(page: Page, today: date) -> list[Markup]:
    """The sources of a page, a line each: first those of its figures, then those in its front matter."""
    figures: Mapping[str, Figure] = page.meta.get("figures", {})
    named: list[Mapping[str, str]] = page.meta.get("sources", [])
    drawn = [Markup("{}, {}").format(one.label, Markup(_cited(one, today))) for one in figures.values()]
    return drawn + [Markup('<a href="{}">{}</a>').format(one["url"], one["title"]) for one in named]


def _cited(found: Figure, today: date) -> str:
    version = table(found.name).in_force(found.valid_from)
    return f"{citations.cite(version)}{citations.due_for_a_check(version, today)}"


def onward(page: Page, files: Files) -> dict[str, str] | None:
    """The next page: its address, title and reason. Raises CannotBeDrawn if there's no such page."""
    target = page.meta.get("next")
    if target is None:
        return None
    file = files.get_file_from_path(target)
    if file is None or file.page is None:
        raise CannotBeDrawn(f"docs/{page.file.src_uri}: next: there is no page {target}")
    title = str(file.page.title)
    return {"url": file.url_relative_to(page.file), "title": title, "why": page.meta.get("next_why", "")}


def address(page: str, values: Mapping[str, Any], here: Page) -> str:
    """The relative address of a calculator or letter, with answers in the fragment, which is never sent to a server."""
    fragment = f"#{urlencode(values)}" if values else ""
    return f"{get_relative_url(f'{page}/', here.url)}{fragment}"
