"""The statement itself, to send to the customer with a letter or to a court with a claim."""

from collections.abc import Iterator, Sequence

from calculators.kernel import Paragraph, Part, in_words, letters, pounds_and_pence
from calculators.late_payment_interest import ACT, Basis
from calculators.late_payment_interest import Result as Interest

from .questions import Inputs
from .result_types import Entry

HEADINGS = ("Date", "Item", "Amount", "Balance")

GROUNDS = {
    Basis.statutory: f"Interest and compensation are charged under {ACT}.",
    Basis.contract: "Interest is charged under our contract.",
    Basis.court_discretion: (
        "The interest shown is what a court may award under section 69 of the County Courts Act 1984."
    ),
}


def paragraphs(inputs: Inputs, found: Interest, lines: Sequence[Entry]) -> Iterator[Paragraph]:
    """The two sides, each line with the balance after it, the legal basis of the interest, and where to pay."""
    yield Paragraph("STATEMENT OF ACCOUNT", "The title says at a glance what this is.", Part.title)
    yield Paragraph(
        f"From: {_party(inputs.your_business, 'your business', inputs.your_address)}\n"
        f"To: {_party(inputs.customer_name, 'your customer’s full name', inputs.customer_address)}\n"
        f"Date: {in_words(inputs.interest_to)}",
        "Use the same names as on the invoices and the letter. Every amount is as at this date.",
    )
    yield _table(lines)
    yield Paragraph(
        f"{_balance(inputs, lines[-1])}{_goes_on(inputs, found)}",
        "This is the amount they’ll need to pay, plus anything that’s added if they wait.",
    )
    yield from _ground(inputs, found)
    if inputs.bank_details and lines[-1].balance > 0:
        yield Paragraph(
            f"Please pay into this account: {inputs.bank_details}",
            "They won’t have to look for your bank details. Use the account on your invoices, because a new one looks "
            "like fraud.",
        )


def _party(name: str, blank: str, address: str) -> str:
    return ", ".join(part for part in (letters.typed(name, blank), address) if part)


def _table(lines: Sequence[Entry]) -> Paragraph:
    rows = [(in_words(one.day), one.details, _signed(one), pounds_and_pence(one.balance)) for one in lines]
    text = "\n".join(f"{day}: {item}. {amount}. Balance: {balance}." for day, item, amount, balance in rows)
    return Paragraph(
        text,
        (
            "This lists each invoice, credit note and payment, then anything added for late payment. With a balance "
            "on each line, they can see where your figures differ from theirs."
        ),
        Part.account,
        (HEADINGS, *rows),
    )


def _signed(one: Entry) -> str:
    return pounds_and_pence(one.charged if one.charged is not None else -(one.credited or 0))


def _balance(inputs: Inputs, last: Entry) -> str:
    day = in_words(inputs.interest_to)
    if last.balance < 0:
        return f"Balance in your favour on {day}: {pounds_and_pence(-last.balance)}."
    return f"Balance owed on {day}: {pounds_and_pence(last.balance)}."


def _goes_on(inputs: Inputs, found: Interest) -> str:
    if not (inputs.add_interest and found.daily_interest):
        return ""
    return f" Interest continues to run at {letters.a_day(found.daily_interest)} a day until the debt is paid."


def _ground(inputs: Inputs, found: Interest) -> Iterator[Paragraph]:
    if not (inputs.add_interest and any(row.rate is not None for row in found.per_invoice)):
        return
    credited = " No interest is charged on amounts that have been credited." if inputs.credit_notes else ""
    yield Paragraph(
        f"{GROUNDS[found.basis_used]} The interest is simple interest on the unpaid balance of each invoice from the "
        f"day after its due date, based on a 365-day year.{credited}",
        "They may ask why you can charge interest. This tells them, and a court will want to know too.",
    )
