"""A dated plan from the first reminder to the last safe day to claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from calculators.kernel import (
    ONE_DAY,
    Choice,
    CustomerType,
    Download,
    Event,
    Example,
    Figure,
    Money,
    Nation,
    Problem,
    Source,
    Step,
    add_months,
    ask,
    csv,
    days_to_give,
    figure,
    holidays,
    ics,
    in_words,
    latest,
    limitation_years,
    next_working_day,
    pounds,
    previous_working_day,
    shared,
    tell,
    working_days,
)

TITLE = "Deadlines: when to do what"
ACTION = "Make the plan"
LEADS_TO = ("late_payment_interest", "court_costs", "letter_before_claim")
RULES_BEGIN = date(2018, 1, 1)
"""All the rules that a plan needs are in our figures from here on."""

MONTHS_OF_WARNING = 6
"""How long before the last safe day we say that advice is due: our choice."""

PLACE = {
    Nation.england_wales: "in England and Wales",
    Nation.scotland: "in Scotland",
    Nation.northern_ireland: "in Northern Ireland",
}


class Task(Choice):
    """What there is to do."""

    reminder = "Send a friendly reminder"
    call = "Call, and ask for a day to pay"
    second_letter = "Write a second time"
    hold_notice = "Tell them that work is on hold"
    letter_before_claim = "Send a letter before claim"
    first_day_to_claim = "First day to start a claim"
    commissioner = "Complain to the Small Business Commissioner"
    vat_relief = "Claim VAT back on the bad debt"
    advice = "Get advice about the time limit"
    limitation = "Last safe day to start a claim"


class SetBy(Choice):
    """Who sets a day."""

    suggestion = "Our suggestion"
    law = "The law or court rules"


def _at_once(question: Any) -> Any:
    """A shared question that is asked here without unfolding anything."""
    return field(default=question.default, metadata={"ask": replace(question.metadata["ask"], more=False)})


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    due_date: date | None = _at_once(shared.due_date())
    supplied_date: date | None = ask(
        "When did you deliver or finish the work?", noun="the day you delivered or finished the work",
        group=shared.DATES, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="The time limit can run from this day. If you agreed no day to pay, we need it. For example 1 March 2026",
    )  # fmt: skip
    last_acknowledged: date | None = ask(
        "When did they last pay part of it, or say in writing that they owe it?",
        noun="the day they last paid part or said that they owe it", group=shared.DATES, more=True, low=shared.EARLIEST,
        high=shared.LATEST, default=None, hint="It can start the time limit again. Leave it empty if they did neither.",
    )  # fmt: skip
    letter_sent: date | None = ask(
        "When did you send a letter before claim?", noun="the day you sent a letter before claim", group=shared.DATES,
        more=True, low=shared.EARLIEST, high=shared.LATEST, default=None,
        hint="Leave it empty if you have not sent one.",
    )  # fmt: skip
    claim_value: Money | None = ask(
        "How much would you claim?", noun="the amount you would claim", group=shared.DEBT, more=True, low="0.01",
        high=shared.MOST, default=None, hint="With interest and compensation. It decides which court deals with it.",
    )  # fmt: skip
    plan_from: date = ask(
        "From which day do you plan?", noun="the day you plan from", group=shared.DATES, more=True, low=RULES_BEGIN,
        high=shared.LATEST, today=True, hint="Leave it empty for today.",
    )  # fmt: skip

    def problems(self) -> Iterator[Problem]:
        """Answers that are missing or do not go together."""
        if self.due_date is None and self.supplied_date is None:
            yield Problem(
                "due_date",
                "The day the money was due is missing. If you agreed none, write the day you delivered or finished.",
            )
        last = in_words(self.plan_from)
        if self.last_acknowledged and self.last_acknowledged > self.plan_from:
            yield Problem(
                "last_acknowledged",
                f"The day they last paid part or said that they owe it must be {last} or earlier.",
            )
        if self.letter_sent and self.letter_sent > self.plan_from:
            yield Problem("letter_sent", f"The day you sent a letter before claim must be {last} or earlier.")


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """One step: the day to take it, or the day by which it must be taken."""

    step: Task = tell("What to do")
    day: date | None = tell("Day", absent="")
    by: date | None = tell("At the latest", absent="no fixed day")
    why: str = tell("Why")
    set_by: SetBy = tell("Who sets the day")
    source: Figure | None = tell("Source", absent="")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told; `last_safe_date` is earlier than the law's own last day, never later."""

    headline: str
    first_day_to_claim: date | None = tell("First day to start a claim", absent="get advice first")
    last_safe_date: date = tell("Last safe day to start a claim")
    last_day_to_pay: date = tell("Last day to pay")
    time_runs_from: date = tell("The time limit is counted from")
    reply_days: int = tell("Days that they get to answer a letter before claim")
    commissioner_until: date | None = tell(
        "Last day to complain to the Small Business Commissioner", absent="not about this customer"
    )
    vat_relief_from: date = tell("VAT on the bad debt can be claimed back from")
    vat_relief_until: date = tell("VAT on the bad debt can be claimed back until")
    planned_from: date = tell("Planned from")
    plan: tuple[PlanStep, ...] = tell("Your plan")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


