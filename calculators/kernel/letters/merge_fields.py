"""The parts of a letter that are filled in from the answers, or left as a blank to fill in."""

import re
from datetime import date

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import Money, pounds

from .questions import Letter


def typed(words: str, blank: str) -> str:
    """What was typed, or a blank that says what belongs there."""
    return words or f"[{blank}]"


def sentence(words: str, blank: str) -> str:
    """What was typed, or a blank, with a full stop."""
    found = typed(words, blank)
    return found if found.endswith((".", "!", "?")) else f"{found}."


def sum_in(amount: Money | None, blank: str = "amount") -> str:
    """An amount in a sentence, or a blank for it."""
    return f"£[{blank}]" if amount is None else pounds(amount)


def day_in(day: date | None, blank: str) -> str:
    """A date in a sentence, or a blank for it."""
    return f"[{blank}]" if day is None else in_words(day)


def invoices(letter: Letter) -> str:
    """The invoices by number, or a blank for it."""
    several = re.search(r",|&| and | to ", letter.invoice_numbers)
    return f"invoice{'s' if several else ''} {typed(letter.invoice_numbers, 'number')}"


def for_what(letter: Letter) -> str:
    """What the money is for, with the invoices."""
    return f"{typed(letter.what_for, 'what you did or supplied')} ({invoices(letter)})"


def due_on(letter: Letter) -> str:
    """When the money was due."""
    return day_in(letter.due_date, "due date")


def fell_due(letter: Letter) -> str:
    """That the money was due, or on the day of the letter is not late yet."""
    late = letter.due_date is None or letter.due_date < letter.letter_date
    return f"{'was' if late else 'is'} due on {due_on(letter)}"


def customer_line(letter: Letter) -> str:
    """The customer's full name, or a blank for it."""
    return typed(letter.customer_name, "your customer’s full name")


def to_whom(letter: Letter) -> str:
    """The customer, in a sentence to the reader."""
    return letter.customer_name or "your customer"


def owed(letter: Letter) -> str:
    """What is owed in all, in a sentence to the reader."""
    whole = letter.whole_sum
    return "what they owe" if whole is None else pounds(whole)
