"""The result of the plan."""

import datetime
from dataclasses import dataclass

from calculators.kernel import Card, Choice, Daily, Money, Premise, Source, Step, tell
from calculators.next_step import NextStep, Tool


class Way(Choice):
    """An option for the debt."""

    chase = "Ask again and chase"
    settle = "Settle for less"
    payment_plan = "Agree a payment plan"
    mediation = "Mediate"
    letter_before_claim = "Send a letter before claim"
    court = "Go to court"
    agency = "Use a debt collection agency"
    write_off = "Write it off"


class Fit(Choice):
    """Whether an option is for now, for later or not for this case."""

    now = "Now"
    later = "Later"
    no = "Not right for you"


@dataclass(frozen=True, kw_only=True)
class Route:
    """One option for this debt; the amounts you end up with are after the costs still to come.

    `has_figures` is False if the money doesn't fit the case, such as the cost of a claim when there is a judgment
    already.
    """

    route: Way = tell("Option")
    fits: Fit = tell("When")
    why: str = tell("Why")
    cost_now: Money | None = tell("Cost now", absent="not confirmed")
    ends_low: Money | None = tell("Amount you end up with, at worst", absent="not confirmed", estimate=True)
    ends_likely: Money | None = tell("Amount you end up with, on average", absent="no published figures", estimate=True)
    ends_high: Money | None = tell("Amount you end up with, at best", absent="not confirmed", estimate=True)
    weeks: int | None = tell("Time it takes, in weeks", absent="it varies")
    binds: str = tell("Is it binding?")
    keeps_customer: str = tell("Will you keep the customer?")
    page: str
    has_figures: bool

    @property
    def card(self) -> Card:
        """The option as a card: its name, when it fits, what it leaves, and the page that works it out."""
        return Card(
            name=self._name, tag=str(self.fits), kind=self.fits.name, text=self.why, page=self.page,
            link=IN_COURT.get(self.page) or WORK_IT_OUT.get(self.route, "How it works"),
            low=self.ends_low, likely=self.ends_likely, high=self.ends_high,
            shows=("cost_now", "ends_likely", "weeks", "binds", "keeps_customer") if self.has_figures else (),
        )  # fmt: skip

    @property
    def _enforces(self) -> bool:
        """Whether there is a judgment already."""
        return self.page == Tool.judgment.page

    @property
    def _name(self) -> str:
        return "Enforce the judgment" if self._enforces else str(self.route)


WORK_IT_OUT = {
    Way.settle: "Work out what to accept",
    Way.payment_plan: "Work out the payments",
    Way.mediation: "Work out the mediator’s fee",
    Way.letter_before_claim: "Write the letter",
    Way.court: "Work out the cost of court",
}
"""The words on the link to an option's calculator or letter; the others link to a page of the guide."""

IN_COURT = {
    Tool.claim_pack.page: "Write the wording for your claim",
    Tool.court_day.page: "Show my dates and my statement",
    Tool.judgment.page: "Work out what’s owed today",
}
"""The words on the link to each page when it's time to claim, and after that."""


class DateToKeep(Choice):
    """What a date of the plan is for."""

    reminder = "Send a reminder"
    call = "Phone them"
    second_letter = "Write again"
    look_again = "Heard nothing? Look at this plan again"
    letter_before_claim = "Send a letter before claim"
    first_day_to_claim = "Earliest date to start a claim"
    commissioner = "Last date to complain to the Small Business Commissioner"
    vat_relief = "Claim the VAT back"
    limitation = "Last safe date to start a claim"

    @property
    def page(self) -> str:
        """The path of the calculator for what to do on that date, if there is one."""
        return f"calculators/{self.name}" if self.name in ("commissioner", "vat_relief") else ""


@dataclass(frozen=True, kw_only=True)
class PlanDate:
    """One date in the plan, and what to do on it."""

    date: datetime.date = tell("Date")
    what: DateToKeep = tell("What to do")
    why: str


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; money is in pounds, on the date of the plan.

    There is no interest after a judgment: what is owed is then the amount of the judgment.
    """

    headline: str
    lead: str = tell("Why now")
    premises: tuple[Premise, ...]
    owed_today: Money = tell("Owed to you today", key=True)
    amount_owed: Money = tell("Owed before interest")
    judgment_amount: Money | None = tell("Amount of the judgment", absent="")
    interest: Money | None = tell("Late payment interest", key=True, absent="")
    compensation: Money | None = tell("Fixed compensation", key=True, absent="")
    daily_interest: Daily | None = tell("Interest added each day", key=True, absent="")
    interest_and_compensation: Money | None = tell("Interest and compensation together", absent="")
    interest_counted_to: datetime.date | None = tell("Last date the interest covers", absent="")
    add_interest: bool = tell("Does the next letter ask for interest?", answers=None)  # a later letter or claim may
    promise_made: bool = tell("Have they promised to pay?")
    next_step: NextStep = tell("Next step", verdict=True)
    next_step_page: str
    next_step_draft: str | None
    waits: bool
    best_route: Way = tell("Best option for now")
    routes: tuple[Route, ...] = tell("Your options", key=True)
    dates: tuple[PlanDate, ...] = tell("Your next dates", key=True)
    next_date: datetime.date | None = tell("Next date", absent="none yet")
    next_date_for: str = tell("What the next date is for", absent="none yet")
    planned_from: datetime.date = tell("Date of this plan")
    prepare: tuple[str, ...] = tell("What to have ready")
    avoid: tuple[str, ...] = tell("What not to do")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
