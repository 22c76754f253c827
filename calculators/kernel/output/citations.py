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
    """The word “about” before a figure that we worked out ourselves, as no source gives it."""
    return "about " if source and source.grade is Grade.derived else ""


def doubt(found: Figure | Version, today: date | None) -> str:
    """A warning beside a figure: that it isn't official, or that its check is overdue."""
    reasons = [found.grade.in_short] if found.grade is Grade.secondary else []
    if today and found.stale(today):
        reasons.append(DUE)
    return f" ({', '.join(reasons)})" if reasons else ""


@lru_cache(REMEMBERED)
def link_to(source: Figure, words: str = "{since}") -> str:
    """A small link to the source of a figure, saying since when it has been in force."""
    text = escape(words.format(since=since(source)))
    return f'<a class="source" data-figure="{source.name}" href="{escape(source.source.url)}">{text}</a>'


def beside(value: object, source: Figure) -> str:
    """The source link to put after an amount, or after a value that a rule gives, in brackets to keep the two apart."""
    return link_to(source, "({since})" if isinstance(value, Decimal) else "(rule in force {since})")


@lru_cache(REMEMBERED)
def citation(figure: Figure, today: date | None) -> str:
    """One figure with its source, grade and dates, and a warning if its check is overdue."""
    version = table(figure.name).in_force(figure.valid_from)
    return (
        f"<strong>{escape(figure.label)}</strong>, {cite(version)}{due_for_a_check(figure, today)} "
        f'<a href="{escape(figure.official_list)}">See the official list</a>.'
    )


def due_for_a_check(found: Figure | Version, today: date | None) -> str:
    """A warning to put after a figure that was last checked too long before today."""
    return f" It is {DUE}." if today and found.stale(today) else ""


def overdue(figures: Iterable[Figure], today: date | None) -> tuple[Figure, ...]:
    """The figures last checked too long before today, each once."""
    return tuple(dict.fromkeys(one for one in figures if today and one.stale(today)))


def cite(version: Version) -> str:
    """When a version came into force, its source, how sure it is and when it was checked."""
    return f"since {in_words(version.valid_from)}: {on_whose_word(version)}"


def on_whose_word(version: Version) -> str:
    """The source of a version, how sure it is and when it was checked, with any note."""
    note = f" {escape(version.note)}" if version.note else ""
    return (
        f'<a href="{escape(version.source.url)}">{escape(version.source.title)}</a> '
        f"({escape(str(version.grade))}, {escape(version.source.dated)}; "
        f"checked {in_words(version.checked)}).{note}"
    )
