"""All the text that readers see, taken from the source files: pages, forms, worked examples, letters and scripts."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import calculators
from calculators.kernel.base.schema import Choice, Item, is_choice, items
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.figures.reference import Figure
from tests import ROOT

DOCS = ROOT / "docs"
_MACRO = re.compile(r"\{[{%#].*?[}%#]\}|\{ [.#:][^{}\n]*\}|<!--.*?-->|\]\([^)]*\)|`[^`]*`", re.DOTALL)
_QUOTED = re.compile(r'"([^"]*)"')
_STARTS = re.compile(r"(?<=)$|\s*([-*|#>]|\d+\.|[!?]{3})|[a-z_]+:")
_SOURCES = re.compile(r"^sources:\n(?:[ -].*\n)*", re.MULTILINE)
_SEARCHES = re.compile(r"^searched_as:\n(?:[ -].*\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """A text, and where it was found."""

    place: str
    text: str


def pages() -> Iterator[Text]:
    """The blocks of each page, the menu, README and CHANGELOG, without macros, links, sources and search phrases."""
    guide = sorted(file for file in DOCS.rglob("*.md") if "decisions" not in file.parts)
    for file in (*guide, ROOT / "mkdocs.yml", ROOT / "README.md", ROOT / "CHANGELOG.md"):
        blank = _SEARCHES.sub(_lines_only, _SOURCES.sub(_lines_only, file.read_text()))
        lines = list(enumerate(_MACRO.sub(_lines_only, blank).splitlines(), 1))
        starts = [at for at, line in lines if _STARTS.match(line)]
        for start, end in pairwise((*starts, len(lines) + 1)):
            words = " ".join(line.strip() for at, line in lines if start <= at < end)
            yield Text(f"{file.relative_to(ROOT)}, line {start}", words.strip())


def _lines_only(found: re.Match[str]) -> str:
    """What replaces a match: any sentences passed to a macro, and newlines to keep line numbers right."""
    said = " ".join(words for words in _QUOTED.findall(found[0]) if " " in words) if found[0].startswith("{{") else ""
    return said + "\n" * (found[0].count("\n") - said.count("\n"))


def forms() -> Iterator[Text]:
    """The title, button, questions, hints, choices and labels of each calculator and letter."""
    for name in (*calculators.names(), *calculators.draft_names()):
        module = calculators.load(name)
        for what in ("TITLE", "ACTION", "CHART"):
            if words := getattr(module, what, ""):
                yield Text(f"{name}, {what}", words)
        for record in (module.Inputs, module.Result):
            yield from _labels(name, record)


def _labels(place: str, record: type) -> Iterator[Text]:
    for item in items(record):
        here = f"{place}.{item.name}"
        for words in _words_of(item):
            yield Text(here, words)
        kind: Any = item.kind[0] if isinstance(item.kind, list) else item.kind
        if is_choice(kind):
            yield from (Text(f"{here}.{one.name}", str(one)) for one in kind)
        elif isinstance(kind, type) and is_dataclass(kind):
            yield from _labels(here, kind)


def _words_of(item: Item) -> tuple[str, ...]:
    asked = (item.ask.question, item.ask.noun, item.ask.hint, item.ask.group) if item.ask else ()
    told = (item.tell.label, item.tell.absent) if item.tell else ()
    return tuple(words for words in (*asked, *told) if words)


def worked_examples() -> Iterator[Text]:
    """Every sentence of the answer to each worked example, with its letter if it has one."""
    for name in (*calculators.names(), *calculators.draft_names()):
        module = calculators.load(name)
        for number, example in enumerate(module.EXAMPLES, 1):
            place = f"{name}, example {number}"
            yield Text(f"{place}, title", example.title)
            yield Text(f"{place}, story", example.story)
            yield from answer_to(module, dict(example.values), example.today, place)


def answer_to(module: Calculator, values: dict[str, Any], today: date | None, place: str) -> Iterator[Text]:
    """Every sentence of the result for these typed answers, or none if there are problems with them."""
    result = calculators.work_out(module, values, today)
    if not isinstance(result, list):
        yield from _texts(place, result)


def _texts(place: str, value: Any) -> Iterator[Text]:
    if isinstance(value, (str, Choice)):
        if str(value).strip():
            yield Text(place, str(value))
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(place, one)
    elif is_dataclass(value) and not isinstance(value, (Figure, type)):
        for one in fields(value):
            yield from _texts(f"{place}.{one.name}", getattr(value, one.name))


def sentences_in_code() -> Iterator[Text]:
    """Every string of several words in code and data, including those that no example shows."""
    for file in sorted(file for room in ("calculators", "macros") for file in (ROOT / room).rglob("*.py")):
        tree = ast.parse(file.read_text())
        unread = {id(node) for part in ast.walk(tree) for node in _not_shown(part)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in unread and " " in str(node.value).strip():
                yield Text(f"{file.relative_to(ROOT)}, line {node.lineno}", str(node.value))
    for file in (*sorted((ROOT / "calculators").rglob("*.toml")), ROOT / "macros/build_steps/glossary.toml"):
        for words in _strings(tomllib.loads(file.read_text())):
            yield Text(str(file.relative_to(ROOT)), words)


def _not_shown(node: ast.AST) -> Iterator[ast.AST]:
    """The value of a statement that is only a constant, such as a docstring."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value


def _strings(value: Any) -> Iterator[str]:
    """The strings in TOML data, without the titles and addresses of sources and the terms of the glossary."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("also", "source", "term", "title", "url"):
                yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def scripts() -> Iterator[Text]:
    """Every line of the scripts' messages."""
    for file in sorted((DOCS / "assets").rglob("strings.js")):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            if not line.strip().startswith(("/*", "*")):
                yield Text(f"{file.relative_to(ROOT)}, line {number}", line.strip())
