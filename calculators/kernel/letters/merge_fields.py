"""The parts of a letter that are filled in from the answers, or left as blanks to fill in."""

import re
from datetime import date

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import Money, pounds

from .questions import Letter

FILLS = {
    "your name": "your_name",
    "your business": "your_business",
    "your address": "your_address",
    "your email or phone number": "your_contact",
    "your bank details": "bank_details",
    "your customer’s full name": "customer_name",
    "your customer’s address": "customer_address",
    "contact’s name": "customer_contact",
    "number": "invoice_numbers",
    "invoice number": "invoice_numbers",
    "what you did or supplied": "what_for",
    "amount": "amount_owed",
    "total": "amount_owed",
    "due date": "due_date",
    "date of payment": "paid_on",
    "who agreed what, and when": "agreement_details",
    "your reminders and calls": "steps_so_far",
    "what you disagree about": "dispute",
    "amount agreed": "settlement_amount",
    "amount you would accept": "settlement_amount",
    "your reason": "late_reason",
    "how it would harm your business": "harm_reason",
    "claim number": "court_reference",
    "clause number": "contract_clause",
    "the work": "work_on_hold",
    "date": "instalments",
    "balance": "instalments",
}
"""The name of the question that fills each blank, by the words of the blank."""


def typed(words: str, blank: str) -> str:
    """The words typed, or a blank that says what to fill in."""
    return words or f"[{blank}]"


def sentence(words: str, blank: str) -> str:
    """The words typed, or a blank, as a sentence with its full stop."""
    found = typed(words, blank)
    return found if found.endswith((".", "!", "?")) else f"{found}."


def sum_in(amount: Money | None, blank: str = "amount") -> str:
    """An amount in a sentence, or a blank for it."""
    return f"£[{blank}]" if amount is None else pounds(amount)


def day_in(day: date | None, blank: str) -> str:
    """A date in a sentence, or a blank for it."""
    return f"[{blank}]" if day is None else in_words(day)


def invoices(letter: Letter) -> str:
    """The letter's invoices by number, or with a blank for the number."""
    return invoices_of(letter.invoice_numbers)


def invoices_of(numbers: str) -> str:
    """The invoices with these numbers, or with a blank for the number."""
    return f"invoice{'s' if _are_several(numbers) else ''} {typed(numbers, 'number')}"


def _are_several(numbers: str) -> bool:
    """Whether these are the numbers of more than one invoice."""
    return bool(re.search(r",|&| and | to ", numbers))


def for_what(letter: Letter) -> str:
    """What the money is for, with the invoice numbers."""
    return f"{typed(letter.what_for, 'what you did or supplied')} ({invoices(letter)})"


def due_on(letter: Letter) -> str:
    """When the money was due; for several invoices, the due date of the oldest."""
    oldest = " for the oldest invoice" if _are_several(letter.invoice_numbers) else ""
    return f"{day_in(letter.due_date, 'due date')}{oldest}"


def fell_due(letter: Letter) -> str:
    """“was due on” a date or, if the money isn't late yet on the date of the letter, “is due on” it."""
    late = letter.due_date is None or letter.due_date < letter.letter_date
    return f"{'was' if late else 'is'} due on {due_on(letter)}"


def customer_line(letter: Letter) -> str:
    """The customer's full name, or a blank for it."""
    return typed(letter.customer_name, "your customer’s full name")


def to_whom(letter: Letter) -> str:
    """The customer's name or “your customer”, in a sentence addressed to the reader."""
    return letter.customer_name or "your customer"


def owed(letter: Letter) -> str:
    """The total owed, in a sentence addressed to the reader."""
    whole = letter.whole_sum
    return "what they owe" if whole is None else pounds(whole)
