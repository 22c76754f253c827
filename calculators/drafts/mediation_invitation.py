"""An invitation to mediate that says who would pay what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import (
    Choice,
    Draft,
    Example,
    Figure,
    Letter,
    Money,
    Nation,
    Paragraph,
    Percentage,
    Source,
    Step,
    adding_up,
    ask,
    court_mediation,
    exact_percent,
    in_words,
    letter_files,
    letters,
    portion,
    pounds,
    shared,
    step,
    to_pence,
)

from . import _examples, _interest

TITLE = "Invitation to mediate"
ACTION = "Write the invitation"
MEDIATION = "The mediation"


class Meeting(Choice):
    """How the mediation would be held."""

    phone = "By phone"
    video = "By video call"
    in_person = "In person"
    open = "I don’t mind"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    dispute: str = letters.words(
        "What do you disagree about?", noun="what you disagree about", group=MEDIATION, high=300,
        hint="Put it as fairly as you can. For example, whether the cars were damaged by our work",
    )  # fmt: skip
    mediator: str = letters.words(
        "Do you have a mediator in mind?", noun="the mediator’s name", group=MEDIATION,
        more=True, high=150, fills="off",
        hint="Enter one name or a few. Leave this blank if you’d like to choose together.",
    )  # fmt: skip
    meeting: Meeting = ask(
        "How would you meet?", noun="how you would meet", group=MEDIATION, more=True, default=Meeting.open,
        hint="You and your customer decide this together.",
    )  # fmt: skip
    mediation_cost: Money | None = ask(
        "What does the mediator charge in total?", noun="what the mediator charges", group=MEDIATION, low=0,
        high=shared.MOST, default=None,
        hint="For both sides together, including VAT. Leave this blank if you have no quote yet.",
    )  # fmt: skip
    your_share_percent: Percentage = ask(
        "What share of the mediator’s charge would you pay?", noun="your share", group=MEDIATION,
        more=True, low=0, high=100, default=Decimal(50),
        hint="Half each is usual. Offering more can persuade them.",
    )  # fmt: skip
    claim_started: bool = ask(
        "Have you started a court claim?", noun="whether you’ve started a claim", group=MEDIATION,
        more=True, default=False,
        hint="You can ask the court to pause the claim while you mediate.",
    )  # fmt: skip
    days_to_answer: int = letters.days_to_answer(14)


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An invitation that says how the cost is shared: your share is rounded half up, and theirs is the rest."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    return letters.write(
        inputs,
        _paragraphs(inputs, day),
        does=f"invites {letters.to_whom(inputs)} to mediate over {letters.owed(inputs)}, says who pays what, and asks "
        f"for an answer by {in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=_cautions(inputs, day),
        next_steps=NEXT_STEPS,
        elsewhere=ELSEWHERE,
        working=_working(inputs),
        sources=_free(inputs, day),
        could_add=_interest.could_add(inputs),
    )


def _paragraphs(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield from letters.top(inputs, f"Invitation to mediate: {letters.invoices(inputs)}")
    yield from _matter(inputs)
    yield from _what_it_is(inputs)
    yield from _who_and_how(inputs)
    yield _cost(inputs)
    yield _meanwhile(inputs, day)
    yield Paragraph(
        f"Please tell me by {in_words(day)} whether you are willing to mediate. If you are not, please say what you "
        "suggest instead.",
        "This gives them a date to reply by. Refusing without giving a reason may count against them later.",
    )
    yield letters.bottom(inputs)


def _matter(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        f"We disagree about the {letters.owed_for(inputs)}. As I understand it, the issue between us is "
        f"{letters.sentence(inputs.dispute, 'what you disagree about')}",
        "Putting their side fairly shows that you have listened. This isn’t the place to argue.",
    )
    yield from letters.on_top(inputs)
    yield Paragraph(
        "I would like to settle this and go on working with you. I suggest that we ask a mediator to help.",
        "This says in one line what you want. Suggesting mediation is often enough to get people talking.",
    )


def _what_it_is(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "A mediator is a neutral person whom we choose together. The mediator does not take sides or make decisions, "
        "but helps us to find a solution that we can both accept. Either of us may stop at any time.",
        "Many people have never come across mediation. This shows them how little they risk.",
    )
    yield Paragraph(
        "Nothing that we say in the mediation binds either of us. If we reach an agreement, we will put it in writing "
        "and both sign it, and from then on it will bind us both.",
        (
            "Talking doesn’t commit anyone, but a signed agreement is a contract. They should know the difference "
            "before they start."
        ),
    )
    yield Paragraph(
        "The talks are private. I suggest that we both sign the mediator’s own terms on confidentiality before we "
        "begin.",
        "People only speak openly if what they say can’t be used against them. The mediator’s terms deal with that.",
    )


def _who_and_how(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.mediator:
        who = f"I suggest {inputs.mediator}. If you would prefer someone else, please send me one or two names."
    else:
        who = "I have no particular mediator in mind. I can suggest two or three names, or you can suggest some."
    how = {
        Meeting.phone: "We could hold the mediation by phone.",
        Meeting.video: "We could hold the mediation by video call.",
        Meeting.in_person: "We could meet in person, in the same room or in separate rooms.",
        Meeting.open: "We could hold the mediation by phone, by video call or in person, as you prefer.",
    }
    yield Paragraph(f"{who} {how[inputs.meeting]}", "If you choose the mediator together, you are halfway there.")


def _cost(inputs: Inputs) -> Paragraph:
    mine, yours = exact_percent(inputs.your_share_percent), exact_percent(100 - inputs.your_share_percent)
    shares = f"I suggest that we share the cost: I would pay {mine} of the mediator’s charge and you would pay {yours}."
    quoted = inputs.mediation_cost
    if quoted is None:
        sums = "I will send you the quote, and nothing will be booked until we have both agreed to it."
    else:
        sums = (
            f"The quote is {pounds(quoted)} in total, including VAT, so I would pay "
            f"{pounds(_your_share(inputs, quoted))} and you would pay {pounds(quoted - _your_share(inputs, quoted))}. "
            "Nothing will be booked until we have both agreed to it."
        )
    return Paragraph(
        f"{shares} {sums} Apart from that, we would each pay our own costs.",
        "You both know who pays what before anyone spends a penny, so that it can’t become the next dispute.",
    )


def _your_share(inputs: Inputs, quoted: Money) -> Money:
    return to_pence(portion(quoted, inputs.your_share_percent))


def _meanwhile(inputs: Inputs, day: date) -> Paragraph:
    if inputs.claim_started:
        return Paragraph(
            "If you agree, I suggest that we both ask the court to put the claim on hold while we mediate.",
            (
                "Courts want people to try mediation. Both of you must meet the court’s deadlines until it has agreed "
                "to pause the claim."
            ),
        )
    return Paragraph(
        f"I will take no further step before {in_words(day)}, so that you have time to think about it.",
        "A pause shows goodwill. It is short because the time limit for a claim keeps running.",
    )


def _working(inputs: Inputs) -> list[Step]:
    owed, quoted = letters.sum_steps(inputs), inputs.mediation_cost
    if quoted is None:
        return owed
    mine = _your_share(inputs, quoted)
    parts = [step("Your share of the mediator’s charge", mine), step("Your customer’s share", quoted - mine)]
    return owed + adding_up("The mediator’s charge", parts)


def _cautions(inputs: Inputs, day: date) -> Iterator[str]:
    yield (
        "Mediation only ends in an agreement if you both want one. Until you’ve both signed one, either of you can "
        "still walk away."
    )
    yield from _of_the_court(inputs, day)
    if inputs.your_share_percent == 100:
        yield (
            "You’re offering to pay the whole cost. You can do that, but someone who pays nothing may not try hard to "
            "settle."
        )


def _of_the_court(inputs: Inputs, day: date) -> Iterator[str]:
    """A caution about the court's free mediation, which is certain only for claims started before the pilot ends."""
    limit, ends = _limit(inputs), in_words(court_mediation.pilot_ends())
    if limit and _in_time(inputs, day):
        yield (
            f"If you claim {pounds(limit.value)} or less and they defend it, the court arranges free mediation by "
            "phone. Compare that with the cost of a claim and the time it takes. The scheme is a pilot, for claims "
            f"started by {ends}."
        )
    elif limit:
        yield (
            f"The court’s free mediation was planned as a pilot, for claims started by {ends}. Ask the court what’s "
            "available for a later claim."
        )


