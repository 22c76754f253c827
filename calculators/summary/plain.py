"""A summary as plain text, for an email or a case file."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from calculators.kernel import in_words
from calculators.kernel.contract import answer_headings

from .page import (
    AVOID,
    DO_NOW,
    LEAVES,
    NEXT_DAYS_TITLE,
    NO_STEP,
    NOT_ADVICE,
    OPEN,
    OWED,
    PREPARE,
    READ_IT,
    SIGN,
    WAY,
    WAYS,
    WHY,
    WORKED_OUT,
    next_days,
    now,
    worked_out_by,
)
from .summary_data import Annex, Cited, Fact, Grid, Line, Receipt, Section, Sheet, Summary

WIDTH = 88
BLANK = "_" * 34


def text(summary: Summary) -> str:
    """The summary in the order of the page."""
    plan = summary.sheet
    named = [one for one in summary.sections if one.calculator in summary.printed]
    return "\n".join(
        [
            *_head(summary),
            *_todo(summary),
            *([*_owed(plan), *_ways(plan)] if plan else _in_short(summary.sections)),
            *_dates(summary),
            *_signatures(),
            "",
            *wrap(f"{NOT_ADVICE} {worked_out_by(summary)}", WIDTH),
            *_heading("The facts"),
            *_pairs(summary.facts),
            *(line for one in summary.rows for line in _grid(one)),
            *(line for one in (plan.receipts if plan else ()) for line in _receipt(one)),
            *_list(OPEN, plan.open if plan else summary.left_out),
            *_sources(summary.sources[: summary.cited_on_sheet]),
            *(line for one in named for line in _section(one)),
            *(line for number, one in enumerate(summary.annexes, 1) for line in _annex(number, one)),
            "",
        ]
    )


def _head(summary: Summary) -> Iterator[str]:
    yield summary.title
    yield "=" * len(summary.title)
    for label, told in (
        ("Prepared on", in_words(summary.prepared_on) if summary.prepared_on else ""),
        ("The customer:", "" if summary.sheet else summary.customer),
        ("Reference:", summary.reference),
    ):
        if told:
            yield f"{label} {told}"
    yield from (f"{one.label}: {one.value}" for one in summary.adviser)
    if summary.sheet:
        yield from ("", *summary.sheet.case)


def _heading(title: str) -> list[str]:
    return ["", title, "-" * len(title)]


def _todo(summary: Summary) -> list[str]:
    told = [row for _, words in now(summary) for line in words.split("\n") for row in (wrap(line, WIDTH) or [""])]
    return [
        *_heading(DO_NOW),
        *(told or [f"{NO_STEP} {BLANK}"]),
        *_points(PREPARE, summary.todo.prepare),
        *_points(AVOID, summary.todo.avoid),
    ]


def _owed(plan: Sheet) -> list[str]:
    return [*_heading(OWED), *_pairs(plan.owed)]


def _ways(plan: Sheet) -> list[str]:
    heads = (WAY, "When", LEAVES, *plan.columns)
    rows = tuple((one.name, one.tag, one.ends, *one.figures) for one in plan.ways)
    grid = _grid(Grid(title="", heads=heads, numeric=(False,) * len(heads), rows=rows))
    reasons = _points(WHY, tuple(f"{one.name}: {one.why}" for one in plan.ways))
    return [*_heading(WAYS), *grid[2:], *reasons]


def _receipt(receipt: Receipt) -> list[str]:
    return ["", f"{receipt.title}:", *_working(receipt.lines)[2:]]


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
        *_points(answer_headings.CAUTIONS, section.cautions),
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
    return ["", f"{answer_headings.WORKING}:", *lines] if lines else []


def _dates(summary: Summary) -> list[str]:
    days = next_days(summary)
    return _list(
        NEXT_DAYS_TITLE, [f"{in_words(one.day)}: {one.what}.{f' {one.note}' if one.note else ''}" for one in days]
    )


def _list(title: str, lines: Iterable[str]) -> list[str]:
    drawn = _points(title, tuple(lines))
    return [*_heading(title), *drawn[2:]] if drawn else []


def _sources(sources: tuple[Cited, ...]) -> list[str]:
    drawn = [row for one in sources for row in (*wrap(_source(one), WIDTH, subsequent_indent="    "), f"    {one.url}")]
    return [*_heading(answer_headings.SOURCES), *drawn] if drawn else []


def _source(one: Cited) -> str:
    return f"[{one.number}] {one.label}, since {in_words(one.since)}: {one.title} ({one.grade})."


def _signatures() -> list[str]:
    lines = [line for who in SIGN for line in ("", f"{who}: {BLANK}  Date: {BLANK[:16]}")]
    return [*_heading("Read and agreed"), READ_IT, *lines]


def _annex(number: int, annex: Annex) -> list[str]:
    return [
        *_heading(f"Annex {number}: {annex.title}"),
        *wrap(annex.headline, WIDTH),
        *_points("Still to fill in by hand", annex.blanks),
        *_points(answer_headings.CAUTIONS, annex.cautions),
        *(
            row
            for paragraph in annex.paragraphs
            for row in ("", *(piece for line in paragraph.split("\n") for piece in (wrap(line, WIDTH) or [""])))
        ),
    ]
