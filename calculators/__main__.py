"""The command line for advice services: `python -m calculators`.

The one place that reads the clock, and only where no `--today` is given.
"""

import argparse
import csv
import io
import re
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from . import answer, draft_names, load, names, refusal, summary, work_out
from .kernel.base.conditions import only_if
from .kernel.base.dates import read_date
from .kernel.base.money import Money
from .kernel.base.parse import parse
from .kernel.base.schema import Item, Problem, ask, is_choice, is_figure, items, typed
from .kernel.contract.calculator import Calculator
from .kernel.figures.reference import NoFigure, figure, subjects, tables
from .kernel.output import json, text
from .kernel.output.csv import safe

ANSWERED, PROBLEMS = 0, 2
ROWS_BETWEEN_NEWS = 100
LABEL = "case"  # a column for your own name of a row, which comes back untouched
LONGEST_CELL = 10_000_000  # a longer one than Python's own limit gets its problem in the last column, like any other
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status: 0 answered, 2 problems with the input."""
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
    return parser


def _list(_: argparse.Namespace) -> int:
    for title, found in (("Calculators", names()), ("Drafts of letters and agreements", draft_names())):
        print(f"{title}:", *(f"  {name:<24} {load(name).TITLE}" for name in found), sep="\n", end="\n\n")
    print("More: python -m calculators NAME --help, batch NAME < cases.csv, figure NAME --on DATE --amount POUNDS,")
    print("summary claim.json --html FILE")
    return ANSWERED


# One answer


def _calculator_command(commands: Any, name: str) -> None:
    calculator = load(name)
    command = commands.add_parser(name, help=calculator.TITLE, description=calculator.TITLE, allow_abbrev=False)
    for item in items(calculator.Inputs):
        command.add_argument(_flag(item.name), dest=f"value_{item.name}", metavar=_shape(item), help=_help(item))
    _common(command)
    command.set_defaults(run=lambda asked: _answer(calculator, asked))


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="the date to use as today")
    command.add_argument("--json", action="store_true", help="reply as JSON")


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _shape(item: Item) -> str:
    if isinstance(item.kind, list):
        return "JSON"
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
    """The question and its hint, as on the page, and the answer that stands where none is given."""
    if not item.ask:
        return ""
    default = "today" if item.ask.today else typed(item.kind, item.default)
    usual = f" [{default}]" if default and not isinstance(item.kind, list) else ""
    words = (item.ask.question, item.ask.hint, only_if(item))
    return f"{' '.join(word for word in words if word)}{usual}".replace("%", "%%")


def _day(written: str) -> date:
    day = read_date(written)
    if day is None:
        raise argparse.ArgumentTypeError(f"“{written}” is not a date. Write it as 2026-11-22 or 22/11/2026")
    return day


def _today() -> date:
    return date.today()  # noqa: DTZ011 the reader's own day, wherever they are


def _answer(calculator: Calculator, asked: argparse.Namespace) -> int:
    given = {key.removeprefix("value_"): value for key, value in vars(asked).items() if key.startswith("value_")}
    values = _read_rows(calculator, {name: value for name, value in given.items() if value is not None})
    today = asked.today or _today()
    result = work_out(calculator, values, today)
    if isinstance(result, list):
        return _refused(refusal(result), asked.json)
    print(json.write(answer(calculator, values, today)) if asked.json else text.answer(calculator, result, today=today))
    return ANSWERED


def _read_rows(calculator: Calculator, values: Mapping[str, str]) -> dict[str, object]:
    """The values, those of questions with rows read from JSON, such as [{"amount": "1200", "due_date": "1/5/2026"}]."""
    rows = {item.name for item in items(calculator.Inputs) if isinstance(item.kind, list)}
    return {name: _list_of(value) if name in rows else value for name, value in values.items()}


def _list_of(written: str) -> object:
    """The list, or the text itself where it is none, which is then refused in the question's own words."""
    try:
        return json.read(written)
    except (ValueError, RecursionError):
        return written


