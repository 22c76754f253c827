"""The questions that find out who owes the money in law."""

from dataclasses import dataclass
from typing import Any

from calculators.kernel import Choice, Nation, ask, letters, shared

WHO = "Who they are"
SURE = "How sure you are"


class LegalKind(Choice):
    """What kind of customer it is, as far as the reader knows."""

    unknown = "I only know a trading name"
    company = "A limited company (Ltd or plc)"
    llp = "An LLP"
    sole_trader = "One person in business (a sole trader)"
    partnership = "Two or more people in business (a partnership)"
    private_person = "A consumer"
    charity = "A charity, club or association"
    public_body = "A council, NHS or public body"


class RegisterStatus(Choice):
    """What the register of companies says about the customer."""

    not_looked = "I haven’t looked yet"
    active = "Active"
    insolvent = "In liquidation or administration"
    dissolved = "Dissolved"
    not_found = "Not on the register"


class CharityForm(Choice):
    """The legal form of a charity or club."""

    unknown = "I don’t know"
    incorporated = "A company or a CIO"
    neither = "Neither"


class SameName(Choice):
    """Whether all the documents show the same name."""

    not_checked = "I haven’t checked"
    yes = "Yes, all of them"
    no = "No, there’s another name"


class OrderedFor(Choice):
    """Whether the customer was acting for someone else."""

    themselves = "No, for themselves"
    named = "Yes, and they told me who for"
    unnamed = "Yes, but they didn’t say so"


def _words(question: str, noun: str, hint: str, *kinds: str, more: bool = False) -> Any:
    when = {"legal_kind": kinds} if kinds else ()
    return ask(question, noun=noun, group=WHO, hint=hint, high=200, default="", more=more, when=when)


@dataclass(frozen=True, kw_only=True)
class Inputs:
    """What the reader is asked."""

    legal_kind: LegalKind = ask(
        "What type of customer is it?", noun="what your customer is", group=WHO, default=LegalKind.unknown,
        hint="Look at the name on the order and the invoice.",
    )  # fmt: skip
    customer_name: str = letters.words(
        "What is your customer called?", noun="your customer’s name", group=WHO, high=100, fills="off",
        hint="The full legal name, as far as you know it. For example, Example Motors Ltd, or Jane Smith",
    )  # fmt: skip
    trading_name: str = _words(
        "What name do they trade under?", "the trading name",
        "Only enter this if it’s different. For example, Harbour Kitchens",
        "unknown", "company", "llp", "sole_trader", "partnership",
    )  # fmt: skip
    partners: str = _words(
        "Who are the partners?", "the names of the partners", "Give their full names. For example, Jane Smith and Ali "
        "Khan",
        "partnership",
    )  # fmt: skip
    charity_form: CharityForm = ask(
        "What does the charity or company register say it is?", noun="the form of the charity or club", group=WHO,
        default=CharityForm.unknown, when={"legal_kind": ("charity",)},
        hint="A CIO is a charitable incorporated organisation.",
    )  # fmt: skip
    register_status: RegisterStatus = ask(
        "What does Companies House say?", noun="what Companies House says", group=SURE,
        default=RegisterStatus.not_looked, when={"legal_kind": ("company", "llp", "unknown")},
        hint="The register is free to search.",
    )  # fmt: skip
    same_name: SameName = ask(
        "Do the names all match?", noun="whether the documents agree", group=SURE, default=SameName.not_checked,
        hint="The order, your invoice and their payments should all show the same name.",
    )  # fmt: skip
    ordered_for: OrderedFor = ask(
        "Did they order for someone else?", noun="who they ordered for", group=SURE, default=OrderedFor.themselves,
        hint="An agent, a designer or a main contractor may order for its own client.",
    )  # fmt: skip
    nation: Nation = shared.nation(more=True)
