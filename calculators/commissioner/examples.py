"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A car valeting company and a dealership",
        story=(
            "A big car dealership owes £8,000 to the small firm that cleans its cars. The debt is based on a real "
            "case. The names, dates and staff numbers are made up."
        ),
        values={
            "your_staff": "under_50",
            "customer_staff": "fifty_or_more",
            "due_date": "31 March 2026",
            "amount_owed": "8000",
            "invoice_numbers": "310",
            "what_for": "cleaning 160 cars in February 2026",
            "steps_so_far": "reminders on 8 and 22 April, calls on 6 May and 3 June",
            "agreement_details": "their order of 12 January 2026, with 30 days to pay; there is no other contract",
            "your_name": "Ada Brown",
            "your_business": "Brown Valeting Ltd",
            "customer_name": "Example Motors plc",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A customer that’s a small business too",
        story="A designer is owed money by a shop with twelve staff. The figures are made up.",
        values={"your_staff": "under_50", "customer_staff": "under_50", "due_date": "1 September 2026"},
        today=date(2026, 11, 22),
    ),
)
