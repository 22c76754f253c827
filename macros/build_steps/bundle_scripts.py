"""Bundles our modules with esbuild, so that a page loads a few scripts and not one for each module."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros import script_imports

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "macros/theme"
MADE = ROOT / ".cache/scripts"
CALCULATOR = "assets/calculator.js"
WORKER = ("worker.js", "engine/start-python.js")
"""The worker, and the module that it loads by its address."""

_STAYS = re.compile(r"'assets/([\w-]+\.js)' \| url }}\" data-soft-navigation")


def make(assets: Path) -> list[str]:
    """Bundle every script that a page may load. Returns the addresses of all that `calculator.js` imports.

    Scripts that stay while soft navigation changes the page share their modules, as some have state. Any other script
    has a page to itself, so it includes all it needs and adds no global, not even on another website.
    """
    shutil.rmtree(MADE, ignore_errors=True)
    stay = {name for file in THEME.rglob("*.html") for name in _STAYS.findall(file.read_text())}
    others = {path.name for path in assets.glob("*.js")} - {*stay, *WORKER}
    _bundle(assets, others, "--format=iife")
    _bundle(assets, WORKER, "--format=esm")
    return _imported(_bundle(assets, stay, "--format=esm", "--splitting", "--chunk-names=shared/[hash]"), CALCULATOR)


def _bundle(assets: Path, names: Iterable[str], *options: str) -> dict[str, Any]:
    """Bundle the scripts of these names. Returns what esbuild says about each of the files made, by its address."""
    about = MADE / "about.json"
    command = [
        "node", str(ROOT / "node_modules/esbuild/bin/esbuild"), *(str(assets / name) for name in sorted(names)),
        f"--outdir={MADE / 'assets'}", f"--outbase={assets}", "--bundle", "--minify", "--target=es2022",
        "--charset=utf8", "--log-level=warning", f"--metafile={about}", *options,
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=True)
    made: dict[str, Any] = json.loads(about.read_text())["outputs"]
    about.unlink()
    return {_address(path): one for path, one in made.items()}


def _address(path: str) -> str:
    return (ROOT / path).relative_to(MADE).as_posix()


def _imported(made: Mapping[str, Any], entry: str) -> list[str]:
    """The addresses of all files that one imports, directly or indirectly, so a page can load them at once."""
    found = {entry: None}
    for address in (waiting := [entry]):
        imports = [_address(one["path"]) for one in made[address]["imports"] if one["kind"] == "import-statement"]
        fresh = [one for one in imports if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return list(found)[1:]


def lay(site: Path) -> None:
    """Put the bundles into the built site, in place of the modules."""
    for module in [*script_imports.ours(site)]:
        module.unlink()
    for folder in sorted((site / "assets").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
    shutil.copytree(MADE, site, dirs_exist_ok=True)
