"""The library as published: its examples run and pass type checking, and a package index accepts its metadata."""

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from packaging.metadata import Metadata

import calculators
from macros.release import build_wheel
from macros.release.make_archive import project

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture(scope="module")
def shown() -> str:
    """All the examples on the library's page, in order, as one program."""
    blocks = python_in((DOCS / "library.md").read_text())
    assert len(blocks) >= 5
    return "\n".join(blocks)


def python_in(page: str) -> list[str]:
    return [one.partition("```")[0] for one in page.split("```python\n")[1:]]


def test_the_examples_run_and_their_assertions_hold(shown: str) -> None:
    assert shown.count("assert") >= 6
    exec(compile(shown, "library.md", "exec"), {})


def test_the_examples_pass_strict_type_checking(shown: str, tmp_path: Path) -> None:
    program = tmp_path / "example.py"
    program.write_text(shown)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", ".cache/mypy", str(program)]
    told = subprocess.run(command, cwd=DOCS.parent, capture_output=True, text=True, check=False)
    assert told.stdout == ""


# The wheel


@pytest.fixture(scope="module")
def wheel() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(build_wheel.make(DOCS.parent).content))


@pytest.fixture(scope="module")
def about(wheel: zipfile.ZipFile) -> Metadata:
    """The wheel's metadata as a package index reads it. Raises an error for anything that an index would refuse."""
    (name,) = [name for name in wheel.namelist() if name.endswith("METADATA")]
    return Metadata.from_email(wheel.read(name), validate=True)


def test_the_wheels_metadata_matches_the_projects(about: Metadata) -> None:
    told = project()
    assert (about.name, str(about.version)) == (told["name"], calculators.__version__)
    assert (about.summary, about.keywords) == (told["description"], told["keywords"])
    assert about.classifiers == told["classifiers"]
    assert str(about.requires_python) == told["requires-python"]


def test_only_the_mcp_extra_needs_another_package(about: Metadata) -> None:
    assert about.provides_extra == ["mcp"]
    (needed,) = about.requires_dist or []
    assert (needed.name, str(needed.marker)) == ("mcp", 'extra == "mcp"')


def test_the_description_has_no_links_and_its_example_runs(about: Metadata) -> None:
    page = about.description or ""
    assert re.findall(r"\]\(", page) == []
    (shown,) = python_in(page)
    exec(compile(shown, "package-readme.md", "exec"), {})
    assert about.project_urls is None


def test_the_wheel_has_every_module_and_figure(wheel: zipfile.ZipFile) -> None:
    ours = (path for path in (DOCS.parent / "calculators").rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {str(path.relative_to(DOCS.parent)) for path in ours} <= set(wheel.namelist())
