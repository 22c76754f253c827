"""Lists our own scripts, and the scripts that each imports."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = "assets"
_NOT_OURS = {"javascripts", "runtime", "vendor"}
_IMPORTED = re.compile(r"^(?:import|export)\b[^;]*?\bfrom \"(\.{1,2}/[\w/-]+\.js)\"", re.MULTILINE)


def ours(root: Path) -> Iterator[Path]:
    """Every script of our own under `docs/` or in a built site, without those of Material, Pyodide and vendors."""
    for path in sorted((root / FOLDER).rglob("*.js")):
        if path.relative_to(root / FOLDER).parts[0] not in _NOT_OURS:
            yield path


def needed(root: Path, entry: str) -> list[str]:
    """The addresses of all scripts that one imports, directly or indirectly, so a page can load them at once."""
    found = {entry: None}
    for address in (waiting := [entry]):
        imported = _IMPORTED.findall((root / address).read_text())
        addresses = [posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) for path in imported]
        fresh = [one for one in addresses if one not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return list(found)[1:]
