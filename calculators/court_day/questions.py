"""What the calculator for a defended claim asks."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from calculators.contact_log import Contact
from calculators.kernel import (
    CustomerType,
    Daily,
    Letter,
    Money,
    Nation,
    Problem,
    ask,
    ask_again,
    in_words,
    letters,
    shared,
)

COURT = "The court’s dates"
STORY = "What happened"

_letter = {one.name: one for one in fields(Letter)}


def _date(question: str, noun: str, hint: str) -> Any:
    return ask(
        question, noun=noun, group=COURT, more=True, low=shared.EARLIEST, high=shared.LATEST, nearest="future",
        default=None, hint=hint,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    amount_owed: Money = shared.amount_owed()
    hearing_date: date | None = ask(
        "When is the hearing?", noun="the date of the hearing", group=COURT, low=shared.EARLIEST, high=shared.LATEST,
        nearest="future", default=None, hint="It’s in the court’s order. Leave this blank if there’s no date yet.",
    )  # fmt: skip
    what_for: str = ask_again(_letter["what_for"], group=STORY)
    their_defence: str = letters.words(
        "What does their defence say?", noun="what their defence says", group=STORY, high=500,
        hint="Give a sentence or two. For example, they say the work was late.", lines=True,
    )  # fmt: skip
    contacts: tuple[Contact, ...] = ask(
        "What contact have you had?", noun="the list of contacts", row="entry", group=STORY, default=(),
        hint="Each contact becomes a paragraph in your statement, and each document goes in the bundle.",
    )  # fmt: skip
    customer_type: CustomerType = shared.customer_type(more=True)
    interest_and_compensation: Money = shared.interest_and_compensation(more=True)
    daily_interest: Daily = shared.daily_interest()
    interest_counted_to: date | None = shared.interest_counted_to(
        hint="Leave this blank to use the date you started the claim."
    )
    claim_date: date = ask_again(
        shared.claim_date(), question="When did you start the claim?", noun="the date you started the claim",
        hint="We use it to find the court fee you paid. Leave this blank to use today’s fee.",
    )  # fmt: skip
    questionnaire_date: date | None = _date(
        "What’s the deadline for returning the questionnaire?",
        "the deadline for the questionnaire",
        "It’s in the court’s letter.",
    )
    mediation_date: date | None = _date(
        "When is the mediation call?", "the date of the mediation call", "Leave this blank if you don’t know yet."
    )
    documents_date: date | None = _date(
        "What’s the deadline for sending your documents?",
        "the deadline for your documents",
        "Leave this blank if the court’s order doesn’t give one.",
    )
    hearing_fee_date: date | None = _date(
        "What’s the deadline for paying the hearing fee?",
        "the deadline for the hearing fee",
        "Leave this blank if the court’s notice doesn’t give one.",
    )
    why_wrong: str = letters.words(
        "Why is their defence wrong?", noun="your answer to their defence", group=STORY, more=True, high=500,
        lines=True, hint="Say what you saw or can prove. For example, they signed for the goods.",
    )  # fmt: skip
    agreement_details: str = letters.agreement_details(group=STORY, more=True)
    witnesses: int = ask(
        "How many witnesses will you have, including yourself?", noun="the number of witnesses", group=STORY,
        more=True, low=1, high=20, default=1, hint="Each witness needs their own statement.",
    )  # fmt: skip
    invoice_numbers: str = ask_again(_letter["invoice_numbers"], more=True)
    due_date: date | None = shared.due_date()
    claim_number: str = letters.words(
        "What is the claim number?",
        noun="the claim number",
        group=COURT,
        more=True,
        high=40,
        hint="It’s on the claim form.",
    )
    court_name: str = letters.words(
        "Which court is dealing with your claim?",
        noun="the name of the court",
        group=COURT,
        more=True,
        high=80,
        hint="For example, Leeds",
    )
    your_name: str = ask_again(_letter["your_name"], more=True)
    your_role: str = letters.words(
        "What is your role in the business?", noun="your role", group=letters.YOU, more=True, high=80,
        hint="For example, owner or director",
    )  # fmt: skip
    your_business: str = ask_again(_letter["your_business"], more=True)
    your_address: str = ask_again(_letter["your_address"], more=True)
    customer_name: str = ask_again(_letter["customer_name"], more=True)
    letter_date: date = ask_again(
        _letter["letter_date"], question="When will you sign your statement?", noun="the date you sign",
        hint="The statement must show the date you sign it. Leave this blank to use today’s date.",
    )  # fmt: skip

    @property
    def counted_to(self) -> date:
        """The last date of the interest that was typed; a claim gives it up to the date of issue (CPR 16.4(2)(b))."""
        return self.interest_counted_to or self.claim_date

    @property
    def interest_until(self) -> date:
        """The last date of the interest to ask for: the hearing, if it has a date and there's daily interest."""
        return self.hearing_date if self.hearing_date and self.daily_interest else self.counted_to

    def problems(self) -> Iterator[Problem]:
        """Problems with dates in the wrong order."""
        for number, contact in enumerate(self.contacts, 1):
            if contact.day > self.letter_date:
                told = f"Entry {number}: The date must be {in_words(self.letter_date)} or earlier."
                yield Problem(f"contacts.{number}.day", told)
        heard = self.hearing_date
        if heard and self.claim_date > heard:
            yield Problem("claim_date", f"The date you started the claim must be {in_words(heard)} or earlier.")
        if heard and self.interest_counted_to and self.interest_counted_to > heard:
            yield Problem(
                "interest_counted_to",
                f"The date the interest runs up to must be {in_words(heard)} or earlier. That’s the date of the "
                "hearing.",
            )
        for name in ("questionnaire_date", "mediation_date", "documents_date", "hearing_fee_date"):
            day, asked = getattr(self, name), next(one for one in fields(Inputs) if one.name == name).metadata["ask"]
            if day and heard and day >= heard:
                noun = f"{asked.noun[0].upper()}{asked.noun[1:]}"
                yield Problem(name, f"{noun} must be before the hearing on {in_words(heard)}.")
