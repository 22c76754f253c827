"""The process that makes a PDF: `python -m macros.book.make_pdf`.

It reads the paths of the document, the style sheet and the target from standard input, one to a line.
"""

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
from macros.book.cached_pdf import FONTS, CannotMakePdf

PANGO = (
    "Pango is needed to make the PDFs (on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"
)


class _Complaints(logging.Handler):
    """Collects WeasyPrint's warnings, which stop the build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.said.append(record.getMessage())


def load() -> None:
    """Load WeasyPrint. Raises CannotMakePdf if Pango is missing, or HarfBuzz-Subset, which shrinks the fonts."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):  # WeasyPrint prints long advice of its own
        warnings.filterwarnings("error", "HarfBuzz-Subset")
        try:
            importlib.import_module("weasyprint")
        except (OSError, DeprecationWarning) as error:
            raise CannotMakePdf(PANGO) from error


def make_pdf(source: Path, style: Path, target: Path) -> None:
    """Make the PDF. Raises CannotMakePdf if something in the document is wrong."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    gc.disable()  # the process is short, and collecting garbage in such a large tree is slow
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
    document.write_pdf(written, finisher=_finished, pdf_variant="pdf/ua-1")  # an identifier would mean writing twice
    if complaints.said:
        raise CannotMakePdf("\n".join(sorted(set(complaints.said))))
    written.rename(target)


def _number(document: Any) -> None:
    """Replace the placeholders for page numbers, and close the gaps that this leaves in their lines.

    A CSS counter would do the same, but WeasyPrint would lay out every page a second time.
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
    """The boxes of a line in order, without those of blocks within it, which have their own lines."""
    from weasyprint.formatting_structure.boxes import InlineBox

    for box in part.children:
        yield box
        if isinstance(box, InlineBox):
            yield from _in(box)


def _place_of(box: Any) -> str | None:
    """The anchor whose page number a box has a placeholder for."""
    is_text = hasattr(box, "pango_layout") and box.element is not None
    return box.element.get("data-place") if is_text else None


def _write(box: Any, words: str) -> float:
    """Put words into a box. Returns how much narrower it is now."""
    from weasyprint.text.line_break import split_first_line

    box.text = words
    box.pango_layout, _, _, width, _, _ = split_first_line(words, box.style, None, None, 0)
    freed: float = box.width - width
    box.width = width
    return freed


def _pages(document: Any) -> dict[str, int]:
    """The page number of each anchor in the book."""
    return {name: number for number, page in reversed(list(enumerate(document.pages, 1))) for name in page.anchors}


def _count_pages_once() -> None:
    """Let pydyf keep its list of pages, complete by then, which it would rebuild for each of about 50,000 tags."""
    import pydyf

    listed = pydyf.PDF.page_references.fget

    def kept(self: Any) -> Any:
        count = self.pages["Count"]
        if getattr(self, "_listed_for", None) != count:
            self._listed_for, self._listed = count, listed(self)
        return self._listed

    pydyf.PDF.page_references = property(kept)


def _let_last_spaces_hang() -> None:
    """Keep a text on its line if only its last space doesn't fit. WeasyPrint would break it after the first word."""
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
    """Add what screen readers need and WeasyPrint leaves out."""
    pdf_tags.finish(_pages(document), pdf)


if __name__ == "__main__":
    try:
        load()
        if paths := sys.stdin.read().splitlines():
            make_pdf(*map(Path, paths))
    except CannotMakePdf as error:
        sys.exit(str(error))
