"""An agreement to pay by instalments, with a schedule; for a person, a letter that gives time and takes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

from calculators import payment_plan
from calculators.kernel import (
    NIL,
    CustomerType,
    Daily,
    Draft,
    Example,
    Letter,
    Money,
    Nation,
    Paragraph,
    Percentage,
    Problem,
    ask_again,
    exact_percent,
    in_words,
    letter_files,
    letters,
    pounds,
)
from calculators.payment_plan import AmountChange, Every, IfNotWorkingDay, SolveFor

from . import _agreement_parts, _examples

TITLE = "Payment plan agreement or letter"
ACTION = "Write the agreement or letter"

SIGNED = ((("customer_type", (CustomerType.company.name, CustomerType.public_body.name)),),)
"""The condition for asking about interest: these customers sign an agreement, and the others aren't charged any."""


def _of_the_plan(name: str, **words: Any) -> Any:
    """A question of the payment plan, reused here; `words` replaces parts of it."""
    return ask_again(payment_plan.Inputs.__dataclass_fields__[name], **words)


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """The questions about the letter, and those of the payment plan."""

    add_interest: bool = ask_again(Letter.__dataclass_fields__["add_interest"], shown_when=SIGNED)
    daily_interest: Daily = ask_again(Letter.__dataclass_fields__["daily_interest"], shown_when=SIGNED)
    already_paid: Money = _of_the_plan("already_paid", more=True)
    solve_for: SolveFor = _of_the_plan("solve_for")
    instalments: int | None = _of_the_plan("instalments")
    instalment_amount: Money | None = _of_the_plan("instalment_amount")
    end_date: date | None = _of_the_plan("end_date")
    every: Every = _of_the_plan("every", more=True)
    first_payment_date: date | None = _of_the_plan("first_payment_date")
    deposit: Money = _of_the_plan("deposit", more=True)
    deposit_date: date | None = _of_the_plan("deposit_date")
    agreement_date: date = _of_the_plan("agreement_date")
    grace_days: int = _of_the_plan("grace_days")
    last_day_of_month: bool = _of_the_plan("last_day_of_month", more=True)
    if_not_working_day: IfNotWorkingDay = _of_the_plan("if_not_working_day")
    interest_rate: Percentage = _of_the_plan("interest_rate", shown_when=SIGNED)
    pause_after: int | None = _of_the_plan("pause_after")
    pause_periods: int = _of_the_plan("pause_periods")
    steps: tuple[AmountChange, ...] = _of_the_plan("steps")
    balloon: Money | None = _of_the_plan("balloon")
    days_to_answer: int = letters.days_to_answer(14)

    def problems(self) -> Iterator[Problem]:
        """Answers that don't make a plan."""
        bare = _bare(self)
        asked, whole = _asked_plan(bare), bare.whole_sum
        if asked:
            yield from asked.problems()
        elif whole is not None and self.already_paid >= whole:
            yield Problem("already_paid", f"The amount they’ve paid must be less than {pounds(whole)}.")


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """An agreement for a company; for a person, a letter of bare forbearance without interest, a fee or a release.

    The schedule is the one that `payment_plan` works out for the same answers.
    """
    bare = _bare(inputs)
    asked = _asked_plan(bare)
    plan = payment_plan.calculate(asked) if asked else None
    day = _reply_by(inputs, plan)
    person = letters.is_person(inputs.customer_type)
    made = letters.write(
        bare,
        _waiting(bare, plan, day) if person else _agreed(bare, plan),
        does=_does(bare, plan, day),
        asks_for=_to_pay(bare),
        reply_by=day,
        cautions=(
            *(payment_plan.limit_cautions(asked, plan.schedule) if asked and plan else ()),
            *_cautions(inputs, plan, day),
            *(payment_plan.day_cautions(asked) if asked else ()),
        ),
        next_steps=_next_steps(inputs),
        elsewhere=ELSEWHERE,
        working=plan.working if plan else None,
        sources=plan.sources if plan else (),
    )
    return replace(made, options=(*_left_out(inputs), *made.options))


def _reply_by(inputs: Inputs, plan: payment_plan.Result | None) -> date:
    """The deadline to reply or sign: no later than the first payment, unless that's before the date of the letter."""
    day = letters.answer_by(inputs, inputs.days_to_answer)
    first = plan.schedule[0].due if plan else day
    return first if inputs.letter_date <= first < day else day


def _bare(inputs: Inputs) -> Inputs:
    """The answers without interest that isn't being asked for or, for a person, without any charge for time to pay."""
    if letters.is_person(inputs.customer_type):
        return replace(inputs, interest_and_compensation=NIL, daily_interest=NIL, interest_rate=Decimal(0))
    return replace(inputs, interest_and_compensation=inputs.interest, daily_interest=inputs.interest_a_day)


def _asked_plan(inputs: Inputs) -> payment_plan.Inputs | None:
    """The payment plan's inputs; None without a debt or without the number, amount or end date of the instalments."""
    if inputs.amount_owed is None or not (inputs.instalments or inputs.instalment_amount or inputs.end_date):
        return None
    names = [one.name for one in fields(payment_plan.Inputs) if hasattr(inputs, one.name)]
    return payment_plan.Inputs(**{name: getattr(inputs, name) for name in names})


