"""What the cost of court asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import (
    CustomerType,
    Daily,
    EnforcementMethod,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    in_words,
    shared,
)


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
    enforcement_method: EnforcementMethod = shared.enforcement_method(more=True)
    daily_interest: Daily = shared.daily_interest()
    due_date: date | None = shared.due_date()
    claim_date: date = shared.claim_date()
    hearing_date: date | None = ask(
        "When would the hearing be?", noun="the hearing date", group=shared.DATES, more=True,
        low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="Leave it empty to use the average wait.",
    )  # fmt: skip
    enforcement_date: date | None = ask(
        "When would you start enforcement?", noun="the enforcement date",
        group=shared.DATES, more=True, low=shared.EARLIEST, high=shared.LATEST, nearest="future", default=None,
        hint="When you’d ask the court to make them pay. Leave it empty to use the hearing date.",
    )  # fmt: skip
    own_hours: Decimal = shared.own_hours()
    hourly_value: Money = shared.hourly_value()
    travel_cost: Money = shared.travel_cost()
    legal_costs: Money = shared.legal_costs()
    other_sides_costs: Money = shared.other_sides_costs()
    vat_registered: bool = shared.vat_registered()

    def problems(self) -> Iterator[Problem]:
        """Answers that contradict each other."""
        yield from shared.nothing_owed(self.amount_owed, self.interest_and_compensation)
        if self.hearing_date and self.hearing_date < self.claim_date:
            yield Problem(
                "hearing_date",
                f"The hearing date must be {in_words(self.claim_date)} or later.",
            )
        if self.enforcement_date and self.enforcement_date < self.claim_date:
            yield Problem(
                "enforcement_date",
                f"The enforcement date must be {in_words(self.claim_date)} or later.",
            )
