"""The particulars for Money Claim Online, short enough for its box.

Money Claim Online user guide, step 5: up to 24 lines of 45 characters, with no punctuation except full stops, commas
and pound signs.
"""

import re
from collections.abc import Iterator, Sequence

from calculators.kernel import NIL, AgreementForm, Box, in_words, latest, letters, plain, pounds_and_pence
from calculators.late_payment_interest import IN_BUSINESS, Basis, InvoiceRow
from calculators.statement_of_account import EntryKind

from .case import Case
from .fact_sentences import claimed, interest_to, invoices, taken_off

GROUNDS = {
    Basis.statutory: "the Late Payment of Commercial Debts Interest Act 1998",
    Basis.contract: "the contract",
    Basis.court_discretion: "section 69 of the County Courts Act 1984",
}

_SPELT = (("&", " and "), ("%", " per cent"), ("€", " euros"), ("$", " dollars"), ("’", ""), ("'", ""))
_OTHER = re.compile(r"[^A-Za-z0-9.,£\[\] ]+")
HEADING = "Particulars of claim"


def limit() -> letters.Limit:
    """The most that the box takes: its characters and its lines."""
    characters = latest("england_wales.money_claim_online_characters").value
    return letters.Limit(characters=int(characters), lines=int(latest("england_wales.money_claim_online_lines").value))


def short_particulars(case: Case) -> Box:
    """The text with every invoice or, if that doesn't fit, how many there are and their first and last due date."""
    whole = letters.box(HEADING, accepted(" ".join(_sentences(case, _each_invoice(case)))), WHOLE, limit=limit())
    if whole.fits:
        return whole
    return letters.box(HEADING, accepted(" ".join(_sentences(case, _in_one(case)))), IN_PARTS, limit=limit())


WHOLE = "Use only full stops, commas and pound signs: the service doesn’t accept any other punctuation."
IN_PARTS = (
    "There isn’t room to list each invoice. Tell the service that you’ll send detailed particulars, then send your "
    "customer the document below yourself."
)


def accepted(text: str) -> str:
    """The text using only characters that the service accepts; blanks keep their brackets until they're filled in."""
    for sign, words in _SPELT:
        text = text.replace(sign, words)
    text = _OTHER.sub(" ", text)
    return re.sub(r" +([.,])", r"\1", " ".join(text.split()))


def _sentences(case: Case, listed: str) -> Iterator[str]:
    spoken = case.inputs.agreement_form is AgreementForm.spoken
    made = "a spoken agreement" if spoken else "a written agreement"
    yield f"The claimant claims {claimed(case)} under {made} with the defendant."
    yield listed
    if case.found.amount_owed:
        yield f"The defendant has not paid {pounds_and_pence(case.found.amount_owed)}."
    yield from _interest(case)
    if case.inputs.letter_sent_on:
        yield f"A letter before claim was sent on {in_words(case.inputs.letter_sent_on)}."
    yield f"The claimant claims {pounds_and_pence(case.value)} and the court fee."


def _each_invoice(case: Case) -> str:
    """Each invoice with its due date, then the credit notes and payments."""
    return " ".join((*invoices(case).splitlines(), *taken_off(case)))


def _in_one(case: Case) -> str:
    days = [row.last_day for row in case.rows]
    return (
        f"{len(case.rows)} invoices fell due between {in_words(min(days))} and {in_words(max(days))}. Each is listed "
        f"in detailed particulars.{_received(case)}"
    )


def _received(case: Case) -> str:
    received = sum((one.credited or NIL for one in case.entries if one.kind is EntryKind.payment), NIL)
    return f" The claimant received {pounds_and_pence(received)}." if received else ""


def _interest(case: Case) -> Iterator[str]:
    """The ground, the rate, the first and last date, the total and the daily amount of interest (CPR 16.4(2))."""
    found = case.found
    late = [row for row in case.rows if row.interest and row.rate is not None]
    if case.is_statutory and (late or found.compensation):
        yield IN_BUSINESS
    if late:
        rates = " and ".join(dict.fromkeys(plain(row.rate) for row in late if row.rate is not None))
        first = in_words(late[0].interest_starts) if len(late) == 1 else "the day after each due date"
        yield (
            f"Interest under {GROUNDS[found.basis_used]} at {rates} per cent a year from {first} to "
            f"{interest_to(case)} is {_interest_sum(late)}."
        )
    if found.daily_interest:
        yield f"It continues at £{found.daily_interest} a day until judgment or earlier payment."
    if found.compensation:
        yield f"Compensation under section 5A of the Act is {pounds_and_pence(found.compensation)}."
    if found.extra_costs:
        yield f"Costs of recovery under section 5A are {pounds_and_pence(found.extra_costs)}."


def _interest_sum(late: Sequence[InvoiceRow]) -> str:
    """The interest still unpaid; if payments have paid some of it, after the interest in full."""
    left, paid = sum((row.interest for row in late), NIL), sum((row.interest_paid for row in late), NIL)
    whole = f"{pounds_and_pence(left + paid)}, of which " if paid else ""
    return f"{whole}{pounds_and_pence(left)}{' is unpaid' if paid else ''}"
