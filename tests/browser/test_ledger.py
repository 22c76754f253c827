"""A sales ledger: a file is read, its columns are checked, its rows answered in parts and the results saved."""

import io
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests import ROOT
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.reader import Reader

PAGE = "calculators/ledger/"
XERO = (ROOT / "tests/ledgers/xero.csv").read_bytes()
PART = 200
"""The number of rows that the page sends in one request."""


def told(reader: Reader) -> Locator:
    return reader.page.locator(".table-source .told")


def loads(reader: Reader, name: str, content: bytes) -> None:
    with reader.page.expect_file_chooser() as chooser:
        reader.button("Choose your file").click()
    chooser.value.set_files({"name": name, "mimeType": "", "buffer": content})


def saved(reader: Reader, button: str) -> bytes:
    with reader.page.expect_download() as coming:
        reader.button(button).click()
    return Path(coming.value.path()).read_bytes()


def rows(number: int) -> bytes:
    lines = (f"Customer {n} Ltd,{n},30/04/2026,{100 + n}.00" for n in range(number))
    return "\n".join(["Customer,Invoice,Due date,Amount", *lines]).encode()


def test_a_file_is_checked_answered_and_saved_as_a_workbook_and_letters(visit: Visit) -> None:
    """The saved workbook can be loaded again and gives the same amounts."""
    reader, asked = visit(), list[str]()
    reader.page.on("request", lambda one: asked.append(one.url))
    reader.opens(PAGE)
    loads(reader, "xero.csv", XERO)
    expect(told(reader)).to_have_text(
        "xero.csv: we found Xero headings in row 1. Check the columns, then press “Show what to do first”."
    )
    meaning = reader.page.get_by_role("combobox", name="What “InvoiceAmountDue” is")
    expect(meaning).to_have_value("outstanding")
    is_fit(reader)
    reader.presses()
    expect(reader.answer.locator(".headline")).to_have_text(
        "2 customers owe you £7,573.77 on late invoices, including interest and compensation to 22 November 2026. "
        "Start with Example Motors plc."
    )
    reader.page.locator(".columns-check > summary").click()
    meaning.select_option("")
    expect(reader.answer).to_have_attribute("data-state", "stale")
    meaning.select_option("outstanding")
    reader.presses()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    workbook = saved(reader, "Excel workbook (.xlsx)")
    with zipfile.ZipFile(io.BytesIO(saved(reader, "Letters to send (.zip)"))) as letters:
        assert sorted(letters.namelist()) == [
            "1 Example Motors plc, letter before claim.docx", "1 Example Motors plc, letter before claim.txt",
            "2 Mill Lane Garage Ltd, reminder.docx", "2 Mill Lane Garage Ltd, reminder.txt",
        ]  # fmt: skip
        assert "You owe me £6,550" in letters.read("1 Example Motors plc, letter before claim.txt").decode()
    loads(reader, "ledger.xlsx", workbook)
    expect(told(reader)).to_contain_text("ledger.xlsx: we found the headings in row 1.")
    reader.presses()
    expect(reader.answer.locator(".headline")).to_contain_text("2 customers owe you £7,573.77")
    assert [url.rpartition("/")[2] for url in asked if "/vendor/" in url] == ["spreadsheet.js", "word-document.js"]


def test_a_long_ledger_shows_progress_and_can_be_stopped(visit: Visit) -> None:
    reader = visit()
    reader.opens(PAGE)
    loads(reader, "ledger.csv", rows(3 * PART))
    expect(told(reader)).to_contain_text("we found the headings in row 1")
    reader.holds_replies()
    reader.presses()
    reader.lets_one_go()
    expect(reader.page.locator(".table-progress label")).to_have_text("0 of 600 rows")
    reader.lets_one_go()
    expect(reader.page.locator(".table-progress label")).to_have_text("200 of 600 rows")
    is_fit(reader)
    reader.button("Stop").click()
    reader.lets_go(1)
    expect(reader.page.locator("form > .told")).to_have_text("Stopped. Your file and your answers are still here.")
    expect(reader.submit).to_be_focused()
    expect(reader.answer).to_have_attribute("data-state", "example")
    reader.presses()
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.page.locator("form > .told")).to_have_text("We’ve worked through 600 rows.")


def test_unreadable_files_are_explained_and_a_bad_row_does_not_stop_the_others(visit: Visit) -> None:
    reader = visit()
    reader.opens(PAGE)
    for name, content, words in (
        ("old.xls", b"\xd0\xcf\x11\xe0", "That’s an older Excel file."),
        ("broken.xlsx", b"PK\x03\x04 nothing", "We can’t read that workbook."),
        ("notes.csv", b"some notes\nand more", "We can’t find a row of headings."),
    ):
        loads(reader, name, content)
        expect(told(reader)).to_contain_text(words)
    loads(reader, "ledger.csv", rows(2) + b"\nC Ltd,3,31/06/2026,5.00")
    expect(told(reader)).to_contain_text("we found the headings")
    reader.presses()
    expect(reader.answer.locator(".headline")).to_contain_text("2 customers owe you")
    reader.answer.locator("details.all > summary").click()
    expect(reader.answer.get_by_role("region", name="Rows we left out")).to_contain_text("isn’t a real date")
