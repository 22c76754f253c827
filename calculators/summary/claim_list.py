"""A list of claims: who owes what, the next step and the next date of each, with a calendar and a table of them all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculators import routes
from calculators.answering import refusal
from calculators.catalogue import load
from calculators.kernel import Choice, Event, Money, Problem, csv, ics, tell
from calculators.kernel.base.dates import read_date
from calculators.kernel.base.schema import show
from calculators.kernel.contract.calculator import events, page_of
from calculators.kernel.output import json
from calculators.plan_tracker import InstalmentState

from .case_results import Worked, completed, one_line, work_out_one
from .claim_file import Claim, Values, read_claim
from .printed_sheets import Planned, planned

TITLE = "Your list of claims"
MOST = 1000
"""The most claims that a list may have: our choice."""

ALSO_DATED = {
    "judgment": ("vat_relief",),
    "court_day": ("vat_relief",),
    "plan_tracker": ("vat_relief",),
    "routes": ("claim_pack", "commissioner", "vat_relief"),
    "next_step": ("deadlines", "commissioner", "vat_relief"),
    "deadlines": ("commissioner", "vat_relief"),
}
"""The calculators that can give the next step, latest stage first, each with others whose dates still matter then."""

OWED = {"judgment": "owed_today", "plan_tracker": "balance"}
"""The field for the amount owed in the calculators that have one; for the others, it comes from the plan."""

PINNED = ("plan_from", "letter_date", "check_date", "interest_to", "last_seen")
"""Answers with the date that a calculator was used for; they're ignored, because a list is for today."""

TIME_LIMIT = "plan-limitation"
"""The key of the only date in a plan that still counts while they pay by instalments."""

LATE = (InstalmentState.late, InstalmentState.part_paid)


class When(Choice):
    """The status of the next date."""

    overdue = "Overdue"
    today = "Today"
    coming = "Coming up"
    none = "No date"
    wrong = "Needs correcting"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A claim in a list; `step` is the step chosen, the headline of the calculator at `page`, or what to correct."""

    customer: str = tell("Customer", absent="")
    client: str = tell("Client", absent="")
    reference: str = tell("Reference", absent="")
    owed: Money | None = tell("Owed today", absent="")
    step: str = tell("Next step")
    next_on: date | None = tell("Next date", absent="")
    next_for: str = tell("What it’s for", absent="")
    when: When = tell("Status")
    worked_out_by: str = tell("Worked out by", absent="")
    page: str
    dates: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A claim's dates for the calendar; `key` is unique to the claim within the list."""

    key: str
    name: str
    dates: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class _Case:
    """A claim being worked out for today."""

    claim: Claim
    plan: Planned | None
    values: Values
    today: date


def listed(given: object, today: date) -> Listed:
    """One claim file as a row of the list, as at today; never raises for anything that JSON can hold."""
    given = {name: part for name, part in given.items() if name != "today"} if isinstance(given, dict) else given
    claim = read_claim(given, today)
    if isinstance(claim, list):
        return _unreadable(given, claim)
    owner = next(_owners(case := _case(claim, today)), None)
    chosen = claim.chosen
    dates = sorted(_dates(case, owner, given), key=lambda one: one.day)
    first = next(iter(dates), None)
    client, customer = _names(claim.values)
    return Listed(
        customer=customer,
        client=client,
        reference=claim.adviser.reference,
        owed=_owed(case, owner),
        step=str(chosen.step) if chosen.step else owner.result.headline if owner else _too_little(case),
        next_on=first.day if first else None,
        next_for=first.title if first else "",
        when=_when(first, today),
        worked_out_by="Chosen with the client" if chosen.step else owner.module.TITLE if owner else "",
        page=page_of(owner.module) if owner else "",
        dates=tuple(dates),
    )


def _case(claim: Claim, today: date) -> _Case:
    values = {name: value for name, value in claim.values.items() if name not in PINNED}
    claim = replace(claim, values=values)
    plan = planned(values, today)
    interest = work_out_one("late_payment_interest", completed(claim, plan, ()), {}, today, named=False)
    known = completed(claim, plan, [interest] if isinstance(interest, Worked) else [])
    return _Case(claim=claim, plan=plan, values=known, today=today)


def _unreadable(given: object, problems: list[Problem]) -> Listed:
    """A claim with an answer that we can't read, under any names in it that are text."""
    parts = given if isinstance(given, dict) else {}
    values: dict[str, object] = {}
    for part in ("answers", "claim"):
        found = parts.get(part)
        values |= {name: _kept(found, name) for name in found} if isinstance(found, dict) else {}
    client, customer = _names({name: value for name, value in values.items() if isinstance(value, str)})
    return Listed(
        customer=customer, client=client, reference="", owed=None, step=problems[0].message, next_on=None, next_for="",
        when=When.wrong, worked_out_by="", page="", dates=(),
    )  # fmt: skip


def _names(values: Values) -> tuple[str, str]:
    return one_line(values, "your_business", "your_name"), one_line(values, "customer_name", "customer_contact")


