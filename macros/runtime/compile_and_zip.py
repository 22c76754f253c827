"""Runs inside Pyodide: compiles and packs the modules that `loaded_modules.py` has listed.

The archive contains what Python needs to start, `bundle_importer.py`, an index of all modules, and a bundle. At first
every module is in that. Once it's known what each calculator's first answer needs, `divide` only leaves in it what most
of them need, and makes a bundle for each calculator and one of all the rest.
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
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

LEAN, CALCULATORS, LIBRARY, PYTHON = (
    Path("/drafts", f"{name}.zip") for name in ("lean", "calculators", "library", "python")
)
FIXED_DAY = (1980, 1, 1, 0, 0, 0)
IMPORTER = Path("/project/runtime/bundle_importer.py")
AT_START = {f"{name}.pyc" for name in ("sitecustomize", "encodings/__init__", "encodings/aliases", "encodings/utf_8")}
"""Modules that Python imports before it can use the importer."""

FIGURES, REST = "calculators/reference/", "rest"
HEADER = 16  # bytes before the code in a .pyc file


@dataclass(frozen=True)
class Bundle:
    """Bytecode of modules by their full name, data files by their path, and methods by the checksum of their source."""

    modules: Mapping[str, bytes]
    files: Mapping[str, bytes]
    methods: Mapping[int, bytes]

    @property
    def names(self) -> set[object]:
        """The keys of all three."""
        return {*self.modules, *self.files, *self.methods}

    def only(self, wanted: Container[object]) -> "Bundle":
        """The part with these keys."""
        return Bundle(*({name: one[name] for name in one if name in wanted} for one in self._parts))

    @property
    def _parts(self) -> tuple[Mapping[Any, bytes], ...]:
        return self.modules, self.files, self.methods

    def __bytes__(self) -> bytes:
        """The bundle as `bundle_importer.py` reads it."""
        return marshal.dumps(tuple(map(dict, self._parts)))


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
    packages, bundle = _bundled(contents, used["methods"])
    index = marshal.dumps((packages, frozenset(bundle.files)))
    write(PYTHON, at_start | {"index": index, "bundle": bytes(bundle)})


def _bundled(contents: Mapping[str, bytes], methods: Mapping[str, str]) -> tuple[dict[str, bool], Bundle]:
    """All modules, data files and methods, and whether each module is a package."""
    packages, modules, files = {}, {}, {}
    for name, content in sorted(contents.items()):
        if name.endswith(".pyc"):
            path = name.removesuffix(".pyc")
            module = path.removesuffix("/__init__").replace("/", ".")
            packages[module], modules[module] = path.endswith("/__init__"), content[HEADER:]
        else:
            files[name] = content
    by_checksum = {crc32(source.encode()): b64decode(code) for source, code in sorted(methods.items())}
    if len(by_checksum) < len(methods):
        raise ImportError("two dataclasses have methods of one checksum")
    return packages, Bundle(modules, files, by_checksum)


def divide(needed: str) -> None:
    """Leave in the archive what at least half of the calculators need for a first answer, and bundle the rest.

    Every nation's figures stay in it, because the first answer may be for any nation. A calculator that needs over a
    third of the rest gets no bundle of its own. `needed` is JSON: the keys of all that a calculator needs, by its name.
    """
    first: Mapping[str, list[object]] = json.loads(needed)
    contents = read(PYTHON)
    whole = Bundle(*marshal.loads(contents["bundle"]))
    counted = Counter(name for names in first.values() for name in names)
    most = {name for name, count in counted.items() if count >= len(first) / 2}
    most |= {name for name in whole.files if name.startswith(FIGURES)}
    write(PYTHON, contents | {"bundle": bytes(whole.only(most))})
    rest = bytes(whole.only(whole.names - most))
    bundles = {name: bytes(whole.only({*names} - most)) for name, names in first.items()}
    for name, bundle in (bundles | {REST: rest}).items():
        if name == REST or len(bundle) * 3 <= len(rest):
            Path("/drafts", bundle_file(name)).write_bytes(bundle)


def bundle_file(name: str) -> str:
    """The name of a calculator's bundle, or of the rest."""
    return f"modules-{name}.bin"


def is_own_bundle(path: Path) -> bool:
    """Whether a file is the bundle of one calculator, which only saves a download: the rest has its modules too."""
    return path.suffix == ".bin" and path.name != bundle_file(REST)


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
