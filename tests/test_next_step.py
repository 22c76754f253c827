"""Rules that the next step must follow, checked for every combination of answers."""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import product
from typing import Any

import pytest

import calculators
from calculators import next_step
from calculators.kernel import Nation, reminder_schedule
from calculators.kernel.base.conditions import Asked, asked
from calculators.kernel.base.parse import parse
from calculators.kernel.base.schema import Item, is_choice, items, typed
from calculators.kernel.output.form import options_of
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
    Situation,
    Stage,
)

Walk = tuple[Inputs, Result]

FIRST_EIGHT = (
    "how_late", "disputed", "in_contact", "can_pay", "keep_customer", "letter_sent", "mediation_offered", "claim_made",
)  # fmt: skip
"""The questions that old links answer. Those links say nothing about the situation."""

LONGER = {"disputed_partly": 7, "disputed": 6, "letter_ignored": 6, "claimed": 5}
"""The most questions asked in each situation that may take more than four, because of a dispute or a claim."""


def _answers() -> Iterator[Inputs]:
    options: dict[str, list[Any]] = {
        item.name: list(item.kind) if is_choice(item.kind) else [True, False]  # type: ignore[call-overload]
        for item in items(Inputs)
        if item.name in FIRST_EIGHT
    }
    for chosen in product(*options.values()):
        yield Inputs(**dict(zip(options, chosen, strict=True)))


@cache
def walks() -> list[Walk]:
    """Every combination of answers that an old link may give to the first eight questions, with its result."""
    return [(answers, next_step.calculate(answers)) for answers in _answers()]


def _ways(left: tuple[Item, ...], states: dict[str, Asked], codes: dict[str, str]) -> Iterator[dict[str, str]]:
    """The answers on every path through the remaining questions."""
    if not left:
        yield {name: code for name, code in codes.items() if states[name] is Asked.yes}
        return
    item, *rest = left
    state = asked(item, states, codes)
    put = [code for code, _ in options_of(item)] if state is Asked.yes else [typed(item.kind, item.default)]
    for code in put:
        yield from _ways(tuple(rest), states | {item.name: state}, codes | {item.name: code})


@cache
def ways() -> list[tuple[dict[str, str], Inputs, Result]]:
    """Every path that a reader can take through the form: the answers as typed, as inputs, and the result."""
    found = []
    for given in _ways(items(Inputs), {}, {}):
        answers: Any = parse(Inputs, given, None)
        found.append((given, answers, next_step.calculate(answers)))
    return found


def disputing(answers: Inputs) -> bool:
    return answers.disputed in (Disputed.partly, Disputed.fully)


# Paths through the form


def test_every_situation_leads_to_a_step_and_every_step_is_reached() -> None:
    assert {answers.situation for _, answers, _ in ways()} == set(Situation)
    reached = {result.step for _, _, result in ways()} | {result.step for _, result in walks()}
    assert reached == set(NextStep)
    assert {result.stage for _, _, result in ways()} == set(Stage)


def test_no_path_asks_more_than_four_questions_or_the_higher_limit_of_its_situation() -> None:
    for given, _, _ in ways():
        assert len(given) <= LONGER.get(given["situation"], 4), given
    assert max(LONGER.values()) <= 8


def test_a_dispute_asks_more_than_four_questions_only_after_failed_mediation() -> None:
    for given, _, _ in ways():
        if given["situation"] in ("disputed", "disputed_partly") and len(given) > 4:
            assert given["mediation_offered"] == "failed"


def test_answers_to_questions_not_asked_change_nothing() -> None:
    noise = {"claim_made": "judgment", "can_pay": "no", "letter_sent": "time_up", "nation": "scotland"}
    for given, _, result in ways():
        kept = {name: value for name, value in noise.items() if name not in given}
        if not _asks_more(given, kept):
            answers: Any = parse(Inputs, given | kept, None)
            assert next_step.calculate(answers) == result, given


def _asks_more(given: dict[str, str], added: dict[str, str]) -> bool:
    """Whether the form would ask any of the added questions, in which case its answer counts."""
    states: dict[str, Asked] = {}
    codes: dict[str, str] = {}
    for item in items(Inputs):
        states[item.name] = asked(item, states, codes)
        codes[item.name] = given.get(item.name, typed(item.kind, item.default))
    return any(states[name] is Asked.yes for name in added)


