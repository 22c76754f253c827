"""The parts that both agreements share: the parties, numbered clauses, the payment schedule and the signatures."""

from collections.abc import Iterable, Iterator

from calculators.kernel import Letter, Nation, Paragraph, Part, in_words, letters, pounds_and_pence
from calculators.payment_plan import Result as Plan

LINE = letters.RULE
LAWS = {
    Nation.england_wales: "England and Wales",
    Nation.scotland: "Scotland",
    Nation.northern_ireland: "Northern Ireland",
}


def parties(inputs: Letter, title: str) -> Iterator[Paragraph]:
    """The title, the date and the parties to the agreement."""
    yield Paragraph(title, "The title says what this is, so nobody can claim that it was only a note.", Part.title)
    yield Paragraph(f"Date: {LINE}", "Fill in the date on which the last of you signs.")
    yield Paragraph(
        f"Between {letters.typed(inputs.your_business, 'your business')} of "
        f"{letters.typed(inputs.your_address, 'your address')} (the supplier)\n"
        f"and {letters.customer_line(inputs)} of {letters.typed(inputs.customer_address, 'your customer’s address')} "
        "(the customer).",
        "An agreement only binds the parties it names. Use full legal names. For a company, that’s the name "
        "registered at "
        "Companies House.",
    )


def numbered(clauses: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The clauses, numbered from 1."""
    for number, clause in enumerate(clauses, 1):
        yield Paragraph(f"{number}. {clause.text}", clause.why, Part.clause)


HEADINGS = ("Payment", "Date", "Amount", "Balance")


def schedule(plan: Plan | None, why: str, *, heading: str = "") -> Paragraph:
    """The payments, as lines and as a table; without a plan, three rows of blanks to fill in by hand."""
    rows = tuple(_rows(plan))
    lines = (f"{name}, {day}: {amount}. Balance after this payment: {left}." for name, day, amount, left in rows)
    table = (HEADINGS, *((name.removeprefix("Payment "), *others) for name, *others in rows))
    return Paragraph("\n".join((*([heading] if heading else []), *lines)), why, Part.schedule, table)


def _rows(plan: Plan | None) -> Iterator[tuple[str, str, str, str]]:
    if plan is None:
        for number in (1, 2, 3):
            yield f"Payment {number}", "[date]", "£[amount]", "£[balance]"
        return
    for row in plan.schedule:
        yield _name(row.number), in_words(row.due), pounds_and_pence(row.payment), pounds_and_pence(row.balance)


def _name(number: int) -> str:
    return f"Payment {number}" if number else "Deposit"


def into(inputs: Letter) -> str:
    """The account to pay into, and the payment reference."""
    return (
        f"into the supplier’s bank account ({letters.typed(inputs.bank_details, 'your bank details')}), quoting the "
        f"reference {letters.typed(inputs.invoice_numbers, 'invoice number')}"
    )


def last_clause(inputs: Letter) -> Paragraph:
    """The general clause: entire agreement, changes only in writing, and the governing law."""
    return Paragraph(
        "General. This is the whole agreement between the supplier and the customer about this debt. It can be "
        f"changed only in writing signed by both of them. It is governed by the law of {LAWS[inputs.nation]}.",
        "Neither of you can rely later on something said on the phone. It also makes clear which law applies if "
        "you’re based in different nations.",
    )


def signatures(inputs: Letter, *, deed: bool = False) -> Iterator[Paragraph]:
    """A signature block for each party, with a witness if the agreement is a deed.

    Law of Property (Miscellaneous Provisions) Act 1989, section 1; Companies Act 2006, section 44.
    """
    names = (letters.typed(inputs.your_business, "your business"), letters.customer_line(inputs))
    for side, name in zip(("supplier", "customer"), names, strict=True):
        yield _as_a_deed(side, name) if deed else _by_hand(side, name)


def _by_hand(side: str, name: str) -> Paragraph:
    return Paragraph(
        f"Signed for the {side}, {name}\nSignature: {LINE}\nName and position: {LINE}\nDate: {LINE}",
        (
            "A conversation may not be binding, but a signed agreement is. The person who signs must have authority "
            "to bind the business."
        ),
        Part.signature,
    )


def _as_a_deed(side: str, name: str) -> Paragraph:
    return Paragraph(
        f"Signed as a deed by the {side}, {name} (if a company, acting by a director), in the presence of the witness "
        f"named below\nSignature: {LINE}\nName: {LINE}\nDate: {LINE}\nWitness’s signature: {LINE}\nWitness’s name and "
        f"address: {LINE}",
        "A deed needs a witness, who must be there when it’s signed and must sign it too. Choose someone independent "
        "of both of you.",
        Part.signature,
    )
