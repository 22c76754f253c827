"""The cautions and what to do next."""

from collections.abc import Iterator

from calculators.deadlines.advice import COMMISSIONER_AND_CLUBS
from calculators.kernel import CustomerType, Source, figure

from .decision import Decision
from .questions import Inputs, UnderWay, YourStaff
from .result_types import Verdict

PAGE = "https://www.smallbusinesscommissioner.gov.uk/complaint-criteria/"


def cautions(inputs: Inputs, found: Decision) -> Iterator[str]:
    """What could lose the reader the complaint or the claim."""
    if found.verdict is Verdict.no:
        if inputs.under_way is not UnderWay.nothing:
            yield "If the case ends without a result, you may be able to complain then, if there’s still time."
        yield "Your time limit to claim keeps running, so choose another option soon."
        return
    yield "Complain before you claim or mediate. Once either is under way, the Commissioner can’t help."
    yield (
        "Don’t count on this to get you paid. The Commissioner can make recommendations and publish a report, but "
        "can’t order your customer to pay."
    )
    yield "Check your last day to claim. Complaining doesn’t stop the time limit from running."
    if inputs.your_staff is YourStaff.under_50_before:
        yield (
            "Have your staff numbers ready. You count as a small business if you had fewer than 50 staff on the day "
            "payment was due, or on average in your last tax year, or so far in this one if you’re at least six months "
            "into it."
        )
    if inputs.customer_type is CustomerType.association:
        yield COMMISSIONER_AND_CLUBS
    yield (
        "You can ask to stay anonymous. Ask the Commissioner’s office what difference that makes before you send your "
        "complaint."
    )


def next_steps(found: Decision) -> Iterator[str]:
    """What to do today."""
    if found.verdict is Verdict.no:
        yield "Offer to mediate, or send a letter before claim."
        return
    if found.verdict is Verdict.not_yet:
        yield "Write to your customer to say what’s wrong and give them a date to put it right by. Then come back here."
        return
    if found.verdict is Verdict.check:
        yield (
            "Look up your customer’s accounts at Companies House: "
            "https://find-and-update.company-information.service.gov.uk"
        )
    yield f"Call 0121 695 7770 first, or send your complaint to the address on the Commissioner’s page: {PAGE}"
    yield (
        "The Commissioner’s office will tell you within two working days whether they can take your complaint. Then a "
        "caseworker asks both sides for evidence."
    )


def sources(inputs: Inputs, found: Decision) -> Iterator[Source]:
    """The number of months in which a complaint can be made."""
    if found.until:
        yield Source(
            field="commissioner_until", figure=figure("uk.small_business_commissioner_months", inputs.letter_date)
        )
