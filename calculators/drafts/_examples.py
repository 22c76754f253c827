"""Example stories that several drafts share, and an example with nothing filled in."""

from collections.abc import Mapping
from datetime import date

from calculators.kernel import Example

TODAY = date(2026, 11, 22)

VALETING = {
    "customer_type": "company",
    "amount_owed": "8000",
    "interest_and_compensation": "677.78",
    "invoice_numbers": "310",
    "what_for": "cleaning 160 cars in February 2026",
    "due_date": "2026-03-31",
    "your_name": "Ada Brown",
    "your_business": "Brown Valeting Ltd",
    "customer_name": "Example Motors plc",
}
"""A valeting company is owed money by a car dealership, which says its cars were damaged."""

RECRUITMENT = {
    "customer_type": "company",
    "invoice_numbers": "704",
    "what_for": "finding 24 workers for the site in Leeds",
    "due_date": "2026-05-29",
    "your_name": "Nia Webb",
    "your_business": "Webb Recruitment Ltd",
    "customer_name": "Example Builders Ltd",
}
"""A recruitment firm is owed money by a builder that can't pay it all at once."""

CASTINGS = {
    "customer_type": "company",
    "amount_owed": "18000",
    "interest_and_compensation": "1258.90",
    "invoice_numbers": "2204",
    "what_for": "castings delivered in March 2026",
    "due_date": "2026-05-06",
    "your_name": "Joan Clark",
    "your_business": "Clark Castings Ltd",
    "customer_name": "Example Engines plc",
}
"""A parts supplier is owed money by a large manufacturer, which wants to keep doing business with it."""

REPAIRS = {
    "customer_type": "sole_trader",
    "amount_owed": "1800",
    "invoice_numbers": "52",
    "what_for": "repairs to your van",
    "due_date": "2026-06-30",
    "your_name": "Omar Reid",
    "your_business": "Reid Garage",
    "customer_name": "Jo Fenn",
}
"""A garage is owed money by a courier, who is a sole trader."""


def bare(title: str, values: Mapping[str, str] | None = None) -> Example:
    """An example with nothing filled in except `values`."""
    return Example(
        title=title,
        story="Nothing has been filled in. Copy the draft, replace the words in brackets and put in your own dates.",
        values=values or {},
        today=TODAY,
    )
