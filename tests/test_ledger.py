"""The sales ledger: exports of every product give the same answer as the single calculators, in parts or at once."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import calculators
from calculators import ledger, routes
from calculators.kernel import CustomerType
from calculators.kernel.base.parse import parse
from calculators.kernel.extras import table_columns
from calculators.kernel.output import json
from calculators.late_payment_interest import Inputs as InterestInputs
from calculators.late_payment_interest import Invoice
from calculators.late_payment_interest import calculate as interest
from calculators.ledger.letters import letters
from calculators.next_step import Situation
from tests import ROOT

LEDGERS = ROOT / "tests/ledgers"
TODAY = date(2026, 11, 22)
PRODUCTS = {
    "xero": "Xero", "quickbooks": "QuickBooks", "freeagent": "FreeAgent", "sage": "Sage", "plain": "", "grouped": "",
}  # fmt: skip


def ask(**request: Any) -> Any:
    return json.read(calculators.respond(json.write({"calculator": "ledger", "today": TODAY.isoformat()} | request)))


def loaded(text: str) -> tuple[Any, Any]:
    """The columns recognised in a file, and its rows split into parts."""
    found = ask(surface="columns", file=text)
    fields = [one["field"] for one in found["columns"]]
    return found, ask(surface="table", file=text, header=found["header"], columns=fields)


def answered(table: Any, **values: str) -> Any:
    """The answer from the parts of a table, as a page gets it."""
    made = [ask(surface="part", values=values | {"rows": part})["part"] for part in table["parts"]]
    return ask(values=values, parts=made)


@pytest.mark.parametrize("name", PRODUCTS)
def test_each_products_export_gives_the_same_answer(name: str) -> None:
    found, table = loaded((LEDGERS / f"{name}.csv").read_text())
    assert found["product"] == PRODUCTS[name]
    result = answered(table)["result"]
    assert (result["unpaid"], result["not_due"], result["total_owed"]) == ("7010.00", "720.00", "7573.77")
    assert [one["customer"] for one in result["customers"]] == ["Example Motors plc", "Mill Lane Garage Ltd"]


def test_a_payment_date_shows_that_an_invoice_was_paid_late() -> None:
    _, table = loaded((LEDGERS / "freeagent.csv").read_text())
    (row,) = answered(table)["result"]["paid_late"]
    assert (row["customer"], row["interest"], row["compensation"]) == ("Mill Lane Garage Ltd", "29.38", "70.00")


def test_draft_invoices_and_extra_lines_of_an_invoice_are_not_counted() -> None:
    _, table = loaded((LEDGERS / "xero.csv").read_text())
    result = answered(table)["result"]
    assert [(one["file_row"], one["why"]) for one in result["left_out"]] == [(7, "Its status is “Draft”.")]
    assert result["invoices_read"] == 4


def test_month_first_dates_are_noted_and_rows_of_headings_or_totals_are_skipped() -> None:
    _, table = loaded((LEDGERS / "quickbooks.csv").read_text())
    assert table["notes"] == [
        "We skipped 7 rows with headings, totals or no amount.",
        "The dates have the month first, so we read them that way.",
    ]


def test_combined_parts_give_the_same_answer_as_all_rows_at_once() -> None:
    """Each customer's rows stay in one part, and the parts can be combined in any order."""
    rows = [
        {
            "customer": f"Customer {n % 70} Ltd",
            "number": str(n),
            "due_date": f"2026-{n % 10 + 1:02}-15",
            "amount": f"{n + 1}",
        }
        for n in range(450)
    ]
    text = "Customer,Invoice,Due date,Amount\n" + "\n".join(",".join(row.values()) for row in rows)
    _, table = loaded(text)
    assert [len(part) for part in table["parts"]] == [196, 200, 54]
    numbered = [row | {"file_row": str(n)} for n, row in enumerate(rows, 2)]
    table["parts"].reverse()
    assert answered(table) == {key: value for key, value in ask(values={"rows": numbered}).items() if key != "days"} | {
        "answer": answered(table)["answer"]
    }


def test_each_customer_gets_the_same_interest_and_step_as_in_the_single_calculators() -> None:
    example = ledger.EXAMPLES[0]
    inputs = parse(ledger.Inputs, example.values, example.today)
    assert isinstance(inputs, ledger.Inputs)
    result = ledger.calculate(inputs)
    motors = next(one for one in result.customers if one.customer == "Example Motors plc")
    invoices = tuple(
        Invoice(amount=row.amount, due_date=row.last_day_to_pay)
        for row in result.invoices if row.customer == motors.customer
    )  # fmt: skip
    alone = interest(InterestInputs(customer_type=CustomerType.company, invoices=invoices, interest_to=TODAY))
    assert (motors.interest, motors.compensation, motors.daily_interest) == (
        alone.interest, alone.compensation, alone.daily_interest
    )  # fmt: skip
    plan = routes.calculate(
        routes.Inputs(
            situation=Situation.silent, customer_type=CustomerType.company, invoices=invoices, plan_from=TODAY
        )
    )
    assert motors.next_step is plan.next_step
    court = next(one for one in plan.routes if one.route is routes.Way.court)
    assert motors.court_result == court.ends_likely


