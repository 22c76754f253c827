"""Worked examples."""

from datetime import date

from calculators.kernel import Example

TODAY = date(2026, 11, 22)

EXAMPLES = (
    Example(
        title="A valeting company with five customers",
        story=(
            "A firm that cleans cars has eight invoices in its ledger. One is nearly seven months late, another is "
            "nearly six years late, and one was paid late. The names and figures are made up."
        ),
        values={
            "rows": [
                {"customer": "Example Motors plc", "number": "310", "due_date": "30 April 2026", "amount": "4,200"},
                {"customer": "Example Motors plc", "number": "331", "due_date": "9 July 2026", "amount": "2,350"},
                {
                    "customer": "Harbour Cars Ltd", "number": "298", "due_date": "27 February 2021", "amount": "1,800",
                },
                {
                    "customer": "Mill Lane Garage", "number": "340", "due_date": "6 November 2026", "amount": "960",
                    "outstanding": "460", "paid_on": "10 November 2026",
                },
                {"customer": "Smith & Khan", "number": "345", "due_date": "4 December 2026", "amount": "720"},
                {
                    "customer": "Smith & Khan", "number": "301", "due_date": "31 March 2026", "amount": "1,250",
                    "outstanding": "0", "paid_on": "12 June 2026",
                },
                {
                    "customer": "Hill Hire Ltd", "number": "305", "due_date": "15 April 2026", "amount": "3,100",
                    "outstanding": "0", "paid_on": "13 April 2026",
                },
                {"customer": "Hill Hire Ltd", "number": "346", "due_date": "31 June 2026", "amount": "640"},
            ],
        },
        today=TODAY,
    ),
    Example(
        title="Invoices that were paid late over the years",
        story=(
            "A design studio goes back through the invoices a large customer paid late. The names and figures are "
            "made up."
        ),
        values={
            "rows": [
                {
                    "customer": "Example Offices Ltd", "number": str(1000 + year), "due_date": f"31 March {year}",
                    "amount": "2,400", "outstanding": "0", "paid_on": f"{day} {year}",
                }
                for year, day in ((2020, "30 June"), (2022, "30 June"), (2024, "12 May"), (2026, "31 March"))
            ],
        },
        today=TODAY,
    ),
)  # fmt: skip
