"""What the reader is told."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Figure, Source, Step, shared, tell


class Task(Choice):
    """Something to do."""

    reminder = "Send a friendly reminder"
    call = "Phone, and ask for a payment date"
    second_letter = "Send a second letter"
    hold_notice = "Tell them work is on hold"
    letter_before_claim = "Send a letter before claim"
    first_day_to_claim = "First day to start a claim"
    commissioner = "Complain to the Small Business Commissioner"
    vat_relief = "Reclaim the VAT on the bad debt"
    advice = "Get advice about the time limit"
    limitation = "Last safe day to start a claim"

    @property
    def page(self) -> str:
        """The page for the task: a letter, a calculator or, if there's neither, the one on time limits."""
        return PAGES.get(self.name, "time-limit")

    @property
    def carries(self) -> tuple[str, ...]:
        """The fields to fill in on that page: the claim and, for the letter before claim, the days to reply."""
        if "/" not in self.page:
            return ()
        return (*shared.CARRIED, "days_to_answer") if self is Task.letter_before_claim else shared.CARRIED


PAGES = {
    "reminder": "drafts/reminder",
    "call": "talk",
    "second_letter": "drafts/reminder#reminders_sent=one",
    "hold_notice": "drafts/hold_work_notice",
    "letter_before_claim": "drafts/letter_before_claim",
    "commissioner": "calculators/commissioner",
    "vat_relief": "calculators/vat_relief",
    "first_day_to_claim": "calculators/court_costs",
}
"""The page for each task, relative to the root of the site."""


class SetBy(Choice):
    """Who sets a date."""

    suggestion = "Our suggestion"
    law = "The law or court rules"
    yours = "Your choice"


@dataclass(frozen=True, kw_only=True)
class InvoiceLimit:
    """The time limit of one invoice; each has its own."""

    invoice: int = tell("Invoice")
    number: str = tell("Number", absent="")
    last_day_to_pay: date = tell("Last day to pay")
    time_runs_from: date = tell("Date the time limit runs from")
    last_safe_date: date = tell("Last safe day to start a claim")
    in_time: bool = tell("Still in time?")


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """A step of the plan, with the date to take it, the latest date for it, or both."""

    step: Task = tell("What to do")
    day: date | None = tell("Date", absent="")
    by: date | None = tell("Latest date", absent="no fixed date")
    why: str = tell("Why")
    set_by: SetBy = tell("Who sets the date")
    source: Figure | None = tell("Source", absent="")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What to say in the letter or call for a step, in a line."""

    step: Task = tell("What to do")
    words: str = tell("What to say")


@dataclass(frozen=True, kw_only=True)
class NextDate:
    """One of the next dates in the plan."""

    what: Task = tell("What to do")
    day: date = tell("Date")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `last_safe_date` is earlier than the last day the law allows, never later.

    With several invoices, the dates are those of the invoice whose time limit ends first, of those still in time.
    """

    headline: str
    first_day_to_claim: date | None = tell("First day to start a claim", key=True, absent="get advice first")
    last_safe_date: date = tell("Last safe day to start a claim", key=True)
    last_day_to_pay: date = tell("Last day to pay")
    time_runs_from: date = tell("Date the time limit runs from")
    reply_days: int = tell("Days to reply to a letter before claim")
    commissioner_until: date | None = tell(
        "Last day to complain to the Small Business Commissioner", absent="not for this customer"
    )
    vat_relief_from: date = tell("First day to reclaim VAT on the bad debt")
    vat_relief_until: date = tell("Last day to reclaim VAT on the bad debt")
    planned_from: date = tell("Start date of the plan")
    next_dates: tuple[NextDate, ...] = tell("Your next dates", key=True)
    wording: tuple[Wording, ...] = tell("What to say at each step")
    per_invoice: tuple[InvoiceLimit, ...] = tell("Breakdown by invoice")
    plan: tuple[PlanStep, ...] = tell("Your plan")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
