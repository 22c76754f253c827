"""How much VAT to claim, to credit or to pay back, and on which return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.kernel import NIL, ONE_DAY, Figure, Money, Percentage, figure, latest, to_pence

from .payment_allocation import Supply, supplies_of
from .questions import DebtState, Inputs, VatScheme
from .result_types import Outcome, State
from .vat_periods import last_to_claim, period_with

CREDIT_NOTE_DAYS = "uk.vat_credit_note_days"


@dataclass(frozen=True, kw_only=True)
class Line:
    """The relief on one invoice: the VAT in the unpaid amount, less what the flat rate scheme would have taken."""

    supply: Supply
    state: State
    vat: Money
    flat_rate_part: Money
    period_end: date | None

    @property
    def relief(self) -> Money:
        """The amount of the claim; never less than zero."""
        return max(NIL, self.vat - self.flat_rate_part)


@dataclass(frozen=True, kw_only=True)
class Relief:
    """The invoices that are still owed, and the outcome: relief to claim now or, if none, later; or it's too late."""

    lines: tuple[Line, ...]
    outcome: Outcome

    def total(self, state: State) -> Money | None:
        """The total relief on the invoices in that state; None if there are none."""
        found = [one.relief for one in self.lines if one.state is state]
        return sum(found, NIL) if found else None

    @property
    def about(self) -> tuple[Line, ...]:
        """The lines that the outcome, and so the dates of the answer, are about."""
        wanted = {Outcome.claim_now: State.open, Outcome.claim_later: State.not_yet, Outcome.too_late: State.too_late}
        return tuple(one for one in self.lines if one.state is wanted.get(self.outcome))

    @property
    def opens(self) -> date | None:
        """The first date to claim."""
        return min((one.supply.opens for one in self.about), default=None)

    @property
    def until(self) -> date | None:
        """The earliest of the last dates to claim; if it's too late for all, the latest of them."""
        days = [one.supply.until for one in self.about]
        pick = max if self.outcome is Outcome.too_late else min
        return pick(days) if days else None


def rate_of(inputs: Inputs, own: Percentage | None = None) -> Percentage:
    """The VAT rate charged: the invoice's own or, if none, the one for all invoices or else the standard rate."""
    rate = inputs.vat_rate if own is None else own
    return standard_rate(inputs).value if rate is None else rate


def standard_rate(inputs: Inputs) -> Figure:
    """The standard rate of VAT on the date that the answer is for."""
    return figure("uk.vat_rate", inputs.check_date)


def vat_in(inputs: Inputs, gross: Money, own: Percentage | None = None) -> Money:
    """The VAT in an amount that includes it."""
    rate = rate_of(inputs, own)
    return to_pence(gross * rate / (100 + rate))


def relief_of(inputs: Inputs) -> Relief:
    """The relief on the invoices that are still owed."""
    lines = tuple(_line(inputs, one) for one in supplies_of(inputs))
    return Relief(lines=lines, outcome=_outcome(lines))


def _line(inputs: Inputs, one: Supply) -> Line:
    """The relief on one invoice.

    Under the flat rate scheme on money received, the flat rate on the unpaid amount is taken off (HMRC Notice 733,
    section 14, and regulation 55V).
    """
    on_money = inputs.vat_scheme is VatScheme.flat_rate_cash
    flat = to_pence(one.unpaid * (inputs.flat_rate or NIL) / 100) if on_money else NIL
    state = _state(inputs, one)
    claimable = state in (State.open, State.not_yet)
    return Line(
        supply=one, state=state, vat=vat_in(inputs, one.unpaid, one.vat_rate), flat_rate_part=flat,
        period_end=period_with(inputs, max(one.opens, inputs.check_date)) if claimable else None,
    )  # fmt: skip


def _state(inputs: Inputs, one: Supply) -> State:
    if not one.unpaid:
        return State.paid
    if inputs.check_date < one.opens:
        return State.not_yet
    return State.open if inputs.check_date <= one.until else State.too_late


def _outcome(lines: Sequence[Line]) -> Outcome:
    states = {one.state for one in lines if one.relief}
    for state, outcome in (
        (State.open, Outcome.claim_now), (State.not_yet, Outcome.claim_later), (State.too_late, Outcome.too_late),
    ):  # fmt: skip
        if state in states:
            return outcome
    return Outcome.nothing


def is_last_chance_gone(inputs: Inputs, found: Relief) -> bool:
    """Whether the return to claim on can't be sent by the last date, because its period ends too late."""
    ends = min((one.period_end for one in found.about if one.period_end), default=None)
    last = last_to_claim(inputs, found.until) if found.until else None
    return ends is not None and last is not None and ends > last


@dataclass(frozen=True, kw_only=True)
class CreditNote:
    """The credit note for a lower price that was agreed."""

    amount: Money
    vat: Money
    by: date


def credit_note_of(inputs: Inputs) -> CreditNote:
    """The price reduction, the VAT in it, and the last date to send the note; the agreement's date is the first day."""
    owed = sum((one.unpaid for one in supplies_of(inputs)), NIL)
    off = max(NIL, owed - (inputs.settlement_amount or NIL))
    days = int(latest(CREDIT_NOTE_DAYS).value)
    agreed = inputs.agreed_on or inputs.check_date
    return CreditNote(amount=off, vat=vat_in(inputs, off, own_rate(inputs)), by=agreed + timedelta(days=days) - ONE_DAY)


def own_rate(inputs: Inputs) -> Percentage | None:
    """The VAT rate of a credit note's invoices, which is the same for all; None if they have no rate of their own."""
    return inputs.invoices[0].vat_rate if inputs.invoices else None


def pay_back_of(inputs: Inputs) -> Money:
    """The relief, or what is left of it, times the payment, divided by what was unpaid (regulation 171(1))."""
    claimed, unpaid, paid = inputs.relief_claimed, inputs.unpaid_at_claim, inputs.later_payment
    return to_pence(claimed * paid / unpaid) if claimed and unpaid and paid else NIL


def is_unpaid(inputs: Inputs) -> bool:
    """Whether the answer is about relief on a debt that is still owed."""
    return inputs.pays_first and inputs.debt_state is DebtState.still_owed
