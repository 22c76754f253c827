"""Your plan: one case in, what to do now out, with every way forward side by side.

It composes the other calculators and works nothing out twice: each figure is theirs.
"""

from calculators.kernel import Action, Download, Event, ics

from .case import case_of
from .dates import plan_dates
from .examples import EXAMPLES
from .questions import Inputs
from .result import Fit, PlanDate, Result, Route, Way
from .ways import best_way, ways
from .words import cautions, headline, next_steps, reason, sources
from .working import working

TITLE = "Your plan"
ACTION = "Show my plan"
LEADS_TO = ("court_costs", "settlement_range", "payment_plan", "mediation_fee", "late_payment_interest")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "Fit", "Inputs", "PlanDate", "Result", "Route", "Way",
    "action", "calculate", "downloads", "events",
]  # fmt: skip

CARRIED = (
    "nation", "customer_type", "amount_owed", "interest_and_compensation", "daily_interest", "due_date",
    "keep_customer", "offer_amount",
)  # fmt: skip
"""The answers and figures that every page reached from the plan takes along."""


def calculate(inputs: Inputs) -> Result:
    """The step to take now, what is owed on the date of the plan, and each way forward for this debt.

    Money in pounds. `ends_low`, `ends_likely` and `ends_high` are what is left after the costs still to
    come; what rests on a guess of chances comes from settlement_range and court_costs. Raises NoFigure.
    """
    case = case_of(inputs)
    rows = ways(case)
    return Result(
        headline=headline(case),
        lead=reason(case),
        owed_today=case.owed,
        debt=case.debt,
        interest=case.interest,
        compensation=case.compensation,
        daily_interest=case.daily_interest,
        interest_and_compensation=case.on_top,
        next_step=case.step.step,
        next_step_page=case.step.page,
        next_step_draft=case.step.draft.name if case.step.draft else None,
        best_route=best_way(case),
        routes=rows,
        dates=plan_dates(case),
        planned_from=inputs.plan_from,
        prepare=case.step.prepare,
        avoid=case.step.avoid,
        working=working(case),
        cautions=tuple(cautions(case)),
        next_steps=tuple(next_steps(case)),
        sources=tuple(sources(case)),
    )


def action(result: Result) -> Action:
    """The letter for the next step, or the page that says how to take it."""
    if result.next_step_draft:
        return Action(label="Write the letter", page=f"drafts/{result.next_step_draft}", fields=CARRIED)
    return Action(label="Show me how", page=result.next_step_page)


def events(result: Result) -> tuple[Event, ...]:
    """Each date of the plan still to come."""
    return tuple(
        Event(key=f"plan-{one.what.name}", day=one.date, title=str(one.what), note=one.why) for one in result.dates
    )


def downloads(result: Result) -> tuple[Download, ...]:
    """All the dates in one calendar file."""
    if not result.dates:
        return ()

    def dates() -> str:
        return ics.calendar(TITLE, events(result), result.planned_from)

    return (Download(name="your-plan.ics", label="Add the dates to your calendar", type="text/calendar", make=dates),)
