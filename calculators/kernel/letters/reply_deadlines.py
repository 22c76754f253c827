"""The last day to reply to a letter, and how long there is to claim."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculators.kernel.base.dates import in_words
from calculators.kernel.figures.reference import Figure, figure
from calculators.kernel.figures.working_days import next_working_day
from calculators.kernel.law.court_fees import last_day_to_claim
from calculators.kernel.law.shared_questions import Nation, is_person

from .questions import Letter


def answer_by(letter: Letter, days: int) -> date:
    """The last day to reply; if banks are closed then, the next working day."""
    return next_working_day(letter.letter_date + timedelta(days=days), letter.nation.name)


def time_limit(letter: Letter, reply_by: date | None) -> Iterator[str]:
    """A caution about when a claim must be started, or that it may be too late."""
    last = last_day_to_claim(letter.nation, letter.due_date)
    if last is None:
        return
    years = years_to_claim(letter).value
    if letter.letter_date >= last:
        yield f"The money was due {years} years ago or more. It may be too late to claim. Get advice before you write."
    elif reply_by and reply_by >= last:
        yield (
            f"Get advice today. Your time limit to claim may run out on {in_words(last)}, before their time to reply "
            "is up. Writing does not stop the clock."
        )
    else:
        yield f"Writing and talking do not stop the clock. To be safe, start any claim before {in_words(last)}."


def under_debt_protocol(letter: Letter) -> bool:
    """Whether to follow the Pre-Action Protocol for Debt Claims: in England and Wales, if a person owes the debt."""
    return letter.nation is Nation.england_wales and is_person(letter.customer_type)


def years_to_claim(letter: Letter) -> Figure:
    """How many years there are to claim, by the figure in force on the date of the letter."""
    return figure(f"{letter.nation.name}.limitation_years", letter.letter_date)
