"""What could make the total wrong, or cost the reader money."""

from collections.abc import Iterator, Sequence
from datetime import date

from calculators.kernel import (
    NIL,
    CustomerType,
    Money,
    add_months,
    figure,
    has_two_readings,
    in_words,
    limitation_years,
    pounds,
    shared,
    table,
)

from .debts import basis_of, interest_first, is_public, last_of
from .input_types import Basis, PaymentsGoTo
from .questions import Inputs
from .sums import Line, Sums, statutory_beside

PUBLIC_CONTRACTS = date(2025, 2, 24)
"""The first date of contracts under the Procurement Act 2023; its 30 days apply whatever was agreed."""

_PUBLIC_DAYS = "uk.late_payment_public_body_days"


def cautions(inputs: Inputs, lines: Sequence[Line], sums: Sums, beside: tuple[Money, Money] | None) -> Iterator[str]:
    """What could make the total wrong, or cost the reader money."""
    if beside:
        yield _low_rate(*beside)
    yield from _paid_before_claim(inputs, lines)
    yield from about_the_basis(inputs)
    yield from _about_terms(inputs)
    yield from _about_days(inputs)
    yield from _about_payments(inputs)
    yield from _not_late(lines)
    yield from _overpaid(sums)
    yield from _old(inputs, lines)


def about_the_basis(inputs: Inputs) -> Iterator[str]:
    """Cautions about the law or contract that gives the interest, for this type of customer."""
    yield from _BASIS_CAUTIONS[basis_of(inputs)](inputs)


def _about_payments(inputs: Inputs) -> Iterator[str]:
    if not inputs.payments:
        return
    if interest_first(inputs):
        yield (
            "We set each payment against the interest first, then against the oldest invoice. You can do that where "
            "your customer didn’t say what the payment was for. If they did, you must take it off whatever they said."
        )
        return
    yield (
        "We took each payment off the oldest invoice first, and off the invoice itself before any interest. From the "
        "day after a payment, no interest runs on the amount it paid off. If your customer said which invoice a "
        "payment was for, enter that invoice beside the payment and we’ll take it off that one."
    )
    if basis_of(inputs) is Basis.court_discretion:
        return
    yield (
        "If they didn’t say what a payment was for, you may be able to set it against the interest first, which "
        f"leaves you more to claim. Answer “{PaymentsGoTo.interest_first}” to see the difference."
    )


def _paid_before_claim(inputs: Inputs, lines: Sequence[Line]) -> Iterator[str]:
    """A caution about amounts paid before a claim, on which a court awards no interest.

    County Courts Act 1984, section 69(1); IM Properties v Cape & Dalgleish [1998] EWCA Civ 862.
    """
    paid = sum((line.debt.before_claim for line in lines), NIL)
    if not paid:
        return
    yield (
        f"We have not counted any interest on the {pounds(paid)} that was paid before a claim. A court can only award "
        "interest on money that is still owed when you claim, or is paid after that (County Courts Act 1984, section "
        "69)."
    )
    if inputs.claim_issued is None:
        yield "If you’ve already started a claim, enter the date it was issued."


def _low_rate(interest: Money, compensation: Money) -> str:
    """A caution about a rate too low to be a substantial remedy (1998 Act, s8 and s9)."""
    return (
        "Your contract’s rate may be too low to be a substantial remedy for late payment. If it is, statutory "
        f"interest applies instead: {pounds(interest)}, plus {pounds(compensation)} of compensation. In 2024 a judge "
        "found that two points above Bank Rate was too low (A & V Building Solution v J & B Hopkins). In 2010 another "
        "would have accepted five. Get advice before you claim it."
    )


def _statutory_cautions(inputs: Inputs) -> Iterator[str]:
    yield (
        "The interest rate on an invoice is fixed on the day interest starts to run. It does not change every six "
        "months, though some websites say it does."
    )
    yield (
        "If your contract sets its own late payment interest, and it’s high enough to be a substantial remedy, you "
        "get that instead. Read the contract first."
    )
    if inputs.customer_type in (CustomerType.sole_trader, CustomerType.partnership):
        yield "The law only covers your customer if they bought for their business, not for themselves."
    if inputs.customer_type is CustomerType.association:
        yield f"{shared.ASSOCIATION_INTEREST} If it did not, choose the interest a court may award instead."
    yield "A court can award less interest if your own conduct makes that fair."
    if inputs.recovery_costs:
        yield (
            "You can only add the cost of collecting if it is reasonable, and then only the part above the "
            "compensation. The contract must have been made on or after 16 March 2013."
        )


def _costs_not_counted(inputs: Inputs) -> Iterator[str]:
    """A caution that the cost of collecting can only be claimed with statutory interest (s5A(2A) of the Act)."""
    if inputs.recovery_costs:
        yield (
            f"We have not counted the {pounds(inputs.recovery_costs)} for collecting, because you can only claim that "
            "with statutory interest. Your contract may give you its own right to it."
        )


