"""The interest and compensation that a letter could ask for, worked out by `late_payment_interest`."""

from calculators import late_payment_interest
from calculators.kernel import CustomerType, Letter, NoFigure, Option, plain, pounds

BUSINESSES = (
    CustomerType.company,
    CustomerType.sole_trader,
    CustomerType.partnership,
    CustomerType.public_body,
)
"""Customers to whom the 1998 Act certainly applies; it may not apply to an association (section 2(1))."""


def could_add(letter: Letter) -> Option | None:
    """An option to add the interest and compensation due under the 1998 Act, up to the date of the letter.

    None if the reader has entered an amount, the debt or its due date is missing, the Act may not apply to the
    customer, or no interest or compensation is due or can be worked out.
    """
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
