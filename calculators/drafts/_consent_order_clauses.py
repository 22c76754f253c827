"""The clauses of a settlement under which both parties ask a court in England and Wales for an order, and its fee."""

from collections.abc import Iterator
from typing import Any

from calculators.kernel import Figure, Nation, Paragraph, figure


def tomlin(number: str) -> Paragraph:
    """A Tomlin order: the claim is stayed on terms in a schedule (CPR 40.6(3)(b)(ii)).

    Anything about costs, or about paying out money held by the court, must be in the body of the order (Practice
    Direction 40B, paragraph 3.5).
    """
    return Paragraph(
        "Court order. Within 7 days of the date of this agreement, both parties will sign and send to the court a "
        f"consent order in claim {number}, in the form known as a Tomlin order. The body of the order will say that "
        "the claim is stayed on the terms set out in a schedule, that either party may apply to the court to enforce "
        "those terms or, if the settlement ends under this agreement, to lift the stay, and that there is no order as "
        "to costs. The schedule will contain the terms of this agreement. Both parties will ask the court to pause "
        "the claim until the order is made, and will meet the court’s deadlines in the meantime.",
        "An ordinary consent order is public and deals only with the claim. In a Tomlin order, the terms are set out "
        "in a schedule, so they can be private and cover more. If your customer breaks them, you can apply to the "
        "court in the same claim, without starting a new one. Anything about costs must be in the body of the order.",
    )


def by_consent(number: str) -> Paragraph:
    """A consent order to pay on the agreed terms, which is a public document (CPR 40.6(3)(a)(i))."""
    return Paragraph(
        "Court order. Within 7 days of the date of this agreement, both parties will sign and send to the court an "
        f"order by consent in claim {number} for payment of the settlement sum on the terms of this agreement, with no "
        "order as to costs. Both parties understand that the order will be a public document. They will ask the court "
        "to pause the claim until the order is made, and will meet the court’s deadlines in the meantime.",
        "Because a claim is under way, the court can turn your deal into an order. The order is public, and an order "
        "to pay can be entered on the register of judgments. If you want the terms to stay private, use a Tomlin "
        "order.",
    )


def order_fees(inputs: Any) -> Iterator[Figure]:
    """The court fee for a consent order, if a claim has started in England and Wales."""
    if inputs.claim_started and inputs.nation is Nation.england_wales:
        yield figure("england_wales.application_without_notice_fee", inputs.letter_date)
