"""An answer as HTML elements. Every text is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.money import REMEMBERED, pounds, pounds_and_pence, rough
from calculators.kernel.base.schema import DECIMAL, Choice, Item, items, show
from calculators.kernel.contract import answer_headings
from calculators.kernel.contract.calculator import (
    Action,
    AnswerParts,
    Calculator,
    Onward,
    Premise,
    Told,
    action,
    answer_parts,
    cell,
    cells,
    chart,
    chart_title,
    code_name,
    columns_of,
    figure_of,
    label_of,
    shown,
)
from calculators.kernel.contract.working import Source, Step
from calculators.kernel.figures.reference import Figure
from calculators.kernel.letters import Box, Draft, Paragraph
from calculators.kernel.letters.paragraphs import called

from . import letter, paste_boxes
from .cards import address, cards
from .citations import OVERDUE, about, beside, citation, link_to, overdue

LARGE = 2
"""The most amounts in a headline that are shown large."""

NARROW = 2
"""The most columns a table can have and still fit on a phone as it is."""

YOURS = "Your answer"
CARRY = "Use these answers elsewhere"
AMOUNT = re.compile(r"[−-]?£\d(?:[\d,]*\d)?(?:\.\d\d)?")
RANGE = re.compile(r"(\(.*\))$")
"""The range after an estimate, which is shown below it."""

ADDRESS = re.compile(r"https://[^\s<>\"]*[\w/]")
TOTAL = ' class="total"'
UP = "../../"
"""From the page of a calculator or letter to the root of the site."""


def answer(
    calculator: Calculator, result: Any, *, title: str = YOURS, number: int = 0, today: date | None = None
) -> str:
    """The whole answer as HTML.

    `number` gives each heading its own id if there are several answers on a page.
    """
    return "".join(parts(calculator, result, title=title, number=number, today=today))


def parts(
    calculator: Calculator, result: Any, *, title: str = YOURS, number: int = 0, today: date | None = None
) -> list[str]:
    """The elements of an answer, the most important first and the rest folded away; any without content is empty."""
    told = answer_parts(result)
    cited = {one.field: one.figure for one in told.sources}
    written = _letter(result, "" if title == YOURS else title)
    first = written if isinstance(result, Draft) and result.LETTER_FIRST else []
    if first and title == YOURS:
        title = f"Your {called(result.paragraphs)}"
    return [
        f'<h2 id="answer-{code_name(calculator)}{f"-{number}" if number else ""}">{escape(title)}</h2>',
        *first,
        f'<p class="headline">{_with_amounts(told.headline, _shown_in(result, told.key.figures))}</p>',
        f'<p class="lead">{escape(told.lead)}</p>' if told.lead else "",
        _action(action(calculator, result)),
        _premises(calculator, told.premises),
        _overdue(told.sources, today),
        _figures(result, told.key.figures, cited),
        _chart(calculator, result),
        *_blocks(result, told.key, title),
        _caution(told.cautions),
        *paste_boxes.drawn(getattr(result, "boxes", ())),
        *([] if first else written),
        _fold("all", answer_headings.ALL_FIGURES, _all(result, told.folded, cited, title)),
        _fold("working", answer_headings.WORKING, _working(told.working, title)),
        _fold("else", answer_headings.ELSE, _else(told)),
        _sources(told.sources, today),
    ]


def _fold(kind: str, summary: str, inside: str) -> str:
    """Content folded away under a heading."""
    return f'<details class="fold {kind}"><summary>{escape(summary)}</summary>{inside}</details>' if inside else ""


def _chart(calculator: Calculator, result: Any) -> str:
    drawn, name = chart(calculator, result), chart_title(calculator)
    caption = f"<figcaption>{escape(name)}</figcaption>" if name else ""
    return f'<figure class="chart">{caption}{drawn}</figure>' if drawn else ""


def _letter(result: Any, of: str) -> list[str]:
    """The options of a letter, and the letter or statement itself."""
    paragraphs = getattr(result, "paragraphs", ())
    if not paragraphs:
        return []
    return [*map(letter.option, getattr(result, "options", ())), letter.section(paragraphs, of)]


def _blocks(result: Any, told: Told, title: str) -> Iterator[str]:
    """A section for each record, list and table, apart from letters and boxes, which are drawn elsewhere."""
    for item in (*told.records, *told.lists, *told.tables):
        value = getattr(result, item.name)
        if not value or item.kind in ([Paragraph], [Box]):
            continue
        if item in told.records:
            yield _record(item, value)
        elif item in told.lists:
            yield _list("points", label_of(item), value)
        else:
            yield _table(item, value, title)


def _all(result: Any, folded: Told, cited: Mapping[str, Figure], title: str) -> str:
    return _figures(result, folded.figures, cited) + "".join(_blocks(result, folded, title))


def _caution(cautions: tuple[str, ...]) -> str:
    """The first caution: a calculator starts with the one that could cost this reader most."""
    return f'<p class="caution">{linked(cautions[0])}</p>' if cautions else ""


def _action(found: Action | None) -> str:
    if not found:
        return ""
    fields = f' data-carry="{" ".join(found.fields)}"' if found.fields else ""
    done = f' data-done="{"=".join(found.done)}"' if found.done else ""
    kind = "md-button md-button--primary"
    link = f'<a class="{kind}" href="{_address(found.page)}"{fields}{done}>{escape(found.label)}</a>'
    return f'<p class="action">{link}</p>'


def _premises(calculator: Calculator, premises: tuple[Premise, ...]) -> str:
    """The assumptions of the answer, one to a line, each with a link to change it."""
    drawn = "".join(f"<li>{escape(one.words)}{_change(calculator, one.field)}</li>" for one in premises)
    return f'<ul class="premises">{drawn}</ul>' if drawn else ""


def _change(calculator: Calculator, field: str) -> str:
    asked = next((item.ask for item in items(calculator.Inputs) if item.name == field), None)
    if not asked:
        return ""
    return f' <a href="#q-{field}" data-change="{field}" aria-label="Change {escape(asked.noun)}">Change</a>'


def _address(place: str) -> str:
    return address(UP, place)


def _else(told: AnswerParts) -> str:
    cautions = _list("cautions", answer_headings.CAUTIONS, told.cautions[1:])
    return cautions + _list("next", answer_headings.NEXT_STEPS, told.next_steps)


def _with_amounts(sentence: str, key: Set[str]) -> str:
    """A sentence with at most two amounts shown large: the last that are key figures, or else the first."""
    found = AMOUNT.findall(sentence)
    chosen = [one for one in found if one in key][-LARGE:] or found[:LARGE]
    return AMOUNT.sub(lambda one: f"<b>{one[0]}</b>" if one[0] in chosen else one[0], escape(sentence))


def _shown_in(result: Any, figures: Iterable[Item]) -> Set[str]:
    """Each amount among the figures, in every form that a sentence may use."""
    amounts = [value for one in figures if isinstance(value := getattr(result, one.name), Decimal)]
    return {show(amount) for amount in amounts for show in (pounds, pounds_and_pence, lambda one: pounds(rough(one)))}


def _overdue(sources: tuple[Source, ...], today: date | None) -> str:
    """A warning about figures whose check is overdue, with links to their official lists."""
    links = [
        f'<a href="{escape(one.official_list)}">{escape(one.label)}</a>'
        for one in overdue((one.figure for one in sources), today)
    ]
    return f'<p class="overdue">{OVERDUE} {", ".join(links)}.</p>' if links else ""


def _figures(result: Any, told: Iterable[Item], cited: Mapping[str, Figure]) -> str:
    rows = "".join(
        _figure(item, getattr(result, item.name), figure_of(result, item), cited.get(item.name)) for item in told
    )
    return f'<dl class="figures">{rows}</dl>' if rows else ""


@lru_cache(REMEMBERED)
def _figure(item: Item, value: object, text: str, source: Figure | None) -> str:
    words = RANGE.sub(r'<span class="span">\1</span>', _led(value, text)) if _is_estimate(item) else _led(value, text)
    link = f" {beside(value, source)}" if source else ""
    return f"<div><dt>{escape(label_of(item))}</dt><dd>{about(source)}{words}{link}</dd></div>"


def _is_estimate(item: Item) -> bool:
    return item.tell is not None and item.tell.estimate


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
    if hasattr(rows[0], "card"):
        return f'<section class="choose"><h3>{escape(label_of(item))}</h3>{cards(rows, UP)}</section>'
    columns = columns_of(rows)
    rows, more = _first_rows(item, rows)
    head = "".join(f'<th scope="col"{_kind(one)}>{escape(label_of(one))}</th>' for one in columns)
    if any(one.tell and one.tell.sums_to is not None for one in columns):
        drawn = [_column(one, [getattr(row, one.name) for row in rows]) for one in columns]
        body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in zip(*drawn, strict=True))
    else:
        body = "".join(_row_of_table(row, columns) for row in rows)
    kind = "table" if len(columns) > NARROW else "table narrow"
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return scrolling(label_of(item), whole + more, of=title, kind=kind)


def _first_rows(item: Item, rows: tuple[Any, ...]) -> tuple[tuple[Any, ...], str]:
    """The rows that a page shows, and a sentence on where the others are."""
    most = item.tell.most_rows if item.tell else None
    if most is None or len(rows) <= most:
        return rows, ""
    return rows[:most], f"<p>{MORE_ROWS.format(most=most, more=len(rows) - most)}</p>"


MORE_ROWS = "These are the first {most}. The other {more:,} are in the files you can save."


@lru_cache(REMEMBERED)
def _row_of_table(row: Any, columns: tuple[Item, ...]) -> str:
    """A row that doesn't depend on others; cached, because most rows don't change as someone types."""
    drawn = (_cell(one, value := getattr(row, one.name), cell(one, value)) for one in columns)
    return f"<tr>{''.join(drawn)}</tr>"


def scrolling(label: str, table: str, *, of: str = "", kind: str = "table") -> str:
    """A table under its heading; `of` names what it belongs to if a page has several tables with that heading."""
    name = f"{label} ({of})" if of else label
    return f'<section class="{kind}"><h3>{escape(label)}</h3>{boxed(name, table)}</section>'


def boxed(name: str, table: str) -> str:
    """A table in a box that can be scrolled with a keyboard."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}">{table}</div>'


