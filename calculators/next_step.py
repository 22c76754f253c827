"""Which step next: a few choices, one step to take, and the whole way with "you are here"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from .kernel import (
    NIL,
    Choice,
    EnforcementMethod,
    Example,
    Figure,
    Money,
    Nation,
    Source,
    Step,
    adding_up,
    ask,
    court_mediation,
    figure,
    in_words,
    latest,
    limitation_years,
    plain,
    portion,
    pounds,
    shared,
    step,
    table,
    tell,
    to_pence,
    total,
)

TITLE = "Which step next?"
ACTION = "Show my next step"

INVOICE, CUSTOMER, DONE = "The invoice", "Your customer", "What you have done"


# What is asked


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


# What is told


class GuidePage(Choice):
    """A page of the guide: its title, and by its name the place where it stands."""

    prevent = "Before you do the work"
    check = "First: check it is not a mistake"
    can_they_pay = "Won’t pay or can’t pay?"
    time_limit = "How long you have"
    chase = "Chase without pestering"
    talk = "Have the conversation"
    payment_plans = "Agree a payment plan"
    settle_when = "Should you settle?"
    settle_how = "How to negotiate a settlement"
    agreement = "Write it down and sign it"
    mediation = "Mediation: is it right for you?"
    mediation_session = "What happens in a session and after"
    letter_before_claim = "Letter before claim"
    records = "Keep a record"
    court = "Making a claim"
    if_nothing_works = "Writing it off, VAT bad debt relief, insolvency claim"

    @property
    def page(self) -> str:
        """Where it stands, from the root of the site."""
        return "mediation/session" if self is GuidePage.mediation_session else self.name.replace("_", "-")


class Stage(Choice):
    """A part of the way from an unpaid invoice to its end."""

    prevent = "Prevent"
    check = "Check"
    chase = "Chase"
    talk = "Talk"
    settle = "Settle"
    mediate = "Mediate"
    letter_before_claim = "Letter before claim"
    court = "Court"
    enforce = "Enforce"
    let_go = "Let go"

    @property
    def page(self) -> str:
        """The page of the guide to begin with at this stage."""
        other = {
            Stage.settle: GuidePage.settle_when,
            Stage.mediate: GuidePage.mediation,
            Stage.enforce: GuidePage.court,
            Stage.let_go: GuidePage.if_nothing_works,
        }
        return (other.get(self) or GuidePage[self.name]).page


class NextStep(Choice):
    """The one thing to do now."""

    confirm_before_due = "Make sure that nothing stands in the way of payment"
    check_and_ask = "Check that it is no mistake, and ask for the money"
    find_out_if_they_can_pay = "Find out whether they can pay"
    check_the_time_limit = "Check whether you are still in time"
    chase = "Chase: telephone, then write"
    talk_it_through = "Talk about what is wrong"
    agree_a_day = "Agree on a day to pay"
    agree_instalments = "Agree on instalments"
    make_an_offer = "Make one last written offer"
    settle_the_claim = "Settle the claim that you started"
    offer_mediation = "Offer to mediate"
    follow_up_mediation = "Follow up your offer to mediate"
    prepare_for_mediation = "Prepare for the mediation"
    take_court_mediation = "Use the mediation that the court offers"
    send_letter_before_claim = "Send a letter before claim"
    wait_for_their_answer = "Wait for their answer to your letter"
    start_a_claim = "Start a claim at court"
    wait_or_ask_for_judgment = "Wait for their answer to the claim, or ask for judgment"
    prepare_for_the_hearing = "Prepare for the hearing"
    find_out_what_they_have = "Find out what they own and earn"
    make_them_pay = "Ask the court to make them pay"
    instalments_on_the_judgment = "Agree on instalments under the judgment"
    claim_in_the_insolvency = "Claim in the insolvency if there is one; if not yet, ask what they can pay now"


class Tool(Choice):
    """A calculator, by the name of its module."""

    court_costs = "What court costs"
    deadlines = "Deadlines and a dated plan"
    late_payment_interest = "Late payment interest"
    mediation_fee = "What mediation costs"
    payment_plan = "Payment plan"
    settlement_range = "Settlement range"

    @property
    def page(self) -> str:
        """Its page in the site."""
        return f"calculators/{self.name}"


class Draft(Choice):
    """A letter or agreement to start from, by the name of its module."""

    hold_work_notice = "Notice that work is on hold"
    letter_before_claim = "Letter before claim"
    mediation_invitation = "Invitation to mediate"
    offer_without_prejudice = "Offer without prejudice"
    payment_plan_agreement = "Payment plan agreement"
    reminder = "Reminder"
    settlement_agreement = "Settlement agreement"

    @property
    def page(self) -> str:
        """Its page in the site."""
        return f"drafts/{self.name}"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One stage of the way."""

    stage: Stage = tell("Stage")
    here: str = tell("You")
    cost: str = tell("What it costs")
    time: str = tell("How long it takes")
    binds: str = tell("Does it bind?")
    keeps_customer: str = tell("Does it keep the customer?")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `page` is the page's place in the guide."""

    headline: str
    step: NextStep = tell("Your next step")
    stage: Stage = tell("Where you are on the way")
    page: str
    page_title: GuidePage = tell("Page to read")
    calculator: Tool = tell("Calculator to use")
    draft: Draft | None = tell("Draft to start from", absent="none for this step")
    least_fees: Money = tell("Fees for this step, at the least")
    why: tuple[str, ...] = tell("Why this step")
    prepare: tuple[str, ...] = tell("What to prepare")
    avoid: tuple[str, ...] = tell("What not to do")
    journey: tuple[Place, ...] = tell("The whole way")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# Which step


