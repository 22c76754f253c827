"""Measures a second calculator's time to answer, relative to the first: `python -m tests.bench.second_calculator`."""

import sys
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from macros.serve import server
from tests.browser.chromium import launch

from .serving import ROOT

MOST = 0.3
FIRST, SECOND = "calculators/court_costs/", "calculators/mediation_fee/"
ANSWERED = """(amount) => new Promise((tell) => {
  const box = document.querySelector("[name=amount_owed]");
  const answer = document.querySelector(".calculator > .answer");
  new MutationObserver(() => answer.dataset.state === "answer" && tell(performance.timeOrigin + performance.now()))
    .observe(answer, { attributes: true });
  box.value = amount;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""
TURNED = """(path) => new Promise((tell) => {
  const start = performance.timeOrigin + performance.now();
  document.addEventListener("page", () => setTimeout(() => tell(start)), { once: true });
  [...document.querySelectorAll("#menu a")].find((link) => link.href.endsWith(path)).click();
})"""
STARTED = "() => performance.timeOrigin"


def main(runs: int = 5) -> int:
    with server(ROOT / "site") as running:
        Thread(target=running.serve_forever, daemon=True).start()
        with sync_playwright() as playwright, launch(playwright) as browser:
            ratios = [ratio(browser, f"http://127.0.0.1:{running.server_port}/") for _ in range(runs)]
        running.shutdown()
    found = median(ratios)
    sys.stdout.write(
        f"{'met' if found <= MOST else 'MISSED':<8}second calculator, at most {MOST} of the first: {found:.3f}\n"
    )
    return 0 if found <= MOST else 1


def ratio(browser: Browser, root: str) -> float:
    """The second page's time from opening to answer, opened from the menu, over the first's, with an empty cache."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(root + FIRST)
        first = page.evaluate(ANSWERED, "3000") - page.evaluate(STARTED)
        start = page.evaluate(TURNED, SECOND)
        return float((page.evaluate(ANSWERED, "5000") - start) / first)


if __name__ == "__main__":
    sys.exit(main())
