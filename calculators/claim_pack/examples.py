"""Worked examples."""

from datetime import date

from calculators import statement_of_account
from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="Claiming three invoices through Money Claim Online",
        story=(
            "A car valeting company claims payment of three invoices from a dealership, which complained about one job "
            "and paid £1,000. It’s based on a real case, but the names and the figures are made up."
        ),
        values={
            **statement_of_account.EXAMPLES[0].values,
            "nation": "england_wales",
            "what_for": "cleaning cars from March to June 2026",
            "your_address": "4 Mill Lane, Leeds LS1 4AB",
            "customer_address": "1 High Road, Leeds LS2 4AB",
            "agreement_details": "our terms of 2 February 2026, accepted by email on 4 February 2026",
            "steps_so_far": "reminders on 4 May and 8 June, mediation offered on 1 October 2026",
            "letter_sent_on": "2 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="Claiming one invoice through Online Civil Money Claims",
        story=(
            "A supplier of castings claims £18,000 from a manufacturer for one invoice. It’s based on a real case, but "
            "the names and the figures are made up."
        ),
        values={
            "nation": "england_wales",
            "customer_type": "company",
            "invoices": [{"number": "2204", "amount": "18,000", "due_date": "6 May 2026"}],
            "what_for": "castings delivered in March 2026",
            "your_business": "Clark Castings Ltd",
            "customer_name": "Example Engines plc",
            "agreement_details": "order 88 of 1 February 2026",
            "letter_sent_on": "2 November 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A small claim in Scotland",
        story="A gardener claims payment of one invoice from a company in Perth. The names and the figures are made "
        "up.",
        values={
            "nation": "scotland",
            "customer_type": "company",
            "invoices": [{"number": "1041", "amount": "3,000", "due_date": "31 March 2026"}],
            "what_for": "garden design in March 2026",
            "your_business": "Jones Garden Design",
            "customer_name": "Example Offices Ltd",
            "letter_sent_on": "2 November 2026",
        },
        today=date(2026, 11, 22),
    ),
)