def test_every_question_asked_makes_a_difference_on_some_path() -> None:
    told: dict[str, set[tuple[str, ...]]] = {}
    for given, _, result in ways():
        for name in given:
            others = tuple(f"{key}={value}" for key, value in given.items() if key != name)
            words = (str(result.step), *result.cautions, *result.why, str(result.least_fees))
            told.setdefault(f"{name} {others}", set()).add(words)
    opens = {name for item in items(Inputs) if item.ask for one in item.ask.when for name, _ in one}
    decides = opens | {key.partition(" ")[0] for key, answers in told.items() if len(answers) > 1}
    assert decides >= {name for given, _, _ in ways() for name in given} - {"situation"}


def test_readers_in_scotland_and_northern_ireland_never_see_english_fees() -> None:
    for _, answers, result in ways():
        if answers.nation is not Nation.england_wales:
            shown = [result.journey[place].cost for place in (6, 7, 8)]
            assert not [line for line in (*shown, *result.cautions) if "£10,000" in line or "lowest in England" in line]
            assert not [
                one.field for one in result.sources if one.field.startswith("england_wales.") and "fee" in one.field
            ]


def test_the_answer_says_if_wanting_to_keep_the_customer_changes_the_step() -> None:
    for given, answers, result in ways():
        if "keep_customer" not in given:
            continue
        other: Any = parse(Inputs, given | {"keep_customer": "no" if answers.keep_customer else "yes"}, None)
        says = any("to keep working with them" in line for line in result.why)
        assert says == (next_step.calculate(other).step is not result.step)


def test_nobody_who_has_sent_two_reminders_is_told_to_send_another() -> None:
    for given, _, result in ways():
        if given.get("reminders_sent") == "two_or_more":
            assert result.step is not NextStep.chase
            assert result.draft is not next_step.Draft.reminder


@pytest.mark.parametrize(
    ("months", "reminders", "keep", "due"),
    [
        (0, 5, False, False), (1, 0, False, True), (1, 1, True, False), (1, 2, True, True), (2, 0, True, False),
        (3, 0, True, True),
    ],
)  # fmt: skip
def test_when_the_letter_is_due_depends_on_months_late_reminders_and_keeping_the_customer(
    months: int, reminders: int, keep: bool, due: bool
) -> None:
    assert reminder_schedule.letter_is_due(months_late=months, reminders=reminders, keep_them=keep) is due


# Answers in old links


def test_every_combination_of_the_first_eight_answers_is_tried() -> None:
    assert {one.name for one in fields(Inputs)} >= set(FIRST_EIGHT)
    assert len(walks()) == 7 * 4 * 3 * 4 * 2 * 3 * 4 * 6


def test_no_claim_is_started_before_the_time_given_in_the_letter_is_up() -> None:
    for answers, result in walks():
        if result.step is NextStep.start_a_claim:
            assert answers.letter_sent is Letter.time_up
            assert answers.claim_made is Claim.no


def test_no_claim_is_started_against_a_customer_who_may_be_unable_to_pay() -> None:
    for answers, result in walks():
        if result.step is NextStep.start_a_claim:
            assert answers.can_pay in (CanPay.yes, CanPay.not_at_once)


def test_after_a_judgment_the_stage_is_to_enforce_it_or_let_it_go() -> None:
    for answers, result in walks():
        if answers.claim_made is Claim.judgment:
            assert result.stage in (Stage.enforce, Stage.let_go)
        else:
            assert result.stage is not Stage.enforce


def test_no_customer_is_chased_or_sent_a_letter_after_a_claim_is_made() -> None:
    for answers, result in walks():
        if answers.claim_made is not Claim.no:
            assert result.stage not in (Stage.prevent, Stage.check, Stage.chase, Stage.talk, Stage.letter_before_claim)


def test_an_insolvent_customer_leads_to_a_step_without_fees() -> None:
    answer_in_time = (Claim.counterclaim, Claim.part_admitted)
    for answers, result in walks():
        if answers.can_pay is CanPay.no and answers.claim_made not in answer_in_time:
            assert result.step in (NextStep.claim_in_the_insolvency, NextStep.find_out_if_they_can_pay)
            assert result.least_fees == 0
        else:
            assert result.stage is not Stage.let_go


