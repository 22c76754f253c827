"""The letter that answers a customer's reply to a letter before claim, in a version for each kind of reply."""

from collections.abc import Callable, Iterator, Mapping

from calculators.kernel import Paragraph, in_words, letters, pounds

from ._reply_dates import WITHOUT_NOTICE, Dates
from ._reply_questions import Inputs, ReplyKind, Response
from .letter_before_claim import COURTS

Body = Callable[[Inputs, Dates], Iterator[Paragraph]]


def paragraphs(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    """Every paragraph of the letter."""
    kind = inputs.reply_kind
    subject = SUBJECTS.get(kind, "Your reply")
    yield from letters.top(inputs, f"{subject}: {letters.invoices(inputs)}")
    yield from _thanks(inputs)
    yield from BODIES[kind](inputs, dates)
    if kind not in (*WITHOUT_NOTICE, ReplyKind.paused):
        yield letters.how_to_pay(inputs)
    yield from _if_nothing_comes(inputs, dates)
    yield letters.bottom(inputs)


SUBJECTS = {
    ReplyKind.silent: "My letter before claim",
    ReplyKind.paused: "Your notice of a pause",
    ReplyKind.wants_mediation: "Mediation",
}


def _thanks(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.reply_kind in (ReplyKind.silent, ReplyKind.paused):
        return
    opening = OPENINGS.get(inputs.reply_kind, "Thank you for your reply")
    yield Paragraph(
        f"{opening}, which reached me on {in_words(inputs.received)}. It concerns the {letters.owed_for(inputs)}.",
        "This says which message you’re answering and which debt it’s about. The date can matter in court.",
    )
    yield from letters.on_top(inputs)


OPENINGS = {
    ReplyKind.threatens: "I have read your message",
    ReplyKind.form_incomplete: "Thank you for your Reply Form",
}


# They pay, or offer to


def _will_pay(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    owed = letters.sum_in(inputs.whole_sum)
    if inputs.promised_date is None:
        yield Paragraph(
            f"You say that you will pay. Please tell me by {dates.by} when {owed} will reach my account.",
            "You can’t hold anyone to “soon”, so ask for a date.",
        )
        return
    yield Paragraph(
        f"You say that you will pay {owed} by {in_words(inputs.promised_date)}. I accept that, and I will "
        "take no further step before then.",
        "This records their promise and yours, with a date.",
    )


def _needs_time(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    if inputs.response is Response.accept:
        yield from _waiting(inputs, dates)
        return
    yield Paragraph(
        "I have considered your offer to pay over time. I cannot accept it, because "
        f"{letters.sentence(inputs.refusal_reason, 'your reasons')}",
        "If an individual offers instalments and you say no, the rules expect you to give your reasons in writing.",
    )
    if inputs.response is Response.propose:
        yield Paragraph(
            f"I would accept {_plan(inputs, dates)}. Please tell me by {dates.by} whether you agree.",
            "Suggesting your own plan moves things on.",
        )
        return
    yield Paragraph(
        f"Please send me a better offer by {dates.by}, together with the completed Financial Statement form, so that "
        "I can see what you can afford.",
        "They can still make a better offer, and you’ve asked for the facts you need to consider it.",
    )


def _waiting(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    person = letters.is_person(inputs.customer_type)
    yield Paragraph(
        f"I am willing to wait while you pay {_plan(inputs, dates)}. As long as every payment reaches me on time, I "
        "will take no further step to recover the debt.",
        "This says exactly what you accept. Only agree to what they can really keep to.",
    )
    yield Paragraph(
        "I ask for nothing in return for waiting. There is no interest and no fee, and you give up no rights. You "
        "still owe the whole debt."
        if person
        else f"I will send you a short agreement with these dates. Please sign it and return it by {dates.by}.",
        "If you charge interest or a fee, or they give up a right, this could be a credit agreement, and you’d need to "
        "be authorised by the Financial Conduct Authority to make one."
        if person
        else "Their signature is proof that they owe the money.",
    )


def _plan(inputs: Inputs, dates: Dates) -> str:
    each = f"{letters.sum_in(inputs.instalment_amount)} {str(inputs.every).lower()}"
    plan = dates.plan
    if plan is None:
        return f"{each}, starting on [date]"
    first, last = in_words(plan.schedule[0].due), in_words(plan.last_due)
    if plan.instalments == 1:
        return f"{pounds(plan.last_payment)} on {last}"
    return f"{each} from {first}, with a last payment of {pounds(plan.last_payment)} on {last}"


def _offers_less(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    offer = letters.sum_in(inputs.offer_amount, "their offer")
    if inputs.response is Response.accept:
        yield Paragraph(
            f"I am willing to settle for {offer}, provided that it reaches my account by {dates.by} and that we both "
            "sign the settlement agreement that I will send you. Until then the full amount is still due.",
            (
                "You only give up the rest if they sign and pay. If they don’t dispute the debt, a promise to take "
                "less isn’t binding without a deed."
            ),
        )
        return
    because = f", because {letters.sentence(inputs.refusal_reason, '')}" if inputs.refusal_reason else "."
    yield Paragraph(
        f"I have considered your offer of {offer}. I cannot accept it{because}",
        "This is a clear no. Saying yes with conditions would count as a no too.",
    )
    ending = (
        "I am sending you an offer of my own in a separate letter."
        if inputs.response is Response.propose
        else f"If you wish to make a better offer, please do so by {dates.by}."
    )
    yield Paragraph(
        f"{ending} Meanwhile the full amount is still due.",
        "Put an offer in a separate letter, so that the judge doesn’t see it.",
    )


# They dispute it


def _admits_part(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    admitted = letters.sum_in(inputs.admitted_amount, "the part they admit")
    yield Paragraph(
        f"You accept that you owe {admitted}. Please pay that part by {dates.by}. I will accept it as part payment, "
        "and it will not affect my claim for the rest.",
        "There’s no reason for them not to pay the part they admit.",
    )
    yield from _their_point_and_mine(inputs)
    yield _talk(dates)


def _disputes(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield from _their_point_and_mine(inputs)
    yield Paragraph(
        f"Please tell me by {dates.by} which part of the invoice you accept, and pay that part by the same date.",
        "A dispute is rarely about the whole invoice, and they can pay the part they accept now.",
    )
    yield _talk(dates)


def _their_point_and_mine(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "As I understand it, your complaint is as follows: "
        f"{letters.sentence(inputs.their_complaint, 'what they say')}",
        "This shows that you’ve read what they said. Put it fairly, because a judge may read this letter.",
    )
    yield Paragraph(
        f"My response is as follows: {letters.sentence(inputs.your_side, 'your answer, point by point')} Copies of the "
        "supporting documents are enclosed.",
        "Stick to the facts and the documents, and don’t blame anyone.",
    )


def _talk(dates: Dates) -> Paragraph:
    return Paragraph(
        "I would like to settle this with you. I am willing to meet, or to use a mediator. Please tell me by "
        f"{dates.by} whether you are willing to do the same.",
        "Courts expect both sides to try to settle. This is your proof that you did.",
    )


def _counterclaims(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        f"You say that I owe you {letters.sum_in(inputs.counterclaim_amount)} for this reason: "
        f"{letters.sentence(inputs.their_complaint, 'what they say it is for')}",
        "This puts their claim in one line, so that you both know what it is.",
    )
    answer = letters.sentence(inputs.your_side, "what you accept of it, what you do not, and why")
    yield Paragraph(
        f"My response is as follows: {answer} If you still say that I owe you this money, please send me the details "
        f"and copies of your documents by {dates.by}.",
        "Admit what’s right, and ask for proof of the rest.",
    )
    if inputs.still_owed is not None:
        yield Paragraph(
            f"Even if you were right about all of it, {pounds(inputs.still_owed)} would still be due. Please pay that "
            "amount now.",
            "Even on their own figures, they owe you this much.",
        )
    yield _talk(dates)


def _threatens(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        "If you have a complaint about the work or the invoice, please put it in writing and send it to my address "
        f"above by {dates.by}. I will answer every point. I will not respond to remarks about me or my staff.",
        "This takes any real complaint seriously and ignores the rest.",
    )
    if inputs.their_complaint or inputs.your_side:
        yield from _their_point_and_mine(inputs)
    yield Paragraph(
        "The invoice is a separate matter, and payment is still due.",
        "A threat doesn’t change what they owe.",
    )


# Other replies


def _says_paid(_: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        f"I have checked my account and cannot find this payment. By {dates.by}, please send me the date and amount "
        "of the payment, the reference, the account that it was paid into, and a copy of the bank statement that "
        "shows it.",
        "With these details, a payment can be traced. Check your own accounts first.",
    )
    yield Paragraph(
        "If it went to an account other than the one below, please contact your bank today, because it may still be "
        "able to trace the money. If you find that the invoice has not been paid, please pay it by the same date.",
        "Criminals change the bank details on invoices, and a bank can only act if it’s told quickly.",
    )


def _wants_documents(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        f"I enclose the following: {letters.sentence(inputs.documents_enclosed, 'the documents that you are sending')}",
        "The list is your proof of what you sent. Send copies, not originals.",
    )
    if inputs.documents_missing:
        yield Paragraph(
            f"I cannot send everything that you asked for: {letters.sentence(inputs.documents_missing, '')}",
            "The rules let you explain why something isn’t available.",
        )
    yield Paragraph(
        f"By {dates.by}, please either pay the invoice or tell me which part of it you dispute and why.",
        "They now have what they asked for, so you can ask for an answer.",
    )


def _wrong_customer(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    who = letters.typed(inputs.who_else, "the name they gave")
    yield Paragraph(
        f"You say that the invoice should be paid by {who}. I understood that I was dealing with you, because the "
        "order and our messages are in your name. Copies are enclosed.",
        "Say what shows that they’re your customer. Take this out if it isn’t true.",
    )
    yield Paragraph(
        f"If you ordered on behalf of {who}, please send me, by {dates.by}, a copy of the document in which you told "
        f"me this, and the full legal name and address of {who}. If you cannot, please pay the invoice by the same "
        "date.",
        "You need the right name before you claim. If they’re right, write to that person or business instead.",
    )


def _getting_advice(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    waits = f" I will not start a claim before {in_words(dates.claim_from)}." if dates.claim_from else ""
    yield Paragraph(
        f"I am glad that you are getting advice.{waits} If you need longer, please tell me when your appointment is "
        "and who is advising you.",
        "People who’ve had advice tend to make offers they can keep to. The rules ask you to allow them a reasonable "
        "time.",
    )
    yield Paragraph(
        f"Please tell me by {dates.by} how far you have got. Your adviser is welcome to write to me instead.",
        "This keeps you in touch without putting pressure on them.",
    )


def _paused(inputs: Inputs, _: Dates) -> Iterator[Paragraph]:
    until = in_words(inputs.pause_ends) if inputs.pause_ends else f"the {_pause(inputs)} ends"
    yield Paragraph(
        f"I have been told that a {_pause(inputs)} applies to {letters.invoices(inputs)} for "
        f"{letters.typed(inputs.what_for, 'what you did or supplied')} ({letters.sum_in(inputs.whole_sum)}).",
        "This confirms which debt you mean, and doesn’t ask for anything.",
    )
    promise = NO_STEPS if letters.under_debt_protocol(inputs) else NO_FORBIDDEN_STEPS
    yield Paragraph(
        f"{promise.format(until=until)} You do not need to reply to this letter.",
        "This is your proof that you’ve stopped. Send a copy to the adviser named in the notice.",
    )


NO_STEPS = "I will not ask you for payment, add interest or take any other step about this debt until {until}."
NO_FORBIDDEN_STEPS = (
    "I will take no step that the moratorium forbids until {until}. I keep my other rights, including any right to "
    "interest."
)
"""Wording for a moratorium: only a Breathing Space also stops interest and demands (SI 2020/1311, regulation 7)."""


def _pause(inputs: Inputs) -> str:
    return "Breathing Space" if letters.under_debt_protocol(inputs) else "moratorium"


def _form_incomplete(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        "These sections of the form are still blank: "
        f"{letters.sentence(inputs.empty_parts, 'the blank sections')} A copy is enclosed with those sections marked.",
        "Say what’s missing, so they don’t have to guess.",
    )
    yield Paragraph(
        f"Please fill them in and return the form by {dates.by}, or call me and we can go through it together. If "
        "you would like free advice first, please tell me.",
        "A call is often quicker than a form.",
    )


def _wants_mediation(_: Inputs, dates: Dates) -> Iterator[Paragraph]:
    yield Paragraph(
        "I agree to mediate. I suggest one of these mediators: [two or three names, with their fees]. I am available "
        "on these dates: [dates]. I suggest that we each pay half of the fee.",
        "With names, dates and the cost in front of them, they can simply say yes.",
    )
    yield Paragraph(
        f"Please tell me by {dates.by} which mediator and date suit you, or suggest others.",
        "Without a date, you could still be talking about mediation months from now.",
    )


def _silent(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    sent = in_words(inputs.letter_sent_on) if inputs.letter_sent_on else "[date of your letter]"
    until = in_words(dates.letter_deadline) if dates.letter_deadline else "[date]"
    yield Paragraph(
        f"I wrote to you on {sent} about the {letters.owed_for(inputs)}, and asked for a reply by {until}. I have not "
        "received one.",
        "This sets out the facts, for you and for the court.",
    )
    yield from letters.on_top(inputs)
    yield Paragraph(
        f"I am now preparing a claim in the {COURTS[inputs.nation]}. If you pay, or tell me what you dispute, before I "
        "start it, a claim may not be necessary.",
        (
            "It doesn’t set a new date, because a second deadline suggests that the first one didn’t matter. You don’t "
            "have to send this."
        ),
    )


BODIES: Mapping[ReplyKind, Body] = {
    ReplyKind.will_pay: _will_pay,
    ReplyKind.needs_time: _needs_time,
    ReplyKind.offers_less: _offers_less,
    ReplyKind.admits_part: _admits_part,
    ReplyKind.disputes: _disputes,
    ReplyKind.says_paid: _says_paid,
    ReplyKind.wants_documents: _wants_documents,
    ReplyKind.wrong_customer: _wrong_customer,
    ReplyKind.getting_advice: _getting_advice,
    ReplyKind.paused: _paused,
    ReplyKind.counterclaims: _counterclaims,
    ReplyKind.threatens: _threatens,
    ReplyKind.form_incomplete: _form_incomplete,
    ReplyKind.wants_mediation: _wants_mediation,
    ReplyKind.silent: _silent,
}


# What happens next


def _if_nothing_comes(inputs: Inputs, dates: Dates) -> Iterator[Paragraph]:
    """A warning that a claim may follow, which also gives the notice that the Protocol requires (paragraph 8.2)."""
    if dates.claim_from is None or inputs.reply_kind in SAYS_ENOUGH:
        return
    why = "This says what happens next, and gives them notice of a claim."
    if inputs.reply_kind is ReplyKind.will_pay and inputs.promised_date:
        words = (
            f"If the payment has not reached me by {in_words(inputs.promised_date)}, I may start a claim in the "
            f"{COURTS[inputs.nation]}."
        )
    else:
        words = (
            f"If we cannot settle this, I may start a claim in the {COURTS[inputs.nation]}, but I will not do so "
            f"before {in_words(dates.claim_from)}. I hope that this will not be necessary."
        )
    yield Paragraph(words, why)


SAYS_ENOUGH = (*WITHOUT_NOTICE, ReplyKind.paused, ReplyKind.silent)
