"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="Three invoices, a credit note and a payment",
        story=(
            "A car valeting company has three unpaid invoices with a dealership, which found a fault with one job and "
            "paid £1,000 in July. It’s based on a real case, but the names and the figures are made up."
        ),
        values={
            "customer_type": "company",
            "invoices": [
                {"number": "310", "amount": "640", "due_date": "30 April 2026"},
                {"number": "324", "amount": "1,180", "due_date": "31 May 2026"},
                {"number": "331", "amount": "2,350", "supplied_date": "10 June 2026"},
            ],
            "payments": [{"date": "15 July 2026", "amount": "1,000"}],
            "credit_notes": [{"date": "2 June 2026", "amount": "180", "invoice": "324", "number": "12"}],
            "your_business": "Brown Valeting Ltd",
            "customer_name": "Example Motors plc",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="One invoice, without interest",
        story="A gardener sends a short statement and asks for no interest yet. The names and the figures are made up.",
        values={
            "customer_type": "company",
            "invoices": [
                {"number": "1041", "amount": "3,000", "invoice_date": "30 September 2026", "terms": "30 days"}
            ],
            "payments": [{"date": "12 November 2026", "amount": "500"}],
            "add_interest": "no",
            "your_business": "Jones Garden Design",
            "customer_name": "Example Offices Ltd",
        },
        today=date(2026, 11, 22),
    ),
)
