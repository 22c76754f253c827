"""Reads a Word document (ECMA-376) directly from its zip file and XML."""

import zipfile
from pathlib import Path
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(path: Path) -> ElementTree.Element:
    """The body of the main document part. Fails unless every part of the file is undamaged, well-formed XML."""
    with zipfile.ZipFile(path) as document:
        assert document.testzip() is None
        parts = {name: ElementTree.fromstring(document.read(name)) for name in document.namelist()}
    assert {"[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/numbering.xml"} <= parts.keys()
    found = parts["word/document.xml"].find(f"{W}body")
    assert found is not None
    return found


def paragraphs(parent: ElementTree.Element) -> list[str]:
    """The text of each paragraph outside tables, with spaces for line breaks and tabs."""
    return [text(one) for one in parent.findall(f"{W}p")]


def text(paragraph: ElementTree.Element) -> str:
    """The text of a paragraph, with spaces for line breaks and tabs."""
    parts = (one.text or "" if one.tag == f"{W}t" else " " for one in paragraph.iter() if one.tag in TEXT)
    return "".join(parts)


TEXT = {f"{W}t", f"{W}br", f"{W}tab"}


def tables(parent: ElementTree.Element) -> list[list[list[str]]]:
    """The cells of each table, row by row."""
    return [
        [[" ".join(paragraphs(cell)) for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
        for table in parent.findall(f"{W}tbl")
    ]


def styled(parent: ElementTree.Element, style: str) -> list[str]:
    """The text of each paragraph with this style."""
    named = {one: one.find(f"{W}pPr/{W}pStyle") for one in parent.findall(f"{W}p")}
    return [text(one) for one, found in named.items() if found is not None and found.get(f"{W}val") == style]


def numbered(parent: ElementTree.Element) -> list[str]:
    """The text of each paragraph in a numbered or bulleted list."""
    return [text(one) for one in parent.findall(f"{W}p") if one.find(f"{W}pPr/{W}numPr") is not None]
