"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="The third instalment hasn’t arrived",
        story="A company agreed to pay £3,000 in six instalments. Two arrived, then nothing. The figures are made up.",
        values={
            "customer_type": "company",
            "amount_owed": "3000",
            "instalments": "6",
            "agreement_date": "15 August 2026",
            "first_payment_date": "15 September 2026",
            "payments": [{"date": "2026-09-15", "amount": "500"}, {"date": "2026-10-16", "amount": "500"}],
            "invoice_numbers": "1041",
            "your_name": "Sam Jones",
            "your_business": "Jones Garden Design",
            "customer_name": "Example Offices Ltd",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A builder keeps up with the instalments",
        story=(
            "After mediation, a builder agreed to pay £24,000: £3,000 up front and then £1,600 a month. The debt is "
            "based on a real case. The figures and dates are made up."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "24000",
            "deposit": "3000",
            "solve_for": "instalments",
            "instalment_amount": "1600",
            "agreement_date": "1 July 2026",
            "first_payment_date": "31 July 2026",
            "payments": [
                {"date": "2026-07-01", "amount": "3000"},
                {"date": "2026-07-31", "amount": "1600"},
                {"date": "2026-09-01", "amount": "1600"},
                {"date": "2026-09-30", "amount": "1600"},
                {"date": "2026-11-02", "amount": "1600"},
            ],
        },
        today=date(2026, 11, 22),
    ),
)
