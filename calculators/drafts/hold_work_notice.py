"""A polite notice that work is on hold until an invoice is paid; what it can say depends on the contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculators.kernel import (
    ONE_DAY,
    Choice,
    Draft,
    Example,
    Letter,
    Nation,
    Paragraph,
    Problem,
    ask,
    in_words,
    letter_files,
    letters,
    next_working_day,
)

from . import _examples, _interest

TITLE = "Notice that work is on hold"
ACTION = "Write the notice"
WORK = "The work"


class ContractAllows(Choice):
    """Whether the contract lets the reader stop work."""

    allows = "Yes, a clause lets me"
    silent = "No, or it doesn’t say"
    not_checked = "I haven’t looked yet"


@dataclass(frozen=True, kw_only=True)
class Inputs(Letter):
    """What the reader is asked."""

    contract_allows: ContractAllows = ask(
        "Does your contract let you stop work when an invoice is unpaid?", noun="what your contract says", group=WORK,
        default=ContractAllows.not_checked,
        hint="Unless a clause lets you, stopping work you’ve promised can put you in the wrong.",
    )  # fmt: skip
    contract_clause: str = letters.words(
        "Which clause is it?", noun="the contract clause", group=WORK, more=True, high=60, hint="For example, 7.2",
    )  # fmt: skip
    work_on_hold: str = letters.words(
        "Which work would you put on hold?", noun="the work to put on hold", group=WORK, high=200,
        hint="For example, work on the second phase of the garden",
    )  # fmt: skip
    days_to_answer: int = letters.days_to_answer(7)

    def problems(self) -> Iterator[Problem]:
        """Problems with the letter, or an invoice that isn't late yet."""
        yield from Letter.problems(self)
        yield from letters.not_late_yet(self)


Result = Draft


def calculate(inputs: Inputs) -> Draft:
    """A notice that work will stop or, unless the contract allows that, that no new work will start.

    Work stops on the first working day after the deadline to pay.
    """
    day = letters.answer_by(inputs, inputs.days_to_answer)
    what = "you’ll stop work" if _may_stop(inputs) else "you won’t take on anything new"
    return letters.write(
        inputs,
        _paragraphs(inputs, day),
        does=f"tells {letters.to_whom(inputs)} that {what} unless {letters.owed(inputs)} is paid by {in_words(day)}",
        asks_for=inputs.whole_sum,
        reply_by=day,
        cautions=_cautions(inputs),
        next_steps=NEXT_STEPS,
        elsewhere=ELSEWHERE,
        could_add=_interest.could_add(inputs),
    )


def _may_stop(inputs: Inputs) -> bool:
    return inputs.contract_allows is ContractAllows.allows


