"""A whole sales ledger: what each customer owes with interest, what to do first, and what was paid late.

Interest comes from `late_payment_interest`, time limits from `deadlines`, the next step from the plan in `routes`, and
whether a claim would pay from `court_costs`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from calculators.kernel import Download, Event, csv, data_file, ics

from .answer import whole
from .customers import customer_key, part_of
from .examples import EXAMPLES
from .letters import LetterFor, letters
from .questions import Inputs, Row, Settings
from .result_types import CustomerRow, InvoiceRow, LeftOut, PaidLateRow, Part, Result, State, Tally, Worth

TITLE = "Your whole sales ledger"
ACTION = "Show what to do first"
LEADS_TO = ("routes", "late_payment_interest", "statement_of_account", "letter_before_claim")

__all__ = [
    "ACTION", "EXAMPLES", "GROUPED_BY", "LEADS_TO", "TITLE", "CustomerRow", "Inputs", "InvoiceRow", "LeftOut",
    "LetterFor", "PaidLateRow", "Part", "Result", "Row", "Settings", "State", "Tally", "Worth", "calculate",
    "downloads", "events", "join", "known_tables", "letters", "part", "together",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """What each customer owes and what to do, most pressing first; rows that can't be counted are listed."""
    return whole(inputs, [part(inputs)])


def part(inputs: Inputs) -> Part:
    """The part of an answer for some rows of a ledger, which must include every row of each customer."""
    return part_of(inputs.rows, inputs)


def join(settings: Settings, parts: Sequence[Part]) -> Result:
    """The answer for a ledger that was worked out in parts: the same as for all its rows at once."""
    return whole(settings, parts)


GROUPED_BY = "customer"
"""The column that some reports leave out, giving its value in a line above the rows."""


def together(row: Mapping[str, str]) -> str:
    """A key for the customer of a row: rows with the same key must be in the same part."""
    return customer_key(row.get("customer", ""))


def known_tables() -> dict[str, Any]:
    """The headings of the exports we know, by product, each with its source."""
    return data_file("ledger/column_headings")


def downloads(result: Result) -> tuple[Download, ...]:
    """Customers and invoices as tables, and the time limits as a calendar."""
    files = [
        Download(name=f"ledger-{name}.csv", label=label, type="text/csv", make=partial(csv.table, rows))
        for name, label, rows in (
            ("customers", "Customers (CSV)", result.customers), ("invoices", "Invoices (CSV)", result.invoices),
        )
        if rows
    ]  # fmt: skip
    if dates := tuple(events(result)):
        calendar = partial(ics.calendar, TITLE, dates, result.counted_to)
        files.append(
            Download(name="ledger.ics", label="Time limits for your calendar", type="text/calendar", make=calendar)
        )
    return tuple(files)


def events(result: Result) -> Iterator[Event]:
    """Each customer's earliest time limit, for a calendar."""
    for one in result.customers:
        if one.last_day_to_claim:
            yield Event(
                key=f"ledger-{customer_key(one.customer)}", day=one.last_day_to_claim,
                title=f"Last safe day to start a claim against {one.customer}",
                note="This is for the oldest late invoice that is still in time. Other invoices have later time "
                "limits.",
            )  # fmt: skip