def test_a_counterclaim_or_part_admission_is_answered_first() -> None:
    for answers, result in walks():
        assert (answers.claim_made is Claim.counterclaim) == (result.step is NextStep.answer_the_counterclaim)
        assert (answers.claim_made is Claim.part_admitted) == (result.step is NextStep.answer_the_part_admission)


def test_a_dispute_with_a_customer_in_contact_is_discussed_or_mediated_before_court() -> None:
    for answers, result in walks():
        talks = answers.in_contact is Contact.yes and disputing(answers) and answers.claim_made is Claim.no
        due = answers.how_late not in (HowLate.not_due, HowLate.over_6_years)
        if talks and due and answers.can_pay is not CanPay.no and answers.mediation_offered is not Mediation.failed:
            assert result.stage in (Stage.talk, Stage.mediate)


def test_mediation_is_not_offered_again_after_it_failed() -> None:
    for answers, result in walks():
        if answers.mediation_offered is Mediation.failed:
            assert result.stage is not Stage.mediate
        if result.step is NextStep.offer_mediation:
            assert answers.mediation_offered is Mediation.no
        if result.step is NextStep.follow_up_mediation:
            assert answers.mediation_offered is Mediation.waiting


def test_once_mediation_is_agreed_the_step_is_to_prepare_for_it() -> None:
    over = (Claim.judgment, Claim.counterclaim, Claim.part_admitted)
    for answers, result in walks():
        open_still = answers.claim_made not in over and answers.can_pay is not CanPay.no
        due = answers.claim_made is not Claim.no or answers.how_late not in (HowLate.not_due, HowLate.over_6_years)
        if answers.mediation_offered is Mediation.agreed and open_still and due:
            assert result.step is NextStep.prepare_for_mediation


def test_a_debt_not_yet_due_is_neither_chased_nor_claimed() -> None:
    for answers, result in walks():
        if answers.how_late is HowLate.not_due and answers.claim_made is Claim.no:
            assert result.stage in (Stage.prevent, Stage.check, Stage.talk)
        if result.stage is Stage.prevent:
            assert answers.how_late is HowLate.not_due


def test_only_old_debts_without_a_judgment_get_a_caution_about_the_time_limit() -> None:
    old = (HowLate.up_to_4_years, HowLate.up_to_6_years, HowLate.over_6_years)
    warned = {Claim.no: old, Claim.judgment: ()}
    for answers, result in walks():
        told = [
            line
            for line in result.cautions
            if "within 6 years" in line and "Scotland the debt no longer exists after 5" in line
        ]
        assert len(told) == (answers.how_late in warned.get(answers.claim_made, (HowLate.over_6_years,)))
        assert answers.claim_made is Claim.no or not any("starting the claim" in line for line in told)


def test_a_letter_already_sent_is_not_sent_again() -> None:
    for answers, result in walks():
        if result.step is NextStep.send_letter_before_claim:
            assert answers.letter_sent is Letter.no
        if result.step is NextStep.wait_for_their_answer:
            assert answers.letter_sent is Letter.waiting


def test_agreements_and_offers_are_only_for_a_customer_in_contact() -> None:
    alone = {NextStep.agree_a_day, NextStep.agree_instalments, NextStep.settle_the_claim, NextStep.make_an_offer}
    for answers, result in walks():
        if result.step in alone:
            assert answers.in_contact is Contact.yes


def test_a_customer_is_asked_first_and_chased_only_for_up_to_three_months() -> None:
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


def test_every_answer_gives_reasons_things_to_prepare_and_things_to_avoid() -> None:
    for result in (*(one for _, one in walks()), *(one for _, _, one in ways())):
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
def test_every_calculator_suggested_by_a_step_exists(tool: next_step.Tool) -> None:
    assert tool.name in calculators.names()


@pytest.mark.parametrize("draft", list(next_step.Draft))
def test_every_draft_suggested_by_a_step_exists(draft: next_step.Draft) -> None:
    assert draft.name in calculators.draft_names()
