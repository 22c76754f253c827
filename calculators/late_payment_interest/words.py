"""The headline, the cautions, what to do next and the sources."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculators.kernel import (
    CustomerType,
    Figure,
    Source,
    add_months,
    figure,
    in_words,
    limitation_years,
    pounds,
    pounds_and_pence,
    shared,
    table,
    to_pence,
)

from .debts import basis_of, is_public, last_of
from .questions import Inputs
from .rows import Basis
from .sums import MARGIN, REFERENCE_RATE, Line, Sums


def headline(inputs: Inputs, lines: Sequence[Line], sums: Sums) -> str:
    """The answer in a sentence."""
    if not any(line.rate for line in lines):
        return f"None of these invoices is late by {in_words(inputs.interest_to)}, so there is nothing to add yet."
    opening = {
        Basis.statutory: f"You can add {pounds(sums.on_top + sums.extra_costs)}: {_parts(sums)}.",
        Basis.contract: f"Your contract adds {pounds(sums.interest)} of interest.",
        Basis.court_discretion: f"You can ask a court for {pounds(sums.interest)} of interest, and it decides.",
    }
    a_day = to_pence(sums.a_day)
    more = f", and {pounds_and_pence(a_day)} more for each further day" if a_day else ""
    return f"{opening[basis_of(inputs)]} {_in_all(sums)}{more}."


def _parts(sums: Sums) -> str:
    """What late payment adds, part by part."""
    first = f"{pounds(sums.interest)} of interest"
    if sums.extra_costs:
        fixed = f"{pounds(sums.compensation)} of compensation"
        return f"{first}, {fixed} and {pounds(sums.extra_costs)} more for the cost of collecting"
    return f"{first} and {pounds(sums.compensation)} of compensation"


def _in_all(sums: Sums) -> str:
    """What they owe in all, as the beginning of a sentence."""
    if not sums.paid_beyond:
        return f"That makes {pounds(sums.total)} in all"
    beyond = f"they have paid {pounds(sums.paid_beyond)} more than the invoices come to"
    return f"But {beyond}, so they owe you {f'{pounds(sums.total)} in all' if sums.total else 'nothing more'}"


def cautions(inputs: Inputs, lines: Sequence[Line], sums: Sums) -> Iterator[str]:
    """What could make the sum wrong, or cost the reader money."""
    yield from _BASIS_CAUTIONS[basis_of(inputs)](inputs)
    yield from _about_days(inputs)
    if inputs.payments:
        yield (
            "We took each payment off the oldest invoice first, and off the invoice, not the interest. What it paid "
            "off bears no interest after that day. If your customer said which invoice it was for, it belongs there."
        )
    yield from _not_late(lines)
    yield from _overpaid(sums)
    yield from _old(inputs, lines)


def _statutory_cautions(inputs: Inputs) -> Iterator[str]:
    yield (
        "The rate of an invoice is fixed on the day its interest starts. It does not change each half-year, though "
        "some sites count it so."
    )
    yield (
        "If your contract has its own interest for late payment, and it is enough to be a real remedy, you have that "
        "in place of this. Read the contract first."
    )
    if inputs.customer_type in (CustomerType.sole_trader, CustomerType.partnership):
        yield "The law covers them only if they bought for their business, not for themselves."
    if inputs.customer_type is CustomerType.association:
        yield f"{shared.ASSOCIATION_INTEREST} If it did not, choose what a court may allow instead."
    yield "A court can allow less interest where the way you acted makes that fair."
    if inputs.recovery_costs:
        yield (
            "You can add the cost of collecting only if it is reasonable, and only what is above the compensation. The "
            "contract must have been made on or after 16 March 2013."
        )


def _costs_not_counted(inputs: Inputs) -> Iterator[str]:
    """The cost of collecting comes with statutory interest only (s5A(2A) of the Act)."""
    if inputs.recovery_costs:
        yield (
            f"The {pounds(inputs.recovery_costs)} for collecting are not counted: the right to them comes only with "
            "the law’s own interest. Your contract may give you one of its own."
        )


def _contract_cautions(inputs: Inputs) -> Iterator[str]:
    yield from _costs_not_counted(inputs)
    yield "There is no fixed compensation here: it comes with the law’s own interest, not with a contract’s."
    yield "We used one rate for all the days. If yours moves with Bank Rate, work each part out by itself."
    if inputs.customer_type is CustomerType.consumer:
        yield "A private person can challenge a rate that is unfair."
    else:
        yield (
            "If the rate in the contract is too low to be a real remedy for late payment, you can have the law’s own "
            "interest instead. In 2010 a judge found half a point above Bank Rate too little, and would have accepted "
            "five. Get advice if yours is low."
        )


def _court_cautions(inputs: Inputs) -> Iterator[str]:
    yield from _costs_not_counted(inputs)
    if inputs.basis is Basis.statutory:
        yield (
            "The law on late payment between businesses does not cover a private person. So we counted what a court "
            "may allow in its place, and there is no fixed compensation."
        )
    yield "The court decides whether you get interest, at which rate and for how long. Ask for it in the claim."
    yield (
        "This is the practice in England and Wales. Courts in Scotland and Northern Ireland have rules of their own, "
        "and we have not established their rates."
    )
    yield "You cannot have two kinds of interest on the same money for the same days."


_BASIS_CAUTIONS = {
    Basis.statutory: _statutory_cautions,
    Basis.contract: _contract_cautions,
    Basis.court_discretion: _court_cautions,
}


def _about_days(inputs: Inputs) -> Iterator[str]:
    """Where the two days of a row raise a question that the Act answers by the facts."""
    if basis_of(inputs) is not Basis.statutory:
        return
    for number, one in enumerate(inputs.invoices, 1):
        if one.due_date and one.supplied_date:
            yield from _about_both(inputs, number, one.due_date, one.supplied_date)


def _about_both(inputs: Inputs, number: int, due: date, supplied: date) -> Iterator[str]:
    name = "uk.late_payment_longest_days"
    if due < supplied:
        yield (
            f"Invoice {number} was due before you supplied, so its interest starts only after the day you supplied "
            "(section 11 of the Act). If you supplied in parts, get advice."
        )
    elif is_public(inputs) and due > last_of("uk.late_payment_public_body_days", supplied):
        yield f"Invoice {number}: a public body cannot have longer to pay than the law gives, so we used that day."
    elif supplied >= table(name).versions[0].valid_from and due > last_of(name, supplied):
        yield (
            f"Invoice {number} gave them more than {figure(name, supplied).value} days to pay. If that is grossly "
            f"unfair to you, the last day was {in_words(last_of(name, supplied))} instead. Get advice first."
        )


def _not_late(lines: Sequence[Line]) -> Iterator[str]:
    early = [str(line.debt.number) for line in lines if not line.rate and line.unpaid]
    if early:
        yield (
            f"Not late yet: invoice {', '.join(early)}. What is unpaid of it is in the total, but it brings no "
            "interest, and you cannot claim it in court before it is due."
        )


def _overpaid(sums: Sums) -> Iterator[str]:
    if sums.paid_beyond:
        yield (
            f"They have paid {pounds(sums.paid_beyond)} more than these invoices come to. We set it against interest "
            "and compensation. Check whether it was meant for another invoice."
        )
    if sums.paid_beyond > sums.set_off:
        yield f"{pounds(sums.paid_beyond - sums.set_off)} of it is more than they owe at all, and belongs to them."


def _old(inputs: Inputs, lines: Sequence[Line]) -> Iterator[str]:
    """A word where the shortest time limit of the three nations has gone by."""
    nations = (shared.Nation.scotland, shared.Nation.england_wales)
    short, long = (int(limitation_years(nation).value) for nation in nations)
    if any(line.unpaid and add_months(line.debt.last_day, 12 * short) <= inputs.interest_to for line in lines):
        yield (
            f"Some of this was due {short} years ago or more. In Scotland the debt may be gone, and elsewhere you may "
            f"be too late after {long} years. Get advice before you ask for it."
        )


def next_steps(inputs: Inputs, sums: Sums) -> Iterator[str]:
    """What to do with the answer."""
    if not sums.on_top:
        yield "Ask for payment in a friendly way, and come back if an invoice is late."
        return
    if not sums.total:
        yield "Do not ask for more. Ask your customer what the payment was for, and keep the answer."
        return
    yield "Write to your customer with the total, this working and a day to pay by. Keep a copy."
    if sums.unpaid:
        yield "You do not have to ask for it. Offering to drop it if they pay this week can keep a customer."
    if sums.compensation:
        yield "Compensation is due on every invoice that was paid late, even if it is paid now."
    yield "Do not add VAT to interest or compensation."
    yield "If you claim in court, ask for interest in the claim itself, with the sum for each further day."


def sources(inputs: Inputs, lines: Sequence[Line]) -> Iterator[Source]:
    """Each figure once, newest use last; the reference rates of all half-years that were used."""
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
    """The rules on the last day to pay, where a row used them."""
    undated = next((one.supplied_date for one in inputs.invoices if not one.due_date), None)
    if undated:
        yield figure("uk.late_payment_default_days", undated)
    both = next((one.supplied_date for one in inputs.invoices if one.due_date and one.supplied_date), None)
    if both and is_public(inputs):
        yield figure("uk.late_payment_public_body_days", both)
