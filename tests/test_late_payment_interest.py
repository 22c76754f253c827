"""Properties of late payment interest, whatever is typed: it never falls as time passes, and its parts add up."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.kernel import TypedInvoice
from calculators.kernel.contract.calculator import onward
from calculators.kernel.law.shared_questions import CustomerType
from calculators.kernel.output import json
from calculators.late_payment_interest import (
    Basis,
    Inputs,
    Invoice,
    Payment,
    PaymentsGoTo,
    Result,
    calculate,
    downloads,
)

FIRST, LAST = date(2015, 1, 1), date(2026, 12, 30)
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(200_000), places=2)
days = st.dates(FIRST, LAST)
later = st.integers(0, 3000).map(lambda n: timedelta(days=n))

due = st.builds(Invoice, amount=amounts, due_date=days, supplied_date=st.none() | days)
undated = st.builds(Invoice, amount=amounts, due_date=st.none(), supplied_date=st.dates(FIRST, date(2026, 12, 1)))
business = st.sampled_from([kind for kind in CustomerType if kind is not CustomerType.consumer])


@st.composite
def asked(draw: st.DrawFn) -> Inputs:
    until = draw(days)
    paid = st.builds(Payment, date=st.dates(FIRST, until), amount=amounts)
    return Inputs(
        customer_type=draw(business),
        invoices=tuple(draw(st.lists(due | undated, min_size=1, max_size=6))),
        payments=tuple(draw(st.lists(paid, max_size=6))),
        interest_to=until,
        basis=Basis.statutory,
        contract_rate=None,
        recovery_costs=draw(st.sampled_from([Decimal(0), Decimal(150)])),
    )


@given(asked())
def test_the_invoices_add_up_to_the_totals(inputs: Inputs) -> None:
    result = calculate(inputs)
    rows = result.per_invoice
    assert result.interest == sum(row.interest for row in rows)
    assert result.compensation == sum(row.compensation for row in rows)
    assert result.amount_owed == sum(row.unpaid for row in rows)
    assert result.interest_and_compensation == result.interest + result.compensation
    assert [row.invoice for row in rows] == list(range(1, len(inputs.invoices) + 1))


@given(asked())
def test_every_payment_is_counted_once(inputs: Inputs) -> None:
    result = calculate(inputs)
    billed = sum((one.amount for one in inputs.invoices), Decimal(0))
    paid = sum((one.amount for one in inputs.payments), Decimal(0))
    due_in_all = billed + result.interest_and_compensation + result.extra_costs
    assert result.total_owed == max(Decimal(0), due_in_all - paid)


@given(asked(), later)
def test_interest_never_falls_as_time_passes(inputs: Inputs, more: timedelta) -> None:
    until = min(inputs.interest_to + more, LAST)
    now, then = calculate(inputs), calculate(replace(inputs, interest_to=until))
    assert now.interest <= then.interest
    assert now.compensation <= then.compensation
    assert all(a.days <= b.days for a, b in zip(now.per_invoice, then.per_invoice, strict=True))


@given(asked(), amounts)
def test_interest_never_falls_as_the_amount_grows(inputs: Inputs, more: Decimal) -> None:
    alone = replace(inputs, payments=())
    first, *rest = alone.invoices
    bigger = replace(alone, invoices=(replace(first, amount=first.amount + more), *rest))
    assert calculate(alone).interest <= calculate(bigger).interest
    assert calculate(alone).compensation <= calculate(bigger).compensation


@given(asked())
def test_a_payment_never_adds_interest_or_removes_compensation_already_due(inputs: Inputs) -> None:
    paid, unpaid = calculate(inputs), calculate(replace(inputs, payments=()))
    assert paid.interest <= unpaid.interest
    assert paid.daily_interest <= unpaid.daily_interest
    for before, after in zip(unpaid.per_invoice, paid.per_invoice, strict=True):
        assert (after.compensation > 0) == (after.days > 0)
        assert after.days <= before.days


@given(asked())
def test_putting_payments_towards_interest_first_never_reduces_what_is_owed(inputs: Inputs) -> None:
    other = replace(inputs, payments_go_to=PaymentsGoTo.interest_first)
    invoice, interest = calculate(inputs), calculate(other)
    assert interest.total_owed >= invoice.total_owed
    assert interest.amount_owed >= invoice.amount_owed
    assert all(row.interest >= 0 for row in interest.per_invoice)


@given(asked(), st.booleans())
def test_a_payment_for_a_named_invoice_is_counted_once(inputs: Inputs, by_number: bool) -> None:
    numbered = tuple(replace(one, number=f"A{row}") for row, one in enumerate(inputs.invoices, 1))
    last = f"A{len(numbered)}" if by_number else str(len(numbered))
    named = replace(
        inputs,
        invoices=numbered if by_number else inputs.invoices,
        payments=tuple(replace(one, invoice=last) for one in inputs.payments),
    )
    assert list(named.problems()) == []
    result = calculate(named)
    paid = sum((one.amount for one in named.payments), Decimal(0))
    billed = sum((one.amount for one in named.invoices), Decimal(0))
    assert result.total_owed == max(Decimal(0), billed + result.interest_and_compensation + result.extra_costs - paid)
    assert result.per_invoice[-1].unpaid == max(Decimal(0), numbered[-1].amount - paid)


@given(asked(), st.randoms(use_true_random=False))
def test_the_order_in_which_payments_are_typed_makes_no_difference(inputs: Inputs, chance: Random) -> None:
    shuffled = list(inputs.payments)
    chance.shuffle(shuffled)
    assert calculate(replace(inputs, payments=tuple(shuffled))) == calculate(inputs)


@given(asked(), st.integers(1, 400))
def test_daily_interest_is_the_interest_added_by_each_extra_day(inputs: Inputs, more: int) -> None:
    late = tuple(one for one in inputs.invoices if _starts_by(inputs, one))
    until = inputs.interest_to + timedelta(days=more)
    now = calculate(replace(inputs, invoices=late)) if late else None
    if now:
        then = calculate(replace(inputs, invoices=late, interest_to=until))
        slack = Decimal("0.01") * len(late) + Decimal("0.00005") * more
        assert abs(then.interest - now.interest - now.daily_interest * more) <= slack


def _starts_by(inputs: Inputs, invoice: Invoice) -> bool:
    """Whether interest on the invoice starts by the date that interest is worked out to."""
    (row,) = calculate(replace(inputs, invoices=(invoice,), payments=())).per_invoice
    return row.interest_starts <= inputs.interest_to


@given(asked())
def test_the_downloads_match_the_answer(inputs: Inputs) -> None:
    result = calculate(inputs)
    sheet, *words = downloads(result)
    head, *rows = csv.reader(io.StringIO(sheet.text, newline=""))
    assert [row[head.index("Interest")] for row in rows] == [str(row.interest) for row in result.per_invoice]
    assert [one.text.splitlines() for one in words] == ([list(result.working_text)] if result.working_text else [])


def test_the_wording_for_a_claim_has_every_amount_in_the_answer() -> None:
    result = calculate(_one_late_invoice())
    words = " ".join(result.working_text)
    for amount in (result.interest, result.compensation, result.extra_costs, result.daily_interest):
        assert f"£{amount:,}" in words


def _one_late_invoice() -> Inputs:
    return Inputs(
        invoices=(Invoice(amount=Decimal(15_000), due_date=date(2026, 5, 31), supplied_date=None),),
        interest_to=date(2026, 11, 22),
        recovery_costs=Decimal(139),
    )


def test_an_invoice_due_after_the_known_rates_end_is_a_problem() -> None:
    inputs = replace(_one_late_invoice(), interest_to=date(2027, 2, 1))
    unknown = replace(inputs, invoices=(replace(inputs.invoices[0], due_date=date(2026, 12, 31)),))
    assert isinstance(calculate(inputs), Result)
    assert [problem.field for problem in unknown.problems()] == ["invoices.1.due_date"]


def test_the_oldest_due_date_and_invoice_numbers_are_carried_to_other_calculators() -> None:
    interest = calculators.load("late_payment_interest")
    first = replace(_one_late_invoice().invoices[0], number="1041")
    second = replace(first, number="1039", due_date=date(2026, 4, 30))
    told = json.told(calculate(replace(_one_late_invoice(), invoices=(first, second))))
    assert (told["due_date"], told["invoice_numbers"]) == ("2026-04-30", "1041 and 1039")
    for name in ("court_costs", "settlement_range", "letter_before_claim"):
        assert "due_date" in onward(interest, calculators.load(name)).fields


def test_a_paid_invoice_is_not_carried_to_other_calculators() -> None:
    inputs = _one_late_invoice()
    first = replace(inputs.invoices[0], number="1041")
    second = replace(first, number="1039", due_date=date(2026, 4, 30))
    paid = Payment(date=date(2026, 6, 30), amount=first.amount, invoice="1039")
    told = json.told(calculate(replace(inputs, invoices=(first, second), payments=(paid,))))
    assert (told["due_date"], told["invoice_numbers"]) == ("2026-05-31", "1041")


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        ("30 days", date(2026, 6, 11)),
        ("Net 30", date(2026, 6, 11)),
        ("30d", date(2026, 6, 11)),
        ("within 14 days of the invoice date", date(2026, 5, 26)),
        ("2 weeks", date(2026, 5, 26)),
        ("1 month", date(2026, 6, 12)),
        ("End of month", date(2026, 5, 31)),
        ("end of the following month", date(2026, 6, 30)),
        ("net monthly", date(2026, 6, 30)),
        ("EOM + 45 days", date(2026, 7, 15)),
        ("1 month end of month", date(2026, 6, 30)),
        ("20th of the following month", date(2026, 6, 20)),
        ("10 working days", None),
        ("30 days from receipt", None),
        ("0 days", None),
        ("30 or 60 days", None),
        ("pay when paid", None),
    ],
)
def test_payment_terms_are_read_in_common_forms_and_ignored_if_unclear(terms: str, due: date | None) -> None:
    assert TypedInvoice(invoice_date=date(2026, 5, 12), terms=terms).agreed_date == due
