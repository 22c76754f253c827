"""The paragraphs that most letters share: the start, the interest, where to pay and the end."""

from collections.abc import Iterator

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.money import pounds, pounds_and_pence, to_pence
from calculators.kernel.base.schema import Daily
from calculators.kernel.law.shared_questions import CustomerType, is_person

from .merge_fields import customer_line, day_in, due_on, for_what, invoices, sum_in, typed
from .paragraphs import Paragraph, Part
from .questions import LateLetter, Letter

ACT = "Late Payment of Commercial Debts (Interest) Act 1998"


def top(letter: Letter, subject: str) -> Iterator[Paragraph]:
    """The start of a letter: the sender, date, address, greeting and subject."""
    yield from _heading(letter)
    yield Paragraph(
        f"Dear {letter.customer_contact or _greeted(letter)}",
        "A letter addressed to a named person is harder to ignore.",
    )
    yield Paragraph(subject, "They can see at once what it’s about and find the right invoice.", Part.subject)


def _heading(letter: Letter) -> Iterator[Paragraph]:
    yield Paragraph(
        "\n".join(
            (
                typed(letter.your_name, "your name"),
                typed(letter.your_business, "your business"),
                typed(letter.your_address, "your address"),
                typed(letter.your_contact, "your email or phone number"),
            )
        ),
        "They can see who is writing and how to reply.",
        Part.sender,
    )
    yield Paragraph(in_words(letter.letter_date), "Their time to reply starts on this date, so send it the same day.")
    address = typed(letter.customer_address, "your customer’s address")
    lines = (letter.customer_contact, customer_line(letter), address)
    yield Paragraph(
        "\n".join(line for line in lines if line),
        "Use the name of the person or business that owes the money, exactly as on your contract or invoice.",
    )


def _greeted(letter: Letter) -> str:
    """The customer’s own name, or a blank if they aren't a person: an association only counts as one in credit law."""
    own_name = is_person(letter.customer_type) and letter.customer_type is not CustomerType.association
    return letter.customer_name if letter.customer_name and own_name else "[contact’s name]"


def on_top(letter: Letter) -> Iterator[Paragraph]:
    """Interest and compensation on an unpaid invoice, if they were typed and the letter asks for them."""
    parts = []
    private = letter.customer_type is CustomerType.consumer
    if letter.interest:
        extra, whole = pounds(letter.interest), sum_in(letter.whole_sum, "total")
        what = "Interest comes" if private else "Interest and compensation for late payment come"
        parts.append(f"{what} to {extra} {so_far(letter)}{_under_the_act(letter)}, which makes {whole} in total.")
    if letter.interest_a_day:
        parts.append(f"Interest continues to run at {a_day(letter.interest_a_day)} a day until the debt is paid.")
    if parts and private:
        parts.append(
            "I claim this under our contract or, if the contract does not provide for interest, to the extent that a "
            "court awards it."
        )
    if parts:
        yield Paragraph(
            " ".join(parts),
            "You’re claiming this on top of the debt. Enclose the sheet that shows how it adds up. If your contract "
            "sets its own interest, name that clause instead of the Act.",
        )


def so_far(letter: Letter) -> str:
    """The date the interest runs up to, or “so far”."""
    return f"up to {in_words(letter.interest_before)}" if letter.interest_before else "so far"


def _under_the_act(letter: Letter) -> str:
    """The Act that gives the right to interest, for customers that it certainly covers."""
    return "" if letter.customer_type in (CustomerType.consumer, CustomerType.association) else f" under the {ACT}"


def a_day(interest: Daily) -> str:
    """The interest for a day to the penny, rounded half up, such as 56p or £9.66."""
    amount = to_pence(interest)
    if not amount:
        return "less than 1p"
    return f"{amount * 100:.0f}p" if amount < 1 else pounds_and_pence(amount)


def to_pay(letter: Letter) -> str:
    """The total that the letter asks for, or a blank for it."""
    return sum_in(letter.whole_sum, "total" if letter.interest else "amount")


def paid_late(letter: LateLetter) -> Iterator[Paragraph]:
    """The paragraphs that say the invoice was paid late, and what is still owed because of that."""
    yield Paragraph(
        f"You paid {invoices(letter)} for {typed(letter.what_for, 'what you did or supplied')} on "
        f"{day_in(letter.paid_on, 'date of payment')}. Payment {was_due(letter)}, so it was late.",
        "This gives just the facts and the dates, without blame.",
    )
    yield Paragraph(
        f"{_entitled(letter)} This comes to {pounds(letter.interest)} and is still unpaid.",
        "They still owe the interest and compensation once they’ve paid the invoice. If your contract sets its own "
        "interest, name that clause instead.",
    )


def was_due(letter: Letter) -> str:
    """When the payment was due."""
    return f"was due on {due_on(letter)}"


def _entitled(letter: Letter) -> str:
    if letter.customer_type is CustomerType.consumer:
        return "Our contract entitles me to interest on a late payment."
    return f"Under the {ACT}, I am entitled to interest and compensation for the late payment."


def owed_for(letter: Letter) -> str:
    """The debt, what it is for and when it was due, as the object of a sentence."""
    return f"{sum_in(letter.amount_owed)} for {for_what(letter)}, which {was_due(letter)}"


def how_to_pay(letter: Letter) -> Paragraph:
    """The account to pay into and the reference to use."""
    return Paragraph(
        f"Please pay into this account: {typed(letter.bank_details, 'your bank details')}\n"
        f"Reference: {typed(letter.invoice_numbers, 'invoice number')}",
        "This saves them looking for the invoice. Use the account shown on it: a new one may look like fraud.",
    )


def bottom(letter: Letter) -> Paragraph:
    """The end of a letter, with room to sign."""
    name, business = typed(letter.your_name, "your name"), typed(letter.your_business, "your business")
    return Paragraph(
        f"Yours sincerely\n\n\n{name}\n{business}", "It’s signed by a person, in their own name.", Part.closing
    )
