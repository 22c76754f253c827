"""A short, friendly reminder with a date to reply by, which mentions any earlier reminders and promises."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import (
    Draft,
    Example,
    LateLetter,
    Paragraph,
    Problem,
    ask,
    ask_again,
    in_words,
    letter_files,
    letters,
    shared,
)
from calculators.next_step import Inputs as NextStepInputs
from calculators.next_step.questions import Reminders

from . import _examples, _interest

TITLE = "A friendly reminder"
ACTION = "Write the letter"
SO_FAR = "What has happened so far"


@dataclass(frozen=True, kw_only=True)
class Inputs(LateLetter):
    """What the reader is asked."""

    reminders_sent: Reminders = ask_again(
        NextStepInputs.__dataclass_fields__["reminders_sent"], group=SO_FAR, more=True,
    )  # fmt: skip
    reminded_on: date | None = ask(
        "When did you last remind them?", noun="the date of your last reminder", group=SO_FAR, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None, hint="Leave this blank if you haven’t yet.",
    )  # fmt: skip
    promise_made: bool = ask(
        "Have they promised to pay?", noun="whether they promised to pay", group=SO_FAR, more=True, default=False,
        hint="If they have, the letter says so.",
    )  # fmt: skip
    promised_by: date | None = ask(
        "What date did they promise to pay by?", noun="the date they promised to pay by", group=SO_FAR, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None, hint="Leave this blank if they gave no date.",
    )  # fmt: skip
    days_to_answer: int = letters.days_to_answer(7)

    @property
    def promised(self) -> bool:
        """Whether they've promised to pay, with or without a date."""
        return self.promise_made or self.promised_by is not None

    def problems(self) -> Iterator[Problem]:
        """Nothing to ask for, or dates in the wrong order."""
        yield from LateLetter.problems(self)
        if self.reminded_on and self.reminded_on > self.letter_date:
            yield Problem("reminded_on", "The date of your last reminder can’t be after the date on the letter.")
        if self.promised_by and self.promised_by >= self.letter_date:
            yield Problem(
                "promised_by",
                "The date they promised to pay by must be before the date on the letter. If it isn’t, wait until "
                "it’s passed.",
            )


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """A reminder that asks for payment or an answer by a working day."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    return letters.write(
        inputs,
        _late(inputs, day) if inputs.paid_late else _unpaid(inputs, day),
        does=f"asks {letters.to_whom(inputs)} to pay {letters.owed(inputs)} or reply by {in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=(CHECK,),
        next_steps=NEXT_STEPS,
        could_add=_interest.could_add(inputs),
    )


def _unpaid(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield from letters.top(inputs, f"Reminder: {letters.invoices(inputs)}")
    yield Paragraph(
        f"{_greeting(inputs)}According to my records, {letters.sum_in(inputs.amount_owed)} for "
        f"{letters.for_what(inputs)} is still unpaid. It was due on {letters.due_on(inputs)}.",
        "This sticks to the facts, without blame. It may be an oversight, and this lets them put it right without "
        "embarrassment.",
    )
    yield from _before(inputs)
    yield from letters.on_top(inputs)
    yield from _ways_out(inputs)
    yield Paragraph(
        f"Please pay {letters.to_pay(inputs)} by {in_words(day)}, or let me know by then when you will pay.",
        "This makes one clear request, with one amount and one date. “As soon as possible” is easy to put off.",
    )
    yield letters.how_to_pay(inputs)
    yield Paragraph(
        "I enclose a copy of the invoice.", "The most common reply to a reminder is that the invoice never arrived."
    )
    yield _thanks()
    yield letters.bottom(inputs)


def _greeting(inputs: Inputs) -> str:
    """A friendly opening for a first reminder, unless they've promised to pay."""
    return "" if _reminded(inputs) or inputs.promised else "I hope you are well. "


def _reminded(inputs: Inputs) -> bool:
    return inputs.reminded_on is not None or inputs.reminders_sent is not Reminders.none


