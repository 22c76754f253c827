"""A page of the site as a chapter of the book: what only works on a screen is replaced by what works on paper."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl, urldefrag, urljoin
from xml.etree.ElementTree import Element

import segno

from calculators import load
from calculators.kernel.base.parse import parse
from calculators.kernel.contract.calculator import page_of
from calculators.kernel.figures.reference import Table
from calculators.next_step import the_whole_way
from macros.book import figure_register, letter_table
from macros.book.markup_tree import Node, content, element, fill, find, fragment, has, markup, rewritten, text

HEADING_ONE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
DROPPED = {
    "a.headerlink", "div.progress", "nav.carry", "noscript", "template",
}  # fmt: skip
Draw = Callable[["Paper", Element], Iterable[Node] | None]


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A page as the site made it: what a chapter is drawn from."""

    url: str
    content: str
    nations: str = ""
    reviewed: date | None = None
    sources: tuple[Mapping[str, str], ...] = ()
    onward: Mapping[str, str] | None = None

    @property
    def name(self) -> str:
        """Its name in the book."""
        return self.url.strip("/").replace("/", "-") or "start"

    @property
    def title(self) -> str:
        """Its heading."""
        heading = HEADING_ONE.search(self.content)
        return text(_bare(element("h1", *fragment(heading[1])))) if heading else self.url


@dataclass(frozen=True, kw_only=True)
class Book:
    """What a chapter has to know of the others: their names by address, the numbered figures, the day, the site."""

    names: Mapping[str, str]
    figures: Mapping[str, tuple[int, Table]]
    day: date
    today: date
    address: str = ""
    used: dict[str, list[str]] = field(default_factory=dict)
    """Where each figure is used, a place in each chapter."""


def drawn(leaf: Leaf, book: Book) -> list[Node]:
    """The chapter below its heading."""
    return Paper(leaf, book).chapter()


