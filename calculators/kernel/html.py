"""Records as a page: the questions as a form, the answer as an article. Every text is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from .calculator import (
    Calculator,
    Onward,
    answer_parts,
    cell,
    cells,
    chart,
    code_name,
    label_of,
    shown,
    since,
)
from .dates import in_words
from .escaping import escape
from .fields import Ask, Choice, Item, is_choice, items, show, typed
from .money import REMEMBERED
from .paragraphs import Paragraph, as_html
from .reference import Figure, Grade, Version, table
from .working import Source, Step

MORE = "More detail makes this closer"
RADIOS_UP_TO = 3
ADD_ROW = "Add a row"
CARRY = "Use these answers in"
LONG_TEXT = 200
AMOUNT = re.compile(r"[−-]?£\d(?:[\d,]*\d)?(?:\.\d\d)?")
ADDRESS = re.compile(r"https://[^\s<>\"]*[\w/]")
ROW = "{row}"
DECIMAL = ("money", "daily", "percentage", Decimal)
TOTAL = ' class="total"'
UP = "../../"
"""From the page of a calculator or letter to the root of the site."""


# The form


def form(calculator: Calculator) -> str:
    """The questions, grouped; those that only make it closer are folded away."""
    asked = list(items(calculator.Inputs))
    first = "".join(_groups(item for item in asked if item.ask and not item.ask.more))
    folded = "".join(_groups(item for item in asked if item.ask and item.ask.more))
    more = f'<details class="more"><summary>{MORE}</summary>{folded}</details>' if folded else ""
    return (
        '<form class="questions" novalidate>'
        f'<div class="problems" tabindex="-1" hidden></div>{first}{more}'
        f'<button type="submit" class="md-button md-button--primary">{escape(calculator.ACTION)}</button>'
        '<div class="progress" hidden></div><p class="status" role="status"></p></form>'
    )


def _groups(asked: Iterable[Item]) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for item in asked:
        if item.ask:
            draw = _rows if isinstance(item.kind, list) else _question
            groups.setdefault(item.ask.group, []).append(draw(item, item.ask, item.name))
    for name, questions in groups.items():
        yield f'<fieldset class="group"><legend>{escape(name)}</legend>{"".join(questions)}</fieldset>'


def _question(item: Item, words: Ask, name: str) -> str:
    """One question; `name` is the field's, or `invoices.2.amount` in a row."""
    described = f'aria-describedby="q-{name}-hint q-{name}-error"'
    options = options_of(item)
    if options and len(options) <= RADIOS_UP_TO:
        return _set("question", words, name, _radios(item, options, name), kind_of(item))
    box = _select(item, options, name, described) if options else _box(item, name, described)
    return (
        f'<div class="question" data-field="{name}" data-kind="{kind_of(item)}">'
        f'<label for="q-{name}">{escape(words.question)}</label>{_notes(words, name)}{box}</div>'
    )


def kind_of(item: Item) -> str:
    """What sort of answer a question takes, as the page knows it; `words` are personal and never go into a link."""
    if isinstance(item.kind, list):
        return "rows"
    named = {bool: "choice", date: "date", int: "whole", str: "words", Decimal: "number"}
    return "choice" if is_choice(item.kind) else str(named.get(item.kind, item.kind))  # type: ignore[call-overload]


def _set(kind: str, words: Ask, name: str, drawn: str, answers: str) -> str:
    """A question that has several boxes."""
    return (
        f'<fieldset class="{kind}" data-field="{name}" data-kind="{answers}" '
        f'aria-describedby="q-{name}-hint q-{name}-error">'
        f"<legend>{escape(words.question)}</legend>{_notes(words, name)}{drawn}</fieldset>"
    )


def _notes(words: Ask, name: str) -> str:
    return (
        f'<p class="hint" id="q-{name}-hint">{escape(words.hint)}</p><p class="error" id="q-{name}-error" hidden></p>'
    )


def _rows(item: Item, words: Ask, name: str) -> str:
    """A question answered by rows: the first one, and a template for those that the reader adds."""
    record: type = item.kind[0]  # type: ignore[index]
    add = f'<button type="button" class="add" id="q-{name}">{ADD_ROW}</button>'
    drawn = f"{_row(record, name, '1')}<template>{_row(record, name, ROW)}</template>{add}"
    return _set("question rows", words, name, drawn, kind_of(item))


def _row(record: type, name: str, number: str) -> str:
    questions = "".join(_question(item, item.ask, f"{name}.{number}.{item.name}") for item in items(record) if item.ask)
    remove = f'<button type="button" class="remove">Remove row {number}</button>'
    return f'<fieldset class="row"><legend>Row {number}</legend>{questions}{remove}</fieldset>'


def options_of(item: Item) -> list[tuple[str, str]]:
    """The answers that a question offers, each by its code and its words; none where anything may be typed."""
    if item.kind is bool:
        return [("yes", "Yes"), ("no", "No")]
    return [(one.name, str(one)) for one in item.kind] if is_choice(item.kind) else []  # type: ignore[attr-defined]


