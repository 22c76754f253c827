"""Builds the site's scripts that contain a library, each loaded when a reader first needs it."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
MIT = "all under the MIT licence"


@dataclass(frozen=True, kw_only=True)
class Script:
    """One script: its name in the site, its source, the global it sets, and the copyright of its libraries."""

    name: str
    source: str
    of: str
    notice: str
    instead: Mapping[str, str] = field(default_factory=dict)


SCRIPTS = (
    Script(
        name="word-document.js",
        source="letter-to-docx.mjs",
        of="wordDocument",
        notice="The docx library, copyright Dolan Miu, with fflate, copyright Arjun Barrett, and nanoid, copyright "
        f"Andrey Sitnik: {MIT}.",
    ),
    Script(
        name="spreadsheet.js",
        source="spreadsheet.mjs",
        of="spreadsheet",
        notice="read-excel-file and write-excel-file, copyright gitlab.com/catamphetamine, with fflate, copyright "
        f"Arjun Barrett, and saxen, by Vopilovskiy Konstantin and Nico Rehwaldt: {MIT}.",
        instead={"fflate": "fflate-without-workers.mjs"},
    ),
    Script(
        name="archive.js", source="archive.mjs", of="archive", notice="fflate, copyright Arjun Barrett: MIT licence."
    ),
)


def lay(folder: Path) -> None:
    """Write each with its library as one classic script, which also runs in a worker or a page opened from a folder."""
    for one in SCRIPTS:
        subprocess.run(
            [
                "node", str(ROOT / "node_modules/esbuild/bin/esbuild"), str(HERE / one.source),
                f"--outfile={folder / one.name}", "--bundle", "--minify", "--format=iife", f"--global-name={one.of}",
                "--target=es2022", "--log-level=warning", "--charset=utf8", f"--banner:js=/* {one.notice} */",
                *(f"--alias:{library}={HERE / other}" for library, other in one.instead.items()),
            ],
            cwd=ROOT, check=True,
        )  # fmt: skip
