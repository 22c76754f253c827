"""Runs inside the interpreter that readers will have: finds what the calculators use, and compiles it."""

import ast
import importlib
import importlib.util
import json
import py_compile
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any
from unittest.mock import patch

PROJECT, PACKAGES, STANDARD_LIBRARY = Path("/project"), Path("/packages"), Path("/lib/python314.zip")
INSTEAD, LEAN = Path("/instead"), Path("/lean.zip")
LIBRARY, CALCULATORS, ARCHIVE = Path("/library.zip"), Path("/calculators.zip"), Path("/python.zip")
FOR_READERS = [
    path
    for path in sorted((PROJECT / "calculators").rglob("*"))
    if path.is_file() and "__pycache__" not in path.parts and path.name != "__main__.py"
]
OUT_OF_SIGHT = ("_strptime",)  # compiled code imports it when it first reads a date by a pattern
sys.path.insert(0, str(PROJECT))
FIXED_DAY = (1980, 1, 1, 0, 0, 0)
ODD = ("", "text", "-1", "1000000000", "<script>", "1e9", "١٢", "2025-02-29", "1066-10-14", "31/12/2999")


def find() -> str:
    """Gather our own sources, and say as JSON what must load from them and what they must reply."""
    _write(CALCULATORS, dict(map(_for_readers, FOR_READERS)))
    asked, modules = requests(), needed()
    for name in modules:
        importlib.import_module(name)
    return json.dumps({"modules": modules, "requests": asked, "replies": replies(asked)})


def lighten() -> None:
    """Put ours in the place of those parts of Pyodide that nothing here needs and that load most of what is loaded."""
    ours = {str(path.relative_to(INSTEAD)): path.read_bytes() for path in INSTEAD.rglob("*.py")}
    packages = tuple(f"{name.removesuffix('.py')}/" for name in ours)
    _write(LEAN, {name: one for name, one in _read(STANDARD_LIBRARY).items() if not name.startswith(packages)} | ours)


def _for_readers(path: Path) -> tuple[str, bytes]:
    """A file of ours; reference data in the form that is read quickest."""
    name = path.relative_to(PROJECT)
    if path.suffix != ".toml":
        return str(name), path.read_bytes()
    raw = importlib.import_module("calculators.kernel.raw")
    made = json.dumps(raw.from_toml(path.read_text()), ensure_ascii=False, separators=(",", ":"))
    return str(name.with_suffix(".json")), made.encode()


def needed() -> list[str]:
    """The modules that readers need: the calculators, and all that is named anywhere in their sources."""
    names = {"calculators": None} | dict.fromkeys(OUT_OF_SIGHT)
    for path in FOR_READERS:
        if path.suffix == ".py":
            names |= dict.fromkeys(_named_in(path))
    return list(names)


def _named_in(path: Path) -> Iterator[str]:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    name, package = ".".join(parts).removesuffix(".__init__"), ".".join(parts[:-1])
    yield name
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield importlib.util.resolve_name("." * node.level + (node.module or ""), package)


def requests() -> list[str]:
    """Requests of every kind: each worked example, the first with its questions answered oddly, and no request."""
    return ["", "[]", '{"calculator": "none"}', *(json.dumps(asked) for asked in _asked())]


def _asked() -> Iterator[dict[str, Any]]:
    package = importlib.import_module("calculators")
    if not package.names():
        raise LookupError("there are no calculators")
    for name in (*package.names(), *package.draft_names()):
        calculator = package.load(name)
        questions = [field.name for field in fields(calculator.Inputs)]
        first, *others = [
            {"calculator": name, "values": dict(one.values), "today": one.today.isoformat()}
            for one in calculator.EXAMPLES
        ]
        yield from (first, *others)
        for odd in ODD:
            yield first | {"values": dict.fromkeys(questions, odd)}
        for question, odd in zip(questions, cycle(ODD), strict=False):
            yield first | {"values": first["values"] | {question: odd}}


def replies(asked: Iterable[str]) -> list[str]:
    """What the calculators reply; they never raise."""
    respond = importlib.import_module("calculators").respond
    return [respond(request) for request in asked]


def compile_all(archive: Path, optimize: int = -1) -> None:
    """Let `pyodide py-compile` put bytecode in the place of sources; with `optimize` at 2 docstrings are left out."""
    sys.path.append(str(PACKAGES))
    command = importlib.import_module("pyodide_build.cli.py_compile").main
    with patch("py_compile.compile", partial(py_compile.compile, optimize=optimize)):
        command([str(archive), "--silent", "--compression-level", "0"], standalone_mode=False)


def join() -> None:
    """Make one archive of the two, where each module is bytecode."""
    contents = _read(LIBRARY) | _read(CALCULATORS)
    if uncompiled := [name for name, content in contents.items() if not _is_compiled(name, content)]:
        raise ImportError(f"no bytecode was made for {', '.join(uncompiled)}")
    _write(ARCHIVE, contents)


def gather(names: str) -> None:
    """Gather the standard modules of these names, a list as JSON."""
    sources = _read(LEAN)
    _write(LIBRARY, {name: sources[name] for name in json.loads(names)})


def _write(archive: Path, contents: dict[str, bytes]) -> None:
    """Store files in one order and at one time; uncompressed, as the web server compresses better."""
    with zipfile.ZipFile(archive, "w") as stored:
        for name in sorted(contents):
            stored.writestr(zipfile.ZipInfo(name, FIXED_DAY), contents[name])


def _read(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as stored:
        return {name: stored.read(name) for name in stored.namelist()}


def _is_compiled(name: str, content: bytes) -> bool:
    return not name.endswith(".py") and (not name.endswith(".pyc") or content.startswith(importlib.util.MAGIC_NUMBER))
