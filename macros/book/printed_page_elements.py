"""Elements of a page on paper: headings, folded parts, lists, the journey and the situations."""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urldefrag
from xml.etree.ElementTree import Element

from calculators import load
from calculators.kernel.base.parse import parse
from calculators.next_step import the_whole_way
from macros.book import figure_register
from macros.book.markup_tree import Node, content, element, find, has, text
from macros.book.page_conversion import PageConversion

TYPED = "Nothing you type leaves your device."
PLANS = "calculators-routes"
"""The chapter with a plan for each situation."""


def heading(paper: PageConversion, one: Element) -> list[Node]:
    """A heading, at its level below the chapter; none for the page's title."""
    level = int(one.tag[1])
    if level == 1:
        return []
    made = element(f"h{level + paper.shift}", *paper.rewrite(content(one)))
    if identity := one.get("id"):
        made.set("id", identity)
    return [made]


def lead(paper: PageConversion, one: Element) -> list[Node]:
    """The first sentences of a page, without the promise about what's typed."""
    nodes = [node.replace(TYPED, "") if isinstance(node, str) else node for node in content(one)]
    return [element("p", *paper.rewrite(nodes), class_="lead")]


def unfolded(paper: PageConversion, one: Element) -> list[Node]:
    """A folded part, shown in full under its summary."""
    summary, *inside = (node for node in content(one) if not isinstance(node, str) or node.strip())
    title = element("p", *(content(summary) if not isinstance(summary, str) else [summary]), class_="unfolded")
    return [title, *paper.rewrite(inside)]


def task(paper: PageConversion, one: Element) -> list[Node]:
    """A line of a checklist, with a box to tick with a pen."""
    words = [node for label in one.iter("span") for node in content(label)]
    return [element("li", element("span", class_="box"), *paper.rewrite(words), class_="task")]


def glossary(paper: PageConversion, one: Element) -> list[Node]:
    """The glossary, with a paragraph for each word."""
    entries = []
    for entry in one.iter("div"):
        (term,), (meaning,) = entry.iter("dt"), entry.iter("dd")
        words = element("p", element("strong", *content(term)), " ", *content(meaning))
        entries.append(element("li", words, id=entry.get("id", "")))
    return [element("ul", *entries, class_="glossary")]


def journey(paper: PageConversion, _: Element) -> list[Node]:
    """The whole journey as a table in its own chapter; elsewhere, a link to it."""
    if paper.leaf.url != "map/":
        return [element("p", element("a", "The whole journey on one page", class_="to", href="#map"))]
    heads = ("Stage", "Cost", "Time", "Binds?", "Keep the customer?")
    rows = [
        element(
            "tr",
            element("th", f"{number}. ", paper.to(str(place.stage), place.stage.page), scope="row"),
            *(element("td", words) for words in (place.cost, place.time, place.binds, place.keeps_customer)),
        )
        for number, place in enumerate(the_whole_way(), 1)
    ]
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    return [element("table", head, element("tbody", *rows), class_="journey wide")]


def situations(paper: PageConversion, one: Element) -> list[Node]:
    """A table of the situations, each with its step to take today and its worked plan."""
    heads = ("What’s happening", "What to do today", "A plan worked out")
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
    rows = (_situation(paper, link) for link in one.iter("a"))
    return [element("table", head, element("tbody", *rows), class_="situations wide")]


def _situation(paper: PageConversion, link: Element) -> Element:
    values = dict(parse_qsl(urldefrag(link.get("href", "")).fragment))
    calculator, plans = load("next_step"), load("routes").EXAMPLES
    told = calculator.calculate(parse(calculator.Inputs, values, paper.book.day))
    number, plan = next((n, one) for n, one in enumerate(plans, 1) if one.values.items() >= values.items())
    worked = element("a", plan.title, class_="to", href=f"#{PLANS}.plan-{number}")
    return element(
        "tr",
        element("th", text(link), scope="row"),
        element("td", paper.to(str(told.step), told.page)),
        element("td", worked),
    )


def history(paper: PageConversion, one: Element) -> list[Node]:
    """A figure's history, as its entry in the list of all figures."""
    (box,) = find([one], "div", "scroll")
    name = box.get("aria-label", "").rpartition("(")[2].rstrip(")")
    number, table = paper.book.figures[name]
    return [
        figure_register.drawn(
            table, number, paper.book.used.get(name, []), paper.book.day, paper.book.today, paper.noted
        )
    ]


def boxless(paper: PageConversion, one: Element) -> list[Node]:
    """The content of an element, without the element around it."""
    return paper.rewrite(content(one))


def side_by_side(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with each pair of “do” and “don’t” in one box with two columns."""
    done: list[Node] = []
    for node in nodes:
        if not isinstance(node, str) and has(node, "dont"):
            before = next((one for one in reversed(done) if not isinstance(one, str) or one.strip()), "")
            if not isinstance(before, str) and has(before, "do"):
                del done[done.index(before) :]
                done.append(element("div", before, node, class_="pair"))
                continue
        done.append(node)
    return done


def sections(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """The nodes in groups. Each group but the first begins with a heading."""
    section: list[Node] = []
    for node in nodes:
        if not isinstance(node, str) and node.tag == "h2":
            yield section
            section = []
        section.append(node)
    yield section
