"""The printed summary for a client has two sheets, and more only if letters are asked for."""

import importlib
import io
from contextlib import redirect_stdout
from typing import Any

import pytest

import calculators
from calculators import summary
from macros.book import make_pdf
from tests import ROOT
from tests.test_summary import CLAIM, file

STYLE = (ROOT / "calculators/summary/style.css").read_text()
EXAMPLES = calculators.load("routes").EXAMPLES
ADVISER = {
    "name": "A. Adviser",
    "organisation": "Harbour Growth Hub",
    "contact": "help@example.org",
    "reference": "C-17",
}


def sheets_of(given: dict[str, Any]) -> list[str]:
    """Return the text on each sheet of paper."""
    make_pdf.load()
    with redirect_stdout(io.StringIO()):
        weasyprint = importlib.import_module("weasyprint")
    made = summary.summarise(given, None)
    assert not isinstance(made, list)
    pages = weasyprint.HTML(string=summary.document(made[0], STYLE)).render().pages
    return ["".join(box.text for box in page._page_box.descendants() if hasattr(box, "text")) for page in pages]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_each_of_the_six_plans_fits_two_sheets_with_its_working_on_the_second(number: int) -> None:
    first, second = sheets_of(file(EXAMPLES[number].values, adviser=ADVISER))
    for words in ("Do this now", "What is owed today", "The options", "Last safe date", "Read and agreed"):
        assert words in first
    for words in ("The facts", "Owed today", "Where the figures come from"):
        assert words in second


def test_a_claim_with_several_invoices_fits_two_sheets() -> None:
    assert len(sheets_of(file({**CLAIM, "situation": "silent", "vat_registered": "no"}, adviser=ADVISER))) == 2


def test_a_letter_is_added_on_separate_sheets_only_if_asked_for() -> None:
    sheets = sheets_of(file(EXAMPLES[0].values, drafts=["letter_before_claim"]))
    assert "Annex 1: Letter before claim" in sheets[2]
    assert "Annex" not in "".join(sheets[:2])
