"""The runtime that a browser loads to run the calculators. The build makes it, and caches it until a source changes."""

import hashlib
import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.translations import catalogues

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
CALCULATORS = ROOT / "calculators"
PYODIDE = ROOT / "node_modules/pyodide"
PACKAGES = ROOT / "package-lock.json"
KEPT, KEPT_PYODIDE = ROOT / ".cache/python", ROOT / ".cache/pyodide"


class CannotBeMade(Exception):
    """The runtime can't be made. The message is a sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class Runtime:
    """A folder of files, named by a digest of their content, so an address always serves the same content."""

    folder: Path
    files: Mapping[str, int]
    lock: Mapping[str, str]

    @property
    def version(self) -> str:
        """The name of the folder."""
        return self.folder.name

    @property
    def for_page(self) -> dict[str, object]:
        """The manifest for a page's scripts. Its address is relative to the root of the site."""
        return {"runtime": f"assets/runtime/{self.version}/", "bytes": dict(self.files), "lock": dict(self.lock)}


def build(destination: Path) -> Runtime:
    """Copy the runtime into `destination`, in a folder named after its version."""
    runtime = make()
    shutil.copytree(runtime.folder, destination / runtime.version, dirs_exist_ok=True)
    return runtime


def make() -> Runtime:
    """The cached runtime, or a new one if a source has changed. Raises CannotBeMade."""
    languages = json.dumps(catalogues.lay())
    kept = KEPT / _digest(_sources(), salt=version("pyodide-build") + languages)
    if not kept.is_dir():
        _keep(kept)
    (folder,) = kept.iterdir()
    manifest = json.loads((folder / "manifest.json").read_text())
    return Runtime(folder=folder, files=manifest["bytes"], lock=manifest["lock"])


def _sources() -> Iterable[Path]:
    yield from (ROOT / "docs/assets/engine/start-python.js", PACKAGES, Path(catalogues.__file__).resolve())
    for folder in (HERE, PYODIDE, CALCULATORS):
        yield from (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _digest(paths: Iterable[Path], salt: str = "") -> str:
    """A short digest of the names and content of files."""
    digest = hashlib.sha256(salt.encode())
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)} ".encode() + content)
    return digest.hexdigest()[:12]


def _keep(kept: Path) -> None:
    """Make the runtime, and cache it in place of any earlier one."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=KEPT.parent) as drafts, ThreadPoolExecutor(1) as beside:
        pyodide = beside.submit(_smaller_pyodide)
        folder = Path(drafts, kept.name, "draft")
        folder.mkdir(parents=True)
        _run(sys.executable, "-m", "macros.runtime.prepare_archives", drafts)
        shutil.copytree(pyodide.result(), folder, dirs_exist_ok=True)
        _run("node", HERE / "build-runtime.mjs", PYODIDE, sysconfig.get_path("purelib"), CALCULATORS, drafts, folder)
        folder.rename(folder.with_name(_digest(folder.iterdir())))
        _replace(kept, folder.parent)


def _smaller_pyodide() -> Path:
    """Pyodide without what only packages need, cached until Pyodide or our scripts change."""
    shrink = HERE / "shrink-pyodide.mjs"
    kept = KEPT_PYODIDE / _digest([shrink, HERE / "split-wasm.mjs", PACKAGES, PYODIDE / "package.json"])
    if not kept.is_dir():
        KEPT_PYODIDE.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=KEPT.parent) as drafts:
            folder = Path(drafts, "draft")
            folder.mkdir()
            _run("node", shrink, PYODIDE, folder)
            _replace(kept, folder)
    return kept


def _replace(kept: Path, made: Path) -> None:
    """Move what was made into the cache, in place of anything there."""
    for earlier in kept.parent.iterdir():
        shutil.rmtree(earlier)
    made.rename(kept)


def _run(*command: str | Path) -> None:
    """Run a command at low priority, as the book takes longer and shouldn't have to wait. Raises CannotBeMade."""
    done = subprocess.run(["nice", *command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise CannotBeMade(done.stderr.strip().splitlines()[-1])