def _radios(item: Item, options: list[tuple[str, str]], name: str) -> str:
    chosen = typed(item.kind, item.default)
    drawn = []
    for number, (code, label) in enumerate(options):
        identity = f' id="q-{name}"' if number == 0 else ""
        checked = " checked" if code == chosen else ""
        drawn.append(
            f'<label class="choice"><input type="radio" name="{name}" value="{code}"{identity}{checked}> '
            f"{escape(label)}</label>"
        )
    return "".join(drawn)


def _select(item: Item, options: list[tuple[str, str]], name: str, described: str) -> str:
    chosen = typed(item.kind, item.default)
    drawn = "".join(
        f'<option value="{code}"{" selected" if code == chosen else ""}>{escape(label)}</option>'
        for code, label in options
    )
    return f'<select id="q-{name}" name="{name}" {described}>{drawn}</select>'


def _box(item: Item, name: str, described: str) -> str:
    mode = "numeric" if item.kind is int else "decimal" if item.kind in DECIMAL else "text"
    value = typed(item.kind, item.default)
    if item.kind is str and item.ask and item.ask.high and item.ask.high > LONG_TEXT:
        return f'<textarea id="q-{name}" name="{name}" rows="4" {described}>{escape(value)}</textarea>'
    filled = f' value="{escape(value)}"' if value not in ("", "0") else ""
    box = f'<input id="q-{name}" name="{name}" type="text" inputmode="{mode}"{filled} {described}>'
    if item.kind in ("money", "daily"):
        return f'<span class="affix"><span aria-hidden="true">£</span>{box}</span>'
    if item.kind == "percentage":
        return f'<span class="affix after">{box}<span aria-hidden="true">%</span></span>'
    return box


# The answer


def answer(
    calculator: Calculator, result: Any, *, title: str = "Your answer", number: int = 0, today: date | None = None
) -> str:
    """The whole answer: the sentence, figures, chart, tables, working, cautions, what next, sources.

    `number` tells the headings of several answers on one page apart.
    """
    return "".join(parts(calculator, result, title=title, number=number, today=today))


def parts(
    calculator: Calculator, result: Any, *, title: str = "Your answer", number: int = 0, today: date | None = None
) -> list[str]:
    """The same, an element each; empty where there is none."""
    told = answer_parts(result)
    cited = {one.field: one.figure for one in told.sources}
    return [
        f'<h2 id="answer-{code_name(calculator)}{f"-{number}" if number else ""}">{escape(title)}</h2>',
        f'<p class="headline">{_with_amounts(told.headline)}</p>',
        _figures(result, told.figures, cited),
        *(_record(item, getattr(result, item.name)) for item in told.records if getattr(result, item.name)),
        f'<figure class="chart">{drawn}</figure>' if (drawn := chart(calculator, result)) else "",
        *(_list("points", label_of(item), getattr(result, item.name)) for item in told.lists),
        *(_table(item, getattr(result, item.name), title) for item in told.tables),
        _working(told.working, title),
        _list("cautions", "Take care", told.cautions),
        _list("next", "What to do next", told.next_steps),
        _sources(told.sources, today),
    ]


def _with_amounts(sentence: str) -> str:
    """A sentence whose sums of money can be drawn large."""
    return AMOUNT.sub(r"<b>\g<0></b>", escape(sentence))


def _figures(result: Any, told: Iterable[Item], cited: Mapping[str, Figure]) -> str:
    rows = (_figure(item, getattr(result, item.name), cited.get(item.name)) for item in told)
    return f'<dl class="figures">{"".join(rows)}</dl>'


@lru_cache(REMEMBERED)
def _figure(item: Item, value: object, source: Figure | None) -> str:
    words = _led(value, shown(item, value))
    link = f" {link_to(source)}" if source else ""
    return f"<div><dt>{escape(label_of(item))}</dt><dd>{about(source)}{words}{link}</dd></div>"


def about(source: Figure | None) -> str:
    """A warning before an amount that was worked out and never seen."""
    return "about " if source and source.grade is Grade.derived else ""


@lru_cache(REMEMBERED)
def link_to(source: Figure) -> str:
    """A small link to where a figure was read."""
    return (
        f'<a class="source" data-figure="{source.name}" href="{escape(source.source.url)}">{escape(since(source))}</a>'
    )


def _record(item: Item, record: Any) -> str:
    """A record within the answer: its figures, and its sentences below them."""
    told = [(one, escape(shown(one, getattr(record, one.name)))) for one in items(type(record)) if one.tell]
    rows = "".join(
        f"<div><dt>{escape(label_of(one))}</dt><dd>{text}</dd></div>" for one, text in told if one.kind is not str
    )
    prose = "".join(f"<p>{text}</p>" for one, text in told if one.kind is str)
    return f'<section class="record"><h3>{escape(label_of(item))}</h3><dl class="figures">{rows}</dl>{prose}</section>'


