"""The steps, the pages and tools that they lead to, and the result."""

from dataclasses import dataclass

from calculators.kernel import Choice, Money, Source, Step, tell


class GuidePage(Choice):
    """A page of the guide, or a section of one: the value is its title, and the name gives its path."""

    prevent = "Before you do the work"
    check = "First, check it isn’t a mistake"
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
    if_nothing_works = "Writing off a debt, VAT relief and insolvency claims"
    full_and_final = "They sent less, marked “full and final settlement”"
    interest_only = "They paid the invoice late, but not the interest"
    part_disputed = "They dispute only part of it"
    strike_off = "It’s about to be struck off"
    dissolved = "It has been dissolved"
    moved = "They’ve moved, or you can’t find them"
    died = "Your customer has died"
    abroad = "Your customer is abroad"
    counterclaim = "They have counterclaimed"
    paid_not_fee = "They paid after you claimed, but not the court fee"
    judgment_ignored = "They ignore the judgment"
    bailiffs_found_nothing = "The bailiffs found nothing"
    set_aside = "They want the judgment set aside"

    @property
    def page(self) -> str:
        """Its path from the root of the site, with the anchor of a section."""
        return SECTIONS.get(self.name) or self.name.replace("_", "-")


SECTIONS = {
    "mediation_session": "mediation/session",
    "full_and_final": "not-simple/payments#full-and-final",
    "interest_only": "not-simple/payments#interest-only",
    "part_disputed": "not-simple/payments#part-disputed",
    "strike_off": "not-simple/company#strike-off",
    "dissolved": "not-simple/company#dissolved",
    "moved": "not-simple/who-owes#moved",
    "died": "not-simple/who-owes#died",
    "abroad": "not-simple/who-owes#abroad",
    "counterclaim": "not-simple/claim#counterclaim",
    "paid_not_fee": "not-simple/claim#paid-not-fee",
    "judgment_ignored": "not-simple/judgment#ignored",
    "bailiffs_found_nothing": "not-simple/judgment#bailiffs-found-nothing",
    "set_aside": "not-simple/judgment#set-aside",
}
"""The paths of pages and sections that differ from their names."""


class Stage(Choice):
    """A stage of the journey from an unpaid invoice to its end."""

    prevent = "Prevent"
    check = "Check"
    chase = "Chase"
    talk = "Talk"
    settle = "Settle"
    mediate = "Mediate"
    letter_before_claim = "Letter before claim"
    court = "Court"
    enforce = "Enforce"
    let_go = "Write it off"

    @property
    def page(self) -> str:
        """The page of the guide to start with at this stage."""
        other = {
            Stage.settle: GuidePage.settle_when,
            Stage.mediate: GuidePage.mediation,
            Stage.enforce: GuidePage.court,
            Stage.let_go: GuidePage.if_nothing_works,
        }
        return (other.get(self) or GuidePage[self.name]).page


