"""An agreement that ends a dispute for a lower amount: a contract, a deed or the terms of a court order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators import payment_plan
from calculators.kernel import (
    DEAL,
    Draft,
    Example,
    Letter,
    Money,
    Nation,
    Paragraph,
    Problem,
    Source,
    ask,
    in_words,
    letter_files,
    letters,
    pounds,
    shared,
)
from calculators.payment_plan import Every

from . import _agreement_parts, _examples, _interest
from ._consent_order_clauses import by_consent, order_fees, tomlin

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
    what_they_claim: str = letters.what_they_claim(more=True)
    instalments: int = ask(
        "How many payments will they make?", noun="the number of payments", group=DEAL, low=1, high=60, default=1,
        hint="One payment is safest. For instalments, enter how many. For example, 6",
    )  # fmt: skip
    every: Every = ask(
        "If there’s more than one payment, how often will they pay?", noun="how often they pay", group=DEAL,
        default=Every.month, more=True, hint="Match this to when they get paid.",
    )  # fmt: skip
    first_payment_date: date | None = ask(
        "When is the first or only payment due?", noun="the date of the first payment", group=shared.DATES, more=True,
        low=letters.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="Leave this blank to use the last day to sign.",
    )  # fmt: skip
    future_terms: str = letters.words(
        "What have you agreed about working together from now on?", noun="what you agreed for the future", group=DEAL,
        more=True,
        high=400, hint="Leave this blank if there’s nothing. For example, the customer will pay a 20% deposit",
    )  # fmt: skip
    keep_private: bool = ask(
        "Should the terms stay private?", noun="whether the terms stay private", group=DEAL, more=True, default=True,
        hint="An ordinary consent order is public.",
    )  # fmt: skip
    claim_started: bool = ask(
        "Have you started a court claim?", noun="whether you’ve started a claim", group=COURT,
        more=True, default=False,
        hint="Once there’s a claim, the court can turn the agreement into an order.",
    )  # fmt: skip
    court_reference: str = letters.words(
        "What is the claim number?", noun="the claim number", group=COURT, high=60, more=True,
        hint="It’s on every letter from the court.",
    )  # fmt: skip
    back_to_mediation: bool = ask(
        "If the deal breaks down, must you both try mediation before going to court?",
        noun="whether mediation comes first",
        group=COURT, more=True, default=True, hint="This takes a fortnight at most and may save the deal.",
    )  # fmt: skip
    days_to_answer: int = letters.days_to_answer(14)

    def problems(self) -> Iterator[Problem]:
        """A settlement above the debt, instalments for a person, and problems with the plan."""
        yield from letters.too_much(self, self.settlement_amount)
        if self.instalments > 1 and letters.is_person(self.customer_type):
            yield Problem(
                "instalments",
                "The number of payments must be 1 for an individual, a sole trader, a small firm or a club. If you "
                "take less and let them pay by instalments, that can be a credit agreement, and you have to be "
                "authorised to make one. Ask for one payment, use the payment plan draft, or let the court order "
                "instalments.",
            )
        elif asked := _asked_plan(self, letters.answer_by(self, self.days_to_answer)):
            yield from asked.problems()


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An agreement to accept one amount for the whole debt.

    It's a deed if the amount is less than the debt and nobody disputes the debt, except in Scotland.
    """
    day = letters.answer_by(inputs, inputs.days_to_answer)
    asked = _asked_plan(inputs, day)
    plan = payment_plan.calculate(asked) if asked else None
    sum_taken = "a lower amount" if inputs.settlement_amount is None else pounds(inputs.settlement_amount)
    return letters.write(
        inputs,
        _paragraphs(inputs, plan),
        does=f"settles {_settled(inputs)} for {sum_taken}, says what happens if it isn’t paid, and should be signed by "
        f"{in_words(day)}",
        asks_for=inputs.settlement_amount,
        reply_by=day,
        cautions=(*_cautions(inputs), *(payment_plan.day_cautions(asked) if asked else ())),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        sources=(Source(field="consent_order_fee", figure=fee) for fee in order_fees(inputs)),
        could_add=_interest.could_add(inputs),
    )


def _settled(inputs: Inputs) -> str:
    who = letters.to_whom(inputs)
    return f"{who}’s debt" if inputs.whole_sum is None else f"{letters.owed(inputs)} with {who}"


def _asked_plan(inputs: Inputs, day: date) -> payment_plan.Inputs | None:
    """The payment plan's inputs for the settlement amount, with payments on working days; None without an amount."""
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


def _takes_less(inputs: Inputs) -> bool:
    return inputs.settlement_amount is None or inputs.settlement_amount != inputs.whole_sum


def _needs_deed(inputs: Inputs) -> bool:
    """Whether less is accepted for a debt that nobody disputes; in Scots law a promise needs nothing in return."""
    return _takes_less(inputs) and not inputs.disputed and inputs.nation is not Nation.scotland


