"""What the reader is asked: each answer a choice, and the record of them."""

from dataclasses import dataclass

from calculators.kernel import Choice, ask

INVOICE, CUSTOMER, DONE = "The invoice", "Your customer", "What you have done"


class HowLate(Choice):
    """How long ago the money was due."""

    not_due = "It is not due yet"
    up_to_1_month = "Up to a month late"
    up_to_3_months = "One to three months late"
    up_to_1_year = "Three months to a year late"
    up_to_4_years = "One to four years late"
    up_to_6_years = "Four to six years late"
    over_6_years = "More than six years late"


class Contact(Choice):
    """Whether they answer."""

    not_asked = "I have not asked them yet"
    yes = "Yes, we are in contact"
    no = "No, they do not answer"


class Disputed(Choice):
    """Whether they say that they do not owe it."""

    no = "No"
    partly = "Yes, part of it"
    fully = "Yes, all of it"
    unknown = "I do not know"


class CanPay(Choice):
    """Whether they have the money."""

    yes = "Yes"
    not_at_once = "Yes, but not all at once"
    no = "No, they are insolvent or close to it"
    unknown = "I do not know"


class Letter(Choice):
    """Where a letter before claim stands."""

    no = "No"
    waiting = "Yes, and they still have time to answer"
    time_up = "Yes, and their time is up"


class Mediation(Choice):
    """Where an offer to mediate stands."""

    no = "No"
    waiting = "Yes, and they have not answered"
    agreed = "Yes, and they agreed"
    failed = "Yes, but they refused or it did not work"


class Claim(Choice):
    """Where a claim at court stands."""

    no = "No"
    waiting = "Yes, and they have not answered it"
    defended = "Yes, and they defend it"
    judgment = "Yes, and the court says that they must pay"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked: choices only."""

    how_late: HowLate = ask(
        "How late is the payment?", noun="the time since it was due", group=INVOICE, default=HowLate.up_to_1_month,
        hint="Count from the day it was due. Take the oldest invoice.",
    )  # fmt: skip
    disputed: Disputed = ask(
        "Do they say that they do not owe it?", noun="the answer about a dispute", group=INVOICE,
        default=Disputed.unknown, hint="They may complain about the work, the goods or the sum.",
    )  # fmt: skip
    in_contact: Contact = ask(
        "Do they answer you?", noun="the answer about contact", group=CUSTOMER, default=Contact.not_asked,
        hint="By telephone, by email or face to face.",
    )  # fmt: skip
    can_pay: CanPay = ask(
        "Can they pay?", noun="the answer about their means", group=CUSTOMER, default=CanPay.unknown,
        hint="Signs that they cannot: broken promises, staff leaving, notices in The Gazette.",
    )  # fmt: skip
    keep_customer: bool = ask(
        "Do you want to go on working with them?", noun="the wish to keep them", group=CUSTOMER, default=True,
        hint="It changes how soon to call in a court.",
    )  # fmt: skip
    letter_sent: Letter = ask(
        "Have you sent a letter before claim?", noun="the answer about the letter", group=DONE,
        default=Letter.no, hint="A last letter which says that you will go to court, and by when they must answer.",
    )  # fmt: skip
    mediation_offered: Mediation = ask(
        "Have you offered to mediate?", noun="the answer about mediation", group=DONE, default=Mediation.no,
        hint="A mediator is a neutral person who helps both of you to a deal.",
    )  # fmt: skip
    claim_made: Claim = ask(
        "Have you started a claim at court?", noun="the answer about a claim", group=DONE, default=Claim.no,
        hint="On paper or online.",
    )  # fmt: skip
