"""Whether the Commissioner can take the complaint: the verdict, and every condition."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators import deadlines
from calculators.kernel import CustomerType, in_words

from .questions import ComplaintAbout, CustomerStaff, Inputs, ToldCustomer, UnderWay, YourStaff
from .result_types import Condition, Verdict


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The verdict, with a sentence that says it, and the last safe date to complain."""

    verdict: Verdict
    headline: str
    until: date | None


def until_of(inputs: Inputs) -> date | None:
    """The last safe date to complain, from `deadlines`; None if the customer can't be complained about."""
    return deadlines.commissioner_until(
        deadlines.Inputs(
            nation=inputs.nation, customer_type=inputs.customer_type, due_date=inputs.due_date,
            plan_from=inputs.letter_date,
        )
    )  # fmt: skip


def decide(inputs: Inputs) -> Decision:
    """The verdict; what rules a complaint out comes first, then what the reader must do, justify or check.

    Enterprise Act 2016, sections 2, 4 and 7; SI 2017/1273; the Commissioner's own page on who can complain.
    """
    until = until_of(inputs)
    for verdict, sentence in (*_barred(inputs), *_open_points(inputs, until)):
        return Decision(verdict=verdict, headline=sentence, until=None if verdict is Verdict.no else until)
    last = f" until {in_words(until)}" if until else ""
    return Decision(
        verdict=Verdict.yes, headline=f"You can complain to the Small Business Commissioner{last}, and it’s free.",
        until=until,
    )  # fmt: skip


CANT = "The Small Business Commissioner can’t take your complaint"

OUTSIDE = {
    CustomerType.consumer: "your customer isn’t a business",
    CustomerType.public_body: "your customer is a public body",
}
UNDER_WAY = {
    UnderWay.claim: "a court claim is under way",
    UnderWay.mediation: "mediation is under way",
    UnderWay.adjudication: "adjudication or arbitration is under way",
}


def _barred(inputs: Inputs) -> Iterator[tuple[Verdict, str]]:
    if inputs.customer_type in OUTSIDE:
        yield Verdict.no, f"{CANT}, because {OUTSIDE[inputs.customer_type]}."
    if inputs.your_staff is YourStaff.fifty_or_more:
        yield Verdict.no, f"{CANT}, because you can only complain if you have fewer than 50 staff."
    if inputs.customer_staff is CustomerStaff.under_50:
        yield Verdict.no, f"{CANT}, because your customer has fewer than 50 staff."
    if inputs.customer_staff is CustomerStaff.no_uk_office:
        yield Verdict.no, f"{CANT}, because your customer has no office in the UK."
    if inputs.complaint_about is ComplaintAbout.price:
        yield Verdict.no, f"{CANT}, because it’s about what the price should be."
    if inputs.under_way in UNDER_WAY:
        yield Verdict.no, f"{CANT} while {UNDER_WAY[inputs.under_way]}."


def _open_points(inputs: Inputs, until: date | None) -> Iterator[tuple[Verdict, str]]:
    if inputs.told_customer in (ToldCustomer.no, ToldCustomer.too_soon):
        first = "told your customer what’s wrong and " if inputs.told_customer is ToldCustomer.no else ""
        yield Verdict.not_yet, f"You can complain once you’ve {first}given them time to put it right."
    if until and inputs.letter_date > until:
        yield (
            Verdict.with_reason,
            (f"The last day to complain was {in_words(until)}, so you need a good reason for being late."),
        )
    if inputs.told_customer is ToldCustomer.would_harm:
        yield (
            Verdict.with_reason,
            (
                "You can complain without telling your customer first, if you can show that telling them would harm "
                "your business."
            ),
        )
    if inputs.customer_staff is CustomerStaff.unsure:
        yield (
            Verdict.check,
            (
                "You can complain to the Small Business Commissioner if your customer has 50 or more staff and a UK "
                "office, so check that first."
            ),
        )


# The conditions

YES, NO, UNSURE = "Yes", "No", "Not sure yet"


def conditions_of(inputs: Inputs, until: date | None) -> Iterator[Condition]:
    """Every condition, and whether it is met."""
    yield Condition(what="You have fewer than 50 staff", met=_yes(inputs.your_staff is not YourStaff.fifty_or_more))
    unsure = inputs.customer_staff is CustomerStaff.unsure
    large = inputs.customer_staff is CustomerStaff.fifty_or_more
    yield Condition(
        what="Your customer has 50 or more staff and an office in the UK", met=UNSURE if unsure else _yes(large)
    )
    yield Condition(
        what="Your customer is a business, not a public body", met=_yes(inputs.customer_type not in OUTSIDE)
    )
    yield Condition(
        what="Your complaint is about payment, not about what the price should be",
        met=_yes(inputs.complaint_about is not ComplaintAbout.price),
    )
    in_time = until is None or inputs.letter_date <= until
    yield Condition(what="The money was due in the last 12 months", met=YES if in_time else "No, so give your reason")
    yield Condition(
        what="You told your customer about the problem and gave them time to act", met=TOLD[inputs.told_customer]
    )
    yield Condition(
        what="No claim, mediation, adjudication or arbitration is under way",
        met=_yes(inputs.under_way is UnderWay.nothing),
    )


TOLD = {
    ToldCustomer.yes: YES,
    ToldCustomer.too_soon: "Not yet",
    ToldCustomer.would_harm: "No, so give your reason",
    ToldCustomer.no: "Not yet",
}


def _yes(met: bool) -> str:
    return YES if met else NO
