"""Looks up one dated figure from what someone typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculators.kernel.base.money import Money
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Problem, ask
from calculators.kernel.figures.reference import Figure, NoFigure, figure


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """The questions for looking up a figure."""

    name: str = ask("Which figure?", noun="the name of the figure", hint="For example, england_wales.issue_fee")
    on: date = ask("On which date?", noun="the date", today=True)
    amount: Money | None = ask(
        "For which amount?",
        noun="the amount",
        hint="Only needed if the figure depends on an amount.",
        low=0,
        default=None,
    )


def look_up(values: Mapping[str, object], today: date) -> Figure | list[Problem]:
    """The figure that these answers name, or the problems."""
    asked = parse(Lookup, values, today)
    if isinstance(asked, list):
        return asked
    try:
        return figure(asked.name, asked.on, asked.amount)
    except NoFigure as why:
        return [Problem("name", str(why))]
