"""The result of each calculator that a claim has answers for, using what the others work out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.answering import work_out
from calculators.catalogue import draft_names, load, names
from calculators.kernel import Box, Problem
from calculators.kernel.base.parse import read_answers
from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import Calculator

from .claim_file import Claim, Values
from .printed_sheets import Planned, worked_out

IN_ORDER = (
    "next_step", "late_payment_interest", "deadlines", "court_costs", "mediation_fee", "settlement_range",
    "payment_plan",
)  # fmt: skip
"""Calculators in the order that a client reads them; any others come after these."""

CARRIED = ("amount_owed", "interest_and_compensation", "daily_interest", "due_date", "invoice_numbers")
"""Answers that the invoices give if they weren't typed."""

DEFENDED = (
    "hearing_date",
    "questionnaire_date",
    "mediation_date",
    "documents_date",
    "hearing_fee_date",
    "their_defence",
)
"""Answers that show a claim has been defended; without any of them, it hasn't."""


@dataclass(frozen=True, kw_only=True)
class Worked:
    """A calculator or draft with its result."""

    name: str
    module: Calculator
    result: Any


def calculate_all(claim: Claim, plan: Planned | None) -> tuple[list[Worked], list[Problem]]:
    """Each calculator that the claim has answers for, with its result; and why the others have none."""
    worked: list[Worked] = []
    left_out: list[Problem] = []
    for name in _in_order(claim.calculators if claim.calculators is not None else without_forms()):
        own = (claim.calculators or {}).get(name, {})
        known = {**completed(claim, plan, worked), **own}
        found = work_out_one(name, known, own, claim.today, named=claim.calculators is not None)
        if isinstance(found, list):
            left_out += found
        else:
            worked.append(found)
    return worked, left_out


def without_forms() -> Iterator[str]:
    """Every calculator except those that fill in a form, which a summary has no room for."""
    return (name for name in names() if all(item.kind != [Box] for item in items(load(name).Result)))


def _in_order(found: Iterable[str]) -> list[str]:
    order = {name: place for place, name in enumerate(IN_ORDER)}
    return sorted(found, key=lambda name: (order.get(name, len(order)), name))


def work_out_one(
    name: str, values: Values, own: Values, today: date | None, *, named: bool = True
) -> Worked | list[Problem]:
    """The result of one calculator from the answers it asks for, or the problems.

    A calculator that wasn't `named` also needs one of the answers that `_telling` gives.
    """
    module = load(name)
    asked = {item.name for item in items(module.Inputs)}
    typed = {field: value for field, value in values.items() if field in asked or field in own}
    _, unreadable = read_answers(module.Inputs, typed, today)
    legible = typed.keys() - {one.field.partition(".")[0] for one in unreadable} | own.keys()
    typed = {field: value for field, value in typed.items() if field in legible}
    if not (named or typed.keys() & _telling(name, asked)):
        return [Problem(name, f"“{module.TITLE}”: this claim doesn’t answer any of its questions.")]
    result = work_out(module, typed, today)
    if isinstance(result, list):
        return [Problem(one.field or name, f"“{module.TITLE}”: {one.message}") for one in result]
    return Worked(name=name, module=module, result=result)


def _telling(name: str, asked: set[str]) -> set[str]:
    """The questions that show a claim is meant for a calculator: those that no draft asks, or the debt itself."""
    if name == "court_day":
        return set(DEFENDED)
    if name not in IN_ORDER:
        return asked
    in_letters = {item.name for draft in draft_names() for item in items(load(draft).Inputs)}
    return asked - in_letters | asked & {"amount_owed", "due_date"}


def completed(claim: Claim, plan: Planned | None, worked: Iterable[Worked]) -> dict[str, object]:
    """The answers that were typed, and for the others what the plan and the invoices give."""
    found = {one.name: one.result for one in worked}
    known = worked_out(plan)
    if interest := found.get("late_payment_interest"):
        known |= {name: str(value) for name in CARRIED if (value := getattr(interest, name)) is not None}
        known["interest_counted_to"] = str(interest.counted_to)
    if "interest_and_compensation" in claim.values:
        known.pop("interest_counted_to", None)  # that's the date of our own figure
    return {**known, **claim.values}


def one_line(values: Values, *fields: str) -> str:
    """The first of these answers that was given, on one line."""
    return next((" ".join(str(values[name]).split()) for name in fields if name in values), "")
