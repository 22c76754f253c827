"""Puts the parts of a ledger together into one answer: in order, added up and explained."""

from collections.abc import Sequence

from calculators.kernel import NIL, Step, adding_up, in_words, step

from .advice import cautions, headline, next_steps, sources
from .customers import customer_key, in_order
from .questions import Settings
from .result_types import CustomerRow, FirstRow, InvoiceRow, Part, Result, Tally

FIRST = 3
"""How many customers are listed to deal with first."""


def whole(settings: Settings, parts: Sequence[Part]) -> Result:
    """The answer from all the parts; customers in the order to deal with them, each with the oldest invoice first."""
    customers = in_order((row for one in parts for row in one.customers), settings.interest_to)
    late = [one for one in customers if one.late_invoices]
    paid_late = sorted((row for one in parts for row in one.paid_late), key=lambda row: (-row.total_owed, row.customer))
    left_out = sorted((row for one in parts for row in one.left_out), key=lambda row: row.file_row or 0)
    tally = sum((one.tally for one in parts), Tally())
    paid_late_total = sum((row.total_owed for row in paid_late), NIL)
    working = _working(settings, late)
    return Result(
        headline=headline(settings, customers, paid_late, tally),
        total_owed=sum((one.total_owed for one in late), NIL),
        unpaid=sum((one.unpaid for one in late), NIL),
        interest_and_compensation=sum((one.interest + one.compensation for one in late), NIL),
        late_customers=len(late),
        paid_late_total=paid_late_total,
        not_due=sum((one.not_due for one in customers), NIL),
        counted_to=settings.interest_to,
        invoices_read=tally.invoices,
        paid_on_time=tally.paid_on_time,
        first=tuple(map(_first, [one for one in customers if one.next_step][:FIRST])),
        customers=tuple(customers),
        invoices=tuple(_invoices(customers, parts)),
        paid_late=tuple(paid_late),
        left_out=tuple(left_out),
        working=working,
        cautions=tuple(cautions(settings, customers, tally, left_out)),
        next_steps=tuple(next_steps(customers, paid_late)),
        sources=tuple(sources(settings)),
    )


def _first(one: CustomerRow) -> FirstRow:
    if one.next_step is None:
        raise ValueError(f"nothing is to be done about {one.customer}")
    return FirstRow(
        customer=one.customer, total_owed=one.total_owed, days_late=one.days_late, next_step=one.next_step
    )  # fmt: skip


def _invoices(customers: Sequence[CustomerRow], parts: Sequence[Part]) -> list[InvoiceRow]:
    place = {customer_key(one.customer): number for number, one in enumerate(customers)}
    rows = (row for one in parts for row in one.invoices)
    last = len(place)
    return sorted(
        rows,
        key=lambda row: (
            place.get(customer_key(row.customer), last), customer_key(row.customer), row.last_day_to_pay, row.number
        ),
    )  # fmt: skip


def _working(settings: Settings, late: Sequence[CustomerRow]) -> tuple[Step, ...]:
    if not late:
        return ()
    sums = (
        ("Amount unpaid on late invoices", sum((one.unpaid for one in late), NIL)),
        (f"Interest to {in_words(settings.interest_to)}", sum((one.interest for one in late), NIL)),
        ("Fixed compensation", sum((one.compensation for one in late), NIL)),
    )
    return tuple(adding_up("Total owed on late invoices", [step(label, amount) for label, amount in sums]))
