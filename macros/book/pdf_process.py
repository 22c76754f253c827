"""The process that makes a PDF: `python -m macros.book.pdf_process`, given document, style sheet and target."""

import gc
import importlib
import io
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from macros.book import pdf_tags
from macros.book.book_assembly import ROOM
from macros.book.pdf_job import FONTS, CannotMakePdf

PANGO = (
    "Pango is needed to make the PDFs (on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"
)


class _Complaints(logging.Handler):
    """What WeasyPrint finds wrong: it stops the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said."""
        self.said.append(record.getMessage())


def load() -> None:
    """Load all that it takes. Raises CannotMakePdf where Pango is missing, or what makes the fonts smaller."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):  # WeasyPrint prints a page of its own advice
        warnings.filterwarnings("error", "HarfBuzz-Subset")
        try:
            importlib.import_module("weasyprint")
        except (OSError, DeprecationWarning) as error:
            raise CannotMakePdf(PANGO) from error


def make_pdf(source: Path, style: Path, target: Path) -> None:
    """Make the PDF. Raises CannotMakePdf where something in the document is wrong."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    gc.disable()  # the process is short, and to look for garbage in so large a tree takes long
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.handlers = [complaints]
    _count_pages_once()
    _let_last_spaces_hang()
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=style.read_text(), base_url=f"{FONTS}/", font_config=fonts)
    page = weasyprint.HTML(string=source.read_text(), base_url=f"{FONTS}/")
    document = page.render(font_config=fonts, stylesheets=[sheet])
    _number(document)
    pdf_tags.install(document)
    written = target.with_suffix(".part")
    document.write_pdf(written, finisher=_finished, pdf_variant="pdf/ua-1")  # an identifier takes writing it all twice
    if complaints.said:
        raise CannotMakePdf("\n".join(sorted(set(complaints.said))))
    written.rename(target)


def _number(document: Any) -> None:
    """Write the page of its place wherever room was kept for one, and let what follows in the line move up.

    A counter of the style sheet would do the same, but then every page is laid out a second time.
    """
    from weasyprint.formatting_structure.boxes import LineBox

    pages = _pages(document)
    for page in document.pages:
        for line in (box for box in page._page_box.descendants() if isinstance(box, LineBox)):
            freed = 0.0
            for box in _in(line):
                box.position_x -= freed
                if place := _place_of(box):
                    freed += _write(box, box.text.replace(ROOM, str(pages[place])))


def _in(part: Any) -> Iterator[Any]:
    """The boxes of a line in their order; lines of a block within it are lines of their own."""
    from weasyprint.formatting_structure.boxes import InlineBox

    for box in part.children:
        yield box
        if isinstance(box, InlineBox):
            yield from _in(box)


def _place_of(box: Any) -> str | None:
    """The place whose page a box has room for."""
    is_text = hasattr(box, "pango_layout") and box.element is not None
    return box.element.get("data-place") if is_text else None


def _write(box: Any, words: str) -> float:
    """Put words into a box; what they leave free of its width."""
    from weasyprint.text.line_break import split_first_line

    box.text = words
    box.pango_layout, _, _, width, _, _ = split_first_line(words, box.style, None, None, 0)
    freed: float = box.width - width
    box.width = width
    return freed


def _pages(document: Any) -> dict[str, int]:
    """The page of each place in the book that has a name."""
    return {name: number for number, page in reversed(list(enumerate(document.pages, 1))) for name in page.anchors}


def _count_pages_once() -> None:
    """Pydyf lists all pages anew for each of some fifty thousand tags: let it keep the list, which then is whole."""
    import pydyf

    listed = pydyf.PDF.page_references.fget

    def kept(self: Any) -> Any:
        count = self.pages["Count"]
        if getattr(self, "_listed_for", None) != count:
            self._listed_for, self._listed = count, listed(self)
        return self._listed

    pydyf.PDF.page_references = property(kept)


def _let_last_spaces_hang() -> None:
    """Where all of a text fits but the space at its end, WeasyPrint ends the line after its first word: let it fit."""
    from weasyprint.layout import inline

    split = inline.split_first_line

    def split_later(text: str, style: Any, context: Any, width: float | None, *others: Any, **named: Any) -> Any:
        found = split(text, style, context, width, *others, **named)
        first_word, rest = found[1] == len(text.partition(" ")[0].encode()), found[2]
        if rest and first_word and text.endswith(" "):
            *_, left, _, _, _ = split(text.rstrip(" "), style, context, width, *others, **named)
            if left is None:
                return split(text, style, context, None, *others, **named)
        return found

    inline.split_first_line = split_later


def _finished(document: Any, pdf: Any) -> None:
    """Add what a screen reader needs and WeasyPrint leaves out."""
    pdf_tags.finish(_pages(document), pdf)


if __name__ == "__main__":
    try:
        load()
        if paths := sys.stdin.read().splitlines():
            make_pdf(*map(Path, paths))
    except CannotMakePdf as error:
        sys.exit(str(error))
