"""Worked examples."""

from datetime import date

from calculators.kernel import Example

EXAMPLES = (
    Example(
        title="A dealership defends the claim",
        story=(
            "A car dealership says that cars were damaged while they were being valeted. The dispute is based on a "
            "real case; the names, dates and figures are made up."
        ),
        values={
            "nation": "england_wales",
            "amount_owed": "8,000",
            "hearing_date": "4 March 2027",
            "what_for": "cleaning 160 cars in February 2026",
            "their_defence": "four cars were damaged",
            "contacts": [
                {
                    "day": "2026-04-07",
                    "how": "email",
                    "who": "Mr Hall",
                    "said": "Reminder about invoice 310",
                    "paper": "Email of 7 April",
                    "pages": "1",
                },
                {
                    "day": "2026-04-20",
                    "time": "10.30",
                    "how": "call",
                    "began": "they",
                    "who": "Mr Hall",
                    "said": "Nothing was wrong with the cars when they went back",
                    "paper": "Note of the call",
                    "pages": "1",
                },
            ],
            "customer_type": "company",
            "interest_and_compensation": "677.78",
            "daily_interest": "2.5753",
            "due_date": "31 March 2026",
            "invoice_numbers": "310",
            "your_name": "Ada Brown",
            "your_business": "Brown Valeting Ltd",
            "your_role": "a director",
            "customer_name": "Example Motors plc",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="Their defence has just arrived",
        story="A joiner claims £2,400 from a shop, which says the shelves are crooked. The case is made up.",
        values={
            "amount_owed": "2,400",
            "what_for": "fitting shelves in May 2026",
            "their_defence": "the shelves are crooked",
            "contacts": [{"day": "2026-06-15", "how": "letter", "paper": "Invoice 52 and reminder", "pages": "2"}],
            "questionnaire_date": "7 December 2026",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A defence in Scotland",
        story="A joiner claims £2,400 in the sheriff court, and the shop says the shelves are crooked. The case is "
        "made up.",
        values={
            "nation": "scotland",
            "amount_owed": "2,400",
            "what_for": "fitting shelves in May 2026",
            "their_defence": "the shelves are crooked",
            "contacts": [{"day": "2026-06-15", "how": "letter", "paper": "Invoice 52 and reminder", "pages": "2"}],
        },
        today=date(2026, 11, 22),
    ),
)
