"""Many cases at once: a file is read, its columns are checked, its rows answered in parts and the answers saved."""

import argparse
import csv
import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Dialog, Locator, expect

from calculators.batch.csv_file import WINDOWS
from calculators.command_line.batch import answer_file
from tests.bench.batch import mixed_rows
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.reader import TODAY, Reader

PAGE = "advisers/batch/"
PART = 25
"""The number of rows that the page sends in one request."""


def loads(reader: Reader, name: str, content: bytes) -> None:
    with reader.page.expect_file_chooser() as chooser:
        button(reader, "Choose your file").click()
    chooser.value.set_files({"name": name, "mimeType": "", "buffer": content})


def button(reader: Reader, name: str) -> Locator:
    return reader.page.locator(".batch").get_by_role("button", name=name, exact=True)


def told(reader: Reader) -> Locator:
    return reader.page.locator(".file .told")


def result(reader: Reader) -> Locator:
    return reader.page.get_by_role("region", name="Your answers")


def saved(reader: Reader, label: str) -> tuple[str, bytes]:
    with reader.page.expect_download() as coming:
        button(reader, label).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def on_command_line(file: str, *, full: bool) -> str:
    asked = argparse.Namespace(calculator="court_costs", full=full, jobs=1, progress=False)
    target = io.StringIO()
    answer_file(asked, TODAY, io.StringIO(file, newline=""), target)
    return target.getvalue()


def test_a_file_is_checked_and_its_saved_answers_match_the_command_line(visit: Visit) -> None:
    """A saved workbook can be loaded again and corrected; only the columns of the original file are read from it."""
    reader = visit()
    reader.opens(PAGE)
    sample = reader.page.get_by_role("link", name="sample file for")
    expect(sample).to_have_attribute("href", re.compile(r"/examples/cases/court_costs\.csv$"))
    button(reader, "Work out every case").press("Enter")
    expect(told(reader)).to_have_text("Choose your file first.")
    expect(button(reader, "Choose your file")).to_be_focused()
    file = "adviser,amount_owed,Claim date,amount_owd\r\nMüller,£3000,,1\r\nBob,lots,,2\r\n,,,\r\nAnn,4000,x,3\r\n"
    loads(reader, "my cases.csv", file.encode("windows-1252"))
    own = "These columns aren’t questions, so we’ve left them as they are: adviser, amount_owd (did you mean amount_owed?)."
    expect(told(reader).locator("p")).to_have_text(
        ["my cases.csv: 4 cases. 2 of its 4 columns answer a question.", WINDOWS, own]
    )
    expect(reader.page.get_by_role("region", name="First rows of your file").locator("tbody tr").first).to_have_text(
        "Müller£30001"
    )
    is_fit(reader)
    reader.page.get_by_label("Include the tables from each answer, as JSON").check()
    button(reader, "Work out every case").press("Enter")
    expect(result(reader)).to_be_focused()
    expect(result(reader).locator(".headline")).to_have_text("1 case answered. 2 cases have a problem.")
    rows = reader.page.get_by_role("region", name="First rows", exact=True).locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0)).to_contain_text("2MüllerTo claim £3,000 you pay £115 to start")
    expect(rows.nth(1)).to_contain_text("isn’t a number we can read")
    is_fit(reader)
    name, written = saved(reader, "Save as CSV")
    assert (name, written.decode()) == ("my cases-answered.csv", on_command_line(file, full=True))
    name, workbook = saved(reader, "Save as Excel (.xlsx)")
    assert name == "my cases-answered.xlsx"
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        assert "3000" in archive.read("xl/worksheets/sheet1.xml").decode()
    loads(reader, name, workbook)
    replaced = "These columns have the names of answers, so our answers replace them: headline"
    expect(told(reader)).to_contain_text(replaced)
    expect(result(reader)).to_contain_text("You’ve changed something since. These are still the earlier answers.")
    reader.page.get_by_role("combobox", name="What “amount_owd” is").select_option("interest_and_compensation")
    button(reader, "Work out every case").click()
    expect(result(reader)).not_to_contain_text("You’ve changed something since.")
    _, written = saved(reader, "Save as CSV")
    (first, *_) = csv.DictReader(io.StringIO(written.decode()))
    assert (first["adviser"], first["amount_owd"], first["claim_value"]) == ("Müller", "1", "3001.00")
    reader.page.get_by_label("Calculator").select_option("deadlines")
    expect(sample).to_have_attribute("href", re.compile(r"/examples/cases/deadlines\.csv$"))
    expect(told(reader)).to_contain_text("left them as they are: adviser, amount_owed, Claim date, amount_owd")


