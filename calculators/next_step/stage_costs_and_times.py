"""The whole journey from an unpaid invoice to its end: each stage with its cost and time, from the latest figures."""

from decimal import Decimal
from functools import cache

from calculators.kernel import (
    EnforcementMethod,
    Figure,
    Nation,
    court_mediation,
    figure,
    in_words,
    latest,
    plain,
    pounds,
    shared,
    table,
)

from .result_types import Place, Stage

ELSEWHERE = {
    Nation.scotland: ("scotland.simple_procedure_fee", 5_000),
    Nation.northern_ireland: ("northern_ireland.small_claim_fee", 5_000),
}
"""The fee to start a small claim in the other nations, and the largest claim to give it for, in pounds."""


@cache
def the_whole_way(here: Stage | None = None, nation: Nation = Nation.england_wales) -> tuple[Place, ...]:
    """Every stage with its cost and time, from the latest figures if there are any."""
    stages = _stages() | ({} if nation is Nation.england_wales else _elsewhere(nation))
    return tuple(
        Place(stage=stage, here="You are here" if stage is here else "", cost=cost, time=time, binds=binds,
              keeps_customer=keeps)
        for stage, (cost, time, binds, keeps) in stages.items()
    )  # fmt: skip


def _stages() -> dict[Stage, tuple[str, str, str, str]]:
    """For each stage: its cost and time, whether it's binding, and whether it keeps the customer."""
    return {
        Stage.prevent: ("Nothing", "Before you start work", "Yes, your contract is", "Yes"),
        Stage.check: ("Nothing", "A phone call", "No", "Yes"),
        Stage.chase: ("Your time", "Weeks", "No", "Yes, if you stay polite"),
        Stage.talk: ("Your time", "A call or a meeting", "Only if you put it in writing", "Yes"),
        Stage.settle: ("Whatever you give up", "Days to weeks", "Yes, once signed", "Often"),
        Stage.mediate: (
            _mediation_cost(),
            "A few hours, plus a few weeks to arrange",
            "Not until you both sign",
            "Often",
        ),
        Stage.letter_before_claim: (
            "Nothing, if you write it yourself",
            _letter_time(),
            "No",
            "It may strain the relationship",
        ),
        Stage.court: (_court_cost(), _court_time(), "Yes", "Rarely"),
        Stage.enforce: (_enforcement_cost(), "There are no published figures", "Yes", "No"),
        Stage.let_go: ("What you’re owed, less any VAT you get back", _relief_time(), "You decide", "Possibly"),
    }


def _elsewhere(nation: Nation) -> dict[Stage, tuple[str, str, str, str]]:
    """The stages whose cost or time is different in Scotland or Northern Ireland, as far as we know."""
    name, most = ELSEWHERE[nation]
    start = f"{says(name)} to {says(name, most)} to start a small claim; later fees not confirmed"
    unknown = f"Not confirmed for {nation}"
    return {
        Stage.mediate: (_mediator(), "A few hours, plus a few weeks to arrange", "Not until you both sign", "Often"),
        Stage.letter_before_claim: (
            "Nothing, if you write it yourself",
            "No fixed time",
            "No",
            "It may strain the relationship",
        ),
        Stage.court: (start, unknown, "Yes", "Rarely"),
        Stage.enforce: (unknown, "There are no published figures", "Yes", "No"),
    }


def newest(name: str, amount: int = 1) -> Figure:
    """The latest figure we have, for that amount if it's a scale."""
    return figure(name, table(name).versions[-1].valid_from, Decimal(amount))


def says(name: str, amount: int = 1) -> str:
    """The latest figure as text, in pounds."""
    found = newest(name, amount)
    return pounds(found.value)


def _mediator() -> str:
    return f"From {says('mediation.cmc_fixed_fee')} each plus VAT"


def _mediation_cost() -> str:
    return (
        f"{_mediator()}; free in most defended claims of up to "
        f"{says(court_mediation.LIMIT)} started by {in_words(court_mediation.pilot_ends())}"
    )


def _letter_time() -> str:
    company, person = (latest(f"england_wales.letter_before_claim_days_{kind}") for kind in ("company", "individual"))
    return f"{company.value} days, or {person.value} for an individual or sole trader"


def _court_cost() -> str:
    start = f"{says('england_wales.issue_fee')} to {says('england_wales.issue_fee', shared.MOST)} to start"
    hearing = (says("england_wales.small_claims_hearing_fee", amount) for amount in (1, 10_000))
    return f"{start}; {' to '.join(hearing)} for a small claims hearing"


def _court_time() -> str:
    small, other = (latest(f"england_wales.{track}_weeks_to_trial") for track in ("small_claims", "other_tracks"))
    return (
        f"About {plain(small.value)} weeks to a small claims hearing, {plain(other.value)} to a trial in a larger claim"
    )


def _enforcement_cost() -> str:
    methods = [method.name for method in EnforcementMethod if method is not EnforcementMethod.none]
    fees = [newest(f"england_wales.{method}_fee").value for method in methods]
    return f"{pounds(min(fees))} to {pounds(max(fees))} for each attempt"


def _relief_time() -> str:
    return f"You can reclaim the VAT from {latest('uk.vat_bad_debt_relief_months').value} months after the due date"
