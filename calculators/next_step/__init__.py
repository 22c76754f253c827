"""Which step next: a few choices, one step to take, and the whole way with "you are here"."""

from functools import cache

from calculators.kernel import NIL, Step, adding_up, latest, portion, step, to_pence, total

from .advice import Advice, advice_on
from .examples import EXAMPLES
from .journey import newest, the_whole_way
from .questions import CanPay, Claim, Contact, Disputed, HowLate, Inputs, Letter, Mediation
from .result import Draft, GuidePage, NextStep, Place, Result, Stage, Tool
from .rules import next_step
from .words import cautions, next_steps, sources

TITLE = "Which step next?"
ACTION = "Show my next step"

__all__ = [
    "ACTION", "EXAMPLES", "TITLE", "CanPay", "Claim", "Contact", "Disputed", "Draft", "GuidePage", "HowLate", "Inputs",
    "Letter", "Mediation", "NextStep", "Place", "Result", "Stage", "Tool", "calculate", "next_step", "the_whole_way",
]  # fmt: skip


def calculate(answers: Inputs) -> Result:
    """The next step for these answers, with all that is said about it.

    Fees are the newest that we know, of England and Wales, for the smallest claim.
    """
    found = next_step(answers)
    advice = advice_on(found)
    working = _working(_fees(answers, advice))
    return Result(
        headline=f"Next: {found.value[0].lower()}{found.value[1:].replace(':', ',')}.",
        step=found,
        stage=advice.stage,
        page=advice.page.page,
        page_title=advice.page,
        calculator=advice.tool,
        draft=advice.draft,
        least_fees=working[-1].amount,
        why=(advice.why,),
        prepare=advice.prepare,
        avoid=advice.avoid,
        journey=the_whole_way(advice.stage),
        working=working,
        cautions=tuple(cautions(answers, found)),
        next_steps=tuple(next_steps(answers, advice)),
        sources=sources(),
    )


def _fees(answers: Inputs, advice: Advice) -> tuple[str, ...]:
    """The figures that the step costs at the least; in a defended claim the court's own mediator is free."""
    free = advice.stage is Stage.mediate and answers.claim_made is Claim.defended
    return () if free else advice.fees


@cache
def _working(fees: tuple[str, ...]) -> tuple[Step, ...]:
    """The least that the step costs in fees: for a claim in the lowest band, in England or Wales."""
    lines = [step(one.label, one.value, one) for one in map(newest, fees)]
    if any(name.startswith("mediation.") for name in fees):
        rate = latest("uk.vat_rate")
        lines.append(
            step("VAT, which you get back if you are registered", to_pence(portion(total(lines), rate.value)), rate)
        )
    return tuple(adding_up("Fees for this step, at the least", lines or [step("No court or mediator to pay", NIL)]))
