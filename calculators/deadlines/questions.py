"""What the reader is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from calculators.kernel import (
    CustomerType,
    Money,
    Nation,
    Problem,
    TypedInvoice,
    ask,
    ask_again,
    in_words,
    letters,
    reminder_schedule,
    shared,
    unreadable_terms,
)

GAPS = "Days between the steps"

RULES_BEGIN = date(2018, 1, 1)
"""The earliest date for which our figures have all the rules that a plan needs."""


def _days_until(noun: str, usual: int, question: str, hint: str = "") -> Any:
    """A question that asks after how many days to take a step."""
    return ask(
        question, noun=f"the number of days until {noun}", group=GAPS, more=True, low=1, high=365, default=usual,
        hint=hint or f"We suggest {usual}.",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    due_date: date | None = shared.due_date(more=False)
    supplied_date: date | None = ask(
        "When did you deliver or finish the work?", noun="the date you delivered or finished the work",
        group=shared.DATES, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="The time limit can run from that date. We need it if you didn’t agree a due date. For example, 1 March "
        "2026",
    )  # fmt: skip
    invoices: tuple[TypedInvoice, ...] = ask(
        "Which invoices are unpaid, if there’s more than one?", noun="the list of invoices", row="invoice",
        group=shared.DATES, more=True, default=(),
        hint="Each invoice has its own time limit. We use these dates instead of the ones above.",
    )  # fmt: skip
    last_acknowledged: date | None = ask(
        "When did they last pay part of the debt, or admit in writing that they owe it?",
        noun="the date they last made a part payment or admitted the debt", group=shared.DATES, more=True,
        low=shared.EARLIEST,
        high=shared.LATEST, default=None, hint="This can restart the time limit. Leave this blank if they did neither.",
    )  # fmt: skip
    letter_sent: date | None = ask(
        "When did you send a letter before claim?", noun="the date you sent a letter before claim", group=shared.DATES,
        more=True, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="Leave this blank if you haven’t sent one.",
    )  # fmt: skip
    claim_value: Money | None = ask(
        "How much would you claim?", noun="the amount you would claim", group=shared.DEBT, more=True, low="0.01",
        high=shared.MOST, default=None,
        hint="Include interest and compensation. The amount decides which court deals with the claim.",
    )  # fmt: skip
    plan_from: date = ask(
        "When should the plan start?", noun="the date the plan starts", group=shared.DATES, more=True, low=RULES_BEGIN,
        high=shared.LATEST, today=True, hint="Leave this blank to use today’s date.",
    )  # fmt: skip

    reminder_days: int = _days_until(
        "the reminder", reminder_schedule.REMINDER, "How many days after the due date will you send a reminder?",
        hint="We suggest 1, the next day. If the invoice is already late, we count from the start of the plan.",
    )  # fmt: skip
    call_days: int = _days_until("the call", reminder_schedule.CALL, "How many days after the due date will you phone?")
    second_letter_days: int = _days_until(
        "the second letter",
        reminder_schedule.SECOND_LETTER,
        "How many days after the due date will you send a second letter?",
    )
    hold_notice_days: int = _days_until(
        "the notice that work is on hold",
        reminder_schedule.HOLD_NOTICE,
        "How many days after the due date will you put work on hold?",
    )
    letter_before_claim_days: int = _days_until(
        "the letter before claim", reminder_schedule.LETTER_BEFORE_CLAIM,
        "How many days after the due date will you send a letter before claim?",
    )  # fmt: skip
    days_to_answer: int | None = ask_again(
        letters.days_before_claim(), group=GAPS, question="How many days does the letter before claim give them to "
        "reply?",
        noun="the number of days in the letter before claim",
    )  # fmt: skip

    @property
    def own_gaps(self) -> tuple[str, ...]:
        """The names of the gaps that differ from the ones we suggest."""
        return tuple(name for name in IN_ORDER if getattr(self, name) != getattr(Inputs, name))

    def problems(self) -> Iterator[Problem]:
        """Problems with answers that are missing or contradict each other."""
        yield from _too_few_days(self)
        yield from _out_of_order(self)
        yield from unreadable_terms(self.invoices)
        yield from _undated(self.invoices)
        if self.due_date is None and self.supplied_date is None and not self.invoices:
            yield Problem(
                "due_date",
                "The due date is missing. If you didn’t agree one, write the date you delivered or finished the work.",
            )
        last = in_words(self.plan_from)
        if self.last_acknowledged and self.last_acknowledged > self.plan_from:
            yield Problem(
                "last_acknowledged",
                f"The date they last made a part payment or admitted the debt must be {last} or earlier.",
            )
        if self.letter_sent and self.letter_sent > self.plan_from:
            yield Problem("letter_sent", f"The date you sent a letter before claim must be {last} or earlier.")


def _too_few_days(inputs: Inputs) -> Iterator[Problem]:
    """A problem if the letter gives too few days to reply, unless the first time limit leaves no time for more."""
    from .invoice_time_limits import dated, leading  # not at the top, because that module imports this one

    has_dates = inputs.due_date or inputs.supplied_date or inputs.invoices
    invoices = () if not has_dates or any(_undated(inputs.invoices)) else dated(inputs)
    last = leading(invoices, inputs.plan_from).limit.last_safe if invoices else None
    yield from letters.too_few_days(inputs.days_to_answer, inputs.nation, inputs.customer_type, inputs.plan_from, last)


IN_ORDER = ("reminder_days", "call_days", "second_letter_days", "hold_notice_days", "letter_before_claim_days")
"""The steps before a claim, each on a later working day than the one before."""


def _out_of_order(inputs: Inputs) -> Iterator[Problem]:
    """Problems with steps that would come before the one that should come first."""
    for before, after in pairwise(IN_ORDER):
        least = getattr(inputs, before)
        if getattr(inputs, after) < least:
            earlier, later = (Inputs.__dataclass_fields__[name].metadata["ask"].noun for name in (before, after))
            other = earlier.removeprefix("the number of days until ")
            yield Problem(after, f"T{later[1:]} must be {least} or more, so it doesn’t come before {other}.")


def _undated(invoices: Sequence[TypedInvoice]) -> Iterator[Problem]:
    """Problems with rows that have no date to count from."""
    for number, one in enumerate(invoices, 1):
        if not (one.due_date or one.supplied_date or one.invoice_date or one.terms):
            yield Problem(
                f"invoices.{number}.due_date",
                f"Invoice {number}: The due date is missing. If you didn’t agree one, write the date you delivered or "
                "finished the work.",
            )
