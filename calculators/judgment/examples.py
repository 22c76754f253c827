"""Worked examples."""

from datetime import date

from calculators.kernel import Example

TODAY = date(2026, 11, 22)

EXAMPLES = (
    Example(
        title="A dealership that ignores the judgment",
        story=(
            "A car valeting company has a judgment against a dealership, which paid £1,000 and then stopped. The "
            "dealership is based on a real case, but the judgment and the figures are made up."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "judgment_amount": "9,132.78",
            "judgment_date": "2 March 2026",
            "judgment_payments": [{"date": "15 June 2026", "amount": "1,000"}],
            "debtor_has": "bank_account",
        },
        today=TODAY,
    ),
    Example(
        title="A small claim where the instalments stopped",
        story=(
            "A courier was ordered to pay a garage £100 a month, paid three times and stopped. The figures are made up."
        ),
        values={
            "customer_type": "sole_trader",
            "judgment_amount": "1,980",
            "judgment_date": "10 April 2026",
            "judgment_terms": "instalments",
            "court_instalment": "100",
            "first_instalment_date": "10 May 2026",
            "judgment_payments": [
                {"date": "10 May 2026", "amount": "100"},
                {"date": "10 June 2026", "amount": "100"},
                {"date": "10 July 2026", "amount": "100"},
            ],
            "debtor_has": "goods",
        },
        today=TODAY,
    ),
    Example(
        title="A decree in Scotland",
        story="A joiner has a decree against a shop in Perth, and doesn’t know what the shop owns. The figures are "
        "made up.",
        values={
            "nation": "scotland",
            "customer_type": "company",
            "judgment_amount": "2,640",
            "judgment_date": "1 September 2026",
        },
        today=TODAY,
    ),
)
