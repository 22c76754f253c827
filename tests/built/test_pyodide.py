"""The runtime that readers load gives the same replies as CPython, byte for byte, and has only what it needs."""

import marshal
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import chain, starmap
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest

import calculators
from calculators.kernel.base.schema import is_choice, items
from calculators.kernel.figures.files import from_toml
from calculators.kernel.figures.reference import subjects, tables
from calculators.kernel.output import json
from macros.translations import catalogues
from tests import ROOT, made_once
from tests.built.site_files import LOADED, OWN, REST, RUNTIME, SCRIPTS
from tests.cases import Case, cases
from tests.einvoices import cii, in_envelope, ubl

respond = cache(calculators.respond)
NAMES = [*calculators.names(), *calculators.draft_names()]
CASES = [case for name in NAMES for case in cases(name)]
NO_REQUESTS = ["", " ", "{", "[]", "3", "null", '"x"', '{"values": []}', '{"values": {}}', '{"calculator": "os"}']
BESIDE = [
    json.write(json.read(case.request) | {"surface": surface})
    for case in CASES
    if case.expect and case.calculator in ("court_costs", "mediation_fee", "reminder", "contact_log")
    for surface in ("page", "files", "text", "moves")
]
"""Requests for the page, files, text and moves that go with an answer, from a few calculators."""

FILES = [
    json.write({"calculator": "claim_pack", "surface": "rows", "field": "invoices", "file": file})
    for file in (
        ubl(),
        cii(terms="30 days"),
        in_envelope(ubl(), ubl("1042")),
        ubl(currency="EUR"),
        ubl()[:-4],
        "amount\n1\n",
    )
]
"""Requests to read rows from a file."""

REPLACEMENTS = ROOT / "macros/runtime/replacements"
PENNY = Decimal("0.01")


def variations(name: str) -> Iterator[str]:
    """Yield requests that use every figure of a calculator: its first example on other dates, amounts and choices."""
    module = calculators.load(name)
    example, asked = module.EXAMPLES[0], {item.name: item for item in items(module.Inputs)}
    today, values = example.today.isoformat(), dict(example.values)
    options = {field: [*item.kind.__members__] for field, item in asked.items() if is_choice(item.kind)}  # type: ignore[attr-defined]
    for subject in subjects():
        here = values | ({"nation": subject} if subject in options.get("nation", []) else {})
        versions = [version for one in tables(subject) for version in one.versions]
        yield from (_request(name, here, day) for day in sorted({str(one.valid_from) for one in versions}))
        tops = {band.top for version in versions for band in version.bands if band.top}
        turns = {"amount_owed": sorted(tops | {top + PENNY for top in tops})} if "amount_owed" in asked else {}
        for field, texts in (options | turns).items():
            yield from (_request(name, here | {field: str(text)}, today) for text in texts)


def _request(name: str, values: Mapping[str, object], today: str) -> str:
    return json.write({"calculator": name, "values": values, "today": today})


def telling(name: str) -> list[str]:
    """Return one variation of a calculator for each different reply."""
    return list({respond(request): request for request in variations(name)}.values())


@dataclass(frozen=True)
class Replies:
    """What the built runtime and CPython replied to a request."""

    pyodide: str
    cpython: str

    @property
    def agree(self) -> bool:
        return self.pyodide == self.cpython


@pytest.fixture(scope="session")
def replies(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Replies]:
    """Both replies to each request. They run as one batch, once for all test workers."""
    made = made_once(tmp_path_factory, "replies", ask)
    requests, *both = (
        (made / name).read_text().removesuffix("\n").split("\n") for name in ("requests", "pyodide", "cpython")
    )
    return dict(zip(requests, starmap(Replies, zip(*both, strict=True)), strict=True))


def ask(folder: Path) -> None:
    requests = [
        *(case.request for case in CASES),
        *chain.from_iterable(map(telling, NAMES)),
        *BESIDE,
        *FILES,
        *NO_REQUESTS,
    ]
    (folder / "requests").write_text("".join(f"{request}\n" for request in requests))
    with (folder / "requests").open() as asked:
        answer = ["node", str(ROOT / "macros/runtime/answer-requests.mjs"), str(RUNTIME)]
        told = subprocess.run(answer, stdin=asked, capture_output=True, text=True, check=False)
    assert told.stderr == ""
    (folder / "pyodide").write_text(told.stdout)
    (folder / "cpython").write_text("".join(f"{respond(request)}\n" for request in requests))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gets_the_same_reply_as_in_cpython(case: Case, replies: Mapping[str, Replies]) -> None:
    assert replies[case.request].pyodide == replies[case.request].cpython


@pytest.mark.parametrize("name", NAMES)
def test_requests_that_use_every_figure_get_the_same_replies_as_in_cpython(
    name: str, replies: Mapping[str, Replies]
) -> None:
    requests = [asked for asked in replies if asked.startswith(f'{{"calculator":"{name}"')]
    assert len(requests) > 20
    assert [asked for asked in requests if not replies[asked].agree] == []


