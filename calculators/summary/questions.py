"""The short form for a summary: questions borrowed from the calculators, the next step, a letter and the adviser."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, field, fields, make_dataclass, replace
from typing import Any

from calculators.catalogue import draft_names, load
from calculators.kernel import Choice
from calculators.kernel.base.schema import Ask
from calculators.kernel.letters import Letter
from calculators.next_step import NextStep

from .claim_file import Adviser, Chosen

TITLE = "Summary for a client"
ACTION = "Make the summary"

BORROWED = (
    (Letter, ("your_business", "your_name", "customer_name", "customer_type", "nation", "amount_owed", "due_date")),
    (load("late_payment_interest").Inputs, ("invoices", "payments")),
    (load("court_costs").Inputs, ("chance_of_winning", "chance_of_collecting", "vat_registered")),
    (load("settlement_range").Inputs, ("offer_amount",)),
    (load("payment_plan").Inputs, ("instalments", "first_payment_date")),
    (Letter, ("invoice_numbers", "what_for")),
)
"""The records whose questions are asked here, in the order they are asked."""

FOLDED = {"payments", "vat_registered", "offer_amount", "instalments", "first_payment_date"}
CHOSEN, HANDED_OVER, WITH_IT = "What you’ve chosen to do", "Prepared by", "A letter to go with the summary"

Question = tuple[str, Any, Any]


def _may_stay_open(name: str, nothing: str, others: Mapping[str, str]) -> Any:
    """A Choice of these options, starting with “none”."""
    return Choice(name, {"none": nothing, **others})  # type: ignore[call-arg]


Step = _may_stay_open("Step", "Nothing chosen yet", {one.name: one.value for one in NextStep})
Draft = _may_stay_open("Draft", "No letter", {name: load(name).TITLE for name in draft_names()})


def _questions() -> Iterator[Question]:
    for record, names in BORROWED:
        asked = {one.name: one for one in fields(record)}
        yield from (_as_asked_here(asked[name], name, more=name in FOLDED) for name in names)
    for record, part, group in ((Chosen, "next_step", CHOSEN), (Adviser, "adviser", HANDED_OVER)):
        for one in fields(record):
            kind = {"type": Step, "default": Step.none} if one.name == "step" else {}
            yield _as_asked_here(one, f"{part}_{one.name}", group=group, **kind)
    letter = Ask(
        question="Which letter or agreement goes with the summary?", noun="the letter",
        hint="It’s printed on separate sheets.", group=WITH_IT, more=False, low=None, high=None, today=False,
    )  # fmt: skip
    yield "draft", Draft, field(default=Draft.none, metadata={"ask": letter})


def _as_asked_here(one: Any, name: str, *, type: Any = None, default: Any = MISSING, **words: Any) -> Question:  # noqa: A002
    """A question of another record, which may be left empty here."""
    default = one.default if default is MISSING else default
    default = () if default is MISSING else default
    return (
        name,
        type or one.type,
        field(default=default, metadata={"ask": replace(one.metadata["ask"], when=(), **words)}),
    )


Inputs = make_dataclass("Inputs", _questions(), frozen=True, kw_only=True)
