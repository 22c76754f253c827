"""A document to a PDF file with tags, the same bytes each time; what was made before is kept by its content."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

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
    epoch: int

    @property
    def dress(self) -> str:
        """The style sheet, on that of the type, with its colours put in."""
        sheets = "".join((HERE / name).read_text() for name in ("type.css", self.style))
        return re.sub(r"var\(--([a-z-]+)\)", lambda name: self.colours[name[1]], sheets)

    @property
    def key(self) -> str:
        """A name for all that goes into the file."""
        digest = hashlib.sha256(f"{self.epoch}{self.dress}{self.markup}".encode())
        for path in (Path(__file__), HERE / "imprint.py", *sorted(FONTS.glob("*latin-wght*"))):
            digest.update(path.read_bytes())
        digest.update(" ".join(version(name) for name in MADE_WITH).encode())
        return digest.hexdigest()[:32]


class Pressing:
    """A PDF in the making, in a process of its own, or one that was kept."""

    def __init__(self, sheet: Sheet) -> None:
        KEPT.mkdir(parents=True, exist_ok=True)
        self._kept = KEPT / f"{sheet.key}.pdf"
        self._process: subprocess.Popen[str] | None = None
        if not self._kept.exists():
            source, style = (self._kept.with_suffix(f".{kind}") for kind in ("html", "css"))
            source.write_text(sheet.markup)
            style.write_text(sheet.dress)
            command = [sys.executable, "-m", "macros.book.imprint", str(source), str(style), str(self._kept)]
            known_day = {**os.environ, "SOURCE_DATE_EPOCH": str(sheet.epoch)}
            self._process = subprocess.Popen(command, cwd=ROOT, env=known_day, stderr=subprocess.PIPE, text=True)

    def lay(self, target: Path) -> None:
        """Put the file at its place once it is made. Raises CannotBePressed."""
        if self._process:
            _, complaint = self._process.communicate()
            if self._process.returncode:
                raise CannotBePressed(complaint.strip())
        shutil.copyfile(self._kept, target)
