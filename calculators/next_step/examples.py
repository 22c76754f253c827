"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A car valeting company and a dealership",
        story=(
            "A large dealership owes money for valeting, says that cars were damaged, and has stopped replying. The "
            "debt is based on a real case. We made up how late it is and the other answers."
        ),
        values={
            "situation": "silent",
            "how_late": "up_to_1_year",
            "disputed": "fully",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A supplier and a manufacturer who want to keep working together",
        story=(
            "A manufacturer holds back part of the payment because goods came late, and both want to keep the "
            "contract. The debt is based on a real case. We made up the other answers."
        ),
        values={
            "situation": "disputed_partly",
            "admitted_part_paid": "yes",
            "how_late": "up_to_3_months",
            "mediation_offered": "no",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A letter that nobody answered",
        story=(
            "A company has owed the money for four months and can pay, but it has let the deadline in a letter before "
            "claim pass. We made up the example."
        ),
        values={
            "situation": "letter_ignored",
            "disputed": "no",
            "can_pay": "yes",
            "nation": "england_wales",
        },
        today=date(2026, 11, 22),
    ),
)
