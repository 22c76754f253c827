"""The link builder: which answers may be in a link, and the form that makes one."""

from collections.abc import Iterator
from html import escape

from calculators import draft_names, load, names
from calculators.kernel.base.schema import Item, items
from calculators.kernel.contract.calculator import Calculator, page_of


def builder() -> str:
    """The form with a choice of calculator or letter, a place for its questions, and the link made."""
    return (
        '<article class="builder" id="link-builder" data-search-exclude>'
        '<form class="questions" novalidate><div class="question"><label for="link-tool">Which calculator or letter?'
        f'</label><select id="link-tool">{_choices()}</select></div>'
        '<div class="question"><label for="link-from">Your service’s name (optional)</label>'
        '<p class="hint" id="link-from-hint">Your client sees it above the answer.</p>'
        '<p class="error" id="link-from-error" hidden></p><input id="link-from" type="text" '
        'autocomplete="organization" maxlength="60" aria-describedby="link-from-hint link-from-error"></div></form>'
        '<div class="filled"></div><p class="status" role="status"></p>'
        '<noscript><p class="note">Your browser isn’t running JavaScript here. You can '
        '<a href="#write-one-by-hand">write a link by hand</a>.</p></noscript>'
        f'<section class="made" aria-labelledby="your-link" hidden><h2 id="your-link">Your link</h2>{_made()}</section>'
        "</article>"
    )


def _choices() -> str:
    ours = [name for name in names() if name != "contact_log"]  # a contact log is personal
    groups = (("Calculators", ours), ("Letters and agreements", draft_names()))
    return "".join(
        f'<optgroup label="{label}">{"".join(_choice(load(name), name) for name in found)}</optgroup>'
        for label, found in groups
    )


def _choice(calculator: Calculator, name: str) -> str:
    return f'<option value="{name}" data-page="{page_of(calculator)}/">{escape(calculator.TITLE)}</option>'


def _made() -> str:
    return (
        '<p class="first"></p>'
        f"{copied('link-address', 'The link', 'Copy the link', rows=3)}"
        f"{copied('link-words', 'Message to your client', 'Copy the message and the link', rows=8)}"
        '<figure class="qr"><div class="qr-code"></div>'
        "<figcaption>The same link as a QR code. Point your phone camera at the code to open the "
        "page.</figcaption></figure>"
        '<button type="button" class="md-button" id="link-save">Download the QR code</button>'
        '<p class="status" id="link-qr" role="status"></p>'
    )


def copied(name: str, label: str, action: str, *, rows: int) -> str:
    """A text under its label, with a button that copies it."""
    return (
        f'<div class="question copied"><label for="{name}">{label}</label>'
        f'<textarea id="{name}" rows="{rows}" readonly spellcheck="false"></textarea>'
        f'<button type="button" class="md-button" data-copies="{name}">{action}</button>'
        '<p class="status" role="status"></p></div>'
    )


def may_travel(calculator: Calculator) -> tuple[str, ...]:
    """The questions whose answers may be in a link, such as amount_owed or invoices.amount.

    Free text is left out, as it may contain a name.
    """
    return tuple(_names(calculator.Inputs))


def _names(record: type, above: str = "") -> Iterator[str]:
    for item in items(record):
        if isinstance(item.kind, list):
            yield from _names(item.kind[0], f"{item.name}.")
        elif _is_asked(item) and item.kind is not str:
            yield f"{above}{item.name}"


def _is_asked(item: Item) -> bool:
    return item.ask is not None
