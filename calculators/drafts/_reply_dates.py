"""The dates after a reply: when to act by, when to expect an answer, and the earliest date to claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from calculators import payment_plan
from calculators.kernel import (
    ONE_DAY,
    Figure,
    Source,
    figure,
    in_words,
    last_day_to_reply,
    letters,
    next_working_day,
    tell,
)

from ._reply_questions import Inputs, ReplyKind, plan_asked

WITHOUT_NOTICE = (ReplyKind.getting_advice, ReplyKind.wants_mediation)
"""Kinds of reply that are answered without mentioning a claim."""

WAIT, DOCUMENTS, NOTICE, PAUSE = (
    f"england_wales.{name}"
    for name in ("reply_form_wait_days", "documents_days", "claim_notice_days", "breathing_space_days")
)


@dataclass(frozen=True, kw_only=True)
class KeyDate:
    """A date to keep; `why` is the note in the calendar."""

    day: date = tell("Date")
    what: str = tell("What happens")
    why: str


@dataclass(frozen=True, kw_only=True)
class Dates:
    """The dates that follow from a reply; any that doesn't apply is None."""

    reply_by: date | None
    documents_by: date | None
    claim_from: date | None
    letter_deadline: date | None
    plan: payment_plan.Result | None

    @property
    def by(self) -> str:
        """The day to reply by, in words, or a blank to fill in."""
        return in_words(self.reply_by) if self.reply_by else "[date]"


def dates_of(inputs: Inputs) -> Dates:
    """The dates for this reply."""
    asked = plan_asked(inputs)
    reply_by = letters.answer_by(inputs, inputs.days_to_answer) if _wants_an_answer(inputs) else None
    return Dates(
        reply_by=reply_by,
        documents_by=_documents_by(inputs),
        claim_from=_claim_from(inputs, reply_by),
        letter_deadline=_letter_deadline(inputs),
        plan=payment_plan.calculate(asked) if asked else None,
    )


def _wants_an_answer(inputs: Inputs) -> bool:
    promised = inputs.reply_kind is ReplyKind.will_pay and inputs.agreed
    return not promised and inputs.reply_kind not in (ReplyKind.paused, ReplyKind.silent)


def protocol_days(name: str, inputs: Inputs) -> int:
    """The number of days that a rule of the Protocol sets, as in force on the date of the letter."""
    return int(_figure(name, inputs.letter_date).value)


@cache
def _figure(name: str, on: date) -> Figure:
    return figure(name, on)


def _letter_deadline(inputs: Inputs) -> date | None:
    sent = inputs.letter_sent_on
    return sent and last_day_to_reply(inputs.nation, inputs.customer_type, sent)


def _documents_by(inputs: Inputs) -> date | None:
    """The last date to send documents under the Protocol, even if it isn't a working day.

    None if the customer didn't ask for documents or the Protocol doesn't apply.
    """
    if inputs.reply_kind is not ReplyKind.wants_documents or not letters.under_debt_protocol(inputs):
        return None
    return inputs.received + timedelta(days=protocol_days(DOCUMENTS, inputs))


def _claim_from(inputs: Inputs, reply_by: date | None) -> date | None:
    """The earliest working day to claim; None if an agreement rules a claim out or the date isn't known.

    To be safe, any written reply counts as a Reply Form, and each waiting period must be over in full.
    """
    if inputs.reply_kind is ReplyKind.paused:
        return _after(inputs, inputs.pause_ends) if inputs.pause_ends else None
    if inputs.agreed and (letters.under_debt_protocol(inputs) or inputs.reply_kind is not ReplyKind.will_pay):
        return None
    last = [one for one in _waits(inputs, reply_by) if one]
    return _after(inputs, max(last)) if last else None


def _after(inputs: Inputs, last: date) -> date:
    return next_working_day(max(last, inputs.letter_date - ONE_DAY) + ONE_DAY, inputs.nation.name)


