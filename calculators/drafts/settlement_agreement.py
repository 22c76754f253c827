"""An agreement that ends a dispute for a lower sum: a contract, a deed or the ground for a court order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators import payment_plan
from calculators.kernel import (
    DEAL,
    Download,
    Draft,
    Example,
    Figure,
    Letter,
    Money,
    Nation,
    Paragraph,
    Problem,
    Source,
    ask,
    figure,
    in_words,
    letters,
    pounds,
    shared,
)
from calculators.payment_plan import Every

from . import _agreement

TITLE = "Settlement agreement"
ACTION = "Write the agreement"
COURT = "Court and mediation"
DAYS_OF_GRACE = 7
DAYS_FOR_MEDIATION = 14


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    settlement_amount: Money | None = letters.settlement_amount()
    disputed: bool = letters.disputed()
    what_they_claim: str = letters.what_they_claim()
    instalments: int = ask(
        "In how many payments?", noun="the number of payments", group=DEAL, low=1, high=60, default=1,
        hint="One is best. For example 6",
    )  # fmt: skip
    every: Every = ask(
        "How often, if there are several?", noun="how often they pay", group=DEAL, default=Every.month, more=True,
        hint="Choose what suits the day that money reaches them.",
    )  # fmt: skip
    first_payment_date: date | None = ask(
        "When is the first or only payment?", noun="the day of the first payment", group=shared.DATES,
        low=letters.EARLIEST, high=shared.LATEST, default=None, hint="Leave it empty for the last day to sign.",
    )  # fmt: skip
    future_terms: str = ask(
        "What have you agreed about working together from now on?", noun="what you agreed for the future", group=DEAL,
        high=400, default="", hint="Leave it empty if nothing. For example delivery dates, deposits, new prices",
    )  # fmt: skip
    claim_started: bool = ask(
        "Have you started a claim in court?", noun="whether you have started a claim", group=COURT, default=False,
        hint="Then the court can turn the agreement into an order.",
    )  # fmt: skip
    court_reference: str = ask(
        "What is the claim number?", noun="the claim number", group=COURT, high=60, default="", more=True,
        hint="It is on every letter from the court.",
    )  # fmt: skip
    back_to_mediation: bool = ask(
        "Must both try mediation before anything else, if it goes wrong?", noun="whether mediation comes first",
        group=COURT, default=True, hint="It costs a fortnight at most and may save the deal.",
    )  # fmt: skip
    days_to_answer: int = letters.days_to_answer(14)

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together, or make no plan."""
        yield from letters.too_much(self, self.settlement_amount)
        if self.instalments > 1 and letters.is_person(self.customer_type):
            yield Problem(
                "instalments",
                "The number of payments must be 1 with a person, a sole trader or a small firm. To take less and let "
                "them pay it in parts can be a credit agreement that needs a licence. Ask for one payment, use the "
                "payment plan draft, or let the court order instalments.",
            )
        elif asked := _asked_plan(self, letters.answer_by(self, self.days_to_answer)):
            yield from asked.problems()


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An agreement to take one sum for the whole; a deed where less is taken for a debt that nobody disputes."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    asked = _asked_plan(inputs, day)
    plan = payment_plan.calculate(asked) if asked else None
    sum_taken = "a lower sum" if inputs.settlement_amount is None else pounds(inputs.settlement_amount)
    return letters.write(
        inputs,
        _paragraphs(inputs, plan),
        does=f"settles {letters.owed(inputs)} with {letters.to_whom(inputs)} for {sum_taken}, says what happens if it "
        f"is not paid, and is to be signed by {in_words(day)}",
        asks_for=inputs.settlement_amount,
        reply_by=day,
        cautions=(*_cautions(inputs), *(payment_plan.day_cautions(asked) if asked else ())),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        sources=(Source(field="consent_order_fee", figure=fee) for fee in _order_fee(inputs)),
    )


def _asked_plan(inputs: Inputs, day: date) -> payment_plan.Inputs | None:
    """What the payment plan is asked about the agreed sum, once there is one; each payment is on a working day."""
    if inputs.settlement_amount is None:
        return None
    return payment_plan.Inputs(
        nation=inputs.nation,
        customer_type=inputs.customer_type,
        amount_owed=inputs.settlement_amount,
        instalments=inputs.instalments,
        every=inputs.every,
        first_payment_date=inputs.first_payment_date or day,
        agreement_date=inputs.letter_date,
    )


def _needs_deed(inputs: Inputs) -> bool:
    """Whether less is taken for a debt that nobody disputes; Scots law asks for nothing in return."""
    less = inputs.settlement_amount is None or inputs.settlement_amount != inputs.whole_sum
    return less and not inputs.disputed and inputs.nation is not Nation.scotland


