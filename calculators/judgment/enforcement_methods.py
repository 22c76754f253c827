"""The methods of enforcing a judgment: which one suits what the customer has, in what order, and for what fee."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.court_costs.advice import NO_WAGES
from calculators.kernel import (
    NIL,
    Charges,
    CourtClaim,
    CustomerType,
    EnforcementMethod,
    Figure,
    Money,
    Nation,
    NoFigure,
    add_months,
    charges,
    figure,
    latest,
    pounds,
)

from .questions import DebtorHas, Inputs
from .result_types import Way, WayRow

REACHES = {
    DebtorHas.unknown: Way.order_to_obtain_information,
    DebtorHas.bank_account: Way.third_party_debt_order,
    DebtorHas.debtor: Way.customers_debt,
    DebtorHas.wages: Way.attachment_of_earnings,
    DebtorHas.land: Way.charging_order,
}
"""England and Wales: the method for what the customer has; for goods, it depends on the amount."""

REACHES_SCOTLAND = {
    DebtorHas.unknown: Way.charge,
    DebtorHas.bank_account: Way.bank_arrestment,
    DebtorHas.debtor: Way.arrestment,
    DebtorHas.goods: Way.goods_attachment,
    DebtorHas.wages: Way.earnings_arrestment,
    DebtorHas.land: Way.inhibition,
}

DOES = {
    Way.order_to_obtain_information: "ask the court to question them about what they have",
    Way.third_party_debt_order: "ask the court to freeze their bank account",
    Way.customers_debt: "ask the court to freeze what their customer owes them",
    Way.warrant_of_control: "send County Court bailiffs",
    Way.high_court_writ: "send High Court enforcement officers",
    Way.attachment_of_earnings: "ask the court to have the money taken from their wages",
    Way.charging_order: "ask the court for a charge on their property",
    Way.charge: "have a sheriff officer serve a charge (a formal final demand)",
    Way.bank_arrestment: "have a sheriff officer freeze their bank account",
    Way.arrestment: "have a sheriff officer freeze what their customer owes them",
    Way.goods_attachment: "have a sheriff officer serve a charge, and then take goods",
    Way.earnings_arrestment: "have a sheriff officer serve a charge, and then take the money from their wages",
    Way.inhibition: "have a sheriff officer stop them selling their property",
    Way.notice_of_intent: "send a notice that you’ll enforce the judgment",
    Way.enforcement_office: "apply to the Enforcement of Judgments Office",
}
"""Each method as the end of a sentence."""

METHODS = {
    Way.third_party_debt_order: EnforcementMethod.third_party_debt_order,
    Way.customers_debt: EnforcementMethod.third_party_debt_order,
    Way.warrant_of_control: EnforcementMethod.warrant_of_control,
    Way.high_court_writ: EnforcementMethod.high_court_writ,
    Way.attachment_of_earnings: EnforcementMethod.attachment_of_earnings,
    Way.charging_order: EnforcementMethod.charging_order,
}

FORMS = {
    Way.third_party_debt_order: "N349",
    Way.customers_debt: "N349",
    Way.warrant_of_control: "N323",
    Way.high_court_writ: "N293A",
    Way.attachment_of_earnings: "N337",
    Way.charging_order: "N379",
    Way.notice_of_intent: "Form 1",
}


BY_OFFICERS = (Way.warrant_of_control, Way.high_court_writ)
"""The methods that need the court's permission after six years: a warrant or a writ."""


def last_day_of(inputs: Inputs) -> date | None:
    """The last date to send bailiffs without permission or, in Scotland, to enforce the decree; None if not known.

    CPR 83.2(3)(a): a writ or warrant needs permission once six years have passed. No other method does: Westacre v
    Yugoimport [2008] EWHC 801 (Comm), Fraenkl-Rietti v Cheltenham & Gloucester [2011] EWCA Civ 524.
    """
    names = {
        Nation.england_wales: "england_wales.enforcement_without_permission_years",
        Nation.scotland: "scotland.decree_years",
    }
    if inputs.nation not in names:
        return None
    return add_months(inputs.judgment_date, 12 * int(latest(names[inputs.nation]).value)) - timedelta(days=1)


def is_past_last_day(inputs: Inputs) -> bool:
    """Whether the last date to send bailiffs, or to enforce the decree, has passed."""
    last = last_day_of(inputs)
    return last is not None and inputs.interest_to > last


def form_of(way: Way, inputs: Inputs) -> str:
    """The number of the form, or empty; N316A is for questioning an officer of a company or other body."""
    if way is Way.order_to_obtain_information:
        return "N316A" if inputs.customer_type in NO_WAGES else "N316"
    return FORMS.get(way, "")


@dataclass(frozen=True, kw_only=True)
class Fees:
    """The fees for a method.

    `court` is the court fee, or None if it isn't known; `later` the court fees that follow; `officer` what an officer
    charges if nothing is found.
    """

    court: Figure | None = None
    later: Money = NIL
    officer: Money = NIL

    @property
    def first(self) -> Money | None:
        """The court fee for the first step."""
        return self.court.value if self.court else None

    @property
    def court_total(self) -> Money:
        """All the court fees for the method, which are added to the debt."""
        return (self.first or NIL) + self.later


def fees_of(way: Way, inputs: Inputs, owed: Money) -> Fees:
    """The fees for a method on that date; `Fees()` if a figure isn't known."""
    try:
        return _fees(way, inputs, owed)
    except NoFigure:
        return Fees()


