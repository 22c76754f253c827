"""Checks for answers that are missing or contradict each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calculators.kernel import NIL, Money, Problem, in_words, pounds, unreadable_terms
from calculators.late_payment_interest.debts import row_named

if TYPE_CHECKING:
    from .questions import Inputs


def problems_of(inputs: "Inputs") -> Iterator[Problem]:
    """The problems for a debt in this state; none for one that was sold, which needs no figures."""
    yield from {
        "still_owed": _still_owed,
        "settled_for_less": _settled,
        "paid_after_relief": _paid_after,
    }.get(inputs.debt_state.name, lambda _: iter(()))(inputs)


def _still_owed(inputs: "Inputs") -> Iterator[Problem]:
    yield from _unpaid(inputs)
    if not inputs.invoices and inputs.due_date is None and inputs.supplied_date is None:
        yield Problem(
            "due_date",
            "The due date is missing. If you didn’t agree one, write the date you delivered or finished the work.",
        )
    for number, one in enumerate(inputs.invoices, 1):
        if not (one.agreed_date or one.supplied_date or one.terms or one.invoice_date):
            told = (
                f"Invoice {number}: The due date is missing. If you didn’t agree one, write the date you delivered or "
                "finished the work."
            )
            yield Problem(f"invoices.{number}.due_date", told)


def _unpaid(inputs: "Inputs") -> Iterator[Problem]:
    """A missing amount, terms that can't be read, and payments that name an unknown invoice or are in the future."""
    if inputs.amount_owed is None and not inputs.invoices:
        yield Problem("amount_owed", "The amount you’re owed is missing. Write it in pounds, such as 2,400.")
    yield from unreadable_terms(inputs.invoices)
    for number, payment in enumerate(inputs.payments if inputs.invoices else (), 1):
        if row_named(inputs.invoices, payment) == 0:
            told = f"Payment {number}: There is no invoice “{payment.invoice}” in your list."
            yield Problem(f"payments.{number}.invoice", told)
        if payment.date > inputs.check_date:
            last = in_words(inputs.check_date)
            yield Problem(f"payments.{number}.date", f"Payment {number}: The date they paid must be {last} or earlier.")


def _settled(inputs: "Inputs") -> Iterator[Problem]:
    yield from _unpaid(inputs)
    if inputs.settlement_amount is None:
        told = (
            "The amount you agreed is missing. Write how much they still have to pay in pounds, or 0 if you’ve let all "
            "of it go."
        )
        yield Problem("settlement_amount", told)
    elif (unpaid := _all_unpaid(inputs)) and inputs.settlement_amount >= unpaid:
        told = f"The amount you agreed must be less than {pounds(unpaid)}. Otherwise there’s no reduction."
        yield Problem("settlement_amount", told)
    if len({one.vat_rate for one in inputs.invoices}) > 1:
        told = "These invoices have different rates of VAT. List only those at one rate, and do the others separately."
        yield Problem("invoices", told)
    if inputs.agreed_on is None:
        yield Problem(
            "agreed_on", "The date you agreed the lower price is missing. Write a date, such as 12 November 2026."
        )
    elif inputs.agreed_on > inputs.check_date:
        yield Problem(
            "agreed_on", f"The date you agreed the lower price must be {in_words(inputs.check_date)} or earlier."
        )


def _all_unpaid(inputs: "Inputs") -> Money:
    """The total unpaid: the single debt or, with a list, the invoices less the payments."""
    if not inputs.invoices:
        return inputs.amount_owed or NIL
    owed = sum((one.amount for one in inputs.invoices), NIL)
    return max(NIL, owed - sum((one.amount for one in inputs.payments), NIL))


def _paid_after(inputs: "Inputs") -> Iterator[Problem]:
    claimed, unpaid, paid, day = (
        inputs.relief_claimed, inputs.unpaid_at_claim, inputs.later_payment, inputs.later_payment_date,
    )  # fmt: skip
    if claimed is None:
        yield Problem("relief_claimed", "The relief you claimed is missing. Write it in pounds, such as 400.")
    elif unpaid and claimed >= unpaid:
        yield Problem("relief_claimed", f"The relief you claimed must be less than {pounds(unpaid)}.")
    if unpaid is None:
        yield Problem("unpaid_at_claim", "The amount unpaid when you claimed is missing. Write it in pounds.")
    if paid is None:
        yield Problem("later_payment", "The amount they’ve paid now is missing. Write it in pounds, such as 600.")
    elif unpaid and paid > unpaid:
        yield Problem("later_payment", f"The amount they’ve paid now must be {pounds(unpaid)} or less.")
    if day is None:
        yield Problem("later_payment_date", "The date their payment reached you is missing. Write a date.")
    elif day > inputs.check_date:
        yield Problem(
            "later_payment_date",
            f"The date their payment reached you must be {in_words(inputs.check_date)} or earlier.",
        )