# Days that the law sets


@dataclass(frozen=True, kw_only=True)
class _Limit:
    """The time limit: where it starts and its last safe day; `without` is that day if nothing restarted it."""

    years: Figure
    runs_from: date
    last_safe: date
    without: date


def _days(inputs: Inputs) -> list[date]:
    """The day that was agreed and that of the supply, as far as they are typed."""
    return [day for day in (inputs.due_date, inputs.supplied_date) if day]


def _last_day_to_pay(inputs: Inputs) -> date:
    """The day agreed or, without one, the last of those that the law on late payment gives a business.

    The law counts from the later of the supply and their notice of the sum (1998 Act, s4(2A) to (2H)); we do not ask
    for the second, and say so.
    """
    if inputs.due_date:
        return inputs.due_date
    return _days(inputs)[0] + timedelta(days=int(latest(_DEFAULT_DAYS).value) - 1)


_DEFAULT_DAYS = "uk.late_payment_default_days"


def _limit(inputs: Inputs) -> _Limit:
    """The time limit, counted from the earliest day that a court might.

    For services time can run from the work, whenever payment was due: Consulting Concepts v Consumer
    Protection Association [2022] EWCA Civ 1699. A part payment or acknowledgment starts it again only
    if it came in time: Limitation Act 1980, s29(5) and (7); 1973 Act, s6 and s10.
    """
    years = limitation_years(inputs.nation)
    first = min(_days(inputs))
    told = inputs.last_acknowledged
    restarted = told is not None and first < told < add_months(first, int(years.value) * 12)
    runs_from = told if told and restarted else first
    return _Limit(
        years=years,
        runs_from=runs_from,
        last_safe=_last_safe(inputs.nation, runs_from, years),
        without=_last_safe(inputs.nation, first, years),
    )


def _last_safe(nation: Nation, runs_from: date, years: Figure) -> date:
    """The last day before the anniversary that is no weekend and no holiday that we know of."""
    return previous_working_day(_day_before(runs_from, int(years.value) * 12), nation.name)


def _day_before(first: date, months: int) -> date:
    """The day before so many months are over, for a last day that is safe."""
    return add_months(first, months) - ONE_DAY


def _commissioner(inputs: Inputs) -> Figure | None:
    """The months to complain, for a customer who is a business and no public body (Enterprise Act 2016, Part 1)."""
    if inputs.customer_type in (CustomerType.consumer, CustomerType.public_body):
        return None
    return figure("uk.small_business_commissioner_months", inputs.plan_from)


def _vat_relief(inputs: Inputs) -> tuple[date, date]:
    """The first and last safe day, by months after the later of the due day and the supply (HMRC Notice 700/18)."""
    opens, ends = (int(one.value) for one in _vat_figures(inputs))
    later, last = max(_last_day_to_pay(inputs), *_days(inputs)), max(_days(inputs))
    return add_months(later, opens) + ONE_DAY, _day_before(last, ends)


