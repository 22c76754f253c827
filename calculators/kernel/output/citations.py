"""Where a figure comes from: the link beside it, and the sentence that cites it. Every text is escaped."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import REMEMBERED
from calculators.kernel.contract.calculator import since
from calculators.kernel.figures.reference import Figure, Grade, Version, table

DUE = "due to be checked again"
OVERDUE = "We last checked these figures more than six months ago. Look at the official list before you rely on them:"


def about(source: Figure | None) -> str:
    """A warning before an amount that was worked out and never seen."""
    return "about " if source and source.grade is Grade.derived else ""


def doubt(found: Figure | Version, today: date | None) -> str:
    """What to know of a figure where it stands: that it is not official, or that its check is overdue."""
    reasons = [found.grade.in_short] if found.grade is Grade.secondary else []
    if today and found.stale(today):
        reasons.append(DUE)
    return f" ({', '.join(reasons)})" if reasons else ""


@lru_cache(REMEMBERED)
def link_to(source: Figure, words: str = "{since}") -> str:
    """A small link to where a figure was read, with how long it's been in force."""
    text = escape(words.format(since=since(source)))
    return f'<a class="source" data-figure="{source.name}" href="{escape(source.source.url)}">{text}</a>'


def beside(value: object, source: Figure) -> str:
    """The link in brackets after a value, so that it can't be read on: an amount, or what a rule gives."""
    return link_to(source, "({since})" if isinstance(value, Decimal) else "(rule in force {since})")


@lru_cache(REMEMBERED)
def citation(figure: Figure, today: date | None) -> str:
    """One figure with its source, grade and dates, and a warning where it is due for a check."""
    version = table(figure.name).in_force(figure.valid_from)
    return (
        f"<strong>{escape(figure.label)}</strong>, {cite(version)}{due_for_a_check(figure, today)} "
        f'<a href="{escape(figure.official_list)}">See the official list</a>.'
    )


def due_for_a_check(found: Figure | Version, today: date | None) -> str:
    """A warning behind a figure that was last checked too long before today."""
    return f" It is {DUE}." if today and found.stale(today) else ""


def overdue(figures: Iterable[Figure], today: date | None) -> tuple[Figure, ...]:
    """The figures last checked too long before today, each once."""
    return tuple(dict.fromkeys(one for one in figures if today and one.stale(today)))


def cite(version: Version) -> str:
    """Since when, on whose word, how sure and when checked."""
    return f"since {in_words(version.valid_from)}: {on_whose_word(version)}"


def on_whose_word(version: Version) -> str:
    """The source of a version, how sure it is and when it was checked, with what is not certain."""
    note = f" {escape(version.note)}" if version.note else ""
    return (
        f'<a href="{escape(version.source.url)}">{escape(version.source.title)}</a> '
        f"({escape(str(version.grade))}, {escape(version.source.dated)}; "
        f"checked {in_words(version.checked)}).{note}"
    )
