"""A letter as plain text, without wrapping its paragraphs."""

from collections.abc import Iterable

from .paragraphs import Paragraph


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone; an email program or word processor wraps its lines."""
    return "\n\n".join(one.text for one in paragraphs) + "\n"
