"""Interest and compensation on invoices that are paid late, worked out to a day."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache, partial

from calculators.kernel import (
    NIL,
    REMEMBERED,
    Choice,
    CustomerType,
    Daily,
    Download,
    Example,
    Figure,
    Money,
    NoFigure,
    Percentage,
    Problem,
    Source,
    Step,
    add_months,
    adding_up,
    ask,
    csv,
    figure,
    in_words,
    limitation_years,
    plain,
    pounds,
    pounds_and_pence,
    shared,
    step,
    table,
    tell,
    to_pence,
)

TITLE = "Interest and compensation for late payment"
ACTION = "Work out the interest"
LEADS_TO = ("court_costs", "settlement_range", "payment_plan", "letter_before_claim")
YEAR = 365
"""Days that a year's interest is spread over, in leap years too; the Act is silent and everybody counts so."""

HALF_YEAR = 6
REFERENCE_RATE = "uk.late_payment_reference_rate"
MARGIN = "uk.late_payment_margin"
ACT = "the Late Payment of Commercial Debts (Interest) Act 1998"
PAID = "What they have paid"
KIND = "Which interest"

Day = date
"""The type of a field that is itself called date."""


class Basis(Choice):
    """Where the right to interest comes from."""

    statutory = "The law on late payment between businesses"
    contract = "The rate in my contract"
    court_discretion = "What a court may allow, in England and Wales"


