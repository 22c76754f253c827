"""Translations: a catalogue lists every message, only checked translations are shown, and the rest stays in English.

There is no real translation to test with, so a made-up language puts each message in brackets and changes its letters.
"""

import json
import re
from collections.abc import Iterator
from email import message_from_string, policy
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import calculators
from calculators import translated_replies
from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import Example
from calculators.kernel.extras.translated_html import translated
from calculators.kernel.extras.translation import PLACEHOLDER, Catalogue, Translator
from calculators.kernel.output.form import form
from macros.build_steps import translated_pages
from macros.translations import catalogues, extraction
from tests.test_every_calculator import Balanced

MADE_UP = "xx"
FIGURES = re.compile(r"£[\d,.]*\d|\d+ [JFMASOND][a-z]+ \d{4}|\d+(?:\.\d+)?%")


def made_up(message: str) -> str:
    """A message in brackets, with each lower-case letter replaced by one that no language uses."""
    parts = re.split(r"(\{\w+\})", message)
    changed = (part if PLACEHOLDER.fullmatch(part) else _changed(part) for part in parts)
    return f"⟦{''.join(changed)}⟧"


def _changed(text: str) -> str:
    return re.sub("[a-z]", lambda letter: chr(ord(letter[0]) - ord("a") + ord("𝕒")), text)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(MADE_UP, {one.message: made_up(one.message) for one in extraction.messages()})


@pytest.fixture
def laid(catalogue: Catalogue) -> Iterator[None]:
    """Every message translated into the made-up language."""
    translated_replies.laid[MADE_UP] = catalogue
    yield
    translated_replies.clear()


def request(name: str, example: Example, **more: str) -> str:
    return json.dumps(
        {"calculator": name, "values": dict(example.values), "today": example.today.isoformat()} | more, default=str
    )


def reply(name: str, number: int = 0, **more: str) -> Any:
    return json.loads(translated_replies.respond(request(name, calculators.load(name).EXAMPLES[number], **more)))


def text_of(markup: str) -> str:
    return re.sub(r"<[^>]*>", " ", markup)


# The list of messages


def test_a_new_catalogue_lists_every_message_and_translates_none(tmp_path: Path) -> None:
    catalogues.begin("cy", tmp_path)
    (path,) = catalogues.bring_up_to_date(tmp_path)
    with path.open("rb") as file:
        messages = {str(one.id): str(one.string) for one in read_po(file, "cy") if one.id}
    modules = [calculators.load(name) for name in (*calculators.names(), *calculators.draft_names())]
    questions = {item.ask.question for module in modules for item in items(module.Inputs) if item.ask}
    assert {*questions, *(module.TITLE for module in modules)} <= messages.keys()
    assert set(messages.values()) == {""}
    before = path.read_bytes()
    catalogues.begin("cy", tmp_path)
    catalogues.bring_up_to_date(tmp_path)
    assert path.read_bytes() == before


def test_an_f_string_becomes_a_template_with_named_placeholders() -> None:
    source = 'def x(a, b):\n    """Nobody reads this."""\n    return f"You owe {pounds(a.debt)} by {in_words(b)}, {b:,} days."'
    assert list(extraction.in_source(source)) == ["You owe {debt} by {b}, {b_2} days."]


def test_a_sentence_between_placeholders_is_a_message_of_its_own() -> None:
    assert list(extraction.in_source('x = f"{shares} {sums} Each pays {part}. {then}"')) == ["Each pays {part}."]


def test_a_conditional_in_a_sentence_gives_a_message_for_each_branch() -> None:
    source = "x = f\"It {'asks' if asks else 'doesn’t ask'} for {on_top} in interest.\""
    assert list(extraction.in_source(source))[:2] == [
        "It asks for {on_top} in interest.",
        "It doesn’t ask for {on_top} in interest.",
    ]


def test_markup_is_left_out_of_a_message() -> None:
    source = "x = f'<p class=\"lead\">Remove {noun} {number}</p>'"
    assert list(extraction.in_source(source)) == ["Remove {noun} {number}"]


