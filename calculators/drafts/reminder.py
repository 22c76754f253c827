"""A first reminder: friendly, short, and with a day to answer by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import Download, Draft, Example, Letter, Paragraph, Problem, in_words, letters

TITLE = "A friendly reminder"
ACTION = "Write the letter"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    days_to_answer: int = letters.days_to_answer(7)

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
        return letters.not_late_yet(self)


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """A reminder that asks for the money or an answer by a working day."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    return letters.write(
        inputs,
        _paragraphs(inputs, day),
        does=f"reminds {letters.to_whom(inputs)} of {letters.owed(inputs)} and asks for an answer by {in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=(CHECK,),
        next_steps=NEXT_STEPS,
    )


def _paragraphs(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield from letters.top(inputs, f"Reminder: {letters.invoices(inputs)}")
    yield Paragraph(
        f"I hope you are well. My records show that {letters.sum_in(inputs.amount_owed)} for "
        f"{letters.for_what(inputs)} is still to be paid. It was due on {letters.due_on(inputs)}.",
        "Facts, and no blame. It may be an oversight, and this lets them put it right without losing face.",
    )
    yield from letters.on_top(inputs)
    yield from _ways_out(inputs)
    yield Paragraph(
        f"Please pay, or tell me when you will, by {in_words(day)}.",
        "One clear request with one day. “As soon as possible” is easy to put off.",
    )
    yield letters.how_to_pay(inputs)
    yield Paragraph("I enclose a copy of the invoice.", "The commonest answer to a reminder is that it never came.")
    yield Paragraph(
        "Thank you for your business. I look forward to working with you again.",
        "You want the money and the customer. Say so. Take it out if it is not true.",
    )
    yield letters.bottom(inputs)


def _ways_out(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "If the money is already on its way, thank you, and please forget this letter.",
        "Letters and payments cross. This keeps yours from giving offence.",
    )
    yield Paragraph(
        "If something was not right with the invoice or with what I did, please tell me now, so that I can mend it.",
        "If there is a dispute, you want to hear of it early. Their silence may help you later.",
    )
    yield Paragraph(
        "If money is short at the moment, please call me. I would rather agree on dates that you can keep than hear "
        "nothing.",
        "Somebody who cannot pay hides. An open door gets you an answer and often a first payment.",
    )


CHECK = (
    "Look first whether the mistake is yours: the name on the invoice, their order number, the address, or a payment "
    "that you have not seen."
)

NEXT_STEPS = (
    "Send it once, then wait. Mark the last day to answer in your calendar.",
    "If you hear nothing, call them. Ask, listen, and agree on a day that both of you can keep.",
    "Keep a copy with the date and the way you sent it.",
)


def downloads(result: Draft) -> tuple[Download, ...]:
    """The letter as a text file."""
    return (letters.download("reminder", result),)


EXAMPLES = (
    Example(
        title="A garden designer reminds a company",
        story="A company has not paid for a planting plan. The names and sums are ours.",
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
        today=date(2026, 11, 22),
    ),
    Example(
        title="A car valeting company reminds a dealership",
        story=(
            "A big car dealership has not paid the firm that cleans its cars. Later it will say that some are damaged. "
            "The debt is from a true story; the names and the sums are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "8000",
            "interest_and_compensation": "677.78",
            "daily_interest": "2.5753",
            "invoice_numbers": "310",
            "what_for": "cleaning 160 cars in February 2026",
            "due_date": "2026-03-31",
            "your_name": "Ada Brown",
            "your_business": "Brown Valeting Ltd",
            "customer_name": "Example Motors plc",
            "days_to_answer": "10",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare letter",
        story="Nothing is filled in. Copy it and write over the brackets.",
        values={},
        today=date(2026, 11, 22),
    ),
)
