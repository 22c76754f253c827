"""The files of a plan: its due dates as a calendar and its schedule as a table."""

from collections.abc import Iterator

from calculators.kernel import Download, Event, csv, ics, pounds

from .result_types import Result


def downloads(result: Result) -> tuple[Download, ...]:
    """The due dates as a calendar file and the schedule as a CSV file."""
    stamp = result.agreed_on or next(row.due for row in result.schedule if row.number)
    return (
        Download(
            name="payment-plan.ics",
            label="Add the instalment dates to your calendar",
            type="text/calendar",
            make=lambda: ics.calendar("Payment plan", events(result), stamp),
        ),
        Download(
            name="payment-plan.csv",
            label="Schedule as a spreadsheet (CSV)",
            type="text/csv",
            make=lambda: csv.table(result.schedule),
        ),
    )


def events(result: Result) -> Iterator[Event]:
    """A calendar event for each payment; the keys are different for each plan, and the same for a plan each time."""
    first = next(row.due for row in result.schedule if row.number)
    plan = f"payment-plan-{first:%Y%m%d}-{result.to_spread * 100:.0f}"
    for row in result.schedule:
        what = f"Instalment {row.number} of {result.instalments}" if row.number else "Deposit"
        yield Event(
            key=f"{plan}-{row.number}",
            day=row.due,
            title=f"{what} due: {pounds(row.payment)}",
            note=f"Still owed after this payment: {pounds(row.balance)}. If the money hasn’t arrived, get in touch "
            "the same day.",
        )
