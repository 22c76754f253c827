"""Markup as a tree with text as nodes among the elements, so any part can be replaced by others."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import tinyhtml5

Node: TypeAlias = Element | str
Rule: TypeAlias = Callable[[Element], Iterable[Node] | None]
"""Gives the nodes that replace an element. None keeps it, and applies the rule to what's inside."""


def fragment(markup: str) -> list[Node]:
    """The nodes of a piece of HTML."""
    page = tinyhtml5.parse(f"<!doctype html><body>{markup}</body>", namespace_html_elements=False)
    body: Element = page[1]
    for one in body.iter():
        one.tag = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else one.tag
        for name in [name for name in one.attrib if name.startswith("{")]:
            del one.attrib[name]
    return content(body)


def element(tag: str, *nodes: Node, **attributes: str) -> Element:
    """An element. `class_` and `data_x` set the attributes class and data-x."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    fill(made, nodes)
    return made


def content(parent: Element) -> list[Node]:
    """The nodes inside an element, without comments."""
    nodes: list[Node] = [parent.text] if parent.text else []
    for child in list(parent):
        tail, child.tail = child.tail, None
        nodes += [child] if isinstance(child.tag, str) else []
        nodes += [tail] if tail else []
    fill(parent, nodes)
    return nodes


def fill(parent: Element, nodes: Iterable[Node]) -> None:
    """Replace the content of an element with these nodes."""
    parent.text = None
    for child in list(parent):
        parent.remove(child)
    for node in nodes:
        if not isinstance(node, str):
            parent.append(_without_tail(node))
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + node
        else:
            parent.text = (parent.text or "") + node


def _without_tail(one: Element) -> Element:
    one.tail = None
    return one


def rewritten(nodes: Iterable[Node], rule: Rule) -> list[Node]:
    """The nodes with the rule applied to every element, from the outside in."""
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            done.append(node)
            continue
        inside = content(node)
        replaced = rule(node)
        if replaced is None:
            fill(node, rewritten(inside, rule))
            done.append(node)
        else:
            done.extend(replaced)
    return done


def has(one: Element, *names: str) -> bool:
    """Whether an element has one of these classes."""
    return not set(names).isdisjoint(one.get("class", "").split())


def find(inside: Iterable[Node], tag: str, name: str = "") -> Iterator[Element]:
    """Every element with this tag and, if given, this class."""
    for node in inside:
        if not isinstance(node, str):
            yield from (one for one in node.iter(tag) if not name or has(one, name))


def text(one: Element) -> str:
    """The text of an element, with each run of white space as one space."""
    return re.sub(r"\s+", " ", "".join(one.itertext())).strip()


def markup(nodes: Iterable[Node]) -> str:
    """The nodes as HTML."""
    holder = element("div", *nodes)
    return ElementTree.tostring(holder, encoding="unicode", method="html")[len("<div>") : -len("</div>")]
