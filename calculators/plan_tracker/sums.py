"""What the payments have paid off, what is late, and what falls due if a warning runs out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calculators import payment_plan
from calculators.kernel import NIL, Money
from calculators.late_payment_interest import Payment
from calculators.payment_plan.result_types import Instalment

from .questions import Inputs
from .result_types import InstalmentState, PlanState, TrackedInstalment

LATE = (InstalmentState.late, InstalmentState.part_paid)


@dataclass(frozen=True, kw_only=True)
class Tracked:
    """A plan with the payments so far, as at the date of the answer."""

    inputs: Inputs
    plan: payment_plan.Result
    rows: tuple[TrackedInstalment, ...]

    @cached_property
    def paid(self) -> Money:
        """The total paid since the plan was agreed."""
        return sum((one.amount for one in counted(self.inputs)), NIL)

    @cached_property
    def late(self) -> tuple[TrackedInstalment, ...]:
        """The instalments that are late."""
        return tuple(one for one in self.rows if one.state in LATE)

    @property
    def arrears(self) -> Money:
        """The amount unpaid on the late instalments."""
        return sum((one.payment - one.paid for one in self.late), NIL)

    @property
    def balance(self) -> Money:
        """The amount left to pay if the plan continues."""
        return max(NIL, self.plan.total - self.paid)

    @property
    def too_much(self) -> Money:
        """What they have paid beyond the plan."""
        return max(NIL, self.paid - self.plan.total)

    @property
    def upcoming(self) -> TrackedInstalment | None:
        """The next instalment that isn't paid or late; None if the plan is broken and everything is due at once."""
        if self.state is PlanState.broken:
            return None
        open_still = (InstalmentState.to_come, InstalmentState.due_today)
        return next((one for one in self.rows if one.state in open_still), None)

    @cached_property
    def state(self) -> PlanState:
        """How the plan is going; a warning counts only if an instalment that is late now was due before it."""
        if not self.balance:
            return PlanState.paid_off
        if not self.late:
            return PlanState.on_track
        warned = self.inputs.warned_on
        if warned is None or all(one.due >= warned for one in self.late):
            return PlanState.late
        return PlanState.warned if self.inputs.letter_date <= self.pay_by else PlanState.broken

    @property
    def pay_by(self) -> date:
        """The last date to pay after the warning that was sent or, if none counts, the one that the letter gives."""
        warned = self.inputs.warned_on
        if warned is None or all(one.due >= warned for one in self.late):
            warned = self.inputs.letter_date
        return payment_plan.pay_by(self.inputs.plan, warned)

    @cached_property
    def on_default(self) -> Money:
        """The amount that falls due at once: the unpaid debt, with the plan's interest to the date of the answer."""
        paid = ((one.date, one.amount) for one in counted(self.inputs))
        return payment_plan.owed_on(self.inputs.plan, paid, self.inputs.letter_date)


def counted(inputs: Inputs) -> list[Payment]:
    """The payments since the plan was agreed, in date order; earlier ones count towards the debt before the plan."""
    return sorted((one for one in inputs.payments if one.date >= inputs.agreement_date), key=lambda one: one.date)


def tracked(inputs: Inputs) -> Tracked:
    """The plan with each payment set against the earliest unpaid instalment."""
    plan = payment_plan.calculate(inputs.plan)
    return Tracked(inputs=inputs, plan=plan, rows=tuple(_rows(inputs, plan.schedule)))


def _rows(inputs: Inputs, schedule: Sequence[Instalment]) -> Iterator[TrackedInstalment]:
    came = [(one.date, one.amount) for one in counted(inputs)]
    before = NIL
    for row in schedule:
        paid = min(row.payment, max(NIL, sum((amount for _, amount in came), NIL) - before))
        on = _reached(came, before + row.payment)
        before += row.payment
        yield TrackedInstalment(
            number=row.number, due=row.due, payment=row.payment, paid=paid, paid_on=on,
            state=_state(inputs, row, paid, on),
        )  # fmt: skip


def _reached(came: Sequence[tuple[date, Money]], wanted: Money) -> date | None:
    """The date on which the payments came to `wanted` in total; None if they haven't."""
    so_far = NIL
    for day, amount in came:
        so_far += amount
        if so_far >= wanted:
            return day
    return None


def _state(inputs: Inputs, row: Instalment, paid: Money, on: date | None) -> InstalmentState:
    """The state of an instalment: late after its due date or, if that isn't a working day, the next working day."""
    last = payment_plan.arrives_by(inputs.nation, row.due)
    if on:
        return InstalmentState.paid if on <= last else InstalmentState.paid_late
    if last < inputs.letter_date:
        return InstalmentState.part_paid if paid else InstalmentState.late
    return InstalmentState.due_today if row.due <= inputs.letter_date else InstalmentState.to_come
