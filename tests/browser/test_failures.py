"""When something breaks, the page says so in plain words, keeps what was typed and works again after the fault ends."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.fault_server import Fault, Held, Served, cut, garbled, instead, missing, shortened, unreachable
from tests.browser.reader import Reader
from tests.built.site_files import OWN, SITE

KEPT = "What you typed is still here."
GONE = f"This site has changed since you opened this page. Load the page again to carry on. {KEPT}"
OFFLINE = f"The calculator couldn’t be downloaded. Check your connection, then try again. {KEPT}"
DAMAGED = f"The calculator didn’t load properly. Try again. {KEPT}"
AGAIN = KEPT
"""Matches both OFFLINE and DAMAGED: a browser does not always say which has happened."""
CRASHED = f"The calculator has stopped working three times with these answers. Change one of them, or try again. {KEPT}"
MEMORY = f"Your device doesn’t have enough memory for the calculator. Close some other pages, then try again. {KEPT}"
TOO_OLD = "This browser is too old for the calculator. Try a newer one."

DIES_WHEN_ASKED = """
addEventListener("message", ({ data }) => {
  if ("request" in data) throw Error("struck down");
  if ("runtime" in data) postMessage({ ready: true });
});
"""
REFUSES_WORKERS = """
globalThis.Worker = class extends Worker {
  constructor(url, options) {
    if (String(url).endsWith("/assets/worker.js")) throw new DOMException("no workers here", "SecurityError");
    super(url, options);
  }
};
"""
ENDS_SLOWLY = """
const { terminate } = Worker.prototype;
Worker.prototype.terminate = function () { setTimeout(() => terminate.call(this), 500); };
"""
KNOWS_NO_MODULES = """
globalThis.Worker = class extends Worker {
  constructor(url, options) {
    if (String(url).endsWith("/assets/worker.js")) return new EventTarget();
    super(url, options);
  }
};
Object.assign(EventTarget.prototype, { postMessage() {}, terminate() {} });
"""


NO_MEMORY = {
    "it starts": "WebAssembly.Memory = class { constructor() { throw RangeError('no memory'); } };",
    "it answers": "const full = WebAssembly.Memory.prototype; full.grow = () => { throw RangeError('no memory'); };"
    "const ask = self.addEventListener.bind(self); self.addEventListener = (type, heard, once) =>"
    "  ask(type, (event) => { if (event.data?.request) event.data.request += ' '.repeat(64e6); heard(event); }, once);",
}


def types(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "3000", "own_hours": "2"})


def is_told(reader: Reader, sentence: str) -> None:
    """Check that the page gives the reason, links to working it out by hand and keeps what was typed."""
    expect(reader.status).to_contain_text(sentence)
    expect(reader.status.get_by_role("link", name="Work it out by hand")).to_be_visible()
    expect(reader.progress.get_by_role("progressbar")).to_have_count(0)
    expect(reader.answer).to_have_attribute("data-state", "example")
    expect(reader.box("amount_owed")).to_have_value("3000")
    expect(reader.box("own_hours")).to_have_value("2")


def is_answered(reader: Reader) -> None:
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.progress).to_be_hidden()
    expect(reader.status).not_to_contain_text(KEPT)
    expect(reader.box("amount_owed")).to_have_value("3000")
    expect(reader.box("own_hours")).to_have_value("2")


WASM, ARCHIVE, MODULE, LOADER = "pyodide.asm.wasm", "python.zip", "pyodide.asm.mjs", "pyodide.mjs"
BREAKAGES: list[tuple[Fault, str, str]] = [
    (missing, WASM, GONE),
    (missing, ARCHIVE, GONE),
    (missing, MODULE, GONE),
    (missing, "worker.js", GONE),
    (unreachable, ARCHIVE, OFFLINE),
    (unreachable, LOADER, OFFLINE),
    (unreachable, "worker.js", OFFLINE),
    (cut, WASM, AGAIN),
    (cut, ARCHIVE, OFFLINE),
    (shortened, WASM, DAMAGED),
    (shortened, ARCHIVE, DAMAGED),
    (garbled, WASM, DAMAGED),
    (garbled, ARCHIVE, DAMAGED),
    (garbled, MODULE, DAMAGED),
    (missing, OWN.name, GONE),
    (garbled, OWN.name, DAMAGED),
]


@pytest.mark.parametrize(
    ("fault", "name", "sentence"), BREAKAGES, ids=[f"{name} {fault.__name__}" for fault, name, _ in BREAKAGES]
)
def test_a_file_that_fails_to_load_is_explained_and_trying_again_works(
    fault: Fault, name: str, sentence: str, reader: Reader, site: Served
) -> None:
    site.breaks(fault, name)
    reader.provokes("a worker failed", "/assets/worker.js", "/assets/runtime/")
    types(reader)
    is_told(reader, sentence)
    site.mend()
    reader.button("Try again").click()
    is_answered(reader)


def test_a_file_failing_while_another_loads_is_explained_with_no_uncaught_error(reader: Reader, site: Served) -> None:
    reader.context.add_init_script(ENDS_SLOWLY)
    site.breaks(Held(), WASM)
    site.breaks(cut, ARCHIVE)
    reader.provokes("a worker failed", "/assets/runtime/")
    types(reader)
    is_told(reader, OFFLINE)
    site.mend()
    reader.button("Try again").click()
    is_answered(reader)


def test_a_page_left_open_during_a_release_reloads_with_what_was_typed(reader: Reader, site: Served) -> None:
    site.breaks(missing, WASM)
    reader.provokes("/assets/runtime/")
    reader.opens("calculators/late_payment_interest/")
    reader.types({"invoices": [{"amount": "100", "due_date": "6 May 2026"}, {"amount": "200", "due_date": "7/5/2026"}]})
    expect(reader.status).to_contain_text(GONE)
    site.mend()
    reader.button("Load the page again").click()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.box("invoices.2.amount")).to_have_value("200")
    expect(reader.box("invoices.2.due_date")).to_have_value("7/5/2026")
    assert [path for path in site.asked if "200" in path or "?" in path] == []


# Workers that die


def test_a_worker_that_dies_silently_is_replaced_and_the_answer_appears(reader: Reader) -> None:
    reader.can_hurry()
    types(reader)
    is_answered(reader)
    (worker,) = reader.workers
    with worker.expect_event("close"):
        worker.evaluate("() => { setTimeout(() => close()); }")
    reader.types({"amount_owed": "5000"})
    reader.page.clock.fast_forward(10_000)
    expect(reader.headline).to_contain_text("To claim £5,000 you pay £205")
    expect(reader.box("own_hours")).to_have_value("2")


def test_a_worker_that_dies_while_loading_is_replaced_and_the_answer_appears(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "pyodide.asm.wasm")
    reader.can_hurry()
    with reader.page.expect_worker(lambda worker: worker in reader.workers) as starting:
        types(reader)
    expect(reader.progress.get_by_role("progressbar")).to_be_visible()
    with starting.value.expect_event("close"):
        starting.value.evaluate("() => { setTimeout(() => close()); }")
    site.mend()
    reader.page.clock.fast_forward(30_000)
    is_answered(reader)


def test_a_worker_that_throws_is_replaced_and_the_answer_appears(reader: Reader) -> None:
    reader.provokes("struck down")
    types(reader)
    is_answered(reader)
    (worker,) = reader.workers
    with worker.expect_event("close"):
        worker.evaluate("() => { setTimeout(() => { throw Error('struck down'); }); }")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    reader.types({"amount_owed": "5000"})
    expect(reader.headline).to_contain_text("To claim £5,000 you pay £205")
    expect(reader.box("own_hours")).to_have_value("2")


def test_a_download_that_fails_is_explained_and_works_when_the_calculator_runs_again(
    reader: Reader, site: Served
) -> None:
    reader.provokes("struck down", "a worker failed", "/assets/worker.js")
    reader.opens("calculators/payment_plan/")
    reader.types({"amount_owed": "1000", "instalments": "3", "first_payment_date": "1 December 2026"})
    reader.presses()
    expect(reader.answer).to_be_focused()
    site.breaks(missing, "worker.js")
    (worker,) = reader.workers
    with worker.expect_event("close"):
        worker.evaluate("() => { setTimeout(() => { throw Error('struck down'); }); }")
    expect(reader.status).to_contain_text(GONE)
    take = reader.answer.get_by_role("button", name="Schedule as a spreadsheet (CSV)")
    with reader.page.expect_response("**/assets/worker.js"):
        take.click()
    expect(reader.status).to_contain_text(GONE)
    expect(reader.answer).to_have_attribute("data-state", "answer")
    site.mend()
    with reader.page.expect_download() as downloading:
        take.click()
    assert downloading.value.suggested_filename == "payment-plan.csv"


@pytest.mark.parametrize("when", ["it starts", "it answers"])
def test_running_out_of_memory_is_explained_and_trying_again_works_later(
    when: str, reader: Reader, site: Served
) -> None:
    site.breaks(instead(NO_MEMORY[when] + (SITE / "assets/worker.js").read_text()), "worker.js")
    reader.provokes("no memory", "_importhook")
    types(reader)
    is_told(reader, MEMORY)
    site.mend()
    reader.button("Try again").click()
    is_answered(reader)


@pytest.mark.parametrize("way_on", ["try again", "change an answer"])
def test_after_three_crashes_on_the_same_answers_the_page_offers_a_way_to_continue(
    way_on: str, reader: Reader, site: Served
) -> None:
    site.breaks(instead(DIES_WHEN_ASKED), "worker.js")
    reader.provokes("struck down")
    types(reader)
    reader.asks('"own_hours":"2"')
    is_told(reader, CRASHED)
    assert max(Counter(reader.requests).values()) <= 3
    site.mend()
    if way_on == "try again":
        reader.button("Try again").click()
    else:
        reader.types({"amount_owed": "£3,000.00", "own_hours": "2"})
        reader.types({"amount_owed": "3000"})
    is_answered(reader)


# Browsers that cannot run the calculator


@pytest.mark.parametrize(
    "lacks",
    [REFUSES_WORKERS, KNOWS_NO_MODULES, "delete globalThis.WebAssembly"],
    ids=["workers", "modules", "WebAssembly"],
)
def test_a_browser_that_is_too_old_says_so_and_links_to_working_it_out_by_hand(lacks: str, reader: Reader) -> None:
    reader.context.add_init_script(lacks)
    types(reader)
    is_told(reader, TOO_OLD)
    expect(reader.button("Try again")).to_have_count(0)
    reader.status.get_by_role("link", name="Work it out by hand").click()
    expect(reader.page.locator("#by-hand")).to_be_in_viewport()


def test_a_worker_without_webassembly_is_explained_in_plain_words(reader: Reader, site: Served) -> None:
    site.breaks(instead(f"delete self.WebAssembly;{(SITE / 'assets/worker.js').read_text()}"), "worker.js")
    reader.provokes("WebAssembly is not defined")
    types(reader)
    is_told(reader, DAMAGED)


def test_without_javascript_the_form_example_and_instructions_by_hand_are_shown(visit: Visit) -> None:
    reader = visit(java_script_enabled=False)
    reader.opens()
    expect(reader.box("amount_owed")).to_be_editable()
    expect(reader.calculator.locator("p.note")).to_contain_text("Your browser isn’t running JavaScript here")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    expect(reader.page.locator("#by-hand")).to_be_visible()
    reader.calculator.get_by_role("link", name="work it out by hand").click()
    expect(reader.page.locator("#by-hand")).to_be_in_viewport()
    reader.page.locator("#by-hand").click()
    for fee in ("Fee to start a claim", "Hearing fee"):
        expect(reader.page.get_by_role("region", name=fee).get_by_role("row").nth(1)).to_be_visible()
