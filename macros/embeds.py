"""Bare pages to show in a frame on somebody else's site: each calculator, and each checklist that its page offers.

They are made of what the full pages show, and are no pages of the guide: no search, menu or book knows them.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from calculators import load, names
from calculators.kernel.contract.calculator import page_of
from macros import contrast, links, policy

FOLDER = "embed"
ELEMENT = "unpaid-invoice"
"""The element that a host writes, and the first word of every message."""

_CALCULATOR = re.compile(r'<article class="calculator".*?</article>', re.DOTALL)
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_WORD = re.compile(r'<a\b[^>]*class="word"[^>]*>(.*?)</a>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_AWAY = re.compile(r"[a-z][a-z+.-]*:|//", re.IGNORECASE)


class CannotBeEmbedded(ValueError):
    """A page that offers what it has not, in a sentence that says so."""


@dataclass(frozen=True, kw_only=True)
class Embed:
    """One bare page: its name in the address, its words, and the address of the full page from the site's root."""

    name: str
    title: str
    description: str
    page: str
    content: str
    trail: str = ""
    calculates: bool = False

    @property
    def label(self) -> str:
        """Its title, with that of the page it comes from."""
        return f"{self.trail}: {self.title}" if self.trail else self.title


def builder(files: Files) -> str:
    """The form that makes the lines for a host's own page, with what they show beside it."""
    return (
        '<article class="builder" id="embed-builder" data-preview data-search-exclude>'
        f'<form class="questions" novalidate>{_tool(files)}{_answers()}{_scheme()}{_colours()}{_send()}</form>'
        '<section class="made" aria-labelledby="your-lines"><h2 id="your-lines">The lines for your page</h2>'
        f"{links.copied('embed-lines', 'Paste these where you want the box', 'Copy the lines', rows=7)}"
        '<h3>How it looks</h3><p class="note" id="embed-faint" hidden></p>'
        '<div class="preview" tabindex="0" role="region" aria-label="How it looks"></div>'
        '<p class="status" id="embed-heard" role="status"></p></section>'
        '<noscript><p class="note">Your browser does not run JavaScript here. '
        f'<a href="#without-our-script">A plain frame</a> works all the same.</p></noscript>{rules()}</article>'
    )


def rules() -> str:
    """How colours must stand out, for a script."""
    written = jinja2.utils.htmlsafe_json_dumps(contrast.RULES)
    return f'<script type="application/json" id="colour-rules">{written}</script>'


def _tool(files: Files) -> str:
    groups = (
        ("Calculators", [(name, load(name).TITLE, f"{page_of(load(name))}/") for name in names()]),
        ("Checklists", [(_name(file), str(meta["title"]), file.url) for file, meta in _with_checklists(files)]),
    )
    drawn = "".join(
        f'<optgroup label="{label}">'
        + "".join(f'<option value="{name}" data-page="{page}">{escape(title)}</option>' for name, title, page in found)
        + "</optgroup>"
        for label, found in groups
    )
    return _question("embed-tool", "What would you like to show?", "", f'<select id="embed-tool">{drawn}</select>')


def _answers() -> str:
    hint = "For a calculator. Paste a link from the link builder, if some answers are the same for all your clients."
    return _question("embed-answers", "Are some answers known?", hint, _text("embed-answers"))


def _scheme() -> str:
    options = {
        "": "As your page says", "light": "Always light", "dark": "Always dark",
        "device": "As the reader’s device asks",
    }  # fmt: skip
    drawn = "".join(f'<option value="{value}">{label}</option>' for value, label in options.items())
    return _question("embed-scheme", "Light or dark?", "", f'<select id="embed-scheme">{drawn}</select>')


def _colours() -> str:
    names = {"accent": "Buttons and links", "paper": "Background", "surface": "Boxes and sheets", "ink": "Text"}
    drawn = "".join(
        _question(f"embed-{name}{end}", f"{label}{words}", "", _text(f"embed-{name}{end}", attribute=f"{name}{end}"))
        for end, words in (("", ", in light colours"), ("-dark", ", in dark colours"))
        for name, label in names.items()
    )
    return (
        '<details class="more"><summary>Colours of your own</summary><fieldset class="group"><legend>Colours</legend>'
        '<p class="hint">Each as # and six digits, such as #005ea5. Leave empty what you do not want to change.</p>'
        f"{drawn}</fieldset></details>"
    )