def _before(inputs: Inputs) -> Iterator[Paragraph]:
    """A paragraph on earlier reminders and any promise to pay, if there were any."""
    parts = [*_reminders(inputs), *_promise(inputs)]
    if parts:
        yield Paragraph(
            " ".join(parts),
            "This shows that you’ve been patient, and mentions any broken promise once, without blame. Your records "
            "should have the dates.",
        )


def _reminders(inputs: Inputs) -> Iterator[str]:
    if inputs.reminded_on:
        yield f"I last wrote to you about this on {in_words(inputs.reminded_on)}."
    elif inputs.reminders_sent is Reminders.two_or_more:
        yield "I have written to you about this more than once."
    elif inputs.reminders_sent is Reminders.one:
        yield "I have written to you about this before."


def _promise(inputs: Inputs) -> Iterator[str]:
    if inputs.promised_by:
        yield (
            f"You told me that I would be paid by {in_words(inputs.promised_by)}, but the payment has not reached my "
            "account."
        )
    elif inputs.promise_made:
        yield "You have told me that you will pay, but the payment has not reached my account."


def _late(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    """The reminder for an invoice that was paid late, which asks for interest and compensation."""
    yield from letters.top(inputs, f"Interest on late payment: {letters.invoices(inputs)}")
    yield from letters.paid_late(inputs)
    yield Paragraph(
        f"Please pay {letters.to_pay(inputs)} by {in_words(day)}. If you think that this is wrong, please tell me why "
        "by then.",
        "This makes one clear request, with one date.",
    )
    yield letters.how_to_pay(inputs)
    yield Paragraph(
        "I enclose a sheet showing how the amount has been worked out.",
        "They can check the dates and the rate for themselves, and won’t need to query it.",
    )
    yield _thanks()
    yield letters.bottom(inputs)


def _ways_out(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "If you have already sent the payment, thank you, and please ignore this letter.",
        "Letters and payments can cross in the post. If you say so, your letter won’t cause offence.",
    )
    yield Paragraph(
        "If there is a problem with the invoice or with my work, please tell me now so that I can put it right.",
        "If there is a dispute, you want to hear about it early. If they say nothing now, that may help you later.",
    )
    yield Paragraph(
        "If money is short at the moment, please call me. I would rather agree dates that you can keep to than hear "
        "nothing.",
        "People who can’t pay tend to go quiet. If they feel they can talk to you, you’ll get an answer, and often a "
        "first payment.",
    )


def _thanks() -> Paragraph:
    return Paragraph(
        "Thank you for your business. I look forward to working with you again.",
        "You want both the money and the customer, so say so. Take this out if it isn’t true.",
    )


CHECK = (
    "First make sure the mistake isn’t yours. Check the name, order number and address on the invoice, and check your "
    "account in case they’ve already paid."
)

NEXT_STEPS = (
    "Send it once, then wait. Put the last day to reply in your calendar.",
    "If you hear nothing, call them. Ask, listen, and agree a date that both of you can keep to.",
    "Keep a copy, with a note of when and how you sent it.",
)

downloads = letter_files("reminder")

EXAMPLES = (
    Example(
        title="A garden designer reminds a company",
        story="A company hasn’t paid for a planting plan. We made up the names and amounts.",
        values={
            "customer_type": "company",
            "amount_owed": "3000",
            "invoice_numbers": "1041",
            "what_for": "the planting plan for your courtyard",
            "due_date": "2026-10-30",
            "your_name": "Sam Jones",
            "your_business": "Jones Garden Design",
            "customer_name": "Example Offices Ltd",
            "customer_contact": "Ms Patel",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A car valeting company sends a dealership a reminder",
        story=(
            "A big car dealership hasn’t paid the firm that cleans its cars. Later the dealership says that some of "
            "them were damaged. The debt is based on a real case; the names and amounts are made up."
        ),
        values={**_examples.VALETING, "daily_interest": "2.5753", "days_to_answer": "10"},
        today=_examples.TODAY,
    ),
    _examples.bare("Blank letter"),
)
