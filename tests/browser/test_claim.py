"""A claim is typed once, kept only with consent, filled in on every form, shared by tabs, saved, loaded and cleared."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.fault_server import Served
from tests.browser.reader import CLAIM, Reader

EVIL = "<img src=x onerror=\"document.title='taken'\">"
REFUSES = """(name) => {
  for (const way of ["getItem", "setItem"]) {
    const before = Storage.prototype[way];
    Storage.prototype[way] = function (key, ...rest) {
      if (key === "unpaid-invoice-claim" && (way === "setItem" || name === "SecurityError")) {
        throw new DOMException("no", name);
      }
      return before.call(this, key, ...rest);
    };
  }
}"""


def file_of(answers: object, *, version: object = 1, form: str = CLAIM) -> bytes:
    return json.dumps({"format": form, "version": version, "answers": answers}).encode()


def loads(reader: Reader, content: bytes) -> None:
    picker = reader.page.locator(".keep input[type=file]")
    picker.set_input_files({"name": "claim.json", "mimeType": "application/json", "buffer": content})


def stored(page: Page) -> Any:
    text = page.evaluate("key => localStorage.getItem(key)", CLAIM)
    return json.loads(text)["answers"] if text else None


def test_nothing_is_kept_on_the_device_without_consent(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "3000", "own_hours": "2"})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.page.locator("details.checked summary").first.click()
    reader.page.get_by_role("link", name="What mediation costs").click()
    expect(reader.box("amount_owed")).to_have_value("3000")
    reader.opens("drafts/reminder/")
    reader.types({"customer_name": "Example Motors Ltd"})
    reader.presses()
    reader.button("Add to my log").click()
    expect(reader.page.locator(".beside .told")).to_contain_text("tick “Keep these answers on this device”")
    reader.opens("calculators/contact_log/")
    reader.types({"contacts": [{"day": "2 November 2026", "said": "Reminder"}]})
    reader.presses()
    expect(reader.headline).to_contain_text("it’s time")
    reader.opens("your-claim/")
    expect(reader.page.locator(".claim-answers")).to_contain_text("There’s nothing here yet.")
    expect(reader.keep).not_to_be_checked()
    assert reader.kept == []


def test_kept_answers_and_results_fill_in_other_forms_and_can_be_undone(reader: Reader) -> None:
    reader.opens("calculators/late_payment_interest/")
    reader.agrees_to_keep()
    reader.types({"customer_type": "sole_trader", "invoices": [{"amount": "3000", "due_date": "31 March 2026"}]})
    reader.presses()
    expect(reader.answer).to_be_focused()
    assert stored(reader.page)["customer_type"]["value"] == "sole_trader"
    worked_out = stored(reader.page)["interest_and_compensation"]
    assert worked_out["from"] == "Interest and compensation for late payment"
    reader.opens()
    expect(reader.page.locator(".filled")).to_contain_text("Filled in from your claim: ")
    expect(reader.box("customer_type")).to_have_value("sole_trader")
    expect(reader.box("interest_and_compensation")).to_have_value(worked_out["value"])
    expect(reader.headline).to_contain_text("To claim £3,")
    reader.button("Undo").click()
    expect(reader.box("customer_type")).to_have_value("company")
    expect(reader.box("interest_and_compensation")).to_have_value("")
    expect(reader.box("customer_type")).to_be_visible()
    assert stored(reader.page)["customer_type"]["value"] == "sole_trader"
    reader.opens("your-claim/")
    line = reader.page.locator(".claim-answers dl > div", has_text="How much interest and compensation")
    expect(line).to_contain_text("worked out by “Interest and compensation for late payment”")
    line.get_by_role("link").click()
    expect(reader.box("interest_and_compensation")).to_be_focused()


def test_a_letter_is_filled_in_with_the_oldest_due_date_and_the_invoice_numbers(reader: Reader) -> None:
    reader.opens("calculators/late_payment_interest/")
    reader.agrees_to_keep()
    rows = [
        {"amount": "3000", "due_date": "31 May 2026", "number": "1041"},
        {"amount": "1200", "due_date": "31 March 2026", "number": "1039"},
    ]
    reader.types({"invoices": rows})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.opens("drafts/letter_before_claim/")
    expect(reader.box("due_date")).to_have_value("2026-03-31")
    expect(reader.box("invoice_numbers")).to_have_value("1041 and 1039")
    reader.opens("calculators/deadlines/")
    expect(reader.box("invoices.2.number")).to_have_value("1039")
    expect(reader.headline).to_contain_text("The last safe day to start it is 30 March 2032.")


def test_a_kept_debt_becomes_one_invoice_and_adding_another_updates_the_total(reader: Reader) -> None:
    reader.opens("privacy-accessibility/")
    typed = {"amount_owed": {"value": "3000", "kind": "money"}, "due_date": {"value": "31 March 2026", "kind": "date"}}
    reader.may_keep()
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [CLAIM, file_of(typed).decode()])
    reader.opens("calculators/late_payment_interest/")
    expect(reader.box("invoices.1.amount")).to_have_value("3000")
    expect(reader.box("invoices.1.due_date")).to_have_value("31 March 2026")
    expect(reader.page.locator(".filled")).to_contain_text("We’ve entered your debt as one invoice.")
    reader.question("invoices").locator(".add").click()
    reader.types({"invoices": [{}, {"amount": "1200", "due_date": "28 February 2026"}]})
    reader.presses()
    expect(reader.answer).to_be_focused()
    kept = stored(reader.page)
    assert (kept["amount_owed"]["value"], kept["due_date"]["value"]) == ("4200.00", "2026-02-28")
    assert len(kept["invoices"]["value"]) == 2


@pytest.mark.parametrize(
    ("fault", "sentence"), [("SecurityError", "won’t let us keep anything"), ("QuotaExceededError", "no room left")]
)
def test_if_storage_fails_the_page_says_so_and_everything_else_works(reader: Reader, fault: str, sentence: str) -> None:
    reader.context.add_init_script(f"({REFUSES})('{fault}')")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    reader.keep.click()
    expect(reader.told).to_contain_text(sentence)
    expect(reader.keep).not_to_be_checked()
    reader.presses()
    expect(reader.headline).to_contain_text("To claim £3,000")
    with reader.page.expect_download() as download:
        reader.button("Save to a file").click()
    assert json.loads(Path(download.value.path()).read_text())["answers"]["amount_owed"]["value"] == "3000"


def test_the_newer_answer_of_two_tabs_wins_but_a_box_in_use_is_left_alone(reader: Reader) -> None:
    reader.opens()
    reader.agrees_to_keep()
    other = reader.context.new_page()
    other.goto("calculators/court_costs/")
    expect(other.get_by_label("Keep these answers on this device")).to_be_checked()
    box = other.locator('[name="amount_owed"]')
    box.press_sequentially("70")
    expect(reader.box("amount_owed")).to_have_value("70")
    reader.types({"amount_owed": "3000", "interest_and_compensation": "150"})
    reader.box("interest_and_compensation").blur()
    expect(other.locator('[name="interest_and_compensation"]')).to_have_value("150")
    expect(reader.headline).to_contain_text("£3,150")  # results are kept too: wait until both tabs have finished
    expect(other.locator(".headline").first).to_contain_text("£220")
    expect(other.locator(".filled")).to_contain_text("Changed in another tab: How much interest and compensation")
    expect(box).to_have_value("70")
    box.press_sequentially("00")
    box.blur()
    expect(reader.box("amount_owed")).to_have_value("7000")
    assert stored(other)["amount_owed"]["value"] == "7000"
    assert stored(other)["interest_and_compensation"]["value"] == "150"
    other.get_by_role("button", name="Clear everything").click()
    other.get_by_role("button", name="Yes, clear everything").click()
    expect(reader.told).to_contain_text("You cleared everything in another tab.")
    expect(reader.keep).not_to_be_checked()
    expect(reader.box("amount_owed")).to_have_value("7000")
    reader.types({"amount_owed": "8000"})
    reader.box("amount_owed").blur()
    assert reader.kept == []


def test_another_tabs_change_is_shown_even_if_read_before_the_storage_event(
    reader: Reader,
) -> None:
    reader.context.add_init_script(
        "addEventListener('storage', (told) => self.deaf && told.stopImmediatePropagation());"
    )
    reader.opens()
    reader.agrees_to_keep()
    reader.types({"amount_owed": "3000"})
    reader.box("amount_owed").blur()
    other = reader.context.new_page()
    other.goto("calculators/court_costs/")
    expect(other.locator('[name="amount_owed"]')).to_have_value("3000")
    reader.page.evaluate("() => { self.deaf = true; }")
    other.locator('[name="amount_owed"]').fill("7000")
    other.locator('[name="amount_owed"]').blur()
    reader.types({"interest_and_compensation": "150"})
    reader.box("interest_and_compensation").blur()
    expect(reader.box("amount_owed")).to_have_value("7000")
    assert stored(other)["interest_and_compensation"]["value"] == "150"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "can’t read that file"),
        (b"{", "can’t read that file"),
        (b"\x00\xff\xfe", "can’t read that file"),
        (b"[]", "t a claim saved from this site"),
        (b'{"format": "something else"}', "t a claim saved from this site"),
        (file_of({}, version=2), "another version of this site (2)"),
        (file_of({}), "no answers in that file"),
        (file_of([]), "can’t read that file"),
        (b" " * 1_000_001, "too big"),
    ],
    ids=["empty", "broken", "bytes", "list", "other", "version", "no answers", "answers a list", "huge"],
)
def test_a_file_that_is_not_a_claim_is_refused_with_a_message_and_changes_nothing(
    visitor: Reader, content: bytes, sentence: str
) -> None:
    visitor.opens()
    visitor.types({"amount_owed": "3000"})
    loads(visitor, content)
    expect(visitor.told).to_contain_text(sentence)
    expect(visitor.told).to_contain_text("Nothing has changed.")
    expect(visitor.box("amount_owed")).to_have_value("3000")
    assert visitor.faults() == []


def test_a_hostile_claim_file_runs_no_script_and_its_invalid_answers_are_left_out(reader: Reader) -> None:
    answers = {
        "customer_name": {"value": EVIL, "kind": "words", "from": EVIL},
        "constructor": {"value": "x", "kind": "words"},
        "toString": {"value": "x", "kind": "words"},
        "nation": {"value": EVIL, "kind": "choice"},
        "amount_owed": {"value": ["3000"], "kind": "money"},
        "own_hours": {"value": 3, "kind": "number"},
        "contacts": {"value": [{"said": EVIL, "__proto__": "x"}], "kind": "rows"},
    }
    text = file_of(answers).replace(b'"toString"', b'"__proto__"')
    reader.opens("your-claim/")
    loads(reader, text)
    expect(reader.told).to_contain_text("except for 3 answers we couldn’t read")
    expect(reader.page.locator(".claim-answers")).to_contain_text(EVIL)
    assert reader.page.locator(".claim img, .claim [onerror]").count() == 0
    assert reader.page.evaluate("() => [{}.value, {}.kind, Object.prototype.said, document.title.includes('taken')]") == [
        None, None, None, False,
    ]  # fmt: skip
    reader.opens("drafts/reminder/")
    loads(reader, text)
    expect(reader.box("customer_name")).to_have_value(EVIL)
    expect(reader.question("nation").locator("[value=england_wales]")).to_be_checked()
    reader.presses()
    expect(reader.answer.locator(".letter")).to_contain_text(EVIL)
    assert reader.answer.locator("img").count() == 0


def test_a_saved_file_brings_the_whole_claim_to_another_device(visit: Visit, site: Served) -> None:
    one = visit()
    one.opens("calculators/late_payment_interest/")
    rows = [{"amount": "3000", "due_date": "31 March 2026"}, {"amount": "£1,200", "due_date": "1/5/2026"}]
    one.types({"customer_type": "partnership", "invoices": rows})
    with one.page.expect_download() as download:
        one.button("Save to a file").click()
    two = visit()
    two.opens("calculators/late_payment_interest/")
    loads(two, Path(download.value.path()).read_bytes())
    expect(two.told).to_have_text("We’ve loaded your file.")
    expect(two.box("customer_type")).to_have_value("partnership")
    expect(two.box("invoices.2.amount")).to_have_value("£1,200")
    expect(two.box("invoices.2.due_date")).to_have_value("1/5/2026")
    assert two.kept == []


def test_clear_everything_clears_the_form_answer_address_and_device_and_says_so(reader: Reader) -> None:
    reader.opens("calculators/late_payment_interest/#customer_type=partnership")
    example = reader.headline.inner_text()
    reader.agrees_to_keep()
    rows = [{"amount": "3000", "due_date": "31 March 2026"}, {"amount": "1200", "due_date": "1 May 2026"}]
    reader.types({"invoices": rows})
    reader.presses()
    expect(reader.answer).to_be_focused()
    reader.button("Clear everything").click()
    expect(reader.button("No, keep it")).to_be_focused()
    reader.button("Yes, clear everything").click()
    expect(reader.told).to_contain_text("We’ve cleared the form")
    expect(reader.box("customer_type")).to_have_value("company")
    expect(reader.box("invoices.1.amount")).to_have_value("")
    expect(reader.question("invoices.2.amount")).to_have_count(0)
    expect(reader.headline).to_have_text(example)
    expect(reader.answer).to_have_attribute("data-state", "example")
    expect(reader.page).to_have_url(f"{reader.site.address}calculators/late_payment_interest/")
    expect(reader.keep).not_to_be_checked()
    assert reader.kept == []


def test_answers_kept_by_a_newer_version_of_the_site_are_left_alone(reader: Reader) -> None:
    newer = file_of({"amount_owed": {"value": "3000", "kind": "money"}}, version=2).decode()
    reader.opens()
    reader.agrees_to_keep()
    reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [CLAIM, newer])
    reader.opens()
    expect(reader.told).to_contain_text("Load this page again")
    reader.types({"amount_owed": "7000"})
    reader.presses()
    expect(reader.headline).to_contain_text("To claim £7,000")
    assert reader.page.evaluate("key => localStorage.getItem(key)", CLAIM) == newer
