"""A document to a PDF file with tags, the same bytes each time; what was made before is kept by its content."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Self

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KEPT = ROOT / ".cache/book"
FONTS = ROOT / "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files"
MADE_WITH = ("weasyprint", "pydyf", "fonttools", "tinycss2", "cssselect2")


class CannotBePressed(RuntimeError):
    """No PDF can be made here, in a sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A document on its way to being a PDF: its words, the style sheet that dresses it, and the colours by name."""

    markup: str
    style: str
    colours: Mapping[str, str]

    @property
    def dress(self) -> str:
        """The style sheet, on that of the type, with its colours put in."""
        sheets = "".join((HERE / name).read_text() for name in ("type.css", self.style))
        return re.sub(r"var\(--([a-z-]+)\)", lambda name: self.colours[name[1]], sheets)

    def key(self, epoch: int) -> str:
        """A name for all that goes into the file, with the moment that it says it was made at."""
        digest = hashlib.sha256(f"{epoch}{self.dress}{self.markup}".encode())
        for path in (Path(__file__), HERE / "pdf_process.py", *sorted(FONTS.glob("*latin-wght*"))):
            digest.update(path.read_bytes())
        digest.update(" ".join(version(name) for name in MADE_WITH).encode())
        return digest.hexdigest()[:32]


class Pressing:
    """A PDF in the making, in a process of its own, or one that was kept.

    The process begins before the document is there, since what it needs takes a while to load.
    """

    def __init__(self, epoch: int) -> None:
        command = [sys.executable, "-m", "macros.book.pdf_process"]
        known_day = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, env=known_day, stdin=pipe, stderr=pipe, text=True)
        self._epoch = epoch

    def take(self, sheet: Sheet) -> Self:
        """Make this document."""
        KEPT.mkdir(parents=True, exist_ok=True)
        self._kept = KEPT / f"{sheet.key(self._epoch)}.pdf"
        if self._kept.exists():
            self._tell("")
        else:
            source, style = (self._kept.with_suffix(f".{kind}") for kind in ("html", "css"))
            source.write_text(sheet.markup)
            style.write_text(sheet.dress)
            self._tell(f"{source}\n{style}\n{self._kept}")
        return self

    def _tell(self, paths: str) -> None:
        """Say what to make, or by saying nothing that there is nothing to make; a process that failed has gone."""
        pipe, self._process.stdin = self._process.stdin, None
        if pipe:
            with suppress(BrokenPipeError), pipe:
                pipe.write(paths)

    def lay(self, target: Path) -> None:
        """Put the file at its place once it is made. Raises CannotBePressed."""
        _, complaint = self._process.communicate()
        if self._process.returncode:
            raise CannotBePressed(complaint.strip())
        shutil.copyfile(self._kept, target)