def _needs_tomlin_order(inputs: Inputs) -> bool:
    """Whether the terms are private or go beyond the claim, which an ordinary consent order can't provide for."""
    return inputs.keep_private or bool(inputs.future_terms or inputs.what_they_claim)


# The agreement


def _paragraphs(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    deed = _needs_deed(inputs)
    yield from _agreement_parts.parties(inputs, "SETTLEMENT DEED" if deed else "SETTLEMENT AGREEMENT")
    yield from _agreement_parts.numbered(_clauses(inputs, plan))
    if inputs.instalments > 1 or plan is None:
        yield _agreement_parts.schedule(
            plan,
            "This lists every date and amount. If there is only one payment, put its date in the clause and take this "
            "out.",
            heading="SCHEDULE",
        )
    yield from _agreement_parts.signatures(inputs, deed=deed)


def _clauses(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield _background(inputs)
    yield _payment(inputs, plan)
    yield _release(inputs)
    yield _default(inputs)
    yield from _mediation(inputs)
    yield _binding(inputs)
    yield from _future(inputs)
    yield _costs(inputs)
    yield from _private(inputs)
    yield _agreement_parts.last_clause(inputs)


def _background(inputs: Inputs) -> Paragraph:
    debt = f"{letters.sum_in(inputs.whole_sum)} for {letters.for_what(inputs)}, due on {letters.due_on(inputs)}"
    if not inputs.disputed:
        return Paragraph(
            f"Background. The customer admits that it owes the supplier {debt}.{_their_claim(inputs)}",
            "They admit the whole debt. That’s why you can claim it all if they don’t pay the lower amount.",
        )
    return Paragraph(
        f"Background. The supplier says that the customer owes it {debt} (the original claim). The customer disputes "
        f"this.{_their_claim(inputs)} This agreement is not an admission by either party.",
        (
            "Say exactly what you’re settling, or it may come up again. You both give something up, which makes the "
            "deal binding."
        ),
    )


def _their_claim(inputs: Inputs) -> str:
    if not inputs.what_they_claim:
        return ""
    said = inputs.what_they_claim.rstrip(".")
    return f" The customer says that the supplier owes it money for {said} (the customer’s claim)."


def _payment(inputs: Inputs, plan: payment_plan.Result | None) -> Paragraph:
    agreed = letters.sum_in(inputs.settlement_amount, "amount agreed")
    once = plan and inputs.instalments == 1
    how = f"in one payment by {in_words(plan.last_due)}" if plan and once else "as set out in the schedule"
    return Paragraph(
        f"Payment. The customer will pay the supplier {agreed} (the settlement sum) {how}, "
        f"{_agreement_parts.into(inputs)}. The settlement sum includes VAT, interest and costs.",
        "Agree one amount that includes everything, and a date to pay it by. “Soon” isn’t a date.",
    )


def _release(inputs: Inputs) -> Paragraph:
    theirs = " This also settles the customer’s claim." if inputs.what_they_claim else ""
    return Paragraph(
        "Full and final settlement. Once the supplier has received the whole settlement sum, with each payment "
        f"arriving on time or within {DAYS_OF_GRACE} days of a notice that it is late, neither party may make any "
        f"further claim against the other about {letters.invoices(inputs)} or the work or goods concerned.{theirs}",
        "This is the main point. You only give up the rest if the money arrives on time, or within the "
        f"{DAYS_OF_GRACE} days that a notice gives them.",
    )


def _default(inputs: Inputs) -> Paragraph:
    start = (
        "Late payments. The supplier may give the customer written notice that a payment is late. If the "
        f"supplier has not received the payment within {DAYS_OF_GRACE} days of the date of the notice,"
    )
    if not inputs.disputed:
        return Paragraph(
            f"{start} the settlement ends. The whole debt admitted above, less anything already paid, will then be due "
            "at once.",
            "They admit the whole debt, so it can all become due again if they don’t keep to the deal. That isn’t a "
            "penalty.",
        )
    theirs = ", including the customer’s claim" if inputs.what_they_claim else ""
    return Paragraph(
        f"{start} the supplier may choose either to claim the rest of the settlement sum under this agreement, or to "
        "end the settlement by written notice. If the supplier ends it, the supplier may pursue the original claim, "
        f"less anything already paid, and the customer may rely on every defence and claim that it had{theirs}. No "
        "larger amount becomes due under this agreement.",
        "You both go back to where you were. If they’ve never admitted a larger amount, a clause in the deal that "
        "made it due could be an unenforceable penalty.",
    )


def _mediation(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.back_to_mediation:
        yield Paragraph(
            "Mediation first. Before starting or resuming court proceedings about this agreement, each party must "
            f"offer the other mediation and allow {DAYS_FOR_MEDIATION} days for a reply. The parties will share the "
            "cost of mediation equally. Either may go to court at once if a time limit is about to expire.",
            "If the deal goes wrong, you talk first and spend less. The last sentence stops anyone playing for time.",
        )


def _binding(inputs: Inputs) -> Paragraph:
    if not inputs.claim_started:
        deed = _needs_deed(inputs)
        binds = "is made as a deed and binds both parties once both" if deed else "binds both parties once both"
        return Paragraph(
            f"Binding agreement. This agreement {binds} have signed it. Anything said in negotiating it is without "
            "prejudice and does not bind anyone.",
            "There’s no court claim, so this agreement is simply a contract. If they break it, you can claim under it.",
        )
    number = letters.typed(inputs.court_reference, "claim number")
    if inputs.nation is not Nation.england_wales:
        return Paragraph(
            f"Court claim. Both parties will ask the court to deal with claim {number} in a way that gives effect to "
            "this agreement, and will sign any document needed within 7 days. Until then, both parties will ask the "
            "court to pause the claim.",
            "Courts there have their own ways to end or pause a claim on agreed terms. Ask the court’s staff which "
            "one fits.",
        )
    return tomlin(number) if _needs_tomlin_order(inputs) else by_consent(number)


def _future(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.future_terms:
        yield Paragraph(
            "Working together. From the date of this agreement, the parties agree as follows: "
            f"{letters.sentence(inputs.future_terms, '')}",
            "A better contract can be worth more than the old debt, and it keeps the customer.",
        )


def _costs(inputs: Inputs) -> Paragraph:
    claim = " and of the claim" if inputs.claim_started else ""
    return Paragraph(
        f"Costs. Each party will pay its own costs of this dispute{claim}. Any mediator’s fee will be shared as "
        "already agreed.",
        "Otherwise the next argument could be about who pays for this one.",
    )


def _private(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.keep_private:
        yield Paragraph(
            "Confidentiality. Both parties will keep these terms confidential. They may disclose them to their "
            "professional advisers, to a court so far as needed to enforce this agreement, and where the law requires "
            "it.",
            "You may not want others to know what you agreed. Take this out if that doesn’t matter to you.",
        )


# What to know before signing it


def _cautions(inputs: Inputs) -> Iterator[str]:
    if _needs_deed(inputs):
        yield (
            "This is a deed. A promise to take less for a debt that nobody disputes is not binding on its own. It "
            "needs a deed, or something new in return. Follow the signing instructions exactly."
        )
    if letters.is_person(inputs.customer_type):
        yield f"Your customer counts as an individual here. Ask for one payment, soon. {letters.CREDIT}"
    for fee in order_fees(inputs):
        yield (
            "If either of you has no solicitor, court staff cannot seal the order. One of you must apply, and a judge "
            f"must approve it, often without a hearing (CPR 40.6). The fee for a consent order is {pounds(fee.value)}, "
            "so agree who pays it."
        )
    yield "Once you’ve both signed, you cannot ask for more. If a lot is at stake, have a solicitor read it first."
    if _takes_less(inputs):
        yield letters.LOWER_PRICE


def _next_steps(inputs: Inputs) -> Iterator[str]:
    yield "Read the agreement through together. If you can, both sign both copies there and then, and keep one each."
    if inputs.claim_started:
        yield (
            "Once you’ve both signed the order, send it to the court for approval. Meet the court’s deadlines until "
            "the order is made."
        )
    yield "Put each payment date in your calendar, and check your account on the day."
    yield "If a payment doesn’t arrive, call the same day, then send the written notice."


ELSEWHERE = {
    Nation.scotland: (
        "Scots law has its own rules on promises, which can be binding without a deed and with nothing in return. "
        "Courts there have their own ways to end a claim. Ask a Scottish solicitor."
    ),
    Nation.northern_ireland: (
        "Northern Ireland has its own rules on signing deeds and ending claims. Ask a solicitor there."
    ),
}

downloads = letter_files("settlement_agreement")

EXAMPLES = (
    Example(
        title="The recruitment debt, settled for less in instalments",
        story=(
            "A firm was owed £30,000 in recruitment fees. The builder couldn’t pay it all and disputed the contract. "
            "With a mediator’s help it agreed to pay less, in instalments, and dropped the dispute. The story is "
            "true; the names and the other amounts are made up."
        ),
        values={
            **_examples.RECRUITMENT,
            "amount_owed": "30000",
            "settlement_amount": "24000",
            "disputed": "yes",
            "instalments": "6",
            "first_payment_date": "2026-12-31",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="The supplier and the manufacturer keep working together",
        story=(
            "A manufacturer didn’t pay its supplier, and said that it had lost profit because of late deliveries. In "
            "mediation they wrote new terms and went on working together. The story is true; the names and amounts are "
            "made up."
        ),
        values={
            **_examples.CASTINGS,
            "settlement_amount": "15500",
            "disputed": "yes",
            "what_they_claim": "profit lost because of late deliveries in March 2026",
            "future_terms": "the customer will place orders by the 5th of each month and, if a delivery is more than 3 "
            "days late, the supplier will reduce its price by 2%",
            "claim_started": "yes",
        },
        today=_examples.TODAY,
    ),
    _examples.bare("Blank agreement for a debt they dispute"),
    _examples.bare("Blank deed for a debt nobody disputes", {"disputed": "no"}),
)
