"""Records as plain text, for a terminal, an email or a file."""

from collections.abc import Iterable, Mapping
from datetime import date
from textwrap import wrap
from typing import Any

from calculators.kernel.base.dates import in_words
from calculators.kernel.base.schema import Item, items, show
from calculators.kernel.contract import answer_headings
from calculators.kernel.contract.calculator import Calculator, answer_parts, cells, columns_of, figure_of, label_of
from calculators.kernel.contract.working import Source, Step
from calculators.kernel.figures.reference import Figure
from calculators.kernel.letters import Box, Paragraph, as_text, paste_boxes
from calculators.kernel.letters.paragraphs import called

from .citations import OVERDUE, about, due_for_a_check, overdue
from .figure_tables import in_unit

WIDTH = 88


def answer(calculator: Calculator, result: Any, *, today: date | None = None) -> str:
    """The whole answer, in the order of the page."""
    parts = answer_parts(result)
    records = [(item, getattr(result, item.name)) for item in parts.records]
    return "\n".join(
        [
            *wrap(parts.headline, WIDTH),
            *wrap(parts.lead, WIDTH),
            *(line for one in parts.premises for line in wrap(one.words, WIDTH)),
            *_list(OVERDUE, [one.label for one in overdue((one.figure for one in parts.sources), today)]),
            *_figures(calculator.TITLE, result, parts.figures, {one.field: one.figure for one in parts.sources}),
            *(
                line
                for item, record in records
                if record
                for line in _figures(label_of(item), record, items(type(record)), {})
            ),
            *(line for item in parts.lists for line in _list(label_of(item), getattr(result, item.name))),
            *(line for item in parts.tables for line in _table(label_of(item), getattr(result, item.name))),
            *_working(parts.working),
            *_list(answer_headings.CAUTIONS, parts.cautions),
            *_list(answer_headings.NEXT_STEPS, parts.next_steps),
            *_list(answer_headings.SOURCES, [_citation(one, today) for one in parts.sources]),
            "",
        ]
    )


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def _figures(title: str, record: Any, told: Iterable[Item], cited: Mapping[str, Figure]) -> list[str]:
    rows = [(label_of(one), about(cited.get(one.name)) + figure_of(record, one)) for one in told]
    widest = max(len(label) for label, _ in rows)
    return [*_heading(title), *(f"{label:<{widest}}  {shown}" for label, shown in rows)]


def _table(title: str, rows: tuple[Any, ...]) -> list[str]:
    if not rows:
        return []
    if isinstance(rows[0], Paragraph):
        return [*_heading(f"The {called(rows)}"), *as_text(rows).splitlines()]
    if isinstance(rows[0], Box):
        return [*_heading(title), *paste_boxes.as_text(rows).splitlines()]
    columns = columns_of(rows)
    drawn = [[label_of(item), *cells(item, [getattr(row, item.name) for row in rows])] for item in columns]
    widths = [max(len(text) for text in column) for column in drawn]
    lines = zip(*drawn, strict=True)
    return [
        *_heading(title),
        *("  ".join(f"{text:<{w}}" for text, w in zip(line, widths, strict=True)).rstrip() for line in lines),
    ]


def _working(steps: tuple[Step, ...]) -> list[str]:
    return [*_heading(answer_headings.WORKING), *map(_step, steps)] if steps else []


def _step(step: Step) -> str:
    amount = about(step.source) + show("money", step.amount, column=True)
    return f"{'= ' if step.total else '  '}{step.label:<64} {amount:>14}"


def _list(title: str, lines: Iterable[str]) -> list[str]:
    drawn = [row for line in lines for row in wrap(line, WIDTH, initial_indent="- ", subsequent_indent="  ")]
    return [*_heading(title), *drawn] if drawn else []


def _citation(source: Source, today: date | None) -> str:
    figure = source.figure
    return (
        f"{figure.label}, since {in_words(figure.valid_from)}: {figure.source.title} ({figure.grade}, "
        f"{figure.source.dated}; checked {in_words(figure.checked)}) {figure.source.url}"
        f"{due_for_a_check(figure, today)}{f' {figure.note}' if figure.note else ''}"
    )


def _due(found: Figure, today: date | None) -> list[str]:
    return [due] if (due := due_for_a_check(found, today).strip()) else []


def figure(found: Figure, *, today: date | None = None) -> str:
    """One figure with its grade, dates and source, as lines of a name and a value."""
    value = about(found) + in_unit(found.value, found.unit)
    lines = {
        found.label: value,
        "In force since": in_words(found.valid_from),
        "How sure we are": str(found.grade),
        "Source": f"{found.source.title} ({found.source.dated})",
        "": found.source.url,
        "We checked it on": ". ".join([in_words(found.checked), *_due(found, today)]),
        "Note": found.note,
        "Law": found.law,
        "Official list": found.official_list,
    }
    return "\n".join(f"{name + ':' if name else '':<20} {line}" for name, line in lines.items() if line)
