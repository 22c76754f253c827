"""The parts of the runtime that a first answer doesn't need: they come after it, or when an answer needs one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.fault_server import Fault, Held, Served, garbled, missing, unreachable
from tests.browser.reader import Reader
from tests.browser.test_failures import DAMAGED, GONE, OFFLINE, is_answered, types
from tests.built.site_files import DEFERRED, NEEDS_DEFERRED, REST


def types_a_greek_amount(reader: Reader) -> None:
    """Give an answer that needs the deferred part of the WebAssembly."""
    reader.types({"amount_owed": NEEDS_DEFERRED})


def reads_why_it_is_refused(reader: Reader) -> None:
    reader.presses()
    expect(reader.summary).to_contain_text("isn’t a number we can read")


def asks_what_makes_a_difference(reader: Reader) -> None:
    """Ask for something that needs modules which neither the archive nor the page's bundle has."""
    types_an_amount(reader)
    reader.presses()
    reader.button("What makes the most difference?").click()


def reads_what_makes_a_difference(reader: Reader) -> None:
    expect(reader.page.locator(".beside .moves")).to_be_focused()


def types_an_amount(reader: Reader) -> None:
    reader.types({"amount_owed": "3000"})
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")


Step = Callable[[Reader], None]
PARTS: list[tuple[str, Step, Step]] = [
    (DEFERRED.name, types_a_greek_amount, reads_why_it_is_refused),
    (REST.name, asks_what_makes_a_difference, reads_what_makes_a_difference),
]
each_part = pytest.mark.parametrize(("name", "needs_it", "reads_it"), PARTS, ids=["deferred WebAssembly", "modules"])


def times_asked(site: Served, name: str) -> int:
    return sum(path.endswith(name) for path in site.asked)


def test_an_ordinary_answer_needs_neither(reader: Reader, site: Served) -> None:
    types(reader)
    is_answered(reader)
    assert [times_asked(site, name) for name, _, _ in PARTS] == [0, 0]


@each_part
def test_a_part_loads_when_an_answer_needs_it(
    name: str, needs_it: Step, reads_it: Step, reader: Reader, site: Served
) -> None:
    reader.opens()
    needs_it(reader)
    reads_it(reader)
    types_an_amount(reader)
    assert times_asked(site, name) == 1


@each_part
def test_an_answer_waits_for_a_part_that_comes_slowly(
    name: str, needs_it: Step, reads_it: Step, reader: Reader, site: Served
) -> None:
    reader.can_hurry()
    site.breaks(Held(), name)
    reader.opens()
    with reader.page.expect_request(f"**/{name}"):
        needs_it(reader)
    reader.page.clock.fast_forward(60_000)
    (worker,) = reader.workers
    site.mend()
    reads_it(reader)
    assert reader.workers == [worker]


each_fault = pytest.mark.parametrize(
    ("fault", "sentence"),
    [(unreachable, OFFLINE), (missing, GONE), (garbled, DAMAGED)],
    ids=["lost", "gone", "damaged"],
)


@each_fault
def test_a_deferred_part_that_fails_to_load_is_explained_and_trying_again_works(
    fault: Fault, sentence: str, reader: Reader, site: Served
) -> None:
    reader.provokes("/assets/runtime/", "a worker failed")
    site.breaks(fault, DEFERRED.name)
    reader.opens()
    types_a_greek_amount(reader)
    expect(reader.status).to_contain_text(sentence)
    expect(reader.box("amount_owed")).to_have_value(NEEDS_DEFERRED)
    site.mend()
    reader.button("Try again").click()
    expect(reader.status).not_to_contain_text(sentence)
    types_a_greek_amount(reader)
    reads_why_it_is_refused(reader)
    types_an_amount(reader)


@each_fault
def test_if_modules_fail_to_load_only_the_button_that_needs_them_fails_until_it_is_pressed_again(
    fault: Fault, sentence: str, reader: Reader, site: Served
) -> None:
    reader.provokes("/assets/runtime/")
    site.breaks(fault, REST.name)
    reader.opens()
    asks_what_makes_a_difference(reader)
    (worker,) = reader.workers
    expect(reader.calculator).to_contain_text("That didn’t work. Your answer is still here. Try again.")
    expect(reader.status).not_to_contain_text(sentence)
    reader.types({"amount_owed": "4000"})
    expect(reader.headline).to_contain_text("To claim £4,000")
    site.mend()
    asks_what_makes_a_difference(reader)
    reads_what_makes_a_difference(reader)
    assert reader.workers == [worker]


def test_the_next_calculator_loads_its_own_modules_and_says_so_if_they_fail_to_load(
    reader: Reader, site: Served
) -> None:
    reader.provokes("/assets/runtime/", "a worker failed")
    types(reader)
    is_answered(reader)
    site.breaks(unreachable, "modules-mediation_fee.bin")
    reader.turns_to("calculators/mediation_fee/")
    reader.types({"amount_owed": "3000"})
    expect(reader.status).to_contain_text(OFFLINE)
    expect(reader.box("amount_owed")).to_have_value("3000")
    site.mend()
    reader.button("Try again").click()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    assert times_asked(site, REST.name) == 0


def test_after_the_first_answer_the_parts_are_fetched_so_that_a_lost_connection_does_not_matter(
    reader: Reader, site: Served
) -> None:
    reader.opens()
    reader.lets_it_warm_up()
    with (
        reader.page.expect_response(f"**/{DEFERRED.name}") as deferred,
        reader.page.expect_response(f"**/{REST.name}") as rest,
    ):
        types_an_amount(reader)
    for fetched in (deferred, rest):
        fetched.value.finished()
    for name, needs_it, reads_it in PARTS:
        site.breaks(unreachable, name)
        needs_it(reader)
        reads_it(reader)
        assert times_asked(site, name) == 1
