"""Payment plan: instalments that add up to the penny, on working days, with what is still owed after each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache
from itertools import count, islice, pairwise, takewhile
from typing import Any

from .kernel import (
    NIL,
    Choice,
    CustomerType,
    Download,
    Event,
    Example,
    Money,
    Nation,
    Percentage,
    Problem,
    Source,
    Step,
    add_months,
    adding_up,
    ask,
    csv,
    exact_percent,
    falling_steps,
    holidays,
    ics,
    in_words,
    is_working_day,
    latest,
    next_working_day,
    pounds,
    previous_working_day,
    shared,
    step,
    tell,
    to_pence,
    total,
)

TITLE = "Payment plan"
ACTION = "Work out the plan"
LEADS_TO = ("payment_plan_agreement", "settlement_range")
TURNS_ON = "waiting_cost"
MOST_INSTALMENTS = 520
"""Ten years of weeks: nobody keeps to a longer plan, and a page must not freeze."""

BOUND = Decimal(10) ** 15
"""What a debt grows to at most: beyond it no plan makes sense, and its pennies would find no room."""

MOST_EXEMPT = 12
"""Payments that credit without charges may have to be exempt (SI 2001/544, article 60F(2))."""

ONLY_THESE = "we leave out only weekends, New Year’s Day, and 25 and 26 December"

YEAR = 365
"""Days that a year's interest is spread over, in leap years too."""

PLAN = "The plan"
DAYS = "Days that banks are closed"
PRICE = "Time and interest"


class SolveFor(Choice):
    """What is found; the reader gives one of the other two, or both."""

    instalments = "How many payments it takes"
    instalment_amount = "How much each payment is"
    end_date = "When it is all paid"


class Every(Choice):
    """How far apart the payments are."""

    week = "Every week"
    fortnight = "Every two weeks"
    four_weeks = "Every four weeks"
    month = "Every month"
    quarter = "Every three months"


class IfNotWorkingDay(Choice):
    """What becomes of a payment that falls on a weekend or a bank holiday."""

    next = "Move it to the next working day"
    previous = "Move it to the working day before"
    keep = "Leave it where it is"


class RegulatedCredit(Choice):
    """Whether the plan may be a consumer credit agreement."""

    outside = "No: the rules protect people, not companies or public bodies"
    possible = "It could: your customer is a person. Read the warning"
    likely = "It may well: your customer is a person and you ask for interest. Read the warning"


