"""The letter before claim: one version for a company, and the longer one that a person or sole trader must get."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from calculators.kernel import (
    AgreementForm,
    CustomerType,
    Draft,
    Example,
    Figure,
    LateLetter,
    Nation,
    Paragraph,
    Problem,
    Source,
    days_to_give,
    in_words,
    last_day_to_claim,
    letter_files,
    letters,
    reply_days,
    shared,
    tell,
)

from . import _examples, _interest
from ._letter_before_claim_enclosures import Enclosure, enclosures

TITLE = "Letter before claim"
ACTION = "Write the letter"
AGREEMENT = "What you agreed"
LEADS_TO = ("statement_of_account", "reply_pack", "claim_pack", "court_costs")


@dataclass(frozen=True, kw_only=True)
class Inputs(LateLetter):
    """What the reader is asked."""

    agreement_form: AgreementForm = letters.agreement_form(group=AGREEMENT)
    agreement_details: str = letters.agreement_details(group=AGREEMENT)
    steps_so_far: str = letters.steps_so_far(group=AGREEMENT)
    instalments_refused: str = letters.words(
        "If they’re paying or offering instalments, why isn’t that enough?", noun="why instalments aren’t enough",
        group=AGREEMENT, more=True, high=300, hint="Leave this blank if they’re doing neither.",
    )  # fmt: skip
    days_to_answer: int | None = letters.days_before_claim()

    def problems(self) -> Iterator[Problem]:
        """Problems with the letter, or a deadline that's too soon."""
        yield from LateLetter.problems(self)
        last = last_day_to_claim(self.nation, self.due_date)
        yield from letters.too_few_days(self.days_to_answer, self.nation, self.customer_type, self.letter_date, last)


@dataclass(frozen=True, kw_only=True)
class Result(Draft):
    """The letter, and what to enclose with it."""

    pack: tuple[Enclosure, ...] = tell("What goes in the envelope", key=True)


def calculate(inputs: Inputs) -> Result:
    """A letter before claim.

    The days to reply are calendar days; if the last isn't a working day, the deadline is the next working day.

    In England and Wales, the letter follows the Pre-Action Protocol for Debt Claims if the customer is a person or sole
    trader, and otherwise paragraph 6 of the Practice Direction on pre-action conduct.
    """
    day = letters.answer_by(inputs, _days(inputs))
    draft = letters.write(
        inputs,
        _paragraphs(inputs, day),
        does=f"tells {letters.to_whom(inputs)} that you may start a court claim for {letters.owed(inputs)} after "
        f"{in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=_cautions(inputs),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        sources=_sources(inputs),
        could_add=_interest.could_add(inputs),
    )
    return Result(**{one.name: getattr(draft, one.name) for one in fields(draft)}, pack=_pack(inputs))


def _usual(inputs: Inputs) -> Figure | None:
    """The days to reply that the rules require; None outside England and Wales."""
    return reply_days(inputs.nation, inputs.customer_type, inputs.letter_date)


def _days(inputs: Inputs) -> int:
    """The days to reply that the reader chose or, if none, those of England and Wales: we know of no rule elsewhere."""
    return inputs.days_to_answer or int(days_to_give(inputs.customer_type, inputs.letter_date).value)


# The letter


