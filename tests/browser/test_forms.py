"""Questions answered in rows, answers carried to the next calculator, and files made from an answer."""

from pathlib import Path

from playwright.sync_api import expect

import calculators
from calculators.kernel.output import json
from tests.browser.reader import Reader

INVOICES = "calculators/late_payment_interest/"


def test_rows_can_be_added_and_removed_by_keyboard_and_keep_their_order(reader: Reader) -> None:
    reader.opens(INVOICES)
    invoices = reader.question("invoices")
    reader.box("invoices.1.amount").fill("100")
    for number, amount in ((2, "200"), (3, "300")):
        invoices.get_by_role("button", name="Add an invoice").press("Enter")
        expect(reader.box(f"invoices.{number}.amount")).to_be_focused()
        reader.page.keyboard.type(amount)
    invoices.get_by_role("button", name="Remove invoice 2").press("Enter")
    expect(reader.box("invoices.2.amount")).to_be_focused()
    expect(reader.box("invoices.2.amount")).to_have_value("300")
    expect(invoices.get_by_role("group", name="Invoice 2")).to_be_visible()
    expect(reader.question("invoices.3.amount")).to_have_count(0)


def test_an_error_in_a_row_is_shown_beside_its_box_and_linked_from_the_summary(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.types(
        {"invoices": [{"amount": "100", "due_date": "6 May 2026"}, {"amount": "lots", "due_date": "7 May 2026"}]}
    )
    reader.presses()
    expect(reader.summary).to_be_focused()
    expect(reader.errors).to_have_count(1)
    expect(reader.question("invoices.2.amount").locator(".error")).to_contain_text("Invoice 2")
    reader.summary.get_by_role("link").click()
    expect(reader.box("invoices.2.amount")).to_be_focused()


def test_pasted_spreadsheet_cells_fill_in_the_rows(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.box("invoices.1.amount").evaluate(
        """box => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "640\\t30 April 2026\\r\\n1,180\\t31 May 2026\\r\\n");
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    expect(reader.box("invoices.2.amount")).to_have_value("1,180")
    expect(reader.box("invoices.2.due_date")).to_have_value("31 May 2026")
    expect(reader.question("invoices.3.amount")).to_have_count(0)
    expect(reader.answer).to_have_attribute("data-state", "answer")
    asked = json.read(reader.requests[-1])["values"]["invoices"]
    assert [row["amount"] for row in asked] == ["640", "1,180"]


def test_answers_are_carried_to_the_next_calculator_but_never_sent_to_the_server(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.types({"invoices": [{"amount": "3,000", "due_date": "6 May 2026"}]})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    added = json.read(reader.replies[-1])["told"]["interest_and_compensation"]
    reader.calculator.locator("nav.carry").get_by_role(
        "link", name="Court costs compared with what you’re owed"
    ).click()
    expect(reader.box("interest_and_compensation")).to_have_value(added)
    expect(reader.answer).to_have_attribute("data-state", "answer")
    assert json.read(reader.requests[-1])["values"]["interest_and_compensation"] == added
    assert [path for path in reader.site.asked if added in path or "?" in path] == []


def test_the_agreement_link_itself_carries_the_instalments_and_a_changed_amount(reader: Reader) -> None:
    reader.opens("calculators/payment_plan/")
    step = {"from_payment": "3", "amount": "400"}
    reader.types({"amount_owed": "1000", "instalments": "3", "first_payment_date": "1 December 2026", "steps": [step]})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    link = reader.calculator.locator("nav.carry a[href*=payment_plan_agreement]")
    reader.page.evaluate("() => addEventListener('click', (event) => event.preventDefault(), { capture: true })")
    link.click()
    address = link.evaluate("(link) => link.href")
    reader.opens("privacy-accessibility/")
    reader.page.goto(address)
    expect(reader.box("instalments")).to_have_value("3")
    expect(reader.box("steps.1.amount")).to_have_value("400")


def test_files_made_from_an_answer_match_those_from_cpython(reader: Reader, tmp_path: Path) -> None:
    example = calculators.load("payment_plan").EXAMPLES[0]
    reader.opens("calculators/payment_plan/")
    reader.types(example.values)
    reader.presses()
    expect(reader.answer).to_be_focused()
    asked = json.read(reader.requests[-1]) | {"surface": "files"}
    for made in json.read(calculators.respond(json.write(asked)))["files"]:
        with reader.page.expect_download() as downloading:
            reader.answer.get_by_role("button", name=made["label"]).click()
        downloading.value.save_as(tmp_path / made["name"])
        assert downloading.value.suggested_filename == made["name"]
        assert (tmp_path / made["name"]).read_bytes() == made["text"].encode()
