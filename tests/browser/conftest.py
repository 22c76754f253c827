"""A browser for each module of tests; for each test, a site that may break and readers who leave nothing behind."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.branded_copy import built_copy
from tests.browser.chromium import launch
from tests.browser.fault_server import Served
from tests.browser.reader import Reader
from tests.built.site_files import SITE

Visit = Callable[..., Reader]
COMPILE_ONCE = "--js-flags=--liftoff-only --no-turbofan"
"""Neither WebAssembly nor scripts are compiled a second time to run faster: the same results with a third less work."""


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    try:
        chromium = launch(playwright, COMPILE_ONCE)
    except FileNotFoundError as missing:
        pytest.exit(str(missing), returncode=1)
    yield chromium
    chromium.close()


def lacking(name: str, packages: str) -> NoReturn:
    """An engine that is not here is passed over, aloud; on a build server it has to be here."""
    sentence = f"NOT TESTED in {name}, which is not here (on Debian: apt-get install {packages})"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture
def site() -> Iterator[Served]:
    """The built site, whose files a test may break."""
    with Served(SITE) as served:
        yield served


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a service builds it: the project unchanged, with the service's own files beside it."""
    return built_copy(tmp_path_factory)


@pytest.fixture
def visit(browser: Browser, site: Served) -> Iterator[Visit]:
    """A new reader, with the options of a browser context."""
    readers: list[Reader] = []

    def come(**options: Any) -> Reader:
        readers.append(Reader(browser, site, **options))
        return readers[-1]

    yield come
    for reader in readers:
        faults = reader.faults()
        reader.context.close()
        assert faults == []


@pytest.fixture
def reader(visit: Visit) -> Reader:
    return visit()


@pytest.fixture(scope="module")
def regular(browser: Browser) -> Iterator[Reader]:
    """A reader whose calculator has been running for a while; they never leave its page."""
    with Served(SITE) as served:
        reader = Reader(browser, served)
        reader.opens()
        yield reader
        reader.context.close()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Reader]:
    """A reader who goes from page to page."""
    with Served(SITE) as served:
        reader = Reader(browser, served)
        yield reader
        reader.context.close()


@pytest.fixture
def desk(regular: Reader) -> Iterator[Reader]:
    """The regular reader, with an empty form."""
    regular.starts_afresh()
    yield regular
    assert regular.faults() == []
