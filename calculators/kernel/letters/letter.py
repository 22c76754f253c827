"""Letters: what all of them ask, the paragraphs they are made of, and how they are drawn."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from textwrap import wrap
from typing import Any

from calculators.kernel.base.dates import add_months, in_words
from calculators.kernel.base.fields import Daily, Problem, ask, show, tell
from calculators.kernel.base.money import Money, pounds, pounds_and_pence, to_pence
from calculators.kernel.contract.calculator import Download
from calculators.kernel.contract.working import Source, Step, adding_up, step
from calculators.kernel.figures.reference import Figure, figure
from calculators.kernel.figures.working_days import known, next_working_day
from calculators.kernel.law import shared_questions as shared
from calculators.kernel.law.shared_questions import CustomerType, Nation

from .paragraphs import Paragraph

EARLIEST = date(2025, 1, 1)
"""Nobody sends a letter of long ago; from this day every figure that a letter needs is known."""

WIDTH = 72
YOU = "You"
CUSTOMER = "Your customer"
DEAL = "The deal"

_BLANK = re.compile(r"\[[^\[\]]+\]")
NOWHERE: Mapping[Nation, str] = {}
is_person = shared.is_person


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What every draft tells: the letter, paragraph by paragraph, and what to know before sending it."""

    headline: str
    asks_for: Money | None = tell("The sum it names", absent="a blank, for you to fill")
    reply_by: date | None = tell("Answer asked for by", absent="it asks for no answer")
    paragraphs: tuple[Paragraph, ...] = tell("The letter")
    blanks: tuple[str, ...] = tell("Still to fill in by hand")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# What every letter asks


def _left_open(question: Any) -> Any:
    """A question of the claim that a letter shows at once and does without: a blank stands in its place."""
    return field(default=None, metadata={"ask": replace(question.metadata["ask"], more=False)})


def _words(question: str, *, noun: str, group: str, hint: str, high: int, more: bool = False) -> Any:
    """A question answered in words, of so many characters at most, that may stay empty."""
    return ask(question, noun=noun, group=group, hint=hint, high=high, more=more, default="")


def days_to_answer(usual: int) -> Any:
    """How long they get to answer."""
    return ask(
        "How many days do you give them to answer?", noun="the number of days to answer", group=shared.DATES,
        low=1, high=90, default=usual, hint="We move the last day on where banks are closed. For example 14",
    )  # fmt: skip


def settlement_amount() -> Any:
    """The lower sum that ends it."""
    return ask(
        "What sum would settle it?", noun="the sum that would settle it", group=DEAL, low="0.01", high=shared.MOST,
        default=None, hint="With VAT and interest. For example 2,400",
    )  # fmt: skip


def disputed() -> Any:
    """Whether the debt is admitted, on which the form of a release depends."""
    return ask(
        "Do they say that they do not owe it all?", noun="whether they dispute it", group=DEAL, default=True,
        hint="To take less for a debt that nobody disputes, you need a deed.",
    )  # fmt: skip


def what_they_claim() -> Any:
    """What the customer wants from the reader."""
    return _words(
        "Do they say that you owe them something?", noun="what they say you owe", group=DEAL, high=200,
        hint="Leave it empty if not. For example the damage to four cars",
    )  # fmt: skip


