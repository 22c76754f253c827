"""The texts of a plan: the headline, the wording for late payments, the cautions and the next steps."""

from collections.abc import Iterator
from itertools import groupby

from calculators.kernel import NIL, Nation, holidays, in_words, is_working_day, letters, pounds

from .credit import PEOPLE, credit_cautions
from .due_dates import deposit_day, deposit_due, deposit_wait, nominal_day
from .problems import payments_in_words
from .questions import Every, IfNotWorkingDay, Inputs
from .result_types import Instalment
from .sums import answer_ignored, answers_used, deposit_row, schedule_of
from .time_to_claim import limit_cautions

ONLY_THESE = "we only allow for weekends, New Year’s Day, and 25 and 26 December"

OFTEN = {
    Every.week: "weekly",
    Every.fortnight: "fortnightly",
    Every.four_weeks: "four-weekly",
    Every.month: "monthly",
    Every.quarter: "quarterly",
}


def headline_of(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """The plan in one sentence, plus one for a break and one for the rounding in a larger last instalment."""
    return f"{_payments(inputs, rows)}{_break(inputs, rows)}{_rounding(inputs, rows)}"


def _payments(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    first = f"After a deposit of {pounds(inputs.deposit)}, " if inputs.deposit else ""
    interest = sum((row.interest for row in rows), NIL)
    debt = f"{'the other ' if inputs.deposit else ''}{pounds(inputs.to_spread)}" + (
        f" plus {pounds(interest)} interest" if interest else ""
    )
    number, each, last, due = len(rows), rows[0].payment, rows[-1].payment, in_words(rows[-1].due)
    if number == 1:
        return f"{first}{'one' if first else 'One'} instalment of {pounds(last)} on {due} pays off {debt}."
    often = OFTEN[inputs.every]
    if not are_alike(rows):
        ends = f"the last on {due}" if last == rows[-2].payment else f"with a final one of {pounds(last)} on {due}"
        return f"{first}{number} {often} instalments pay off {debt}, {_amounts(rows)}, {ends}."
    if last == each:
        return f"{first}{number} {often} instalments of {pounds(each)} pay off {debt}, the last on {due}."
    before = f"{number - 1} of {pounds(each)}" if number > 2 else f"one of {pounds(each)}"
    return (
        f"{first}{number} {often} instalments pay off {debt}, with {before} and a final one of {pounds(last)} on {due}."
    )


def are_alike(rows: tuple[Instalment, ...]) -> bool:
    """Whether all instalments except the last are the same amount."""
    return len({row.payment for row in rows[:-1]}) < 2


MOST_NAMED = 2
"""The most changes of amount that a headline lists."""


def _amounts(rows: tuple[Instalment, ...]) -> str:
    """What they pay first, and each later amount with its first instalment; the last instalment isn't included."""
    runs = [tuple(same) for _, same in groupby(rows[:-1], key=lambda row: row.payment)]
    start = f"starting at {_each(runs[0])}"
    if len(runs) > MOST_NAMED + 1:
        return f"{start} and changing {len(runs) - 1} times"
    return ", ".join((start, *(f"then {_each(run)} from instalment {run[0].number}" for run in runs[1:])))


def _each(run: tuple[Instalment, ...]) -> str:
    return f"{pounds(run[0].payment)} each" if len(run) > 1 else pounds(run[0].payment)


def _rounding(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """How much rounding the others down to the penny adds to a larger last instalment; empty if nothing."""
    over = rows[-1].payment - inputs.balloon if inputs.balloon else NIL
    return f" The last one includes {letters.a_day(over)} of rounding." if over > 0 else ""


def _break(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """When a break ends; empty if there's no break."""
    after = inputs.pause_after
    return f" After instalment {after} there’s a break until {in_words(rows[after].due)}." if after else ""


def default_clause_of(inputs: Inputs) -> Iterator[str]:
    """The wording for the plan on what happens if an instalment is late."""
    days = "1 day" if inputs.grace_days == 1 else f"{inputs.grace_days} days"
    yield "Each payment must reach the supplier’s bank account by the date given for it in the schedule."
    yield (
        f"If a payment is late, the supplier may give the customer written notice. The customer then has {days} from "
        "the date of the notice to make that payment."
    )
    yield (
        "If it remains unpaid after that, the whole balance will become due at once, and the supplier may claim it in "
        "court."
    )
    yield "Accepting a late payment does not change the plan. Any change must be agreed by both parties in writing."


def cautions_of(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """What to know before offering the plan."""
    yield from limit_cautions(inputs, (*deposit_row(inputs), *rows))
    if inputs.customer_type in PEOPLE:
        yield from credit_cautions(inputs, rows)
    if len(rows) > 1:
        row = rows[(len(rows) - 1) // 2]
        yield (
            f"{_more_early(inputs, rows)}If they stop after instalment {row.number}, {pounds(row.balance)} will still "
            "be owed."
        )
    if inputs.customer_type not in PEOPLE:
        yield from credit_cautions(inputs, rows)
    yield from _uneven_cautions(inputs, rows)
    if inputs.missed_payment:
        yield (
            "We’ve used our own wording for late instalments. If your agreement says something different, follow that."
        )
    yield from day_cautions(inputs)
    if inputs.interest_rate and deposit_wait(inputs):
        yield "Interest runs on the deposit too until it’s paid, and the first instalment includes that interest."
    if inputs.interest_rate and inputs.interest_and_compensation:
        yield (
            "Check that they’ve agreed to pay interest on interest, because this plan charges it on the interest "
            "you’ve added."
        )
    found = {"instalments": len(rows), "instalment_amount": rows[0].payment, "end_date": rows[-1].due}
    if answer_ignored(inputs) not in (None, found[inputs.solve_for.name]):
        yield f"You asked us to work out “{inputs.solve_for}”, so we didn’t use what you entered for it."


def _more_early(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """How to get more of the debt paid early, in ways that the plan doesn't use yet."""
    starts_larger = any(one.amount < rows[0].payment for one in inputs.changes)
    ways = ["a deposit"] * (not inputs.deposit) + ["larger instalments at the start"] * (not starts_larger)
    return f"Ask for {' or '.join(ways)}. " if ways else ""


def _uneven_cautions(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """Cautions about a break and a larger last instalment."""
    if inputs.pause_after and inputs.interest_rate:
        yield "Interest runs during the break too, and the first instalment after it includes that interest."
    if inputs.balloon:
        last = rows[-1]
        yield f"Ask now how they’ll find the {pounds(last.payment)} due on {in_words(last.due)}."
        if last.payment < inputs.balloon:
            yield (
                f"The last instalment is less than the {pounds(inputs.balloon)} you entered, because that’s all that’s "
                "left to pay."
            )


def day_cautions(inputs: Inputs) -> Iterator[str]:
    """Cautions about the dates of a plan, for answers without `problems`."""
    rows, deposit = schedule_of(inputs), deposit_due(inputs)
    moved = sum(1 for row in rows if row.due != nominal_day(inputs, row.number - 1))
    if moved or deposit != deposit_day(inputs):
        what = _these(deposit != deposit_day(inputs), moved)
        them = "it" if moved + (deposit != deposit_day(inputs)) == 1 else "them"
        yield (
            f"{what[0].upper()}{what[1:]} fell on a weekend or a bank holiday in {inputs.nation}, so we moved {them} "
            f"to a working day. The bank holidays are from {holidays().source.url}, which we checked on "
            f"{in_words(holidays().checked)}."
        )
    yield from _closed_days(inputs, rows)
    end = answers_used(inputs).end_date
    if end and rows[-1].due > end:
        yield f"{in_words(end)} isn’t a working day, so the last instalment moves to {in_words(rows[-1].due)}."
    if inputs.agreement_date and rows[0].due < inputs.agreement_date:
        yield "Check both dates: the first instalment is due before the date of the agreement."
    if inputs.agreement_date and deposit and deposit < inputs.agreement_date:
        yield "The deposit is due before the date of the agreement. If it’s arrived, enter it as already paid instead."
    yield from _unknown_holidays(inputs, rows)


def _closed_days(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """A caution about payments that the reader chose to leave on non-working days."""
    due, nation = deposit_due(inputs), inputs.nation.name
    deposit = due is not None and not is_working_day(due, nation)
    closed = sum(1 for row in rows if not is_working_day(row.due, nation))
    if deposit or closed:
        what, are = _these(deposit, closed), "is" if deposit + closed == 1 else "are"
        yield (
            f"{what[0].upper()}{what[1:]} {are} due on a weekend or a bank holiday. The money may not arrive until "
            "the next working day."
        )


def _these(deposit: bool, number: int) -> str:
    """The deposit and the number of instalments in words, or whichever of them there are."""
    parts = ["the deposit"] if deposit else []
    return " and ".join([*parts, payments_in_words(number)] if number else parts)


def _unknown_holidays(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """Cautions if a plan has dates outside our list of bank holidays, since most of those holidays aren't skipped."""
    first, last = holidays().known_from, holidays().known_until
    if inputs.if_not_working_day is IfNotWorkingDay.keep:
        return
    if rows[-1].due > last:
        yield (
            f"Check any dates after {in_words(last)} again later. We don’t yet know those bank holidays, so "
            f"{ONLY_THESE}."
        )
    if min(rows[0].due, deposit_due(inputs) or rows[0].due) < first:
        yield f"We have bank holiday dates from {in_words(first)}. Before then {ONLY_THESE}."


def next_steps_of(inputs: Inputs) -> Iterator[str]:
    """What to do with the plan."""
    owed = pounds(inputs.owed_before)
    if inputs.customer_type in PEOPLE:
        yield (
            "With an individual, the simplest way is to wait. Tell them you won’t press for payment as long as these "
            "amounts arrive. Don’t take anything in return, such as interest, a fee or a right they’d give up."
        )
        yield _court_instalments(inputs)
        yield "For anything else, get legal advice before you agree."
        yield f"Ask them to confirm in writing that they owe you {owed}. That may also restart the time limit."
    else:
        yield (
            f"Put the schedule in writing, and get them to sign a statement that they owe you {owed} and will pay it "
            "this way. A signed admission may also restart the time limit for a claim."
        )
    yield "Ask them to set up a standing order, so each instalment arrives without a reminder."
    yield (
        "Put the dates in your calendar. Check your account on each date, and get in touch the same day if the full "
        "amount hasn’t arrived."
    )


def _court_instalments(inputs: Inputs) -> str:
    if inputs.nation is not Nation.england_wales:
        return f"Or start a claim, and ask the court how it orders payment by instalments in {inputs.nation}."
    return (
        "Or start a claim. If they admit it on form N9A and offer instalments, you accept or refuse on form N225, and "
        "the court makes the order."
    )
