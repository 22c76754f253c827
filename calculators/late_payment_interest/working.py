"""The working line by line, and in the wording for a court."""

from collections.abc import Iterator, Sequence

from calculators.kernel import Figure, Step, adding_up, in_words, plain, pounds, pounds_and_pence, step

from .debts import basis_of
from .input_types import Basis
from .questions import Inputs
from .rates import YEAR
from .sums import Line, Sums

ACT = "the Late Payment of Commercial Debts (Interest) Act 1998"
IN_BUSINESS = "Both parties acted in the course of a business."
"""What a claim under the Act must state (1998 Act, s2(1))."""


def working(lines: Sequence[Line], sums: Sums) -> tuple[Step, ...]:
    """The calculation, line by line."""
    late = [line for line in lines if line.rate]
    fixed = [line for line in lines if line.fixed]
    all_of_it = [
        step("Amount unpaid on the invoices", sums.unpaid),
        step("Interest", sums.interest),
        step("Fixed compensation", sums.compensation),
        *([step("Collection costs above the compensation", sums.extra_costs)] if sums.extra_costs else []),
        *([step("Paid over and above the invoices", -sums.set_off)] if sums.set_off else []),
    ]
    return (
        *adding_up("Interest", list(_interest_steps(late))),
        *adding_up("Fixed compensation", [step(_fixed_label(line), line.compensation) for line in fixed]),
        *adding_up("Total owed to you", all_of_it),
    )


def _interest_steps(late: Sequence[Line]) -> Iterator[Step]:
    for line in late:
        yield step(_interest_label(line), line.all_interest, _reference(line))
        if line.debt.interest_paid:
            yield step(f"Invoice {line.debt.name}: interest they have paid", -line.debt.interest_paid)


def _reference(line: Line) -> Figure | None:
    return line.rate.reference if line.rate else None


def _interest_label(line: Line) -> str:
    """A label in the working: Invoice 1: 11.75% a year on £6,000 for 30 days, then on £4,000 for 62 days."""
    spans = ", then on ".join(f"{pounds(balance)} for {in_days(days)}" for balance, days in line.spans)
    return f"Invoice {line.debt.name}: {rate_in_words(line)} a year on {spans}"


def _fixed_label(line: Line) -> str:
    owed_when_late, _ = line.spans[0]
    return f"Invoice {line.debt.name}: fixed compensation on a debt of {pounds(owed_when_late)}"


def in_days(days: int) -> str:
    """A number of days: 1 day, 62 days."""
    return f"{days} day{'' if days == 1 else 's'}"


def rate_in_words(line: Line) -> str:
    """The rate with all its decimals: 11.75%."""
    return f"{plain(line.rate.a_year)}%" if line.rate else ""


def court_words(inputs: Inputs, lines: Sequence[Line], sums: Sums) -> Iterator[str]:
    """The working in the wording for a court (CPR 16.4(2): the ground, rate, days, total and daily rate)."""
    late = [line for line in lines if line.rate]
    if not late:
        return
    ground = {
        Basis.statutory: f"{ACT}, at the rate fixed on the day interest began to run",
        Basis.contract: "the contract",
        Basis.court_discretion: "section 69 of the County Courts Act 1984",
    }
    basis = basis_of(inputs)
    in_business = f" {IN_BUSINESS}" if basis is Basis.statutory else ""
    yield f"The claimant claims interest under {ground[basis]}.{in_business} Interest is based on a {YEAR}-day year."
    yield from (_invoice_text(inputs, line) for line in late)
    until = in_words(max(line.ends for line in late))
    yield f"Interest to {until}: {pounds_and_pence(sums.interest)}."
    if sums.compensation:
        yield f"Compensation under section 5A of the Act: {pounds_and_pence(sums.compensation)}."
    if sums.extra_costs:
        yield f"Reasonable costs of recovery above that amount, section 5A(2A): {pounds_and_pence(sums.extra_costs)}."
    if sums.a_day:
        yield f"Interest continues from then at £{sums.a_day} a day until judgment or earlier payment."


def _invoice_text(inputs: Inputs, line: Line) -> str:
    spans = " + ".join(f"{pounds_and_pence(balance)} x {in_days(days)}" for balance, days in line.spans)
    owed = f"({spans})" if len(line.spans) > 1 else spans
    fixed = f" Compensation {pounds_and_pence(line.compensation)}." if line.fixed else ""
    return (
        f"Invoice {line.debt.name}, {pounds_and_pence(line.debt.amount)}, due {in_words(line.debt.last_day)}: "
        f"{owed} x {rate_in_words(line)} / {YEAR} = {pounds_and_pence(line.all_interest)}{_less_paid(line)}, "
        f"{in_words(line.debt.starts)} to {in_words(line.ends)}.{fixed}"
    )


def _less_paid(line: Line) -> str:
    """What has been paid of the interest: , less £1,275.00 paid = £978.45."""
    paid = line.debt.interest_paid
    return f", less {pounds_and_pence(paid)} paid = {pounds_and_pence(line.interest)}" if paid else ""
