"""Bundles our modules with esbuild, so that a page loads a few scripts and not one for each module."""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import copytree
from tempfile import NamedTemporaryFile

from macros import own_scripts

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "macros/theme"
CALCULATOR = "assets/calculator.js"
WORKER = ("worker.js", "engine/start-python.js")
"""The worker, and the module that it loads by its address."""

_STAYS = re.compile(r"'assets/([\w-]+\.js)' \| url }}\"[^>]*data-soft-navigation")


class CannotBeBundled(Exception):
    """The scripts can't be bundled. The message is what esbuild says."""


def make(assets: Path, folder: Path) -> list[str]:
    """Bundle every script that a page may load. Returns the addresses of all that `calculator.js` imports.

    Scripts that stay while soft navigation changes the page share their modules, as some have state. Any other script
    includes all it needs and adds no global, not even on another website. Raises CannotBeBundled.
    """
    stay = {name for file in THEME.rglob("*.html") for name in _STAYS.findall(file.read_text())}
    others = {path.name for path in assets.glob("*.js")} - {*stay, *WORKER}
    _bundle(assets, others, folder, "--format=iife")
    _bundle(assets, WORKER, folder, "--format=esm")
    made = _bundle(assets, stay, folder, "--format=esm", "--splitting", "--chunk-names=shared/[hash]")
    return _imported(made, CALCULATOR)


def _bundle(assets: Path, names: Iterable[str], folder: Path, *options: str) -> dict[str, list[str]]:
    """Bundle the scripts of these names. Returns the addresses that each of the files made imports at once."""
    with NamedTemporaryFile(suffix=".json") as about:
        command = [
            "node", str(ROOT / "node_modules/esbuild/bin/esbuild"), *(str(assets / name) for name in sorted(names)),
            f"--outdir={folder / 'assets'}", f"--outbase={assets}", "--bundle", "--minify", "--target=es2022",
            "--charset=utf8", "--log-level=warning", f"--metafile={about.name}", *options,
        ]  # fmt: skip
        # the names of shared files depend on where it runs
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            raise CannotBeBundled(done.stderr.partition("\nnode:")[0].strip())
        made = json.loads(Path(about.name).read_text())["outputs"]
    return {
        _address(path, folder): [
            _address(one["path"], folder) for one in told["imports"] if one["kind"] == "import-statement"
        ]
        for path, told in made.items()
    }


def _address(path: str, folder: Path) -> str:
    return (ROOT / path).resolve().relative_to(folder.resolve()).as_posix()


def _imported(made: Mapping[str, Iterable[str]], entry: str) -> list[str]:
    """The addresses of all files that one imports, directly or indirectly, so a page can load them at once."""
    found = {entry: None}
    for address in (waiting := [entry]):
        fresh = [one for one in made[address] if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return list(found)[1:]


def lay(folder: Path, site: Path) -> None:
    """Put the bundles in the folder into the built site, in place of the modules."""
    for module in [*own_scripts.ours(site)]:
        module.unlink()
    for empty in sorted((site / "assets").rglob("*"), reverse=True):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()
    copytree(folder, site, dirs_exist_ok=True)
