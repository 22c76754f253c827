"""Compares the site that ProperDocs built with ours: `python -m macros.compare_properdocs_build FOLDER`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SITE = Path("site")
_GENERATOR = re.compile(r'<meta name="generator" content="[^"]*">')
_OF_THE_COPY = re.compile(r'\b[0-9a-f]{64}\b|data-bytes="\d+"')
_MADE_OF_PAGES = re.compile(r"^((offline|hosting)/.*\.(zip|txt)|sw\.js|sitemap\.xml\.gz)$")
"""Files made from pages, or with digests of them, which therefore differ by the name of the generator."""


def main(arguments: list[str]) -> str | None:
    """Print a line if both are the same. Otherwise return the first differences."""
    other = Path(arguments[0])
    differing = list(differences(SITE, other))
    if differing:
        return "ProperDocs builds another site: " + ", ".join(differing[:10])
    print(f"ProperDocs builds the same site as MkDocs: {len(files(SITE))} files, only the generator's name differs.")
    return None


def differences(one: Path, other: Path) -> Iterator[str]:
    """Files that only one site has, or whose content differs in more than the generator's name."""
    yield from sorted(files(one) ^ files(other))
    for name in sorted(files(one) & files(other)):
        if not _MADE_OF_PAGES.match(name) and content(one / name) != content(other / name):
            yield name


def files(site: Path) -> set[str]:
    """The path of every file in a site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def content(path: Path) -> bytes | str:
    """The content of a file. A page is without the generator's name, and the offline copy's size and digest."""
    if path.suffix != ".html":
        return path.read_bytes()
    return _OF_THE_COPY.sub("", _GENERATOR.sub("", path.read_text()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
