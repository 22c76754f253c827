"""A witness statement for a small claim in England and Wales, drafted from the answers and the contact log.

Practice Direction 32, paragraphs 17 to 20 (heading, own words, numbered paragraphs, how it was made, what is known and
what is believed); Practice Direction 22, paragraph 2.2 (the statement of truth).
"""

from collections.abc import Iterator, Mapping, Sequence

from calculators.contact_log import Began, Contact, How, Paper
from calculators.kernel import Paragraph, Part, in_words, letters, pounds, pounds_and_pence

from .questions import Inputs
from .sums import CourtSums

TRUTH = (
    "I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of "
    "court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by "
    "a statement of truth without an honest belief in its truth."
)
"""Practice Direction 22, paragraph 2.2, word for word, as in force since 6 April 2020."""

MINE = {
    How.call: "I phoned {who}",
    How.email: "I sent an email to {who}",
    How.letter: "I sent a letter to {who}",
    How.meeting: "I met {who}",
    How.payment: "I received a payment from {who}",
    How.other: "I contacted {who}",
}
THEIRS = {
    How.call: "{who} phoned me",
    How.email: "{who} sent me an email",
    How.letter: "{who} sent me a letter",
    How.meeting: "I met {who}",
    How.payment: "I received a payment from {who}",
    How.other: "{who} contacted me",
}


def statement_of(
    inputs: Inputs, contacts: Sequence[Contact], pages: Mapping[Contact, Paper], sums: CourtSums
) -> Iterator[Paragraph]:
    """The heading, the numbered paragraphs, the statement of truth and space to sign."""
    yield from _heading(inputs)
    numbered = (*_opening(inputs), *_contacts(contacts, pages), *_closing(inputs, sums))
    for number, (text, why) in enumerate(numbered, 1):
        yield Paragraph(f"{number}. {text}", why)
    yield Paragraph(
        f"Statement of truth\n{TRUTH}",
        (
            "The court rules set this wording, so don’t change it. Signing something you don’t believe is true can be "
            "contempt of court."
        ),
    )
    name = letters.typed(inputs.your_name, "your name")
    yield Paragraph(
        f"Signed: {letters.RULE}\n{name}\nDate: {in_words(inputs.letter_date)}",
        "The witness must sign it, and date it on the day they sign.",
        Part.closing,
    )


def _heading(inputs: Inputs) -> Iterator[Paragraph]:
    name = letters.typed(inputs.your_name, "your name")
    yield Paragraph(
        f"In the County Court at {letters.typed(inputs.court_name, 'name of the court')}\n"
        f"Claim number: {letters.typed(inputs.claim_number, 'number')}",
        "Every document for the court starts with the court and the claim number.",
    )
    yield Paragraph(
        f"{_claimant(inputs)} (Claimant)\nand\n{letters.typed(inputs.customer_name, 'your customer’s full name')} "
        "(Defendant)",
        "Use the names exactly as they are on the claim.",
    )
    yield Paragraph(f"Witness statement of {name}", "This shows whose evidence it is.", Part.statement)


def _claimant(inputs: Inputs) -> str:
    return inputs.your_business or letters.typed(inputs.your_name, "your business")


def _us_and_them(inputs: Inputs) -> str:
    return "The Claimant and the Defendant" if inputs.your_business else "The Defendant and I"


def _opening(inputs: Inputs) -> Iterator[tuple[str, str]]:
    name, address = letters.typed(inputs.your_name, "your name"), letters.typed(inputs.your_address, "your address")
    role = (
        f"I am {letters.typed(inputs.your_role, 'your role')} of the Claimant, {inputs.your_business}"
        if inputs.your_business
        else "I am the Claimant"
    )
    yield (
        (
            f"I am {name}, of {address}. {role}. I prepared this statement myself. The facts in this statement are "
            "within my own knowledge, unless I say otherwise. Where they are not, I say how I know them."
        ),
        "Say who you are, how the statement was made and what you know. If someone told you something, say who.",
    )
    yield (
        (
            f"{_us_and_them(inputs)} made this agreement: "
            f"{letters.sentence(inputs.agreement_details, 'what, when and how')}"
        ),
        "Say what was agreed, when and how, and which document shows it.",
    )
    us = "The Claimant" if inputs.your_business else "I"
    yield (
        f"This claim is for {letters.typed(inputs.what_for, 'what you did or supplied')}. {us} sent {_unpaid(inputs)}",
        "Say what you did and when, and that they haven’t paid. If they’ve paid some of it, say how much and when.",
    )


def _unpaid(inputs: Inputs) -> str:
    """The invoices, the oldest due date and what is unpaid, which may be less than was invoiced."""
    invoices, due = letters.invoices_of(inputs.invoice_numbers), letters.day_in(inputs.due_date, "due date")
    when = f". The oldest of them was due on {due}" if invoices.startswith("invoices") else f", which was due on {due}"
    return f"{invoices}{when}. {pounds(inputs.amount_owed)} is still unpaid."


def _contacts(contacts: Sequence[Contact], pages: Mapping[Contact, Paper]) -> Iterator[tuple[str, str]]:
    for one in contacts:
        yield (
            _contact(one, pages.get(one)),
            "Describe one event in each paragraph, in date order, and give the page number.",
        )


def _contact(one: Contact, paper: Paper | None) -> str:
    who = one.who or "the Defendant"
    what = (MINE if one.began is Began.you else THEIRS)[one.how].format(who=who)
    at = f" at {one.time}" if one.time else ""
    said = f" My note of it says: “{one.said.rstrip('.')}.”" if one.said else ""
    page = f" This is document {paper.number} in the bundle{_page(paper)}." if paper else ""
    return f"On {in_words(one.day)}{at}, {what}.{said}{page}"


def _page(paper: Paper) -> str:
    return f", page {paper.page}" if paper.page else ""


def _closing(inputs: Inputs, sums: CourtSums) -> Iterator[tuple[str, str]]:
    yield (
        (
            f"The defence says that {letters.sentence(inputs.their_defence, 'what their defence says')} I do not "
            f"agree. {letters.sentence(inputs.why_wrong, 'why not, with facts that you know or can prove')}"
        ),
        "Answer each point in the defence with facts. Don’t argue.",
    )
    yield (
        (
            f"I ask the court to order the Defendant to pay {pounds_and_pence(sums.asks_for)}, including "
            f"{_included(inputs, sums)}."
        ),
        "Update the amount on the day if the hearing is later than the date you entered.",
    )


def _included(inputs: Inputs, sums: CourtSums) -> str:
    """What the total includes: compensation and interest up to its last date, if any, and court fees."""
    interest = f"compensation, interest to {in_words(inputs.interest_until)} and " if sums.interest else ""
    return f"{interest}court fees"
