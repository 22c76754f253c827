"""How each kind of customer is named on a claim, and where papers go.

England and Wales: Practice Direction 16, paragraph 2.6, Practice Direction 7A, and rule 6.9 of the Civil Procedure
Rules; Ellison Road v Mian [2023] EWHC 375 (Ch). Scotland: HMRC's manual DMBM675290 on naming a defender.
"""

from calculators.kernel import CustomerType, Nation

from .questions import CharityForm, Inputs, LegalKind

ENDINGS = ("ltd", "limited", "plc", "llp", "cic", "cyf", "cyfyngedig", "company", "partnership")
"""The endings that the registered name of a company or LLP can have."""

TYPES = {
    LegalKind.company: CustomerType.company,
    LegalKind.llp: CustomerType.company,
    LegalKind.sole_trader: CustomerType.sole_trader,
    LegalKind.partnership: CustomerType.partnership,
    LegalKind.private_person: CustomerType.consumer,
    LegalKind.public_body: CustomerType.public_body,
}


def entry_of(inputs: Inputs) -> str:
    """The name of the entry in kinds.toml that applies."""
    return FORMS[inputs.charity_form] if inputs.legal_kind is LegalKind.charity else inputs.legal_kind.name


FORMS = {
    CharityForm.incorporated: "charity_company",
    CharityForm.neither: "association",
    CharityForm.unknown: "charity",
}


def customer_type(inputs: Inputs) -> CustomerType | None:
    """The kind of customer as the other calculators ask for it; None if it isn't known."""
    if inputs.legal_kind is LegalKind.charity:
        return {
            CharityForm.incorporated: CustomerType.company,
            CharityForm.neither: CustomerType.association,
            CharityForm.unknown: None,
        }[inputs.charity_form]
    return TYPES.get(inputs.legal_kind)


def claim_name(inputs: Inputs) -> str:
    """The name to put on a claim, with a blank for what isn't known; empty if nobody can be named yet."""
    if entry_of(inputs) in ("unknown", "charity", "association"):
        return ""
    name = inputs.customer_name or BLANKS.get(inputs.legal_kind, "[full legal name]")
    if inputs.legal_kind is LegalKind.partnership:
        return _firm(inputs)
    trades = inputs.trading_name
    return f"{name} (trading as {trades})" if trades and trades.casefold() != name.casefold() else name


BLANKS = {
    LegalKind.sole_trader: "[first name and surname]",
    LegalKind.private_person: "[first name and surname]",
    LegalKind.company: "[registered name]",
    LegalKind.llp: "[registered name]",
}


def _firm(inputs: Inputs) -> str:
    firm = inputs.trading_name or inputs.customer_name or "[name of the firm]"
    partners = inputs.partners or "[each partner’s full name]"
    if inputs.nation is Nation.england_wales:
        return f"{firm} (A Firm)"
    if inputs.nation is Nation.scotland:
        return f"The firm of {firm}, and {partners}, the partners of the firm"
    return f"{partners}, trading as {firm}"


DEPARTMENTS = ("ministry of ", "department ", "hm ", "home office", "cabinet office")
"""How the names of government departments begin."""


def is_department(inputs: Inputs) -> bool:
    """Whether the name is that of a government department, which a claim names as in the list under section 17."""
    name = inputs.customer_name.casefold().removeprefix("the ")
    return inputs.legal_kind is LegalKind.public_body and name.startswith(DEPARTMENTS)


def lacks_its_ending(inputs: Inputs) -> bool:
    """Whether the name of a company or LLP lacks the ending that it must have."""
    registered = inputs.legal_kind in (LegalKind.company, LegalKind.llp)
    last = inputs.customer_name.casefold().rstrip(". ").rpartition(" ")[2].replace(".", "")
    return registered and bool(inputs.customer_name) and last not in ENDINGS
