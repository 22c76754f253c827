"""Notes on the columns of a file of cases, and why none of its rows can be answered."""

from difflib import get_close_matches

from calculators.catalogue import load
from calculators.kernel.base.schema import items

from .answers import LONGEST_SHOWN, shortened
from .columns import Cases

NO_COLUMN = "We don’t recognise any of the column headings. Name the columns after the questions, such as: {names}."
TWICE = "More than one column answers “{name}”. Keep one."
OWN = "These columns aren’t questions, so we’ve left them as they are: {names}."
REPLACED = "These columns have the names of answers, so our answers replace them: {names}."


def problem_of(cases: Cases) -> str:
    """Why no row can be answered: two columns answer the same question, or none answers any. Empty if rows can be."""
    if cases.repeated:
        return TWICE.format(name=cases.repeated[0])
    return "" if any(cases.questions) else NO_COLUMN.format(names=", ".join(_known(cases)[:5]))


def notes_on(cases: Cases) -> list[str]:
    """Notes on the columns that are passed through and those that are replaced."""
    found = []
    if cases.own:
        known = _known(cases)
        found.append(OWN.format(names=", ".join(_with_guess(head, known) for head in cases.own)))
    if cases.replaced:
        found.append(REPLACED.format(names=", ".join(map(shortened, cases.replaced))))
    return found


def _known(cases: Cases) -> list[str]:
    return [item.name for item in items(load(cases.calculator).Inputs)]


def _with_guess(head: str, known: list[str]) -> str:
    """A heading, with the question that it may have been meant for."""
    guess = get_close_matches(head.lower()[:LONGEST_SHOWN], known, 1, 0.8)
    return f"{shortened(head)} (did you mean {guess[0]}?)" if guess else shortened(head)