def too_much(letter: "Letter", settles: Money | None) -> Iterator[Problem]:
    """A settlement for more than all that is owed."""
    whole = whole_sum(letter)
    if settles and whole is not None and settles > whole:
        told = f"The sum that would settle it must be {pounds(whole)} or less. That is all you are owed."
        yield Problem("settlement_amount", told)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What every letter asks: about which debt, from whom, to whom and when. Whatever is empty becomes a blank."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money | None = _left_open(shared.amount_owed())
    interest_and_compensation: Money = shared.interest_and_compensation()
    invoice_numbers: str = _words(
        "Which invoices?", noun="the list of invoices", group=shared.DEBT, high=200,
        hint="Their numbers. For example 1041 and 1057",
    )  # fmt: skip
    what_for: str = _words(
        "What did you do or supply?", noun="what you did or supplied", group=shared.DEBT, high=200,
        hint="For example garden design in May 2026",
    )  # fmt: skip
    daily_interest: Daily = shared.daily_interest()
    your_name: str = _words(
        "What is your name?", noun="your name", group=YOU, high=100, hint="The person who signs. For example Sam Jones",
    )  # fmt: skip
    your_business: str = _words(
        "What is your business called?", noun="the name of your business", group=YOU, high=100,
        hint="As on your invoices.",
    )  # fmt: skip
    your_address: str = _words(
        "What is your address?", noun="your address", group=YOU, high=200, more=True,
        hint="On one line. For example 4 Mill Lane, Leeds LS1 4AB",
    )  # fmt: skip
    your_contact: str = _words(
        "How can they reach you?", noun="the way to reach you", group=YOU, high=150, more=True,
        hint="Your phone number, your email, or both.",
    )  # fmt: skip
    bank_details: str = _words(
        "Where should they pay?", noun="where they should pay", group=YOU, high=200, more=True,
        hint="The account on your invoice. It stays on your device.",
    )  # fmt: skip
    customer_name: str = _words(
        "What is your customer called?", noun="the name of your customer", group=CUSTOMER, high=100,
        hint="In full. For example Example Motors Ltd",
    )  # fmt: skip
    customer_contact: str = _words(
        "Who do you write to there?", noun="the person you write to", group=CUSTOMER, high=100, more=True,
        hint="For example Ms Patel",
    )  # fmt: skip
    customer_address: str = _words(
        "What is your customer’s address?", noun="your customer’s address", group=CUSTOMER, high=200, more=True,
        hint="On one line, with the postcode.",
    )  # fmt: skip
    due_date: date | None = _left_open(shared.due_date())
    letter_date: date = ask(
        "Which date goes on it?", noun="the date on the letter", group=shared.DATES, low=EARLIEST,
        high=shared.LATEST, today=True, hint="The day you send it. Leave it empty for today.",
    )  # fmt: skip


def not_late_yet(letter: Letter) -> Iterator[Problem]:
    """A letter about late payment that is dated before the payment is late."""
    if letter.due_date and letter.letter_date <= letter.due_date:
        first = in_words(letter.due_date + timedelta(days=1))
        yield Problem("letter_date", f"The date on the letter must be {first} or later. The money is not late before.")


# What was typed, or a blank


def typed(words: str, blank: str) -> str:
    """What was typed, or a blank that says what belongs there."""
    return words or f"[{blank}]"


def sentence(words: str, blank: str) -> str:
    """What was typed, or a blank, with a full stop."""
    found = typed(words, blank)
    return found if found.endswith((".", "!", "?")) else f"{found}."


def sum_in(amount: Money | None, blank: str = "the sum") -> str:
    """A sum in a sentence, or a blank for it."""
    return f"£[{blank}]" if amount is None else pounds(amount)


def day_in(day: date | None, blank: str) -> str:
    """A day in a sentence, or a blank for it."""
    return f"[{blank}]" if day is None else in_words(day)


def whole_sum(letter: Letter) -> Money | None:
    """The debt with interest and compensation, if the debt was typed."""
    return None if letter.amount_owed is None else letter.amount_owed + letter.interest_and_compensation


def invoices(letter: Letter) -> str:
    """The invoices by number, or a blank for it."""
    several = re.search(r",|&| and | to ", letter.invoice_numbers)
    return f"invoice{'s' if several else ''} {typed(letter.invoice_numbers, 'number')}"


def for_what(letter: Letter) -> str:
    """What the money is for, with the invoices."""
    return f"{typed(letter.what_for, 'what you did or supplied')} ({invoices(letter)})"


def due_on(letter: Letter) -> str:
    """When the money was due."""
    return day_in(letter.due_date, "the day it was due")


