"""The questions about a customer's reply: what kind of reply it was, then only what the answer to that kind needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from calculators import payment_plan
from calculators.kernel import Choice, Letter, Money, Problem, ask, ask_again, in_words, letters, pounds, shared
from calculators.payment_plan import Every

REPLY = "Their reply"


class ReplyKind(Choice):
    """What the customer said in reply to a letter before claim."""

    will_pay = "They’ll pay it all by a date"
    needs_time = "They need time to pay"
    offers_less = "They offer less to settle it"
    admits_part = "They admit only part of it"
    disputes = "They say the work wasn’t right"
    says_paid = "They say they’ve already paid"
    wants_documents = "They ask for documents or details"
    wrong_customer = "They say someone else owes it"
    getting_advice = "They’re getting debt advice"
    paused = "They’re in a Breathing Space or moratorium"
    counterclaims = "They say you owe them money"
    threatens = "They insult or threaten you"
    form_incomplete = "Their Reply Form has gaps"
    wants_mediation = "They want to mediate"
    silent = "They haven’t replied"


class Response(Choice):
    """The reader's answer to an offer."""

    accept = "Yes"
    propose = "No, but I’d accept something else"
    refuse = "No"


OFFERS = ("needs_time", "offers_less")


def _only(*kinds: str) -> dict[str, tuple[str, ...]]:
    return {"reply_kind": kinds}


def _said(question: str, noun: str, hint: str, *kinds: str, high: int = 400) -> Any:
    """An optional text question, asked only for these kinds of reply."""
    return ask(question, noun=noun, group=REPLY, hint=hint, high=high, default="", when=_only(*kinds))


def _day(question: str, noun: str, hint: str, *kinds: str) -> Any:
    return ask(
        question, noun=noun, group=REPLY, hint=hint, low=letters.EARLIEST, high=shared.LATEST, nearest="future",
        default=None, when=_only(*kinds),
    )  # fmt: skip


def _amount(question: str, noun: str, hint: str, kind: str) -> Any:
    return ask(
        question, noun=noun, group=REPLY, hint=hint, low="0.01", high=shared.MOST, default=None, when=_only(kind)
    )


def _of_the_plan(name: str, **words: Any) -> Any:
    """A question of the payment plan, asked only if they need time to pay; `words` can replace its hint."""
    asked = payment_plan.Inputs.__dataclass_fields__[name]
    return ask_again(asked, when=_only("needs_time"), group=REPLY, more=False, shown_when=(), **words)


