"""Calculators and letters on paper: where to find the live one, and worked examples of its answers."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import segno

from calculators import load
from calculators.kernel.base.parse import parse
from calculators.kernel.contract.calculator import Calculator, page_of
from calculators.kernel.figures.reference import Table
from calculators.kernel.output.answer_html import answer
from macros.book import printed_letters, printed_page_elements, ways_forward_table
from macros.book.markup_tree import Node, content, element, fill, find, fragment, has, text
from macros.book.page_conversion import PageConversion

PLAN, NEXT_STEP = "calculators/routes/", "calculators/next_step/"
SHEETS = {"contact_log", "ledger", "plan_tracker", "statement_of_account", "who_owes"}
"""Calculators that keep a record. On paper their worksheet is enough, and the statement is shown as it's sent."""
KEPT = ("record", "text")
"""Folded parts of an answer that a chapter's example keeps."""
MOST_LINES = 14
"""Most rows of a working in the book. A longer one is left out, as the steps by hand say how it’s done."""

MOST_COLUMNS = 12


def calculator(paper: PageConversion, one: Element) -> list[Node]:
    """Where to find the live calculator, and its first worked example with its story."""
    module = load(one.get("data-calculator", ""))
    if paper.leaf.url == PLAN:
        return _plans(paper, module)
    if paper.leaf.url == NEXT_STEP:
        return live(paper, "On the site it finds your step: ")
    if printed_letters.is_letter(paper):
        return live(paper, "On the site it writes your own letter: ")
    if one.get("data-calculator") in SHEETS:
        paper.last += [
            element("section", *printed_letters.letter(paper, sent)) for sent in find([one], "div", "account")
        ]
        return live(paper, "On the site it keeps what you enter: ")
    (told,) = find([one], "section", "answer")
    (heading,) = find([told], "h2")
    inside = [node for node in content(told) if node is not heading]
    story = element("p", module.EXAMPLES[0].story, class_="story")
    shown = [*printed_page_elements.heading(paper, heading), story, *paper.rewrite(inside)]
    return [*live(paper, "On the site it works out your own figures: "), element("section", *shown, class_="answer")]


def _plans(paper: PageConversion, module: Calculator) -> list[Node]:
    """Where to find the live plan. Worked plans, one for each situation, go to the end of the chapter."""
    paper.further = True
    paper.last += [_plan(paper, module, number) for number in range(len(module.EXAMPLES))]
    paper.further = False
    return live(paper, "On the site it makes your own plan: ")


def _plan(paper: PageConversion, module: Calculator, number: int) -> Element:
    example = module.EXAMPLES[number]
    told = module.calculate(parse(module.Inputs, example.values, example.today))
    _, *inside = fragment(answer(module, told, number=number, today=example.today))
    inside = [_in_one_row(node) if not isinstance(node, str) and has(node, "figures") else node for node in inside]
    head = element("h3", f"Example: {example.title}", id=paper.place(f"plan-{number + 1}"))
    return element("section", head, element("p", example.story, class_="story"), *paper.rewrite(inside), class_="plan")


def _in_one_row(figures: Element) -> Element:
    """The figures of an answer side by side."""
    heads = (element("th", text(one), scope="col") for one in figures.iter("dt"))
    cells = (element("td", text(one)) for one in figures.iter("dd"))
    return element(
        "table",
        element("thead", element("tr", *heads)),
        element("tbody", element("tr", *cells)),
        class_="in-one-row",
    )


def live(paper: PageConversion, words: str) -> list[Node]:
    """The address of the live page, as a QR code and in words."""
    if not paper.book.address:
        return [element("p", words, element("strong", paper.leaf.url), class_="live")]
    address = f"{paper.book.address.rstrip('/')}/{paper.leaf.url}"
    code = segno.make(address, error="m", micro=False)
    picture = fragment(code.svg_inline(border=0, title="QR code of the address", scale=1))
    shown = element("a", address.partition("://")[2], href=address)
    return [element("div", *picture, element("p", words, shown), class_="live")]


