"""A letter or agreement for a page, the clipboard and files. Every text is escaped."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Protocol

from calculators.kernel.base.escaping import escape
from calculators.kernel.base.schema import items
from calculators.kernel.contract.calculator import Calculator, Download, code_name
from calculators.kernel.letters import Option, Paragraph, as_text
from calculators.kernel.letters.merge_fields import FILLS
from calculators.kernel.letters.paragraphs import Block, blocks, called, subject

from .email import EML, as_email

WHY = "Show why each paragraph is here"

_BLANK = re.compile(r"\[[^\[\]]+\]")
_BORDERED = '<table border="1" cellspacing="0" cellpadding="6">'


def section(paragraphs: tuple[Paragraph, ...], of: str = "") -> str:
    """The letter on a page, with a switch to show the reasons, and with its blanks marked.

    `of` is the title of a worked example, to distinguish its letter from the reader's own.
    """
    what = called(paragraphs)
    name = f"The {what} ({of})" if of else f"The {what}"
    drawn = "".join(map(_drawn, paragraphs))
    switch = f'<label class="show-why"><input type="checkbox" role="switch"> {WHY}</label>'
    return (
        f'<section class="text" data-called="{what}" aria-label="{escape(name)}">{switch}'
        f'<div class="letter">{drawn}</div></section>'
    )


def option(one: Option) -> str:
    """A sentence above the letter, with a button if it offers a change; only shown if scripts run."""
    if not one.label:
        return f'<p class="option">{escape(one.words)}</p>'
    values = escape("&".join(f"{name}={value}" for name, value in one.values))
    button = f'<button type="button" class="plain" data-set="{values}">{escape(one.label)}</button>'
    return f'<p class="option">{escape(one.words)} {button}</p>'


def _drawn(paragraph: Paragraph) -> str:
    text = _BLANK.sub(_marked, "".join(map(_block, blocks(paragraph))))
    return f'<div class="paragraph {paragraph.part.name}">{text}<p class="why">{escape(paragraph.why)}</p></div>'


def _marked(blank: re.Match[str]) -> str:
    """A highlighted blank, with the name of the question that fills it."""
    field = FILLS.get(blank[0][1:-1])
    return f"<mark{f' data-blank={chr(34)}{field}{chr(34)}' if field else ''}>{blank[0]}</mark>"


def rich_text(paragraphs: Iterable[Paragraph]) -> str:
    """The letter alone as plain HTML, with tables that have borders in Word and in an email."""
    text = "".join(_block(block) for one in paragraphs for block in blocks(one))
    return text.replace("<table>", _BORDERED)


def _block(block: Block) -> str:
    lines = [escape(line) for line in block.lines]
    if block.kind == "clause":
        number, heading, words = lines
        return f"<p>{number} <strong>{heading}</strong> {words}</p>"
    if block.kind == "list":
        return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    if block.kind == "table":
        return _table(block.rows)
    if block.kind == "signature":
        return "".join(f'<p class="sign"><span>{escape(label)}</span> {RULE}</p>' for (label,) in block.rows)
    text = "<br>".join(lines)
    return f"<p><strong>{text}</strong></p>" if block.kind in STRONG else f"<p>{text}</p>"


STRONG = ("subject", "title", "statement", "heading")
RULE = '<span class="rule">______________________________</span>'


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table, such as the schedule of payments."""
    head, *body = rows
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    drawn = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in body)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{drawn}</tbody></table>"


# As files


class Written(Protocol):
    """An answer with a letter, agreement or statement in it."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the letter, agreement or statement."""

    @property
    def email_to(self) -> str:
        """The customer's email address, or an empty string."""


def letter_files(name: str) -> Callable[[Written], tuple[Download, ...]]:
    """A function that makes the files of a draft: the letter as text, and as an email to send."""

    def downloads(draft: Written) -> tuple[Download, ...]:
        text, what = partial(as_text, draft.paragraphs), called(draft.paragraphs)
        file = _file_name(name, draft)
        return (
            Download(name=f"{file}.txt", label=f"Save the {what} as text", type="text/plain", make=text),
            Download(
                name=f"{file}.eml", label=f"Save the {what} as an email file", type=EML, make=partial(_email, draft)
            ),
        )

    return downloads


def _file_name(name: str, draft: Written) -> str:
    """The name of a draft's files, with “agreement” changed to “letter” if it's a letter."""
    return name.replace("agreement", "letter") if called(draft.paragraphs) == "letter" else name


def _email(draft: Written) -> str:
    return as_email(subject(draft.paragraphs), as_text(draft.paragraphs), to=draft.email_to)


def is_letter(calculator: Calculator) -> bool:
    """Whether the calculator's answer has a letter, agreement or statement in it."""
    return any(item.kind == [Paragraph] for item in items(calculator.Result))


def data(calculator: Calculator, draft: Written) -> dict[str, Any]:
    """All that a page needs to copy, send or save a letter: its text in every form, and its blocks for Word."""
    made = draft.paragraphs
    return {
        "name": _file_name(code_name(calculator), draft),
        "called": called(made),
        "subject": subject(made),
        "to": draft.email_to,
        "text": as_text(made),
        "html": rich_text(made),
        "email": _email(draft),
        "blocks": [
            {"kind": block.kind, "lines": list(block.lines), "rows": [list(row) for row in block.rows]}
            for one in made
            for block in blocks(one)
        ],
    }
