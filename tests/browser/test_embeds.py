"""A calculator in a frame on a host of another origin, which has a strict security policy of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Locator, expect

from macros.build_steps import colour_palette
from tests import ROOT
from tests.browser.accessibility_checks import is_fit
from tests.browser.conftest import Visit
from tests.browser.fault_server import Served
from tests.browser.reader import Reader
from tests.built.site_files import SITE

HOST = Path(__file__).with_name("host")
FITS = "() => Math.abs(innerHeight - document.querySelector('.bare').getBoundingClientRect().height) <= 1"
ODD: list[Any] = [
    {"type": "unpaid-invoice:height", "tool": "deadlines", "height": height} for height in (-5, 0, "10", None, 1e9)
] + [
    {"type": "unpaid-invoice:height", "tool": "court_costs", "height": 10},
    {"type": "unpaid-invoice:heights", "tool": "deadlines", "height": 11},
    {"type": "unpaid-invoice:answer", "tool": "deadlines", "answers": {}, "result": {}},
    "unpaid-invoice:height", None, 12, [],
]  # fmt: skip
"""Messages that another site's page could send from the frame whose host does not ask for answers."""


class Hosted(Reader):
    """A reader of a host's page. Requests for the host's own files do not count as faults."""

    def __init__(self, browser: Browser, site: Served, host: Served) -> None:
        super().__init__(browser, site)
        self.host = host
        self.page.goto(host.address)

    def frame(self, name: str) -> Frame:
        """Return the frame of an element after our page has loaded in it."""
        handle = self.iframe(name).element_handle()
        frame = handle.content_frame()
        assert frame
        frame.wait_for_selector("main")
        return frame

    def iframe(self, name: str) -> Locator:
        return self.page.locator(f"#{name} iframe")

    def noted(self, what: str) -> list[Any]:
        noted: list[Any] = self.page.evaluate("what => host[what]", what)
        return noted

    def faults(self) -> list[str]:
        return [
            fault for fault in super().faults() if fault != f"asked: {self.host.address}" + fault.rpartition("/")[2]
        ]


@pytest.fixture
def hosted(browser: Browser, site: Served, tmp_path: Path) -> Iterator[Hosted]:
    for file in HOST.iterdir():
        (tmp_path / file.name).write_text(file.read_text().replace("SITE", site.address.rstrip("/")))
    with Served(tmp_path) as host:
        reader = Hosted(browser, site, host)
        yield reader
        faults = reader.faults()
        reader.context.close()
        assert faults == []


def is_as_high_as_its_page(hosted: Hosted, name: str) -> None:
    """Wait until the frame has the height of its page, with no scroll bar and no gap."""
    hosted.frame(name).wait_for_function(FITS)


def test_a_frame_fits_its_page_and_sends_answers_only_when_the_button_is_pressed(hosted: Hosted) -> None:
    frame = hosted.frame("asks")
    expect(hosted.iframe("asks")).to_have_attribute("title", "Court costs compared with what you’re owed")
    expect(hosted.page.locator("#asks a")).to_be_hidden()
    is_as_high_as_its_page(hosted, "asks")
    expect(frame.locator(".answer")).to_have_attribute("data-state", "example")

    hosted.page.get_by_role("button", name="Before").focus()
    hosted.page.keyboard.press("Tab")
    expect(hosted.iframe("asks")).to_be_focused()
    expect(frame.locator('[name="nation"][value="scotland"]')).to_be_focused()
    frame.locator("#q-amount_owed").focus()
    hosted.page.keyboard.type("3000")
    hosted.page.keyboard.press("Enter")
    expect(frame.locator(".answer")).to_be_focused()
    expect(frame.locator(".headline")).to_have_text(
        "To claim £3,000 you pay £127 to start. If our own guesses are right, going to court is likely to bring in "
        "more than it costs."
    )
    is_as_high_as_its_page(hosted, "asks")

    send = frame.locator(".send")
    expect(send).to_contain_text(hosted.host.address.removeprefix("http://").rstrip("/"))
    send.locator("summary").click()
    expect(send.locator(".send-answers")).to_contain_text("How much are you owed?3000")
    is_as_high_as_its_page(hosted, "asks")
    assert {one["data"]["type"] for one in hosted.noted("messages")} == {"unpaid-invoice:height"}
    assert {tuple(one["data"]) for one in hosted.noted("messages")} == {("type", "tool", "height")}
    assert hosted.noted("answers") == []

    send.get_by_role("button", name="Send to this page").press("Enter")
    expect(send.locator(".status")).to_contain_text("Sent to")
    hosted.page.wait_for_function("() => host.answers.length > 0")
    (answer,) = hosted.noted("answers")
    assert (answer["from"], answer["tool"]) == ("asks", "court_costs")
    assert answer["answers"]["amount_owed"] == "3000"
    assert answer["result"]["issue_fee"] == "127.00"
    assert [path for path in hosted.site.asked if "3000" in path or "?" in path] == []


