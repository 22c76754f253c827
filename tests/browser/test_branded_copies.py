"""A copy of the site under another name, either built from a settings file or made from the site in a browser."""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests import ROOT, made_once
from tests.browser.accessibility_checks import is_fit
from tests.browser.fault_server import Served
from tests.browser.nginx import serving
from tests.browser.reader import Reader
from tests.built import SITE

BRAND = ROOT / "tests/brand"
NEEDED = ("mkdocs.yml", "docs", "macros", "calculators")
ADDRESS = "https://harbour.example/owed/"
NAME = "Harbour &amp; Quay Advice"
SETTINGS: dict[str, Any] = yaml.safe_load((BRAND / "service.yml").read_text())["extra"]["service"]
GUIDE = "Get paid, keep the customer"
PART = re.compile(r"<!--brand ([a-z-]+)-->(.*?)<!--/brand-->", re.DOTALL)
ONLY_BUILT = re.compile(r"<li><a href=\"[^\"]*\">Help near you</a></li>|<p>We advise on customers in [^<]*</p>")
"""Parts that only a copy built from a settings file can have."""
COLOUR = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a service builds it: the project unchanged, with the service's own files beside it."""
    return made_once(tmp_path_factory, "service", build) / "site"


def build(folder: Path) -> None:
    for name in NEEDED:
        (folder / name).symlink_to(ROOT / name)
    for file in BRAND.iterdir():
        shutil.copy(file, folder)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "service.yml"]
    done = subprocess.run(mkdocs, cwd=folder, env=os.environ | {"PDF": "no"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def client(browser: Browser, copy: Path) -> Iterator[Reader]:
    with Served(copy) as served:
        reader = Reader(browser, served, reduced_motion="reduce")
        yield reader
        assert reader.faults() == []
        reader.context.close()


def test_every_page_and_embed_has_the_services_name_and_contact_box(copy: Path) -> None:
    pages = {page: page.read_text() for page in sorted(copy.rglob("*.html"))}
    assert [page for page, html in pages.items() if "Talk to Harbour &amp; Quay" not in html] == []
    assert [page for page, html in pages.items() if "tel:03000000000" not in html] == []
    frames = [html for page, html in pages.items() if page.is_relative_to(copy / "embed")]
    assert len(frames) > 8
    assert [html for html in frames if NAME not in html] == []
    full = {page: html for page, html in pages.items() if not page.is_relative_to(copy / "embed")}
    assert [page for page, html in full.items() if "Based on the guide “Get paid, keep the customer”" not in html] == []


def test_the_sitemap_robots_txt_and_404_page_use_the_services_address(copy: Path) -> None:
    sitemap = ElementTree.parse(copy / "sitemap.xml")
    listed = [place.text for place in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = [page for page in copy.rglob("index.html") if not page.is_relative_to(copy / "embed")]
    canonical = {f'<link rel="canonical" href="{address}">' for address in listed}
    assert len(listed) == len(pages) == len(canonical)
    assert [page for page in pages if not any(link in page.read_text() for link in canonical)] == []
    assert f"{ADDRESS}court/" in listed
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (copy / "robots.txt").read_text()
    assert 'href="/owed/assets/styles/site.css"' in (copy / "404.html").read_text()


def test_the_accessibility_statement_and_source_link_are_the_services_own(copy: Path) -> None:
    statement = (copy / "privacy-accessibility/index.html").read_text()
    assert '<a href="mailto:access@harbour.example">access@harbour.example</a>' in statement
    assert "<strong>partially compliant</strong>" in statement
    assert "we don’t claim" not in statement
    assert '<a href="https://git.harbour.example/guide">the project</a>' in (copy / "hosting/index.html").read_text()


def test_the_home_page_has_the_services_opening_logo_and_colours(client: Reader) -> None:
    client.opens("")
    expect(client.page.locator(".opening")).to_have_text(
        "Harbour & Quay Advice helps small firms around the harbour, free of charge."
    )
    expect(client.page.locator(".wordmark img")).to_have_js_property("complete", True)
    assert client.page.locator(".wordmark img").evaluate("logo => logo.naturalWidth > 0")
    assert client.page.evaluate(COLOUR, "--accent") == "light-dark(#7a1f5c, #f2b8dc)"
    expect(client.page.locator("body")).to_have_css("background-color", "rgb(244, 247, 246)")
    expect(client.page.locator('[name="theme-color"]').first).to_have_attribute("content", "#f4f7f6")
    client.page.locator(".contact").get_by_role("link", name="Help near you").click()
    expect(client.page.get_by_role("heading", level=1)).to_contain_text("Help near you")


def test_a_form_offers_only_the_services_nations_but_a_link_may_use_another(client: Reader) -> None:
    client.opens("calculators/court_costs/")
    expect(client.question("nation").locator(".choice:visible")).to_have_text(["Scotland", "Northern Ireland"])
    expect(client.question("nation").locator("[value=scotland]")).to_be_checked()
    client.types({"amount_owed": "3000"})
    expect(client.headline).to_have_text(
        "To claim £3,000 you pay £127 to start. If our own guesses are right, going to court is likely to bring in "
        "more than it costs."
    )
    client.opens("calculators/deadlines/")
    client.opens("calculators/court_costs/#nation=england_wales&amount_owed=3000")
    expect(client.question("nation").locator(".choice:visible")).to_have_count(3)
    expect(client.headline).to_contain_text("To claim £3,000 you pay £115 to start")


def test_pages_are_accessible_in_the_services_colours(client: Reader) -> None:
    for path in ("", "calculators/court_costs/"):
        client.opens(path)
        is_fit(client)


# Copies made in a browser


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Path:
    """What an adviser gets from the branding page: both archives, unpacked, and the settings file."""
    folder = tmp_path_factory.mktemp("made")
    with Served(SITE) as served:
        adviser = Reader(browser, served)
        adviser.opens("advisers/brand/")
        fill_in(adviser)
        for name, ending in (("Download the website", "site"), ("Download the offline copy", "offline")):
            with adviser.page.expect_download() as downloading:
                adviser.page.get_by_role("button", name=name).click()
            assert downloading.value.suggested_filename == f"harbour-quay-advice-{ending}.zip"
            downloading.value.save_as(folder / f"{ending}.zip")
            expect(adviser.page.locator("#brand-status")).to_contain_text("Saved as harbour-quay-advice")
            with zipfile.ZipFile(folder / f"{ending}.zip") as stored:
                stored.extractall(folder / ending)
        (folder / "service.yml").write_text(adviser.page.get_by_label("Settings file, service.yml").input_value())
        assert adviser.faults() == []
        adviser.context.close()
    return folder


def fill_in(adviser: Reader) -> None:
    page = adviser.page
    given = {"name": SETTINGS["name"], "opening": SETTINGS["opening"]}
    given |= {f"contact-{name}": words for name, words in SETTINGS["contact"].items()}
    for name, words in given.items():
        page.locator(f"#brand-{name}").fill(words)
    page.get_by_text("Your own colours").click()
    page.locator("#brand-accent").fill("#ffb000")
    expect(page.locator("#brand-faint")).to_contain_text("accent on paper has a contrast of 1.68. It needs 4.5")
    page.get_by_role("button", name="Download the website").click()
    expect(page.locator("#brand-status")).to_have_text("Correct what’s marked on the form first.")
    for name, pair in SETTINGS["colours"].items():
        for scheme, colour in pair.items():
            page.locator(f"#brand-{name}{'' if scheme == 'light' else '-dark'}").fill(colour)
    expect(page.locator("#brand-faint")).to_be_hidden()
    logo = page.locator("#brand-logo")
    scripted = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    linked = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/a.png"/></svg>'
    for content, fault in (
        (scripted, "contains a script"), (linked, "loads something from another file"), (b"GIF89a", "an SVG or a PNG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100_000), "over 100 KB"),
    ):  # fmt: skip
        logo.set_input_files({"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": content})
        expect(page.locator("#brand-logo-error")).to_contain_text(fault)
    logo.set_input_files(BRAND / "logo.svg")
    expect(page.locator("#brand-logo-error")).to_be_hidden()
    preview = page.frame_locator("iframe.preview")
    expect(preview.locator(".opening")).to_have_text(SETTINGS["opening"])
    expect(preview.locator(".wordmark")).to_have_text("Harbour & Quay Advice")
    expect(preview.locator(".wordmark img")).to_have_js_property("complete", True)
    expect(preview.locator("body")).to_have_css("background-color", "rgb(244, 247, 246)")


def parts(html: str) -> list[tuple[str, str]]:
    """Return the parts of a page that depend on the service, each with its name."""
    return [(name, " ".join(ONLY_BUILT.sub("", part).split())) for name, part in PART.findall(html)]


def neutral(html: str, name: str) -> str:
    """Return a page without anything that depends on the service or on the checksum of its offline copy."""
    html = PART.sub(r"\1", html).replace(f"{name}</title>", "</title>").replace(f'aria-label="{name}: home"', "")
    html = re.sub(r'(<meta name="theme-color"[^>]*content=")#[0-9a-f]{6}', r"\1", html)
    return re.sub(r"offline/[a-z-]+\.zip|<code>[0-9a-f]{64}</code>|zip file, \d+ MB", "", html)


def test_a_copy_made_in_a_browser_matches_the_built_copy(made: Path, copy: Path) -> None:
    (root,) = (made / "site").iterdir()
    site = root / "site"
    pages = {path.relative_to(site): path.read_text() for path in sorted(site.rglob("*.html"))}
    assert set(pages) == {path.relative_to(SITE) for path in SITE.rglob("*.html")}
    for path, html in pages.items():
        built = (copy / path).read_text().replace('="/owed/', '="/')  # links on the 404 page start with the site's path
        assert parts(html) == parts(built), path
        title, theme = re.compile("<title>.*</title>"), re.compile('<meta name="theme-color".*>')
        assert title.findall(html) == title.findall(built), path
        assert theme.findall(html) == theme.findall(built), path
        assert neutral(html, NAME) == neutral((SITE / path).read_text(), GUIDE), path
    tokens = "assets/styles/tokens.css"
    assert (site / tokens).read_text() == (copy / tokens).read_text()
    manifests = [json.loads((folder / "manifest.webmanifest").read_text()) for folder in (site, copy)]
    assert manifests[0] == manifests[1]
    assert (site / "assets/brand.svg").read_bytes() == (BRAND / "logo.svg").read_bytes()
    settings = yaml.safe_load((made / "service.yml").read_text())["extra"]["service"]
    assert settings == {name: given for name, given in SETTINGS.items() if name not in ("local_page", "nations")}


def test_a_copy_made_in_a_browser_has_correct_checksums_and_file_lists(made: Path) -> None:
    (root,) = (made / "site").iterdir()
    site = root / "site"
    (offline,) = (made / "offline").iterdir()
    for folder, sums in ((root, "SHA256SUMS"), (offline, "SHA256SUMS.txt"), (site / "offline", "SHA256SUMS.txt")):
        listed = dict(line.split("  ", 1)[::-1] for line in (folder / sums).read_text().splitlines())
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        assert set(listed) == {
            name for name in files if name != sums and not (folder.name == "offline" and "gz" in name)
        }
        assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == digest for name, digest in listed.items())
    kept = json.loads((site / "sw.js").read_text().partition(";\n")[0].removeprefix("const KEPT = "))
    with zipfile.ZipFile(site / "hosting/files.zip") as stored:
        whole = json.loads(stored.read("files.json"))
    assert kept["release"] not in (SITE / "sw.js").read_text()
    assert {"assets/brand.svg", "", "assets/styles/tokens.css"} <= set(kept["files"])
    for address, (size, digest) in [*kept["files"].items(), *whole["files"].items()]:
        path = site / address
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        assert (size, digest) == (len(content), base64.b64encode(hashlib.sha256(content).digest()).decode()), address
    assert (site / "offline/harbour-quay-advice.zip").read_bytes() == (made / "offline.zip").read_bytes()
    assert "Harbour &amp; Quay Advice" in (offline / "Open the guide.html").read_text()
    assert {path.name for path in site.glob(".*")} == {".htaccess", ".nojekyll"}


def test_a_copy_made_in_a_browser_works_behind_nginx_in_the_services_colours(
    made: Path, browser: Browser, tmp_path: Path
) -> None:
    (root,) = (made / "site").iterdir()
    with serving(root, tmp_path) as hosted:
        wasm = next((root / "site/assets/runtime").rglob("*.wasm")).relative_to(root / "site")
        assert hosted.get(f"/{wasm}", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
        client = Reader(browser, hosted)  # type: ignore[arg-type]
        client.opens("calculators/court_costs/#amount_owed=3000")
        expect(client.headline).to_contain_text("To claim £3,000 you pay £115")
        expect(client.page.locator(".wordmark")).to_have_text("Harbour & Quay Advice")
        assert client.page.evaluate(COLOUR, "--accent") == "light-dark(#7a1f5c, #f2b8dc)"
        assert client.faults() == []
        client.context.close()
