"""An adviser fills in a form to get a link; a client opens the link and finds the form filled in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import segno
from playwright.sync_api import expect

from tests import ROOT
from tests.browser.conftest import Visit
from tests.browser.reader import PHONE, Reader
from tests.test_links import LINKS

BUILDER = "advisers/link/"
COURT = "calculators/court_costs/"
QUIET = 4
FULL = (14, 84, 213)
"""Text lengths that fill a QR code completely. Libraries pad codes that are not full in different ways."""

DRAWN = "async (text) => (await (await import('/assets/advisers/qr.js')).drawQr(text, '')).lastChild.getAttribute('d')"

MODULE = re.compile(r"/assets/(?:advisers|lib)/[\w-]+\.js$")
"""Where a browser would ask for a module that the site has only in a bundle."""


def drawing(reader: Reader, text: str) -> str:
    """Return the path of a QR code that the site's module draws."""
    reader.context.route(
        MODULE, lambda route: route.fulfill(path=ROOT / "docs" / urlsplit(route.request.url).path.lstrip("/"))
    )
    path: str = reader.page.evaluate(DRAWN, text)
    return path


def modules(path: str) -> set[tuple[int, int]]:
    """Return the row and column of each dark module in a drawn QR code."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)
    return {(int(y) - QUIET, int(x) - QUIET + step) for x, y, length in runs for step in range(int(length))}


def codes(text: str) -> Iterator[set[tuple[int, int]]]:
    """Yield the QR codes that another library makes from a text, one for each mask that an encoder may choose."""
    for mask in range(8):
        rows = segno.make(text, error="m", mode="byte", boost_error=False, mask=mask).matrix
        yield {(y, x) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}


def test_an_advisers_answers_become_a_link_a_qr_code_and_a_message(reader: Reader, tmp_path: Path) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.opens(BUILDER)
    reader.page.locator("#link-tool").select_option("court_costs")
    link = reader.page.get_by_label("The link", exact=True)
    page = f"{reader.site.address}calculators/court_costs/"
    expect(link).to_have_value(page)
    reader.page.locator('[data-field="nation"] [value=scotland]').check()
    reader.page.locator("#q-amount_owed").fill("3000")
    expect(link).to_have_value(f"{page}#nation=scotland&amount_owed=3000")
    expect(reader.page.locator(".made .first")).to_contain_text(
        "To claim £3,000 you pay £127 to start. If our own guesses are right, going to court is likely to bring in "
        "more than it costs."
    )

    sender = reader.page.get_by_label("Your service’s name (optional)")
    sender.fill("help.example")
    expect(reader.page.locator("#link-from-error")).to_contain_text("no web address or phone number")
    expect(link).to_have_value(f"{page}#nation=scotland&amount_owed=3000")
    sender.fill("Harbour & Quay Advice")
    expect(reader.page.locator("#link-from-error")).to_be_hidden()
    expect(link).to_have_value(f"{page}#nation=scotland&amount_owed=3000&from=Harbour+%26+Quay+Advice")

    words = reader.page.get_by_label("Message to your client")
    expect(words).to_have_value(re.compile(re.escape(link.input_value())))
    reader.page.get_by_role("button", name="Copy the message and the link").click()
    expect(reader.page.locator(".copied", has=words).locator(".status")).to_have_text("Copied.")
    assert reader.page.evaluate("() => navigator.clipboard.readText()") == words.input_value()

    code = reader.page.get_by_role("img", name="QR code of the link to “Court costs compared with what you’re owed”")
    expect(code).to_be_visible()
    drawn = code.locator("path").nth(1).get_attribute("d") or ""
    assert drawn == drawing(reader, link.input_value())
    with reader.page.expect_download() as downloading:
        reader.page.get_by_role("button", name="Download the QR code").click()
    downloading.value.save_as(tmp_path / "code.svg")
    assert drawn in (tmp_path / "code.svg").read_text()

    reader.page.locator("#q-amount_owed").fill("plenty")
    expect(reader.page.locator("#q-amount_owed-error")).to_contain_text("isn’t a number we can read")
    reader.page.get_by_label("Which calculator or letter?").select_option("reminder")
    expect(reader.page.locator('[data-field="bank_details"]')).to_have_count(0)
    expect(link).to_have_value(f"{reader.site.address}drafts/reminder/#from=Harbour+%26+Quay+Advice")


def test_a_qr_code_matches_one_drawn_by_another_library(reader: Reader) -> None:
    reader.opens(BUILDER)
    for length in FULL:
        text = "https://advice.example/calculators/court_costs/#amount_owed=3000&nation=scotland".ljust(length, "0")[
            :length
        ]
        assert modules(drawing(reader, text)) in list(codes(text))


def test_a_link_adds_the_rows_it_needs_and_opens_on_the_answer(reader: Reader) -> None:
    case: dict[str, Any] = next(case for case in LINKS if "invoices.2.amount" in case["fills"])
    reader.opens(case["link"])
    for name, answer in case["fills"].items():
        expect(reader.box(name)).to_have_value(answer)
    expect(reader.headline).to_have_text(case["says"])
    expect(reader.headline).to_be_focused()
    assert [path for path in reader.site.asked if "640" in path] == []


def test_a_link_cannot_fill_in_names_or_bank_details(reader: Reader) -> None:
    reader.opens("drafts/reminder/#amount_owed=640&bank_details=12345678&your_name=Mallory")
    expect(reader.answer.get_by_role("heading", name="Your letter")).to_be_focused()
    expect(reader.box("amount_owed")).to_have_value("640")
    expect(reader.box("bank_details")).to_have_value("")
    expect(reader.box("your_name")).to_have_value("")


def test_on_a_phone_a_link_opens_on_its_answer_one_tap_from_the_form(visit: Visit) -> None:
    client = visit(**PHONE)
    client.opens(f"{COURT}#nation=scotland&amount_owed=3000&from=Harbour+%26+Quay+Advice")
    expect(client.headline).to_contain_text("To claim £3,000 you pay £127")
    expect(client.headline).to_be_focused()
    expect(client.page.locator(".sender")).to_have_text("This link says it’s from Harbour & Quay Advice.")
    assert client.page.evaluate("scrollY") == 0
    box = client.headline.bounding_box()
    assert box
    assert box["y"] + box["height"] < 844
    expect(client.box("amount_owed")).to_be_hidden()
    client.page.emulate_media(media="print")
    expect(client.button("Change these answers")).to_be_hidden()
    client.page.emulate_media(media="screen")

    client.button("Change these answers").click()
    expect(client.calculator.locator("legend").first).to_be_focused()
    client.box("amount_owed").fill("4000")
    expect(client.headline).to_contain_text("£4,000")
    client.page.go_back()
    expect(client.box("amount_owed")).to_be_hidden()
    expect(client.headline).to_be_in_viewport()
    client.asks('"4000"')
    client.page.wait_for_function("history.state.typed?.[0].amount_owed === '4000'")
    client.page.reload()
    expect(client.headline).to_contain_text("£4,000")
    expect(client.headline).to_be_in_viewport()


@pytest.mark.parametrize(
    ("answers", "question", "sentence"),
    [
        ("nation=scotland&amount_owed=plenty", "amount_owed", "We can’t use your link’s answer to this question"),
        ("nation=wales&amount_owed=3000&from=https://evil.example/", "nation", "isn’t one of the choices"),
        ("nation=scotland", "amount_owed", "Your link doesn’t answer this question"),
    ],
)
def test_a_link_with_an_answer_missing_or_wrong_opens_on_that_question(
    visitor: Reader, answers: str, question: str, sentence: str
) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.opens("about:blank")
    visitor.opens(f"{COURT}#{answers}")
    expect(visitor.page.locator(".link-note")).to_contain_text(sentence)
    expect(visitor.page.locator(".link-note")).to_be_in_viewport()
    expect(visitor.question(question).locator(":focus")).to_have_count(1)
    expect(visitor.question(question).locator(":focus")).to_be_in_viewport()
    expect(visitor.page.locator(".sender")).to_have_count(0)
    visitor.types({"nation": "scotland", "amount_owed": "3000"})
    expect(visitor.headline).to_contain_text("To claim £3,000 you pay £127")
    expect(visitor.page.locator(".link-note")).to_have_count(0)
