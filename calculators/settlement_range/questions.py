"""The questions of the settlement range, and the words for a chance."""

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
    claim_outcomes,
    shared,
)

OFFER, SETTLING = "Their offer", "What settling would cost and save"


class Strength(Choice):
    """A chance in words. The scale is ours."""

    very_strong = "Very strong"
    strong = "Strong"
    fair = "Fair"
    doubtful = "Doubtful"
    weak = "Weak"

    @property
    def number(self) -> Percentage:
        """The chance that the word stands for, as a percentage."""
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
        hint="It’s very strong if you have signed documents and there were no complaints, and weak if it’s your word "
        "against theirs. We treat “very strong” as 90%, “strong” as 75%, “fair” as 60%, “doubtful” as 40% and “weak” "
        "as 20%.",
    )  # fmt: skip
    collecting_strength: Strength = ask(
        "If you win, how good are your chances of being paid?", noun="your chances of being paid",
        group=shared.CHANCES, default=Strength.fair,
        hint="Are they still trading? Do they own anything of value? Are they paying other people?",
    )  # fmt: skip
    offer_amount: Money | None = ask(
        "How much are they offering?", noun="their offer", group=OFFER, low="0.01", high=shared.MOST, default=None,
        hint="For example, 6,000. Enter the total, or leave this blank if there’s no offer yet.",
    )  # fmt: skip
    offer_instalments: int = ask(
        "How many payments would they make?", noun="the number of payments", group=OFFER, more=True, low=1, high=520,
        default=1, hint="Enter 1 if they’d pay it all at once.",
    )  # fmt: skip
    offer_months: Decimal | None = ask(
        "How many months would they take to pay?", noun="the number of months they’d take to pay", group=OFFER,
        more=True, low=0, high=120, default=None,
        hint="Count up to the last payment. Leave this blank if it’s one payment a month, or one payment now.",
    )  # fmt: skip
    settling_cost: Money = ask(
        "What would it cost you to settle?", noun="the cost of settling", group=SETTLING,
        more=True, low=0, high=shared.MOST,
        default=NIL, hint="For example, your share of a mediator’s fee, or a solicitor to write the agreement.",
    )  # fmt: skip
    future_work_value: Money = ask(
        "If you settle, how much would the work you’d keep be worth?", noun="the value of the work you’d keep",
        group=SETTLING,
        more=True,
        low=0, high=shared.MOST, default=NIL,
        hint="The profit you’d lose if you went to court. Leave this blank if you don’t want to work with them again.",
    )  # fmt: skip
    customer_cost_of_fighting: Money = ask(
        "What would going to court cost your customer?", noun="what court would cost your customer", group=SETTLING,
        more=True,
        low=0, high=shared.MOST, default=NIL,
        hint="Guess the cost of their solicitor, their time and a judgment on their record, less what settling would "
        "cost them. If you leave this blank, we assume £0, so the most they’d pay may look too low.",
    )  # fmt: skip
    counterclaim_amount: Money = shared.counterclaim_amount()
    counterclaim_chance: Percentage = shared.counterclaim_chance()
    their_view_of_winning: Percentage | None = ask(
        "How likely does your customer think you are to win?", noun="your customer’s view of your chances",
        group=shared.THEIR_SIDE, more=True, low=0, high=100, default=None,
        hint="Out of 100, if they defend the claim. This changes the most they’d probably pay. Leave it blank if "
        "they’d give the same figure as you.",
    )  # fmt: skip
    chance_of_winning: Percentage | None = ask(
        "What’s your own figure for the chance of winning?", noun="the chance of winning", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="Out of 100. We’ll use it instead of your choice above.",
    )  # fmt: skip
    chance_of_collecting: Percentage | None = ask(
        "What’s your own figure for the chance of being paid?", noun="the chance of being paid", group=shared.CHANCES,
        more=True, low=0, high=100, default=None, hint="Out of 100. We’ll use it instead of your choice above.",
    )  # fmt: skip
    chance_of_defence: Percentage | None = shared.chance_of_defence()
    chance_of_completing: Percentage = ask(
        "How likely are they to keep up the instalments?", noun="the chance that they keep up the instalments",
        group=shared.CHANCES, more=True, low=1, high=100, default=Decimal(90),
        hint="Out of 100. 90 is only our guess. Have they kept their promises so far?",
    )  # fmt: skip
    agency_chance: Percentage | None = ask(
        "How likely is a collection agency to get the money?", noun="the chance that an agency collects",
        group=shared.CHANCES, more=True, low=0, high=100, default=None,
        hint="Out of 100. If you leave this blank and give the due date, we go by the age of the debt, using "
        "old surveys of US agencies.",
    )  # fmt: skip
    months_to_payment: Decimal = ask(
        "If you went to court, how many months would it take to get the money?",
        noun="the number of months it takes to get the money", group=shared.DATES, more=True, low=0, high=120,
        default=Decimal(12),
        hint="Count from today. Our guess of 12 allows for the wait for a hearing and for enforcement.",
    )  # fmt: skip
    claim_date: date = shared.claim_date()
    due_date: date | None = shared.due_date()
    daily_interest: Daily = shared.daily_interest()
    interest_counted_to: date | None = shared.interest_counted_to(
        hint="Leave this blank to use the date you’d start the claim."
    )
    discount_rate: Percentage = ask(
        "What does it cost you to wait a year for your money?", noun="the yearly cost of waiting", group=shared.COSTS,
        more=True, low=0, high=100, default=Decimal(10),
        hint="A percentage, such as your overdraft rate or what the money could earn. The 10% is only our guess.",
    )  # fmt: skip
    agency_commission: Percentage | None = ask(
        "What share would an agency keep?", noun="the agency’s share", group=shared.COSTS, more=True, low=0, high=100,
        default=None,
        hint="A percentage, including VAT if you can’t reclaim it. Leave this blank to use a typical share.",
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
        """Whether the chances of winning and of being paid are our defaults."""
        typed = (self.chance_of_winning, self.chance_of_collecting) != (None, None)
        ours = (Inputs.case_strength, Inputs.collecting_strength)
        return not typed and (self.case_strength, self.collecting_strength) == ours

    @property
    def interest_at_claim(self) -> Money:
        """Interest and compensation on the date of the claim."""
        typed = self.interest_and_compensation
        return claim_outcomes.interest_at_claim(typed, self.daily_interest, self.interest_counted_to, self.claim_date)

    def problems(self) -> Iterator[Problem]:
        """A debt, interest and compensation that come to nothing."""
        yield from shared.nothing_owed(self.amount_owed, self.interest_and_compensation)