def test_letters_are_only_for_late_customers_without_credit() -> None:
    example = ledger.EXAMPLES[0]
    inputs = parse(ledger.Inputs, {**example.values, "your_name": "Sam Brown"}, example.today)
    assert isinstance(inputs, ledger.Inputs)
    result = ledger.calculate(inputs)
    made = list(letters(inputs, result))
    assert [(one.customer, one.calculator) for one in made] == [
        ("Harbour Cars Ltd", "letter_before_claim"),
        ("Example Motors plc", "letter_before_claim"),
        ("Mill Lane Garage", "reminder"),
    ]
    texts = [calculators.answer(calculators.load(one.calculator), one.values, TODAY)["answer"] for one in made]
    assert "£6,550 for [what you did or supplied]" in re.sub("</?mark[^>]*>", "", texts[1])
    assert "due on 30 April 2026 for the oldest invoice" in texts[1]
    assert "for the oldest invoice" not in texts[0] + texts[2]
    credited = replace(result, customers=tuple(replace(one, credit=Decimal(5)) for one in result.customers))
    assert not list(letters(inputs, credited))


def test_a_long_list_of_invoice_numbers_is_shortened_to_fit_a_letter() -> None:
    rows = [
        {"customer": "A Ltd", "number": f"INV-{n:05}", "due_date": "2026-04-30", "amount": "10"} for n in range(300)
    ]
    (one,) = ask(surface="letters", values={"rows": rows})["letters"]
    assert one["values"]["invoice_numbers"].endswith("more")
    assert "result" in calculators.answer(calculators.load(one["calculator"]), one["values"], TODAY)


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("(1,234.50)", "-1,234.50"), ("1,234.50-", "-1,234.50"), ("-£50", "-50"), ("£ 50.00", "50.00"),
        ("1234.1000000000001", "1234.10"), ("-", ""),
    ],
)  # fmt: skip
def test_an_amount_is_read_in_the_formats_of_accounting_software(cell: str, typed: str) -> None:
    assert table_columns.as_amount(cell) == typed


@pytest.mark.parametrize(
    ("cell", "typed"),
    [
        ("2026-05-12T00:00:00", "2026-05-12"), ("12-May-2026", "12 May 2026"), ("12 May 26", "12 May 2026"),
        ("May 12, 2026", "12 May 2026"), ("12/05/26", "12/5/2026"), ("12/05/2026 00:00:00", "12/5/2026"),
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_formats_of_accounting_software(cell: str, typed: str) -> None:
    assert table_columns.as_day(cell, american=False).replace("/05/", "/5/") == typed


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"surface": "columns", "file": "one\ntwo\n"}, "We can’t find a row of headings."),
        ({"surface": "columns"}, "We can’t read that table."),
        ({"surface": "table", "file": "Customer,Amount\n"}, "We can’t read that table."),
        ({"surface": "table", "file": "Customer,Amount\n", "header": 0, "columns": ["customer"]}, "There are no rows"),
        ({"surface": "table", "file": "Customer,Amount\nA,1", "header": 9, "columns": []}, "We can’t read that table."),
        ({"parts": [{"customers": 1}]}, "Those aren’t parts of an answer."),
        ({"parts": "x", "surface": "page"}, "Those aren’t parts of an answer."),
        ({"calculator": "court_costs", "parts": []}, "This calculator answers everything at once."),
    ],
)
def test_an_unreadable_request_is_refused_with_a_reason(request_: dict[str, Any], message: str) -> None:
    (problem,) = ask(**request_)["problems"]
    assert message in problem["message"]


def test_every_known_heading_maps_to_a_column_and_every_product_has_a_source() -> None:
    fields = set(ledger.Row.__dataclass_fields__) | {""}
    for tables in ledger.known_tables()["products"].values():
        for one in tables:
            assert set(one["headings"].values()) <= fields
            assert one["source"]["url"].startswith("https://")
    assert set(ledger.known_tables()["other"]) <= fields


def test_the_command_line_reads_a_ledger_file(capsys: pytest.CaptureFixture[str]) -> None:
    from calculators.__main__ import main

    assert main(["ledger", "--rows", str(LEDGERS / "sage.csv"), "--today", "2026-11-22"]) == 0
    assert "2 customers owe you £7,573.77 on late invoices" in capsys.readouterr().out
    assert main(["ledger", "--rows", "nowhere.csv"]) == 2
    assert "“nowhere.csv” can’t be read" in capsys.readouterr().err