def _paragraphs(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    yield from letters.top(inputs, f"Work on hold: {letters.invoices(inputs)}")
    yield Paragraph(
        f"{letters.sum_in(inputs.amount_owed)} for {letters.for_what(inputs)} is still unpaid. It was due on "
        f"{letters.due_on(inputs)}, and I have sent you reminders.",
        "Start with the reason. Take out the last part if you haven’t reminded them.",
    )
    yield from letters.on_top(inputs)
    yield from _stop(inputs, day) if _may_stop(inputs) else _nothing_new(inputs)
    yield Paragraph(
        f"Please pay {letters.to_pay(inputs)} by {in_words(day)}, or call me before then so that we can agree a way "
        "forward.",
        "This gives them a date, and another option that costs them nothing.",
    )
    yield letters.how_to_pay(inputs)
    yield Paragraph(
        "As soon as I have been paid, I will continue with the work and give you new dates.",
        "This shows that you want to go on working for them. A short wait needn’t cost you a good customer.",
    )
    yield Paragraph(
        "If there is anything about the invoice or the work that you do not accept, please tell me in writing what it "
        "is.",
        "Their accounts team may have a question that nobody has passed on to you.",
    )
    yield letters.bottom(inputs)


def _stop(inputs: Inputs, day: date) -> Iterator[Paragraph]:
    stops = next_working_day(day + ONE_DAY, inputs.nation.name)
    yield Paragraph(
        f"Clause {letters.typed(inputs.contract_clause, 'clause number')} of our contract allows me to pause work "
        f"while an invoice is overdue. If this invoice is not paid by {in_words(day)}, I will pause {_work(inputs)} "
        f"from {in_words(stops)}. Any dates that depend on this work will be delayed by at least the length of the "
        "pause.",
        (
            "This names the clause that lets you stop, gives the date, and says what it means for them. That "
            "way, it isn’t a surprise or a threat."
        ),
    )


def _nothing_new(inputs: Inputs) -> Iterator[Paragraph]:
    yield Paragraph(
        f"I will finish what I have promised. However, I will not start anything new, including {_work(inputs)}, until "
        "this invoice is paid.",
        "Without a clause that lets you stop, abandoning work you have promised may break your own contract and give "
        "them a claim against you. You can always turn down new work. Do not list work that you have already agreed to "
        "do.",
    )


def _work(inputs: Inputs) -> str:
    return letters.typed(inputs.work_on_hold, "the work")


def _cautions(inputs: Inputs) -> Iterator[str]:
    if inputs.contract_allows is ContractAllows.not_checked:
        yield (
            "Read your contract first. This is the mild version of the notice, which doesn’t stop any work you’ve "
            "promised. If a clause lets you stop, say so above."
        )
    if _may_stop(inputs):
        yield (
            "Do exactly what the clause says about how much notice to give, in what form, and to whom. If it requires "
            "more notice than this, give that much."
        )
    if inputs.nation is not Nation.northern_ireland:
        yield (
            "Building work has a rule of its own. You can often stop work by giving at least seven days’ written "
            "notice, even if the contract doesn’t mention it. It doesn’t cover every job, and the notice has to be "
            "worded correctly. Get advice first "
            "(section 112 of the Housing Grants, Construction and Regeneration Act 1996)."
        )
    yield (
        "Do not hold back their goods or data without advice, and never cut off anything that people’s safety depends "
        "on."
    )


ELSEWHERE = {
    Nation.scotland: "In Scotland, too, whether you can stop depends on the contract, but Scots law has its own rules.",
    Nation.northern_ireland: (
        "In Northern Ireland, too, whether you can stop depends on the contract. There is a separate law for building "
        "work, so get advice."
    ),
}

NEXT_STEPS = (
    "Call before you send it. A notice that follows a conversation does less harm.",
    "Send it to the person who wants the work as well as to the people who pay the invoices.",
    "Keep a note of the day you stop and what you’d finished by then.",
)

downloads = letter_files("hold_work_notice")

EXAMPLES = (
    Example(
        title="A web designer whose contract has a clause",
        story=(
            "A company hasn’t paid for the first half of a website. We made up the names, the clause and the amounts."
        ),
        values={
            "customer_type": "company",
            "amount_owed": "4200",
            "invoice_numbers": "88",
            "what_for": "the first half of your new website",
            "due_date": "2026-09-30",
            "contract_allows": "allows",
            "contract_clause": "7.2",
            "work_on_hold": "work on the second half of the website",
            "your_name": "Lee Evans",
            "your_business": "Evans Web Design",
            "customer_name": "Example Bakeries Ltd",
            "customer_contact": "Mr Price",
        },
        today=_examples.TODAY,
    ),
    Example(
        title="A supplier whose contract says nothing",
        story=(
            "A business supplied parts to a large manufacturer and wasn’t paid. It wants to keep the customer, so "
            "it’s delivering what’s already been ordered but not taking new orders. The debt is based on a real case; "
            "the amounts are made up."
        ),
        values={**_examples.CASTINGS, "contract_allows": "silent", "work_on_hold": "the order for spring 2027"},
        today=_examples.TODAY,
    ),
    _examples.bare("Blank notice"),
)
