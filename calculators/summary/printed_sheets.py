"""The plan of a claim as two sheets of paper: what to do, what is owed, the options, and what it's all based on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calculators import routes
from calculators.answering import work_out
from calculators.catalogue import load
from calculators.kernel import Step, in_words
from calculators.kernel.base.dates import read_date
from calculators.kernel.base.parse import parse, read_answers
from calculators.kernel.base.schema import Item, items, show
from calculators.kernel.contract.calculator import figure_of, label_of, shown
from calculators.kernel.output.cards import ends
from calculators.routes.case_calculations import Case, case_of

from .sources import Sources, lines
from .summary_data import Fact, Receipt, Sheet, Way

Values = Mapping[str, object]

ROUTES = load("routes")
OWED = ("amount_owed", "interest", "compensation", "owed_today", "daily_interest")
COLUMNS = {"ends_likely": "On average", "cost_now": "Cost now", "weeks": "Weeks"}
"""The columns beside the range of each option; the rest is on the page of the plan."""
COURT_FEES_END = 1
"""The index of the total that ends the fees in the working of court_costs: the second, before the chances."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A plan, and the case that it was made from."""

    result: routes.Result
    case: Case


def planned(values: Values, today: date | None) -> Planned | None:
    """The plan of a claim, or None if it doesn't say how much is owed."""
    answers = _readable(values, today)
    inputs = parse(routes.Inputs, answers, today)
    if isinstance(inputs, list):
        return None
    result = work_out(ROUTES, answers, today)
    if isinstance(result, list):
        return None
    return Planned(result=result, case=case_of(inputs))


def _readable(values: Values, today: date | None) -> dict[str, object]:
    """The answers that the plan asks for and can read; a `letter_sent` that is a date becomes `letter_sent_on`."""
    asked = {item.name for item in items(routes.Inputs)}
    given = {name: value for name, value in values.items() if name in asked}
    sent = given.get("letter_sent")
    if isinstance(sent, str) and read_date(sent):
        given.setdefault("letter_sent_on", given.pop("letter_sent"))
    _, unreadable = read_answers(routes.Inputs, given, today)
    wrong = {one.field.partition(".")[0] for one in unreadable}
    return {name: value for name, value in given.items() if name not in wrong}


def worked_out(plan: Planned | None) -> dict[str, object]:
    """What the plan found that other calculators ask for: interest, and how late the debt is."""
    if plan is None:
        return {}
    late = plan.case.late
    found: dict[str, object] = {"how_late": plan.case.answers.how_late.name} if plan.case.due else {}
    if late:
        found |= {name: str(getattr(late, name)) for name in ("interest_and_compensation", "daily_interest")}
        found["interest_counted_to"] = str(late.counted_to)
    return found


def drawn(plan: Planned, client: str, customer: str, sources: Sources) -> Sheet:
    """The plan as its sheets; its figures come first among the sources."""
    told = plan.result
    labels = {item.name: item for item in items(routes.Result)}
    return Sheet(
        case=tuple(_case(plan.case, client, customer)),
        headline=told.headline,
        why=told.lead,
        assumed=tuple(one.words for one in told.premises),
        owed=tuple(Fact(label=label_of(labels[name]), value=figure_of(told, labels[name])) for name in OWED),
        columns=tuple(COLUMNS.values()),
        ways=tuple(_way(one) for one in told.routes),
        receipts=tuple(_receipts(plan, sources)),
        open=tuple(_open(told)),
    )


def _case(case: Case, client: str, customer: str) -> Iterator[str]:
    """The case in at most three lines."""
    inputs = case.inputs
    kind = str(inputs.customer_type)
    owing = f"{customer or 'The customer'}, {kind[0].lower()}{kind[1:]} in {inputs.nation},"
    yield f"{owing} owes {client or 'you'} {show('money', case.debt)}."
    if case.due:
        yield f"{'The oldest invoice' if len(inputs.invoices) > 1 else 'It'} was due on {in_words(case.due)}."
    if inputs.situation:
        yield f"What’s happening: {inputs.situation}."


def _columns() -> list[Item]:
    asked = {item.name: item for item in items(routes.Route)}
    return [asked[name] for name in COLUMNS]


def _way(route: routes.Route) -> Way:
    card = route.card
    return Way(
        name=card.name, tag=card.tag, why=card.text, ends=ends(card),
        figures=tuple(shown(item, getattr(route, item.name)) if card.has_money else "" for item in _columns()),
        low=card.low, likely=card.likely, high=card.high,
    )  # fmt: skip


def _receipts(plan: Planned, sources: Sources) -> Iterator[Receipt]:
    """How the amount owed and the court fees are worked out, line by line."""
    case = plan.case
    yield Receipt(title="Owed today", lines=lines(case.late.working if case.late else plan.result.working, sources))
    if case.court:
        yield Receipt(title="Going to court", lines=lines(_fees(case.court.working), sources))


def _fees(working: tuple[Step, ...]) -> tuple[Step, ...]:
    ends = [place for place, one in enumerate(working, 1) if one.total]
    return working[: ends[COURT_FEES_END]] if len(ends) > COURT_FEES_END else working


def _open(told: routes.Result) -> Iterator[str]:
    """What isn't confirmed, and what to watch out for."""
    unknown = [
        str(one.route) for one in told.routes if one.has_figures and (one.ends_low is None or one.ends_high is None)
    ]
    if unknown:
        yield f"We couldn’t confirm the figures for these options: {', '.join(unknown)}."
    yield from told.cautions
