"""`respond`, the entry point: JSON text in, JSON text out, whatever the input."""

import json as stdlib_json
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.kernel.base.schema import items
from calculators.kernel.output import json
from tests.test_kernel import anything

NAMES = [*calculators.names(), *calculators.draft_names()]


def ask(request: object) -> Any:
    return json.read(calculators.respond(json.write(request)))


@pytest.mark.parametrize("request_text", ["", "{", "[]", "3", "null", '"x"', '{"values": []}', "[" * 100_000])
def test_text_that_is_not_a_request_gets_a_problem(request_text: str) -> None:
    reply = json.read(calculators.respond(request_text))
    assert [problem["field"] for problem in reply["problems"]] in ([""], ["calculator"])


@pytest.mark.parametrize("name", ["nothing", "kernel", "__main__", "", None, 7, "os", ["x"], {}])
def test_an_unknown_calculator_is_a_problem(name: object) -> None:
    assert ask({"calculator": name, "values": {}})["problems"][0]["field"] == "calculator"


def test_an_unreadable_date_for_today_is_a_problem() -> None:
    reply = ask({"calculator": NAMES[0], "values": {}, "today": "soon"})
    assert reply["problems"][0]["field"] == "today"


def test_a_lone_surrogate_never_reaches_the_reply() -> None:
    """JSON can contain half of a surrogate pair alone, which UTF-8 can't encode."""
    example = calculators.load("reminder").EXAMPLES[0]
    for half in ({"what_for": "a\ud800b"}, {"a\udcffb": "1"}):
        request = {"calculator": "reminder", "values": {**example.values, **half}, "today": "2026-11-22"}
        reply = calculators.respond(stdlib_json.dumps(request))
        assert "a?b" in reply.encode().decode()


@given(st.text())
def test_any_text_gets_a_reply(request_text: str) -> None:
    assert "problems" in json.read(calculators.respond(request_text))


@given(st.sampled_from(NAMES), st.data())
def test_any_answers_get_a_reply(name: str, data: st.DataObject) -> None:
    fields = [item.name for item in items(calculators.load(name).Inputs)]
    values = data.draw(st.dictionaries(st.sampled_from([*fields, "unknown"]), anything, max_size=6))
    request = json.write({"calculator": name, "values": json.data(values), "today": "2026-11-22"})
    reply = json.read(calculators.respond(request))
    assert set(reply) - {"days"} in ({"problems"}, {"result", "answer", "downloads"})


pounds = st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2).map(str)
chances = st.integers(0, 100).map(str)


@given(pounds, chances, chances, chances, st.sampled_from(["none", "warrant_of_control", "high_court_writ"]))
def test_the_outcomes_of_a_claim_add_up(owed: str, d: str, w: str, q: str, method: str) -> None:
    values = {
        "amount_owed": owed, "chance_of_defence": d, "chance_of_winning": w, "chance_of_collecting": q,
        "enforcement_method": method, "legal_costs": "250", "own_hours": "3.5", "hourly_value": "40",
    }  # fmt: skip
    result = ask({"calculator": "court_costs", "values": values, "today": "2026-11-22"})["result"]
    after_claim = [row for row in result["outcomes"] if row["chance"] is not None]
    for row in result["outcomes"]:
        assert Decimal(row["net"]) == Decimal(row["you_get_back"]) - Decimal(row["you_pay"])
    assert sum(Decimal(row["chance"]) for row in after_claim) == 100
    average = sum((Decimal(row["chance"]) * Decimal(row["net"]) for row in after_claim), Decimal(0)) / 100
    assert abs(average - Decimal(result["expected_net"])) <= Decimal("0.005")
    assert Decimal(result["most_you_could_lose"]) == -min(Decimal(row["net"]) for row in result["outcomes"])


@given(pounds, chances, chances)
def test_at_the_break_even_chance_the_expected_net_is_zero(owed: str, d: str, w: str) -> None:
    values = {"amount_owed": owed, "chance_of_defence": d, "chance_of_winning": w}
    found = ask({"calculator": "court_costs", "values": values, "today": "2026-11-22"})["result"]["break_even_chance"]
    if found is not None:
        again = {**values, "chance_of_collecting": found}
        result = ask({"calculator": "court_costs", "values": again, "today": "2026-11-22"})["result"]
        slope = Decimal(result["claim_value"]) + Decimal(result["fees_up_front"])
        assert abs(Decimal(result["expected_net"])) <= slope * Decimal("0.0001") + Decimal("0.01")


@given(pounds, pounds)
def test_the_fees_up_front_never_fall_as_the_debt_grows(one: str, other: str) -> None:
    low, high = sorted((one, other), key=Decimal)
    paid = [
        Decimal(
            ask({"calculator": "court_costs", "values": {"amount_owed": owed}, "today": "2026-11-22"})["result"][
                "fees_up_front"
            ]
        )
        for owed in (low, high)
    ]
    assert paid[0] <= paid[1]


def test_dates_come_back_in_words_even_if_other_answers_are_wrong() -> None:
    rows = [{"amount": "lots", "due_date": " 6/5/2026"}, {"due_date": "soon"}]
    asked = {"calculator": "late_payment_interest", "values": {"invoices": rows}, "today": "2026-11-22"}
    reply = json.read(calculators.respond(json.write(asked)))
    assert "problems" in reply
    assert reply["days"] == {"invoices.1.due_date": "6 May 2026"}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gets_the_same_answer_split_into_elements(name: str) -> None:
    for example in calculators.load(name).EXAMPLES:
        asked = {"calculator": name, "values": dict(example.values), "today": example.today.isoformat()}
        whole, page, files = ask(asked), ask(asked | {"surface": "page"}), ask(asked | {"surface": "files"})
        assert "".join(page["parts"]) == whole["answer"]
        assert all(is_one_element(part) for part in page["parts"])
        assert [one["label"] for one in page["downloads"]] == [one["label"] for one in whole["downloads"]]
        assert files["files"] == whole["downloads"]
        told = {
            field: {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
            for field, value in whole["result"].items()
            if isinstance(value, (str, int))
        }
        assert page["told"].items() <= told.items()


def test_numbers_in_a_result_are_carried_to_the_next_calculator_as_text() -> None:
    values = {"amount_owed": "1000", "instalments": "3", "first_payment_date": "2026-12-01"}
    asked = {"calculator": "payment_plan", "values": values, "today": "2026-11-22", "surface": "page"}
    assert ask(asked)["told"]["instalments"] == "3"


def test_problems_are_the_same_on_every_surface() -> None:
    asked = {"calculator": "court_costs", "values": {"amount_owed": "lots"}, "today": "2026-11-22"}
    assert ask(asked | {"surface": "page"}) == ask(asked) == ask(asked | {"surface": "files"})


def is_one_element(markup: str) -> bool:
    depths = Depths()
    depths.feed(markup)
    return depths.tops == 1 and depths.depth == 0 and not depths.loose


class Depths(HTMLParser):
    """Counts the top-level elements in a piece of HTML, and collects the text outside them."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.tops = 0
        self.loose = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tops += self.depth == 0
        self.depth += tag not in ("br", "input")

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.tops += self.depth == 0

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.loose += data if self.depth == 0 else ""


@pytest.mark.parametrize(
    "asked", ["{}", '{"calculator": null}', '{"calculator": ["court_costs"]}', '{"calculator": 3}']
)
def test_a_request_without_the_name_of_a_calculator_is_a_problem(asked: str) -> None:
    (problem,) = json.read(calculators.respond(asked))["problems"]
    assert problem == {"field": "calculator", "message": "The name of the calculator is missing."}
