"""The built site: its pages, its scripts and its runtime."""

import json
from pathlib import Path

from macros import own_scripts
from macros.runtime import compile_and_zip
from macros.runtime.compile_and_zip import bundle_file
from tests import ROOT

SITE = ROOT / "site"
EMBEDS = sorted((SITE / "embed").rglob("*.html"))
PAGES = sorted({*SITE.rglob("*.html")} - {*EMBEDS})
SCRIPTS = list(own_scripts.ours(SITE))
(RUNTIME,) = (SITE / "assets/runtime").iterdir()
DEFERRED = RUNTIME / "pyodide.asm.deferred.wasm"
REST, OWN = (RUNTIME / bundle_file(name) for name in (compile_and_zip.REST, "court_costs"))
LOADED = sorted({*RUNTIME.iterdir()} - {DEFERRED, RUNTIME / "manifest.json", *RUNTIME.glob("*.bin")} | {OWN})
"""The files of the runtime that the cost of court waits for: not the deferred part, nor other calculators' modules."""

SIZES: dict[str, int] = json.loads((RUNTIME / "manifest.json").read_text())["bytes"]
"""The sizes in bytes of the large files and of the bundles of modules."""

DOWNLOADED = {file.name: SIZES[file.name] for file in LOADED if file.name in SIZES}
"""Those that the page of the cost of court downloads."""

NEEDS_DEFERRED = "ΑΣ"
"""An amount that needs the deferred part, for Python's rule about a last sigma, which no sample request of the build needs."""


def address(page: Path) -> str:
    """Return the path of a page on the site, without the leading slash."""
    return str(page.relative_to(SITE)).removesuffix("index.html")
