"""What a calculator asks, as a list for a reader with a pen."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from calculators.kernel.calculator import Calculator
from calculators.kernel.fields import Item, is_choice, items
from calculators.kernel.html import MORE
from macros.book.tree import Node, element


def asked(calculator: Calculator) -> Element:
    """Its questions with their hints and choices; those that only make the answer closer come last."""
    every = [item for item in items(calculator.Inputs) if item.ask]
    first = [item for item in every if item.ask and not item.ask.more]
    more = [item for item in every if item.ask and item.ask.more]
    parts: list[Node] = [element("h3", "What it asks"), _listed(first)]
    if more:
        parts += [element("p", f"{MORE}:", class_="more"), _listed(more)]
    return element("section", *parts, class_="asks")


def _listed(asked: list[Item]) -> Element:
    return element("ul", *(element("li", *_question(item)) for item in asked))


def _question(item: Item) -> Iterator[Node]:
    """The question, its hint, its choices, and for rows what each row asks."""
    if not item.ask:
        return
    yield element("strong", item.ask.question)
    if item.ask.hint:
        yield f" {item.ask.hint}"
    if is_choice(item.kind):
        yield element("span", f" {_choices(item.kind)}", class_="choices")
    if isinstance(item.kind, list):
        rows = [one.ask.question for one in items(item.kind[0]) if one.ask]
        yield element("span", f" For each: {' '.join(rows)}", class_="choices")


def _choices(kind: object) -> str:
    labels = [str(one) for one in kind]  # type: ignore[attr-defined]
    return f"({'; '.join(labels)})"
