"""A letter as plain text; no line is broken inside a paragraph."""

from collections.abc import Iterable

from .paragraphs import Paragraph


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone, which an email program or a word processor wraps by itself."""
    return "\n\n".join(one.text for one in paragraphs) + "\n"
