"""What the settlement range asks, and the words for a chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculators.kernel import (
    NIL,
    Choice,
    CustomerType,
    Daily,
    EnforcementMethod,
    Money,
    Nation,
    Percentage,
    Problem,
    ask,
    shared,
)

OFFER, SETTLING = "Their offer", "What settling costs and keeps"


class Strength(Choice):
    """A chance in words. The scale is ours."""

    very_strong = "Very strong"
    strong = "Strong"
    fair = "Fair"
    doubtful = "Doubtful"
    weak = "Weak"

    @property
    def number(self) -> Percentage:
        """What the word counts as, in per cent."""
        return Decimal({"very_strong": 90, "strong": 75, "fair": 60, "doubtful": 40, "weak": 20}[self.name])


def strength(chance: Percentage) -> Strength:
    """The word for a chance: very strong from 85, strong from 70, fair from 50, doubtful from 30."""
    steps = (
        (85, Strength.very_strong),
        (70, Strength.strong),
        (50, Strength.fair),
        (30, Strength.doubtful),
    )
    return next((word for least, word in steps if chance >= least), Strength.weak)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    nation: Nation = shared.nation()
    customer_type: CustomerType = shared.customer_type()
    amount_owed: Money = shared.amount_owed(may_be_paid=True)
    interest_and_compensation: Money = shared.interest_and_compensation(more=True)
    case_strength: Strength = ask(
        "If they fight it, how strong is your case?", noun="the strength of your case", group=shared.CHANCES,
        default=Strength.strong,
        hint="Very strong: signed papers, and nobody complains. Weak: your word against theirs. For the sums we read "
        "very strong as 90%, strong 75%, fair 60%, doubtful 40%, weak 20%.",
    )  # fmt: skip
    collecting_strength: Strength = ask(
        "If the court says they must pay, how strong is your hope of getting the money?",
        noun="the hope of getting the money", group=shared.CHANCES, default=Strength.fair,
        hint="Winning isn’t the same as being paid. Are they trading, do they own things, do they pay others?",
    )  # fmt: skip
    offer_amount: Money | None = ask(
        "What do they offer?", noun="their offer", group=OFFER, low="0.01", high=shared.MOST, default=None,
        hint="In all, before any waiting. Leave it empty if there is no offer yet.",
    )  # fmt: skip
    offer_instalments: int = ask(
        "In how many payments?", noun="the number of payments", group=OFFER, more=True, low=1, high=520, default=1,
        hint="1 if they would pay it all together.",
    )  # fmt: skip
    offer_months: Decimal | None = ask(
        "Over how many months?", noun="the number of months of their offer", group=OFFER,
        more=True, low=0, high=120, default=None,
        hint="Until the last payment. Leave it empty for one payment a month, or for one payment now.",
    )  # fmt: skip
    settling_cost: Money = ask(
        "What would it cost you to settle?", noun="the cost of settling", group=SETTLING,
        more=True, low=0, high=shared.MOST,
        default=NIL, hint="Your share of a mediator, for example, or a solicitor to write the agreement.",
    )  # fmt: skip
    future_work_value: Money = ask(
        "If you settle, what is the work worth that you keep?", noun="the worth of the work you keep", group=SETTLING,
        more=True,
        low=0, high=shared.MOST, default=NIL,
        hint="Your profit from this customer that a fight would end. Leave it empty if you want no more of them.",
    )  # fmt: skip
    customer_cost_of_fighting: Money = ask(
        "What would a fight cost your customer?", noun="what a fight would cost your customer", group=SETTLING,
        more=True,
        low=0, high=shared.MOST, default=NIL,
        hint="A guess: their solicitor, their time, a judgment on their record, less what settling would cost them. "
        "Empty counts as nothing, which makes their limit low.",
    )  # fmt: skip
    chance_of_winning: Percentage | None = ask(
        "The chance of winning, as a number of your own?", noun="the chance of winning", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="Out of 100. It’s used instead of your choice above.",
    )  # fmt: skip
    chance_of_collecting: Percentage | None = ask(
        "The chance of collecting, as a number of your own?", noun="the chance of collecting", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="Out of 100. It’s used instead of your choice above.",
    )  # fmt: skip
    chance_of_defence: Percentage | None = shared.chance_of_defence()
    chance_of_completing: Percentage = ask(
        "How likely is it that they keep up instalments?", noun="the chance that they keep up instalments",
        group=shared.CHANCES, more=True, low=1, high=100, default=Decimal(90),
        hint="Out of 100. 90 is only our guess: have they kept their word so far?",
    )  # fmt: skip
    agency_chance: Percentage | None = ask(
        "How likely is it that a collection agency gets it?", noun="the chance that an agency collects",
        group=shared.CHANCES, more=True, low=0, high=100, default=None,
        hint="Out of 100. Left empty, we go by the age of the debt, if you say when it was due, and by old polls from "
        "the United States.",
    )  # fmt: skip
    months_to_payment: Decimal = ask(
        "If you went to court, how many months until you had the money?",
        noun="the number of months until you had the money", group=shared.DATES, more=True, low=0, high=120,
        default=Decimal(12),
        hint="From today. We start with 12, a guess: the wait for a hearing, and time to make them pay.",
    )  # fmt: skip
    claim_date: date = shared.claim_date()
    due_date: date | None = shared.due_date()
    daily_interest: Daily = shared.daily_interest()
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for money?", noun="the yearly cost of waiting", group=shared.COSTS,
        more=True, low=0, high=100, default=Decimal(10),
        hint="A percentage, such as your overdraft rate or what the money would earn. 10 is only our guess.",
    )  # fmt: skip
    agency_commission: Percentage | None = ask(
        "What share would an agency keep?", noun="the agency's share", group=shared.COSTS, more=True, low=0, high=100,
        default=None, hint="A percentage, with VAT if you can’t get VAT back. Leave it empty for a typical share.",
    )  # fmt: skip
    enforcement_method: EnforcementMethod = shared.enforcement_method(more=True)
    own_hours: Decimal = shared.own_hours()
    hourly_value: Money = shared.hourly_value()
    travel_cost: Money = shared.travel_cost()
    legal_costs: Money = shared.legal_costs()
    other_sides_costs: Money = shared.other_sides_costs()
    vat_registered: bool = shared.vat_registered()

    @property
    def assumes_chances(self) -> bool:
        """Whether the chances of winning and of being paid are the ones that we start with."""
        typed = (self.chance_of_winning, self.chance_of_collecting) != (None, None)
        ours = (Inputs.case_strength, Inputs.collecting_strength)
        return not typed and (self.case_strength, self.collecting_strength) == ours

    def problems(self) -> Iterator[Problem]:
        """Answers that do not go together."""
        yield from shared.nothing_owed(self.amount_owed, self.interest_and_compensation)
