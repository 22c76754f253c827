"""Uncertain figures are marked: those that aren't official, and those that are overdue for a check."""

import re
from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from calculators import load, respond, work_out
from calculators.__main__ import main
from calculators.kernel import figure
from calculators.kernel.figures.reference import table
from calculators.kernel.output import json, text
from macros.book import figure_register
from macros.page_macros.define_env import Macros

CHECKED, OVERDUE = date(2027, 5, 22), date(2027, 5, 30)
"""Six months after these figures were last checked, and a later date."""
DAY = date(2026, 11, 22)
SECONDARY, OFFICIAL, PRIVATE = (
    "england_wales.application_without_notice_fee", "england_wales.online_civil_money_claims_limit", "uk.agency_commission",
)  # fmt: skip


def macros(today: date) -> Macros:
    return Macros(SimpleNamespace(page=SimpleNamespace(meta={})), DAY, today)


def test_only_the_first_mention_on_a_page_says_that_a_figure_is_not_official() -> None:
    page = macros(CHECKED)
    assert page.amount(SECONDARY).endswith('£126<span class="doubt"> (not official)</span>')
    assert page.amount(SECONDARY).endswith("£126")


@pytest.mark.parametrize("name", [OFFICIAL, PRIVATE])
def test_an_official_or_private_figure_is_not_marked_as_uncertain(name: str) -> None:
    assert "doubt" not in macros(CHECKED).amount(name)


WHERE: dict[str, Callable[[date], str]] = {
    "in a sentence": lambda today: macros(today).amount(OFFICIAL),
    "in a table of steps": lambda today: macros(today).scale("england_wales.issue_fee"),
    "in a table of fees": lambda today: macros(today).fees(SECONDARY),
    "in a list of all": lambda today: macros(today).histories("scotland"),
    "in the book": lambda today: ET.tostring(
        figure_register.drawn(table(OFFICIAL), 1, [], DAY, today, lambda *_: 1), encoding="unicode"
    ),
    "at the command line": lambda today: text.figure(figure(OFFICIAL, DAY), today=today),
    "in an answer on a page": lambda today: "".join(_answer(today)),
    "in an answer as text": lambda today: text.answer(
        load("court_costs"), work_out(load("court_costs"), {"amount_owed": "3000"}, DAY), today=today
    ),
}


def _answer(today: date) -> list[str]:
    parts = _parts("court_costs", {"amount_owed": "3000", "claim_date": DAY.isoformat()}, today)
    return [part for part in parts if not part.startswith("<details")]


def _parts(name: str, values: dict[str, str], today: date) -> list[str]:
    asked = {"calculator": name, "values": values, "surface": "page", "today": today.isoformat()}
    parts: list[str] = json.read(respond(json.write(asked)))["parts"]
    return parts


@pytest.mark.parametrize("where", WHERE)
def test_a_figure_overdue_for_a_check_has_a_warning(where: str) -> None:
    drawn = WHERE[where]
    told = ("due to be checked again", "last checked these figures more than six months ago")
    assert not any(words in drawn(CHECKED) for words in told)
    assert any(words in drawn(OVERDUE) for words in told)


def test_the_figure_command_warns_if_the_check_is_overdue_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figure", OFFICIAL, "--on", "2026-11-22", "--today", OVERDUE.isoformat()]) == 0
    assert "It is due to be checked again." in capsys.readouterr().out


def test_the_date_of_a_source_is_given_in_words() -> None:
    dates = {found.versions[-1].source.dated for name in (SECONDARY, PRIVATE) for found in [table(name)]}
    assert dates == {"dated 7 October 2026", "dated 25 January 2021"}
    assert table("uk.vat_rate").versions[-1].source.dated == "undated page"


def test_a_citation_of_a_rule_gives_the_date_that_the_rule_came_into_force() -> None:
    drawn = "".join(_parts("judgment", {"judgment_amount": "600", "judgment_date": "2025-11-22"}, DAY))
    assert re.search(r"for a late invoice <a [^>]*>\(rule in force since 1 July 1991, official\)</a>", drawn)
