"""The questions of a calculator as a form. Every text is escaped."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.parse import told_of_unreadable
from calculators.kernel.base.schema import DECIMAL, Ask, Item, is_choice, items, typed
from calculators.kernel.contract.calculator import (
    Calculator,
)

MORE = "Make it more accurate"
RADIOS_UP_TO = 3
MORE_IN_ROW = "More details"
ADD_VAT = "This amount is before VAT, so add VAT"
PICK = "Choose from a calendar"
PROBLEMS = "There is a problem"
CHOOSE = "Choose one"
LONG_TEXT = 200
ICON = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 2v5m8-5v5M3 10h18M3 5h18v16H3z"/></svg>'
ROW = "{row}"


def form(calculator: Calculator) -> str:
    """The questions, grouped; those that only make the answer more accurate are folded away.

    A question that depends on earlier answers has them in `data-when`; the page's script hides it until they are given.
    """
    questions = list(items(calculator.Inputs))
    first = "".join(_groups(item for item in questions if item.ask and not item.ask.more))
    folded = "".join(_groups(item for item in questions if item.ask and item.ask.more))
    more = f'<details class="more"><summary>{MORE}</summary>{folded}</details>' if folded else ""
    return (
        '<form class="questions" novalidate>'
        f'<div class="problems" role="group" aria-label="{PROBLEMS}" tabindex="-1" hidden></div>{first}{more}'
        f'<button type="submit" class="md-button md-button--primary">{escape(calculator.ACTION)}</button>'
        '<div class="progress" hidden></div><p class="status" role="status"></p>'
        '<p class="heard" role="status"></p></form>'
    )


def _groups(questions: Iterable[Item]) -> Iterator[str]:
    groups: dict[str, list[str]] = {}
    for item in questions:
        if item.ask:
            draw = _rows if isinstance(item.kind, list) else _question
            groups.setdefault(item.ask.group, []).append(draw(item, item.ask, item.name))
    for name, drawn in groups.items():
        yield f'<fieldset class="group"><legend>{escape(name)}</legend>{"".join(drawn)}</fieldset>'


def _question(item: Item, words: Ask, name: str) -> str:
    """One question; `name` is the field's, or `invoices.2.amount` in a row."""
    described = f'aria-describedby="q-{name}-hint q-{name}-error"'
    options = options_of(item)
    if options and len(options) <= RADIOS_UP_TO:
        return _set("question", words, name, _radios(item, options, name), kind_of(item))
    box = _select(item, options, name, described) if options else _box(item, name, described)
    return (
        f'<div class="question" data-field="{name}" data-kind="{kind_of(item)}"{_unreadable(item)}{_when(words)}>'
        f'<label for="q-{name}">{escape(words.question)}</label>{_notes(words, name)}{box}</div>'
    )


def _unreadable(item: Item) -> str:
    """The message that the page shows for an amount without a digit, even while Python is still loading."""
    return f' data-unreadable="{escape(told_of_unreadable(item))}"' if item.kind == "money" else ""


def _when(words: Ask) -> str:
    """The attributes for when a question is asked, such as `situation=silent letter_sent=no; situation=gone|dead`."""
    kinds = (("when", words.when), ("shown-when", words.shown_when), ("unless", words.unless))
    told = ((kind, "; ".join(" ".join(f"{name}={'|'.join(wanted)}" for name, wanted in one) for one in conditions))
            for kind, conditions in kinds)  # fmt: skip
    return "".join(f' data-{kind}="{condition}"' for kind, condition in told if condition)


def kind_of(item: Item) -> str:
    """The kind of answer to a question, as the page's script calls it; `words` are personal and never in a link."""
    if isinstance(item.kind, list):
        return "rows"
    named = {bool: "choice", date: "date", int: "whole", str: "words", Decimal: "number"}
    return "choice" if is_choice(item.kind) else str(named.get(item.kind, item.kind))  # type: ignore[call-overload]


def _set(kind: str, words: Ask, name: str, drawn: str, answers: str) -> str:
    """A question with several boxes."""
    return (
        f'<fieldset class="{kind}" data-field="{name}" data-kind="{answers}"{_when(words)} '
        f'aria-describedby="q-{name}-hint q-{name}-error">'
        f"<legend>{escape(words.question)}</legend>{_notes(words, name)}{drawn}</fieldset>"
    )


