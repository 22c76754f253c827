"""How much VAT there is to claim, to credit or to pay back, and on which return."""

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
    """The relief on one invoice: the VAT in what is unpaid, less what the flat rate scheme would have taken of it."""

    supply: Supply
    state: State
    vat: Money
    flat_rate_part: Money
    period_end: date | None

    @property
    def relief(self) -> Money:
        """What the claim comes to; never less than nothing."""
        return max(NIL, self.vat - self.flat_rate_part)


@dataclass(frozen=True, kw_only=True)
class Relief:
    """The invoices that are still owed, and which of them the answer is about: those open now, or the next to open."""

    lines: tuple[Line, ...]
    outcome: Outcome

    def total(self, state: State) -> Money | None:
        """The relief on all invoices in that state, if there are any."""
        found = [one.relief for one in self.lines if one.state is state]
        return sum(found, NIL) if found else None

    @property
    def about(self) -> tuple[Line, ...]:
        """The lines that the dates of the answer belong to."""
        wanted = {Outcome.claim_now: State.open, Outcome.claim_later: State.not_yet, Outcome.too_late: State.too_late}
        return tuple(one for one in self.lines if one.state is wanted.get(self.outcome))

    @property
    def opens(self) -> date | None:
        """The first date to claim."""
        return min((one.supply.opens for one in self.about), default=None)

    @property
    def until(self) -> date | None:
        """The last date to claim, of the first that ends; where it is too late, of the last that did."""
        days = [one.supply.until for one in self.about]
        pick = max if self.outcome is Outcome.too_late else min
        return pick(days) if days else None


def rate_of(inputs: Inputs, own: Percentage | None = None) -> Percentage:
    """The rate of VAT that was charged: an invoice's own, that of all of them or the standard rate."""
    rate = inputs.vat_rate if own is None else own
    return standard_rate(inputs).value if rate is None else rate


def standard_rate(inputs: Inputs) -> Figure:
    """The standard rate on the date that the answer is for."""
    return figure("uk.vat_rate", inputs.check_date)


def vat_in(inputs: Inputs, gross: Money, own: Percentage | None = None) -> Money:
    """The VAT in an amount that includes it."""
    rate = rate_of(inputs, own)
    return to_pence(gross * rate / (100 + rate))


def relief_of(inputs: Inputs) -> Relief:
    """The relief on what is still owed."""
    lines = tuple(_line(inputs, one) for one in supplies_of(inputs))
    return Relief(lines=lines, outcome=_outcome(lines))


def _line(inputs: Inputs, one: Supply) -> Line:
    """HMRC Notice 733, section 14, and regulation 55V: on money received, the flat rate of what is owed comes off."""
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
    """Whether the return to use can't be sent by the last date, since its period ends too late."""
    ends = min((one.period_end for one in found.about if one.period_end), default=None)
    last = last_to_claim(inputs, found.until) if found.until else None
    return ends is not None and last is not None and ends > last


@dataclass(frozen=True, kw_only=True)
class CreditNote:
    """The credit note for an agreed lower price."""

    amount: Money
    vat: Money
    by: date


def credit_note_of(inputs: Inputs) -> CreditNote:
    """What comes off the price and its VAT, by the last of the days that begin with the agreement."""
    owed = sum((one.unpaid for one in supplies_of(inputs)), NIL)
    off = max(NIL, owed - (inputs.settlement_amount or NIL))
    days = int(latest(CREDIT_NOTE_DAYS).value)
    agreed = inputs.agreed_on or inputs.check_date
    return CreditNote(amount=off, vat=vat_in(inputs, off, own_rate(inputs)), by=agreed + timedelta(days=days) - ONE_DAY)


def own_rate(inputs: Inputs) -> Percentage | None:
    """The rate of a credit note's invoices, which all have the same; None where they have none of their own."""
    return inputs.invoices[0].vat_rate if inputs.invoices else None


def pay_back_of(inputs: Inputs) -> Money:
    """The relief, or what is left of it, times the payment over what was unpaid (regulation 171(1))."""
    claimed, unpaid, paid = inputs.relief_claimed, inputs.unpaid_at_claim, inputs.later_payment
    return to_pence(claimed * paid / unpaid) if claimed and unpaid and paid else NIL


def is_unpaid(inputs: Inputs) -> bool:
    """Whether the answer is about relief on a debt that is still owed."""
    return inputs.pays_first and inputs.debt_state is DebtState.still_owed
