"""After a defence: the court's dates, the questionnaire, the mediation call, the statement, the bundle and the day."""

from collections.abc import Iterator
from functools import partial

from calculators.contact_log import Contact, Paper, bundle_of, in_order
from calculators.kernel import (
    ONE_DAY,
    Action,
    Download,
    Event,
    Nation,
    Step,
    adding_up,
    csv,
    in_words,
    letter_files,
    letters,
    step,
)

from . import advice
from .court_dates import dates_of, documents_by, hearing_fee_by
from .examples import EXAMPLES
from .questions import Inputs
from .result_types import CourtDate, Result
from .statement import statement_of
from .sums import CourtSums, sums_of

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "CourtDate", "Inputs", "Result", "action", "calculate", "downloads",
    "events",
]  # fmt: skip

TITLE = "After a defence"
ACTION = "Show my dates and my statement"
LEADS_TO = ("settlement_range", "contact_log", "judgment")
PRIVATE = "without prejudice"


def calculate(inputs: Inputs) -> Result:
    """The dates, lists and witness statement.

    If there's a hearing date, interest is added up to it, rounded once, half up.
    """
    sums = sums_of(inputs)
    entries = in_order([one for one in inputs.contacts if not _is_private(one)])
    papers = tuple(bundle_of(entries))
    fee = sums.fees.hearing if sums.fees else None
    statement = statement_of(inputs, entries, _pages(entries, papers), sums)
    paragraphs = tuple(statement) if _drafts(inputs, sums) else ()
    return Result(
        headline=advice.headline(inputs, sums),
        lead=advice.lead(inputs, sums),
        documents_by=documents_by(inputs, sums),
        hearing_fee=fee.value if fee else None,
        hearing_fee_by=hearing_fee_by(inputs, sums),
        hearing_date=inputs.hearing_date,
        asks_for=sums.asks_for,
        reply_by=None,
        paragraphs=paragraphs,
        blanks=letters.blanks(paragraphs),
        email_to="",
        dates=dates_of(inputs, sums),
        questionnaire=tuple(advice.questionnaire(inputs, sums)),
        mediation_call=tuple(advice.mediation_call(inputs)),
        case_note=tuple(advice.case_note(inputs, sums)),
        bundle=papers,
        on_the_day=tuple(advice.on_the_day(inputs)),
        working=tuple(_working(inputs, sums)),
        cautions=tuple(advice.cautions(inputs, sums, left_out=len(inputs.contacts) - len(entries))),
        next_steps=tuple(advice.next_steps(inputs, sums)),
        sources=tuple(advice.sources(inputs, sums)),
    )


def _drafts(inputs: Inputs, sums: CourtSums) -> bool:
    """Whether to draft a statement: only for small claims, as Part 32's rules on form don't apply (CPR 27.2(1)(c))."""
    return inputs.nation is Nation.england_wales and sums.is_small


def _is_private(one: Contact) -> bool:
    return PRIVATE in f"{one.said} {one.paper}".casefold()


def _pages(entries: list[Contact], papers: tuple[Paper, ...]) -> dict[Contact, Paper]:
    """The document that shows each contact."""
    return dict(zip((one for one in entries if one.paper), papers, strict=True))


def _working(inputs: Inputs, sums: CourtSums) -> Iterator[Step]:
    parts = [step("Unpaid invoices", inputs.amount_owed)]
    if sums.interest:
        typed = inputs.interest_and_compensation
        parts.append(step(f"Interest and compensation to {in_words(inputs.counted_to)}", typed))
    if sums.later:
        days = f"{in_words(inputs.counted_to + ONE_DAY)} to {in_words(inputs.interest_until)}"
        parts.append(step(f"Interest from {days}", sums.later))
    parts += [step(name.capitalize(), fee.value, fee) for name, fee in sums.paid]
    yield from adding_up("Amount to ask for at the hearing", parts)


def action(_: Result) -> Action:
    """A link to what the reader would accept, which is worth knowing before the mediation call."""
    return Action(label="Work out what you’d accept", page="calculators/settlement_range", fields=_CARRIED)


_CARRIED = ("nation", "customer_type", "amount_owed", "interest_and_compensation", "daily_interest", "due_date")


def events(result: Result) -> Iterator[Event]:
    """Every date, for a calendar and for the summary."""
    for number, one in enumerate(result.dates, 1):
        yield Event(key=f"court-day-{number}", day=one.day, title=one.what, note=one.why)


def downloads(result: Result) -> tuple[Download, ...]:
    """The statement, and the document list as a spreadsheet."""
    files = letter_files("witness_statement")(result) if result.paragraphs else ()
    if not result.bundle:
        return files
    rows = partial(csv.table, result.bundle)
    return (*files, Download(name="bundle.csv", label="Document list (CSV)", type="text/csv", make=rows))
