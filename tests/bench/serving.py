"""Serves the built site, and two pages that do the same calculation in plain Pyodide and in JavaScript."""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlencode
from zipfile import ZIP_DEFLATED, ZipFile

from calculators import __version__
from calculators.kernel.figures.reference import latest, table
from macros.serve import HOST, server

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OURS, PLAIN, JAVASCRIPT = "this page", "plain Pyodide", "JavaScript"
ABOUT = f"calculators-{__version__}.dist-info"


@contextmanager
def served(cache: Path, today: date) -> Iterator[tuple[Path, str, Mapping[str, str]]]:
    """Serve the pages from a temporary folder. Yields the folder, its root URL, and each page's path relative to it."""
    with TemporaryDirectory() as name, server(Path(name)) as running:
        paths = _lay_out(Path(name), cache, today)
        Thread(target=running.serve_forever, daemon=True).start()
        yield Path(name), f"http://{HOST}:{running.server_port}/", paths
        running.shutdown()


def _lay_out(folder: Path, cache: Path, today: date) -> dict[str, str]:
    for source in (ROOT / "site", HERE / "pages"):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    by_hand = folder / "javascript/index.html"
    by_hand.write_text(by_hand.read_text().replace("FIGURES", json.dumps(_figures(today))))
    wheels = _complete_plain(folder / "plain", cache)
    return {OURS: "calculators/court_costs/", PLAIN: f"plain/?{urlencode(wheels)}", JAVASCRIPT: "javascript/"}


def _figures(today: date) -> dict[str, object]:
    """The fees in force today and the latest chance of a defence, from our reference data, for the JavaScript page."""
    return {
        "issue_fee": _bands("england_wales.issue_fee", today),
        "hearing_fee": _bands("england_wales.small_claims_hearing_fee", today),
        "chance_of_defence": float(latest("england_wales.chance_of_defence").value),
    }


def _bands(name: str, today: date) -> list[dict[str, float]]:
    return [
        {part: float(known) for part in ("up_to", "fee", "percent") if (known := getattr(band, part)) is not None}
        for band in table(name).in_force(today).bands
    ]


def _complete_plain(folder: Path, cache: Path) -> dict[str, str]:
    """Put unmodified Pyodide and the wheels to install next to the plain page. Returns the wheels' file names."""
    (folder / "pyodide").symlink_to(ROOT / "node_modules/pyodide")
    wheels = {"wheel": _wheel(folder).name}
    for path in micropip(cache):
        shutil.copy(path, folder)
        wheels["micropip"] = path.name
    return wheels


def micropip(cache: Path) -> list[Path]:
    """Micropip's wheel, downloaded once because Pyodide's npm package lacks it. Empty if the download fails."""
    if not list(cache.glob("micropip-*.whl")):
        fetch = [sys.executable, "-m", "pip", "download", "-qq", "--retries=0", "--no-deps", "--require-hashes"]
        listed = f"--requirement={HERE / 'micropip-requirements.txt'}"
        subprocess.run([*fetch, listed], cwd=cache, stderr=subprocess.DEVNULL, check=False)
    return list(cache.glob("micropip-*.whl"))


def _wheel(folder: Path) -> Path:
    """The calculators as a wheel of Python sources."""
    wheel = folder / f"calculators-{__version__}-py3-none-any.whl"
    contents = dict(_contents())
    contents[f"{ABOUT}/RECORD"] = "".join(map(_recorded, contents, contents.values())).encode()
    with ZipFile(wheel, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return wheel


def _contents() -> Iterator[tuple[str, bytes]]:
    for path in sorted((ROOT / "calculators").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_bytes()
    yield f"{ABOUT}/METADATA", f"Metadata-Version: 2.1\nName: calculators\nVersion: {__version__}\n".encode()
    yield f"{ABOUT}/WHEEL", b"Wheel-Version: 1.0\nGenerator: bench\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def _recorded(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"
