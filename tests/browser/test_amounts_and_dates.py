"""Amounts and dates as people write them: read, shown in full, and helped by a VAT tick box and a calendar."""

from datetime import date

from playwright.sync_api import expect

from calculators.kernel.output import json
from tests.browser.conftest import Visit
from tests.browser.reader import Reader

INVOICES = "calculators/late_payment_interest/"
AMOUNT, DUE = "invoices.1.amount", "invoices.1.due_date"


def read_as(reader: Reader, name: str) -> str:
    """Return the line below a box that shows how its text was read."""
    return reader.question(name).locator(".in-words").inner_text()


def test_an_amount_plus_vat_is_shown_including_vat_in_the_box_description(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.types({AMOUNT: "£15k + VAT", DUE: "6 May 2026"})
    expect(reader.headline).to_contain_text("£1,158.90 of interest")
    assert read_as(reader, AMOUNT) == "£18,000.00 including VAT at 20%"
    expect(reader.box(AMOUNT)).to_have_accessible_description(f"{reader.hint(AMOUNT)} £18,000.00 including VAT at 20%")
    expect(reader.question(AMOUNT).get_by_role("checkbox")).to_be_checked()
    reader.types({AMOUNT: "18000"})
    expect(reader.question(AMOUNT).locator(".in-words")).to_be_empty()
    expect(reader.question(AMOUNT).get_by_role("checkbox")).not_to_be_checked()


def test_the_vat_tick_box_changes_the_text_and_python_works_out_the_vat(reader: Reader) -> None:
    reader.opens()
    tick = reader.question("amount_owed").get_by_role("checkbox", name="This amount is before VAT, so add VAT")
    reader.types({"amount_owed": "2,500"})
    tick.press("Space")
    expect(reader.box("amount_owed")).to_have_value("2,500 + VAT")
    expect(reader.question("amount_owed").locator(".in-words")).to_have_text("£3,000.00 including VAT at 20%")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay")
    assert json.read(reader.requests[-1])["values"]["amount_owed"] == "2,500 + VAT"
    assert json.read(reader.requests[-1])["values"]["vat_registered"] == "yes"
    tick.press("Space")
    expect(reader.box("amount_owed")).to_have_value("2,500")
    expect(reader.headline).to_contain_text("To claim £2,500 you pay")
    assert json.read(reader.requests[-1])["values"]["vat_registered"] == "no"


def test_typing_plus_vat_does_not_override_a_no_to_vat_registered(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "2,500 + VAT"})
    registered = reader.question("vat_registered")
    expect(registered.get_by_label("Yes")).to_be_checked()
    registered.get_by_label("No").check()
    reader.types({"amount_owed": "2,600 + VAT"})
    expect(reader.headline).to_contain_text("To claim £3,120 you pay")
    expect(registered.get_by_label("No")).to_be_checked()


def test_ticking_the_vat_box_first_adds_vat_to_the_amount_typed_next(reader: Reader) -> None:
    reader.opens()
    reader.question("amount_owed").get_by_role("checkbox").check()
    reader.box("amount_owed").press_sequentially("2500")
    reader.box("amount_owed").press("Tab")
    expect(reader.box("amount_owed")).to_have_value("2500 + VAT")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay")


def test_a_date_without_a_year_is_completed_on_leaving_its_box(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.types({AMOUNT: "100"})
    box = reader.box(DUE)
    box.press_sequentially("10 Oct")
    expect(reader.question(DUE).locator(".in-words")).to_have_text("10 October 2026")
    expect(box).to_have_value("10 Oct")
    box.press("Tab")
    expect(box).to_have_value("10 October 2026")
    expect(reader.calculator.locator(".heard")).to_have_text("10 October 2026")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    assert json.read(reader.requests[-1])["values"]["invoices"] == [{"amount": "100", "due_date": "10 October 2026"}]


def test_a_first_payment_date_without_a_year_is_in_the_future(reader: Reader) -> None:
    reader.opens("calculators/payment_plan/")
    reader.types({"amount_owed": "1.2k", "first_payment_date": "1 Oct"})
    expect(reader.question("first_payment_date").locator(".in-words")).to_have_text("1 October 2027")


def test_the_calendar_button_beside_a_date_fills_in_its_box(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.page.evaluate(
        """() => {
          HTMLInputElement.prototype.showPicker = function () {
            this.value = "2026-05-06";
            this.dispatchEvent(new Event("input", { bubbles: true }));
            this.dispatchEvent(new Event("change", { bubbles: true }));
          };
        }"""
    )
    reader.types({AMOUNT: "18000"})
    reader.box(DUE).focus()
    reader.page.keyboard.press("Tab")
    pick = reader.question(DUE).get_by_role("button", name="Choose from a calendar: When was it due?")
    expect(pick).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.box(DUE)).to_have_value("06/05/2026")
    expect(reader.box(DUE)).to_be_focused()
    expect(reader.headline).to_contain_text("£1,158.90 of interest")
    assert read_as(reader, DUE) == "6 May 2026"


def test_a_browser_without_a_date_picker_shows_no_calendar_button(visit: Visit) -> None:
    reader = visit()
    reader.context.add_init_script("delete HTMLInputElement.prototype.showPicker;")
    reader.opens(INVOICES)
    expect(reader.box(DUE)).to_be_visible()
    expect(reader.question(DUE).locator(".pick")).to_be_hidden()


def test_without_javascript_there_are_no_calendar_buttons_or_vat_tick_boxes(visit: Visit) -> None:
    reader = visit(java_script_enabled=False)
    reader.opens(INVOICES)
    expect(reader.box(DUE)).to_be_visible()
    expect(reader.question(DUE).locator(".pick")).to_be_hidden()
    expect(reader.question(AMOUNT).locator(".add-vat")).to_be_hidden()


def test_pasted_spreadsheet_cells_skip_vat_tick_boxes_and_calendars(reader: Reader) -> None:
    reader.opens(INVOICES)
    reader.question(DUE).locator(".pick").click()  # adds the calendar's hidden date input
    reader.box(AMOUNT).evaluate(
        """box => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "640\\t30 April 2026\\t1 April 2026");
          box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    expect(reader.box(DUE)).to_have_value("30 April 2026")
    expect(reader.box("invoices.1.supplied_date")).to_have_value("1 April 2026")


def test_a_page_read_long_after_the_build_warns_that_figures_may_have_changed(reader: Reader) -> None:
    reader.opens("letter-before-claim/")
    notice = reader.page.locator("[data-figures-until]")
    expect(notice).to_be_hidden()
    reader.is_today(date(2027, 6, 1))
    reader.page.evaluate("() => document.dispatchEvent(new Event('page'))")
    expect(notice).to_contain_text("Some figures on this page may have changed since 22 May 2027.")
    notice.get_by_role("link").click()
    expect(reader.page.get_by_role("heading", level=1)).to_contain_text("Rates and sources")