class Paper:
    """One page on its way to paper."""

    def __init__(self, leaf: Leaf, book: Book) -> None:
        self.leaf = leaf
        self.book = book
        self.notes: dict[str, str] = {one["url"]: one["title"] for one in leaf.sources}
        self.shift = 1
        self.reasons: set[str] = set()
        self.told: set[str] = set()
        self.further = False
        self._figures: list[str] = []

    def chapter(self) -> list[Node]:
        """The body of the page and its foot."""
        nodes = fragment(self.leaf.content)
        for one in (each for node in nodes if not isinstance(node, str) for each in node.iter()):
            if identity := one.get("id"):
                one.set("id", self.place(identity))
        body = self.rewrite(self.without_spares(side_by_side(nodes)))
        return [*body, *self.foot()]

    def without_spares(self, nodes: list[Node]) -> Iterator[Node]:
        """The nodes without a heading that has only one more example of this page under it: the site has those."""
        for section in _sections(nodes):
            elements = [one for one in section if not isinstance(one, str)]
            if any(self._is_own(one) for one in elements[1:2]):
                section = [one for one in elements[1:] if not self._is_own(one)]
            yield from section

    def _is_own(self, one: Element) -> bool:
        """Whether it is a worked example of the page's own calculator."""
        return one.tag == "details" and has(one, "example") and _calculator_of(one) in self.leaf.url

    def rewrite(self, nodes: Iterable[Node]) -> list[Node]:
        """The nodes as they stand on paper."""
        return rewritten(nodes, self.rule)

    def rule(self, one: Element) -> Iterable[Node] | None:
        """What stands on paper in the place of an element."""
        one.attrib.pop("tabindex", None)
        names = [f"{one.tag}.{name}" for name in one.get("class", "").split()]
        if DROPPED & {one.tag, *names}:
            return ()
        draw = next((RULES[name] for name in [*names, one.tag] if name in RULES), None)
        return draw(self, one) if draw else None

    def place(self, identity: str) -> str:
        """The name in the book of a place on this page."""
        return f"{self.leaf.name}.{identity}"

    # Links

    def target(self, href: str) -> str:
        """The place in the book that a link leads to, or nothing where it leads elsewhere."""
        path, part = urldefrag(urljoin(f"/{self.leaf.url}", href))
        name = self.book.names.get(path.strip("/"))
        if name is None:
            return ""
        return f"{name}.{part}" if part and "=" not in part else name

    def link(self, one: Element) -> list[Node]:
        """A link: with its page, or a number that leads to its address at the end of the chapter."""
        href, inside = one.get("href", ""), _without_spans(self.rewrite(content(one)))
        if has(one, "word"):
            word = href.removeprefix("#word-")
            known = "glossary" in self.book.names
            return [element("a", *inside, class_="word", href=f"#glossary.{word}")] if known else inside
        if href.startswith("http"):
            return self.outside(href, inside)
        target = self.target(href)
        return [element("a", *inside, class_="to", href=f"#{target}")] if target else inside

    def outside(self, href: str, inside: list[Node]) -> list[Node]:
        """A link to another site, with the number of its address."""
        words = text(element("span", *inside))
        linked = element("a", *inside, href=href)
        if words.startswith("http"):
            return [linked]
        self.notes.setdefault(href, words)
        number = list(self.notes).index(href) + 1
        return [linked, element("sup", str(number))]

    # Figures

    def figure(self, name: str) -> str:
        """The name of the place where a figure is first used in this chapter, or nothing if it was before."""
        if name in self._figures:
            return ""
        self._figures.append(name)
        place = self.place(f"figure-{self.book.figures[name][0]}")
        self.book.used.setdefault(name, []).append(place)
        return place

    def mark(self, one: Element) -> list[Node]:
        """A mark in front of a figure: a place to be led to, and otherwise nothing."""
        name = one.get("data-figure")
        if name is None:
            return [one]
        place = self.figure(name)
        return [element("span", id=place)] if place else []

    def cited(self, one: Element) -> list[Node]:
        """Where a figure was read: its number in the list of all figures."""
        name = one.get("data-figure", "")
        number, _ = self.book.figures[name]
        place = self.figure(name)
        words = [*content(one), f" [{number}]"]
        linked = element("a", *words, class_="source", href=f"#{figure_register.place(name)}")
        if place:
            linked.set("id", place)
        return [linked]

    def cited_below(self, one: Element) -> list[Node]:
        """The sources of an answer: they stand in the list of all figures, and here only that they are used."""
        urls = {link.get("href") for link in one.iter("a")}
        labels = {text(label) for label in one.iter("strong")}
        named = (name for name, (_, table) in self.book.figures.items() if _is_one_of(table, labels, urls))
        places = [place for name in named if (place := self.figure(name))]
        return [element("span", id=place) for place in places]

    # Headings, folded parts, lists

    def heading(self, one: Element) -> list[Node]:
        """A heading, as deep in the book as it is under its chapter."""
        level = int(one.tag[1])
        if level == 1:
            return []
        made = element(f"h{level + self.shift}", *self.rewrite(content(one)))
        if identity := one.get("id"):
            made.set("id", identity)
        return [made]

    def unfolded(self, one: Element) -> list[Node]:
        """A part that the site folds away, under its own words."""
        summary, *inside = content(one)
        title = element("p", *(content(summary) if not isinstance(summary, str) else [summary]), class_="unfolded")
        return [title, *self.rewrite(inside)]

    def example(self, one: Element) -> list[Node]:
        """A further worked example, open; one that stands in another chapter is only a link there."""
        if not self._is_own(one):
            (heading,) = one.iter("h2")
            return [element("p", self._to(text(heading), page_of(load(_calculator_of(one)))), class_="elsewhere")]
        self.shift += 1
        self.further = True
        _, *inside = content(one)
        made = element("section", *self.rewrite(inside), class_="example")
        self.further = False
        self.shift -= 1
        return [made]

    def told_once(self, one: Element) -> list[Node]:
        """A list of an answer, with only what no example of the chapter has told before."""
        fresh = [line for line in one.iter("li") if text(line) not in self.told]
        self.told.update(text(line) for line in fresh)
        if not fresh:
            return []
        heading, *_ = one.iter("h3")
        lines = (element("li", *self.rewrite(content(line))) for line in fresh)
        return [element("section", *self.heading(heading), element("ul", *lines), class_=one.get("class", ""))]

    def blanks(self, one: Element) -> list[Node]:
        """What is left to fill in: of a further letter the brackets in it show that."""
        return [] if self.further and self._is_letter else self.told_once(one)

    def working(self, one: Element) -> Iterable[Node] | None:
        """How the figures are worked out; a further letter is there for its words."""
        return () if self.further and self._is_letter else None

    @property
    def _is_letter(self) -> bool:
        return self.leaf.url.startswith("drafts/")

    def task(self, one: Element) -> list[Node]:
        """A box to tick with a pen."""
        words = [node for label in one.iter("span") for node in content(label)]
        return [element("li", element("span", class_="box"), *self.rewrite(words), class_="task")]

    def figures(self, one: Element) -> list[Node]:
        """The figures of an answer as a table; a further letter is there for its words."""
        if self.further and self._is_letter:
            return []
        rows = []
        for pair in one.iter("div"):
            (label,), (value,) = pair.iter("dt"), pair.iter("dd")
            inside = self.rewrite(content(value))
            source = [node for node in inside if not isinstance(node, str) and has(node, "source")]
            kept = [node for node in inside if node not in source]
            said: list[Node] = [*content(label), *(element("span", node, class_="since") for node in source)]
            rows.append(element("tr", element("th", *said, scope="row"), element("td", *kept)))
        return [element("table", element("tbody", *rows), class_="figures")] if rows else []

    def glossary(self, one: Element) -> list[Node]:
        """The words and what they mean, a paragraph each."""
        entries = []
        for entry in one.iter("div"):
            (term,), (meaning,) = entry.iter("dt"), entry.iter("dd")
            words = element("p", element("strong", *content(term)), " ", *content(meaning))
            entries.append(element("li", words, id=entry.get("id", "")))
        return [element("ul", *entries, class_="glossary")]

    def journey(self, _: Element) -> list[Node]:
        """The whole way as one table, in its own chapter; elsewhere a link to it."""
        if self.leaf.url != "map/":
            return [element("p", element("a", "The whole journey on one page", class_="to", href="#map"))]
        heads = ("Stage", "Cost", "Time", "Binds?", "Keeps the customer?")
        rows = [
            element(
                "tr",
                element("th", f"{number}. ", self._to(str(place.stage), place.stage.page), scope="row"),
                *(element("td", words) for words in (place.cost, place.time, place.binds, place.keeps_customer)),
            )
            for number, place in enumerate(the_whole_way(), 1)
        ]
        head = element("thead", element("tr", *(element("th", words, scope="col") for words in heads)))
        return [element("table", head, element("tbody", *rows), class_="journey")]

    def situations(self, one: Element) -> list[Node]:
        """For each situation the step that the calculator answers, and the page of that step."""
        return [element("ul", *(self._situation(link) for link in one.iter("a")), class_="situations")]

    def _situation(self, link: Element) -> Element:
        values = dict(parse_qsl(urldefrag(link.get("href", "")).fragment))
        calculator = load("next_step")
        told = calculator.calculate(parse(calculator.Inputs, values, self.book.day))
        return element("li", element("strong", text(link)), ": ", self._to(str(told.step), told.page))

    def _to(self, words: str, page: str) -> Element:
        return element("a", words, class_="to", href=f"#{self.book.names[page]}")

    # Calculators

    def calculator(self, one: Element) -> list[Node]:
        """The way to the live calculator, and its first worked example with its story."""
        module = load(one.get("data-calculator", ""))
        (answer,) = find([one], "section", "answer")
        (heading,) = find([answer], "h2")
        inside = [node for node in content(answer) if node is not heading]
        story = element("p", module.EXAMPLES[0].story, class_="story")
        shown = [*self.heading(heading), story, *self.rewrite(inside)]
        made = "writes your own letter" if self.leaf.url.startswith("drafts/") else "works out your own sum"
        return [*self.live(f"On the site it {made}: "), element("section", *shown, class_="answer")]

    def only_live(self, _: Element) -> list[Node]:
        """The way to a form that leaves nothing to read on paper."""
        return self.live("The form is on the site: ")

    def live(self, words: str) -> list[Node]:
        """Where the live page is: as a picture for a phone, and in words."""
        if not self.book.address:
            return [element("p", words, element("strong", self.leaf.url), class_="live")]
        address = f"{self.book.address.rstrip('/')}/{self.leaf.url}"
        code = segno.make(address, error="m", micro=False)
        picture = fragment(code.svg_inline(border=0, title="Picture of the address for a phone’s camera", scale=1))
        shown = element("a", address.partition("://")[2], href=address)
        return [element("div", *picture, element("p", words, shown), class_="live")]

    def letter(self, one: Element) -> list[Node]:
        """A letter, with each reason once in the chapter."""
        return letter_table.drawn(one, self.reasons)

    def history(self, one: Element) -> list[Node]:
        """A figure through time, as a row of the list of all figures."""
        (box,) = find([one], "div", "scroll")
        name = box.get("aria-label", "").rpartition("(")[2].rstrip(")")
        number, table = self.book.figures[name]
        return [figure_register.drawn(table, number, self.book.used.get(name, []), self.book.day, self.book.today)]

    # The foot

    def foot(self) -> Iterator[Node]:
        """What comes next, the figures used, the addresses, and for whom the page is."""
        if self.leaf.onward:
            name = self.target(self.leaf.onward["url"])
            link = element("a", self.leaf.onward["title"], class_="to", href=f"#{name}")
            yield element("p", element("strong", "Next: "), link, ". ", self.leaf.onward["why"], class_="onward")
        parts = [*self._figures_used(), *self._addresses(), *self._about()]
        if parts:
            yield element("div", *parts, class_="foot")

    def _figures_used(self) -> Iterator[Node]:
        known = sorted(self.book.figures[name] for name in self._figures)
        if known:
            links: list[Node] = [element("strong", "Figures used here, by number: ")]
            for place, (number, table) in enumerate(known):
                links += ["; " if place else "", f"[{number}] ", table.label]
            yield element("p", *links, ".", class_="figures-used")

    def _addresses(self) -> Iterator[Node]:
        if self.notes:
            yield element("p", element("strong", "Where this comes from, and addresses"))
            yield element("ol", *(_address(title, url) for url, title in self.notes.items()), class_="addresses")

    def _about(self) -> Iterator[Node]:
        if self.leaf.reviewed:
            day = f"{self.leaf.reviewed.day} {self.leaf.reviewed:%B %Y}"
            yield element("p", f"For {self.leaf.nations}. Last reviewed on {day}.", class_="about")


