"""The site as built: its pages, its runtime, and what its files weigh."""

import hashlib
import json
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path

from macros import script_imports
from tests import ROOT

SITE = ROOT / "site"
WEIGHED = ROOT / ".cache/brotli"
KNOWN: dict[str, int] = tomllib.loads((ROOT / "tests/brotli.toml").read_text())

EMBEDS = sorted((SITE / "embed").rglob("*.html"))
PAGES = sorted({*SITE.rglob("*.html")} - {*EMBEDS})
SCRIPTS = list(script_imports.ours(SITE))
(RUNTIME,) = (SITE / "assets/runtime").iterdir()


def address(page: Path) -> str:
    """Where a page is served, without the slash in front."""
    return str(page.relative_to(SITE)).removesuffix("index.html")


def brotli(files: Iterable[Path]) -> int:
    """The bytes of these files after brotli at its best; kept by content, for it takes a minute to count them."""
    digests = {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    known = sum(KNOWN.get(digest, 0) for digest in digests.values())
    kept = {file: WEIGHED / digest for file, digest in digests.items() if digest not in KNOWN}
    if unknown := [file for file in kept if not kept[file].exists()]:
        WEIGHED.mkdir(parents=True, exist_ok=True)
        weigh = ["node", str(ROOT / "tests/bench/weigh.mjs"), *map(str, unknown)]
        weighed = json.loads(subprocess.run(weigh, capture_output=True, text=True, check=True).stdout)
        for file, weight in zip(unknown, weighed, strict=True):
            kept[file].write_text(str(weight))
    return known + sum(int(path.read_text()) for path in kept.values())
