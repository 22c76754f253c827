"""The email to the Commissioner, with everything that a complaint must include."""

from collections.abc import Iterator

from calculators.kernel import Draft, Paragraph, Part, letters, pounds

from .decision import Decision
from .questions import Inputs, ToldCustomer, YourStaff
from .result_types import Verdict

SENDABLE = (Verdict.yes, Verdict.with_reason, Verdict.check)


def draft_of(inputs: Inputs, found: Decision) -> Draft | None:
    """The email, or None if there's nothing to send."""
    if found.verdict not in SENDABLE:
        return None
    return letters.write(
        inputs, _paragraphs(inputs, found), does="", asks_for=inputs.whole_sum, reply_by=None, cautions=(),
        next_steps=(),
    )  # fmt: skip


def _paragraphs(inputs: Inputs, found: Decision) -> Iterator[Paragraph]:
    yield Paragraph(
        f"Complaint about payment by {letters.customer_line(inputs)}: {letters.invoices(inputs)}",
        "The Commissioner can see at once who it’s about.",
        Part.subject,
    )
    yield Paragraph("To the Small Business Commissioner", "It’s clear who the complaint is for.")
    yield Paragraph(
        "I would like to make a complaint about a payment from a larger business. The details are below.",
        "This says in one sentence what you want the Commissioner to do.",
    )
    yield _business(inputs)
    yield _customer(inputs)
    yield _debt(inputs)
    yield Paragraph(
        f"What we agreed: {letters.sentence(inputs.agreement_details, 'who agreed what, and when')}",
        "Say whether it was in a formal contract. The Commissioner’s office asks for this.",
    )
    yield from _tried(inputs)
    if inputs.due_date and found.until and inputs.letter_date > found.until:
        yield Paragraph(
            "The payment was due more than 12 months ago. I am complaining now because "
            f"{letters.sentence(inputs.late_reason, 'your reason')}",
            "The Commissioner can take a late complaint for a good reason, such as deliberate delays by your customer.",
        )
    yield Paragraph(
        "No court claim, mediation, adjudication or arbitration about this payment is under way.",
        "The Commissioner can’t help while any of these is under way. Leave this out if it isn’t true.",
    )
    yield Paragraph(
        "I attach the invoices, the terms that we agreed in writing and my messages to the customer.",
        "If the caseworker already has the documents, they won’t need to ask for them.",
    )
    yield Paragraph(
        f"Yours faithfully\n\n\n{letters.typed(inputs.your_name, 'your name')}\n"
        f"{letters.typed(inputs.your_business, 'your business')}",
        "Sign it with your own name, not just the business’s.",
        Part.closing,
    )


def _business(inputs: Inputs) -> Paragraph:
    size = "The business has fewer than 50 staff."
    if inputs.your_staff is YourStaff.under_50_before:
        size = "The business had fewer than 50 staff when the payment was due, or on average in the last tax year."
    return Paragraph(
        f"My business: {letters.typed(inputs.your_business, 'your business')}, "
        f"{letters.typed(inputs.your_address, 'your address')}. You can reach me, "
        f"{letters.typed(inputs.your_name, 'your name')}, at "
        f"{letters.typed(inputs.your_contact, 'your email or phone number')}. {size}",
        "Give your name, business, address, phone and email, and say how many staff you have. The Commissioner’s "
        "office asks for all of these.",
    )


def _customer(inputs: Inputs) -> Paragraph:
    contact = ", ".join(one for one in (inputs.customer_contact, inputs.customer_email) if one)
    return Paragraph(
        f"The customer: {letters.customer_line(inputs)}, "
        f"{letters.typed(inputs.customer_address, 'your customer’s address')}. My contact there is "
        f"{letters.typed(contact, 'contact’s name')}. As far as I know, it has 50 or more staff and an "
        "office in the United Kingdom.",
        "Give their name, address and contact details. Take out the last sentence if you’re not sure.",
    )


def _debt(inputs: Inputs) -> Paragraph:
    extra = (
        f" Interest and compensation for late payment come to {pounds(inputs.interest)} {letters.so_far(inputs)}."
        if inputs.interest
        else ""
    )
    return Paragraph(
        f"The payment: {letters.sum_in(inputs.amount_owed)} for {letters.for_what(inputs)}. It was due on "
        f"{letters.due_on(inputs)}.{extra}",
        "Say how much it was, what it was for and when it was due.",
    )


def _tried(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.told_customer is ToldCustomer.would_harm:
        yield Paragraph(
            "I have not raised this with the customer first, because "
            f"{letters.sentence(inputs.harm_reason, 'how it would harm your business')}",
            "The Commissioner may accept this if raising it would seriously harm your business.",
        )
        return
    yield Paragraph(
        f"What I have done so far: {letters.sentence(inputs.steps_so_far, 'your reminders and calls')}",
        "Your customer must have had a fair chance to put it right. Say when and how you told them.",
    )
