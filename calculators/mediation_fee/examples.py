"""Worked examples of mediation fees."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A valeting company and a car dealership",
        story=(
            "A dealership owed a car valeting company its fees, and made its own claim for damaged cars. A mediator "
            "brought them together by phone and they settled. It’s based on a real case, but the £4,200 and the two "
            "hours are made up."
        ),
        values={
            "nation": "england_wales",
            "amount_owed": "4200",
            "fee_basis": "fixed_fee_scheme",
            "session_hours": "2",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A supplier and a large manufacturer",
        story=(
            "A manufacturer wouldn’t pay for goods, and claimed for the profit it lost because they arrived late. In "
            "mediation they agreed new terms and kept trading. It’s based on a real case, but the £62,000 and the "
            "three quotes are made up."
        ),
        values={
            "nation": "england_wales",
            "amount_owed": "62000",
            "fee_basis": "fixed_fee_scheme",
            "venue_cost": "300",
            "travel_cost": "60",
            "vat_registered": "yes",
            "mediators": [
                {"name": "A local mediator", "quoted_fee": "900", "venue_cost": "300"},
                {
                    "name": "A trade specialist",
                    "quoted_fee": "1250",
                    "venue_cost": "300",
                    "travel_cost": "60",
                },
                {"name": "A video mediator", "quoted_fee": "150", "fee_basis": "hourly_quote", "session_hours": "6"},
            ],
        },
        today=date(2026, 11, 22),
    ),
)
