"""Checks for answers that make a plan impossible, each with a sentence for the reader."""

from collections.abc import Iterable, Iterator
from datetime import date

from calculators.kernel import Money, Problem, in_words, pounds

from .due_dates import WEEKS, deposit_due
from .instalments import Terms, last_payment_of, level_payment
from .questions import Inputs, NoPlan, SolveFor
from .result_types import Instalment


def contradictions(inputs: Inputs) -> Iterator[Problem]:
    """Contradictory answers that can be found before any date or payment is worked out."""
    owed = inputs.owed_before
    if owed <= 0:
        yield Problem(
            "already_paid", f"The amount they’ve paid must be less than {pounds(owed + inputs.already_paid)}."
        )
    elif inputs.deposit >= owed:
        yield Problem("deposit", f"The deposit must be less than {pounds(owed)}, which is all that’s left to pay.")
    elif inputs.balloon and inputs.balloon >= inputs.to_spread:
        left = pounds(inputs.to_spread)
        yield Problem(
            "balloon", f"The larger last instalment must be less than {left}, which is all that’s left to pay."
        )
    yield from _same_instalment(inputs)
    if inputs.last_day_of_month and inputs.every in WEEKS:
        yield Problem(
            "last_day_of_month", "The last day of the month only works with monthly or three-monthly instalments."
        )


def _same_instalment(inputs: Inputs) -> Iterator[Problem]:
    """Two changes of amount that start from the same instalment."""
    seen: set[int] = set()
    for row, one in enumerate(inputs.steps, 1):
        if one.from_payment in seen:
            yield Problem(
                f"steps.{row}.from_payment", f"Change {row}: You’ve already changed instalment {one.from_payment}."
            )
        seen.add(one.from_payment)


def check_numbers(given: Inputs, number: int) -> None:
    """Raises NoPlan if an answer names an instalment that a plan of `number` instalments doesn't have."""
    has = f"The plan has only {payments_in_words(number)}"
    if given.balloon and number == 1:
        raise NoPlan("balloon", f"{has}, so there can’t be a larger last one. Leave it blank, or add instalments.")
    if given.pause_after and given.pause_after >= number:
        raise NoPlan("pause_after", f"{has}, so a break can’t come after instalment {given.pause_after}.")
    last, larger = (number - 1, ", and the last is the larger one") if given.balloon else (number, "")
    for row, one in enumerate(given.steps, 1):
        if one.from_payment > last:
            raise NoPlan(f"steps.{row}.from_payment", f"Change {row}: {has}{larger}. Choose an earlier one.")
    if given.missed_payment and given.missed_payment > number:
        raise NoPlan("missed_payment", f"{has}. Choose one of those to check.")


def nothing_given(solve_for: SolveFor) -> NoPlan:
    """The error to raise if neither of the other two answers was given."""
    if solve_for is SolveFor.instalments:
        return NoPlan("instalment_amount", "The amount of each instalment is missing. Write it in pounds, such as 250.")
    return NoPlan("instalments", "The number of instalments is missing. Write a whole number, such as 6.")


def too_late(given: Inputs, terms: Terms) -> NoPlan:
    """The error to raise if the instalments run past the end date."""
    number, last = len(terms.dues), in_words(terms.dues[-1])
    return NoPlan(
        "end_date",
        f"{payments_in_words(number)} would end on {last}, after the date the whole debt must be paid by. Choose a "
        f"later date, {'fewer' if given.instalments else 'larger'} instalments, or more frequent ones.",
    )


def check_deposit(given: Inputs, first: date) -> None:
    """Raises NoPlan if the deposit is due after the first payment."""
    due = deposit_due(given)
    if due and due > first:
        day = in_words(first)
        raise NoPlan(
            "deposit_date", f"The date of the deposit must be {day} or earlier, as the first instalment is due then."
        )


def check_last(given: Inputs, terms: Terms, amount: Money) -> None:
    """Raises NoPlan unless the last payment is above zero and at most the agreed balloon, or twice an ordinary one."""
    if terms.steps or terms.balloon:
        _check_uneven(given, terms, amount)
        return
    number, last = len(terms.dues), last_payment_of(terms, amount)
    by_end = given.instalments is None and given.end_date is not None
    where, fewer = ("end_date", "Choose an earlier date") if by_end else ("instalments", "Choose fewer instalments")
    if amount == 0:
        raise NoPlan(where, f"{pounds(terms.debt)} is less than a penny for each of {number} instalments. {fewer}.")
    if last <= 0:
        raise NoPlan(
            "instalments", f"At {pounds(amount)} each, the debt would be paid off in fewer than {number} instalments."
        )
    if last > 2 * terms.debt:
        told = f"{payments_in_words(number)} don’t work at that interest rate: almost nothing comes off the debt."
        raise NoPlan(where, f"{told} {fewer}, or a lower rate.")
    if last > 2 * amount:
        if given.instalment_amount:
            where, fewer = "instalment_amount", "Raise the amount or add instalments"
        raise NoPlan(
            where,
            f"{payments_in_words(number)} of {pounds(amount)} would leave {pounds(last)} for the last one, more than "
            f"twice the others. {fewer}.",
        )


def _check_uneven(given: Inputs, terms: Terms, amount: Money) -> None:
    """Raises NoPlan if changes of amount or a larger last payment leave too little or too much for the others."""
    where = "balloon" if terms.balloon else "steps"
    last, before = last_payment_of(terms, amount), terms.changed[-1] or amount
    if amount == 0:
        raise NoPlan(where, "These amounts leave nothing for the earlier instalments. Enter smaller amounts.")
    if last <= 0:
        number = payments_in_words(len(terms.dues))
        raise NoPlan(where, f"With these amounts, the debt would be paid off in fewer than {number}.")
    if terms.balloon and terms.balloon <= before:
        raise NoPlan(where, f"The larger last instalment must be more than the {pounds(before)} before it.")
    if last > (terms.balloon or 2 * before) and not (terms.balloon and amount >= level_payment(terms)):
        most = f"the {pounds(terms.balloon)} you entered" if terms.balloon else "twice the one before it"
        raise NoPlan(
            "instalment_amount" if given.instalment_amount else "instalments",
            f"With these amounts the last instalment would be {pounds(last)}, more than {most}. Raise the others, or "
            "add instalments.",
        )


def check_interest(rows: Iterable[Instalment]) -> None:
    """Raises NoPlan if a payment is less than its interest, because interest would then run on interest."""
    for row in rows:
        if row.principal < 0:
            raise NoPlan(
                "interest_rate",
                f"By {in_words(row.due)}, more interest has built up than that instalment covers. "
                "Start sooner, raise the instalments, or charge less interest.",
            )


def payments_in_words(number: int) -> str:
    """A number with its noun: 1 instalment, 6 instalments."""
    return "1 instalment" if number == 1 else f"{number} instalments"