# The catalogue


def written(folder: Path, *entries: str) -> Path:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'
    path = folder / f"{MADE_UP}.po"
    path.write_text("\n".join((head, *entries)))
    return path


CHECKED = '# checked by A. Reader, 3 March 2027\nmsgid "Your answer"\nmsgstr "⟦Your answer⟧"\n'


def test_only_a_checked_translation_is_shown(tmp_path: Path) -> None:
    fuzzy = '# checked by A. Reader, 3 March 2027\n#, fuzzy\nmsgid "Unpaid"\nmsgstr "⟦Unpaid⟧"\n'
    unchecked = 'msgid "Paid"\nmsgstr "⟦Paid⟧"\n'
    empty = '# checked by A. Reader, 3 March 2027\nmsgid "Amount"\nmsgstr ""\n'
    assert catalogues.translated(written(tmp_path, CHECKED, fuzzy, unchecked, empty)) == {
        "Your answer": "⟦Your answer⟧"
    }


def test_a_catalogue_without_translations_does_not_count_as_a_language(tmp_path: Path) -> None:
    written(tmp_path, 'msgid "Paid"\nmsgstr ""\n')
    assert catalogues.languages(tmp_path) == {}


def test_the_translation_of_a_changed_sentence_is_kept_but_not_shown(tmp_path: Path) -> None:
    before = '# checked by A. Reader, 3 March 2027\nmsgid "Pay by the due date."\nmsgstr "⟦Pay by the due date.⟧"\n'
    path, now = written(tmp_path, before), Catalog()
    now.add("Pay on the due date.")
    now.add("Paid")
    path.write_bytes(catalogues.updated(path, now))
    assert "⟦Pay by the due date.⟧" in path.read_text()
    assert catalogues.translated(path) == {}


@pytest.mark.parametrize("words", ["⟦by {dya}⟧", "⟦by the date⟧", "⟦{day} {amount}⟧"])
def test_placeholders_that_differ_from_the_english_are_refused(tmp_path: Path, words: str) -> None:
    entry = f'# checked by A. Reader, 3 March 2027\nmsgid "by {{day}}"\nmsgstr "{words}"\n'
    with pytest.raises(catalogues.CannotBeShown, match=r"“by \{day\}” must have \{day\}, exactly as in English"):
        catalogues.translated(written(tmp_path, CHECKED, entry))


def test_an_unreadable_catalogue_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(catalogues.CannotBeShown, match="isn’t a catalogue that gettext can read"):
        catalogues.translated(written(tmp_path, CHECKED, "msgid Paid\n"))


# What is shown


def test_a_request_in_a_language_without_a_translation_gets_the_english_reply() -> None:
    (example, *_) = calculators.load("court_costs").EXAMPLES
    english = calculators.respond(request("court_costs", example))
    for language in ("cy", "en", "", "../cy", "c" * 400):
        assert translated_replies.respond(request("court_costs", example, language=language)) == english
    for odd in ("", "[]", '{"language": ["cy"]}'):
        assert translated_replies.respond(odd) == calculators.respond(odd)


@pytest.mark.usefixtures("laid")
def test_a_request_without_a_language_gets_the_english_reply() -> None:
    (example, *_) = calculators.load("court_costs").EXAMPLES
    asked = request("court_costs", example)
    assert translated_replies.respond(asked) == calculators.respond(asked)


@pytest.mark.parametrize("name", ["routes", "reminder", "late_payment_interest"])
def test_a_forms_text_is_translated_but_its_names_and_values_are_not(name: str, catalogue: Catalogue) -> None:
    english = form(calculators.load(name))
    drawn = translated(Translator(catalogue), english)
    kept = re.compile(r' (?:id|name|value|data-field|data-when|for)="[^"]*"')
    assert kept.findall(drawn) == kept.findall(english)
    assert [label for label in re.findall(r"<(?:legend|label)[^>]*>([^<]+)<", drawn) if "⟦" not in label] == []
    Balanced().check(drawn)


