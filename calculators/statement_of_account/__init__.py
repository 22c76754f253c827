"""Statement of account: each invoice, credit note and payment, the interest, and the balance after each line."""

from functools import partial

from calculators import late_payment_interest
from calculators.kernel import Action, Download, csv, letter_files, letters, shared

from .advice import cautions, headline, next_steps
from .document import paragraphs
from .entries import entries, working
from .examples import EXAMPLES
from .questions import CreditNote, Inputs, Invoice
from .result_types import Entry, EntryKind, Result

TITLE = "Statement of account"
ACTION = "Make the statement"
LEADS_TO = ("letter_before_claim", "claim_pack", "late_payment_interest", "court_costs", "payment_plan")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "CreditNote", "Entry", "EntryKind", "Inputs", "Invoice", "Result",
    "action", "calculate", "downloads",
]  # fmt: skip


def calculate(inputs: Inputs) -> Result:
    """Every line of the account in date order, with the interest last, and the balance after each.

    Interest, compensation and rounding are those of `late_payment_interest`. A credit note reduces its invoice from the
    start, so no interest is charged on the amount credited. Raises NoFigure if a rate isn't known.
    """
    found = late_payment_interest.calculate(inputs.after_credit)
    lines = entries(inputs, found)
    balance = lines[-1].balance
    document = tuple(paragraphs(inputs, found, lines))
    return Result(
        headline=headline(inputs, found, balance),
        balance=balance,
        amount_owed=found.amount_owed,
        interest_and_compensation=found.interest_and_compensation + found.extra_costs if inputs.add_interest else None,
        daily_interest=found.daily_interest if inputs.add_interest else None,
        interest_counted_to=inputs.interest_to if inputs.add_interest else None,
        due_date=found.due_date,
        invoice_numbers=found.invoice_numbers,
        statement_date=inputs.interest_to,
        entries=lines,
        paragraphs=document,
        blanks=letters.blanks(document),
        email_to="",
        working=working(inputs, found),
        cautions=tuple(cautions(inputs, found, balance)),
        next_steps=tuple(next_steps(found)),
        sources=found.sources if inputs.add_interest else (),
    )


def action(result: Result) -> Action | None:
    """A link to the letter that the statement goes with; None if nothing is owed."""
    if result.balance <= 0:
        return None
    return Action(label="Write the letter to go with it", page="drafts/letter_before_claim", fields=shared.CARRIED)


def downloads(result: Result) -> tuple[Download, ...]:
    """The lines as a CSV file, and the statement as text and as an email."""
    rows = partial(csv.table, result.entries)
    table = Download(
        name="statement-of-account.csv", label="Statement as a spreadsheet (CSV)", type="text/csv", make=rows
    )
    return (table, *letter_files("statement_of_account")(result))
