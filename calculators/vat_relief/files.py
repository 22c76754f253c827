"""The bad debts account as a table, and the dates as a calendar."""

from collections.abc import Iterator
from functools import partial

from calculators.kernel import NIL, Download, Event, csv, ics

from .questions import Inputs
from .result_types import AccountEntry, Outcome, Result, State
from .sums import Line, Relief, vat_in


def account_of(inputs: Inputs, found: Relief) -> tuple[AccountEntry, ...]:
    """An entry for each invoice that relief can be claimed on, now or later."""
    return tuple(_entry(inputs, one) for one in found.lines if one.state in (State.open, State.not_yet))


def _entry(inputs: Inputs, line: Line) -> AccountEntry:
    one = line.supply
    return AccountEntry(
        number=one.number, invoice_date=one.invoice_date, amount=one.amount,
        vat_charged=vat_in(inputs, one.amount, one.vat_rate), period_paid="", received=one.amount - one.unpaid,
        unpaid=one.unpaid, relief=line.relief, period_claimed=line.period_end,
    )  # fmt: skip


def downloads(result: Result) -> tuple[Download, ...]:
    """The account if there is relief, and the calendar if any date is still to come."""
    found = []
    if result.account:
        found.append(
            Download(
                name="bad-debts-account.csv", label="Bad debts account as a spreadsheet (CSV)", type="text/csv",
                make=partial(csv.table, result.account),
            )
        )  # fmt: skip
    if tuple(events(result)):
        found.append(
            Download(
                name="vat-relief.ics", label="Dates for your calendar", type="text/calendar",
                make=lambda: ics.calendar("VAT on a bad debt", events(result), result.checked_on),
            )
        )  # fmt: skip
    return tuple(found)


def events(result: Result) -> Iterator[Event]:
    """Calendar events for the first and last date to claim, or for the last date to send a credit note."""
    opens, until, by = result.vat_relief_from, result.vat_relief_until, result.credit_note_by
    if opens and opens > result.checked_on:
        yield Event(
            key=f"vat-relief-opens-{opens}", day=opens, title="First date to claim VAT relief on a bad debt",
            note="Write the debt off in a separate bad debts account from this date, then claim on your VAT return.",
        )  # fmt: skip
    if until and result.outcome in (Outcome.claim_now, Outcome.claim_later):
        yield Event(
            key=f"vat-relief-ends-{until}", day=until, title="Last date to claim VAT relief on a bad debt",
            note="The VAT return with the claim must be sent by this date.",
        )  # fmt: skip
    if by and by >= result.checked_on and result.credit_note_vat != NIL:
        yield Event(key=f"vat-credit-note-{by}", day=by, title="Last date to send the VAT credit note")
