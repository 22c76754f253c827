"""Answers carried to the next calculator by a link on the page, and never sent to the server."""

from playwright.sync_api import expect

from calculators.kernel.output import json
from tests.browser.reader import Reader


def test_answers_are_carried_to_the_next_calculator_but_never_sent_to_the_server(reader: Reader) -> None:
    reader.opens("calculators/late_payment_interest/")
    reader.types({"invoices": [{"amount": "3,000", "due_date": "6 May 2026"}]})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    added = json.read(reader.replies[-1])["told"]["interest_and_compensation"]
    reader.calculator.locator("nav.carry").get_by_role(
        "link", name="Court costs compared with what you’re owed"
    ).click()
    expect(reader.box("interest_and_compensation")).to_have_value(added)
    expect(reader.answer).to_have_attribute("data-state", "answer")
    assert json.read(reader.requests[-1])["values"]["interest_and_compensation"] == added
    assert [path for path in reader.site.asked if added in path or "?" in path] == []


def test_the_agreement_link_itself_carries_the_instalments_and_a_changed_amount(reader: Reader) -> None:
    reader.opens("calculators/payment_plan/")
    step = {"from_payment": "3", "amount": "400"}
    reader.types({"amount_owed": "1000", "instalments": "3", "first_payment_date": "1 December 2026", "steps": [step]})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    link = reader.calculator.locator("nav.carry a[href*=payment_plan_agreement]")
    reader.page.evaluate("() => addEventListener('click', (event) => event.preventDefault(), { capture: true })")
    link.click()
    address = link.evaluate("(link) => link.href")
    reader.opens("privacy-accessibility/")
    reader.page.goto(address)
    expect(reader.box("instalments")).to_have_value("3")
    expect(reader.box("steps.1.amount")).to_have_value("400")
