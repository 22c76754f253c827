"""Writes a sample file of cases for every calculator into the site: its headings, and its worked examples as rows."""

import csv
from pathlib import Path

from calculators import load, names
from calculators.kernel.base.schema import items
from calculators.kernel.output import json

FOLDER = "examples/cases"


def write(site: Path) -> None:
    """Write a CSV file for each, named after it. It has a byte order mark, so Excel reads it as UTF-8."""
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for name in names():
        with (site / FOLDER / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(sample(name))


def sample(name: str) -> list[list[str]]:
    """The headings, and a row for each worked example."""
    calculator = load(name)
    asked = [item.name for item in items(calculator.Inputs) if item.ask]
    rows = [
        [example.title, *(_cell(example.values.get(question, "")) for question in asked)]
        for example in calculator.EXAMPLES
    ]
    return [["case", *asked], *rows]


def _cell(value: object) -> str:
    return json.write(value) if isinstance(value, list) else str(value)
