"""Each row of the answered file, with its answer or problems, and notes on the columns."""

import csv
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TextIO

from calculators.catalogue import load
from calculators.kernel.base.schema import items

from .cases import Cases, answer
from .csv_file import Row

LONGEST_SHOWN = 60
MOST_IN_A_CELL = 32_767
"""The most characters in a cell of an Excel sheet."""

UNCLOSED = (
    "Line {line} has a quotation mark that’s never closed, so we can’t tell where this row ends. That row and any "
    "after it haven’t been answered."
)
SPANS = "We read lines {begins} to {ends} as one row: is a quotation mark missing?"
CUT = "We’ve shortened a cell of {length:,} characters."
NO_COLUMN = "We don’t recognise any of the column headings. Name the columns after the questions, such as: {names}."
NO_CASES = "The file names the questions but has no cases."
TWICE = "More than one column answers “{name}”. Keep one."
OWN = "These columns aren’t questions, so we’ve left them as they are: {names}."
REPLACED = "These columns have the names of answers, so our answers replace them: {names}."


def row_writer(target: TextIO) -> Callable[[Sequence[str]], object]:
    """The function that writes each row of the answered file, as CSV."""
    return csv.writer(target, lineterminator="\n").writerow


def problem_of(cases: Cases) -> str:
    """Why no row can be answered: two columns answer the same question, or none answers any. Empty if rows can be."""
    if cases.repeated:
        return TWICE.format(name=cases.repeated[0])
    return "" if any(cases.questions) else NO_COLUMN.format(names=", ".join(_known(cases)[:5]))


def notes_on(cases: Cases) -> list[str]:
    """Notes on the columns that are passed through and those that are replaced."""
    found = []
    if cases.own:
        known = _known(cases)
        found.append(OWN.format(names=", ".join(_with_guess(head, known) for head in cases.own)))
    if cases.replaced:
        found.append(REPLACED.format(names=", ".join(map(shortened, cases.replaced))))
    return found


def _known(cases: Cases) -> list[str]:
    return [item.name for item in items(load(cases.calculator).Inputs)]


def _with_guess(head: str, known: list[str]) -> str:
    """A heading, with the question that it may have been meant for."""
    guess = get_close_matches(head.lower()[:LONGEST_SHOWN], known, 1, 0.8)
    return f"{shortened(head)} (did you mean {guess[0]}?)" if guess else shortened(head)


def shortened(text: str) -> str:
    """What someone typed, cut short for a message."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def answer_row(cases: Cases, row: Row) -> list[str]:
    """A row of the answered file: its own cells, those of the answer, and any problems."""
    made = answer(cases, row.cells)
    problems = [UNCLOSED.format(line=row.begins)] if row.unclosed else made.problems
    if not problems:
        return [*made.given, *made.told, ""]
    if row.ends > row.begins and not row.unclosed:
        problems = [*problems, SPANS.format(begins=row.begins, ends=row.ends)]
    problems = [*problems, *(CUT.format(length=len(cell)) for cell in made.given if len(cell) > MOST_IN_A_CELL)]
    given = [shortened(cell) if row.unclosed or len(cell) > MOST_IN_A_CELL else cell for cell in made.given]
    return [*given, *("" for _ in made.told), " ".join(problems)]
