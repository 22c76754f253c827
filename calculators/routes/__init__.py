"""Your plan: what to do now about one debt, with every option side by side.

It combines the other calculators, and every figure comes from them.
"""

from calculators.kernel import Action, Download, Event, ics, shared
from calculators.next_step import Draft, Mediation, NextStep
from calculators.next_step.questions import Situation

from .advice import cautions, headline, next_steps, premises, reason, sources
from .amount_owed import working
from .case_calculations import Case, case_of, in_time
from .examples import EXAMPLES
from .fits import best_way
from .next_step_inputs import answers_of, next_contact
from .plan_dates import plan_dates
from .questions import Inputs
from .result_types import Fit, PlanDate, Result, Route, Way
from .ways import ways

TITLE = "Your plan"
ACTION = "Show my plan"

__all__ = [
    "ACTION", "EXAMPLES", "TITLE", "Fit", "Inputs", "PlanDate", "Result", "Route", "Way",
    "action", "answers_of", "calculate", "downloads", "events", "in_time",
]  # fmt: skip

CARRIED = (
    *shared.CARRIED, "paid_on", "add_interest",
)  # fmt: skip
"""The fields that every letter asks for and the plan knows."""

CONTACTS = (NextStep.phone_for_a_date, NextStep.agree_a_day, NextStep.talk_it_through)
"""Steps without a letter that you take by talking to the customer, which counts as a reminder."""

SO_FAR = ("reminders_sent", "reminded_on", "promise_made")
"""The fields that only a reminder asks for."""

DATED = {Draft.reminder: "reminded_on", Draft.letter_before_claim: "letter_sent_on"}
"""The question for the date on which each letter was sent."""

LETTERS = {
    Draft.reminder: "Write the reminder",
    Draft.mediation_invitation: "Write the invitation",
    Draft.offer_without_prejudice: "Write the offer",
    Draft.reply_pack: "See what to do when they reply",
    Draft.settlement_agreement: "Draw up the agreement",
}


def calculate(inputs: Inputs) -> Result:
    """The step to take now, what is owed on the date of the plan, and each option for this debt.

    Money is in pounds. `ends_low`, `ends_likely` and `ends_high` are what is left after the costs still to come;
    estimates that depend on guessed chances come from settlement_range and court_costs. Raises NoFigure.
    """
    case = case_of(inputs)
    rows, dates = ways(case), plan_dates(case)
    return Result(
        headline=headline(case),
        lead=reason(case),
        premises=tuple(premises(case)),
        owed_today=case.owed,
        amount_owed=case.debt,
        judgment_amount=case.debt if case.judged else None,
        interest=None if case.judged else case.interest,
        compensation=None if case.judged else case.compensation,
        daily_interest=None if case.judged else case.daily_interest,
        interest_and_compensation=None if case.judged else case.on_top,
        interest_counted_to=None if case.judged else inputs.plan_from,
        add_interest=asks_for_interest(case),
        promise_made=inputs.situation is Situation.promised,
        next_step=case.step.step,
        next_step_page=case.step.page,
        next_step_draft=draft.name if (draft := case.step.draft) and not waits(case) else None,
        waits=waits(case),
        best_route=best_way(case),
        routes=rows,
        dates=dates,
        next_date=dates[0].date if dates else None,
        next_date_for=str(dates[0].what) if dates else "",
        planned_from=inputs.plan_from,
        prepare=case.step.prepare,
        avoid=case.step.avoid,
        working=working(case),
        cautions=tuple(cautions(case)),
        next_steps=tuple(next_steps(case)),
        sources=tuple(sources(case)),
    )


def asks_for_interest(case: Case) -> bool:
    """Whether the next letter asks for interest: a first, friendly reminder doesn't."""
    return case.debt == 0 or case.step.draft is not Draft.reminder


def waits(case: Case) -> bool:
    """Whether the customer still has time to answer the last reminder or the letter before claim."""
    reminded = best_way(case) is Way.chase and next_contact(case.inputs) is not None
    return reminded or case.step.step is NextStep.wait_for_their_answer


def action(result: Result) -> Action:
    """The letter for the next step, or the page that says how to take it."""
    if not result.next_step_draft:
        return Action(label="Show me how", page=result.next_step_page, done=_step_done(result))
    draft = Draft[result.next_step_draft]
    if draft is Draft.payment_plan_agreement:
        return Action(
            label="Work out the payments", page="calculators/payment_plan", fields=CARRIED, done=_step_done(result)
        )
    fields = (*CARRIED, *SO_FAR) if draft is Draft.reminder else CARRIED
    return Action(
        label=LETTERS.get(draft, "Write the letter"), page=draft.page, fields=fields, done=_done(draft, result)
    )


def _done(draft: Draft, result: Result) -> tuple[str, str] | None:
    if draft is Draft.mediation_invitation:
        return "mediation_offered", Mediation.waiting.name
    return (DATED[draft], result.planned_from.isoformat()) if draft in DATED else _step_done(result)


def _step_done(result: Result) -> tuple[str, str] | None:
    """The answer to record when the step has been taken; a step without a question of its own is recorded by name."""
    if result.waits:
        return None
    if result.next_step in CONTACTS:
        return "reminded_on", result.planned_from.isoformat()
    return "plan_done", result.next_step.name


def events(result: Result) -> tuple[Event, ...]:
    """Each date in the plan that is still to come."""
    return tuple(
        Event(key=f"plan-{one.what.name}", day=one.date, title=str(one.what), note=one.why) for one in result.dates
    )


def downloads(result: Result) -> tuple[Download, ...]:
    """All the dates in one calendar file."""
    if not result.dates:
        return ()

    def dates() -> str:
        return ics.calendar(TITLE, events(result), result.planned_from)

    return (Download(name="your-plan.ics", label="Add the dates to your calendar", type="text/calendar", make=dates),)
