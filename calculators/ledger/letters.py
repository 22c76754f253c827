"""The letter for each customer: which draft, and its answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kernel import joined, plain
from calculators.next_step import Draft, Inputs, advice_on

from .questions import Settings
from .result_types import CustomerRow, Result

DRAFTS = (Draft.reminder, Draft.letter_before_claim)
LONGEST_NAME, LONGEST_NUMBERS = 100, 200
"""The most characters that a letter takes for each."""


@dataclass(frozen=True, kw_only=True)
class LetterFor:
    """A letter to one customer: the draft, and the answers to its questions."""

    customer: str
    calculator: str
    values: dict[str, str]


def letters(settings: Settings, result: Result) -> Iterator[LetterFor]:
    """A letter to each late customer whose next step is a letter, in order; none if a credit must be deducted first."""
    for one in result.customers:
        draft = draft_for(one)
        if draft and not one.credit:
            yield LetterFor(customer=one.customer, calculator=draft.name, values=_values(settings, one, draft))


def draft_for(one: CustomerRow) -> Draft | None:
    """The draft for the next step, if it's a letter that needs no more than the ledger."""
    if not (one.late_invoices and one.next_step):
        return None
    draft = advice_on(one.next_step, Inputs()).draft
    return draft if draft in DRAFTS else None


def _values(settings: Settings, one: CustomerRow, draft: Draft) -> dict[str, str]:
    """The answers for a letter; as in the plan, a reminder doesn't ask for interest."""
    values = {
        "nation": settings.nation.name,
        "customer_type": one.customer_type.name,
        "amount_owed": plain(one.unpaid),
        "interest_and_compensation": plain(one.interest + one.compensation),
        "daily_interest": plain(one.daily_interest),
        "add_interest": "no" if draft is Draft.reminder else "yes",
        "invoice_numbers": _numbers(one.invoice_numbers),
        "due_date": one.due_date.isoformat() if one.due_date else "",
        "customer_name": one.customer[:LONGEST_NAME],
        "letter_date": settings.interest_to.isoformat(),
    }
    own = {name: getattr(settings, name) for name in OWN}
    reminded = {"reminders_sent": settings.reminders_sent.name} if draft is Draft.reminder else {}
    return {name: value for name, value in (values | own | reminded).items() if value}


OWN = ("your_name", "your_business", "your_address", "your_contact", "bank_details")


def _numbers(listed: str) -> str:
    """The numbers as a letter lists them: 1041, 1042 and 1057; if too many, the first ones and how many more."""
    numbers = listed.split(", ") if listed else []
    kept = numbers
    while kept and len(_sentence(kept, len(numbers) - len(kept))) > LONGEST_NUMBERS:
        kept = kept[:-1]
    return _sentence(kept, len(numbers) - len(kept))


def _sentence(numbers: list[str], more: int) -> str:
    return joined([*numbers, f"{more} more"] if more else numbers)
