"""What to do next: a few questions lead to one step to take, and show the whole journey with "you are here"."""

from functools import cache

from calculators.kernel import NIL, Action, Nation, Step, adding_up, latest, portion, step, to_pence, total

from .advice import Advice, advice_on
from .examples import EXAMPLES
from .questions import (
    CanPay,
    Claim,
    CompanyStatus,
    Contact,
    Disputed,
    HowLate,
    Inputs,
    Letter,
    Mediation,
    Offer,
    Paid,
    Reminders,
    SinceJudgment,
    Situation,
    Whereabouts,
)
from .reasons_and_cautions import cautions, headline, next_steps, reasons, sources
from .result_types import Draft, GuidePage, NextStep, Place, Result, Stage, Tool
from .rules import next_step, settled
from .stage_costs_and_times import ELSEWHERE, newest, the_whole_way

TITLE = "What should I do next?"
ACTION = "Show my next step"

__all__ = [
    "ACTION",
    "EXAMPLES",
    "TITLE",
    "CanPay",
    "Claim",
    "CompanyStatus",
    "Contact",
    "Disputed",
    "Draft",
    "GuidePage",
    "HowLate",
    "Inputs",
    "Letter",
    "Mediation",
    "NextStep",
    "Offer",
    "Paid",
    "Place",
    "Reminders",
    "Result",
    "SinceJudgment",
    "Situation",
    "Stage",
    "Tool",
    "Whereabouts",
    "action",
    "advice_on",
    "calculate",
    "next_step",
    "the_whole_way",
]


def calculate(answers: Inputs) -> Result:
    """The next step for these answers, with all the advice on it.

    Fees are the latest that we know, for the smallest claim in the nation where the customer is based.
    """
    found, known = next_step(answers), settled(answers)
    advice = advice_on(found, known)
    fees = _fees(known, advice)
    working = () if fees is None else _working(fees)
    return Result(
        headline=headline(known, found),
        step=found,
        stage=advice.stage,
        page=advice.page.page,
        page_title=advice.page,
        calculator=advice.tool,
        draft=advice.draft,
        least_fees=working[-1].amount if working else None,
        why=tuple(reasons(answers, advice)),
        prepare=advice.prepare,
        avoid=advice.avoid,
        journey=the_whole_way(advice.stage, known.nation),
        working=working,
        cautions=tuple(cautions(known, found)),
        next_steps=tuple(next_steps(known, advice)),
        sources=sources(known.nation),
    )


def action(result: Result) -> Action:
    """The letter to start from or, without one, the page to read."""
    if result.draft:
        return Action(label=f"Start from a draft: {result.draft}", page=result.draft.page)
    return Action(label="Show me how", page=result.page)


def _fees(known: Inputs, advice: Advice) -> tuple[str, ...] | None:
    """The names of the figures for the step's lowest fees.

    None if they aren't known, as for some steps outside England and Wales. In a defended claim, the court's own
    mediator is free.
    """
    if advice.stage is Stage.mediate:
        return () if known.claim_made is Claim.defended else advice.fees
    if known.nation is Nation.england_wales or not advice.fees:
        return advice.fees
    return (ELSEWHERE[known.nation][0],) if advice.fees == ("england_wales.issue_fee",) else None


@cache
def _working(fees: tuple[str, ...]) -> tuple[Step, ...]:
    """The step's lowest fees, which are those for a claim in the lowest band."""
    lines = [step(one.label, one.value, one) for one in map(newest, fees)]
    if any(name.startswith("mediation.") for name in fees):
        rate = latest("uk.vat_rate")
        lines.append(
            step("VAT, which you can reclaim if you’re registered", to_pence(portion(total(lines), rate.value)), rate)
        )
    return tuple(adding_up("Minimum fees for this step", lines or [step("Nothing to pay to a court or mediator", NIL)]))
