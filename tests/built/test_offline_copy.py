"""The zip file of the offline copy: complete, identical each time, and with correct checksums and size."""

import hashlib
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urldefrag

import pytest

from macros.offline import zip_copy
from tests.built.site_files import SITE

(ARCHIVE,) = (SITE / "offline").glob("*.zip")
NAME = "Get paid, keep the customer"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    with zipfile.ZipFile(ARCHIVE) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def test_the_same_site_makes_an_identical_zip_file(tmp_path: Path) -> None:
    found = {
        f"{ARCHIVE.stem}/{path}": content
        for path, content in zip_copy.files(SITE, zip_copy.drafted(SITE, NAME)).items()
    }
    zip_copy._write(tmp_path / "again.zip", dict(reversed(found.items())))
    assert (tmp_path / "again.zip").read_bytes() == ARCHIVE.read_bytes()


def test_checksums_inside_and_outside_the_zip_file_are_correct(files: dict[str, bytes]) -> None:
    sums = dict(line.split("  ", 1)[::-1] for line in files["SHA256SUMS.txt"].decode().splitlines())
    assert sums == {
        path: hashlib.sha256(content).hexdigest() for path, content in files.items() if path != "SHA256SUMS.txt"
    }
    digest = hashlib.sha256(ARCHIVE.read_bytes()).hexdigest()
    assert (SITE / "offline/SHA256SUMS.txt").read_text() == f"{digest}  {ARCHIVE.name}\n"
    page = (SITE / "print/index.html").read_text()
    assert digest in page
    assert f"Download the zip file, {-(-ARCHIVE.stat().st_size // 1_000_000)} MB" in page


def test_no_page_in_the_copy_needs_a_server(files: dict[str, bytes]) -> None:
    pages = {path: content.decode() for path, content in files.items() if path.endswith(".html")}
    assert len(pages) > 40
    for html in pages.values():
        assert 'type="module"' not in html
        assert "connect-src 'none'" in html or "default-src 'none'; script-src 'self'; style-src" in html
        for link in re.findall(r' href="([^"]*)"', html):
            assert ":" in link or not urldefrag(link).url.endswith("/")


def test_the_copy_has_every_runtime_file_that_a_page_lists(files: dict[str, bytes]) -> None:
    manifest = re.compile(r'id="calculator-runtime">([^<]*)<')
    listed = [json.loads(text) for html in files.values() for text in manifest.findall(html.decode(errors="ignore"))]
    assert len(listed) > 25
    names = {name for one in listed for name in one["bytes"]}
    assert names == {"pyodide.asm.wasm", "python.zip", "modules-rest.bin"}
    assert {f"guide/assets/carried/{name}.js" for name in names} <= files.keys()


def test_the_zip_file_is_under_10_mb() -> None:
    assert ARCHIVE.stat().st_size < 10_000_000