@pytest.mark.usefixtures("laid")
def test_a_plans_text_is_translated_but_its_figures_and_dates_are_not() -> None:
    english, drawn = reply("routes", surface="page"), reply("routes", surface="page", language=MADE_UP)
    assert len(drawn["parts"]) == len(english["parts"])
    assert drawn["told"] == english["told"]
    headline = next(part for part in drawn["parts"] if 'class="headline"' in part)
    assert "⟦" in headline
    for part, before in zip(drawn["parts"], english["parts"], strict=True):
        assert sorted(FIGURES.findall(text_of(part))) == sorted(FIGURES.findall(text_of(before)))
        Balanced().check(part)


@pytest.mark.usefixtures("laid")
def test_a_translated_letter_is_the_same_in_every_format_and_keeps_typed_answers() -> None:
    letter = reply("reminder", surface="letter", language=MADE_UP)["letter"]
    typed = calculators.load("reminder").EXAMPLES[0].values
    opening = letter["text"].split("\n\n")[5]
    assert opening.startswith("⟦⟦I 𝕙𝕠𝕡𝕖 𝕪𝕠𝕦 𝕒𝕣𝕖 𝕨𝕖𝕝𝕝.⟧ A")
    assert "£3,000" in opening
    assert "30 October 2026" in opening
    assert str(typed["invoice_numbers"]) in opening
    assert opening in [line for block in letter["blocks"] for line in block["lines"]]
    assert opening in text_of(letter["html"])
    email = message_from_string(letter["email"], policy=policy.default)
    assert opening in email.get_content()
    (file,) = (
        one for one in reply("reminder", surface="files", language=MADE_UP)["files"] if one["name"].endswith("txt")
    )
    assert file["text"] == letter["text"]


@pytest.mark.usefixtures("laid")
def test_the_language_can_be_given_among_the_forms_values() -> None:
    example = calculators.load("reminder").EXAMPLES[0]
    values = dict(example.values) | {"language": MADE_UP}
    asked = json.dumps({"calculator": "reminder", "values": values, "today": example.today.isoformat()}, default=str)
    assert json.loads(translated_replies.respond(asked)) == reply("reminder", language=MADE_UP)


def test_untranslated_text_stays_in_english_and_is_marked_as_english() -> None:
    to = Translator(Catalogue("cy", {"Paid": "⟦Aa⟧", "Pay by {day}.": "⟦{day} Bb⟧"}))
    assert translated(to, "<p>Paid</p><p>Unpaid</p>") == '<p>⟦Aa⟧</p><p lang="en">Unpaid</p>'
    mixed = "<li>Pay by 3 March 2027. Then wait.</li>"
    assert translated(to, mixed) == '<li>⟦3 March 2027 Bb⟧ <span lang="en">Then wait.</span></li>'
    assert translated(to, "<p>Unpaid <a>Paid</a></p>") == '<p lang="en">Unpaid <a lang="cy">⟦Aa⟧</a></p>'
    assert translated(to, "<p>Unpaid <mark>Paid</mark></p>") == '<p lang="en">Unpaid <mark>Paid</mark></p>'
    assert translated(to, "<option>Unpaid</option>") == '<option lang="en">Unpaid</option>'
    assert translated(to, "<td>£3,000.50</td><td>3 March 2027</td>") == "<td>£3,000.50</td><td>3 March 2027</td>"


def test_a_sentence_is_translated_whole_or_not_at_all() -> None:
    to = Translator(Catalogue("cy", {"Pay {what} by {day}.": "⟦{day} {what}⟧", "the rest": "⟦2⟧"}), ["what we agreed"])
    assert to.sentence("Pay the rest by 3 March 2027.") == "⟦3 March 2027 ⟦2⟧⟧"
    assert to.sentence("Pay what we agreed by 3 March 2027.") == "⟦3 March 2027 what we agreed⟧"
    assert to.sentence("Pay the whole debt by 3 March 2027.") is None


