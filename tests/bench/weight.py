"""How many bytes a page takes over the network at best, remembered by their content."""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

WEIGH = Path(__file__).with_name("weigh.mjs")


def weights(addresses: Iterable[str], folder: Path, cache: Path) -> dict[str, int]:
    """The size of what a server of the folder gives for each address, compressed by brotli at its best."""
    files = {address: _file(folder, address) for address in addresses}
    digests = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files.values()}
    kept = cache / "brotli.json"
    known: dict[str, int] = json.loads(kept.read_text()) if kept.exists() else {}
    unknown = {digest: path for path, digest in digests.items() if digest not in known}
    known |= dict(zip(unknown, _weigh(unknown.values()), strict=True))
    kept.write_text(json.dumps(known, indent=1))
    return {address: known[digests[path]] for address, path in files.items()}


def _file(folder: Path, address: str) -> Path:
    path = folder / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def _weigh(paths: Iterable[Path]) -> list[int]:
    done = subprocess.run(["node", WEIGH, *paths], capture_output=True, text=True, check=True)
    sizes: list[int] = json.loads(done.stdout)
    return sizes
