"""The MCP server for AI assistants, tested with the protocol's own client: in memory and, once, as a command."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, TypeVar

import pytest
from jsonschema import Draft202012Validator
from mcp import Client, MCPError, StdioServerParameters
from mcp.types import CallToolResult, ToolAnnotations

import calculators
from calculators import command_line
from calculators.__main__ import main
from calculators.command_line import mcp_server
from tests import ROOT

TODAY = date(2026, 11, 22)
EVERY = (*calculators.names(), *calculators.draft_names())
T = TypeVar("T")


def with_client(ask: Callable[[Client], Awaitable[T]], *chosen: str) -> T:
    """The result of `ask` with a client of an in-process server that offers the chosen tools."""

    async def run() -> T:
        async with Client(mcp_server.server(chosen, lambda: TODAY)) as client:
            return await ask(client)

    return asyncio.run(run())


def call(name: str, arguments: dict[str, Any]) -> CallToolResult:
    return with_client(lambda client: client.call_tool(name, arguments), *({name} - {"figure"}))


def text_of(reply: CallToolResult) -> str:
    (content,) = reply.content
    return str(getattr(content, "text", ""))


def without_spaces(words: str) -> str:
    """The text without spaces and line breaks, for comparing text that is wrapped differently."""
    return "".join(words.split())


def test_there_is_a_tool_for_every_calculator_and_letter_and_one_for_a_figure() -> None:
    tools = with_client(lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == [*EVERY, "figure"]
    for tool in tools:
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema or {})
        assert tool.input_schema["type"] == "object"
        assert (tool.description or "").endswith("This is information, not legal advice.")
        assert tool.annotations == ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


@pytest.mark.parametrize("name", EVERY)
def test_a_reply_has_the_result_with_every_caution_and_source(name: str) -> None:
    example = calculators.load(name).EXAMPLES[0]
    reply = call(name, {**example.values, "today": example.today.isoformat()})
    assert not reply.is_error
    told = calculators.answer(calculators.load(name), example.values, example.today)["result"]
    assert reply.structured_content == told
    words = without_spaces(text_of(reply))
    for said in (*told["cautions"], *(one["figure"]["source"]["url"] for one in told["sources"])):
        assert without_spaces(said) in words
    assert "\nWhat you answered\n" in text_of(reply)
    assert text_of(reply).endswith("\nThis is information, not legal advice.\n")


def test_numbers_are_read_to_the_penny_and_today_is_filled_in() -> None:
    told = call("court_costs", {"amount_owed": 3000.10, "interest_and_compensation": 0.2}).structured_content
    assert told["claim_value"] == "3000.30"
    assert "22 November 2026" in text_of(call("court_costs", {"amount_owed": 3000}))


def test_problems_are_returned_for_the_assistant_to_correct() -> None:
    reply = call("court_costs", {"amount_owed": "lots", "nation": "wales"})
    assert reply.is_error
    lines = text_of(reply).splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["nation", "amount_owed"]
    assert text_of(call("court_costs", {"today": "soon"})) == "today: Today’s date isn’t a date we can read."


def test_a_figure_is_returned_with_its_source() -> None:
    reply = call("figure", {"name": "england_wales.issue_fee", "on": "2025-11-25", "amount": 500.01})
    assert (reply.structured_content["value"], reply.structured_content["grade"]) == ("70.00", "official")
    assert reply.structured_content["source"]["url"] in text_of(reply)
    assert call("figure", {"name": "england_wales.issue_fee"}).is_error


def test_only_the_chosen_tools_and_figure_are_served() -> None:
    tools = with_client(lambda client: client.list_tools(), "deadlines").tools
    assert [tool.name for tool in tools] == ["deadlines", "figure"]


def test_calling_a_tool_that_is_not_served_is_a_protocol_error() -> None:
    async def ask(client: Client) -> None:
        with pytest.raises(MCPError, match="There is no tool called “court_costs”"):
            await client.call_tool("court_costs", {})

    with_client(ask, "deadlines")


def test_the_mcp_command_serves_over_standard_input_and_output() -> None:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "calculators", "mcp", "next_step"], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    )

    async def ask() -> CallToolResult:
        async with Client(command) as client:
            return await client.call_tool("next_step", {"situation": "not_due"})

    reply = asyncio.run(ask())
    assert not reply.is_error
    assert json.loads(json.dumps(reply.structured_content))["headline"] in " ".join(text_of(reply).split())


def test_without_the_mcp_package_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.delitem(sys.modules, mcp_server.__name__)
    monkeypatch.delattr(command_line, "mcp_server")
    assert main(["mcp"]) == 2
    assert capsys.readouterr().err == "This needs the package mcp: pip install 'unpaid-invoice-calculators[mcp]'\n"