def _vat_figures(inputs: Inputs) -> tuple[Figure, Figure]:
    return (
        figure("uk.vat_bad_debt_relief_months", inputs.plan_from),
        figure("uk.vat_bad_debt_relief_last_months", inputs.plan_from),
    )


# The way to a claim


CHASE = (
    (Task.reminder, 1, "It may just have slipped. Be friendly, and send the invoice again."),
    (Task.call, 7, "People answer a call. Ask what holds it up, and agree on a day. Note what was said."),
    (Task.second_letter, 14, "Say what is owed, since when, and by which day you want it."),
    (Task.hold_notice, 21, "Only for work that is still going on, and only if your contract lets you stop."),
    (Task.letter_before_claim, 30, "Courts expect it before a claim. Say what you claim and by when they must answer."),
)
"""The steps before a claim, each with its days after the last day to pay: the gaps are our choice."""

AT_ONCE = ((Task.letter_before_claim, 1, "There is no time left for reminders. Get advice before you send it."),)


@dataclass(frozen=True, kw_only=True)
class _Way:
    """The steps up to the first day to claim, which is None where the time limit leaves no room."""

    steps: tuple[PlanStep, ...]
    first_day: date | None


def _way(inputs: Inputs, limit: _Limit) -> _Way:
    """The longest way that still ends by the last safe day."""
    for tasks in ((),) if inputs.letter_sent else (CHASE, AT_ONCE):
        steps = tuple(_chasing(inputs, tasks))
        letter = inputs.letter_sent or steps[-1].day or inputs.plan_from
        first_day = _first_day_to_claim(inputs, letter)
        if first_day <= limit.last_safe:
            return _Way(steps=(*steps, _claim_step(inputs, letter, first_day)), first_day=first_day)
    return _Way(steps=(), first_day=None)


def _chasing(inputs: Inputs, tasks: Sequence[tuple[Task, int, str]]) -> Iterator[PlanStep]:
    """The steps at their distances from the day after it was due, or from the day of the plan if that is later."""
    late = _last_day_to_pay(inputs) + ONE_DAY
    start = max(late, inputs.plan_from)
    for task, after, why in tasks:
        day = next_working_day(start + timedelta(days=after - 1), inputs.nation.name)
        yield PlanStep(step=task, day=day, by=None, why=why, set_by=SetBy.suggestion, source=None)


def _reply_days(inputs: Inputs) -> Figure:
    """Their time to answer; outside England and Wales we know no rule and suggest the same."""
    return days_to_give(inputs.customer_type, inputs.plan_from)


def _first_day_to_claim(inputs: Inputs, letter: date) -> date:
    """The first working day after their last day to answer, itself a working day, as in our letter before claim."""
    answered = next_working_day(letter + timedelta(days=int(_reply_days(inputs).value)), inputs.nation.name)
    late = _last_day_to_pay(inputs) + ONE_DAY
    return next_working_day(max(answered + ONE_DAY, late, inputs.plan_from), inputs.nation.name)


def _claim_step(inputs: Inputs, letter: date, first_day: date) -> PlanStep:
    days = _reply_days(inputs)
    ours = inputs.nation is Nation.england_wales
    note = days.note if ours else f"That is the rule in England and Wales. We know of none {PLACE[inputs.nation]}."
    return PlanStep(
        step=Task.first_day_to_claim,
        day=first_day,
        by=None,
        why=f"They get {days.value} days from your letter of {in_words(letter)} to answer, or to the next working day. "
        f"If your letter names a later one, wait for that. {note}".rstrip(),
        set_by=SetBy.law if ours else SetBy.suggestion,
        source=days if ours else None,
    )


# The plan


def calculate(inputs: Inputs) -> Result:
    """A plan of days, none of the suggested ones on a weekend or the nation's bank holiday.

    Last days are the day before the law's own, so that nobody relies on the last hour. Raises NoFigure.
    """
    limit = _limit(inputs)
    way = _way(inputs, limit)
    opens, ends = _vat_relief(inputs)
    return Result(
        headline=_headline(inputs, limit, way),
        first_day_to_claim=way.first_day,
        last_safe_date=limit.last_safe,
        last_day_to_pay=_last_day_to_pay(inputs),
        time_runs_from=limit.runs_from,
        reply_days=int(_reply_days(inputs).value),
        commissioner_until=_commissioner_until(inputs),
        vat_relief_from=opens,
        vat_relief_until=ends,
        planned_from=inputs.plan_from,
        plan=_plan(inputs, limit, way),
        working=(),
        cautions=tuple(_cautions(inputs, limit, way)),
        next_steps=tuple(_next_steps(inputs, way)),
        sources=tuple(_sources(inputs, limit)),
    )


