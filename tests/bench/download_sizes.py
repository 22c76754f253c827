"""How many bytes a page downloads, compressed as well as Brotli can. Compressed files are cached by content hash."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]


def download_sizes(addresses: Iterable[str], folder: Path, cache: Path) -> dict[str, int]:
    """The size in bytes of the folder's file for each URL, at Brotli's highest compression level."""
    return {address: compressed(file_at(folder, address), cache).stat().st_size for address in addresses}


def file_at(folder: Path, address: str) -> Path:
    """The file in the folder that a web server would send for this URL."""
    path = folder / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def compressed(file: Path, cache: Path) -> Path:
    """The file at Brotli's highest compression level, from the cache if possible. The largest file takes 15 seconds."""
    content = file.read_bytes()
    kept = cache / "brotli" / hashlib.sha256(content).hexdigest()
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(content))
    return kept