def next_step(answers: Inputs) -> NextStep:
    """The one step that these answers lead to; every combination has one."""
    if answers.claim_made is Claim.judgment:
        return _with_a_judgment(answers)
    if answers.can_pay is CanPay.no:
        early = answers.how_late is HowLate.not_due and answers.claim_made is Claim.no
        return NextStep.find_out_if_they_can_pay if early else NextStep.claim_in_the_insolvency
    if answers.claim_made is not Claim.no:
        return _during_a_claim(answers)
    if answers.how_late is HowLate.not_due:
        return NextStep.talk_it_through if _in_dispute(answers) else NextStep.confirm_before_due
    if answers.how_late is HowLate.over_6_years:
        return NextStep.check_the_time_limit
    return _before_a_claim(answers)


def _in_dispute(answers: Inputs) -> bool:
    return answers.disputed in (Disputed.partly, Disputed.fully)


def _recent(answers: Inputs) -> bool:
    return answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months)


def _with_a_judgment(answers: Inputs) -> NextStep:
    return {
        CanPay.yes: NextStep.make_them_pay,
        CanPay.not_at_once: NextStep.instalments_on_the_judgment,
        CanPay.no: NextStep.claim_in_the_insolvency,
        CanPay.unknown: NextStep.find_out_what_they_have,
    }[answers.can_pay]


def _during_a_claim(answers: Inputs) -> NextStep:
    if answers.mediation_offered is Mediation.agreed:
        return NextStep.prepare_for_mediation
    tried = answers.mediation_offered is Mediation.failed
    if answers.claim_made is Claim.defended:
        return NextStep.prepare_for_the_hearing if tried else NextStep.take_court_mediation
    if answers.in_contact is Contact.yes and _in_dispute(answers) and not tried:
        return _mediation(answers)
    if answers.in_contact is Contact.yes and answers.can_pay is CanPay.not_at_once:
        return NextStep.settle_the_claim
    return NextStep.wait_or_ask_for_judgment


def _mediation(answers: Inputs) -> NextStep:
    waiting = answers.mediation_offered is Mediation.waiting
    return NextStep.follow_up_mediation if waiting else NextStep.offer_mediation


def _before_a_claim(answers: Inputs) -> NextStep:
    if answers.mediation_offered is Mediation.agreed:
        return NextStep.prepare_for_mediation
    if answers.in_contact is Contact.yes:
        return _disputed(answers) if _in_dispute(answers) else _undisputed(answers)
    tried = answers.letter_sent is not Letter.no or answers.mediation_offered is not Mediation.no
    unasked = answers.in_contact is Contact.not_asked and not tried
    if unasked and answers.how_late is not HowLate.up_to_6_years:
        return NextStep.check_and_ask
    return _silent(answers)


def _disputed(answers: Inputs) -> NextStep:
    """They talk, and say that they do not owe it, or not all of it."""
    if answers.mediation_offered is Mediation.failed:
        last = NextStep.make_an_offer if answers.keep_customer else _claim(answers)
        return _letter(answers) or last
    early = _recent(answers) and answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    return NextStep.talk_it_through if early else _mediation(answers)