def _to_pay(inputs: Inputs) -> Money | None:
    whole = inputs.whole_sum
    return None if whole is None else whole - inputs.already_paid


def _does(inputs: Inputs, plan: payment_plan.Result | None, day: date) -> str:
    who = letters.to_whom(inputs)
    last = f", with the last payment on {in_words(plan.last_due)}" if plan else " by instalments"
    if letters.is_person(inputs.customer_type):
        return f"tells {who} that you will wait while the debt is paid off{last}, and asks for nothing in return"
    gives = f"gives {who} until {in_words(plan.last_due)} to pay" if plan else f"lets {who} pay by instalments"
    return f"{gives}, and should be signed by {in_words(day)}"


# The agreement with a company


def _agreed(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield from _agreement_parts.parties(inputs, "PAYMENT PLAN AGREEMENT")
    yield from _agreement_parts.numbered(_clauses(inputs, plan))
    yield _agreement_parts.schedule(
        plan,
        "This lists every date and amount, so nobody has to work anything out. The payments add up to the debt to the "
        "penny.",
        heading="SCHEDULE",
    )
    yield from _agreement_parts.signatures(inputs)


def _clauses(inputs: Inputs, plan: payment_plan.Result | None) -> Iterator[Paragraph]:
    yield Paragraph(
        f"The debt. The customer owes the supplier {letters.sum_in(_to_pay(inputs))} for {letters.for_what(inputs)}, "
        f"which {letters.fell_due(inputs)}.{_made_of(inputs)}",
        (
            "Once they’ve confirmed in writing that they owe the money, they can’t argue about it later. That can also "
            "restart the time limit for a claim."
        ),
    )
    days = _days_of_break(inputs, plan)
    pause = f" No payment is due between {days}." if days else ""
    yield Paragraph(
        f"Payment. The customer will pay the debt on the dates and in the amounts set out in the schedule, "
        f"{_agreement_parts.into(inputs)}.{pause} The customer may pay early at no extra cost.",
        "This says how much to pay, when, and into which account. If they set up a standing order, you won’t need to "
        "remind them.",
    )
    yield from _interest(inputs)
    yield Paragraph(
        "Payments on time. As long as every payment arrives on time, the supplier will take no further step to recover "
        "the debt.",
        "This is your side of the deal: you leave them in peace as long as they pay.",
    )
    yield Paragraph(
        "Difficulty in paying. If the customer expects to miss a payment, it will tell the supplier before the payment "
        "is due, and both parties will try to agree what to do.",
        "It costs them nothing to phone first. If they say nothing until afterwards, they lose your trust.",
    )
    yield Paragraph(
        f"Late payments. {' '.join(_default_words(inputs))}",
        (
            "One late payment doesn’t end the plan: they get a warning and a few days’ grace before the whole balance "
            "is due."
        ),
    )
    yield Paragraph(
        "No release. Nothing in this agreement releases the customer from any part of the debt.",
        "This is time to pay, not a discount. If you’re also taking less, use the settlement agreement.",
    )
    yield _agreement_parts.last_clause(inputs)


def _days_of_break(inputs: Inputs, plan: payment_plan.Result | None) -> str:
    """The dates of the payments before and after a break; empty if there's no break."""
    if plan is None or not inputs.pause_after:
        return ""
    due = {row.number: in_words(row.due) for row in plan.schedule}
    return f"{due[inputs.pause_after]} and {due[inputs.pause_after + 1]}"


def _made_of(inputs: Inputs) -> str:
    extra = inputs.interest_and_compensation
    parts = [f" This includes {pounds(extra)} of interest and compensation for late payment."] if extra else []
    if inputs.already_paid:
        parts.append(f" The {pounds(inputs.already_paid)} already paid has been deducted.")
    return "".join(parts)


def _interest(inputs: Inputs) -> Iterator[Paragraph]:
    if inputs.interest_rate:
        yield Paragraph(
            f"Interest. The payments in the schedule include simple interest at {exact_percent(inputs.interest_rate)} "
            "a year on the balance.",
            "You asked for interest. It’s already included in the amounts, so there’s nothing to work out later.",
        )
    elif inputs.daily_interest:
        yield Paragraph(
            "Interest. No further interest will be added while payments are made on time. If the whole balance "
            "becomes due, interest will run on it again from that date at the rate that applied to the debt before "
            "this agreement.",
            "You told us that interest is running. Pausing it rewards them for paying on time.",
        )


def _default_words(inputs: Inputs) -> tuple[str, ...]:
    """The payment plan's wording for a late payment, which depends only on the days of grace."""
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
        "This sets out the debt and why you’re waiting. Change the second sentence if that isn’t what they told you.",
    )
    yield Paragraph(
        "I am willing to wait. As long as the following payments reach me on time, I will not press you for the rest "
        "or go to court about it:",
        "You promise to wait, and ask for nothing in return. That keeps things simple when your customer is an "
        "individual.",
    )
    yield _agreement_parts.schedule(
        plan,
        "This lists every date and amount. Only ask for what they can really spare, because a plan that breaks down "
        "helps nobody.",
    )
    if days := _days_of_break(inputs, plan):
        yield Paragraph(f"I am not asking for any payment between {days}.", "This is the break you’re giving them.")
    yield from _nothing_in_return(inputs)
    yield letters.how_to_pay(inputs)
    yield Paragraph(
        f"Please tell me by {in_words(day)} whether you can manage these payments or, if not, what you could manage.",
        "They don’t have to sign anything, but you want to know whether the plan suits them.",
    )
    yield letters.bottom(inputs)


