"""Questions that depend on earlier answers: asked if they apply, ignored if they don't."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from types import SimpleNamespace
from typing import Any

import pytest

import calculators
from calculators.kernel import Choice, ask, ask_again
from calculators.kernel.base.conditions import asked_in, only_if
from calculators.kernel.base.parse import parse, read_answers
from calculators.kernel.base.schema import Item, is_choice, items
from calculators.kernel.output import audit_record
from calculators.kernel.output.form import form, options_of


class Pet(Choice):
    """Which pet you have."""

    none = "None"
    dog = "A dog"
    cat = "A cat"
    rabbit = "A rabbit"


@dataclass(frozen=True, kw_only=True)
class Household:
    """Questions that depend on earlier answers in different ways."""

    pet: Pet | None = ask("Which pet do you have?", noun="the pet", group="Home", default=None)
    walked: bool = ask(
        "Do you walk it?", noun="the walk", group="Home", default=False, when={"pet": ("dog", "cat")}
    )  # fmt: skip
    miles: int = ask(
        "How far?", noun="the distance", group="Home", default=1, low=0, high=30,
        when={"pet": ("dog",), "walked": ("yes",)},
    )  # fmt: skip
    lead: bool = ask(
        "Have you got a lead?", noun="the lead", group="Home", default=False,
        when=({"pet": ("dog",)}, {"pet": ("cat",), "walked": ("yes",)}),
    )  # fmt: skip
    garden: bool = ask_again(
        ask("Have you got a garden?", noun="the garden", group="Home", default=False), unless={"pet": ("none",)}
    )  # fmt: skip


def read(**values: str) -> Any:
    return parse(Household, values, None)


def test_an_answer_counts_if_its_question_is_asked() -> None:
    assert read(pet="dog", walked="yes", miles="3") == Household(pet=Pet.dog, walked=True, miles=3)


@pytest.mark.parametrize("miles", ["3", "far", "-1"])
def test_an_answer_to_a_question_not_asked_is_ignored_even_if_invalid(miles: str) -> None:
    assert read(pet="cat", walked="yes", miles=miles) == Household(pet=Pet.cat, walked=True)
    assert read(pet="dog", walked="no", miles=miles) == Household(pet=Pet.dog)


def test_a_second_enforcement_method_without_a_first_costs_nothing() -> None:
    court = calculators.load("court_costs")
    values = {"amount_owed": "4500", "second_enforcement_method": "third_party_debt_order"}
    told = court.calculate(parse(court.Inputs, values, date(2026, 11, 22)))
    assert (told.enforcement_fee, told.fees_up_front) == (Decimal(0), Decimal(551))


def test_a_question_is_asked_if_any_one_of_its_conditions_is_met() -> None:
    assert read(pet="dog", lead="yes").lead
    assert read(pet="cat", walked="yes", lead="yes").lead
    assert not read(pet="cat", walked="no", lead="yes").lead


def test_a_question_is_not_asked_if_the_one_it_depends_on_is_not_asked() -> None:
    assert read(pet="none", walked="yes", miles="3") == Household(pet=Pet.none)


def test_a_question_is_asked_unless_an_earlier_answer_rules_it_out() -> None:
    assert not read(pet="none", garden="yes").garden
    assert read(pet="rabbit", garden="yes").garden
    assert read(garden="yes").garden
    assert [problem.field for problem in read(pet="rabbit", garden="perhaps")] == ["garden"]


def test_answers_in_an_old_link_count_until_the_first_question_is_answered() -> None:
    assert read(walked="yes", miles="3") == Household(walked=True, miles=3)
    assert [problem.field for problem in read(walked="yes", miles="far")] == ["miles"]


def test_an_unreadable_answer_to_a_question_asked_is_refused() -> None:
    assert [problem.field for problem in read(pet="dog", walked="yes", miles="far")] == ["miles"]
    assert [problem.field for problem in read(pet="fish", walked="perhaps")] == ["pet", "walked"]


def test_read_answers_also_ignores_answers_to_questions_not_asked() -> None:
    assert read_answers(Household, {"pet": "cat", "miles": "far"}, None) == ({"pet": Pet.cat}, [])


def test_a_question_not_asked_is_left_out_of_the_record() -> None:
    listed = audit_record.of(Household(pet=Pet.cat), None)
    assert [line.name for line in (*listed.said, *listed.assumed, *listed.empty)] == ["pet", "walked", "garden"]
    assert asked_in(Household(pet=Pet.none)) == {"pet"}
    assert asked_in(Household()) == {"pet", "garden"}
    assert asked_in(Household(miles=3)) == {"pet", "miles", "garden"}


def test_the_form_has_each_questions_condition_and_preselects_no_choice() -> None:
    drawn = form(SimpleNamespace(Inputs=Household, ACTION="Go"))
    assert 'data-field="walked" data-kind="choice" data-when="pet=dog|cat"' in drawn
    assert 'data-field="miles" data-kind="whole" data-when="pet=dog walked=yes"' in drawn
    assert 'data-field="lead" data-kind="choice" data-when="pet=dog; pet=cat walked=yes"' in drawn
    assert 'data-field="garden" data-kind="choice" data-unless="pet=none"' in drawn
    assert '<select id="q-pet" name="pet" aria-describedby="q-pet-hint q-pet-error"><option value="">' in drawn


def test_the_command_line_says_when_a_question_applies() -> None:
    assert [only_if(item) for item in items(Household)] == [
        "", "(only if pet is dog or cat)", "(only if pet is dog and walked is yes)",
        "(only if pet is dog; or pet is cat and walked is yes)", "(not if pet is none)",
    ]  # fmt: skip


# Every calculator and draft


def records() -> Iterator[tuple[str, type]]:
    for name in (*calculators.names(), *calculators.draft_names()):
        asked = calculators.load(name).Inputs
        yield name, asked
        yield from ((f"{name}.{item.name}", item.kind[0]) for item in items(asked) if isinstance(item.kind, list))


def earlier(item: Item, record: type) -> dict[str, Item]:
    before: dict[str, Item] = {}
    for one in items(record):
        if one is item:
            break
        before[one.name] = one
    return before


@pytest.mark.parametrize(("name", "record"), list(records()), ids=lambda one: one if isinstance(one, str) else "")
def test_a_conditional_question_has_a_default_and_depends_only_on_earlier_choices(name: str, record: type) -> None:
    for item in items(record):
        before = earlier(item, record)
        for other, wanted in chain(*item.ask.when, *item.ask.unless) if item.ask else ():
            assert other in before, f"{name}.{item.name} depends on {other}, which isn’t asked before it"
            controlling = before[other]
            assert is_choice(controlling.kind) or controlling.kind is bool
            assert set(wanted) < {code for code, _ in options_of(controlling)}, f"{name}.{item.name}: {other}"
            assert item.default is not MISSING, f"{name}.{item.name} is asked only sometimes, and has no default"