def _undisputed(answers: Inputs) -> NextStep:
    """They talk, and do not say that they do not owe it."""
    if answers.can_pay is CanPay.not_at_once:
        return NextStep.agree_instalments
    if answers.letter_sent is Letter.no and _recent(answers):
        return NextStep.talk_it_through if answers.disputed is Disputed.unknown else NextStep.agree_a_day
    if answers.letter_sent is Letter.waiting:
        return NextStep.wait_for_their_answer
    if answers.mediation_offered is Mediation.waiting:
        return NextStep.follow_up_mediation
    if answers.keep_customer and answers.mediation_offered is Mediation.no:
        return NextStep.offer_mediation
    return _letter(answers) or _claim(answers)


def _silent(answers: Inputs) -> NextStep:
    """They do not answer; a dispute that they raised before is worth a mediator, who may bring them back."""
    fresh = answers.letter_sent is Letter.no and answers.mediation_offered is Mediation.no
    if fresh and _in_dispute(answers) and answers.how_late is not HowLate.up_to_1_month:
        return NextStep.offer_mediation
    if answers.letter_sent is Letter.no and _still_to_chase(answers):
        return NextStep.chase
    return _letter(answers) or _claim(answers)


def _still_to_chase(answers: Inputs) -> bool:
    """For a month, and for up to three where the customer is worth keeping."""
    return answers.how_late is HowLate.up_to_1_month or (_recent(answers) and answers.keep_customer)


def _letter(answers: Inputs) -> NextStep | None:
    """The letter before claim, until its time is up."""
    return {
        Letter.no: NextStep.send_letter_before_claim,
        Letter.waiting: NextStep.wait_for_their_answer,
        Letter.time_up: None,
    }[answers.letter_sent]


def _claim(answers: Inputs) -> NextStep:
    """A claim, unless nobody knows whether there is money to be had."""
    unknown = answers.can_pay is CanPay.unknown
    return NextStep.find_out_if_they_can_pay if unknown else NextStep.start_a_claim


# What to do at each step


@dataclass(frozen=True, kw_only=True)
class _Advice:
    """All that is said about one step; `fees` names the figures that it costs at the least."""

    stage: Stage
    page: GuidePage
    tool: Tool
    draft: Draft | None = None
    fees: tuple[str, ...] = ()
    why: str
    prepare: tuple[str, ...]
    avoid: tuple[str, ...]
    then: str


