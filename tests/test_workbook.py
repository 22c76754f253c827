"""Workbooks: every formula gives the amount in the answer, and every sheet is one that Excel can open."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import calculators
from calculators.kernel.base.schema import Item, items
from calculators.kernel.contract.calculator import label_of
from calculators.kernel.extras.workbook import FIRST, LONGEST_NAME, letter
from calculators.kernel.output import json
from tests.cases import cases

EVERY = (*calculators.names(), *calculators.draft_names())
SUM = re.compile(r"SUM\(([A-Z]+)(\d+):\1(\d+)\)")
TERM = re.compile(r"([+-]?)([A-Z]+)(\d+)")
FORMULA = re.compile(r"[A-Z]+\d+(?:[+-][A-Z]+\d+)*")


def sheets(asked: Any) -> dict[str, Any]:
    """Each sheet of the answer to a request, by its name."""
    found: list[Any] = json.read(calculators.respond(json.write(asked | {"surface": "tables"})))["sheets"]
    named = {sheet["name"]: sheet for sheet in found}
    assert len({name.casefold() for name in named}) == len(found)
    return named


def of_every_case(name: str) -> Iterator[Any]:
    for case in cases(name):
        if case.expect:
            yield from sheets(json.read(case.request)).values()


def worked_out(sheet: Any, formula: str) -> Decimal:
    """The result of a formula, from the values of the cells it refers to."""
    if summed := SUM.fullmatch(formula):
        column, first, last = summed[1], int(summed[2]), int(summed[3])
        return sum((value_of(sheet, column, row) for row in range(first, last + 1)), Decimal(0))
    assert FORMULA.fullmatch(formula), formula
    terms = TERM.findall(formula)
    return sum(
        (value_of(sheet, column, int(row)) * (-1 if sign == "-" else 1) for sign, column, row in terms), Decimal(0)
    )


def value_of(sheet: Any, column: str, row: int) -> Decimal:
    place = [letter(one) for one in range(len(sheet["headings"]))].index(column)
    cell = sheet["rows"][row - FIRST][place]
    return Decimal((cell if isinstance(cell, str) else cell["value"]) or 0)


@pytest.mark.parametrize("name", EVERY)
def test_every_formula_gives_the_amount_in_its_cell(name: str) -> None:
    for sheet in of_every_case(name):
        for cell in (cell for row in sheet["rows"] for cell in row if isinstance(cell, dict) and "formula" in cell):
            assert worked_out(sheet, cell["formula"]) == Decimal(cell["value"]), (sheet["name"], cell)


ADDED_UP = [
    (name, label_of(table).partition(":")[0][:LONGEST_NAME], column)
    for name in EVERY
    for table in items(calculators.load(name).Result)
    if isinstance(table.kind, list) and table.kind[0] is not str
    for column in items(table.kind[0])
    if column.tell and column.tell.formula
]


@pytest.mark.parametrize(("name", "table", "column"), ADDED_UP, ids=lambda one: getattr(one, "name", one))
def test_a_calculated_column_has_a_formula_in_each_row_except_perhaps_the_first(
    name: str, table: str, column: Item
) -> None:
    found = [sheet for sheet in of_every_case(name) if sheet["name"] == table]
    assert found
    for sheet in found:
        place = sheet["headings"].index(label_of(column))
        plain = [row for row in sheet["rows"] if isinstance(row[place], str) and not is_total(row)]
        assert len(plain) == ("above." in column.tell.formula if column.tell else 0)


def is_total(row: list[Any]) -> bool:
    return bool(row[0] == {"kind": "text", "value": "Total"})


@pytest.mark.parametrize("name", EVERY)
def test_a_sheet_has_a_name_that_excel_accepts_and_cells_of_the_kind_stated(name: str) -> None:
    for sheet in of_every_case(name):
        assert 0 < len(sheet["name"]) <= LONGEST_NAME
        assert not set(sheet["name"]) & set("[]:*?/\\")
        for row in sheet["rows"]:
            assert len(row) == len(sheet["headings"]) == len(sheet["kinds"])
            for cell, kind in zip(row, sheet["kinds"], strict=True):
                is_of_its_kind(cell, kind)


def is_of_its_kind(cell: Any, kind: str) -> None:
    kind, value = (kind, cell) if isinstance(cell, str) else (cell["kind"], cell["value"])
    if value and kind == "date":
        assert date.fromisoformat(value)
    elif value and kind in ("money", "number"):
        assert Decimal(value).is_finite()
    else:
        assert isinstance(value, str)


def test_a_payment_plans_schedule_is_calculated_by_formulas() -> None:
    values = {"amount_owed": "1200", "interest_rate": "8", "instalments": "3", "first_payment_date": "2026-12-01"}
    asked = {"calculator": "payment_plan", "values": values, "today": "2026-11-22"}
    schedule = sheets(asked)["Schedule of instalments"]
    second, total = schedule["rows"][1], schedule["rows"][-1]
    assert [cell["formula"] for cell in second if isinstance(cell, dict)] == ["D3+E3", "F2-E3"]
    assert [cell["formula"] for cell in total[2:5]] == ["SUM(C2:C4)", "SUM(D2:D4)", "SUM(E2:E4)"]
    assert total[4]["value"] == "1200.00"


def test_these_tests_evaluate_formulas_correctly() -> None:
    sheet = {"headings": ["Step", "Amount"], "rows": [["One", "1.00"], ["Two", "2.00"]]}
    assert worked_out(sheet, "SUM(B2:B3)") == 3
    assert worked_out(sheet, "B3-B2") == 1


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
