"""What the two agreements share: who they bind, their clauses and their schedule, and where they are signed."""

from collections.abc import Iterable, Iterator

from calculators.kernel import Letter, Nation, Paragraph, in_words, letters, pounds_and_pence
from calculators.payment_plan import Result as Plan

LINE = "_" * 30
LAWS = {
    Nation.england_wales: "England and Wales",
    Nation.scotland: "Scotland",
    Nation.northern_ireland: "Northern Ireland",
}


def parties(inputs: Letter, title: str) -> Iterator[Paragraph]:
    """The title, and whom the agreement binds."""
    yield Paragraph(title, "It says what it is, so that nobody can call it a mere note of a talk.")
    yield Paragraph(
        f"Between {letters.typed(inputs.your_business, 'your business')} of "
        f"{letters.typed(inputs.your_address, 'your address')} (the supplier)\n"
        f"and {letters.customer_line(inputs)} of {letters.typed(inputs.customer_address, 'your customer’s address')} "
        "(the customer).",
        "It binds only those it names. Use the full legal names: a company’s is the one at Companies House.",
    )


def numbered(clauses: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The clauses with their numbers."""
    for number, clause in enumerate(clauses, 1):
        yield Paragraph(f"{number}. {clause.text}", clause.why)


def schedule(plan: Plan | None) -> str:
    """Each payment on a line, or blank lines for the hand."""
    if plan is None:
        return "\n".join(
            f"Payment {number}, [date]: £[amount]. Still owed after this: £[balance]." for number in (1, 2, 3)
        )
    return "\n".join(
        f"{_name(row.number)}, {in_words(row.due)}: {pounds_and_pence(row.payment)}. "
        f"Still owed after this: {pounds_and_pence(row.balance)}."
        for row in plan.schedule
    )


def _name(number: int) -> str:
    return f"Payment {number}" if number else "Deposit"


def into(inputs: Letter) -> str:
    """Where the payments go."""
    return (
        f"into this account: {letters.typed(inputs.bank_details, 'your bank details')}, with the reference "
        f"{letters.typed(inputs.invoice_numbers, 'invoice number')}"
    )


def last_clause(inputs: Letter) -> Paragraph:
    """The whole agreement, how it changes, and whose law rules it."""
    return Paragraph(
        "The rest. This is all that we have agreed about this debt. A change counts only if it is in writing and both "
        f"have signed it. The law of {LAWS[inputs.nation]} applies.",
        "Nobody can bring up a promise from the corridor later. Two firms in two nations may see the law differently.",
    )


def signatures(inputs: Letter) -> Iterator[Paragraph]:
    """Room for both to sign."""
    names = (letters.typed(inputs.your_business, "your business"), letters.customer_line(inputs))
    for side, name in zip(("supplier", "customer"), names, strict=True):
        yield Paragraph(
            f"Signed for the {side}, {name}\nSignature: {LINE}\nName and position: {LINE}\nDate: {LINE}",
            "Talks do not bind; two signatures do. Whoever signs must be allowed to bind the business.",
        )


def deed_signatures(inputs: Letter) -> Iterator[Paragraph]:
    """Room for both to sign a deed (Law of Property (Miscellaneous Provisions) Act 1989, section 1)."""
    names = (letters.typed(inputs.your_business, "your business"), letters.customer_line(inputs))
    for side, name in zip(("supplier", "customer"), names, strict=True):
        yield Paragraph(
            f"Signed as a deed for the {side}, {name} (a company: by a director), in the presence of the witness "
            f"below\nSignature: {LINE}\nName: {LINE}\nDate: {LINE}\nWitness, signature: {LINE}\nWitness, name and "
            f"address: {LINE}",
            "A deed needs a witness who sees the signing and signs too. Take somebody who has no part in the deal.",
        )