_ADVICE = {
    NextStep.confirm_before_due: _Advice(
        stage=Stage.prevent, page=GuidePage.prevent, tool=Tool.deadlines, draft=Draft.reminder,
        why="A missing order number or a wrong address is enough to make a payment late. Mend that now.",
        prepare=(
            "The invoice with its order number, due date and bank details.",
            "The name of the person who pays, and a friendly note a few days before it is due.",
        ),
        avoid=("Do not ask for interest or speak of court: nothing is late.",),
        then="If the day passes without payment, check for a mistake and ask.",
    ),
    NextStep.check_and_ask: _Advice(
        stage=Stage.check, page=GuidePage.check, tool=Tool.late_payment_interest, draft=Draft.reminder,
        why="It may be an oversight. A simple question costs nothing and keeps the customer.",
        prepare=(
            "Proof that the invoice went to the right person, with the right order number.",
            "A short question: have you got it, is anything wrong, and which day will it be paid?",
        ),
        avoid=("Do not threaten. An honest mistake is mended with a call.",),
        then="If they do not answer within a week or so, chase: telephone, then write.",
    ),
    NextStep.find_out_if_they_can_pay: _Advice(
        stage=Stage.check, page=GuidePage.can_they_pay, tool=Tool.court_costs,
        why="A judgment against somebody with no money costs you fees and brings nothing.",
        prepare=(
            "Their exact name. Is it a company, a partnership or a person?",
            "What Companies House, The Gazette and the register of judgments say about them.",
        ),
        avoid=("Do not pay a court fee before you know.", "Do not deliver more on credit."),
        then="If they can pay, come back and say so: the next step changes.",
    ),
    NextStep.check_the_time_limit: _Advice(
        stage=Stage.check, page=GuidePage.time_limit, tool=Tool.deadlines,
        why="You may be too late to claim. Whether you are depends on dates that these questions do not ask.",
        prepare=(
            "The day each invoice was due.",
            "Every part payment, and every letter or email in which they say that they owe it.",
        ),
        avoid=("Do not pay a court fee before somebody has checked the dates.",),
        then="If advice is that you are in time, send a letter before claim at once. If not, let it go.",
    ),
    NextStep.chase: _Advice(
        stage=Stage.chase, page=GuidePage.chase, tool=Tool.deadlines, draft=Draft.reminder,
        why="They have not answered, and it is not long ago. Steady, polite chasing costs little and burns no bridge.",
        prepare=(
            "A list of the days on which you will telephone and write.",
            "A note of each contact: day, time, who, and what was said.",
            "If you still work for them: a polite notice that work waits until they pay.",
        ),
        avoid=("Do not send message after message.", "Do not complain about them in public."),
        then="If they stay silent for a month, send a letter before claim. To keep them, you can ask for up to three.",
    ),
    NextStep.talk_it_through: _Advice(
        stage=Stage.talk, page=GuidePage.talk, tool=Tool.settlement_range,
        why="Something stands between you. You can only solve what you know, and a talk is the quickest way.",
        prepare=(
            "The order, the delivery note, the invoice and the emails, in order of date.",
            "Questions: what is wrong, what would put it right, and which part is not in dispute?",
            "A request that they pay the part that is not in dispute now.",
        ),
        avoid=("Do not argue. Listen first, and write it down.", "Do not promise a discount in the first call."),
        then="If you cannot agree, offer to mediate.",
    ),
    NextStep.agree_a_day: _Advice(
        stage=Stage.talk, page=GuidePage.talk, tool=Tool.late_payment_interest, draft=Draft.hold_work_notice,
        why="They talk, and do not deny the debt. What is missing is a day that both of you can keep.",
        prepare=(
            "The sum with interest to today, so that waiting has a price.",
            "A day to propose, and an email to confirm it after the call.",
            "If you still work for them: when you will stop until they pay.",
        ),
        avoid=("Do not accept “soon”.", "Do not get angry: ask whether money is short."),
        then="If the day passes, agree on instalments if money is short, or send a letter before claim.",
    ),
    NextStep.agree_instalments: _Advice(
        stage=Stage.settle, page=GuidePage.payment_plans, tool=Tool.payment_plan, draft=Draft.payment_plan_agreement,
        why="They do not deny the debt and cannot pay it at once. A plan that they keep beats a fight.",
        prepare=(
            "What they can truly pay each month, and a first payment now.",
            "A schedule of dates, and what happens if they miss one.",
            "A sentence in which they say that they owe it, signed.",
        ),
        avoid=(
            "Do not charge a person or sole trader for paying by instalments before you read the page.",
            "Do not let a missed payment pass in silence.",
        ),
        then="If they miss a payment, write the same day. Then send a letter before claim.",
    ),
    NextStep.make_an_offer: _Advice(
        stage=Stage.settle, page=GuidePage.settle_how, tool=Tool.settlement_range, draft=Draft.offer_without_prejudice,
        why="Mediation did not work and their time is up, but you want to keep them. One clear offer costs nothing.",
        prepare=(
            "Your walk-away: the least worth accepting. Tell nobody.",
            "A sum, a day to pay and a last day to say yes.",
        ),
        avoid=("Do not repeat an offer that they let pass.", "Do not leave “without prejudice” off the letter."),
        then="If they refuse or stay silent, start a claim.",
    ),
    NextStep.settle_the_claim: _Advice(
        stage=Stage.settle, page=GuidePage.agreement, tool=Tool.payment_plan, draft=Draft.settlement_agreement,
        why="They talk and can pay in parts. A deal now saves a hearing, and the court can make it binding.",
        prepare=(
            "A schedule of dates, with your court fee added to the sum.",
            "What happens if they miss a payment, in writing.",
            "A note to the court that you have settled, once it is signed.",
        ),
        avoid=("Do not drop the claim before the deal is signed.", "Do not miss a court date because you are talking."),
        then="If no deal comes, go on with the claim: ask for judgment when their time is up.",
    ),
    NextStep.offer_mediation: _Advice(
        stage=Stage.mediate, page=GuidePage.mediation, tool=Tool.mediation_fee, draft=Draft.mediation_invitation,
        fees=("mediation.cmc_fixed_fee",),
        why="Asking alone has not settled it. A mediator can bring you together, and the offer alone may move them.",
        prepare=(
            "Two or three mediators with their fees, and how you would share them.",
            "A letter with your offer and a day to answer. Keep a copy: a court may ask for it.",
        ),
        avoid=("Do not make the offer sound like a threat.", "Do not let the time limit pass while you wait."),
        then="If they refuse or do not answer, send a letter before claim, or go on with the claim you have.",
    ),
    NextStep.follow_up_mediation: _Advice(
        stage=Stage.mediate, page=GuidePage.mediation, tool=Tool.mediation_fee, draft=Draft.mediation_invitation,
        fees=("mediation.cmc_fixed_fee",),
        why="Your offer to mediate is still open. Ask once more, with a last day, before you go on.",
        prepare=("The day of your offer, and a copy of it.", "A short note: we go on if we do not hear by that day."),
        avoid=("Do not wait without a last day.",),
        then="If they do not answer in time, count it as a refusal and come back here.",
    ),
    NextStep.prepare_for_mediation: _Advice(
        stage=Stage.mediate, page=GuidePage.mediation_session, tool=Tool.settlement_range,
        draft=Draft.settlement_agreement,
        fees=("mediation.cmc_fixed_fee",),
        why="They agreed to mediate. Those who come prepared get more out of it.",
        prepare=(
            "The least worth accepting, what you aim for, and where you open.",
            "Your papers on a page or two, and who can sign on each side.",
            "What the mediator costs, and who pays which share.",
        ),
        avoid=("Do not tell the mediator’s other room your walk-away.", "Do not leave without something in writing."),
        then="If it does not work, you have lost little: go on with the letter or the claim.",
    ),
    NextStep.take_court_mediation: _Advice(
        stage=Stage.mediate, page=GuidePage.mediation_session, tool=Tool.settlement_range,
        draft=Draft.settlement_agreement,
        why="A defended claim means a long wait for a hearing. Before it, the court may offer you a mediator.",
        prepare=(
            "The least worth accepting, what you aim for, and where you open.",
            "Your papers beside the telephone, and an hour without disturbance.",
        ),
        avoid=("Do not miss the appointment: in a small claim in England or Wales the court can penalise you.",),
        then="If there is no deal, prepare for the hearing.",
    ),
    NextStep.send_letter_before_claim: _Advice(
        stage=Stage.letter_before_claim, page=GuidePage.letter_before_claim, tool=Tool.late_payment_interest,
        draft=Draft.letter_before_claim,
        why="Asking has not worked. Courts expect this letter first. It costs little, and they may pay at last.",
        prepare=(
            "What is owed, for what, since when, with interest to the day.",
            "The day by which they must answer: a person or sole trader gets longer than a company.",
            "An offer to mediate, in the same letter.",
        ),
        avoid=("Do not threaten anything but a claim.", "Do not skip the letter: the court can make you pay for it."),
        then="If they do not answer in time, find out whether they can pay. Then start a claim, or use an agency.",
    ),
    NextStep.wait_for_their_answer: _Advice(
        stage=Stage.letter_before_claim, page=GuidePage.letter_before_claim, tool=Tool.deadlines,
        why="They have until the day in your letter. A claim before it can cost you.",
        prepare=("The day their time is up, in your diary.", "Your papers in order of date, for a claim or a deal."),
        avoid=("Do not send a second letter with another day.", "Do not refuse a reasonable question from them."),
        then="If they answer, talk. If they do not, find out whether they can pay, then start a claim.",
    ),
    NextStep.start_a_claim: _Advice(
        stage=Stage.court, page=GuidePage.court, tool=Tool.court_costs, fees=("england_wales.issue_fee",),
        why="You asked, you sent the letter, and their time is up. A claim is the step they were told of.",
        prepare=(
            "What court costs against what it may bring, on your own chances.",
            "Their exact name and address, the invoices, the letter and your interest to the day.",
            "Proof that you offered to settle or mediate.",
        ),
        avoid=(
            "Do not claim more than you can show.",
            "Do not forget the other ways: an agency, or a solicitor for a large sum.",
        ),
        then="If they do not answer, ask for judgment. If they defend it, take any mediation that the court offers.",
    ),
    NextStep.wait_or_ask_for_judgment: _Advice(
        stage=Stage.court, page=GuidePage.court, tool=Tool.court_costs,
        why="The claim has been made and they have not answered it. When their time is up, you can ask for judgment.",
        prepare=(
            "The last day for their answer, from the court’s notice.",
            "The form or the online step that asks for judgment, with interest to the day.",
        ),
        avoid=("Do not wait for months: ask as soon as you may.", "Do not stop answering them: they may still pay."),
        then="If they defend the claim, take any mediation that the court offers. With a judgment, ask what they have.",
    ),
    NextStep.prepare_for_the_hearing: _Advice(
        stage=Stage.court, page=GuidePage.records, tool=Tool.settlement_range,
        fees=("england_wales.small_claims_hearing_fee",),
        why="They defend the claim and mediation did not settle it. A judge will decide on what you can show.",
        prepare=(
            "Every paper in order of date, numbered, with a list.",
            "A page that says what happened, and who saw it.",
            "The day the hearing fee is due.",
        ),
        avoid=("Do not miss a date that the court sets.", "Do not stop talking: you can settle until the last day."),
        then="If you win and they do not pay, ask the court to make them pay.",
    ),
    NextStep.find_out_what_they_have: _Advice(
        stage=Stage.enforce, page=GuidePage.court, tool=Tool.court_costs,
        fees=("england_wales.order_to_obtain_information_fee",),
        why="You have a judgment. Which way to enforce it depends on what they own, earn and have in the bank.",
        prepare=(
            "What you know: their bank from an old payment, their premises, their vehicles, who owes them.",
            "A request to the court to question them, if you know too little.",
        ),
        avoid=("Do not pay for a method that cannot reach what they have.",),
        then="When you know, ask the court to make them pay in the way that fits.",
    ),
    NextStep.make_them_pay: _Advice(
        stage=Stage.enforce, page=GuidePage.court, tool=Tool.court_costs, fees=("england_wales.high_court_writ_fee",),
        why="The court says that they must pay, and they can. A judgment does not collect itself.",
        prepare=(
            "Which way fits: bailiffs for goods, the bank account, wages, or a charge on property.",
            "What each costs, and what is owed today with interest.",
        ),
        avoid=("Do not go to their door yourself.", "Do not try each way in turn: choose."),
        then="If nothing is found, ask the court to question them, or let it go.",
    ),
    NextStep.instalments_on_the_judgment: _Advice(
        stage=Stage.enforce, page=GuidePage.payment_plans, tool=Tool.payment_plan, draft=Draft.payment_plan_agreement,
        why="They can pay, but not all at once. Instalments that they keep cost you no further fee.",
        prepare=(
            "What they can truly pay each month.",
            "A schedule that starts soon, and a request to the court to order it if they ask for one.",
        ),
        avoid=("Do not give up the judgment in return for a plan.", "Do not let a missed payment pass in silence."),
        then="If they stop, ask the court to make them pay the rest.",
    ),
    NextStep.claim_in_the_insolvency: _Advice(
        stage=Stage.let_go, page=GuidePage.if_nothing_works, tool=Tool.deadlines,
        why="Once a bankruptcy, liquidation or administration has begun, you put in a claim there, and more chasing "
        "costs you money that will not come back. If they are only close to it, there is nothing to claim in yet.",
        prepare=(
            "What The Gazette, Companies House and the Insolvency Register say: has it begun, and who is in charge?",
            "If it has: your claim with the invoices, sent to that person.",
            "If it has not: a short, polite request for what they can pay now. Get advice before you pay any fee.",
            "The date from which you may get the VAT back, if you are registered.",
        ),
        avoid=("Do not start or go on with a claim before you have advice.", "Do not deliver more on credit."),
        then="If it turns out that they can pay after all, come back and say so.",
    ),
}  # fmt: skip


