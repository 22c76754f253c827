"""Runs in the build's own Python, before Pyodide: `python -m macros.runtime.prepare_archives FOLDER`.

It writes two archives, the standard library and our own sources, and `found.json`: the modules that must load from
them, sample requests with CPython's replies, and which request is the first that each calculator's page sends.
"""

import ast
import importlib.util
import json
import sys
from binascii import b2a_base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import cycle
from pathlib import Path
from typing import Any

from calculators import draft_names, load, names
from calculators.kernel.figures.files import from_toml
from calculators.summary.claim_file import FORMAT, VERSION
from calculators.translated_replies import respond
from macros.runtime.cached_runtime import CALCULATORS, PYODIDE, ROOT
from macros.runtime.compile_and_zip import read, write
from macros.translations import catalogues

REPLACEMENTS = Path(__file__).with_name("replacements")
NOT_FOR_READERS = {"__main__.py", "__pycache__", "command_line"}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252")
INVOICE = """<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
 <cbc:ID>310</cbc:ID><cbc:IssueDate>2026-03-31</cbc:IssueDate><cbc:DueDate>2026-04-30</cbc:DueDate>
 <cbc:DocumentCurrencyCode>GBP</cbc:DocumentCurrencyCode>
 <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="GBP">640.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
</Invoice>
"""
ODD = (
    *("", "text", "<script>", "-1", "1000000000", "1e9", "١٢", "£3k", "3,000.00 GBP", "three thousand pounds", "Ł€😀"),
    *("2025-02-29", "1066-10-14", "31/12/2999", "1/3", "5th of May, 2026", "2.15 pm", "half past two"),
)


def main(folder: Path) -> None:
    """Write the two archives and `found.json`."""
    files = for_readers()
    write(folder / "lean.zip", lightened(read(PYODIDE / "python_stdlib.zip")))
    write(folder / "calculators.zip", catalogues.with_languages(dict(map(_as_it_is_read, files))))
    asked = [*requests(), *(json.dumps(one) for one in _in_languages())]
    first = {name: json.dumps(_on_page(name)) for name in (*names(), *draft_names())}
    found = {"modules": needed(files), "requests": asked, "replies": list(map(respond, asked)), "first": first}
    (folder / "found.json").write_text(json.dumps(found))


def for_readers() -> list[Path]:
    """The files that a browser needs."""
    unused = NOT_FOR_READERS | catalogues.unused()
    return [path for path in sorted(CALCULATORS.rglob("*")) if path.is_file() and unused.isdisjoint(path.parts)]


def lightened(library: dict[str, bytes]) -> dict[str, bytes]:
    """The library with our stubs in place of parts that we don’t need and that would import most of it."""
    ours = {str(path.relative_to(REPLACEMENTS)): path.read_bytes() for path in REPLACEMENTS.rglob("*.py")}
    packages = tuple(f"{name.removesuffix('.py')}/" for name in ours)
    kept = {name: content for name, content in library.items() if not name.startswith(packages)}
    return kept | ours


def _as_it_is_read(path: Path) -> tuple[str, bytes]:
    """One of our files, by its name: code without docstrings, or reference data as JSON, which is read fastest."""
    name = path.relative_to(ROOT)
    if path.suffix == ".py":
        return str(name), without_docstrings(path.read_bytes())
    if path.suffix != ".toml":
        return str(name), path.read_bytes()
    made = json.dumps(from_toml(path.read_text()), ensure_ascii=False, separators=(",", ":"))
    return str(name.with_suffix(".json")), made.encode()


