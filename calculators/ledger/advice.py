"""The headline, the cautions, the next steps and the sources."""

from collections.abc import Iterator, Sequence

from calculators import late_payment_interest
from calculators.kernel import NIL, CustomerType, Nation, NoFigure, Source, figure, in_words, limitation_years, pounds
from calculators.late_payment_interest import Basis

from .customers import interest_inputs, is_urgent
from .questions import Settings
from .result_types import CustomerRow, LeftOut, PaidLateRow, Tally


def headline(
    settings: Settings, customers: Sequence[CustomerRow], paid_late: Sequence[PaidLateRow], tally: Tally
) -> str:
    """Who owes how much, and who comes first."""
    late = [one for one in customers if one.late_invoices]
    if late:
        owed = pounds(sum((one.total_owed for one in late), NIL))
        who = f"{late[0].customer} owes" if len(late) == 1 else f"{len(late):,} customers owe"
        start = "" if len(late) == 1 else f" Start with {customers[0].customer}."
        return f"{who} you {owed} on late invoices{_with(late, settings)}.{start}"
    if paid_late:
        total = pounds(sum((one.total_owed for one in paid_late), NIL))
        return f"Nothing is late now, but you can still ask for {total} on invoices that were paid late."
    if any(one.next_step for one in customers):
        return "Every late invoice may be too old to claim, so check the time limits before you do anything else."
    not_due = sum((one.not_due for one in customers), NIL)
    if not_due:
        return f"Nothing is late. {pounds(not_due)} isn’t due yet."
    return "Nothing in your ledger is late." if tally.invoices else "We couldn’t use any invoice in your ledger."


def _with(late: Sequence[CustomerRow], settings: Settings) -> str:
    """Whether the total includes interest and compensation, and the date it runs to."""
    added = [name for name in ("interest", "compensation") if any(getattr(one, name) for one in late)]
    return f", including {' and '.join(added)} to {in_words(settings.interest_to)}" if added else ""


def cautions(
    settings: Settings, customers: Sequence[CustomerRow], tally: Tally, left_out: Sequence[LeftOut]
) -> Iterator[str]:
    """Cautions about what could cost the reader money, the worst first."""
    yield from _time_limits(settings, customers, tally)
    yield from _credit(customers)
    yield from _left_out(left_out)
    if settings.customer_type is CustomerType.company:
        yield (
            "Check which customers are companies and which aren’t. We treated every customer as a company unless your "
            "file says otherwise. A sole trader gets longer to answer a letter before claim, and a consumer doesn’t "
            "owe interest under the law on late payment."
        )
    yield from _assumed(settings, tally)
    yield from late_payment_interest.about_the_basis(interest_inputs(settings))
    if settings.nation is not Nation.england_wales:
        yield (
            f"We couldn’t confirm some court fees for {settings.nation}, so we can’t always say whether a claim would "
            "be worth it."
        )
    yield (
        "The next step shown is for a customer who hasn’t replied. If they’ve promised to pay, dispute it or can’t "
        "pay, make a plan for that customer instead."
    )


def _time_limits(settings: Settings, customers: Sequence[CustomerRow], tally: Tally) -> Iterator[str]:
    urgent = [one for one in customers if is_urgent(one, settings.interest_to)]
    if urgent and (last := urgent[0].last_day_to_claim):
        others = f" {len(urgent) - 1} other customers are close to their time limits too." if len(urgent) > 2 else ""
        others = " One other customer is close to their time limit too." if len(urgent) == 2 else others
        yield (
            f"Deal with {urgent[0].customer} now. The last safe day to start a claim for the oldest invoice is "
            f"{in_words(last)}.{others}"
        )
    if any(one.next_step and not one.late_invoices for one in customers) or tally.too_old:
        yield (
            "Get advice on invoices that may be too old to claim. We’ve left them out of every total. A part payment "
            "or an admission in writing can restart the time limit, and your file doesn’t show that."
        )


def _credit(customers: Sequence[CustomerRow]) -> Iterator[str]:
    credited = [one for one in customers if one.credit]
    if credited:
        yield (
            f"Deduct credits before you write. {_many(len(credited), 'customer has', 'customers have')} credit notes "
            "or payments that your file doesn’t set against an invoice, so we couldn’t either."
        )


def _left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    if left_out:
        yield (
            f"Check the {_many(len(left_out), 'row', 'rows')} we left out of every total. The reasons are listed below."
        )


def _assumed(settings: Settings, tally: Tally) -> Iterator[str]:
    if tally.part_paid_undated:
        yield (
            f"{_many(tally.part_paid_undated, 'invoice has', 'invoices have')} been partly paid, but your file doesn’t "
            "say when. We’ve only counted interest on what’s still unpaid, so you may be owed a little more."
        )
    if tally.dated_payments:
        yield (
            f"{_many(tally.dated_payments, 'invoice was', 'invoices were')} paid late, in full or in part. Your file "
            "only gives one payment date for each. If the customer paid in stages, less interest is due, so check "
            "those first."
        )
    if tally.statutory_days:
        yield (
            f"{_many(tally.statutory_days, 'invoice has', 'invoices have')} no due date. We’ve allowed the 30 days set "
            "by law, from the date on the invoice. If the customer got it later, the 30 days start then."
        )
    if tally.paid_undated:
        yield (
            f"{_many(tally.paid_undated, 'invoice has', 'invoices have')} been paid, but your file doesn’t say when. "
            "Add a column with the payment dates to see if any were paid late."
        )
    if tally.repeated:
        yield (
            f"{_many(tally.repeated, 'row repeats', 'rows repeat')} an invoice with the same figures, as some exports "
            "do for each line on an invoice. We counted each invoice once."
        )


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def next_steps(customers: Sequence[CustomerRow], paid_late: Sequence[PaidLateRow]) -> Iterator[str]:
    """What to do with the answer."""
    if any(one.late_invoices for one in customers):
        yield "Save the letters, check each against your records, and send them to the customers at the top first."
        yield "Add the time limits to your calendar, using the file below."
        yield "Load a new file in a week to see what’s been paid and bring the interest up to date."
    if paid_late:
        yield (
            "Think twice before you ask a good customer for interest on invoices they’ve paid. You don’t have to ask "
            "now. You can ask later, as long as you’re within the time limit."
        )


def sources(settings: Settings) -> Iterator[Source]:
    """The figures on the date the interest runs to; each invoice uses the rates on the date its interest starts."""
    yield Source(field="last_day_to_claim", figure=limitation_years(settings.nation))
    if settings.basis is not Basis.statutory:
        return
    for name in ("uk.late_payment_reference_rate", "uk.late_payment_margin"):
        try:
            yield Source(field="rate", figure=figure(name, settings.interest_to))
        except NoFigure:
            continue
