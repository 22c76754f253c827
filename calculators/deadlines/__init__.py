"""A dated plan from the first reminder to the last safe day to claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import Action, Download, Event, csv, ics, shared, tell

from .advice import about_invoices, cautions, headline, next_steps, sources
from .examples import EXAMPLES
from .invoice_time_limits import dated, leading, row_of
from .plan import MONTHS_OF_WARNING, plan_of
from .questions import Inputs
from .result_types import NextDate, PlanStep, Result, SetBy, Task
from .statutory_dates import Limit, commissioner_until, last_day_to_pay, limit_of, vat_relief
from .steps_before_claim import days_to_reply, way_of
from .wording import wording_of

TITLE = "Deadlines: what to do and when"
ACTION = "Show my dates"
LEADS_TO = ("late_payment_interest", "court_costs", "letter_before_claim", "commissioner", "vat_relief")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "MONTHS_OF_WARNING", "TITLE", "Inputs", "Limit", "PlanStep", "Result", "SetBy",
    "Task", "action", "calculate", "commissioner_until", "downloads", "events", "limit_of", "vat_relief",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """A dated plan; the dates we suggest are never on a weekend or on a bank holiday of that nation.

    Last dates are a day before the legal ones, to be safe. Raises NoFigure.
    """
    invoices = dated(inputs)
    lead = leading(invoices, inputs.plan_from)
    of_all, limit = inputs, lead.limit
    way = way_of(lead.inputs, limit)
    inputs = way.inputs
    plan = plan_of(inputs, limit, way)
    opens, ends = vat_relief(inputs)
    in_time = [one for one in invoices if one.in_time(inputs.plan_from)]
    return Result(
        headline=headline(lead.inputs, limit, way, invoices),
        first_day_to_claim=way.first_day,
        last_safe_date=limit.last_safe,
        last_day_to_pay=last_day_to_pay(inputs),
        time_runs_from=limit.runs_from,
        reply_days=days_to_reply(inputs),
        commissioner_until=commissioner_until(inputs) if inputs.customer_type in shared.MAY_BE_LARGE else None,
        vat_relief_from=opens,
        vat_relief_until=ends,
        planned_from=inputs.plan_from,
        per_invoice=tuple(row_of(one, inputs.plan_from) for one in invoices) if of_all.invoices else (),
        next_dates=tuple(_next_dates(plan, inputs.plan_from)),
        wording=tuple(wording_of(inputs, plan, in_time)),
        plan=plan,
        working=(),
        cautions=(*about_invoices(of_all), *cautions(inputs, limit, way)),
        next_steps=tuple(next_steps(inputs, way)),
        sources=tuple(sources(inputs, limit)),
    )


SHOWN = 5
"""How many of the next dates an answer shows."""

ACTIONS = {
    Task.reminder: "Write the reminder",
    Task.call: "Prepare for the call",
    Task.second_letter: "Write the second letter",
    Task.hold_notice: "Write the notice",
    Task.letter_before_claim: "Write the letter before claim",
    Task.commissioner: "See if you can complain",
    Task.vat_relief: "Check the VAT",
    Task.first_day_to_claim: "See what court would cost",
}
"""The label of the button for each step."""


def _next_dates(plan: tuple[PlanStep, ...], today: date) -> list[NextDate]:
    dated = [NextDate(what=one.step, day=day) for one in plan if (day := one.day or one.by) and day >= today]
    return dated[:SHOWN]


def action(result: Result) -> Action:
    """A link to what the next date asks for."""
    step = result.next_dates[0].what if result.next_dates else Task.advice
    return Action(label=ACTIONS.get(step, "Check how long you have"), page=step.page, fields=step.carries)


@dataclass(frozen=True, kw_only=True)
class _SheetRow:
    """A step of the plan, as a row of the spreadsheet."""

    step: str = tell("What to do")
    day: date | None = tell("Date")
    by: date | None = tell("Latest date")
    wording: str = tell("What to say")
    why: str = tell("Why")
    set_by: str = tell("Who sets the date")


def downloads(result: Result) -> tuple[Download, ...]:
    """The plan as a calendar and as a spreadsheet."""

    def dates() -> str:
        return ics.calendar(TITLE, events(result), result.planned_from)

    def sheet() -> str:
        words = _words(result)
        return csv.table(tuple(_sheet_row(one, words.get(one.step, "")) for one in result.plan))

    return (
        Download(name="deadlines.ics", label="Dates for your calendar", type="text/calendar", make=dates),
        Download(name="deadlines.csv", label="Deadlines as a spreadsheet (CSV)", type="text/csv", make=sheet),
    )


def _words(result: Result) -> dict[Task, str]:
    """What to say at each step."""
    return {one.step: one.words for one in result.wording}


def _sheet_row(one: PlanStep, wording: str) -> _SheetRow:
    words = {"wording": wording, "why": one.why, "set_by": str(one.set_by)}
    return _SheetRow(step=str(one.step), day=one.day, by=one.by, **words)


def events(result: Result) -> Iterator[Event]:
    """Each date to come; keys don't depend on the dates of the plan, so that a new plan replaces the old one."""
    yield from _limits(result)
    words = _words(result)
    for one in result.plan:
        for end, day in (("", one.day), ("-at-the-latest", one.by)):
            if day and day >= result.planned_from:
                title = f"Last day: {one.step}" if end and one.step is not Task.limitation else str(one.step)
                note = f"Say: “{words[one.step]}” {one.why}" if one.step in words else one.why
                yield Event(key=f"{one.step.name}{end}-{result.last_day_to_pay}", day=day, title=title, note=note)


def _limits(result: Result) -> Iterator[Event]:
    """The last safe date of each invoice that is still in time, except the one already in the plan."""
    for one in result.per_invoice:
        if one.in_time and one.last_safe_date != result.last_safe_date:
            name = one.number or str(one.invoice)
            yield Event(
                key=f"limitation-{name}-{one.last_day_to_pay}", day=one.last_safe_date,
                title=f"{Task.limitation} for invoice {name}", note="Each invoice has its own time limit.",
            )  # fmt: skip