def fell_due(letter: Letter) -> str:
    """That the money was due, or on the day of the letter is not late yet."""
    late = letter.due_date is None or letter.due_date < letter.letter_date
    return f"{'was' if late else 'is'} due on {due_on(letter)}"


def customer_line(letter: Letter) -> str:
    """The customer's full name, or a blank for it."""
    return typed(letter.customer_name, "your customer’s full name")


def answer_by(letter: Letter, days: int) -> date:
    """The last day to answer, moved on to a working day where banks are closed."""
    return next_working_day(letter.letter_date + timedelta(days=days), letter.nation.name)


# Paragraphs that most letters share


def top(letter: Letter, subject: str) -> Iterator[Paragraph]:
    """From whom, when, to whom and about what."""
    yield from _heading(letter)
    yield Paragraph(
        f"Dear {letter.customer_contact or _greeted(letter)}",
        "A letter to a named person is harder to leave lying than one to an office.",
    )
    yield Paragraph(subject, "Whoever opens it sees at once what it is about, and can find the papers.")


def _heading(letter: Letter) -> Iterator[Paragraph]:
    yield Paragraph(
        "\n".join(
            (
                typed(letter.your_name, "your name"),
                typed(letter.your_business, "your business"),
                typed(letter.your_address, "your address"),
                typed(letter.your_contact, "your phone number or email"),
            )
        ),
        "They see who is writing and how to answer.",
    )
    yield Paragraph(in_words(letter.letter_date), "Their time to answer runs from this day, so send it on this day.")
    address = typed(letter.customer_address, "your customer’s address")
    lines = (letter.customer_contact, customer_line(letter), address)
    yield Paragraph(
        "\n".join(line for line in lines if line),
        "The name must be that of whoever owes the money, as on your invoice or contract.",
    )


def _greeted(letter: Letter) -> str:
    """The customer’s own name, unless it is that of a body: an association counts as a person only for credit."""
    own_name = is_person(letter.customer_type) and letter.customer_type is not CustomerType.association
    return letter.customer_name if letter.customer_name and own_name else "[name of a person]"


def on_top(letter: Letter) -> Iterator[Paragraph]:
    """Interest and compensation, only where they were typed."""
    parts = []
    private = letter.customer_type is CustomerType.consumer
    if letter.interest_and_compensation:
        extra, whole = pounds(letter.interest_and_compensation), sum_in(whole_sum(letter))
        what = "Interest comes" if private else "Interest and compensation for late payment come"
        parts.append(f"{what} to {extra} so far, which makes {whole} in all.")
    if letter.daily_interest:
        parts.append(f"Interest runs on at {_a_day(letter.daily_interest)} a day until the debt is paid.")
    if parts and private:
        parts.append("I ask for it under our contract or, if that says nothing, as a court may allow.")
    if parts:
        yield Paragraph(
            " ".join(parts), "You claim this on top of the debt. Send the sheet that shows how you worked it out."
        )


def _a_day(interest: Daily) -> str:
    return pounds_and_pence(interest) if to_pence(interest) == interest else show("daily", interest)


def how_to_pay(letter: Letter) -> Paragraph:
    """Where the money goes."""
    return Paragraph(
        f"Please pay to: {typed(letter.bank_details, 'your bank details')}\n"
        f"Reference: {typed(letter.invoice_numbers, 'invoice number')}",
        "Nobody has to search for the invoice. Use the account that it names: a new one looks like fraud.",
    )


def bottom(letter: Letter) -> Paragraph:
    """The end, with room to sign."""
    name, business = typed(letter.your_name, "your name"), typed(letter.your_business, "your business")
    return Paragraph(f"Yours sincerely\n\n\n{name}\n{business}", "A person signs, with their own name.")


# The draft, and what to know before sending it


