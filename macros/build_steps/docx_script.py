"""What saves a letter as a Word document: one script of the site, loaded when a reader asks for it."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = Path(__file__).with_name("letter-to-docx.mjs")
NAME = "word-document.js"
GLOBAL = "wordDocument"
NOTICE = "/* The docx library, copyright Dolan Miu, with fflate, copyright Arjun Barrett, and nanoid, copyright Andrey Sitnik: all under the MIT licence. */"  # noqa: E501 one line of a script


def lay(folder: Path) -> None:
    """Write `letter-to-docx.mjs` with its library as one classic script, which also runs in a page on a disk."""
    subprocess.run(
        [
            "node", str(ROOT / "node_modules/esbuild/bin/esbuild"), str(DOCUMENT), f"--outfile={folder / NAME}",
            "--bundle", "--minify", "--format=iife", f"--global-name={GLOBAL}", "--target=es2022",
            "--log-level=warning",
            "--charset=utf8", f"--banner:js={NOTICE}",
        ],
        cwd=ROOT, check=True,
    )  # fmt: skip
