"""The questions of a payment plan, and the error for answers that don't make one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import NIL, Choice, CustomerType, Money, Nation, Percentage, Problem, ask, shared

MOST_INSTALMENTS = 520
"""Ten years of weekly instalments: nobody keeps to a longer plan, and a page mustn't freeze."""

PLAN = "The plan"
DAYS = "Weekends and bank holidays"
PRICE = "Interest and the cost of waiting"
UNEVEN = "Instalments of different amounts"


class SolveFor(Choice):
    """What to work out; the reader gives one or both of the other two."""

    instalments = "The number of instalments"
    instalment_amount = "The amount of each instalment"
    end_date = "The date it’s paid off"


class Every(Choice):
    """How often an instalment is due."""

    week = "Every week"
    fortnight = "Every two weeks"
    four_weeks = "Every four weeks"
    month = "Every month"
    quarter = "Every three months"


class IfNotWorkingDay(Choice):
    """What to do with an instalment due on a weekend or a bank holiday."""

    next = "Move it to the next working day"
    previous = "Move it to the previous working day"
    keep = "Keep the date as it is"


@dataclass(frozen=True, kw_only=True)
class AmountChange:
    """A new amount, from one instalment onwards."""

    from_payment: int = ask(
        "Which instalment does the change start from?", noun="the instalment from which the amount changes",
        low=2, high=MOST_INSTALMENTS, hint="Enter its number. For example, 4",
    )  # fmt: skip
    amount: Money = ask(
        "How much is each instalment after the change?", noun="the new amount", low="0.01", high=shared.MOST,
        hint="For example, 300",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation(more=True)
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed()
    interest_and_compensation: Money = shared.interest_and_compensation(more=True)
    already_paid: Money = ask(
        "How much of the debt have they paid?", noun="the amount they’ve paid", group=shared.DEBT, more=True, low=0,
        high=shared.MOST, default=NIL,
        hint="Leave this blank if they’ve paid nothing, or you’ve already taken it off.",
    )  # fmt: skip
    solve_for: SolveFor = ask(
        "What do you want to work out?", noun="what you want to work out", group=PLAN,
        default=SolveFor.instalment_amount, hint="Then answer at least one of the other two questions below.",
    )  # fmt: skip
    instalments: int | None = ask(
        "How many instalments will they pay?", noun="the number of instalments", group=PLAN,
        shown_when={"solve_for": ("instalment_amount", "end_date")}, low=1, high=MOST_INSTALMENTS, default=None,
        hint="For example, 6",
    )  # fmt: skip
    instalment_amount: Money | None = ask(
        "How much is each instalment?", noun="the amount of each instalment", group=PLAN,
        shown_when={"solve_for": ("instalments", "end_date")}, low="0.01", high=shared.MOST,
        default=None, hint="For example, 250",
    )  # fmt: skip
    end_date: date | None = ask(
        "When must the whole debt be paid by?", noun="the date the whole debt must be paid by", group=PLAN,
        shown_when={"solve_for": ("instalments", "instalment_amount")}, low=shared.EARLIEST,
        high=shared.LATEST, nearest="future", default=None,
        hint="For example, 30 June 2027",
    )  # fmt: skip
    every: Every = ask(
        "How often will they pay?", noun="how often they pay", group=PLAN, default=Every.month,
        hint="Match this to when they get paid.",
    )  # fmt: skip
    first_payment_date: date | None = ask(
        "When is the first instalment due?", noun="the date of the first instalment", group=PLAN, more=True,
        low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="For example, 1 December 2026. Leave this blank if it’s due one full period "
        "after the agreement, such as a month later.",
    )  # fmt: skip
    deposit: Money = ask(
        "How much will they pay up front?", noun="the deposit", group=PLAN, more=True, low=0, high=shared.MOST,
        default=NIL, hint="A deposit shows they’re serious. Leave this blank if there isn’t one.",
    )  # fmt: skip
    deposit_date: date | None = ask(
        "When is the deposit due?", noun="the date of the deposit", group=PLAN, more=True, low=shared.EARLIEST,
        high=shared.LATEST, nearest="future", default=None, hint="Leave this blank to use the date of the agreement.",
    )  # fmt: skip
    agreement_date: date | None = ask(
        "What is the date of the agreement?", noun="the date of the agreement", group=PLAN, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None, today=True,
        hint="Leave this blank to use today’s date. Interest runs from this date.",
    )  # fmt: skip
    grace_days: int = ask(
        "If an instalment is late, how many days do they get after your warning?",
        noun="the number of days after a warning", group=PLAN, more=True, low=1, high=60, default=7,
        hint="For example, 7. We use it in the wording for late instalments.",
    )  # fmt: skip
    missed_payment: int | None = ask(
        "If they missed an instalment, which one should we check?", noun="the instalment they might miss", group=PLAN,
        more=True, low=1, high=MOST_INSTALMENTS, default=None,
        hint="Enter its number. We’ll show you when to warn them, and what’s due if they don’t pay.",
    )  # fmt: skip
    pause_after: int | None = ask(
        "If they need a break from paying, which instalment will it come after?",
        noun="the instalment before the break", group=UNEVEN, more=True, low=1, high=MOST_INSTALMENTS, default=None,
        hint="Enter its number. Leave this blank if there’s no break.",
    )  # fmt: skip
    pause_periods: int = ask(
        "How many payments will they skip?", noun="the number of payments they skip",
        group=UNEVEN, more=True, low=1, high=24, default=1, hint="Skipping payments makes the plan end later.",
    )  # fmt: skip
    steps: tuple[AmountChange, ...] = ask(
        "Does the amount of each instalment change during the plan?", noun="the list of changes to instalments",
        row="change", group=UNEVEN, more=True, default=(),
        hint="For example, £100 at first, and £200 from instalment 4.",
    )  # fmt: skip
    balloon: Money | None = ask(
        "If the last instalment is larger, how much is it?", noun="the larger last instalment", group=UNEVEN,
        more=True, low="0.01", high=shared.MOST, default=None,
        hint="It counts as one of the instalments. Leave this blank if it’s the same as the others.",
    )  # fmt: skip
    last_day_of_month: bool = ask(
        "Is each instalment due on the last day of the month?", noun="whether instalments are due on the last day",
        group=DAYS, more=True, default=False, hint="This only works with monthly or three-monthly instalments.",
    )  # fmt: skip
    if_not_working_day: IfNotWorkingDay = ask(
        "What if an instalment falls on a weekend or a bank holiday?", noun="what happens on a non-working day",
        group=DAYS, more=True, default=IfNotWorkingDay.next,
        hint="Some bank payments don’t arrive on non-working days.",
    )  # fmt: skip
    interest_rate: Percentage = ask(
        "What yearly interest rate will you charge during the plan?", noun="the interest rate", group=PRICE, more=True,
        low=0, high=100, default=Decimal(0),
        hint="Simple interest on what’s still owed. For an individual, 0 is safest.",
    )  # fmt: skip
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for your money?", noun="the yearly cost of waiting", group=PRICE,
        more=True,
        low=0, high=100, default=Decimal(10),
        hint="A percentage, such as your overdraft rate or what the money could earn. The 10% is only our guess.",
    )  # fmt: skip

    @property
    def interest_left_out(self) -> Money:
        """The interest and compensation left out of the plan if credit law protects the customer; otherwise zero."""
        return self.interest_and_compensation if shared.is_person(self.customer_type) and self.amount_owed else NIL

    @property
    def owed_before(self) -> Money:
        """The debt that the plan pays off, as at the date of the agreement."""
        return self.amount_owed + self.interest_and_compensation - self.interest_left_out - self.already_paid

    @property
    def to_spread(self) -> Money:
        """The debt less the deposit, which the instalments pay off."""
        return self.owed_before - self.deposit

    @property
    def changes(self) -> tuple[AmountChange, ...]:
        """The changes of amount, in order of instalment."""
        return tuple(sorted(self.steps, key=lambda one: one.from_payment))

    def problems(self) -> Iterator[Problem]:
        """Answers that contradict each other or don't make a plan."""
        from .problems import contradictions  # not at the top, because both modules import this one
        from .sums import schedule_of

        found = list(contradictions(self))
        yield from found
        if not found:
            try:
                schedule_of(self)
            except NoPlan as why:
                yield Problem(why.field, str(why))


class NoPlan(ValueError):
    """The answers don't make a plan; has the question to look at and a sentence for the reader."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