@dataclass(frozen=True, kw_only=True)
class Invoice:
    """One unpaid or late invoice."""

    amount: Money = ask(
        "How much was it for?", noun="the amount of the invoice", low="0.01", high=shared.MOST,
        hint="The whole invoice with VAT, even if part of it is paid. For example 1,200",
    )  # fmt: skip
    due_date: date | None = ask(
        "When was it due?", noun="the day it was due", low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="The last day to pay that you agreed. For example 31 March 2026",
    )  # fmt: skip
    supplied_date: date | None = ask(
        "If you agreed no day, when did you supply it?", noun="the day you supplied it", low=shared.EARLIEST,
        high=shared.LATEST, default=None,
        hint="The day you delivered, or the day they got the invoice if that was later. For example 1 March 2026",
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Payment:
    """One sum that the customer has paid."""

    date: Day = ask(
        "When did they pay?", noun="the day they paid", low=shared.EARLIEST, high=shared.LATEST,
        hint="The day the money reached you. For example 15 May 2026",
    )  # fmt: skip
    amount: Money = ask(
        "How much did they pay?",
        noun="the amount they paid",
        low="0.01",
        high=shared.MOST,
        hint="For example 500",
    )


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    customer_type: CustomerType = shared.customer_type()
    invoices: tuple[Invoice, ...] = ask(
        "Which invoices are late?", noun="the list of invoices", group=shared.DEBT,
        hint="One row for each, since each has its own rate and its own compensation. Add those paid late, too.",
    )  # fmt: skip
    payments: tuple[Payment, ...] = ask(
        "What have they paid towards these invoices?", noun="the list of payments", group=PAID, default=(),
        hint="Leave it empty if they have paid nothing. We take each payment off the oldest invoice first.",
    )  # fmt: skip
    interest_to: date = ask(
        "Up to which day?", noun="the day to count to", group=shared.DATES, low=shared.EARLIEST, high=shared.LATEST,
        today=True, hint="Leave it empty for today.",
    )  # fmt: skip
    basis: Basis = ask(
        "Which interest do you ask for?", noun="the kind of interest", group=KIND, more=True, default=Basis.statutory,
        hint="Between businesses the law gives you interest, unless your contract has its own.",
    )  # fmt: skip
    contract_rate: Percentage | None = ask(
        "Which rate a year does your contract give?", noun="the rate in your contract", group=KIND, more=True, low=0,
        high=100, default=None,
        hint="Only if you chose your contract. Add Bank Rate if it is on top of that. For example 8.5",
    )  # fmt: skip
    recovery_costs: Money = ask(
        "What else did it cost you to get them to pay?", noun="the cost of collecting", group=KIND, more=True, low=0,
        high=shared.MOST, default=NIL, hint="A collector’s bill, say, without VAT you get back. No court fees.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together, or that no figure answers."""
        found = [*_no_contract_rate(self), *_undated(self), *_late_payments(self)]
        yield from found or _unknown_rates(self)


@dataclass(frozen=True, kw_only=True)
class InvoiceRow:
    """What one invoice brings; the rates are in percent a year, the days those for which interest runs."""

    invoice: int = tell("Invoice")
    amount: Money = tell("Amount")
    last_day: date = tell("Last day to pay")
    interest_starts: date = tell("Interest starts")
    reference_rate: Decimal | None = tell("Reference rate, %")
    rate: Decimal | None = tell("Rate a year, %", absent="not late yet")
    days: int = tell("Days")
    interest: Money = tell("Interest")
    compensation: Money = tell("Compensation")
    unpaid: Money = tell("Still unpaid")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as it stands at the end of `interest_to`.

    `amount_owed` is what is unpaid of the invoices; `working_text` is written for a court.
    """

    headline: str
    interest: Money = tell("Interest so far")
    compensation: Money = tell("Fixed compensation")
    interest_and_compensation: Money = tell("Interest and compensation together")
    extra_costs: Money = tell("Cost of collecting, above the compensation")
    amount_owed: Money = tell("Still unpaid of the invoices")
    total_owed: Money = tell("Owed to you in all")
    daily_interest: Daily = tell("More for each day from then on")
    counted_to: date = tell("Counted up to and including")
    basis_used: Basis = tell("Kind of interest")
    per_invoice: tuple[InvoiceRow, ...] = tell("Invoice by invoice")
    working_text: tuple[str, ...] = tell("Words to paste into an online claim")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# When each invoice was due, and what was paid towards it


@dataclass(frozen=True, kw_only=True)
class _Debt:
    """One invoice by its row, with the payments that went to it in order of their days."""

    number: int
    amount: Money
    last_day: date
    paid: tuple[tuple[date, Money], ...]

    @cached_property
    def starts(self) -> date:
        """Interest starts on the day after the last day to pay (s4(2))."""
        return self.last_day + timedelta(days=1)


def _basis(inputs: Inputs) -> Basis:
    """The kind of interest there is: the Act covers no private person (s2(1))."""
    outside = inputs.customer_type is CustomerType.consumer and inputs.basis is Basis.statutory
    return Basis.court_discretion if outside else inputs.basis


def _debts(inputs: Inputs) -> tuple[list[_Debt], Money]:
    """The invoices, oldest first, each payment set against the oldest still unpaid, and what is left over."""
    due = sorted((_last_day(inputs, one), number, one.amount) for number, one in enumerate(inputs.invoices, 1))
    waiting = deque(sorted((one.date, one.amount) for one in inputs.payments))
    debts = [
        _Debt(number=number, amount=amount, last_day=day, paid=tuple(_taken(waiting, amount)))
        for day, number, amount in due
    ]
    return debts, sum((rest for _, rest in waiting), NIL)


def _taken(waiting: deque[tuple[date, Money]], unpaid: Money) -> Iterator[tuple[date, Money]]:
    """The payments that one invoice takes from those still waiting."""
    while unpaid and waiting:
        day, paid = waiting.popleft()
        part = min(paid, unpaid)
        if paid > part:
            waiting.appendleft((day, paid - part))
        unpaid -= part
        yield day, part


def _last_day(inputs: Inputs, invoice: Invoice) -> date:
    """The relevant day: the one agreed or, without one, the last of those the Act gives (s4(3) and (2A) to (2H)).

    A public body never has more than its own number of days; what was to be paid in advance counts
    from the supply (s11). Raises NoFigure.
    """
    due, supplied = invoice.due_date, invoice.supplied_date
    if due and supplied and due < supplied and _basis(inputs) is Basis.statutory:
        return supplied
    if due and supplied and due > supplied and _is_public(inputs):
        return min(due, _last_of("uk.late_payment_public_body_days", supplied))
    if due:
        return due
    if supplied:
        return _last_of("uk.late_payment_default_days", supplied)
    raise ValueError("an invoice has neither a due date nor a supplied date")


def _is_public(inputs: Inputs) -> bool:
    return inputs.customer_type is CustomerType.public_body and inputs.basis is Basis.statutory


def _last_of(name: str, first: date) -> date:
    """The last of a number of days that begin with the first: 30 of them from 1 April end on 30 April."""
    return first + timedelta(days=int(figure(name, first).value) - 1)


# What is not answered


def _no_contract_rate(inputs: Inputs) -> Iterator[Problem]:
    if inputs.basis is Basis.contract and inputs.contract_rate is None:
        yield Problem("contract_rate", "The rate in your contract is missing. Write a number, such as 8.5.")


def _undated(inputs: Inputs) -> Iterator[Problem]:
    """Rows from which no last day to pay follows."""
    for number, invoice in enumerate(inputs.invoices, 1):
        if invoice.due_date is None and _basis(inputs) is not Basis.statutory:
            yield Problem(f"invoices.{number}.due_date", f"Row {number}: {_NO_DAY_OUTSIDE}")
        elif invoice.due_date is None and invoice.supplied_date is None:
            yield Problem(f"invoices.{number}.due_date", f"Row {number}: {_NO_DAY}")
        else:
            yield from _unknown_days(inputs, number, invoice)


_NO_DAY = (
    "The day it was due is missing. Write the last day to pay that you agreed. "
    "If you agreed none, write the day you supplied it."
)
_NO_DAY_OUTSIDE = (
    "The day it was due is missing. Write the last day to pay that you agreed or asked for. "
    "The days that the law gives where none was agreed are for its own interest between businesses."
)


def _unknown_days(inputs: Inputs, number: int, invoice: Invoice) -> Iterator[Problem]:
    try:
        _last_day(inputs, invoice)
    except NoFigure as why:
        yield Problem(f"invoices.{number}.supplied_date", f"Row {number}: {why}")


def _late_payments(inputs: Inputs) -> Iterator[Problem]:
    """Payments after the day to count to, which are not known to have come by then."""
    for number, payment in enumerate(inputs.payments, 1):
        if payment.date > inputs.interest_to:
            last = in_words(inputs.interest_to)
            yield Problem(
                f"payments.{number}.date",
                f"Row {number}: The day they paid must be {last} or earlier, since you count up to that day.",
            )


def _unknown_rates(inputs: Inputs) -> Iterator[Problem]:
    """Invoices whose interest starts on a day for which there is no rate."""
    for debt in _debts(inputs)[0]:
        asked = "due_date" if inputs.invoices[debt.number - 1].due_date else "supplied_date"
        try:
            _line(inputs, debt)
        except NoFigure as why:
            words = _not_known(debt.starts) if _is_to_come(debt.starts) else why
            yield Problem(f"invoices.{debt.number}.{asked}", f"Row {debt.number}: {words}")


def _is_to_come(starts: date) -> bool:
    until = table(REFERENCE_RATE).known_until
    return until is not None and starts > until


def _not_known(starts: date) -> str:
    """Why there is no rate yet: it is the Bank's on the last day of the half-year before (SI 2002/1675, art 4)."""
    decides = date(starts.year, 6, 30) if starts.month > HALF_YEAR else date(starts.year - 1, 12, 31)
    return (
        f"Interest on this invoice starts on {in_words(starts)}. Its rate depends on Bank Rate on {in_words(decides)}, "
        f"which nobody knows before that day, and which we do not hold yet. See {table(REFERENCE_RATE).official_list}"
    )


# What each invoice brings


@dataclass(frozen=True, kw_only=True)
class _Rate:
    """A rate in percent a year, with the figures that it is made of."""

    a_year: Decimal
    reference: Figure | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One invoice: the balances that bear interest, each with its days, at one rate; none if it is not late."""

    debt: _Debt
    spans: tuple[tuple[Money, int], ...] = ()
    rate: _Rate | None = None
    fixed: Figure | None = None

    @cached_property
    def exact(self) -> Decimal:
        """The interest before it is rounded."""
        owed = sum((balance * days for balance, days in self.spans), Decimal(0))
        return owed * self.rate.a_year / 100 / YEAR if self.rate else Decimal(0)

    @cached_property
    def interest(self) -> Money:
        """The interest, rounded once."""
        return to_pence(self.exact)

    @cached_property
    def compensation(self) -> Money:
        """The fixed sum, nil where there is none."""
        return self.fixed.value if self.fixed else NIL

    @cached_property
    def unpaid(self) -> Money:
        """What is still to be paid of the invoice."""
        return self.debt.amount - sum((paid for _, paid in self.debt.paid), NIL)

    @cached_property
    def a_day(self) -> Decimal:
        """What runs each day from now on, not rounded; nil where no interest has started."""
        return self.unpaid * self.rate.a_year / 100 / YEAR if self.rate else Decimal(0)


def _line(inputs: Inputs, debt: _Debt) -> _Line:
    """What one invoice brings by the day to count to. Raises NoFigure."""
    return _worked_out(debt, inputs.interest_to, _basis(inputs), inputs.contract_rate)


@lru_cache(maxsize=REMEMBERED)
def _worked_out(debt: _Debt, until: date, basis: Basis, contract_rate: Percentage | None) -> _Line:
    """One invoice; while somebody types, most of them stay as they were."""
    spans = tuple(_spans(debt, until))
    if not spans:
        return _Line(debt=debt)
    owed_when_late, _ = spans[0]
    rate = _rate(basis, contract_rate, debt.starts)
    fixed = figure("uk.late_payment_compensation", debt.starts, owed_when_late) if basis is Basis.statutory else None
    return _Line(debt=debt, spans=spans, rate=rate, fixed=fixed)


def _spans(debt: _Debt, until: date) -> Iterator[tuple[Money, int]]:
    """The balances that bear interest, each with its days; the day of a payment still counts for what it pays."""
    balance, since = debt.amount, debt.last_day
    for day, paid in debt.paid:
        if day > since:
            yield balance, (day - since).days
            since = day
        balance -= paid
    if balance and until > since:
        yield balance, (until - since).days


def _rate(basis: Basis, contract_rate: Percentage | None, starts: date) -> _Rate:
    """The rate from the day that interest starts; it stays the same until the debt is paid (s4(2), s6)."""
    if basis is Basis.contract:
        return _Rate(a_year=contract_rate or Decimal(0))
    if basis is Basis.court_discretion:
        usual = figure("england_wales.court_interest_rate", starts)
        return _Rate(a_year=usual.value, figures=(usual,))
    reference, margin = figure(REFERENCE_RATE, starts), figure(MARGIN, starts)
    return _Rate(a_year=margin.value + reference.value, reference=reference, figures=(reference, margin))


# The answer


@dataclass(frozen=True, kw_only=True)
class _Sums:
    """What it all comes to, in pounds."""

    interest: Money
    compensation: Money
    extra_costs: Money
    unpaid: Money
    paid_beyond: Money
    a_day: Decimal

    @property
    def on_top(self) -> Money:
        """What late payment adds to the invoices."""
        return self.interest + self.compensation

    @property
    def before_overpayment(self) -> Money:
        """All that is owed, before what was paid beyond the invoices is taken off."""
        return self.unpaid + self.on_top + self.extra_costs

    @property
    def set_off(self) -> Money:
        """What was paid beyond the invoices, as far as it pays for the rest."""
        return min(self.paid_beyond, self.before_overpayment)

    @property
    def total(self) -> Money:
        """What is left to ask for."""
        return self.before_overpayment - self.set_off


def _sums(inputs: Inputs, lines: Sequence[_Line], paid_beyond: Money) -> _Sums:
    compensation = sum((line.compensation for line in lines), NIL)
    return _Sums(
        interest=sum((line.interest for line in lines), NIL),
        compensation=compensation,
        extra_costs=max(NIL, inputs.recovery_costs - compensation) if compensation else NIL,  # s5A(2A)
        unpaid=sum((line.unpaid for line in lines), NIL),
        paid_beyond=paid_beyond,
        a_day=sum((line.a_day for line in lines), Decimal(0)).quantize(Decimal("0.0001"), ROUND_HALF_UP),
    )


def calculate(inputs: Inputs) -> Result:
    """Simple interest from the day after each invoice was due, and the fixed compensation.

    Late Payment of Commercial Debts (Interest) Act 1998 unless another basis is asked for. Interest is
    rounded once for each invoice, half up. Raises NoFigure for a rate that is not known.
    """
    debts, paid_beyond = _debts(inputs)
    lines = sorted((_line(inputs, debt) for debt in debts), key=lambda line: line.debt.number)
    sums = _sums(inputs, lines, paid_beyond)
    working = _working(lines, sums)
    return Result(
        headline=_headline(inputs, lines, sums),
        interest=sums.interest,
        compensation=sums.compensation,
        interest_and_compensation=sums.on_top,
        extra_costs=sums.extra_costs,
        amount_owed=sums.unpaid,
        total_owed=sums.total,
        daily_interest=sums.a_day,
        counted_to=inputs.interest_to,
        basis_used=_basis(inputs),
        per_invoice=tuple(_row(line) for line in lines),
        working_text=tuple(_working_text(inputs, lines, sums)),
        working=working,
        cautions=tuple(_cautions(inputs, lines, sums)),
        next_steps=tuple(_next_steps(inputs, sums)),
        sources=tuple(_sources(inputs, lines)),
    )


def _row(line: _Line) -> InvoiceRow:
    reference = line.rate.reference if line.rate else None
    return InvoiceRow(
        invoice=line.debt.number,
        amount=line.debt.amount,
        last_day=line.debt.last_day,
        interest_starts=line.debt.starts,
        reference_rate=reference.value if reference else None,
        rate=line.rate.a_year if line.rate else None,
        days=sum(days for _, days in line.spans),
        interest=line.interest,
        compensation=line.compensation,
        unpaid=line.unpaid,
    )


def _working(lines: Sequence[_Line], sums: _Sums) -> tuple[Step, ...]:
    late = [line for line in lines if line.rate]
    fixed = [line for line in lines if line.fixed]
    all_of_it = [
        step("Still unpaid of the invoices", sums.unpaid),
        step("Interest", sums.interest),
        step("Fixed compensation", sums.compensation),
        *([step("Cost of collecting, above the compensation", sums.extra_costs)] if sums.extra_costs else []),
        *([step("Paid beyond the invoices", -sums.set_off)] if sums.set_off else []),
    ]
    return (
        *adding_up("Interest", [step(_interest_label(line), line.interest, _reference(line)) for line in late]),
        *adding_up("Fixed compensation", [step(_fixed_label(line), line.compensation) for line in fixed]),
        *adding_up("Owed to you in all", all_of_it),
    )


def _reference(line: _Line) -> Figure | None:
    return line.rate.reference if line.rate else None


def _interest_label(line: _Line) -> str:
    """A line of the working: Invoice 1: 11.75% a year on £6,000 for 30 days, then on £4,000 for 62 days."""
    spans = ", then on ".join(f"{pounds(balance)} for {_days(days)}" for balance, days in line.spans)
    return f"Invoice {line.debt.number}: {_percent(line)} a year on {spans}"


def _fixed_label(line: _Line) -> str:
    owed_when_late, _ = line.spans[0]
    return f"Invoice {line.debt.number}: for a debt of {pounds(owed_when_late)}"


def _days(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _percent(line: _Line) -> str:
    """The rate with all its decimals: 11.75%."""
    return f"{plain(line.rate.a_year)}%" if line.rate else ""


def _headline(inputs: Inputs, lines: Sequence[_Line], sums: _Sums) -> str:
    if not any(line.rate for line in lines):
        return f"None of these invoices is late by {in_words(inputs.interest_to)}, so there is nothing to add yet."
    opening = {
        Basis.statutory: f"You can add {pounds(sums.on_top + sums.extra_costs)}: {_parts(sums)}.",
        Basis.contract: f"Your contract adds {pounds(sums.interest)} of interest.",
        Basis.court_discretion: f"You can ask a court for {pounds(sums.interest)} of interest, and it decides.",
    }
    a_day = to_pence(sums.a_day)
    more = f", and {pounds_and_pence(a_day)} more for each further day" if a_day else ""
    return f"{opening[_basis(inputs)]} {_in_all(sums)}{more}."


def _parts(sums: _Sums) -> str:
    """What late payment adds, part by part."""
    first = f"{pounds(sums.interest)} of interest"
    if sums.extra_costs:
        fixed = f"{pounds(sums.compensation)} of compensation"
        return f"{first}, {fixed} and {pounds(sums.extra_costs)} more for the cost of collecting"
    return f"{first} and {pounds(sums.compensation)} of compensation"


def _in_all(sums: _Sums) -> str:
    """What they owe in all, as the beginning of a sentence."""
    if not sums.paid_beyond:
        return f"That makes {pounds(sums.total)} in all"
    beyond = f"they have paid {pounds(sums.paid_beyond)} more than the invoices come to"
    return f"But {beyond}, so they owe you {f'{pounds(sums.total)} in all' if sums.total else 'nothing more'}"


# Words for a court


def _working_text(inputs: Inputs, lines: Sequence[_Line], sums: _Sums) -> Iterator[str]:
    """The working in a court's words (CPR 16.4(2): the ground, rate, days, sum and daily rate)."""
    late = [line for line in lines if line.rate]
    if not late:
        return
    ground = {
        Basis.statutory: f"{ACT}, at the rate fixed on the day it began",
        Basis.contract: "the contract",
        Basis.court_discretion: "section 69 of the County Courts Act 1984",
    }
    until = in_words(inputs.interest_to)
    yield f"The claimant claims interest under {ground[_basis(inputs)]}. Each year has {YEAR} days."
    yield from (_invoice_text(inputs, line) for line in late)
    yield f"Interest to {until}: {pounds_and_pence(sums.interest)}."
    if sums.compensation:
        yield f"Compensation under section 5A of the Act: {pounds_and_pence(sums.compensation)}."
    if sums.extra_costs:
        yield f"Reasonable costs of recovery above that sum, section 5A(2A): {pounds_and_pence(sums.extra_costs)}."
    if sums.a_day:
        yield f"Interest goes on from then at £{sums.a_day} a day until judgment or earlier payment."


def _invoice_text(inputs: Inputs, line: _Line) -> str:
    spans = " + ".join(f"{pounds_and_pence(balance)} x {_days(days)}" for balance, days in line.spans)
    owed = f"({spans})" if len(line.spans) > 1 else spans
    last = line.debt.last_day + timedelta(days=sum(days for _, days in line.spans))
    fixed = f" Compensation {pounds_and_pence(line.compensation)}." if line.fixed else ""
    return (
        f"Invoice {line.debt.number}, {pounds_and_pence(line.debt.amount)}, due {in_words(line.debt.last_day)}: "
        f"{owed} x {_percent(line)} / {YEAR} = {pounds_and_pence(line.interest)}, "
        f"{in_words(line.debt.starts)} to {in_words(last)}.{fixed}"
    )


# Cautions, what next, sources


def _cautions(inputs: Inputs, lines: Sequence[_Line], sums: _Sums) -> Iterator[str]:
    yield from _BASIS_CAUTIONS[_basis(inputs)](inputs)
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
    if _basis(inputs) is not Basis.statutory:
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
    elif _is_public(inputs) and due > _last_of("uk.late_payment_public_body_days", supplied):
        yield f"Invoice {number}: a public body cannot have longer to pay than the law gives, so we used that day."
    elif supplied >= table(name).versions[0].valid_from and due > _last_of(name, supplied):
        yield (
            f"Invoice {number} gave them more than {figure(name, supplied).value} days to pay. If that is grossly "
            f"unfair to you, the last day was {in_words(_last_of(name, supplied))} instead. Get advice first."
        )


def _not_late(lines: Sequence[_Line]) -> Iterator[str]:
    early = [str(line.debt.number) for line in lines if not line.rate and line.unpaid]
    if early:
        yield (
            f"Not late yet: invoice {', '.join(early)}. What is unpaid of it is in the total, but it brings no "
            "interest, and you cannot claim it in court before it is due."
        )


def _overpaid(sums: _Sums) -> Iterator[str]:
    if sums.paid_beyond:
        yield (
            f"They have paid {pounds(sums.paid_beyond)} more than these invoices come to. We set it against interest "
            "and compensation. Check whether it was meant for another invoice."
        )
    if sums.paid_beyond > sums.set_off:
        yield f"{pounds(sums.paid_beyond - sums.set_off)} of it is more than they owe at all, and belongs to them."


def _old(inputs: Inputs, lines: Sequence[_Line]) -> Iterator[str]:
    """A word where the shortest time limit of the three nations has gone by."""
    nations = (shared.Nation.scotland, shared.Nation.england_wales)
    short, long = (int(limitation_years(nation).value) for nation in nations)
    if any(line.unpaid and add_months(line.debt.last_day, 12 * short) <= inputs.interest_to for line in lines):
        yield (
            f"Some of this was due {short} years ago or more. In Scotland the debt may be gone, and elsewhere you may "
            f"be too late after {long} years. Get advice before you ask for it."
        )


def _next_steps(inputs: Inputs, sums: _Sums) -> Iterator[str]:
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


def _sources(inputs: Inputs, lines: Sequence[_Line]) -> Iterator[Source]:
    """Each figure once, newest use last; the reference rates of all half-years that were used."""
    found: dict[tuple[str, date], Source] = {}
    for line in lines:
        named = [("compensation", line.fixed)] if line.fixed else []
        named += [(_FIELDS[one.name], one) for one in (line.rate.figures if line.rate else ())]
        for name, one in named:
            found.setdefault((one.name, one.valid_from), Source(field=name, figure=one))
    yield from found.values()
    if _basis(inputs) is Basis.statutory:
        yield from (Source(field="last_day", figure=one) for one in _day_figures(inputs))


_FIELDS = {REFERENCE_RATE: "reference_rate", MARGIN: "interest", "england_wales.court_interest_rate": "interest"}


def _day_figures(inputs: Inputs) -> Iterator[Figure]:
    """The rules on the last day to pay, where a row used them."""
    undated = next((one.supplied_date for one in inputs.invoices if not one.due_date), None)
    if undated:
        yield figure("uk.late_payment_default_days", undated)
    both = next((one.supplied_date for one in inputs.invoices if one.due_date and one.supplied_date), None)
    if both and _is_public(inputs):
        yield figure("uk.late_payment_public_body_days", both)


# Files and examples


def downloads(result: Result) -> tuple[Download, ...]:
    """The table for a spreadsheet, and the words for a court as plain text."""
    rows = partial(csv.table, result.per_invoice)
    sheet = Download(name="late-payment-interest.csv", label="Table for a spreadsheet", type="text/csv", make=rows)
    if not result.working_text:
        return (sheet,)
    words = Download(
        name="interest-for-a-claim.txt", label="Words for an online claim", type="text/plain",
        make=lambda: "\n".join((*result.working_text, "")),
    )  # fmt: skip
    return (sheet, words)


EXAMPLES = (
    Example(
        title="£18,000 for goods, 200 days late",
        story=(
            "A business supplied goods to a manufacturer, who says that they came late and does not pay. The story is "
            "true. The sums are ours."
        ),
        values={
            "customer_type": "company",
            "invoices": [{"amount": "18,000", "due_date": "6 May 2026"}],
            "interest_to": "22 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="Three invoices and a part payment",
        story=(
            "A car valeting company has three unpaid invoices with a dealership. For the last one no day to pay was "
            "agreed. The dealership paid £1,000 in July. The story is true. The sums are ours."
        ),
        values={
            "customer_type": "company",
            "invoices": [
                {"amount": "640", "due_date": "30 April 2026"},
                {"amount": "1,180", "due_date": "31 May 2026"},
                {"amount": "2,350", "supplied_date": "10 June 2026"},
            ],
            "payments": [{"date": "15 July 2026", "amount": "1,000"}],
            "interest_to": "22 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The official sum, without rounding each day",
        story=(
            "An official example counts 50 days on £1,000 at 8.5%. It rounds each day’s interest to 23p first, and so "
            "comes to £11.50. We round only once, at the end, and come to £11.64."
        ),
        values={
            "customer_type": "company",
            "invoices": [{"amount": "1,000", "due_date": "30 June 2016"}],
            "interest_to": "19 August 2016",
        },
        today=date(2026, 11, 22),
    ),
)
