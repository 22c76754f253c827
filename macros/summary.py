"""The page that makes a summary for a client: its form, and the style that a summary has wherever it stands."""

from pathlib import Path
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import calculators.summary
from calculators import draft_names, load, names
from calculators.kernel.contract.calculator import Calculator
from calculators.kernel.output.form import form
from calculators.summary import questions
from macros.links import may_travel

QUESTIONS = cast(Calculator, questions)
STYLE = Path(calculators.summary.__file__).with_name("style.css")
WITHOUT_SCRIPT = (
    "Your browser does not run JavaScript here, so this form cannot make a summary. "
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


def lay_style(files: Files, config: MkDocsConfig) -> None:
    """Lay the style sheet of a summary beside those of the site."""
    files.append(File.generated(config, "assets/summary-sheet.css", content=STYLE.read_text()))
