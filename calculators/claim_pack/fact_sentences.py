"""The facts of the claim, each as a sentence in the court's terms; the texts are put together from them."""

from collections.abc import Iterator

from calculators.kernel import AgreementForm, Nation, in_words, letters, pounds_and_pence
from calculators.late_payment_interest import InvoiceRow
from calculators.statement_of_account import EntryKind

from .case import Case

IN_ENGLAND = "judgment or earlier payment"
"""When interest ends, in the words that courts of England and Wales use."""


def name_of(case: Case, row: InvoiceRow) -> str:
    """The number of an invoice or, if it has none, its place in the list."""
    return row.number or str(row.invoice)


def what_for(case: Case) -> str:
    """What the invoices are for, without a full stop."""
    return letters.typed(case.inputs.what_for, "what you did or supplied").rstrip(".")


def contract(case: Case) -> str:
    """What was agreed and how: a written contract is attached, a spoken one is set out (CPR PD 16, 7.3 and 7.4)."""
    details = letters.sentence(case.inputs.agreement_details, "who agreed what, and when")
    if case.inputs.agreement_form is AgreementForm.written:
        return f"The agreement was made in writing: {details}"
    return f"The agreement was made by word of mouth: {details}"


def the_claim(case: Case) -> str:
    """A sentence saying who claims what from whom."""
    return (
        f"The {case.claimant}, {case.your_name}, claims {claimed(case)} from the {case.defendant}, {case.their_name}."
    )


def claimed(case: Case) -> str:
    """What is claimed: the price or, if that has been paid since, only the amounts due for late payment."""
    price = f"the price of {what_for(case)}"
    return price if case.found.amount_owed else f"the amounts due for late payment of {price}"


def invoice(case: Case, row: InvoiceRow) -> str:
    """A sentence about one invoice, without its full stop."""
    amount = case.inputs.invoices[row.invoice - 1].amount
    left = "unpaid" if row.unpaid == amount else f"of which {pounds_and_pence(row.unpaid)} is unpaid"
    left = left if row.unpaid else f"paid in full on {in_words(row.interest_ends)}"
    return f"Invoice {name_of(case, row)} for {pounds_and_pence(amount)}, due {in_words(row.last_day)}, {left}"


def invoices(case: Case) -> str:
    """A sentence for each invoice claimed for, one a line."""
    return "\n".join(f"{invoice(case, row)}." for row in case.rows)


def taken_off(case: Case) -> Iterator[str]:
    """Sentences listing the credit notes and payments that have been taken off the invoices."""
    for kind, verb in ((EntryKind.credit_note, "gave credit for"), (EntryKind.payment, "received")):
        found = [one for one in case.entries if one.kind is kind]
        if found:
            listed = ", ".join(f"{pounds_and_pence(one.credited or 0)} on {in_words(one.day)}" for one in found)
            yield f"The {case.claimant} {verb} {listed}."


def breach(case: Case) -> str:
    """A sentence saying that the customer hasn't paid, or paid late."""
    if not case.found.amount_owed:
        unpaid = "The invoices have been paid, but the amounts due for late payment have not."
        return f"The {case.defendant} paid late. {unpaid}"
    return f"The {case.defendant} has not paid {pounds_and_pence(case.found.amount_owed)}."


def steps_taken(case: Case) -> Iterator[str]:
    """Sentences on the letter before claim and the steps taken before it."""
    if case.inputs.letter_sent_on:
        yield f"The {case.claimant} sent a letter before claim on {in_words(case.inputs.letter_sent_on)}."
    if case.inputs.steps_so_far:
        yield f"Steps taken before that: {letters.sentence(case.inputs.steps_so_far, '')}"


def interest(case: Case) -> tuple[str, ...]:
    """The interest in full (CPR 16.4(2)), with this court's name for the claimant; empty if none is claimed."""
    if not (case.found.interest or case.found.compensation):
        return ()
    named = (line.replace("The claimant", f"The {case.claimant}") for line in case.found.working_text)
    return tuple(line.replace(IN_ENGLAND, until(case)) for line in named)


def interest_to(case: Case) -> str:
    """The last date of the interest claimed; an invoice earns none after it's paid (CPR 16.4(2)(b))."""
    late = [row for row in case.rows if row.interest]
    ends = {row.interest_ends for row in late}
    if len(ends) == 1:
        return in_words(ends.pop())
    open_still = f" or, if unpaid, {in_words(case.inputs.claim_date)}" if any(row.unpaid for row in late) else ""
    return f"the day each invoice was paid in full{open_still}"


def asks_for(case: Case) -> Iterator[str]:
    """Each amount claimed."""
    found = case.found
    if found.amount_owed:
        yield f"{pounds_and_pence(found.amount_owed)} for the invoices"
    if found.interest:
        yield f"interest of {pounds_and_pence(found.interest)} to {interest_to(case)}"
    if found.daily_interest:
        yield f"further interest at £{found.daily_interest} a day until {until(case)}"
    if found.compensation:
        yield f"compensation of {pounds_and_pence(found.compensation)}"
    if found.extra_costs:
        yield f"costs of recovery of {pounds_and_pence(found.extra_costs)}"
    fee = case.court.issue_fee
    yield f"the court fee of {pounds_and_pence(fee)}" if fee is not None else "the court fee"


def until(case: Case) -> str:
    """When the interest ends, in the court's words."""
    return IN_ENGLAND if case.inputs.nation is Nation.england_wales else "payment"