def _address(title: str, url: str) -> Element:
    shown = url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return element("li", f"{title}: ", element("a", shown, href=url))


def _without_spans(nodes: Iterable[Node]) -> list[Node]:
    """The nodes of a link without spans, of which each would be a link of its own."""
    return rewritten(nodes, lambda one: content(one) if one.tag == "span" else None)


def _is_one_of(table: Table, labels: set[str], urls: set[str | None]) -> bool:
    return table.label in labels and any(version.source.url in urls for version in table.versions)


def _bare(heading: Element) -> Element:
    """A heading without the sign that links to it."""
    return element("span", *(node for node in content(heading) if isinstance(node, str) or not has(node, "headerlink")))


def side_by_side(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with what to do and what not to do in one box of two columns."""
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


def _sections(nodes: Iterable[Node]) -> Iterator[list[Node]]:
    """The nodes in groups, of which each but the first begins with a heading."""
    section: list[Node] = []
    for node in nodes:
        if not isinstance(node, str) and node.tag == "h2":
            yield section
            section = []
        section.append(node)
    yield section


def _calculator_of(example: Element) -> str:
    (heading,) = example.iter("h2")
    return re.sub(r".*answer-|-\d+$", "", heading.get("id", ""))


def _boxless(paper: Paper, one: Element) -> list[Node]:
    return paper.rewrite(content(one))


def _titled(_: Paper, one: Element) -> list[Node]:
    """A picture in our type, with its words as a title, which is what a screen reader of the book says."""
    title = element("title", one.get("aria-label", ""))
    one.set("font-family", "Atkinson Hyperlegible Next")
    fill(one, [title, *content(one)])
    return [one]


RULES: Mapping[str, Draw] = {
    "a.source": Paper.cited,
    "a": Paper.link,
    "details.example": Paper.example,
    "details.history": Paper.history,
    "details.sources": Paper.cited_below,
    "details": Paper.unfolded,
    "article.builder": Paper.only_live,
    "article.calculator": Paper.calculator,
    "article.summary-maker": Paper.only_live,
    "div.keep-guide": lambda *_: [],
    "div.keep-guide-folder": lambda *_: [],
    "div.letter": Paper.letter,
    "div.scroll": _boxless,
    "div.situations": Paper.situations,
    "dl.figures": Paper.figures,
    "dl.glossary": Paper.glossary,
    **{f"h{level}": Paper.heading for level in range(1, 6)},
    "i": Paper.mark,
    "li.task": Paper.task,
    "ol.journey": Paper.journey,
    "section.cautions": Paper.told_once,
    "section.next": Paper.told_once,
    "section.points": Paper.blanks,
    "section.working": Paper.working,
    "svg": _titled,
}

__all__ = ["Book", "Leaf", "drawn", "markup"]
