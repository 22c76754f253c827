"""The release: its files, its headers behind nginx with the configuration it ships, and calculators that work there."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
import yaml
from playwright.sync_api import Browser, expect

from macros.release import compression, server_config
from macros.release.make_archive import FIXED_DAY, NAME, make
from tests import ROOT, made_once
from tests.browser.nginx import Hosted, serving
from tests.browser.reader import Reader
from tests.built.site_files import RUNTIME, SITE


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "release", make_archive) / f"{NAME}.zip"


def make_archive(folder: Path) -> None:
    make(SITE, folder, packed=["gz"])


@pytest.fixture(scope="module")
def unpacked(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(archive) as stored:
        stored.extractall(folder)
    return folder / NAME


@pytest.fixture(scope="module")
def hosted(unpacked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    with serving(unpacked, tmp_path_factory.mktemp("nginx")) as running:
        yield running


def test_the_same_site_makes_the_same_archive(archive: Path, tmp_path: Path) -> None:
    again = make(SITE, tmp_path, packed=["gz"])
    assert again.read_bytes() == archive.read_bytes()
    written = archive.with_name(f"{archive.name}.sha256").read_text().split()
    assert written == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]
    with zipfile.ZipFile(archive) as stored:
        assert {entry.date_time for entry in stored.infolist()} == {FIXED_DAY}
        assert stored.namelist() == sorted(stored.namelist())


def test_every_file_is_listed_with_its_correct_checksum(unpacked: Path) -> None:
    lines = (unpacked / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {path.relative_to(unpacked).as_posix(): path for path in unpacked.rglob("*") if path.is_file()}
    assert set(listed) == set(files) - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == digest for name, digest in listed.items())


def test_every_licence_is_included_in_full(unpacked: Path) -> None:
    beginnings = {
        "MIT.txt": "MIT License", "MPL-2.0.txt": "Mozilla Public License Version 2.0",
        "Python.txt": "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2", "OFL-1.1.txt": "SIL OPEN FONT LICENSE",
        "CC-BY-4.0.txt": "Attribution 4.0 International", "Material-MIT.txt": "Martin Donath",
        "docx-MIT.txt": "Dolan", "fflate-MIT.txt": "Arjun Barrett", "nanoid-MIT.txt": "Andrey Sitnik",
        "read-excel-file-MIT.txt": "catamphetamine", "write-excel-file-MIT.txt": "catamphetamine",
    }  # fmt: skip
    notice = (unpacked / "licences/NOTICE.txt").read_text()
    for name, words in beginnings.items():
        text = " ".join((unpacked / "licences" / name).read_text().split())
        assert words in text, name
        assert len(text) > 1000, name
        assert name in notice
    assert {path.name for path in (unpacked / "licences").iterdir()} == {*beginnings, "NOTICE.txt"}


def test_the_bill_of_materials_lists_what_is_shipped_and_the_build_tools(unpacked: Path) -> None:
    bill = json.loads((unpacked / "sbom.cdx.json").read_text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    found = {one["bom-ref"]: one for one in bill["components"]}
    pyodide = next(one for ref, one in found.items() if ref.startswith("pkg:npm/pyodide@"))
    assert pyodide["scope"] == "required"
    assert pyodide["hashes"][0]["alg"] == "SHA-512"
    assert next(one for ref, one in found.items() if ref.startswith("pkg:pypi/pytest@"))["scope"] == "excluded"
    page = found["file:site/index.html"]
    assert page["hashes"][0]["content"] == hashlib.sha256((unpacked / "site/index.html").read_bytes()).hexdigest()


# Served by nginx


def test_security_headers_are_sent(hosted: Hosted) -> None:
    for path in ("/", "/calculators/court_costs/", "/assets/worker.js", "/nothing/"):
        answer = hosted.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"), path
        assert policy.endswith("; frame-ancestors 'self'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "geolocation=()" in answer.headers["Permissions-Policy"]
    embedded = hosted.get("/embed/court_costs/").headers["Content-Security-Policy"]
    assert "frame-ancestors" not in embedded
    assert "default-src 'none'" in embedded


def test_only_files_that_never_change_are_cached_for_a_year(hosted: Hosted) -> None:
    for_ever = [f"/assets/runtime/{RUNTIME.name}/python.zip"]
    for_ever += [f"/{path.relative_to(SITE)}" for path in (SITE / "assets/javascripts").glob("bundle.*.min.js")]
    assert len(for_ever) == 2
    assert {hosted.get(path).headers["Cache-Control"] for path in for_ever} == {"public, max-age=31536000, immutable"}
    for path in ("/", "/assets/calculator.js", "/assets/styles/tokens.css", "/reference.json"):
        assert hosted.get(path).headers["Cache-Control"] == "no-cache", path


def test_every_file_type_has_a_content_type_and_is_sent_compressed(hosted: Hosted) -> None:
    kinds = {
        f"/assets/runtime/{RUNTIME.name}/pyodide.asm.wasm": "application/wasm",
        f"/assets/runtime/{RUNTIME.name}/modules-rest.bin": "application/octet-stream",
        f"/assets/runtime/{RUNTIME.name}/pyodide.mjs": "text/javascript; charset=utf-8",
        "/": "text/html; charset=utf-8",
        "/reference.json": "application/json; charset=utf-8",
        "/changes.xml": "application/xml; charset=utf-8",
    }
    for path, kind in kinds.items():
        answer = hosted.get(path, **{"Accept-Encoding": "gzip"})
        assert (answer.headers["Content-Type"], answer.headers["Content-Encoding"]) == (kind, "gzip"), path
        assert answer.headers["Vary"] == "Accept-Encoding", path
    suffixes = {path.suffix for path in SITE.rglob("*") if path.is_file()} - {".map", ".gz"}
    assert suffixes <= set(server_config.TYPES)


def test_a_missing_page_gets_our_404_page_and_hidden_files_are_not_sent(hosted: Hosted) -> None:
    answer = hosted.get("/nothing/")
    assert (answer.status, b"Page not found" in answer.content) == (404, True)
    assert [hosted.get(path).status for path in ("/.htaccess", "/_headers", "/.nojekyll")] == [404, 404, 404]


def test_a_calculator_works_under_the_policies_in_the_header_and_the_page(hosted: Hosted, browser: Browser) -> None:
    reader = Reader(browser, hosted)  # type: ignore[arg-type]
    reader.opens("")
    reader.page.locator(".tools").get_by_role("link", name="What it costs to go to court").click()
    reader.types({"amount_owed": "3000"})
    reader.presses()
    expect(reader.answer).to_be_focused()
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    reader.page.get_by_role("link", name="What mediation costs").first.click()
    expect(reader.headline).to_contain_text("Mediation would cost you")
    assert reader.faults() == []
    reader.context.close()


def test_apache_and_netlify_get_the_same_policy_in_their_own_formats(unpacked: Path, hosted: Hosted) -> None:
    policy = hosted.get("/").headers["Content-Security-Policy"]
    apache, netlify = ((unpacked / "site" / name).read_text() for name in (".htaccess", "_headers"))
    assert policy in apache
    assert f"/calculators/*\n  Content-Security-Policy: {policy}\n" in netlify
    embedded = hosted.get("/embed/court_costs/").headers["Content-Security-Policy"]
    assert f"/embed/*\n  Content-Security-Policy: {embedded}\n" in netlify
    assert (unpacked / "site/.nojekyll").read_bytes() == b""


def test_no_address_has_two_policies_and_the_file_is_within_cloudflares_limits(unpacked: Path) -> None:
    """Netlify uses the later of two policies; Cloudflare joins them, and reads 100 rules, 2,000 characters a line."""
    lines = (unpacked / "site/_headers").read_text().splitlines()
    where = [line for line in lines if line.startswith("/")]
    with_policy = {lines[number - 1] for number, line in enumerate(lines) if "Content-Security-Policy:" in line}
    assert with_policy == set(where) - {"/*", "/assets/runtime/*"}
    at_top = {path.name: path.is_dir() for path in (unpacked / "site").iterdir()}
    ours = {name for name in at_top if not name.startswith((".", "_")) and not name.endswith((".gz", ".br"))}
    assert with_policy == {"/", *(f"/{name}/*" if at_top[name] else f"/{name}" for name in ours)}
    assert (len(where) <= 100, max(map(len, lines)) <= 2000) == (True, True)


def test_the_container_has_the_nginx_configuration_tested_here(unpacked: Path) -> None:
    served, contained = ((unpacked / f"hosting/{name}.conf").read_text() for name in ("nginx", "container"))
    ours = served.replace("listen 80;", "listen 8080;").replace("server_name example.org;", "server_name _;")
    assert served != ours == contained
    lines = (unpacked / "hosting/Dockerfile").read_text().splitlines()
    copied = [line.split()[1:] for line in lines if line.startswith("COPY ")]
    assert copied == [["hosting/container.conf", "/etc/nginx/conf.d/default.conf"], ["site", "/var/www/get-paid/site"]]
    assert "root /var/www/get-paid/site;" in contained
    assert {"USER 101", "EXPOSE 8080"} <= set(lines)


def test_netlify_and_cloudflare_publish_the_site_folder(unpacked: Path) -> None:
    netlify = tomllib.loads((unpacked / "netlify.toml").read_text())
    commented = (unpacked / "wrangler.jsonc").read_text()
    cloudflare = json.loads("".join(line for line in commented.splitlines() if not line.startswith("//")))
    assert netlify["build"]["publish"] == cloudflare["pages_build_output_dir"] == "site"


def test_the_github_workflow_uses_only_pinned_actions_and_sets_the_address() -> None:
    (job,) = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text())["jobs"].values()
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)] == []
    run = {step["run"]: step.get("env", {}) for step in job["steps"] if "run" in step}
    assert run["make build"] == {"SITE_ADDRESS": "${{ steps.pages.outputs.base_url }}"}
    pango = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    assert pango in (ROOT / "Makefile").read_text()
    assert [command for command in run if command.endswith(pango)] != []
    assert "!ENV [SITE_ADDRESS," in (ROOT / "mkdocs.yml").read_text()


def test_files_are_compressed_with_brotli_and_gzip_without_loss() -> None:
    page = (SITE / "404.html").read_bytes()
    packed = compression.beside({"404.html": page, "a.png": page, "small.txt": b"small"})
    assert packed.keys() == {"404.html.br", "404.html.gz"}
    assert brotli.decompress(packed["404.html.br"]) == gzip.decompress(packed["404.html.gz"]) == page
    assert len(packed["404.html.br"]) < len(packed["404.html.gz"]) < len(page)


# The wheel


def test_the_wheel_alone_works_as_a_library_and_a_command(unpacked: Path, tmp_path: Path) -> None:
    (wheel,) = unpacked.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "empty"], check=True)
    python = tmp_path / "empty/bin/python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    install = [*pip, "install", "-qq", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)

    def run(*arguments: str, given: str = "") -> str:
        command = [str(python), "-I", *arguments]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, input=given)
        return told.stdout

    assert "court_costs" in run("-m", "calculators")
    request = '{"calculator": "court_costs", "values": {"amount_owed": "3000"}, "today": "2026-11-22"}'
    assert '"issue_fee":"115.00"' in run("-c", f"import calculators; print(calculators.respond('''{request}'''))")
    assert "£115" in run(
        "-m", "calculators", "figure", "england_wales.issue_fee", "--on", "2026-11-22", "--amount", "3000"
    )
    claim = '{"format": "unpaid-invoice-claim", "version": 1, "claim": {"amount_owed": "3000"}}'
    assert "@media print" in run("-m", "calculators", "summary", "--html", "-", given=claim)
    assert "py.typed" in {path.name for path in (tmp_path / "empty").rglob("calculators/*")}
