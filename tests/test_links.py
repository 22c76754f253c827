"""Links with answers in them: old links still work, and free text is never put in a link."""

from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urldefrag

import pytest

import calculators
from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import page_of
from macros.page_macros import link_builder
from tests import ROOT
from tests.cases import links

TODAY = date(2026, 11, 22)
LINKS = links()
EVERY = (*calculators.names(), *calculators.draft_names())

every_link = pytest.mark.parametrize("case", LINKS, ids=lambda case: str(case["link"])[:60])


def values(typed: dict[str, str]) -> dict[str, Any]:
    """The answers in a link as a form reads them: invoices.2.amount is the amount of the second invoice."""
    made: dict[str, Any] = {}
    for name, answer in typed.items():
        field, *place = name.split(".")
        if not place:
            made[name] = answer
            continue
        rows = made.setdefault(field, [])
        rows += [{} for _ in range(int(place[0]) - len(rows))]
        rows[int(place[0]) - 1][place[1]] = answer
    return made


@every_link
def test_an_old_link_opens_its_page_and_fills_in_the_same_answers(case: dict[str, Any]) -> None:
    page, fragment = urldefrag(case["link"])
    assert (ROOT / "docs" / f"{page.rstrip('/')}.md").is_file()
    assert dict(parse_qsl(fragment)) == case["fills"]


@every_link
def test_an_old_link_gets_the_same_headline_as_before(case: dict[str, Any]) -> None:
    calculator = calculators.load(urldefrag(case["link"]).url.split("/")[1])
    result = calculators.work_out(calculator, values(case["fills"]), TODAY)
    assert result.headline == case["says"]


@every_link
def test_every_answer_in_an_old_link_is_still_allowed_in_links(case: dict[str, Any]) -> None:
    calculator = calculators.load(urldefrag(case["link"]).url.split("/")[1])
    names = {".".join(part for part in name.split(".") if not part.isdecimal()) for name in case["fills"]}
    assert names <= set(link_builder.may_travel(calculator))


def test_there_is_an_old_link_to_every_calculator_and_letter() -> None:
    linked = {urldefrag(case["link"]).url for case in LINKS}
    for name in EVERY:
        assert f"{page_of(calculators.load(name))}/" in linked, f"Add a [[link]] to tests/cases/{name}.toml"


@pytest.mark.parametrize("name", EVERY)
def test_free_text_is_never_allowed_in_links(name: str) -> None:
    record = calculators.load(name).Inputs
    own = {item.name for item in items(record) if item.kind is str} | {
        f"{item.name}.{part.name}"
        for item in items(record)
        if isinstance(item.kind, list)
        for part in items(item.kind[0])
        if part.kind is str
    }
    travelling = set(link_builder.may_travel(calculators.load(name)))
    assert not own & travelling
    assert len(own) + len(travelling) == sum(
        len(items(item.kind[0])) if isinstance(item.kind, list) else 1 for item in items(record) if item.ask
    )
