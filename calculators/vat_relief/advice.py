"""The headline, the cautions, what to do next and the sources."""

from collections.abc import Iterator
from datetime import date

from calculators.kernel import NIL, Source, add_months, figure, in_words, latest, pounds

from .questions import DebtState, Inputs, VatScheme
from .result_types import Outcome, State
from .sums import CREDIT_NOTE_DAYS, CreditNote, Relief, is_last_chance_gone, is_unpaid, standard_rate
from .vat_periods import last_to_claim, period_with

FEW_MONTHS = 6
"""If the last date to claim is at most this many months away, it's the first caution: our choice."""

NOTICE = "https://www.gov.uk/guidance/relief-from-vat-on-bad-debts-notice-70018"

RETURN_TODAY = "your return for the VAT period that you’re in now"


def return_for(ends: date | None, otherwise: str = RETURN_TODAY) -> str:
    """The VAT return for the period that ends on `ends`, in words; `otherwise` if the date isn't known."""
    return f"your return for the period ending {in_words(ends)}" if ends else otherwise


# What can't be claimed

NOTHING = {
    VatScheme.cash: (
        "There’s no VAT to claim back, because with cash accounting you only pay it to HMRC once your customer has "
        "paid you."
    ),
    VatScheme.not_registered: "There’s no VAT to claim back, because you’re not registered for VAT.",
}

SOLD = "You can’t claim VAT relief on a debt that you’ve sold or factored, unless it’s assigned back to you."
"""Source: HMRC manual VBDR1900."""


# Debts that are still owed


def relief_headline(inputs: Inputs, found: Relief) -> str:
    """How much to claim and on which return, or why there's nothing to claim."""
    now, later, lost = (found.total(state) for state in (State.open, State.not_yet, State.too_late))
    if is_last_chance_gone(inputs, found) and found.until:
        last = last_to_claim(inputs, found.until)
        return (
            "Call your accountant or HMRC today, because the last return on which you could claim "
            f"{pounds(now or NIL)} of VAT back was {return_for(last)}."
        )
    if found.outcome is Outcome.claim_now:
        more = f" Another {pounds(later)} can be claimed later." if later else ""
        on = return_for(period_with(inputs, inputs.check_date))
        return f"You can claim {pounds(now or NIL)} of VAT back from HMRC on {on}.{more}"
    if found.outcome is Outcome.claim_later and found.opens:
        on = return_for(period_with(inputs, found.opens), "the return for the period with that date in it")
        return f"You can claim {pounds(later or NIL)} of VAT back from {in_words(found.opens)}, on {on}."
    if found.outcome is Outcome.too_late and found.until:
        return (
            f"It’s too late to claim {pounds(lost or NIL)} of VAT back, because the last date was "
            f"{in_words(found.until)}."
        )
    if inputs.vat_scheme is VatScheme.flat_rate_cash and any(one.vat for one in found.lines):
        return "There’s nothing to claim, because at your flat rate you’d have paid HMRC all the VAT in the invoice."
    return "There’s no VAT to claim back, because nothing is unpaid."


def relief_cautions(inputs: Inputs, found: Relief) -> Iterator[str]:
    """What could lose the reader the relief, the most urgent first."""
    if is_last_chance_gone(inputs, found) and found.until:
        yield f"Send any claim by {in_words(found.until)}. The period that you’re in now ends after that."
    elif found.outcome is Outcome.claim_now and found.until and _is_near(inputs, found.until):
        yield f"Don’t put it off. You must send the return by {in_words(found.until)}, or you’ll lose the relief."
    if found.outcome in (Outcome.claim_now, Outcome.claim_later):
        yield from _conditions(inputs, found)
    if inputs.vat_scheme is VatScheme.unsure:
        yield (
            "Find out first how you account for VAT. If you only pay HMRC once you’ve been paid, as with cash "
            "accounting, there’s nothing to claim back."
        )
    if inputs.payments and not inputs.invoices:
        yield (
            "List the invoices if you want us to take off your customer’s payments. We’ve used the unpaid amount that "
            "you entered."
        )
    if inputs.invoices and inputs.payments:
        yield (
            "For VAT, a payment goes to the oldest invoice first, unless your customer named an invoice and paid it "
            "in full. That can differ from our interest calculator."
        )


def _is_near(inputs: Inputs, until: date) -> bool:
    return inputs.check_date >= add_months(until, -FEW_MONTHS)


def _conditions(inputs: Inputs, found: Relief) -> Iterator[str]:
    opens = in_words(found.opens) if found.outcome is Outcome.claim_later and found.opens else ""
    when = f"on or after {opens}" if opens else "before the VAT period ends"
    yield (
        f"Write the debt off in a separate bad debts account {when}. Without that entry you can’t claim the relief. "
        "You can still chase the debt."
    )
    if inputs.vat_scheme is VatScheme.flat_rate_cash:
        yield (
            "The flat rate part comes off because you’d have paid it to HMRC if your customer had paid you. HMRC’s "
            "Notice 733 works it out this way, on the whole amount owed."
        )
    else:
        yield "Only claim if you’ve put this VAT on a return and paid it to HMRC."
    if inputs.vat_scheme is VatScheme.flat_rate_invoices:
        yield (
            "You claim the VAT you charged, not the flat rate. Advisers read HMRC’s Notice 733 that way, but check "
            "with HMRC."
        )
    yield (
        "Don’t send a credit note for a debt that’s still owed. A credit note is for a lower price that you’ve both "
        "agreed."
    )
    yield "Only claim if you charged no more than your usual price, and haven’t sold or factored the debt."
    if inputs.due_date is None and not inputs.invoices:
        yield "You didn’t give a due date, so we’ve allowed the 30 days that the law gives a business to pay."


