"""An offer to settle for less, with a deadline, that the judge does not see before the case is decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import (
    Download,
    Draft,
    Example,
    Letter,
    Money,
    Nation,
    Paragraph,
    Problem,
    ask,
    in_words,
    letters,
    next_working_day,
    pounds,
    shared,
)

TITLE = "Offer to settle, without prejudice"
ACTION = "Write the offer"
MARK = "WITHOUT PREJUDICE SAVE AS TO COSTS"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    settlement_amount: Money | None = letters.settlement_amount()
    disputed: bool = letters.disputed()
    what_they_claim: str = letters.what_they_claim()
    days_to_answer: int = letters.days_to_answer(14)
    days_to_pay: int = ask(
        "How many more days do they get to pay?", noun="the number of days to pay", group=shared.DATES, low=0, high=90,
        default=14, hint="Counted from the last day to answer. For example 14",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
        return letters.too_much(self, self.settlement_amount)


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An offer that ends on a working day, to be paid by a later one."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    takes = "less" if inputs.settlement_amount is None else pounds(inputs.settlement_amount)
    return letters.write(
        inputs,
        _paragraphs(inputs, day, _pay_by(inputs, day)),
        does=f"offers to take {takes} from {letters.to_whom(inputs)} for {letters.owed(inputs)}, until {in_words(day)}",
        asks_for=inputs.settlement_amount,
        reply_by=day,
        cautions=_cautions(inputs),
        next_steps=NEXT_STEPS,
        elsewhere=ELSEWHERE,
    )


def _pay_by(inputs: Inputs, day: date) -> date:
    return next_working_day(day + timedelta(days=inputs.days_to_pay), inputs.nation.name)


def _paragraphs(inputs: Inputs, day: date, pay_by: date) -> Iterator[Paragraph]:
    yield Paragraph(
        MARK,
        "A judge is not shown an offer marked like this before deciding who is right. Afterwards it may be shown, when "
        "the question is who pays the costs.",
    )
    yield from letters.top(inputs, f"Offer to settle: {letters.invoices(inputs)}")
    yield from _where_we_stand(inputs)
    yield from _terms(inputs, pay_by)
    yield from _until(inputs, day)
    yield letters.how_to_pay(inputs)
    yield letters.bottom(inputs)


def _where_we_stand(inputs: Inputs) -> Iterator[Paragraph]:
    sure = "I am confident of my case, but" if inputs.disputed else "Still,"
    yield Paragraph(
        f"{letters.sum_in(inputs.amount_owed)} for {letters.for_what(inputs)} {letters.fell_due(inputs)}. {sure} a "
        "quick end is worth something to both of us, and I would like to go on working with you.",
        "Why you offer less: not because you doubt your claim, but because time and peace have a price.",
    )
    yield from letters.on_top(inputs)


def _terms(inputs: Inputs, pay_by: date) -> Iterator[Paragraph]:
    sum_offered = letters.sum_in(inputs.settlement_amount, "the sum you would take")
    yield Paragraph(
        f"I offer to take {sum_offered} in full and final settlement, if it is in my account by {in_words(pay_by)}. "
        "VAT and interest are included.",
        "One sum and one day. It says what is in it, so that nobody can add to it or take from it later.",
    )
    yield Paragraph(
        f"When it has arrived on time, I will ask for nothing more on {letters.invoices(inputs)}.{_their_side(inputs)}",
        "This is what they get for paying. You give up the rest only once the money is there.",
    )
    if not inputs.disputed:
        yield Paragraph(
            "If you accept, I will send you a short deed with these terms for both of us to sign, so that it binds "
            "me as well as you.",
            "A promise to take less for a debt that nobody disputes does not bind by itself. A deed does, and so does "
            "something fresh in return.",
        )


def _their_side(inputs: Inputs) -> str:
    if not inputs.what_they_claim:
        return ""
    return f" You will ask for nothing more from me about this: {letters.sentence(inputs.what_they_claim, '')}"


def _until(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"This offer is open until the end of {in_words(day)}. To accept it, write to me so that your answer reaches "
        "me by then. After that day it is no longer open.",
        "An offer without an end can be left lying for ever. A date helps people decide.",
    )
    yield Paragraph(
        "If you do not accept, or do not pay on time, this offer falls away and the whole sum stays due.",
        "They must not be able to hold you to the lower sum and pay late.",
    )
    yield Paragraph(
        "If this does not suit you, please call me or make me an offer of your own. I am also willing to use a "
        "mediator.",
        "A no often turns into a different yes. Leave the door open.",
    )


def _cautions(inputs: Inputs) -> Iterator[str]:
    yield "If they accept in time, you are bound. Offer nothing that you would regret."
    yield (
        "The label protects only a real attempt to settle a dispute. Put no reminders or other business into this "
        "letter."
        if inputs.disputed
        else "The label protects talks about a dispute. If they admit the debt, do not count on it staying private."
    )
    yield (
        "This is not a “Part 36” offer, which has no place on the small claims track. The loser there rarely pays "
        "costs: the use of an offer is that it may be taken."
    )
    if letters.is_person(inputs.customer_type):
        yield f"Ask for one payment, soon, as this draft does. {letters.CREDIT}"
    yield "Ask your accountant what taking less means for the VAT on the invoice."


ELSEWHERE = {
    Nation.scotland: (
        "In Scotland costs are called expenses, and a promise to take less can bind without a deed. Ask a Scottish "
        "solicitor to look at the wording."
    ),
    Nation.northern_ireland: "Ask a solicitor in Northern Ireland to look at the wording.",
}

NEXT_STEPS = (
    "Work out with the settlement range calculator what the least is that you would take, and do not tell them.",
    "Send it by itself, by email or post, and keep a copy apart from your other letters.",
    "If they accept, write down the whole deal and sign it: use the settlement agreement.",
)


def downloads(result: Draft) -> tuple[Download, ...]:
    """The offer as a text file."""
    return (letters.download("offer_without_prejudice", result),)


EXAMPLES = (
    Example(
        title="The valeting company makes an offer",
        story=(
            "A valeting company is owed fees by a large car dealership, which says that cars were damaged. The story "
            "is true; the names, the sums and the offer are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "8000",
            "interest_and_compensation": "677.78",
            "invoice_numbers": "310",
            "what_for": "cleaning 160 cars in February 2026",
            "due_date": "2026-03-31",
            "settlement_amount": "6500",
            "disputed": "yes",
            "what_they_claim": "the damage to four cars of which you wrote on 9 April 2026",
            "your_name": "Ada Brown",
            "your_business": "Brown Valeting Ltd",
            "customer_name": "Example Motors plc",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A debt that nobody disputes",
        story="A sole trader admits a debt and cannot pay it all. The names and the sums are ours.",
        values={
            "customer_type": "sole_trader",
            "amount_owed": "1800",
            "invoice_numbers": "52",
            "what_for": "repairs to your van",
            "due_date": "2026-06-30",
            "settlement_amount": "1500",
            "disputed": "no",
            "days_to_pay": "7",
            "your_name": "Omar Reid",
            "your_business": "Reid Garage",
            "customer_name": "Jo Fenn",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare offer",
        story="Nothing is filled in. Copy it, write over the brackets, and put in your own dates.",
        values={},
        today=date(2026, 11, 22),
    ),
)
