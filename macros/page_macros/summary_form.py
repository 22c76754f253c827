"""The form that makes a summary for a client."""

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
    """The form, the way to open a claim file, and the place of the summary."""
    return (
        f'<article class="summary-maker" data-summary data-travels="{" ".join(_may_travel())}" data-search-exclude>'
        f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
        '<p class="open"><label for="claim-file">Open a claim file (.json) that you saved</label>'
        '<input type="file" id="claim-file" accept=".json,application/json"></p>'
        f"{form(QUESTIONS)}"
        '<section class="result" tabindex="-1" aria-label="Your summary" hidden></section></article>'
    )


def _may_travel() -> list[str]:
    """The answers to any calculator's questions that may stand in a link: the summary takes up them all."""
    modules = [QUESTIONS, *map(load, (*names(), *draft_names()))]
    return sorted({name for module in modules for name in may_travel(module)})