# One figure


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """What is asked about one figure."""

    name: str = ask("Which figure?", noun="the name of the figure", hint="Such as england_wales.issue_fee.")
    on: date = ask("On which date?", noun="the date", today=True)
    amount: Money | None = ask(
        "For which amount?",
        noun="the amount",
        hint="If the figure depends on one.",
        low=0,
        default=None,
    )


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
    lookup = parse(Lookup, {"name": asked.name, "on": asked.on, "amount": asked.amount}, today)
    if isinstance(lookup, list):
        return _refused(refusal(lookup), asked.json)
    try:
        found = figure(lookup.name, lookup.on, lookup.amount)
    except NoFigure as why:
        return _refused(refusal([Problem("name", str(why))]), asked.json)
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
    command = commands.add_parser("batch", help="answer a CSV file, one case a row", description="Answers a CSV file.")
    command.add_argument("calculator", choices=names(), help="the calculator that answers every row")
    command.add_argument("--today", type=_day, default=None, metavar="DATE", help="the date to use as today")
    command.set_defaults(run=lambda asked: _batch(asked, sys.stdin, sys.stdout))


def _batch(asked: argparse.Namespace, source: Iterable[str], target: TextIO) -> int:
    """One row out for each row in, as they come; what is wrong with a row stands in its last column."""
    calculator, today = load(asked.calculator), asked.today or _today()
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.DictReader(_lines(source), restkey="(cells without a heading)")
    try:
        return _answer_rows(calculator, rows, today, target)
    except csv.Error:
        told = f"Line {rows.line_num + 1} is not a row of CSV that we can read. It and all after it have no answer."
        return _refused(refusal([Problem("", told)]), False)


def _lines(source: Iterable[str]) -> Iterator[str]:
    """The lines, whatever ends them: some spreadsheets write a carriage return alone."""
    for line in source:
        yield from re.split(r"(?<=\r)(?!\n)", line)


def _answer_rows(calculator: Calculator, rows: csv.DictReader[str], today: date, target: TextIO) -> int:
    given = list(rows.fieldnames or [])
    twice = sorted({name for name in given if name.strip() and given.count(name) > 1})
    if twice:
        return _refused(refusal([Problem(twice[0], f"There are two columns called “{twice[0]}”. Keep one.")]), False)
    told = [item.name for item in items(calculator.Result) if is_figure(item) and item.name not in given]
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([*given, *told, "problems"])
    for number, row in enumerate(rows, 1):
        cells = [*(row[name] for name in given), *_cells(calculator, row, told, today)]
        writer.writerow([_safe(cell) for cell in cells])
        _progress(number)
    return ANSWERED


def _cells(calculator: Calculator, row: Mapping[str, str], told: list[str], today: date) -> list[str | None]:
    """The figures of one row and, last, what is wrong with it."""
    values = _read_rows(calculator, {name: value for name, value in row.items() if value and name != LABEL})
    result = work_out(calculator, values, today)
    if isinstance(result, list):
        return [*("" for _ in told), " ".join(problem.message for problem in result)]
    data = json.data(result)
    return [*(data[name] for name in told), ""]


def _safe(cell: object) -> str:
    """A cell that no spreadsheet runs as a formula; a number stays one."""
    written = "" if cell is None else {True: "yes", False: "no"}[cell] if isinstance(cell, bool) else str(cell)
    return written if NUMBER.fullmatch(written) else safe(written)


def _progress(number: int) -> None:
    """Counts the rows for somebody who watches, and for nobody else."""
    if sys.stderr.isatty() and number % ROWS_BETWEEN_NEWS == 0:
        print(f"\r{number} rows", end="", file=sys.stderr, flush=True)


# Everything about one claim


def _summary_command(commands: Any) -> None:
    what = "everything worked out for one claim"
    command = commands.add_parser("summary", help=what, description=f"Prints {what}, to hand to a client.")
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


def _speak_utf_8() -> None:
    """Reads and writes the same on every system: a spreadsheet's mark at the start of a file is no part of it."""
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


if __name__ == "__main__":
    _speak_utf_8()
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough ends it in silence
    sys.exit(main())
