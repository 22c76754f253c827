"""Makes the release archive in dist/: `python -m macros.release`, once the site is built."""

import sys
from pathlib import Path

from macros.release.make_archive import make


def main() -> str | None:
    """Make the archive and print where it is. Returns what went wrong, in one line."""
    site = Path("site")
    if not (site / "index.html").exists():
        return "There is no site here yet: make build"
    archive = make(site, Path("dist"))
    sys.stdout.write(f"{archive}, {archive.stat().st_size / 1e6:.1f} MB\n")
    return None


if __name__ == "__main__":
    sys.exit(main())