def _plan(inputs: Inputs, limit: _Limit, way: _Way) -> tuple[PlanStep, ...]:
    """All steps in order of their days."""
    steps = [*way.steps, *_commissioner_step(inputs), _vat_step(inputs), *_limit_steps(inputs, limit, way)]
    return tuple(sorted(steps, key=lambda one: one.day or one.by or date.max))


def _commissioner_until(inputs: Inputs) -> date | None:
    months = _commissioner(inputs)
    return _day_before(_days(inputs)[0], int(months.value)) if months else None


def _commissioner_step(inputs: Inputs) -> Iterator[PlanStep]:
    until, months = _commissioner_until(inputs), _commissioner(inputs)
    if until is None:
        return
    yield PlanStep(
        step=Task.commissioner,
        day=None,
        by=until,
        why=_said_if_past(inputs, until, " A good reason for being late can still count.")
        + "Free. Only if you have fewer than 50 staff, they have 50 or more and an office in the United Kingdom, and "
        "no claim or mediation has begun.",
        set_by=SetBy.law,
        source=months,
    )


def _vat_step(inputs: Inputs) -> PlanStep:
    opens, ends = _vat_relief(inputs)
    return PlanStep(
        step=Task.vat_relief,
        day=max(opens, inputs.plan_from) if inputs.plan_from <= ends else opens,
        by=ends,
        why=_said_if_past(inputs, ends)
        + "Only if you are registered for VAT, have paid this VAT over, and have written the debt off in your books.",
        set_by=SetBy.law,
        source=_vat_figures(inputs)[0],
    )


def _limit_steps(inputs: Inputs, limit: _Limit, way: _Way) -> Iterator[PlanStep]:
    """The last safe day and, some months before it, a word of warning."""
    warning = previous_working_day(add_months(limit.last_safe, -MONTHS_OF_WARNING), inputs.nation.name)
    yield PlanStep(
        step=Task.advice,
        day=max(warning, inputs.plan_from) if way.first_day else inputs.plan_from,
        by=None,
        why="The time limit is near. Ask a solicitor or an advice service how long you really have."
        if inputs.plan_from <= limit.last_safe
        else "The time limit may have run out. Ask a solicitor or an advice service before you do anything else.",
        set_by=SetBy.suggestion,
        source=None,
    )
    yield PlanStep(
        step=Task.limitation,
        day=None,
        by=limit.last_safe,
        why=f"{_said_if_past(inputs, limit.last_safe)}{_why_limit(inputs, limit)}",
        set_by=SetBy.law,
        source=limit.years,
    )


def _why_limit(inputs: Inputs, limit: _Limit) -> str:
    after = "the debt is gone" if inputs.nation is Nation.scotland else "they can say that you are too late"
    return f"{limit.years.value} years after {in_words(limit.runs_from)} {after}. We stop a day or more before."


def _said_if_past(inputs: Inputs, until: date, more: str = "") -> str:
    return f"This day has passed.{more} " if until < inputs.plan_from else ""


def _headline(inputs: Inputs, limit: _Limit, way: _Way) -> str:
    last = in_words(limit.last_safe)
    if inputs.plan_from > limit.last_safe:
        gone = "the debt may no longer exist" if inputs.nation is Nation.scotland else "it may be too late to claim"
        return f"The last safe day to start a claim was {last}, and {gone}. Get advice before you do anything else."
    if way.first_day is None:
        return f"The last safe day to start a claim is {last}, before their time to answer would end. Get advice today."
    first = way.steps[0]
    opening = "" if first.day in (None, way.first_day) else f"{first.step} on {in_words(first.day)}. "
    return f"{opening}You can start a claim from {in_words(way.first_day)}. The last safe day for it is {last}."


