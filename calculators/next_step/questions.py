"""The questions: what's happening, and then only those that decide the step in that situation."""

from dataclasses import dataclass

from calculators.kernel import Choice, CustomerType, Nation, ask, ask_again, shared

GROUP = "Your invoice"


class Situation(Choice):
    """What's happening, in the reader's words."""

    not_due = "It isn’t due yet, and I’m worried"
    not_asked = "It’s late, and I haven’t asked yet"
    silent = "They’re not replying"
    promised = "They say they’ll pay, but they haven’t"
    short_of_money = "They can’t pay it all at once"
    disputed_partly = "They say they owe only part of it"
    disputed = "They say they don’t owe it"
    offered_less = "They’ve offered or paid less than they owe, to settle"
    paid_late = "They’ve paid the debt, but not the interest or the court fee"
    letter_waiting = "I’ve sent a letter before claim, and the deadline hasn’t passed"
    letter_ignored = "The deadline in my letter before claim has passed"
    claimed = "I’ve started a court claim"
    judgment = "The court says they must pay, and they haven’t"
    closing = "Their business is closing or insolvent"
    gone = "I can’t find them, they’ve died, or they’re abroad"


class HowLate(Choice):
    """How long ago the money was due."""

    not_due = "It isn’t due yet"
    up_to_1_month = "Up to a month late"
    up_to_3_months = "One to three months late"
    up_to_1_year = "Three months to a year late"
    up_to_4_years = "One to four years late"
    up_to_6_years = "Four to six years late"
    over_6_years = "More than six years late"


class CompanyStatus(Choice):
    """What's happening to the customer's business."""

    striking_off = "The company is about to be struck off the register"
    dissolved = "The company has been struck off and dissolved"
    insolvent = "Liquidation, administration or bankruptcy has begun"
    close = "They’re close to insolvency, but no formal process has started"


class Whereabouts(Choice):
    """Where the customer is."""

    not_found = "I can’t find them"
    died = "They’ve died"
    abroad = "They’re abroad"


class Offer(Choice):
    """Whether the customer has made or paid an offer of less than they owe."""

    made = "They’ve offered less, but haven’t paid it"
    paid_as_full = "They’ve paid less and call it full and final settlement"


class Paid(Choice):
    """What the customer has paid since the claim was started."""

    invoice = "The invoice, but not all of the interest and court fee"
    everything = "Everything I claimed, with the interest and court fee"


class Contact(Choice):
    """Whether the customer is replying."""

    not_asked = "I haven’t asked them yet"
    yes = "Yes, we’re in contact"
    no = "No, they’re not replying"


class Disputed(Choice):
    """Whether the customer says that they don't owe the debt."""

    no = "No"
    partly = "Yes, part of it"
    fully = "Yes, all of it"
    unknown = "I don’t know"


class CanPay(Choice):
    """Whether the customer can pay."""

    yes = "Yes"
    not_at_once = "Yes, but not all at once"
    no = "No, they’re insolvent or close to it"
    unknown = "I don’t know"


class Reminders(Choice):
    """How often the customer has been reminded in writing."""

    none = "Not yet"
    one = "Once"
    two_or_more = "Twice or more"


class Letter(Choice):
    """Whether a letter before claim has been sent and, if so, whether its deadline has passed."""

    no = "No"
    waiting = "Yes, and the deadline hasn’t passed"
    time_up = "Yes, and the deadline has passed"


class Mediation(Choice):
    """Whether mediation has been offered, and the outcome."""

    no = "No"
    waiting = "Yes, and they haven’t replied"
    agreed = "Yes, and they agreed"
    failed = "Yes, but they refused or it didn’t work"


class Claim(Choice):
    """How far a court claim has got."""

    no = "I haven’t started one"
    waiting = "They haven’t answered it yet"
    defended = "They’re defending it"
    counterclaim = "They’ve made a counterclaim"
    part_admitted = "They admit part of it"
    judgment = "The court says they must pay"


class SinceJudgment(Choice):
    """What has happened since the court's judgment."""

    not_paid = "They haven’t paid"
    enforcement_failed = "I tried to enforce it and got nothing"
    set_aside = "They’ve asked the court to set it aside"


