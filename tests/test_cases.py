"""Every case for every calculator and draft, and every case for a published figure."""

import re
from decimal import Decimal
from typing import Any

import pytest

import calculators
from calculators.kernel.figures.reference import figure
from calculators.kernel.output import json
from tests.cases import Case, FigureCase, cases, figure_cases

NAMES = [*calculators.names(), *calculators.draft_names()]
ALL = [case for name in NAMES for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.calculator}: {case.name}")
def test_each_case_gets_its_expected_answer(case: Case) -> None:
    reply = json.read(calculators.respond(case.request))
    told = {problem["field"]: problem["message"] for problem in reply.get("problems", [])}
    assert told.keys() == case.problems.keys()
    for name, message in case.problems.items():
        assert message in told[name]
    for name, expected in case.expect.items():
        assert _seen(reply["result"][name], expected) == expected, name
    assert case.answer_says in _said(reply)


def _said(reply: Any) -> str:
    """The text of the answer on the page and of any letters to download."""
    letters = [file["text"] for file in reply.get("downloads", []) if file["name"].endswith(".txt")]
    return "\n".join((re.sub("</?(b|span)[^>]*>", "", reply.get("answer", "")), *letters))


def _seen(found: Any, expected: Any) -> Any:
    """The value found, as a case would write it: `absent` for null, and only the expected fields of a record."""
    if found is None:
        return "absent"
    return {name: found[name] for name in expected} if isinstance(expected, dict) else found


@pytest.mark.parametrize("case", figure_cases(), ids=lambda case: case.name)
def test_each_figure_matches_its_published_value(case: FigureCase) -> None:
    found = figure(case.figure, case.on, Decimal(case.amount) if case.amount else None)
    assert case.expect is None or f"{found.value:f}" == case.expect
    assert f"{found.value:f}" != case.not_expect


@pytest.mark.parametrize("name", NAMES)
def test_case_names_are_unique_and_longer_than_a_word(name: str) -> None:
    named = [case.name for case in cases(name)]
    assert len(named) == len(set(named))
    assert all(" " in one for one in named)