# Cautions, what next, sources


def _cautions(inputs: Inputs, limit: _Limit, way: _Way) -> Iterator[str]:
    if inputs.plan_from <= limit.last_safe:
        yield (
            "Do not wait for the last safe day. Papers come back, and a claim counts only when the court has started "
            "it. Letters and calls from you do not stop the time limit."
        )
    yield from _about_start(inputs)
    yield from _about_restart(inputs, limit)
    if inputs.nation is Nation.scotland:
        yield (
            "In Scotland the debt is extinguished when the time is over: it no longer exists. You cannot claim it, and "
            "nothing that they say or pay later brings it back."
        )
    if way.steps:
        yield from _about_way(inputs)
    if inputs.due_date is None and inputs.customer_type is not CustomerType.consumer:
        yield (
            f"You agreed no day, so they get {latest(_DEFAULT_DAYS).value} days, beginning with the day you delivered "
            "or they got the invoice, whichever is later. We count from the day you typed. If they got the invoice "
            "after it, the last day to pay is later by as much."
        )
    if inputs.due_date is None and inputs.customer_type is CustomerType.consumer:
        yield (
            f"The {latest(_DEFAULT_DAYS).value} days to pay that we counted are those of a business. The law sets none "
            "for a private person who agreed no day."
        )
    if inputs.customer_type is CustomerType.association:
        yield from _about_association(inputs)
    yield from _about_holidays(inputs, limit, way)


def _about_association(inputs: Inputs) -> Iterator[str]:
    yield "We have not established whether the Small Business Commissioner hears complaints about a club or charity."
    if inputs.due_date is None:
        yield shared.ASSOCIATION_INTEREST


def _about_start(inputs: Inputs) -> Iterator[str]:
    if inputs.supplied_date is None:
        yield (
            "For work and services, time can run from the day you finished, not from the day the money was due. Write "
            "that day as well, and we count from the earlier one."
        )
    elif inputs.due_date:
        yield "We count the time limit from the earlier of your two days, since a court may do so."


def _about_restart(inputs: Inputs, limit: _Limit) -> Iterator[str]:
    told = inputs.last_acknowledged
    if told is None:
        yield (
            "A part payment, or clear words from them in writing that they owe it, can start the time limit again. "
            "Keep every such paper, but do not rely on it without advice."
        )
    elif limit.runs_from == told:
        yield (
            f"We count from {in_words(told)}. That holds only if they paid part of this debt or clearly said in "
            f"writing that they owe it. If a court does not accept it, the last safe day is {in_words(limit.without)}."
        )
    elif told > limit.without:
        yield (
            f"What they paid or wrote on {in_words(told)} seems to come too late to start the time again. It may count "
            f"if they did the same before {in_words(limit.without)}. Get advice."
        )
    else:
        yield (
            f"What they paid or wrote on {in_words(told)} came before the time began to run, so we do not count from "
            "it. A later part payment, or clear words from them in writing that they owe it, can start the time again."
        )


def _about_way(inputs: Inputs) -> Iterator[str]:
    yield (
        "No law sets the days for reminders, calls and letters. The gaps are our suggestion: long enough not to "
        "pester, short enough not to be forgotten. Leave out what you have done."
    )
    if not inputs.letter_sent:
        yield "If you stop work without a right to, you may be the one who breaks the contract. Read it first."
    yield "Post takes time. Send a letter before claim by email as well, and keep proof of the day."


def _about_holidays(inputs: Inputs, limit: _Limit, way: _Way) -> Iterator[str]:
    days = [step.day for step in way.steps if step.day]
    if not all(working_days.known(day) for day in (*days, limit.last_safe)):
        first, last = in_words(holidays().known_from), in_words(holidays().known_until)
        yield f"We know bank holidays from {first} to {last}. Outside these days, check that the court is open."


