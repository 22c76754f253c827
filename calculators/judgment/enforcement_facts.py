"""The facts to put on the form, or send to the officer, for the first enforcement method."""

from collections.abc import Iterator

from calculators.kernel import Money, Nation, exact_percent, in_words, letters, pounds_and_pence

from .enforcement_methods import form_of, is_individual
from .interest import JudgmentInterest
from .questions import Inputs
from .result_types import Way

ABOUT = {
    Way.third_party_debt_order: ("The bank", "name and address of the bank, sort code and account number"),
    Way.customers_debt: ("Who owes them money", "name, address and what they owe the money for"),
    Way.warrant_of_control: ("Goods and where they are", "what they have and the address to visit"),
    Way.high_court_writ: ("Goods and where they are", "what they have and the address to visit"),
    Way.attachment_of_earnings: ("The employer", "name and address of the employer, and their job"),
    Way.charging_order: ("The property", "address and title number from HM Land Registry, and who owns it"),
    Way.bank_arrestment: ("The bank", "name and address of the bank, and the account if you know it"),
    Way.arrestment: ("Who owes them money", "name, address and what they owe the money for"),
    Way.goods_attachment: ("Goods and where they are", "what they have and the address"),
    Way.earnings_arrestment: ("The employer", "name and address of the employer"),
    Way.inhibition: ("The property", "address of the property"),
}


def instruction_of(inputs: Inputs, way: Way, owed: Money, interest: JudgmentInterest, fee: Money | None) -> list[str]:
    """The facts, each as a line with a label and what to write."""
    return [f"{label}: {words}" for label, words in _lines(inputs, way, owed, interest, fee)]


def _lines(
    inputs: Inputs, way: Way, owed: Money, interest: JudgmentInterest, fee: Money | None
) -> Iterator[tuple[str, str]]:
    form = form_of(way, inputs)
    if form:
        yield "Form", form
    yield "Claim number", letters.typed(inputs.claim_number, "number on the judgment")
    yield "You (the creditor)", letters.typed(inputs.your_business, "your name or your business’s name")
    address = letters.typed(inputs.customer_address, "their address")
    yield "Your customer (the debtor)", f"{letters.typed(inputs.customer_name, 'their full name')}, {address}"
    yield "Judgment", f"{pounds_and_pence(inputs.judgment_amount)}, {in_words(inputs.judgment_date)}"
    yield from _amounts(inputs, owed, interest, fee)
    yield from _what(inputs, way)


def _amounts(inputs: Inputs, owed: Money, interest: JudgmentInterest, fee: Money | None) -> Iterator[tuple[str, str]]:
    if inputs.paid:
        yield "Paid since the judgment", pounds_and_pence(inputs.paid)
    if interest.interest:
        rate = exact_percent(interest.rate.value)
        until = in_words(inputs.interest_to)
        yield f"Interest at {rate} a year to {until}", pounds_and_pence(interest.interest)
    yield "Amount now owed", pounds_and_pence(owed)
    if fee is not None:
        yield "Fee for this step", pounds_and_pence(fee)
        yield "Amount now owed, including the fee", pounds_and_pence(owed + fee)
    if interest.a_day:
        yield "Interest for each extra day", f"£{interest.a_day}"


def _what(inputs: Inputs, way: Way) -> Iterator[tuple[str, str]]:
    known = inputs.what_they_have
    if way in ABOUT:
        label, blank = ABOUT[way]
        yield label, letters.typed(known, blank)
    elif known:
        yield "What you know they have", known
    if way is Way.order_to_obtain_information and not is_individual(inputs.customer_type):
        yield "Who should be questioned", "[name and address of a director or other officer]"
    if way is Way.order_to_obtain_information:
        yield "Ask them to bring", _to_bring(inputs)
    if way is Way.charge and inputs.nation is Nation.scotland:
        yield "Instructions", "Serve a charge for payment and report on any assets found"


def _to_bring(inputs: Inputs) -> str:
    if is_individual(inputs.customer_type):
        return "bank statements, payslips, tax returns, mortgage or rent statements, and a list of debts"
    return "bank statements, the latest accounts, a list of who owes them money, and details of property and vehicles"
