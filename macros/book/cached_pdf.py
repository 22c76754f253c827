"""Starts the process that makes a PDF, and caches the PDF by the hash of everything that goes into it."""

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


class CannotMakePdf(RuntimeError):
    """A PDF can't be made here. The message is a sentence that says why."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """The source of a PDF: markup, the name of its style sheet, and colours by name."""

    markup: str
    style: str
    colours: Mapping[str, str]

    @property
    def stylesheet(self) -> str:
        """The typeface's style sheet followed by the document's, with colours filled in."""
        sheets = "".join((HERE / name).read_text() for name in ("typography.css", self.style))
        return re.sub(r"var\(--([a-z-]+)\)", lambda name: self.colours[name[1]], sheets)

    def key(self, epoch: int) -> str:
        """The cache key: a hash of everything that goes into the file, and of its creation time."""
        digest = hashlib.sha256(f"{epoch}{self.stylesheet}{self.markup}".encode())
        for path in (Path(__file__), HERE / "make_pdf.py", *sorted(FONTS.glob("*latin-wght*"))):
            digest.update(path.read_bytes())
        digest.update(" ".join(version(name) for name in MADE_WITH).encode())
        return digest.hexdigest()[:32]


class PdfJob:
    """A PDF made in a separate process, or taken from the cache.

    The process starts before the document is ready, as WeasyPrint takes a while to import.
    """

    def __init__(self, epoch: int) -> None:
        command = [sys.executable, "-m", "macros.book.make_pdf"]
        known_day = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=ROOT, env=known_day, stdin=pipe, stderr=pipe, text=True)
        self._epoch = epoch

    def take(self, document: Document) -> Self:
        """Make a PDF of this document, unless the cache has it."""
        KEPT.mkdir(parents=True, exist_ok=True)
        self._kept = KEPT / f"{document.key(self._epoch)}.pdf"
        if self._kept.exists():
            self._tell("")
        else:
            source, style = (self._kept.with_suffix(f".{kind}") for kind in ("html", "css"))
            source.write_text(document.markup)
            style.write_text(document.stylesheet)
            self._tell(f"{source}\n{style}\n{self._kept}")
        return self

    def _tell(self, paths: str) -> None:
        """Send the process its paths, or an empty text for nothing to make. A failed process has ended already."""
        pipe, self._process.stdin = self._process.stdin, None
        if pipe:
            with suppress(BrokenPipeError), pipe:
                pipe.write(paths)

    def lay(self, target: Path) -> None:
        """Wait for the PDF and copy it to the target. Raises CannotMakePdf."""
        _, complaint = self._process.communicate()
        if self._process.returncode:
            raise CannotMakePdf(complaint.strip())
        shutil.copyfile(self._kept, target)
