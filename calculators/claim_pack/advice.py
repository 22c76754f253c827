"""The headline, where to claim, what could go wrong and what to do next."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from calculators.kernel import (
    Box,
    CustomerType,
    Nation,
    in_words,
    last_day_to_reply,
    latest,
    letters,
    next_working_day,
    pounds,
    reply_days,
    shared,
)

from .case import MCOL, ONLINE, Case
from .questions import Service
from .result_types import Form


def headline(case: Case) -> str:
    """How much the claim is for, with and without the court fee."""
    if case.with_fee is None:
        return f"Your claim is for {pounds(case.value)}. Ask the court what its fee is, because we couldn’t confirm it."
    return f"Your claim is for {pounds(case.value)}, or {pounds(case.with_fee)} with the court fee."


def lead(case: Case) -> str:
    """Where to make the claim, and why there."""
    return {
        Form.online_civil_money_claims: "Use Online Civil Money Claims on GOV.UK. Copy the wording below into its "
        "boxes.",
        Form.money_claim_online: f"Use Money Claim Online on GOV.UK.{_why_not_online(case)}",
        Form.form_n1: f"Use form N1 on paper.{_why_not_online(case)}",
        Form.simple_procedure: "Use simple procedure, either online through Civil Online or on form 3A.",
        Form.small_claim: "Make a small claim, either online or on the Northern Ireland courts’ application form.",
        Form.solicitor: (
            "This is too much for a small claim. Ask a solicitor to start the claim. This wording tells them what the "
            "claim is about."
        ),
    }[case.form]


def _why_not_online(case: Case) -> str:
    """Why the claim can't be made on Online Civil Money Claims; empty if the reader chose another service."""
    if case.inputs.service not in (Service.unsure, Service.online_civil_money_claims):
        return ""
    if case.value >= latest(MCOL).value:
        return f" The online services are only for claims of less than {pounds(latest(MCOL).value)}."
    if case.value > latest(ONLINE).value:
        return f" Online Civil Money Claims is only for claims of up to {pounds(latest(ONLINE).value)}."
    if not case.found.amount_owed:
        return " Online Civil Money Claims only works out interest on what’s still unpaid."
    return " Online Civil Money Claims only lets you claim interest at one rate from one date."


def cautions(case: Case, texts: Sequence[Box]) -> Iterator[str]:
    """What could lose the reader the claim or cost them money; the letter before claim comes first."""
    yield from _letter_first(case)
    if any(not one.fits for one in texts):
        yield "Shorten any text that’s too long, because Money Claim Online cuts off whatever doesn’t fit."
    yield "Read every word before you sign. A false statement in a claim can be contempt of court."
    if case.inputs.service is Service.money_claim_online and case.form is not Form.money_claim_online:
        yield f"Money Claim Online is only for claims of less than {pounds(latest(MCOL).value)}."
    if case.inputs.add_interest and not case.inputs.asks_interest:
        yield (
            "We’ve left out interest. The law on late payment doesn’t cover consumers, and we couldn’t confirm what "
            "interest the court would award. Ask the court office before you claim."
        )
    if case.inputs.customer_type is CustomerType.association:
        yield shared.SUING_AN_ASSOCIATION
    if case.form in (Form.simple_procedure, Form.small_claim):
        yield (
            "We haven’t seen the form itself, so its headings may differ. Each piece of wording is labelled with the "
            "box it’s for."
        )
    yield from case.found.cautions


def _letter_first(case: Case) -> Iterator[str]:
    last = answer_by(case)
    if last is None:
        yield (
            "Send a letter before claim first, and wait until your customer’s time to reply is up. Skipping the "
            "letter can cost you in court."
        )
    elif last >= case.inputs.claim_date:
        wait = f"Wait until after {in_words(last)}, so your customer has time to reply to your letter before claim."
        yield f"{wait}{_too_few(case)}"
    elif not case.inputs.days_to_answer:
        yield letters.if_longer(last)


def _too_few(case: Case) -> str:
    """A warning if the letter gave fewer days than the rules require, which only a time limit nearly up excuses."""
    sent, typed = case.inputs.letter_sent_on, case.inputs.days_to_answer
    least = sent and reply_days(case.inputs.nation, case.inputs.customer_type, sent)
    if not (typed and least and typed < least.value):
        return ""
    return (
        f" Your letter gave {typed} days, but the rules require {least.value}. Claim sooner only if your time limit is "
        "nearly up, and get advice first."
    )


def answer_by(case: Case) -> date | None:
    """The customer's deadline to reply to the letter before claim, or None if it wasn't sent.

    Counts the days that the letter gave or, if longer, those that the rules require; then moves to a working day.
    """
    sent, typed, nation = case.inputs.letter_sent_on, case.inputs.days_to_answer, case.inputs.nation
    if sent is None:
        return None
    if typed is None:
        return last_day_to_reply(nation, case.inputs.customer_type, sent)
    least = reply_days(nation, case.inputs.customer_type, sent)
    days = max(typed, int(least.value) if least else 0)
    return next_working_day(sent + timedelta(days=days), nation.name)


def next_steps(case: Case, *, in_parts: bool) -> Iterator[str]:
    """What to do with the wording."""
    yield (
        "Fill in anything in brackets, and replace “you” and “our” with names. Then copy each piece of wording into "
        "its box."
    )
    if in_parts:
        yield (
            "If you send detailed particulars yourself, do it within 14 days of the court sending out the claim. Then "
            "send the court form N215 within another 14 days."
        )
    if case.form is Form.form_n1:
        yield "Attach the particulars, the contract and the invoices, and keep a copy of everything."
    yield (
        "Claim on the date you entered, or change the date on this page first, because the interest and the fee depend "
        "on it."
    )
    if case.inputs.nation is Nation.england_wales:
        yield "Make a note of your customer’s deadline to reply. If they don’t reply, ask for judgment the day after."
