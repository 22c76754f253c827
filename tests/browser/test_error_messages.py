"""Mistakes in answers are explained in the question's own words, and nothing typed is lost."""

from playwright.sync_api import expect

from calculators.kernel.output import json
from tests.browser.fault_server import Fault, Served, instead
from tests.browser.reader import Reader

MISSING = "The amount you’re owed is missing. Write it in pounds, such as 3,000 or 1250.50."
UNREADABLE = "The amount you’re owed isn’t a number we can read. Write it in pounds, such as 3,000 or 1250.50."
MARKUP = "<img src=x onerror=document.title='ran'>"

DAY = "The date you’d start the claim"
BAD = [
    ("amount_owed", "", MISSING),
    ("amount_owed", "three thousand", UNREADABLE),
    ("amount_owed", "-5", "The amount you’re owed must be £0 or more."),
    ("amount_owed", "1,000,000,000", "The amount you’re owed must be £10,000,000 or less."),
    ("amount_owed", "<script>document.title = 'ran'</script>", UNREADABLE),
    ("amount_owed", MARKUP, UNREADABLE),
    ("amount_owed", "1e9", UNREADABLE),
    ("amount_owed", "١٢", UNREADABLE),
    ("claim_date", "29 February 2026", f"{DAY} isn’t a real date."),
    ("claim_date", "29/02/2100", f"{DAY} isn’t a real date."),
    ("claim_date", "1 June 2013", "our figures begin on"),
    ("claim_date", "1 January 2200", f"{DAY} must be 31 December 2099 or earlier."),
]


def replying(reply: str | None) -> Fault:
    """Return a fault: a worker that sends the same reply to every request."""
    return instead(
        "addEventListener('message', ({ data }) => {"
        "  if ('runtime' in data) postMessage({ ready: true });"
        f" if ('request' in data) postMessage({{ number: data.number, reply: {json.write(reply)} }});"
        "});"
    )


def test_the_problem_summary_links_to_each_box_and_goes_when_it_is_corrected(reader: Reader) -> None:
    reader.opens()
    reader.types({"chance_of_winning": "50"})
    reader.presses()
    expect(reader.summary).to_be_focused()
    expect(reader.summary).to_be_in_viewport()
    expect(reader.summary.locator("h2")).to_have_text("There is a problem")
    expect(reader.errors).to_have_text([MISSING])
    box = reader.box("amount_owed")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(f"{reader.hint('amount_owed')} {MISSING}")

    reader.summary.get_by_role("link", name=MISSING).click()
    expect(box).to_be_focused()
    expect(box).to_be_in_viewport()
    expect(reader.box("chance_of_winning")).to_have_value("50")

    reader.types({"amount_owed": "3000"})
    expect(reader.summary).to_be_hidden()
    expect(reader.errors).to_have_count(0)
    expect(box).not_to_have_attribute("aria-invalid", "true")
    expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(box).to_be_focused()


def test_a_summary_link_opens_the_fold_around_its_question(reader: Reader) -> None:
    reader.opens()
    reader.types({"amount_owed": "3000", "own_hours": "many"})
    folded = reader.calculator.locator("details.more")
    folded.locator("summary").first.click()
    reader.presses()
    expect(reader.summary).to_be_focused()
    reader.summary.get_by_role("link").click()
    expect(folded).to_have_attribute("open", "")
    expect(reader.box("own_hours")).to_be_focused()


def test_an_error_shows_beside_the_box_on_leaving_it_but_not_while_typing(reader: Reader) -> None:
    reader.opens()
    box = reader.box("amount_owed")
    box.press_sequentially("x")
    reader.hears(1)
    expect(reader.errors).to_have_count(0)
    expect(reader.summary).to_be_hidden()
    expect(box).to_be_focused()
    expect(reader.answer).to_have_attribute("data-state", "example")

    box.press("Tab")
    expect(reader.errors).to_have_text([UNREADABLE])
    expect(reader.summary).to_be_hidden()
    expect(reader.question("amount_owed").locator(".add-vat input")).to_be_focused()

    box.press("End")
    box.press_sequentially("y")
    reader.hears(3)
    expect(reader.errors).to_have_text([UNREADABLE])


def test_an_out_of_date_answer_says_so(desk: Reader) -> None:
    desk.types({"amount_owed": "3000"})
    expect(desk.answer).to_have_attribute("data-state", "answer")
    desk.types({"amount_owed": "3000x"})
    expect(desk.answer).to_have_attribute("data-state", "stale")
    expect(desk.answer.locator(".stale")).to_have_text("This answer is for what you typed before.")
    desk.types({"amount_owed": "3,000"})
    expect(desk.answer).to_have_attribute("data-state", "answer")
    expect(desk.answer.locator(".stale")).to_have_count(0)


def test_every_invalid_answer_gets_a_plain_message_and_stays_in_its_box(desk: Reader) -> None:
    for field, text, message in BAD:
        desk.starts_afresh()
        desk.types({"amount_owed": "3000"} | {field: text})
        desk.presses()
        expect(desk.summary).to_be_focused()
        expect(desk.question(field).locator(".error")).to_contain_text(message)
        expect(desk.summary.get_by_role("link")).to_contain_text([message])
        expect(desk.box(field)).to_have_value(text)
        expect(desk.headline).to_be_visible()
    assert desk.page.title() != "ran"


def test_markup_in_an_error_message_is_shown_as_text_and_never_run(reader: Reader, site: Served) -> None:
    problems = [{"field": "", "message": MARKUP}, {"field": "amount_owed", "message": MARKUP}]
    site.breaks(replying(json.write({"problems": problems})), "worker.js")
    reader.opens()
    reader.presses()
    expect(reader.summary).to_be_focused()
    expect(reader.summary.locator("li")).to_have_text([MARKUP, MARKUP])
    expect(reader.summary.get_by_role("link")).to_have_text([MARKUP])
    expect(reader.errors).to_have_text([MARKUP])
    expect(reader.calculator.locator("img")).to_have_count(0)
    assert reader.page.title() != "ran"


def test_an_error_of_ours_is_admitted_and_what_was_typed_is_kept(reader: Reader, site: Served) -> None:
    site.breaks(replying(None), "worker.js")
    reader.opens()
    reader.types({"amount_owed": "3000"})
    expect(reader.status).to_contain_text("The calculator can’t work this out. That’s our mistake, not yours.")
    expect(reader.status.get_by_role("link", name="Work it out by hand")).to_be_visible()
    expect(reader.box("amount_owed")).to_have_value("3000")
    expect(reader.headline).to_be_visible()
