"""What a payment plan asks, and the refusal of answers that make no plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import NIL, Choice, CustomerType, Money, Nation, Percentage, Problem, ask, shared

MOST_INSTALMENTS = 520
"""Ten years of weeks: nobody keeps to a longer plan, and a page must not freeze."""

PLAN = "The plan"
DAYS = "Days that banks are closed"
PRICE = "Time and interest"


class SolveFor(Choice):
    """What is found; the reader gives one of the other two, or both."""

    instalments = "How many payments it takes"
    instalment_amount = "How much each payment is"
    end_date = "When it is all paid"


class Every(Choice):
    """How far apart the payments are."""

    week = "Every week"
    fortnight = "Every two weeks"
    four_weeks = "Every four weeks"
    month = "Every month"
    quarter = "Every three months"


class IfNotWorkingDay(Choice):
    """What becomes of a payment that falls on a weekend or a bank holiday."""

    next = "Move it to the next working day"
    previous = "Move it to the working day before"
    keep = "Leave it where it is"


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation(more=True)
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed()
    interest_and_compensation: Money = shared.interest_and_compensation(more=True)
    already_paid: Money = ask(
        "How much of it have they paid?", noun="what they have paid", group=shared.DEBT, more=True, low=0,
        high=shared.MOST, default=NIL,
        hint="Leave it empty if they have paid nothing, or if you have taken it off already.",
    )  # fmt: skip
    solve_for: SolveFor = ask(
        "What do you want to find out?", noun="what you want to find out", group=PLAN,
        default=SolveFor.instalment_amount, hint="Then give one of the other two below. You may give both.",
    )  # fmt: skip
    instalments: int | None = ask(
        "How many payments?", noun="the number of payments", group=PLAN,
        shown_when={"solve_for": ("instalment_amount", "end_date")}, low=1, high=MOST_INSTALMENTS, default=None,
        hint="For example 6. Leave it empty if that is what you want to find out.",
    )  # fmt: skip
    instalment_amount: Money | None = ask(
        "How much is each payment?", noun="the amount of each payment", group=PLAN,
        shown_when={"solve_for": ("instalments", "end_date")}, low="0.01", high=shared.MOST,
        default=None, hint="For example 250. Leave it empty if that is what you want to find out.",
    )  # fmt: skip
    end_date: date | None = ask(
        "By when must it all be paid?", noun="the day it must all be paid by", group=PLAN,
        shown_when={"solve_for": ("instalments", "instalment_amount")}, low=shared.EARLIEST,
        high=shared.LATEST, nearest="future", default=None,
        hint="For example 30 June 2027. Leave it empty if that is what you want.",
    )  # fmt: skip
    every: Every = ask(
        "How often do they pay?", noun="how often they pay", group=PLAN, default=Every.month,
        hint="Choose what suits the day that money reaches them.",
    )  # fmt: skip
    first_payment_date: date | None = ask(
        "When is the first payment?", noun="the day of the first payment", group=PLAN, more=True,
        low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="For example 1 December 2026. Empty means one step after you agree.",
    )  # fmt: skip
    deposit: Money = ask(
        "How much do they pay at once?", noun="the deposit", group=PLAN, more=True, low=0, high=shared.MOST,
        default=NIL, hint="A deposit shows that they mean it. Leave it empty if there is none.",
    )  # fmt: skip
    deposit_date: date | None = ask(
        "When do they pay the deposit?", noun="the day of the deposit", group=PLAN, more=True, low=shared.EARLIEST,
        high=shared.LATEST, nearest="future", default=None, hint="Leave it empty for the day you agree.",
    )  # fmt: skip
    agreement_date: date | None = ask(
        "When do you both agree?", noun="the day you agree", group=PLAN, more=True, low=shared.EARLIEST,
        high=shared.LATEST, default=None, today=True, hint="Leave it empty for today. Interest runs from this day.",
    )  # fmt: skip
    grace_days: int = ask(
        "If a payment is late, how many days do they get after your warning?",
        noun="the number of days after a warning", group=PLAN, more=True, low=1, high=60, default=7,
        hint="For example 7. It goes into the words for the plan.",
    )  # fmt: skip
    last_day_of_month: bool = ask(
        "Is each payment on the last day of its month?", noun="whether payments are on the last day", group=DAYS,
        more=True, default=False, hint="Only for payments every month or every three months.",
    )  # fmt: skip
    if_not_working_day: IfNotWorkingDay = ask(
        "What if a payment falls on a weekend or a bank holiday?", noun="what happens on a closed day", group=DAYS,
        more=True, default=IfNotWorkingDay.next, hint="Banks move little money on those days.",
    )  # fmt: skip
    interest_rate: Percentage = ask(
        "What interest a year do you ask for during the plan?", noun="the interest rate", group=PRICE, more=True,
        low=0, high=100, default=Decimal(0), hint="Simple interest on what is still owed. 0 is safest with a person.",
    )  # fmt: skip
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for money?", noun="the yearly cost of waiting", group=PRICE, more=True,
        low=0, high=100, default=Decimal(10),
        hint="In 100: what you pay on an overdraft, or what the money would earn. We start with 10, a guess.",
    )  # fmt: skip

    @property
    def owed_before(self) -> Money:
        """What is owed on the day of the agreement."""
        return self.amount_owed + self.interest_and_compensation - self.already_paid

    @property
    def to_spread(self) -> Money:
        """What the payments pay off: the debt without the deposit."""
        return self.owed_before - self.deposit

    def problems(self) -> Iterator[Problem]:
        """Answers that make no plan."""
        from .checks import contradictions  # the checks and the sums are about these questions
        from .sums import schedule_of

        found = list(contradictions(self))
        yield from found
        if not found:
            try:
                schedule_of(self)
            except NoPlan as why:
                yield Problem(why.field, str(why))


class NoPlan(ValueError):
    """These answers make no plan: the question to look at, and a sentence for the reader."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
