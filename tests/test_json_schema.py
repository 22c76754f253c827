"""The JSON Schemas of what is asked and told: valid themselves, and true of every worked example."""

import json
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import calculators
from calculators.__main__ import main
from calculators.command_line import json_schema
from calculators.kernel.base.schema import items

EVERY = (*calculators.names(), *calculators.draft_names())
each = pytest.mark.parametrize("name", EVERY)


@cache
def schema(name: str) -> json_schema.Schema:
    return json_schema.exchange(calculators.load(name))


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def exchange(name: str, values: Mapping[str, object], number: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
    """A request with a worked example and its reply, as a program reads it."""
    example = calculators.load(name).EXAMPLES[number]
    request = {"calculator": name, "values": {**example.values, **values}, "today": example.today.isoformat()}
    return request, json.loads(calculators.respond(json.dumps(request)))


@each
def test_each_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    for part in ("values", "result"):
        assert schema(name)["$defs"][part]["properties"]


@each
def test_every_worked_example_is_as_its_schema_says(name: str) -> None:
    for number in range(len(calculators.load(name).EXAMPLES)):
        request, reply = exchange(name, {}, number)
        assert "result" in reply
        validator(name).validate(request)
        validator(name).validate(reply)


@each
def test_a_refusal_is_as_its_schema_says(name: str) -> None:
    _, reply = exchange(name, {"nothing": "of that name"})
    assert "problems" in reply
    validator(name).validate(reply)


@each
def test_every_question_and_figure_is_described(name: str) -> None:
    module, parts = calculators.load(name), schema(name)["$defs"]
    for item in items(module.Inputs):
        assert item.ask
        assert parts["values"]["properties"][item.name]["title"] == item.ask.question
    for item in items(module.Result):
        told = parts["result"]["properties"][item.name]
        assert told.get("title") == (item.tell.label if item.tell else None)


@pytest.mark.parametrize(
    "values",
    [
        {"amount_owed": None},
        {"amount_owed": ["3000"]},
        {"amount_owed": -1},
        {"nation": "wales"},
        {"amount_ow": "3000"},
        {"vat_registered": 1},
        {"chance_of_winning": 101},
    ],
)
def test_what_the_calculator_refuses_by_kind_the_schema_refuses(values: Mapping[str, object]) -> None:
    request, reply = exchange("court_costs", values)
    assert "problems" in reply
    assert not validator("court_costs").is_valid(request)


@pytest.mark.parametrize(
    "values", [{"amount_owed": 3000}, {"vat_registered": True}, {"vat_registered": "no"}, {"own_hours": None}]
)
def test_numbers_and_answers_left_out_may_be_written_as_json_has_them(values: Mapping[str, object]) -> None:
    request, reply = exchange("court_costs", values)
    assert "result" in reply
    validator("court_costs").validate(request)


@pytest.mark.parametrize(
    ("field", "value"),
    [("issue_fee", 115), ("issue_fee", "115"), ("track", "fast"), ("sources", None), ("outcomes", [{}])],
)
def test_a_result_of_another_shape_is_refused(field: str, value: object) -> None:
    _, reply = exchange("court_costs", {})
    changed = deepcopy(reply)
    changed["result"][field] = value
    assert not validator("court_costs").is_valid(changed)


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "reminder"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("reminder")


def test_the_command_says_if_there_is_no_such_calculator(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["schema", "x" * 1000])
    assert f"there is no calculator or letter called “{'x' * 60}…”" in capsys.readouterr().err