def _table(item: Item, rows: tuple[Any, ...], title: str) -> str:
    if not rows:
        return ""
    if isinstance(rows[0], Paragraph):
        return f'<section class="text"><h3>{escape(label_of(item))}</h3>{as_html(rows)}</section>'
    columns = [one for one in items(type(rows[0])) if one.tell]
    head = "".join(f'<th scope="col"{_numeric(one)}>{escape(label_of(one))}</th>' for one in columns)
    if any(one.tell and one.tell.sums_to is not None for one in columns):
        drawn = [_column(one, [getattr(row, one.name) for row in rows]) for one in columns]
        body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*drawn, strict=True))
    else:
        body = "".join(map(_row_of_table, rows))
    return scrolling(label_of(item), f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", of=title)


@lru_cache(REMEMBERED)
def _row_of_table(row: Any) -> str:
    """A row that stands by itself; as somebody types, most of them stay as they were."""
    drawn = (_cell(one, value := getattr(row, one.name), cell(one, value)) for one in items(type(row)) if one.tell)
    return f"<tr>{''.join(drawn)}</tr>"


def scrolling(label: str, table: str, *, of: str = "", kind: str = "table") -> str:
    """A table under its heading; `of` tells it from its like."""
    name = f"{label} ({of})" if of else label
    return f'<section class="{kind}"><h3>{escape(label)}</h3>{boxed(name, table)}</section>'


def boxed(name: str, table: str) -> str:
    """A table in a box that a keyboard can scroll."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}">{table}</div>'


@cache
def _numeric(item: Item) -> str:
    return ' class="number"' if item.kind in (*DECIMAL, int) else ""


def _column(item: Item, values: list[Any]) -> list[str]:
    return [_cell(item, value, text) for text, value in zip(cells(item, values), values, strict=True)]


def _cell(item: Item, value: object, text: str) -> str:
    return f"<td{_numeric(item)}>{link_to(value) if isinstance(value, Figure) else _led(value, text)}</td>"


def _led(value: object, text: str) -> str:
    """The words for a value, as the way to its page where it has one; every answer stands two folders deep."""
    if isinstance(value, Choice) and value.page:
        return f'<a href="{UP}{value.page}/">{escape(text)}</a>'
    return escape(text)


def _working(steps: tuple[Step, ...], title: str) -> str:
    if not steps:
        return ""
    rows = "".join(map(_step, steps))
    return scrolling("How it is worked out", f"<table><tbody>{rows}</tbody></table>", of=title, kind="working")


@lru_cache(REMEMBERED)
def _step(step: Step) -> str:
    return (
        f'<tr{TOTAL if step.total else ""}><th scope="row">{escape(step.label)}'
        f"{' ' + link_to(step.source) if step.source else ''}</th>"
        f'<td class="number">{about(step.source)}{show("money", step.amount, column=True)}</td></tr>'
    )


def _list(name: str, title: str, lines: tuple[str, ...]) -> str:
    drawn = "".join(f"<li>{linked(line)}</li>" for line in lines)
    return f'<section class="{name}"><h3>{escape(title)}</h3><ul>{drawn}</ul></section>' if lines else ""


@lru_cache(REMEMBERED)
def linked(line: str) -> str:
    """A sentence with its web addresses as links."""
    return ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(line))


def carry(onward: Iterable[Onward]) -> str:
    """Links to the calculators that go on from here; the page takes the named answers along."""
    links = "".join(
        f'<li><a href="{UP}{one.page}/" data-carry="{" ".join(one.fields)}">{escape(one.title)}</a></li>'
        for one in onward
    )
    return f'<nav class="carry" aria-label="{CARRY}"><h3>{CARRY}</h3><ul>{links}</ul></nav>' if links else ""


def _sources(sources: tuple[Source, ...], today: date | None) -> str:
    drawn = "".join(f"<li>{_citation(one.figure, today)}</li>" for one in sources)
    if not drawn:
        return ""
    return f'<details class="sources"><summary>Where the figures come from</summary><ul>{drawn}</ul></details>'


@lru_cache(REMEMBERED)
def _citation(figure: Figure, today: date | None) -> str:
    """One figure with its source, grade and dates, and a warning where it is due for a check."""
    version = table(figure.name).in_force(figure.valid_from)
    return (
        f"<strong>{escape(figure.label)}</strong>, {cite(version)}{due_for_a_check(figure, today)} "
        f'<a href="{escape(figure.official_list)}">See the official list</a>.'
    )


def due_for_a_check(figure: Figure, today: date | None) -> str:
    """A warning behind a figure that was last checked too long before today."""
    return " It is due to be checked again." if today and figure.stale(today) else ""


def cite(version: Version) -> str:
    """Since when, on whose word, how sure and when checked."""
    return f"since {in_words(version.valid_from)}: {on_whose_word(version)}"


def on_whose_word(version: Version) -> str:
    """The source of a version, how sure it is and when it was checked, with what is not certain."""
    note = f" {escape(version.note)}" if version.note else ""
    return (
        f'<a href="{escape(version.source.url)}">{escape(version.source.title)}</a> '
        f"({escape(str(version.grade))}, dated {escape(version.source.date)}; "
        f"we checked it on {in_words(version.checked)}).{note}"
    )
