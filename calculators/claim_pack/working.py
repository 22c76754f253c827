"""How the amount of the claim is worked out, line by line, and the figures it's based on."""

from collections.abc import Iterator

from calculators.kernel import Source, Step, adding_up, in_words, latest, step

from .case import Case
from .result_types import Form


def working(case: Case) -> tuple[Step, ...]:
    """The amount of the claim, then the claim with the court fee."""
    found = case.found
    parts = (
        ("Amount unpaid on the invoices", found.amount_owed),
        (f"Interest to {in_words(case.inputs.claim_date)}", found.interest),
        ("Compensation", found.compensation),
        ("Costs of recovery above the compensation", found.extra_costs),
    )
    claimed = [step(label, amount) for label, amount in parts if amount]
    over = sum(one.amount for one in claimed) - case.value
    if over:
        claimed.append(step("Paid over and above the invoices", -over))
    lines = adding_up("Amount of your claim", claimed)
    fee = next((one.figure for one in case.court.sources if one.field == "issue_fee"), None)
    if fee is None or case.court.issue_fee is None:
        return tuple(lines)
    with_fee = [step("Amount of your claim", case.value), step(fee.label, case.court.issue_fee, fee)]
    return (*lines, *adding_up("Your claim plus the court fee", with_fee))


def sources(case: Case) -> Iterator[Source]:
    """The court fee, the limits of the form, then the figures behind the interest."""
    yield from (one for one in case.court.sources if one.field == "issue_fee")
    names = {
        Form.online_civil_money_claims: ("online_civil_money_claims_limit",),
        Form.money_claim_online: ("money_claim_online_characters", "money_claim_online_lines"),
    }.get(case.form, ())
    yield from (Source(field="form_to_use", figure=latest(f"england_wales.{name}")) for name in names)
    if case.inputs.asks_interest:
        yield from case.found.sources
