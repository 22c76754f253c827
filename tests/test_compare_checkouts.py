"""The comparison of two checkouts finds changed figures, dates and citations, and ignores other changes of wording."""

from pathlib import Path

import pytest

from tests.compare_checkouts import differences, facts, of_answers, of_pages

PAGE = "<html><nav>£9</nav><article><p>{}</p><script>£8</script></article></html>"


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("You pay £115.", "It costs £151.", "lost £115. gained £151."),
        ("The fee is about £96.50", "The fee is about £96", "lost £96.50. gained £96."),
        ("by 6 April 2027", "by 16 April 2027", "lost 6 April 2027. gained 16 April 2027."),
        ("8% a year", "8.5% a year", "lost 8%. gained 8.5%."),
        ("You have six years.", "You have five years.", "lost 6 year. gained 5 year."),
        ("14 clear days before", "14 days before", "lost 14 clear day. gained 14 day."),
        ("it is 3.75%", "it’s 3.57%", "lost 3.75%. gained 3.57%."),
        ("under section 69(1)", "under section 69", "lost s69(1). gained s69."),
        ("CPR 83.2 applies", "CPR 83.4 applies", "lost CPR 83.2. gained CPR 83.4."),
        ("SI 2020/1311", "the Regulations", "lost SI 2020/1311."),
        ("[2021] EWCA Civ 228", "the case", "lost [2021] EWCA Civ 228."),
        (
            "see https://www.gov.uk/a.",
            "see https://www.gov.uk/b.",
            "lost https://www.gov.uk/a. gained https://www.gov.uk/b.",
        ),
    ],
)
def test_a_changed_fact_is_found(before: str, after: str, moved: str) -> None:
    assert list(differences({"page": facts(before)}, {"page": facts(after)})) == [f"page: {moved}"]


def test_changes_of_wording_are_ignored() -> None:
    before = facts(
        "To start a claim costs £35 and six years is the limit (section 5, 8 per cent). It is £3,115.00 by 30 March."
    )
    after = facts("Starting a claim costs £35. You have 6 years (s5) at 8%. It’s £3,115 by 30 March.")
    assert not list(differences({"page": before}, {"page": after}))


def test_a_figure_moved_to_another_page_is_reported_for_both_pages() -> None:
    before = {"court": facts("£35, £115"), "interest": facts("8%")}
    after = {"court": facts("£35"), "interest": facts("8%, £115")}
    assert list(differences(before, after)) == ["court: lost £115.", "interest: gained £115."]


def test_added_and_removed_pages_are_named() -> None:
    assert list(differences({"old": facts("")}, {"new": facts("")})) == ["new: new", "old: gone"]


def test_the_facts_of_a_page_include_link_addresses_but_not_menus_or_scripts(tmp_path: Path) -> None:
    (tmp_path / "court").mkdir()
    (tmp_path / "court/index.html").write_text(PAGE.format('£<b>35</b> <a href="https://a.example/">source</a>'))
    assert of_pages(tmp_path) == {"court": {"£35", "https://a.example/"}}


def test_an_amount_in_a_field_is_compared_exactly() -> None:
    def told(fee: str) -> dict[str, object]:
        return {"court: an example": {"result": {"fee": fee, "rows": [{"day": "2026-11-22"}, {"day": "2026-11-23"}]}}}

    assert of_answers(told("115.00")) == {
        "court: an example: fee": {"115.00"},
        "court: an example: rows.day": {"2026-11-22", "2026-11-23"},
    }
    moved = ["court: an example: fee: lost 115.00. gained 115.01."]
    assert list(differences(of_answers(told("115.00")), of_answers(told("115.01")))) == moved
