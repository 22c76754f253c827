"""The rest of the runtime, which answers hardly ever need: it comes after the first answer, or when it's needed."""

import pytest
from playwright.sync_api import expect

from tests.browser.fault_server import Fault, Held, Served, garbled, missing, unreachable
from tests.browser.reader import Reader
from tests.browser.test_failures import DAMAGED, GONE, OFFLINE, is_answered, types
from tests.built import DEFERRED, NEEDS_DEFERRED


def times_asked(site: Served) -> int:
    return sum(path.endswith(DEFERRED.name) for path in site.asked)


def test_an_ordinary_answer_does_not_need_the_deferred_part(reader: Reader, site: Served) -> None:
    types(reader)
    is_answered(reader)
    assert times_asked(site) == 0


def test_the_deferred_part_loads_when_an_answer_needs_it(reader: Reader, site: Served) -> None:
    reader.opens()
    needs_it(reader)
    types_an_amount(reader)
    assert times_asked(site) == 1


def needs_it(reader: Reader) -> None:
    reader.types({"amount_owed": NEEDS_DEFERRED})
    reader.presses()
    expect(reader.summary).to_contain_text("isn’t a number we can read")


def types_an_amount(reader: Reader) -> None:
    reader.types({"amount_owed": "3000"})
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")


def test_an_answer_waits_for_a_deferred_part_that_comes_slowly(reader: Reader, site: Served) -> None:
    reader.can_hurry()
    site.breaks(Held(), DEFERRED.name)
    with reader.page.expect_request(f"**/{DEFERRED.name}"):
        reader.opens()
        reader.types({"amount_owed": NEEDS_DEFERRED})
    reader.page.clock.fast_forward(60_000)
    (worker,) = reader.workers
    site.mend()
    reader.presses()
    expect(reader.summary).to_contain_text("isn’t a number we can read")
    assert reader.workers == [worker]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [(unreachable, OFFLINE), (missing, GONE), (garbled, DAMAGED)],
    ids=["lost", "gone", "damaged"],
)
def test_a_deferred_part_that_fails_to_load_is_explained_and_trying_again_works(
    fault: Fault, sentence: str, reader: Reader, site: Served
) -> None:
    reader.provokes("/assets/runtime/", "a worker failed")
    site.breaks(fault, DEFERRED.name)
    reader.opens()
    reader.types({"amount_owed": NEEDS_DEFERRED})
    expect(reader.status).to_contain_text(sentence)
    expect(reader.box("amount_owed")).to_have_value(NEEDS_DEFERRED)
    site.mend()
    reader.button("Try again").click()
    expect(reader.status).not_to_contain_text(sentence)
    needs_it(reader)
    types_an_amount(reader)


def test_after_the_first_answer_the_rest_is_fetched_so_that_a_lost_connection_does_not_matter(
    reader: Reader, site: Served
) -> None:
    reader.opens()
    reader.lets_it_warm_up()
    with reader.page.expect_response(f"**/{DEFERRED.name}") as fetched:
        types_an_amount(reader)
    fetched.value.finished()
    site.breaks(unreachable, DEFERRED.name)
    needs_it(reader)
    assert times_asked(site) == 1
