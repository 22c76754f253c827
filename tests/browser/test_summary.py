"""An adviser opens a claim file, sees the summary that Python makes from it, and prints it."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import FilePayload, expect
from pypdf import PdfReader

import calculators
from calculators.kernel.output import json
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.reader import PHONE, Reader
from tests.test_every_calculator import MARKUP
from tests.test_summary import CLAIM, file

GIVEN: Mapping[str, Any] = file(
    {**CLAIM, "customer_name": MARKUP, "instalments": "6", "own_hours": "4"},
    drafts=["reminder", "letter_before_claim"],
    next_step={"step": "offer_mediation", "by": "2026-12-04"},
    adviser={"name": "A. Adviser", "organisation": "Town Advice", "contact": "help@example.org", "reference": "C-17"},
    answers={"plan_step": {"value": "Offer to mediate today.", "kind": "words", "from": "Your plan"}},
)
"""A claim file that a page saved after showing a plan, with an adviser's details added."""


def opens_file(reader: Reader, content: str) -> None:
    payload: FilePayload = {"name": "claim.json", "mimeType": "application/json", "buffer": content.encode()}
    reader.page.get_by_label("Open a claim file").set_input_files(payload)


def test_a_claim_files_summary_matches_cpython_and_prints_without_the_form(reader: Reader) -> None:
    reader.opens("summary/")
    opens_file(reader, json.write(GIVEN))
    made = reader.page.locator(".result .summary")
    expect(made.locator("h2")).to_have_text("Summary for Jones Garden Design")
    assert reader.replies[-1] == calculators.respond(reader.requests[-1])
    asked = json.read(reader.requests[-1])["summary"]
    assert asked["claim"]["own_hours"] == "4"
    assert asked["claim"]["invoices"] == GIVEN["claim"]["invoices"]
    assert asked["drafts"] == GIVEN["drafts"]
    assert asked["adviser"] == GIVEN["adviser"]
    expect(reader.page.get_by_role("region", name="Your summary")).to_be_focused()
    expect(made).to_contain_text(MARKUP)
    for paper in ("A4", "Letter"):
        sheets = [one.extract_text() for one in PdfReader(io.BytesIO(reader.page.pdf(format=paper))).pages]
        assert "Summary for Jones Garden Design" in sheets[0]
        assert "Ask again and chase" in sheets[0]
        assert "Adviser: name and signature" in sheets[0]
        assert "not legal advice" in sheets[0]
        assert not [words for words in ("Open a claim file", "What you get", "By hand") if words in "".join(sheets)]
        assert "How it’s worked out" in sheets[1]
        assert sheets[2].startswith("Annex 1")


def test_on_a_phone_the_summary_appears_and_is_marked_stale_after_a_change(visit: Visit) -> None:
    reader = visit(**PHONE)
    reader.opens("summary/#amount_owed=3000&own_hours=2")
    expect(reader.page.locator(".result .summary")).to_contain_text("What is owed today")
    assert json.read(reader.requests[-1])["summary"]["claim"]["own_hours"] == "2"
    reader.page.get_by_label("How much are you owed?").fill("lots")
    expect(reader.page.locator(".result .stale")).to_be_visible()
    reader.page.get_by_role("button", name="Make the summary").tap()
    expect(reader.page.locator(".problems")).to_be_focused()
    expect(reader.page.locator(".problems")).to_contain_text("The amount you’re owed isn’t a number")
    is_fit(reader)


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "can’t read that as a claim file"), ('{"format": "other"}', ""), ('{"claim": [], "drafts": 3}', "")],
)
def test_opening_a_file_that_is_not_a_claim_keeps_what_was_typed(content: str, said: str, visitor: Reader) -> None:
    visitor.opens("summary/")
    visitor.page.get_by_label("What is your business called?").fill("Jones Garden Design")
    opens_file(visitor, content)
    if said:
        expect(visitor.page.locator(".status")).to_contain_text(said)
    expect(visitor.page.get_by_label("What is your business called?")).to_have_value("Jones Garden Design")
    assert visitor.faults() == []
