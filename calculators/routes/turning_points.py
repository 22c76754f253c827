"""Events that rule out most options: a claim, a judgment, an insolvency, a death, a customer abroad, a time limit."""

from collections.abc import Mapping
from enum import Enum, auto

from calculators.kernel import Nation
from calculators.next_step import Claim, CompanyStatus, NextStep, Paid, Whereabouts

from .case_calculations import Case
from .result_types import Fit, Way


class TurningPoint(Enum):
    """An event after which most of the usual options no longer fit."""

    all_paid = auto()
    judgment = auto()
    claim = auto()
    insolvency = auto()
    dissolved = auto()
    died = auto()
    not_found = auto()
    abroad = auto()
    time_limit = auto()
    debt_gone = auto()


def turning_point(case: Case) -> TurningPoint | None:
    """The event that has happened in this case, if any: the one that rules out most options comes first."""
    known = case.answers
    if known.paid is Paid.everything:
        return TurningPoint.all_paid
    if known.claim_made is Claim.judgment:
        return TurningPoint.judgment
    if known.company_status in STATUS:
        return STATUS[known.company_status]
    if known.claim_made is not Claim.no:
        return TurningPoint.claim
    if known.whereabouts in WHERE:
        return WHERE[known.whereabouts]
    if case.step.step is NextStep.check_the_time_limit:
        gone = case.out_of_time and case.inputs.nation is Nation.scotland
        return TurningPoint.debt_gone if gone else TurningPoint.time_limit
    return None


STATUS: Mapping[CompanyStatus | None, TurningPoint] = {
    CompanyStatus.insolvent: TurningPoint.insolvency,
    CompanyStatus.dissolved: TurningPoint.dissolved,
}
WHERE: Mapping[Whereabouts | None, TurningPoint] = {
    Whereabouts.died: TurningPoint.died,
    Whereabouts.not_found: TurningPoint.not_found,
    Whereabouts.abroad: TurningPoint.abroad,
}


Fits = Mapping[Way, tuple[Fit, str]]
NOT_WRITTEN_OFF = tuple(way for way in Way if way is not Way.write_off)


def _none_but_writing_off(why: str, *, court: str = "") -> Fits:
    """Rules out every option but writing off, all for one reason; `court` is a separate reason for court."""
    return {way: (Fit.no, court if court and way is Way.court else why) for way in NOT_WRITTEN_OFF}


HAS_TURNED: Mapping[TurningPoint, Fits] = {
    TurningPoint.all_paid: dict.fromkeys(Way, (Fit.no, "They’ve paid everything they owe.")),
    TurningPoint.judgment: {
        Way.chase: (Fit.no, "You have a judgment, so asking again won’t help."),
        Way.settle: (Fit.later, "Only take less if you doubt you’ll ever get it all."),
        Way.payment_plan: (Fit.later, "If they can’t pay it at once, agree instalments, and keep the judgment."),
        Way.mediation: (Fit.no, "The court has decided, so there’s nothing left to mediate."),
        Way.letter_before_claim: (Fit.no, "You’re past that stage: the court has decided."),
        Way.agency: (Fit.no, "Now you have a judgment, try the court’s own enforcement first."),
    },
    TurningPoint.claim: {
        Way.chase: (Fit.no, "You’ve started a claim, so the next step is in court. You can still talk to them."),
        Way.settle: (Fit.later, "You can settle at any time before the hearing. Tell the court if you do."),
        Way.payment_plan: (Fit.later, "If money is short, you can agree instalments. Tell the court if you do."),
        Way.mediation: (Fit.later, "You can still settle with a mediator’s help before the hearing."),
        Way.letter_before_claim: (Fit.no, "You’re past that stage: you’ve started a claim."),
        Way.court: (Fit.later, "If you can’t agree, the claim goes on to a hearing."),
        Way.agency: (Fit.no, "You’ve already started a claim."),
    },
    TurningPoint.insolvency: _none_but_writing_off(
        "You claim in the insolvency now, like everyone else they owe.",
        court="Don’t start or continue a claim before you’ve had advice.",
    ),
    TurningPoint.dissolved: _none_but_writing_off(
        "There’s no company left to pay you, unless it’s restored.",
        court="A company that no longer exists can’t be sued. It would have to be restored first.",
    ),
    TurningPoint.died: {
        Way.settle: (Fit.later, "First find out who’s dealing with the estate, and ask for all of it."),
        Way.payment_plan: (Fit.later, "First find out who’s dealing with the estate, and when they expect to pay."),
        Way.mediation: (Fit.later, "First find out who’s dealing with the estate."),
        Way.letter_before_claim: (Fit.later, "Write kindly first to whoever’s dealing with the estate."),
        Way.court: (Fit.later, "If nobody’s dealing with the estate, get advice before you claim."),
        Way.agency: (Fit.no, "Don’t send an agency to the family: it isn’t their debt."),
    },
    TurningPoint.not_found: {
        Way.settle: (Fit.later, "You have to find them first."),
        Way.payment_plan: (Fit.later, "You have to find them first."),
        Way.mediation: (Fit.later, "You have to find them first."),
        Way.letter_before_claim: (Fit.later, "Find their address first, so that the letter reaches them."),
        Way.court: (Fit.later, "You need an address first. If it’s the wrong one, a judgment can be undone."),
    },
    TurningPoint.abroad: {
        Way.letter_before_claim: (Fit.later, "First check which country’s court you’d use."),
        Way.court: (Fit.later, "We can’t put a figure on court: it depends on your contract and on where they are."),
    },
    TurningPoint.time_limit: {
        Way.letter_before_claim: (Fit.later, "This only works if you’re still in time. Have the dates checked first."),
        Way.court: (Fit.later, "This only works if you’re still in time. Have the dates checked first."),
    },
    TurningPoint.debt_gone: _none_but_writing_off(
        "In Scotland the debt may no longer exist. Have the dates checked first."
    ),
}  # fmt: skip
"""The options that an event rules out or puts off, with the reason; the others are judged as usual."""

NO_FIGURES: Mapping[TurningPoint, tuple[Way, ...]] = {
    TurningPoint.all_paid: tuple(Way),
    TurningPoint.judgment: tuple(way for way in Way if way not in (Way.payment_plan, Way.write_off)),
    TurningPoint.insolvency: NOT_WRITTEN_OFF,
    TurningPoint.dissolved: NOT_WRITTEN_OFF,
    TurningPoint.abroad: (Way.court,),
    TurningPoint.debt_gone: NOT_WRITTEN_OFF,
}
"""The options whose figures don't fit after the event, because they assume a claim that is still to be made."""