def write(
    letter: Letter,
    paragraphs: Iterable[Paragraph],
    *,
    does: str,
    asks_for: Money | None,
    reply_by: date | None,
    cautions: Iterable[str],
    next_steps: Iterable[str],
    elsewhere: Mapping[Nation, str] = NOWHERE,
    working: Iterable[Step] | None = None,
    sources: Iterable[Source] = (),
) -> Draft:
    """A draft of these paragraphs, with what holds for every draft; `elsewhere` is what differs in other nations."""
    made = tuple(paragraphs)
    return Draft(
        headline=f"A draft for you to adapt: it {does}.",
        asks_for=asks_for,
        reply_by=reply_by,
        paragraphs=made,
        blanks=_blanks(made),
        working=tuple(sum_steps(letter) if working is None else working),
        cautions=(DRAFT, *cautions, *_cautions(letter, reply_by, elsewhere)),
        next_steps=tuple(next_steps),
        sources=(*sources, *_sources(letter)),
    )


def to_whom(letter: Letter) -> str:
    """The customer, in a sentence to the reader."""
    return letter.customer_name or "your customer"


def owed(letter: Letter) -> str:
    """What is owed in all, in a sentence to the reader."""
    whole = whole_sum(letter)
    return "what they owe" if whole is None else pounds(whole)


def _blanks(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """What is still to be written by hand, each once, in the order of the letter."""
    return tuple(dict.fromkeys(blank for one in paragraphs for blank in _BLANK.findall(one.text)))


def sum_steps(letter: Letter) -> list[Step]:
    """How the sum in the letter comes about, if there is one."""
    if letter.amount_owed is None:
        return []
    parts = [
        step("The unpaid invoices", letter.amount_owed),
        step("Interest and compensation", letter.interest_and_compensation),
    ]
    return adding_up("What you are owed in all", parts)


def _cautions(letter: Letter, reply_by: date | None, elsewhere: Mapping[Nation, str]) -> Iterator[str]:
    if letter.nation in elsewhere:
        yield f"We wrote this for England and Wales. {elsewhere[letter.nation]}"
    if reply_by and not known(reply_by):
        yield f"We do not know the bank holidays around {in_words(reply_by)}. Check that banks are open on that day."
    if letter.interest_and_compensation and letter.customer_type is CustomerType.consumer:
        yield (
            "The law on late payment between businesses does not reach a private person, so there is no compensation. "
            "You can ask for interest if your contract allows it. Otherwise a court decides whether you get any."
        )
    if letter.interest_and_compensation and letter.customer_type is CustomerType.association:
        yield shared.ASSOCIATION_INTEREST
    yield from _time_limit(letter)


def _time_limit(letter: Letter) -> Iterator[str]:
    if letter.due_date is None:
        return
    years = _years(letter).value
    last = add_months(letter.due_date, int(years) * 12)
    if letter.letter_date >= last:
        yield f"The money was due {years} years ago or more. It may be too late to claim. Get advice before you write."
    else:
        yield f"Writing and talking do not stop the clock. Count on having to start a claim before {in_words(last)}."


def _years(letter: Letter) -> Figure:
    return figure(f"{letter.nation.name}.limitation_years", letter.letter_date)


def _sources(letter: Letter) -> Iterator[Source]:
    if letter.due_date:
        yield Source(field="time_limit", figure=_years(letter))


DRAFT = "This is a draft, not legal advice. Change what does not fit, and take out whatever is not true."

CREDIT = (
    "A deal that lets a person or a small firm pay later, in return for interest, a fee or a release, can be a credit "
    "agreement that needs a licence. The authorities do not agree where the line runs, so we cannot show you a safe "
    "side. Get advice first."
)
"""Consumer Credit Act 1974; CFL Finance v Laser Trust [2021] EWCA Civ 228."""


# How it is drawn


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone, its lines wrapped, for a file or an email."""
    return "\n\n".join(_wrapped(one.text) for one in paragraphs) + "\n"


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(_wrapped_line(line)) for line in text.split("\n"))


def _wrapped_line(line: str) -> list[str]:
    indent = "  " if line.startswith("- ") else ""
    return wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def download(name: str, draft: Draft) -> Download:
    """The letter as a text file."""
    text = partial(as_text, draft.paragraphs)
    return Download(name=f"{name}.txt", label="Download this letter", type="text/plain", make=text)
