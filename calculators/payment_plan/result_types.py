"""The results of a payment plan."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import Choice, Money, Source, Step, tell


class RegulatedCredit(Choice):
    """Whether the plan may be a consumer credit agreement."""

    outside = "No: the rules protect individuals, not companies or public bodies"
    possible = "Possibly: your customer counts as an individual. Read the warning"
    likely = "It may well be: your customer counts as an individual and you charge interest. Read the warning"


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """One instalment, or the deposit as number 0; `balance` is what is still owed after it."""

    number: int = tell("Instalment number")
    due: date = tell("Due")
    payment: Money = tell("Amount", formula="interest + principal", totalled=True)
    interest: Money = tell("Interest", totalled=True)
    principal: Money = tell("Off the debt", totalled=True)
    balance: Money = tell("Still owed", formula="above.balance - principal")


@dataclass(frozen=True, kw_only=True)
class MissedInstalment:
    """What follows if one instalment and all after it aren't paid."""

    number: int = tell("Instalment number")
    due: date = tell("Due")
    owed: Money = tell("Debt still owed on the due date")
    extra_interest: Money | None = tell(
        "Extra interest if they pay it with the next one", absent="none, because it’s the last one"
    )
    warn_on: date = tell("Date to send the warning")
    pay_by: date = tell("Last date to pay after your warning")
    due_on_default: Money = tell("Amount due at once if they still don’t pay")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `months` runs from the agreement to the last payment, to one decimal place."""

    headline: str
    lead: str = tell("What to do if they miss the instalment", absent="")
    instalments: int = tell("Number of instalments")
    instalment_amount: Money | None = tell("Each instalment", key=True, absent="it changes: see the schedule")
    last_payment: Money = tell("Last instalment")
    last_due: date = tell("Paid in full on", key=True)
    months: Decimal = tell("Months until paid in full")
    deposit: Money = tell("Deposit")
    deposit_date: date | None = tell("Deposit due", absent="no deposit")
    agreed_debt: Money = tell("Debt that the plan pays off")
    to_spread: Money = tell("Debt left after the deposit")
    interest: Money = tell("Interest added by the plan")
    total: Money = tell("Total they pay, including any deposit", key=True)
    waiting_cost: Money = tell("Cost to you of waiting", key=True, estimate=True)
    agreed_on: date | None = tell("Date of the agreement", absent="not given")
    regulated_credit: RegulatedCredit = tell("Could this be consumer credit?")
    if_missed: MissedInstalment | None = tell("If they miss the instalment")
    default_clause: tuple[str, ...] = tell("Wording for late instalments")
    schedule: tuple[Instalment, ...] = tell("Schedule of instalments")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
