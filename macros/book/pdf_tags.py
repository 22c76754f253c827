"""Corrects tags that WeasyPrint 70 gets wrong for screen readers: running heads, empty elements, list items."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

EMPTY_IS_NOTHING = {"/Span", "/P", "/NonStruct", "/Div", "/L"}
"""Tags that are left out if they're empty."""
PRINTED = 4
"""The flag of an annotation that's also printed."""


def install(document: Any) -> None:
    """Leave running heads, page numbers and empty elements out of the tags when this document is written."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.pdf import stream, tags

    decoration = {
        box
        for page in document.pages
        for margin in page._page_box.children
        if isinstance(margin, boxes.MarginBox)
        for box in margin.descendants()
    }
    marked, build = stream.Stream.marked, tags._build_box_tree

    def marked_unless_decoration(self: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        found: AbstractContextManager[None] = self.artifact() if box in decoration else marked(self, box, tag)
        return found

    def build_without_empty(box: Any, parent: Any, pdf: Any, *others: Any) -> Iterator[Any]:
        if isinstance(box, boxes.MarginBox):
            return
        for element in build(box, parent, pdf, *others):
            if element["K"] or element["S"] not in EMPTY_IS_NOTHING:
                yield _with_body(pdf, element) if element["S"] == "/LI" else element

    stream.Stream.marked = marked_unless_decoration
    tags._build_box_tree = build_without_empty


def _with_body(pdf: Any, item: Any) -> Any:
    """A list item with its paragraphs in a body, as PDF/UA requires."""
    import pydyf

    parts = [(one, referred(pdf, one)) for one in item["K"]]
    loose = [(reference, one) for reference, one in parts if one["S"] not in ("/Lbl", "/LBody")]
    if loose:
        body = pydyf.Dictionary({**item, "S": "/LBody", "P": item.reference})
        body["K"] = pydyf.Array(reference for reference, _ in loose)
        pdf.add_object(body)
        for _, one in loose:
            one["P"] = body.reference
        item["K"] = pydyf.Array([*(one for one, part in parts if part["S"] in ("/Lbl", "/LBody")), body.reference])
    return item


def finish(pages: dict[str, int], pdf: Any) -> None:
    """Describe where each link leads, and say whether each table heading is for a column or a row."""
    import pydyf

    for one in pdf.objects:
        if not isinstance(one, pydyf.Dictionary):
            continue
        if one.get("Subtype") == "/Link":
            one["F"] = PRINTED
            if "Dest" in one:
                one["Contents"] = pydyf.String(f"Page {pages[one['Dest'].string]}")
        elif one.get("S") == "/TH":
            row = referred(pdf, one["P"])
            one["A"]["Scope"] = "/Column" if referred(pdf, row["P"])["S"] == "/THead" else "/Row"


def referred(pdf: Any, reference: bytes) -> Any:
    """The object that a reference points to."""
    return pdf.objects[int(reference.split()[0])]
