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
    """One payment; `balance` is what is still owed after it."""

    number: int = tell("Payment")
    due: date = tell("Due")
    payment: Money = tell("They pay")
    interest: Money = tell("Of it interest")
    principal: Money = tell("Of it debt")
    balance: Money = tell("Still owed after it")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; months to one decimal, from the day of the agreement to the last payment."""

    headline: str
    instalments: int = tell("How many payments")
    instalment_amount: Money = tell("Each payment")
    last_payment: Money = tell("The last payment")
    last_due: date = tell("The last payment is due")
    months: Decimal = tell("Months until it is all paid")
    deposit: Money = tell("Deposit at the start")
    deposit_date: date | None = tell("Deposit due", absent="there is none")
    to_spread: Money = tell("What the payments pay off")
    interest: Money = tell("Interest they pay on top")
    total: Money = tell("All the payments together, without the deposit")
    waiting_cost: Money = tell("What waiting costs you, before their interest")
    agreed_on: date | None = tell("Agreed on", absent="not given")
    regulated_credit: RegulatedCredit = tell("Could this be consumer credit?")
    default_clause: tuple[str, ...] = tell("Words for the plan, in case a payment is late")
    schedule: tuple[Instalment, ...] = tell("Payment by payment")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
