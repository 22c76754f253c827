"""What all calculators share, behind one door: money, dates, questions, dated figures, working, charts."""

from .calculator import Download, Example
from .chart import Pair, two_way_bars
from .dates import add_months, in_words
from .fields import Choice, Problem, ask, tell
from .money import (
    NIL,
    Money,
    Percentage,
    apportion,
    percent,
    portion,
    pounds,
    to_pence,
    to_percentage,
)
from .reference import Figure, figure, latest
from .working import Source, Step, adding_up, step, total

__all__ = [
    "NIL",
    "Choice",
    "Download",
    "Example",
    "Figure",
    "Money",
    "Pair",
    "Percentage",
    "Problem",
    "Source",
    "Step",
    "add_months",
    "adding_up",
    "apportion",
    "ask",
    "figure",
    "in_words",
    "latest",
    "percent",
    "portion",
    "pounds",
    "step",
    "tell",
    "to_pence",
    "to_percentage",
    "total",
    "two_way_bars",
]
