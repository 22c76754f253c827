"""Runs the steps of a build: checks, the foot of each page, the runtime, the fonts and the content security policy.

Our own modules are imported inside the functions, so a live preview picks up their changes.
"""

import logging
import os
import re
import shutil
import sys
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from macros.runtime.cached_runtime import Runtime

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"
QR_CODES = ROOT / "node_modules/qrcode-generator/dist/qrcode.mjs"

_HEADING_OR_TABLE = re.compile(
    r"<h[1-6][^>]*>(?P<heading>.*?)</h[1-6]>|<div class=\"scroll\".*?</table>|<table>.*?</table>"
    r"|<div class=\"paragraph [a-z]+\">(?:<p>(?:(?!</p>).)*</p>)?<table>.*?</table>",
    re.DOTALL,
)
_previewing = False
_making: list[Future["Runtime"]] = []
_bundles: list[TemporaryDirectory[str]] = []


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Log only warnings, except in a live preview."""
    global _previewing
    _previewing = command == "serve"
    if not _previewing:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Bundle the scripts and apply the host's settings. In a live preview, first reload our modules."""
    if _previewing:
        for name in [name for name in sys.modules if re.match(r"(calculators|macros)(\.|$)", name)]:
            del sys.modules[name]
    from macros.build_steps import bundle_scripts, host_settings, service_brand

    _bundles[:] = [TemporaryDirectory()]
    try:
        config.extra["scripts"] = bundle_scripts.make(Path(config.docs_dir, "assets"), Path(_bundles[0].name))
        host_settings.settle(config)
        service_brand.settle(config)
    except (bundle_scripts.CannotBeBundled, service_brand.CannotBeServed) as error:
        raise PluginError(str(error)) from error
    if not (config.site_url or _previewing):
        sys.stdout.write(f"{host_settings.NO_ADDRESS}\n")


def on_pre_build(config: MkDocsConfig) -> None:
    """Check the sources of the pages, then start making the runtime in the background."""
    from macros.build_steps import publication_guards
    from macros.runtime import cached_runtime

    _refuse(publication_guards.source_faults(_from_here(config.docs_dir)))
    _making[:] = [ThreadPoolExecutor(1).submit(cached_runtime.make)]


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Add what Markdown can't: checklists, wide tables that scroll, and the phrases people search for."""
    from macros import page_postprocessing
    from macros.build_steps import glossary, service_brand, translated_pages

    html = translated_pages.drawn(html, page, config.extra["files"])
    page.meta["words"] = glossary.used(html)
    if searched := page.meta.get("searched_as"):
        page.meta["tags"] = searched
    html = service_brand.with_nations(html, config.extra["service"])
    html = page_postprocessing.with_checklists(page_postprocessing.without_marks(html))
    return _with_scrolling(_without_permalink_stops(html), str(page.title))


