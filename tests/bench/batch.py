"""Measures how fast a batch of cases is answered, compared with copying its rows: `python -m tests.bench.batch`."""

import argparse
import csv
import io
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from time import perf_counter

from calculators.command_line.batch import answer_file

ROWS = 10_000
TODAY = date(2026, 11, 22)
ASKED = argparse.Namespace(calculator="court_costs", full=False, jobs=1, progress=False)
HEAD = "case,amount_owed,nation,enforcement_method,chance_of_collecting\n"
KINDS = (
    "{n},{amount},england_wales,none,60\n",
    "{n},{amount}.50,england_wales,warrant_of_control,35\n",
    '{n},"£{amount}",scotland,none,80\n',
    "{n},lots,england_wales,none,60\n",
    "{n},{amount},northern_ireland,none,50\n",
    "{n},1{amount},england_wales,high_court_writ,70\n",
    "{n},{amount},england_wales,attachment_of_earnings,\n",
    "{n},{amount},wales,none,60\n",
    "{n},{amount},,,\n",
    '{n},"12,{amount:03}",england_wales,charging_order,20\n',
)


def mixed_rows(number: int) -> Iterator[str]:
    """The lines of a CSV file of `number` cases, two in ten of them with an error."""
    yield HEAD
    for n in range(number):
        yield KINDS[n % len(KINDS)].format(n=n, amount=100 + n * 7 % 900)


class Nowhere(io.StringIO):
    """A file that discards whatever is written to it."""

    def write(self, text: str) -> int:
        """Discard the text, and return its length."""
        return len(text)


def rate(run: Callable[[], object]) -> float:
    """How many rows `run` processes per second."""
    begun = perf_counter()
    run()
    return ROWS / (perf_counter() - begun)


def copy() -> None:
    """Read and write the rows unchanged, with the csv module alone."""
    writer = csv.writer(Nowhere(), lineterminator="\n")
    writer.writerows(csv.reader(mixed_rows(ROWS)))


def answer() -> None:
    """Answer every row."""
    answer_file(ASKED, TODAY, mixed_rows(ROWS), Nowhere())


def main() -> None:
    """Measure copying and answering, and print the ratio of their times and the rate of each."""
    load = os.getloadavg()[0]
    copied, answered = rate(copy), rate(answer)
    sys.stdout.write(
        f"batch of {ROWS:,} mixed rows, load {load:.1f} before: {copied / answered:.0f} times as long as copying them "
        f"with csv ({answered:,.0f} rows a second; copied, {copied:,.0f})\n"
    )


if __name__ == "__main__":
    main()
