"""A batch of any length: constant memory, one answer for each row, and no row that stops it."""

import argparse
import csv
import io
import tracemalloc
from collections.abc import Iterator
from datetime import date

from calculators.__main__ import _batch
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


def answered(rows: int) -> tuple[Counting, int]:
    """What a batch of so many rows wrote, and the most memory that it held beyond what it began with."""
    target = Counting()
    tracemalloc.start()
    _batch(argparse.Namespace(calculator="court_costs", today=TODAY), mixed_rows(rows), target)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return target, most


def test_mixed_rows_are_all_answered_in_memory_that_does_not_grow_with_their_number() -> None:
    answered(20)  # what is read once and kept
    few, little = answered(50)
    many, most = answered(1000)
    assert (few.rows, many.rows) == (51, 1001)
    assert many.wrong - 1 == sum(1 for number in range(1000) if number % 10 in (3, 7))
    assert most < 2 * little


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
