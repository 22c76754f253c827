"""One debt from reminder to enforcement: the reader types each fact once, and figures carry over to the penny."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from playwright.sync_api import expect

import calculators
from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import page_of
from tests.browser.reader import CLAIM, TODAY, Reader
from tests.test_carried_results import told

SENT, CLAIMED, DEFENDED, JUDGED, LATER = (
    date(2026, 11, 23), date(2026, 12, 14), date(2027, 1, 11), date(2027, 3, 22), date(2027, 5, 25),
)  # fmt: skip
DEBT = {"amount_owed": "3000", "due_date": "31 March 2026"}
NAMES = {
    "your_name": "Ada Brown",
    "your_business": "Brown Valeting Ltd",
    "customer_name": "Example Motors Ltd",
    "what_for": "valeting 60 cars",
    "invoice_numbers": "1041",
}


class Debt:
    """The answers that a reader has typed, the results that later forms should fill in, and the date of the visit."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.today = TODAY
        self.typed: dict[str, Any] = {"situation": "silent"}
        self.told: dict[str, str] = {}

    def is_now(self, day: date) -> None:
        self.today = day
        self.reader.is_today(day)

    def turns_to(self, name: str) -> None:
        """Open a calculator or letter from the menu."""
        self.reader.page.get_by_role("button", name="Menu").click()
        menu = self.reader.page.get_by_role("navigation", name="The whole guide")
        menu.locator(f'a[href$="{page_of(calculators.load(name))}/"]').first.evaluate("link => link.click()")
        self._arrives(name)

    def goes_on_to(self, name: str) -> None:
        """Follow the link below an answer to another calculator."""
        link = self.reader.page.locator(f'.carry a[href$="{page_of(calculators.load(name))}/"]')
        link.evaluate("link => link.click()")
        self._arrives(name)

    def _arrives(self, name: str) -> None:
        expect(self.reader.calculator).to_have_attribute("data-calculator", name)

    def answers(self, name: str, facts: Mapping[str, Any] = {}, brought: Mapping[str, str] = {}) -> dict[str, str]:
        """Type new facts only, then check the form and its answer against CPython. Return the figures of the answer."""
        assert not facts.keys() & self.typed.keys()
        self.reader.types(facts)
        self.typed |= facts
        self.reader.presses()
        expect(self.reader.page.locator(".answer:focus, .answer > .headline:focus")).to_be_visible()
        asked = json.loads([one for one in self.reader.requests if f'"{name}"' in one and '"page"' in one][-1])
        expected = {**self._known(name), **brought}
        assert {field: asked["values"].get(field) for field in expected} == expected, name
        expect(self.reader.headline).to_have_text(self._from_cpython(name, expected)["result"]["headline"])
        figures: dict[str, str] = self._from_cpython(name, expected, surface="page")["told"]
        shown = json.loads([one for one in self.reader.replies if '"told"' in one][-1])
        assert shown["told"] == figures, name
        self.told |= {question: figures[result] for question, result in told(name).items() if result in figures}
        return figures

    def _known(self, name: str) -> dict[str, Any]:
        """Return what a form should hold: typed answers, else carried results, and the debt as one listed invoice."""
        asked = {item.name for item in items(calculators.load(name).Inputs)}
        known = {field: value for field, value in {**self.told, **self.typed}.items() if field in asked}
        if "invoices" in asked and not asked & DEBT.keys():
            number = {"number": self.typed["invoice_numbers"]}
            known["invoices"] = [{"amount": DEBT["amount_owed"], "due_date": DEBT["due_date"], **number}]
        return known

    def _from_cpython(self, name: str, values: dict[str, Any], **more: str) -> Any:
        request = {"calculator": name, "values": values, "today": self.today.isoformat(), **more}
        return json.loads(calculators.respond(json.dumps(request)))

    @property
    def kept(self) -> Any:
        return json.loads(self.reader.page.evaluate("key => localStorage.getItem(key)", CLAIM))["answers"]


def test_one_debt_is_carried_from_the_reminder_to_a_plan_for_paying_the_judgment(reader: Reader) -> None:
    debt = Debt(reader)
    reader.opens("")
    reader.page.get_by_role("link", name="They’re not replying").click()
    debt._arrives("routes")
    reader.may_keep()
    plan = debt.answers("routes", DEBT)
    reader.page.evaluate("() => { watched.stays = true; }")
    reader.button("Keep this plan on this device").click()
    expect(reader.button("Stop keeping this plan")).to_be_visible()
    assert (plan["interest"], plan["compensation"], plan["daily_interest"]) == ("227.92", "70.00", "0.9658")

    debt.turns_to("reminder")
    debt.answers("reminder", NAMES)
    debt.turns_to("late_payment_interest")
    assert debt.answers("late_payment_interest")["total_owed"] == "3297.92"
    debt.is_now(SENT)
    debt.turns_to("letter_before_claim")
    debt.answers("letter_before_claim")
    debt.turns_to("payment_plan")
    assert debt.answers("payment_plan", {"instalments": "6"})["agreed_debt"] == "3297.92"
    debt.turns_to("offer_without_prejudice")
    debt.answers("offer_without_prejudice", {"settlement_amount": "2800"})
    debt.turns_to("court_costs")
    assert debt.answers("court_costs")["claim_value"] == "3298.89"  # with another day's interest

    debt.is_now(CLAIMED)
    debt.turns_to("claim_pack")
    claim = debt.answers("claim_pack", {"letter_sent_on": "23 November 2026", "claim_date": "14 December 2026"})
    assert (claim["claim_value"], claim["interest_counted_to"]) == ("3319.16", "2026-12-14")
    debt.is_now(DEFENDED)
    debt.turns_to("court_day")
    heard = debt.answers("court_day", {"hearing_date": "4 March 2027", "their_defence": "four cars were damaged"})
    debt.is_now(JUDGED)
    debt.turns_to("judgment")
    judgment = debt.answers("judgment", {"judgment_date": "4 March 2027", "debtor_has": "bank_account"})
    assert judgment["judgment_paid"] == "0.00"
    assert judgment["amount_owed"] == heard["asks_for"]

    debt.goes_on_to("payment_plan")
    of_the_judgment = {name: judgment[name] for name in ("amount_owed", "interest_and_compensation")}
    dates = {"agreement_date": "22 March 2027", "first_payment_date": "22 April 2027"}
    agreed = debt.answers("payment_plan", dates, of_the_judgment)
    assert agreed["agreed_debt"] == judgment["owed_today"]
    debt.is_now(LATER)
    debt.turns_to("plan_tracker")
    paid = [{"date": "22 April 2027", "amount": agreed["instalment_amount"]}]
    assert debt.answers("plan_tracker", {"payments": paid})["arrears"] == agreed["instalment_amount"]

    kept = debt.kept
    assert kept["amount_owed"]["value"] == DEBT["amount_owed"]
    assert kept["interest_and_compensation"]["value"] == claim["interest_and_compensation"]
    debt.turns_to("court_day")
    assert debt.answers("court_day")["asks_for"] == heard["asks_for"]
    assert len(reader.workers) == 1
    assert reader.page.evaluate("() => watched.stays === true")
