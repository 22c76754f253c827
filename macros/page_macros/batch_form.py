"""The form that answers a file of cases for one calculator."""

from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from calculators import load, names
from macros.build_steps.sample_cases import FOLDER

USUAL = "court_costs"
WITHOUT_SCRIPT = (
    "Your browser isn’t running JavaScript here, so this page can’t read your file. Turn JavaScript on, or use "
    '<a href="../../advisers/#many-cases-at-once">the command line</a>.'
)


def form() -> str:
    """The form with a choice of calculator, a file and an option to include tables, and a place for the answers."""
    return (
        '<article class="batch" data-batch data-search-exclude>'
        f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>'
        f'<form class="questions" novalidate><div class="group">{_calculator()}{_file()}{_full()}'
        '<button type="submit" class="md-button md-button--primary">Work out every case</button></div>'
        '<div class="progress" hidden></div><p class="status" role="status"></p></form>'
        '<section class="result" tabindex="-1" aria-label="Your answers" hidden></section></article>'
    )


def samples(page: Page) -> str:
    """A link to the sample file of each calculator."""
    links = (
        f'<li><a href="{get_relative_url(_address(name), page.url)}" download>{escape(load(name).TITLE)}</a></li>'
        for name in names()
    )
    return f"<ul>{''.join(links)}</ul>"


def _calculator() -> str:
    choices = "".join(
        f'<option value="{name}" data-sample="{escape(_sample(name))}"{" selected" if name == USUAL else ""}>'
        f"{escape(load(name).TITLE)}</option>"
        for name in names()
    )
    return (
        '<div class="question"><label for="batch-calculator">Calculator</label>'
        f'<select id="batch-calculator" aria-describedby="batch-calculator-hint">{choices}</select>'
        '<p class="hint" id="batch-calculator-hint">To see what your file needs, download the '
        f'<a id="batch-sample" href="../../{_address(USUAL)}" download>{escape(_sample(USUAL))}</a>.</p></div>'
    )


def _sample(name: str) -> str:
    return f"sample file for {load(name).TITLE[0].lower()}{load(name).TITLE[1:]}"


def _file() -> str:
    return (
        '<div class="question file" role="group" aria-labelledby="batch-file" aria-describedby="batch-file-hint">'
        '<p class="label" id="batch-file">Your file</p>'
        '<p class="hint" id="batch-file-hint">CSV or Excel (.xlsx), with a case in each row. '
        "It stays on your device.</p>"
        "</div>"
    )


def _full() -> str:
    return (
        '<div class="question"><label class="choice"><input type="checkbox" id="batch-full"> '
        "Include the tables from each answer, as JSON</label></div>"
    )


def _address(name: str) -> str:
    return f"{FOLDER}/{name}.csv"
