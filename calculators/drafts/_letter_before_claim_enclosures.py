"""The documents to enclose with a letter before claim: Pre-Action Protocol for Debt Claims, paragraph 3.1."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculators.kernel import Letter, letters, tell


@dataclass(frozen=True, kw_only=True)
class Enclosure:
    """One document to enclose."""

    paper: str = tell("Document")
    where: str = tell("Where to get it")


def enclosures(letter: Letter, *, written: bool) -> Iterator[Enclosure]:
    """The documents, in the order in which the letter lists them; `written` says whether the contract is in writing."""
    yield Enclosure(
        paper="a statement of account showing each invoice, each payment, any interest and charges, and the balance",
        where="You can make one with our statement of account calculator.",
    )
    yield Enclosure(paper="copies of the invoices", where="Your own records.")
    if written:
        yield Enclosure(paper="a copy of our agreement", where="The contract, order or emails.")
    if letters.under_debt_protocol(letter):
        yield from FORMS


FORMS = (
    Enclosure(paper="the Protocol’s Information Sheet", where="Annex 1 of the Protocol, on justice.gov.uk."),
    Enclosure(paper="the Protocol’s Reply Form", where="Also in Annex 1. Fill in only your own reference and address."),
    Enclosure(
        paper="the Protocol’s Financial Statement form",
        where="Annex 2 (the Standard Financial Statement). Leave it blank for your customer to fill in.",
    ),
)
