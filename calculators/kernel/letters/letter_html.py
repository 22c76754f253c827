"""A letter as HTML: its paragraphs, each with the reason for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.schema import tell

WHY = "Why this is here"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a letter and the reason for it; a line break in the text is meant."""

    text: str = tell("What it says")
    why: str = tell("Why it is there")


def as_html(paragraphs: Iterable[Paragraph]) -> str:
    """The letter with the reason for each paragraph folded away under it; every text is escaped."""
    return f'<div class="letter">{"".join(_drawn(one) for one in paragraphs)}</div>'


def _drawn(paragraph: Paragraph) -> str:
    text = "<br>".join(escape(line) for line in paragraph.text.split("\n"))
    return (
        f'<div class="paragraph"><p>{text}</p>'
        f'<details class="why"><summary>{WHY}</summary><p>{escape(paragraph.why)}</p></details></div>'
    )
