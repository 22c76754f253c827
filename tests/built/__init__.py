"""The site as built: its pages, its runtime, and what its files weigh."""

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
    """Where a page is served, without the slash in front."""
    return str(page.relative_to(SITE)).removesuffix("index.html")


def brotli(files: Iterable[Path]) -> int:
    """The total size of these files, each compressed by brotli at its best."""
    return sum(_weight(file) for file in files)


def _weight(file: Path) -> int:
    known = KNOWN.get(hashlib.sha256(file.read_bytes()).hexdigest())
    return known or compressed(file, ROOT / ".cache").stat().st_size
