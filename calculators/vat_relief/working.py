"""The working, line by line."""

from collections.abc import Iterator

from calculators.kernel import NIL, Money, Step, adding_up, exact_percent, pounds, step

from .questions import Inputs
from .result_types import State
from .sums import CreditNote, Relief, own_rate, rate_of

TOTALS = {
    State.open: "VAT to claim back now",
    State.not_yet: "VAT to claim back later",
    State.too_late: "VAT that’s too late to claim",
}


def relief_steps(inputs: Inputs, found: Relief) -> Iterator[Step]:
    """The VAT in the unpaid amount of each invoice, grouped by whether it can be claimed."""
    for state, total in TOTALS.items():
        steps = list(_lines(inputs, found, state))
        if steps:
            yield from adding_up(total, steps)


def _lines(inputs: Inputs, found: Relief, state: State) -> Iterator[Step]:
    for one in found.lines:
        if one.state is not state:
            continue
        rate = exact_percent(rate_of(inputs, one.supply.vat_rate))
        of = f" of invoice {one.supply.name}" if inputs.invoices else ""
        yield step(f"VAT at {rate} in the unpaid {pounds(one.supply.unpaid)}{of}", one.vat)
        if one.flat_rate_part:
            flat = exact_percent(inputs.flat_rate or rate_of(inputs))
            label = f"Less your flat rate of {flat} on {pounds(one.supply.unpaid)}{of}"
            yield step(label, one.relief - one.vat)


def credit_note_steps(inputs: Inputs, note: CreditNote) -> list[Step]:
    """The credit note with and without its VAT."""
    rate = exact_percent(rate_of(inputs, own_rate(inputs)))
    return adding_up(
        "Credit note including VAT", [step("Price reduction", note.amount - note.vat), step(f"VAT at {rate}", note.vat)]
    )


def pay_back_steps(inputs: Inputs, amount: Money) -> list[Step]:
    """The part of the relief to pay back because of the payment (VAT Regulations 1995, regulation 171(1))."""
    claimed, unpaid, paid = (
        pounds(one or NIL) for one in (inputs.relief_claimed, inputs.unpaid_at_claim, inputs.later_payment)
    )
    return adding_up("VAT to pay back", [step(f"{claimed} × {paid} ÷ {unpaid}", amount)])
