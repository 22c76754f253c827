"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="£3,000 owed by a company",
        story="A company owes a garden designer £3,000 and has stopped replying. The amounts and chances are made up.",
        values={"nation": "england_wales", "customer_type": "company", "amount_owed": "3000"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="£30,000 in recruitment fees",
        story=(
            "A firm found workers for a builder, who now disputes the contract and can’t pay in full. The "
            "debt comes from a real case, but the other amounts and the chances are made up."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "30000",
            "interest_and_compensation": "1800",
            "chance_of_defence": "80",
            "chance_of_winning": "65",
            "chance_of_collecting": "40",
            "own_hours": "40",
            "hourly_value": "35",
            "legal_costs": "9000",
            "other_sides_costs": "8000",
        },
        today=date(2026, 11, 22),
    ),
)
