"""Lists our own scripts."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = "assets"
_NOT_OURS = {"javascripts", "runtime", "vendor"}


def ours(root: Path) -> Iterator[Path]:
    """Every script of our own under `docs/` or in a built site, without those of Material, Pyodide and vendors."""
    for path in sorted((root / FOLDER).rglob("*.js")):
        if path.relative_to(root / FOLDER).parts[0] not in _NOT_OURS:
            yield path
