"""The calculator loads only when it is needed, shows its progress and can be stopped."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.fault_server import Held, Served
from tests.browser.reader import Reader
from tests.built.site_files import DOWNLOADED, LOADED

HALF = sum(DOWNLOADED.values()) - DOWNLOADED["pyodide.asm.wasm"] + DOWNLOADED["pyodide.asm.wasm"] // 2


def runtime_requests(site: Served) -> list[str]:
    return [path for path in site.asked if path.startswith("/assets/runtime/")]


def test_neither_the_runtime_nor_the_worker_loads_before_it_is_needed(reader: Reader, site: Served) -> None:
    reader.opens()
    reader.page.wait_for_load_state("networkidle")
    reader.page.mouse.wheel(0, 2000)
    reader.page.locator("h1").click()
    reader.page.wait_for_load_state("networkidle")
    assert runtime_requests(site) == []
    assert reader.workers == []


@pytest.mark.parametrize("gesture", ["focus", "hover"])
def test_focusing_or_hovering_over_a_box_loads_the_runtime_once(gesture: str, reader: Reader, site: Served) -> None:
    reader.opens()
    box = reader.box("amount_owed")
    with reader.page.expect_worker():
        box.focus() if gesture == "focus" else box.hover()
    reader.types({"amount_owed": "3000"})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    assert sorted(path.rpartition("/")[2] for path in runtime_requests(site)) == [file.name for file in LOADED]


def test_an_amount_typed_before_the_scripts_load_is_answered(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "calculator.js")
    reader.page.goto("calculators/court_costs/", wait_until="commit")
    reader.types({"amount_owed": "3000"})
    site.mend()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")


def test_loading_shows_megabytes_and_can_be_cancelled_and_tried_again(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "pyodide.asm.wasm")
    reader.opens()
    reader.types({"amount_owed": "1"})
    total = sum(DOWNLOADED.values())
    expect(reader.progress.locator("label")).to_have_text(
        f"Loading the calculator: {HALF / 1e6:.1f} of {total / 1e6:.1f} MB"
    )
    bar = reader.progress.get_by_role("progressbar")
    expect(bar).to_have_js_property("value", HALF)
    expect(bar).to_have_js_property("max", total)

    (worker,) = reader.workers
    with worker.expect_event("close"):
        reader.button("Cancel").click()
    expect(reader.status).to_contain_text("You stopped the calculator from loading. What you typed is still here.")
    expect(reader.button("Try again")).to_be_focused()
    assert reader.workers == []

    reader.types({"amount_owed": "3000"})
    site.mend()
    reader.button("Try again").click()
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    expect(reader.progress).to_be_hidden()
    assert [json.loads(one)["values"]["amount_owed"] for one in reader.requests] == ["3000"]


def test_pressing_the_button_while_loading_shows_a_notice_then_the_answer(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "python.zip")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    reader.presses()
    expect(reader.status).to_have_text("You’ll get your answer as soon as the calculator has loaded.")
    site.mend()
    expect(reader.answer).to_be_focused()
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")


def test_slow_loading_offers_working_it_out_by_hand(reader: Reader, site: Served) -> None:
    site.breaks(Held(), "pyodide.asm.wasm")
    reader.can_hurry()
    reader.opens()
    reader.types({"amount_owed": "3000"})
    expect(reader.progress.get_by_role("progressbar")).to_have_js_property("value", HALF)
    reader.page.clock.fast_forward(15_000)
    expect(reader.status).to_contain_text("This is taking a while. You don’t have to wait.")
    reader.status.get_by_role("link", name="Work it out by hand").click()
    expect(reader.page.locator("#by-hand")).to_be_in_viewport()
    site.mend()
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    expect(reader.status).not_to_contain_text("taking a while")


def test_after_going_back_the_answer_matches_the_form(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "4850"})
    expect(reader.headline).to_contain_text("£4,850")
    reader.opens("interest/")
    reader.page.go_back()
    expect(reader.box("amount_owed")).to_have_value("4850")
    expect(reader.headline).to_contain_text("£4,850")


def test_answers_carried_from_another_calculator_come_with_a_button_to_show_the_result(
    visitor: Reader,
) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})  # on a desktop the answer is beside the form
    visitor.opens()
    expect(visitor.button("Show my answer")).to_have_count(0)
    visitor.page.goto("about:blank")
    visitor.opens("calculators/court_costs/#amount_owed=4850&carried=yes")
    visitor.button("Show my answer").click()
    expect(visitor.answer).to_be_focused()
    expect(visitor.headline).to_contain_text("£4,850")
    visitor.page.emulate_media(media="print")
    expect(visitor.button("Show my answer")).to_be_hidden()
