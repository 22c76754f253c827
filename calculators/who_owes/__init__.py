"""Who owes you: the customer's legal form and name, what to check, and where court papers go."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import (
    Action,
    CustomerType,
    Example,
    Nation,
    Source,
    Step,
    data_file,
    tell,
)

from .naming import claim_name, customer_type, entry_of, is_department
from .questions import CharityForm, Inputs, LegalKind, OrderedFor, RegisterStatus, SameName
from .verdicts import Verdict, cautions, headline, next_steps, verdict

TITLE = "Who owes you"
ACTION = "Show who to claim against"
LEADS_TO = ("letter_before_claim", "court_costs")

__all__ = [
    "ACTION", "EXAMPLES", "LEADS_TO", "TITLE", "CharityForm", "Inputs", "LegalKind", "OrderedFor", "RegisterStatus",
    "Result", "SameName", "Verdict", "action", "calculate",
]  # fmt: skip

EXAMPLE_DAY = date(2026, 11, 22)

BOTH = (
    ("The name on the order or contract", "Your files, and the email that accepted your quote"),
    ("The name on the payments you’ve had", "Your bank statements"),
)
"""What to check, whatever kind of customer it is."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing to check, and where to check it."""

    what: str = tell("What to check")
    where: str = tell("Where")


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told."""

    headline: str
    lead: str
    verdict: Verdict = tell("How far you’ve got", key=True, verdict=True)
    claim_name: str | None = tell("Name to put on the claim", absent="not known yet", key=True)
    papers_to: str | None = tell("Where to send court papers", absent="not confirmed, or not known yet", key=True)
    customer_type: CustomerType | None = tell("Type of customer", absent="not known yet")
    checks: tuple[Check, ...] = tell("What to check", key=True)
    page: str
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]


def calculate(inputs: Inputs) -> Result:
    """Who owes the debt, how to name them and where to send papers, as far as the answers show."""
    entry, found = data_file("who_owes/kinds")[entry_of(inputs)], verdict(inputs)
    open_yet = found is Verdict.stop
    papers = "" if open_yet else _papers(inputs, entry["papers"])
    in_scotland = inputs.nation is Nation.scotland and "scotland" in entry
    return Result(
        headline=headline(inputs, papers),
        lead=entry["scotland" if in_scotland else "owed_by"],
        verdict=found,
        claim_name=None if open_yet else claim_name(inputs),
        papers_to=papers or None,
        customer_type=None if inputs.ordered_for is OrderedFor.named else customer_type(inputs),
        checks=tuple(Check(what=what, where=where) for what, where in (*entry["checks"], *BOTH)),
        page=_page(inputs),
        working=(),
        cautions=tuple(cautions(inputs)),
        next_steps=tuple(next_steps(inputs)),
        sources=(),
    )


def _papers(inputs: Inputs, papers: str) -> str:
    """Where to send court papers; empty if we can't confirm it.

    Rule 6.9 only applies in England and Wales; papers can go to a registered office anywhere in the United Kingdom. A
    government department's papers go to its solicitor: Crown Proceedings Act 1947, section 18.
    """
    if inputs.nation is Nation.england_wales:
        return "the solicitor in the government’s list" if is_department(inputs) else papers
    return "its registered office" if inputs.legal_kind in (LegalKind.company, LegalKind.llp) else ""


def _page(inputs: Inputs) -> str:
    """The page for the next step."""
    if inputs.legal_kind in (LegalKind.company, LegalKind.llp) and inputs.register_status in PAGES:
        return PAGES[inputs.register_status]
    return "not-simple/who-owes" if verdict(inputs) is Verdict.stop else "drafts/letter_before_claim"


PAGES = {
    RegisterStatus.dissolved: "not-simple/company#dissolved",
    RegisterStatus.insolvent: "not-simple/company#insolvent",
}


def action(result: Result) -> Action:
    """A link to the letter before claim if it's the next step; otherwise to the page on what to do."""
    if result.page.startswith("drafts/"):
        return Action(label="Write the letter before claim", page=result.page, fields=("nation", "customer_type"))
    return Action(label="Show me what to do", page=result.page)


EXAMPLES = (
    Example(
        title="A kitchen fitter who uses a trading name",
        story="A joiner worked for “Harbour Kitchens” and was paid once, by Jane Smith. The names are made up.",
        values={
            "legal_kind": "sole_trader",
            "customer_name": "Jane Smith",
            "trading_name": "Harbour Kitchens",
            "same_name": "yes",
        },
        today=EXAMPLE_DAY,
    ),
    Example(
        title="A car dealership in a group",
        story=(
            "A big car dealership owes money to the firm that cleans its cars. The order came from one company in the "
            "group and the payments from another. The debt is based on a real case, but the names are made up."
        ),
        values={
            "legal_kind": "company",
            "customer_name": "Example Motors plc",
            "register_status": "active",
            "same_name": "no",
        },
        today=EXAMPLE_DAY,
    ),
)
