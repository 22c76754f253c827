"""The working of a plan, line by line."""

from collections.abc import Iterator
from itertools import groupby

from calculators.kernel import Money, Step, pounds, step

from .problems import payments_in_words
from .questions import Inputs
from .result_types import Instalment


def payments_in_full(inputs: Inputs, rows: tuple[Instalment, ...]) -> Iterator[tuple[str, Money]]:
    """What the customer pays: any deposit, the instalments of each amount, and the last one."""
    if inputs.deposit:
        yield "Deposit", inputs.deposit
    for amount, same in groupby(row.payment for row in rows[:-1]):
        number = len(list(same))
        yield f"{payments_in_words(number)} of {pounds(amount)}", amount * number
    yield "Last instalment", rows[-1].payment


def debt_steps(inputs: Inputs) -> list[Step]:
    """How the debt that the payments pay off adds up."""
    return [
        step("Amount you are owed", inputs.amount_owed),
        step("Interest and compensation", inputs.interest_and_compensation - inputs.interest_left_out),
        step("Already paid", -inputs.already_paid),
        step("Deposit", -inputs.deposit),
    ]


def interest_steps(inputs: Inputs, interest: Money) -> list[Step]:
    """That debt, and the interest that the plan adds."""
    return [
        step("Debt left after the deposit" if inputs.deposit else "Debt", inputs.to_spread),
        step("Interest on what is still owed", interest),
    ]