OLDER = ("up_to_1_year", "up_to_4_years", "up_to_6_years")
DISPUTES = ("partly", "fully")


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked: choices only.

    The first question decides which others are asked. An old link that doesn't answer it may answer any of them.
    """

    situation: Situation | None = ask(
        "What’s happening?", noun="what’s happening", group=GROUP, default=None,
        hint="Choose the one that fits best. Then we’ll only ask what we need to work out your next step.",
    )  # fmt: skip
    company_status: CompanyStatus | None = ask(
        "What’s happening to their business?", noun="what’s happening to their business", group=GROUP,
        default=None, hint="You can check Companies House and The Gazette for free.",
        when={"situation": ("closing",)},
    )  # fmt: skip
    whereabouts: Whereabouts | None = ask(
        "What’s happened to them?", noun="what’s happened to them", group=GROUP, default=None,
        when={"situation": ("gone",)},
    )  # fmt: skip
    offer: Offer | None = ask(
        "Have they paid what they offered?", noun="whether they’ve paid what they offered", group=GROUP,
        default=None, when={"situation": ("offered_less",)},
    )  # fmt: skip
    admitted_part_paid: bool = ask(
        "Have they paid the part they agree they owe?", noun="whether they’ve paid the agreed part", group=GROUP,
        default=False, when={"situation": ("disputed_partly",)},
    )  # fmt: skip
    how_late: HowLate = ask(
        "How late is the payment?", noun="the time since it was due", group=GROUP, default=HowLate.up_to_1_month,
        hint="Use the oldest invoice, and count from its due date.",
        when={"situation": ("not_asked", "silent", "promised", "disputed", "disputed_partly")},
    )  # fmt: skip
    disputed: Disputed = ask(
        "Do they say that they don’t owe it?", noun="whether they dispute it", group=GROUP,
        default=Disputed.unknown, hint="For example, because they’re unhappy with the work, the goods or the amount.",
        when=(
            {"situation": ("not_due", "letter_ignored")},
            {"situation": ("silent",), "how_late": OLDER},
        ),
    )  # fmt: skip
    claim_made: Claim = ask(
        "How far has your court claim got?", noun="how far your claim has got", group=GROUP, default=Claim.no,
        when={"situation": ("claimed", "paid_late")},
    )  # fmt: skip
    paid: Paid | None = ask(
        "What have they paid?", noun="what they’ve paid", group=GROUP, default=None,
        when={
            "situation": ("paid_late",),
            "claim_made": ("waiting", "defended", "counterclaim", "part_admitted", "judgment"),
        },
    )  # fmt: skip
    since_judgment: SinceJudgment = ask(
        "What has happened since the judgment?", noun="what has happened since the judgment", group=GROUP,
        default=SinceJudgment.not_paid, when={"situation": ("judgment",)},
    )  # fmt: skip
    in_contact: Contact = ask(
        "Are they replying to you?", noun="whether they’re replying", group=GROUP, default=Contact.not_asked,
        hint="By phone, by email or face to face.", when={"situation": ("claimed",), "claim_made": ("waiting",)},
    )  # fmt: skip
    reminders_sent: Reminders = ask(
        "How many times have you reminded them in writing?", noun="the number of reminders", group=GROUP,
        default=Reminders.none, when={"situation": ("silent",), "how_late": ("up_to_1_month", "up_to_3_months")},
    )  # fmt: skip
    mediation_offered: Mediation = ask(
        "Have you offered to mediate?", noun="whether you’ve offered to mediate", group=GROUP, default=Mediation.no,
        hint="A mediator is a neutral person who helps you both reach a deal.",
        when=(
            {"situation": ("disputed",)},
            {"situation": ("disputed_partly",), "admitted_part_paid": ("yes",)},
            {"situation": ("silent", "letter_ignored"), "disputed": DISPUTES},
            {"situation": ("claimed",), "claim_made": ("defended",)},
        ),
    )  # fmt: skip
    letter_sent: Letter = ask(
        "Have you sent a letter before claim?", noun="whether you’ve sent the letter", group=GROUP, default=Letter.no,
        hint="It warns that you’ll go to court, and gives them a date to reply by.",
        when={"situation": ("disputed", "disputed_partly"), "mediation_offered": ("failed",)},
    )  # fmt: skip
    can_pay: CanPay = ask(
        "Can they pay?", noun="whether they can pay", group=GROUP, default=CanPay.unknown,
        hint="Broken promises, staff leaving and notices in The Gazette are signs that they can’t.",
        when=(
            {"situation": ("promised", "letter_ignored")},
            {"situation": ("disputed", "disputed_partly"), "letter_sent": ("time_up",)},
            {"situation": ("judgment",), "since_judgment": ("not_paid",)},
            {"situation": ("claimed",), "claim_made": ("waiting",), "in_contact": ("yes",)},
        ),
    )  # fmt: skip
    keep_customer: bool = ask(
        "Do you want to keep working with them?", noun="whether you want to keep working with them", group=GROUP,
        default=True, hint="Your answer affects how soon we suggest going to court.",
        when=(
            {"situation": ("silent",), "how_late": ("up_to_3_months",), "reminders_sent": ("none", "one")},
            {"situation": ("disputed", "disputed_partly", "letter_ignored"), "mediation_offered": ("failed",)},
        ),
    )  # fmt: skip
    customer_type: CustomerType = ask_again(
        shared.customer_type(), group=GROUP,
        when=({"situation": ("short_of_money",)}, {"situation": ("paid_late",), "claim_made": ("no",)}),
    )  # fmt: skip
    nation: Nation = ask_again(
        shared.nation(), group=GROUP, when={"situation": ("letter_ignored", "claimed", "judgment")}
    )  # fmt: skip
