"""The letter: a warning about a late payment or, once a warning has run out, a request for the whole balance."""

from collections.abc import Iterator
from datetime import date

from calculators import payment_plan
from calculators.kernel import Draft, Paragraph, Part, in_words, letters, pounds, pounds_and_pence

from .result_types import PlanState
from .sums import Tracked

HEADINGS = ("Payment", "Due", "Amount", "Received")


def draft_of(found: Tracked) -> Draft | None:
    """The letter for the state of the plan, or None if nothing is late or a warning is still running."""
    if found.state is PlanState.late:
        return _write(found, _warning(found))
    return _write(found, _default(found)) if found.state is PlanState.broken else None


def _write(found: Tracked, paragraphs: Iterator[Paragraph]) -> Draft:
    late = found.state is PlanState.late
    return letters.write(
        found.inputs, paragraphs, does="", asks_for=found.arrears if late else found.on_default,
        reply_by=_answer_by(found), cautions=(), next_steps=(), working=(),
    )  # fmt: skip


def _answer_by(found: Tracked) -> date:
    return payment_plan.pay_by(found.inputs.plan, found.inputs.letter_date)


def _warning(found: Tracked) -> Iterator[Paragraph]:
    inputs, day = found.inputs, in_words(_answer_by(found))
    yield from letters.top(inputs, f"Late payment under our payment plan: {letters.invoices(inputs)}")
    yield Paragraph(
        f"{_agreed(found)} The following has not been received in full:",
        "This says what they promised and when, so that they can check it against their own copy.",
    )
    yield _what_is_late(found)
    yield Paragraph(
        f"{_names(found)}Please pay {pounds(found.arrears)} by {day}.",
        "This asks for one amount by one date. Our drafts give them this much time after a written notice.",
    )
    yield Paragraph(
        _if_not(found, day),
        "This says once, calmly, what happens next under the plan, so it doesn’t come as a surprise.",
    )
    yield from _ways_out(found)
    yield letters.how_to_pay(inputs)
    yield letters.bottom(inputs)


def _agreed(found: Tracked) -> str:
    day = in_words(found.inputs.agreement_date)
    if found.inputs.is_person:
        return f"On {day}, I told you that I would wait while you paid {pounds(found.plan.total)} by instalments."
    return f"In our agreement of {day}, you agreed to pay {pounds(found.plan.total)} by instalments."


def _names(found: Tracked) -> str:
    return "" if found.inputs.is_person else "This is the written notice that our agreement provides for. "


def _what_is_late(found: Tracked) -> Paragraph:
    rows = [
        (f"Instalment {one.number}" if one.number else "Deposit", in_words(one.due), pounds_and_pence(one.payment),
         pounds_and_pence(one.paid))
        for one in found.late
    ]  # fmt: skip
    lines = (f"{name}, due on {due}: {amount}, of which {paid} has been received." for name, due, amount, paid in rows)
    table = (HEADINGS, *rows)
    return Paragraph("\n".join(lines), "This shows what’s late, to the penny.", Part.schedule, table)


def _if_not(found: Tracked, day: str) -> str:
    whole = pounds(found.on_default)
    if found.inputs.is_person:
        return (
            f"If I have not received it by {day}, I may stop waiting and ask for the whole balance, which is {whole} "
            "today."
        )
    return (
        f"If I have not received it by {day}, the whole balance will become due at once under our agreement, and I may "
        f"then claim it in court. The balance today is {whole}."
    )


def _ways_out(found: Tracked) -> Iterator[Paragraph]:
    yield Paragraph(
        "If you have already sent the payment, thank you, and please ignore this letter.",
        "Letters and payments can cross in the post. If you say so, your letter won’t cause offence.",
    )
    yield Paragraph(
        "If your circumstances have changed, please call me before that date. I would rather agree new dates in "
        "writing than see the plan fail.",
        "A new plan that they can keep to is often better than a broken one.",
    )
    if found.inputs.is_person:
        yield Paragraph(
            "You can also get free, independent advice from a debt adviser.",
            "People who get advice are more likely to pay.",
        )


def _default(found: Tracked) -> Iterator[Paragraph]:
    inputs, day = found.inputs, in_words(_answer_by(found))
    warned = in_words(inputs.warned_on) if inputs.warned_on else "[date]"
    yield from letters.top(inputs, f"The whole balance is now due: {letters.invoices(inputs)}")
    yield Paragraph(
        f"{_agreed(found)} I wrote to you on {warned} because a payment was late, and asked you to pay it by "
        f"{in_words(found.pay_by)}. It has not arrived in full.",
        "This sets out the promise, the warning and the date that has passed. A court would look for all three.",
    )
    yield _what_is_late(found)
    yield Paragraph(
        _now_due(found, day),
        "This asks for the whole balance, as the plan says, and sets a deadline.",
    )
    if inputs.interest_a_day and not inputs.is_person:
        yield Paragraph(
            "Interest is running on the balance again, at the same rate as before.",
            "Our draft agreement stops interest while they pay on time. Take this out if yours doesn’t say so.",
        )
    yield Paragraph(
        "If you cannot pay it all, please tell me by then what you can pay and when. Otherwise, my next step will be "
        "a letter before claim.",
        "This gives them one more chance to talk. Only leave the last sentence in if you mean it.",
    )
    yield letters.how_to_pay(inputs)
    yield letters.bottom(inputs)


def _now_due(found: Tracked, day: str) -> str:
    whole = pounds(found.on_default)
    if found.inputs.is_person:
        return f"I am therefore no longer willing to wait. Please pay the whole balance of {whole} by {day}."
    return f"The whole balance of {whole} is therefore now due under our agreement. Please pay it by {day}."
