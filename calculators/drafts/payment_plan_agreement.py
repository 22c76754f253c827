"""An agreement to pay by instalments, its schedule attached; for a person, a letter that waits and takes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from calculators import payment_plan
from calculators.kernel import (
    NIL,
    Download,
    Draft,
    Example,
    Letter,
    Money,
    Nation,
    Paragraph,
    Percentage,
    Problem,
    exact_percent,
    in_words,
    letters,
    pounds,
)
from calculators.payment_plan import Every, IfNotWorkingDay, SolveFor

from . import _agreement

TITLE = "Payment plan agreement"
ACTION = "Write the agreement"


def _of_the_plan(name: str) -> Any:
    """A question of the payment plan, asked here in its own words."""
    asked = payment_plan.Inputs.__dataclass_fields__[name]
    return field(default=asked.default, metadata=asked.metadata)


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked; the plan is agreed on the date of the letter."""

    already_paid: Money = _of_the_plan("already_paid")
    solve_for: SolveFor = _of_the_plan("solve_for")
    instalments: int | None = _of_the_plan("instalments")
    instalment_amount: Money | None = _of_the_plan("instalment_amount")
    end_date: date | None = _of_the_plan("end_date")
    every: Every = _of_the_plan("every")
    first_payment_date: date | None = _of_the_plan("first_payment_date")
    deposit: Money = _of_the_plan("deposit")
    deposit_date: date | None = _of_the_plan("deposit_date")
    grace_days: int = _of_the_plan("grace_days")
    last_day_of_month: bool = _of_the_plan("last_day_of_month")
    if_not_working_day: IfNotWorkingDay = _of_the_plan("if_not_working_day")
    interest_rate: Percentage = _of_the_plan("interest_rate")
    days_to_answer: int = letters.days_to_answer(14)

    def problems(self) -> Iterator[Problem]:
        """Answers that make no plan."""
        bare = _bare(self)
        asked, whole = _asked_plan(bare), bare.whole_sum
        if asked:
            yield from asked.problems()
        elif whole is not None and self.already_paid >= whole:
            yield Problem("already_paid", f"What they have paid must be less than {pounds(whole)}.")


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An agreement for a company; for a person a letter of bare forbearance, without interest, fee or release."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    bare = _bare(inputs)
    asked = _asked_plan(bare)
    plan = payment_plan.calculate(asked) if asked else None
    person = letters.is_person(inputs.customer_type)
    return letters.write(
        bare,
        _waiting(bare, plan, day) if person else _agreed(bare, plan),
        does=_does(bare, plan, day),
        asks_for=_to_pay(bare),
        reply_by=day,
        cautions=(*_cautions(inputs, plan), *(payment_plan.day_cautions(asked) if asked else ())),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        working=plan.working if plan else None,
        sources=plan.sources if plan else (),
    )


def _bare(inputs: Inputs) -> Inputs:
    """The answers without anything that would be a price for time, where the customer is a person."""
    if not letters.is_person(inputs.customer_type):
        return inputs
    return replace(inputs, interest_and_compensation=NIL, daily_interest=NIL, interest_rate=Decimal(0))


def _asked_plan(inputs: Inputs) -> payment_plan.Inputs | None:
    """What the payment plan is asked, once there is a sum and something to spread it by; they agree on the last day."""
    if inputs.amount_owed is None or not (inputs.instalments or inputs.instalment_amount or inputs.end_date):
        return None
    names = [one.name for one in fields(payment_plan.Inputs) if hasattr(inputs, one.name)]
    agreed = letters.answer_by(inputs, inputs.days_to_answer)
    return payment_plan.Inputs(**{name: getattr(inputs, name) for name in names}, agreement_date=agreed)


def _to_pay(inputs: Inputs) -> Money | None:
    whole = inputs.whole_sum
    return None if whole is None else whole - inputs.already_paid


def _does(inputs: Inputs, plan: payment_plan.Result | None, day: date) -> str:
    who = letters.to_whom(inputs)
    last = f" by {in_words(plan.last_due)}" if plan else " in parts"
    if letters.is_person(inputs.customer_type):
        return f"tells {who} that you will wait while the debt is paid{last}, and asks for nothing in return"
    return f"lets {who} pay{last}, and is to be signed by {in_words(day)}"


# The agreement with a company


