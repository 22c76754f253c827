"""Measures the time to the first answer: `python -m tests.bench`, once the site is built."""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from playwright.sync_api import Browser, sync_playwright

from calculators import respond
from calculators.kernel.base.money import pounds_and_pence
from tests.browser.chromium import launch

from .cpu_throttling import slow_processor
from .download_sizes import download_sizes
from .heavy_workloads import heavy_requests
from .network_throttling import slow_connection
from .page_visits import Question, Visit, cold, returning, untouched, visit
from .report import Report, summarise, targets
from .serving import OURS, PLAIN, ROOT, micropip, served

CACHE = ROOT / ".cache/bench"
FIRST, OTHERS = 3000, range(100, 10_000, 83)
RETURNS = 3
TODAY = date.today()  # noqa: DTZ011 the pages use the local date


def main() -> int:
    """Run the benchmark, then save and print its report. Returns 1 if a target is missed, otherwise 0."""
    parser = ArgumentParser(prog="python -m tests.bench", description="Measures how soon the first answer comes.")
    parser.add_argument("--runs", type=int, default=7, help="visits to each page, in turn [7]")
    report = measure(parser.parse_args().runs)
    (CACHE / "last.json").write_text(json.dumps(asdict(report), indent=1))
    print(report)
    return 0 if all(target.met for target in report.targets) else 1


def measure(runs: int) -> Report:
    """Visit every page, timing its answers and adding up the bytes that it downloads."""
    CACHE.mkdir(parents=True, exist_ok=True)
    about, few, first = _about(runs), min(runs, RETURNS), _question(FIRST)
    with served(CACHE, TODAY) as (folder, root, paths):
        addresses = {page: root + path for page, path in paths.items()}
        with sync_playwright() as playwright, launch(playwright) as browser:
            visits, idle = _in_turn(browser, addresses, runs), untouched(browser, addresses[OURS])
            profiles = _answered(addresses, few, lambda address: returning(playwright, address, first))
            fetched = {page: download_sizes(of[0].requested, folder, CACHE) for page, of in visits.items()}
            light = download_sizes(idle, folder, CACHE)
            with slow_connection(folder, CACHE) as slow_root:
                slow = {page: slow_root + path for page, path in paths.items()}
                connection = _answered(slow, few, lambda address: cold(browser, address, first))
            with slow_processor():
                processor = _answered(addresses, few, lambda address: cold(browser, address, first))
    pages = {
        page: summarise(of, fetched[page], profiles[page], connection[page], processor[page])
        for page, of in visits.items()
    }
    return Report(about=about, pages=pages, targets=targets(pages[OURS], pages[PLAIN], light), visits=visits)


def _about(runs: int) -> str:
    """The conditions of the run: visits, cores, load average at the start, and whether micropip is missing."""
    with_all = "" if micropip(CACHE) else ", plain Pyodide without micropip as it could not be fetched"
    return f"{runs} visits to each page, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before{with_all}"


def _in_turn(browser: Browser, addresses: Mapping[str, str], runs: int) -> dict[str, list[Visit]]:
    """Visit each page `runs` times, in turn, so any other load on the machine affects all pages equally."""
    first, *others = map(_question, (FIRST, *OTHERS))
    heavy = heavy_requests(TODAY)
    visits: dict[str, list[Visit]] = {page: [] for page in addresses}
    for _ in range(runs):
        for page, address in addresses.items():
            visits[page].append(visit(browser, address, first, others, heavy))
    return visits


def _answered(addresses: Mapping[str, str], times: int, first_answer: Callable[[str], float]) -> dict[str, list[float]]:
    """Times to the first answer in milliseconds, visiting the pages in turn."""
    found: dict[str, list[float]] = {page: [] for page in addresses}
    for _ in range(times):
        for page, address in addresses.items():
            found[page].append(first_answer(address))
    return found


def _question(amount: int) -> Question:
    """An amount to type, and texts that the correct answer contains, as calculated by CPython."""
    asked = {"calculator": "court_costs", "values": {"amount_owed": str(amount)}, "today": TODAY.isoformat()}
    result = json.loads(respond(json.dumps(asked)))["result"]
    fee, net = (pounds_and_pence(Decimal(result[name])) for name in ("issue_fee", "expected_net"))
    return Question(typed=str(amount), texts=[f"you pay {fee.removesuffix('.00')} to start", net])


if __name__ == "__main__":
    sys.exit(main())