def fold(paper: PageConversion, one: Element) -> Iterable[Node]:
    """A folded part of an answer, shortened or left out. The site has all of it."""
    _, *inside = content(one)
    if has(one, "sources"):
        return _cited_below(paper, one)
    if has(one, "working", "paste"):
        is_short = sum(1 for _ in one.iter("tr")) <= MOST_LINES
        return printed_page_elements.unfolded(paper, one) if is_short and not paper.further else ()
    return paper.rewrite(node for node in inside if not isinstance(node, str) and has(node, *KEPT))


def choices(_: PageConversion, one: Element) -> list[Node]:
    """The ways forward of a plan, as a table."""
    return ways_forward_table.drawn(one)


def example(paper: PageConversion, one: Element) -> list[Node]:
    """A further worked example, unfolded. One of another chapter becomes a link to that chapter."""
    if not is_own(paper, one):
        (heading,) = one.iter("h2")
        return [element("p", paper.to(text(heading), page_of(load(_calculator_of(one)))), class_="elsewhere")]
    if printed_letters.is_letter(paper):
        return printed_letters.blank(paper, one)
    paper.shift += 1
    paper.further = True
    _, *inside = content(one)
    made = element("section", *paper.rewrite(inside), class_="example")
    paper.further = False
    paper.shift -= 1
    return [made]


def is_own(paper: PageConversion, one: Element) -> bool:
    """Whether an element is a worked example of the page's own calculator."""
    return one.tag == "details" and has(one, "example") and _calculator_of(one) in paper.leaf.url


def _calculator_of(example: Element) -> str:
    (heading,) = example.iter("h2")
    return re.sub(r".*answer-|-\d+$", "", heading.get("id", ""))


def told_once(paper: PageConversion, one: Element) -> list[Node]:
    """A list in an answer, without lines that an earlier example in the chapter has."""
    fresh = [line for line in one.iter("li") if text(line) not in paper.told]
    paper.told.update(text(line) for line in fresh)
    if not fresh:
        return []
    heading, *_ = one.iter("h3")
    lines = (element("li", *paper.rewrite(content(line))) for line in fresh)
    return [
        element(
            "section",
            *printed_page_elements.heading(paper, heading),
            element("ul", *lines),
            class_=one.get("class", ""),
        )
    ]


def figures(paper: PageConversion, one: Element) -> list[Node]:
    """The figures of an answer as a table."""
    rows = []
    for pair in one.iter("div"):
        (label,), (value,) = pair.iter("dt"), pair.iter("dd")
        inside = paper.rewrite(content(value))
        source = [node for node in inside if not isinstance(node, str) and has(node, "source")]
        kept = [node for node in inside if node not in source]
        said: list[Node] = [*content(label), *(element("span", node, class_="since") for node in source)]
        rows.append(element("tr", element("th", *said, scope="row"), element("td", *kept)))
    return [element("table", element("tbody", *rows), class_="figures")] if rows else []


def table(_: PageConversion, one: Element) -> Iterable[Node] | None:
    """A table in an answer, or nothing if it's too wide for paper."""
    heads = sum(1 for head in one.iter("th") if head.get("scope") == "col")
    return () if heads > MOST_COLUMNS else None


def _cited_below(paper: PageConversion, one: Element) -> list[Node]:
    """Anchors that mark the figures an answer uses. Their sources are in the list of all figures."""
    urls = {link.get("href") for link in one.iter("a")}
    labels = {text(label) for label in one.iter("strong")}
    named = (name for name, (_, table) in paper.book.figures.items() if _is_one_of(table, labels, urls))
    places = [place for name in named if (place := paper.figure(name))]
    return [element("span", id=place) for place in places]


def _is_one_of(table: Table, labels: set[str], urls: set[str | None]) -> bool:
    return table.label in labels and any(version.source.url in urls for version in table.versions)


def titled(_: PageConversion, one: Element) -> list[Node]:
    """A picture in our typeface, with all its text as a title for screen readers."""
    words = "; ".join(text(words) for words in one.iter("text"))
    title = element("title", f"{one.get('aria-label', '')}: {words}." if words else one.get("aria-label", ""))
    one.set("font-family", "Atkinson Hyperlegible Next")
    fill(one, [title, *content(one)])
    return [one]
