"""The buttons above a letter copy, email, save, share and print the whole letter and nothing else."""

import io
import json
from email import policy
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

import calculators
from tests import word_document
from tests.browser.conftest import Visit
from tests.browser.reader import TODAY, Reader

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
COPIED = """async type => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType(type)).text();
}"""
LINKS = """() => {
  window.opened = [];
  HTMLAnchorElement.prototype.click = function () { opened.push(this.href); };
}"""
VALUES = {
    "customer_type": "company",
    "amount_owed": "3000",
    "due_date": "30 June 2026",
    "customer_name": "Example & Co",
}
PLAN = {**VALUES, "instalments": "6", "first_payment_date": "29 January 2027", "your_business": "Webb Ltd"}


def letter(name: str, values: dict[str, Any]) -> Any:
    asked = {"calculator": name, "values": values, "today": TODAY.isoformat(), "surface": "letter"}
    return json.loads(calculators.respond(json.dumps(asked)))["letter"]


def writes(reader: Reader, name: str, values: dict[str, Any]) -> Any:
    """Write a letter on its page, and return CPython's version of the same letter."""
    reader.opens(f"drafts/{name}/")
    reader.types(values)
    reader.presses()
    expect(reader.answer).to_be_focused()
    return letter(name, json.loads(reader.requests[-1])["values"])


def told(reader: Reader) -> Locator:
    return reader.page.locator(".letter-buttons > [role=status]")


def test_a_letter_is_copied_both_as_plain_text_and_as_html_with_its_tables(visit: Visit) -> None:
    reader = visit(**CLIPBOARD)
    expected = writes(reader, "payment_plan_agreement", PLAN)
    reader.button("Copy the agreement").click()
    expect(told(reader)).to_have_text("Copied. The agreement still has 5 blanks to fill in.")
    assert reader.page.evaluate(COPIED, "text/plain") == expected["text"]
    rich = reader.page.evaluate(COPIED, "text/html")
    assert rich.count("<tr>") == 7
    assert "<strong>PAYMENT PLAN AGREEMENT</strong>" in rich


def test_text_for_one_box_of_a_court_form_can_be_copied_and_shows_its_length(visit: Visit) -> None:
    reader = visit(**CLIPBOARD)
    claim = calculators.load("claim_pack")
    reader.opens("calculators/claim_pack/")
    reader.is_today(claim.EXAMPLES[0].today)
    reader.types(claim.EXAMPLES[0].values)
    reader.presses()
    expect(reader.answer).to_be_focused()
    first = reader.answer.locator(".paste").first
    expect(first).to_contain_text("of 1,080 characters")
    first.get_by_role("button", name="Copy this text: Particulars of claim").click()
    expect(first.get_by_role("status")).to_have_text("Copied.")
    assert reader.page.evaluate(COPIED, "text/plain") == first.locator(".pasted").text_content()


def test_a_letter_in_an_answer_appears_below_the_headline_with_its_buttons_and_downloads(visitor: Reader) -> None:
    values = calculators.load("plan_tracker").EXAMPLES[0].values
    visitor.opens("calculators/plan_tracker/")
    visitor.types(values)
    visitor.presses()
    expect(visitor.answer).to_be_focused()
    expect(visitor.answer.locator("> .headline ~ .letter-buttons + .text")).to_be_visible()
    expect(visitor.answer.locator("> .text + .downloads button")).to_have_text(
        ["Add the remaining dates to your calendar", "Instalments so far (CSV)"]
    )


def test_if_the_browser_blocks_copying_the_letter_is_shown_to_copy_by_hand(visitor: Reader) -> None:
    expected = writes(visitor, "reminder", VALUES)
    visitor.page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    visitor.button("Copy the letter").click()
    box = visitor.page.get_by_label("Your browser won’t let us copy. Copy the text from here:")
    expect(box).to_be_focused()
    assert box.input_value() == expected["text"]


