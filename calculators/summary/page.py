"""A summary as HTML with headings, and without styles or scripts. Every text is escaped."""

from collections.abc import Iterable, Iterator

from calculators.kernel import NIL, Money, in_words
from calculators.kernel.base.escaping import escape
from calculators.kernel.contract import answer_headings
from calculators.kernel.output.chart import range_bar

from .summary_data import Annex, Cited, Day, Fact, Grid, Line, Receipt, Section, Sheet, Summary, Way

NOT_ADVICE = (
    "This is information, not legal advice. It is based on the facts below, so if one is wrong, the answer will be too."
)
READ_IT = "I have read this summary. The facts in it are right, as far as I know."
WORKED_OUT = "(worked out from the invoices)"
TOTAL = ' class="total"'
SIGN = ("Client", "Adviser")
NEXT_DAYS = 3
ABOUT_DAYS = "About these dates"
NEXT_DAYS_TITLE = "Your next dates and the last safe date"
DO_NOW, OWED, WAYS, OPEN = "Do this now", "What is owed today", "The options", "What to watch out for"
WAY, LEAVES, WHY = "Option", "What you end up with", "Why"
LISTS = '<div class="lists">{}</div>'
PREPARE, AVOID = "What to prepare", "What not to do"
NO_STEP = "No next step has been chosen yet. Write it here:"


def html(summary: Summary) -> str:
    """The summary as one article: two sheets, then only the calculators that were asked for by name, and the drafts."""
    named = [one for one in summary.sections if one.calculator in summary.printed]
    return (
        f'<article class="summary" aria-labelledby="summary-title">{_sheet(summary)}{_behind(summary)}'
        f"{''.join(_section(one) for one in named)}"
        f"{''.join(_annex(number, one) for number, one in enumerate(summary.annexes, 1))}</article>"
    )


def _sheet(summary: Summary) -> str:
    """The first sheet: the case, what to do, what is owed, the options, the next dates and the signatures."""
    plan = summary.sheet
    drawn = f"{_owed(plan)}{_ways(plan)}" if plan else _in_short(summary)
    return (
        f'<section class="sheet">{_head(summary)}{_todo(summary)}{drawn}'
        f"{_next_days(next_days(summary))}{_signatures()}"
        f'<p class="fine">{NOT_ADVICE} {worked_out_by(summary)}</p></section>'
    )


def _behind(summary: Summary) -> str:
    """The second sheet: the facts, working and sources behind the first one."""
    plan = summary.sheet
    receipts = "".join(map(_receipt, plan.receipts)) if plan else ""
    working = _part(answer_headings.WORKING, f'<div class="receipts">{receipts}</div>', "working") if receipts else ""
    return (
        f'<section class="behind">{_facts(summary)}{working}{_dates(ABOUT_DAYS, next_days(summary))}'
        f"{_list(OPEN, plan.open if plan else summary.left_out, 'open')}"
        f"{_sources(summary.sources[: summary.cited_on_sheet])}</section>"
    )


def _next_days(days: tuple[Day, ...]) -> str:
    drawn = "".join(
        f'<div><dt><time datetime="{one.day}">{in_words(one.day)}</time></dt><dd>{escape(one.what)}</dd></div>'
        for one in days
    )
    return _part(NEXT_DAYS_TITLE, f'<dl class="short">{drawn}</dl>', "dates") if drawn else ""


def next_days(summary: Summary) -> tuple[Day, ...]:
    """The next three dates to keep, and the last of all."""
    return (*summary.dates[:NEXT_DAYS], *summary.dates[NEXT_DAYS:][-1:])


def worked_out_by(summary: Summary) -> str:
    """A sentence with the version of the calculators that worked it out."""
    return f"Worked out by version {summary.version} of the calculators."


def _in_short(summary: Summary) -> str:
    rows = "".join(
        f'<div><dt><a href="#summary-{one.calculator}">{escape(one.title)}</a></dt>'
        f"<dd>{escape(one.headline)}</dd></div>"
        for one in summary.sections
    )
    return _part("In short", f'<dl class="short">{rows}</dl>', "in-short") if rows else ""


