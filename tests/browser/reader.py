"""Somebody with a browser of their own: what they do, what they see, and all that their page did behind it."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Locator, Request, WebError, Worker, expect

from tests.browser.fault_server import Served

TURN = """path => new Promise((arrived) => {
  const usual = ({ options }) => Math.max(0, [...options].findIndex((one) => one.defaultSelected));
  const isChanged = (box) =>
    box instanceof HTMLSelectElement ? box.selectedIndex !== usual(box)
    : ["radio", "checkbox"].includes(box.type) ? box.checked !== box.defaultChecked
    : box.type === "text" && box.value !== box.defaultValue;
  const brought = () => [...document.querySelectorAll("form.questions :is(input, select)")].some(isChanged);
  document.addEventListener("page", () => setTimeout(() => arrived(brought())), { once: true });
  document.querySelector(".keep .actions > button:last-of-type")?.click();
  document.querySelector(".keep .sure .wrong")?.click();
  const link = document.querySelector("main").appendChild(document.createElement("a"));
  link.href = document.querySelector(".wordmark").href + path;
  link.click();
})"""
"""Clear everything and follow a link that soft navigation takes; whether the page that came has any answers."""

WATCH = Path(__file__).with_name("watch-page.js")
ANSWER = Path(__file__).with_name("answer-questions.js").read_text()
TODAY = date(2026, 11, 22)
PHONE: Mapping[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
CLAIM = "unpaid-invoice-claim"
LIST = "unpaid-invoice-claims"
"""The names under which a device keeps a claim, and a list of them."""

STORED = """async () => [
    ...Object.keys(localStorage), ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
]"""

expect.set_options(timeout=90_000)  # how long to hope before a test fails: a page itself tries again after 30 seconds


class Reader:
    """One browser context with one page, watched from its first request on."""

    def __init__(self, browser: Browser, site: Served, **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(
            base_url=site.address, locale="en-GB", timezone_id="Europe/London", **options
        )
        self.context.set_default_timeout(120_000)
        self.context.add_init_script(path=WATCH)
        self.context.on("console", self._hear)
        self.context.on("weberror", self._mind)
        self.context.on("request", self._note)
        self.page = self.context.new_page()
        self._said: list[str] = []
        self._asked: list[str] = []
        self._provoked: list[str] = []
        self._agreed: set[str] = set()

    # What they do

    def is_today(self, day: date) -> None:
        """Tell the page that is open which day it is, other than the usual one."""
        self.page.evaluate("day => { watched.noon = Date.parse(`${day}T12:00Z`); }", day.isoformat())

    def can_hurry(self) -> None:
        """Let the test move the page's timers on."""
        self.page.clock.install(time=datetime.combine(TODAY, time(12), UTC))

    def lets_it_warm_up(self) -> None:
        """Let the worker of the page that is open go on after an answer, as it does outside tests."""
        self.page.evaluate("() => { watched.mayWarmUp = true; }")

    def opens(self, path: str = "calculators/court_costs/") -> None:
        self.page.goto(path)

    def turns_to(self, path: str) -> None:
        """Go to another page, with an empty form; where a calculator runs already, Python isn't started again."""
        here = self.page.url.removeprefix(self.site.address)
        if not self.workers or here.partition("#")[0] == path or self.page.evaluate(TURN, path):
            self.page.goto("about:blank")  # opening the same address again is a reload, which restores what was typed
            self.opens(path)

    def starts_afresh(self) -> None:
        """Empty the form of the page that is open, and forget what was noted."""
        self.is_today(TODAY)
        self.page.evaluate("() => watched.afresh()")

    def types(self, values: Mapping[str, Any]) -> None:
        """Answer questions by name, those that are folded away too."""
        answers = [*_by_place(values)]
        while answers := answers[self.page.evaluate(ANSWER, answers) :]:
            expect(self.box(answers[0][0])).to_be_enabled()
            expect(self.box(answers[0][0])).to_be_visible()

    def presses(self) -> None:
        """Press the button of the form, once its script has arrived: before that, a press does nothing."""
        self.page.wait_for_load_state()
        self.submit.click()

    def asks(self, words: str) -> None:
        """Wait until the page has asked for something with these words."""
        expect(self.page.locator("html")).to_have_attribute("data-asked", re.compile(re.escape(words)))

    def hears(self, replies: int) -> None:
        """Wait until so many replies have come to the page."""
        expect(self.page.locator("html")).to_have_attribute("data-replies", str(replies))

    def hears_a_reply(self) -> None:
        """Wait until a reply has come to the page."""
        expect(self.page.locator("html")).to_have_attribute("data-replies", re.compile(r"\d"))

    def may_keep(self, name: str = CLAIM) -> None:
        """Say that the device may keep the claim from now on, or the list of claims."""
        self._agreed.add(name)

    def agrees_to_keep(self) -> None:
        """Let this device keep the answers of the page."""
        self.may_keep()
        self.keep.check()

    def holds_replies(self) -> None:
        """Keep from the page what its worker replies."""
        self.page.evaluate("() => { watched.held = []; }")

    def lets_one_go(self) -> None:
        """Wait until one reply is held, let the page have it, and hold the next."""
        expect(self.page.locator("html")).to_have_attribute("data-held", "1")
        self.page.evaluate(
            "() => { delete document.documentElement.dataset.held; watched.held.splice(0).forEach((pass) => pass()); }"
        )

    def lets_go(self, replies: int) -> None:
        """Wait until so many replies are held, and let the page have them."""
        expect(self.page.locator("html")).to_have_attribute("data-held", str(replies))
        self.page.evaluate("() => { const { held } = watched; watched.held = null; held.forEach((pass) => pass()); }")

    # What they see

    @property
    def calculator(self) -> Locator:
        return self.page.locator(".calculator")

    @property
    def submit(self) -> Locator:
        return self.calculator.locator("[type=submit]")

    @property
    def answer(self) -> Locator:
        return self.calculator.locator("section.answer")

    @property
    def headline(self) -> Locator:
        return self.answer.locator("> .headline")

    @property
    def summary(self) -> Locator:
        """What is wrong, all of it, above the form."""
        return self.calculator.locator(".problems")

    @property
    def errors(self) -> Locator:
        """What is wrong, beside each question."""
        return self.calculator.locator(".error:visible")

    @property
    def progress(self) -> Locator:
        return self.calculator.locator(".progress")

    @property
    def status(self) -> Locator:
        return self.calculator.locator(".status")

    def button(self, name: str) -> Locator:
        return self.calculator.get_by_role("button", name=name, exact=True)

    @property
    def keep(self) -> Locator:
        return self.page.get_by_label("Keep these answers on this device")

    @property
    def kept(self) -> list[str]:
        """The names of all that the page has put into any storage, the choice of colours apart."""
        stored: list[str] = self.page.evaluate(STORED)
        return stored

    @property
    def told(self) -> Locator:
        """What the controls of the claim say."""
        return self.page.locator(".keep .told")

    def question(self, name: str) -> Locator:
        return self.calculator.locator(f'[data-field="{name}"]')

    def box(self, name: str) -> Locator:
        return self.question(name).locator("input, select, textarea").first

    def hint(self, name: str) -> str:
        return self.question(name).locator(".hint").inner_text()

    # What their page did

    @property
    def workers(self) -> list[Worker]:
        """The calculator's, of which there should be one at most; the search has its own."""
        return [one for one in self.page.workers if one.url.endswith("/assets/worker.js")]

    @property
    def requests(self) -> list[str]:
        """What the page's worker was asked."""
        return self._watched("requests")

    @property
    def replies(self) -> list[str]:
        """What the worker replied."""
        return self._watched("replies")

    @property
    def headlines(self) -> list[str]:
        """Each answer that stood in the page, in turn."""
        return self._watched("headlines")

    def provokes(self, *texts: str) -> None:
        """Say what the console may show because of what the test itself breaks: parts of its lines."""
        self._provoked += texts

    def faults(self) -> list[str]:
        """All that the page did and nobody asked for."""
        stored: list[str] = self.page.evaluate(STORED)
        unprovoked = [said for said in self._said if not any(text in said for text in self._provoked)]
        elsewhere = [
            f"asked: {url}" for url in self._asked if not url.startswith((self.site.address, "blob:", "data:"))
        ]
        cookies = [f"cookie: {one.get('name')}" for one in self.context.cookies()]
        kept = [f"kept: {name}" for name in stored if name not in self._agreed]
        return [*unprovoked, *elsewhere, *cookies, *kept]

    def _watched(self, what: str) -> list[str]:
        noted: list[str] = self.page.evaluate("what => watched[what]", what)
        return noted

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self._said.append(f"{message.type}: {message.text} ({message.location['url']})")

    def _mind(self, fault: WebError) -> None:
        self._said.append(f"fault: {fault.error}")

    def _note(self, request: Request) -> None:
        self._asked.append(request.url)


def _by_place(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each answer; those of the second row of "invoices" have names like "invoices.2.amount"."""
    for name, given in values.items():
        if isinstance(given, list):
            for number, row in enumerate(given, 1):
                yield from _by_place({f"{name}.{number}.{part}": text for part, text in row.items()})
        else:
            yield name, given
