"""Adding a calculator: every list names it, and the generated files pass the checks."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import calculators
from macros.new_calculator.add_calculator import LISTINGS, CannotBeAdded, Listing, lay
from tests import ROOT

COPIED = ("calculators", "docs", "macros", "tests", "README.md", "CONTRIBUTING.md", "mkdocs.yml", "pyproject.toml")
ASKED = [
    "tests/test_cases.py", "tests/test_every_calculator.py", "tests/test_imports.py", "tests/test_new_calculator.py",
    "tests/test_respond.py", "tests/test_summary.py",
]  # fmt: skip
CHECKED = "storage_charge or is_in_each_list or that_the_answers_allow"


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.file)
def test_every_calculator_is_in_each_list(listing: Listing) -> None:
    titles = {name: calculators.load(name).TITLE for name in calculators.names()}
    missing = [line for name, title in titles.items() if (line := listing.missing(ROOT, name, title))]
    assert not missing, f"Add to {listing.file}:\n" + "\n".join(missing)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project without generated files."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "browser"))
        else:
            shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_a_new_calculator_passes_the_checks_of_every_calculator(copy: Path) -> None:
    told = list(lay(copy, "storage_charge", "Storage charge"))
    assert len(told) == 6
    files = [line.partition(":")[0] for line in told if line.endswith(": new")]
    python = [name for name in files if name.endswith(".py")]
    run(copy, "ruff", "check", *python)
    run(copy, "ruff", "format", "--check", *python)
    run(copy, "pytest", "-q", "-k", CHECKED, *ASKED)


def run(copy: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("Storage", "Storage", "lower case"),
        ("court_costs", "Cost of court", "already exists"),
        ("storage_charge", 'Storage "charge"', "begin with a capital"),
    ],
)
def test_an_invalid_name_or_title_is_refused_before_anything_is_written(
    tmp_path: Path, name: str, title: str, said: str
) -> None:
    (tmp_path / "calculators/court_costs").mkdir(parents=True)
    with pytest.raises(CannotBeAdded, match=said):
        list(lay(tmp_path, name, title))
    assert [path.name for path in tmp_path.rglob("*.py")] == []
