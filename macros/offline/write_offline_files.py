"""Writes into the site what a reader needs without a connection: the offline copy and the service worker."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.offline import service_worker, zip_copy

PLACE = Path("offline")
"""The folder of the site that contains the copy."""

_UNFILLED = re.compile(r"%(copy|kept) (name|bytes|megabytes|digest)%")


@dataclass(frozen=True, kw_only=True)
class Laid:
    """What the build made: the offline copy, and the list of files that a browser keeps."""

    copy: zip_copy.Copy
    kept: service_worker.Kept


def lay(site: Path, name: str, colours: Mapping[str, str], draft: Mapping[str, bytes]) -> Laid:
    """Write the copy, the manifest and the service worker into the site, and fill in their sizes on its pages."""
    made = zip_copy.make(site, PLACE, name, draft)
    told = {"name": made.path.name, "bytes": f"{made.size}", "megabytes": megabytes(made.size), "digest": made.digest}
    _fill(site, {f"copy {key}": value for key, value in told.items()})
    service_worker.lay_manifest(site, name, colours)
    weight = service_worker.weight(site)
    _fill(site, {"kept bytes": f"{weight}", "kept megabytes": megabytes(weight)})
    return Laid(copy=made, kept=service_worker.lay_worker(site))


def megabytes(size: int) -> str:
    """A size for readers: whole megabytes, rounded up."""
    return f"{-(-size // 1_000_000)} MB"


def unfilled(what: str, key: str) -> str:
    """A placeholder in a page for something that's only known once all pages are rendered."""
    return f"%{what} {key}%"


def _fill(site: Path, words: dict[str, str]) -> None:
    for page in sorted(site.rglob("*.html")):
        html = page.read_text()
        filled = _UNFILLED.sub(lambda place: words.get(place[0].strip("%"), place[0]), html)
        if filled != html:
            page.write_text(filled)
