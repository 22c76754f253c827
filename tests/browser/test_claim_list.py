"""A list of claims is opened from files, worked through by date, kept only with consent and saved without loss."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

import calculators
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.reader import CLAIM, LIST, PHONE, Reader
from tests.test_every_calculator import MARKUP
from tests.test_summary import file

PAGE = "advisers/claims/"
OFFICES = file(adviser={"reference": "C-17"}) | {"today": None}
LATE = file({"customer_name": MARKUP, "amount_owed": "3000", "due_date": "2026-03-31"},
            next_step={"step": "offer_mediation", "by": "2026-11-20"})  # fmt: skip
WRONG = file({"customer_name": "Harbour Café", "amount_owed": "lots"})


def listing(*claims: object) -> dict[str, Any]:
    return {"format": LIST, "version": 1, "claims": [*claims]}


def opens(reader: Reader, *contents: object) -> None:
    texts = [one if isinstance(one, str) else json.dumps(one) for one in contents]
    files: list[FilePayload] = [
        {"name": f"{number}.json", "mimeType": "application/json", "buffer": text.encode()}
        for number, text in enumerate(texts, 1)
    ]
    reader.page.locator(".claim-list [type=file]").set_input_files(files)


def rows(reader: Reader) -> Locator:
    return reader.page.locator(".claim-list tbody tr")


def row(reader: Reader, name: str) -> Locator:
    return rows(reader).filter(has=reader.page.get_by_role("rowheader", name=name))


def told(reader: Reader) -> Locator:
    return reader.page.locator(".claim-list > .told").first


def press(reader: Reader, name: str) -> None:
    reader.page.get_by_role("button", name=name).click()


def saved(reader: Reader, name: str) -> str:
    with reader.page.expect_download() as download:
        press(reader, name)
    return Path(download.value.path()).read_bytes().decode()


def kept(page: Page, name: str) -> Any:
    return json.loads(page.evaluate("name => localStorage.getItem(name)", name) or "null")


def test_several_files_make_one_list_by_date_and_its_exports_match_cpython(visit: Visit) -> None:
    reader = visit(**PHONE)
    reader.opens(PAGE)
    opens(reader, OFFICES, listing(WRONG, LATE))
    expect(rows(reader).locator("th")).to_contain_text(["Harbour Café", MARKUP, "Example Offices Ltd"])
    expect(reader.page.locator(".counted")).to_have_text("3 claims: 1 overdue, 1 to correct.")
    expect(row(reader, MARKUP)).to_contain_text("Overdue")
    expect(row(reader, "Example Offices Ltd")).to_contain_text(
        "Check it isn’t a mistake, then ask them for the money today."
    )
    is_fit(reader)
    made = saved(reader, "Calendar of all dates")
    assert "SUMMARY:Example Offices Ltd: Phone them" in made
    assert "Example Offices Ltd,Jones Garden Design,C-17," in saved(reader, "Table for a spreadsheet")
    assert reader.replies == [calculators.respond(one) for one in reader.requests]
    content = json.loads(saved(reader, "Save the list"))
    assert [one["claim"] for one in content["claims"]] == [one["claim"] for one in (OFFICES, WRONG, LATE)]
    assert content["claims"][0]["adviser"] == OFFICES["adviser"]
    opens(reader, content, OFFICES)
    expect(told(reader)).to_contain_text("Your list is already up to date.")
    assert reader.kept == []


def test_a_claim_can_be_worked_on_by_keyboard_and_put_back_with_its_changes(reader: Reader) -> None:
    reader.opens(PAGE)
    opens(reader, OFFICES, LATE)
    expect(row(reader, "Example Offices Ltd")).to_contain_text("Your plan")
    reader.page.get_by_role("button", name="Work on this claim: Example Offices Ltd").press("Enter")
    expect(reader.page.get_by_role("button", name="Keep it on this device")).to_be_focused()
    assert reader.kept == []
    reader.may_keep()
    reader.page.keyboard.press("Enter")
    expect(told(reader)).to_have_text("Example Offices Ltd is now the claim on this device.")
    expect(reader.page.locator(".current-claim a").first).to_be_focused()
    other = reader.context.new_page()
    other.goto("drafts/reminder/")
    expect(other.locator("[name=customer_name]")).to_have_value("Example Offices Ltd")
    other.locator("[name=customer_name]").fill("Example Offices (UK) Ltd")
    other.locator("[name=customer_name]").blur()
    expect(reader.page.locator(".current-claim")).to_contain_text("You’ve changed Example Offices (UK) Ltd")
    press(reader, "Work on this claim: <")
    expect(reader.page.locator(".ask")).to_contain_text(
        "This replaces the claim on this device, Example Offices (UK) Ltd."
    )
    press(reader, "Add that claim to the list first")
    expect(row(reader, "Example Offices (UK) Ltd")).to_contain_text("Reference: C-17")
    assert kept(reader.page, CLAIM)["answers"]["customer_name"]["value"] == MARKUP
    press(reader, "Remove: Example Offices (UK) Ltd")
    expect(reader.page.get_by_role("button", name="Undo")).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(rows(reader)).to_have_count(2)
    content = json.loads(saved(reader, "Save the list"))["claims"]
    assert content[0]["answers"]["customer_name"]["value"] == "Example Offices (UK) Ltd"
    assert content[0]["answers"]["invoices"]["value"] == OFFICES["claim"]["invoices"]


def test_the_list_is_kept_on_the_device_only_with_consent_and_can_be_cleared(reader: Reader) -> None:
    reader.opens(PAGE)
    opens(reader, OFFICES)
    expect(reader.page.locator(".unsaved")).to_be_empty()
    opens(reader, LATE)
    expect(reader.page.locator(".unsaved")).to_have_text("Your list has changed since you last saved it.")
    box = reader.page.get_by_label("Keep this list on this device")
    expect(box).not_to_be_checked()
    reader.may_keep(LIST)
    box.check()
    assert len(kept(reader.page, LIST)["claims"]) == 2
    reader.opens(PAGE)
    expect(row(reader, MARKUP)).to_contain_text("Offer to mediate")
    expect(box).to_be_checked()
    other = reader.context.new_page()
    other.goto(PAGE)
    other.get_by_role("button", name="Remove: <").click()
    expect(rows(reader)).to_have_count(1)
    press(reader, "Clear the list")
    expect(reader.page.get_by_role("button", name="No, keep it")).to_be_focused()
    press(reader, "Yes, clear the list")
    expect(reader.page.locator(".claim-list")).to_contain_text("There are no claims here yet.")
    expect(reader.page.get_by_role("button", name="Save the list")).to_be_hidden()
    assert reader.kept == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "can’t be read"),
        ("[" * 100_000, "can’t be read"),
        ({"format": "something else"}, "isn’t a claim or a list"),
        (listing() | {"version": 2}, "another version of this site (2)"),
        (listing(), "has no claims in it"),
        (listing(*[{}] * 1001), "more than 1,000 claims"),
        (listing(OFFICES, {"format": "other"}, None), "We left out 2 claims"),
    ],
    ids=["empty", "deep", "other", "version", "no claims", "many", "in part"],
)
def test_a_broken_file_is_explained_and_the_list_is_not_lost(content: object, sentence: str, visitor: Reader) -> None:
    visitor.opens(PAGE)
    opens(visitor, LATE)
    expect(rows(visitor)).to_have_count(1)
    opens(visitor, content)
    expect(told(visitor)).to_contain_text(sentence)
    expect(row(visitor, MARKUP)).to_be_visible()
    assert visitor.page.locator(".claim-list img").count() == 0
    assert visitor.faults() == []
