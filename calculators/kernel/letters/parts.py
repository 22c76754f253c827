"""The paragraphs that most letters share: the head, interest on top, where to pay, the end."""

from collections.abc import Iterator

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.fields import Daily, show
from calculators.kernel.base.money import pounds, pounds_and_pence, to_pence
from calculators.kernel.law.shared_questions import CustomerType, is_person

from .paragraphs import Paragraph
from .questions import Letter
from .wording import customer_line, sum_in, typed


def top(letter: Letter, subject: str) -> Iterator[Paragraph]:
    """From whom, when, to whom and about what."""
    yield from _heading(letter)
    yield Paragraph(
        f"Dear {letter.customer_contact or _greeted(letter)}",
        "A letter to a named person is harder to leave lying than one to an office.",
    )
    yield Paragraph(subject, "Whoever opens it sees at once what it is about, and can find the papers.")


def _heading(letter: Letter) -> Iterator[Paragraph]:
    yield Paragraph(
        "\n".join(
            (
                typed(letter.your_name, "your name"),
                typed(letter.your_business, "your business"),
                typed(letter.your_address, "your address"),
                typed(letter.your_contact, "your phone number or email"),
            )
        ),
        "They see who is writing and how to answer.",
    )
    yield Paragraph(in_words(letter.letter_date), "Their time to answer runs from this day, so send it on this day.")
    address = typed(letter.customer_address, "your customer’s address")
    lines = (letter.customer_contact, customer_line(letter), address)
    yield Paragraph(
        "\n".join(line for line in lines if line),
        "The name must be that of whoever owes the money, as on your invoice or contract.",
    )


def _greeted(letter: Letter) -> str:
    """The customer’s own name, unless it is that of a body: an association counts as a person only for credit."""
    own_name = is_person(letter.customer_type) and letter.customer_type is not CustomerType.association
    return letter.customer_name if letter.customer_name and own_name else "[name of a person]"


def on_top(letter: Letter) -> Iterator[Paragraph]:
    """Interest and compensation, only where they were typed."""
    parts = []
    private = letter.customer_type is CustomerType.consumer
    if letter.interest_and_compensation:
        extra, whole = pounds(letter.interest_and_compensation), sum_in(letter.whole_sum)
        what = "Interest comes" if private else "Interest and compensation for late payment come"
        parts.append(f"{what} to {extra} so far, which makes {whole} in all.")
    if letter.daily_interest:
        parts.append(f"Interest runs on at {_a_day(letter.daily_interest)} a day until the debt is paid.")
    if parts and private:
        parts.append("I ask for it under our contract or, if that says nothing, as a court may allow.")
    if parts:
        yield Paragraph(
            " ".join(parts), "You claim this on top of the debt. Send the sheet that shows how you worked it out."
        )


def _a_day(interest: Daily) -> str:
    return pounds_and_pence(interest) if to_pence(interest) == interest else show("daily", interest)


def how_to_pay(letter: Letter) -> Paragraph:
    """Where the money goes."""
    return Paragraph(
        f"Please pay to: {typed(letter.bank_details, 'your bank details')}\n"
        f"Reference: {typed(letter.invoice_numbers, 'invoice number')}",
        "Nobody has to search for the invoice. Use the account that it names: a new one looks like fraud.",
    )


def bottom(letter: Letter) -> Paragraph:
    """The end, with room to sign."""
    name, business = typed(letter.your_name, "your name"), typed(letter.your_business, "your business")
    return Paragraph(f"Yours sincerely\n\n\n{name}\n{business}", "A person signs, with their own name.")