# The whole way


@cache
def the_whole_way(here: Stage | None = None) -> tuple[Place, ...]:
    """Every stage with its cost and time, drawn from the newest figures where there are any."""
    return tuple(
        Place(stage=stage, here="You are here" if stage is here else "", cost=cost, time=time, binds=binds,
              keeps_customer=keeps)
        for stage, (cost, time, binds, keeps) in _stages().items()
    )  # fmt: skip


def _stages() -> dict[Stage, tuple[str, str, str, str]]:
    """Of each stage: cost, time, whether it binds, whether it keeps the customer."""
    return {
        Stage.prevent: ("Nothing", "Before you start work", "Your contract does", "Yes"),
        Stage.check: ("Nothing", "A call", "No", "Yes"),
        Stage.chase: ("Your time", "Weeks", "No", "Yes, if you stay polite"),
        Stage.talk: ("Your time", "A call or a meeting", "Only what you write down", "Yes"),
        Stage.settle: ("What you give up", "Days to weeks", "Yes, once signed", "Often"),
        Stage.mediate: (_mediation_cost(), "Hours, and some weeks to arrange", "Not before you sign", "Often"),
        Stage.letter_before_claim: ("Nothing, if you write it", _letter_time(), "No", "It is a strain"),
        Stage.court: (_court_cost(), _court_time(), "Yes", "Rarely"),
        Stage.enforce: (_enforcement_cost(), "No figure is published", "Yes", "No"),
        Stage.let_go: ("What you are owed, less any VAT you get back", _relief_time(), "You decide", "It may"),
    }


