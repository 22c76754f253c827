"""Worked examples."""

from datetime import date

from calculators.kernel import (
    Example,
)

EXAMPLES = (
    Example(
        title="£30,000 in recruitment fees",
        story=(
            "A firm found workers for a builder. The builder disputes the contract, can’t pay in full, and offers "
            "£15,000 in ten monthly payments. The debt is from a real case; the other amounts and chances are made up."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "30000",
            "interest_and_compensation": "1800",
            "daily_interest": "9.6575",
            "case_strength": "fair",
            "collecting_strength": "doubtful",
            "chance_of_defence": "80",
            "agency_chance": "20",
            "own_hours": "40",
            "hourly_value": "35",
            "legal_costs": "9000",
            "other_sides_costs": "8000",
            "settling_cost": "534",
            "customer_cost_of_fighting": "9000",
            "offer_amount": "15000",
            "offer_instalments": "10",
            "chance_of_completing": "80",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="£8,000 owed by a company, and no offer yet",
        story="A company is eight months late and hardly ever replies. The amounts and chances are made up.",
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "8000",
            "interest_and_compensation": "677.78",
            "daily_interest": "2.5753",
            "due_date": "2026-03-31",
            "case_strength": "strong",
            "collecting_strength": "fair",
            "own_hours": "12",
            "hourly_value": "50",
            "settling_cost": "125",
            "customer_cost_of_fighting": "1175",
        },
        today=date(2026, 11, 22),
    ),
)
