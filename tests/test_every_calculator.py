"""Checks of every calculator and draft: nothing is missing, nothing is repeated, and every example works."""

import html
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

import calculators
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Condition, is_choice, items, typed
from calculators.kernel.contract.calculator import answer_parts
from calculators.kernel.output import json
from calculators.kernel.output.answer_html import answer
from calculators.kernel.output.form import form
from calculators.kernel.output.text import answer as text_answer
from tests.cases import cases

DOCS = Path(__file__).parent.parent / "docs"
BOUNDED = ("money", "daily", "percentage", Decimal, int, date)
MARKUP = '<script>alert("x")</script>'

DRAFTS = calculators.draft_names()

each = pytest.mark.parametrize("name", [*calculators.names(), *DRAFTS])


@each
def test_each_calculator_and_letter_has_a_page(name: str) -> None:
    folder = "drafts" if name in DRAFTS else "calculators"
    assert f'calculator("{name}"' in (DOCS / folder / f"{name}.md").read_text()


@each
def test_each_calculator_and_letter_has_cases_with_an_answer_and_with_problems(name: str) -> None:
    assert any(case.expect for case in cases(name))
    assert any(case.problems for case in cases(name))


@each
def test_every_question_has_its_text_noun_and_group(name: str) -> None:
    for item in items(calculators.load(name).Inputs):
        assert item.ask, item.name
        assert item.ask.question.endswith("?"), item.name
        assert item.ask.noun[0].islower(), item.name
        assert item.ask.group, item.name
        assert "?" not in item.ask.noun, item.name


@each
def test_every_number_and_date_has_lower_and_upper_limits(name: str) -> None:
    for item in items(calculators.load(name).Inputs):
        if item.kind in BOUNDED:
            assert item.ask, item.name
            assert item.ask.low is not None, item.name
            assert item.ask.high is not None, item.name


@each
def test_no_two_figures_share_a_label(name: str) -> None:
    labels = [item.tell.label for item in items(calculators.load(name).Result) if item.tell]
    assert len(labels) == len(set(labels))


@each
def test_each_calculator_and_letter_has_at_least_two_examples_that_get_an_answer(name: str) -> None:
    module = calculators.load(name)
    assert len(module.EXAMPLES) >= 2
    for example in module.EXAMPLES:
        assert example.story, example.title
        reply = calculators.answer(module, example.values, example.today)
        assert "result" in reply, reply


@each
def test_the_working_adds_up(name: str) -> None:
    for case in (case for case in cases(name) if case.expect):
        reply = json.read(calculators.respond(case.request))
        running, totals = Decimal(0), 0
        for step in reply["result"]["working"]:
            if step["total"]:
                assert Decimal(step["amount"]) == running, (case.name, step["label"])
                running, totals = Decimal(0), totals + 1
            else:
                running += Decimal(step["amount"])
        assert totals or not reply["result"]["working"], case.name
        assert running == 0, f"{case.name}: lines without a total"


@each
def test_no_two_choices_share_a_code_or_label(name: str) -> None:
    for item in items(calculators.load(name).Inputs):
        if is_choice(item.kind):
            words = [str(one) for one in item.kind]  # type: ignore[attr-defined]
            assert len(words) == len(set(words)) == len(item.kind.__members__), item.name  # type: ignore[attr-defined]


@each
def test_markup_in_any_field_comes_back_escaped_or_not_at_all(name: str) -> None:
    module = calculators.load(name)
    for item in items(module.Inputs):
        values = {**module.EXAMPLES[0].values, item.name: MARKUP}
        reply = calculators.answer(module, values, module.EXAMPLES[0].today)
        assert MARKUP not in reply.get("answer", ""), item.name


@each
def test_the_form_and_the_answer_are_well_formed_html(name: str) -> None:
    module = calculators.load(name)
    example = module.EXAMPLES[0]
    inputs = parse(module.Inputs, example.values, example.today)
    result = module.calculate(inputs)
    for drawn in (form(module), answer(module, result)):
        Balanced().check(drawn)
        assert "style=" not in drawn
    assert all(f'data-field="{item.name}"' in form(module) for item in items(module.Inputs))


@each
def test_text_and_page_show_the_same_figures(name: str) -> None:
    module = calculators.load(name)
    inputs = parse(module.Inputs, module.EXAMPLES[1].values, module.EXAMPLES[1].today)
    result = module.calculate(inputs)
    page = re.sub("</?span[^>]*>", "", html.unescape(answer(module, result)))
    lines = text_answer(module, result).splitlines()
    for item in answer_parts(result).figures:
        if item.tell and item.kind in ("money", "percentage"):
            line = next(line for line in lines if line.startswith(item.tell.label))
            assert line.removeprefix(item.tell.label).strip() in page, item.name


class Balanced(HTMLParser):
    """Checks that elements are properly nested and closed, and repeat no attribute."""

    EMPTY = frozenset({"input", "br", "img", "rect", "hr"})

    def check(self, markup: str) -> None:
        self.open: list[str] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute"
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Ignore a self-closing tag."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", calculators.names())
def test_a_form_shows_at_most_six_questions_at_first(name: str) -> None:
    """The others appear if earlier answers call for them, or are under “Make it more accurate”."""
    asked = {item.name: item for item in items(calculators.load(name).Inputs)}
    usual = {one: typed(item.kind, item.default) for one, item in asked.items()}
    shown = [
        one
        for one, item in asked.items()
        if item.ask and not item.ask.more and _holds(item.ask.when, usual) and _holds(item.ask.shown_when, usual)
    ]
    assert 1 <= len(shown) <= 6, shown


def _holds(conditions: tuple[Condition, ...], answers: Mapping[str, str]) -> bool:
    """Whether there are no conditions, or any of them is met."""
    return not any(conditions) or any(all(answers[name] in wanted for name, wanted in one) for one in conditions)
