"""Moving between calculators without reloading: one worker keeps running, and the rest works as after a full load."""

from playwright.sync_api import expect

from tests.browser.fault_server import Served
from tests.browser.reader import Reader

HEADER_LEADS = """() => [...document.querySelectorAll("header a")].map((link) => link.href)"""


def is_running(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "3000"})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.progress).to_be_hidden()
    reader.page.evaluate("() => { watched.stays = true; }")


def stayed(reader: Reader) -> bool:
    """Whether the page that was first opened is still loaded."""
    return bool(reader.page.evaluate("() => watched.stays === true"))


def turns_to(reader: Reader, name: str) -> None:
    reader.page.get_by_role("button", name="Menu").click()
    menu = reader.page.get_by_role("navigation", name="The whole guide")
    link = reader.page.get_by_role("link", name=name, exact=True, include_hidden=True)
    if (group := menu.locator("details:not([open])", has=link)).count():
        group.locator("summary").click()
    menu.get_by_role("link", name=name, exact=True).click()
    expect(reader.page.get_by_role("heading", level=1)).to_be_focused()


def test_the_next_calculator_uses_the_same_worker_and_back_restores_what_was_typed(
    reader: Reader, site: Served
) -> None:
    is_running(reader)
    reader.types({"own_hours": "2"})
    header = reader.page.evaluate(HEADER_LEADS)
    site.asked.clear()

    turns_to(reader, "Late payment interest")
    expect(reader.page).to_have_url(f"{site.address}calculators/late_payment_interest/")
    expect(reader.page).to_have_title("Interest and compensation for late payment - Get paid, keep the customer")
    expect(reader.page.locator("header [aria-current]")).to_have_text("Late payment interest")
    assert reader.page.evaluate(HEADER_LEADS) == header
    rows = [{"amount": "100", "due_date": "6 May 2026"}, {"amount": "200", "due_date": "7 May 2026"}]
    reader.types({"invoices": rows})
    expect(reader.answer).to_have_attribute("data-state", "answer")

    turns_to(reader, "Chase without pestering")
    reader.page.locator("a.word").first.focus()
    expect(reader.page.locator(".meaning")).to_be_visible()
    reader.page.go_back()
    expect(reader.box("invoices.2.due_date")).to_have_value("7 May 2026")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    reader.page.go_back()
    expect(reader.box("amount_owed")).to_have_value("3000")
    expect(reader.box("own_hours")).to_have_value("2")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    reader.page.go_forward()
    expect(reader.box("invoices.2.amount")).to_have_value("200")

    assert stayed(reader)
    assert len(reader.workers) == 1
    assert [path for path in site.asked if "runtime" in path] == []  # its modules are all in the archive


def test_a_page_left_behind_is_garbage_collected(reader: Reader) -> None:
    is_running(reader)
    turns_to(reader, "Payment plan")
    reader.types({"amount_owed": "900"})
    reader.page.evaluate("() => { watched.old = new WeakRef(document.querySelector('form.questions')); }")
    turns_to(reader, "Mediation fee")
    reader.types({"amount_owed": "900"})
    expect(reader.answer).to_have_attribute("data-state", "answer")
    for _ in range(5):  # freeing an object may take more than one collection
        reader.page.request_gc()
    assert reader.page.evaluate("() => watched.old.deref() === undefined")


def test_if_soft_navigation_fails_the_browser_follows_the_link(reader: Reader, site: Served) -> None:
    is_running(reader)
    reader.page.get_by_role("button", name="Menu").click()
    reader.page.evaluate("() => { document.querySelector('#menu a').href = '/nowhere/'; }")
    reader.provokes("/nowhere/")
    reader.page.get_by_role("navigation", name="The whole guide").get_by_role("link", name="Your plan").click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    assert not stayed(reader)


def test_back_restores_the_right_page_and_answers_after_a_reload_or_a_typed_address(reader: Reader) -> None:
    is_running(reader)
    heading = reader.page.get_by_role("heading", level=1)
    turns_to(reader, "Chase without pestering")
    reader.page.reload()
    reader.page.go_back()
    expect(heading).to_contain_text("Court costs")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.headline).to_contain_text("To claim £3,000 you pay £115")
    turns_to(reader, "Payment plan")
    reader.page.goto("privacy-accessibility/")
    reader.page.go_back()
    expect(heading).to_contain_text("payment plan", ignore_case=True)
    reader.page.go_back()
    expect(heading).to_contain_text("Court costs")
    expect(reader.box("amount_owed")).to_have_value("3000")


def test_before_a_calculator_runs_a_link_loads_a_new_page(reader: Reader) -> None:
    reader.opens()
    reader.page.evaluate("() => { watched.stays = true; }")
    reader.page.get_by_role("link", name="home").first.click()
    expect(reader.page).to_have_url(reader.site.address)
    assert not stayed(reader)
