"""Measures how long a ledger of 5,000 invoices takes, compared with each one alone: `python -m tests.bench.ledger`."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from time import perf_counter
from typing import Any

from calculators import respond
from calculators.kernel.output import json

ROWS, CUSTOMERS = 5_000, 600
TODAY = date(2026, 11, 22)
HEAD = "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Currency,Type,Status"
MOST = {"interest": 1.0, "last message": 0.3}
"""Targets: the most time for all parts relative to single invoices, and for the last message relative to the parts."""


def ledger() -> Iterator[str]:
    """The lines of a CSV file of unpaid invoices to 600 customers, from not yet due to nearly seven years late."""
    yield HEAD
    for n in range(ROWS):
        due = TODAY - timedelta(days=n * 37 % 2_500 - 60)
        amount = f"{100 + n % 900}.{n % 100:02}"
        yield (
            f"Customer {n % CUSTOMERS} Ltd,INV-{n},{due - timedelta(days=30):%d/%m/%Y},{due:%d/%m/%Y},{amount},0.00,"
            f"{amount},GBP,Sales invoice,Awaiting Payment"
        )


def ask(**request: Any) -> Any:
    """The reply that a page gets from its worker."""
    return json.read(respond(json.write({"calculator": "ledger", "today": TODAY.isoformat()} | request)))


def seconds(run: Callable[[], Any]) -> tuple[float, Any]:
    """How long `run` takes in seconds, and what it returns."""
    begun = perf_counter()
    made = run()
    return perf_counter() - begun, made


def main() -> int:
    """Time reading, answering and drawing a ledger, and print the ratios. Returns 1 if a target is missed, else 0."""
    load, text = os.getloadavg()[0], "\n".join(ledger())
    found = ask(surface="columns", file=text)
    columns = [one["field"] for one in found["columns"]]
    reading, table = seconds(lambda: ask(surface="table", file=text, header=found["header"], columns=columns))
    times, parts = [], []
    for rows in table["parts"]:
        took, reply = seconds(lambda rows=rows: ask(surface="part", values={"rows": rows}))  # type: ignore[misc]
        times.append(took)
        parts.append(reply["part"])
    drawing, _ = seconds(lambda: ask(surface="page", values={}, parts=parts))
    alone, _ = seconds(lambda: [interest(row) for rows in table["parts"] for row in rows])
    ratios = {"interest": sum(times) / alone, "last message": drawing / sum(times)}
    missed = [name for name, most in MOST.items() if ratios[name] > most]
    sys.stdout.write(
        f"{'MISSED' if missed else 'met':<8}ledger of {ROWS:,} rows, load {load:.1f} before: {ratios['interest']:.2f} times as "
        f"long as the interest of each invoice alone (at most {MOST['interest']}), the last message "
        f"{ratios['last message']:.2f} of that (at most {MOST['last message']}), the longest part "
        f"{max(times) / sum(times):.3f}, reading {reading / sum(times):.2f}\n"
    )
    return 1 if missed else 0


def interest(row: dict[str, str]) -> Any:
    """The reply of the late payment interest calculator for one invoice."""
    values = {"invoices": [{"amount": row["amount"], "due_date": row["due_date"], "number": row["number"]}]}
    return respond(
        json.write(
            {"calculator": "late_payment_interest", "values": values, "today": TODAY.isoformat(), "surface": "page"}
        )
    )


if __name__ == "__main__":
    sys.exit(main())
