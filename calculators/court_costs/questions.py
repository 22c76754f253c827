"""What the calculator of court costs asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import (
    CourtApplication,
    CustomerType,
    Daily,
    EnforcementMethod,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    claim_outcomes,
    in_words,
    shared,
)

WAYS_TO_ENFORCE = tuple(one.name for one in EnforcementMethod if one is not EnforcementMethod.none)

AFTER_THE_CLAIM = {
    "application_date": "date of the application",
    "hearing_date": "hearing date",
    "enforcement_date": "enforcement date",
}


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed(may_be_paid=True)
    interest_and_compensation: Money = shared.interest_and_compensation()
    chance_of_winning: Percentage = shared.chance_of_winning()
    chance_of_collecting: Percentage = shared.chance_of_collecting()
    chance_of_defence: Percentage | None = shared.chance_of_defence()
    counterclaim_amount: Money = shared.counterclaim_amount()
    counterclaim_chance: Percentage = shared.counterclaim_chance()
    enforcement_method: EnforcementMethod = shared.enforcement_method(more=True)
    second_enforcement_method: EnforcementMethod = ask(
        "What would you try if the first way failed?", noun="the second way to enforce",
        group=shared.AFTER_JUDGMENT, more=True, default=EnforcementMethod.none,
        hint="We add both fees, in case you need both ways.", when={"enforcement_method": WAYS_TO_ENFORCE},
    )  # fmt: skip
    information_order: bool = ask(
        "Would you ask the court to question them about what they own?", noun="an order to obtain information",
        group=shared.AFTER_JUDGMENT, more=True, default=False, hint="It’s called an order to obtain information.",
    )  # fmt: skip
    court_application: CourtApplication = ask(
        "Would you make an application during the claim?", noun="an application during the claim",
        group="During the claim", more=True, default=CourtApplication.none,
        hint="For example, to change your claim or to ask for judgment without a trial.",
    )  # fmt: skip
    application_date: date | None = ask(
        "When would you apply?", noun="the date of the application", group="During the claim", more=True,
        low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="Leave this blank to use the date you’d start the claim.",
        when={"court_application": tuple(one.name for one in CourtApplication if one is not CourtApplication.none)},
    )  # fmt: skip
    daily_interest: Daily = shared.daily_interest()
    interest_counted_to: date | None = shared.interest_counted_to(
        hint="Leave this blank to use the date you’d start the claim."
    )
    due_date: date | None = shared.due_date()
    claim_date: date = shared.claim_date()
    hearing_date: date | None = ask(
        "When would the hearing be?", noun="the hearing date", group=shared.DATES, more=True,
        low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="Leave this blank to use the average wait.",
    )  # fmt: skip
    enforcement_date: date | None = ask(
        "When would you start enforcement?", noun="the enforcement date",
        group=shared.DATES, more=True, low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="The date you’d ask the court to make them pay. Leave this blank to use the hearing date.",
    )  # fmt: skip
    own_hours: Decimal = shared.own_hours()
    hourly_value: Money = shared.hourly_value()
    travel_cost: Money = shared.travel_cost()
    legal_costs: Money = shared.legal_costs()
    other_sides_costs: Money = shared.other_sides_costs()
    vat_registered: bool = shared.vat_registered()

    @property
    def interest_at_claim(self) -> Money:
        """Interest and compensation up to the date of the claim."""
        typed = self.interest_and_compensation
        return claim_outcomes.interest_at_claim(typed, self.daily_interest, self.interest_counted_to, self.claim_date)

    def problems(self) -> Iterator[Problem]:
        """Problems with answers that contradict each other."""
        yield from shared.nothing_owed(self.amount_owed, self.interest_and_compensation)
        if self.second_enforcement_method is self.enforcement_method is not EnforcementMethod.none:
            yield Problem(
                "second_enforcement_method", "Choose a second way to enforce that’s different from the first."
            )
        for name, noun in AFTER_THE_CLAIM.items():
            day = getattr(self, name)
            if day and day < self.claim_date:
                yield Problem(name, f"The {noun} must be {in_words(self.claim_date)} or later.")
