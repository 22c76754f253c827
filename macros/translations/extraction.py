"""Finds the messages to translate: in the calculators' fields, their data files and the text in their code."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import calculators
from calculators.kernel.base.schema import Item, is_choice, items
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.extras.translation import PLACEHOLDER
from calculators.kernel.letters.merge_fields import FILLS

CODE = Path(calculators.__file__).parent
NOT_SEEN = {
    "__main__.py", "_examples.py", "batch", "command_line", "csv.py", "csv_import.py", "einvoice.py",
    "email.py", "examples.py", "ics.py", "json.py", "summary", "table_columns.py", "table_import.py", "text.py",
    "translated_html.py", "translated_replies.py", "translation.py", "workbook.py",
}  # fmt: skip
"""Files and folders whose text doesn't appear in any form, answer, plan or letter."""

NOT_WORDS = {
    "EXAMPLES", "MONTHS", "WEEKDAYS", "__all__", "autocomplete", "done", "field", "fields", "formula", "key", "kind",
    "page", "source", "type", "values",
}  # fmt: skip
"""Names and arguments whose text isn't shown, or was typed in an example."""

NOUNS = ("letter", "agreement", "statement", "claim", "supplier", "customer")
"""Single words in the code of letters that are shown. Most single words there are names and codes."""

DATA = ("next_step/advice", "drafts/replies", "who_owes/kinds")
KEYS_NOT_SEEN = {"stage", "page", "calculator", "draft", "fees", "sources", "page_refuse", "papers_page"}
MOST_FORMS = 8
"""Most forms of one sentence to list. If there are more, each part that varies is a placeholder."""

_TAG = re.compile(r"<[^>]*>|<[^>]*$|^[^<>]*>")
_WORDS = re.compile(r"[a-z]{2}|^[A-Z][a-z]|\bI\b")
_BESIDE = re.compile(r"^(?:\{\w+\} )+(?=[A-Z])|(?<=[.!?])(?: \{\w+\})+$")
"""Placeholders for whole sentences before or after a text, which are separate messages."""

_TO_SIGN = re.compile(r": \{(?:LINE|RULE)\}$")
"""The end of a line to sign or fill in, which a page shows as a label and a rule."""

_NOT_TEXT = re.compile(r"[\w-]+=\".*|.*(?:\\|\(\?).*|\S*[/#=]\S*|[a-z{_.&-]\S*|[A-Z][a-z]+[A-Z]\w*")


@dataclass(frozen=True)
class Found:
    """A message, the file it's in, and where it's shown."""

    message: str
    place: str
    seen: str


@cache
def messages() -> tuple[Found, ...]:
    """Every message, in order of where it's found. The same text may appear more than once."""
    found = [*_fields(), *_data(), *_code()]
    return tuple(one for one in found if _WORDS.search(PLACEHOLDER.sub("", one.message)))


# Fields


def _fields() -> Iterator[Found]:
    for name in (*calculators.names(), *calculators.draft_names()):
        module = calculators.load(name)
        place = _place(str(module.__file__))  # type: ignore[attr-defined]
        for words, seen in of_module(module):
            yield Found(words, place, f"{module.TITLE}: {seen}")


def of_module(module: Calculator) -> Iterator[tuple[str, str]]:
    """The texts in the fields of one calculator, each with what it is."""
    yield module.TITLE, "title"
    yield module.ACTION, "button"
    if chart := getattr(module, "CHART", ""):
        yield chart, "title of the chart"
    for example in module.EXAMPLES:
        yield example.title, "title of an example"
        yield f"Example: {example.title}", "heading of an example"
        yield example.story, "story of an example"
    for record in (module.Inputs, module.Result):
        yield from _of_record(record, set())


def _of_record(record: Any, done: set[Any]) -> Iterator[tuple[str, str]]:
    if record in done:
        return
    done.add(record)
    for item in items(record):
        yield from _of_item(item)
        kind: Any = item.kind[0] if isinstance(item.kind, list) else item.kind
        if is_choice(kind):
            yield from ((str(choice), "choice") for choice in kind)
        elif isinstance(kind, type) and is_dataclass(kind) and (item.ask or item.tell):
            yield from _of_record(kind, done)


def _of_item(item: Item) -> Iterator[tuple[str, str]]:
    if asked := item.ask:
        yield asked.question, "question"
        yield asked.hint, "hint"
        yield asked.noun, "name of an answer, inside a sentence"
        yield asked.noun[:1].upper() + asked.noun[1:], "name of an answer, above it or at the start of a sentence"
        yield asked.group, "heading of some questions"
        if isinstance(item.kind, list):
            article = "an" if asked.row[0] in "aeiou" else "a"
            yield f"{asked.row.capitalize()} {{number}}", "heading of a row"
            yield f"Remove {asked.row} {{number}}", "button"
            yield f"Add {article} {asked.row}", "button"
    if item.tell:
        yield item.tell.label, "label of a result"
        yield item.tell.absent, "in place of a result"


# Data


def _data() -> Iterator[Found]:
    for name in DATA:
        path = CODE / f"{name}.toml"
        for text in _texts(tomllib.loads(path.read_text())):
            yield Found(text, _place(str(path)), "advice")
    for path in sorted((CODE / "reference").glob("*.toml")):
        for table in tomllib.loads(path.read_text()).values():
            if isinstance(table, dict) and isinstance(label := table.get("label"), str):
                yield Found(label, _place(str(path)), "name of a figure")
    for blank in FILLS:
        yield Found(f"[{blank}]", "calculators/kernel/letters/merge_fields.py", "blank in a letter")
    for name in NOUNS:
        yield Found(name, "calculators/kernel/letters/paragraphs.py", "part of a sentence about a letter or agreement")


