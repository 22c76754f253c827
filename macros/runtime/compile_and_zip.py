"""Runs inside Pyodide: compiles and packs the modules that `loaded_modules.py` has listed.

The archive contains what Python needs to start, `bundle_importer.py`, and the bundle that it imports the rest from.
"""

import importlib
import importlib.util
import json
import marshal
import py_compile
import sys
import zipfile
from base64 import b64decode
from binascii import crc32
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from unittest.mock import patch

LEAN, CALCULATORS, LIBRARY, PYTHON = (
    Path("/drafts", f"{name}.zip") for name in ("lean", "calculators", "library", "python")
)
FIXED_DAY = (1980, 1, 1, 0, 0, 0)
IMPORTER = Path("/project/runtime/bundle_importer.py")
AT_START = {f"{name}.pyc" for name in ("sitecustomize", "encodings/__init__", "encodings/aliases", "encodings/utf_8")}
"""Modules that Python imports before it can use the importer."""

HEADER = 16  # bytes before the code in a .pyc file


def pack(loaded: str) -> None:
    """Make one archive of our modules and the standard ones that readers load, all as bytecode.

    `loaded` is the JSON from `loaded_modules.py`: the modules' files, and the compiled methods of dataclasses by their
    source.
    """
    sys.path.append("/packages")
    used, sources = json.loads(loaded), read(LEAN)
    ours = {"sitecustomize.py": IMPORTER.read_bytes()}
    write(LIBRARY, ours | {name: sources[name] for name in used["modules"]})
    _compile(CALCULATORS)
    _compile(LIBRARY, optimize=2)  # nobody reads docstrings there
    contents = read(LIBRARY) | read(CALCULATORS)
    if uncompiled := [name for name, content in contents.items() if not _is_compiled(name, content)]:
        raise ImportError(f"no bytecode was made for {', '.join(uncompiled)}")
    at_start = {name: contents.pop(name) for name in AT_START}
    write(PYTHON, at_start | {"bundle": _bundle(contents, used["methods"])})


def _bundle(contents: Mapping[str, bytes], methods: Mapping[str, str]) -> bytes:
    """Modules by their full name, data files by their path, and methods by the checksum of their source, marshalled."""
    modules, files = {}, {}
    for name, content in sorted(contents.items()):
        if name.endswith(".pyc"):
            path = name.removesuffix(".pyc")
            module = path.removesuffix("/__init__")
            modules[module.replace("/", ".")] = (module != path, content[HEADER:])
        else:
            files[name] = content
    by_checksum = {crc32(source.encode()): b64decode(code) for source, code in sorted(methods.items())}
    if len(by_checksum) < len(methods):
        raise ImportError("two dataclasses have methods of one checksum")
    return marshal.dumps((modules, files, by_checksum))


def _compile(archive: Path, optimize: int = -1) -> None:
    """Replace sources by bytecode with `pyodide py-compile`. If `optimize` is 2, it leaves out docstrings."""
    command = importlib.import_module("pyodide_build.cli.py_compile").main
    with patch("py_compile.compile", partial(py_compile.compile, optimize=optimize)):
        command([str(archive), "--silent", "--compression-level", "0"], standalone_mode=False)


def _is_compiled(name: str, content: bytes) -> bool:
    return not name.endswith(".py") and (not name.endswith(".pyc") or content.startswith(importlib.util.MAGIC_NUMBER))


def write(archive: Path, contents: Mapping[str, bytes]) -> None:
    """Write a zip file with sorted names and a fixed date. It's uncompressed, as the web server compresses better."""
    with zipfile.ZipFile(archive, "w") as stored:
        for name in sorted(contents):
            stored.writestr(zipfile.ZipInfo(name, FIXED_DAY), contents[name])


def read(archive: Path) -> dict[str, bytes]:
    """The files in an archive, by name."""
    with zipfile.ZipFile(archive) as stored:
        return {name: stored.read(name) for name in stored.namelist()}
