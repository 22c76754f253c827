"""What is unpaid on each invoice for VAT, which has its own rule on which invoice a payment pays off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculators import deadlines
from calculators.kernel import NIL, Money, Percentage, apportion
from calculators.late_payment_interest.debts import row_named

from .questions import Inputs


@dataclass(frozen=True, kw_only=True)
class Supply:
    """One invoice, the dates that its relief depends on, and the amount unpaid."""

    row: int
    number: str
    invoice_date: date | None
    supplied: date
    amount: Money
    vat_rate: Percentage | None
    unpaid: Money
    opens: date
    until: date

    @property
    def name(self) -> str:
        """The number of the invoice or, if it has none, its row."""
        return self.number or str(self.row)


def supplies_of(inputs: Inputs) -> list[Supply]:
    """The invoices in the list or, without a list, the single debt, less payments, set-off and security."""
    if not inputs.invoices:
        owed = inputs.amount_owed or NIL
        found = [_supply(inputs, inputs.due_date, inputs.supplied_date, row=1, amount=owed)]
    else:
        found = [
            _supply(inputs, one.agreed_date, one.supplied_date, row=row, amount=one.amount, number=one.number,
                    invoice_date=one.invoice_date, vat_rate=one.vat_rate)
            for row, one in enumerate(inputs.invoices, 1)
        ]  # fmt: skip
        for payment in sorted(inputs.payments, key=lambda one: one.date):
            found = _paid(found, payment.amount, row_named(inputs.invoices, payment))
    return _to_the_oldest(found, inputs.set_off)


def _supply(
    inputs: Inputs, due: date | None, supplied: date | None, *, row: int, amount: Money, number: str = "",
    invoice_date: date | None = None, vat_rate: Percentage | None = None,
) -> Supply:  # fmt: skip
    """One invoice, with its relief dates worked out by `deadlines`.

    An invoice without dates counts as supplied when the debt was settled or, if it wasn't, on the date of the check.
    """
    first = supplied or invoice_date or due or inputs.agreed_on or inputs.check_date
    dated = deadlines.Inputs(due_date=due, supplied_date=supplied or (None if due else first),
                             plan_from=inputs.check_date)  # fmt: skip
    opens, until = deadlines.vat_relief(dated)
    return Supply(row=row, number=number, invoice_date=invoice_date, supplied=first, amount=amount, unpaid=amount,
                  vat_rate=vat_rate, opens=opens, until=until)  # fmt: skip


def _paid(supplies: list[Supply], money: Money, row: int | None) -> list[Supply]:
    """A payment that names an invoice goes to it only if it pays it in full; any other goes to the earliest supply.

    VAT Regulations 1995, regulation 170(2).
    """
    named = next((one for one in supplies if one.row == row), None)
    if named is None or money < named.unpaid:
        return _to_the_oldest(supplies, money)
    left = money - named.unpaid
    return _to_the_oldest([replace(one, unpaid=NIL) if one is named else one for one in supplies], left)


def _to_the_oldest(supplies: list[Supply], money: Money) -> list[Supply]:
    """Sets money against the earliest supply first.

    Supplies on the same date share it in proportion to what is unpaid (regulation 170(3)).
    """
    parts: dict[int, Money] = {}
    for day in sorted({one.supplied for one in supplies}):
        group = [one for one in supplies if one.supplied == day and one.unpaid]
        unpaid = sum((one.unpaid for one in group), NIL)
        share = min(money, unpaid)
        parts |= _shared(group, share, unpaid)
        money -= share
    return [replace(one, unpaid=one.unpaid - parts.get(one.row, NIL)) for one in supplies]


def _shared(group: Sequence[Supply], share: Money, unpaid: Money) -> dict[int, Money]:
    if not share:
        return {}
    exact = [one.unpaid * share / unpaid for one in group]
    return {one.row: part for one, part in zip(group, apportion(exact), strict=True)}