def _fees(way: Way, inputs: Inputs, owed: Money) -> Fees:
    if way is Way.order_to_obtain_information:
        return Fees(court=figure("england_wales.order_to_obtain_information_fee", inputs.interest_to))
    if way in (Way.notice_of_intent, Way.enforcement_office):
        return _office(way, inputs, owed)
    if way not in METHODS:
        return Fees()
    found = _charges(METHODS[way], inputs, owed)
    return Fees(court=found.enforcement[0], officer=found.officer_with_vat)


def _office(way: Way, inputs: Inputs, owed: Money) -> Fees:
    """Northern Ireland: the fee for the notice, and for the application that follows it."""
    notice, application = _charges(EnforcementMethod.warrant_of_control, inputs, owed).enforcement
    if way is Way.enforcement_office:
        return Fees(court=application)
    return Fees(court=notice, later=application.value)


def _charges(method: EnforcementMethod, inputs: Inputs, owed: Money) -> Charges:
    """The cost of enforcement today, without the fees for the claim."""
    day = inputs.interest_to
    claim = CourtClaim(
        nation=inputs.nation, amount_owed=owed, value=owed, claim_date=day, hearing_date=day, enforcement_date=day,
        method=method, represented=False, vat_registered=inputs.vat_registered,
    )  # fmt: skip
    return charges(claim)


def ways_of(inputs: Inputs, owed: Money) -> tuple[WayRow, ...]:
    """What to try, in order; the method for what the customer has comes first."""
    chosen = {
        Nation.england_wales: _england_wales,
        Nation.scotland: _scotland,
        Nation.northern_ireland: _northern_ireland,
    }[inputs.nation]
    return tuple(_row(number, way, needs, inputs, owed) for number, (way, needs) in enumerate(chosen(inputs, owed), 1))


def _row(number: int, way: Way, needs: str, inputs: Inputs, owed: Money) -> WayRow:
    fee = fees_of(way, inputs, owed).first
    dear = " The fee is more than they owe." if fee and fee > owed else ""
    return WayRow(number=number, way=way, fee=fee, form=form_of(way, inputs), needs=f"{needs}{dear}")


Needed = tuple[Way, str]


def _england_wales(inputs: Inputs, owed: Money) -> Iterator[Needed]:
    """The method for what the customer has, then questioning in court, then whatever else may work."""
    possible = dict(_possible(inputs, owed))
    first = _goods(owed) if inputs.debtor_has is DebtorHas.goods else REACHES[inputs.debtor_has]
    for way in dict.fromkeys((first, Way.order_to_obtain_information, *possible)):
        yield way, (NEEDS | possible)[way]


def _goods(owed: Money) -> Way:
    """Bailiffs below their limit, otherwise High Court officers (SI 1991/724, article 8)."""
    most = latest("england_wales.warrant_of_control_limit").value
    return Way.warrant_of_control if owed < most else Way.high_court_writ


NEEDS = {
    Way.order_to_obtain_information: "You don’t know what they have, or the first method failed. You’ll have to file "
    "an affidavit.",
    Way.third_party_debt_order: "You know their bank, and the account is in their name alone.",
    Way.customers_debt: "You know who owes them money, and what for.",
    Way.charging_order: "They own a building or land. You may have to wait until it’s sold.",
    Way.attachment_of_earnings: "They’re employed, not self-employed or in the armed forces.",
}


def _possible(inputs: Inputs, owed: Money) -> Iterator[Needed]:
    """The methods that the amount and the type of customer allow."""
    permission = " Get permission first, on form N244." if is_past_last_day(inputs) else ""
    yield Way.third_party_debt_order, NEEDS[Way.third_party_debt_order]
    if owed < latest("england_wales.warrant_of_control_limit").value:
        yield Way.warrant_of_control, f"They have goods, stock or a vehicle that isn’t on hire.{permission}"
    least = latest("england_wales.high_court_writ_minimum").value
    if owed >= least:
        needs = (
            f"They have goods and owe {pounds(least)} or more. If the officers find nothing, you still pay a "
            "first-stage fee."
        )
        yield Way.high_court_writ, f"{needs}{permission}"
    if inputs.customer_type not in NO_WAGES and owed >= latest("england_wales.attachment_of_earnings_minimum").value:
        yield Way.attachment_of_earnings, NEEDS[Way.attachment_of_earnings]
    yield Way.charging_order, NEEDS[Way.charging_order]


def _scotland(inputs: Inputs, _: Money) -> Iterator[Needed]:
    """Every method; arrestment needs no charge first, goods and wages do (SSI 2017/154, paragraph 2(2)(e))."""
    days = latest("scotland.charge_days").value
    needs = {
        Way.bank_arrestment: "You know their bank. You don’t need a charge first.",
        Way.arrestment: "You know who owes them money. You don’t need a charge first.",
        Way.charge: f"They get {days} days to pay, and the officer reports on what they appear to own.",
        Way.goods_attachment: f"The {days} days after the charge have passed, and they have goods that can be taken.",
        Way.earnings_arrestment: f"The {days} days after the charge have passed, and you know their employer.",
        Way.inhibition: "They own a building or land. Ask a solicitor or an officer first.",
    }
    if inputs.customer_type in NO_WAGES:
        del needs[Way.earnings_arrestment]
    order = [REACHES_SCOTLAND[inputs.debtor_has], *needs]
    for way in dict.fromkeys(order):
        yield way, needs[way]


def _northern_ireland(_: Inputs, __: Money) -> Iterator[Needed]:
    days = latest("northern_ireland.enforcement_notice_days").value
    yield Way.notice_of_intent, f"They haven’t paid after about two weeks. They then get {days} days to pay."
    yield Way.enforcement_office, "The time in the notice has run out. The Office decides how to collect the money."


def is_individual(customer_type: CustomerType) -> bool:
    """Whether the customer is a person who may have a home, a job and wages."""
    return customer_type not in NO_WAGES
