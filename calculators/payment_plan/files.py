"""The files of a plan: its days as a calendar and its schedule as a table."""

from collections.abc import Iterator

from calculators.kernel import NIL, Download, Event, csv, ics, pounds

from .result import Instalment, Result


def downloads(result: Result) -> tuple[Download, ...]:
    """The days as a calendar and the schedule as a table."""
    stamp = result.agreed_on or result.schedule[0].due
    return (
        Download(
            name="payment-plan.ics",
            label="Put the days in your calendar",
            type="text/calendar",
            make=lambda: ics.calendar("Payment plan", events(result), stamp),
        ),
        Download(
            name="payment-plan.csv",
            label="Open the schedule as a table",
            type="text/csv",
            make=lambda: csv.table((*_deposit_row(result), *result.schedule)),
        ),
    )


def _deposit_row(result: Result) -> Iterator[Instalment]:
    """The deposit as payment 0, so that the table adds up to all that they pay."""
    if result.deposit and result.deposit_date:
        yield Instalment(
            number=0, due=result.deposit_date, payment=result.deposit, interest=NIL, principal=result.deposit,
            balance=result.to_spread,
        )  # fmt: skip


def events(result: Result) -> Iterator[Event]:
    """One day for each payment; the keys tell this plan from others, and are the same each time."""
    plan = f"payment-plan-{result.schedule[0].due:%Y%m%d}-{result.to_spread * 100:.0f}"
    if result.deposit and result.deposit_date:
        yield Event(key=f"{plan}-0", day=result.deposit_date, title=f"Deposit due: {pounds(result.deposit)}")
    for row in result.schedule:
        yield Event(
            key=f"{plan}-{row.number}",
            day=row.due,
            title=f"Payment {row.number} of {result.instalments} due: {pounds(row.payment)}",
            note=f"Still owed after it: {pounds(row.balance)}. If it is not there, ask the same day.",
        )
