"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="An invoice that fell due two days ago",
        story=(
            "A car valeting company sent a dealership an invoice that was due on 20 November 2026. It’s based on a "
            "real case, but the dates are made up."
        ),
        values={"nation": "england_wales", "customer_type": "company", "due_date": "20 November 2026"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="£30,000 in recruitment fees, part paid, in Scotland",
        story=(
            "A firm found workers for a builder, who now disputes the contract. The builder paid part of it in May "
            "2024. The debt is based on a real case. The place, the dates and the other details are made up."
        ),
        values={
            "nation": "scotland",
            "customer_type": "sole_trader",
            "due_date": "31 March 2023",
            "supplied_date": "1 March 2023",
            "last_acknowledged": "14 May 2024",
            "claim_value": "30,000",
        },
        today=date(2026, 11, 22),
    ),
)
