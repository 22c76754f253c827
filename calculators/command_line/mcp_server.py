"""A server for AI assistants, using the Model Context Protocol: a tool for each calculator, made from its fields.

It needs the package `mcp`, so it's imported only by the command that starts it.
"""

import asyncio
import json as plain_json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mcp import MCPError
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp.types import Tool as ListedTool

from calculators import __version__
from calculators.answering import drawn_by
from calculators.catalogue import draft_names, load, names
from calculators.kernel.base.dates import read_date
from calculators.kernel.base.schema import Problem, items
from calculators.kernel.contract.calculator import Calculator, code_name, label_of
from calculators.kernel.figures.reference import Figure, subjects, tables
from calculators.kernel.output import audit_record, json, text

from . import json_schema
from .figure_lookup import Lookup, look_up

Today = Callable[[], date]
Reply = dict[str, Any]

FIGURE = "figure"
INFORMATION = "This is information, not legal advice."
INSTRUCTIONS = (
    "Calculators and letters for small businesses in the United Kingdom that are owed money: late payment interest, "
    "court fees, settlement, mediation, payment plans, deadlines and what to do next. Every figure has its date, its "
    "source and a grade: official, from a named source, or worked out by us.\n\n"
    "If you don’t know something, ask the person rather than guessing. Leave out any optional question they haven’t "
    "answered: the reply says what was assumed. Pass on the cautions and the sources with the figures, and keep the "
    f"word “about” where we use it. If they don’t know what to do, start with routes. {INFORMATION}"
)


@dataclass(frozen=True, kw_only=True)
class Tool:
    """One tool: its description for clients, and the function that replies to its arguments."""

    listed: ListedTool
    reply: Callable[[Mapping[str, Any], date], Reply]


def run(chosen: Iterable[str], today: Today) -> None:
    """Serves the tools of these calculators, or all of them, on standard input and output until that is closed."""
    asyncio.run(_serve(server(chosen, today)))


async def _serve(made: Server[Any]) -> None:
    async with stdio_server() as (read, write):
        await made.run(read, write, made.create_initialization_options())


def server(chosen: Iterable[str], today: Today) -> Server[Any]:
    """The server, with a tool for each calculator chosen, or for all, and one that looks up a figure."""
    wanted = tuple(chosen) or (*names(), *draft_names())
    tools = {name: _tool(load(name)) for name in wanted} | {FIGURE: _figure_tool()}

    async def list_tools(_: ServerRequestContext[Any], __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[tool.listed for tool in tools.values()])

    async def call_tool(_: ServerRequestContext[Any], asked: CallToolRequestParams) -> CallToolResult:
        found = tools.get(asked.name)
        if not found:
            raise MCPError(INVALID_PARAMS, f"There is no tool called “{asked.name[:60]}”.")
        return _call(found, asked.arguments or {}, today())

    return Server(
        "unpaid-invoice-calculators",
        title="Unpaid invoice calculators",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _call(tool: Tool, arguments: Mapping[str, Any], today: date) -> CallToolResult:
    """The reply to one call, on the date that it gives or else today; numbers are read as exact decimals."""
    values = json.read(plain_json.dumps(arguments))
    day = values.pop("today", None) or today.isoformat()
    on = read_date(day) if isinstance(day, str) else None
    if not on:
        return _refusal([Problem("today", "Today’s date isn’t a date we can read.")])
    reply = tool.reply(values, on)
    if "problems" in reply:
        return _refusal([Problem(**one) for one in reply["problems"]])
    return CallToolResult(content=[_text(reply["text"])], structured_content=reply["result"])


def _refusal(problems: list[Problem]) -> CallToolResult:
    """An error that lists every problem with the arguments, for the assistant to ask again."""
    told = [f"{one.field}: {one.message}" if one.field else one.message for one in problems]
    return CallToolResult(content=[_text("\n".join(told))], is_error=True)


def _text(words: str) -> TextContent:
    return TextContent(type="text", text=words)


def _listed(name: str, title: str, about: str, asks: json_schema.Schema, tells: json_schema.Schema) -> ListedTool:
    asks["properties"]["today"] = {
        "type": ["string", "null"],
        "description": "The date to treat as today. Leave it out to use today’s date.",
    }
    return ListedTool(
        name=name, title=title, description=f"{about} {INFORMATION}", input_schema=asks, output_schema=tells,
        annotations=ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False),
    )  # fmt: skip


# Calculators


def _tool(calculator: Calculator) -> Tool:
    asks, tells = json_schema.values(calculator.Inputs), json_schema.result(calculator)
    return Tool(
        listed=_listed(code_name(calculator), calculator.TITLE, _about(calculator), asks, tells),
        reply=lambda values, today: drawn_by(_reply, calculator, values, today),
    )


def _about(calculator: Calculator) -> str:
    """The first paragraph of the module's docstring, and the labels of the answer's key parts."""
    purpose = " ".join((calculator.__doc__ or f"{calculator.TITLE}.").partition("\n\n")[0].split())
    key = [label_of(item) for item in items(calculator.Result) if item.tell and item.tell.key]
    return f"{purpose} It gives: {'; '.join(key)}." if key else purpose


def _reply(calculator: Calculator, inputs: Any, result: Any, today: date, version: str) -> Reply:
    """The result as data and as text, with its cautions and sources, and what was assumed."""
    told = text.answer(calculator, result, today=today) + audit_record.as_text(calculator, inputs, today, version)
    return {"result": json.data(result), "text": told}


# One figure


def _figure_tool() -> Tool:
    asks = json_schema.values(Lookup)
    asks["properties"]["name"]["enum"] = [table.name for subject in subjects() for table in tables(subject)]
    about = "Looks up one court fee, interest rate or limit on a date, with its source and how sure we are of it."
    return Tool(
        listed=_listed(FIGURE, "Look up one figure", about, asks, json_schema.result_of(Figure)), reply=_figure_reply
    )


def _figure_reply(values: Mapping[str, Any], today: date) -> Reply:
    found = look_up(values, today)
    if isinstance(found, list):
        return {"problems": [json.data(one) for one in found]}
    return {"result": json.data(found), "text": f"{text.figure(found, today=today)}\n\n{INFORMATION}\n"}
