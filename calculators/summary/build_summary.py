"""Makes a summary from a claim: works out everything that the claim has answers for, and gathers the results."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import calculators
from calculators import routes
from calculators.catalogue import draft_names, load, names
from calculators.kernel import Figure, Problem
from calculators.kernel.base.parse import read_answers
from calculators.kernel.base.schema import Item, items, show
from calculators.kernel.contract.calculator import (
    answer_parts,
    cells,
    columns_of,
    events,
    figure_of,
    label_of,
)
from calculators.kernel.output.citations import about

from .case_results import IN_ORDER, Worked, calculate_all, completed, one_line, without_forms, work_out_one
from .claim_file import Adviser, Claim, Values
from .printed_sheets import Planned, drawn, planned
from .sources import Sources, lines
from .summary_data import Annex, Day, Fact, Grid, Section, Summary, Todo

FACTS_FIRST = (
    "your_business", "your_name", "customer_name", "customer_type", "nation", "amount_owed",
    "interest_and_compensation", "daily_interest", "due_date",
)  # fmt: skip

IN_LETTERS_ONLY = ("bank_details",)
ON_THE_SHEET = ("interest_and_compensation", "interest_counted_to", "daily_interest", "how_late")
"""Values that the plan works out: the sheet shows them, so they are only listed as facts if they were typed."""
NUMBERS = ("money", "daily", "percentage", "exact", int, Decimal)


def make(claim: Claim) -> tuple[Summary, dict[str, Any]] | list[Problem]:
    """The summary and each result by name; or the problems with anything asked for by name, or with everything."""
    plan = planned(claim.values, claim.today)
    worked, left_out = calculate_all(claim, plan)
    values = completed(claim, plan, worked)
    forms = _forms(claim, values)
    drafts, refused = _write(claim, values)
    problems = refused + [one for one in left_out if claim.calculators is not None]
    if not (worked or drafts or problems):
        problems = left_out
    if problems:
        return problems
    results = {one.name: one.result for one in (*worked, *drafts)}
    return _summary(claim, values, plan, worked, drafts, forms, left_out), results


def _forms(claim: Claim, values: Values) -> list[Worked]:
    """The calculators that fill in a form, for their dates alone; none if the claim names its calculators."""
    listed = () if claim.calculators is not None else sorted({*names()}.difference(without_forms()))
    found = [work_out_one(name, values, {}, claim.today, named=False) for name in listed]
    return [one for one in found if isinstance(one, Worked)]


def _write(claim: Claim, values: Values) -> tuple[list[Worked], list[Problem]]:
    """The drafts that go with the summary, and why any can't be written."""
    found = [work_out_one(name, {**values, **own}, own, claim.today) for name, own in claim.drafts.items()]
    written = [one for one in found if isinstance(one, Worked)]
    return written, [problem for one in found if isinstance(one, list) for problem in one]


# Gathering the results


def _summary(
    claim: Claim, values: Values, plan: Planned | None, worked: list[Worked], drafts: list[Worked],
    forms: list[Worked], left_out: list[Problem],
) -> Summary:  # fmt: skip
    sources = Sources(claim.today)
    client = one_line(values, "your_business", "your_name")
    customer = one_line(values, "customer_name", "customer_contact")
    sheet = drawn(plan, client, customer, sources) if plan else None
    cited = len(sources.cited)
    said: set[str] = set()
    sections = [_section(one, sources, said) for one in worked if one.name != "next_step"]
    annexes = [_annex(one, said) for one in drafts]
    facts, rows = _facts(claim, values)
    return Summary(
        title=f"Summary for {client}" if client else "Summary of your claim",
        prepared_on=claim.today,
        client=client,
        customer=customer,
        reference=claim.adviser.reference,
        todo=_todo(claim, plan.result if plan else _result(worked, "next_step")),
        sheet=sheet,
        facts=facts,
        rows=rows,
        sections=tuple(sections),
        dates=tuple(_dates(claim, plan, [*worked, *forms], drafts)),
        left_out=tuple(dict.fromkeys(one.message for one in left_out)),
        annexes=tuple(annexes),
        sources=tuple(sources.cited.values()),
        cited_on_sheet=cited if sheet else len(sources.cited),
        printed=tuple(claim.calculators or ()) if sheet else tuple(one.calculator for one in sections),
        adviser=tuple(_adviser(claim.adviser)),
        version=calculators.__version__,
    )


def _result(worked: list[Worked], name: str) -> Any:
    return next((one.result for one in worked if one.name == name), None)


def _facts(claim: Claim, values: Values) -> tuple[tuple[Fact, ...], tuple[Grid, ...]]:
    """What was typed and what the invoices give, each labelled with the noun of its question; rows are tables."""
    facts: dict[str, Fact] = {}
    rows: dict[str, Grid] = {}
    left_out = (*IN_LETTERS_ONLY, *(name for name in ON_THE_SHEET if name not in claim.values))
    for name in (*IN_ORDER, *names(), *draft_names()):
        record = load(name).Inputs
        answers, _ = read_answers(record, values, claim.today)
        for item in items(record):
            if item.name not in answers or item.name in facts or item.name in rows or item.name in left_out:
                continue
            if isinstance(item.kind, list):
                rows[item.name] = _rows(item, answers[item.name])
            else:
                value = show(item.kind, answers[item.name])
                facts[item.name] = Fact(label=_noun(item), value=value, worked_out=item.name not in claim.values)
    return tuple(facts[name] for name in sorted(facts, key=_rank)), tuple(rows.values())