def _newest(name: str, amount: int = 1) -> Figure:
    """The newest figure we have, for that amount where it is a scale."""
    return figure(name, table(name).versions[-1].valid_from, Decimal(amount))


def _says(name: str, amount: int = 1) -> str:
    found = _newest(name, amount)
    return pounds(found.value)


def _mediation_cost() -> str:
    return (
        f"From {_says('mediation.cmc_fixed_fee')} each and VAT; free in most defended claims of up to "
        f"{_says(court_mediation.LIMIT)} started by {in_words(court_mediation.pilot_ends())}"
    )


def _letter_time() -> str:
    company, person = (latest(f"england_wales.letter_before_claim_days_{kind}") for kind in ("company", "individual"))
    return f"{company.value} days, or {person.value} for a person or sole trader"


def _court_cost() -> str:
    start = f"{_says('england_wales.issue_fee')} to {_says('england_wales.issue_fee', shared.MOST)} to start"
    hearing = (_says("england_wales.small_claims_hearing_fee", amount) for amount in (1, 10_000))
    return f"{start}; {' to '.join(hearing)} for a small claims hearing"


def _court_time() -> str:
    small, other = (latest(f"england_wales.{track}_weeks_to_trial") for track in ("small_claims", "other_tracks"))
    return f"About {plain(small.value)} weeks to a small claims hearing, {plain(other.value)} to another trial"


