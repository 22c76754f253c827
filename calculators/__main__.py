"""The command line for advice services: `python -m calculators`.

This is the only code that reads the clock, and only if no `--today` is given.
"""

import argparse
import io
import json as plain_json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from . import answer, draft_names, load, names, refusal, summary, work_out
from .batch.answers import shortened
from .batch.csv_file import Unreadable
from .command_line import batch, json_schema
from .command_line.figure_lookup import Lookup, look_up
from .command_line.row_files import with_rows
from .kernel.base.conditions import only_if
from .kernel.base.dates import read_date
from .kernel.base.schema import Item, Problem, is_choice, items, typed
from .kernel.contract.calculator import Calculator
from .kernel.figures.reference import subjects, tables
from .kernel.output import json, text

ANSWERED, PROBLEMS = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status: 0 if it was answered, 2 if there are problems with the input."""
    asked = _parser().parse_args(arguments)
    status: int = asked.run(asked)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m calculators",
        description="Calculators for a small business that is owed money.",
    )
    parser.set_defaults(run=_list)
    commands = parser.add_subparsers(metavar="command")
    for name in (*names(), *draft_names()):
        _calculator_command(commands, name)
    _figure_command(commands)
    _batch_command(commands)
    _summary_command(commands)
    _schema_command(commands)
    _mcp_command(commands)
    return parser


def _list(_: argparse.Namespace) -> int:
    for title, found in (("Calculators", names()), ("Drafts of letters and agreements", draft_names())):
        print(f"{title}:", *(f"  {name:<24} {load(name).TITLE}" for name in found), sep="\n", end="\n\n")
    print("More: python -m calculators NAME --help, batch NAME < cases.csv, figure NAME --on DATE --amount POUNDS,")
    print("summary claim.json --html FILE, schema NAME, mcp")
    return ANSWERED


# One answer


def _calculator_command(commands: Any, name: str) -> None:
    calculator = load(name)
    command = commands.add_parser(name, help=calculator.TITLE, description=calculator.TITLE, allow_abbrev=False)
    for item in items(calculator.Inputs):
        several = {"nargs": "+"} if isinstance(item.kind, list) else {}
        command.add_argument(
            _flag(item.name), dest=f"value_{item.name}", metavar=_shape(item), help=_help(item), **several
        )
    _common(command)
    command.set_defaults(run=lambda asked: _answer(calculator, asked))


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="the date to use as today")
    command.add_argument("--json", action="store_true", help="reply as JSON")


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _shape(item: Item) -> str:
    if isinstance(item.kind, list):
        return "JSON-OR-FILE"
    if is_choice(item.kind):
        return "{" + ",".join(one.name for one in item.kind) + "}"  # type: ignore[attr-defined]
    return {
        "money": "POUNDS",
        "daily": "POUNDS",
        "percentage": "0-100",
        date: "DATE",
        bool: "{yes,no}",
        str: "TEXT",
    }.get(item.kind, "NUMBER")


def _help(item: Item) -> str:
    """The help for an option: the question and hint, as on the page, and the default answer."""
    if not item.ask:
        return ""
    default = "today" if item.ask.today else typed(item.kind, item.default)
    usual = f" [{default}]" if default and not isinstance(item.kind, list) else ""
    words = (item.ask.question, item.ask.hint, only_if(item))
    return f"{' '.join(word for word in words if word)}{usual}".replace("%", "%%")


def _day(written: str) -> date:
    day = read_date(written)
    if day is None:
        raise argparse.ArgumentTypeError(f"“{shortened(written)}” is not a date. Write it as 2026-11-22 or 22/11/2026")
    return day


def _today() -> date:
    return date.today()  # noqa: DTZ011 the user's local date is meant


def _answer(calculator: Calculator, asked: argparse.Namespace) -> int:
    given = {key.removeprefix("value_"): value for key, value in vars(asked).items() if key.startswith("value_")}
    try:
        values = with_rows(calculator, {name: value for name, value in given.items() if value is not None}, batch.note)
    except Unreadable as why:
        return _refused(refusal([Problem("", str(why))]), asked.json)
    today = asked.today or _today()
    result = work_out(calculator, values, today)
    if isinstance(result, list):
        return _refused(refusal(result), asked.json)
    print(json.write(answer(calculator, values, today)) if asked.json else text.answer(calculator, result, today=today))
    return ANSWERED


# One figure


def _figure_command(commands: Any) -> None:
    command = commands.add_parser("figure", help="look up one figure", description="Looks up one dated figure.")
    name, on, amount = items(Lookup)
    command.add_argument("name", nargs="?", help=f"{_help(name)} Leave it out to list them all.")
    command.add_argument("--on", metavar="DATE", help=_help(on))
    command.add_argument("--amount", metavar="POUNDS", help=_help(amount))
    _common(command)
    command.set_defaults(run=_figure)


def _figure(asked: argparse.Namespace) -> int:
    if asked.name is None:
        print("\n".join(f"{table.name:<56} {table.label}" for subject in subjects() for table in tables(subject)))
        return ANSWERED
    today = asked.today or _today()
    found = look_up({"name": asked.name, "on": asked.on, "amount": asked.amount}, today)
    if isinstance(found, list):
        return _refused(refusal(found), asked.json)
    print(json.write(json.data(found)) if asked.json else text.figure(found, today=today))
    return ANSWERED


def _refused(reply: dict[str, Any], as_json: bool) -> int:
    if as_json:
        print(json.write(reply))
    else:
        print(*(problem["message"] for problem in reply["problems"]), sep="\n", file=sys.stderr)
    return PROBLEMS


# Many answers


def _batch_command(commands: Any) -> None:
    command = commands.add_parser("batch", help="answer a CSV file, one case a row")
    batch.add_arguments(command)
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="the date to use as today")
    command.set_defaults(run=lambda asked: batch.run(asked, asked.today or _today()))


# For programs


def _schema_command(commands: Any) -> None:
    what = "the JSON Schema of a calculator or letter"
    command = commands.add_parser("schema", help=what, description=f"Prints {what}: what it asks and what it returns.")
    command.add_argument("name", type=_known, metavar="NAME", help="the calculator or letter")
    command.set_defaults(run=_schema)


def _schema(asked: argparse.Namespace) -> int:
    print(plain_json.dumps(json_schema.exchange(load(asked.name)), ensure_ascii=False, indent=2))
    return ANSWERED


def _mcp_command(commands: Any) -> None:
    what = "serve the calculators to an AI assistant, by the Model Context Protocol"
    command = commands.add_parser("mcp", help=what, description=f"{what.capitalize()}.")
    every = [*names(), *draft_names()]
    command.add_argument(
        "names", nargs="*", choices=[[], *every], metavar="NAME", help="only these, to keep the list short"
    )
    command.set_defaults(run=_mcp)


def _known(name: str) -> str:
    if name not in (*names(), *draft_names()):
        raise argparse.ArgumentTypeError(f"there is no calculator or letter called “{shortened(name)}”")
    return name


def _mcp(asked: argparse.Namespace) -> int:
    try:
        from .command_line import mcp_server
    except ModuleNotFoundError as missing:
        if missing.name not in ("mcp", "mcp_types"):
            raise
        print("This needs the package mcp: pip install 'unpaid-invoice-calculators[mcp]'", file=sys.stderr)
        return PROBLEMS
    mcp_server.run(asked.names, _today)
    return ANSWERED


# Everything about one claim


def _summary_command(commands: Any) -> None:
    what = "everything worked out for one claim"
    command = commands.add_parser("summary", help=what, description=f"Prints {what}, to give to a client.")
    command.add_argument(
        "file", nargs="?", default="-", metavar="claim.json", help="the claim file; - is standard input"
    )
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="the date to use as today")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--text", action="store_true", help="as text (the default)")
    form.add_argument("--html", metavar="FILE", help="as a page to print, written to that file; - is standard output")
    form.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=_summary)


def _summary(asked: argparse.Namespace) -> int:
    try:
        given = json.read(sys.stdin.read() if asked.file == "-" else Path(asked.file).read_text(encoding="utf-8-sig"))
    except OSError as error:
        return _refused(refusal([Problem("", f"“{asked.file}” can’t be read: {error.strerror}.")]), asked.json)
    except (ValueError, RecursionError):
        return _refused(refusal([Problem("", f"“{asked.file}” is not a JSON file that we can read.")]), asked.json)
    if asked.today and isinstance(given, dict):
        given = {**given, "today": asked.today.isoformat()}
    made = summary.summarise(given, _today())
    return _refused(refusal(made), asked.json) if isinstance(made, list) else _hand_over(asked, *made)


def _hand_over(asked: argparse.Namespace, made: summary.Summary, results: Mapping[str, Any]) -> int:
    if asked.json:
        print(json.write(summary.as_data(made, results)))
    elif asked.html is None:
        print(summary.text(made), end="")
    elif asked.html == "-":
        print(_document(made), end="")
    else:
        try:
            Path(asked.html).write_text(_document(made), encoding="utf-8")
        except OSError as error:
            return _refused(refusal([Problem("", f"“{asked.html}” can’t be written: {error.strerror}.")]), False)
    return ANSWERED


def _document(made: summary.Summary) -> str:
    return summary.document(made, Path(summary.__file__).with_name("style.css").read_text(encoding="utf-8"))


def _open_streams() -> None:
    """Sets the same encodings on every system; a closed stream reads as empty and discards what is written to it."""
    sys.stdin = sys.stdin or os.fdopen(os.open(os.devnull, os.O_RDONLY))
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def _end_quietly() -> None:
    """Lets a closed pipe or Ctrl+C end a command without a traceback."""
    for name in ("SIGPIPE", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


def _run() -> int:
    """Runs one command, flushes its output and returns its exit status."""
    try:
        status = main()
        sys.stdout.flush()
    except OSError as error:
        print(f"The answer can’t be written: {error.strerror}.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the rest can't be written either
        return PROBLEMS
    return status


if __name__ == "__main__":
    _open_streams()
    _end_quietly()
    sys.exit(_run())
