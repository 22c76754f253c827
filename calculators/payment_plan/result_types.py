"""What a payment plan tells."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import Choice, Money, Source, Step, tell


class RegulatedCredit(Choice):
    """Whether the plan may be a consumer credit agreement."""

    outside = "No: the rules protect people, not companies or public bodies"
    possible = "It could: your customer is a person. Read the warning"
    likely = "It may well: your customer is a person and you ask for interest. Read the warning"


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """One payment, or the deposit as number 0; `balance` is what is still owed after it."""

    number: int = tell("Payment number")
    due: date = tell("Due")
    payment: Money = tell("Amount")
    interest: Money = tell("Interest")
    principal: Money = tell("Off the debt")
    balance: Money = tell("Still owed")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; months to one decimal, from the day of the agreement to the last payment."""

    headline: str
    instalments: int = tell("Number of payments")
    instalment_amount: Money = tell("Each payment", key=True)
    last_payment: Money = tell("Last payment")
    last_due: date = tell("Paid in full on", key=True)
    months: Decimal = tell("Months until paid in full")
    deposit: Money = tell("Deposit")
    deposit_date: date | None = tell("Deposit due", absent="there is none")
    to_spread: Money = tell("Debt left after the deposit")
    interest: Money = tell("Interest added by the plan")
    total: Money = tell("Total they pay, deposit included", key=True)
    waiting_cost: Money = tell("Cost to you of waiting", key=True, estimate=True)
    agreed_on: date | None = tell("Agreed on", absent="not given")
    regulated_credit: RegulatedCredit = tell("Could this be consumer credit?")
    default_clause: tuple[str, ...] = tell("If a payment is late: words for the plan")
    schedule: tuple[Instalment, ...] = tell("Schedule of payments")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