def without_docstrings(source: bytes) -> bytes:
    """A module without any docstrings. Line numbers stay the same."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            first, last = node.body[0].lineno, node.body[0].end_lineno or 0
            before = lines[first - 1][: node.body[0].col_offset]
            lines[first - 1 : last] = [before + b"0\n"] + [b"\n"] * (last - first)
    return b"".join(lines)


def needed(files: Iterable[Path]) -> list[str]:
    """The modules that readers need: the calculators, and every module that their sources import."""
    return list(dict.fromkeys(name for path in files if path.suffix == ".py" for name in _named_in(path)))


def _named_in(path: Path) -> Iterator[str]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name, package = ".".join(parts).removesuffix(".__init__"), ".".join(parts[:-1])
    yield name
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield importlib.util.resolve_name("." * node.level + (node.module or ""), package)


def requests() -> list[str]:
    """Sample requests: worked examples and all that goes with them, odd answers, files, batches and invalid ones."""
    asked = (*_asked(), *_beside(), *_files(), *_batches())
    return ["", "[]", '{"calculator": "none"}', *map(json.dumps, asked)]


def _asked() -> Iterator[dict[str, Any]]:
    for name in (*names(), *draft_names()):
        calculator = load(name)
        questions = [field.name for field in fields(calculator.Inputs)]
        asked: list[dict[str, Any]] = [
            {"calculator": name, "values": dict(one.values), "today": one.today.isoformat()}
            for one in calculator.EXAMPLES
        ]
        yield from asked
        first = asked[0]
        for odd in ODD:
            yield first | {"values": dict.fromkeys(questions, odd)}
            yield first | {"values": {name: _in_rows(value, odd) for name, value in first["values"].items()}}
        for question, odd in zip(questions, cycle(ODD), strict=False):
            yield first | {"values": first["values"] | {question: odd}}


def _in_rows(value: str | Sequence[Mapping[str, str]], odd: str) -> str | list[dict[str, str]]:
    """A question's value, with an odd answer in every box if it has rows."""
    return value if isinstance(value, str) else [dict.fromkeys(row, odd) for row in value[:1]]


def _in_languages() -> Iterator[dict[str, Any]]:
    """The first example of each calculator in every language that has translations."""
    for language in catalogues.lay():
        for name in (*names(), *draft_names()):
            yield _on_page(name) | {"language": language}


def _beside() -> Iterator[dict[str, Any]]:
    """Requests for what goes with the first example of each calculator. What takes longest is only asked for once."""
    for name in (*names(), *draft_names()):
        yield _on_page(name)
        yield from (_first(name) | {"surface": surface} for surface in ("files", "text"))
    asked = _first("court_costs")
    yield from (asked | {"surface": surface} for surface in ("moves", "sheet"))
    yield {"summary": {"format": FORMAT, "version": VERSION, "claim": asked["values"]}, "today": asked["today"]}


def _on_page(name: str) -> dict[str, Any]:
    """The first example of a calculator, as its page asks for it."""
    return _first(name) | {"surface": "page"}


def _first(name: str) -> dict[str, Any]:
    """The first example of a calculator."""
    example = load(name).EXAMPLES[0]
    return {"calculator": name, "values": dict(example.values), "today": example.today.isoformat()}


def _files() -> Iterator[dict[str, Any]]:
    """Requests to read invoices from a table and from an electronic invoice."""
    about = {"calculator": "claim_pack", "surface": "rows", "field": "invoices"}
    for file in ("number,amount,due date\n310,£640.00,30/04/2026\n311,lots,soon\n", INVOICE, INVOICE[:-4]):
        yield about | {"file": file}


def _batches() -> Iterator[dict[str, Any]]:
    """Requests to read a file of cases in every accepted encoding, and to answer it."""
    about = {"calculator": "court_costs", "today": "2026-11-22"}
    for encoding in ENCODINGS:
        file = "case,amount_owd,amount_owed\nMüller – “best”,1,£3000\n".encode(encoding)
        yield about | {"batch": "read", "file": b2a_base64(file).decode()}
    heads = ["case", "amount_owd", "amount_owed"]
    yield about | {"batch": "columns", "heads": heads}
    yield about | {"batch": "answer", "heads": heads, "rows": [[["a", "1", "3000"], 2, 2, False]], "full": True}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