def _texts(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key not in KEYS_NOT_SEEN and " " in value:
            yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, key)


# Code


def _code() -> Iterator[Found]:
    for path in sorted(CODE.rglob("*.py")):
        inside = path.relative_to(CODE)
        if NOT_SEEN.isdisjoint(inside.parts):
            seen = "a letter or agreement" if inside.parts[0] == "drafts" else "an answer, or beside a form"
            for text in in_source(path.read_text()):
                yield Found(text, _place(str(path)), seen)


def in_source(source: str) -> Iterator[str]:
    """The messages in Python code: its strings, and its f-strings as templates. Names of its classes don't count."""
    tree = ast.parse(source)
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    yield from (text for text in _in(tree) if text not in names)


def _in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr | ast.Constant):
        yield from (piece for form in _forms(node) for piece in _pieces(form))
    for child in _inside(node):
        yield from _in(child)


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes inside a node that may have messages: no docstrings, imports, patterns or examples' values."""
    if isinstance(node, ast.Constant | ast.Import | ast.ImportFrom):
        return
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield part.value
        return
    for child in ast.iter_child_nodes(node):
        if not _is_unseen(child):
            yield child


def _is_unseen(child: ast.AST) -> bool:
    if isinstance(child, ast.Expr):
        return isinstance(child.value, ast.Constant)  # a docstring
    if isinstance(child, ast.Call):
        return ast.unparse(child.func).startswith("re.")
    return bool(_named(child) & NOT_WORDS)


def _named(node: ast.AST) -> set[str]:
    if isinstance(node, ast.keyword):
        return {node.arg or ""}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {one.id for one in targets if isinstance(one, ast.Name)}


def _forms(node: ast.expr) -> list[str]:
    """The text of a constant, or every form of an f-string with conditional parts."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    assert isinstance(node, ast.JoinedStr)
    names = _Names()
    options = [_options(part, names) for part in node.values]
    if prod(map(len, options)) > MOST_FORMS:
        options = [one if len(one) == 1 else [names.of(part)] for one, part in zip(options, node.values, strict=True)]
    return ["".join(parts) for parts in product(*options)]


def _options(part: ast.expr, names: "_Names") -> list[str]:
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)
    chosen = part.value
    if isinstance(chosen, ast.IfExp):
        branches = (chosen.body, chosen.orelse)
        if all(isinstance(one, ast.JoinedStr) or _is_text(one) for one in branches):
            return [form for one in branches for form in _branch(one, names)]
    return [names.of(part)]


def _branch(one: ast.expr, names: "_Names") -> list[str]:
    if isinstance(one, ast.Constant):
        return [str(one.value)]
    assert isinstance(one, ast.JoinedStr)
    return ["".join(parts) for parts in product(*(_options(part, names) for part in one.values))]


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


class _Names:
    """Names for the placeholders of one f-string. The same expression gets the same name, others different ones."""

    def __init__(self) -> None:
        self._of: dict[str, str] = {}

    def of(self, part: ast.expr) -> str:
        """The placeholder for a part, in braces."""
        value = part.value if isinstance(part, ast.FormattedValue) else part
        source = ast.unparse(value)
        if source not in self._of:
            name = short = _name(value)
            number = 2
            while name in self._of.values():
                name, number = f"{short}_{number}", number + 1
            self._of[source] = name
        return f"{{{self._of[source]}}}"


def _name(node: ast.expr) -> str:
    """A word for an expression: its name or attribute, or that of the value it shows."""
    if isinstance(node, ast.Name):
        return node.id.strip("_")
    if isinstance(node, ast.Attribute):
        return node.attr.strip("_")
    if isinstance(node, ast.Call):
        inner = [one for one in node.args if isinstance(one, ast.Attribute | ast.Name)]
        word = _name(node.func)
        return _name(inner[0]) if word in SHOWS and inner else word
    if isinstance(node, ast.Subscript | ast.UnaryOp | ast.Starred):
        return _name(node.operand if isinstance(node, ast.UnaryOp) else node.value)
    if isinstance(node, ast.IfExp):
        return _name(node.body)
    if isinstance(node, ast.BinOp):
        return _name(node.left)
    return "part"


SHOWS = {
    "abs", "day_in", "escape", "estimated", "exact_percent", "fine_percent", "in_words", "len", "percent", "plain",
    "pounds", "pounds_and_pence", "rough", "sentence", "show", "span", "str", "sum_in", "typed",
}  # fmt: skip
"""Functions that show their argument."""


def _pieces(form: str) -> Iterable[str]:
    """The texts in a form of a message: its lines, or if it's HTML, those between its tags."""
    braced = re.sub(r"\{(\w+)[^{}]*\}", r"{\1}", form)
    parts = _TAG.split(braced) if "<" in braced or 'class="' in braced else [braced]
    for part in parts:
        for line in part.split("\n"):
            text = _BESIDE.sub("", line.strip().removeprefix("- "))
            if _WORDS.search(PLACEHOLDER.sub("", text)) and not _NOT_TEXT.fullmatch(text):
                yield text
                if _TO_SIGN.search(text):
                    yield _TO_SIGN.sub("", text)


def _place(path: str) -> str:
    return str(Path(path).relative_to(CODE.parent))
