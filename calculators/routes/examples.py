"""Worked examples: one for each of the six situations, the first of them a story from the guide."""

from datetime import date

from calculators.kernel import Example

TODAY = date(2026, 11, 22)
COMPANY = {"nation": "england_wales", "customer_type": "company"}

EXAMPLES = (
    Example(
        title="A dealership has gone quiet about £4,200",
        story="A valeting company was owed its fees by a car dealership. The story is true; the figures are made up.",
        values={**COMPANY, "situation": "silent", "amount_owed": "4200", "due_date": "31 March 2026"},
        today=TODAY,
    ),
    Example(
        title="£960 is two weeks late, and nobody has asked for it",
        story="A designer’s invoice was due on 6 November 2026.",
        values={**COMPANY, "situation": "not_asked", "amount_owed": "960", "due_date": "6 November 2026"},
        today=TODAY,
    ),
    Example(
        title="They keep promising to pay £3,200",
        story="A caterer has had three promises since the invoice fell due on 2 October 2026.",
        values={**COMPANY, "situation": "promised", "amount_owed": "3200", "due_date": "2 October 2026"},
        today=TODAY,
    ),
    Example(
        title="A builder says it doesn’t owe £30,000",
        story="A recruitment firm found workers for a builder, who disputes the contract. The debt is real.",
        values={**COMPANY, "situation": "disputed", "amount_owed": "30000", "due_date": "31 March 2026"},
        today=TODAY,
    ),
    Example(
        title="A sole trader can’t pay £1,800 at once",
        story="A sign maker’s customer is short of money after a slow summer.",
        values={
            "nation": "england_wales", "customer_type": "sole_trader", "situation": "short_of_money",
            "amount_owed": "1800", "due_date": "15 September 2026",
        },
        today=TODAY,
    ),
    Example(
        title="A haulier has tried everything to get paid £6,500",
        story="The haulier has been chasing since May and has sent a letter before claim. The deadline has passed.",
        values={
            **COMPANY, "situation": "letter_ignored", "amount_owed": "6500", "due_date": "30 April 2026",
        },
        today=TODAY,
    ),
)  # fmt: skip
