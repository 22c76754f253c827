"""What the reader is asked: the plan as agreed, the payments so far and, for the letter, who it's to."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from calculators import payment_plan
from calculators.kernel import (
    NIL,
    CustomerType,
    Letter,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    ask_again,
    in_words,
    letters,
    shared,
)
from calculators.late_payment_interest import Payment
from calculators.payment_plan import AmountChange, Every, IfNotWorkingDay, SolveFor
from calculators.payment_plan.questions import PLAN

CAME = "What they’ve paid"


def _again(record: Any, name: str, **words: Any) -> Any:
    """A question of another record, reused here; `words` replaces parts of it."""
    return ask_again(record.__dataclass_fields__[name], **words)


def _of_the_plan(name: str, **words: Any) -> Any:
    return _again(payment_plan.Inputs, name, **words)


def _of_the_letter(name: str) -> Any:
    return _again(Letter, name, more=True)


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked; the answer is as at the date on the letter."""

    nation: Nation = _of_the_letter("nation")
    customer_type: CustomerType = _of_the_plan("customer_type")
    amount_owed: Money = shared.amount_owed()
    already_paid: Money = _of_the_plan("already_paid", question="How much of the debt had they paid before the plan?")
    agreed_debt: Money | None = ask(
        "How much was the plan for?", noun="the amount the plan was for", group=PLAN, more=True, low="0.01",
        high=shared.MOST, default=None,
        hint="The debt plus any interest, as you agreed. Leave this blank to use the amounts above.",
    )  # fmt: skip
    solve_for: SolveFor = _of_the_plan("solve_for", more=True, question="Which of these do you want us to work out?",
                                       hint="Fill in the other two as you agreed them.")  # fmt: skip
    instalments: int | None = _of_the_plan("instalments", question="How many instalments did you agree?")
    instalment_amount: Money | None = _of_the_plan("instalment_amount")
    end_date: date | None = _of_the_plan("end_date", more=True)
    every: Every = _of_the_plan("every", more=True)
    agreement_date: date = ask(
        "When did you agree the plan?", noun="the date you agreed the plan", group=PLAN,
        low=shared.EARLIEST, high=shared.LATEST, hint="The date of the agreement or of your letter.",
    )  # fmt: skip
    first_payment_date: date | None = _of_the_plan(
        "first_payment_date", more=False, nearest="either", question="When was the first instalment due?",
        hint="Leave this blank if it was due one full period after the agreement, for example a month later.",
    )  # fmt: skip
    deposit: Money = _of_the_plan("deposit")
    deposit_date: date | None = _of_the_plan("deposit_date", nearest="either")
    last_day_of_month: bool = _of_the_plan("last_day_of_month")
    if_not_working_day: IfNotWorkingDay = _of_the_plan("if_not_working_day")
    interest_rate: Percentage = _of_the_plan("interest_rate")
    grace_days: int = _of_the_plan("grace_days")
    pause_after: int | None = _of_the_plan("pause_after")
    pause_periods: int = _of_the_plan("pause_periods")
    steps: tuple[AmountChange, ...] = _of_the_plan("steps")
    balloon: Money | None = _of_the_plan("balloon")
    payments: tuple[Payment, ...] = ask(
        "What have they paid since you agreed the plan?", noun="the list of payments", row="payment", group=CAME,
        default=(), hint="Leave this blank if they haven’t paid anything. It doesn’t matter which invoice they paid.",
    )  # fmt: skip
    warned_on: date | None = ask(
        "If you’ve sent a warning, when did you send it?", noun="the date of your warning", group=CAME, more=True,
        low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="The written warning about the payment that’s late now.",
    )  # fmt: skip
    invoice_numbers: str = _of_the_letter("invoice_numbers")
    what_for: str = _of_the_letter("what_for")
    your_name: str = _of_the_letter("your_name")
    your_business: str = _of_the_letter("your_business")
    customer_name: str = _of_the_letter("customer_name")
    due_date: date | None = _of_the_letter("due_date")
    letter_date: date = _again(
        Letter, "letter_date", question="Which date should we use?",
        hint="It goes on the letter. Leave this blank to use today’s date.",
    )  # fmt: skip

    @property
    def plan(self) -> payment_plan.Inputs:
        """The payment plan's inputs, for the debt as agreed if given: interest on the invoices may have grown since."""
        names = [one.name for one in fields(payment_plan.Inputs) if hasattr(self, one.name)]
        answers = {name: getattr(self, name) for name in names} | {"interest_and_compensation": self.interest}
        if self.agreed_debt:
            answers |= {"amount_owed": self.agreed_debt, "interest_and_compensation": NIL, "already_paid": NIL}
        return payment_plan.Inputs(**answers)

    @property
    def is_person(self) -> bool:
        """Whether our draft for this customer is a letter that gives time, not an agreement."""
        return letters.is_person(self.customer_type)

    def problems(self) -> Iterator[Problem]:
        """Answers that don't make a plan, dates in the future, and a warning from before the agreement."""
        yield from self.plan.problems()
        last = in_words(self.letter_date)
        if self.agreement_date > self.letter_date:
            yield Problem("agreement_date", f"The date you agreed the plan must be {last} or earlier.")
        if self.warned_on and not self.agreement_date <= self.warned_on <= self.letter_date:
            first = in_words(self.agreement_date)
            yield Problem("warned_on", f"The date of your warning must be from {first} to {last}.")
        for number, one in enumerate(self.payments, 1):
            if one.date > self.letter_date:
                yield Problem(
                    f"payments.{number}.date", f"Payment {number}: The date they paid must be {last} or earlier."
                )
