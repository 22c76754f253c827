"""The form that makes a client's summary."""

from typing import cast

from calculators import draft_names, load, names
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.output.form import form
from calculators.summary import questions
from macros.page_macros.link_builder import may_travel

QUESTIONS = cast(Calculator, questions)
WITHOUT_SCRIPT = (
    "Your browser isn’t running JavaScript here, so this form can’t make a summary. "
    'You can <a href="#by-hand">make one by hand</a>.'
)


def maker() -> str:
    """The form, a button to open a claim file, and a place for the summary."""
    return (
        f'<article class="summary-maker" data-summary data-travels="{" ".join(_may_travel())}" data-search-exclude>'
        f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
        '<p class="open"><label for="claim-file">Open a claim file (.json) that you saved</label>'
        '<input type="file" id="claim-file" accept=".json,application/json"></p>'
        f"{form(QUESTIONS)}"
        '<section class="result" tabindex="-1" aria-label="Your summary" hidden></section></article>'
    )


def _may_travel() -> list[str]:
    """The questions of all calculators whose answers may be in a link, as the summary uses them all."""
    modules = [QUESTIONS, *map(load, (*names(), *draft_names()))]
    return sorted({name for module in modules for name in may_travel(module)})
