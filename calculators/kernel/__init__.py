"""What all calculators share, behind one door: money, dates, questions, dated figures, working, charts."""

from . import letters
from .base.dates import add_months, in_words
from .base.fields import Choice, Daily, Problem, ask, tell
from .base.money import (
    NIL,
    PENNY,
    REMEMBERED,
    Money,
    Percentage,
    apportion,
    exact_percent,
    fine_percent,
    percent,
    plain,
    portion,
    pounds,
    pounds_and_pence,
    to_pence,
    to_percentage,
)
from .contract.calculator import Download, Event, Example
from .contract.working import Source, Step, adding_up, step, total
from .figures import working_days
from .figures.files import data_file
from .figures.reference import Figure, Grade, NoFigure, NotCovered, figure, latest, table
from .figures.working_days import ONE_DAY, holidays, is_working_day, next_working_day, previous_working_day
from .law import claim_outcomes, court_mediation
from .law import shared_questions as shared
from .law.claim_outcomes import ClaimCase, Ending, Outcome
from .law.court_fees import (
    Charges,
    CourtClaim,
    Track,
    charges,
    days_to_give,
    limitation_years,
    reply_days,
    track_limits,
    value_of,
)
from .law.shared_questions import CustomerType, EnforcementMethod, Nation
from .letters import DEAL, Draft, Letter, Paragraph
from .output import csv, ics
from .output.chart import Mark, Pair, Spread, falling_steps, money_line, spreads, two_way_bars

__all__ = [
    "DEAL",
    "NIL",
    "ONE_DAY",
    "PENNY",
    "REMEMBERED",
    "Charges",
    "Choice",
    "ClaimCase",
    "CourtClaim",
    "CustomerType",
    "Daily",
    "Download",
    "Draft",
    "Ending",
    "EnforcementMethod",
    "Event",
    "Example",
    "Figure",
    "Grade",
    "Letter",
    "Mark",
    "Money",
    "Nation",
    "NoFigure",
    "NotCovered",
    "Outcome",
    "Pair",
    "Paragraph",
    "Percentage",
    "Problem",
    "Source",
    "Spread",
    "Step",
    "Track",
    "add_months",
    "adding_up",
    "apportion",
    "ask",
    "charges",
    "claim_outcomes",
    "court_mediation",
    "csv",
    "data_file",
    "days_to_give",
    "exact_percent",
    "falling_steps",
    "figure",
    "fine_percent",
    "holidays",
    "ics",
    "in_words",
    "is_working_day",
    "latest",
    "letters",
    "limitation_years",
    "money_line",
    "next_working_day",
    "percent",
    "plain",
    "portion",
    "pounds",
    "pounds_and_pence",
    "previous_working_day",
    "reply_days",
    "shared",
    "spreads",
    "step",
    "table",
    "tell",
    "to_pence",
    "to_percentage",
    "total",
    "track_limits",
    "two_way_bars",
    "value_of",
    "working_days",
]