def test_a_short_letter_opens_as_an_email_and_a_long_one_is_saved_as_a_file(visitor: Reader) -> None:
    expected = writes(visitor, "reminder", {**VALUES, "customer_email": "accounts@example.com"})
    visitor.page.evaluate(LINKS)
    visitor.button("Email it").click()
    expect(told(visitor)).to_contain_text("Your email program should open with your message in it.")
    (link,) = visitor.page.evaluate("() => opened")
    read = visitor.page.evaluate("link => { const { pathname, searchParams } = new URL(link);"
        " return [pathname, searchParams.get('subject'), searchParams.get('body')]; }", link)  # fmt: skip
    assert read == ["accounts@example.com", expected["subject"], expected["text"].replace("\n", "\r\n")]
    expected = writes(visitor, "letter_before_claim", VALUES)
    with visitor.page.expect_download() as download:
        visitor.button("Email it").click()
    expect(told(visitor)).to_contain_text("too long for an email link")
    assert Path(download.value.path()).read_bytes() == expected["email"].encode("ascii")


def test_the_email_file_and_the_text_file_match_those_from_cpython(visitor: Reader) -> None:
    expected = writes(visitor, "settlement_agreement", {**VALUES, "settlement_amount": "2400"})
    with visitor.page.expect_download() as download:
        visitor.button("Save as an email file").click()
    assert download.value.suggested_filename == "settlement_agreement.eml"
    saved = Path(download.value.path()).read_bytes()
    assert saved == expected["email"].encode("ascii")
    message = BytesParser(policy=policy.default).parsebytes(saved)
    assert (message["Subject"], message["X-Unsent"]) == ("Settlement agreement", "1")
    assert "Example & Co" in message.get_content()
    with visitor.page.expect_download() as download:
        visitor.button("Save as text").click()
    assert Path(download.value.path()).read_bytes().decode() == expected["text"]


def test_an_agreement_is_saved_for_word_with_a_script_that_loads_only_then(visitor: Reader) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    expected = writes(visitor, "payment_plan_agreement", PLAN)
    assert not [url for url in asked if "/vendor/" in url]
    with visitor.page.expect_download() as download:
        visitor.button("Save for Word").click()
    expect(told(visitor)).to_contain_text("It’s in your downloads folder.")
    assert [url.rpartition("/")[2] for url in asked if "/vendor/" in url] == ["word-document.js"]
    assert download.value.suggested_filename == "payment_plan_agreement.docx"
    body = word_document.body(Path(download.value.path()))
    blocks = expected["blocks"]
    assert word_document.styled(body, "Title") == ["PAYMENT PLAN AGREEMENT"]
    assert word_document.numbered(body) == [f"{name} {words}" for _, name, words in lines(blocks, "clause")]
    assert word_document.tables(body) == [block["rows"] for block in blocks if block["kind"] == "table"]
    signed = [text.strip() for text in word_document.paragraphs(body) if text.endswith("  ")]
    assert signed == ["Signature", "Name and position", "Date"] * 2
    assert "Signed for the supplier, Webb Ltd" in word_document.paragraphs(body)


def lines(blocks: list[Any], kind: str) -> list[Any]:
    return [block["lines"] for block in blocks if block["kind"] == kind]


def test_if_the_word_script_fails_to_load_the_page_says_so_and_the_next_press_retries(visitor: Reader) -> None:
    writes(visitor, "reminder", VALUES)
    visitor.provokes("ERR_FAILED")
    visitor.page.route("**/word-document.js", lambda route: route.abort())
    visitor.button("Save for Word").click()
    expect(told(visitor)).to_contain_text("That didn’t work.")
    visitor.page.unroute("**/word-document.js")
    with visitor.page.expect_download() as download:
        visitor.button("Save for Word").click()
    assert download.value.suggested_filename == "reminder.docx"


def test_blanks_are_listed_beside_the_buttons_and_link_to_their_boxes(visitor: Reader) -> None:
    writes(visitor, "reminder", {**VALUES, "your_name": "Sam", "what_for": "a plan"})
    blanks = visitor.page.locator(".letter-buttons .blanks")
    expect(blanks).to_contain_text("To fill in: your business, your address, your email or phone number,")
    expect(blanks).not_to_contain_text("your name")
    blanks.get_by_role("link", name="your bank details").click()
    expect(visitor.box("bank_details")).to_be_focused()


