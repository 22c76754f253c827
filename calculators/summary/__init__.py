"""A summary for a client: everything worked out for one claim, as a page to print, as text and as data."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from calculators.answering import refusal
from calculators.kernel import Problem
from calculators.kernel.base.dates import read_date
from calculators.kernel.output import json

from .build_summary import make
from .claim_file import FORMAT, VERSION, read_claim
from .page import document, html
from .plain import text
from .summary_data import Summary

SUMMARY_FORMAT, SUMMARY_VERSION = "unpaid-invoice-summary", 1

__all__ = ["FORMAT", "VERSION", "Summary", "as_data", "document", "html", "reply", "summarise", "text"]


def summarise(given: object, today: date | None) -> tuple[Summary, dict[str, Any]] | list[Problem]:
    """The summary of a claim file with its results by name, or every problem with it; never raises for any file.

    `today` is the date of the request; a date in the file replaces it.
    """
    claim = read_claim(given, today)
    return claim if isinstance(claim, list) else make(claim)


def as_data(summary: Summary, results: Mapping[str, Any]) -> dict[str, Any]:
    """The summary as JSON can hold it, with the result of each calculator."""
    told = {"format": SUMMARY_FORMAT, "version": SUMMARY_VERSION}
    data: dict[str, Any] = json.data(summary)
    data["calculators_version"] = data.pop("version")
    return told | data | {"results": json.data(results)}


def reply(given: object, today: object) -> dict[str, Any]:
    """The reply to a request for a summary: `html`, `text` and `json`, or `problems`."""
    day = read_date(today) if isinstance(today, str) else None
    if today is not None and day is None:
        return refusal([Problem("today", "We can’t read today’s date.")])
    made = summarise(given, day)
    if isinstance(made, list):
        return refusal(made)
    summary, results = made
    return {"html": html(summary), "text": text(summary), "json": as_data(summary, results)}
