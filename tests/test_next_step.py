"""Every combination of answers ends somewhere sensible: all of them are walked, and these are the rules."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import product
from typing import Any

import pytest

import calculators
from calculators import next_step
from calculators.kernel.base.fields import is_choice, items
from calculators.next_step import (
    CanPay,
    Claim,
    Contact,
    Disputed,
    HowLate,
    Inputs,
    Letter,
    Mediation,
    NextStep,
    Result,
    Stage,
)

Walk = tuple[Inputs, Result]


def _answers() -> Iterator[Inputs]:
    options: dict[str, list[Any]] = {
        item.name: list(item.kind) if is_choice(item.kind) else [True, False]  # type: ignore[call-overload]
        for item in items(Inputs)
    }
    for chosen in product(*options.values()):
        yield Inputs(**dict(zip(options, chosen, strict=True)))


@cache
def walks() -> list[Walk]:
    return [(answers, next_step.calculate(answers)) for answers in _answers()]


def disputing(answers: Inputs) -> bool:
    return answers.disputed in (Disputed.partly, Disputed.fully)


def test_every_combination_of_the_eight_answers_is_walked() -> None:
    assert len(fields(Inputs)) == 8
    assert len(walks()) == 7 * 4 * 3 * 4 * 2 * 3 * 4 * 4


def test_every_step_and_every_stage_is_reached() -> None:
    assert {result.step for _, result in walks()} == set(NextStep)
    assert {result.stage for _, result in walks()} == set(Stage)


def test_no_claim_is_started_before_a_letter_has_run_its_time() -> None:
    for answers, result in walks():
        if result.step is NextStep.start_a_claim:
            assert answers.letter_sent is Letter.time_up
            assert answers.claim_made is Claim.no


def test_no_claim_is_started_against_a_customer_who_may_have_nothing() -> None:
    for answers, result in walks():
        if result.step is NextStep.start_a_claim:
            assert answers.can_pay in (CanPay.yes, CanPay.not_at_once)


def test_what_the_court_has_judged_is_enforced_or_let_go() -> None:
    for answers, result in walks():
        if answers.claim_made is Claim.judgment:
            assert result.stage in (Stage.enforce, Stage.let_go)
        else:
            assert result.stage is not Stage.enforce


def test_nobody_is_chased_or_sent_a_letter_once_a_claim_is_made() -> None:
    for answers, result in walks():
        if answers.claim_made is not Claim.no:
            assert result.stage not in (Stage.prevent, Stage.check, Stage.chase, Stage.talk, Stage.letter_before_claim)


def test_an_insolvent_customer_costs_no_fee() -> None:
    for answers, result in walks():
        if answers.can_pay is CanPay.no:
            assert result.step in (NextStep.claim_in_the_insolvency, NextStep.find_out_if_they_can_pay)
            assert result.least_fees == 0
        else:
            assert result.stage is not Stage.let_go


def test_a_dispute_with_somebody_who_talks_is_talked_over_or_mediated_before_court() -> None:
    for answers, result in walks():
        talks = answers.in_contact is Contact.yes and disputing(answers) and answers.claim_made is Claim.no
        due = answers.how_late not in (HowLate.not_due, HowLate.over_6_years)
        if talks and due and answers.can_pay is not CanPay.no and answers.mediation_offered is not Mediation.failed:
            assert result.stage in (Stage.talk, Stage.mediate)


def test_nobody_is_asked_to_mediate_again_after_it_failed() -> None:
    for answers, result in walks():
        if answers.mediation_offered is Mediation.failed:
            assert result.stage is not Stage.mediate
        if result.step is NextStep.offer_mediation:
            assert answers.mediation_offered is Mediation.no
        if result.step is NextStep.follow_up_mediation:
            assert answers.mediation_offered is Mediation.waiting


def test_mediation_that_is_agreed_takes_place() -> None:
    for answers, result in walks():
        open_still = answers.claim_made is not Claim.judgment and answers.can_pay is not CanPay.no
        due = answers.claim_made is not Claim.no or answers.how_late not in (HowLate.not_due, HowLate.over_6_years)
        if answers.mediation_offered is Mediation.agreed and open_still and due:
            assert result.step is NextStep.prepare_for_mediation


def test_what_is_not_due_yet_is_neither_chased_nor_claimed() -> None:
    for answers, result in walks():
        if answers.how_late is HowLate.not_due and answers.claim_made is Claim.no:
            assert result.stage in (Stage.prevent, Stage.check, Stage.talk)
        if result.stage is Stage.prevent:
            assert answers.how_late is HowLate.not_due


def test_old_debts_are_told_of_the_time_limit_and_young_ones_or_judgments_are_not() -> None:
    old = (HowLate.up_to_4_years, HowLate.up_to_6_years, HowLate.over_6_years)
    warned = {Claim.no: old, Claim.judgment: ()}
    for answers, result in walks():
        told = [
            line for line in result.cautions if "within 6 years" in line and "Scotland the debt is gone after 5" in line
        ]
        assert len(told) == (answers.how_late in warned.get(answers.claim_made, (HowLate.over_6_years,)))
        assert answers.claim_made is Claim.no or not any("starting the claim" in line for line in told)


def test_a_letter_that_was_sent_is_not_sent_again() -> None:
    for answers, result in walks():
        if result.step is NextStep.send_letter_before_claim:
            assert answers.letter_sent is Letter.no
        if result.step is NextStep.wait_for_their_answer:
            assert answers.letter_sent is Letter.waiting


def test_only_somebody_who_talks_is_talked_or_settled_with() -> None:
    alone = {NextStep.agree_a_day, NextStep.agree_instalments, NextStep.settle_the_claim, NextStep.make_an_offer}
    for answers, result in walks():
        if result.step in alone:
            assert answers.in_contact is Contact.yes


def test_a_first_question_comes_before_chasing() -> None:
    for answers, result in walks():
        if result.step is NextStep.check_and_ask:
            assert answers.in_contact is Contact.not_asked
        if result.step is NextStep.chase:
            assert answers.in_contact is not Contact.yes
            assert answers.how_late in (HowLate.up_to_1_month, HowLate.up_to_3_months)


def test_only_a_customer_worth_keeping_is_chased_beyond_a_month() -> None:
    for answers, result in walks():
        if result.step is NextStep.chase:
            assert answers.keep_customer or answers.how_late is HowLate.up_to_1_month


def test_every_answer_says_why_what_to_prepare_and_what_not_to_do() -> None:
    for _, result in walks():
        assert result.why
        assert result.prepare
        assert result.avoid
        assert len(result.next_steps) >= 3
        assert result.page_title.page == result.page


def test_every_answer_marks_one_of_the_ten_stages() -> None:
    for _, result in walks():
        assert [place.stage for place in result.journey] == list(Stage)
        assert [place.stage for place in result.journey if place.here] == [result.stage]


@pytest.mark.parametrize("tool", list(next_step.Tool))
def test_every_calculator_that_is_named_exists(tool: next_step.Tool) -> None:
    assert tool.name in calculators.names()


@pytest.mark.parametrize("draft", list(next_step.Draft))
def test_every_draft_that_is_named_exists(draft: next_step.Draft) -> None:
    assert draft.name in calculators.draft_names()
