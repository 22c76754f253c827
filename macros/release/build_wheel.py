"""Builds the calculators as a wheel: Python sources and figures, with nothing compiled and no dependencies."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import calculators
from macros.translations import catalogues

EPOCH = "315532800"
"""The start of 1980: the time of every file in the wheel."""

ABOUT_A_WHEEL = "Wheel-Version: 1.0\nGenerator: macros.release\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True)
class Wheel:
    """A wheel: its file name and content."""

    name: str
    content: bytes


def make(root: Path) -> Wheel:
    """The wheel, packed by the package `wheel`, always with the same bytes for the same sources."""
    with TemporaryDirectory() as name:
        unpacked = Path(name, "unpacked")
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / "calculators", unpacked / "calculators", ignore=ignored)
        _translate(unpacked)
        _describe(root, unpacked)
        _normalise(unpacked)
        pack = [sys.executable, "-m", "wheel", "pack", str(unpacked), "--dest-dir", name]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
        subprocess.run(pack, env=environment, check=True, capture_output=True)
        (made,) = Path(name).glob("*.whl")
        return Wheel(made.name, made.read_bytes())


def _translate(unpacked: Path) -> None:
    """Add any translations to the calculators."""
    opens = "calculators/__init__.py"
    for name, content in catalogues.with_languages({opens: (unpacked / opens).read_bytes()}).items():
        (unpacked / name).parent.mkdir(exist_ok=True)
        (unpacked / name).write_bytes(content)


def _describe(root: Path, unpacked: Path) -> None:
    from macros.release.make_archive import project

    told = project()
    name = told["name"].replace("-", "_")
    about = unpacked / f"{name}-{calculators.__version__}.dist-info"
    (about / "licenses").mkdir(parents=True)
    shutil.copy(root / "LICENSE", about / "licenses/LICENSE")
    (about / "WHEEL").write_text(ABOUT_A_WHEEL)
    (about / "METADATA").write_text(metadata(root, told))


def metadata(root: Path, told: Mapping[str, Any]) -> str:
    """The package's description for an index (Core metadata 2.4), from its table in pyproject.toml."""
    extras = told["optional-dependencies"]
    fields = [
        ("Metadata-Version", "2.4"),
        ("Name", told["name"]),
        ("Version", calculators.__version__),
        ("Summary", told["description"]),
        ("Keywords", ",".join(told["keywords"])),
        ("License-Expression", told["license"]),
        ("License-File", "LICENSE"),
        *(("Classifier", one) for one in told["classifiers"]),
        ("Requires-Python", told["requires-python"]),
        *(("Requires-Dist", one) for one in told["dependencies"]),
        *(("Provides-Extra", extra) for extra in extras),
        *(("Requires-Dist", f'{one}; extra == "{extra}"') for extra, needed in extras.items() for one in needed),
        ("Description-Content-Type", "text/markdown"),
    ]
    head = "".join(f"{field}: {value}\n" for field, value in fields)
    return f"{head}\n{(root / told['readme']).read_text()}"


def _normalise(unpacked: Path) -> None:
    """Give all files the same mode, whatever machine makes the wheel."""
    for path in unpacked.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
