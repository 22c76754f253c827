"""How estimates are shown: rounded, with a range, and with a word for each chance."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from calculators.kernel.base.money import Money, Percentage, estimated, likelihood, rough, span
from calculators.kernel.base.schema import items, tell
from calculators.kernel.contract.calculator import figure_of


@pytest.mark.parametrize(
    ("amount", "read"),
    [
        ("24.49", "24.00"),
        ("99.50", "100.00"),
        ("104.99", "100.00"),
        ("995", "1000.00"),
        ("3817.90", "3820.00"),
        ("15214.34", "15200.00"),
        ("-118.87", "-120.00"),
        ("1234567.89", "1230000.00"),
    ],
)
def test_an_estimate_is_rounded_to_a_pound_ten_pounds_or_three_significant_figures(amount: str, read: str) -> None:
    assert f"{rough(Decimal(amount)):f}" == read


def test_an_estimate_is_written_with_about_unless_it_is_zero() -> None:
    assert estimated(Decimal("3817.90")) == "about £3,820"
    assert estimated(Decimal("0.00")) == "£0"


def test_a_range_whose_ends_round_to_the_same_amount_is_shown_as_one_amount() -> None:
    assert span(Decimal("3817.90"), Decimal("4995")) == "£3,820 to £5,000"
    assert span(Decimal("3817.90"), Decimal("3818.00")) == "about £3,820"
    assert span(Decimal(0), Decimal(0)) == "£0"


@pytest.mark.parametrize(
    ("chance", "word"),
    [("5", "very unlikely"), ("39.9", "unlikely"), ("40", "about even"), ("60", "about even"), ("75", "likely"),
     ("90", "very likely"), ("100", "certain")],
)  # fmt: skip
def test_each_chance_has_a_word_for_its_likelihood(chance: str, word: str) -> None:
    assert likelihood(Decimal(chance)) == word


@dataclass(frozen=True, kw_only=True)
class Told:
    """An answer with an estimate, its range and a chance."""

    worth: Money | None = tell("Worth", estimate=True)
    worth_low: Money | None
    worth_high: Money | None
    chance: Percentage = tell("Chance", chance=True)


def test_an_estimate_is_shown_with_its_range_and_a_chance_with_its_word() -> None:
    worth, _, _, chance = items(Told)
    told = Told(worth=Decimal("3817.90"), worth_low=Decimal("2680"), worth_high=Decimal("4995"), chance=Decimal(60))
    assert figure_of(told, worth) == "about £3,820 (£2,680 to £5,000)"
    assert figure_of(told, chance) == "60%, about even"


def test_an_estimate_without_a_range_is_shown_rounded() -> None:
    told = Told(worth=Decimal("3817.90"), worth_low=None, worth_high=None, chance=Decimal(60))
    assert figure_of(told, items(Told)[0]) == "about £3,820"


def test_an_amount_whose_low_and_high_are_the_same_is_shown_exactly() -> None:
    told = Told(
        worth=Decimal("3817.90"), worth_low=Decimal("3817.90"), worth_high=Decimal("3817.90"), chance=Decimal(60)
    )
    assert figure_of(told, items(Told)[0]) == "£3,817.90"
