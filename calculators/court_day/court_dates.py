"""The dates of a defended claim: the deadlines for documents and the hearing fee, and the hearing."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculators.kernel import Nation, latest, previous_working_day

from .questions import Inputs
from .result_types import CourtDate
from .sums import CourtSums

ORDER = "The court’s order"
RULES = "The court’s rules, unless your order says otherwise"
NOTICE = (
    "The usual date, but follow the court’s notice. If it was sent less than 36 days before the hearing, you have 7 "
    "days to pay"
)
"""Rule 3.7A1 and the Fees Order, as given by Cost Experts, https://costexperts.co.uk/?p=15278."""


def documents_by(inputs: Inputs, sums: CourtSums) -> date | None:
    """The deadline for documents: the date in the order or, in a small claim, 14 clear days before the hearing.

    CPR 27.4(3)(a)(i). None if neither is known.
    """
    return inputs.documents_date or _before_hearing(inputs, sums, "england_wales.documents_days_before_hearing")


def hearing_fee_by(inputs: Inputs, sums: CourtSums) -> date | None:
    """The deadline for the hearing fee: the date in the notice or, in a small claim, 28 days before the hearing.

    Civil Proceedings Fees Order 2008; counted in clear days, to be safe. None if neither is known.
    """
    return inputs.hearing_fee_date or _before_hearing(inputs, sums, "england_wales.hearing_fee_days_before_hearing")


def _before_hearing(inputs: Inputs, sums: CourtSums, name: str) -> date | None:
    if not (inputs.hearing_date and sums.is_small and inputs.nation is Nation.england_wales):
        return None
    return _clear_days_before(inputs.hearing_date, name)


def _clear_days_before(heard: date, name: str) -> date:
    """The last working day that leaves that many clear days before the hearing (CPR 2.8(2) and (3))."""
    return previous_working_day(heard - timedelta(days=int(latest(name).value) + 1), Nation.england_wales.name)


def dates_of(inputs: Inputs, sums: CourtSums) -> tuple[CourtDate, ...]:
    """Every date to keep, earliest first."""
    return tuple(sorted(_dates(inputs, sums), key=lambda one: one.day))


def _dates(inputs: Inputs, sums: CourtSums) -> Iterator[CourtDate]:
    if inputs.questionnaire_date:
        yield CourtDate(day=inputs.questionnaire_date, what="Send the questionnaire back", why="The court’s letter")
    if inputs.mediation_date:
        yield CourtDate(day=inputs.mediation_date, what="Take the mediation call", why="The mediation service")
    if fee := hearing_fee_by(inputs, sums):
        why = "The court’s notice" if inputs.hearing_fee_date else NOTICE
        yield CourtDate(day=fee, what="Pay the hearing fee", why=why)
    if papers := documents_by(inputs, sums):
        why = ORDER if inputs.documents_date else RULES
        yield CourtDate(day=papers, what="Send your documents to the court and the other side", why=why)
    if inputs.hearing_date:
        yield from _of_the_hearing(inputs, inputs.hearing_date, sums)


def _of_the_hearing(inputs: Inputs, heard: date, sums: CourtSums) -> Iterator[CourtDate]:
    if sums.is_small and inputs.nation is Nation.england_wales:
        last = _clear_days_before(heard, "england_wales.absence_notice_days")
        yield CourtDate(day=last, what="Last day to tell the court you can’t attend", why=RULES)
    yield CourtDate(day=heard, what="Hearing", why=ORDER)
