"""A letter as plain text, for a file or an email; no line is broken inside a paragraph."""

from collections.abc import Callable, Iterable
from functools import partial

from calculators.kernel.contract.calculator import Download

from .draft import Draft
from .letter_html import Paragraph


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone, which an email program or a word processor wraps by itself."""
    return "\n\n".join(one.text for one in paragraphs) + "\n"


def download_as(name: str) -> Callable[[Draft], tuple[Download, ...]]:
    """What a draft offers to download: the letter as a text file of this name."""

    def downloads(draft: Draft) -> tuple[Download, ...]:
        text = partial(as_text, draft.paragraphs)
        return (Download(name=f"{name}.txt", label="Download this letter", type="text/plain", make=text),)

    return downloads
