"""Which modules may import which, and which may use the clock, the disk or the network."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import calculators
from calculators import ROOMS, kernel
from tests import ROOT

MODULES = sorted(path for folder in ("calculators", "macros") for path in (ROOT / folder).rglob("*.py"))
WORLD = {
    "asyncio", "http", "multiprocessing", "os", "pathlib", "random", "requests", "shutil", "socket",
    "subprocess", "tempfile", "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
EXTRAS = {"calculators/command_line/mcp_server.py": {"mcp"}}
"""Modules that need an optional extra, and the packages it installs. A command imports these modules only when run."""

CALCULATORS = set(calculators.names())
OF_THE_PACKAGE = {"calculators", "calculators.__version__"}
"""Names that the package defines before it imports anything; every module may import them."""

CLOCK = {"today", "now", "utcnow"}

BELOW_OUTPUT = {"kernel/base", "kernel/figures", "kernel/contract"}
KERNEL = BELOW_OUTPUT | {"kernel/law", "kernel/letters", "kernel/output"}
MAY_IMPORT: dict[str, set[str]] = {
    "kernel/base": set(),
    "kernel/figures": {"kernel/base"},
    "kernel/contract": {"kernel/base", "kernel/figures"},
    "kernel/law": {"kernel/base", "kernel/figures"},
    "kernel/letters": BELOW_OUTPUT | {"kernel/law"},
    "kernel/output": BELOW_OUTPUT | {"kernel/letters"},
    "kernel/extras": BELOW_OUTPUT | {"kernel/output"},
    "kernel": KERNEL,
    "a calculator": {"kernel"},
    "drafts": {"kernel", "a calculator"},
    "catalogue": {"kernel/contract", "drafts"},
    "answering": BELOW_OUTPUT | {"kernel/output"},
    "batch": BELOW_OUTPUT | {"kernel/output", "kernel/extras", "catalogue", "answering"},
    "summary": KERNEL | {"kernel", "a calculator", "catalogue", "answering"},
    "requests": BELOW_OUTPUT | {"kernel/output", "kernel/extras", "catalogue", "answering", "batch", "summary"},
    "calculators": {"catalogue", "answering", "requests"},
    "translated_replies": BELOW_OUTPUT | {"kernel/output", "kernel/extras", "requests"},
    "command line": KERNEL | {"kernel/extras", "calculators", "catalogue", "answering", "batch", "summary"},
    "macros/build_date": set(),
    "macros/content_policy": set(),
    "macros/own_scripts": set(),
    "macros/page_postprocessing": {"kernel", *KERNEL},
    "macros/translations": KERNEL | {"kernel/extras", "calculators", "translated_replies"},
    "macros/runtime": {"calculators", "summary", "translated_replies", "macros/translations", *KERNEL},
    "macros/offline": {"macros/content_policy", "macros/own_scripts", "macros/runtime"},
    "macros/build_steps": KERNEL | {
        "kernel", "calculators", "summary", "command line",
        "macros/build_date", "macros/content_policy", "macros/offline", "macros/page_postprocessing", "macros/release", "macros/runtime",
        "macros/own_scripts", "macros/translations", "kernel/extras", "translated_replies",
    },
    "macros/page_macros": KERNEL | {
        "kernel", "kernel/extras", "a calculator", "calculators", "summary",
        "macros/build_date", "macros/build_steps", "macros/offline", "macros/page_postprocessing",
    },
    "macros/book": KERNEL | {"kernel", "a calculator", "calculators", "macros/build_date", "macros/page_postprocessing"},
    "macros/release": {"calculators", "macros/content_policy", "macros/translations"},
    "macros/compare_properdocs_build": set(),
    "macros/new_calculator": set(),
    "macros/serve": set(),
}  # fmt: skip
"""Which packages each package may import, besides itself. CONTRIBUTING.md has the same table."""


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            named = ".".join(part for part in (above, node.module or "") if part)
            yield from (f"{named}.{alias.name}" for alias in node.names)


def package_of(name: str) -> str:
    """The package of a module, or of a name in it. Names exported by `kernel/__init__.py` count as `kernel`."""
    top, *rest = name.split(".")
    if not rest:
        return top
    if top == "macros":
        return f"macros/{rest[0]}"
    if rest[0] == "kernel":
        in_a_package = len(rest) > 1 and f"kernel/{rest[1]}" in MAY_IMPORT and ".".join(rest[1:]) not in kernel.__all__
        return f"kernel/{rest[1]}" if in_a_package else "kernel"
    if rest[0] in CALCULATORS:
        return "a calculator"
    if rest[0] in ("__main__", "command_line"):
        return "command line"
    return rest[0] if rest[0] in ROOMS else "calculators"


def broken_rules(path: Path) -> Iterator[str]:
    """A message for each import in a file that breaks the rules."""
    place = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    own = "a calculator" if package_of(place) == "calculators" != place else package_of(place)
    allowed = sys.stdlib_module_names | {"calculators"} | EXTRAS.get(str(path.relative_to(ROOT)), set())
    for name in imports(path):
        top, package = name.partition(".")[0], package_of(name)
        if top in ("calculators", "macros") and name not in OF_THE_PACKAGE:
            if package not in MAY_IMPORT.get(own, set()) | {own}:
                yield f"{own} may not import {name}, which is in {package}: see CONTRIBUTING.md"
        elif place.startswith("calculators") and top not in allowed:
            yield f"{name} is not in the standard library"
        if place.startswith("calculators") and own != "command line" and top in WORLD:
            yield f"{name} reaches outside"


def test_the_allowed_imports_have_no_cycles() -> None:
    TopologicalSorter(MAY_IMPORT).prepare()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_keeps_the_import_rules(path: Path) -> None:
    assert list(broken_rules(path)) == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("calculators/kernel/law/x.py", "from calculators import court_costs"),
        ("calculators/kernel/x.py", "from ..court_costs import Inputs"),
        ("calculators/kernel/base/x.py", "from calculators.kernel.figures.reference import figure"),
        ("calculators/kernel/figures/x.py", "from ..law import court_fees"),
        ("calculators/kernel/contract/x.py", "from calculators.kernel.output import json"),
        ("calculators/kernel/law/x.py", "from calculators.kernel import figure"),
        ("calculators/kernel/letters/x.py", "from calculators.kernel.output.citations import cite"),
        ("calculators/kernel/output/x.py", "from calculators.kernel.extras import answer_extras"),
        ("calculators/x.py", "from .kernel.base import money"),
        ("calculators/x.py", "from calculators import load"),
        ("calculators/x.py", "from calculators.drafts import reminder"),
        ("calculators/x/sums.py", "from calculators.kernel.base.money import NIL"),
        ("calculators/drafts/x.py", "from calculators.kernel.letters.paragraphs import blocks"),
        ("calculators/catalogue.py", "from calculators import summary"),
        ("calculators/answering.py", "from calculators.catalogue import load"),
        ("calculators/__init__.py", "from . import summary"),
        ("calculators/x.py", "import requests"),
        ("calculators/x.py", "import yaml"),
        ("calculators/command_line/x.py", "import mcp"),
        ("calculators/requests.py", "from calculators.command_line import json_schema"),
        ("calculators/x.py", "from macros import page_postprocessing"),
        ("calculators/x.py", "import time"),
        ("macros/page_postprocessing.py", "from macros.build_steps import glossary"),
        ("macros/build_steps/x.py", "from macros.page_macros import define_env"),
        ("macros/book/x.py", "from macros.build_steps import contrast"),
    ],
)
def test_a_forbidden_import_is_caught(place: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert list(broken_rules(path))


def clock_reads(source: str) -> list[str]:
    """The expressions in a file that read today's date or the time."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and ast.unparse(node.value).endswith(("date", "datetime"))
    ]


def test_no_module_is_over_400_lines() -> None:
    assert [path for path in MODULES if len(path.read_text().splitlines()) > 400] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_and_the_build_read_the_clock(path: Path) -> None:
    reads_it = {ROOT / "calculators/__main__.py", ROOT / "macros/build_date.py"}
    allowed = ["date.today"] if path in reads_it else []
    assert clock_reads(path.read_text()) == allowed


def test_reading_the_clock_is_caught() -> None:
    assert clock_reads("import datetime\nx = datetime.datetime.now()") == ["datetime.datetime.now"]
