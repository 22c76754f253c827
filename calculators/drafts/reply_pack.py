"""A customer's reply to a letter before claim: what it means, what to do and by when, and the letter to send back."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import ClassVar

from calculators.kernel import (
    Action,
    CustomerType,
    Download,
    Draft,
    Event,
    Example,
    Money,
    Nation,
    Step,
    adding_up,
    data_file,
    ics,
    in_words,
    last_day_to_claim,
    letter_files,
    letters,
    pounds,
    step,
    tell,
)

from . import _examples
from ._reply_dates import DOCUMENTS, WAIT, Dates, KeyDate, dates_of, protocol_days, sources, told
from ._reply_letters import paragraphs
from ._reply_questions import Inputs, ReplyKind, Response

TITLE = "When they reply to your letter"
ACTION = "Show what to do"

__all__ = [
    "ACTION", "EXAMPLES", "TITLE", "Inputs", "ReplyKind", "Response", "Result", "action", "calculate", "downloads",
    "events",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Result(Draft):
    """What the reader is told: what the reply means and what to do about it, and the letter."""

    LETTER_FIRST: ClassVar[bool] = False

    lead: str
    asks_for: Money | None = tell("Amount the letter asks for", absent="none, or a blank to fill in")
    todo: tuple[str, ...] = tell("What to do", key=True)
    dates: tuple[KeyDate, ...] = tell("Your dates", key=True)
    claim_from: date | None = tell("Earliest date to claim", absent="none during an agreement or a pause")
    documents_by: date | None = tell("Last day to send documents", absent="")
    still_owed: Money | None = tell("Still owed, even on your customer’s figures", absent="")
    avoid: tuple[str, ...] = tell("What not to do")
    page: str
    page_label: str


def calculate(inputs: Inputs) -> Result:
    """What to do about this reply, and the letter.

    Days are calendar days; a deadline to answer that isn't a working day moves to the next one. In England and Wales,
    if a person owes the debt: the Pre-Action Protocol for Debt Claims, paragraphs 4, 5, 6 and 8.
    """
    dates, advice = dates_of(inputs), data_file("drafts/replies")[inputs.reply_kind.name]
    draft = letters.write(
        inputs,
        paragraphs(inputs, dates),
        does="",
        asks_for=_asks_for(inputs),
        reply_by=dates.reply_by,
        cautions=_cautions(inputs, dates),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        sources=sources(inputs),
        working=_working(inputs),
    )
    response = f"_{inputs.response.name}"
    common = {one.name: getattr(draft, one.name) for one in fields(draft)}
    return Result(
        **common | {"headline": _headline(inputs, dates), "cautions": (*draft.cautions[1:], draft.cautions[0])},
        lead=_means(inputs, advice),
        todo=tuple(advice["do"]),
        dates=tuple(told(inputs, dates)),
        claim_from=dates.claim_from,
        documents_by=dates.documents_by,
        still_owed=inputs.still_owed,
        avoid=tuple(advice["avoid"]),
        page=advice.get(f"page{response}") or advice.get("page", ""),
        page_label=advice.get(f"label{response}") or advice.get("label", ""),
    )


def _asks_for(inputs: Inputs) -> Money | None:
    if inputs.reply_kind is ReplyKind.paused:
        return None
    accepted = inputs.offer_amount if inputs.response is Response.accept else None
    return inputs.admitted_amount or accepted or inputs.whole_sum


def _working(inputs: Inputs) -> list[Step]:
    """How the debt adds up and, if the customer counterclaims, what would still be owed on their figures."""
    steps = letters.sum_steps(inputs)
    if inputs.still_owed is None or inputs.amount_owed is None or inputs.counterclaim_amount is None:
        return steps
    theirs = step("Less what they say you owe them", -inputs.counterclaim_amount)
    return [
        *steps,
        *adding_up("Still owed, on your customer’s figures", [step("Unpaid invoices", inputs.amount_owed), theirs]),
    ]


# The headline


def _headline(inputs: Inputs, dates: Dates) -> str:
    sentence = HEADLINES[inputs.reply_kind] if inputs.reply_kind in HEADLINES else _by_answer(inputs, dates)
    words = {name: in_words(day) if (day := getattr(dates, name)) else "" for name in ("reply_by", "documents_by")}
    whole = sentence.format(**words)
    return f"{whole} Don’t claim before {in_words(dates.claim_from)}." if _is_held_back(inputs, dates) else whole


def _is_held_back(inputs: Inputs, dates: Dates) -> bool:
    """Whether the headline must add the earliest date to claim under the Protocol."""
    return bool(dates.claim_from) and letters.under_debt_protocol(inputs) and inputs.reply_kind not in TELLS_WHEN


TELLS_WHEN = (ReplyKind.will_pay, ReplyKind.paused, ReplyKind.silent)

HEADLINES = {
    ReplyKind.disputes: "Answer each point in a letter, enclose your documents, and offer to mediate.",
    ReplyKind.says_paid: "Check your accounts, then ask for proof of the payment by {reply_by}.",
    ReplyKind.wrong_customer: "Check whose name is on the order, and ask for proof by {reply_by}.",
    ReplyKind.getting_advice: "Give them time for advice, and tell them so in writing.",
    ReplyKind.threatens: "Don’t answer the insults. Send one calm letter about the invoice.",
    ReplyKind.form_incomplete: "Ask them to fill in the blank sections by {reply_by}.",
    ReplyKind.wants_mediation: "Say yes, and suggest mediators and dates.",
}


def _by_answer(inputs: Inputs, dates: Dates) -> str:
    """The headline for a kind of reply that depends on other answers too."""
    return {
        ReplyKind.will_pay: _on_a_promise,
        ReplyKind.needs_time: _on_instalments,
        ReplyKind.offers_less: _on_an_offer,
        ReplyKind.admits_part: _on_a_part,
        ReplyKind.wants_documents: _on_documents,
        ReplyKind.paused: _on_a_pause,
        ReplyKind.counterclaims: _on_a_counterclaim,
        ReplyKind.silent: _on_silence,
    }[inputs.reply_kind](inputs, dates)


def _on_a_promise(inputs: Inputs, _: Dates) -> str:
    if inputs.promised_date is None:
        return "Ask them in writing when they’ll pay, and give them until {reply_by} to answer."
    return (
        f"Confirm in writing that you’ll wait until {in_words(inputs.promised_date)}, and check your account that day."
    )


def _on_instalments(inputs: Inputs, dates: Dates) -> str:
    if inputs.response is not Response.accept:
        own = ", and offer your own plan" if inputs.response is Response.propose else ", and ask for a better offer"
        return f"Tell them in writing why their offer isn’t enough{own}."
    until = f" until {in_words(dates.plan.last_due)}" if dates.plan else ""
    return f"Say yes in writing with the dates and amounts, and wait{until} as long as they pay on time."


def _on_an_offer(inputs: Inputs, _: Dates) -> str:
    offer = pounds(inputs.offer_amount) if inputs.offer_amount else "the lower amount"
    return {
        Response.accept: f"Accept {offer} only if they sign an agreement and the money reaches your account.",
        Response.propose: f"Turn down {offer} in writing, and send your own offer in a separate letter.",
        Response.refuse: f"Turn down {offer} in writing, and say that you’d consider a better offer.",
    }[inputs.response]


def _on_a_part(inputs: Inputs, _: Dates) -> str:
    part = f"the {pounds(inputs.admitted_amount)}" if inputs.admitted_amount else "the part"
    return f"Give them until {{reply_by}} to pay {part} they admit, and keep talking about the rest."


def _on_documents(inputs: Inputs, dates: Dates) -> str:
    return (
        "Send what they’ve asked for by {documents_by}." if dates.documents_by else "Send what they’ve asked for today."
    )


def _on_a_pause(inputs: Inputs, _: Dates) -> str:
    until = f"until {in_words(inputs.pause_ends)}" if inputs.pause_ends else "until the date in the notice"
    if letters.under_debt_protocol(inputs):
        return f"Take no more action on this debt {until}. The pause doesn’t cancel what they owe."
    return f"Don’t go to court or enforce anything {until}. The pause doesn’t cancel what they owe."


def _on_a_counterclaim(inputs: Inputs, _: Dates) -> str:
    if inputs.still_owed is None:
        return "Answer their claim that you owe them money, and ask for proof by {reply_by}."
    return (
        f"Even on their own figures they owe you {pounds(inputs.still_owed)}, so ask for that now and answer the rest."
    )


def _on_silence(inputs: Inputs, dates: Dates) -> str:
    if dates.letter_deadline is None or dates.claim_from is None:
        return "Once the date in your letter before claim has passed, decide whether to claim."
    if dates.letter_deadline >= inputs.letter_date:
        return f"They have until {in_words(dates.letter_deadline)} to answer, so wait."
    return "Their time to answer is up, so decide whether to claim."


def _means(inputs: Inputs, advice: dict[str, str]) -> str:
    person = letters.is_person(inputs.customer_type)
    if letters.under_debt_protocol(inputs):
        found = advice.get("means_to_person")
    elif person and inputs.nation is Nation.scotland:
        found = advice.get("scotland")
    elif inputs.customer_type is CustomerType.company and inputs.nation is not Nation.northern_ireland:
        found = advice.get("company")
    else:
        found = None
    days = {"wait_days": protocol_days(WAIT, inputs), "documents_days": protocol_days(DOCUMENTS, inputs)}
    return (found or advice["means"]).format(**days)


# What else to know


def _cautions(inputs: Inputs, dates: Dates) -> Iterator[str]:
    yield from _if_longer(inputs, dates)
    up = last_day_to_claim(inputs.nation, inputs.due_date)
    if up and dates.claim_from and dates.claim_from >= up:
        waits = "these waiting periods are over. The rules allow for cases as urgent as this."
        until = "the pause ends." if inputs.reply_kind is ReplyKind.paused else waits
        yield f"Get advice today: your time limit to claim may run out on {in_words(up)}, before {until}"
    if inputs.agreed and letters.under_debt_protocol(inputs):
        yield (
            "Don’t claim while they keep to what you’ve agreed. If they stop, the court’s rules expect you to send a "
            "new letter before claim first. You don’t need to resend anything you’ve sent in the last six months."
        )
    if inputs.reply_kind is ReplyKind.needs_time and letters.is_person(inputs.customer_type):
        yield letters.CREDIT
    if inputs.reply_kind is ReplyKind.paused and letters.under_debt_protocol(inputs):
        yield (
            "Look for an end date in the notice. If there isn’t one, it’s a pause for a mental health crisis, which "
            "lasts as long as the treatment plus 30 days."
        )
    if inputs.reply_kind is ReplyKind.offers_less:
        yield letters.LOWER_PRICE
    if letters.under_debt_protocol(inputs) and dates.claim_from and inputs.reply_kind not in TELLS_WHEN:
        yield (
            "To be safe, treat any written reply like a Reply Form, and wait until the last day has passed before you "
            "claim."
        )
    if inputs.reply_kind is not ReplyKind.silent:
        yield "If a solicitor or adviser wrote on their behalf, send your answer to that person."


def _if_longer(inputs: Inputs, dates: Dates) -> Iterator[str]:
    if inputs.reply_kind is ReplyKind.silent and dates.letter_deadline:
        yield f"{letters.if_longer(dates.letter_deadline)} Put that date in this letter too."


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if inputs.reply_kind is ReplyKind.silent:
        yield "You don’t have to send this letter. If you do, send it only once."
    else:
        yield "Send it the same way they wrote to you, and by post as well if they’re an individual or sole trader."
    yield "Keep their reply, note the date you got it, and add both letters to your contact log."
    yield "If they write again or go quiet, come back and choose the reply that fits."


ELSEWHERE = {
    Nation.scotland: (
        "We couldn’t find a Scottish rule on how long to wait after a reply. Give them a fair chance to answer this "
        "letter before you claim."
    ),
    Nation.northern_ireland: (
        "We couldn’t find a rule in Northern Ireland on how long to wait after a reply. Give them a fair chance to "
        "answer this letter before you claim."
    ),
}


def action(result: Result) -> Action | None:
    """A link to the page or draft to use next; None if there isn't one."""
    if not result.page:
        return None
    carried = () if "#" in result.page else CARRIED
    return Action(label=result.page_label, page=result.page, fields=carried)


