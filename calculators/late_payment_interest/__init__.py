"""Interest and compensation on invoices that are paid late, worked out to a day."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from calculators.kernel import Action, Download, csv, joined, shared

from .advice import headline, next_steps, sources
from .cautions import about_the_basis, cautions
from .debts import basis_of, row_named
from .examples import EXAMPLES
from .input_types import Basis, Invoice, Payment, PaymentsGoTo
from .problems import no_contract_rate
from .questions import Inputs
from .result_types import InvoiceRow, Result
from .sums import Line, Sums, statutory_beside, sums_of, work_out
from .working import ACT, IN_BUSINESS, court_words, working

TITLE = "Interest and compensation for late payment"
ACTION = "Work out the interest"
LEADS_TO = ("court_costs", "settlement_range", "payment_plan", "statement_of_account", "letter_before_claim")

__all__ = [
    "ACT", "ACTION", "EXAMPLES", "IN_BUSINESS", "LEADS_TO", "TITLE", "Basis", "Inputs", "Invoice", "InvoiceRow",
    "Line", "Payment", "PaymentsGoTo", "Result", "Sums", "about_the_basis", "action", "basis_of", "calculate",
    "downloads", "no_contract_rate", "row_named", "sums_of", "work_out",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """Simple interest from the day after each invoice was due, and fixed compensation.

    Under the Late Payment of Commercial Debts (Interest) Act 1998, unless another basis is chosen. Interest is rounded
    once for each invoice, half up. Raises NoFigure if a rate isn't known.
    """
    lines, sums = work_out(inputs)
    beside = statutory_beside(inputs)
    return Result(
        headline=headline(inputs, lines, sums),
        interest=sums.interest,
        compensation=sums.compensation,
        interest_and_compensation=sums.on_top,
        extra_costs=sums.extra_costs,
        amount_owed=sums.unpaid,
        total_owed=sums.total,
        daily_interest=sums.a_day,
        statutory_interest=beside[0] if beside else None,
        statutory_compensation=beside[1] if beside else None,
        due_date=_oldest(lines),
        invoice_numbers=_numbers(inputs, lines),
        counted_to=inputs.interest_to,
        basis_used=basis_of(inputs),
        per_invoice=tuple(_row(line, inputs.invoices[line.debt.number - 1].number) for line in lines),
        working_text=tuple(court_words(inputs, lines, sums)),
        working=working(lines, sums),
        cautions=tuple(cautions(inputs, lines, sums, beside)),
        next_steps=tuple(next_steps(inputs, lines, sums)),
        sources=tuple(sources(inputs, lines)),
    )


def _still_asked_for(lines: Sequence[Line]) -> list[Line]:
    """The unpaid invoices or, if all are paid, those that were paid late."""
    return [line for line in lines if line.unpaid] or [line for line in lines if line.rate]


def _oldest(lines: Sequence[Line]) -> date | None:
    return min((line.debt.last_day for line in _still_asked_for(lines)), default=None)


def _numbers(inputs: Inputs, lines: Sequence[Line]) -> str | None:
    """The invoice numbers as a letter lists them: 1041, 1042 and 1057."""
    typed = [inputs.invoices[line.debt.number - 1].number for line in _still_asked_for(lines)]
    return joined(one for one in typed if one) or None


def _row(line: Line, number: str) -> InvoiceRow:
    reference = line.rate.reference if line.rate else None
    return InvoiceRow(
        invoice=line.debt.number,
        number=number,
        amount=line.debt.amount,
        last_day=line.debt.last_day,
        interest_starts=line.debt.starts,
        reference_rate=reference.value if reference else None,
        rate=line.rate.a_year if line.rate else None,
        days=sum(days for _, days in line.spans),
        interest=line.interest,
        interest_paid=line.debt.interest_paid,
        compensation=line.compensation,
        unpaid=line.unpaid,
    )


def action(result: Result) -> Action | None:
    """A link to a reminder that includes the interest or, if there's none, one that only asks for the invoice."""
    if not result.total_owed:
        return None
    label = "Add interest to a letter" if result.interest_and_compensation else "Write the reminder"
    return Action(label=label, page="drafts/reminder", fields=shared.CARRIED)


def downloads(result: Result) -> tuple[Download, ...]:
    """The table as a spreadsheet, and the wording for a court as plain text."""
    rows = partial(csv.table, result.per_invoice)
    sheet = Download(
        name="late-payment-interest.csv", label="Interest as a spreadsheet (CSV)", type="text/csv", make=rows
    )
    if not result.working_text:
        return (sheet,)
    words = Download(
        name="interest-for-a-claim.txt", label="Wording for an online claim", type="text/plain",
        make=lambda: "\n".join((*result.working_text, "")),
    )  # fmt: skip
    return (sheet, words)
