"""A summary as a page: no style or script in it, every text escaped, and headings that say what stands where."""

from collections.abc import Iterable

from calculators.kernel import in_words
from calculators.kernel.base.escaping import escape
from calculators.kernel.contract import headings

from .summary_data import Annex, Cited, Day, Fact, Grid, Line, Section, Summary, Todo

NOT_ADVICE = "This is information, not legal advice. It stands on the facts below: if one is wrong, so is the answer."
READ_IT = "I have read this summary. The facts in it are right, as far as I know."
WORKED_OUT = "(worked out from the invoices)"
TOTAL = ' class="total"'
SIGN = ("Client", "Adviser")
ALL_DAYS = "All days to keep"
NEXT_DAYS = 4
NO_STEP = "No step is chosen yet. Write it here:"


def html(summary: Summary) -> str:
    """The summary as one article: a sheet to hand over, what it stands on, and the drafts."""
    return (
        f'<article class="summary" aria-labelledby="summary-title">{_sheet(summary)}'
        f"{_facts(summary)}{''.join(_section(one) for one in summary.sections)}{_dates(ALL_DAYS, summary.dates)}"
        f"{_list('Not worked out here', summary.left_out, 'left-out')}{_sources(summary.sources)}"
        f"{''.join(_annex(number, one) for number, one in enumerate(summary.annexes, 1))}</article>"
    )


def _sheet(summary: Summary) -> str:
    """What fits on one sheet of paper: what to do, what was found, the days that come next, and who signs."""
    few = summary.dates[:NEXT_DAYS]
    return (
        f'<section class="sheet">{_head(summary)}{_todo(summary.todo)}{_in_short(summary.sections)}'
        f"{_dates('The next days to keep', few)}{_signatures()}"
        f'<p class="fine">{NOT_ADVICE} {worked_out_by(summary)}</p></section>'
    )


def worked_out_by(summary: Summary) -> str:
    """Which calculators made it."""
    return f"Worked out by version {summary.version} of the calculators."


def _in_short(sections: tuple[Section, ...]) -> str:
    rows = "".join(
        f'<div><dt><a href="#summary-{one.calculator}">{escape(one.title)}</a></dt>'
        f"<dd>{escape(one.headline)}</dd></div>"
        for one in sections
    )
    return _part("In short", f'<dl class="short">{rows}</dl>', "in-short") if rows else ""


def document(summary: Summary, style: str) -> str:
    """The summary as a file that stands alone; `style` is the text of its style sheet."""
    return (
        f'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(summary.title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>\n{style}</style></head><body><main>{html(summary)}</main></body></html>\n"
    )


def _head(summary: Summary) -> str:
    told = [
        f"Prepared on {in_words(summary.prepared_on)}" if summary.prepared_on else "",
        f"The customer: {summary.customer}" if summary.customer else "",
        f"Reference: {summary.reference}" if summary.reference else "",
    ]
    lines = " · ".join(escape(one) for one in told if one)
    return (
        f'<header><h2 id="summary-title">{escape(summary.title)}</h2><p class="about">{lines}</p>'
        f"{_adviser(summary.adviser)}</header>"
    )


def _todo(todo: Todo) -> str:
    step = f'<p class="headline">{escape(todo.step)}{f" by {in_words(todo.by)}" if todo.by else ""}</p>'
    blank = f'<p>{NO_STEP}</p><p class="line"></p>'
    note = f"<p>{_lines(todo.note)}</p>" if todo.note else ""
    other = f"<p>The guide suggests something else: {escape(todo.suggested)}.</p>" if todo.suggested else ""
    lists = f"{_bullets('What to prepare', todo.prepare)}{_bullets('What not to do', todo.avoid)}"
    return _part("The next step", f"{step if todo.step else blank}{note}{other}{lists}", "todo")


def _facts(summary: Summary) -> str:
    return _part("The facts", f"{_pairs(summary.facts)}{''.join(map(_grid, summary.rows))}", "facts")


def _section(section: Section) -> str:
    tables = "".join(_grid(one, section.title) for one in section.tables)
    return _part(
        section.title,
        f'<p class="headline">{escape(section.headline)}</p>{_pairs(section.figures)}{tables}'
        f"{_working(section.working, section.title)}{_bullets(headings.CAUTIONS, section.cautions)}",
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
    """The number of a source, as a link to it."""
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
    """A table under its heading; `of` tells it from its like."""
    return f"<h4>{escape(title)}</h4>{_boxed(f'{title} ({of})' if of else title, drawn)}"


def _boxed(title: str, drawn: str) -> str:
    """A table in a box that a keyboard can scroll."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(title)}"><table>{drawn}</table></div>'


def _working(working: tuple[Line, ...], of: str) -> str:
    rows = "".join(
        f'<tr{TOTAL if one.total else ""}><th scope="row">{escape(one.label)}{_note(one.source)}</th>'
        f'<td class="number">{escape(one.amount)}</td></tr>'
        for one in working
    )
    return _table(headings.WORKING, f"<tbody>{rows}</tbody>", of) if rows else ""


def _dates(title: str, days: tuple[Day, ...]) -> str:
    rows = "".join(
        f'<tr><th scope="row"><time datetime="{one.day}">{in_words(one.day)}</time></th>'
        f"<td>{escape(one.what)}</td><td>{escape(one.note)}</td></tr>"
        for one in days
    )
    head = '<thead><tr><th scope="col">Day</th><th scope="col">What</th><th scope="col">Note</th></tr></thead>'
    return _part(title, _boxed(title, f"{head}<tbody>{rows}</tbody>"), "dates") if days else ""


def _list(title: str, lines: Iterable[str], kind: str) -> str:
    drawn = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return _part(title, f"<ul>{drawn}</ul>", kind) if drawn else ""


def _bullets(title: str, lines: tuple[str, ...]) -> str:
    drawn = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h4>{title}</h4><ul>{drawn}</ul>" if drawn else ""


def _sources(sources: tuple[Cited, ...]) -> str:
    drawn = "".join(
        f'<li id="summary-source-{one.number}"><strong>{escape(one.label)}</strong>, since {in_words(one.since)}: '
        f'<a href="{escape(one.url)}">{escape(one.title)}</a> ({escape(one.grade)}, {escape(one.dated)}; '
        f"checked on {in_words(one.checked)}).{f' {escape(one.note)}' if one.note else ''}</li>"
        for one in sources
    )
    return _part(headings.SOURCES, f"<ol>{drawn}</ol>", "sources") if drawn else ""


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
        f"{_bullets(headings.CAUTIONS, annex.cautions)}</div>"
        f'<div class="letter">{paragraphs}</div>',
        "annex",
    )
