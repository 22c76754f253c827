"""The requests that take longest to answer, each repeated with different amounts, as if a reader were typing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from calculators.kernel.output import json

TIMES = 40

SETTLEMENT = {
    "interest_and_compensation": "100", "offer_amount": "900", "settling_cost": "150", "future_work_value": "500",
    "customer_cost_of_fighting": "900", "due_date": "1 March 2026", "own_hours": "10", "hourly_value": "30",
    "legal_costs": "200",
}  # fmt: skip
PLAN = {"instalments": "52", "every": "week", "interest_rate": "8"}
INVOICES = 50


def heavy_requests(today: date) -> Mapping[str, Sequence[str]]:
    """Requests by row of the report: a settlement with every estimate, a weekly payment plan and 50 invoices."""
    kinds = {
        "settlement_range, all that moves it": _amounts("settlement_range", SETTLEMENT, today),
        "payment_plan, 52 instalments": _amounts("payment_plan", PLAN, today),
        "late_payment_interest, 50 invoices": _invoices(today),
    }
    return {name: list(requests) for name, requests in kinds.items()}


def _amounts(calculator: str, others: Mapping[str, str], today: date) -> Iterator[str]:
    for number in range(TIMES + 1):
        yield _request(calculator, {"amount_owed": str(2_000 + 173 * number), **others}, today)


def _invoices(today: date) -> Iterator[str]:
    """Requests with 50 invoices; each request changes the amount of one."""
    rows = [
        {"amount": f"{400 + 37 * number}.50", "due_date": str(today - timedelta(days=40 + 19 * number))}
        for number in range(INVOICES)
    ]
    for number in range(TIMES + 1):
        changed = rows[number % INVOICES] | {"amount": str(3_000 + number)}
        yield _request(
            "late_payment_interest",
            {"invoices": [*rows[: number % INVOICES], changed, *rows[number % INVOICES + 1 :]]},
            today,
        )


def _request(calculator: str, values: Mapping[str, object], today: date) -> str:
    return json.write({"calculator": calculator, "values": values, "today": today.isoformat(), "surface": "page"})
