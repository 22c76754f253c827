"""What the reader is told: the steps, the pages and tools they lead to, and the record of an answer."""

from dataclasses import dataclass

from calculators.kernel import Choice, Money, Source, Step, tell


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
