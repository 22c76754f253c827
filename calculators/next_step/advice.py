"""What to do at each step, read from advice.toml beside this module."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from calculators.kernel import data_file

from .result_types import Draft, GuidePage, NextStep, Stage, Tool


@dataclass(frozen=True, kw_only=True)
class Advice:
    """All that is said about one step; `fees` names the figures that it costs at the least.

    `sources` are the texts that it rests on.
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


@cache
def advice_on(step: NextStep) -> Advice:
    """The advice on one step."""
    return _advice(data_file("next_step/advice")[step.name])


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
