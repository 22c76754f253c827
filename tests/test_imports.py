"""Who may import whom, and who may look at the clock, the disk or the network."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculators import ROOMS, kernel

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("calculators", "macros") for path in (ROOT / folder).rglob("*.py"))
WORLD = {
    "asyncio", "http", "multiprocessing", "os", "pathlib", "random", "requests", "shutil", "socket",
    "subprocess", "tempfile", "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
DOOR = set(kernel.__all__)
CLOCK = {"today", "now", "utcnow"}


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


def is_tool(place: tuple[str, ...]) -> bool:
    """Whether a file is part of a calculator or a draft, as against the rooms that they share."""
    return place[0] == "calculators" and (place[1] == "drafts" or not ({place[1]} & ROOMS or place[1].startswith("__")))


def broken_rules(path: Path) -> Iterator[str]:
    """The imports of a file that its place forbids."""
    place = path.relative_to(ROOT).parts
    for name in imports(path):
        top = name.partition(".")[0]
        if place[0] == "calculators" and top not in sys.stdlib_module_names | {"calculators"}:
            yield f"{name} is not in the standard library"
        if (
            place[:2] == ("calculators", "kernel")
            and top == "calculators"
            and not name.startswith("calculators.kernel")
        ):
            yield f"the kernel knows no calculator, but imports {name}"
        if (
            is_tool(place)
            and name.startswith("calculators.kernel.")
            and name.removeprefix("calculators.kernel.") not in DOOR
        ):
            yield f"a calculator comes in by the kernel's door, but imports {name}"
        if top == "macros" and place[0] != "macros":
            yield "nothing imports macros"
        if place[0] == "calculators" and place[-1] != "__main__.py" and top in WORLD:
            yield f"{name} reaches outside"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_keep_the_rules(path: Path) -> None:
    assert list(broken_rules(path)) == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("calculators/kernel/x.py", "from calculators import court_costs"),
        ("calculators/kernel/x.py", "from ..court_costs import Inputs"),
        ("calculators/x.py", "from .kernel.base import money"),
        ("calculators/x/sums.py", "from calculators.kernel.base.money import NIL"),
        ("calculators/drafts/x.py", "from calculators.kernel.letters import letter"),
        ("calculators/x.py", "import requests"),
        ("calculators/x.py", "import yaml"),
        ("calculators/x.py", "from macros import guards"),
        ("calculators/x.py", "import time"),
    ],
)
def test_the_rules_catch_what_breaks_them(
    place: str, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    path.write_text(source)
    assert list(broken_rules(path))


def clock_reads(source: str) -> list[str]:
    """Where a file asks what day or time it is."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and ast.unparse(node.value).endswith(("date", "datetime"))
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_command_line_reads_the_clock(path: Path) -> None:
    allowed = ["date.today"] if path == ROOT / "calculators/__main__.py" else []
    assert clock_reads(path.read_text()) == allowed


def test_a_clock_read_is_seen() -> None:
    assert clock_reads("import datetime\nx = datetime.datetime.now()") == ["datetime.datetime.now"]
