"""The built site: its pages, its scripts, its runtime and the compressed size of its files."""

import hashlib
import tomllib
from collections.abc import Iterable
from pathlib import Path

from macros import script_imports
from tests import ROOT
from tests.bench.weight import compressed

SITE = ROOT / "site"
KNOWN: dict[str, int] = tomllib.loads((ROOT / "tests/brotli.toml").read_text())

EMBEDS = sorted((SITE / "embed").rglob("*.html"))
PAGES = sorted({*SITE.rglob("*.html")} - {*EMBEDS})
SCRIPTS = list(script_imports.ours(SITE))
(RUNTIME,) = (SITE / "assets/runtime").iterdir()


def address(page: Path) -> str:
    """Return the path of a page on the site, without the leading slash."""
    return str(page.relative_to(SITE)).removesuffix("index.html")


def brotli(files: Iterable[Path]) -> int:
    """Return the total size in bytes of the files, each compressed at brotli's best."""
    return sum(_weight(file) for file in files)


def _weight(file: Path) -> int:
    known = KNOWN.get(hashlib.sha256(file.read_bytes()).hexdigest())
    return known or compressed(file, ROOT / ".cache").stat().st_size