def _enforcement_cost() -> str:
    methods = [method.name for method in EnforcementMethod if method is not EnforcementMethod.none]
    fees = [_newest(f"england_wales.{method}_fee").value for method in methods]
    return f"{pounds(min(fees))} to {pounds(max(fees))} for each try"


def _relief_time() -> str:
    return f"VAT comes back from {latest('uk.vat_bad_debt_relief_months').value} months after it was due"


# The answer


def calculate(answers: Inputs) -> Result:
    """The next step for these answers, with all that is said about it.

    Fees are the newest that we know, of England and Wales, for the smallest claim.
    """
    found = next_step(answers)
    advice = _ADVICE[found]
    working = _working(_fees(answers, advice))
    return Result(
        headline=f"Next: {found.value[0].lower()}{found.value[1:].replace(':', ',')}.",
        step=found,
        stage=advice.stage,
        page=advice.page.page,
        page_title=advice.page,
        calculator=advice.tool,
        draft=advice.draft,
        least_fees=working[-1].amount,
        why=(advice.why,),
        prepare=advice.prepare,
        avoid=advice.avoid,
        journey=the_whole_way(advice.stage),
        working=working,
        cautions=tuple(_cautions(answers, found)),
        next_steps=tuple(_next_steps(answers, advice)),
        sources=_sources(),
    )


def _fees(answers: Inputs, advice: _Advice) -> tuple[str, ...]:
    """The figures that the step costs at the least; in a defended claim the court's own mediator is free."""
    free = advice.stage is Stage.mediate and answers.claim_made is Claim.defended
    return () if free else advice.fees


@cache
def _working(fees: tuple[str, ...]) -> tuple[Step, ...]:
    """The least that the step costs in fees: for a claim in the lowest band, in England or Wales."""
    lines = [step(one.label, one.value, one) for one in map(_newest, fees)]
    if any(name.startswith("mediation.") for name in fees):
        rate = latest("uk.vat_rate")
        lines.append(
            step("VAT, which you get back if you are registered", to_pence(portion(total(lines), rate.value)), rate)
        )
    return tuple(adding_up("Fees for this step, at the least", lines or [step("No court or mediator to pay", NIL)]))


def _cautions(answers: Inputs, found: NextStep) -> Iterator[str]:
    yield from _time_limit(answers)
    yield from _odd_answers(answers)
    if found is NextStep.take_court_mediation:
        yield (
            "In England and Wales the court’s free mediation comes by itself for money claims of up to "
            f"{_says(court_mediation.LIMIT)} that were started by {in_words(court_mediation.pilot_ends())}. "
            "Elsewhere, above that and after that day, ask the court."
        )
    if found in (NextStep.agree_instalments, NextStep.instalments_on_the_judgment, NextStep.settle_the_claim):
        yield (
            "If your customer is a person, a sole trader or a small partnership, instalments with interest or a fee "
            "can be regulated credit. Read the page first."
        )
    yield "The fees here are the lowest in England and Wales. Yours may be more."