def _owed(plan: Sheet) -> str:
    heads = "".join(f'<th scope="col">{escape(one.label)}</th>' for one in plan.owed)
    cells = "".join(f"<td>{escape(one.value)}</td>" for one in plan.owed)
    whole = f"<thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody>"
    return _part(OWED, _boxed(OWED, whole), "owed")


def _ways(plan: Sheet) -> str:
    ends = [end for one in plan.ways for end in (one.low, one.high) if end is not None]
    scale = (min([*ends, NIL]), max([*ends, NIL]))
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in (WAY, LEAVES, *plan.columns, WHY))
    rows = "".join(_way(one, scale) for one in plan.ways)
    return _part(WAYS, _boxed(WAYS, f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"), "ways-forward")


def _way(way: Way, scale: tuple[Money, Money]) -> str:
    bar = "" if way.low is None or way.high is None else range_bar(way.low, way.likely, way.high, scale)
    figures = "".join(f"<td>{escape(one)}</td>" for one in way.figures)
    return (
        f'<tr><th scope="row">{escape(way.name)} <span class="tag">{escape(way.tag)}</span></th>'
        f"<td>{escape(way.ends)}{bar}</td>{figures}<td>{escape(way.why)}</td></tr>"
    )


def _receipt(receipt: Receipt) -> str:
    return f"<div>{_table(receipt.title, _rows(receipt.lines), '')}</div>"


def document(summary: Summary, style: str) -> str:
    """The summary as a complete HTML file; `style` is the text of its style sheet."""
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(summary.title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>\n{style}</style></head><body><main>{html(summary)}</main></body></html>\n"
    )


def _head(summary: Summary) -> str:
    told = [
        f"Prepared on {in_words(summary.prepared_on)}" if summary.prepared_on else "",
        f"The customer: {summary.customer}" if summary.customer and not summary.sheet else "",
        f"Reference: {summary.reference}" if summary.reference else "",
    ]
    lines = " · ".join(escape(one) for one in told if one)
    case = f'<p class="case">{"<br>".join(map(escape, summary.sheet.case))}</p>' if summary.sheet else ""
    return (
        f'<header><h2 id="summary-title">{escape(summary.title)}</h2><p class="about">{lines}</p>'
        f"{_adviser(summary.adviser)}{case}</header>"
    )


def _todo(summary: Summary) -> str:
    todo = summary.todo
    blank = f'<p>{NO_STEP}</p><p class="line"></p>'
    step = "".join(f'<p class="{kind}">{_lines(one)}</p>' for kind, one in now(summary))
    lists = [_bullets(PREPARE, todo.prepare), _bullets(AVOID, todo.avoid)]
    beside = "".join(f"<div>{one}</div>" for one in lists if one)
    return _part(DO_NOW, f"{step or blank}{LISTS.format(beside) if beside else ''}", "todo")


def now(summary: Summary) -> Iterator[tuple[str, str]]:
    """What to do now, as sentences and their kinds: the step with its date, why, the note, and any other suggestion."""
    todo, plan = summary.todo, summary.sheet
    ours = bool(plan) and not todo.suggested
    if todo.step:
        by = f" By {in_words(todo.by)}." if todo.by else ""
        yield "headline", f"{plan.headline if plan and ours else f'{todo.step}.'}{by}"
    if plan and ours:
        yield "why", plan.why
        yield from (("more", one) for one in plan.assumed)
    if todo.note:
        yield "more", todo.note
    if todo.suggested:
        yield "more", f"The guide suggests something else: {todo.suggested}."


def _facts(summary: Summary) -> str:
    return _part("The facts", f"{_pairs(summary.facts)}{''.join(map(_grid, summary.rows))}", "facts")


def _section(section: Section) -> str:
    tables = "".join(_grid(one, section.title) for one in section.tables)
    return _part(
        section.title,
        f'<p class="headline">{escape(section.headline)}</p>{_pairs(section.figures)}{tables}'
        f"{_working(section.working, section.title)}{_bullets(answer_headings.CAUTIONS, section.cautions)}",
        "worked",
        f"summary-{section.calculator}",
    )


def _part(title: str, content: str, kind: str, name: str = "") -> str:
    identity = f' id="{name}"' if name else ""
    return f'<section class="{kind}"{identity}><h3>{escape(title)}</h3>{content}</section>'


def _pairs(facts: Iterable[Fact]) -> str:
    rows = "".join(
        f"<div><dt>{escape(one.label)}</dt><dd>{_lines(one.value)}{_note(one.source)}"
        f"{f' <small>{WORKED_OUT}</small>' if one.worked_out else ''}</dd></div>"
        for one in facts
    )
    return f'<dl class="pairs">{rows}</dl>' if rows else ""


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.split("\n"))


def _note(source: int) -> str:
    """The number of a source as a link to it, or an empty string for none."""
    return f' <a class="note" href="#summary-source-{source}">[{source}]</a>' if source else ""


def _grid(grid: Grid, of: str = "") -> str:
    heads = "".join(
        f'<th scope="col"{_number(numeric)}>{escape(head)}</th>'
        for head, numeric in zip(grid.heads, grid.numeric, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td{_number(n)}>{escape(cell)}</td>' for cell, n in zip(row, grid.numeric, strict=True))}</tr>"
        for row in grid.rows
    )
    return _table(grid.title, f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>", of)


def _number(numeric: bool) -> str:
    return ' class="number"' if numeric else ""


def _table(title: str, drawn: str, of: str) -> str:
    """A table under its heading; `of` names what it belongs to if several tables have that heading."""
    return f"<h4>{escape(title)}</h4>{_boxed(f'{title} ({of})' if of else title, drawn)}"


def _boxed(title: str, drawn: str) -> str:
    """A table in a box that can be scrolled with a keyboard."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table>{drawn}</table></div>'


def _working(working: tuple[Line, ...], of: str) -> str:
    return _table(answer_headings.WORKING, _rows(working), of) if working else ""


def _rows(working: tuple[Line, ...]) -> str:
    rows = "".join(
        f'<tr{TOTAL if one.total else ""}><th scope="row">{escape(one.label)}{_note(one.source)}</th>'
        f'<td class="number">{escape(one.amount)}</td></tr>'
        for one in working
    )
    return f"<tbody>{rows}</tbody>"


def _dates(title: str, days: tuple[Day, ...]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><time datetime="{one.day}">{in_words(one.day)}</time></th>'
        f"<td>{escape(one.what)}</td><td>{escape(one.note)}</td></tr>"
        for one in days
    )
    head = '<thead><tr><th scope="col">Date</th><th scope="col">What happens</th><th scope="col">Note</th></tr></thead>'
    return _part(title, _boxed(title, f"{head}<tbody>{rows}</tbody>"), "dates") if days else ""


def _list(title: str, lines: Iterable[str], kind: str) -> str:
    drawn = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return _part(title, f"<ul>{drawn}</ul>", kind) if drawn else ""


def _bullets(title: str, lines: tuple[str, ...]) -> str:
    drawn = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h4>{title}</h4><ul>{drawn}</ul>" if drawn else ""


def _sources(sources: tuple[Cited, ...]) -> str:
    drawn = "".join(
        f'<li id="summary-source-{one.number}">{escape(one.label)}, since {in_words(one.since)}: '
        f'<a href="{escape(one.url)}">{escape(one.title)}</a> ({escape(one.grade)}).</li>'
        for one in sources
    )
    return _part(answer_headings.SOURCES, f"<ol>{drawn}</ol>", "sources") if drawn else ""


def _signatures() -> str:
    lines = "".join(
        f'<div><p class="line"></p><p>{who}: name and signature</p></div><div><p class="line"></p><p>Date</p></div>'
        for who in SIGN
    )
    return _part("Read and agreed", f'<p>{READ_IT}</p><div class="signatures">{lines}</div>', "signed")


def _adviser(adviser: tuple[Fact, ...]) -> str:
    told = " ".join(f"{escape(one.label)}: <strong>{_lines(one.value)}</strong>." for one in adviser)
    return f'<p class="adviser">{told}</p>' if told else ""


def _annex(number: int, annex: Annex) -> str:
    paragraphs = "".join(f"<p>{_lines(one)}</p>" for one in annex.paragraphs)
    blanks = _bullets("Still to fill in by hand", annex.blanks)
    return _part(
        f"Annex {number}: {annex.title}",
        f'<div class="for-you"><p>{escape(annex.headline)}</p>{blanks}'
        f"{_bullets(answer_headings.CAUTIONS, annex.cautions)}</div>"
        f'<div class="letter">{paragraphs}</div>',
        "annex",
    )
