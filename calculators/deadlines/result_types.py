"""What the reader is told."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Figure, Source, Step, tell


class Task(Choice):
    """What there is to do."""

    reminder = "Send a friendly reminder"
    call = "Call, and ask for a day to pay"
    second_letter = "Write a second time"
    hold_notice = "Tell them that work is on hold"
    letter_before_claim = "Send a letter before claim"
    first_day_to_claim = "First day to start a claim"
    commissioner = "Complain to the Small Business Commissioner"
    vat_relief = "Claim VAT back on the bad debt"
    advice = "Get advice about the time limit"
    limitation = "Last safe day to start a claim"


class SetBy(Choice):
    """Who sets a day."""

    suggestion = "Our suggestion"
    law = "The law or court rules"


@dataclass(frozen=True, kw_only=True)
class InvoiceLimit:
    """The time limit of one invoice: each has its own."""

    invoice: int = tell("Invoice")
    number: str = tell("Number", absent="")
    last_day_to_pay: date = tell("Last day to pay")
    time_runs_from: date = tell("Time limit counted from")
    last_safe_date: date = tell("Last safe day to start a claim")
    in_time: bool = tell("Still in time?")


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """One step: the day to take it, or the day by which it must be taken."""

    step: Task = tell("What to do")
    day: date | None = tell("Day", absent="")
    by: date | None = tell("At the latest", absent="no fixed day")
    why: str = tell("Why")
    set_by: SetBy = tell("Who sets the day")
    source: Figure | None = tell("Source", absent="")


@dataclass(frozen=True, kw_only=True)
class NextDate:
    """One of the next dates to keep."""

    what: Task = tell("What to do")
    day: date = tell("Date")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `last_safe_date` is earlier than the law's own last day, never later.

    Of several invoices the dates are those of the one whose time ends first, of those that are still in time.
    """

    headline: str
    first_day_to_claim: date | None = tell("First day to start a claim", key=True, absent="get advice first")
    last_safe_date: date = tell("Last safe day to start a claim", key=True)
    last_day_to_pay: date = tell("Last day to pay")
    time_runs_from: date = tell("The time limit is counted from")
    reply_days: int = tell("Days that they get to answer a letter before claim")
    commissioner_until: date | None = tell(
        "Last day to complain to the Small Business Commissioner", absent="not about this customer"
    )
    vat_relief_from: date = tell("VAT on the bad debt can be claimed back from")
    vat_relief_until: date = tell("VAT on the bad debt can be claimed back until")
    planned_from: date = tell("Planned from")
    next_dates: tuple[NextDate, ...] = tell("Your next dates", key=True)
    per_invoice: tuple[InvoiceLimit, ...] = tell("Invoice by invoice")
    plan: tuple[PlanStep, ...] = tell("Your plan")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
