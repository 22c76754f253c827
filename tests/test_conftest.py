"""The message of a test run if the built site is missing or out of date."""

import os
from pathlib import Path

from tests import ROOT
from tests.conftest import fault_of_site, needs_site


def test_a_missing_or_outdated_site_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "site").mkdir()
    page, built, config = tmp_path / "docs/index.md", tmp_path / "site/index.html", tmp_path / "mkdocs.yml"
    page.touch()
    config.touch()
    assert fault_of_site(tmp_path) == "There's no built site: make build"
    built.touch()
    for path, moment in ((page, 1), (config, 1), (built, 2)):
        os.utime(path, (moment, moment))
    assert fault_of_site(tmp_path) == ""
    os.utime(page, (3, 3))
    assert fault_of_site(tmp_path) == "The built site is older than docs/index.md: make build"


def test_only_tests_of_the_built_site_need_it() -> None:
    assert needs_site([ROOT / "tests"], [])
    assert needs_site([ROOT / "tests/built/test_guide.py"], [])
    assert needs_site([ROOT / "tests"], [ROOT / "tests/browser"])
    assert not needs_site([ROOT / "tests"], [ROOT / "tests/browser", ROOT / "tests/built"])
    assert not needs_site([ROOT / "tests/test_cases.py"], [])
