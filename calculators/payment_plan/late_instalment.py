"""What follows a late instalment: the warning, the last date to pay after it, and the amount then due at once."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from calculators.kernel import NIL, ONE_DAY, Money, Nation, in_words, next_working_day, pounds, to_pence

from .due_dates import start_day
from .instalments import YEAR
from .questions import Inputs
from .result_types import Instalment, MissedInstalment
from .sums import deposit_row


def pay_by(inputs: Inputs, warned_on: date) -> date:
    """The last date to pay after a written warning on `warned_on`: the days of grace, moved on to a working day."""
    return next_working_day(warned_on + timedelta(days=inputs.grace_days), inputs.nation.name)


def arrives_by(nation: Nation, due: date) -> date:
    """The last date on which money paid on time may arrive, since banks move little money on non-working days."""
    return next_working_day(due, nation.name)


def owed_on(inputs: Inputs, paid: Iterable[tuple[date, Money]], day: date) -> Money:
    """The debt left on `day` after these payments, which must be in date order, with the plan's interest to that date.

    Simple interest on what is unpaid, by the day. As in the schedule, a deposit only pays off debt, and any other
    payment first pays the interest so far, rounded half up; so payments on time leave the balances of the schedule.
    """
    owed, interest, since, deposit = inputs.owed_before, Decimal(0), start_day(inputs), inputs.deposit
    for on, amount in (*paid, (day, NIL)):
        interest += owed * max(0, (on - since).days) * inputs.interest_rate / (100 * YEAR)
        since = max(since, on)
        to_debt = min(deposit, amount)
        deposit -= to_debt
        if amount > to_debt:
            due = to_pence(interest)
            to_interest = min(due, amount - to_debt)
            interest = due - to_interest
            to_debt = amount - to_interest
        owed -= to_debt
    return to_pence(max(NIL, owed + interest))


def missed(inputs: Inputs, rows: tuple[Instalment, ...]) -> MissedInstalment | None:
    """What follows if the instalment asked about and all after it stay unpaid, and those before it are paid on time.

    The warning goes out on the first working day after the due date or, if the due date isn't a working day, after the
    next working day, when the money may still arrive. The amount due at once includes interest to the day after the
    last date to pay.
    """
    if inputs.missed_payment is None:
        return None
    row = rows[inputs.missed_payment - 1]
    following = rows[row.number].due if row.number < len(rows) else None
    warn_on = next_working_day(arrives_by(inputs.nation, row.due) + ONE_DAY, inputs.nation.name)
    last_day = pay_by(inputs, warn_on)
    paid = sorted((one.due, one.payment) for one in (*deposit_row(inputs), *rows[: row.number - 1]))
    return MissedInstalment(
        number=row.number,
        due=row.due,
        owed=row.balance + row.principal,
        extra_interest=_interest(inputs, row, following) if following else None,
        warn_on=warn_on,
        pay_by=last_day,
        due_on_default=owed_on(inputs, paid, last_day + ONE_DAY),
    )


def lead_of(found: MissedInstalment | None) -> str:
    """What to do about the missed instalment, in two sentences; empty if none was asked about."""
    if found is None:
        return ""
    warn, last, left = in_words(found.warn_on), in_words(found.pay_by), pounds(found.due_on_default)
    return (
        f"If they miss instalment {found.number}, call them, and send the warning on {warn}. If the full amount hasn’t "
        f"arrived by {last}, you can ask for the whole balance of {left}."
    )


def _interest(inputs: Inputs, row: Instalment, until: date) -> Money:
    """Simple interest on the debt that the instalment would have paid off, rounded once; none runs on interest."""
    return to_pence(row.principal * (until - row.due).days * inputs.interest_rate / (100 * YEAR))
