"""Payment plan: instalments on working days that add up to the penny, with the balance after each."""

from calculators.kernel import NIL, Action, adding_up, falling_steps, in_words, shared, step, total

from .advice import are_alike, cautions_of, day_cautions, default_clause_of, headline_of, next_steps_of
from .credit import LEFT_OUT, regulated_credit_of, sources_of
from .due_dates import deposit_due
from .examples import EXAMPLES
from .files import downloads, events
from .late_instalment import arrives_by, lead_of, missed, owed_on, pay_by
from .questions import MOST_INSTALMENTS, AmountChange, Every, IfNotWorkingDay, Inputs, SolveFor
from .result_types import RegulatedCredit, Result
from .sums import cost_of_waiting, deposit_row, months_to_pay, schedule_of
from .time_to_claim import limit_cautions
from .working import debt_steps, interest_steps, payments_in_full

__all__ = [
    "ACTION",
    "CHART",
    "EXAMPLES",
    "LEADS_TO",
    "LEFT_OUT",
    "MOST_INSTALMENTS",
    "TITLE",
    "TURNS_ON",
    "AmountChange",
    "Every",
    "IfNotWorkingDay",
    "Inputs",
    "Result",
    "SolveFor",
    "action",
    "arrives_by",
    "calculate",
    "chart",
    "day_cautions",
    "downloads",
    "events",
    "limit_cautions",
    "owed_on",
    "pay_by",
]

TITLE = "Payment plan"
ACTION = "Show the payment plan"
LEADS_TO = ("payment_plan_agreement", "plan_tracker", "settlement_range")
TURNS_ON = "waiting_cost"
CHART = "What they still owe after each instalment"
PLAN = (
    "already_paid", "solve_for", "instalments", "instalment_amount", "end_date", "every", "first_payment_date",
    "deposit", "deposit_date", "agreement_date", "grace_days", "last_day_of_month", "if_not_working_day",
    "interest_rate", "pause_after", "pause_periods", "steps", "balloon",
)  # fmt: skip
"""The answers that the agreement takes over from the plan, so both have the same schedule."""


def calculate(inputs: Inputs) -> Result:
    """The plan and its schedule, for answers without `problems`.

    Instalments are rounded down to the penny and the last one takes the remainder, so they add up to the debt. Interest
    is simple interest on the balance, days / 365, rounded half up for each instalment. An instalment includes the
    interest since the one before; the first also includes the interest on the deposit. The cost of waiting is simple
    interest too, rounded once. The schedule has any deposit as instalment 0, and the total includes it.
    """
    rows = schedule_of(inputs)
    interest = sum((row.interest for row in rows), NIL)
    late = missed(inputs, rows)
    pays = [step(label, amount) for label, amount in payments_in_full(inputs, rows)]
    return Result(
        headline=headline_of(inputs, rows),
        lead=lead_of(late),
        instalments=len(rows),
        instalment_amount=rows[0].payment if are_alike(rows) else None,
        last_payment=rows[-1].payment,
        last_due=rows[-1].due,
        months=months_to_pay(inputs, rows),
        deposit=inputs.deposit,
        deposit_date=deposit_due(inputs),
        agreed_debt=inputs.owed_before,
        to_spread=inputs.to_spread,
        interest=interest,
        total=total(pays),
        waiting_cost=cost_of_waiting(inputs, rows),
        agreed_on=inputs.agreement_date,
        regulated_credit=regulated_credit_of(inputs),
        if_missed=late,
        default_clause=tuple(default_clause_of(inputs)),
        schedule=(*deposit_row(inputs), *rows),
        working=(
            *adding_up("Debt left to pay", debt_steps(inputs)),
            *(adding_up("Debt with interest", interest_steps(inputs, interest)) if interest else ()),
            *adding_up("Total they pay", pays),
        ),
        cautions=tuple(cautions_of(inputs, rows)),
        next_steps=tuple(next_steps_of(inputs)),
        sources=tuple(sources_of(inputs)),
    )


def action(result: Result) -> Action:
    """A link to draft the agreement or, if credit law protects the customer, the letter, with this plan filled in."""
    what = "agreement" if result.regulated_credit is RegulatedCredit.outside else "letter"
    return Action(label=f"Write the {what}", page="drafts/payment_plan_agreement", fields=(*shared.CARRIED, *PLAN))


def chart(result: Result) -> str:
    """A chart of what is still owed, from the start to the last payment."""
    balances = [("Start", result.to_spread + result.deposit)]
    balances += [(in_words(row.due), row.balance) for row in result.schedule]
    return falling_steps(CHART, balances)
