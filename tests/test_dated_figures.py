"""Dated figures: which tables are refused, and which figure applies on a date."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.kernel.figures.reference import (
    NotCovered,
    NotInForce,
    Unit,
    UnknownFigure,
    figure,
    latest,
    read_tables,
    subjects,
    table,
    tables,
)

GOOD = """
[fee]
label = "Fee"
unit = "pounds"
official_list = "https://www.gov.uk/fees"
[[fee.versions]]
valid_from = 2020-01-01
grade = "official"
checked = 2026-01-01
source = { title = "A list", url = "https://www.gov.uk/list", date = "2020" }
bands = [{ up_to = 100, fee = 10 }, { up_to = 200, percent = 5 }, { fee = 50 }]
"""


def test_a_good_table_is_read() -> None:
    assert read_tables("x", GOOD)["x.fee"].versions[0].bands[1].percent == 5


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ("{ up_to = 200, percent", "{ up_to = 90, percent", "overlap"),
        ("{ up_to = 200, percent = 5 }", "{ percent = 5 }", "overlap"),
        (", { fee = 50 }]", "]", "gap"),
        ('source = { title = "A list", url = "https://www.gov.uk/list", date = "2020" }', "", "source"),
        ('url = "https://www.gov.uk/list"', 'url = ""', "no address"),
        ('title = "A list"', 'title = ""', "no title"),
        ('grade = "official"', 'grade = "certain"', "certain"),
        ("checked = 2026-01-01\n", "", "checked"),
        ("up_to = 100", "upto = 100", "upto"),
        ("{ up_to = 100, fee = 10 }", "{ up_to = 100, fee = 10, percent = 1 }", "one of"),
        ('label = "Fee"', "", "label"),
        ("bands = [", "value = 3\nbands = [", "only one"),
    ],
)
def test_a_bad_table_is_refused_with_its_name_and_the_reason(good: str, bad: str, why: str) -> None:
    assert good in GOOD
    with pytest.raises(ValueError, match=f"x.fee.*{why}"):
        read_tables("x", GOOD.replace(good, bad))


def test_versions_must_come_in_order_of_date() -> None:
    again = GOOD + GOOD[GOOD.index("[[fee.versions]]") :]
    with pytest.raises(ValueError, match="order of date"):
        read_tables("x", again)


@pytest.mark.parametrize("subject", subjects())
def test_every_figure_has_a_label_and_source_and_official_ones_have_started(subject: str) -> None:
    assert tables(subject)
    for one in tables(subject):
        assert one.label, one.name
        for version in one.versions:
            assert version.source.title, one.name
            assert version.valid_from <= date(2026, 11, 22) or version.grade.name != "official", one.name


def test_a_new_fee_applies_from_its_first_day_and_not_before() -> None:
    before, after = date(2026, 7, 12), date(2026, 7, 13)
    assert figure("england_wales.charging_order_fee", before).value == Decimal("135.00")
    assert figure("england_wales.charging_order_fee", after).value == Decimal("139.00")


def test_an_unchanged_fee_keeps_its_original_start_date() -> None:
    found = figure("england_wales.fast_track_hearing_fee", date(2026, 10, 7))
    assert (found.value, found.valid_from) == (Decimal("619.00"), date(2025, 4, 8))


def test_a_date_before_the_first_version_is_refused() -> None:
    with pytest.raises(NotInForce, match="our figures begin on 9 March 2015"):
        figure("england_wales.issue_fee", date(2015, 3, 8), Decimal(1))


def test_asking_for_a_fee_that_has_ended_says_when_it_ended() -> None:
    name = "england_wales.issue_fee_online"
    assert figure(name, date(2021, 5, 17), Decimal(300)).value == 25
    with pytest.raises(NotInForce, match="17 May 2021"):
        figure(name, date(2021, 5, 18), Decimal(300))


def test_an_amount_above_a_tables_limit_is_refused_with_the_tables_own_message() -> None:
    with pytest.raises(NotCovered, match="£100,000"):
        figure("england_wales.issue_fee_online", date(2020, 1, 1), Decimal("100000.01"))


@pytest.mark.parametrize("amount", [None, Decimal(-1)])
def test_a_fee_scale_needs_an_amount_of_zero_or_more(amount: Decimal | None) -> None:
    with pytest.raises(NotCovered, match="depends on the amount"):
        figure("england_wales.issue_fee", date(2026, 1, 1), amount)


@pytest.mark.parametrize("name", ["england_wales.nothing", "narnia.issue_fee", "", "..", "../uk.vat_rate"])
def test_an_unknown_figure_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownFigure):
        table(name)


def test_latest_returns_the_newest_statistic() -> None:
    assert latest("england_wales.small_claims_weeks_to_trial").value == Decimal("41.0")


def test_a_figure_is_due_for_a_check_after_six_months() -> None:
    found = figure("england_wales.issue_fee", date(2026, 11, 22), Decimal(1))
    assert not found.stale(date(2027, 5, 22))
    assert found.stale(date(2027, 5, 23))


SCALES = [one.name for one in tables("england_wales") if any(version.bands for version in one.versions)]
amounts = st.decimals(min_value=0, max_value=10**7, places=2)


@given(st.sampled_from(SCALES), st.integers(0, 5), amounts, amounts)
def test_a_fee_never_falls_as_the_claim_grows(name: str, number: int, one: Decimal, other: Decimal) -> None:
    found = table(name)
    version = found.versions[number % len(found.versions)]
    if version.bands and not version.beyond:
        low, high = (figure(name, version.valid_from, amount).value for amount in sorted((one, other)))
        assert low <= high


@given(st.sampled_from(SCALES), amounts)
def test_every_amount_falls_in_one_band(name: str, amount: Decimal) -> None:
    version = table(name).versions[-1]
    floor, holding = Decimal(0), []
    for band in version.bands:
        over = amount > floor or floor == 0
        holding += [band] if over and band.holds(amount) else []
        floor = band.top or floor
    is_beyond = version.ended or (version.beyond and amount > (version.bands[-1].top or amount))
    assert len(holding) == (0 if is_beyond else 1)


def test_a_figure_in_pounds_is_written_to_the_penny() -> None:
    found = figure("england_wales.warrant_of_control_fee", date(2026, 11, 22))
    assert found.unit is Unit.pounds
    assert f"{found.value:f}" == "96.00"
