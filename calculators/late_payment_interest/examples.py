"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="£18,000 for goods, 200 days late",
        story=(
            "A business supplied goods to a manufacturer, which says they arrived late and is refusing to pay. It’s a "
            "true story, but the figures are made up."
        ),
        values={
            "customer_type": "company",
            "invoices": [{"amount": "18,000", "due_date": "6 May 2026"}],
            "interest_to": "22 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="Three invoices and a part payment",
        story=(
            "A car valeting company has three unpaid invoices with a dealership. They didn’t agree a due date for the "
            "last one. The dealership paid £1,000 in July. It’s based on a real case, but the figures are made up."
        ),
        values={
            "customer_type": "company",
            "invoices": [
                {"amount": "640", "due_date": "30 April 2026"},
                {"amount": "1,180", "due_date": "31 May 2026"},
                {"amount": "2,350", "supplied_date": "10 June 2026"},
            ],
            "payments": [{"date": "15 July 2026", "amount": "1,000"}],
            "interest_to": "22 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The official example, without daily rounding",
        story=(
            "An official example works out 50 days’ interest on £1,000 at 8.5%. It rounds each day’s interest to 23p "
            "first, so it comes to £11.50. We only round once, at the end, so ours comes to £11.64."
        ),
        values={
            "customer_type": "company",
            "invoices": [{"amount": "1,000", "due_date": "30 June 2016"}],
            "interest_to": "19 August 2016",
        },
        today=date(2026, 11, 22),
    ),
)
