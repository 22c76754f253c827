"""The schedule of a plan, worked out from the reader's answers, and the cost of waiting for the money."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import islice, takewhile
from typing import Any

from calculators.kernel import NIL, Money, add_months, in_words, pounds, to_pence

from .due_dates import deposit_due, deposit_wait, due_days, in_time, nominal_day, start_day
from .instalments import YEAR, Terms, instalments_of, level_payment, owed_each_day
from .problems import check_deposit, check_interest, check_last, check_numbers, nothing_given, too_late
from .questions import MOST_INSTALMENTS, Inputs, NoPlan, SolveFor
from .result_types import Instalment
from .time_to_claim import check_break


def answers_used(inputs: Inputs) -> Inputs:
    """The answers without the one to be worked out, unless neither of the other two was given."""
    others = {one.name for one in SolveFor} - {inputs.solve_for.name}
    known = any(getattr(inputs, name) is not None for name in others)
    found: dict[str, Any] = {inputs.solve_for.name: None}
    return replace(inputs, **found) if known else inputs


def answer_ignored(inputs: Inputs) -> object:
    """The value entered for what is to be worked out, which isn't used; None if there's none."""
    name = inputs.solve_for.name
    return getattr(inputs, name) if getattr(answers_used(inputs), name) is None else None


def terms_of(inputs: Inputs, number: int) -> Terms:
    """The terms of a plan of `number` payments."""
    return Terms(
        debt=inputs.to_spread,
        rate=inputs.interest_rate,
        starts=start_day(inputs),
        dues=tuple(islice(due_days(inputs), number)),
        deposit=inputs.deposit * deposit_wait(inputs),
        steps=tuple((one.from_payment, one.amount) for one in inputs.changes),
        balloon=inputs.balloon,
    )


@lru_cache(maxsize=1)
def schedule_of(inputs: Inputs) -> tuple[Instalment, ...]:
    """Every payment. Raises NoPlan if the answers contradict each other.

    Cached for the last answers, since both checking them and working out the result need it.
    """
    given = answers_used(inputs)
    number = _number(given)
    check_numbers(given, number)
    terms = terms_of(given, number)
    check_deposit(given, terms.dues[0])
    check_break(given, terms.dues)
    if not in_time(given, number - 1):
        raise too_late(given, terms)
    amount = given.instalment_amount or level_payment(terms)
    check_last(given, terms, amount)
    rows = tuple(instalments_of(terms, amount))
    check_interest(rows)
    return rows


def deposit_row(inputs: Inputs) -> Iterator[Instalment]:
    """Any deposit as payment 0, so the schedule adds up to everything that they pay."""
    due = deposit_due(inputs)
    if due:
        yield Instalment(
            number=0, due=due, payment=inputs.deposit, interest=NIL, principal=inputs.deposit, balance=inputs.to_spread
        )


def _number(given: Inputs) -> int:
    if given.instalments is not None:
        return given.instalments
    if given.instalment_amount is not None:
        return _number_by_amount(given, given.instalment_amount)
    if given.end_date is not None:
        return _number_by_end(given)
    raise nothing_given(given.solve_for)


def _number_by_amount(given: Inputs, amount: Money) -> int:
    """The fewest instalments that pay off the debt at the amounts set for them; the last pays what is left.

    Raises NoPlan if there would be too many.
    """
    terms = terms_of(given, MOST_INSTALMENTS)
    owed = NIL
    for number, owed in enumerate(owed_each_day(terms, amount), 1):
        if owed <= (terms.balloon or terms.changed[number - 1] or amount):
            return number
    if owed >= terms.debt:
        raise NoPlan(
            "instalment_amount", f"Instalments of {pounds(amount)} don’t even cover the interest. Make them larger."
        )
    raise NoPlan(
        "instalment_amount",
        f"At {pounds(amount)} each, it would take more than {MOST_INSTALMENTS} instalments. Make them larger.",
    )


def _number_by_end(given: Inputs) -> int:
    found = sum(1 for _ in takewhile(lambda number: in_time(given, number), range(MOST_INSTALMENTS + 1)))
    if not found:
        first = in_words(nominal_day(given, 0))
        raise NoPlan(
            "end_date",
            f"The date the whole debt must be paid by must be {first} or later, because the first instalment is due "
            "then.",
        )
    if found > MOST_INSTALMENTS:
        raise NoPlan("end_date", f"That date allows more than {MOST_INSTALMENTS} instalments. Choose an earlier date.")
    return found


def months_to_pay(inputs: Inputs, rows: tuple[Instalment, ...]) -> Decimal:
    """Months from the start to the last payment, to one decimal place; days left over are a fraction of their month."""
    starts, last = start_day(inputs), rows[-1].due
    whole = (last.year - starts.year) * 12 + last.month - starts.month
    whole -= add_months(starts, whole) > last
    since, until = add_months(starts, whole), add_months(starts, whole + 1)
    part = Decimal((last - since).days) / (until - since).days
    return (whole + part).quantize(Decimal("0.1"), ROUND_HALF_UP)


def cost_of_waiting(inputs: Inputs, rows: tuple[Instalment, ...]) -> Money:
    """Simple interest on each part of the debt until it's paid, at the rate that waiting costs the reader."""
    starts = start_day(inputs)
    pound_days = sum((row.principal * (row.due - starts).days for row in rows), NIL)
    pound_days += inputs.deposit * deposit_wait(inputs)
    return to_pence(pound_days * inputs.discount_rate / (100 * YEAR))
