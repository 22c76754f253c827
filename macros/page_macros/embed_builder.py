"""The form that makes the code to show a calculator or a checklist on another site."""

from html import escape

from mkdocs.structure.files import Files

from calculators import load, names
from calculators.kernel.contract.calculator import page_of
from macros.build_steps import embed_pages
from macros.page_macros.builder_form_fields import colours, question, text
from macros.page_macros.link_builder import copied


def builder(files: Files) -> str:
    """The form that makes the code for a host's page, with a preview."""
    return (
        '<article class="builder" id="embed-builder" data-preview data-search-exclude>'
        f'<form class="questions" novalidate>{_tool(files)}{_answers()}{_scheme()}{colours("embed")}{_send()}</form>'
        '<section class="made" aria-labelledby="your-lines"><h2 id="your-lines">Your code</h2>'
        f"{copied('embed-lines', 'Paste this where you want the box', 'Copy the code', rows=7)}"
        '<h3>How it looks</h3><p class="note" id="embed-faint" hidden></p>'
        '<div class="preview" tabindex="0" role="region" aria-label="How it looks"></div>'
        '<p class="status" id="embed-heard" role="status"></p></section>'
        '<noscript><p class="note">Your browser isn’t running JavaScript here. '
        f'<a href="#without-our-script">A plain frame</a> still works.</p></noscript>'
        f"{embed_pages.colour_rules()}</article>"
    )


def _tool(files: Files) -> str:
    offered = embed_pages.with_checklists(files)
    groups = (
        ("Calculators", [(name, load(name).TITLE, f"{page_of(load(name))}/") for name in names()]),
        ("Checklists", [(embed_pages.name_of(file), str(meta["title"]), file.url) for file, meta in offered]),
    )
    drawn = "".join(
        f'<optgroup label="{label}">'
        + "".join(f'<option value="{name}" data-page="{page}">{escape(title)}</option>' for name, title, page in found)
        + "</optgroup>"
        for label, found in groups
    )
    return question("embed-tool", "What would you like to show?", "", f'<select id="embed-tool">{drawn}</select>')


def _answers() -> str:
    hint = (
        "This only works with calculators. If some answers are the same for all your clients, paste a link from the "
        "link builder."
    )
    return question("embed-answers", "Do you want some answers filled in?", hint, text("embed-answers"))


def _scheme() -> str:
    options = {
        "": "Same as your page", "light": "Always light", "dark": "Always dark",
        "device": "Same as the reader’s device",
    }  # fmt: skip
    drawn = "".join(f'<option value="{value}">{label}</option>' for value, label in options.items())
    return question("embed-scheme", "Colour theme: light or dark", "", f'<select id="embed-scheme">{drawn}</select>')


def _send() -> str:
    return (
        '<fieldset class="question"><legend>Do you want the answer sent to your page?</legend>'
        '<p class="hint">It’s only sent if the reader presses a button that says what will be sent.</p>'
        '<label class="choice"><input type="checkbox" id="embed-send"> Show the button “Send to this page”</label>'
        "</fieldset>"
    )
