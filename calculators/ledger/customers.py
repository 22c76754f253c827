"""What each customer owes, the next step, whether a claim would pay, and who comes first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from calculators import court_costs, deadlines, late_payment_interest, next_step, routes
from calculators.kernel import NIL, REMEMBERED, CustomerType, Money, Nation, NoFigure, add_months
from calculators.next_step import NextStep, Reminders, Situation

from .invoices import Credit, Owed, name_of, read
from .questions import Row, Settings
from .result_types import CustomerRow, InvoiceRow, LeftOut, PaidLateRow, Part, State, Tally, Worth


def part_of(rows: Sequence[Row], settings: Settings) -> Part:
    """The part of an answer for these rows, which must include every row of each customer."""
    whole = [_customer(settings, of) for of in by_customer(rows).values()]
    return Part(
        customers=tuple(row for one in whole for row in one.customers),
        invoices=tuple(row for one in whole for row in one.invoices),
        paid_late=tuple(row for one in whole for row in one.paid_late),
        left_out=tuple(row for one in whole for row in one.left_out),
        tally=sum((one.tally for one in whole), Tally()),
    )


def by_customer(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """The rows of each customer, in the order of the file."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(customer_key(row.customer), []).append(row)
    return found


def customer_key(name: str) -> str:
    """A key that is the same for names that differ only in capitals, spaces or full stops."""
    return " ".join(name.casefold().replace(".", "").split())


def _customer(settings: Settings, rows: Sequence[Row]) -> Part:
    kept, left_out, tally = _once(rows)
    found = [read(row, settings) for row in kept]
    owed = [one for one in found if isinstance(one, Owed)]
    for one in found:
        tally += one if isinstance(one, Tally) else one.tally if isinstance(one, Owed) else Tally()
    credit = sum((one.amount for one in found if isinstance(one, Credit)), NIL)
    row = _customer_row(settings, owed, credit) if any(one.state is not State.paid_late for one in owed) else None
    return Part(
        customers=(row,) if row else (),
        invoices=tuple(_invoice_row(settings, one, row) for one in owed),
        paid_late=tuple(_paid_late([one for one in owed if one.state is State.paid_late])),
        left_out=(*left_out, *(one for one in found if isinstance(one, LeftOut))),
        tally=tally,
    )


def _once(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut], Tally]:
    """Each invoice once: some exports have a row for each line of an invoice, all with the whole invoice's figures."""
    kept: dict[str, Row] = {}
    unnumbered: list[Row] = []
    left_out: list[LeftOut] = []
    repeated = 0
    for row in rows:
        name = f"{row.number.casefold()} {row.kind.casefold()}"
        if not row.number:
            unnumbered.append(row)
        elif name not in kept:
            kept[name] = row
        elif _facts(kept[name]) == _facts(row):
            repeated += 1
        else:
            left_out.append(LeftOut(file_row=row.file_row, customer=row.customer, number=row.number, why=TWICE))
    return [*kept.values(), *unnumbered], left_out, Tally(repeated=repeated)


TWICE = "An earlier row has the same invoice number with different figures. We used that row."


def _facts(row: Row) -> tuple[object, ...]:
    return row.amount, row.outstanding, row.paid, row.due_date, row.invoice_date, row.paid_on


# One customer


def _customer_row(settings: Settings, owed: Sequence[Owed], credit: Money) -> CustomerRow:
    late = [one for one in owed if one.state is State.late]
    past = late or [one for one in owed if one.state is State.too_old]
    oldest = min((one.line.debt.last_day for one in past), default=None)
    customer_type = owed[0].customer_type
    sums = late_payment_interest.sums_of(interest_inputs(settings), [one.line for one in late], NIL)
    court = _court(settings, customer_type, sums, oldest) if late else None
    return CustomerRow(
        customer=name_of(owed[0].row),
        customer_type=customer_type,
        next_step=_step(settings, customer_type, oldest) if oldest else None,
        late_invoices=len(late),
        days_late=max((one.days_late for one in past), default=0),
        unpaid=sums.unpaid,
        interest=sums.interest,
        compensation=sums.compensation,
        total_owed=sums.total,
        daily_interest=sums.a_day,
        not_due=sum((one.line.unpaid for one in owed if one.state is State.not_due), NIL),
        credit=credit,
        last_day_to_claim=min((one.limit.last_safe for one in late), default=None),
        worth_it=_worth(court) if late else Worth.too_old if past else None,
        court_result=court.expected_net if court and court.is_established else None,
        due_date=oldest,
        invoice_numbers=", ".join(one.row.number for one in late if one.row.number),
    )


