"""The particulars of claim as a document, for form N1 or to send to the defendant after using Money Claim Online."""

from collections.abc import Iterator

from calculators.kernel import Paragraph, Part, in_words, letters, pounds_and_pence

from . import fact_sentences as facts
from .case import Case

TRUTH = (
    "I believe that the facts stated in these particulars of claim are true. I understand that proceedings for "
    "contempt of court may be brought against anyone who makes, or causes to be made, a false statement in a document "
    "verified by a statement of truth without an honest belief in its truth."
)
"""The statement of truth that Practice Direction 22, paragraph 2.1 requires."""

HEADINGS = ("Invoice", "Due", "Amount", "Unpaid")


def particulars(case: Case) -> Iterator[Paragraph]:
    """The title, the parties, numbered paragraphs and the statement of truth."""
    yield Paragraph("PARTICULARS OF CLAIM", "The court expects a document with this title.", Part.title)
    yield Paragraph(
        f"In the County Court\nClaim number: {letters.RULE}\n{case.your_name} (claimant)\nand {case.their_name} "
        "(defendant)",
        "The court gives you the number when you claim. Use the same names as on the claim form.",
    )
    for number, one in enumerate(_clauses(case), 1):
        yield Paragraph(f"{number}. {one.text}", one.why, one.part, one.table)
    yield Paragraph(
        TRUTH,
        "This is the court’s own wording. Only sign if you know it’s all true. A false statement can be contempt of "
        "court.",
    )
    yield Paragraph(
        f"Signed for the claimant, {case.your_name}\nSignature: {letters.RULE}\nName and position: {letters.RULE}\n"
        f"Date: {letters.RULE}",
        "The person who signs must know the facts and be allowed to sign for the business.",
        Part.signature,
    )


def _clauses(case: Case) -> Iterator[Paragraph]:
    attached = " A copy is attached." if case.inputs.agreement_form.name == "written" else ""
    yield Paragraph(
        f"The contract. {facts.the_claim(case)} {facts.contract(case)}{attached}",
        "What you agreed. If the contract is written, attach it. If it was spoken, the court needs to know what was "
        "said, who said it, when and where.",
        Part.clause,
    )
    yield _table(case)
    yield Paragraph(
        " ".join(("The debt.", *facts.taken_off(case), facts.breach(case))),
        "This says in one sentence that they broke the contract.",
        Part.clause,
    )
    if told := facts.interest(case):
        yield Paragraph(
            " ".join(("Interest.", *told)),
            (
                "Give the legal basis, the rate, the dates, the total and the daily amount. Without them, a court "
                "won’t award interest."
            ),
            Part.clause,
        )
    if steps := list(facts.steps_taken(case)):
        yield Paragraph(
            " ".join(("Before the claim.", *steps)), "This shows you gave them the chance to settle.", Part.clause
        )
    yield Paragraph(
        f"The claim. The claimant claims {'; '.join(facts.asks_for(case))}.",
        "Each amount is listed separately, so that a judge can award some and not others.",
        Part.clause,
    )


def _table(case: Case) -> Paragraph:
    rows = [
        (
            facts.name_of(case, row),
            in_words(row.last_day),
            pounds_and_pence(case.inputs.invoices[row.invoice - 1].amount),
            pounds_and_pence(row.unpaid),
        )
        for row in case.rows
    ]
    lines = (f"Invoice {name}, due {due}: {amount}. Unpaid: {left}." for name, due, amount, left in rows)
    return Paragraph(
        "\n".join(("The invoices.", *lines)),
        "All the invoices are in one claim, so you only pay one court fee.",
        Part.schedule,
        (HEADINGS, *rows),
    )
