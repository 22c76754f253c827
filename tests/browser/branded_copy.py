"""The copy of the site that a service builds from its settings file, and what the service's own settings are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT, made_once

BRAND = ROOT / "tests/brand"
NEEDED = ("mkdocs.yml", "docs", "macros", "calculators")
NAME = "Harbour &amp; Quay Advice"
SETTINGS: dict[str, Any] = yaml.safe_load((BRAND / "service.yml").read_text())["extra"]["service"]
COLOUR = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"


def built_copy(factory: pytest.TempPathFactory) -> Path:
    """The folder of the built copy, which is built once per test run, for all modules and workers."""
    return made_once(factory, "service", build) / "site"


def build(folder: Path) -> None:
    for name in NEEDED:
        (folder / name).symlink_to(ROOT / name)
    for file in BRAND.iterdir():
        shutil.copy(file, folder)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "service.yml"]
    done = subprocess.run(mkdocs, cwd=folder, env=os.environ | {"PDF": "no"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
