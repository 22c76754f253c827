"""Runs inside Pyodide once `loaded_modules.py` has listed what is imported: compiles those modules and packs them."""

import importlib
import importlib.util
import json
import py_compile
import sys
import zipfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from unittest.mock import patch

LEAN, CALCULATORS, LIBRARY, PYTHON = (
    Path("/drafts", f"{name}.zip") for name in ("lean", "calculators", "library", "python")
)
FIXED_DAY = (1980, 1, 1, 0, 0, 0)


def pack(names: str) -> None:
    """Make one archive of our modules and those standard ones that are named, a list as JSON; all are bytecode."""
    sys.path.append("/packages")
    sources = read(LEAN)
    write(LIBRARY, {name: sources[name] for name in json.loads(names)})
    _compile(CALCULATORS)
    _compile(LIBRARY, optimize=2)  # nobody reads docstrings there
    contents = read(LIBRARY) | read(CALCULATORS)
    if uncompiled := [name for name, content in contents.items() if not _is_compiled(name, content)]:
        raise ImportError(f"no bytecode was made for {', '.join(uncompiled)}")
    write(PYTHON, contents)


def _compile(archive: Path, optimize: int = -1) -> None:
    """Let `pyodide py-compile` put bytecode in the place of sources; with `optimize` at 2 docstrings are left out."""
    command = importlib.import_module("pyodide_build.cli.py_compile").main
    with patch("py_compile.compile", partial(py_compile.compile, optimize=optimize)):
        command([str(archive), "--silent", "--compression-level", "0"], standalone_mode=False)


def _is_compiled(name: str, content: bytes) -> bool:
    return not name.endswith(".py") and (not name.endswith(".pyc") or content.startswith(importlib.util.MAGIC_NUMBER))


def write(archive: Path, contents: Mapping[str, bytes]) -> None:
    """Store files in one order and at one time; uncompressed, as the web server compresses better."""
    with zipfile.ZipFile(archive, "w") as stored:
        for name in sorted(contents):
            stored.writestr(zipfile.ZipInfo(name, FIXED_DAY), contents[name])


def read(archive: Path) -> dict[str, bytes]:
    """What is in an archive, by name."""
    with zipfile.ZipFile(archive) as stored:
        return {name: stored.read(name) for name in stored.namelist()}
