"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A £2,400 invoice that was due in May",
        story="A customer hasn’t paid £2,400, which was due on 20 May 2026. The names and figures are made up.",
        values={
            "vat_scheme": "invoices",
            "amount_owed": "2400",
            "due_date": "20 May 2026",
            "vat_period_end": "31 December 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The builder settles a £30,000 debt for £24,000",
        story=(
            "A firm was owed £30,000 in recruitment fees. With a mediator’s help the builder agreed to pay £24,000. "
            "The debt is based on a real case. The dates are made up."
        ),
        values={
            "vat_scheme": "invoices",
            "debt_state": "settled_for_less",
            "amount_owed": "30000",
            "settlement_amount": "24000",
            "agreed_on": "16 November 2026",
            "vat_period_end": "31 December 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The customer pays after all",
        story="A garage claimed £400 of VAT relief on a £2,400 debt. A year later the customer pays £600. The figures "
        "are made up.",
        values={
            "vat_scheme": "invoices",
            "debt_state": "paid_after_relief",
            "relief_claimed": "400",
            "unpaid_at_claim": "2400",
            "later_payment": "600",
            "later_payment_date": "2 November 2026",
            "vat_period_end": "31 December 2026",
        },
        today=date(2026, 11, 22),
    ),
)