@event_priority(-200)
def on_page_context(context: dict[str, object], page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give the theme the foot of a page, and fold a calculator's page now that the search has read it."""
    from macros import page_postprocessing
    from macros.build_date import build_date

    try:
        context["onward"] = page_postprocessing.onward(page, config.extra["files"])
    except page_postprocessing.CannotBeDrawn as error:
        raise PluginError(str(error)) from error
    page.content = page_postprocessing.with_folds(page.content or "")
    context["page_sources"] = page_postprocessing.sources(page, build_date())
    context["figures_until"] = page_postprocessing.figures_until(page, config.extra["figures_as_at"])
    page.previous_page = page.next_page = None  # Firefox would prefetch the next page, which the policy blocks


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add generated pages and files, and keep the list of files for links in front matter."""
    from calculators import summary
    from macros.build_steps import host_settings, service_brand, translated_pages

    try:
        translated_pages.put(files, config)
    except translated_pages.CannotBeShown as error:
        raise PluginError(str(error)) from error
    service_brand.put(files, config)
    for file in host_settings.files(config):
        files.append(file)
    style = Path(summary.__file__).with_name("style.css").read_text()
    files.append(File.generated(config, "assets/styles/summary-sheet.css", content=style))
    config.extra["files"] = files


@event_priority(-200)
def on_env(env: jinja2.Environment, config: MkDocsConfig, **_: object) -> None:
    """Keep the theme for the pages rendered last, and wait for the runtime, as every page needs its addresses."""
    from macros.build_steps import service_brand
    from macros.runtime import cached_runtime

    service = env.globals["service"] = config.extra["service"]
    env.globals["samples"] = service_brand.samples(service.guide)
    config.extra["theme"] = env
    try:
        config.extra["runtime"] = _making[0].result().for_page
    except cached_runtime.CannotBeMade as error:
        raise PluginError(str(error)) from error


def _without_permalink_stops(html: str) -> str:
    """Hide headings' permalinks from the keyboard and from screen readers."""
    return html.replace('<a class="headerlink" ', '<a class="headerlink" tabindex="-1" aria-hidden="true" ')


def _with_scrolling(html: str, name: str) -> str:
    """Put each table in a region that scrolls by keyboard, named after the heading above it."""

    def wrap(match: re.Match[str]) -> str:
        nonlocal name
        if match["heading"]:
            name = re.sub(r"<[^>]*>|¶|&para;", "", match["heading"]).strip()
        if not match[0].startswith("<table"):
            return match[0]
        return f'<div class="scroll" tabindex="0" role="region" aria-label="Table: {name}">{match[0]}</div>'

    return _HEADING_OR_TABLE.sub(wrap, html)


def on_post_page(output: str, **_: object) -> str:
    """Add the content security policy, except in a live preview, as its reload script is inline."""
    from macros import content_policy

    return output if _previewing else content_policy.with_policy(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Add the policy to the 404 page. Leave out the sitemap if there's no address, as it would be empty."""
    if template_name == "sitemap.xml" and not config.site_url:
        return ""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def _lay_and_check(config: MkDocsConfig) -> None:
    """Copy fonts, scripts and the runtime into the site, then check the built site."""
    from macros.build_steps import (
        bundle_scripts,
        embed_pages,
        publication_guards,
        search_index,
        service_brand,
        vendor_scripts,
    )
    from macros.offline import zip_copy
    from macros.runtime import cached_runtime

    assets = Path(config.site_dir, "assets")
    bundle_scripts.lay(Path(_bundles[0].name), Path(config.site_dir))
    (assets / "vendor").mkdir(exist_ok=True)
    shutil.copy(QR_CODES, assets / "vendor")
    vendor_scripts.lay(assets / "vendor")
    service_brand.lay(config)
    shutil.rmtree(assets / "javascripts/lunr")  # languages other than English
    try:
        embed_pages.lay(config, config.extra["files"], config.extra["theme"])
    except embed_pages.CannotBeEmbedded as error:
        raise PluginError(str(error)) from error
    cached_runtime.build(assets / "runtime")
    search_index.lay(Path(config.site_dir))
    for worker in (assets / "javascripts/workers").glob("search.*.js"):
        worker.write_text(Path(__file__).with_name("search_ranking.js").read_text() + worker.read_text())
    for style in ("normal", "italic"):
        font = f"atkinson-hyperlegible-next-latin-wght-{style}.woff2"
        (assets / "fonts").mkdir(exist_ok=True)
        shutil.copy(FONTS / font, assets / "fonts" / font)
    if not _previewing:
        _refuse(publication_guards.site_faults(_from_here(config.site_dir)))
        config.extra["copy"] = zip_copy.drafted(Path(config.site_dir), config.site_name)


@event_priority(-200)
def _lay_copy(config: MkDocsConfig) -> None:
    """Write the offline copy once the book is in the site."""
    from macros.offline import write_offline_files
    from macros.release import branded_archive_files

    if not _previewing:
        site, service = Path(config.site_dir), config.extra["service"]
        write_offline_files.lay(site, service.name, config.extra["colours"]["light"], config.extra["copy"])
        branded_archive_files.lay(site)


on_post_build = CombinedEvent(_lay_and_check, _lay_copy)


def _from_here(folder: str) -> Path:
    return Path(os.path.relpath(folder))


def _refuse(faults: Iterable[object]) -> None:
    if sentences := [str(fault) for fault in faults]:
        raise PluginError("\n".join(sentences))
