"""Texts for the boxes of a form, folded away under their headings. Every text is escaped."""

from collections.abc import Iterable, Iterator

from calculators.kernel.base.escaping import escape
from calculators.kernel.letters.paste_boxes import Box

COPY = "Copy this text"


def drawn(boxes: Iterable[Box]) -> Iterator[str]:
    """Each box with its text and how full it is; only the first is open. Copying needs scripts."""
    for number, one in enumerate(boxes):
        state = "" if number else " open"
        count = f' <span class="count{"" if one.fits else " over"}">{escape(one.count)}</span>' if one.count else ""
        note = f'<p class="paste-note">{escape(one.note)}</p>' if one.note else ""
        yield (
            f'<details class="fold paste"{state}><summary>{escape(one.heading)}{count}</summary>'
            f'<p class="pasted">{escape(one.text)}</p>{note}'
            f'<p class="copy"><button type="button" class="md-button" data-copy aria-label="{COPY}: '
            f'{escape(one.heading)}">{COPY}</button> <span class="told" role="status"></span></p>'
            '<div class="by-hand-copy"></div></details>'
        )