WEEKS = {Every.week: 1, Every.fortnight: 2, Every.four_weeks: 4}
MONTHS = {Every.month: 1, Every.quarter: 3}
OFTEN = {
    Every.week: "weekly",
    Every.fortnight: "fortnightly",
    Every.four_weeks: "four-weekly",
    Every.month: "monthly",
    Every.quarter: "quarterly",
}
MOVES: dict[IfNotWorkingDay, Callable[[date, str], date]] = {
    IfNotWorkingDay.next: next_working_day,
    IfNotWorkingDay.previous: previous_working_day,
    IfNotWorkingDay.keep: lambda day, _: day,
}
PEOPLE = {
    CustomerType.sole_trader: "A sole trader counts as a person here",
    CustomerType.partnership: "A partnership of two or three counts as a person here",
    CustomerType.consumer: "Your customer is a person",
    CustomerType.association: "A club or charity that isn’t a company counts as a person here",
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed()
    interest_and_compensation: Money = shared.interest_and_compensation()
    already_paid: Money = ask(
        "How much of it have they paid?", noun="what they have paid", group=shared.DEBT, low=0, high=shared.MOST,
        default=NIL, hint="Leave it empty if they have paid nothing, or if you have taken it off already.",
    )  # fmt: skip
    solve_for: SolveFor = ask(
        "What do you want to find out?", noun="what you want to find out", group=PLAN,
        default=SolveFor.instalment_amount, hint="Then give one of the other two below. You may give both.",
    )  # fmt: skip
    instalments: int | None = ask(
        "How many payments?", noun="the number of payments", group=PLAN, low=1, high=MOST_INSTALMENTS, default=None,
        hint="For example 6. Leave it empty if that is what you want to find out.",
    )  # fmt: skip
    instalment_amount: Money | None = ask(
        "How much is each payment?", noun="the amount of each payment", group=PLAN, low="0.01", high=shared.MOST,
        default=None, hint="For example 250. Leave it empty if that is what you want to find out.",
    )  # fmt: skip
    end_date: date | None = ask(
        "By when must it all be paid?", noun="the day it must all be paid by", group=PLAN, low=shared.EARLIEST,
        high=shared.LATEST, default=None, hint="For example 30 June 2027. Leave it empty if that is what you want.",
    )  # fmt: skip
    every: Every = ask(
        "How often do they pay?", noun="how often they pay", group=PLAN, default=Every.month,
        hint="Choose what suits the day that money reaches them.",
    )  # fmt: skip
    first_payment_date: date | None = ask(
        "When is the first payment?", noun="the day of the first payment", group=PLAN, low=shared.EARLIEST,
        high=shared.LATEST, default=None, hint="For example 1 December 2026. Empty means one step after you agree.",
    )  # fmt: skip
    deposit: Money = ask(
        "How much do they pay at once?", noun="the deposit", group=PLAN, low=0, high=shared.MOST, default=NIL,
        hint="A deposit shows that they mean it. Leave it empty if there is none.",
    )  # fmt: skip
    deposit_date: date | None = ask(
        "When do they pay the deposit?", noun="the day of the deposit", group=PLAN, more=True, low=shared.EARLIEST,
        high=shared.LATEST, default=None, hint="Leave it empty for the day you agree.",
    )  # fmt: skip
    agreement_date: date | None = ask(
        "When do you both agree?", noun="the day you agree", group=PLAN, more=True, low=shared.EARLIEST,
        high=shared.LATEST, default=None, today=True, hint="Leave it empty for today. Interest runs from this day.",
    )  # fmt: skip
    grace_days: int = ask(
        "If a payment is late, how many days do they get after your warning?",
        noun="the number of days after a warning", group=PLAN, more=True, low=1, high=60, default=7,
        hint="For example 7. It goes into the words for the plan.",
    )  # fmt: skip
    last_day_of_month: bool = ask(
        "Is each payment on the last day of its month?", noun="whether payments are on the last day", group=DAYS,
        more=True, default=False, hint="Only for payments every month or every three months.",
    )  # fmt: skip
    if_not_working_day: IfNotWorkingDay = ask(
        "What if a payment falls on a weekend or a bank holiday?", noun="what happens on a closed day", group=DAYS,
        more=True, default=IfNotWorkingDay.next, hint="Banks move little money on those days.",
    )  # fmt: skip
    interest_rate: Percentage = ask(
        "What interest a year do you ask for during the plan?", noun="the interest rate", group=PRICE, more=True,
        low=0, high=100, default=Decimal(0), hint="Simple interest on what is still owed. 0 is safest with a person.",
    )  # fmt: skip
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for money?", noun="the yearly cost of waiting", group=PRICE, more=True,
        low=0, high=100, default=Decimal(10),
        hint="In 100: what you pay on an overdraft, or what the money would earn. We start with 10, a guess.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Answers that make no plan."""
        found = list(_contradictions(self))
        yield from found
        if not found:
            try:
                _schedule(self)
            except _NoPlan as why:
                yield Problem(why.field, str(why))


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """One payment; `balance` is what is still owed after it."""

    number: int = tell("Payment")
    due: date = tell("Due")
    payment: Money = tell("They pay")
    interest: Money = tell("Of it interest")
    principal: Money = tell("Of it debt")
    balance: Money = tell("Still owed after it")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; months to one decimal, from the day of the agreement to the last payment."""

    headline: str
    instalments: int = tell("How many payments")
    instalment_amount: Money = tell("Each payment")
    last_payment: Money = tell("The last payment")
    last_due: date = tell("The last payment is due")
    months: Decimal = tell("Months until it is all paid")
    deposit: Money = tell("Deposit at the start")
    deposit_date: date | None = tell("Deposit due", absent="there is none")
    to_spread: Money = tell("What the payments pay off")
    interest: Money = tell("Interest they pay on top")
    total: Money = tell("All the payments together, without the deposit")
    waiting_cost: Money = tell("What waiting costs you, before their interest")
    agreed_on: date | None = tell("Agreed on", absent="not given")
    regulated_credit: RegulatedCredit = tell("Could this be consumer credit?")
    default_clause: tuple[str, ...] = tell("Words for the plan, in case a payment is late")
    schedule: tuple[Instalment, ...] = tell("Payment by payment")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


class _NoPlan(ValueError):
    """These answers make no plan: the question to look at, and a sentence for the reader."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


# What goes together


def _contradictions(inputs: Inputs) -> Iterator[Problem]:
    """What is wrong before any day or payment is worked out."""
    owed = _owed_before(inputs)
    if owed <= 0:
        yield Problem("already_paid", f"What they have paid must be less than {pounds(owed + inputs.already_paid)}.")
    elif inputs.deposit >= owed:
        yield Problem("deposit", f"The deposit must be less than {pounds(owed)}, which is all that is left to pay.")
    if inputs.last_day_of_month and inputs.every in WEEKS:
        yield Problem(
            "last_day_of_month", "The last day of the month goes with payments every month or every three months."
        )


def _given(inputs: Inputs) -> Inputs:
    """The answers without the one that is to be found, unless nothing else tells it."""
    others = {one.name for one in SolveFor} - {inputs.solve_for.name}
    known = any(getattr(inputs, name) is not None for name in others)
    found: dict[str, Any] = {inputs.solve_for.name: None}
    return replace(inputs, **found) if known else inputs


def _unused(inputs: Inputs) -> object:
    """What was typed for the answer that is to be found, and is therefore not used."""
    name = inputs.solve_for.name
    return getattr(inputs, name) if getattr(_given(inputs), name) is None else None


def _owed_before(inputs: Inputs) -> Money:
    """What is owed on the day of the agreement."""
    return inputs.amount_owed + inputs.interest_and_compensation - inputs.already_paid


def _to_spread(inputs: Inputs) -> Money:
    return _owed_before(inputs) - inputs.deposit


# The days


def _nominal(inputs: Inputs, number: int) -> date:
    """The day of a payment, counted from 0, before any closed day moves it."""
    day = _step(_first(inputs), inputs.every, number)
    return _last_of_month(day) if inputs.last_day_of_month else day


def _first(inputs: Inputs) -> date:
    """The day that was typed for the first payment, or one step after the agreement."""
    if inputs.first_payment_date:
        return inputs.first_payment_date
    if inputs.agreement_date:
        return _step(inputs.agreement_date, inputs.every, 1)
    raise _NoPlan(
        "first_payment_date", "The day of the first payment is missing. Write a day, such as 1 December 2026."
    )


def _step(day: date, every: Every, number: int) -> date:
    """So many steps on, months anchored to the first day."""
    if every in WEEKS:
        return day + timedelta(weeks=WEEKS[every] * number)
    return add_months(day, MONTHS[every] * number)


def _last_of_month(day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def _dues(inputs: Inputs) -> Iterator[date]:
    """The days on which payments are due, without end.

    They ascend: payments are a week apart or more, and no closed spell is as long as that.
    """
    return (_due(inputs, _nominal(inputs, number)) for number in count())


def _due(inputs: Inputs, day: date) -> date:
    """The day that a payment moves to, but never back to before they agree."""
    moved, agreed = MOVES[inputs.if_not_working_day](day, inputs.nation.name), inputs.agreement_date
    return next_working_day(day, inputs.nation.name) if agreed and moved < agreed <= day else moved


def _starts(inputs: Inputs) -> date:
    """The day that interest and waiting are counted from: the agreement, or the first payment if that is earlier."""
    first = next(_dues(inputs))
    return min(inputs.agreement_date or first, first)


def _deposit_day(inputs: Inputs) -> date | None:
    """The day of the deposit before any closed day moves it: as typed, or the day they agree."""
    return (inputs.deposit_date or _starts(inputs)) if inputs.deposit else None


def _deposit_due(inputs: Inputs) -> date | None:
    """The day of the deposit, moved like any other."""
    day = _deposit_day(inputs)
    return _due(inputs, day) if day else None


def _deposit_waits(inputs: Inputs) -> int:
    """The days from the start until the deposit is paid."""
    due = _deposit_due(inputs)
    return max(0, (due - _starts(inputs)).days) if due else 0


def _in_time(inputs: Inputs, number: int) -> bool:
    """Whether a payment, counted from 0, or the working day it moves to is no later than the end date."""
    day = _nominal(inputs, number)
    return inputs.end_date is None or min(day, _due(inputs, day)) <= inputs.end_date


# How many payments, and how much


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """What is spread over which days, at which interest, from which day.

    `deposit` is in pound-days: the deposit times the days until it is paid, which is never after the first payment.
    """

    debt: Money
    rate: Percentage
    starts: date
    dues: tuple[date, ...]
    deposit: Decimal

    @cached_property
    def spells(self) -> list[tuple[int, Decimal]]:
        """Before each payment the days in which interest runs, and the pound-days that the deposit adds."""
        days = [(due - before).days for before, due in pairwise((self.starts, *self.dues))]
        return [(days[0], self.deposit), *((number, Decimal(0)) for number in days[1:])]


def _terms(inputs: Inputs, number: int) -> _Terms:
    return _Terms(
        debt=_to_spread(inputs),
        rate=inputs.interest_rate,
        starts=_starts(inputs),
        dues=tuple(islice(_dues(inputs), number)),
        deposit=inputs.deposit * _deposit_waits(inputs),
    )


@lru_cache(maxsize=1)
def _schedule(inputs: Inputs) -> tuple[Instalment, ...]:
    """Every payment. Raises _NoPlan where the answers contradict each other.

    Kept for the last answers, since checking them and answering them both ask for it.
    """
    given = _given(inputs)
    number = _number(given)
    terms = _terms(given, number)
    _check_deposit(given, terms.dues[0])
    if not _in_time(given, number - 1):
        raise _too_late(given, terms)
    amount = given.instalment_amount or _level(terms)
    _check_last(given, terms, amount)
    rows = tuple(_rows(terms, amount))
    _check_interest(rows)
    return rows


def _number(given: Inputs) -> int:
    if given.instalments is not None:
        return given.instalments
    if given.instalment_amount is not None:
        return _number_by_amount(given, given.instalment_amount)
    if given.end_date is not None:
        return _number_by_end(given)
    raise _nothing_given(given.solve_for)


def _nothing_given(solve_for: SolveFor) -> _NoPlan:
    if solve_for is SolveFor.instalments:
        return _NoPlan("instalment_amount", "The amount of each payment is missing. Write it in pounds, such as 250.")
    return _NoPlan("instalments", "The number of payments is missing. Write a whole number, such as 6.")


def _number_by_amount(given: Inputs, amount: Money) -> int:
    """The fewest payments of which none is larger than the amount; the last is what is left."""
    terms = _terms(given, MOST_INSTALMENTS)
    owed = NIL
    for number, owed in enumerate(_owed(terms, amount), 1):
        if owed <= amount:
            return number
    if owed >= terms.debt:
        raise _NoPlan(
            "instalment_amount", f"Payments of {pounds(amount)} do not even cover the interest. Make them larger."
        )
    raise _NoPlan(
        "instalment_amount",
        f"Payments of {pounds(amount)} would take more than {MOST_INSTALMENTS} of them. Make them larger.",
    )


def _number_by_end(given: Inputs) -> int:
    found = sum(1 for _ in takewhile(lambda number: _in_time(given, number), range(MOST_INSTALMENTS + 1)))
    if not found:
        first = in_words(_nominal(given, 0))
        raise _NoPlan("end_date", f"The day it must all be paid by must be {first} or later, when the first is due.")
    if found > MOST_INSTALMENTS:
        raise _NoPlan("end_date", f"That day allows more than {MOST_INSTALMENTS} payments. Choose an earlier one.")
    return found


def _owed(terms: _Terms, amount: Money) -> Iterator[Money]:
    """What is owed on each day, interest included, if that amount is paid on each day before.

    What grows out of all bounds stays at a bound, where its pennies still have room.
    """
    balance = terms.debt
    for days, deposit in terms.spells:
        owed = balance + _interest(terms, balance * days + deposit)
        yield owed
        balance = max(-BOUND, min(BOUND, owed - amount))


def _interest(terms: _Terms, pound_days: Decimal) -> Money:
    """Simple interest on the debt still owed, by the day, rounded for each payment so that the column adds up."""
    return to_pence(pound_days * terms.rate / (100 * YEAR)) if terms.rate else NIL


def _level(terms: _Terms) -> Money:
    """The largest amount, in whole pennies, that leaves the last payment no smaller than the others.

    Without interest that is the debt divided by the number of payments and cut to the penny.
    """
    number, days = len(terms.dues), (terms.dues[-1] - terms.starts).days
    most = (terms.debt + (terms.debt * days + terms.deposit) * terms.rate / (100 * YEAR)) / number
    low, high = int(terms.debt * 100 // number), int(most * 100) + (1 if terms.rate else 0)
    return _pounds(_most_that_fits(lambda pence: _last(terms, _pounds(pence)) - _pounds(pence), low, high))


def _most_that_fits(spare: Callable[[int], Decimal], low: int, high: int) -> int:
    """The highest number that leaves something to spare, or nothing, but no lack; the lowest does.

    What is left mostly falls almost in a straight line, so a guess is where that line meets nil; after one that has
    not halved what is open, the next is in the middle.
    """
    if low == high:
        return low
    over, under = spare(low), spare(high)
    if under >= 0:
        return high
    halve = False
    while low < high:
        width = high - low
        guess = width // 2 if halve else int(over / (over - under) * width)
        middle = low + min(width, max(1, guess))
        left = spare(middle)
        low, over, high, under = (middle, left, high, under) if left >= 0 else (low, over, middle - 1, left)
        halve = 2 * (high - low) > width
    return low


def _pounds(pence: int) -> Money:
    return to_pence(Decimal(pence) / 100)


def _last(terms: _Terms, amount: Money) -> Money:
    """What the last payment comes to if the others are of that amount."""
    last = NIL
    for last in _owed(terms, amount):  # noqa: B007 only the last one is looked at
        pass
    return last


def _rows(terms: _Terms, amount: Money) -> Iterator[Instalment]:
    """The payments, the last of which takes what remains."""
    balance = terms.debt
    for number, ((days, deposit), due) in enumerate(zip(terms.spells, terms.dues, strict=True), 1):
        interest = _interest(terms, balance * days + deposit)
        principal = balance if number == len(terms.dues) else amount - interest
        balance -= principal
        yield Instalment(
            number=number,
            due=due,
            payment=principal + interest,
            interest=interest,
            principal=principal,
            balance=balance,
        )


def _too_late(given: Inputs, terms: _Terms) -> _NoPlan:
    number, last = len(terms.dues), in_words(terms.dues[-1])
    return _NoPlan(
        "end_date",
        f"{_payments(number)} would end on {last}, after the day it must all be paid by. "
        f"Give a later day, {'fewer payments' if given.instalments else 'a larger amount'}, or pay more often.",
    )


def _check_deposit(given: Inputs, first: date) -> None:
    due = _deposit_due(given)
    if due and due > first:
        day = in_words(first)
        raise _NoPlan("deposit_date", f"The day of the deposit must be {day} or earlier: the first payment is then.")


def _check_last(given: Inputs, terms: _Terms, amount: Money) -> None:
    """Raises _NoPlan unless the last payment is more than nil and at most two ordinary ones."""
    number, last = len(terms.dues), _last(terms, amount)
    by_end = given.instalments is None and given.end_date is not None
    where, fewer = ("end_date", "Choose an earlier day") if by_end else ("instalments", "Choose fewer payments")
    if amount == 0:
        raise _NoPlan(where, f"{pounds(terms.debt)} is less than a penny for each of {number} payments. {fewer}.")
    if last <= 0:
        raise _NoPlan("instalments", f"{pounds(amount)} each pays it off in fewer than {number} payments.")
    if last > 2 * terms.debt:
        told = f"{_payments(number)} do not come out at that interest: hardly anything of them pays off the debt."
        raise _NoPlan(where, f"{told} {fewer}, or a lower rate.")
    if last > 2 * amount:
        if given.instalment_amount:
            where, fewer = "instalment_amount", "Raise the amount or add payments"
        raise _NoPlan(
            where,
            f"{_payments(number)} of {pounds(amount)} would leave {pounds(last)} for the last one, more than two "
            f"ordinary ones. {fewer}.",
        )


def _check_interest(rows: Iterable[Instalment]) -> None:
    """Raises _NoPlan where a payment is less than the interest, for then interest would run on interest."""
    for row in rows:
        if row.principal < 0:
            raise _NoPlan(
                "interest_rate",
                f"By {in_words(row.due)} more interest has built up than the payment of that day. "
                "Start sooner, pay more each time, or ask for less interest.",
            )


def _payments(number: int) -> str:
    return "1 payment" if number == 1 else f"{number} payments"


# The answer


def calculate(inputs: Inputs) -> Result:
    """The plan, payment by payment, for answers that have no `problems`.

    Payments are cut to the penny and the last takes what remains, so that they add up to the debt.
    Interest is simple, on the debt still owed, days / 365, rounded half up for each payment, and
    each payment covers its own; the first covers that on the deposit too. What waiting costs is
    simple too, rounded once.
    """
    rows = _schedule(inputs)
    interest = sum((row.interest for row in rows), NIL)
    pays = [step(label, amount) for label, amount in _pays(rows)]
    return Result(
        headline=_headline(inputs, rows),
        instalments=len(rows),
        instalment_amount=rows[0].payment,
        last_payment=rows[-1].payment,
        last_due=rows[-1].due,
        months=_months(inputs, rows),
        deposit=inputs.deposit,
        deposit_date=_deposit_due(inputs),
        to_spread=_to_spread(inputs),
        interest=interest,
        total=total(pays),
        waiting_cost=_waiting_cost(inputs, rows),
        agreed_on=inputs.agreement_date,
        regulated_credit=_regulated_credit(inputs),
        default_clause=tuple(_default_clause(inputs)),
        schedule=rows,
        working=(
            *adding_up("What the payments pay off", _debt_steps(inputs)),
            *(adding_up("The debt and the interest", _interest_steps(inputs, interest)) if interest else ()),
            *adding_up("All the payments together", pays),
        ),
        cautions=tuple(_cautions(inputs, rows)),
        next_steps=tuple(_next_steps(inputs)),
        sources=tuple(_sources(inputs)),
    )


def _headline(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    first = f"After a deposit of {pounds(inputs.deposit)}, " if inputs.deposit else ""
    interest = sum((row.interest for row in rows), NIL)
    debt = pounds(_to_spread(inputs)) + (f" with {pounds(interest)} interest" if interest else "")
    number, each, last, due = len(rows), rows[0].payment, rows[-1].payment, in_words(rows[-1].due)
    if number == 1:
        return f"{first}{'one' if first else 'One'} payment of {pounds(last)} on {due} pays off {debt}."
    often = OFTEN[inputs.every]
    if last == each:
        return f"{first}{number} {often} payments of {pounds(each)} pay off {debt}, the last on {due}."
    return (
        f"{first}{number} {often} payments pay off {debt}: {number - 1} of {pounds(each)} and a last one of "
        f"{pounds(last)} on {due}."
    )


def _pays(rows: tuple[Instalment, ...]) -> Iterator[tuple[str, Money]]:
    if len(rows) > 1:
        yield f"{_payments(len(rows) - 1)} of {pounds(rows[0].payment)}", rows[0].payment * (len(rows) - 1)
    yield "The last payment", rows[-1].payment


def _debt_steps(inputs: Inputs) -> list[Step]:
    return [
        step("The amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_and_compensation),
        step("What they have paid", -inputs.already_paid),
        step("The deposit", -inputs.deposit),
    ]


def _interest_steps(inputs: Inputs, interest: Money) -> list[Step]:
    return [step("What the payments pay off", _to_spread(inputs)), step("Interest on what is still owed", interest)]


def _months(inputs: Inputs, rows: tuple[Instalment, ...]) -> Decimal:
    """From the start to the last payment: whole months, and the days left over as a part of the month they are in."""
    starts, last = _starts(inputs), rows[-1].due
    whole = (last.year - starts.year) * 12 + last.month - starts.month
    whole -= add_months(starts, whole) > last
    since, until = add_months(starts, whole), add_months(starts, whole + 1)
    part = Decimal((last - since).days) / (until - since).days
    return (whole + part).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _waiting_cost(inputs: Inputs, rows: tuple[Instalment, ...]) -> Money:
    """Simple interest, at what waiting costs the reader, on each part of the debt until it is paid."""
    starts = _starts(inputs)
    pound_days = sum((row.principal * (row.due - starts).days for row in rows), NIL)
    pound_days += inputs.deposit * _deposit_waits(inputs)
    return to_pence(pound_days * inputs.discount_rate / (100 * YEAR))


def _default_clause(inputs: Inputs) -> Iterator[str]:
    days = "1 day" if inputs.grace_days == 1 else f"{inputs.grace_days} days"
    yield "Each payment must reach the supplier’s bank account by its day in the schedule."
    yield f"If one is late, the supplier may warn the customer in writing. The customer then has {days} to pay it."
    yield "If it is still unpaid after that, all that is left is due at once, and the supplier may claim it in court."
    yield "Taking one payment late does not change the plan. A change must be in writing, and both must agree to it."


# Consumer credit


def _regulated_credit(inputs: Inputs) -> RegulatedCredit:
    if inputs.customer_type not in PEOPLE:
        return RegulatedCredit.outside
    return RegulatedCredit.likely if inputs.interest_rate else RegulatedCredit.possible


def _credit_cautions(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """The warning of CFL Finance v Laser Trust [2021] EWCA Civ 228 and SI 2001/544, articles 60C and 60F."""
    if inputs.customer_type not in PEOPLE:
        kind = "public body" if inputs.customer_type is CustomerType.public_body else "company"
        yield f"The law on consumer credit protects people. Your customer is a {kind}, so it does not cover this plan."
        return
    yield (
        f"{PEOPLE[inputs.customer_type]}, so the plan can count as consumer credit. That may be so where they give "
        "something for the time: interest, a fee, or a claim against you that they let go. Then you may need leave "
        "from a court or the regulator to enforce it, and making it may be an offence."
    )
    if inputs.interest_rate:
        yield (
            f"You ask for {exact_percent(inputs.interest_rate)} interest. That is a price for time. "
            "Set it to 0, or get legal advice before you offer this plan."
        )
    yield _exemption(inputs, rows)
    yield (
        "No number of payments makes such a plan safe for certain: lawyers and regulators read the rules in different "
        "ways. A debt that is disputed as a whole, for good reasons, is another matter again. Ask a solicitor."
    )
    limit = latest("uk.exempt_business_credit")
    if inputs.customer_type is not CustomerType.consumer and _to_spread(inputs) > limit.value:
        yield f"Credit of more than {pounds(limit.value)} for a customer’s own business may be exempt. Ask a solicitor."


def _exemption(inputs: Inputs, rows: tuple[Instalment, ...]) -> str:
    """How the plan stands to article 60F(2), which may not help at all."""
    months = latest("uk.exempt_credit_months").value
    misses = list(_misses(inputs, rows))
    fit = f"This plan misses that: {' and '.join(misses)}." if misses else "This plan keeps to those numbers."
    return (
        f"Credit that costs nothing can be exempt if it is paid off in {MOST_EXEMPT} payments or fewer, within "
        f"{months} months that begin on the day of the agreement. {fit} Twelve monthly payments that start a month "
        "after it end a day too late. And a debt that is already due may not be covered at all: do not rely on it."
    )


def _misses(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    if inputs.interest_rate:
        yield "it charges interest"
    deposit = _is_credit(inputs)
    if len(rows) + deposit > MOST_EXEMPT:
        yield f"it has {len(rows) + deposit} payments{' with the deposit' if deposit else ''}"
    last = _last_exempt_day(inputs)
    if last and rows[-1].due > last:
        yield f"its last payment is on {in_words(rows[-1].due)}, after {in_words(last)}"


def _is_credit(inputs: Inputs) -> bool:
    """Whether the deposit is one more payment of what they owe: one paid when they agree, or before, is not."""
    due, agreed = _deposit_due(inputs), inputs.agreement_date
    return due is not None and (agreed is None or due > agreed)


def _last_exempt_day(inputs: Inputs) -> date | None:
    """The day before the agreement's anniversary, for the months begin with the day of the agreement."""
    if inputs.agreement_date is None:
        return None
    return add_months(inputs.agreement_date, int(latest("uk.exempt_credit_months").value)) - timedelta(days=1)


def _sources(inputs: Inputs) -> Iterator[Source]:
    if inputs.customer_type in PEOPLE:
        yield Source(field="regulated_credit", figure=latest("uk.exempt_credit_months"))
        yield Source(field="exempt_business_credit", figure=latest("uk.exempt_business_credit"))


# Cautions and what next


def _cautions(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    yield from _credit_cautions(inputs, rows)
    if len(rows) > 1:
        row = rows[(len(rows) - 1) // 2]
        yield (
            f"They may stop. If nothing comes after payment {row.number}, {pounds(row.balance)} is still owed. The "
            "last column of the table says it for every payment."
        )
    yield from day_cautions(inputs)
    if inputs.interest_rate and _deposit_waits(inputs):
        yield "Until the deposit is paid, interest runs on it too. The first payment has that interest in it."
    if inputs.interest_rate and inputs.interest_and_compensation:
        yield "Part of this plan is interest on the interest you add. Check that you agreed to that."
    found = {"instalments": len(rows), "instalment_amount": rows[0].payment, "end_date": rows[-1].due}
    if _unused(inputs) not in (None, found[inputs.solve_for.name]):
        yield f"You asked us to find out “{inputs.solve_for}”, so we did not use what you typed there."


def day_cautions(inputs: Inputs) -> Iterator[str]:
    """What to know about the days of a plan, for answers that have no `problems`."""
    rows, deposit = _schedule(inputs), _deposit_due(inputs)
    moved = sum(1 for row in rows if row.due != _nominal(inputs, row.number - 1))
    if moved or deposit != _deposit_day(inputs):
        what = _these(deposit != _deposit_day(inputs), moved)
        yield (
            f"We moved {what} off a weekend or a bank holiday in {inputs.nation}. The bank holidays are "
            f"those of {holidays().source.url} as we checked them on {in_words(holidays().checked)}."
        )
    yield from _closed_days(inputs, rows)
    end = _given(inputs).end_date
    if end and rows[-1].due > end:
        yield f"{in_words(end)} is not a working day, so the last payment moves to {in_words(rows[-1].due)}."
    if inputs.agreement_date and rows[0].due < inputs.agreement_date:
        yield "The first payment is before the day you agree. Check both days."
    if inputs.agreement_date and deposit and deposit < inputs.agreement_date:
        yield "The deposit is before the day you agree. If it has come, count it in what they have paid instead."
    yield from _unknown_holidays(inputs, rows)


def _closed_days(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """What stays on a closed day at the reader's wish."""
    due, nation = _deposit_due(inputs), inputs.nation.name
    deposit = due is not None and not is_working_day(due, nation)
    closed = sum(1 for row in rows if not is_working_day(row.due, nation))
    if deposit or closed:
        what, are = _these(deposit, closed), "is" if deposit + closed == 1 else "are"
        yield (
            f"{what[0].upper()}{what[1:]} {are} due on a weekend or a bank holiday. The money may come a few days "
            "later."
        )


def _these(deposit: bool, number: int) -> str:
    """The deposit and 2 payments, or whichever of them there are."""
    parts = ["the deposit"] if deposit else []
    return " and ".join([*parts, _payments(number)] if number else parts)


def _unknown_holidays(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[str]:
    """Where a plan runs past the bank holidays there are, most of them are not left out."""
    first, last = holidays().known_from, holidays().known_until
    if inputs.if_not_working_day is IfNotWorkingDay.keep:
        return
    if rows[-1].due > last:
        yield f"We know the bank holidays up to {in_words(last)}. After that {ONLY_THESE}: check later."
    if min(rows[0].due, _deposit_due(inputs) or rows[0].due) < first:
        yield f"We know the bank holidays from {in_words(first)}. Before that {ONLY_THESE}."


def _next_steps(inputs: Inputs) -> Iterator[str]:
    owed = pounds(_owed_before(inputs))
    if inputs.customer_type in PEOPLE:
        yield (
            "With a person the plainest way is to wait: tell them you will not press them as long as these sums "
            "arrive, and take nothing for it. No interest, no fee, nothing that they give up."
        )
        yield _court_instalments(inputs)
        yield "For anything else, get legal advice before you agree."
        yield f"Have them write that they owe you {owed}. That may also start the time limit for a claim again."
    else:
        yield (
            f"Put the schedule in writing, and have them sign that they owe you {owed} and will pay it like this. "
            "Their word in writing may also start the time limit for a claim again."
        )
    yield "Ask for a standing order, so that each payment arrives without a reminder."
    yield "Put the days in your calendar. Look at your account on each of them, and ask the same day if nothing came."


def _court_instalments(inputs: Inputs) -> str:
    if inputs.nation is not Nation.england_wales:
        return f"Or start a claim, and ask the court how it orders payment by instalments in {inputs.nation}."
    return (
        "Or start a claim. If they admit it on form N9A and offer instalments, you accept or refuse on form N225, and "
        "the court makes the order."
    )


# The chart and the files


def chart(result: Result) -> str:
    """What is still owed, from the start to the last payment."""
    balances = [("At the start", result.to_spread), *((in_words(row.due), row.balance) for row in result.schedule)]
    return falling_steps("What is still owed after each payment", balances)


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


EXAMPLES = (
    Example(
        title="£3,000 in six monthly payments",
        story="A company cannot pay £3,000 at once and offers to pay it by the month. The sums are ours.",
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "3000",
            "solve_for": "instalment_amount",
            "instalments": "6",
            "first_payment_date": "2026-12-31",
            "last_day_of_month": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A builder who pays for recruitment by the month",
        story=(
            "A firm was owed £30,000 for finding workers. With a mediator’s help the builder, a company, agreed to pay "
            "less, in payments that it could afford. The debt is from a true story; the other sums are ours: £24,000 "
            "agreed, £3,000 of it at once and then £1,600 a month."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "24000",
            "deposit": "3000",
            "solve_for": "instalments",
            "instalment_amount": "1600",
            "first_payment_date": "2027-01-31",
            "agreement_date": "2026-12-15",
        },
        today=date(2026, 11, 22),
    ),
)