@cache
def _kind(item: Item) -> str:
    if item.kind is date:
        return ' class="date"'
    return ' class="number"' if item.kind in (*DECIMAL, int) else ""


def _column(item: Item, values: list[Any]) -> list[str]:
    return [_cell(item, value, text) for text, value in zip(cells(item, values), values, strict=True)]


def _cell(item: Item, value: object, text: str) -> str:
    inside = link_to(value) if isinstance(value, Figure) else _led(value, text)
    return f'<td{_kind(item)} data-label="{escape(label_of(item))}">{inside}</td>'


def _led(value: object, text: str) -> str:
    """The words for a value, linked to its page if it has one; every answer is on a page two folders deep."""
    if isinstance(value, Choice) and value.page:
        carry = f' data-carry="{" ".join(value.carries)}"' if value.carries else ""
        return f'<a href="{_address(value.page)}"{carry}>{escape(text)}</a>'
    return escape(text)


def _working(steps: tuple[Step, ...], title: str) -> str:
    if not steps:
        return ""
    rows = "".join(map(_step, steps))
    return boxed(f"{answer_headings.WORKING} ({title})", f"<table><tbody>{rows}</tbody></table>")


@lru_cache(REMEMBERED)
def _step(step: Step) -> str:
    return (
        f'<tr{TOTAL if step.total else ""}><th scope="row">{escape(step.label)}'
        f"{' ' + beside(step.amount, step.source) if step.source else ''}</th>"
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
    """Links to the calculators that carry on from here; the page passes on the named answers."""
    links = "".join(
        f'<li><a href="{UP}{one.page}/" data-carry="{" ".join(one.fields)}">{escape(one.title)}</a></li>'
        for one in onward
    )
    return f'<nav class="carry" aria-label="{CARRY}"><h3>{CARRY}</h3><ul>{links}</ul></nav>' if links else ""


def _sources(sources: tuple[Source, ...], today: date | None) -> str:
    drawn = "".join(f"<li>{citation(one.figure, today)}</li>" for one in sources)
    if not drawn:
        return ""
    return _fold("sources", answer_headings.SOURCES, f"<ul>{drawn}</ul>")