def _notes(words: Ask, name: str) -> str:
    return (
        f'<p class="hint" id="q-{name}-hint">{escape(words.hint)}</p><p class="error" id="q-{name}-error" hidden></p>'
    )


def _rows(item: Item, words: Ask, name: str) -> str:
    """A question answered with rows: the first row, and a template for those that the reader adds."""
    record: type = item.kind[0]  # type: ignore[index]
    article = "an" if words.row[0] in "aeiou" else "a"
    add = f'<button type="button" class="add" id="q-{name}">Add {article} {words.row}</button>'
    first, template = (_row(record, name, words.row, number) for number in ("1", ROW))
    drawn = f"{first}<template>{template}</template>{add}"
    return _set("question rows", words, name, drawn, kind_of(item))


def _row(record: type, name: str, noun: str, number: str) -> str:
    drawn = [
        (_question(item, item.ask, f"{name}.{number}.{item.name}"), item.ask) for item in items(record) if item.ask
    ]
    folded = "".join(question for question, words in drawn if words.more)
    questions = "".join(question for question, words in drawn if not words.more)
    if folded:
        questions += f'<details class="row-more"><summary>{MORE_IN_ROW}</summary>{folded}</details>'
    remove = f'<button type="button" class="remove">Remove {noun} {number}</button>'
    return f'<fieldset class="row"><legend>{noun.capitalize()} {number}</legend>{questions}{remove}</fieldset>'


def options_of(item: Item) -> list[tuple[str, str]]:
    """The answers that a question offers, each with its code and its words; none if anything may be typed."""
    if item.kind is bool:
        return [("yes", "Yes"), ("no", "No")]
    return [(one.name, str(one)) for one in item.kind] if is_choice(item.kind) else []  # type: ignore[attr-defined]


def _radios(item: Item, options: list[tuple[str, str]], name: str) -> str:
    chosen = typed(item.kind, item.default)
    drawn = []
    for number, (code, label) in enumerate(options):
        identity = f' id="q-{name}"' if number == 0 else ""
        checked = " checked" if code == chosen else ""
        drawn.append(
            f'<label class="choice"><input type="radio" name="{name}" value="{code}"{identity}{checked}> '
            f"{escape(label)}</label>"
        )
    return "".join(drawn)


def _select(item: Item, options: list[tuple[str, str]], name: str, described: str) -> str:
    chosen = typed(item.kind, item.default)
    unanswered = f'<option value="">{CHOOSE}</option>' if item.optional else ""
    drawn = unanswered + "".join(
        f'<option value="{code}"{" selected" if code == chosen else ""}>{escape(label)}</option>'
        for code, label in options
    )
    return f'<select id="q-{name}" name="{name}" {described}>{drawn}</select>'


def _box(item: Item, name: str, described: str) -> str:
    mode = "numeric" if item.kind is int else "decimal" if item.kind in DECIMAL else "text"
    value = typed(item.kind, item.default)
    fills = f' autocomplete="{item.ask.autocomplete}"' if item.ask and item.ask.autocomplete else ""
    if item.kind is str and item.ask and (item.ask.lines or (item.ask.high or 0) > LONG_TEXT):
        return f'<textarea id="q-{name}" name="{name}" rows="4"{fills} {described}>{escape(value)}</textarea>'
    filled = f' value="{escape(value)}"' if value not in ("", "0") else ""
    box = f'<input id="q-{name}" name="{name}" type="text" inputmode="{mode}"{filled}{fills} {described}>'
    if item.kind in ("money", "daily"):
        return f'<span class="affix"><span aria-hidden="true">£</span>{box}</span>{_vat_box(item)}'
    if item.kind is date and item.ask:
        pick = f'<button type="button" class="pick" aria-label="{PICK}: {escape(item.ask.question)}">{ICON}</button>'
        return f'<span class="dated">{box}{pick}</span>'
    if item.kind == "percentage":
        return f'<span class="affix after">{box}<span aria-hidden="true">%</span></span>'
    return box


def _vat_box(item: Item) -> str:
    """A tick box that adds VAT by writing “+ VAT” after an amount; only shown if scripts run."""
    if not (item.ask and item.ask.vat_rate):
        return ""
    return f'<label class="choice add-vat"><input type="checkbox"> {ADD_VAT}</label>'
