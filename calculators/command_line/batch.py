"""Answers a CSV file of cases, writing one row for each row read, as they arrive, on one core or several."""

import argparse
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TextIO

from calculators.batch.answers import answer_row, row_writer, shortened
from calculators.batch.column_notes import notes_on, problem_of
from calculators.batch.columns import Cases
from calculators.batch.csv_file import MARK, NO_CASES, Row, Unreadable, decoded, rows, until_a_fault
from calculators.catalogue import names

ANSWERED, PROBLEMS = 0, 2
ROWS_AT_ONCE = 50
"""How many rows a process is given at a time: enough that passing them on costs next to nothing."""

ROWS_BETWEEN_NEWS = 1000
STATUS = "The exit status is 0 if every row was answered, and 2 if any row has a problem or the file can’t be read."
STOPPED = (
    "One of the processes stopped. Try again with fewer --jobs. Rows after the last one written haven’t been answered."
)

_Rows = list[list[str]]


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Adds the arguments and the help of the command."""
    command.description = "Answers a CSV file: python -m calculators batch NAME < cases.csv > answers.csv"
    command.epilog = STATUS
    command.add_argument("calculator", choices=names(), help="the calculator that answers every row")
    command.add_argument("--full", action="store_true", help="add the tables of each answer, as JSON")
    command.add_argument("--jobs", type=_cores, default=1, metavar="N", help="processor cores to use, or “all” [1]")
    command.add_argument("--progress", action="store_true", help="show on standard error how many rows are done")


def _cores(written: str) -> int:
    cores = os.cpu_count() or 1 if written == "all" else int(written) if written.isascii() and written.isdigit() else 0
    if not 1 <= cores <= 1000:
        raise argparse.ArgumentTypeError(f"“{shortened(written)}” must be a whole number from 1, or “all”")
    return cores


def run(asked: argparse.Namespace, today: date) -> int:
    """Answers standard input on standard output; returns 0 if every row was answered, otherwise 2."""
    try:
        source = decoded(sys.stdin, note)
        return answer_file(asked, today, source.lines, sys.stdout, MARK if source.marked else "")
    except Unreadable as why:
        note(str(why))
        return PROBLEMS


def note(words: str) -> None:
    """Prints a sentence about the whole file on standard error, apart from the answers."""
    print(words, file=sys.stderr)


def answer_file(asked: argparse.Namespace, today: date, lines: Iterable[str], target: TextIO, mark: str = "") -> int:
    """Writes the `mark`, then the rows with their answers and problems; returns the exit status. Raises Unreadable."""
    found = rows(lines)
    cases = Cases(calculator=asked.calculator, heads=tuple(next(found).cells), today=today, full=asked.full)
    if wrong := problem_of(cases):
        raise Unreadable(wrong)
    for words in notes_on(cases):
        note(words)
    target.write(mark)
    write = row_writer(target)
    write(cases.heading)
    count = Count(shown=asked.progress or sys.stderr.isatty())
    faults: list[Unreadable] = []
    for row in _answered(cases, until_a_fault(found, faults), asked.jobs):
        write(row)
        if any(row):
            count.add(problem=bool(row[-1]))
    count.end()
    if faults or not count.rows:
        raise faults[0] if faults else Unreadable(NO_CASES)
    return PROBLEMS if count.wrong else ANSWERED


@dataclass
class Count:
    """How many rows were answered, and how many had a problem; printed on standard error if `shown`."""

    shown: bool
    rows: int = 0
    wrong: int = 0

    def add(self, *, problem: bool) -> None:
        """Counts one row."""
        self.rows += 1
        self.wrong += problem
        if self.shown and self.rows % ROWS_BETWEEN_NEWS == 0:
            print(f"{self.rows} rows", end="\r" if sys.stderr.isatty() else "\n", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Prints the totals."""
        if self.shown:
            note(f"{self.rows} rows, {self.wrong} with a problem")


def _answered(cases: Cases, found: Iterable[Row], jobs: int) -> Iterator[list[str]]:
    """The rows with their answers, in order, never worked out far ahead of what has been taken."""
    if jobs == 1:
        yield from (answer_row(cases, row) for row in found)
        return
    try:
        with ProcessPoolExecutor(jobs) as pool:
            yield from _in_order(lambda part: pool.submit(_answer_rows, cases, part), found, 2 * jobs)
    except BrokenProcessPool:
        raise Unreadable(STOPPED) from None


def _in_order(submit: Callable[[list[Row]], Future[_Rows]], found: Iterable[Row], ahead: int) -> Iterator[list[str]]:
    """The rows with their answers, in order, with at most `ahead` parts of the file being answered at a time."""
    waiting: deque[Future[_Rows]] = deque()
    for part in _parts(iter(found)):
        waiting.append(submit(part))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _parts(found: Iterator[Row]) -> Iterator[list[Row]]:
    return iter(lambda: list(islice(found, ROWS_AT_ONCE)), [])


def _answer_rows(cases: Cases, found: list[Row]) -> _Rows:
    return [answer_row(cases, row) for row in found]
