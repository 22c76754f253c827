"""The letter before claim: one version for a company, a longer one for a person or sole trader, as the rules ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import (
    Choice,
    CustomerType,
    Download,
    Draft,
    Example,
    Figure,
    Letter,
    Nation,
    Paragraph,
    Problem,
    Source,
    ask,
    days_to_give,
    in_words,
    letters,
    reply_days,
    shared,
)

TITLE = "Letter before claim"
ACTION = "Write the letter"
AGREEMENT = "What you agreed"


class AgreementForm(Choice):
    """How the contract was made."""

    written = "In writing, emails included"
    spoken = "By word of mouth"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    agreement_form: AgreementForm = ask(
        "How did you make the agreement?", noun="how you made the agreement", group=AGREEMENT,
        default=AgreementForm.written, hint="An order that you accepted by email is in writing.",
    )  # fmt: skip
    agreement_details: str = ask(
        "Who agreed what, and when?", noun="what you agreed", group=AGREEMENT, high=400, default="",
        hint="Names, date and terms. By word of mouth also where, and the words as far as you remember them.",
    )  # fmt: skip
    steps_so_far: str = ask(
        "What have you done so far to be paid?", noun="what you have done so far", group=AGREEMENT, high=300,
        default="", hint="For example reminders on 5 and 19 October, a call on 26 October",
    )  # fmt: skip
    instalments_refused: str = ask(
        "If they pay or offer instalments, why is that not enough?", noun="why instalments are not enough",
        group=AGREEMENT, more=True, high=300, default="", hint="Leave it empty if they do neither.",
    )  # fmt: skip
    days_to_answer: int | None = ask(
        "How many days do you give them to answer?", noun="the number of days to answer", group=shared.DATES, low=7,
        high=90, default=None, hint="Leave it empty for what the rules ask: 30 for a person or sole trader, else 14.",
        more=True,
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
        yield from letters.not_late_yet(self)
        least = _usual(self)
        if self.days_to_answer is not None and least and self.days_to_answer < least.value:
            yield Problem(
                "days_to_answer",
                f"The number of days to answer must be {least.value} or more. That is what the rules ask for this kind "
                "of customer.",
            )


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """A letter before claim; the days to answer are calendar days, moved on to a working day.

    England and Wales: the Pre-Action Protocol for Debt Claims where the customer is a person or sole trader, else
    paragraph 6 of the Practice Direction on pre-action conduct.
    """
    day = letters.answer_by(inputs, _days(inputs))
    return letters.write(
        inputs,
        _paragraphs(inputs, day),
        does=f"tells {letters.to_whom(inputs)} that you may claim {letters.owed(inputs)} in court after "
        f"{in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=_cautions(inputs),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        sources=_sources(inputs),
    )


def _usual(inputs: Inputs) -> Figure | None:
    """The days that the rules of England and Wales ask for."""
    return reply_days(inputs.nation, inputs.customer_type, inputs.letter_date)


def _days(inputs: Inputs) -> int:
    """The days that the reader gives, or else those of England and Wales: we know of no others elsewhere."""
    return inputs.days_to_answer or int(days_to_give(inputs.customer_type, inputs.letter_date).value)


def _under_protocol(inputs: Inputs) -> bool:
    """Whether the Pre-Action Protocol for Debt Claims is followed."""
    return inputs.nation is Nation.england_wales and letters.is_person(inputs.customer_type)


# The letter


def _paragraphs(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    kind = "Letter of claim" if _under_protocol(inputs) else "Letter before claim"
    yield from letters.top(inputs, f"{kind}: {letters.invoices(inputs)}")
    yield from _the_claim(inputs)
    yield from _for_a_person(inputs, day) if _under_protocol(inputs) else _for_a_company(inputs, day)
    yield letters.how_to_pay(inputs)
    yield from _way_out(inputs, day)
    yield _enclosed(inputs)
    yield letters.bottom(inputs)


def _the_claim(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        f"You owe me {letters.sum_in(inputs.amount_owed)} for {letters.for_what(inputs)}. It was due on "
        f"{letters.due_on(inputs)}.",
        "What you claim and what it is for. Courts expect enough detail for them to know what you mean.",
    )
    yield _agreement(inputs)
    yield from letters.on_top(inputs)
    yield from _nothing_added(inputs)
    yield Paragraph(
        f"What I have done so far to settle this: {letters.sentence(inputs.steps_so_far, 'your reminders and calls')}",
        "If it comes to court, this shows in one line that you gave them every chance.",
    )
    if inputs.instalments_refused:
        yield Paragraph(
            "You have offered or begun to pay in parts. I cannot leave it at that, because "
            f"{letters.sentence(inputs.instalments_refused, '')}",
            "If they pay or offer instalments, the rules want you to say why you still think of a claim.",
        )


def _agreement(inputs: Inputs) -> Paragraph:
    details = letters.sentence(inputs.agreement_details, "who agreed what, and when")
    if inputs.agreement_form is AgreementForm.written:
        return Paragraph(
            f"We agreed this in writing: {details} A copy is enclosed.",
            "The date, the names and the terms of a written agreement. If you do not enclose it, say that they can ask "
            "for it.",
        )
    return Paragraph(
        f"We agreed this by word of mouth: {details}",
        "A spoken agreement counts, too. Say who said what to whom, when and where, as near to the words as you can.",
    )


def _nothing_added(inputs: Inputs) -> Iterator[Paragraph]:
    """Whether charges run on, which the Protocol wants said either way."""
    if _under_protocol(inputs) and not inputs.daily_interest:
        more = "any more" if inputs.interest_and_compensation else "any"
        yield Paragraph(
            f"I am not adding {more} interest or charges at present.",
            "The letter must say whether interest or charges go on. If yours do, type what runs each day.",
        )


def _for_a_company(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"Please do one of these by {in_words(day)}:\n"
        "- pay the whole sum;\n"
        "- offer me dates and sums that you can keep to; or\n"
        "- write to me what you do not accept and why, with copies of the papers that you rely on.",
        "Three ways to answer, each of which moves things on. The day gives them as long as courts expect.",
    )
    if inputs.nation is Nation.england_wales:
        yield Paragraph(
            "I write this letter under the courts’ Practice Direction on pre-action conduct. It asks both of us to "
            "exchange what the other needs to know, and to try to settle, before anybody goes to court.",
            "The rules bind them as well as you. A court can take it into account if either side ignores them.",
        )


def _for_a_person(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"Please answer by {in_words(day)} with the Reply Form that I enclose, sent to my address above. On it you "
        "can say that you will pay, that you need time to pay, that you want papers or advice first, or that you do "
        "not owe the money.",
        "A person or sole trader gets at least 30 days, and a form that makes it easy to answer.",
    )
    yield Paragraph(
        "If you need time, please fill in the enclosed Financial Statement too, so that we can find payments that "
        "you can afford. You can also call me about this.",
        "The rules ask you to look at what they can pay before you think of court.",
    )
    yield Paragraph(
        "The enclosed Information Sheet tells you where to get free and independent advice. If you are getting advice, "
        "please tell me, and I will give you reasonable time for it.",
        "Somebody who has had advice makes offers that last. The rules want you to allow for it.",
    )
    yield Paragraph(
        "I write this letter under the Pre-Action Protocol for Debt Claims.",
        "It tells them, and later a judge, by which rules you play.",
    )


def _way_out(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        "I would rather settle this with you than in court. I am willing to talk, and to use a mediator if we get "
        f"stuck. If you are willing too, please tell me by {in_words(day)}.",
        "Courts expect both sides to try another way. Offering it here is your proof that you did.",
    )
    court = COURTS[inputs.nation]
    notice = (
        " If you do answer and we still cannot agree, I will give you at least 14 days’ notice before I claim."
        if _under_protocol(inputs)
        else ""
    )
    yield Paragraph(
        f"If I have heard nothing by {in_words(day)}, I may start a claim in the {court} without writing again. I "
        f"would then ask for the court’s fee as well.{notice} I hope that it will not come to that.",
        "What happens next, said once and calmly. Say it only if you mean it. It is the step the law gives you, not a "
        "threat.",
    )


COURTS = {
    Nation.england_wales: "County Court",
    Nation.scotland: "sheriff court",
    Nation.northern_ireland: "county court",
}


def _enclosed(inputs: Inputs) -> Paragraph:
    papers = [
        "a statement of account: each invoice, each payment, interest and charges, and what is left",
        "copies of the invoices",
    ]
    if inputs.agreement_form is AgreementForm.written:
        papers.append("a copy of our agreement")
    why = "With the papers in hand they can check what you say, and have no reason to ask for time to find them."
    if _under_protocol(inputs):
        papers += FORMS
        why = "The Protocol lists what must come with the letter. Without these the court may put your claim on hold."
    return Paragraph("Enclosed:\n" + "\n".join(f"- {paper}" for paper in papers), why)


FORMS = (
    "the Information Sheet that belongs to the Protocol",
    "the Reply Form that belongs to the Protocol",
    "the Financial Statement form that belongs to the Protocol",
)


# What to know before sending it


def _cautions(inputs: Inputs) -> Iterator[str]:
    yield "Send it only if you are ready to claim. A letter that nothing follows teaches them to wait."
    if _under_protocol(inputs):
        yield "Use the newest forms. Take them from the Protocol on justice.gov.uk, and fill in nothing for them."
        yield "If you bought this debt from somebody, say so: from whom, when, and what the first contract was."
    if _under_protocol(inputs) and inputs.customer_type is CustomerType.partnership:
        yield (
            "The Protocol speaks of individuals and sole traders, and does not name partnerships. We follow it here "
            "because partners are people. It gives them more than you may have to."
        )
    if _under_protocol(inputs) and inputs.customer_type is CustomerType.association:
        yield (
            "The Protocol names individuals and sole traders, not clubs or associations. We follow it because their "
            "members are people. That gives them longer than you may have to."
        )
    if inputs.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
    if inputs.nation is Nation.england_wales and not _under_protocol(inputs):
        yield "The 14 days are for a simple case. A complicated one may need up to three months."
    yield "Building work and some other disputes have rules of their own about what to do before a claim."


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if _under_protocol(inputs):
        yield "Print the three forms, put everything into one envelope, and post it on the day that the letter bears."
        yield "If they ask for papers, send them, or say why you cannot. Then wait 30 days more before you claim."
    else:
        yield "Send it by post and by email on the day of the letter."
    yield "Keep a copy and proof of posting. You may have to show the court what you sent and when."
    yield "Before you claim, work out what court would cost, and find out whether they can pay at all."


def _sources(inputs: Inputs) -> Iterator[Source]:
    days = _usual(inputs)
    if days:
        yield Source(field="reply_by", figure=days)


ELSEWHERE = {
    Nation.scotland: (
        "In Scotland we found no rule on the days or the forms. Solicitors there often give a week; we give the "
        "English 14 days, or 30 to a person or sole trader, unless you say otherwise. A claim goes to the sheriff "
        "court, by simple procedure if it is small enough."
    ),
    Nation.northern_ireland: (
        "In Northern Ireland we found no rule on the days or the forms; we give the English 14 days, or 30 to a person "
        "or sole trader, unless you say otherwise. A claim goes to the county court, as a small claim if it is small "
        "enough."
    ),
}


def downloads(result: Draft) -> tuple[Download, ...]:
    """The letter as a text file."""
    return (letters.download("letter_before_claim", result),)


EXAMPLES = (
    Example(
        title="£30,000 owed by a building company",
        story=(
            "A firm found workers for a builder, who disputes the contract and cannot pay it all. The debt is from a "
            "true story; the names and the other sums are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "30000",
            "interest_and_compensation": "1809.38",
            "daily_interest": "9.6575",
            "invoice_numbers": "704",
            "what_for": "finding 24 workers for your site in Leeds",
            "due_date": "2026-05-29",
            "agreement_details": "our terms of business of 2 February 2026, signed by Mr Cole for you",
            "steps_so_far": "reminders on 8 and 22 June, calls on 6 July and 3 August, mediation offered on 1 October",
            "your_name": "Nia Webb",
            "your_business": "Webb Recruitment Ltd",
            "customer_name": "Example Builders Ltd",
            "customer_contact": "Mr Cole",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A sole trader owes for repairs",
        story="A garage is owed money by a courier who trades alone. The names and the sums are ours.",
        values={
            "customer_type": "sole_trader",
            "amount_owed": "1800",
            "invoice_numbers": "52",
            "what_for": "repairs to your van",
            "due_date": "2026-06-30",
            "agreement_form": "spoken",
            "agreement_details": "on 12 June 2026 at my garage you asked me to fit a gearbox for the price on my list",
            "steps_so_far": "a reminder on 8 July and two calls in September",
            "your_name": "Omar Reid",
            "your_business": "Reid Garage",
            "customer_name": "Jo Fenn",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare letter to a company",
        story="Nothing is filled in. Copy it, write over the brackets, and put in your own dates.",
        values={"customer_type": "company"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare letter to a person or sole trader",
        story="Nothing is filled in. Copy it, write over the brackets, and put in your own dates.",
        values={"customer_type": "sole_trader"},
        today=date(2026, 11, 22),
    ),
)