def test_pressing_the_button_while_a_file_is_being_read_waits_for_it(visit: Visit) -> None:
    reader = visit()
    reader.opens(PAGE)
    for content, said in ((b"%PDF-1.7", "That’s a PDF."), (b"amount_owed\n3000\n", "cases.csv: 1 case.")):
        reader.holds_replies()
        loads(reader, "cases.csv", content)
        button(reader, "Work out every case").click()
        reader.lets_go(1)
        expect(told(reader)).to_contain_text(said)
    expect(result(reader).locator(".headline")).to_have_text("Your case has been answered.")


def test_a_long_file_shows_progress_can_be_stopped_and_warns_before_leaving(visit: Visit) -> None:
    reader = visit()
    reader.opens(PAGE)
    loads(reader, "cases.csv", "".join(mixed_rows(8 * PART)).encode())
    expect(told(reader)).to_contain_text("cases.csv: 200 cases.")
    reader.holds_replies()
    button(reader, "Work out every case").click()
    reader.lets_one_go()
    reader.lets_one_go()
    label = reader.page.locator(".table-progress label")
    expect(label).to_contain_text("25 of 200 cases")
    is_fit(reader)
    warned: list[str] = []

    def stays(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.dismiss()

    reader.page.once("dialog", stays)
    reader.page.locator("header .wordmark").click()
    expect(label).to_contain_text("25 of 200 cases")
    assert warned == ["beforeunload"]
    button(reader, "Stop").press("Enter")
    reader.lets_go(1)
    expect(told(reader)).to_have_text("Stopped. Your file is still here.")
    expect(button(reader, "Work out every case")).to_be_focused()
    expect(result(reader)).to_be_hidden()
    button(reader, "Work out every case").press("Enter")
    expect(result(reader).locator(".headline")).to_have_text("160 cases answered. 40 cases have a problem.")
    _, written = saved(reader, "Save as CSV")
    assert written.decode() == on_command_line("".join(mixed_rows(8 * PART)), full=False)


def test_unreadable_files_are_explained_and_an_unclosed_quotation_mark_fails_only_its_row(visit: Visit) -> None:
    reader = visit()
    reader.opens(PAGE)
    for name, content, words in (
        ("empty.csv", b"", "There’s nothing to read."),
        ("letter.pdf", b"%PDF-1.7", "That’s a PDF. We need a table"),
        ("old.xls", b"\xd0\xcf\x11\xe0", "That’s an older Excel file."),
        ("broken.xlsx", b"PK\x03\x04 nothing", "We can’t read that workbook."),
    ):
        loads(reader, name, content)
        expect(told(reader)).to_contain_text(words)
    loads(reader, "cases.csv", ("amount_owed,note\n3000," + "x" * 100_000 + '\n4000,"a\n').encode("utf-16"))
    expect(told(reader)).to_contain_text("cases.csv: 2 cases. 1 of its 2 columns answers a question.")
    button(reader, "Work out every case").click()
    expect(result(reader).locator(".headline")).to_have_text("1 case answered. 1 case has a problem.")
    expect(result(reader)).to_contain_text("Line 3 has a quotation mark that’s never closed")
    button(reader, "Save as Excel (.xlsx)").click()
    expect(result(reader)).to_contain_text(
        "We shortened 1 cell that Excel couldn’t hold. Save as CSV to keep everything."
    )


def test_without_javascript_the_page_links_to_the_command_line(visit: Visit) -> None:
    reader = visit(java_script_enabled=False)
    reader.page.goto(PAGE)
    expect(reader.page.locator(".batch form")).to_be_hidden()
    reader.page.get_by_role("link", name="the command line").first.click()
    expect(reader.page.get_by_role("heading", name="Many cases at once")).to_be_visible()
