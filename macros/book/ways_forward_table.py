"""The ways forward of a plan as one table: a row for each, with a bar for the amount you end up with."""

from xml.etree.ElementTree import Element

from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import label_of
from calculators.routes import Route
from macros.book.markup_tree import Node, content, element, fill, find, text

LABELS = {item.name: label_of(item) for item in items(Route) if item.tell}
FACTS = ("ends_likely", "cost_now", "weeks")
"""The facts of a card that have a column. The others are the same in every plan, and are in the whole journey."""
HEADS = ("Option", "Amount you end up with", "On average", "Cost now", "Weeks", "Why")


def drawn(choices: Element) -> list[Node]:
    """The cards as a table."""
    rows = [_row(card) for card in find([choices], "details", "choice-card")]
    head = element("thead", element("tr", *(element("th", label, scope="col") for label in HEADS)))
    return [element("table", head, element("tbody", *rows), class_="choices")]


def _row(card: Element) -> Element:
    name, tag, ends = (next(find([card], "span", kind)) for kind in ("card-name", "tag", "ends"))
    facts = {text(next(one.iter("dt"))): text(next(one.iter("dd"))) for one in find([card], "div")}
    why = next(one for one in card if one.tag == "p")
    way = element("th", text(name), element("br"), element("span", text(tag), class_="tag"), scope="row")
    figures = (element("td", facts.get(LABELS[field], "")) for field in FACTS)
    return element(
        "tr", way, element("td", text(ends), *_bar(card, text(ends))), *figures, element("td", *content(why))
    )


def _bar(card: Element, words: str) -> list[Node]:
    """The bar, with its range in words for screen readers."""
    for bar in find([card], "svg", "range"):
        del bar.attrib["aria-hidden"]
        fill(bar, [element("title", f"The amount you could end up with, as a bar: {words}."), *content(bar)])
        return [bar]
    return []
