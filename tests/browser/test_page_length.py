"""The length of a page, and of an answer above its first fold, on a phone: in words and pixels, never in seconds."""

from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import ViewportSize, expect

import calculators
from calculators.kernel.contract.calculator import page_of
from calculators.kernel.output import json
from tests.browser.reader import Reader

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 568}
DESK: ViewportSize = {"width": 1280, "height": 860}
PAGE, ANSWER, LETTER, FIRST_QUESTION, FRAME = 5100, 1700, 400, 500, 900
WORDS = 600

SHOWN = """() => {
  const shows = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode;
    if (shows(parentElement) && !parentElement.closest("script, style")) words += (textContent.match(/[\\p{L}\\p{N}£]+/gu) ?? []).length;
  }
  const first = [...document.querySelectorAll("form.questions .question")].find(shows);
  const height = document.documentElement.scrollHeight;
  return { height, words, first: first.getBoundingClientRect().top + scrollY };
}"""
ANSWERED = """() => {
  const answer = document.querySelector(".answer");
  const { top, bottom } = answer.getBoundingClientRect();
  const fold = answer.querySelector(":scope > .fold");
  const letter = answer.querySelector(".letter");
  return {
    unfolded: (fold?.getBoundingClientRect().top ?? bottom) - top,
    letter: letter ? letter.getBoundingClientRect().top - top : null,
  };
}"""
AT_HAND = """() => {
  const top = (part) => document.querySelector(part).getBoundingClientRect().top;
  const buttons = [...document.querySelectorAll(".letter-buttons button")].map((one) => one.getBoundingClientRect().height);
  const follows = document.querySelector(".answer .headline ~ .text") !== null;
  const tops = [".answer", ".letter-buttons", ".answer .letter"].map(top);
  return { tops, follows, lowest: Math.min(...buttons) };
}"""
SIDEWAYS = """() => {
  for (const folded of document.querySelectorAll(".answer details")) folded.open = true;
  const scrolls = (one) => one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX);
  const wide = [...document.querySelectorAll(".answer, .answer *")].filter((one) => one.checkVisibility() && scrolls(one));
  return [document.documentElement, ...wide].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map((one) => one.getAttribute("aria-label") ?? one.tagName);
}"""

every_calculator = pytest.mark.parametrize("name", calculators.names())
every_page = pytest.mark.parametrize("name", [*calculators.names(), *calculators.draft_names()])


def answers_first_example(reader: Reader, name: str) -> None:
    """Answer the first example: type it in a desktop window, or open a link if the form asks one question at a time.

    The window has a phone's size afterwards.
    """
    module = calculators.load(name)
    example, page = module.EXAMPLES[0], f"{page_of(module)}/"
    reader.page.set_viewport_size(DESK)
    reader.turns_to(page)
    if reader.calculator.get_attribute("data-steps") is None:
        reader.is_today(example.today)
        reader.types(example.values)
        reader.presses()
        expect(reader.answer).to_have_attribute("data-state", "answer")
        reader.page.set_viewport_size(PHONE)
    else:
        reader.opens("privacy-accessibility/")
        reader.page.set_viewport_size(PHONE)
        reader.opens(f"{page}#{urlencode(example.values)}")
        expect(reader.answer).to_have_attribute("data-state", "answer")
    expect(reader.answer).to_be_visible()


def further_answers(name: str) -> list[str]:
    """Return the HTML of the answers to every example after the first."""
    requests = (
        {"calculator": name, "values": one.values, "today": one.today.isoformat()}
        for one in calculators.load(name).EXAMPLES[1:]
    )
    return [json.read(calculators.respond(json.write(request)))["answer"] for request in requests]


def is_short(reader: Reader) -> None:
    """Check the height of an answer above its first fold, or of the part above its letter."""
    found: dict[str, Any] = reader.page.evaluate(ANSWERED)
    if found["letter"] is None:
        assert found["unfolded"] <= ANSWER
    else:
        assert found["letter"] <= 2 * PHONE["height"]


def letter_is_at_hand(reader: Reader) -> None:
    """Check that large buttons come before the letter. The letter may start lower if the answer has text above it."""
    found: dict[str, Any] = reader.page.evaluate(AT_HAND)
    answer, buttons, letter = found["tops"]
    assert answer < buttons < letter < answer + (2 * PHONE["height"] if found["follows"] else LETTER)
    assert found["lowest"] >= 47.9


@every_page
def test_a_page_on_a_phone_is_short_with_its_first_question_near_the_top(name: str, visitor: Reader) -> None:
    visitor.page.set_viewport_size(PHONE)
    visitor.opens(f"{page_of(calculators.load(name))}/")
    found = visitor.page.evaluate(SHOWN)
    assert found["height"] <= PAGE
    assert found["words"] <= WORDS
    assert found["first"] <= FIRST_QUESTION


@every_page
def test_an_answer_on_a_phone_is_short_and_does_not_scroll_sideways(name: str, visitor: Reader) -> None:
    answers_first_example(visitor, name)
    is_short(visitor)
    if name in calculators.draft_names():
        letter_is_at_hand(visitor)
    for further in further_answers(name):
        visitor.answer.evaluate("(answer, html) => { answer.innerHTML = html; }", further)
        is_short(visitor)
    visitor.page.set_viewport_size(NARROW)
    assert visitor.page.evaluate(SIDEWAYS) == []


@every_calculator
def test_a_frame_is_under_900_pixels_high_before_anything_is_typed(name: str, visitor: Reader) -> None:
    visitor.page.set_viewport_size(PHONE)
    visitor.opens(f"embed/{name}/")
    assert visitor.page.locator(".bare").evaluate("(bare) => bare.getBoundingClientRect().height") < FRAME
    expect(visitor.answer).to_be_hidden()