# Which calculator gives the next step


def _owners(case: _Case) -> Iterator[Worked]:
    """The calculators that can give the next step, latest stage first."""
    for name in ALSO_DATED:
        if name == "routes":
            if case.plan:
                yield Worked(name=name, module=load(name), result=case.plan.result)
        elif isinstance(found := _one(case, name), Worked):
            yield found


def _one(case: _Case, name: str) -> Worked | list[Problem]:
    return work_out_one(name, case.values, {}, case.today, named=False)


def _too_little(case: _Case) -> str:
    return (
        "Say how much is owed and when it was due." if case.claim.values else "There are no answers in this claim yet."
    )


def _owed(case: _Case, owner: Worked | None) -> Money | None:
    """The amount owed today, from the calculator that gives the next step or else from the plan."""
    if owner and owner.name in OWED:
        found: Money = getattr(owner.result, OWED[owner.name])
        return found
    return case.plan.result.owed_today if case.plan else None


# Dates


def _when(first: Event | None, today: date) -> When:
    if first is None:
        return When.none
    if first.day == today:
        return When.today
    return When.overdue if first.day < today else When.coming


def _dates(case: _Case, owner: Worked | None, given: Any) -> Iterator[Event]:
    """Every date that is overdue or still to come, once each."""
    told: set[tuple[date, str]] = set()
    for one in (*_overdue(case, owner, given), *_coming(case, owner)):
        if (one.day, one.title) not in told:
            told.add((one.day, one.title))
            yield one


def _coming(case: _Case, owner: Worked | None) -> Iterator[Event]:
    if owner is None:
        return
    found = list(events(owner.module, owner.result))
    for name in ALSO_DATED[owner.name]:
        if isinstance(other := _one(case, name), Worked):
            found += events(other.module, other.result)
    if owner.name == "plan_tracker" and case.plan:
        found += [one for one in routes.events(case.plan.result) if one.key == TIME_LIMIT]
    yield from (one for one in found if one.day >= case.today)


def _overdue(case: _Case, owner: Worked | None, given: Any) -> Iterator[Event]:
    """The date that was chosen, which stays until another is; without one, what should have happened by now."""
    chosen = case.claim.chosen
    if chosen.step and chosen.by:
        yield Event(key="chosen", day=chosen.by, title=str(chosen.step), note=chosen.note)
    elif owner and owner.name == "plan_tracker":
        late = [one for one in owner.result.schedule if one.state in LATE]
        for one in late[:1]:
            yield Event(key="instalment-late", day=one.due, title=f"Instalment of {show('money', one.payment)} due")
    elif owner and owner.name == "routes":
        yield from _left_undone(case, given)


def _left_undone(case: _Case, given: Any) -> Iterator[Event]:
    """The next date that the plan last gave, if it has passed and the same answers would have given it then."""
    answers = given.get("answers")
    kept = {name: _kept(answers, name) for name in ("last_seen", "plan_next_on")}
    seen, day = (read_date(one) if isinstance(one, str) else None for one in kept.values())
    if not (seen and day and seen <= day < case.today):
        return
    then = planned(case.claim.values, seen)
    yield from (one for one in (routes.events(then.result) if then else ()) if one.day == day)


def _kept(answers: object, name: str) -> object:
    entry = answers.get(name) if isinstance(answers, dict) else None
    return entry.get("value") if isinstance(entry, dict) else entry


# A page's requests


def reply(asked: Any, today: object) -> dict[str, Any]:
    """The reply to a page's request: the `rows` for its `claims`, or the `text` of a `calendar` or `table` of rows."""
    day = read_date(today) if isinstance(today, str) else None
    if day is None:
        return refusal([Problem("today", "We can’t read today’s date.")])
    try:
        return _made(asked, day)
    except (AttributeError, KeyError, TypeError, ValueError):
        return refusal([Problem("claims", "We can’t read that list of claims.")])


def _made(asked: Any, today: date) -> dict[str, Any]:
    if "calendar" in asked:
        return {"text": calendar(json.from_data([Dated], asked["calendar"]), today)}
    if "table" in asked:
        return {"text": csv.table(json.from_data([Listed], asked["table"]))}
    claims = asked["claims"]
    if not isinstance(claims, list) or len(claims) > MOST:
        raise ValueError(claims)
    return {"rows": [_as_row(listed(one, today)) for one in claims]}


def _as_row(row: Listed) -> dict[str, Any]:
    """A row as data, with its amount and its status in words."""
    words = {"owed": show("money", row.owed) if row.owed is not None else "", "when": str(row.when)}
    return {"row": json.data(row), "words": words}


def calendar(claims: Iterable[Dated], today: date) -> str:
    """A calendar of all claims' dates, each with its claim's name; importing it again replaces the first import."""
    return ics.calendar(TITLE, (_named(claim, one) for claim in claims for one in claim.dates), today)


def _named(claim: Dated, one: Event) -> Event:
    title = f"{claim.name}: {one.title}" if claim.name else one.title
    return replace(one, key=f"{claim.key}-{one.key}", title=title)
