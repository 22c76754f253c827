"""Worked examples of a payment plan."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="£3,000 in six monthly instalments",
        story="A company can’t pay £3,000 at once and offers monthly instalments. The figures are made up.",
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "3000",
            "solve_for": "instalment_amount",
            "instalments": "6",
            "first_payment_date": "2026-12-31",
            "last_day_of_month": "yes",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A builder paying off recruitment fees in instalments",
        story=(
            "A firm was owed £30,000 in recruitment fees. With a mediator’s help, the builder (a company) agreed to "
            "pay less, in instalments it could afford. The debt is based on a real case. The rest is made up: £24,000 "
            "agreed, £3,000 of it up front and then £1,600 a month."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "amount_owed": "24000",
            "deposit": "3000",
            "solve_for": "instalments",
            "instalment_amount": "1600",
            "first_payment_date": "2027-01-31",
            "agreement_date": "2026-12-15",
        },
        today=date(2026, 11, 22),
    ),
)
