"""The interest and compensation that a letter could ask for, worked out by their own calculator."""

from calculators import late_payment_interest
from calculators.kernel import CustomerType, Letter, NoFigure, Option, plain, pounds

BUSINESSES = (
    CustomerType.company,
    CustomerType.sole_trader,
    CustomerType.partnership,
    CustomerType.public_body,
)
"""Customers that the Act surely covers: an association may not be one (1998 Act, section 2(1))."""


def could_add(letter: Letter) -> Option | None:
    """What the Act gives on this debt up to the date of the letter, where the reader typed no sum of their own."""
    due, owed = letter.due_date, letter.amount_owed
    if letter.interest_and_compensation or not owed or due is None or letter.customer_type not in BUSINESSES:
        return None
    try:
        found = late_payment_interest.calculate(
            late_payment_interest.Inputs(
                customer_type=letter.customer_type,
                invoices=(late_payment_interest.Invoice(amount=owed, due_date=due),),
                interest_to=letter.letter_date,
            )
        )
    except NoFigure:
        return None
    on_top = found.interest_and_compensation
    if not on_top:
        return None
    return Option(
        words=f"You can also ask for {pounds(on_top)} in interest and compensation.",
        label="Add interest",
        values=(
            ("interest_and_compensation", plain(on_top)), ("daily_interest", plain(found.daily_interest)),
            ("interest_counted_to", letter.letter_date.isoformat()), ("add_interest", "yes"),
        ),
    )  # fmt: skip