def _rank(name: str) -> int:
    """The position of a fact: who, where and how much come before everything else."""
    return FACTS_FIRST.index(name) if name in FACTS_FIRST else len(FACTS_FIRST)


def _noun(item: Item) -> str:
    noun = item.ask.noun if item.ask else item.name
    return noun[:1].upper() + noun[1:]


def _rows(item: Item, rows: Any) -> Grid:
    columns = [one for one in items(type(rows[0])) if one.ask]
    columns = [one for one in columns if any(getattr(row, one.name) is not None for row in rows)]
    return Grid(
        title=item.ask.question if item.ask else item.name,
        heads=tuple(_noun(one) for one in columns),
        numeric=tuple(one.kind in NUMBERS for one in columns),
        rows=tuple(
            tuple("–" if getattr(row, one.name) is None else show(one.kind, getattr(row, one.name)) for one in columns)
            for row in rows
        ),
    )


def _new(lines: Iterable[str], said: set[str]) -> tuple[str, ...]:
    """The lines that aren't in `said` yet, which they are then added to."""
    new = tuple(line for line in lines if line not in said)
    said.update(new)
    return new


def _section(worked: Worked, sources: Sources, said: set[str]) -> Section:
    parts = answer_parts(worked.result)
    cited = {one.field: one.figure for one in parts.sources}
    figures = tuple(_figure(item, figure_of(worked.result, item), cited, sources) for item in parts.figures)
    tables = tuple(_tables(worked.result, parts.tables, sources))
    working = lines(parts.working, sources)
    for one in parts.sources:
        sources.number(one.figure)
    return Section(
        calculator=worked.name, title=worked.module.TITLE, headline=parts.headline, figures=figures, tables=tables,
        working=working, cautions=_new(parts.cautions, said),
    )  # fmt: skip


def _figure(item: Item, text: str, cited: Mapping[str, Figure], sources: Sources) -> Fact:
    source = cited.get(item.name)
    return Fact(
        label=label_of(item), value=f"{about(source)}{text}", source=sources.number(source)
    )  # fmt: skip


def _tables(result: Any, tables: Iterable[Item], sources: Sources) -> Iterator[Grid]:
    """The first table with numbers: dates have a list of their own, and the rest is on the calculator's page."""
    for item in tables:
        rows = getattr(result, item.name)
        columns = list(columns_of(rows))
        if any(one.kind in NUMBERS for one in columns):
            yield _grid(item, rows, columns, sources)
            return


def _grid(item: Item, rows: Any, columns: list[Item], sources: Sources) -> Grid:
    drawn = [_column(one, [getattr(row, one.name) for row in rows], sources) for one in columns]
    return Grid(
        title=label_of(item),
        heads=tuple(label_of(one) for one in columns),
        numeric=tuple(one.kind in NUMBERS for one in columns),
        rows=tuple(zip(*drawn, strict=True)),
    )


def _column(item: Item, values: list[Any], sources: Sources) -> list[str]:
    """A column of a table in words, with each source as its number."""
    texts = cells(item, values)
    return [
        f"[{sources.number(value)}]" if isinstance(value, Figure) else text
        for value, text in zip(values, texts, strict=True)
    ]


def _todo(claim: Claim, suggested: Any) -> Todo:
    """The next step that was chosen or, if none was, the one that the guide suggests."""
    chosen = claim.chosen
    guide = str(getattr(suggested, "next_step", None) or suggested.step) if suggested else ""
    step = str(chosen.step) if chosen.step else guide
    same = bool(suggested) and step == guide
    return Todo(
        step=step,
        by=chosen.by,
        note=chosen.note,
        suggested="" if same else guide,
        prepare=suggested.prepare if same else (),
        avoid=suggested.avoid if same else (),
    )


def _dates(claim: Claim, plan: Planned | None, worked: Iterable[Worked], drafts: Iterable[Worked]) -> list[Day]:
    """Every date to keep, in order; those of the plan replace those of `deadlines`, unless it was asked for by name."""
    named = claim.calculators or ()
    telling = [
        one for one in worked if one.name != "routes" and (one.name != "deadlines" or not plan or "deadlines" in named)
    ]
    found = [one for each in telling for one in events(each.module, each.result)]
    found += [one for one in routes.events(plan.result) if one not in found] if plan else []
    days = [Day(day=one.day, what=one.title, note=one.note) for one in found if not _is_past(one.day, claim)]
    if claim.chosen.by and claim.chosen.step:
        days.append(Day(day=claim.chosen.by, what=str(claim.chosen.step), note="The next step you chose."))
    days += [
        Day(
            day=one.result.reply_by,
            what=f"Last day to reply to “{one.module.TITLE}”",
            note="This assumes you send it today.",
        )
        for one in drafts
        if one.result.reply_by
    ]
    return sorted(days, key=lambda one: one.day)


def _is_past(day: date, claim: Claim) -> bool:
    return claim.today is not None and day < claim.today


def _annex(draft: Worked, said: set[str]) -> Annex:
    return Annex(
        calculator=draft.name,
        title=draft.module.TITLE,
        headline=draft.result.headline,
        paragraphs=tuple(one.text for one in draft.result.paragraphs),
        blanks=draft.result.blanks,
        cautions=_new(draft.result.cautions, said),
    )


def _adviser(adviser: Adviser) -> Iterator[Fact]:
    labels = {"name": "Your adviser", "organisation": "Service", "contact": "How to contact us"}
    for name, label in labels.items():
        if value := getattr(adviser, name):
            yield Fact(label=label, value=value)