# The agreement


def _paragraphs(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    deed = _needs_deed(inputs)
    yield from _agreement.parties(inputs, "SETTLEMENT DEED" if deed else "SETTLEMENT AGREEMENT")
    yield from _agreement.numbered(_clauses(inputs, plan))
    if inputs.instalments > 1 or plan is None:
        yield Paragraph(
            f"SCHEDULE\n{_agreement.schedule(plan)}",
            "Every day and every sum. If there is only one payment, put its day into the clause and take this out.",
        )
    yield from _agreement.deed_signatures(inputs) if deed else _agreement.signatures(inputs)


def _clauses(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield _matter(inputs)
    yield _payment(inputs, plan)
    yield _release(inputs)
    yield _breach(inputs)
    yield from _mediation(inputs)
    yield _force(inputs)
    yield from _future(inputs)
    yield from _closing(inputs)
    yield _agreement.last_clause(inputs)


def _matter(inputs: Inputs) -> Paragraph:
    debt = f"{letters.sum_in(inputs.whole_sum)} for {letters.for_what(inputs)}, due on {letters.due_on(inputs)}"
    if not inputs.disputed:
        return Paragraph(
            f"What this is about. The customer owes the supplier {debt}.{_their_claim(inputs)}",
            "They admit the whole debt. That lets it come back to life if the lower sum is not paid.",
        )
    return Paragraph(
        f"What this is about. The supplier says that the customer owes {debt}. The customer does not accept that it "
        f"owes all of this.{_their_claim(inputs)} Neither side admits that the other is right.",
        "What is settled must be named, or it may come up again. Both give something up, which is what makes it a "
        "deal.",
    )


def _their_claim(inputs: Inputs) -> str:
    if not inputs.what_they_claim:
        return ""
    return (
        f" The customer says that the supplier owes it money for this: {letters.sentence(inputs.what_they_claim, '')}"
    )


def _payment(inputs: Inputs, plan: payment_plan.Result | None) -> Paragraph:
    agreed = letters.sum_in(inputs.settlement_amount, "the sum agreed")
    once = plan and inputs.instalments == 1
    how = f"in one payment by {in_words(plan.last_due)}" if plan and once else "as the schedule says"
    return Paragraph(
        f"The payment. The customer pays the supplier {agreed} {how}, {_agreement.into(inputs)}. VAT, interest and "
        "costs are included.",
        "One sum with all that is in it, and a day. “Soon” is not a day.",
    )


def _release(inputs: Inputs) -> Paragraph:
    ends = "when both have signed" if inputs.disputed else "at the same time"
    theirs = f" The customer’s own claim, named above, ends {ends}." if inputs.what_they_claim else ""
    return Paragraph(
        "Full and final settlement. When the whole payment has arrived on time, neither side may claim anything more "
        f"from the other about {letters.invoices(inputs)} and the work or goods in it.{theirs}",
        "This is the heart of it. You let go only once you have the money.",
    )


def _breach(inputs: Inputs) -> Paragraph:
    start = (
        "If a payment is late. The supplier may warn the customer in writing. If the payment is still missing "
        f"{DAYS_OF_GRACE} days later,"
    )
    if inputs.disputed:
        return Paragraph(
            f"{start} all that is left of the sum agreed is due at once, and the supplier may claim it on this "
            "agreement alone.",
            "You need not prove the old debt again, only that they signed and did not pay. To ask for more than the "
            "sum agreed could be a penalty, since they never admitted more.",
        )
    return Paragraph(
        f"{start} the settlement falls away. The whole debt named above, less what has been paid, is then due at once.",
        "They admit the whole debt, so it may come back if they do not keep the deal. That is no penalty.",
    )


def _mediation(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.back_to_mediation:
        yield Paragraph(
            "Back to mediation. Before going to court about this agreement, each side must offer the other mediation "
            f"and wait {DAYS_FOR_MEDIATION} days for an answer. They share its cost equally. A side may go to court "
            "at once if a time limit is about to end.",
            "If it goes wrong, you talk first and spend less. The last sentence keeps anybody from running out your "
            "time.",
        )


def _force(inputs: Inputs) -> Paragraph:
    if not inputs.claim_started:
        return Paragraph(
            "A binding contract. This agreement binds both sides from the day when both have signed it. What was "
            "said on the way to it stays private and binds nobody.",
            "Without a claim in court a signed agreement is a contract. If they break it, you claim on it.",
        )
    number = letters.typed(inputs.court_reference, "claim number")
    return Paragraph(
        f"A court order. Both sides will ask the court to make an order by consent in these terms in claim {number}, "
        "and sign what is needed for it within 7 days. Until the order is made, both ask the court to wait.",
        "With a claim under way, the court can turn your deal into its own order. If they break that, you need no new "
        "claim to go on.",
    )


def _future(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.future_terms:
        yield Paragraph(
            f"Working together. From now on: {letters.sentence(inputs.future_terms, '')}",
            "A better contract can be worth more than the old debt, and it keeps the customer.",
        )


def _closing(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "Costs. Each side bears its own costs of this dispute, the mediator’s fee in the shares already agreed.",
        "Otherwise the next quarrel is about who pays for this one.",
    )
    yield Paragraph(
        "Private. Both keep these terms to themselves. They may tell their advisers and whoever the law says must "
        "know, and a court if the agreement is broken.",
        "Neither wants others to know what they gave. Take it out if it does not matter to you.",
    )


# What to know before signing it


def _cautions(inputs: Inputs) -> Iterator[str]:
    if _needs_deed(inputs):
        yield (
            "We wrote a deed. A promise to take less for a debt that nobody disputes does not bind by itself. It "
            "needs a deed, or something fresh in return. Follow the signing exactly."
        )
    if letters.is_person(inputs.customer_type):
        yield f"Your customer counts as a person here. Ask for one payment, soon. {letters.CREDIT}"
    for fee in _order_fee(inputs):
        yield (
            f"The court’s fee for an order by consent is {pounds(fee.value)}. Agree on who pays it. If the deal is "
            "only about money, ask the court staff which form of order suits."
        )
    yield "Once both have signed, you cannot ask for more. If a lot is at stake, let a solicitor read it first."
    yield "Ask your accountant what taking less means for the VAT on the invoice."


def _order_fee(inputs: Inputs) -> Iterator[Figure]:
    """What the court charges to make the agreement its order."""
    if inputs.claim_started and inputs.nation is Nation.england_wales:
        yield figure("england_wales.application_without_notice_fee", inputs.letter_date)


def _next_steps(inputs: Inputs) -> Iterator[str]:
    yield "Read it through together. Both sign both copies on the spot if you can, and each keeps one."
    if inputs.claim_started:
        yield "Send the signed agreement to the court with your request for an order, and keep to its dates until then."
    yield "Put each day for payment in your calendar, and look at your account on it."
    yield "If a payment does not come, call on the same day, then send the written warning."


ELSEWHERE = {
    Nation.scotland: (
        "Scots law binds people to promises in its own way, and asks for no deed and nothing in return. Courts there "
        "have their own steps to end a claim. Ask a Scottish solicitor."
    ),
    Nation.northern_ireland: (
        "Northern Ireland has its own rules on signing deeds and ending claims. Ask a solicitor there."
    ),
}


def downloads(result: Draft) -> tuple[Download, ...]:
    """The agreement as a text file."""
    return (letters.download("settlement_agreement", result),)


EXAMPLES = (
    Example(
        title="The recruitment debt, settled for less in parts",
        story=(
            "A firm was owed £30,000 for finding workers. The builder could not pay it all and disputed the "
            "contract. With a mediator it agreed to pay less, in parts, and dropped the dispute. The story is true; "
            "the names and the other sums are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "30000",
            "invoice_numbers": "704",
            "what_for": "finding 24 workers for the site in Leeds",
            "due_date": "2026-05-29",
            "settlement_amount": "24000",
            "disputed": "yes",
            "instalments": "6",
            "first_payment_date": "2026-12-31",
            "your_business": "Webb Recruitment Ltd",
            "customer_name": "Example Builders Ltd",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The supplier and the manufacturer carry on",
        story=(
            "A manufacturer did not pay its supplier, and said that late deliveries had cost it profit. In mediation "
            "they wrote new terms and went on working together. The story is true; the names and the sums are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "18000",
            "interest_and_compensation": "1258.90",
            "invoice_numbers": "2204",
            "what_for": "castings delivered in March 2026",
            "due_date": "2026-05-06",
            "settlement_amount": "15500",
            "disputed": "yes",
            "what_they_claim": "profit lost because of late deliveries in March 2026",
            "future_terms": "orders go out by the 5th of the month, and a delivery over 3 days late costs us 2% of it",
            "claim_started": "yes",
            "your_business": "Clark Castings Ltd",
            "customer_name": "Example Engines plc",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare agreement, where the debt is disputed",
        story="Nothing is filled in. Copy it, and write over the brackets.",
        values={},
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare deed, where nobody disputes the debt",
        story="Nothing is filled in. Copy it, and write over the brackets.",
        values={"disputed": "no"},
        today=date(2026, 11, 22),
    ),
)