def relief_steps(inputs: Inputs, found: Relief) -> Iterator[str]:
    """How to claim."""
    if found.outcome is Outcome.claim_now and not is_last_chance_gone(inputs, found):
        on = return_for(period_with(inputs, inputs.check_date))
        yield f"Add {pounds(found.total(State.open) or NIL)} to box 4 of {on}."
    if found.outcome is Outcome.claim_later:
        yield "Use the file below to add the first and last dates to claim to your calendar."
    if found.outcome in (Outcome.claim_now, Outcome.claim_later):
        yield (
            "Keep the invoices and a bad debts account for four years. The table below has the columns that HMRC asks "
            "for. Fill in the VAT period in which you paid the VAT."
        )
        yield "If your customer pays later, pay HMRC back the VAT on whatever they pay. Come back here to work it out."
    if found.outcome is Outcome.too_late:
        yield f"Ask your accountant whether anything else can be done. HMRC’s rules are at {NOTICE}"


# Debts that were settled, paid after relief, or sold


def credit_note_headline(inputs: Inputs, note: CreditNote) -> str:
    """The credit note to send, and by when."""
    what = f"a VAT credit note for {pounds(note.amount)}, which includes {pounds(note.vat)} of VAT"
    if note.by < inputs.check_date:
        return f"Send {what}, today, because it was due by {in_words(note.by)}."
    return f"Send {what}, by {in_words(note.by)}."


def credit_note_cautions(inputs: Inputs) -> Iterator[str]:
    """Cautions about a credit note, which isn't bad debt relief."""
    yield "Don’t claim bad debt relief on the price reduction. It’s no longer owed, so it isn’t a bad debt."
    days = latest(CREDIT_NOTE_DAYS).value
    yield f"Ask your accountant which date counts. The {days} days start on the day the price is reduced."
    if inputs.vat_scheme is VatScheme.flat_rate_cash:
        yield (
            "You pay HMRC your flat rate on what your customer pays, so you don’t take anything off your return for "
            "the reduction."
        )
    yield "If your customer isn’t registered for VAT and you sold them goods, the law doesn’t require a credit note."


def credit_note_next(inputs: Inputs, note: CreditNote) -> Iterator[str]:
    """What to do with the credit note."""
    yield "Give the credit note a number and a date, and state the invoice, the reduction and the VAT."
    if inputs.vat_scheme is not VatScheme.flat_rate_cash and inputs.agreed_on:
        on = return_for(period_with(inputs, inputs.agreed_on), "the return for the period in which you agreed it")
        yield f"Take {pounds(note.vat)} off the VAT on your sales, in box 1 of {on}."


def pay_back_headline(amount: str, ends: date | None) -> str:
    """How much to pay back, and on which return."""
    on = return_for(ends, "your return for the period in which they paid")
    return f"Pay HMRC back {amount} of VAT on {on}."


def pay_back_cautions(inputs: Inputs) -> Iterator[str]:
    """What people often miss about paying relief back."""
    yield "Pay the VAT back on that return, even if you’ve written the debt off and closed the file."
    yield (
        "If they owe you for several invoices, the payment goes to the oldest first, even if there’s no VAT on it. "
        "Enter only what pays off the invoices that you claimed relief on."
    )
    if inputs.vat_scheme is VatScheme.flat_rate_cash:
        yield "The payment also counts as part of your flat rate turnover, like any other money you receive."


def pay_back_next(amount: str, ends: date | None) -> Iterator[str]:
    """Which box of the return to use, and what to record."""
    yield f"Add {amount} to box 1 of {return_for(ends, 'the return for the period in which they paid')}."
    yield "Note the payment in your bad debts account."


def sold_cautions() -> Iterator[str]:
    """When relief can be claimed on a debt that was sold."""
    yield (
        "If the factor gives the debt back to you, you can claim relief on what’s still unpaid, even if you keep what "
        "the factor paid you. Make sure it’s assigned back to you in writing."
    )


def sources(inputs: Inputs) -> Iterator[Source]:
    """The figures that the answer is based on."""
    if is_unpaid(inputs):
        opens = figure("uk.vat_bad_debt_relief_months", inputs.check_date)
        yield Source(field="vat_relief_from", figure=opens)
        ends = figure("uk.vat_bad_debt_relief_last_months", inputs.check_date)
        yield Source(field="vat_relief_until", figure=ends)
    settled = inputs.pays_first and inputs.debt_state is DebtState.settled_for_less
    if settled:
        yield Source(field="credit_note_by", figure=latest(CREDIT_NOTE_DAYS))
    if (settled or is_unpaid(inputs)) and _is_standard(inputs):
        yield Source(field="relief", figure=standard_rate(inputs))


def _is_standard(inputs: Inputs) -> bool:
    """Whether the standard rate is used for any amount."""
    own = [one.vat_rate for one in inputs.invoices]
    return inputs.vat_rate is None and (None in own or not own)
