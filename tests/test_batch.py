"""A batch of any length: constant memory, one answer for each row, and no row that stops it."""

import argparse
import csv
import gc
import io
import tracemalloc
from collections.abc import Iterator
from datetime import date
from itertools import chain, repeat

import pytest

from calculators.__main__ import LONGEST_CELL, _batch
from tests.bench.batch import mixed_rows

TODAY = date(2026, 11, 22)


class Counting(io.StringIO):
    """A file that keeps nothing but the number of its rows and those with a problem."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.wrong = 0

    def write(self, text: str) -> int:
        for row in csv.reader(io.StringIO(text)):
            self.rows += 1
            self.wrong += bool(row[-1])
        return len(text)


def answered(rows: int, times: int = 1) -> tuple[Counting, int]:
    """What a batch of so many rows, again and again, wrote; and the bytes that it still holds when it is done."""
    target = Counting()
    tracemalloc.start()
    head, *cases = mixed_rows(rows)
    _batch(argparse.Namespace(calculator="court_costs", today=TODAY), chain([head], *repeat(cases, times)), target)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return target, held


def test_mixed_rows_are_all_answered_and_none_is_held() -> None:
    answered(100)  # what is read once and kept
    _, held_after_few = answered(100)
    many, held_after_many = answered(100, times=6)
    assert many.rows == 601
    assert many.wrong - 1 == 6 * sum(1 for number in range(100) if number % 10 in (3, 7))
    assert held_after_many - held_after_few < 500 * 100  # a row and its answer are some 300 characters


def in_batch(text: str) -> tuple[int, list[dict[str, str]]]:
    """The status of a batch and its rows by their headings."""
    target = io.StringIO()
    status = _batch(argparse.Namespace(calculator="court_costs", today=TODAY), io.StringIO(text, newline="\n"), target)
    return status, list(csv.DictReader(io.StringIO(target.getvalue())))


def test_lines_that_end_in_a_carriage_return_are_lines() -> None:
    status, rows = in_batch("case,amount_owed\ra,3000\rb,4000\r")
    assert (status, [(row["case"], row["claim_value"]) for row in rows]) == (0, [("a", "3000.00"), ("b", "4000.00")])


def test_columns_without_a_heading_are_passed_over() -> None:
    status, rows = in_batch("amount_owed,nation,,\n3000,scotland,,\n")
    assert (status, [row["problems"] for row in rows]) == (0, [""])


def test_a_cell_too_long_to_read_ends_the_batch_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = in_batch(f"amount_owed\n3000\n{'9' * (LONGEST_CELL + 1)}\n4000\n")
    assert (status, len(rows)) == (2, 1)
    assert capsys.readouterr().err.startswith("Line 3 is not a row of CSV that we can read.")


def test_rows_that_are_broken_in_every_way_do_not_stop_it() -> None:
    def lines() -> Iterator[str]:
        yield "case,amount_owed,nation\n"
        yield from ("a,3000\n", "b\n", "\n", 'c,"3,000",england_wales\n', "d,5,wales\n", "e,1,scotland,more,still\n")
        yield 'f,"unclosed\n'

    target = io.StringIO()
    assert _batch(argparse.Namespace(calculator="court_costs", today=TODAY), lines(), target) == 0
    rows = {row["case"]: row for row in csv.DictReader(io.StringIO(target.getvalue()))}
    assert {name: bool(row["problems"]) for name, row in rows.items()} == {
        "a": False, "b": True, "c": False, "d": True, "e": True, "f": True,
    }  # fmt: skip
