"""What the calculator for a judgment tells the reader."""

from dataclasses import dataclass
from datetime import date

from calculators.kernel import Choice, Daily, Money, Percentage, Source, Step, tell


class State(Choice):
    """Whether the judgment can be enforced on the date of the answer."""

    ready = "Yes"
    not_due = "Not yet, because they still have time to pay"
    on_time = "Not yet, because no instalment is late"
    permission = "Only with the court’s permission"
    ended = "Probably not, because it may be too old"
    with_office = "You’ve already applied to enforce it"
    set_aside = "Wait until the court has decided whether to set it aside"
    paid = "No, because it’s been paid"


class EarnsInterest(Choice):
    """Whether the judgment earns interest, and why."""

    large = "Yes, because of the amount"
    late_invoice = "Yes, because it’s for a late invoice"
    high_court = "Yes, since it was transferred to the High Court"
    decree = "Yes, unless the court said otherwise"
    no = "No, because it’s too small and isn’t for a late invoice"


class Way(Choice):
    """A method of enforcing a judgment."""

    order_to_obtain_information = "Questioning in court (order to obtain information)"
    third_party_debt_order = "Freeze their bank account (third party debt order)"
    customers_debt = "Freeze what they’re owed (third party debt order)"
    warrant_of_control = "County Court bailiffs (warrant of control)"
    high_court_writ = "High Court officers (writ of control)"
    attachment_of_earnings = "Money from their wages (attachment of earnings)"
    charging_order = "A charge on their property (charging order)"
    charge = "Final demand by a sheriff officer (charge for payment)"
    bank_arrestment = "Freeze their bank account (arrestment)"
    arrestment = "Freeze what they’re owed (arrestment)"
    goods_attachment = "Charge, then take goods (attachment)"
    earnings_arrestment = "Charge, then money from their wages (earnings arrestment)"
    inhibition = "Stop them selling property (inhibition)"
    notice_of_intent = "Notice of intent to enforce"
    enforcement_office = "Apply to the Enforcement of Judgments Office"


@dataclass(frozen=True, kw_only=True)
class WayRow:
    """An enforcement method, in the order to try them; `fee` is None if it isn't known."""

    number: int = tell("Order")
    way: Way = tell("Enforcement method")
    fee: Money | None = tell("Court fee", absent="ask")
    form: str = tell("Form", absent="")
    needs: str = tell("When to use it")


@dataclass(frozen=True, kw_only=True)
class Period:
    """A period with one balance; its interest is rounded so that the column adds up to the total."""

    starts: date = tell("From")
    ends: date = tell("To")
    balance: Money = tell("Balance")
    days: int = tell("Days")
    interest: Money = tell("Interest", totalled=True)


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the reader is told, as at the end of `interest_to`.

    `owed_today` is the rest of the judgment with interest, including instalments that aren't due yet. `amount_owed`,
    `interest_and_compensation` and `daily_interest` are passed to a payment plan by its link, but fill in no shared
    answers: they're about the judgment, and the claim has its own.
    """

    headline: str
    lead: str
    owed_today: Money = tell("Owed to you today, with interest", key=True)
    overdue: Money | None = tell("Instalments that are late", absent="")
    interest_and_compensation: Money = tell("Interest since the judgment", key=True, answers=None)
    daily_interest: Daily = tell("Interest for each extra day", key=True, answers=None)
    enforcement_fee: Money | None = tell("Court fee for the first step", absent="ask", key=True)
    amount_owed: Money = tell("Still owed on the judgment, before interest", answers=None)
    judgment_paid: Money = tell("Paid since the judgment")
    can_enforce: State = tell("Can you enforce the judgment now?", verdict=True)
    earns_interest: EarnsInterest = tell("Does the judgment earn interest?")
    first_way: Way = tell("First enforcement method")
    enforce_from: date | None = tell("Earliest date to enforce the judgment", absent="")
    last_day_to_enforce: date | None = tell("Last day to send in bailiffs or sheriff officers", absent="not confirmed")
    expected_result: Money | None = tell("Likely result of enforcing the judgment", absent="", estimate=True)
    break_even_chance: Percentage | None = tell("Chance of being paid that you need to break even", absent="")
    counted_to: date = tell("Last date the interest covers")
    ways_in_short: tuple[str, ...] = tell("What to try, in this order", key=True)
    ways: tuple[WayRow, ...] = tell("When to use each method")
    instruction: tuple[str, ...] = tell("What to write")
    periods: tuple[Period, ...] = tell("Interest for each period")
    working: tuple[Step, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    sources: tuple[Source, ...]
