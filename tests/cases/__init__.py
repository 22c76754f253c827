"""The test cases as data. The same cases run in CPython, in Pyodide and on the page."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from calculators.kernel.output import json

FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Case:
    """Answers typed into a calculator, and the expected result or problems."""

    calculator: str
    name: str
    values: dict[str, Any]
    today: date | None = None
    law: str = ""
    expect: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    answer_says: str = ""

    @property
    def request(self) -> str:
        today = {"today": self.today.isoformat()} if self.today else {}
        return json.write({"calculator": self.calculator, "values": self.values, **today})


@dataclass(frozen=True, kw_only=True)
class FigureCase:
    """A figure on a date, and its value according to another source."""

    name: str
    figure: str
    on: date
    source: str
    amount: str | None = None
    expect: str | None = None
    not_expect: str | None = None


@cache
def cases(calculator: str) -> list[Case]:
    return [Case(calculator=calculator, **row) for row in _rows(calculator)]


@cache
def figure_cases() -> list[FigureCase]:
    return [FigureCase(**row) for row in _rows("figures")]


@cache
def links() -> list[dict[str, Any]]:
    """Links that people have kept: those in `links.toml`, and any in the other files of cases."""
    return [row for file in sorted(FOLDER.glob("*.toml")) for row in _rows(file.stem, "link")]


def _rows(name: str, kind: str = "case") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text()).get(kind, [])
    return rows