def _next_steps(inputs: Inputs, way: _Way) -> Iterator[str]:
    if way.first_day is None:
        yield "Ask a solicitor or an advice service today. Take the invoice, the contract and every letter."
    else:
        yield "Put the days in your calendar: the button below gives you a file for it."
        yield "Write down the day and time of every call and letter. A court will want to see them."
        yield "Offer mediation before you claim. A court will ask whether you tried to settle."
        yield "If they pay, or agree on a plan to pay, stop here and write down what you agreed."
    yield from _which_court(inputs)


def _which_court(inputs: Inputs) -> Iterator[str]:
    if inputs.claim_value is None:
        return
    limit = latest(_SMALL[inputs.nation])
    value = pounds(inputs.claim_value)
    if inputs.claim_value <= limit.value:
        yield f"A claim of {value} is a small one {PLACE[inputs.nation]}. You can make it without a lawyer."
    else:
        yield (
            f"A claim of {value} is above the {pounds(limit.value)} of small claims {PLACE[inputs.nation]}. The loser "
            "may have to pay the other’s lawyer. Get advice first."
        )


_SMALL = {
    Nation.england_wales: "england_wales.small_claims_track_limit",
    Nation.scotland: "scotland.simple_procedure_limit",
    Nation.northern_ireland: "northern_ireland.small_claim_limit",
}


def _sources(inputs: Inputs, limit: _Limit) -> Iterator[Source]:
    opens, ends = _vat_figures(inputs)
    named = {
        "last_safe_date": limit.years,
        "reply_days": _reply_days(inputs),
        "commissioner_until": _commissioner(inputs),
        "vat_relief_from": opens,
        "vat_relief_until": ends,
        "plan": None if inputs.due_date else latest(_DEFAULT_DAYS),
        "claim_value": latest(_SMALL[inputs.nation]) if inputs.claim_value else None,
    }
    return (Source(field=name, figure=found) for name, found in named.items() if found)


# Files and examples


@dataclass(frozen=True, kw_only=True)
class _SheetRow:
    """A step of the plan as a spreadsheet shows it."""

    step: str = tell("What to do")
    day: date | None = tell("Day")
    by: date | None = tell("At the latest")
    why: str = tell("Why")
    set_by: str = tell("Who sets the day")


def downloads(result: Result) -> tuple[Download, ...]:
    """The plan as a calendar and as a table."""

    def dates() -> str:
        return ics.calendar(TITLE, events(result), result.planned_from)

    def sheet() -> str:
        return csv.table(tuple(_sheet_row(one) for one in result.plan))

    return (
        Download(name="deadlines.ics", label="Days for your calendar", type="text/calendar", make=dates),
        Download(name="deadlines.csv", label="Table for a spreadsheet", type="text/csv", make=sheet),
    )


def _sheet_row(one: PlanStep) -> _SheetRow:
    return _SheetRow(step=str(one.step), day=one.day, by=one.by, why=one.why, set_by=str(one.set_by))


def events(result: Result) -> Iterator[Event]:
    """Each day to come; the key holds no day of the plan, so that a new plan replaces the old one."""
    for one in result.plan:
        for end, day in (("", one.day), ("-at-the-latest", one.by)):
            if day and day >= result.planned_from:
                title = f"{one.step} (at the latest)" if end and one.step is not Task.limitation else str(one.step)
                yield Event(key=f"{one.step.name}{end}-{result.last_day_to_pay}", day=day, title=title, note=one.why)


EXAMPLES = (
    Example(
        title="An invoice that fell due two days ago",
        story=(
            "A car valeting company sent an invoice to a dealership, and it was due on 20 November 2026. The story is "
            "true. The days are ours."
        ),
        values={"nation": "england_wales", "customer_type": "company", "due_date": "20 November 2026"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="£30,000 for finding workers, part paid, in Scotland",
        story=(
            "A firm found workers for a builder, who disputes the contract. Part was paid in May 2024. The debt is "
            "from a true story. The place, the days and the rest are ours."
        ),
        values={
            "nation": "scotland",
            "customer_type": "sole_trader",
            "due_date": "31 March 2023",
            "supplied_date": "1 March 2023",
            "last_acknowledged": "14 May 2024",
            "claim_value": "30,000",
        },
        today=date(2026, 11, 22),
    ),
)
