"""Questions answered in rows: added, removed, corrected and pasted from a spreadsheet."""

from playwright.sync_api import expect

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