def test_pages_files_text_and_moves_are_the_same_as_in_cpython(replies: Mapping[str, Replies]) -> None:
    assert [asked for asked in BESIDE if not replies[asked].agree] == []


def test_rows_read_from_a_file_are_the_same_as_in_cpython(replies: Mapping[str, Replies]) -> None:
    assert [asked for asked in FILES if not replies[asked].agree] == []


@pytest.mark.parametrize("request_text", NO_REQUESTS)
def test_an_invalid_request_is_refused_as_in_cpython(request_text: str, replies: Mapping[str, Replies]) -> None:
    assert replies[request_text].pyodide == replies[request_text].cpython
    assert "problems" in json.read(replies[request_text].pyodide)


# What readers load


@dataclass(frozen=True)
class Packed:
    """What the runtime has: the modules that Python starts with, and the contents of the archive's bundle and the rest.

    `packages` says of every module whether it's a package.
    """

    at_start: Mapping[str, bytes]
    packages: Mapping[str, bool]
    modules: Mapping[str, bytes]
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def packed() -> Packed:
    with zipfile.ZipFile(RUNTIME / "python.zip") as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    packages, paths = marshal.loads(contents.pop("index"))
    bundles = [marshal.loads(bundle) for bundle in (contents.pop("bundle"), REST.read_bytes())]
    modules, files, _ = ({**one, **other} for one, other in zip(*bundles, strict=True))
    assert packages.keys() == modules.keys()
    assert paths == files.keys()
    return Packed(contents, packages, modules, files)


def module(path: str) -> str:
    """Return the full dotted name of the module in a file."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_the_runtime_has_all_our_modules_and_figures(packed: Packed) -> None:
    ours = [path for path in (ROOT / "calculators").rglob("*.*") if path.suffix in (".py", ".toml")]
    left_out = {"__main__.py", "command_line"} | catalogues.unused()
    for path in (path for path in ours if left_out.isdisjoint(path.parts)):
        name = str(path.relative_to(ROOT))
        if path.suffix == ".toml":
            assert json.read(packed.files[name.replace(".toml", ".json")].decode()) == from_toml(path.read_text()), name
        else:
            assert packed.packages[module(name)] == (path.name == "__init__.py"), name


def test_every_module_is_compiled_to_bytecode(packed: Packed) -> None:
    assert [name for name in packed.at_start if not name.endswith(".pyc")] == []
    assert [name for name, code in packed.modules.items() if code[0] & 0x7F != ord("c")] == []


def test_the_runtime_has_only_our_modules_and_standard_library_modules(packed: Packed) -> None:
    with zipfile.ZipFile(ROOT / "node_modules/pyodide/python_stdlib.zip") as archive:
        library = {module(name) for name in archive.namelist()}
    instead = {module(str(path.relative_to(REPLACEMENTS))) for path in REPLACEMENTS.rglob("*.py")}
    assert instead <= packed.modules.keys()
    others = {name for name in packed.modules if not f"{name}.".startswith("calculators.")}
    assert others - library - instead == set()


@pytest.mark.parametrize(
    "unused", ["micropip", "email", "http", "socket", "sqlite3", "test", "tkinter", "unittest", "xml"]
)
def test_the_runtime_leaves_out_unused_modules(unused: str, packed: Packed) -> None:
    assert [name for name in packed.modules if name.partition(".")[0] == unused] == []


def test_the_archive_has_the_figures_of_every_nation() -> None:
    with zipfile.ZipFile(RUNTIME / "python.zip") as archive:
        _, files, _ = marshal.loads(archive.read("bundle"))
    assert {f"calculators/reference/{subject}.json" for subject in subjects()} <= files.keys()


def test_the_archive_and_its_own_bundle_are_all_that_a_calculators_first_answer_needs() -> None:
    asked = {
        name: json.write({"calculator": name, "values": one.values, "today": one.today.isoformat(), "surface": "page"})
        for name in NAMES
        for one in calculators.load(name).EXAMPLES[:1]
    }
    answer = ["node", str(ROOT / "tests/built/answer-without-the-rest.mjs"), str(RUNTIME)]
    told = subprocess.run(answer, input=json.write(asked), capture_output=True, text=True, check=False)
    assert told.stderr == ""
    assert json.read(told.stdout) == {name: respond(request) for name, request in asked.items()}


def test_the_cost_of_court_loads_under_2_5_mb_in_total_and_no_calculator_over_2_9() -> None:
    small = sum(compressed(file) for file in {*LOADED, *SCRIPTS} - {OWN})
    assert small + compressed(OWN) < 2_500_000
    assert small + max(map(compressed, RUNTIME.glob("*.bin"))) < 2_900_000


def compressed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes(), quality=9))
