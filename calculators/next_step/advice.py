"""The advice on each step, read from advice.toml in this folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from calculators.kernel import data_file

from .questions import CompanyStatus, HowLate, Inputs
from .result_types import Draft, GuidePage, NextStep, Stage, Tool


@dataclass(frozen=True, kw_only=True)
class Advice:
    """All the advice on one step; `fees` names the figures for its lowest fees.

    `sources` are the texts that it's based on.
    """

    stage: Stage
    page: GuidePage
    tool: Tool
    draft: Draft | None
    fees: tuple[str, ...]
    why: str
    prepare: tuple[str, ...]
    avoid: tuple[str, ...]
    then: str
    sources: tuple[str, ...]


OLD = (HowLate.up_to_1_year, HowLate.up_to_4_years, HowLate.up_to_6_years, HowLate.over_6_years)
"""More than three months late."""

CASES: Mapping[str, Callable[[Inputs], bool]] = {
    "old": lambda known: known.how_late in OLD,
    "begun": lambda known: known.company_status is CompanyStatus.insolvent,
}
"""The cases in which a step's advice differs, by their names in advice.toml."""


def advice_on(step: NextStep, known: Inputs) -> Advice:
    """The advice on one step in this case."""
    return _advice_in(step, next((name for name in _cases_of(step) if CASES[name](known)), ""))


@cache
def _cases_of(step: NextStep) -> tuple[str, ...]:
    """The cases in which this step's advice differs."""
    return tuple(name for name in CASES if name in _written()[step.name])


@cache
def _advice_in(step: NextStep, case: str) -> Advice:
    written = _written()[step.name]
    return _advice(written | written.get(case, {}))


@cache
def _written() -> dict[str, Any]:
    return data_file("next_step/advice")


def _advice(written: dict[str, Any]) -> Advice:
    return Advice(
        stage=Stage[written["stage"]],
        page=GuidePage[written["page"]],
        tool=Tool[written["calculator"]],
        draft=Draft[written["draft"]] if "draft" in written else None,
        fees=tuple(written.get("fees", ())),
        why=written["why"],
        prepare=tuple(written["prepare"]),
        avoid=tuple(written["avoid"]),
        then=written["then"],
        sources=tuple(written.get("sources", ())),
    )
