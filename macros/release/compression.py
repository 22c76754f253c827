"""Compresses files once, so servers needn't: a .br and a .gz beside each that's worth it."""

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import brotli  # type: ignore[import-untyped]

KEPT = Path(__file__).resolve().parents[2] / ".cache/packed"
WORTH_IT = {".bin", ".css", ".csv", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml", ".zip"}
LEAST = 1000  # bytes: smaller files aren't compressed
PACKED = (".br", ".gz", ".png", ".woff2", ".whl")


def beside(files: Mapping[str, bytes], kinds: Iterable[str] = ("br", "gz")) -> dict[str, bytes]:
    """The compressed forms of each file that's worth it. They're cached by content, as brotli takes a while."""
    found: dict[str, bytes] = {}
    for name, content in files.items():
        if Path(name).suffix in WORTH_IT and len(content) >= LEAST:
            found |= {f"{name}.{kind}": _kept(content, kind) for kind in kinds}
    return found


def _kept(content: bytes, kind: str) -> bytes:
    path = KEPT / f"{hashlib.sha256(content).hexdigest()}.{kind}"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        path.write_bytes(gzip.compress(content, 9, mtime=0) if kind == "gz" else brotli.compress(content))
    return path.read_bytes()
