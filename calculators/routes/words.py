"""The sentences of the plan."""

from collections.abc import Iterator
from dataclasses import replace

from calculators.kernel import CustomerType, Source, in_words
from calculators.next_step.rules import decided_by_keeping

from .case import Case


def headline(case: Case) -> str:
    """What to do now."""
    return case.step.headline


def reason(case: Case) -> str:
    """Why this step, in a sentence."""
    return case.step.why[0]


def cautions(case: Case) -> Iterator[str]:
    """The one that could cost the most first: a time limit, what is not known, what was assumed."""
    if case.deadlines and case.deadlines.first_day_to_claim is None:
        yield "Your time to claim may be up or nearly up. Get advice today, before you do anything else."
    yield from _not_known(case)
    yield from _assumed(case)
    if case.late and case.inputs.customer_type in (CustomerType.consumer, CustomerType.association):
        yield case.late.cautions[0]
    yield from case.step.cautions


def _not_known(case: Case) -> Iterator[str]:
    if case.due is None:
        yield "Tell us when it was due, and we’ll add the interest and your dates."
    elif case.late is None:
        yield "The interest rate for this invoice isn’t known yet, so no interest is added."


def _assumed(case: Case) -> Iterator[str]:
    if case.inputs.situation is None:
        yield "You weren’t sure what’s happening, so this plan assumes you haven’t asked them about it yet."
    if case.inputs.keep_customer and decided_by_keeping(case.answers):
        yield "You said you want to keep working with them. If you don’t, the next step may be firmer."


def next_steps(case: Case) -> Iterator[str]:
    """What comes after this step."""
    yield from case.step.next_steps
    if case.deadlines:
        yield f"The last safe date to start a claim is {in_words(case.deadlines.last_safe_date)}."


def sources(case: Case) -> Iterator[Source]:
    """The figures of interest and court fees that the plan uses."""
    if case.late:
        yield from (replace(one, field=f"late_{one.field}") for one in case.late.sources)
    if case.court:
        yield from (replace(one, field=f"court_{one.field}") for one in case.court.sources)
