"""An offer to settle for less, with a deadline, which the judge doesn't see before deciding the case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import (
    Draft,
    Example,
    Letter,
    Money,
    Nation,
    Paragraph,
    Problem,
    ask,
    in_words,
    letter_files,
    letters,
    next_working_day,
    pounds,
    shared,
)

from . import _examples, _interest

TITLE = "Offer to settle, without prejudice"
ACTION = "Write the offer"
MARK = "WITHOUT PREJUDICE SAVE AS TO COSTS"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    settlement_amount: Money | None = letters.settlement_amount()
    disputed: bool = letters.disputed()
    what_they_claim: str = letters.what_they_claim(more=True)
    days_to_answer: int = letters.days_to_answer(14)
    days_to_pay: int = ask(
        "How many more days do they get to pay?", noun="the number of days to pay", group=shared.DATES,
        more=True, low=0, high=90,
        default=14, hint="Counted from the last day to reply. For example, 14",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Problems with the letter, or an offer of more than the debt."""
        yield from Letter.problems(self)
        yield from letters.too_much(self, self.settlement_amount)


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An offer that ends on a working day; payment is due on that working day or a later one."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    takes = "less" if inputs.settlement_amount is None else pounds(inputs.settlement_amount)
    return letters.write(
        inputs,
        _paragraphs(inputs, day, _pay_by(inputs, day)),
        does=f"offers to accept {takes} from {letters.to_whom(inputs)} to settle {letters.owed(inputs)}, and gives "
        f"them until {in_words(day)} to reply",
        asks_for=inputs.settlement_amount,
        reply_by=day,
        cautions=_cautions(inputs),
        next_steps=NEXT_STEPS,
        elsewhere=ELSEWHERE,
        could_add=_interest.could_add(inputs),
    )


def _pay_by(inputs: Inputs, day: date) -> date:
    return next_working_day(day + timedelta(days=inputs.days_to_pay), inputs.nation.name)


def _paragraphs(inputs: Inputs, day: date, pay_by: date) -> Iterator[Paragraph]:
    yield Paragraph(
        MARK,
        "A judge isn’t shown an offer marked like this before deciding who’s right. It may be shown afterwards, when "
        "the court decides who pays the costs.",
    )
    yield from letters.top(inputs, f"Offer to settle: {letters.invoices(inputs)}")
    yield from _where_we_stand(inputs)
    yield from _terms(inputs, pay_by)
    yield from _until(inputs, day)
    yield letters.how_to_pay(inputs)
    yield letters.bottom(inputs)


def _where_we_stand(inputs: Inputs) -> Iterator[Paragraph]:
    sure = "I am confident in my case, but settling" if inputs.disputed else "Settling"
    yield Paragraph(
        f"{letters.sum_in(inputs.amount_owed)} for {letters.for_what(inputs)} {letters.fell_due(inputs)}. {sure} now "
        "would save us both time and money, and I would like to go on working with you.",
        "This says why you’d accept less. It’s to save time and trouble, not because you doubt your claim.",
    )
    yield from letters.on_top(inputs)


def _terms(inputs: Inputs, pay_by: date) -> Iterator[Paragraph]:
    sum_offered = letters.sum_in(inputs.settlement_amount, "amount you would accept")
    yield Paragraph(
        f"I offer to accept {sum_offered} in full and final settlement, provided that it reaches my account by "
        f"{in_words(pay_by)}. This includes VAT and interest.",
        "This gives one amount and one date, and says what’s included, so nobody can add anything or take anything off "
        "later.",
    )
    yield Paragraph(
        f"If I receive it on time, I will make no further claim about {letters.invoices(inputs)}{_their_side(inputs)}",
        "This is what you offer them in return for paying. You only give up the rest if the money arrives on time.",
    )
    if not inputs.disputed:
        yield _to_be_signed(inputs)


def _to_be_signed(inputs: Inputs) -> Paragraph:
    """What an undisputed debt needs as well: a deed or, in Scotland, where a promise alone is binding, an agreement."""
    scottish = inputs.nation is Nation.scotland
    what = "agreement" if scottish else "deed"
    return Paragraph(
        f"If you accept, I will send you a short {what} setting out these terms for us both to sign, so that they are "
        "binding.",
        "Both of you can then show what was agreed."
        if scottish
        else "A promise to take less for a debt that nobody disputes isn’t binding on its own. It needs a "
        "deed, or something new in return.",
    )


def _their_side(inputs: Inputs) -> str:
    if not inputs.what_they_claim:
        return "."
    return f", and you will make no further claim against me about {letters.sentence(inputs.what_they_claim, '')}"


def _until(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"This offer is open until the end of {in_words(day)}. To accept it, please write to me so that I have your "
        "reply by then. After that, the offer lapses.",
        "Without a deadline they can put it off for ever. A deadline helps people decide.",
    )
    yield Paragraph(
        "If you do not accept, or do not pay on time, this offer falls away and the full amount remains due. If the "
        "matter then goes to court, I may show this letter to the court when it decides who pays the costs.",
        (
            "They can’t pay late and still hold you to the lower amount. The second sentence is what “save as to "
            "costs” means."
        ),
    )
    yield Paragraph(
        "If this does not suit you, please call me or make me an offer of your own. I am also willing to use a "
        "mediator.",
        "They may say no to this and yes to something else, so invite them to suggest it.",
    )


def _cautions(inputs: Inputs) -> Iterator[str]:
    yield "If they accept in time, you are bound. Don’t offer anything you’d regret."
    yield (
        "The words “without prejudice” only protect a genuine attempt to settle a dispute. Keep reminders and other "
        "business out of this letter."
        if inputs.disputed
        else "The words “without prejudice” protect talks about a dispute. If they admit the debt, don’t count on this "
        "letter staying private."
    )
    yield (
        "This is not a “Part 36” offer, because Part 36 does not apply on the small claims track. The loser there "
        "rarely pays costs, so the point of making an offer is to reach a settlement."
    )
    if letters.is_person(inputs.customer_type):
        yield f"Ask for one payment, soon, as this draft does. {letters.CREDIT}"
    yield letters.LOWER_PRICE


ELSEWHERE = {
    Nation.scotland: (
        "In Scotland costs are called expenses, and a promise to take less can be binding without a deed. Ask a "
        "Scottish solicitor to look at the wording."
    ),
    Nation.northern_ireland: "Ask a solicitor in Northern Ireland to look at the wording.",
}

NEXT_STEPS = (
    "Use the settlement range calculator to work out the least you’d accept, and keep it to yourself.",
    "Send the offer on its own, by email or post, and keep a copy separate from your other letters.",
    "If they accept, put the whole deal in writing for you both to sign. You can use our settlement agreement.",
)

downloads = letter_files("offer_without_prejudice")

EXAMPLES = (
    Example(
        title="The valeting company makes an offer",
        story=(
            "A valeting company is owed fees by a large car dealership, which says that cars were damaged. The story "
            "is true; the names, the amounts and the offer are made up."
        ),
        values={
            **_examples.VALETING,
            "settlement_amount": "6500",
            "disputed": "yes",
            "what_they_claim": "the damage to four cars described in your letter of 9 April 2026",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A debt that nobody disputes",
        story="A sole trader admits a debt and can’t pay it all. We made up the names and amounts.",
        values={**_examples.REPAIRS, "settlement_amount": "1500", "disputed": "no", "days_to_pay": "7"},
        today=_examples.TODAY,
    ),
    _examples.bare("Blank offer letter"),
)