def test_the_values_of_adjacent_placeholders_are_told_apart() -> None:
    to = Translator(
        Catalogue("cy", {"It comes to {much}{why}.": "⟦{why} A {much}⟧", "so far": "⟦B⟧", "under the Act": "⟦C⟧"})
    )
    assert to.sentence("It comes to so far under the Act.") == "⟦ ⟦C⟧ A ⟦B⟧⟧"
    assert to.sentence("It comes to £5.") == "⟦£5 A ⟧"


def test_a_letter_is_translated_whole_or_not_at_all() -> None:
    to = Translator(Catalogue("cy", {"Dear {name}": "⟦A {name}⟧", "Pay now.": "⟦B⟧"}), ["Jo"])
    assert to.letter("Dear Jo\n\nPay now.") == "⟦A Jo⟧\n\n⟦B⟧"
    assert to.letter("Dear Jo\n\nPay later.") == "Dear Jo\n\nPay later."
    letter = '<div class="letter"><p>Dear Jo</p><p>{}</p><p class="why">A reason.</p></div>'
    assert translated(to, letter.format("Pay later.")) == letter.format("Pay later.").replace(
        '"letter"', '"letter" lang="en"'
    )
    assert "⟦B⟧" in translated(to, letter.format("Pay now."))


def test_elements_inside_a_sentence_stay_around_their_words() -> None:
    to = Translator(Catalogue("cy", {"You get {sum} today.": "⟦1 {sum}⟧", "Costs. Each party pays.": "⟦A. B.⟧"}))
    assert translated(to, "<p>You get <b>£5</b> today.</p>") == "<p>⟦1 <b>£5</b>⟧</p>"
    assert translated(to, "<p>3. <strong>Costs.</strong> Each party pays.</p>") == "<p>3. <strong>⟦A.</strong> B.⟧</p>"
    blank = "<p>You get £<mark>[amount]</mark> today.<br>Paid <mark>[date]</mark></p>"
    to = Translator(
        Catalogue(
            "cy", {"You get {sum} today.": "⟦{sum} A⟧", "Paid {day}": "⟦B {day}⟧", "[amount]": "[C]", "[date]": "[D]"}
        )
    )
    assert translated(to, blank) == "<p>⟦£<mark>[C]</mark> A⟧<br>⟦B <mark>[D]</mark>⟧</p>"


def test_markup_in_an_answer_stays_escaped() -> None:
    to = Translator(Catalogue("cy", {"About {what}": "⟦{what}⟧"}), ["<script>x</script>"])
    assert translated(to, "<p>About &lt;script&gt;x&lt;/script&gt;</p>") == "<p>⟦&lt;script&gt;x&lt;/script&gt;⟧</p>"


# What readers load


def test_readers_load_nothing_for_languages_until_there_is_a_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = {"calculators/__init__.py": b"from .requests import respond\n"}
    monkeypatch.setattr(catalogues, "lay", dict)
    assert catalogues.unused() == {"translated_replies.py", "translated_html.py", "translation.py"}
    assert catalogues.with_languages(ours) == ours
    monkeypatch.setattr(catalogues, "lay", lambda: {"cy": {"Paid": "⟦1⟧"}})
    assert catalogues.unused() == set()
    assert json.loads(catalogues.with_languages(ours)["calculators/cy.json".replace("/", "/languages/")]) == {
        "Paid": "⟦1⟧"
    }


@pytest.mark.usefixtures("laid")
def test_a_form_on_a_page_is_in_the_language_of_the_page() -> None:
    page = f'<h1>A reminder</h1><article class="calculator" data-calculator="reminder">{form(calculators.load("reminder"))}</article>'
    drawn = translated_pages.translated(page, MADE_UP)
    assert '<article lang="xx" class="calculator"' in drawn
    assert '<input type="hidden" name="language" value="xx">' in drawn
    assert drawn.startswith("<h1>A reminder</h1>")
