"""The headline, the cautions and the next steps."""

from collections.abc import Iterator

from calculators.kernel import Money, in_words, pounds
from calculators.late_payment_interest import Basis
from calculators.late_payment_interest import Result as Interest

from .questions import Inputs


def headline(inputs: Inputs, found: Interest, balance: Money) -> str:
    """Who owes how much on which date."""
    who, day = inputs.customer_name or "Your customer", in_words(inputs.interest_to)
    if balance < 0:
        return f"{who} has paid {pounds(-balance)} more than the account comes to on {day}."
    if not balance:
        return f"Nothing is owed on this account on {day}."
    on_top = found.interest_and_compensation + found.extra_costs
    if not on_top:
        return f"{who} owes you {pounds(balance)} on {day}, with no interest added."
    if not found.amount_owed:
        return f"{who} owes you {pounds(balance)} on {day}, all of it {_kind(found)}."
    return f"{who} owes you {pounds(balance)} on {day}. {pounds(on_top)} of that is {_kind(found)}."


def _kind(found: Interest) -> str:
    if found.basis_used is Basis.court_discretion:
        return "interest that a court may award"
    return "interest and compensation" if found.compensation else "interest"


def cautions(inputs: Inputs, found: Interest, balance: Money) -> Iterator[str]:
    """What to check before sending the statement, then the cautions about the interest."""
    if inputs.add_interest and found.basis_used is Basis.court_discretion and found.interest:
        yield (
            "Leave the interest out of a statement to a consumer unless your contract lets you charge it. Until you "
            "claim, they don’t owe you the interest a court may award."
        )
    if balance < 0:
        yield "Ask your customer what the extra payment was for before you do anything else."
    yield "Check each line against your own books before you send it. One wrong line gives them a reason to delay."
    if inputs.credit_notes and inputs.add_interest:
        yield (
            "We took each credit note off its invoice from the start, so you aren’t asking for interest on what you "
            "credited. We couldn’t find a rule on this, so we took the cautious approach."
        )
    if inputs.add_interest:
        yield from found.cautions


def next_steps(found: Interest) -> Iterator[str]:
    """What to do with the statement."""
    yield "Send it with your letter and copies of the invoices."
    yield "Keep the table with your own records. You can open it in any spreadsheet program."
    if found.daily_interest:
        yield "Make a new statement on the day you write or claim, because interest is added each day."
