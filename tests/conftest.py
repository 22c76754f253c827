"""How the tests run: Hypothesis is never hurried, since time is no part of a result here; two tests run at a time."""

import pytest
from hypothesis import HealthCheck, settings

TOGETHER = {"test_pyodide", "test_book", "test_brand", "test_hosted", "test_engines", "test_copy", "test_guards"}
"""Files whose tests share a build, an interpreter or a browser of their own: one worker runs them all."""

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in TOGETHER:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