CARRIED = (
    "nation", "customer_type", "amount_owed", "interest_and_compensation", "daily_interest", "due_date",
    "instalment_amount", "every", "first_payment_date", "offer_amount",
)  # fmt: skip


def events(result: Result) -> tuple[Event, ...]:
    """The dates as calendar events, except the sending of the letter."""
    return tuple(
        Event(key=f"reply-{number}", day=one.day, title=one.what, note=one.why)
        for number, one in enumerate(result.dates)
        if one.what != result.dates[0].what
    )


def downloads(result: Result) -> tuple[Download, ...]:
    """The letter, and a calendar file if there are dates to add."""
    coming = events(result)
    if not coming:
        return letter_files("reply_pack")(result)
    dates = partial(ics.calendar, TITLE, coming, result.dates[0].day)
    calendar = Download(
        name="their-reply.ics", label="Add the dates to your calendar", type="text/calendar", make=dates
    )
    return *letter_files("reply_pack")(result), calendar


EXAMPLES = (
    Example(
        title="A car dealership says that cars were damaged",
        story=(
            "A big car dealership replies that the firm that cleans its cars damaged four of them and owes it money. "
            "The story is true; the names and amounts are made up."
        ),
        values={
            **_examples.VALETING,
            "reply_kind": "counterclaims",
            "reply_received": "2026-11-20",
            "letter_sent_on": "2026-11-09",
            "counterclaim_amount": "1600",
            "their_complaint": "the cleaning in February 2026 damaged the paintwork of four cars",
            "your_side": "the photos of 27 February 2026 show the four cars undamaged when I handed them back",
            "your_address": "4 Mill Lane, Leeds LS1 4AB",
            "your_contact": "ada@example.com",
            "customer_contact": "Mr Lane",
            "customer_address": "1 Ring Road, Leeds LS12 9ZZ",
            "bank_details": "Brown Valeting Ltd, sort code 12-34-56, account number 12345678",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A sole trader asks for documents",
        story=(
            "A courier, a sole trader, sends the Reply Form back and asks for documents. We made up the names and "
            "amounts."
        ),
        values={
            **_examples.REPAIRS,
            "reply_kind": "wants_documents",
            "reply_received": "2026-11-18",
            "letter_sent_on": "2026-10-26",
            "documents_enclosed": "the signed job sheet of 2 June 2026 and invoice 52",
        },
        today=_examples.TODAY,
    ),
    _examples.bare("Blank letter about a dispute"),
)
