"""Writes the service worker that keeps the guide in a browser if the reader asks, with the digest of every file."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.runtime.compile_and_zip import is_own_bundle

HERE = Path(__file__).parent
LEFT_OUT = {".br", ".gz", ".map", ".whl", ".xml", ".zip", ".zst"}
"""Suffixes of files that no page needs, except the runtime's `python.zip`."""
NOT_KEPT = {"embed", "schemas"}
"""Folders for other sites and for programs, which aren't kept."""
ICONS = {"icon-192.png": "any", "icon-512.png": "any", "icon-maskable-512.png": "maskable"}


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The files to keep, by the address they're served at, each with its size and digest."""

    release: str
    files: dict[str, tuple[int, str]]


def lay_manifest(site: Path, name: str, colours: Mapping[str, str]) -> None:
    """Write the manifest for a device that puts the guide on its home screen."""
    icons = [
        {"src": f"assets/icons/{file}", "sizes": _square(file), "type": "image/png", "purpose": purpose}
        for file, purpose in ICONS.items()
    ]
    manifest = {
        "name": name,
        "short_name": name.partition(",")[0],
        "lang": "en-GB",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": colours["ink"],
        "background_color": colours["paper"],
        "icons": icons,
    }
    (site / "manifest.webmanifest").write_text(json.dumps(manifest, indent=1))


def lay_worker(site: Path) -> Kept:
    """Write the service worker. The name of its release is a digest of the files."""
    files = {_address(site, path): _described(path) for path in _wanted(site)}
    release = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:12]
    known = json.dumps({"release": release, "files": files}, separators=(",", ":"), sort_keys=True)
    (site / "sw.js").write_text(f"const KEPT = {known};\n{(HERE / 'sw.js').read_text()}")
    return Kept(release=release, files=files)


def weight(site: Path) -> int:
    """The total size in bytes of the files that a browser keeps."""
    return sum(path.stat().st_size for path in _wanted(site))


def _wanted(site: Path) -> Iterator[Path]:
    unneeded = {site / "sw.js", site / "404.html"}
    for path in sorted(site.rglob("*")):
        needed = (path.suffix not in LEFT_OUT or path.name == "python.zip") and not is_own_bundle(path)
        if path.relative_to(site).parts[0] in NOT_KEPT or path.name == "SHA256SUMS.txt":
            continue
        if path.is_file() and needed and path not in unneeded:
            yield path


def _address(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix().removesuffix("index.html")


def _described(path: Path) -> tuple[int, str]:
    content = path.read_bytes()
    return len(content), base64.b64encode(hashlib.sha256(content).digest()).decode()


def _square(file: str) -> str:
    side = file.removesuffix(".png").rpartition("-")[2]
    return f"{side}x{side}"
