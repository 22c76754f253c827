"""The built site: its pages, its scripts and its runtime."""

import json
from pathlib import Path

from macros import own_scripts
from tests import ROOT

SITE = ROOT / "site"
EMBEDS = sorted((SITE / "embed").rglob("*.html"))
PAGES = sorted({*SITE.rglob("*.html")} - {*EMBEDS})
SCRIPTS = list(own_scripts.ours(SITE))
(RUNTIME,) = (SITE / "assets/runtime").iterdir()
DEFERRED = RUNTIME / "pyodide.asm.deferred.wasm"
LOADED = sorted({*RUNTIME.iterdir()} - {DEFERRED, RUNTIME / "manifest.json"})
"""The files of the runtime that a calculator waits for: all but the deferred part."""

DOWNLOADED: dict[str, int] = json.loads((RUNTIME / "manifest.json").read_text())["bytes"]
"""The sizes in bytes of the large files, which the page downloads."""

NEEDS_DEFERRED = "ΑΣ"
"""An amount that needs the rest, for Python's rule about a last sigma, which no sample request of the build needs."""


def address(page: Path) -> str:
    """Return the path of a page on the site, without the leading slash."""
    return str(page.relative_to(SITE)).removesuffix("index.html")
