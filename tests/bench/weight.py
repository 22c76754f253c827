"""How many bytes a page takes over the network at best. Compressed files are cached by the hash of their content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli  # type: ignore[import-untyped]


def weights(addresses: Iterable[str], folder: Path, cache: Path) -> dict[str, int]:
    """The size in bytes of what a server of the folder sends for each address, at brotli's strongest compression."""
    return {address: compressed(file_at(folder, address), cache).stat().st_size for address in addresses}


def file_at(folder: Path, address: str) -> Path:
    """The file that a server of the folder sends for an address."""
    path = folder / unquote(urlsplit(address).path).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def compressed(file: Path, cache: Path) -> Path:
    """The file at brotli's strongest compression, from the cache if possible. The largest file takes half a minute."""
    content = file.read_bytes()
    kept = cache / "brotli" / hashlib.sha256(content).hexdigest()
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(content))
    return kept
