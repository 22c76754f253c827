"""What the reader is told."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from calculators.kernel import Choice, Draft, Event, Money, tell


class PlanState(Choice):
    """How the plan is going."""

    on_track = "On track"
    late = "A payment is late"
    warned = "Late, but they still have time to pay after your warning"
    broken = "Broken: the time in your warning is up"
    paid_off = "Paid off"


class InstalmentState(Choice):
    """How one instalment is going."""

    paid = "Paid"
    paid_late = "Paid late"
    part_paid = "Part paid, late"
    late = "Late"
    due_today = "Due now"
    to_come = "Not due yet"


@dataclass(frozen=True, kw_only=True)
class TrackedInstalment:
    """One instalment, or the deposit as number 0, with what has been paid of it; payments go to the earliest first."""

    number: int = tell("Instalment")
    due: date = tell("Due")
    payment: Money = tell("Amount", totalled=True)
    paid: Money = tell("Paid", totalled=True)
    paid_on: date | None = tell("Paid in full on", absent="")
    state: InstalmentState = tell("Status")


@dataclass(frozen=True, kw_only=True)
class Result(Draft):
    """What the reader is told, with a letter if a payment is late; `balance` includes the plan's own interest."""

    LETTER_FIRST: ClassVar[bool] = False

    state: PlanState = tell("How the plan is going", verdict=True)
    arrears: Money = tell("Amount overdue now", key=True)
    paid_so_far: Money = tell("Paid under the plan")
    balance: Money = tell("Amount left to pay under the plan", key=True)
    next_due: date | None = tell("Next instalment due", absent="", key=True)
    next_amount: Money | None = tell("Amount of the next instalment", absent="")
    pay_by: date | None = tell("Last date to pay after your warning", absent="", key=True)
    due_on_default: Money | None = tell("Amount due at once if they still don’t pay", absent="")
    days_late: int | None = tell("Days late", absent="")
    paid_too_much: Money | None = tell("Overpaid under the plan", absent="")
    schedule: tuple[TrackedInstalment, ...] = tell("Instalment by instalment")
    checked_on: date = tell("Date used for this check")
    dates: tuple[Event, ...]
