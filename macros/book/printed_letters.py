"""Letters and agreements on paper: each blank draft on its own sheets, as it's sent, and the reasons in one list."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from macros.book.markup_tree import Node, content, element, find, has, text
from macros.book.page_conversion import PageConversion

NAMES = {"title": "The title", "schedule": "The schedule", "signature": "The signatures"}
"""Names for kinds of paragraphs that have no heading or words of their own."""
WORDS = 7
"""How many of its first words name a paragraph without a heading."""


def is_letter(paper: PageConversion) -> bool:
    """Whether the chapter is about a letter or an agreement."""
    return paper.leaf.url.startswith("drafts/")


def letter(paper: PageConversion, one: Element) -> list[Node]:
    """A letter in the running text of a chapter, without its reasons."""
    return [element("div", *_sent(paper, one), class_="letter")]


def blank(paper: PageConversion, example: Element) -> list[Node]:
    """Put a blank draft at the end of the chapter. Returns the cautions and tables beside it that are new."""
    (heading,) = find([example], "h2")
    drafts = list(find([example], "div", "letter"))
    draft = text(heading).removeprefix("Example: ")
    title = element("h3", draft, id=heading.get("id", ""))
    for one in drafts:
        _keep_reasons(paper, one, draft)
        paper.last.append(element("section", title, *letter(paper, one), class_="sheet"))
    return [
        node
        for part in example.iter("section")
        if has(part, "cautions", "table") and not any(part in [*one.iter()] for one in drafts)
        for node in _new(paper, part)
    ]


def _new(paper: PageConversion, part: Element) -> list[Node]:
    """A list or table beside a draft, with only the lines that no earlier draft has."""
    if has(part, "cautions"):
        return paper.rewrite([part])
    rows = [row for body in part.iter("tbody") for row in body]
    fresh = [row for row in rows if text(row) not in paper.told]
    paper.told.update(text(row) for row in rows)
    if not fresh:
        return []
    (heading,) = part.iter("h3")
    lines = (element("li", *_pair(paper, row)) for row in fresh)
    title = text(heading) if len(fresh) == len(rows) else f"{text(heading)}, too"
    return [element("h4", title), element("ul", *lines)]


def _pair(paper: PageConversion, row: Element) -> list[Node]:
    first, *rest = list(row)
    words: list[Node] = [element("strong", text(first)[:1].upper() + text(first)[1:]), ". "]
    for cell in rest:
        words += paper.rewrite(content(cell))
    return words


def _sent(paper: PageConversion, one: Element) -> Iterator[Element]:
    """The paragraphs as they're sent, with the signatures side by side at the end."""
    signed = []
    for paragraph in find([one], "div", "paragraph"):
        inside = [node for node in content(paragraph) if isinstance(node, str) or not has(node, "why")]
        for line in find(inside, "span", "rule"):
            line.text = ""
        sent = element("div", *inside, class_=paragraph.get("class", ""))
        if has(paragraph, "signature"):
            signed.append(sent)
        else:
            yield sent
    if signed:
        yield element("div", *signed, class_="signatures")


def _keep_reasons(paper: PageConversion, one: Element, draft: str) -> None:
    """Keep each reason that no earlier draft has given, with the name of its paragraph."""
    known = {why for _, reasons in paper.reasons for _, why in reasons}
    fresh: dict[str, str] = {}
    for paragraph in find([one], "div", "paragraph"):
        why = next(find([paragraph], "p", "why"), None)
        if why is not None and not _is_plain(paragraph) and text(why) not in known:
            fresh.setdefault(text(why), _name(paragraph))
    if fresh:
        paper.reasons.append((draft, [(name, why) for why, name in fresh.items()]))


def _is_plain(paragraph: Element) -> bool:
    """Whether a paragraph needs no reason: the sender, the date, or the signature of a letter."""
    is_date = has(paragraph, "body") and text(paragraph)[:1].isdigit()
    return is_date or has(paragraph, "sender", "closing")


def _name(paragraph: Element) -> str:
    """The name of a paragraph: its kind, else its number and heading, else its first words."""
    for kind, name in NAMES.items():
        if has(paragraph, kind):
            return name
    first = next(node for node in paragraph if not has(node, "why"))
    strong = next(first.iter("strong"), None)
    if strong is not None:
        return f"{(first.text or '').strip()} {text(strong)}".strip().rstrip(".")
    words = " ".join(first.itertext()).replace("_", "").rstrip(": ").split()
    return f"“{' '.join(words[:WORDS])}{'…' if len(words) > WORDS else ''}”"


def reasons(paper: PageConversion) -> list[Node]:
    """A list of why each paragraph is there, for all drafts in the chapter."""
    nodes: list[Node] = [element("h3", "Why each paragraph is there")] if paper.reasons else []
    for draft, told in paper.reasons:
        if len(paper.reasons) > 1:
            nodes.append(element("h4", draft))
        lines = (element("li", element("strong", name, "."), f" {why}") for name, why in told)
        nodes.append(element("ul", *lines, class_="reasons"))
    return nodes
