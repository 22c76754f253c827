"""How the tests run: Hypothesis is never hurried, and tests of the built site want one that is whole and up to date."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Say in one line, before anything runs, that the site is missing or out of date."""
    asked = [Path(argument.partition("::")[0]) for argument in session.config.args]
    if any(map(needs_site, asked)) and (fault := fault_of_site(ROOT)):
        pytest.exit(fault, returncode=1)


def needs_site(path: Path) -> bool:
    """Whether a file of tests, or any in a folder, reads the built site."""
    if path.is_dir():
        return any(map(needs_site, path.rglob("test_*.py")))
    return bool({"tests.built", "tests.browser"} & set(re.findall(r"tests\.\w+", path.read_text())))


def fault_of_site(root: Path) -> str:
    """Why the built site cannot be tested, or nothing."""
    built = root / "site/index.html"
    if not built.exists():
        return "There's no built site: make build"
    sources = (path for name in ("calculators", "docs", "macros") for path in sorted((root / name).rglob("*")))
    for path in (root / "mkdocs.yml", *sources):
        if path.is_file() and path.suffix != ".pyc" and path.stat().st_mtime > built.stat().st_mtime:
            return f"The built site is older than {path.relative_to(root)}: make build"
    return ""
