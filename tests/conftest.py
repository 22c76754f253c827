"""Settings for test runs: Hypothesis has no deadline, and tests of the built site run only if it's up to date."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import ROOT

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

OF_THE_SITE = [ROOT / "tests/built", ROOT / "tests/browser"]


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Stop with a one-line message, before any test runs, if the built site is missing or out of date."""
    asked = [Path(argument.partition("::")[0]) for argument in session.config.args]
    ignored = [Path(path) for path in session.config.getoption("ignore") or ()]
    if needs_site(asked, ignored) and (fault := fault_of_site(ROOT)):
        pytest.exit(fault, returncode=1)


def needs_site(asked: list[Path], ignored: list[Path]) -> bool:
    """Whether the paths to test include tests of the built site, other than ignored ones."""
    wanted = [folder for folder in OF_THE_SITE if folder not in (path.resolve() for path in ignored)]
    return any(
        path.is_relative_to(folder) or folder.is_relative_to(path)
        for path in (one.resolve() for one in asked)
        for folder in wanted
    )


def fault_of_site(root: Path) -> str:
    """Why the built site can't be tested, or an empty string if it can."""
    built = root / "site/index.html"
    if not built.exists():
        return "There's no built site: make build"
    sources = (path for name in ("calculators", "docs", "macros") for path in sorted((root / name).rglob("*")))
    for path in (root / "mkdocs.yml", *sources):
        if path.is_file() and path.suffix != ".pyc" and path.stat().st_mtime > built.stat().st_mtime:
            return f"The built site is older than {path.relative_to(root)}: make build"
    return ""
