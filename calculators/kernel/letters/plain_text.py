"""A letter as plain text, for a file or an email."""

from collections.abc import Iterable
from functools import partial
from textwrap import wrap

from calculators.kernel.contract.calculator import Download

from .draft import Draft
from .paragraphs import Paragraph

WIDTH = 72


def as_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone, its lines wrapped, for a file or an email."""
    return "\n\n".join(_wrapped(one.text) for one in paragraphs) + "\n"


def _wrapped(text: str) -> str:
    return "\n".join("\n".join(_wrapped_line(line)) for line in text.split("\n"))


def _wrapped_line(line: str) -> list[str]:
    indent = "  " if line.startswith("- ") else ""
    return wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def download(name: str, draft: Draft) -> Download:
    """The letter as a text file."""
    text = partial(as_text, draft.paragraphs)
    return Download(name=f"{name}.txt", label="Download this letter", type="text/plain", make=text)