@dataclass(frozen=True, kw_only=True)
class TheirReply:
    """The questions about the reply."""

    reply_kind: ReplyKind = ask(
        "What did they say?", noun="what they said", group=REPLY, default=ReplyKind.disputes,
        hint="Choose what matters most. If they said two things, answer the other one as well in your letter.",
    )  # fmt: skip
    reply_received: date | None = ask(
        "When did you get their reply?", noun="the date you got their reply", group=REPLY, low=letters.EARLIEST,
        high=shared.LATEST, default=None, hint="Leave this blank if it came today.",
        when=_only(*(one.name for one in ReplyKind if one is not ReplyKind.silent)),
    )  # fmt: skip
    letter_sent_on: date | None = ask(
        "When did you send your letter before claim?", noun="the date of your letter before claim", group=REPLY,
        low=letters.EARLIEST, high=shared.LATEST, default=None,
        hint="The date on the letter. Leave this blank if you haven’t sent one.",
    )  # fmt: skip
    response: Response = ask(
        "What do you say to their offer?", noun="your answer to their offer", group=REPLY, default=Response.propose,
        hint="Try each answer to see how the letter changes.", when=_only(*OFFERS),
    )  # fmt: skip
    promised_date: date | None = _day(
        "When do they say they’ll pay by?", "the date they promised", "For example, 15 January 2027", "will_pay"
    )
    instalment_amount: Money | None = _of_the_plan(
        "instalment_amount", hint="What they offer or, if you say no, what you’d accept."
    )
    every: Every = _of_the_plan("every")
    first_payment_date: date | None = _of_the_plan("first_payment_date", hint="For example, 31 January 2027")
    offer_amount: Money | None = _amount(
        "How much are they offering?",
        "the amount they offer",
        "The total, including VAT. For example, 2,000",
        "offers_less",
    )
    admitted_amount: Money | None = _amount(
        "How much do they admit they owe?", "the amount they admit", "Including VAT. For example, 1,200", "admits_part"
    )
    counterclaim_amount: Money | None = ask_again(
        shared.counterclaim_amount(), group=REPLY, more=False, low=Decimal("0.01"), hint="For example, 500",
        default=None, when=_only("counterclaims"),
    )  # fmt: skip
    refusal_reason: str = _said(
        "If you say no, why isn’t their offer enough?", "why their offer isn’t enough",
        "For example, at this rate it would take six years", *OFFERS,
    )  # fmt: skip
    their_complaint: str = _said(
        "What’s their complaint?", "what they say", "In one sentence, as fairly as you can. For example, the paint on "
        "two doors was scratched",
        "disputes", "admits_part", "counterclaims", "threatens",
    )  # fmt: skip
    your_side: str = _said(
        "What do you say in reply?", "your answer", "Give the facts and your proof. For example, photos from 3 June",
        "disputes", "admits_part", "counterclaims", "threatens",
    )  # fmt: skip
    documents_enclosed: str = _said(
        "Which documents are you sending?", "the documents you’re sending",
        "For example, the signed quote, invoice 1041 and the delivery note", "wants_documents",
    )  # fmt: skip
    documents_missing: str = _said(
        "What can’t you send, and why?", "what you can’t send",
        "Leave this blank if you’re sending everything. For example, the order was placed by phone", "wants_documents",
    )  # fmt: skip
    who_else: str = _said(
        "Who do they say owes the money?",
        "who they say owes it",
        "For example, Harbour Homes Ltd",
        "wrong_customer",
        high=200,
    )
    empty_parts: str = _said(
        "Which sections are blank?", "the blank sections", "For example, how much you could pay each month",
        "form_incomplete",
    )  # fmt: skip
    advice_date: date | None = _day(
        "When is their debt advice appointment?", "the date of their appointment",
        "Leave this blank if you don’t know.",
        "getting_advice",
    )  # fmt: skip
    pause_ends: date | None = _day(
        "When does the pause end?", "the end of the pause", "The date is in the notice you got.", "paused"
    )


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter, TheirReply):
    """What the reader is asked."""

    days_to_answer: int = letters.days_to_answer(14)

    @property
    def received(self) -> date:
        """The date of the reply or, if none was given, the date of the letter."""
        return self.reply_received or self.letter_date

    @property
    def agreed(self) -> bool:
        """Whether the letter accepts the customer's offer or promise."""
        offered = self.reply_kind.name in OFFERS and self.response is Response.accept
        return offered or (self.reply_kind is ReplyKind.will_pay and self.promised_date is not None)

    @property
    def still_owed(self) -> Money | None:
        """What would still be owed on the invoices if the counterclaim were right in full.

        None if nothing would be, or if either amount is missing.
        """
        owed, theirs = self.amount_owed, self.counterclaim_amount
        return None if owed is None or theirs is None or theirs >= owed else owed - theirs

    def problems(self) -> Iterator[Problem]:
        """Problems with the letter or the plan, dates in the wrong order, and amounts not below the debt."""
        yield from Letter.problems(self)
        yield from _dates(self)
        yield from _amounts(self)
        plan = plan_asked(self)
        yield from plan.problems() if plan else ()


def _dates(inputs: Inputs) -> Iterator[Problem]:
    written = in_words(inputs.letter_date)
    if inputs.letter_sent_on and inputs.letter_sent_on > inputs.letter_date:
        yield Problem("letter_sent_on", f"The date of your letter before claim must be {written} or earlier.")
    if inputs.received > inputs.letter_date:
        yield Problem("reply_received", f"The date you got their reply must be {written} or earlier.")
    if inputs.promised_date and inputs.promised_date < inputs.letter_date:
        told = f"The date they promised must be {written} or later. If it has passed, choose “{ReplyKind.silent}”."
        yield Problem("promised_date", told)


def _amounts(inputs: Inputs) -> Iterator[Problem]:
    whole = inputs.whole_sum
    if whole is None:
        return
    for field, noun in (("offer_amount", "The amount they offer"), ("admitted_amount", "The amount they admit")):
        typed = getattr(inputs, field)
        if typed is not None and typed >= whole:
            told = f"{noun} must be less than {pounds(whole)}. If it’s the full amount, choose “{ReplyKind.will_pay}”."
            yield Problem(field, told)


def plan_asked(inputs: Inputs) -> payment_plan.Inputs | None:
    """The payment plan's inputs, or None if there's no plan; a person isn't charged anything for time to pay."""
    owed = inputs.amount_owed if letters.is_person(inputs.customer_type) else inputs.whole_sum
    if inputs.reply_kind is not ReplyKind.needs_time or not owed or inputs.instalment_amount is None:
        return None
    return payment_plan.Inputs(
        nation=inputs.nation,
        customer_type=inputs.customer_type,
        amount_owed=owed,
        solve_for=payment_plan.SolveFor.instalments,
        instalment_amount=inputs.instalment_amount,
        every=inputs.every,
        first_payment_date=inputs.first_payment_date,
        agreement_date=inputs.letter_date,
    )
