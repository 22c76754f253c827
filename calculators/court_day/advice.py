"""The headline, lists, cautions, next steps and sources after a defence."""

from collections.abc import Iterator

from calculators.kernel import (
    Nation,
    Source,
    court_mediation,
    in_words,
    latest,
    pounds,
    pounds_and_pence,
)

from .court_dates import documents_by, hearing_fee_by
from .questions import Inputs
from .sums import CourtSums, value_of


def headline(inputs: Inputs, sums: CourtSums) -> str:
    """The next date that matters, in a sentence."""
    papers = documents_by(inputs, sums)
    if inputs.hearing_date and papers:
        return (
            f"Your hearing is on {in_words(inputs.hearing_date)}, and the court and the other side must have your "
            f"documents by {in_words(papers)}."
        )
    if inputs.hearing_date:
        return (
            f"Your hearing is on {in_words(inputs.hearing_date)}, so check the court’s order for the deadlines before "
            "then."
        )
    if inputs.nation is Nation.england_wales:
        by = in_words(inputs.questionnaire_date) if inputs.questionnaire_date else "the date on it"
        then = ", and get ready for the free mediation call" if _is_mediated(inputs) else ""
        return f"Send the court’s questionnaire back by {by}{then}."
    return "Answer the court’s letter by the date on it, and get your documents in order now."


def _is_mediated(inputs: Inputs) -> bool:
    """Whether the court arranges free mediation automatically (Practice Direction 51ZE)."""
    small = court_mediation.small_enough(inputs.nation, value_of(inputs)) is not None
    return small and court_mediation.runs(inputs.claim_date)


def lead(inputs: Inputs, sums: CourtSums) -> str:
    """The hearing fee, its deadline and what happens if it's late (CPR 3.7A1(7)); empty if either isn't known."""
    fee = sums.fees.hearing if sums.fees else None
    by = hearing_fee_by(inputs, sums)
    if not (fee and by):
        return ""
    return (
        f"Pay the hearing fee of {pounds(fee.value)} by {in_words(by)}. If it is late, your claim will be struck out "
        "automatically, and you may have to pay your customer’s costs."
    )


def questionnaire(inputs: Inputs, sums: CourtSums) -> Iterator[str]:
    """What to put in form N180, in the order of the form; empty if it no longer applies."""
    if inputs.nation is not Nation.england_wales or not sums.is_small:
        return
    if inputs.hearing_date and not inputs.questionnaire_date:
        return  # the court fixes a hearing once it has the questionnaires
    if _is_mediated(inputs):
        yield "Mediation: give the name and phone number of the person who can agree a deal, and say when they’re free."
    yield "Track: agree that it’s a small claim."
    yield "Decision without a hearing: say no if any fact is disputed."
    yield "Expert: say no, unless only an expert can answer the question. You need the court’s permission."
    yield f"Witnesses: {inputs.witnesses}, including you."
    yield "Dates: list every date when you or a witness can’t attend."
    yield "Hearing centre: name the one nearest to you."
    yield "Send the questionnaire to the court and a copy to the other side, and keep proof of both."


def mediation_call(inputs: Inputs) -> Iterator[str]:
    """How to prepare for the court's mediation by phone."""
    if not _is_mediated(inputs) or (inputs.hearing_date and not inputs.mediation_date):
        return
    yield "The call is free and lasts up to an hour. The mediator phones each of you separately from a withheld number."
    yield "Be free for the whole time slot, in a quiet room, and let withheld numbers through."
    yield "Have your note of the case beside you, and write down the least you’d accept where only you can see it."
    yield "Decide before the call whether you’d accept instalments, and how you’d check that they can pay."
    yield "A deal made on the phone is binding straight away. If there’s no deal, the judge isn’t told what was said."
    yield "Don’t miss the call. If you do, the judge must consider penalising you at the hearing."


def case_note(inputs: Inputs, sums: CourtSums) -> Iterator[str]:
    """A one-page note of the case, for the mediation call and for the judge."""
    claimant = inputs.your_business or inputs.your_name or "[you]"
    yield f"Parties: {claimant} against {inputs.customer_name or '[your customer]'}"
    yield f"Claim: {pounds_and_pence(inputs.amount_owed)} for {inputs.what_for or '[what you did or supplied]'}"
    if inputs.agreement_details:
        yield f"Agreement: {inputs.agreement_details}"
    if inputs.due_date:
        yield f"Due: {in_words(inputs.due_date)}"
    yield f"Their defence: {inputs.their_defence or '[in one sentence]'}"
    yield f"Your answer: {inputs.why_wrong or '[in one sentence, with the page that shows it]'}"
    whole = f"{pounds_and_pence(sums.asks_for)}{_later_fee(inputs, sums)}"
    *parts, last = _parts(inputs, sums)
    listed = f"{', '.join(parts)} plus {last}" if parts else last
    yield f"Amount to ask for: {listed}. Total: {whole}"


