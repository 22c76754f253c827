"""Sets the widths of table columns from their text, which saves WeasyPrint laying out every table twice."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from macros.book.markup_tree import Node, element, find, has, text

WIDE = 95  # characters in a line as wide as the page
ALIKE = ("choices", "figures", "letter")
"""Tables that are as wide wherever they stand: the style sheet has their widths."""
LONG = 60  # characters from which on more words do not make a column wider
SPACE = 2  # characters between two columns


def set_widths(nodes: Iterable[Node]) -> None:
    """Give every table its widths, save one that joins cells."""
    for table in find(nodes, "table"):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        joined = any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row)
        if not has(table, *ALIKE) and not joined and len({len(row) for row in rows}) == 1:
            _set_widths_of(table, [*zip(*rows, strict=True)])


def _set_widths_of(table: Element, columns: Sequence[Sequence[Element]]) -> None:
    least = [max(map(_longest_piece, column)) * 1.15 + SPACE for column in columns]
    most = [max(bottom, max(map(_length, column)) + SPACE) for column, bottom in zip(columns, least, strict=True)]
    if sum(least) > WIDE:
        table.set("class", f"{table.get('class', '')} dense".strip())
    widths = _shared(least, most)
    shares = (f"width: {100 * width / sum(widths):.1f}%" for width in widths)
    table.insert(0, element("colgroup", *(element("col", style=share) for share in shares)))


def _shared(least: Sequence[float], most: Sequence[float]) -> Sequence[float]:
    """The widths that all want where there is room; otherwise what is left beyond the least goes to those who lack."""
    room = WIDE - sum(least)
    if sum(most) <= WIDE or room <= 0:
        return most if sum(most) <= WIDE else least
    lacking = [min(top, LONG) - bottom if top > bottom else 0 for bottom, top in zip(least, most, strict=True)]
    lacking = [max(one, 0) for one in lacking]
    return [bottom + room * one / (sum(lacking) or 1) for bottom, one in zip(least, lacking, strict=True)]


def _length(cell: Element) -> int:
    return len(text(cell))


def _longest_piece(cell: Element) -> int:
    """The characters that cannot be parted; the heading above numbers can, and before a page there is no break."""
    is_number = has(cell, "number") and cell.get("scope") != "col"
    kept = re.sub(r"\s(?=\(page\b)|(?<=\(page)\s", "_", text(cell))
    return max(map(len, [kept] if is_number else kept.split()), default=1)
