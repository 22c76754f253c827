"""Whether the reader knows enough to claim, and the wording of the result."""

from collections.abc import Iterator

from calculators.kernel import Choice, Nation, shared

from .naming import claim_name, entry_of, is_department, lacks_its_ending
from .questions import Inputs, LegalKind, OrderedFor, RegisterStatus, SameName


class Verdict(Choice):
    """Whether the reader is ready to claim."""

    ready = "You know enough to claim"
    check = "Check before you claim"
    stop = "Don’t claim yet"


def verdict(inputs: Inputs) -> Verdict:
    """`stop` while the name is uncertain or the customer can't be sued; `check` until everything has been checked."""
    if _stops(inputs):
        return Verdict.stop
    looked = inputs.legal_kind not in REGISTERED or inputs.register_status is RegisterStatus.active
    checked = inputs.same_name is SameName.yes and looked and "[" not in claim_name(inputs)
    open_name = lacks_its_ending(inputs) or is_department(inputs)
    return Verdict.ready if checked and not open_name else Verdict.check


REGISTERED = (LegalKind.company, LegalKind.llp)
GONE = (RegisterStatus.insolvent, RegisterStatus.dissolved, RegisterStatus.not_found)


def _stops(inputs: Inputs) -> bool:
    return (
        inputs.ordered_for is OrderedFor.named
        or not claim_name(inputs)
        or (inputs.legal_kind in REGISTERED and inputs.register_status in GONE)
        or inputs.same_name is SameName.no
    )


def headline(inputs: Inputs, papers: str) -> str:
    """The result in one sentence."""
    name = inputs.customer_name or inputs.trading_name
    if inputs.ordered_for is OrderedFor.named:
        return "The person or business they ordered for probably owes you, so find out who that is and write to them."
    if inputs.legal_kind in REGISTERED and inputs.register_status in GONE:
        return GONE_WORDS[inputs.register_status].format(name=name or "The company")
    if not claim_name(inputs):
        return _not_known(inputs, name)
    if inputs.same_name is SameName.no:
        return "The documents show two names, so before you write, find out who placed the order."
    when = "Claim against" if verdict(inputs) is Verdict.ready else "Once you’ve made the checks below, claim against"
    where = f", and send court papers to {papers.partition(',')[0]}" if papers else ""
    return f"{when} {claim_name(inputs)}{where}."


GONE_WORDS = {
    RegisterStatus.insolvent: (
        "{name} is insolvent, so send your claim to the liquidator or administrator, not to the court."
    ),
    RegisterStatus.dissolved: "{name} no longer exists, so nobody can claim against it unless it’s restored.",
    RegisterStatus.not_found: "{name} isn’t on the register, so find out who is behind the name before you write.",
}


def _not_known(inputs: Inputs, name: str) -> str:
    if inputs.legal_kind is LegalKind.unknown:
        return f"Find the legal name behind {name or 'the trading name'} before you write or claim."
    if entry_of(inputs) == "charity":
        return f"Look {name or 'the club or charity'} up on the charity register and at Companies House first."
    return f"Find out who ordered for {name or 'the club or charity'} and who runs it, then get advice on who to name."


def cautions(inputs: Inputs) -> Iterator[str]:
    """What could lose the reader the claim, the most serious first.

    An agent for an undisclosed principal is liable too, until the other side chooses between them: Clarkson Booker v
    Andjel [1964] 2 QB 775.
    """
    if lacks_its_ending(inputs):
        yield (
            "Add the ending to the name, such as “Ltd”, “Limited”, “plc” or “LLP”, exactly as it appears at Companies "
            "House."
        )
    if inputs.ordered_for is OrderedFor.unnamed:
        yield (
            "Keep anything that shows you dealt only with your customer. If they didn’t say they were acting for "
            "someone else, they usually owe you the money themselves. Get advice before you give up your claim against "
            "either of them."
        )
    if inputs.legal_kind is LegalKind.unknown:
        yield "Don’t guess. A judgment against the wrong name is worthless, and it may be too late to put it right."
    if entry_of(inputs) in ("charity", "association"):
        yield shared.SUING_AN_ASSOCIATION
    if inputs.legal_kind is LegalKind.public_body:
        yield (
            "If your customer is a government department, name it as it appears in the list under section 17 of the "
            "Crown Proceedings Act 1947. Court papers go to the solicitor in that list."
        )
    if inputs.legal_kind is LegalKind.partnership:
        yield "Write to the firm and to every partner. To collect from a partner’s own money, name that partner too."
    if inputs.nation is not Nation.england_wales:
        yield ELSEWHERE[inputs.nation]
    yield "Check again on the day you claim, because names, addresses and companies change."


ELSEWHERE = {
    Nation.scotland: (
        "Ask the sheriff clerk where to send court papers, because we’ve only confirmed the registered office for a "
        "company. We name people and firms the way HMRC does in Scotland."
    ),
    Nation.northern_ireland: (
        "Ask the Civil Processing Centre how to name your customer and where to send court papers, because we’ve only "
        "confirmed the registered office for a company."
    ),
}


def next_steps(inputs: Inputs) -> Iterator[str]:
    """What to do with the result."""
    if not claim_name(inputs) or inputs.same_name is SameName.no:
        yield "Ask in writing: “Please tell us the full legal name of your business, and an address for legal papers.”"
    else:
        yield "Put this name and address on your letter before claim, exactly as you’ll put them on the claim."
    yield "Keep a copy of the register page, the order, and a record of a payment that shows the name."
    if inputs.legal_kind is LegalKind.sole_trader:
        yield "If they’ve moved, do everything you reasonably can to find the new address before you claim."
