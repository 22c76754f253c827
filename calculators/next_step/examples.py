"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A car valeting company and a dealership",
        story=(
            "A large dealership owes for valeting, says that cars were damaged, and has stopped answering. The debt "
            "is from a true story; how late it is, and the other answers, are ours."
        ),
        values={
            "how_late": "up_to_1_year",
            "disputed": "fully",
            "in_contact": "no",
            "can_pay": "yes",
            "keep_customer": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A supplier and a manufacturer who want to go on",
        story=(
            "A manufacturer holds back payment because goods came late, and both want to keep the contract. The "
            "debt is from a true story; the other answers are ours."
        ),
        values={
            "how_late": "up_to_3_months",
            "disputed": "partly",
            "in_contact": "yes",
            "can_pay": "yes",
            "keep_customer": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A letter that nobody answered",
        story="A company owes for four months, has money, and let the time of a letter before claim pass. It is ours.",
        values={
            "how_late": "up_to_1_year",
            "disputed": "no",
            "in_contact": "no",
            "can_pay": "yes",
            "keep_customer": "no",
            "letter_sent": "time_up",
        },
        today=date(2026, 11, 22),
    ),
)