def _time_limit(answers: Inputs) -> Iterator[str]:
    """Limitation Act 1980 s 5; Limitation (Northern Ireland) Order 1989 art 4; Prescription Act 1973 s 6.

    From the work, for services: Consulting Concepts v Consumer Protection Association [2022] EWCA Civ 1699.
    """
    years, scottish = (limitation_years(nation).value for nation in (Nation.england_wales, Nation.scotland))
    limit = (
        f"A claim must start within {years} years of the day it was due. For work, time may run from the day you "
        f"finished it, if that was earlier. In Scotland the debt is gone after {scottish}"
    )
    if answers.claim_made is not Claim.no:
        if answers.how_late is HowLate.over_6_years and answers.claim_made is not Claim.judgment:
            yield f"{limit}. If yours started later, they may say that you came too late. Get advice."
        return
    if answers.how_late is HowLate.up_to_4_years:
        yield f"{limit}. Write down your last day now. The older a debt, the harder it is to collect."
    if answers.how_late is HowLate.up_to_6_years:
        yield (
            f"{limit}, so there it may be gone already. Find the exact day today. Talks do not stop the clock: if the "
            "day is near, get advice on starting the claim first and talking after."
        )
    if answers.how_late is HowLate.over_6_years:
        yield (
            f"{limit}. You are probably too late, unless they paid a part or said in writing that they owe it since. "
            "Get advice before you spend anything."
        )


def _odd_answers(answers: Inputs) -> Iterator[str]:
    """Answers that do not fit together, and what follows."""
    acted = answers.letter_sent is not Letter.no or answers.claim_made is not Claim.no
    if answers.how_late is HowLate.not_due and acted:
        yield "You say that it is not due yet. A letter before claim or a claim is too early until it is."
    if answers.claim_made in (Claim.waiting, Claim.defended) and answers.letter_sent is not Letter.time_up:
        yield "You claimed before a letter had run its time. The court may ask why, so be ready to explain."
    if answers.in_contact is Contact.not_asked and acted:
        yield "You say that you have not asked them yet. A telephone call may still save you the rest."


def _next_steps(answers: Inputs, advice: _Advice) -> Iterator[str]:
    yield f"Read “{advice.page}”."
    yield advice.then
    recent = answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months, HowLate.up_to_1_year)
    if recent and advice.stage in (Stage.chase, Stage.talk, Stage.letter_before_claim):
        months = latest("uk.small_business_commissioner_months").value
        yield (
            "If you have fewer than 50 staff and they have 50 or more, the Small Business Commissioner may take up "
            f"your complaint for nothing, within {months} months of the due day."
        )
    yield "If it is getting to you, talk to somebody. Business Debtline is free."


@cache
def _sources() -> tuple[Source, ...]:
    """Every figure of the whole way."""
    named = [
        "mediation.cmc_fixed_fee",
        "england_wales.letter_before_claim_days_company",
        "england_wales.letter_before_claim_days_individual",
        "england_wales.issue_fee",
        "england_wales.small_claims_hearing_fee",
        "england_wales.small_claims_weeks_to_trial",
        "england_wales.other_tracks_weeks_to_trial",
        *(f"england_wales.{one.name}_fee" for one in EnforcementMethod if one is not EnforcementMethod.none),
        court_mediation.LIMIT,
        "england_wales.limitation_years",
        "scotland.limitation_years",
        "uk.vat_bad_debt_relief_months",
    ]
    return tuple(Source(field=name, figure=_newest(name)) for name in named)


EXAMPLES = (
    Example(
        title="A car valeting company and a dealership",
        story=(
            "A large dealership owes for valeting, says that cars were damaged, and has stopped answering. The debt "
            "is from a true story; how late it is, and the other answers, are ours."
        ),
        values={
            "how_late": "up_to_1_year",
            "disputed": "fully",
            "in_contact": "no",
            "can_pay": "yes",
            "keep_customer": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A supplier and a manufacturer who want to go on",
        story=(
            "A manufacturer holds back payment because goods came late, and both want to keep the contract. The "
            "debt is from a true story; the other answers are ours."
        ),
        values={
            "how_late": "up_to_3_months",
            "disputed": "partly",
            "in_contact": "yes",
            "can_pay": "yes",
            "keep_customer": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A letter that nobody answered",
        story="A company owes for four months, has money, and let the time of a letter before claim pass. It is ours.",
        values={
            "how_late": "up_to_1_year",
            "disputed": "no",
            "in_contact": "no",
            "can_pay": "yes",
            "keep_customer": "no",
            "letter_sent": "time_up",
        },
        today=date(2026, 11, 22),
    ),
)