def _send() -> str:
    return (
        '<fieldset class="question"><legend>May your page have the answer?</legend>'
        '<p class="hint">Only if the reader presses a button that says what is sent.</p>'
        '<label class="choice"><input type="checkbox" id="embed-send"> Show the button “Send to this page”</label>'
        "</fieldset>"
    )


def _text(name: str, attribute: str = "") -> str:
    marked = f' data-attribute="{attribute}"' if attribute else ""
    return (
        f'<input id="{name}" type="text" autocomplete="off" spellcheck="false"{marked} aria-describedby="{name}-hint">'
    )


def _question(name: str, label: str, hint: str, box: str) -> str:
    return (
        f'<div class="question"><label for="{name}">{label}</label>'
        f'<p class="hint" id="{name}-hint">{hint}</p>{box}</div>'
    )


def lay(config: MkDocsConfig, files: Files, theme: jinja2.Environment) -> None:
    """Write every bare page into the built site."""
    site = Path(config.site_dir)
    template = theme.get_template("embed.html")
    sheets = [
        *(f"assets/stylesheets/{path.name}" for path in sorted((site / "assets/stylesheets").glob("main.*.css"))),
        *map(str, config.extra_css),
    ]
    for one in every(files):
        drawn = template.render(config=config, base_url="../..", page=None, embed=one, sheets=sheets, rules=rules())
        place = site / FOLDER / one.name / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(policy.with_policy(drawn))


def every(files: Files) -> Iterator[Embed]:
    """All bare pages of a site whose full pages have been drawn."""
    for name in names():
        if files.get_file_from_path(f"{page_of(load(name))}.md"):
            yield _calculator(name, files)
    for file, meta in _with_checklists(files):
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
    """The section of a page that its front matter names, from its heading to the next."""
    section = rf'<h2 id="{re.escape(anchor)}">(.*?)</h2>(.*?)(?=<h2 |\Z)'
    found = re.search(section, page.content or "", re.DOTALL)
    if not found:
        raise CannotBeEmbedded(f"docs/{page.file.src_uri}: embed: there is no section #{anchor}")
    return Embed(
        name=_name(page.file),
        title=re.sub(r"<[^>]*>", "", _PERMALINK.sub("", found[1])).strip(),
        description=page.meta["description"],
        page=page.url,
        content=_moved(found[2], page),
        trail=str(page.title),
    )


def _with_checklists(files: Files) -> Iterator[tuple[File, Mapping[str, str]]]:
    """The pages that offer a checklist, each with its front matter, which is read here: most are not drawn yet."""
    read = ((file, get_data(file.content_string)[1]) for file in files.documentation_pages())
    yield from ((file, meta) for file, meta in read if "embed" in meta)


def _page(files: Files, source: str) -> Page:
    file = files.get_file_from_path(source)
    if file is None or file.page is None:
        raise CannotBeEmbedded(f"docs/{source}: there is no such page")
    return file.page


def _name(file: File) -> str:
    """The full page's own place, in one word."""
    return file.url.strip("/").replace("/", "-")


def _moved(html: str, page: Page) -> str:
    """The content with every link leading from the bare page to where it led before; words explained stand as text."""
    plain = _WORD.sub(r"\1", html)
    return _LINK.sub(lambda link: f"{link[1]}{_from_bare(link[2], page.url)}{link[3]}", plain)


def _from_bare(address: str, url: str) -> str:
    if _AWAY.match(address):
        return address
    path, mark, part = address.partition("#")
    target = posixpath.normpath(posixpath.join(url, path)) if path else url.rstrip("/")
    slash = "/" if not path or path.endswith("/") else ""
    return f"../../{target}{slash}{mark}{part}"