def _nothing_in_return(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        "I ask for nothing in return. There is no interest and no fee, you give up no rights, and you may pay early. "
        "This letter is not an agreement, and there is nothing to sign.",
        "If you charge interest or a fee, or they give up a right, this could be a credit agreement, and you’d need to "
        "be authorised by the Financial Conduct Authority to make one.",
    )
    yield Paragraph(
        "The whole debt remains due, and nothing in this letter reduces it.",
        "You’re only waiting. A discount is a different matter, and you’d need advice before offering one to an "
        "individual.",
    )
    days = "1 day" if inputs.grace_days == 1 else f"{inputs.grace_days} days"
    yield Paragraph(
        f"If a payment does not arrive, I will write to you first. If it is still unpaid {days} after that, I may stop "
        "waiting and ask for the whole balance.",
        "They know what to expect, and get a warning before anything happens.",
    )
    yield Paragraph(
        "If things get harder, please call me before the payment is due. You can also get free, independent advice "
        "from a debt adviser.",
        "You want to hear about problems from them first. People who get advice are more likely to pay.",
    )


# What to know before sending it


def _cautions(inputs: Inputs, plan: payment_plan.Result | None, day: date) -> Iterator[str]:
    if plan is None:
        yield "Enter the amount and the number of payments, and we’ll work out the dates and amounts to the penny."
    if plan and day == plan.schedule[0].due:
        last = f"{_reply(inputs)} by {in_words(day)}"
        yield f"Check that they can {last}, when the first payment is due. If not, choose later dates."
    if not letters.is_person(inputs.customer_type):
        yield "Consumer credit law protects individuals, so it doesn’t cover a plan with a company or a public body."
        return
    yield (
        "Your customer counts as an individual here, so this is a letter that gives them time and asks for nothing in "
        f"return. {letters.CREDIT}"
    )
    yield (
        "If you want something binding, start a claim and let the court order the instalments, or have a solicitor "
        "write the agreement."
    )
    yield from (one.words for one in _left_out(inputs))


def _reply(inputs: Inputs) -> str:
    return "reply" if letters.is_person(inputs.customer_type) else "sign"


def _left_out(inputs: Inputs) -> Iterator[letters.Option]:
    """A note of any interest that a letter to a person leaves out, and why."""
    if not letters.is_person(inputs.customer_type):
        return
    if inputs.interest_and_compensation:
        what = f"the {pounds(inputs.interest_and_compensation)} of interest and compensation"
    elif inputs.interest_rate or inputs.daily_interest:
        what = "interest"
    else:
        return
    yield letters.Option(words=f"The letter {payment_plan.LEFT_OUT.format(what=what)}")


def _next_steps(inputs: Inputs) -> Iterator[str]:
    if letters.is_person(inputs.customer_type):
        yield (
            "Ask them to confirm in writing what they owe. Their confirmation, and each payment they make, can "
            "restart the time limit for a claim."
        )
    else:
        yield "Send two copies. Both of you should sign both copies and keep one each."
    yield (
        "Put the dates in your calendar: you can download a calendar file from the payment plan calculator. Check your "
        "account on each date."
    )
    yield "If a payment doesn’t arrive, call the same day, then follow it up in writing."


ELSEWHERE = {
    Nation.scotland: (
        "Scots law has its own rules on when promises and agreements are binding. Ask a Scottish solicitor to look at "
        "the wording."
    ),
    Nation.northern_ireland: "Ask a solicitor in Northern Ireland to look at the wording.",
}


downloads = letter_files("payment_plan_agreement")

EXAMPLES = (
    Example(
        title="A builder paying off recruitment fees in instalments",
        story=(
            "A firm was owed recruitment fees, and the builder, a company, couldn’t pay them all at once. The debt is "
            "based on a real case; the names and amounts are made up."
        ),
        values={
            **_examples.RECRUITMENT,
            "amount_owed": "24000",
            "deposit": "3000",
            "instalments": "12",
            "first_payment_date": "2027-01-29",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A sole trader pays for repairs in six instalments",
        story="A courier, a sole trader, admits a debt to a garage and needs time. We made up the names and amounts.",
        values={**_examples.REPAIRS, "instalments": "6", "first_payment_date": "2026-12-18"},
        today=_examples.TODAY,
    ),
    _examples.bare("Blank agreement with a company", {"customer_type": "company"}),
    _examples.bare("Blank letter to an individual or sole trader", {"customer_type": "sole_trader"}),
)
