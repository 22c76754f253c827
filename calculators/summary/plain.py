"""A summary as plain text, for an email or a case file."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from calculators.kernel import in_words
from calculators.kernel.contract import headings

from .page import ALL_DAYS, NO_STEP, NOT_ADVICE, READ_IT, SIGN, WORKED_OUT, worked_out_by
from .summary_data import Annex, Cited, Fact, Grid, Line, Section, Summary, Todo

WIDTH = 88
BLANK = "_" * 34


def text(summary: Summary) -> str:
    """The summary in the order of the page."""
    return "\n".join(
        [
            *_head(summary),
            *_todo(summary.todo),
            *_in_short(summary.sections),
            *_signatures(),
            "",
            *wrap(f"{NOT_ADVICE} {worked_out_by(summary)}", WIDTH),
            *_heading("The facts"),
            *_pairs(summary.facts),
            *(line for one in summary.rows for line in _grid(one)),
            *(line for one in summary.sections for line in _section(one)),
            *_dates(summary),
            *_list("Not worked out here", summary.left_out),
            *_sources(summary.sources),
            *(line for number, one in enumerate(summary.annexes, 1) for line in _annex(number, one)),
            "",
        ]
    )


def _head(summary: Summary) -> Iterator[str]:
    yield summary.title
    yield "=" * len(summary.title)
    for label, told in (
        ("Prepared on", in_words(summary.prepared_on) if summary.prepared_on else ""),
        ("The customer:", summary.customer),
        ("Reference:", summary.reference),
    ):
        if told:
            yield f"{label} {told}"
    yield from (f"{one.label}: {one.value}" for one in summary.adviser)


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def _todo(todo: Todo) -> list[str]:
    step = f"{todo.step}{f' by {in_words(todo.by)}' if todo.by else ''}" if todo.step else f"{NO_STEP} {BLANK}"
    other = f"The guide suggests something else: {todo.suggested}." if todo.suggested else ""
    told = [row for line in (step, *todo.note.split("\n"), other) if line for row in wrap(line, WIDTH)]
    return [
        *_heading("The next step"),
        *told,
        *_points("What to prepare", todo.prepare),
        *_points("What not to do", todo.avoid),
    ]


def _in_short(sections: tuple[Section, ...]) -> list[str]:
    return _list("In short", [f"{one.title}: {one.headline}" for one in sections])


def _pairs(facts: tuple[Fact, ...]) -> list[str]:
    widest = max((len(one.label) for one in facts), default=0)
    return [
        f"{one.label:<{widest}}  {one.value}{_note(one.source)}{f' {WORKED_OUT}' if one.worked_out else ''}"
        for one in facts
    ]


def _note(source: int) -> str:
    return f" [{source}]" if source else ""


def _section(section: Section) -> list[str]:
    return [
        *_heading(section.title),
        *wrap(section.headline, WIDTH),
        "",
        *_pairs(section.figures),
        *(line for one in section.tables for line in _grid(one)),
        *_working(section.working),
        *_points(headings.CAUTIONS, section.cautions),
    ]


def _points(title: str, lines: tuple[str, ...]) -> list[str]:
    drawn = [row for line in lines for row in wrap(line, WIDTH, initial_indent="- ", subsequent_indent="  ")]
    return ["", f"{title}:", *drawn] if drawn else []


def _grid(grid: Grid) -> list[str]:
    columns = list(zip(grid.heads, *grid.rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    lines = [
        "  ".join(
            f"{cell:>{width}}" if numeric else f"{cell:<{width}}"
            for cell, width, numeric in zip(row, widths, grid.numeric, strict=True)
        ).rstrip()
        for row in zip(*columns, strict=True)
    ]
    return ["", grid.title if grid.title.endswith("?") else f"{grid.title}:", *lines]


def _working(working: tuple[Line, ...]) -> list[str]:
    lines = [f"{'= ' if one.total else '  '}{one.label + _note(one.source):<68} {one.amount:>14}" for one in working]
    return ["", f"{headings.WORKING}:", *lines] if lines else []


def _dates(summary: Summary) -> list[str]:
    return _list(
        ALL_DAYS, [f"{in_words(one.day)}: {one.what}.{f' {one.note}' if one.note else ''}" for one in summary.dates]
    )


def _list(title: str, lines: Iterable[str]) -> list[str]:
    drawn = _points(title, tuple(lines))
    return [*_heading(title), *drawn[2:]] if drawn else []


def _sources(sources: tuple[Cited, ...]) -> list[str]:
    drawn = [row for one in sources for row in (*wrap(_source(one), WIDTH, subsequent_indent="    "), f"    {one.url}")]
    return [*_heading(headings.SOURCES), *drawn] if drawn else []


def _source(one: Cited) -> str:
    sure = f"{one.grade}, {one.dated}; checked on {in_words(one.checked)}"
    note = f" {one.note}" if one.note else ""
    return f"[{one.number}] {one.label}, since {in_words(one.since)}: {one.title} ({sure}).{note}"


def _signatures() -> list[str]:
    lines = [line for who in SIGN for line in ("", f"{who}: {BLANK}  Date: {BLANK[:16]}")]
    return [*_heading("Read and agreed"), READ_IT, *lines]


def _annex(number: int, annex: Annex) -> list[str]:
    return [
        *_heading(f"Annex {number}: {annex.title}"),
        *wrap(annex.headline, WIDTH),
        *_points("Still to fill in by hand", annex.blanks),
        *_points(headings.CAUTIONS, annex.cautions),
        *(
            row
            for paragraph in annex.paragraphs
            for row in ("", *(piece for line in paragraph.split("\n") for piece in (wrap(line, WIDTH) or [""])))
        ),
    ]