def _parts(inputs: Inputs, sums: CourtSums) -> Iterator[str]:
    yield f"{pounds_and_pence(inputs.amount_owed)} debt"
    if sums.interest:
        yield f"{pounds_and_pence(sums.interest)} compensation and interest to {in_words(inputs.interest_until)}"
    for name, fee in sums.paid:
        yield f"{pounds_and_pence(fee.value)} {name}"


def _later_fee(inputs: Inputs, sums: CourtSums) -> str:
    """A clause about the hearing fee, if there's no hearing date yet."""
    if inputs.hearing_date or not (sums.fees and sums.fees.hearing):
        return ""
    return f", plus {pounds(sums.fees.hearing.value)} once you’ve paid the hearing fee"


def on_the_day(inputs: Inputs) -> Iterator[str]:
    """What happens at the hearing of a small claim."""
    yield "Bring your bundle and a spare copy, the originals, your note of the case and a pen."
    yield "Arrive half an hour early and give your name. You can still settle with the other side while you wait."
    yield "Expect a plain room, with the judge asking the questions."
    yield (
        "Say what you want in one sentence, then go through what happened in date order, giving the page number each "
        "time."
    )
    yield "Let the other side finish. Note down any points you want to respond to."
    yield (
        "Ask for the amount in your note, including interest and court fees, plus your travel costs and lost earnings."
    )
    yield "Write down the decision, the reasons and the date they must pay by."


def cautions(inputs: Inputs, sums: CourtSums, *, left_out: int) -> Iterator[str]:
    """Cautions, with what could cost the reader money first."""
    if left_out:
        yield (
            "Keep anything marked “without prejudice” away from the judge. We’ve left it out of the list and the "
            "statement."
        )
    if inputs.nation is not Nation.england_wales:
        yield (
            "Ask the court what it needs from you and by when, because we only have the dates and the statement for "
            "England and Wales. You can use the list of documents and the note anywhere."
        )
    elif not sums.is_small:
        yield (
            "Get advice from a solicitor. This doesn’t look like a small claim, so the loser usually pays the other "
            "side’s solicitor. The court can refuse a statement in the wrong form, so we don’t draft one."
        )
    else:
        yield (
            "Follow the court’s order if its dates are different from ours. A judge can refuse documents you send late."
        )
        yield (
            "Check that the order asks for witness statements. In a small claim that’s up to the judge, but a short "
            "statement helps anyway."
        )
    yield "Don’t sign anything you don’t believe is true. A false statement can be contempt of court."
    if inputs.nation is not Nation.england_wales:
        return
    yield (
        "If you can’t attend, write to the court and the other side more than seven days before the hearing, and ask "
        "the judge to decide without you."
    )


def next_steps(inputs: Inputs, sums: CourtSums) -> Iterator[str]:
    """What to do with the answer."""
    if inputs.nation is Nation.england_wales and sums.is_small:
        yield "Put the statement in your own words, then print it, sign it and put it at the front of your bundle."
    yield (
        "Number every page of the bundle from first to last, and make one copy for the court and one for the other "
        "side."
    )
    yield (
        "Before the mediation call, and again before the hearing, work out the least you’d accept. You can still "
        "settle."
    )
    yield "If you win and your customer doesn’t pay, see what to do after a judgment."


def sources(inputs: Inputs, sums: CourtSums) -> Iterator[Source]:
    """The figures behind the answer."""
    if sums.fees and sums.fees.hearing:
        yield Source(field="hearing_fee", figure=sums.fees.hearing)
    if sums.fees and sums.fees.issue:
        yield Source(field="asks_for", figure=sums.fees.issue)
    if inputs.nation is Nation.england_wales and sums.is_small:
        yield Source(field="documents_by", figure=latest("england_wales.documents_days_before_hearing"))
        yield Source(field="hearing_fee_by", figure=latest("england_wales.hearing_fee_days_before_hearing"))
        yield Source(field="dates", figure=latest("england_wales.absence_notice_days"))