def interest_inputs(settings: Settings) -> late_payment_interest.Inputs:
    """The inputs for interest that are the same for every invoice."""
    return late_payment_interest.Inputs(
        customer_type=settings.customer_type, invoices=(), interest_to=settings.interest_to, basis=settings.basis,
        contract_rate=settings.contract_rate,
    )  # fmt: skip


def _court(
    settings: Settings, customer_type: CustomerType, sums: late_payment_interest.Sums, due: date | None
) -> court_costs.Sums | None:
    """A claim for all of the customer's late invoices that are in time; None if a figure isn't known."""
    try:
        return court_costs.work_out(
            court_costs.Inputs(
                nation=settings.nation, customer_type=customer_type, amount_owed=sums.unpaid,
                interest_and_compensation=sums.on_top, daily_interest=sums.a_day, due_date=due,
                claim_date=settings.interest_to, chance_of_winning=settings.chance_of_winning,
                chance_of_collecting=settings.chance_of_collecting, vat_registered=settings.vat_registered,
            )
        )  # fmt: skip
    except NoFigure:
        return None


def _worth(court: court_costs.Sums | None) -> Worth:
    if not court or not court.is_established:
        return Worth.unknown
    return Worth.yes if court.expected_net > 0 else Worth.no


def _step(settings: Settings, customer_type: CustomerType, due: date) -> NextStep:
    """The step that the plan gives for a customer who doesn't reply."""
    return _step_for(
        settings.nation, customer_type, settings.reminders_sent, settings.keep_customer, settings.interest_to, due
    )  # fmt: skip


@lru_cache(REMEMBERED)
def _step_for(
    nation: Nation, customer_type: CustomerType, reminders: Reminders, keep: bool, on: date, due: date
) -> NextStep:
    case = routes.Inputs(
        situation=Situation.silent, nation=nation, customer_type=customer_type, reminders_sent=reminders,
        keep_customer=keep, plan_from=on, due_date=due,
    )  # fmt: skip
    return next_step.next_step(routes.in_time(case, routes.answers_of(case), due))


def _invoice_row(settings: Settings, one: Owed, customer: CustomerRow | None) -> InvoiceRow:
    line, is_late = one.line, one.state in (State.late, State.too_old)
    return InvoiceRow(
        customer=name_of(one.row),
        number=one.row.number,
        state=one.state,
        last_day_to_pay=line.debt.last_day,
        paid_on=one.row.paid_on,
        days_late=one.days_late,
        amount=line.debt.amount,
        unpaid=line.unpaid,
        rate=line.rate.a_year if line.rate else None,
        interest=line.interest,
        compensation=line.compensation,
        total_owed=line.unpaid + line.interest + line.compensation,
        last_day_to_claim=one.limit.last_safe,
        next_step=_invoice_step(settings, one) if is_late or one.state is State.paid_late else None,
        worth_it=Worth.too_old if one.state is State.too_old else customer.worth_it if customer and is_late else None,
        file_row=one.row.file_row,
    )


def _invoice_step(settings: Settings, one: Owed) -> NextStep:
    if one.state is State.paid_late:
        return NextStep.claim_late_interest_alone
    return _step(settings, one.customer_type, one.line.debt.last_day)


def _paid_late(paid: Sequence[Owed]) -> Iterator[PaidLateRow]:
    """The interest and compensation on invoices paid late, which can still be claimed (1998 Act, s1(1) and s5A)."""
    lines = [one.line for one in paid]
    interest, fixed = (
        sum((getattr(line, name) for line in lines), NIL) for name in ("interest", "compensation")
    )  # fmt: skip
    if interest + fixed:
        yield PaidLateRow(
            customer=name_of(paid[0].row), invoices=len(paid), interest=interest, compensation=fixed,
            total_owed=interest + fixed, first_time_limit=min(one.limit.last_safe for one in paid),
        )  # fmt: skip


# Who comes first


def in_order(customers: Iterable[CustomerRow], on: date) -> list[CustomerRow]:
    """Customers whose time limit is close, then others by amount owed, then any too old to claim or not late."""
    return sorted(customers, key=lambda one: _rank(one, on))


def _rank(one: CustomerRow, on: date) -> tuple[int, int, Money, str]:
    last = one.last_day_to_claim
    if is_urgent(one, on) and last:
        return 0, last.toordinal(), -one.total_owed, customer_key(one.customer)
    late = 1 if one.late_invoices else 2 if one.next_step else 3
    return late, 0, -(one.total_owed or one.not_due), customer_key(one.customer)


def is_urgent(one: CustomerRow, on: date) -> bool:
    """Whether the customer's time limit is close enough for `deadlines` to warn about it."""
    last = one.last_day_to_claim
    return last is not None and last <= add_months(on, deadlines.MONTHS_OF_WARNING)