def test_a_host_that_did_not_ask_gets_no_answers_and_invalid_messages_are_ignored(hosted: Hosted) -> None:
    hosted.iframe("silent").scroll_into_view_if_needed()
    is_as_high_as_its_page(hosted, "silent")
    frame = hosted.frame("silent")
    frame.locator("#q-due_date").fill("31 March 2026")
    expect(frame.locator(".answer")).to_have_attribute("data-state", "answer")
    expect(frame.locator(".send")).to_be_hidden()
    expect(frame.get_by_label("Keep these answers on this device")).to_have_count(0)
    is_as_high_as_its_page(hosted, "silent")

    before = hosted.noted("heights")
    true = {"type": "unpaid-invoice:height", "tool": "deadlines", "height": 2345}
    hosted.page.evaluate("said => postMessage(said, '*')", true)
    hosted.iframe("silent").evaluate("(frame, said) => frame.contentWindow.postMessage(said, '*')", true)
    frame.evaluate("said => said.forEach((one) => parent.postMessage(one, '*'))", [*ODD, true])
    expect(hosted.iframe("silent")).to_have_css("height", "2345px")
    assert hosted.noted("heights")[len(before) :] == ["2345px"]
    assert hosted.noted("answers") == []


def test_the_embed_page_previews_its_html_and_warns_of_low_contrast_colours(reader: Reader) -> None:
    reader.opens("advisers/embed/")
    reader.page.get_by_label("What would you like to show?").select_option("records")
    lines = reader.page.get_by_label("Paste this where you want the box")
    expect(lines).to_have_value(
        f'<script src="{reader.site.address}assets/embed.js" async></script>\n<unpaid-invoice tool="records">\n'
        f'  <a href="{reader.site.address}records/">Keep a record</a>\n</unpaid-invoice>'
    )
    shown = reader.page.frame_locator(".preview iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text("What to save")
    expect(shown.locator(".from")).to_contain_text("By Get paid, keep the customer: information, not legal advice.")

    reader.provokes("In light colours, accent on paper has a contrast of")
    reader.page.locator("summary", has_text="Your own colours").click()
    reader.page.get_by_label("Buttons and links (light mode)").fill("#ffb000")
    reader.page.keyboard.press("Tab")
    expect(reader.page.locator("#embed-faint")).to_contain_text("accent on paper has a contrast of 1.68. It needs 4.5")
    expect(shown.get_by_role("heading", level=1)).to_be_visible()


def test_a_hosts_colours_are_used_only_if_they_meet_the_builds_contrast_rules(visit: Visit) -> None:
    reader = visit()
    reader.opens("embed/check/#frame.accent=%237a1f5c&frame.accent-dark=%237a1f5c&frame.ink=red;x&frame.scheme=dark")
    reader.provokes("In dark colours, accent on paper has a contrast of")
    ours = colour_palette.tokens((ROOT / "docs/assets/styles/tokens.css").read_text())
    light = colour_palette.palette(ours["light"], {"accent": "#7a1f5c"})
    style = reader.page.evaluate(
        "names => names.map((name) => document.documentElement.style.getPropertyValue(`--${name}`))", list(light)
    )
    assert dict(zip(light, style, strict=True)) == {
        name: f"light-dark({light[name]}, {ours['dark'][name]})" if name in stated() else "" for name in light
    }
    assert reader.page.evaluate("() => document.documentElement.style.colorScheme") == "dark"


def stated() -> set[str]:
    """Return the names of the colours that the contrast rules use."""
    made = {name for name, *_ in (*colour_palette.MIXED, *colour_palette.WRITTEN)}
    return made | {name for pairs in colour_palette.PAIRS.values() for pair in pairs for name in pair}


@pytest.mark.parametrize("name", ["court_costs", "records"])
def test_a_bare_page_is_accessible(name: str, visit: Visit) -> None:
    reader = visit(reduced_motion="reduce")
    assert (SITE / "embed" / name / "index.html").is_file()
    reader.opens(f"embed/{name}/")
    is_fit(reader)
