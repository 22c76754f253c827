"""A copy of the site under another name, made from the site in a browser, and compared with the built copy."""

import base64
import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.branded_copy import BRAND, COLOUR, NAME, SETTINGS
from tests.browser.fault_server import Served
from tests.browser.nginx import serving
from tests.browser.reader import Reader
from tests.built.site_files import SITE

GUIDE = "Get paid, keep the customer"
PART = re.compile(r"<!--brand ([a-z-]+)-->(.*?)<!--/brand-->", re.DOTALL)
ONLY_BUILT = re.compile(r"<li><a href=\"[^\"]*\">Help near you</a></li>|<p>We advise on customers in [^<]*</p>")
"""Parts that only a copy built from a settings file can have."""


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


def test_the_page_gives_the_sizes_of_the_downloads_to_within_a_megabyte(made: Path) -> None:
    page = (SITE / "advisers/brand/index.html").read_text()
    told = [int(size) for size in re.findall(r"<td>About (\d+) MB\.", page)]
    sizes = [(made / f"{ending}.zip").stat().st_size / 1e6 for ending in ("site", "offline")]
    assert len(told) == 2
    assert [(size, found) for size, found in zip(told, sizes, strict=True) if abs(size - found) > 1] == []


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
