"""After a judgment: what is owed today, and which way to enforce it at what cost."""

from collections.abc import Iterator
from decimal import Decimal

from calculators.kernel import (
    NIL,
    Action,
    Download,
    Event,
    Money,
    Percentage,
    Step,
    adding_up,
    in_words,
    portion,
    pounds,
    step,
    to_pence,
    to_percentage,
)

from . import advice
from .advice import Found
from .enforcement_facts import instruction_of
from .enforcement_methods import Fees, fees_of, last_day_of, ways_of
from .examples import EXAMPLES
from .interest import JudgmentInterest, interest_of
from .questions import DebtorHas, Inputs, JudgmentPayment, Terms
from .result_types import EarnsInterest, Period, Result, State, Way, WayRow

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "TURNS_ON", "DebtorHas", "EarnsInterest", "Inputs", "JudgmentPayment",
    "Period", "Result", "State", "Terms", "Way", "WayRow", "action", "calculate", "downloads", "events",
]  # fmt: skip

TITLE = "After a judgment"
ACTION = "Show what they owe today"
LEADS_TO = ("payment_plan", "payment_plan_agreement")
TURNS_ON = "expected_result"


def calculate(inputs: Inputs) -> Result:
    """What is owed on a judgment today, and the order in which to enforce it.

    Simple interest on the amount due, days / 365, rounded once, half up; payments come off the judgment first. The
    likely result takes the fee as paid now, and as recovered with the debt if that is collected.
    """
    interest = interest_of(inputs)
    owed = max(NIL, inputs.judgment_amount - inputs.paid + interest.interest)
    ways = ways_of(inputs, owed)
    first = ways[0].way
    fees = fees_of(first, inputs, owed)
    found = Found(
        owed=owed, interest=interest, first=first, fees=fees, state=advice.state_of(inputs, owed, first),
        break_even=_break_even(first, owed, fees),
    )  # fmt: skip
    return Result(
        headline=advice.headline(inputs, found),
        lead=advice.lead(inputs, found),
        owed_today=owed,
        overdue=advice.late_since(inputs),
        interest_and_compensation=interest.interest,
        daily_interest=interest.a_day if owed else Decimal(0),
        enforcement_fee=fees.first if owed else NIL,
        amount_owed=inputs.left,
        judgment_paid=inputs.paid,
        can_enforce=found.state,
        earns_interest=interest.earns,
        first_way=found.first,
        enforce_from=advice.enforce_from(inputs),
        last_day_to_enforce=last_day_of(inputs),
        expected_result=_expected(inputs, owed, fees) if found.break_even else None,
        break_even_chance=found.break_even,
        counted_to=inputs.interest_to,
        ways_in_short=tuple(_in_short(one) for one in ways) if owed else (),
        ways=ways if owed else (),
        instruction=tuple(instruction_of(inputs, found.first, owed, interest, fees.first)) if owed else (),
        periods=interest.periods,
        working=tuple(_working(inputs, interest, owed)),
        cautions=tuple(advice.cautions(inputs, found)),
        next_steps=tuple(advice.next_steps(inputs, found)),
        sources=tuple(advice.sources(inputs, found)),
    )


def _in_short(row: WayRow) -> str:
    """A method with its form and fee: County Court bailiffs (warrant of control), form N323, £96."""
    form = f", form {row.form.removeprefix('Form ')}" if row.form else ""
    fee = f", {pounds(row.fee)}" if row.fee is not None else ""
    return f"{row.way}{form}{fee}"


def _expected(inputs: Inputs, owed: Money, fees: Fees) -> Money:
    """The likely result: chance x (debt + court fees) - court fees - (100% - chance) x the officer's fee."""
    chance, paid = inputs.chance_of_collecting, fees.court_total
    return to_pence(portion(owed + paid, chance) - paid - portion(fees.officer, 100 - chance))


def _break_even(first: Way, owed: Money, fees: Fees) -> Percentage | None:
    """The chance, in per cent, at which the likely result is zero.

    None if the fee isn't known, if nothing is owed, or if the step brings in no money itself.
    """
    if fees.court is None or not owed or first is Way.order_to_obtain_information:
        return None
    spent = fees.court_total + fees.officer
    return to_percentage(spent / (owed + spent))


def _working(inputs: Inputs, interest: JudgmentInterest, owed: Money) -> Iterator[Step]:
    lines = [
        step(f"{in_words(one.starts)} to {in_words(one.ends)}: {pounds(one.balance)} for {one.days} days", one.interest)
        for one in interest.periods
    ]
    if lines:
        yield from adding_up("Interest since the judgment", lines)
    whole = inputs.judgment_amount - inputs.paid + interest.interest
    parts = [
        step("Judgment", inputs.judgment_amount),
        step("Paid since the judgment", -inputs.paid),
        step("Interest since the judgment", interest.interest, interest.rate),
        *([step("Amount overpaid", owed - whole)] if owed != whole else []),
    ]
    yield from adding_up("Owed to you today", parts)


def action(result: Result) -> Action | None:
    """A link to the page that explains the next step."""
    if result.can_enforce is State.paid:
        return None
    if result.can_enforce is State.set_aside:
        return Action(label="See how to answer them", page="not-simple/judgment#set-aside")
    return Action(label="See how to apply", page="not-simple/judgment#ignored")


def events(result: Result) -> Iterator[Event]:
    """The dates to keep: the first date to enforce the judgment, and the last to send bailiffs or sheriff officers."""
    if result.can_enforce is State.paid:
        return
    if result.enforce_from and result.enforce_from > result.counted_to:
        yield Event(key="judgment-enforce-from", day=result.enforce_from, title="You can enforce the judgment")
    if result.last_day_to_enforce and result.last_day_to_enforce > result.counted_to:
        yield Event(
            key="judgment-last-day", day=result.last_day_to_enforce,
            title="Last day to send in bailiffs or sheriff officers for the judgment",
        )  # fmt: skip


def downloads(result: Result) -> tuple[Download, ...]:
    """The facts for the form, as plain text."""
    if not result.instruction:
        return ()
    return (
        Download(
            name="enforcement.txt", label="Save the wording as text", type="text/plain",
            make=lambda: "\n".join((*result.instruction, "")),
        ),
    )  # fmt: skip