def _contract_cautions(inputs: Inputs) -> Iterator[str]:
    yield from _costs_not_counted(inputs)
    yield (
        "We haven’t added fixed compensation, because you only get that with statutory interest, not with interest "
        "under a contract."
    )
    yield "We used one rate for all the days. If your rate moves with Bank Rate, work out each period separately."
    if inputs.customer_type is CustomerType.consumer:
        yield "A consumer can challenge an unfair rate."
    elif statutory_beside(inputs) is None:
        yield (
            "If the rate in the contract is too low to be a substantial remedy for late payment, you can claim "
            "statutory interest instead. In 2010 a judge found that half a point above Bank Rate was too low, but "
            "would have accepted five. Get advice if your rate is low."
        )


def _court_cautions(inputs: Inputs) -> Iterator[str]:
    yield from _costs_not_counted(inputs)
    if inputs.basis is Basis.statutory:
        yield (
            "The law on late payment between businesses does not cover a consumer. So we have used the interest that a "
            "court may award instead, and there is no fixed compensation."
        )
    yield "Ask for interest in the claim. The court decides whether you get it, at what rate and for how long."
    yield (
        "This is the practice in England and Wales. Courts in Scotland and Northern Ireland have rules of their own, "
        "and we couldn’t confirm their rates."
    )
    yield "You cannot have two kinds of interest on the same money for the same days."


_BASIS_CAUTIONS = {
    Basis.statutory: _statutory_cautions,
    Basis.contract: _contract_cautions,
    Basis.court_discretion: _court_cautions,
}


def _about_terms(inputs: Inputs) -> Iterator[str]:
    """Cautions about terms that businesses read in two ways."""
    for number, one in enumerate(inputs.invoices, 1):
        if not one.due_date and one.agreed_date and has_two_readings(one.terms):
            yield (
                f"Invoice {one.number or number}: we counted “{one.terms}” from the end of the month the invoice is "
                "dated. Some contracts add the days first, then go to the end of that month. If yours does that, enter "
                "the due date."
            )


def _about_days(inputs: Inputs) -> Iterator[str]:
    """Cautions if the two dates of a row raise a question that the Act leaves to the facts."""
    if basis_of(inputs) is not Basis.statutory:
        return
    for number, one in enumerate(inputs.invoices, 1):
        if one.agreed_date and one.supplied_date:
            yield from _about_both(inputs, one.number or str(number), one.agreed_date, one.supplied_date)


def _about_both(inputs: Inputs, name: str, due: date, supplied: date) -> Iterator[str]:
    if due < supplied:
        yield (
            f"Invoice {name} was due before you delivered or finished the work, so interest only starts after the day "
            "you did (section 11 of the Act). If you did it in stages, get advice."
        )
    elif is_public(inputs) and due > last_of(_PUBLIC_DAYS, supplied):
        yield (
            f"Invoice {name}: a public body cannot take longer to pay than the law allows, so we used the last day it "
            "allows."
        )
    elif supplied >= PUBLIC_CONTRACTS and not is_public(inputs) and due > last_of(_PUBLIC_DAYS, supplied):
        yield (
            f"Invoice {name}: if this was work under a public contract, {figure(_PUBLIC_DAYS, supplied).value} days is "
            "the most they could take, whatever you agreed (Procurement Act 2023, sections 68, 73 and 88). That covers "
            "subcontractors too, but not concessions, private utilities or schools. Get advice."
        )
        yield from _grossly_unfair(name, due, supplied)
    else:
        yield from _grossly_unfair(name, due, supplied)


def _grossly_unfair(name: str, due: date, supplied: date) -> Iterator[str]:
    longest = "uk.late_payment_longest_days"
    if supplied >= table(longest).versions[0].valid_from and due > last_of(longest, supplied):
        yield (
            f"Invoice {name} gave them more than {figure(longest, supplied).value} days to pay. If that is grossly "
            f"unfair to you, the last day was {in_words(last_of(longest, supplied))} instead. Get advice first."
        )


def _not_late(lines: Sequence[Line]) -> Iterator[str]:
    early = [line.debt.name for line in lines if not line.rate and line.unpaid]
    if early:
        yield (
            f"Not late yet: invoice {', '.join(early)}. The unpaid amount is in the total, but it earns no "
            "interest, and you cannot claim it in court before it is due."
        )


def _overpaid(sums: Sums) -> Iterator[str]:
    if sums.paid_beyond:
        yield (
            f"Your customer has paid {pounds(sums.paid_beyond)} more than these invoices come to. We set it against "
            "interest and compensation. Check whether it was meant for another invoice."
        )
    if sums.paid_beyond > sums.set_off:
        more = pounds(sums.paid_beyond - sums.set_off)
        yield f"{more} of it is more than they owe altogether, so it belongs to them."


def _old(inputs: Inputs, lines: Sequence[Line]) -> Iterator[str]:
    """A caution once the shortest time limit of the three nations has passed."""
    nations = (shared.Nation.scotland, shared.Nation.england_wales)
    short, long = (int(limitation_years(nation).value) for nation in nations)
    if any(line.unpaid and add_months(line.debt.last_day, 12 * short) <= inputs.interest_to for line in lines):
        yield (
            f"Some of this was due {short} years ago or more. In Scotland the debt may no longer exist, and elsewhere "
            f"you may be too late after {long} years. Get advice before you ask for it."
        )
