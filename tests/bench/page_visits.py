"""Opens a page with an empty cache and then again with a full one, and times its answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Worker

from calculators import respond
from tests.browser.chromium import launch_with_profile

TIME_ANSWERS = Path(__file__).with_name("time_answers.js").read_text()
SETTLING = 3000  # milliseconds for the browser to save its compiled code
TIME_WORKER_REPLIES = Path(__file__).with_name("time_worker_replies.js").read_text()


@dataclass(frozen=True, kw_only=True)
class Question:
    """An amount to type, and texts that the correct answer contains."""

    typed: str
    texts: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class LongTask:
    """A period of over 50 ms during which the main thread was blocked. Times are in milliseconds."""

    start: float
    duration: float


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A visit with an empty cache (cold), then with a full one (warm). Times are in milliseconds.

    `touched`, `long_tasks` and `requested` are from the cold visit.
    """

    touched: float
    cold: float
    warm: float
    long_tasks: Sequence[LongTask]
    requested: Sequence[str]
    answered: Sequence[float]
    round_trips: Sequence[float]
    calculated: Sequence[float]
    heaviest: Mapping[str, Sequence[float]]


def visit(
    browser: Browser,
    address: str,
    first: Question,
    others: Sequence[Question],
    heaviest: Mapping[str, Sequence[str]],
) -> Visit:
    """Ask the first question with an empty cache, then reload the page and ask the first and all the other questions.

    Finally, send the slowest requests straight to the worker. A new browser context has an empty cache: neither files
    nor the code compiled from them.
    """
    with browser.new_context() as context:
        page, requested = _open(context, first)
        cold, fetched = _first_answer(page, address), tuple(requested)
        warm = _first_answer(page, address)
        for worker in page.workers:
            worker.evaluate(TIME_WORKER_REPLIES)
        again = page.evaluate("(questions) => bench.again(questions)", [asdict(question) for question in others])
        return Visit(
            touched=cold["touched"],
            cold=cold["seen"],
            warm=warm["seen"],
            long_tasks=[LongTask(**task) for task in cold["tasks"]],
            requested=fetched,
            answered=[one["answered"] for one in again],
            round_trips=[one["roundTrip"] for one in again if page.workers],
            calculated=[time for worker in page.workers for time in worker.evaluate("() => bench")],
            heaviest={name: _asked(page.workers, asked) for name, asked in heaviest.items()},
        )


def _asked(workers: Sequence[Worker], requests: Sequence[str]) -> Sequence[float]:
    """How long a worker takes to answer each request, in milliseconds.

    Leaves out the first request, because it may load modules that the others need.
    Raises ValueError if a reply differs from CPython's.
    """
    for worker in workers:
        times = [worker.evaluate("async (request) => (await ask(request)).time", request) for request in requests]
        for request in requests:
            if worker.evaluate("async (request) => (await ask(request)).reply", request) != respond(request):
                raise ValueError(f"the worker answers otherwise: {request}")
        return times[1:]
    return []


def cold(browser: Browser, address: str, first: Question) -> float:
    """The time to the first answer with an empty cache, in milliseconds."""
    with browser.new_context() as context:
        page, _ = _open(context, first)
        return float(_first_answer(page, address)["seen"])


def returning(playwright: Playwright, address: str, first: Question) -> float:
    """The time to the first answer, in milliseconds, in a browser reopened after one visit.

    Unlike a new context, a profile keeps the browser's compiled code on disk.
    """
    with TemporaryDirectory() as profile:
        with launch_with_profile(playwright, Path(profile)) as context:
            page, _ = _open(context, first)
            _first_answer(page, address)
            page.wait_for_timeout(SETTLING)
        with launch_with_profile(playwright, Path(profile)) as context:
            page, _ = _open(context, first)
            return float(_first_answer(page, address)["seen"])


def untouched(browser: Browser, address: str) -> Sequence[str]:
    """The URLs that a page requests without any interaction."""
    with browser.new_context() as context:
        page, requested = _open(context, None)
        page.goto(address, wait_until="networkidle")
        return tuple(requested)


def _open(context: BrowserContext, first: Question | None) -> tuple[Page, list[str]]:
    requested: list[str] = []
    context.on("request", lambda request: requested.append(request.url))
    context.add_init_script(f"globalThis.bench = {json.dumps({'first': first and asdict(first)})};\n{TIME_ANSWERS}")
    return context.new_page(), requested


def _first_answer(page: Page, address: str) -> dict[str, Any]:
    page.goto(address, wait_until="commit")
    told: dict[str, Any] = page.evaluate("() => bench.answered")
    return told
