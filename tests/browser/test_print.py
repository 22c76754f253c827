"""Prints a guide page, an answer and a letter on A4 and US Letter paper."""

import io
from typing import Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.reader import Reader

CASES = [
    ("court/", {}, ["Steps in a claim", "Words on this page", "Where this comes from", "legislation.gov.uk"]),
    ("calculators/court_costs/", {"amount_owed": "3000"}, ["To claim £3,000 you pay", "How it’s worked out"]),
    ("drafts/reminder/", {}, ["Dear", "£"]),
]
SIZES = {"A4": (595, 842), "Letter": (612, 792)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("page", "values", "words"), CASES, ids=[case[0] for case in CASES])
def test_a_page_prints_complete_without_its_controls(
    visitor: Reader, page: str, values: dict[str, Any], words: list[str], size: str
) -> None:
    visitor.opens(page)
    if values:
        visitor.types(values)
        visitor.presses()
        expect(visitor.answer).to_have_attribute("data-state", "answer")
    printed = PdfReader(io.BytesIO(visitor.page.pdf(format=size, prefer_css_page_size=False)))
    text = " ".join("".join(sheet.extract_text() for sheet in printed.pages).split())
    assert [one for one in words if one not in text] == []
    assert [
        one
        for one in (
            "Menu",
            "Add an invoice",
            "Add a payment",
            "Work out the cost",
            "Use these answers elsewhere",
        )
        if one in text
    ] == []
    width, height = SIZES[size]
    for sheet in printed.pages:
        assert abs(sheet.mediabox.width - width) < 2
        assert abs(sheet.mediabox.height - height) < 2
    visitor.page.emulate_media(media="print")
    visitor.page.set_viewport_size({"width": 680, "height": 900})
    wide = visitor.page.evaluate(
        "() => [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right"
        " > document.documentElement.clientWidth + 1 && one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))"
    )
    visitor.page.emulate_media(media="null")
    assert wide == []
