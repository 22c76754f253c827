"""Sets the widths of table columns from their text, so WeasyPrint needn't lay out every table twice."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from macros.book.markup_tree import Node, element, find, has, text

WIDE = 108  # characters in a line across the page
NARROW = 52  # characters in a line across a column
ALIKE = ("blank", "choices", "figures", "steps")
"""Classes of tables with the same widths everywhere, which the style sheet sets."""
MOST = 1.2
"""How many times as wide as a column a table may be before it spans the page. Up to that, it gets smaller type."""
LONG = 60  # characters beyond which more text doesn't make a column wider
SPACE = 2  # characters between two columns


def set_widths(nodes: Iterable[Node]) -> None:
    """Set the widths of every table that has no joined cells."""
    in_columns = (columns for name in ("columns", "tables") for columns in find(nodes, "div", name))
    narrow = {table for columns in in_columns for table in columns.iter("table")}
    for table in find(nodes, "table"):
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        joined = any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row)
        if not has(table, *ALIKE) and not joined and len({len(row) for row in rows}) == 1:
            wide = NARROW if table in narrow and not has(table, "wide") else WIDE
            _set_widths_of(table, [*zip(*rows, strict=True)], wide)
    for columns in find(nodes, "div", "columns"):
        _span(columns)


def _span(columns: Element) -> None:
    """Let a wide table and its heading span the columns. Only a direct child can, so it may need a holder."""
    children = [*columns]
    for place, child in enumerate(children):
        if child.tag == "table" and has(child, "wide"):
            holder = element("div", class_="wide")
            holder.tail, child.tail = child.tail, None
            columns[place] = holder
            holder.append(child)
            if place and children[place - 1].tag == "h3":
                children[place - 1].set("class", "wide")
        elif has(child, "table") and any(has(table, "wide") for table in child.iter("table")):
            child.set("class", f"{child.get('class')} wide")


def _set_widths_of(table: Element, columns: Sequence[Sequence[Element]], wide: int) -> None:
    least = [max(map(_longest_piece, column)) * 1.15 + SPACE for column in columns]
    most = [max(bottom, max(map(_length, column)) + SPACE) for column, bottom in zip(columns, least, strict=True)]
    if wide == NARROW and sum(least) > NARROW * MOST:
        table.set("class", f"{table.get('class', '')} wide".strip())
        wide = WIDE
    if sum(least) > wide:
        table.set("class", f"{table.get('class', '')} dense".strip())
    widths = _shared(least, most, wide)
    shares = (f"width: {100 * width / sum(widths):.1f}%" for width in widths)
    table.insert(0, element("colgroup", *(element("col", style=share) for share in shares)))


def _shared(least: Sequence[float], most: Sequence[float], wide: int) -> Sequence[float]:
    """The wanted widths if there's room. Otherwise the least widths, with spare room shared by those that lack it."""
    room = wide - sum(least)
    if sum(most) <= wide or room <= 0:
        return most if sum(most) <= wide else least
    lacking = [min(top, LONG) - bottom if top > bottom else 0 for bottom, top in zip(least, most, strict=True)]
    lacking = [max(one, 0) for one in lacking]
    return [bottom + room * one / (sum(lacking) or 1) for bottom, one in zip(least, lacking, strict=True)]


def _length(cell: Element) -> int:
    return len(text(cell))


def _longest_piece(cell: Element) -> int:
    """The length of the longest piece without a line break. Numbers don't break, nor does text before `(page`."""
    is_number = has(cell, "number") and cell.get("scope") != "col"
    kept = re.sub(r"\s(?=\(page\b)|(?<=\(page)\s", "_", text(cell))
    return max(map(len, [kept] if is_number else kept.split()), default=1)