def _waits(inputs: Inputs, reply_by: date | None) -> Iterator[date | None]:
    """The last day of each waiting period; None if a period has no date."""
    yield _letter_deadline(inputs)
    if inputs.reply_kind is ReplyKind.silent:
        return
    yield from (reply_by, inputs.promised_date, inputs.advice_date)
    if letters.under_debt_protocol(inputs):
        wait, notice = (timedelta(days=protocol_days(one, inputs)) for one in (WAIT, NOTICE))
        yield inputs.received + wait
        if inputs.reply_kind is ReplyKind.wants_documents:
            yield inputs.letter_date + wait
        yield _notice_from(inputs, reply_by) + notice


def _notice_from(inputs: Inputs, reply_by: date | None) -> date:
    """The date when notice of a claim is given.

    The date of this letter or, if it doesn't mention a claim, the later of their deadline and their appointment.
    """
    if inputs.reply_kind in WITHOUT_NOTICE:
        return max(one for one in (reply_by, inputs.advice_date) if one)
    return inputs.letter_date


# How the dates are shown


def told(inputs: Inputs, found: Dates) -> Iterator[KeyDate]:
    """The dates in order; the first is when to send the letter, unless the customer hasn't replied."""
    sending = "Confirm the pause in writing" if inputs.reply_kind is ReplyKind.paused else "Send your letter"
    if inputs.reply_kind is not ReplyKind.silent:
        yield KeyDate(day=inputs.letter_date, what=sending, why="The dates below are counted from this one.")
    yield from sorted(_coming(inputs, found), key=lambda one: one.day)


def _coming(inputs: Inputs, found: Dates) -> Iterator[KeyDate]:
    yield from (KeyDate(day=day, what=what, why=why) for day, what, why in _theirs(inputs, found) if day)
    if found.plan and inputs.agreed:
        yield KeyDate(day=found.plan.schedule[0].due, what="First instalment", why="Check your account that day.")
        yield KeyDate(day=found.plan.last_due, what="Last instalment", why="The debt is then paid in full.")
    if found.claim_from:
        what = f"Earliest date to claim: {_why_then(inputs)}"
        yield KeyDate(day=found.claim_from, what=what, why="Claiming before this date could cost you money.")


def _theirs(inputs: Inputs, found: Dates) -> Iterator[tuple[date | None, str, str]]:
    """Each date that one side has to keep, with its title and note; the date is None if it doesn't apply."""
    if inputs.reply_kind is ReplyKind.silent:
        yield found.letter_deadline, "Their last day to answer your letter before claim", _reply_time(inputs)
    yield found.documents_by, "Last day to send the documents", "This is counted from the day they asked."
    yield found.reply_by, "Their answer to your letter is due", "The date given in your letter."
    yield inputs.promised_date, "The date they’ve promised to pay by", "Check your account that day."
    yield inputs.advice_date, "Their debt advice appointment", "Give them time to act on it."
    yield inputs.pause_ends, "The pause ends", "The date in the notice."


def _reply_time(inputs: Inputs) -> str:
    return f"This is counted from {in_words(inputs.letter_sent_on)}." if inputs.letter_sent_on else ""


def _why_then(inputs: Inputs) -> str:
    if inputs.reply_kind is ReplyKind.paused:
        return "the pause is over."
    if inputs.reply_kind is ReplyKind.silent or not letters.under_debt_protocol(inputs):
        return "their time to answer is up."
    wait, notice = (protocol_days(one, inputs) for one in (WAIT, NOTICE))
    if inputs.reply_kind is ReplyKind.wants_documents:
        return f"{wait} days have passed since their reply and since you sent the documents."
    if inputs.reply_kind in WITHOUT_NOTICE:
        return f"{wait} days have passed since their reply. Give {notice} days’ notice first."
    return f"{wait} days have passed since their reply, and the {notice} days’ notice in your letter is up."


def sources(inputs: Inputs) -> Iterator[Source]:
    """The rules that the dates are based on; none if the Protocol doesn't apply."""
    if not letters.under_debt_protocol(inputs):
        return
    if inputs.reply_kind is ReplyKind.paused:
        yield Source(field="dates", figure=_figure(PAUSE, inputs.letter_date))
        return
    names = (WAIT, DOCUMENTS) if inputs.reply_kind is ReplyKind.wants_documents else (WAIT, NOTICE)
    yield from (Source(field="claim_from", figure=_figure(name, inputs.letter_date)) for name in names)
