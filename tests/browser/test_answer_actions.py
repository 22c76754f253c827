"""What a reader can do with an answer: check, change, copy, link to, save, print and log it."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

import calculators
from calculators.kernel.extras import einvoice
from tests.browser.conftest import Visit
from tests.browser.reader import TODAY, Reader
from tests.einvoices import ubl

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
READ = "() => navigator.clipboard.readText()"


def beside(calculator: str, values: dict[str, Any], surface: str) -> Any:
    request = {"calculator": calculator, "values": values, "today": TODAY.isoformat(), "surface": surface}
    reply = json.loads(calculators.respond(json.dumps(request)))
    return reply["sheets" if surface == "tables" else surface]


def test_check_your_answers_links_to_a_question_even_inside_a_closed_fold(visitor: Reader) -> None:
    visitor.opens()
    visitor.types({"amount_owed": "3000", "own_hours": "2"})
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    checked = visitor.answer.locator("details.checked")
    checked.locator("summary").click()
    expect(checked.locator("dl").first).to_contain_text("How many hours of your own time would it take?")
    expect(checked.locator("dl").first).not_to_contain_text("How likely are you to win")
    visitor.calculator.locator("details.more > summary").click()
    checked.get_by_role("link", name="Change the number of hours of your own time").click()
    expect(visitor.box("own_hours")).to_be_focused()
    expect(visitor.box("own_hours")).to_be_in_viewport()


def test_copied_text_matches_cpython_and_a_copied_link_restores_all_but_free_text(visit: Visit) -> None:
    reader = visit(**CLIPBOARD)
    values = {"customer_type": "sole_trader", "amount_owed": "3000", "due_date": "31 March 2026"}
    words = {"customer_name": "Ada & Sons <Leeds>", "what_for": "garden design"}
    reader.opens("drafts/reminder/")
    reader.types(values | words)
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.button("Copy a link to it").click()
    expect(reader.page.locator(".beside .told")).to_contain_text("but no names or other words")
    link = reader.page.evaluate(READ)
    assert link.startswith(f"{reader.site.address}drafts/reminder/#")
    assert not any(word in link for word in ("Ada", "Leeds", "garden", "customer_name", "what_for"))
    again = visit()
    again.page.goto(link)
    expect(again.box("amount_owed")).to_have_value("3000")
    expect(again.box("customer_type")).to_have_value("sole_trader")
    expect(again.box("customer_name")).to_have_value("")
    expect(again.answer).to_have_attribute("data-state", "answer")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.button("Copy the answer as text").click()
    expect(reader.page.locator(".beside .told")).to_have_text("Copied.")
    typed = json.loads(reader.requests[-1])["values"]
    assert reader.page.evaluate(READ) == beside("court_costs", typed, "text")


def test_a_saved_workbook_has_formulas_with_their_calculated_values(visitor: Reader) -> None:
    visitor.turns_to("calculators/payment_plan/")
    visitor.types({"amount_owed": "1200", "instalments": "3"})
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    with visitor.page.expect_download() as coming:
        visitor.button("Excel workbook (.xlsx)").click()
    assert coming.value.suggested_filename == "payment_plan.xlsx"
    sheets = beside("payment_plan", json.loads(visitor.requests[-1])["values"], "tables")
    with zipfile.ZipFile(coming.value.path()) as saved:
        for number, sheet in enumerate(sheets, 1):
            cells = [cell for row in sheet["rows"] for cell in row if isinstance(cell, dict) and "formula" in cell]
            written = re.findall("<f>(.*?)</f><v>(.*?)</v>", saved.read(f"xl/worksheets/sheet{number}.xml").decode())
            assert written == [(cell["formula"], cell["value"]) for cell in cells]
        assert len(sheets) == saved.read("xl/workbook.xml").decode().count("<sheet ")


def test_files_made_from_an_answer_match_those_from_cpython(reader: Reader, tmp_path: Path) -> None:
    example = calculators.load("payment_plan").EXAMPLES[0]
    reader.opens("calculators/payment_plan/")
    reader.types(example.values)
    reader.presses()
    expect(reader.answer).to_be_focused()
    asked = json.loads(reader.requests[-1]) | {"surface": "files"}
    for made in json.loads(calculators.respond(json.dumps(asked)))["files"]:
        with reader.page.expect_download() as downloading:
            reader.answer.get_by_role("button", name=made["label"]).click()
        downloading.value.save_as(tmp_path / made["name"])
        assert downloading.value.suggested_filename == made["name"]
        assert (tmp_path / made["name"]).read_bytes() == made["text"].encode()


def test_a_copied_link_restores_rows_without_their_free_text(visit: Visit) -> None:
    reader = visit(**CLIPBOARD)
    reader.opens("calculators/contact_log/")
    rows = [{"day": "2026-11-02", "how": "email", "said": "secret"}, {"day": "2026-11-06", "who": "Ms Patel"}]
    reader.types({"contacts": rows})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.button("Copy a link to it").click()
    expect(reader.page.locator(".beside .told")).to_contain_text("no names")
    link = reader.page.evaluate(READ)
    assert "secret" not in link
    assert "Patel" not in link
    again = visit()
    again.page.goto(link)
    expect(again.box("contacts.2.day")).to_have_value("2026-11-06")
    expect(again.box("contacts.1.how")).to_have_value("email")
    expect(again.headline).to_have_text(reader.headline.inner_text())


def test_if_the_browser_blocks_copying_the_text_is_shown_to_copy_by_hand(visitor: Reader) -> None:
    visitor.opens()
    visitor.page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visitor.types({"amount_owed": "3000"})
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    visitor.button("Copy the answer as text").click()
    box = visitor.page.get_by_label("Your browser won’t let us copy. Copy the text from here:")
    expect(box).to_be_focused()
    assert "To claim £3,000 you pay £115" in box.input_value()


def test_what_makes_the_most_difference_shows_on_request_until_an_answer_changes(visitor: Reader) -> None:
    visitor.opens()
    visitor.types({"amount_owed": "3000"})
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    assert {json.loads(request)["surface"] for request in visitor.requests} == {"page"}
    visitor.button("What makes the most difference?").click()
    shown = visitor.page.locator(".beside .moves")
    expect(shown).to_be_focused()
    typed = json.loads(visitor.requests[-1])["values"]
    first = beside("court_costs", typed, "moves").split('class="most">')[1].split("</p>")[0]
    expect(shown.locator(".most")).to_have_text(first)
    visitor.types({"amount_owed": "4000"})
    expect(shown).to_have_count(0)


def test_an_answered_page_prints_as_a_record_without_its_form(visitor: Reader) -> None:
    visitor.opens()
    visitor.types({"amount_owed": "3000"})
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    visitor.page.evaluate("() => { window.print = () => dispatchEvent(new Event('beforeprint')); }")
    visitor.button("Print a record").click()
    visitor.page.emulate_media(media="print")
    for seen in (
        visitor.headline,
        visitor.answer.locator(".checked dl").first,
        visitor.answer.locator(".sources li").first,
    ):
        expect(seen).to_be_visible()
    expect(visitor.answer.locator(".dated")).to_contain_text(f"22 November 2026 with version {calculators.__version__}")
    for left_out in (visitor.box("amount_owed"), visitor.page.locator("#by-hand"), visitor.button("Print a record")):
        expect(left_out).to_be_hidden()
    examples = visitor.page.locator("details.example")
    assert examples.count()
    assert [one for one in examples.all() if one.is_visible()] == []


def test_a_letter_is_added_to_the_contact_log_which_loads_and_saves_csv(reader: Reader) -> None:
    reader.opens("drafts/reminder/")
    reader.agrees_to_keep()
    reader.types({"customer_name": "Example Motors Ltd"})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.button("Add to my log").click()
    expect(reader.page.locator(".beside .told")).to_contain_text("We’ve added it to your contact log.")
    reader.page.get_by_role("link", name="Open your log").click()
    expect(reader.box("contacts.1.who")).to_have_value("Example Motors Ltd")
    expect(reader.headline).to_contain_text("You contacted your customer today. Wait until 29 November 2026")
    table = "Day;How;Who;What was said;Mood\n1/11/2026;Phone;Ms Patel;'=1+1;bad\n"
    reader.question("contacts").locator("input[type=file]").set_input_files(
        {"name": "log.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    told = reader.question("contacts").locator(".told")
    expect(told).to_have_text("We’ve read 1 row. We left out columns we don’t recognise: Mood.")
    expect(reader.box("contacts.2.said")).to_have_value("=1+1")
    expect(reader.box("contacts.2.how")).to_have_value("call")
    expect(reader.answer.locator("tbody tr").first).to_contain_text("1 November 2026")
    with reader.page.expect_download() as download:
        reader.button("Download the log (CSV)").click()
    saved = Path(download.value.path()).read_bytes().decode()
    assert saved.splitlines()[1].startswith("2026-11-01,,Phone call,You,Ms Patel,'=1+1,")


def test_an_e_invoice_fills_in_a_row_and_names_and_a_hostile_one_is_refused(reader: Reader) -> None:
    reader.opens("calculators/statement_of_account/")
    expect(reader.button("Load invoices from a CSV or e-invoice file")).to_be_visible()
    told = reader.question("invoices").locator(":scope > .told")
    for file, words in (
        (ubl(), "We’ve read 1 row. We’ve also filled in the names from the file."),
        (ubl("1042", payable="100.00").replace("?>", "?><!DOCTYPE Invoice>", 1), einvoice.DECLARES),
        (ubl("1043", currency="EUR"), "Invoice 1043 is in EUR. We work in pounds, so we left it out."),
    ):
        reader.question("invoices").locator("input[type=file]").set_input_files(
            {"name": "invoice.xml", "mimeType": "text/xml", "buffer": file.encode("utf-8")}
        )
        expect(told).to_have_text(words)
    assert [reader.box(f"invoices.1.{name}").input_value() for name in ("amount", "due_date", "number")] == [
        "1200.00", "2026-03-31", "1041",
    ]  # fmt: skip
    expect(reader.box("customer_name")).to_have_value("Example Offices Ltd")
    expect(reader.headline).to_contain_text("Example Offices Ltd owes you")
