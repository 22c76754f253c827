"""The library as it is shown: its examples run, and type checkers follow them."""

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture(scope="module")
def shown() -> str:
    """The examples of the page, in order, as one program."""
    page = (DOCS / "library.md").read_text()
    blocks = [one.partition("```")[0] for one in page.split("```python\n")[1:]]
    assert len(blocks) >= 5
    return "\n".join(blocks)


def test_the_examples_run_and_hold_what_they_say(shown: str) -> None:
    assert shown.count("assert") >= 6
    exec(compile(shown, "library.md", "exec"), {})


def test_the_examples_are_typed(shown: str, tmp_path: Path) -> None:
    program = tmp_path / "example.py"
    program.write_text(shown)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", ".cache/mypy", str(program)]
    told = subprocess.run(command, cwd=DOCS.parent, capture_output=True, text=True, check=False)
    assert told.stdout == ""
