"""The JSON Schemas of requests and replies: each is valid, and every worked example conforms to its own."""

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
    """A request with the values of a worked example, some of them replaced, and its reply, both parsed."""
    example = calculators.load(name).EXAMPLES[number]
    request = {"calculator": name, "values": {**example.values, **values}, "today": example.today.isoformat()}
    return request, json.loads(calculators.respond(json.dumps(request)))


@each
def test_each_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    for part in ("values", "result"):
        assert schema(name)["$defs"][part]["properties"]


@each
def test_every_worked_example_conforms_to_its_schema(name: str) -> None:
    for number in range(len(calculators.load(name).EXAMPLES)):
        request, reply = exchange(name, {}, number)
        assert "result" in reply
        validator(name).validate(request)
        validator(name).validate(reply)


@each
def test_a_reply_with_problems_conforms_to_its_schema(name: str) -> None:
    _, reply = exchange(name, {"nothing": "of that name"})
    assert "problems" in reply
    validator(name).validate(reply)


@each
def test_the_schema_has_the_title_of_every_question_and_figure(name: str) -> None:
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
def test_values_that_the_calculator_refuses_are_refused_by_the_schema(values: Mapping[str, object]) -> None:
    request, reply = exchange("court_costs", values)
    assert "problems" in reply
    assert not validator("court_costs").is_valid(request)


@pytest.mark.parametrize(
    "values", [{"amount_owed": 3000}, {"vat_registered": True}, {"vat_registered": "no"}, {"own_hours": None}]
)
def test_json_numbers_booleans_and_nulls_are_accepted(values: Mapping[str, object]) -> None:
    request, reply = exchange("court_costs", values)
    assert "result" in reply
    validator("court_costs").validate(request)


@pytest.mark.parametrize(
    ("field", "value"),
    [("issue_fee", 115), ("issue_fee", "115"), ("track", "fast"), ("sources", None), ("outcomes", [{}])],
)
def test_a_result_with_a_wrong_value_is_refused_by_the_schema(field: str, value: object) -> None:
    _, reply = exchange("court_costs", {})
    changed = deepcopy(reply)
    changed["result"][field] = value
    assert not validator("court_costs").is_valid(changed)


def test_the_schema_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "reminder"]) == 0
    assert json.loads(capsys.readouterr().out) == schema("reminder")


def test_the_schema_command_refuses_an_unknown_calculator(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["schema", "x" * 1000])
    assert f"there is no calculator or letter called “{'x' * 60}…”" in capsys.readouterr().err
