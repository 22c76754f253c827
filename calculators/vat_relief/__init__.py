"""VAT on a bad debt: relief, a credit note or paying relief back, how much, on which return and by when."""

from typing import Any

from calculators.kernel import Action, pounds

from . import advice as say
from .examples import EXAMPLES
from .files import account_of, downloads, events
from .questions import DebtState, Inputs, VatPeriod, VatScheme
from .result_types import InvoiceRelief, Outcome, Result, State
from .sums import Relief, credit_note_of, pay_back_of, relief_of
from .vat_periods import last_to_claim, period_with
from .working import credit_note_steps, pay_back_steps, relief_steps

TITLE = "VAT on a bad debt"
ACTION = "Check the VAT"
LEADS_TO = ("deadlines", "late_payment_interest")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "DebtState", "Inputs", "Outcome", "Result", "State", "VatPeriod",
    "VatScheme", "action", "calculate", "downloads", "events",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """What to do about the VAT.

    Relief is the VAT in the unpaid amount, rounded once for each invoice, half up (VATA 1994, s36; VAT Regulations
    1995, Part XIX; HMRC Notice 700/18). To be safe, its dates are a day inside the legal ones. Raises NoFigure.
    """
    if not inputs.pays_first:
        return _result(inputs, Outcome.nothing, headline=say.NOTHING[inputs.vat_scheme])
    return {
        DebtState.still_owed: _relief,
        DebtState.settled_for_less: _credit_note,
        DebtState.paid_after_relief: _pay_back,
        DebtState.sold: _sold,
    }[inputs.debt_state](inputs)


def _relief(inputs: Inputs) -> Result:
    found = relief_of(inputs)
    can = found.outcome in (Outcome.claim_now, Outcome.claim_later)
    on = inputs.check_date if found.outcome is Outcome.claim_now else found.opens
    return _result(
        inputs,
        found.outcome,
        headline=say.relief_headline(inputs, found),
        relief=found.total(State.open),
        relief_later=found.total(State.not_yet),
        too_late=found.total(State.too_late),
        period_end=period_with(inputs, on) if can and on else None,
        vat_relief_from=found.opens,
        vat_relief_until=found.until,
        last_period_end=last_to_claim(inputs, found.until) if can and found.until else None,
        per_invoice=_rows(found) if inputs.invoices else (),
        account=account_of(inputs, found),
        working=tuple(relief_steps(inputs, found)),
        cautions=tuple(say.relief_cautions(inputs, found)),
        next_steps=tuple(say.relief_steps(inputs, found)),
    )


def _rows(found: Relief) -> tuple[InvoiceRelief, ...]:
    return tuple(
        InvoiceRelief(
            invoice=one.supply.row, number=one.supply.number, unpaid=one.supply.unpaid, relief=one.relief,
            state=one.state, opens=one.supply.opens, until=one.supply.until, period_end=one.period_end,
        )
        for one in found.lines
    )  # fmt: skip


def _credit_note(inputs: Inputs) -> Result:
    note = credit_note_of(inputs)
    return _result(
        inputs,
        Outcome.credit_note,
        headline=say.credit_note_headline(inputs, note),
        credit_note_vat=note.vat,
        credit_note_amount=note.amount,
        credit_note_by=note.by,
        working=tuple(credit_note_steps(inputs, note)),
        cautions=tuple(say.credit_note_cautions(inputs)),
        next_steps=tuple(say.credit_note_next(inputs, note)),
    )


def _pay_back(inputs: Inputs) -> Result:
    amount = pay_back_of(inputs)
    ends = period_with(inputs, inputs.later_payment_date) if inputs.later_payment_date else None
    return _result(
        inputs,
        Outcome.pay_back,
        headline=say.pay_back_headline(pounds(amount), ends),
        pay_back=amount,
        period_end=ends,
        working=tuple(pay_back_steps(inputs, amount)),
        cautions=tuple(say.pay_back_cautions(inputs)),
        next_steps=tuple(say.pay_back_next(pounds(amount), ends)),
    )


def _sold(inputs: Inputs) -> Result:
    return _result(inputs, Outcome.nothing, headline=say.SOLD, cautions=tuple(say.sold_cautions()))


NONE: dict[str, Any] = dict.fromkeys(
    (
        "relief", "relief_later", "too_late", "period_end", "vat_relief_from", "vat_relief_until", "last_period_end",
        "credit_note_vat", "credit_note_amount", "credit_note_by", "pay_back",
    )
) | dict.fromkeys(("per_invoice", "account", "working", "cautions", "next_steps"), ())  # fmt: skip
"""The fields of a result that only some answers fill in, with their empty values."""


def _result(inputs: Inputs, outcome: Outcome, **told: Any) -> Result:
    return Result(**NONE | told, outcome=outcome, checked_on=inputs.check_date, sources=tuple(say.sources(inputs)))


def action(result: Result) -> Action | None:
    """A link to the guide if relief can be claimed, now or later."""
    if result.outcome in (Outcome.claim_now, Outcome.claim_later):
        return Action(label="See what else you can get back", page="if-nothing-works")
    return None