def test_in_a_frame_names_typed_beside_a_plans_letter_appear_in_it_and_in_word(visitor: Reader) -> None:
    visitor.opens("embed/routes/#situation=not_asked&amount_owed=3000&due_date=2026-10-01")
    visitor.answer.locator(":scope > .action a").click()
    panel = visitor.page.locator(".do-now")
    panel.get_by_label("Your name").fill("Sam Jones")
    expect(panel.locator(".letter")).to_contain_text("Sam Jones")
    expect(panel.get_by_label("Your name")).to_be_focused()
    expect(panel.locator(".blanks")).not_to_contain_text("your name")
    panel.locator(".blanks").get_by_role("link", name="invoice number").click()
    expect(panel.get_by_label("Invoice number")).to_be_focused()
    with visitor.page.expect_download() as download:
        visitor.button("Save for Word").click()
    body = word_document.body(Path(download.value.path()))
    assert "Yours sincerely   Sam Jones [your business]" in word_document.paragraphs(body)


def test_the_share_button_is_shown_only_in_browsers_that_can_share(visit: Visit) -> None:
    reader = visit()
    reader.context.add_init_script("delete Navigator.prototype.share;")
    writes(reader, "reminder", VALUES)
    expect(reader.button("Share it")).to_have_count(0)
    other = visit()
    other.context.add_init_script("Navigator.prototype.share = async (what) => { window.shared = what; };")
    expected = writes(other, "reminder", VALUES)
    other.button("Share it").click()
    expect(told(other)).to_have_text("The letter still has 9 blanks to fill in.")
    assert other.page.evaluate("() => shared") == {"title": expected["subject"], "text": expected["text"]}


def test_the_buttons_have_names_and_one_switch_shows_or_hides_the_reasons(visitor: Reader) -> None:
    writes(visitor, "reminder", VALUES)
    group = visitor.calculator.get_by_role("region", name="Send or save the letter")
    assert group.get_by_role("button").count() >= 5
    expect(visitor.calculator.get_by_role("region", name="The letter", exact=True)).to_be_visible()
    reasons = visitor.answer.locator(".why")
    switch = visitor.answer.get_by_role("switch", name="Show why each paragraph is here")
    expect(switch).not_to_be_checked()
    expect(reasons.first).to_be_hidden()
    switch.check()
    assert all(one.is_visible() for one in reasons.all())
    visitor.types({"invoice_numbers": "1041"})
    expect(visitor.answer.locator(".letter")).to_contain_text("Reminder: invoice 1041")
    expect(switch).to_be_checked()


def test_interest_can_be_added_or_left_out_with_one_tap(visitor: Reader) -> None:
    writes(visitor, "reminder", VALUES)
    shown = visitor.answer.locator(".letter")
    expect(shown).not_to_contain_text("nterest and compensation")
    visitor.button("Add interest").click()
    expect(shown).to_contain_text("Interest and compensation for late payment come to")
    visitor.button("Leave out interest").click()
    expect(shown).not_to_contain_text("nterest and compensation")
    expect(visitor.answer.locator(".option")).to_contain_text("leaves out")


@pytest.mark.parametrize(("name", "values", "pages"), [("reminder", VALUES, 1), ("payment_plan_agreement", PLAN, 2)])
def test_a_letter_prints_by_itself_with_no_blank_page(
    visitor: Reader, name: str, values: dict[str, Any], pages: int
) -> None:
    expected = writes(visitor, name, values)
    visitor.page.evaluate("() => { window.print = () => {}; }")
    visitor.button("Print it").click()
    printed = PdfReader(io.BytesIO(visitor.page.pdf(prefer_css_page_size=True)))
    text = [" ".join(sheet.extract_text().split()) for sheet in printed.pages]
    assert len(text) == pages
    assert all(len(one) > 100 for one in text)
    assert [round(float(side)) for side in (printed.pages[0].mediabox.width, printed.pages[0].mediabox.height)] == [
        595,
        842,
    ]
    whole = " ".join(text)
    last = expected["text"].split()[-3:] if name == "reminder" else ["Date"]
    assert all(word in whole for word in [*expected["text"].split()[:8], *last])
    for left_out in ("This draft", "Why", "Copy", calculators.load(name).TITLE + " |"):
        assert left_out not in whole
    visitor.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(visitor.page.locator(".letter-sheet")).to_have_count(0)
    expect(visitor.headline).to_be_visible()
