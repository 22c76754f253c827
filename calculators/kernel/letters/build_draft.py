"""Makes a draft from its paragraphs, with the cautions, options and sources that apply to every draft."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import Money, pounds
from calculators.kernel.base.schema import tell
from calculators.kernel.contract.working import Source, Step, adding_up, step
from calculators.kernel.figures.working_days import known
from calculators.kernel.law import shared_questions as shared
from calculators.kernel.law.shared_questions import CustomerType, Nation

from .paragraphs import Paragraph
from .questions import Letter
from .reply_deadlines import time_limit, years_to_claim

_BLANK = re.compile(r"\[[^\[\]]+\]")

_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")

NOWHERE: Mapping[Nation, str] = {}

DRAFT = "This is a draft, not legal advice. Change what does not fit, and take out whatever is not true."

CREDIT = (
    "If you let an individual or a small firm pay later in return for interest, a fee or a release, that can be a "
    "credit agreement, and only a business authorised by the Financial Conduct Authority may make one. Legal experts "
    "disagree about where the line is, so no wording is certain to be safe. Get advice first."
)
"""Consumer Credit Act 1974; FSMA 2000, sections 19, 23 and 26 (FCA, PERG 2.2); CFL Finance v Laser Trust [2021] EWCA
Civ 228."""


PRIVATE_UNPAID = (
    "The law on late payment between businesses does not cover a consumer, so there is no compensation. You can ask "
    "for interest if your contract allows it. Otherwise a court decides whether you get any."
)
PRIVATE_PAID = (
    "Send this only if your contract gives you interest. The law on late payment between businesses does not cover a "
    "consumer, and a court will not award interest on a debt that was paid before you claimed."
)
"""County Courts Act 1984, section 69(1); IM Properties v Cape & Dalgleish [1998] EWCA Civ 862."""

LOWER_PRICE = (
    "If you are registered for VAT, agreeing to take less lowers the price: send your customer a VAT credit note "
    "within 14 days of the agreed reduction. This is not VAT bad debt relief. Ask your accountant which date counts."
)
"""VAT Regulations 1995 (SI 1995/2518), regulations 15C and 38; HMRC manuals VATREC13040 and VATREC13070."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """A sentence about a letter and, usually, a button that changes the letter by giving these answers."""

    words: str
    label: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The result of every draft: the letter, paragraph by paragraph, and what to know before sending it.

    A calculator whose answer has a letter in it adds figures of its own and sets LETTER_FIRST to False: its letter is
    below the answer, and there may be none.
    """

    LETTER_FIRST: ClassVar[bool] = True

    headline: str
    asks_for: Money | None = tell("Amount the letter asks for", absent="left blank for you to fill in")
    reply_by: date | None = tell("Date to reply by", absent="none")
    paragraphs: tuple[Paragraph, ...] = tell("The letter", key=True)
    blanks: tuple[str, ...] = tell("Blanks to fill in")
    email_to: str
    options: tuple[Option, ...] = ()
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


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
    could_add: Option | None = None,
) -> Draft:
    """A draft made from these paragraphs, with all that applies to every draft.

    `elsewhere` has a sentence on what is different in each other nation.
    """
    made = tuple(paragraphs)
    return Draft(
        headline=f"This draft {does}.",
        asks_for=asks_for,
        reply_by=reply_by,
        paragraphs=made,
        blanks=blanks(made),
        email_to=_address(letter.customer_email),
        options=tuple(_interest(letter, could_add)),
        working=tuple(sum_steps(letter) if working is None else working),
        cautions=(DRAFT, *cautions, *_cautions(letter, reply_by, elsewhere)),
        next_steps=tuple(next_steps),
        sources=(*sources, *_sources(letter)),
    )


def _address(words: str) -> str:
    """The first email address in the text, or an empty string."""
    found = _EMAIL.search(words)
    return found[0] if found else ""


def _interest(letter: Letter, could_add: Option | None) -> Iterator[Option]:
    """An option to leave out or add back interest and compensation, or else `could_add`."""
    if letter.interest_and_compensation and not letter.paid_late:
        on_top, asks = pounds(letter.interest_and_compensation), letter.add_interest
        yield Option(
            words=f"This {'includes' if asks else 'leaves out'} {on_top} in interest and compensation.",
            label="Leave out interest" if asks else "Add interest",
            values=(("add_interest", "no" if asks else "yes"),),
        )
    elif could_add:
        yield could_add


def blanks(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The blanks still to fill in by hand, each once, in the order of the letter."""
    return tuple(dict.fromkeys(blank for one in paragraphs for blank in _BLANK.findall(one.text)))


def sum_steps(letter: Letter) -> list[Step]:
    """The working for the amount in the letter, if there is one."""
    if letter.amount_owed is None:
        return []
    parts = [
        step("Unpaid invoices", letter.amount_owed),
        step("Interest and compensation", letter.interest),
    ]
    return adding_up("Total the letter asks for", parts)


def _cautions(letter: Letter, reply_by: date | None, elsewhere: Mapping[Nation, str]) -> Iterator[str]:
    if letter.nation in elsewhere:
        yield f"We wrote this for England and Wales. {elsewhere[letter.nation]}"
    if reply_by and not known(reply_by):
        yield f"We don’t know the bank holidays around {in_words(reply_by)}. Check that it is a working day."
    if letter.interest and letter.customer_type is CustomerType.consumer:
        yield PRIVATE_PAID if letter.paid_late else PRIVATE_UNPAID
    if letter.interest and letter.customer_type is CustomerType.association:
        yield shared.ASSOCIATION_INTEREST
    yield from time_limit(letter, reply_by)


def _sources(letter: Letter) -> Iterator[Source]:
    if letter.due_date:
        yield Source(field="time_limit", figure=years_to_claim(letter))
