"""The remaining dates as a calendar, and the instalments as a table."""

from collections.abc import Iterator

from calculators import payment_plan
from calculators.kernel import Download, Event, csv, ics, pounds

from .result_types import InstalmentState, PlanState, Result
from .sums import Tracked

OPEN = (InstalmentState.to_come, InstalmentState.due_today)


def dates_of(found: Tracked) -> Iterator[Event]:
    """Calendar events for the plan's remaining dates, with its own keys, and the last date to pay after a warning."""
    for row, event in zip(found.rows, payment_plan.events(found.plan), strict=True):
        if row.state in OPEN and found.state is not PlanState.broken:
            yield event
    if found.state in (PlanState.late, PlanState.warned):
        yield Event(
            key=f"payment-plan-warning-{found.late[0].due}",
            day=found.pay_by,
            title=f"Last date to pay {pounds(found.arrears)} after your warning",
            note=f"If it hasn’t arrived, you can ask for the whole balance: {pounds(found.on_default)}.",
        )


def events(result: Result) -> tuple[Event, ...]:
    """The dates to keep, as calendar events."""
    return result.dates


def downloads(result: Result) -> tuple[Download, ...]:
    """The calendar, if there are any dates left, and the table."""
    table = Download(
        name="payment-plan-so-far.csv", label="Instalments so far (CSV)", type="text/csv",
        make=lambda: csv.table(result.schedule),
    )  # fmt: skip
    if not result.dates:
        return (table,)
    calendar = Download(
        name="payment-plan.ics", label="Add the remaining dates to your calendar", type="text/calendar",
        make=lambda: ics.calendar("Payment plan", result.dates, result.checked_on),
    )  # fmt: skip
    return (calendar, table)