class NextStep(Choice):
    """The one thing to do now, as an adviser would say it."""

    confirm_before_due = "Make sure nothing will hold up the payment"
    check_and_ask = "Check it isn’t a mistake, then ask for the money"
    find_out_if_they_can_pay = "Find out whether they can pay"
    check_the_time_limit = "Check whether you’re still in time to claim"
    chase = "Phone them, then write again"
    phone_for_a_date = "Phone the person who decides, and get a date"
    talk_it_through = "Talk to them about what’s wrong"
    ask_for_the_undisputed_part = "Ask for the part they agree they owe"
    agree_a_day = "Agree a date for payment"
    agree_instalments = "Agree a payment plan"
    answer_the_offer = "Answer their offer in writing"
    say_it_is_part_payment = "Say in writing today that you’re taking the money as part payment only"
    make_an_offer = "Make one last written offer"
    settle_the_claim = "Settle the claim you’ve started"
    claim_late_interest_alone = "Ask for the interest and compensation on their own"
    offer_mediation = "Offer to mediate"
    follow_up_mediation = "Ask once more about mediation"
    prepare_for_mediation = "Prepare for the mediation"
    take_court_mediation = "Use the mediation that the court offers"
    send_letter_before_claim = "Send a letter before claim"
    wait_for_their_answer = "Wait for their answer to your letter"
    find_them = "Find their address before you write or claim"
    check_where_to_claim = "Check which country’s court you could use"
    start_a_claim = "Start a court claim"
    wait_or_ask_for_judgment = "Wait for their answer to the claim, or ask for judgment"
    answer_the_counterclaim = "Send the court your defence to the counterclaim"
    answer_the_part_admission = "Tell the court whether you accept the part they admit"
    claim_the_fee_and_interest = "Tell the court what they’ve paid, and ask your customer for the fee and interest"
    tell_the_court_they_paid = "Tell the court that they’ve paid"
    prepare_for_the_hearing = "Prepare for the hearing"
    find_out_what_they_have = "Find out what they own and earn"
    make_them_pay = "Ask the court to make them pay"
    try_another_way_to_enforce = "Choose another way to enforce the judgment"
    oppose_setting_aside = "Read why they want the judgment set aside, then reply to the court"
    instalments_on_the_judgment = "Agree instalments on the judgment"
    ask_what_they_can_pay = "Ask what they can pay now"
    claim_in_the_insolvency = "Claim in the insolvency if it has begun; if it hasn’t, ask what they can pay now"
    object_to_striking_off = "Object to the strike-off today, with proof of the debt"
    restore_or_write_off = "Find out if the company is worth restoring, or write the debt off"
    claim_from_the_estate = "Write to whoever is dealing with the estate"


class Tool(Choice):
    """A calculator, by the name of its module."""

    claim_pack = "Wording for your claim"
    court_costs = "What it costs to go to court"
    court_day = "After a defence: get ready for court"
    deadlines = "Deadlines and a dated plan"
    judgment = "After a judgment"
    late_payment_interest = "Late payment interest"
    mediation_fee = "What mediation costs"
    payment_plan = "Payment plan"
    settlement_range = "Settlement range"
    vat_relief = "VAT on a bad debt"
    who_owes = "Who owes you"

    @property
    def page(self) -> str:
        """The path of its page on the site."""
        return f"calculators/{self.name}"


class Draft(Choice):
    """A letter or agreement to start from, by the name of its module."""

    hold_work_notice = "Notice that work is on hold"
    letter_before_claim = "Letter before claim"
    mediation_invitation = "Invitation to mediate"
    offer_without_prejudice = "Offer without prejudice"
    payment_plan_agreement = "Payment plan agreement or letter"
    reminder = "Reminder"
    reply_pack = "Answer to their reply"
    settlement_agreement = "Settlement agreement"

    @property
    def page(self) -> str:
        """The path of its page on the site."""
        return f"drafts/{self.name}"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One stage of the journey."""

    stage: Stage = tell("Stage")
    here: str = tell("Where you are")
    cost: str = tell("What it costs")
    time: str = tell("How long it takes")
    binds: str = tell("Is it binding?")
    keeps_customer: str = tell("Will you keep the customer?")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `page` is the path of the page to read."""

    headline: str
    step: NextStep = tell("Your next step", verdict=True)
    stage: Stage = tell("Where you are now")
    page: str
    page_title: GuidePage = tell("Page to read", key=True)
    calculator: Tool = tell("Calculator to use")
    draft: Draft | None = tell("Draft to start from", absent="none for this step")
    least_fees: Money | None = tell("Lowest fees for this step", absent="not confirmed for that nation", key=True)
    why: tuple[str, ...] = tell("Why this step", key=True)
    prepare: tuple[str, ...] = tell("What to prepare")
    avoid: tuple[str, ...] = tell("What not to do")
    journey: tuple[Place, ...] = tell("The whole journey")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