def _agreed(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield from _agreement.parties(inputs, "PAYMENT PLAN AGREEMENT")
    yield from _agreement.numbered(_clauses(inputs, plan))
    yield Paragraph(
        f"SCHEDULE\n{_agreement.schedule(plan)}",
        "Every day and every sum, so that nobody has to work anything out. The payments add up to the debt to the "
        "penny.",
    )
    yield from _agreement.signatures(inputs)


def _clauses(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield Paragraph(
        f"The debt. The customer owes the supplier {letters.sum_in(_to_pay(inputs))} for {letters.for_what(inputs)}, "
        f"which {letters.fell_due(inputs)}.{_made_of(inputs)}",
        "Their word in writing that they owe it ends the argument, and it can start the time for a claim again.",
    )
    yield Paragraph(
        f"The payments. The customer pays this debt as the schedule says, {_agreement.into(inputs)}. The customer may "
        "pay sooner at no charge.",
        "How much, when and where to. A standing order makes it happen by itself.",
    )
    yield from _interest(inputs)
    yield Paragraph(
        "While the plan is kept. As long as every payment arrives on its day, the supplier takes no other step to get "
        "this debt paid.",
        "This is what they get: peace, as long as they pay.",
    )
    yield Paragraph(
        "If the customer sees trouble coming. The customer tells the supplier before the payment is due, and both look "
        "for a way to go on.",
        "A call before the day costs nothing. Silence after it costs trust.",
    )
    yield Paragraph(
        f"If a payment is late. {' '.join(_default_words(inputs))}",
        "One slip does not sink the plan: a warning and a few days first, and only then the whole sum at once.",
    )
    yield Paragraph(
        "Nothing is given up. The supplier lets go of no part of the debt by this agreement.",
        "This is time to pay, and no discount. If you also take less, use the settlement agreement.",
    )
    yield _agreement.last_clause(inputs)


def _made_of(inputs: Inputs) -> str:
    extra = inputs.interest_and_compensation
    parts = [f" It includes {pounds(extra)} of interest and compensation for late payment."] if extra else []
    parts += [f" {pounds(inputs.already_paid)} has been paid already and is taken off."] if inputs.already_paid else []
    return "".join(parts)


def _interest(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.interest_rate:
        yield Paragraph(
            f"Interest. Simple interest of {exact_percent(inputs.interest_rate)} a year on what is left is part of the "
            "payments in the schedule.",
            "You asked for it. It is in the sums already, so there is nothing to work out later.",
        )
    elif inputs.daily_interest:
        yield Paragraph(
            "Interest. While the plan is kept, no more interest is added. If all that is left falls due at once, "
            "interest runs on it again from that day, as it did before.",
            "You told us that interest runs. To let it rest is the reward for paying on the day.",
        )


def _default_words(inputs: Inputs) -> tuple[str, ...]:
    """The plan's own words for a late payment, which depend on the days of grace alone."""
    any_plan = payment_plan.Inputs(
        amount_owed=Decimal(1), instalments=1, agreement_date=inputs.letter_date, grace_days=inputs.grace_days
    )
    return payment_plan.calculate(any_plan).default_clause


# The letter to a person


def _waiting(inputs: Inputs, plan: payment_plan.Result | None, day: date) -> Iterator[Paragraph]:
    yield from letters.top(inputs, f"Time to pay: {letters.invoices(inputs)}")
    yield Paragraph(
        f"You owe me {letters.sum_in(_to_pay(inputs))} for {letters.for_what(inputs)}, which "
        f"{letters.fell_due(inputs)}. You have told me that you cannot pay it all at once.",
        "The debt and the reason for waiting. Change the second sentence if it is not what they told you.",
    )
    yield Paragraph(
        "I am willing to wait. As long as these sums reach me by these days, I will not press you for the rest or go "
        "to court about it:",
        "A promise from you, with nothing asked for it. That is what keeps it simple with a person.",
    )
    yield Paragraph(
        _agreement.schedule(plan),
        "Every day and every sum. Ask for what they can really spare: a plan that breaks helps nobody.",
    )
    yield from _nothing_in_return(inputs)
    yield letters.how_to_pay(inputs)
    yield Paragraph(
        f"Please tell me by {in_words(day)} whether you can manage these payments, or what you could manage.",
        "They need not sign anything, but you want to know whether it fits.",
    )
    yield letters.bottom(inputs)


def _nothing_in_return(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "I ask for nothing in return. There is no interest and no fee, you give up no right, and you may pay sooner. "
        "This letter is not an agreement, and there is nothing to sign.",
        "Interest, a fee or a right given up could make this a credit agreement, which needs a licence.",
    )
    yield Paragraph(
        "I do not let go of any part of the debt.",
        "You wait, and no more. A discount is another matter, and with a person it needs advice.",
    )
    days = "1 day" if inputs.grace_days == 1 else f"{inputs.grace_days} days"
    yield Paragraph(
        f"If a payment does not come, I will write to you first. If it is still missing {days} after that, I may stop "
        "waiting and ask for all that is left.",
        "They know where they stand, and get a warning before anything happens.",
    )
    yield Paragraph(
        "If things get harder for you, please call me before the day. A debt adviser can help you for free.",
        "You want to hear it from them first. Advice makes it likelier that you are paid.",
    )


# What to know before sending it


def _cautions(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[str]:
    if plan is None:
        yield "Type the sum and how many payments there are, and we work out the days and the sums to the penny."
    if not letters.is_person(inputs.customer_type):
        yield "The law on consumer credit protects people, so it does not cover a plan with a company or a public body."
        return
    yield (
        "Your customer counts as a person here, so we wrote a letter that waits and takes nothing for it. "
        f"{letters.CREDIT}"
    )
    yield (
        "If you want something that binds them, start a claim and let the court order the instalments, or get a "
        "solicitor to write the agreement."
    )
    yield from _left_out(inputs)


def _left_out(inputs: Inputs) -> Iterator[str]:
    if inputs.interest_and_compensation or inputs.daily_interest or inputs.interest_rate:
        yield (
            "We left out the interest and compensation that you typed. You do not give them up, but to make them "
            "part of a plan with a person is just what can turn it into credit."
        )


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if letters.is_person(inputs.customer_type):
        yield "Ask them to write back that they owe the sum. Their word, and each payment, can restart the time limit."
    else:
        yield "Send two copies. Both of you sign both, and each keeps one."
    yield "Put the days in your calendar: the payment plan calculator makes the file. Look at your account on each day."
    yield "If a payment does not come, call on the same day. Then write."


ELSEWHERE = {
    Nation.scotland: (
        "Scots law binds people to promises and agreements in its own way. Ask a Scottish solicitor to look at the "
        "wording."
    ),
    Nation.northern_ireland: "Ask a solicitor in Northern Ireland to look at the wording.",
}


def downloads(result: Draft) -> tuple[Download, ...]:
    """The agreement as a text file."""
    return (letters.download("payment_plan_agreement", result),)


EXAMPLES = (
    Example(
        title="A builder who pays for recruitment by the month",
        story=(
            "A firm was owed fees for finding workers, and the builder, a company, could not pay at once. The debt is "
            "from a true story; the names and the sums are ours."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "24000",
            "deposit": "3000",
            "instalments": "12",
            "first_payment_date": "2027-01-29",
            "invoice_numbers": "704",
            "what_for": "finding 24 workers for the site in Leeds",
            "due_date": "2026-05-29",
            "your_name": "Nia Webb",
            "your_business": "Webb Recruitment Ltd",
            "customer_name": "Example Builders Ltd",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="A sole trader pays for repairs in six parts",
        story="A courier who trades alone admits a debt to a garage and needs time. The names and the sums are ours.",
        values={
            "customer_type": "sole_trader",
            "amount_owed": "1800",
            "instalments": "6",
            "first_payment_date": "2026-12-18",
            "invoice_numbers": "52",
            "what_for": "repairs to your van",
            "due_date": "2026-06-30",
            "your_name": "Omar Reid",
            "your_business": "Reid Garage",
            "customer_name": "Jo Fenn",
        },
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare agreement with a company",
        story="Nothing is filled in. Copy it, and write over the brackets.",
        values={"customer_type": "company"},
        today=date(2026, 11, 22),
    ),
    Example(
        title="The bare letter to a person or sole trader",
        story="Nothing is filled in. Copy it, write over the brackets, and put in your own dates.",
        values={"customer_type": "sole_trader"},
        today=date(2026, 11, 22),
    ),
)
