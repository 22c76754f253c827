"""A reader's main tasks in two other engines: Firefox and WebKitGTK, which is not the same as Safari on a phone."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Page, Playwright, expect
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

import calculators
from calculators.kernel.output import json
from tests.browser.conftest import lacking
from tests.browser.fault_server import Held, Served
from tests.built.site_files import DEFERRED, NEEDS_DEFERRED, SITE

# Selenium's own code causes this warning.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

HOPE = 90
MINIBROWSER = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
FAULTS = """
  addEventListener("error", ({ message }) => (globalThis.faults ??= []).push(message));
  addEventListener("securitypolicyviolation", ({ blockedURI }) => (globalThis.faults ??= []).push(blockedURI));
"""


class Engine(Protocol):
    """What a reader can do in a browser, whichever tool drives it."""

    def opens(self, address: str) -> None: ...
    def types(self, name: str, text: str) -> None: ...
    def presses(self) -> None: ...
    def sees(self, css: str, text: str) -> None: ...
    def says(self, script: str) -> Any: ...


class Firefox:
    def __init__(self, page: Page) -> None:
        self.page = page

    def opens(self, address: str) -> None:
        self.page.goto(address)

    def types(self, name: str, text: str) -> None:
        box = self.page.locator(f".questions [name='{name}']").first
        if box.evaluate("box => box.localName") == "select":
            box.select_option(text)
        else:
            box.fill(text)

    def presses(self) -> None:
        self.page.locator(".questions [type=submit]").click()

    def sees(self, css: str, text: str) -> None:
        expect(self.page.locator(css)).to_contain_text(text, timeout=HOPE * 1000)

    def says(self, script: str) -> Any:
        return self.page.evaluate(f"() => {{ {script} }}")


class WebKit:
    def __init__(self, driver: webdriver.WebKitGTK) -> None:
        self.driver = driver

    def opens(self, address: str) -> None:
        self.driver.get(address)
        self.driver.execute_script(FAULTS)

    def types(self, name: str, text: str) -> None:
        box = self.driver.find_element(By.CSS_SELECTOR, f".questions [name='{name}']")
        if box.tag_name == "select":
            box.find_element(By.CSS_SELECTOR, f"option[value='{text}']").click()
        else:
            box.clear()
            box.send_keys(text)

    def presses(self) -> None:
        self.driver.find_element(By.CSS_SELECTOR, ".questions [type=submit]").click()

    def sees(self, css: str, text: str) -> None:
        WebDriverWait(self.driver, HOPE, ignored_exceptions=[StaleElementReferenceException]).until(
            lambda driver: text in driver.find_element(By.CSS_SELECTOR, css).text, f"{css} does not say: {text}"
        )

    def says(self, script: str) -> Any:
        return self.driver.execute_script(script)


@pytest.fixture(scope="module", params=["Firefox", "WebKit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "Firefox":
        yield from firefox(request.getfixturevalue("playwright"))
    else:
        yield from webkit()


def firefox(playwright: Playwright) -> Iterator[Engine]:
    path = shutil.which("firefox-esr") or lacking("Firefox", "firefox-esr")
    browser = playwright.firefox.launch(executable_path=path, channel="moz-firefox")
    page = browser.new_page()
    page.add_init_script(FAULTS)
    yield Firefox(page)
    browser.close()


def webkit() -> Iterator[Engine]:
    driver_path, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    if not (driver_path and display and MINIBROWSER):
        lacking("WebKit", "webkit2gtk-driver xvfb xauth")
    with screen(display) as number:
        yield from on_screen(driver_path, number)


@contextmanager
def screen(display: str) -> Iterator[str]:
    """Start a virtual display and yield its number."""
    read, write = os.pipe()
    command = [display, "-displayfd", str(write), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        try:
            yield number
        finally:
            running.terminate()


def on_screen(driver_path: str, number: str) -> Iterator[Engine]:
    options = Options()
    options.binary_location = str(MINIBROWSER[0])
    options.add_argument("--automation")
    service = Service(driver_path, env={**os.environ, "DISPLAY": f":{number}"})
    driver = webdriver.WebKitGTK(options=options, service=service)
    try:
        yield WebKit(driver)
    finally:
        driver.quit()


def cpython_says(engine: Engine, name: str, values: dict[str, str]) -> Any:
    """Return CPython's reply to these values, on the date in the page's browser."""
    today = date.fromisoformat(engine.says("return new Date().toLocaleDateString('sv')"))
    request = {"calculator": name, "values": values, "today": today.isoformat()}
    return json.read(calculators.respond(json.write(request)))


def test_an_amount_typed_while_loading_gets_the_same_answer_as_in_cpython(engine: Engine) -> None:
    with Served(SITE) as site:
        held = Held()
        site.breaks(held, "python.zip")
        engine.opens(f"{site.address}calculators/court_costs/")
        engine.types("amount_owed", "3,000")
        engine.sees(".progress label", "Loading the calculator")
        site.mend()
        expected = cpython_says(engine, "court_costs", {"amount_owed": "3000"})
        engine.sees(".answer[data-state=answer] .headline", expected["result"]["headline"])
        written = engine.says(
            "const place = document.createElement('section');"
            f"place.innerHTML = {json.write(expected['answer'])};"
            "return place.innerHTML === document.querySelector('.calculator > .answer').innerHTML;"
        )
        assert written

        engine.types("amount_owed", "three grand")
        engine.presses()
        engine.sees(".problems", "isn’t a number we can read")
        assert engine.says("return document.activeElement.matches('.problems')")
        assert not engine.says("return globalThis.faults")


def test_an_answer_that_needs_the_rest_of_the_runtime_waits_for_it(engine: Engine) -> None:
    with Served(SITE) as site:
        engine.opens(f"{site.address}calculators/court_costs/")
        engine.types("amount_owed", NEEDS_DEFERRED)
        engine.presses()
        engine.sees(".problems", "isn’t a number we can read")
        assert any(path.endswith(DEFERRED.name) for path in site.asked)
        assert not engine.says("return globalThis.faults")


def test_a_letter_has_the_same_headline_as_in_cpython(engine: Engine) -> None:
    example = calculators.load("reminder").EXAMPLES[0]
    typed = {name: str(value) for name, value in example.values.items() if name in LETTER}
    with Served(SITE) as site:
        engine.opens(f"{site.address}drafts/reminder/")
        for name, text in typed.items():
            engine.types(name, text)
        engine.presses()
        expected = cpython_says(engine, "reminder", typed)
        engine.sees(".answer[data-state=answer] .headline", expected["result"]["headline"])
        assert not engine.says("return globalThis.faults")


LETTER = (
    "amount_owed",
    "invoice_numbers",
    "work",
    "your_name",
    "your_business",
    "customer_name",
    "due_date",
    "what_for",
)
