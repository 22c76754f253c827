"""The steps to do by hand as a sheet to fill in, with room beside each step and the tables that the steps need."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from macros.book import worksheets
from macros.book.markup_tree import Node, content, element, find, has
from macros.book.page_conversion import PageConversion

WRITTEN_IN = 8
"""Empty rows in a table to write in."""


def with_room(paper: PageConversion, section: Sequence[Node]) -> list[Node]:
    """The section with room to write beside each step, and its tables side by side."""
    name = paper.leaf.url.strip("/").rpartition("/")[2]
    done: list[Node] = []
    for node in section:
        steps = None if isinstance(node, str) else next(find([node], "ol"), None)
        done.append(node if steps is None else _steps(name, steps))
    if name in worksheets.TABLES:
        done.append(_empty(worksheets.TABLES[name][1]))
    return _side_by_side(done)


def _steps(name: str, steps: Element) -> Element:
    room = worksheets.ROOM.get(name, worksheets.FIGURE)
    if not room:
        return steps
    heads = [element("th", words, scope="col") for words in ("Step", "What to do", *room)]
    rows = (
        element(
            "tr",
            element("th", str(number), scope="row"),
            element("td", *content(step)),
            *(element("td", class_="room") for _ in room),
        )
        for number, step in enumerate(steps.iter("li"), 1)
    )
    return element(
        "table", element("thead", element("tr", *heads)), element("tbody", *rows), class_=f"steps room-{len(room)}"
    )


def _empty(columns: Sequence[str]) -> Element:
    head = element("tr", *(element("th", of, scope="col") for of in columns))
    rows = (element("tr", *(element("td", class_="room") for _ in columns)) for _ in range(WRITTEN_IN))
    return element("table", element("thead", head), element("tbody", *rows), class_="blank")


def _side_by_side(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with adjacent tables of figures in columns."""
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                done.append(node)
            continue
        group = next((one for one in done[-1:] if not isinstance(one, str) and has(one, "tables")), None)
        if group is not None and has(node, "source"):
            group[-1].append(node)
        elif group is not None and _is_figures(node):
            group.append(node)
        else:
            done.append(element("div", node, class_="tables") if _is_figures(node) else node)
    return done


def _is_figures(node: Element) -> bool:
    return node.tag in ("section", "div") and next(node.iter("table"), None) is not None