def _paragraphs(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    kind = "Letter of claim" if letters.under_debt_protocol(inputs) else "Letter before claim"
    late = "interest on " if inputs.paid_late else ""
    yield from letters.top(inputs, f"{kind}: {late}{letters.invoices(inputs)}")
    yield from _the_claim(inputs)
    yield from _for_a_person(inputs, day) if letters.under_debt_protocol(inputs) else _for_a_company(inputs, day)
    yield letters.how_to_pay(inputs)
    yield from _way_out(inputs, day)
    yield letters.bottom(inputs)
    yield _enclosed(inputs)


def _the_claim(inputs: Inputs) -> Iterator[Paragraph]:
    yield from letters.paid_late(inputs) if inputs.paid_late else _unpaid(inputs)
    yield _agreement(inputs)
    yield from letters.on_top(inputs) if not inputs.paid_late else ()
    yield from _nothing_added(inputs)
    yield Paragraph(
        "I have already taken the following steps to resolve this matter: "
        f"{letters.sentence(inputs.steps_so_far, 'your reminders and calls')}",
        "If it comes to court, this one line shows that you gave them every chance.",
    )
    if inputs.instalments_refused:
        yield Paragraph(
            "You have offered to pay by instalments, or have begun to do so. I cannot accept this, because "
            f"{letters.sentence(inputs.instalments_refused, '')}",
            "If they’re paying or offering instalments, the rules ask you to say why you’re still considering a claim.",
        )


def _unpaid(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        f"You owe me {letters.owed_for(inputs)}.",
        "This says what you’re claiming, and what for. Courts expect enough detail for your customer to know what you "
        "mean.",
    )


def _agreement(inputs: Inputs) -> Paragraph:
    details = letters.sentence(inputs.agreement_details, "who agreed what, and when")
    if inputs.agreement_form is AgreementForm.written:
        return Paragraph(
            f"Our agreement is in writing: {details} A copy is enclosed.",
            "Give the date, the parties and the terms of the written agreement. If you don’t enclose it, say that "
            "they can ask for a copy.",
        )
    return Paragraph(
        f"Our agreement was made orally: {details}",
        "A spoken agreement counts too. Say who said what to whom, when and where, and keep as close to the actual "
        "words as you can.",
    )


def _nothing_added(inputs: Inputs) -> Iterator[Paragraph]:
    """A statement that no interest is being added, if so; the Protocol requires the letter to say either way."""
    if letters.under_debt_protocol(inputs) and not inputs.interest_a_day:
        more = "further" if inputs.interest else "any"
        yield Paragraph(
            f"I am not adding {more} interest or charges at present.",
            "The letter must say whether interest or charges are still being added. If they are, enter the amount "
            "added each day.",
        )


def _for_a_company(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"Please do one of the following by {in_words(day)}:\n"
        f"- pay {letters.to_pay(inputs)} in full{_and_interest(inputs)};\n"
        "- propose dates and amounts that you can keep to; or\n"
        "- tell me in writing what you dispute and why, with copies of the documents that you rely on.",
        "There are three ways to reply, and each moves things on. The date gives them as long as courts expect.",
    )
    if inputs.nation is Nation.england_wales:
        yield Paragraph(
            "This letter follows the courts’ Practice Direction on pre-action conduct. The Practice Direction asks "
            "each of us to give the other the information they need, and to try to settle, before either of us goes "
            "to court. A court may take into account whether each of us has done so.",
            "The rules apply to your customer as well as to you, and it does no harm to say so.",
        )


def _and_interest(inputs: Inputs) -> str:
    """A clause on the interest added each day until payment; empty if there is none."""
    if not inputs.interest_a_day:
        return ""
    since = in_words(inputs.interest_before) if inputs.interest_before else "the date of this letter"
    return f", plus {letters.a_day(inputs.interest_a_day)} for each day after {since} until you pay"


def _for_a_person(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        f"Please reply by {in_words(day)} using the enclosed Reply Form, and send it to my address above. On the form "
        "you can say that you will pay, that you need time to pay, that you want documents or advice first, or that "
        "you do not owe the money.",
        "An individual or sole trader gets at least 30 days, and a form that makes it easy to reply.",
    )
    yield Paragraph(
        "If you need time to pay, please also fill in the enclosed Financial Statement so that we can work out "
        "payments that you can afford. You are welcome to call me about this.",
        "The rules ask you to consider what they can afford before you think about court.",
    )
    yield Paragraph(
        "The enclosed Information Sheet tells you where to get free and independent advice. If you are getting "
        "advice, please tell me, and I will allow you a reasonable time to get it.",
        "People who’ve had advice tend to make offers they can keep to. The rules ask you to allow time for it.",
    )
    yield Paragraph(
        "I am sending this letter under the Pre-Action Protocol for Debt Claims.",
        "This tells them, and later a judge, which rules you’re following.",
    )


def _way_out(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield Paragraph(
        "I would rather settle this with you than go to court. I am willing to talk, and to use a mediator if we "
        f"cannot agree on our own. If you are willing too, please tell me by {in_words(day)}.",
        "Courts expect both sides to try to settle first. Because the offer is in this letter, you can prove that you "
        "made it.",
    )
    court = COURTS[inputs.nation]
    notice = (
        " If you do reply and we still cannot agree, I will give you at least 14 days’ notice before I start a claim, "
        "unless the time limit for claiming is about to run out."
        if letters.under_debt_protocol(inputs)
        else ""
    )
    yield Paragraph(
        f"If I have not heard from you by {in_words(day)}, I may start a claim in the {court} without writing to you "
        f"again. I would then also claim the court fee.{notice} I hope that this will not be necessary.",
        "This says once, calmly, what happens next. Say it only if you mean it. It’s the next step the law gives you, "
        "not a threat.",
    )


COURTS = {
    Nation.england_wales: "County Court",
    Nation.scotland: "sheriff court",
    Nation.northern_ireland: "county court",
}


def _enclosed(inputs: Inputs) -> Paragraph:
    why = (
        "With the documents in front of them, they can check what you say and won’t need extra time to find their own "
        "copies."
    )
    if letters.under_debt_protocol(inputs):
        why = (
            "The Protocol says what must be sent with the letter. If anything is missing, a court may put your claim "
            "on hold."
        )
    return Paragraph("Enclosed:\n" + "\n".join(f"- {one.paper}" for one in _pack(inputs)), why)


def _pack(inputs: Inputs) -> tuple[Enclosure, ...]:
    return tuple(enclosures(inputs, written=inputs.agreement_form is AgreementForm.written))


# What to know before sending it


def _cautions(inputs: Inputs) -> Iterator[str]:
    yield from letters.fewer_days(inputs.days_to_answer, inputs.nation, inputs.customer_type, inputs.letter_date)
    yield (
        "Only send this letter if you’re ready to claim. If nothing happens afterwards, they’ll learn that they can "
        "keep you waiting."
    )
    if letters.under_debt_protocol(inputs):
        yield "Use the latest forms from the Protocol on justice.gov.uk. Leave them blank for your customer to fill in."
        yield (
            "If you bought this debt from someone else, say who you bought it from, when, and what the original "
            "contract was."
        )
    if letters.under_debt_protocol(inputs) and inputs.customer_type is CustomerType.partnership:
        yield (
            "The Protocol covers individuals and sole traders, and doesn’t mention partnerships. We follow it here "
            "because partners are people, so your customer may get longer than the rules require."
        )
    if letters.under_debt_protocol(inputs) and inputs.customer_type is CustomerType.association:
        yield (
            "The Protocol covers individuals and sole traders, and doesn’t mention clubs or associations. We follow "
            "it here because their members are people, so your customer may get longer than the rules require."
        )
    if inputs.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
    if inputs.nation is Nation.england_wales and not letters.under_debt_protocol(inputs):
        yield "Fourteen days is enough in a simple case. A complicated one may need up to three months."
    yield "Building work and some other disputes have their own rules on what to do before a claim."


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if letters.under_debt_protocol(inputs):
        yield "Print the three forms, put everything in one envelope, and post it on the date of the letter."
        yield "When they answer, use “When they reply to your letter” to see what to do, by when, and how long to wait."
    else:
        yield "Send it by post and by email on the date of the letter."
    yield "Keep a copy and proof of posting. You may have to show the court what you sent and when."
    yield "Before you claim, work out what court would cost, and find out whether they can pay at all."


def _sources(inputs: Inputs) -> Iterator[Source]:
    days = _usual(inputs)
    if days:
        yield Source(field="reply_by", figure=days)


ELSEWHERE = {
    Nation.scotland: (
        "We couldn’t find a Scottish rule on how long to give or which forms to send. Solicitors there often give a "
        "week. We use the English 14 days, or 30 for an individual or sole trader, unless you choose a different "
        "number. You’d claim in the sheriff court, by simple procedure if the claim is small enough."
    ),
    Nation.northern_ireland: (
        "We couldn’t find a rule in Northern Ireland on how long to give or which forms to send. We use the English "
        "14 days, or 30 for an individual or sole trader, unless you choose a different number. You’d claim in the "
        "county court, as a small claim if the amount is small enough."
    ),
}


downloads = letter_files("letter_before_claim")

EXAMPLES = (
    Example(
        title="£30,000 owed by a building company",
        story=(
            "A firm found workers for a builder, who now disputes the contract and can’t pay in full. The "
            "debt is based on a real case; the names and the other amounts are made up."
        ),
        values={
            **_examples.RECRUITMENT,
            "amount_owed": "30000",
            "interest_and_compensation": "1809.38",
            "daily_interest": "9.6575",
            "what_for": "finding 24 workers for your site in Leeds",
            "agreement_details": "our terms of business of 2 February 2026, signed by Mr Cole on your behalf",
            "steps_so_far": "reminders on 8 and 22 June, calls on 6 July and 3 August, and an offer of mediation on 1 "
            "October",
            "customer_contact": "Mr Cole",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A sole trader owes money for repairs",
        story="A garage is owed money by a courier, a sole trader. We made up the names and amounts.",
        values={
            **_examples.REPAIRS,
            "agreement_form": "spoken",
            "agreement_details": "on 12 June 2026, at my garage, you asked me to fit a gearbox for the price on my "
            "list",
            "steps_so_far": "a reminder on 8 July and two calls in September",
        },
        today=_examples.TODAY,
    ),
    _examples.bare("Blank letter to a company", {"customer_type": "company"}),
    _examples.bare("Blank letter to an individual or sole trader", {"customer_type": "sole_trader"}),
)
