"""The headline, next steps and sources."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculators.kernel import (
    Figure,
    Source,
    figure,
    in_words,
    pounds,
    pounds_and_pence,
    to_pence,
)

from .debts import basis_of, is_public
from .input_types import Basis
from .questions import Inputs
from .rates import MARGIN, REFERENCE_RATE
from .sums import Line, Sums


def headline(inputs: Inputs, lines: Sequence[Line], sums: Sums) -> str:
    """The answer in a sentence."""
    if all_before_claim(lines):
        return "There’s no interest to ask a court for, because everything was paid before you made a claim."
    if not any(line.rate for line in lines):
        return f"None of these invoices is late on {in_words(inputs.interest_to)}, so there’s nothing to add yet."
    opening = {
        Basis.statutory: f"You can add {pounds(sums.on_top + sums.extra_costs)}, made up of {_parts(sums)}.",
        Basis.contract: f"Interest under your contract comes to {pounds(sums.interest)}.",
        Basis.court_discretion: f"You can ask a court for {pounds(sums.interest)} of interest, but the court decides "
        f"whether you get it.",
    }
    a_day = to_pence(sums.a_day)
    more = f", plus {pounds_and_pence(a_day)} for each extra day" if a_day else ""
    return f"{opening[basis_of(inputs)]} {_in_all(sums)}{more}."


def all_before_claim(lines: Sequence[Line]) -> bool:
    """Whether everything was paid before any claim, so that a court has nothing to award interest on."""
    return any(line.debt.before_claim for line in lines) and not any(line.unpaid or line.rate for line in lines)


def _parts(sums: Sums) -> str:
    """What late payment adds: interest, compensation and any further costs."""
    first = f"{pounds(sums.interest)} of interest"
    if sums.extra_costs:
        fixed = f"{pounds(sums.compensation)} of compensation"
        return f"{first}, {fixed} and {pounds(sums.extra_costs)} more for the cost of collecting"
    return f"{first} and {pounds(sums.compensation)} of compensation"


def _in_all(sums: Sums) -> str:
    """What the customer owes in total, as the start of a sentence."""
    if not sums.paid_beyond:
        return f"That makes {pounds(sums.total)} in total"
    beyond = f"they have paid {pounds(sums.paid_beyond)} more than the invoices come to"
    return f"But {beyond}, so they owe you {f'{pounds(sums.total)} in total' if sums.total else 'nothing more'}"


def next_steps(inputs: Inputs, lines: Sequence[Line], sums: Sums) -> Iterator[str]:
    """What to do with the answer."""
    if all_before_claim(lines):
        yield (
            "Don’t ask for anything more, unless your contract gives you interest. If it does, choose the rate in your "
            "contract."
        )
        return
    if not sums.on_top:
        yield "Ask for payment in a friendly way, and come back if an invoice is late."
        return
    if not sums.total:
        yield "Don’t ask for more. Ask your customer what the payment was for, and keep their answer."
        return
    yield "Write to your customer with the total, this working and a date to pay by. Keep a copy."
    if sums.unpaid:
        yield (
            "You don’t have to ask for interest or compensation. If you offer to drop them in return for payment this "
            "week, you may keep the customer."
        )
    if sums.on_top and not sums.unpaid and basis_of(inputs) is Basis.statutory:
        yield (
            "Your customer has paid the invoice, so only the interest and compensation are left. You can claim them on "
            "their own."
        )
    elif sums.compensation:
        yield "Compensation is due on every invoice that became overdue, even if it’s been paid since."
    yield "Don’t add VAT to interest or compensation."
    yield "If you claim in court, ask for interest in the claim itself, and give the amount for each extra day."


def sources(inputs: Inputs, lines: Sequence[Line]) -> Iterator[Source]:
    """Each figure used, once, with the reference rate of every half-year that was used."""
    found: dict[tuple[str, date], Source] = {}
    for line in lines:
        named = [("compensation", line.fixed)] if line.fixed else []
        named += [(_FIELDS[one.name], one) for one in (line.rate.figures if line.rate else ())]
        for name, one in named:
            found.setdefault((one.name, one.valid_from), Source(field=name, figure=one))
    yield from found.values()
    if basis_of(inputs) is Basis.statutory:
        yield from (Source(field="last_day", figure=one) for one in _day_figures(inputs))


_FIELDS = {REFERENCE_RATE: "reference_rate", MARGIN: "interest", "england_wales.court_interest_rate": "interest"}


def _day_figures(inputs: Inputs) -> Iterator[Figure]:
    """The rules on the last day to pay, if a row used them."""
    undated = next((one.supplied_date for one in inputs.invoices if not one.agreed_date), None)
    if undated:
        yield figure("uk.late_payment_default_days", undated)
    both = next((one.supplied_date for one in inputs.invoices if one.agreed_date and one.supplied_date), None)
    if both and is_public(inputs):
        yield figure("uk.late_payment_public_body_days", both)