def _limit(inputs: Inputs) -> Figure | None:
    """The limit for the court's own mediation if this claim is within it; otherwise None."""
    whole = inputs.whole_sum
    return None if whole is None else court_mediation.small_enough(inputs.nation, whole)


def _in_time(inputs: Inputs, day: date) -> bool:
    """Whether the pilot covers the claim, which has started already or would start when their time to reply is up."""
    return court_mediation.runs(inputs.letter_date if inputs.claim_started else day)


def _free(inputs: Inputs, day: date) -> Iterator[Source]:
    """The source of that limit, if the pilot covers the claim."""
    limit = _limit(inputs)
    if limit and _in_time(inputs, day):
        yield Source(field="free_court_mediation", figure=limit)


ELSEWHERE = {
    Nation.scotland: (
        "In Scotland a sheriff can send a simple procedure claim to free mediation, and Scottish Mediation lists "
        "mediators."
    ),
    Nation.northern_ireland: (
        "In Northern Ireland the Law Society runs a mediation service. We couldn’t find a list of its prices, so ask "
        "what it charges."
    ),
}

NEXT_STEPS = (
    "Keep a copy and proof that you sent it. If it comes to court, you can show that you tried.",
    "Talk to a few mediators. Ask about cases like yours, the full cost, and where and how they work.",
    "Use the mediation fee calculator to see what your share could be.",
    "Before the mediation, decide the least you’d accept.",
)


downloads = letter_files("mediation_invitation")

EXAMPLES = (
    Example(
        title="The valeting company and the dealership",
        story=(
            "A valeting company is owed fees by a large car dealership, which says that cars were damaged. A mediator "
            "got the dealership to talk, and they settled by phone. The story is true; the names and amounts are made "
            "up."
        ),
        values={
            **_examples.VALETING,
            "dispute": "whether our cleaning damaged four of the cars and, if so, how much should be taken off the "
            "invoice",
            "meeting": "phone",
            "mediation_cost": "768",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A designer who offers to pay more than half the mediator’s fee",
        story="A designer and a café disagree about the last draft of a menu. We made up the names and amounts.",
        values={
            "customer_type": "sole_trader",
            "amount_owed": "1250",
            "invoice_numbers": "17",
            "what_for": "the design of your menu",
            "due_date": "2026-08-14",
            "dispute": "whether a third round of changes was part of the price",
            "meeting": "video",
            "mediation_cost": "180.01",
            "your_share_percent": "75",
            "your_name": "Kim Shah",
            "customer_name": "Rosa Marsh",
        },
        today=_examples.TODAY,
    ),
    _examples.bare("Blank invitation"),
)
